"""Datelines: the shapes in which releases say where and when they were published, and the prose that only looks so."""

import json
from datetime import date

import pytest

from extract.readers.dateline import find_dateline


@pytest.mark.parametrize(
    ("line", "place", "published", "surface"),
    [
        (
            "Cancún, Q. R., a 23 de noviembre de 2025.- Abre la feria.",
            "Cancún, Q. R.",
            (2025, 11, 23),
            "Cancún, Q. R., a 23 de noviembre de 2025.-",
        ),
        ("Tecate, Baja California; Martes 3 de marzo del 2020. Abre.", "Tecate, Baja California", (2020, 3, 3), None),
        ("Ciudad de México, a 11 de diciembre de 2023.-", "Ciudad de México", (2023, 12, 11), None),
        (
            "Guadalupe, Zac., 3 de mayo de 2016.– Abre",
            "Guadalupe, Zac.",
            (2016, 5, 3),
            "Guadalupe, Zac., 3 de mayo de 2016.–",
        ),
        ("COMUNICADO 45 • Toluca, Méx., 3 de mayo de 2012 • Abre.", "Toluca, Méx.", (2012, 5, 3), None),
        ("• Lerdo, Durango, a 3 de mayo de 2012. • Abre.", "Lerdo, Durango", (2012, 5, 3), None),
        ("MÉXICO, D.F., 12 DE MARZO DE 2013", "MÉXICO, D.F.", (2013, 3, 12), None),
        ("Bogotá D. C., 12 de marzo de 2019. Abre.", "Bogotá D. C.", (2019, 3, 12), None),
        (
            "Bogotá, 12 de marzo de 2019 (Prensa). Abre.",
            "Bogotá",
            (2019, 3, 12),
            "Bogotá, 12 de marzo de 2019 (Prensa).",
        ),
        ("Rosario, 4 de mayo de 2021 – Abre.", "Rosario", (2021, 5, 4), "Rosario, 4 de mayo de 2021 –"),
        ("Madrid, 15/04/2023", "Madrid", (2023, 4, 15), None),
        ("Lima, 3 jun. 2024.- Abre.", "Lima", (2024, 6, 3), None),
        ("(Lima, 03 de junio de 2024).- Abre.", "Lima", (2024, 6, 3), None),
        ("Zacatecas, Zac., marzo 12 de 2019", "Zacatecas, Zac.", (2019, 3, 12), None),
        ("La Paz, Baja California Sur, martes 3 de mayo de 2016.-", "La Paz, Baja California Sur", (2016, 5, 3), None),
        ("Monterrey, Nuevo León a 3 de mayo de 2020.-", "Monterrey, Nuevo León", (2020, 5, 3), None),
        ("Comunicado No. 45 Morelia, Mich., a 3 de mayo de 2020.-", "Morelia, Mich.", (2020, 5, 3), None),
        ("Lunes, 4 de marzo de 2024", None, (2024, 3, 4), None),
        ("4 de marzo de 2024 | Noticias", None, (2024, 3, 4), None),
        ("Fecha: 12/05/2022", None, (2022, 5, 12), None),
        ("Publicado el 4 de mayo de 2021", None, (2021, 5, 4), None),
        ("Boletín No. 123 / 4 de mayo de 2016", None, (2016, 5, 4), "4 de mayo de 2016"),
        ("2023-04-15", None, (2023, 4, 15), None),
        ("Salta, 15/04/23", "Salta", (2023, 4, 15), None),
        ("Fecha de publicación: 4 de marzo de 2024, 12:30 h", None, (2024, 3, 4), None),
        ("Cali, 3 may. 2024 (Prensa).- Abre.", "Cali", (2024, 5, 3), "Cali, 3 may. 2024 (Prensa).-"),
    ],
)
@pytest.mark.parametrize("where", ["head", "foot"])
def test_shapes(line, place, published, surface, where):
    body = "\n\n".join(f"La feria tuvo {n} puestos más que la de antes." for n in range(2, 22))
    text = f"ABRE LA FERIA\n\n{line}\n\n{body}" if where == "head" else f"ABRE LA FERIA\n\n{body}\n\n{line}\n"
    dateline = find_dateline(text)
    assert dateline is not None
    assert (dateline.place, dateline.published) == (place, date(*published))
    if surface:
        assert text[dateline.start : dateline.end] == surface


@pytest.mark.parametrize(
    ("line", "place"),
    [
        ("Tecate, Baja California, a 27 de octubre.- Abre.", "Tecate, Baja California"),
        ("Santiago, 27 de octubre.", "Santiago"),
    ],
)
def test_without_a_year_the_day_still_holds(line, place):
    dateline = find_dateline(f"Abre la feria\n\n{line}")
    assert dateline is not None
    assert (dateline.place, dateline.published, dateline.month, dateline.day) == (place, None, 10, 27)


@pytest.mark.parametrize(
    ("line", "place"),
    [
        ("Morelia, michoacán, a 3 de mayo de 2018.- Abre.", "Morelia, michoacán"),
        ("Toluca, estado de méxico; 3 de mayo de 2018. Abre.", "Toluca, estado de méxico"),
        ("_Bogotá, 3 de mayo de 2018_", "Bogotá"),
        ("*Bogotá, 3 de mayo de 2018.*", "Bogotá"),
        ("_Bogotá, 3 de mayo de 2018_.- Abre.", "Bogotá"),
        ("**_Bogotá, 3 de mayo de 2018_** — Abre.", "Bogotá"),
        ("_Bogotá_, 3 de mayo de 2018.", "Bogotá"),
    ],
)
def test_small_letters_and_emphasis_in_a_dateline(line, place):
    dateline = find_dateline(line)
    assert dateline is not None
    assert (dateline.place, dateline.published) == (place, date(2018, 5, 3))


@pytest.mark.parametrize(
    "text",
    [
        "Morelia, bonita como siempre, a 3 de mayo de 2018.- Abre.",
        "En Morelia, el 3 de mayo de 2020 se entregaron 30 becas.",
        "Morelia, 3 de mayo de 2020 se entregaron 30 becas.",
        "El 3 de mayo de 2020.",
        "El próximo lunes 3 de mayo de 2020.",
        "Hoy, 3 de mayo de 2020.",
        "Del 3 al 5 de mayo de 2020.",
        "Feria del Libro, 3 de mayo",
        "GRAN FERIA DEL LIBRO EL 3 DE MAYO",
        "Concierto en Morelia, 5 de julio",
        "Morelia, Mich., a 31 de febrero de 2020.-",
        "",
    ],
)
def test_prose_and_headlines_are_none(text):
    assert find_dateline(text) is None


def test_a_date_deep_in_the_body_is_none():
    lines = [f"Renglón {n} de la nota." for n in range(30)]
    lines[15] = "Morelia, Mich., a 3 de mayo de 2020.-"
    assert find_dateline("\n\n".join(lines)) is None


def test_the_fuller_dateline_wins():
    dateline = find_dateline("Boletín 30 / 3 de mayo de 2020\n\nMorelia, Mich., a 3 de mayo de 2020.- Abre.")
    assert dateline is not None
    assert dateline.place == "Morelia, Mich."


@pytest.mark.parametrize(("gold", "folder"), [("seeds", "seeds"), ("tijuana", "corpus/tijuana")])
def test_gold_datelines(shared, gold, folder):
    for line in (shared / "gold" / f"{gold}.jsonl").read_text(encoding="utf-8").splitlines():
        document = json.loads(line)
        dateline = find_dateline((shared / folder / document["file"]).read_text(encoding="utf-8"))
        assert dateline is not None, document["file"]
        assert (str(dateline.published), dateline.place) == (document["published"], document["place"])
