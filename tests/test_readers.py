import datetime as dt
import random
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.readers import SUFFIXES, ReadError, read, read_text

BODY = "Llegan 300 becas\n\nToluca, a 3 de mayo de 2024.- La niña dijo: “Más de 40 jóvenes”… y así fue."


def read_txt(data, name="nota.txt"):
    return read(Path(name), data)


@pytest.mark.parametrize(
    ("codec", "encoding"),
    [
        ("utf-8", "utf-8"),
        ("utf-8-sig", "utf-8"),
        ("utf-16", "utf-16-le"),
        ("utf-16-le", "utf-16-le"),
        ("utf-16-be", "utf-16-be"),
        ("utf-32", "utf-32-le"),
        ("cp1252", "cp1252"),
        ("mac-roman", "mac-roman"),
    ],
)
def test_text_survives_every_encoding(codec, encoding):
    release = read_txt(BODY.encode(codec))
    assert release.text == BODY
    assert release.encoding.replace("_", "-").replace("macroman", "mac-roman") == encoding


def test_latin_1_and_dos_text():
    plain = "El niño ganó 300 pesos; la cigüeña voló según él."
    assert read_txt(plain.encode("latin-1")).text == plain
    assert read_txt(plain.encode("cp850")).text == plain


def test_one_late_accent_in_a_long_file_decides_the_encoding():
    text = "Se entregaron 300 becas.\n" * 20_000 + "Fin de la sesión del niño."
    assert read_txt(text.encode("cp1252")).text == text


@pytest.mark.parametrize(
    ("garbled", "repaired"),
    [
        ("mÃ¡s de 300 niÃ±os", "más de 300 niños"),
        ("mÃƒÂ¡s de 300", "más de 300"),
        ("dijo â€œhoyâ€\x9d a 300 niÃ±os", "dijo “hoy” a 300 niños"),
        ("llegÃ³ a la “misma” hora", "llegó a la “misma” hora"),
    ],
)
def test_mojibake_is_repaired(garbled, repaired):
    assert read_txt(garbled.encode()).text == repaired


@pytest.mark.parametrize(
    "text",
    [
        "SÃO PAULO y la AVIACIÓN: ‘300’ vuelos",
        "«Así», dijo — “sí” — ¡300 más!…",
        "½ litro, 3º piso, 20 °C, n.º 5",
        "signos solos \u0301 y K\u2126\u212a",
        "dos\u00a0mil pesos\u2028otros\x0c3",
        "ｌetras y ﬁguras",
    ],
)
def test_other_text_is_untouched(text):
    assert read_txt(text.encode()).text == text


@given(st.text("abeiouáéíóúñÑü ,.;:¡!¿?“”‘’«»–—…°ºª½€$%0123456789\n\t\u00a0", min_size=1).filter(str.strip))
def test_spanish_text_is_never_touched(text):
    assert read_txt(text.encode()).text == text


@pytest.mark.parametrize(
    ("decomposed", "composed"),
    [
        ("e\u0301tica, nin\u0303o, cigu\u0308en\u0303a", "ética, niño, cigüeña"),
        ("MA\u0301S DE 300 NIN\u0303AS", "MÁS DE 300 NIÑAS"),
        ("q\u0301 no tiene otra forma", "q\u0301 no tiene otra forma"),
    ],
)
def test_accents_are_joined_to_their_letters(decomposed, composed):
    assert read_txt(decomposed.encode()).text == composed


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("de 12\u2060 pozos y \u200b18.9\u200b mdp", "de 12  pozos y  18.9  mdp"),
        ("\u200bToluca\n\ufeffFin", " Toluca\n Fin"),
        ("42\u00ad mil", "42  mil"),
        ("muni\u00adcipios, des\u200bpensas, ni\u00ad\nñas", "muni\u00adcipios, des\u200bpensas, ni\u00ad\nñas"),
    ],
)
def test_what_has_no_width_is_a_blank_beside_another(text, read):
    assert read_txt(f"Hay {text}".encode()).text == f"Hay {read}"


@pytest.mark.parametrize(
    ("text", "ending"),
    [
        ("<!DOCTYPE html><p>Hubo 300 casos", ".html"),
        ("\n<?xml version='1.0'?>\n<html><body>Hubo 300 casos", ".html"),
        ("<!-- guardada ayer -->\n<HTML lang=es>Hubo 300 casos", ".html"),
        ("From: a@example.org\nContent-Transfer-Encoding: quoted-printable\n\nHubo 300 ni=C3=B1os", ".eml"),
    ],
)
@pytest.mark.parametrize("name", ["nota.txt", "nota.md"])
def test_the_source_of_a_page_or_a_mail_is_no_text(text, ending, name):
    with pytest.raises(ReadError, match=f"give it the ending {ending}"):
        read_txt(text.encode(), name)


@pytest.mark.parametrize(
    "text",
    [
        "<b>300</b> casos, y <html> es una marca",
        "<!--a-->" * 20_000 + "Hubo 300 casos",
        "De: Prensa\nAsunto: 300 casos\n\nContent-Transfer-Encoding: base64",
    ],
)
def test_marks_in_a_text_make_no_page_or_mail_of_it(text):
    assert read_txt(text.encode()).text == text


def test_line_ends_become_newlines():
    assert read_txt(b"Uno\r\nDos\rTres\nCuatro\r\r\n").text == "Uno\nDos\nTres\nCuatro\n\n"


def test_broken_bytes_in_utf_8_cost_only_themselves():
    release = read_txt("Más niñas, más sesiones, según él: años después".encode() + b"\xff" + b" 300 becas")
    assert release.encoding == "utf-8"
    assert release.text == "Más niñas, más sesiones, según él: años después\ufffd 300 becas"


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "empty"),
        (b" \r\n\t\n ", "only blanks"),
        (b"\xef\xbb\xbf", "only blanks"),
        (b"%PDF-1.7 text", "a PDF"),
        (b"PK\x03\x04 text", "ZIP archive or an Office document"),
        (b"\x7fELF\x02\x01", "a program"),
        (b"\x89PNG\r\n\x1a\n", "an image"),
        (b"{\\rtf1 Hola}", "an RTF document"),
        (b"se entregaron\x00 300 becas", "binary data"),
        (b"\x00\x01\x02", "binary data"),  # as UTF-16 too few strange characters to be many
        (bytes(range(1, 256)) * 20, "binary data"),
        (b"\xff\xfe" + random.Random(1).randbytes(400), "binary data"),  # noqa: S311
    ],
)
def test_what_is_no_text_is_refused_in_one_sentence(data, words):
    with pytest.raises(ReadError, match=words) as caught:
        read_txt(data)
    assert str(caught.value).endswith(".")
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize("name", ["nota.xlsx", "nota", "nota.txt.bak"])
def test_other_endings_are_refused_and_the_known_ones_named(name):
    with pytest.raises(ReadError, match="no release format") as caught:
        read_txt(b"Hola", name)
    assert all(suffix in str(caught.value) for suffix in SUFFIXES)


def test_endings_are_read_in_any_case():
    assert read_txt(b"Hola", "NOTA.TXT").format == "txt"


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (BODY, "Llegan 300 becas"),
        ("Boletín No. 12\n\nLlegan 300 becas\n\nTexto.", "Llegan 300 becas"),
        ("Boletín SEDES no. 45/2024\nLlegan 300 becas\n\nTexto.", "Llegan 300 becas"),
        ("COMUNICADO DE PRENSA 007\n\nLlegan 300 becas\n\nTexto.", "Llegan 300 becas"),
        ("Nota de prensa N.º 087-2025\n\nLlegan 300 becas\n\nTexto.", "Llegan 300 becas"),
        ("20 de julio de 2020\n\nLlegan 300 becas\n\nTexto.", "Llegan 300 becas"),
        ("Toluca, 3 de mayo de 2024\nBoletín 9\n\nLlegan 300 becas\n\nTexto.", "Llegan 300 becas"),
        ("Madrid, 3 de mayo de 2024.\n\nEl plan abre 300 plazas\n\nTexto largo.", "El plan abre 300 plazas"),
        ("Gobierno de Puebla | Boletín 45\n\nLlegan 300 becas\n\nTexto.", "Llegan 300 becas"),
        ("GOBIERNO DE PUEBLA\n\nLlegan 300 becas\n\nTexto.", "Llegan 300 becas"),
        ("SECRETARÍA DE DESARROLLO RURAL SUSTENTABLE\nBoletín 3\n\nLlegan 300 becas\n\nTexto.", "Llegan 300 becas"),
        ("MUNICIPALIDAD DE SALTA SUMA UN PLAN\n\nTexto.", "MUNICIPALIDAD DE SALTA SUMA UN PLAN"),
        ("Nota 10 para las alumnas de Teruel\n\nTexto.", "Nota 10 para las alumnas de Teruel"),
        ("Boletín especial: suben 300 alumnos\n\nTexto.", "Boletín especial: suben 300 alumnos"),
        ("LLEGAN  300\tBECAS A LA SIERRA NORTE Y A LOS VALLES,\nANUNCIA EL ESTADO\n\nTexto.", None),
        ("· Más de 300 becas\n\nEntrega el estado becas\n\nTexto.", "Entrega el estado becas"),
        ("Quito, 3 de mayo de 2024.- El plan dio 300 becas. Luego, 20.\n\nTexto.", "El plan dio 300 becas."),
        ("Gobierno del Estado", "Gobierno del Estado"),
        ("Boletín 30", None),
        ("", None),
    ],
)
def test_title_is_the_first_headline(text, title):
    if text.startswith("LLEGAN"):  # wrapped over two lines
        title = "LLEGAN 300 BECAS A LA SIERRA NORTE Y A LOS VALLES, ANUNCIA EL ESTADO"
    assert read_text(text).title == title


def test_a_title_from_a_long_sentence_is_cut():
    title = read_text("El plan " + "llegó a la sierra y " * 40 + "terminó. Fin.").title
    assert title is not None
    assert len(title) <= 300
    assert title.endswith(" …")


@pytest.mark.parametrize(
    ("text", "name", "published", "source"),
    [
        ("Lima, 3 de junio de 2024.- Hubo 3.", "2020-01-01-a.txt", dt.date(2024, 6, 3), "dateline"),
        ("Hubo 3 casos.", "2020-01-31-a.txt", dt.date(2020, 1, 31), "file name"),
        ("Hubo 3 casos.", "2020-13-31-a.txt", None, None),
        ("Hubo 3 casos.", "2020-01-311.txt", None, None),
        ("Hubo 3 casos.", "nota-2020-01-31.txt", None, None),
        ("León, Guanajuato, a 27 de octubre.- Hubo 3.", "2020-10-27-a.txt", dt.date(2020, 10, 27), "dateline"),
        ("León, Guanajuato, a 27 de octubre.- Hubo 3.", "2020-10-29-a.txt", dt.date(2020, 10, 27), "dateline"),
        ("León, Guanajuato, a 30 de diciembre.- Hubo 3.", "2020-01-02-a.txt", dt.date(2019, 12, 30), "dateline"),
        ("León, Guanajuato, a 27 de octubre.- Hubo 3.", "2020-03-29-a.txt", dt.date(2020, 3, 29), "file name"),
        ("León, Guanajuato, a 29 de febrero.- Hubo 3.", "2021-02-28-a.txt", dt.date(2021, 2, 28), "file name"),
        ("León, Guanajuato, a 27 de octubre.- Hubo 3.", "a.txt", None, None),
    ],
)
def test_date_of_publication(text, name, published, source):
    release = read_txt(text.encode(), name)
    assert (release.published, release.published_from) == (published, source)


def test_dateline_gives_the_place_and_its_offsets():
    release = read_text(BODY)
    assert release.place == "Toluca"
    assert release.in_dateline(release.text.index("mayo"))
    assert not release.in_dateline(release.text.index("niña"))
    assert not read_text("Hubo 3 casos.").in_dateline(0)


@pytest.mark.parametrize(
    ("front", "published", "place", "url", "title"),
    [
        (
            "title: Llegan becas\ndate: 2024-05-03\nurl: https://a.mx/1\nplace: Toluca",
            dt.date(2024, 5, 3),
            "Toluca",
            "https://a.mx/1",
            "Llegan becas",
        ),
        ("date: 2024-05-03T10:00:00-06:00", dt.date(2024, 5, 3), None, None, "Otro título"),
        ('fecha: "2024-05-03 10:00"\nlugar: Toluca', dt.date(2024, 5, 3), "Toluca", None, "Otro título"),
        ("date: mañana\ntags: [a, b]", None, None, None, "Otro título"),
    ],
)
def test_front_matter_of_markdown(front, published, place, url, title):
    text = "# Otro título\n\nHubo 300 casos.\n"
    release = read_txt(f"---\n{front}\n---\n\n{text}".encode(), "nota.md")
    assert (release.published, release.place, release.url, release.title) == (published, place, url, title)
    assert release.text == text
    assert release.published_from == ("metadata" if published else None)


@pytest.mark.parametrize(
    "text",
    [
        "---\nHubo 300 casos.\n---\nFin.",
        "+++\nHubo 300 casos.\n+++\nFin.",
        "---\n{: no\n---\nFin.",
        "---\ndate: 2024-02-03\n\nsin cierre",
        "Uno\n---\ntitle: x\n---\n",
    ],
)
def test_what_is_no_front_matter_stays_text(text):
    assert read_txt(text.encode(), "nota.md").text == text


def test_front_matter_is_text_in_a_txt_file():
    text = "---\ntitle: Llegan becas\n---\nHubo 300."
    assert read_txt(text.encode()).text == text


@pytest.mark.parametrize(
    ("line", "title"),
    [("# Llegan 300", "Llegan 300"), ("## **Llegan 300** ##", "Llegan 300"), ("#Becas para 300", "#Becas para 300")],
)
def test_markdown_marks_are_taken_off_the_title_alone(line, title):
    release = read_txt(f"{line}\n\nTexto.".encode(), "nota.md")
    assert release.title == title
    assert release.text.startswith(line)


def test_toml_front_matter():
    release = read_txt(
        b'+++\ntitle = "Llegan becas"\ndate = 2024-05-03T10:00:00Z\nlocation = "Toluca"\n+++\n\nHubo 300.', "nota.md"
    )
    assert (release.text, release.title, release.place) == ("Hubo 300.", "Llegan becas", "Toluca")
    assert release.published == dt.date(2024, 5, 3)
