"""The headline of a release: the first block that is no letterhead, bulletin number or date line."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from extract.mentions import Block
from extract.readers.dateline import find_dateline
from extract.readers.places import is_place
from extract.sentences import find_blocks, find_sentences

#: A headline is seldom longer; where a release has none, its first sentence is cut here.
_LIMIT = 300
#: Lines of institutions above it: the government, the department, its press office.
_MOST_LETTERHEADS = 3
_MONTHS = (
    "enero febrero marzo abril mayo junio julio agosto septiembre setiembre octubre noviembre diciembre"
    " ene feb mar abr may jun jul ago sep sept oct nov dic"
)
_WEEKDAY = r"(?:(?:lunes|martes|mi[eé]rcoles|jueves|viernes|s[aá]bado|domingo),?\s+)"
_DATE = (
    rf"{_WEEKDAY}?(?:\d{{1,2}}\s+(?:de\s+)?(?:{'|'.join(_MONTHS.split())})\.?(?:,?\s+(?:del?\s+)?\d{{4}})?"
    r"|\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}|\d{4}-\d{2}-\d{2})(?:,?\s+\d{1,2}[:.]\d{2}\s*(?:h|hrs?|horas)?\.?)?"
)
_PAPER = (
    r"(?:bolet[ií]n|comunicado|gacetilla|nota|parte|circular|informaci[oó]n)"
    r"(?:\s+(?:de|a|para)\s+(?:la\s+)?(?:prensa|medios)|\s+informativ[oa]|\s+oficial|\s+conjunto|\s+especial)*"
)
_NUMBER = r"(?:\s+|\s*[:|–—-]\s*)(?:n(?:[uú]m(?:ero)?|o)?\s*\.?\s*[°ºª]?\.?|#)?\s*[A-Z]{0,5}[-/]?\d[\w/.-]*"
_ISSUER = r"(?:\s+[\w.]{2,}){0,3}?"
_MONTH_LINE = rf"[^\d\n]{{2,60}}[,;]\s*(?:a\s+)?(?:{'|'.join(_MONTHS.split())})\.?,?\s+(?:del?\s+)?\d{{4}}"
#: What is said of an event before or after the headline of its invitation.
_EVENT = r"(?:fecha|d[ií]a|hora|horario|lugar|sede|cita)\s*:\s*\S.{0,100}"
#: A place and a date that stand alone on their line.
_DATE_LINE = rf"(?:(?P<place>[^\d\n]{{2,60}})[,;.:–—-]\s*)?(?:a\s+|el\s+|publicado\s+(?:el\s+)?|fecha:?\s+)*{_DATE}"
_SECTION = (
    r"(?:actualidad|agenda|agricultura|agua|ambiente|bienestar|campo|ciencia|cultura|deportes?"
    r"|desarrollo (?:econ[oó]mico|rural|social|urbano)|econom[ií]a|educaci[oó]n|energ[ií]a|gobierno|hacienda"
    r"|institucional(?:es)?|justicia|juventud|local(?:es)?|medio ambiente|movilidad|mujer(?:es)?|municipio"
    r"|municipales|obras(?: p[uú]blicas)?|pol[ií]tica|protecci[oó]n civil|salud|seguridad(?: p[uú]blica)?"
    r"|servicios p[uú]blicos|sociedad|trabajo|transporte|turismo|vivienda|destacad[oa]s?|portada|inicio)"
)
_SECTIONS = rf"{_SECTION}(?:\s*(?:,|\||/|·|\sy\s)\s*{_SECTION}){{0,3}}"
_STOCK = (
    r"(?:versi[oó]n\s+estenogr[aá]fica|n(?:[uú]m|o)?\s*\.?\s*[°ºª]?\.?\s*[A-Z]{0,5}[-/]?\d[\w/.-]*|para\s+(?:su\s+)?(?:difusi[oó]n|publicaci[oó]n)\s+inmediata|sala\s+de\s+prensa|comunicaci[oó]n\s+social"
    r"|noticias?|prensa)"
)

_FILE_TITLE = re.compile(r"\.\w{2,4}$|^Microsoft|^(?:untitled|sin t[ií]tulo|document[oe]?\s*\d*)$", re.IGNORECASE)
_OFFICES = (
    "gobierno ayuntamiento secretaría secretaria instituto dirección direccion ministerio municipalidad municipio"
    " alcaldía alcaldia gobernación gobernacion intendencia diputación diputacion consejería consejeria junta"
    " presidencia coordinación coordinacion departamento oficina comisión comision prefectura república"
    " republica unidad jefatura"
)
_QUALITIES = (
    r"(?:municipal|estatal|federal|nacional|regional|provincial|general|constitucional|social|p[uú]blic[oa]|local"
    r"|aut[oó]nom[oa]|central|metropolitan[oa]|institucional)(?:es|s)?"
)
_JOIN = r"\s*(?:,|\||\s[-–—]|\s(?:de|del|y|e|para)(?:\s+(?:el|la|los|las))?)\s+"


#: Words of a line that says what the headline below it is about, and of that headline.
_MOST_KICKER, _LEAST_HEADLINE = 3, 5
_PARTED = re.compile(r"\s[/|·]\s")

#: Words that have no capital in the name of an institution.
_JOINS = frozenset({"de", "del", "la", "las", "los", "el", "y", "e", "para"})


class _Candidate(NamedTuple):
    """What could be a headline; whether a paragraph begins with it; whether a line of the letterhead follows it."""

    title: str
    in_prose: bool
    before_furniture: bool


def find_title(
    text: str, dateline: tuple[int, int] | None = None, *, markdown: bool = False, otherwise: str | None = None
) -> str | None:
    """The headline of a release on one line, or None for a text without words.

    Parameters
    ----------
    text:
        The document's text.
    dateline:
        Start and end of the dateline, which is no part of a headline.
    markdown:
        Whether the marks of a Markdown heading (``#``, ``**``) are taken off.
    otherwise:
        The headline of a release whose text begins without one.

    Returns
    -------
    The first headline block; in a release without one, ``otherwise`` or the first sentence, cut at 300 characters.
    """
    candidates = _candidates(text, dateline, markdown=markdown)
    first = next(candidates, None)
    if first is None:
        return otherwise
    for _ in range(_MOST_LETTERHEADS):
        if _is_letterhead(first.title, longer_names=first.before_furniture):
            first = next(candidates, first)
    following = next(candidates, None)
    if following is not None and _is_kicker(first, following):
        first = following
    title = otherwise if otherwise and first.in_prose else first.title
    return textwrap.shorten(title, _LIMIT, placeholder=" …")


def _candidates(text: str, dateline: tuple[int, int] | None, *, markdown: bool) -> Iterator[_Candidate]:
    """What could be the headline, best first."""
    lines = [line for block in find_blocks(text) for line in _lines(block, dateline, markdown=markdown)]
    position = 0
    while position < len(lines):
        block, line = lines[position]
        position += 1
        if block.kind == "bullet" or is_furniture(line):
            continue
        joined = [line]
        while position < len(lines) and lines[position][0] == block and not is_furniture(lines[position][1]):
            joined.append(lines[position][1])
            position += 1
        title = " ".join(joined)
        in_prose = block.kind == "paragraph"
        followed = position < len(lines) and (
            is_furniture(lines[position][1]) or _is_above_dateline(title, block, lines[position][0], dateline)
        )
        yield _Candidate(_first_sentence(title) if in_prose else title, in_prose, followed)


def _is_above_dateline(title: str, block: Block, following: Block, dateline: tuple[int, int] | None) -> bool:
    """Whether a name with its capitals stands above the dateline and what may be a headline below it."""
    if not dateline or not block.end <= dateline[0] < following.start or following.kind == "paragraph":
        return False
    return not title.isupper() and all(word[0].isupper() or word in _JOINS for word in title.split())


def _lines(block: Block, dateline: tuple[int, int] | None, *, markdown: bool) -> Iterator[tuple[Block, str]]:
    """The lines of a block that hold words, without the dateline."""
    surface = block.surface
    if dateline and block.start <= dateline[0] < block.end:
        before, after = surface[: dateline[0] - block.start], surface[dateline[1] - block.start :]
        surface = f"{before}\n{after.lstrip(' .,;:–—-')}"
    for line in surface.split("\n"):
        clean = _unmarked(line) if markdown else line
        if any(char.isalnum() for char in clean):
            yield block, " ".join(clean.split())


def _unmarked(line: str) -> str:
    bare = re.sub(r"^\s*#{1,6}\s+|\s+#+\s*$", "", line).strip()
    return re.sub(r"^(\*\*|__|\*|_)(.+)\1$", r"\2", bare)


def _first_sentence(text: str) -> str:
    return find_sentences(text, find_blocks(text))[0].surface


@cache
def _furniture() -> re.Pattern[str]:
    paper = rf"{_PAPER}(?:{_ISSUER}{_NUMBER})?"
    sign = r"\s*[|/,·:–—-]\s*"
    bulletin = rf"{paper}(?:{sign}{_DATE})?|{paper}{sign}{_SECTIONS}|{_SECTIONS}{sign}{paper}"
    return re.compile(rf"\W*(?:{bulletin}|{_STOCK}|{_SECTIONS}|{_EVENT}|{_MONTH_LINE})\W*", re.IGNORECASE)


@cache
def _date_line() -> re.Pattern[str]:
    return re.compile(rf"\W*{_DATE_LINE}\W*", re.IGNORECASE)


def is_furniture(line: str) -> bool:
    """Whether a line is a bulletin number, a date line, a section or a stock phrase above the headline.

    "Feria del Libro, 3 de mayo" has the shape of a date line, and no place before its date.
    """
    if len(line) > _LIMIT:
        return False
    if _furniture().fullmatch(line):
        return True
    dated = _date_line().fullmatch(line)
    if dated is None:
        return False
    return not dated["place"] or is_place(dated["place"].strip(" ,;.:–—-")) or find_dateline(line) is not None


@cache
def _letterhead(words: int) -> re.Pattern[str]:
    office = rf"(?:h\.\s+|honorable\s+)?(?:{'|'.join(_OFFICES.split())})"
    qualities = rf"(?:\s+{_QUALITIES})*"
    word = r"(?!(?:de|del|y|e|para)\b)[\w.]+"
    name = rf"{word}(?:\s+{word}){{0,{words - 1}}}"
    # Atomic: the words of a name can be read in more than one way, and a long line would be tried in all of them.
    return re.compile(
        rf"{office}{qualities}(?>{_JOIN}{name}{qualities})*(?:\s*[|/·–—-]\s*{_PAPER}{_NUMBER})?", re.IGNORECASE
    )


def _is_letterhead(line: str, *, longer_names: bool) -> bool:
    """Whether a line is the name of an institution and nothing else.

    "Gobierno de Puebla entrega" needs a verb to be a headline, and in capitals a verb looks like a name. So only one
    word is taken after each "de", or three where a bulletin number or a date follows and shows that the headline is
    still to come.
    """
    return _letterhead(3 if longer_names else 1).fullmatch(line) is not None


def _is_kicker(first: _Candidate, following: _Candidate) -> bool:
    """Whether a line is the section or the theme above the headline: "INFANCIA", "NIÑEZ Y FAMILIA".

    It has one word, or up to three in capitals or parted by a sign, and the headline below is longer and not set alike.
    """
    words, below = first.title.split(), following.title.split()
    if first.in_prose or following.in_prose or len(below) < _LEAST_HEADLINE or len(words) > _MOST_KICKER:
        return False
    if any(char.isdigit() for char in first.title):
        return False
    return (
        len(words) == 1
        or (first.title.isupper() and not following.title.isupper())
        or bool(_PARTED.search(first.title))
    )


def is_file_title(title: str) -> bool:
    """Whether the title in a document's properties is one that a program gave it: the name of a file."""
    return _FILE_TITLE.search(title) is not None
