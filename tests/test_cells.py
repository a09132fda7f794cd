"""Tables in a text: which lines are one, and what its head and its rows say of the numbers in it."""

import io

import docx
import pytest

from extract.cells import find_cells
from extract.pipeline import load
from extract.readers.web import read_html
from extract.readers.word import read_docx

HEAD = "Tepic, Nayarit, a 3 de mayo de 2024.- La Secretaría de Educación dio a conocer los apoyos de cuatro municipios.\n\n"
TAIL = "\n\nEl registro sigue abierto.\n"


@pytest.fixture(scope="module")
def nlp():
    return load()


def rows(nlp, table):
    """(surface, value, unit, item) of each record in the table."""
    doc = nlp(HEAD + table + TAIL)
    inside = [r for r in doc._.records if r.start >= len(HEAD)]
    return [(r.surface, r.value, r.unit, r.item) for r in inside]


def fields(nlp, table, *names):
    doc = nlp(HEAD + table + TAIL)
    return [tuple(getattr(r, name) for name in names) for r in doc._.records if r.start >= len(HEAD)]


SHAPES = [
    lambda rows: "\n".join("\t".join(row) for row in rows),
    lambda rows: "\n\n".join(" | ".join(row).strip() for row in rows),
    lambda rows: "\n".join(f"| {' | '.join(row)} |" for row in [rows[0], ["---"] * len(rows[0]), *rows[1:]]),
    lambda rows: "\n".join("".join(f"{cell:<28}" for cell in row).rstrip() for row in rows),
]


@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize(
    ("table", "expected"),
    [
        (
            [["Municipio", "Becas", "Inversión (pesos)"], ["Tepic", "1,250", "3,400,000"], ["Xalisco", "340", "920,500"]],
            [("1,250", 1250, None, "Becas"), ("3,400,000", 3_400_000, "MXN", "Inversión"),
             ("340", 340, None, "Becas"), ("920,500", 920_500, "MXN", "Inversión")],
        ),
        (
            [["No.", "Obra", "Avance (%)", "Monto (mdp)"], ["1", "Techo de la primaria", "85", "3.4"], ["2", "Andador", "40", "12"]],
            [("85", 85, "%", "Avance"), ("3.4", 3_400_000, "MXN", "Techo de la primaria"),
             ("40", 40, "%", "Avance"), ("12", 12_000_000, "MXN", "Andador")],
        ),
        (
            [["Apoyo", "Cantidad"], ["Estufas ecológicas", "340"], ["Tinacos", "1,200"]],
            [("340", 340, None, "Estufas ecológicas"), ("1,200", 1200, None, "Tinacos")],
        ),
        (
            [["Colonia", "Superficie (m2)", "Monto (miles de pesos)"], ["Centro", "1,250", "35"], ["Las Flores", "800", "12"]],
            [("1,250", 1250, "m2", "Superficie"), ("35", 35_000, "MXN", "Monto"),
             ("800", 800, "m2", "Superficie"), ("12", 12_000, "MXN", "Monto")],
        ),
    ],
)  # fmt: skip
def test_a_number_alone_in_a_cell_is_what_its_column_says(nlp, shape, table, expected):
    assert rows(nlp, shape(table)) == expected


def test_years_at_the_head_and_in_a_column_are_the_time_of_the_numbers(nlp):
    above = "Concepto\t2022\t2023\nBecas entregadas\t1,250\t1,400"
    beside = "Año\tCasos\n2022\t345\n2023\t298"
    found = fields(nlp, above, "surface", "item", "period_text")
    assert found == [("1,250", "Becas entregadas", "2022"), ("1,400", "Becas entregadas", "2023")]
    assert fields(nlp, beside, "surface", "item", "period_text") == [("345", "Casos", "2022"), ("298", "Casos", "2023")]


def test_the_row_names_agency_and_program(nlp):
    agencies = "Dependencia\tPlazas\nSecretaría de Salud\t120\nInstituto de la Mujer\t45"
    programs = "Programa\tBeneficiarios\nManos Limpias\t1,250\nTecho Digno\t300"
    assert fields(nlp, agencies, "surface", "agency") == [
        ("120", "Secretaría de Salud"),
        ("45", "Instituto de la Mujer"),
    ]
    assert fields(nlp, programs, "surface", "program") == [("1,250", "Manos Limpias"), ("300", "Techo Digno")]


def test_a_row_of_another_length_takes_nothing_from_heads_or_text(nlp):
    table = "Municipio | Becas | Apoyos\nTepic | 350 | 20\nXalisco | 40\nTotal | 390 | 60"
    assert [(s, i) for s, _, _, i in rows(nlp, table)] == [
        ("350", "Becas"),
        ("20", "Apoyos"),
        ("40", None),
        ("390", "Becas"),
        ("60", "Apoyos"),
    ]


def test_no_verb_is_looked_for_in_a_row(nlp):
    table = "Colonia\tMetros lineales\tMeta 2024\nTerán\t350\t800\nAserradero\t20\t40"
    assert fields(nlp, table, "surface", "unit", "status") == [
        ("350", "m", "reported"),
        ("800", None, "planned"),
        ("20", "m", "reported"),
        ("40", None, "planned"),
    ]


def test_names_end_with_their_cell(nlp):
    assert fields(nlp, "Sede\tBecas\tApoyos\nTepic\t350\t20", "item", "program") == [("Becas", None), ("Apoyos", None)]


@pytest.mark.parametrize(
    ("table", "expected"),
    [
        # a cell with words of its own speaks for itself
        ("Sede\tCupo\nCasa de la Cultura\t30 personas", [("30 personas", 30, None, "personas")]),
        ("Obra\tMonto\nAndador\t3 millones de dólares", [("3 millones de dólares", 3e6, "USD", "Andador")]),
        # codes and numbers of order count nothing
        ("Folio\tNombre\n1250\tAna Ruiz\n1251\tJuan Gil", []),
        # no head, no table
        ("Tepic\t1,250\nXalisco\t340", [("1,250", 1250, None, None), ("340", 340, None, None)]),
    ],
)
def test_what_the_head_does_not_decide(nlp, table, expected):
    found = rows(nlp, table)
    if "Folio" not in table and "1,250\n" in table:
        assert [(s, v, u) for s, v, u, _ in found] == [(s, v, u) for s, v, u, _ in expected]
    else:
        assert [(s.removesuffix(" personas"), v, u, i) for s, v, u, i in found] == [
            (s.removesuffix(" personas"), v, u, i) for s, v, u, i in expected
        ]


@pytest.mark.parametrize(
    "text",
    [
        "El alcalde entregó 350 becas.\nLa directora recibió 20 equipos.",
        "Comunicación Social | Boletín 350",
        "Los apoyos: becas\ty útiles.\n350 familias\tde Tepic.",
        "Según   el   informe   de   hoy\nse   dieron   350   becas   más\nque   en   el   año   pasado.",
        "Uno. | Dos. | Tres.\nTepic | 350 | 20",
        "Comunicación Social | Prensa\nTepic | 350 | 20",
        "|",
        "|||\n|||",
        "\t\t\n\t\t",
    ],
)
def test_what_is_no_table_has_no_cells(text):
    assert find_cells(text) == []


def test_cells_are_their_characters():
    text = "| **Municipio** | Becas |\n|:--|--:|\n| Tepic | 1,250 |\n| | 340 |\n"
    cells = find_cells(text)
    assert all(text[cell.start : cell.end] == cell.surface for cell in cells)
    assert [(c.kind, c.column, c.surface, c.label and c.label.surface) for c in cells] == [
        ("head", 0, "Municipio", None),
        ("head", 1, "Becas", None),
        ("body", 0, "Tepic", None),
        ("body", 1, "1,250", "Tepic"),
        ("body", 1, "340", None),
    ]


def test_tabs_that_only_set_the_columns_are_one():
    cells = find_cells("Entidad\t\tCasos\nQuintana Roo\t5\nOaxaca\t\t4\n")
    assert [(cell.column, cell.surface) for cell in cells if cell.kind == "body"] == [
        (0, "Quintana Roo"),
        (1, "5"),
        (0, "Oaxaca"),
        (1, "4"),
    ]


def test_a_second_row_of_heads_says_more():
    text = "Municipio\tBecas\tBecas\n\tHombres\tMujeres\nTepic\t120\t230"
    assert [cell.head.surface for cell in find_cells(text) if cell.head] == ["Municipio", "Hombres", "Mujeres"]


TABLE = [["", "Hombres", "Mujeres"], ["Tepic", "120", "230"], ["Xalisco", "", "45"]]


def test_a_number_behind_the_table_is_not_in_its_last_cell(nlp):
    doc = nlp(f"{HEAD}Entidad\tCasos\nTepic\t52\n\nSe abrió la modalidad 34 con 20 becas en la calle Luna 15.")
    assert [(r.surface, r.item) for r in doc._.records if r.start > len(HEAD)] == [("52", "Casos"), ("20", "becas")]


def test_an_empty_cell_keeps_its_place_in_a_page():
    body = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>" for row in TABLE)
    title = "<tr><td colspan=3>Apoyos de mayo</td></tr>"
    text = read_html(f"<html><body><p>Apoyos</p><table>{title}{body}</table></body></html>".encode()).text
    assert text.split("\n\n") == [
        "Apoyos",
        "Apoyos de mayo",
        "| Hombres | Mujeres",
        "Tepic | 120 | 230",
        "Xalisco |  | 45",
    ]
    assert [(c.surface, c.head.surface) for c in find_cells(text) if c.head][-1] == ("45", "Mujeres")


def test_a_cell_over_several_rows_keeps_its_place_in_each():
    rows = (
        "<tr><th>Zona</th><th>Pueblo</th><th>Becas</th></tr>"
        "<tr><td rowspan=2>Norte</td><td>Tepic</td><td>120</td></tr><tr><td>Ruiz</td><td>45</td></tr>"
        "<tr><td>Sur</td><td colspan=2 rowspan=2>sin datos</td></tr><tr><td>Centro</td></tr>"
        "<tr><td rowspan=x>Costa</td><td>San Blas</td><td>9</td></tr>"
    )
    text = read_html(f"<html><body><p>Apoyos</p><table>{rows}</table></body></html>".encode()).text
    assert text.split("\n\n")[1:] == [
        "Zona | Pueblo | Becas",
        "Norte | Tepic | 120",
        "| Ruiz | 45",
        "Sur | sin datos |",
        "Centro |  |",
        "Costa | San Blas | 9",
    ]
    assert [(c.surface, c.head.surface) for c in find_cells(text) if c.head and c.surface == "45"] == [("45", "Becas")]


def test_the_cells_of_one_table_do_not_reach_into_the_next():
    tables = (
        "<table><tr><td rowspan=9>Norte</td><td>120</td></tr></table><table><tr><td>Tepic</td><td>45</td></tr></table>"
    )
    text = read_html(f"<html><body><p>Apoyos</p>{tables}</body></html>".encode()).text
    assert text.split("\n\n")[1:] == ["Norte | 120", "Tepic | 45"]


def test_an_empty_cell_keeps_its_place_in_a_document():
    document = docx.Document()
    table = document.add_table(3, 3)
    for row, cells in zip(table.rows, TABLE, strict=True):
        for cell, words in zip(row.cells, cells, strict=True):
            cell.text = words
    data = io.BytesIO()
    document.save(data)
    assert read_docx(data.getvalue()).text.split("\n\n")[-1] == "Xalisco |  | 45"


def test_merged_cells_of_a_document_keep_their_places():
    document = docx.Document()
    rows = [["Zona", "Pueblo", "Becas"], ["Norte", "Tepic", "120"], ["", "", "45"], ["Sur", "sin datos", ""]]
    table = document.add_table(4, 3)
    for row, cells in zip(table.rows, rows, strict=True):
        for cell, words in zip(row.cells, cells, strict=True):
            cell.text = words
    table.cell(1, 0).merge(table.cell(2, 0))
    table.cell(1, 1).merge(table.cell(2, 1))
    table.cell(3, 1).merge(table.cell(3, 2))
    data = io.BytesIO()
    document.save(data)
    read = read_docx(data.getvalue()).text.split("\n\n")[-4:]
    assert read == ["Zona | Pueblo | Becas", "Norte | Tepic | 120", "|  | 45", "Sur | sin datos |"]


def test_long_tables_are_read_in_one_pass():
    text = "Municipio | Becas\n" + "Tepic | 350\n" * 100_000
    assert len(find_cells(text)) == 200_002
