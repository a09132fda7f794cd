"""The same release gives the same records in whatever format and encoding it comes."""

import datetime as dt
from dataclasses import replace
from pathlib import Path

import pandas as pd
import pytest

import extract
from extract.readers import read
from tests.release_files import DAY, as_pdf, in_every_encoding, in_every_format

ROOT = Path(__file__).parents[1]
SHARED = ROOT.parent / "shared"
#: Offsets, page and what the source is called may differ, and nothing else.
OF_THE_SOURCE = {"record_id", "source_file", "source_sha256", "start", "end", "page", "same_as"}


def releases():
    own = sorted((ROOT / "data/raw").glob("*.txt"))
    seeds = sorted((SHARED / "seeds").glob("*.txt"))
    return [*own, *seeds, *sorted((SHARED / "corpus/tijuana").glob("*.txt"))[:10]]


def day_of(path):
    return dt.date.fromisoformat(path.name[:10]) if path.name[4:5] == "-" else DAY


@pytest.fixture(scope="module")
def records(tmp_path_factory):
    """The records of all releases in all formats, from one run."""
    raw, out = tmp_path_factory.mktemp("raw"), tmp_path_factory.mktemp("out")
    for path in releases():
        for ending, data in in_every_format(path.read_text(encoding="utf-8"), day_of(path)):
            (raw / f"{path.stem}.{ending}").write_bytes(data)
    summary = extract.run(raw, out, workers=1)
    assert summary.rejected == []
    return with_ranks(extract.read_records(out))


def with_ranks(found):
    """Records that name the fuller one by its rank in the document, which is the same in every format."""
    places = {record: place for place, record in zip(found["start"], found["record_id"], strict=True)}
    order = found.groupby("source_file")["start"].rank()
    ranks = dict(zip(zip(found["source_file"], found["start"], strict=True), order, strict=True))
    found["fuller"] = [
        None if pd.isna(fuller) else ranks[source, places[fuller]]
        for source, fuller in zip(found["source_file"], found["same_as"], strict=True)
    ]
    return found


def rows_of(records, source_file):
    """What the records of one file say, as comparable rows; white space and the bullet of a list item do not count."""
    chosen = records[records["source_file"] == source_file].drop(columns=list(OF_THE_SOURCE))
    return [tuple(_plain(value) for value in row) for row in chosen.itertuples(index=False)]


def _plain(value):
    if isinstance(value, str):
        return " ".join(value.split()).lstrip("·•- ")
    return None if pd.isna(value) else value


@pytest.mark.parametrize("path", releases(), ids=lambda path: path.stem[:40])
def test_records_are_the_same_in_every_format(records, path):
    endings = [ending for ending, _ in in_every_format("Nota")]
    expected = rows_of(records, f"{path.stem}.{endings[0]}")
    assert expected
    for ending in endings[1:]:
        assert rows_of(records, f"{path.stem}.{ending}") == expected, ending


@pytest.mark.parametrize("path", releases(), ids=lambda path: path.stem[:40])
def test_the_text_is_the_same_in_every_encoding(path):
    text = path.read_text(encoding="utf-8")
    expected = read(path, text.encode())
    for encoding, data in in_every_encoding(text):
        release = read(path, data)
        assert replace(release, encoding=expected.encoding) == expected, encoding


def test_records_of_a_pdf_carry_their_page(tmp_path):
    body = [
        f"El plan abrió {number} plazas en las escuelas de la ciudad, según dijo la alcaldesa."
        for number in range(301, 341)
    ]
    (tmp_path / "raw").mkdir()
    (tmp_path / "raw" / "nota.pdf").write_bytes(as_pdf("\n\n".join(["Abren plazas", *body])))
    extract.run(tmp_path / "raw", tmp_path / "out", workers=1)
    pages = list(extract.read_records(tmp_path / "out")["page"])
    assert len(pages) == 40
    assert pages == sorted(pages)
    assert (pages[0], pages[-1]) == (1, max(pages))
    assert max(pages) > 1
