"""One release as a file of every format, made by the libraries that programs of that kind use."""

from __future__ import annotations

import datetime as dt
import html
import io
import re
import unicodedata
import warnings
from collections.abc import Iterator
from email.message import EmailMessage
from email.utils import format_datetime
from functools import cache
from pathlib import Path
from typing import Literal

import docx
from fpdf import FPDF

BULLETS = "·•-"
#: The encodings that every release in them must survive.
ENCODINGS = ("utf-8", "utf-8-sig", "utf-16", "cp1252", "mac-roman")
#: The day on which files are sent or saved, unless they are given another.
DAY = dt.date(2024, 5, 4)


def blocks_of(text: str) -> list[tuple[str, bool]]:
    """The lines of a text, each with whether it is a list item."""
    lines = [" ".join(line.split()) for line in text.split("\n") if line.strip()]
    return [(re.sub(rf"^[{BULLETS}]\s*", "", line), line[0] in BULLETS) for line in lines]


def as_html(text: str, day: dt.date = DAY, *, furniture: bool = True) -> bytes:
    """A page of a news site; the first line is its headline."""
    (headline, _), *rest = blocks_of(text)
    body = []
    for block, item in rest:
        escaped = html.escape(block)
        body.append(f"<ul><li>{escaped}</li></ul>" if item else f"<p>{escaped}</p>")
    article = f"<article><h1>{html.escape(headline)}</h1>{''.join(body)}</article>".replace("</ul><ul>", "")
    if furniture:
        article = (
            "<header><nav><ul><li><a href='/'>Inicio</a></li><li><a href='/t'>Los 24 trámites</a></li></ul></nav></header>"
            f"<main>{article}<div class='contador'>Visitas: 1,234</div>"
            "<section class='noticias-relacionadas'><h2>Noticias relacionadas</h2>"
            "<ul><li><a href='/2'>Abren 77 parques</a></li></ul></section></main>"
            "<footer><p>Calle 5 número 88, Centro</p></footer>"
        )
    head = f"<meta charset='utf-8'><meta property='article:published_time' content='{day}T10:00:00-06:00'>"
    return f"<!DOCTYPE html><html lang='es'><head>{head}</head><body>{article}</body></html>".encode()


def as_docx(text: str, day: dt.date = DAY) -> bytes:
    """A Word document with a heading, list paragraphs and body text."""
    document = docx.Document()
    document.core_properties.modified = noon(day)
    (headline, _), *rest = blocks_of(text)
    document.add_heading(headline, level=1)
    for block, item in rest:
        document.add_paragraph(block, style="List Bullet" if item else None)
    return saved(document)


def saved(document: docx.document.Document) -> bytes:
    """The bytes of a Word document."""
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def as_eml(text: str, day: dt.date = DAY, *, markup: bool = False) -> bytes:
    """A mail with the release as its body."""
    message = EmailMessage()
    message["From"], message["To"] = "prensa@example.org", "redaccion@example.org"
    message["Subject"], message["Date"] = "RV: Comunicado de hoy", format_datetime(noon(day))
    message.set_content(text)
    if markup:
        message.add_alternative(as_html(text, furniture=False).decode(), subtype="html")
    return message.as_bytes()


Align = Literal["J", "L"]


def as_pdf(text: str, day: dt.date = DAY, *, columns: int = 1, align: Align = "J", running: str = "") -> bytes:
    """A PDF in one column or more, with page numbers and, if asked for, a running head."""
    pdf, size = new_pdf(running), 11
    pdf.set_creation_date(noon(day))
    (headline, _), *rest = blocks_of(text)
    pdf.set_font("body", style="B", size=size + 4)
    pdf.multi_cell(0, 7, headline, align="C", new_x="LMARGIN", new_y="NEXT")
    pdf.ln(4)
    pdf.set_font("body", size=size)
    lines = [f"• {block}" if item else block for block, item in rest]
    if columns == 1:
        for line in lines:
            pdf.multi_cell(0, size / 2, line, align=align, new_x="LMARGIN", new_y="NEXT")
            pdf.ln(3)
    else:
        with pdf.text_columns(ncols=columns, gutter=8, text_align=align, line_height=1.2) as region:
            for line in lines:
                with region.paragraph(bottom_margin=3) as paragraph:
                    paragraph.write(line)
    return printed(pdf)


class _Paper(FPDF):
    running = ""

    def header(self) -> None:
        if self.running:
            self.set_font("body", size=8)
            self.cell(0, 5, self.running, new_x="LMARGIN", new_y="NEXT")
            self.ln(4)

    def footer(self) -> None:
        self.set_y(-12)
        self.set_font("body", size=8)
        self.cell(0, 5, f"Página {self.page_no()} de {{nb}}", align="C")


def new_pdf(running: str = "") -> FPDF:
    """An empty page with a font that has the letters of Spanish."""
    pdf = _Paper(format="letter")
    pdf.running = running
    for style, name in (("", "DejaVuSans.ttf"), ("B", "DejaVuSans-Bold.ttf")):
        pdf.add_font("body", style=style, fname=fonts() / name)
    pdf.set_auto_page_break(auto=True, margin=20)
    pdf.set_font("body", size=11)
    pdf.add_page()
    return pdf


def printed(pdf: FPDF) -> bytes:
    """The bytes of a PDF."""
    return bytes(pdf.output())


@cache
def fonts() -> Path:
    """The folder of the fonts that come with matplotlib."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        import matplotlib as mpl  # noqa: PLC0415 (takes a second)

    return Path(mpl.get_data_path()) / "fonts" / "ttf"


def in_every_encoding(text: str) -> Iterator[tuple[str, bytes]]:
    """Name of the encoding and bytes of a text file in it."""
    for encoding in ENCODINGS:
        yield encoding, text.encode(encoding, errors="replace")
    yield "NFD", unicodedata.normalize("NFD", text).encode()


def in_every_format(text: str, day: dt.date = DAY) -> Iterator[tuple[str, bytes]]:
    """File ending and bytes of a release in every format, plain text first."""
    yield "txt", text.encode()
    yield "html", as_html(text, day)
    yield "docx", as_docx(text, day)
    yield "eml", as_eml(text, day)
    yield "html.eml", as_eml(text, day, markup=True)
    yield "pdf", as_pdf(text, day)
    yield "columns.pdf", as_pdf(text, day, columns=2, running="Coordinación de Prensa")


def noon(day: dt.date) -> dt.datetime:
    """The middle of a day."""
    return dt.datetime.combine(day, dt.time(12), dt.UTC)
