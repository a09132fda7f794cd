"""The dateline of a release: where and when it was published, as its own first or last lines say.

"Morelia, Mich., a 3 de mayo de 2016.-", "(Lima, 03 de junio de 2024).-", "Madrid, 15/04/2023", "Publicado el 4 de mayo
de 2021". A dateline stands at the start of a line; what comes after it is a stop, a dash or the end of the line. That
tells it from prose that begins with a place and a day ("En Morelia, el 3 de mayo de 2016 se entregaron").
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from extract.folding import fold
from extract.patterns import PeriodRule, shipped

#: Lines from the top, empty ones not counted, and from the bottom, that are searched.
_HEAD, _FOOT = 12, 3

#: What may stand after the date of a dateline: the hour, the agency in brackets, then a stop. A comma or a word goes on
#: with a sentence.
_STOP = re.compile(
    r"(?:,?\s*[-–|]?\s*(?:a las )?\d{1,2}[:.h]\d\d\s*(?:h(?:rs?|oras)?\b|[ap]\.?\s?m\b)?)?"
    r"\s*\)?\s*(?:\([^()\n]{2,40}\))?\s*(?:[.,]?\s*[-–—_]+|\.|[:|/]|$)",
    re.IGNORECASE,
)
#: What may stand between the place and the date; in groups: the sign, and the "a" of a letter.
_LINK = re.compile(r"(?P<sign>[\s,;:.|/–—-]*?)\s*(?P<a>\ba(?:\s+los)?\s+)?$")
#: Headings that carry the date themselves.
_LABEL = re.compile(
    r"(?:fecha(?: de (?:publicacion|emision))?|publicad[oa](?: el| en)?|publicacion|actualizado(?: el)?|emitid[oa] el)"
    r"(?: dia)? *:? *$"
)
_BULLETIN = re.compile(
    r"(?:boletin(?: de prensa| informativo)?|comunicado(?: de prensa)?|nota(?: de prensa| informativa)?|prensa)?"
    r" *(?:n(?:o|um|ro|umero)?\.?[º°]?|#)? *[\w/-]*\d[\w/-]* *[.,;:|/-]* *"
)
_LOWER_IN_PLACE = {"de", "del", "la", "las", "los", "el", "y", "e", "da", "do", "dos", "das"}
#: First words of places that are also articles; alone they name nothing.
_ARTICLES = {"el", "la", "los", "las"}
#: Words that open a sentence, a headline or a heading, and no place.
_NO_PLACE = re.compile(
    r"(?:en|est[ea]|desde|hoy|ayer|durante|del|al|para|con|por|a|una?|segun|tras|hasta|fecha|dia|feria|semana|festival|jornada"
    r"|sesion|informe|convocatoria|agenda|cierre|apertura|inicio|evento|campaña)\b"
)
_MOST_WORDS = 12


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


class _Date(NamedTuple):
    start: int
    end: int
    year: int | None
    month: int
    day: int


def find_dateline(text: str) -> Dateline | None:
    r"""The release's own dateline.

    Parameters
    ----------
    text:
        The document's text, newlines as ``\n``.

    Returns
    -------
    The first dateline of the head of the text; failing that, the last one of its foot; None where there is none. One
    with a place and a year goes before one without, and one whose names have their capitals before its misprint.
    """
    lines = [match for match in re.finditer(r"[^\n]+", text) if match.group().strip()]
    head = [found for line in lines[:_HEAD] if (found := _in_line(line.group(), line.start()))]
    foot = [found for line in reversed(lines[_HEAD:][-_FOOT:]) if (found := _in_line(line.group(), line.start()))]
    for candidates in (head, foot):
        if candidates:
            return max(candidates, key=_completeness)
    return None


def _completeness(found: Dateline) -> tuple[int, int]:
    parts = (found.place is not None) + (found.published is not None)
    return parts, -len(_uncapitalized(found.place or ""))


def _in_line(line: str, offset: int) -> Dateline | None:
    for date in _dates(fold(line)):
        stop = _STOP.match(line, date.end)
        if stop is None or (date.year is None and not stop.group().strip()):
            continue
        alone = stop.end() == len(line.rstrip()) or stop.group().endswith(("|", "/"))
        opening = _opening(line[: date.start], alone, dated=date.year is not None)
        if opening is None:
            continue
        start, place = opening
        published = _calendar_day(date)
        if date.year is None or published is not None:
            end = offset + len(line[: stop.end()].rstrip())
            return Dateline(offset + start, end, place, published, date.month, date.day)
    return None


def _opening(before: str, alone: bool, dated: bool) -> tuple[int, str | None] | None:
    """Where the dateline starts and its place, from the words before the date; None where they make no dateline.

    ``alone``: nothing follows the date in its line or cell. ``dated``: it has a year.
    """
    start = len(before) - len(before.lstrip(' \t*_>(["“'))
    folded = fold(before[start:])
    if not folded.strip(" a"):
        return (start, None) if dated and (alone or start) else None
    if _LABEL.match(folded):
        return start, None
    bulletin = _BULLETIN.match(folded)
    if bulletin:
        start += bulletin.end()
        if start == len(before):
            return (start, None) if dated else None
    link = _LINK.search(before, start)
    if link is None or not (link["a"] or link["sign"].strip()):
        return None
    place = before[start : link.start()].strip()
    return (start, _with_stop(place, before[link.start() :])) if _is_place(place) else None


def _with_stop(place: str, after: str) -> str:
    """The point of a closing abbreviation belongs to the place: "Cancún, Q. R.", "Morelia, Mich."."""
    last = re.split(r"[\s,]+", place)[-1]
    short = "." in last or len(last) == 1 or (len(last) <= _LONGEST_SHORT and "," in place and "," in after)
    return f"{place}." if short and after.startswith(".") else place


#: An abbreviated state has no more letters than "Chih" or "Tamps".
_LONGEST_SHORT = 5


def _is_place(place: str) -> bool:
    words = _words(place)
    if not words or len(words) > _MOST_WORDS or not words[0][0].isupper() or re.search(r"[\d!?¡¿:;\"“”«»]", place):
        return False
    if _NO_PLACE.match(fold(place)) or (len(words) == 1 and fold(words[0]) in _ARTICLES):
        return False
    lower = _uncapitalized(place)
    return not lower or (len(lower) == 1 and fold(words[lower[0] - 1]) in _LOWER_IN_PLACE and "," in place)


def _words(place: str) -> list[str]:
    return re.findall(r"[^\W\d_][\w'’-]*", place)


def _uncapitalized(place: str) -> list[int]:
    """Which words of a place lack the capital that a name has."""
    return [i for i, word in enumerate(_words(place)) if not word[0].isupper() and fold(word) not in _LOWER_IN_PLACE]


@cache
def _date_rules() -> tuple[PeriodRule, ...]:
    return tuple(rule for rule in shipped().rules("periods.yml", PeriodRule) if rule.resolve == "dateline")


def _dates(folded: str) -> Iterator[_Date]:
    """The dates of a line from left to right, the longest at each place."""
    found = [(match, rule.words_of(match)) for rule in _date_rules() for match in rule.finditer(folded)]
    end = 0
    for match, words in sorted(found, key=lambda pair: (pair[0].start(), -pair[0].end())):
        if match.start() < end:
            continue
        end = match.end()
        year = int(words["yyyy"]) if "yyyy" in words else 2000 + int(words["yy"]) if "yy" in words else None
        yield _Date(match.start(), match.end(), year, _number(words, "month", "mon", "mm"), _number(words, "day"))


@cache
def _values(block: str) -> dict[str, int | str]:
    """What each word of a block of the shipped rules stands for."""
    rule = shipped().rule("periods.yml", PeriodRule, f"block.{block}")
    return {fold(word): value for word, value in rule.args.items()}


def _number(words: dict[str, str], *blocks: str) -> int:
    block = next(name for name in blocks if name in words)
    values = _values(block)
    word = words[block].strip(".")
    return int(values[word]) if word in values else int("".join(char for char in word if char.isdigit()))


def _calendar_day(date: _Date) -> dt.date | None:
    try:
        return dt.date(date.year, date.month, date.day) if date.year else None
    except ValueError:
        return None
