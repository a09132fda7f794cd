"""A search for exceptions in readers, numerals and the whole program; not run with the tests (see CONTRIBUTING.md).

Each reader gets files of its format with bytes changed, cut out, doubled and moved; the others get texts put together
from what releases are made of and what breaks programs. A file may be refused with ``ReadError``, and nothing else.

Word documents are packed and PDFs may be; so that not only their shells are tried, one of each is changed inside.

Each search goes on for ten minutes, or for ``EXTRACT_FUZZ_MINUTES``.
"""

import faulthandler
import io
import os
import time
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extract.numerals.finder import find_numerals
from extract.pipeline import extract_document, load
from extract.readers import ReadError, read_all, read_text
from extract.records import Source
from extract.rows import find_violation
from tests.release_files import in_every_format, new_pdf, printed

RELEASE = (
    "Entregan apoyos a 350 familias\n\n• Suman mil 300 becas\n\n"
    "Toluca, Méx., a 3 de mayo de 2024.- La Secretaría de Bienestar (SB) entregó 12 mil 500 becas en el último año.\n\n"
    "“Este año invertimos 3.5 millones de pesos”, dijo Ana Ruiz, titular del programa Becas Unidas."
)
MATTER = b"---\ntitle: Apoyos\ndate: 2024-05-04\n---\n"
FILES = [*in_every_format(RELEASE), ("md", MATTER + RELEASE.encode())]
PART = "word/document.xml"
SECONDS = 60 * float(os.environ.get("EXTRACT_FUZZ_MINUTES", "10"))
#: Cases of one round; hypothesis begins each with a new seed, and remembers less than in one of all.
ROUND = settings(deadline=None, derandomize=False, max_examples=200)
EDITS = st.tuples(
    st.sampled_from(["flip", "cut", "double", "insert", "swap", "end"]),
    st.floats(0, 1),
    st.integers(1, 400),
    st.one_of(
        st.binary(min_size=1, max_size=6),
        st.sampled_from(
            [
                b"<",
                b"</p>",
                b"<table><tr><td>",
                b"&#x110000;",
                b"\x00",
                b"\xff\xfe",
                b"=?utf-8?q?=F?=",
                b"%PDF-1.7",
                b"obj",
                b"/Length 9",
            ]
        ),
    ),
)
_WORDS = (
    "mil|dos|350|3.5|1,250|millones|millón|un|y|de|a|la|por ciento|%|$|pesos|mdp|becas|familias|entre|hasta|más de|de cada"
    "|cada|el último año|en mayo de 2023|3 de mayo|lunes 4|2024|del 3 al 5|la Secretaría de Salud|(SS)|IMSS|el programa|“|”|«|\"|'"
    "|Becas Unidas|dijo|aseguró que|Ana Ruiz|el alcalde|este organismo|los cuales|otros|.|,|;|:|.-|\n|\n\n|• |- |\t| | \u00a0|\u200b|(|)|[|]"
    "|tercer|III|XXI|1º|2a.|½|²|١٢|１２|𝟙|ñ|İ|ß|ﬁ|e\u0301|\ud7ff|😀|/|–|—|_|#|**|---|17:30|998 844 80 35|artículo 27|COVID-19"
    "|Toluca, Méx., a 3 de mayo de 2024.-|medio|medio millón|cero|infinito|1e9|0x1F|1/2|tercios|docena|se triplicó|el doble"
)
PIECES = st.one_of(
    st.sampled_from(_WORDS.split("|")),
    st.text(max_size=4),
    st.integers(-(10**30), 10**30).map(str),
)
TEXTS = st.lists(st.tuples(PIECES, st.sampled_from([" ", " ", " ", "", "\n", ", "])), max_size=60).map(
    lambda pairs: "".join(piece + gap for piece, gap in pairs)
)


@pytest.fixture(autouse=True)
def _long_search():
    """A search takes longer than any test may: what shows a hanging test and ends the run (pyproject.toml) is off."""
    faulthandler.cancel_dump_traceback_later()


def edited(data: bytes, edits: list[tuple[str, float, int, bytes]]) -> bytes:
    for kind, where, size, piece in edits:
        at = int(where * len(data))
        taken = data[at : at + size]
        match kind:
            case "flip":
                data = data[:at] + piece + data[at + len(piece) :]
            case "cut":
                data = data[:at] + data[at + size :]
            case "double":
                data = data[:at] + taken + data[at:]
            case "insert":
                data = data[:at] + piece + data[at:]
            case "swap":
                data = data[:at] + taken[::-1] + data[at + size :]
            case "end":
                data = data[: max(at, 1)]
    return data


def for_ten_minutes(search: Callable[[], None]) -> None:
    """Search round after round until the time is over."""
    rounds, until = 0, time.monotonic() + SECONDS
    while time.monotonic() < until:
        search()
        rounds += 1
    print(f"{rounds * ROUND.max_examples} cases")  # noqa: T201 (says how far the search came)


def unpacked_pdf() -> bytes:
    """The release as a PDF whose pages are not compressed."""
    pdf = new_pdf("Coordinación de Prensa")
    pdf.set_compression(compress=False)
    for line in RELEASE.split("\n"):
        pdf.multi_cell(0, 6, line, new_x="LMARGIN", new_y="NEXT")
    return printed(pdf)


def edited_inside(data: bytes, edits: list[tuple[str, float, int, bytes]]) -> bytes:
    """A Word document with a whole archive around its changed text."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as archive, zipfile.ZipFile(buffer, "w") as changed:
        for part in archive.namelist():
            content = archive.read(part)
            changed.writestr(part, edited(content, edits) if part == PART else content)
    return buffer.getvalue()


FILES.append(("unpacked.pdf", unpacked_pdf()))
FILES.append(("inside.docx", dict(FILES)["docx"]))


@pytest.fixture(scope="module")
def nlp():
    return load()


@pytest.mark.parametrize(("ending", "data"), FILES, ids=[ending for ending, _ in FILES])
def test_a_reader_reads_or_refuses(ending, data):
    @ROUND
    @given(st.lists(EDITS, min_size=1, max_size=6))
    def search(edits):
        change = edited_inside if ending == "inside.docx" else edited
        try:
            releases = read_all(Path(f"nota.{ending}"), change(data, edits))
        except ReadError as error:
            assert str(error).endswith((".", "!"))  # noqa: PT017 (a refusal is one of two good ends)
            return
        for release in releases:
            assert release.error or release.text.strip()
            release.text.encode()

    for_ten_minutes(search)


def test_numerals_are_where_they_say():
    @ROUND
    @given(TEXTS)
    def search(text):
        end = 0
        for numeral in find_numerals(text):
            assert text[numeral.start : numeral.end] == numeral.surface
            assert numeral.start >= end
            end = numeral.end

    for_ten_minutes(search)


def test_the_program_takes_any_text(nlp):
    @ROUND
    @given(TEXTS)
    def search(text):
        rows = extract_document(nlp, Source("nota.txt", "0" * 64, read_text(text)))
        assert find_violation(rows) is None

    for_ten_minutes(search)
