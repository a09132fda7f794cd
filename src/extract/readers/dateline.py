"""The dateline of a release: where and when it was published, as its own first or last lines say.

"Morelia, Mich., a 3 de mayo de 2016.-", "(Lima, 03 de junio de 2024).-", "Madrid, 15/04/2023", "Publicado el 4 de mayo
de 2021". A dateline stands at the start of a line; what comes after it is a stop, a dash or the end of the line. That
tells it from prose that begins with a place and a day ("En Morelia, el 3 de mayo de 2016 se entregaron").
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import NamedTuple

from extract.folding import fold
from extract.readers.places import BYLINE, is_place, uncapitalized, with_stop
from extract.readers.written_dates import WrittenDate, calendar_day, find_dates

#: Lines from the top, empty ones not counted, and from the bottom, that are searched.
_HEAD, _FOOT = 12, 3
#: A dateline ends within this many characters from the start of its line.
_REACH = 300

#: What may stand after the date of a dateline: the hour, the agency in brackets or between comma and dash, then a stop.
#: A comma or a word goes on with a sentence.
_STOP = re.compile(
    r"(?:,?\s*[-–|]?\s*(?:\(?a las )?\(?\d{1,2}[:.h]\d\d(?::\d\d)?\s*(?:h(?:rs?|oras)?\b|[ap]\.?\s?m\b)?)?"
    r"\s*[)\]]?\s*(?:\([^()\n]{2,40}\))?\s*"
    r"(?:(?-i:[A-ZÁÉÍÓÚÑ]{2,10}|,\s*[A-ZÁÉÍÓÚÑ][\w.]*(?:\s[\w.]+){0,3}?)(?=\s*\.\s*[-–—]))?"
    r"\s*[*_]*(?:[.,]?\s*[*_]*[-–—_]+|\.?\s*[•·●|]|\.|[:/]|[*_]*$)",
    re.IGNORECASE,
)
#: Prose that follows a date without any stop, known by its capital: a slip that is not rare.
_NO_STOP = re.compile(r"\s*[)\]]\s*(?=[A-ZÁÉÍÓÚÑ])|\s+(?=(?:El|La|Los|Las|En|Con|Como|Para|Por|Durante|Un|Una)\s)")
#: The place that stands behind its date: "12 de octubre de 2018, Ciudad de México".
_PLACE_BEHIND = re.compile(
    r",\s+(?P<place>[^\d.:;()\n]{3,60}?(?:,\s+(?:[A-Z]{1,2}\.\s?)+)?)\s*(?:\.?\s*[-–—]+|\.?\s*$)"
)
#: What may stand between the place and the date; in groups: the sign, and the "a" of a letter.
_LINK = re.compile(r"(?P<sign>[\s,;:.|/(*_–—-]*?)\s*(?P<a>\b[aA](?:\s+los)?\s+)?$")
#: Headings that carry the date themselves, at the start of a line or of a cell, or after the name of the author.
_LABEL = re.compile(
    r"(?:^|[|·•/–—-] ?|(?=fecha de p))"
    r"(?:fecha(?: de (?:publicacion|emision|creacion))?|publicad[oa](?: el| en)?|publicacion|creado(?: el)?"
    r"|actualizado(?: el)?|emitid[oa] el|(?P<author>(?:publicado |escrito |enviado )?(?:por|by)\b[^|/.\n]{1,40}?"
    r"(?:,| el| on| [|/·–—-])))"
    r"(?: dia)? *:? *$"
)
_BARE_DATE = re.compile(r"\W*(?:fecha|d[ií]a)\b(?!\s+de\b)", re.IGNORECASE)
#: What names a time or a place where something will be held: a date beside it is that of an event.
_EVENT = re.compile(r"\W*(?:hora|horario|lugar|sede|cita|direccion)\s*:", re.IGNORECASE)
#: Who publishes, where a place could stand.
_OFFICE = re.compile(
    r"(?:secretaria|ministerio|instituto|gobierno|ayuntamiento|direccion|coordinacion|comision|consejeria|prensa"
    r"|sala de prensa|noticias?|comunicacion|redaccion|comunicados?|boletin(?:es)?)\b"
)
#: The number of a bulletin, which ends in its year.
_NUMBERED = re.compile(r"(?:boletin|comunicado|nota|gacetilla|parte)\b[^\n]{0,40}?\d\s?[/-]\s?(20[0-4]\d)\b")
_BULLETIN = re.compile(
    r"(?:boletin(?: de prensa| informativo)?|comunicado(?: de prensa)?|nota(?: de prensa| informativa)?|prensa)?"
    r" *(?:n(?:o|um|ro|umero)?\.?[º°]?|#)? *[\w/-]*\d[\w/-]* *[.,;:|/•·●-]* *"
)
_BYLINE = re.compile(BYLINE)
#: Brackets, quotes and marks of emphasis that a dateline may stand in.
_OPENS = ' \t*_>(["“•·●▪📍📌📅🗓\ufe0f'
#: Stands for a stop where nothing follows the date; what begins a stop that parts the date from prose.
_ALONE = "\n"
_DASHES = (".-", ".–", ".—", "-", "–", "—", ". -", ". –", ". —")
_BREAKS = (_ALONE, ".", *_DASHES)
#: The "a" of a letter before the day, which a headline does not have.
_LETTER_A = re.compile(r"\b[aA]\s+$")
#: Lines longer than this were not broken by a fixed width.
_WRAP_WIDTH = 130


@dataclass(frozen=True)
class Dateline:
    """A dateline in a text.

    ``start`` and ``end`` enclose it from the place to the stop after the date. ``place`` is as written, without the
    punctuation after it. ``published`` is None where the year is missing; ``month`` and ``day`` still hold.
    """

    start: int
    end: int
    place: str | None
    published: dt.date | None
    month: int
    day: int


class _Found(NamedTuple):
    """A dateline and how sure it is one: full (with place and year), labelled, and on a line of its own."""

    dateline: Dateline
    labelled: bool = False
    inline: bool = False

    @property
    def rank(self) -> tuple[int, bool, bool, int]:
        parts = (self.dateline.place is not None) + (self.dateline.published is not None)
        return parts, self.labelled, not self.inline, -len(uncapitalized(self.dateline.place or ""))


class _Opening(NamedTuple):
    """The words before a date: where the dateline starts, its place, and whether a label says what date it is."""

    start: int
    place: str | None
    labelled: bool = False


def find_dateline(text: str) -> Dateline | None:
    r"""The release's own dateline.

    Parameters
    ----------
    text:
        The document's text, newlines as ``\n``.

    Returns
    -------
    The first dateline of the head of the text; failing that, the last one of its foot; None where there is none. One
    with a place and a year goes before one without, and one whose names have their capitals before its misprint. A year
    that the dateline lacks is that of the bulletin's number ("Boletín 123/2021").
    """
    lines = [match for match in re.finditer(r"[^\n]+", text) if match.group().strip()]
    head = list(_in_lines(text, lines[:_HEAD]))
    if sum(found.inline for found in head) > 1:  # a chronology: each day begins a line
        head = [found for found in head if not found.inline]
    for candidates in (_published(head), [*_in_lines(text, lines[_HEAD:][-_FOOT:])][::-1]):
        if candidates:
            best = max(candidates, key=lambda found: found.rank).dateline
            return best if best.published else _with_year_of_number(best, [line.group() for line in lines[:_HEAD]])
    return None


def _published(head: list[_Found]) -> list[_Found]:
    """The datelines but for those of a later day than a label says: nothing is published before it is dated."""
    latest = max((found.dateline.published or dt.date.min for found in head if found.labelled), default=dt.date.max)
    return [found for found in head if (found.dateline.published or dt.date.min) <= latest]


def _with_year_of_number(dateline: Dateline, lines: list[str]) -> Dateline:
    for line in lines:
        number = _NUMBERED.search(fold(line))
        if number:
            return replace(dateline, published=calendar_day(int(number[1]), dateline.month, dateline.day))
    return dateline


def _in_lines(text: str, lines: list[re.Match[str]]) -> Iterator[_Found]:
    for before, line, after in zip([None, *lines], lines, [*lines[1:], None], strict=False):
        if _BARE_DATE.match(line.group()) and any(near and _EVENT.match(near.group()) for near in (before, after)):
            continue
        if "_" in line.group()[:_REACH]:
            dates = _emphasized_dates(line.group())
        else:  # read in the text, which all that follows reads, too, and not each line by itself
            dates = find_dates(fold(text), line.start(), min(line.end(), line.start() + _REACH))
        found = _in_line(line.group(), dates, line.start())
        if found is None and after is not None and after.start() == line.end() + 1:
            found = _in_wrapped(text, line, after)
        if found is not None:
            yield _with_place_above(found, text, before)


def _in_wrapped(text: str, line: re.Match[str], after: re.Match[str]) -> _Found | None:
    """A dateline that a fixed width broke inside its date."""
    if len(line.group()) > _WRAP_WIDTH:
        return None
    joined = text[line.start() : after.end()].replace("\n", " ")
    return _in_line(joined, _emphasized_dates(joined), line.start(), across=line.end() - line.start())


def _emphasized_dates(line: str) -> Iterator[WrittenDate]:
    """The dates of a line that may hold emphasis, whose mark counts as a letter: "_3 de mayo de 2018_"."""
    return find_dates(fold(line[:_REACH]).replace("_", " "))


def _with_place_above(found: _Found, text: str, before: re.Match[str] | None) -> _Found:
    """A date with the place that fills the line right above it: "Toluca, Estado de México"."""
    dateline = found.dateline
    if before is None or dateline.place or found.labelled or text[before.end() : dateline.start] != "\n":
        return found
    place = before.group().strip(" \t*_").rstrip(" .,;")
    if "," not in before.group() or not is_place(place) or _OFFICE.match(fold(place)):
        return found
    start = before.end() - len(before.group().lstrip(_OPENS))
    return _Found(replace(dateline, start=start, place=with_stop(place, before.group().rstrip()[len(place) :])))


def _in_line(line: str, dates: Iterable[WrittenDate], offset: int, across: int | None = None) -> _Found | None:
    """The dateline at the start of a line with these dates; with ``across``, one whose date encloses this place."""
    for date in dates:
        if across is not None and not date.start < across < date.end:
            continue
        published = calendar_day(date.year, date.month, date.day)
        if date.year is None or published is not None:
            shape = _shape(line, date)
            if shape is not None:
                opening, end, inline = shape
                start, end = offset + opening.start, offset + len(line[:end].rstrip())
                dateline = Dateline(start, end, opening.place, published, date.month, date.day)
                return _Found(dateline, opening.labelled, inline)
    return None


def _shape(line: str, date: WrittenDate) -> tuple[_Opening, int, bool] | None:
    """What stands before a date that makes a dateline, where it ends, and whether prose follows a bare date."""
    dated, before = date.year is not None, line[: date.start]
    if dated and not before.strip(_OPENS):
        behind = _PLACE_BEHIND.match(line, date.end)
        if behind and is_place(behind["place"].strip()):
            return _Opening(_start(before), behind["place"].strip()), behind.end(), False
    stop = _STOP.match(line, date.end)
    if stop is None:
        stop = _NO_STOP.match(line, date.end) if dated else None
        opening = stop and _opening(before, "", dated=dated)
        return (opening, date.end, False) if opening and opening.place else None
    alone = stop.end() == len(line.rstrip()) or stop.group().endswith(("|", "/", "•", "·", "●"))
    sign = _ALONE if alone and "." not in stop.group() else stop.group().strip() if not alone else "."
    opening = _opening(before, sign, dated=dated)
    if opening is None or (not dated and not stop.group().strip() and not _LETTER_A.search(before)):
        return None
    return opening, stop.end(), opening.place is None and not opening.labelled and not alone


def _start(before: str) -> int:
    return len(before) - len(before.lstrip(_OPENS))


def _opening(before: str, stop: str, *, dated: bool) -> _Opening | None:
    """The opening of a dateline from the words before the date; None where they make none.

    ``stop``: what follows the date, or ``_ALONE`` where nothing does in its line or cell. ``dated``: it has a year.
    """
    start = _start(before)
    folded = fold(before[start:])
    if not folded.strip(" a"):
        return _Opening(start, None) if dated and (start or stop.startswith(_BREAKS)) else None
    label = _LABEL.search(folded)
    if label and (stop == _ALONE or not (label.start() or label["author"])):
        return _Opening(start, None, labelled=True)
    bulletin = _BULLETIN.match(folded)
    if bulletin:
        start += bulletin.end()
        if start == len(before):
            return _Opening(start, None) if dated else None
    byline = _BYLINE.match(before, start)
    start = byline.end() if byline else start
    place = _place(before, start, stop, dated=dated)
    if place and _OFFICE.match(fold(place)):
        return _Opening(start, None) if dated and stop in {_ALONE, "."} else None
    return _Opening(before.index(place[:-1], start), place) if place else None


def _place(before: str, start: int, stop: str, *, dated: bool) -> str | None:
    """The place from an offset up to a date, or None where the words name none or nothing parts them from the date."""
    link = _LINK.search(before, start)
    if link is None:
        return None
    sign = link["sign"].strip()
    place = before[start : link.start()].strip()
    if not (link["a"] or sign) and not (dated and stop.startswith(_DASHES)):
        return None
    if not dated and stop == _ALONE and "," not in place + sign and not start:
        return None
    if sign == ":" and "," not in place:
        return None
    if link["a"] and stop in {_ALONE, "."}:
        place = re.sub(r"^En\s+(?:la\s+ciudad\s+de\s+)?", "", place)
    return with_stop(place, before[link.start() :]) if is_place(place) else None
