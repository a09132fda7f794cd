import datetime as dt
from pathlib import Path

import pytest
from fpdf import FPDF

from extract.readers import ReadError, read
from tests.release_files import as_pdf, new_pdf, printed

RELEASE = """Abren 300 plazas en las escuelas de Toluca

• Más de 40 planteles reciben alumnos, según los datos que reunió la Secretaría de Educación a lo largo del año

• Se invierten 3 mdp

Toluca, Estado de México, a 3 de mayo de 2024.- El Ayuntamiento abrió 300 plazas de maestra en 40 planteles de la ciudad y de los pueblos que la rodean, con lo que atenderá a 4 mil 580 niñas y niños.

La alcaldesa dijo que en el último año se han invertido 3 millones de pesos en “la niñez de la ciudad”… y que para el próximo se prevén mil 300 plazas más, de las cuales 12.5 por ciento serán de música.

Por su parte, la directora de Educación detalló que las 24 rutas de transporte llevan a 2 mil 100 alumnos y que la meta es llegar a 3 mil antes de que termine el ciclo escolar."""
LINES = RELEASE.split("\n\n")
TEXT = RELEASE.replace("año\n\n•", "año\n•")


def read_paper(data):
    return read(Path("nota.pdf"), data if isinstance(data, bytes) else printed(data))


@pytest.mark.parametrize("columns", [1, 2, 3])
@pytest.mark.parametrize("align", ["J", "L"])
def test_paragraphs_come_whole_and_in_order(columns, align):
    release = read_paper(as_pdf(RELEASE, columns=columns, align=align, running="Dirección de Prensa"))
    assert release.text == TEXT
    assert (release.title, release.place) == (LINES[0], "Toluca, Estado de México")
    assert (release.published, release.published_from) == (dt.date(2024, 5, 3), "dateline")
    assert (release.page_starts, release.encoding) == ((0,), None)


@pytest.mark.parametrize("columns", [1, 2])
def test_pages_run_on_without_their_heads_and_numbers(columns):
    body = [f"{line} Fueron {number} en total." for number, line in enumerate(LINES[3:] * 8, start=1000)]
    release = read_paper(as_pdf("\n\n".join([LINES[0], *body]), columns=columns, running="Boletín 45 de Prensa"))
    assert release.text == "\n\n".join([LINES[0], *body])
    assert len(release.page_starts) > 1
    assert release.page_starts[0] == 0
    assert list(release.page_starts) == sorted(set(release.page_starts))
    for start in release.page_starts[1:]:
        assert release.text[start - 1].isspace()
        assert not release.text[start].isspace()


def test_rows_alike_at_the_head_of_two_pages_are_kept():
    pdf = new_pdf()
    for page in range(2):
        if page:
            pdf.add_page()
        for row in range(5):
            pdf.text(20, 30 + 6 * row, f"Distrito {page + 1}: {100 * page + row + 310} plazas")
    assert read_paper(pdf).text.count("plazas") == 10


@pytest.mark.parametrize(
    ("foot", "kept"),
    [
        ("2", False),
        ("- 2 -", False),
        ("Página 2 de 2", False),
        ("2/2", False),
        ("Boletín 45 · 2", False),
        ("300", True),
    ],
)
def test_numbers_at_the_foot_of_the_second_page(foot, kept):
    pdf = FPDF()
    for page, word in (("1", "primera"), ("2", "segunda")):
        pdf.add_page()
        pdf.set_font("helvetica", size=11)
        pdf.text(20, 30, f"Texto de la {word} plana, que sigue.")
        pdf.text(100, 280, foot.replace("2", page, 1) if foot != "300" else "300" * int(page))
    assert read_paper(pdf).text.endswith("plana, que sigue.") is not kept


def test_date_and_title_of_the_properties():
    pdf = new_pdf()
    pdf.set_title("Abren 300 plazas")
    pdf.set_creation_date(dt.datetime(2024, 5, 3, 9, tzinfo=dt.UTC))
    pdf.multi_cell(0, 6, "El plan abrió 300 plazas. Luego, 20.")
    release = read_paper(pdf)
    assert (release.published, release.published_from) == (dt.date(2024, 5, 3), "metadata")
    assert release.title == "Abren 300 plazas"


@pytest.mark.parametrize("title", ["Microsoft Word - boletin", "boletin_45.indd", "Documento1", ""])
def test_the_name_of_a_file_is_no_title(title):
    pdf = new_pdf()
    pdf.set_title(title)
    pdf.multi_cell(0, 6, "El plan abrió 300 plazas. Luego, 20.")
    assert read_paper(pdf).title == "El plan abrió 300 plazas."


def set_lines(lines, left=20.0, pitch=6.0):
    """A page whose lines stand where they are told: text, or (indent, text)."""
    pdf = new_pdf()
    for number, line in enumerate(lines):
        indent, text = line if isinstance(line, tuple) else (0, line)
        pdf.text(left + indent, 30 + number * pitch, text)
    return pdf


FULL = "La alcaldesa dijo ayer que en el último año se ha invertido mucho en todas las"


@pytest.mark.parametrize(
    ("lines", "text"),
    [
        ([f"{FULL} aten-", "ciones de 40 planteles."], f"{FULL} atenciones de 40 planteles."),
        ([f"{FULL} aten\u00ad", "ciones de 40 planteles."], f"{FULL} atenciones de 40 planteles."),
        ([f"{FULL} de 20-", "24 planteles."], f"{FULL} de 20-24 planteles."),
        ([f"{FULL} de Jalisco-", "Colima."], f"{FULL} de Jalisco-Colima."),
        ([f"{FULL} aulas -", "que son 40- y más."], f"{FULL} aulas - que son 40- y más."),
        ([f"{FULL} aulas, que son", "mil 300 en total."], f"{FULL} aulas, que son mil 300 en total."),
        (
            [(8, f"{FULL} aulas."), (8, f"{FULL} aulas."), "Son 300 en total."],
            f"{FULL} aulas.\n\n{FULL} aulas. Son 300 en total.",
        ),
        (["Se abren 300 plazas", f"{FULL} aulas."], f"Se abren 300 plazas\n\n{FULL} aulas."),
        (["Atentamente", "Ana Ruiz", f"{FULL} aulas."], f"Atentamente\n\nAna Ruiz\n\n{FULL} aulas."),
        ([f"• {FULL} aulas y", (4, "en los patios."), "• Otras 40"], f"• {FULL} aulas y en los patios.\n• Otras 40"),
        ([f"1. {FULL} aulas,", "2. Otras 40"], f"1. {FULL} aulas,\n2. Otras 40"),
    ],
)
def test_line_wraps_are_undone(lines, text):
    assert read_paper(set_lines(lines)).text == text


def test_cells_that_only_stand_apart_stay_rows():
    pdf = new_pdf()
    for name, number in (("Primaria", "1,200"), ("Secundaria", "3,400"), ("Media superior", "560"), ("Total", "5,160")):
        pdf.cell(70, 6, name)
        pdf.cell(40, 6, number, align="R", new_x="LMARGIN", new_y="NEXT")
    assert read_paper(pdf).text == "Primaria | 1,200\n\nSecundaria | 3,400\n\nMedia superior | 560\n\nTotal | 5,160"


@pytest.mark.parametrize("mark", ["•", "·", "2."])
def test_the_mark_of_an_item_is_no_cell(mark):
    pdf = new_pdf()
    for row, text in enumerate(("Llegan a 12 municipios", "Suman 7 clínicas")):
        pdf.text(20, 30 + 6 * row, mark)
        pdf.text(45, 30 + 6 * row, text)
    assert read_paper(pdf).text == f"{mark} Llegan a 12 municipios\n{mark} Suman 7 clínicas"


def test_ruled_tables_are_read_row_by_row():
    pdf = new_pdf()
    pdf.multi_cell(0, 6, f"{FULL} aulas.", new_x="LMARGIN", new_y="NEXT")
    with pdf.table(width=150, col_widths=(50, 50, 50)) as table:
        for row in (("Nivel", "Apoyo", "Becas"), ("Primaria", "Apoyo para niñas y niños de los pueblos", "200")):
            table.row(row)
    pdf.multi_cell(0, 6, "Fin de la nota.", new_x="LMARGIN", new_y="NEXT")
    assert read_paper(pdf).text == (
        f"{FULL} aulas.\n\nNivel | Apoyo | Becas\n\nPrimaria | Apoyo para niñas y niños de los pueblos | 200"
        "\n\nFin de la nota."
    )


def test_a_row_alone_on_its_page_belongs_to_the_table_of_the_next():
    pdf, widths = new_pdf(), (40, 60, 50)
    pdf.multi_cell(0, 6, f"{FULL} aulas.", new_x="LMARGIN", new_y="NEXT")
    with pdf.table(width=150, col_widths=widths) as table:
        table.row(("Nivel", "Apoyo para las niñas y los niños de los pueblos", "Becas que se dan en el año escolar"))
    pdf.add_page()
    with pdf.table(width=150, col_widths=widths) as table:
        for row in (("Primaria", "Útiles", "200"), ("Secundaria", "Mochila", "140")):
            table.row(row)
    assert read_paper(pdf).text == (
        f"{FULL} aulas.\n\nNivel | Apoyo para las niñas y los niños de los pueblos | Becas que se dan en el año escolar"
        "\n\nPrimaria | Útiles | 200\n\nSecundaria | Mochila | 140"
    )


def test_paragraphs_under_columns_stay_apart():
    pdf, wide = new_pdf(), f"{FULL} aulas y en los patios de las 40 escuelas, de las que se abrieron 12 en enero."
    with pdf.text_columns(ncols=2, gutter=8, line_height=1.2, balance=True) as region:
        for line in LINES[4:6]:
            with region.paragraph(bottom_margin=3) as paragraph:
                paragraph.write(line)
    pdf.set_x(pdf.l_margin)
    for line in (wide, "Son 300 plazas.", wide, wide):
        pdf.multi_cell(0, 6, line, new_x="LMARGIN", new_y="NEXT")
    assert read_paper(pdf).text.split("\n\n") == [*LINES[4:6], wide, "Son 300 plazas.", wide, wide]


def test_a_frame_is_no_table():
    pdf = new_pdf()
    for _ in range(4):
        pdf.multi_cell(0, 6, f"{FULL} aulas.", border=1, new_x="LMARGIN", new_y="NEXT")
    assert " | " not in read_paper(pdf).text


def test_text_that_lies_on_its_side_is_turned():
    pdf = new_pdf()
    with pdf.rotation(90, x=100, y=100):
        pdf.text(60, 90, "Más de 300 plazas se han abierto en")
        pdf.text(60, 96, "la ciudad de Toluca")
    assert read_paper(pdf).text == "Más de 300 plazas se han abierto en la ciudad de Toluca"


def test_what_is_drawn_twice_to_look_bold_is_read_once():
    pdf = new_pdf()
    pdf.text(20, 30, "Se abren 300 plazas")
    pdf.text(20.1, 30, "Se abren 300 plazas")
    assert read_paper(pdf).text == "Se abren 300 plazas"


@pytest.mark.parametrize(
    ("head", "kept"),
    [("Dirección de Prensa", False), ("Boletín 45", False), ("Crecen 20 por ciento las plazas", True)],
)
def test_small_type_at_the_head_of_a_single_page(head, kept):
    pdf = new_pdf()
    pdf.set_font("body", size=8)
    pdf.text(20, 20, head)
    pdf.set_font("body", size=11)
    pdf.text(20, 35, f"{FULL} aulas.")
    assert read_paper(pdf).text.startswith(head) is kept


def test_the_dateline_of_a_running_head_counts():
    pdf = new_pdf("Toluca, Estado de México, a 3 de mayo de 2024")
    pdf.multi_cell(0, 6, f"{FULL} aulas.")
    pdf.add_page()
    pdf.multi_cell(0, 6, "Y en todos los patios.")
    release = read_paper(pdf)
    assert (release.place, release.published) == ("Toluca, Estado de México", dt.date(2024, 5, 3))
    assert "de 2024" not in release.text


def test_a_scan_is_sent_to_ocr():
    pdf = FPDF()
    pdf.add_page()
    pdf.rect(10, 10, 50, 50)
    with pytest.raises(ReadError, match=r"^The PDF has no text layer: run OCR first\.$"):
        read_paper(pdf)


def test_a_password_is_asked_for_where_it_is_needed():
    pdf = new_pdf()
    pdf.cell(0, 6, "Son 300 becas")
    pdf.set_encryption("a", "b")
    with pytest.raises(ReadError, match=r"^The PDF needs a password: save it without one\.$"):
        read_paper(pdf)
    open_to_read = new_pdf()
    open_to_read.cell(0, 6, "Son 300 becas")
    open_to_read.set_encryption("a")
    assert read_paper(open_to_read).text == "Son 300 becas"


@pytest.mark.parametrize("data", [b"%PDF-1.7", b"Son 300 becas", b"%PDF-1.4\n" + b"\x00\xff" * 500])
def test_what_is_no_pdf_is_refused_in_one_sentence(data):
    with pytest.raises(ReadError, match="damaged or no PDF") as caught:
        read_paper(data)
    assert str(caught.value).endswith(".")
