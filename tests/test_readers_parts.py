import datetime as dt
from pathlib import Path

import pytest

from extract.readers import read, read_all
from extract.readers.content import Content
from extract.readers.parts import split_releases
from tests.release_files import as_docx, as_pdf

BODY = (
    "El plan abrió 300 plazas de maestra en las escuelas de la ciudad.\n\n"
    "La alcaldesa dijo que en el año se han invertido 3 millones de pesos en la niñez y que habrá más."
)
FIRST = f"Abren 300 plazas\n\nToluca, Estado de México, a 3 de mayo de 2024.- {BODY}"
SECOND = f"Plantan mil 300 árboles\n\n· En 40 parques\n\nLeón, Guanajuato, a 4 de mayo de 2024.- {BODY}"


def texts(text):
    return [piece.text for piece in split_releases(Content(text))]


@pytest.mark.parametrize(
    ("between", "second"),
    [
        ("\n\n", SECOND),
        ("\n\n\n\n", SECOND),
        ("\n\n----------\n\n", SECOND),
        ("\n\n", f"Boletín 46\n\n{SECOND}"),
        ("\n\n", f"PLANTAN MIL 300 ÁRBOLES\nEN LA CIUDAD\n\nLeón, Guanajuato, a 4 de mayo de 2024.- {BODY}"),
        ("\n\n", f"Plantan mil 300 árboles\n\nLeón, Guanajuato, a 4 de mayo de 2024.\n\n{BODY}"),
    ],
)
def test_a_headline_and_a_dateline_begin_another_release(between, second):
    assert texts(f"{FIRST}{between}{second}") == [f"{FIRST}{between}", second]


def test_three_releases():
    assert texts(f"{FIRST}\n\n{SECOND}\n\n{FIRST}") == [f"{FIRST}\n\n", f"{SECOND}\n\n", FIRST]


@pytest.mark.parametrize(
    "text",
    [
        FIRST,
        f"{FIRST}\n\nToluca, Estado de México, a 3 de mayo de 2024.",
        f"{FIRST}\n\nAtentamente\n\nToluca, Estado de México, a 3 de mayo de 2024.\n\nAna Ruiz",
        f"{FIRST}\n\nLeón, Guanajuato, a 4 de mayo de 2024.- {BODY}",  # no headline
        f"{FIRST}\n\nPlantan mil 300 árboles\n\n4 de mayo de 2024\n\n{BODY}",  # no place
        f"{FIRST}\n\nPlantan mil 300 árboles\n\nLeón, Guanajuato, a 4 de mayo.- {BODY}",  # no year
        f"{FIRST}\n\nLos parques\n\nEn León, el 4 de mayo de 2024 se plantaron mil 300 árboles. {BODY}",
        f"Abren 300 plazas\n\n{BODY}\n\n{SECOND}",  # the first one has no dateline, so the second may belong to it
        f"Agenda de la semana\n\n· Toluca, 3 de mayo de 2024\n\n· León, 4 de mayo de 2024\n\n{BODY}",
        f"Abren 300 plazas\n\nToluca, a 3 de mayo de 2024.\nLeón, a 4 de mayo de 2024.- {BODY}",
    ],
)
def test_anything_less_stays_one_release(text):
    assert texts(text) == [text]


def test_each_release_is_a_document_of_its_own():
    one, two = read_all(Path("notas.txt"), f"{FIRST}\n\n{SECOND}".encode())
    assert (one.part, two.part) == ("", "#2")
    assert (one.title, two.title) == ("Abren 300 plazas", "Plantan mil 300 árboles")
    assert (one.place, two.place) == ("Toluca, Estado de México", "León, Guanajuato")
    assert (one.published, two.published) == (dt.date(2024, 5, 3), dt.date(2024, 5, 4))
    assert one.sha256 is None
    assert two.sha256 is not None
    assert len(two.sha256) == 64
    assert one == read(Path("notas.txt"), f"{FIRST}\n\n{SECOND}".encode())


@pytest.mark.parametrize(("name", "make"), [("notas.docx", as_docx), ("notas.pdf", as_pdf)])
def test_other_formats_are_split_too(name, make):
    releases = read_all(Path(name), make(f"{FIRST}\n\n{SECOND}"))
    assert [release.title for release in releases] == ["Abren 300 plazas", "Plantan mil 300 árboles"]


def test_pages_keep_their_numbers():
    text = f"{FIRST}\n\n{SECOND}"
    start = text.index("Plantan")
    one, two = split_releases(Content(text, page_starts=(0, start + 60, start + 90)))
    assert (one.page_starts, two.page_starts) == ((0,), (0, 60, 90))
    one, two = split_releases(Content(text, page_starts=(0, start - 50, start + 90)))
    assert (one.page_starts, two.page_starts) == ((0, start - 50), (0, 0, 90))
