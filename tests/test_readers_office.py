"""The same records from files that LibreOffice wrote; where it is not installed, the libraries' files are all there is.

``test_readers_formats`` makes its files with the libraries; a word processor has fonts, styles and lists of its own.
"""

import shutil
import subprocess
from pathlib import Path

import pytest

import extract
from extract.readers.dateline import find_dateline
from tests.release_files import as_docx
from tests.test_readers_formats import day_of, releases, rows_of, with_ranks

OFFICE = shutil.which("soffice") or shutil.which("libreoffice")
pytestmark = pytest.mark.skipif(OFFICE is None, reason="needs LibreOffice")
TEXT = "--infilter=Text (encoded):UTF8,LF,,,"
#: Ending of the written file → the file it is made from, and LibreOffice's name of the format.
WRITTEN = {
    "docx.pdf": ("docx", "pdf"),
    "html": ("docx", "html"),
    "xhtml.html": ("docx", "html:XHTML Writer File:UTF8"),
    "odt": ("docx", "odt"),
    "odt.docx": ("odt", "docx"),
    "txt.pdf": ("txt", "pdf"),
    "txt.docx": ("txt", "docx"),
}
#: What hangs on the date of publication: LibreOffice gives its files that of today.
OF_THE_DAY = {"published", "period_text", "period_start", "period_end", "confidence", "rules"}


def convert(made, ending, folder):
    """Write all files of one kind as another, in one start of the program."""
    source, name = WRITTEN[ending]
    out = folder / ending
    command = [
        str(OFFICE),
        f"-env:UserInstallation={(folder / 'profile').as_uri()}",
        "--headless",
        "--convert-to",
        name,
    ]
    filters = [TEXT] if source == "txt" else []
    subprocess.run([*command, "--outdir", out, *filters, *made[source]], check=True, capture_output=True)  # noqa: S603
    made[ending] = sorted(out.iterdir())


@pytest.fixture(scope="module")
def records(tmp_path_factory):
    """The records of all releases as LibreOffice writes them, from one run, beside those of their text."""
    folder, raw = tmp_path_factory.mktemp("office"), tmp_path_factory.mktemp("raw")
    made: dict[str, list[Path]] = {"txt": [], "docx": []}
    for path in releases():
        text = path.read_text(encoding="utf-8")
        made["txt"].append(Path(shutil.copy(path, folder / path.name)))
        made["docx"].append(folder / f"{path.stem}.docx")
        made["docx"][-1].write_bytes(as_docx(text, day_of(path)))
    for ending in WRITTEN:
        convert(made, ending, folder)
    for ending in ("txt", *WRITTEN):
        for file in made[ending] if ending != "odt" else ():
            shutil.copy(file, raw / f"{file.stem}.{ending}")
    summary = extract.run(raw, folder / "out", workers=1)
    assert summary.rejected == []
    return with_ranks(extract.read_records(folder / "out"))


@pytest.mark.parametrize("path", releases(), ids=lambda path: path.stem[:40])
def test_records_are_those_of_the_text(records, path):
    dateline = find_dateline(path.read_text(encoding="utf-8"))
    known = records if dateline and dateline.published else records.drop(columns=list(OF_THE_DAY))
    expected = rows_of(known, f"{path.stem}.txt")
    assert expected
    for ending in WRITTEN:
        if ending != "odt":
            assert rows_of(known, f"{path.stem}.{ending}") == expected, ending
