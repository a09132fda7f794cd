"""The whole program on a folder of hostile files with good ones among them."""

import os
import re
import subprocess
import sys

import pyarrow.parquet as pq
import pytest

from extract.corpus.listing import source_file
from extract.corpus.runner import list_files
from tests.hostile import make_hostile

RUN = "import sys; from extract.cli import main; main(sys.argv[1:])"
LIMITS = ["--max-mb", "10", "--timeout", "20", "--workers", "2"]


def extract(raw, out):
    command = [sys.executable, "-c", RUN, "run", raw, out, *LIMITS]
    return subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603


def tables(out):
    return {name: pq.read_table(out / f"{name}.parquet").to_pylist() for name in ("documents", "records", "numerals")}


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return tmp_path_factory.mktemp("hostile")


@pytest.fixture(scope="module")
def good(folder):
    return make_hostile(folder / "raw")


@pytest.fixture(scope="module")
def entries(folder, good):
    """All that lies in the folder before the run."""
    assert good
    return sorted((path, path.lstat().st_mtime_ns) for path in folder.rglob("*"))


@pytest.fixture(scope="module")
def result(folder, entries):
    assert entries
    return extract(folder / "raw", folder / "out")


@pytest.fixture(scope="module")
def output(folder, result):
    assert result.returncode == 0
    return tables(folder / "out")


def test_the_run_ends_well(result):
    assert result.returncode == 0
    assert "Traceback" not in result.stderr


def test_every_file_is_listed(folder, output):
    listed = [row["source_file"] for row in output["documents"]]
    files = [source_file(file) for file in list_files(folder / "raw")]
    assert len(files) >= 200
    assert set(files) <= set(listed)
    assert listed == sorted(listed)
    assert len(listed) == len(set(listed))


def test_what_is_rejected_has_one_plain_sentence(output):
    rejected = [row for row in output["documents"] if row["status"] == "rejected"]
    assert len(rejected) > 50
    wrong = [(row["source_file"], row["error"]) for row in rejected if not re.fullmatch(r"[A-Z][^\n]+\.", row["error"])]
    assert wrong == []


def test_nothing_is_a_defect(output):
    assert [row["error"] for row in output["documents"] if "defect" in (row["error"] or "")] == []


def test_good_files_give_the_rows_that_they_give_alone(folder, good, output):
    alone = folder / "alone"
    for file in good:
        (alone / file).parent.mkdir(parents=True, exist_ok=True)
        os.link(folder / "raw" / file, alone / file)
    assert extract(alone, folder / "alone-out").returncode == 0
    names = {source_file(file) for file in good}
    for name, expected in tables(folder / "alone-out").items():
        assert [row for row in output[name] if row["source_file"] in names] == expected
    assert {row["status"] for row in output["documents"] if row["source_file"] in names} == {"ok"}
    assert all(row["n_records"] >= 3 for row in output["documents"] if row["source_file"] in names)


def test_nothing_else_was_touched(folder, entries, output):
    assert output
    inside = folder / "out"
    after = sorted(
        (path, path.lstat().st_mtime_ns) for path in folder.rglob("*") if "alone" not in path.parts[len(folder.parts)]
    )
    assert [one for one in after if one[0] != inside and inside not in one[0].parents] == entries


def test_nothing_from_outside_was_read(output):
    texts = [row["text"] for row in output["documents"] if row["text"]]
    assert not any("root:" in text for text in texts)
    assert not any("800 familias" in text for text in texts)
