import datetime as dt
import io
import zipfile
from pathlib import Path

import docx
import pytest
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from extract.readers import ReadError, read
from tests.release_files import noon, saved

W, WPS = nsdecls("w"), 'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
MC = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
BOX = f"""<w:p {W} {WPS} {MC}><w:r><w:t>Antes</w:t></w:r><w:r><mc:AlternateContent><mc:Choice Requires="wps">
<wps:txbx><w:txbxContent><w:p><w:r><w:t>Caja con 40</w:t></w:r></w:p></w:txbxContent></wps:txbx></mc:Choice>
<mc:Fallback><w:pict><w:txbxContent><w:p><w:r><w:t>Caja con 40</w:t></w:r></w:p></w:txbxContent></w:pict></mc:Fallback>
</mc:AlternateContent></w:r></w:p>"""


def read_word(document):
    return read(Path("nota.docx"), document if isinstance(document, bytes) else saved(document))


def with_paragraph(inner):
    document = docx.Document()
    document.element.body.insert(0, parse_xml(f"<w:p {W}>{inner}</w:p>"))
    return document


def test_paragraphs_lists_and_tables_in_order():
    document = docx.Document()
    document.add_heading("Abren 300 plazas", level=1)
    document.add_paragraph("Más de 40 planteles", style="List Bullet")
    document.add_paragraph("· Y 3 mdp", style="List Number")
    document.add_paragraph("Toluca, a 3 de mayo de 2024.- El plan abrió 300 plazas.")
    table = document.add_table(2, 2)
    for cell, text in zip(table._cells, ["Nivel", "Plazas", "Primaria", "200"], strict=True):
        cell.text = text
    document.add_paragraph("Fin.")
    release = read_word(document)
    assert release.text == (
        "Abren 300 plazas\n\n• Más de 40 planteles\n• Y 3 mdp\n\nToluca, a 3 de mayo de 2024.- El plan abrió 300 plazas."
        "\n\nNivel | Plazas\n\nPrimaria | 200\n\nFin."
    )
    assert (release.title, release.place, release.published) == ("Abren 300 plazas", "Toluca", dt.date(2024, 5, 3))
    assert (release.encoding, release.page_starts) == (None, ())


@pytest.mark.parametrize(
    ("inner", "text"),
    [
        ("<w:r><w:t>Son </w:t></w:r><w:r><w:t>300</w:t></w:r>", "Son 300"),
        ("<w:r><w:t>Uno</w:t><w:br/><w:t>Dos</w:t><w:tab/><w:t>3</w:t></w:r>", "Uno\nDos\t3"),
        ("<w:ins w:id='1' w:author='a'><w:r><w:t>Nuevas 300</w:t></w:r></w:ins>", "Nuevas 300"),
        (
            "<w:r><w:t>Son 3</w:t></w:r><w:del w:id='1' w:author='a'><w:r><w:delText>00</w:delText></w:r></w:del>",
            "Son 3",
        ),
        ("<w:hyperlink><w:r><w:t>Son 300</w:t></w:r></w:hyperlink>", "Son 300"),
        ("<w:sdt><w:sdtContent><w:r><w:t>Son 300</w:t></w:r></w:sdtContent></w:sdt>", "Son 300"),
        ("<w:r><w:t>Son 3</w:t></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t>00</w:t></w:r>", "Son 3"),
        ("<w:r><w:instrText>PAGE 9</w:instrText></w:r><w:r><w:t>Son 300</w:t></w:r>", "Son 300"),
        ("<w:r><w:t>2019</w:t><w:noBreakHyphen/><w:t>2020</w:t></w:r>", "2019-2020"),
        ("<w:r><w:t>nin\u0303os</w:t></w:r>", "niños"),
        ("<w:pPr><w:numPr><w:ilvl w:val='0'/><w:numId w:val='1'/></w:numPr></w:pPr><w:r><w:t>Uno</w:t></w:r>", "• Uno"),
        ("<w:pPr><w:numPr><w:numId w:val='0'/></w:numPr></w:pPr><w:r><w:t>Uno</w:t></w:r>", "Uno"),
    ],
)
def test_what_a_reader_sees_of_a_paragraph(inner, text):
    assert read_word(with_paragraph(inner)).text == text


def test_text_boxes_follow_their_paragraph_once():
    document = docx.Document()
    document.element.body.insert(0, parse_xml(BOX))
    document.add_paragraph("Después")
    assert read_word(document).text == "Antes\n\nCaja con 40\n\nDespués"


def test_merged_and_layout_cells():
    document = docx.Document()
    table = document.add_table(3, 2)
    table.cell(0, 0).merge(table.cell(0, 1)).text = "Resumen de 2024"
    table.cell(1, 0).text, table.cell(1, 1).text = "Becas", "300"
    table.cell(2, 0).text = "Uno.\nDos."
    for line in ("Tres.", "Cuatro."):
        table.cell(2, 0).add_paragraph(line)
    assert read_word(document).text == "Resumen de 2024\n\nBecas | 300\n\nUno.\nDos.\n\nTres.\n\nCuatro."


@pytest.mark.parametrize(
    ("created", "modified", "published"),
    [
        (noon(dt.date(2020, 1, 2)), noon(dt.date(2024, 5, 3)), dt.date(2024, 5, 3)),  # an old release written over
        (noon(dt.date(2024, 5, 3)), None, dt.date(2024, 5, 3)),
        (None, None, None),  # the library's template carries a date of its own
    ],
)
def test_date_of_the_properties(created, modified, published):
    document = docx.Document()
    document.add_paragraph("Hubo 300 casos.")
    if created:
        document.core_properties.created = created
    if modified:
        document.core_properties.modified = modified
    release = read_word(document)
    assert (release.published, release.published_from) == (published, "metadata" if published else None)


@pytest.mark.parametrize(
    ("title", "text", "expected"),
    [
        ("Abren 300 plazas", "El plan abrió 300 plazas. Luego, 20.", "Abren 300 plazas"),
        ("boletin 45.docx", "El plan abrió 300 plazas. Luego, 20.", "El plan abrió 300 plazas."),
        ("Otro título", "Abren 300 plazas", "Abren 300 plazas"),
    ],
)
def test_title_of_the_properties_counts_where_the_text_has_none(title, text, expected):
    document = docx.Document()
    document.add_paragraph(text)
    document.core_properties.title = title
    assert read_word(document).title == expected


def test_the_header_is_no_text_but_its_dateline_counts():
    document = docx.Document()
    document.sections[0].header.paragraphs[0].text = "Toluca, Estado de México, a 3 de mayo de 2024"
    document.add_paragraph("Hubo 300 casos.")
    release = read_word(document)
    assert release.text == "Hubo 300 casos."
    assert (release.place, release.published) == ("Toluca, Estado de México", dt.date(2024, 5, 3))


def repacked(change):
    """A document whose main part is changed."""
    document = docx.Document()
    document.add_paragraph("Hubo 300 casos.")
    target = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(saved(document))) as source,
        zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as copy,
    ):
        for name in source.namelist():
            part = source.read(name)
            copy.writestr(name, change(part) if name == "word/document.xml" else part)
    return target.getvalue()


def test_a_zip_bomb_is_not_unpacked():
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", b" " * 250_000_000)
    with pytest.raises(ReadError, match="bomb"):
        read_word(target.getvalue())
    with pytest.raises(ReadError, match="bomb"):
        read_word(repacked(lambda part: part + b" " * 30_000_000))


def with_entities(entities, use):
    def change(part):
        declaration, root = part.split(b"?>", 1)
        return declaration + f"?><!DOCTYPE x [{entities}]>".encode() + root.replace(b"300 casos", use.encode())

    return repacked(change)


def test_no_entity_is_fetched(tmp_path):
    secret = tmp_path / "secret"
    secret.write_text("99 secretos")
    text = read_word(with_entities(f"<!ENTITY f SYSTEM '{secret.as_uri()}'>", "300 &f; casos")).text
    assert text.startswith("Hubo 300")
    assert "99" not in text


def test_an_entity_bomb_is_refused():
    bomb = "".join(f"<!ENTITY e{i + 1} '{f'&e{i};' * 10}'>" for i in range(12))
    with pytest.raises(ReadError, match="damaged"):
        read_word(with_entities(f"<!ENTITY e0 'ja'>{bomb}", "300 &e12; casos"))


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"PK\x03\x04 roto", "no Word document"),
        (b"Hubo 300 casos", "no Word document"),
        (b"\xd0\xcf\x11\xe0" + b"\x00" * 600, "password or is in the old"),
        (repacked(lambda _: b"<roto"), "damaged"),
        (repacked(lambda part: part.replace(b"<w:r>", b"<w:sdt>" * 400)), "damaged"),
        (saved(docx.Document()), "no text"),
    ],
)
def test_what_is_no_document_is_refused_in_one_sentence(data, words):
    with pytest.raises(ReadError, match=words) as caught:
        read_word(data)
    assert str(caught.value).endswith(".")


def test_another_office_format_is_refused():
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text")
    with pytest.raises(ReadError, match="no Word document"):
        read_word(target.getvalue())


def test_notes_follow_the_body():
    notes = (
        f"<w:footnotes {W}><w:footnote w:id='0' w:type='separator'><w:p><w:r><w:t>9</w:t></w:r></w:p></w:footnote>"
        "<w:footnote w:id='1'><w:p><w:r><w:t>Incluye 40 becas.</w:t></w:r></w:p></w:footnote></w:footnotes>"
    )
    document = docx.Document()
    document.add_paragraph("Se dieron 300 becas.")
    part = Part(PackURI("/word/footnotes.xml"), "application/xml", notes.encode(), document.part.package)
    document.part.relate_to(part, RT.FOOTNOTES)
    assert read_word(document).text == "Se dieron 300 becas.\n\nIncluye 40 becas."


@pytest.mark.parametrize(("code", "sign"), [("F0B7", "•"), ("F0A7", "•"), ("F04A", "")])
def test_characters_of_symbol_fonts(code, sign):
    text = read_word(with_paragraph(f"<w:r><w:sym w:font='Symbol' w:char='{code}'/><w:t> 300 becas</w:t></w:r>")).text
    assert text == f"{sign} 300 becas".strip()
