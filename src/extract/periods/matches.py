"""One match of a rule, and whether it is a time at all.

"La Plaza de Mayo" and “15 de Mayo” are names, "este martes 11 obras" holds a count.
"""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass

from extract.patterns import Patterns, PeriodRule
from extract.periods.readings import Reading

#: A day of the week and the number after it belong together when a month this many days around has them so.
_AGREES_WITHIN = 31
#: A season with a capital, behind that of its article or behind a noun, is the name of a place: "La Primavera", "Lomas
#: de la Primavera".
_NAMED_SEASON = re.compile(r"(?:\w+ )??(?:La|El) [A-Z]|(?:del|de la) [A-Z]")
#: Months that are given names, the surname behind them, and the prepositions of a month alone.
_GIVEN_NAME, _SURNAME = re.compile(r"\b(?:Julio|Abril)$"), re.compile(r" [A-ZÁÉÍÓÚÑ][a-záéíóúñ]{2,}")
_IN = re.compile(r"en |durante ", re.IGNORECASE)
#: Quotes about a day and a month make them the name of a place: “15 de Mayo”.
_OPENING, _CLOSING = ("“", '"', "«", "‘", "'"), ("”", '"', "»", "’", "'")
#: A number of things behind an article that leaves them out (NGLE 14.4).
_COUNTED = re.compile(r"\bl[oa]s (?:\d[\d.,]*|mil)(?: (?:\d{1,3}|mil|millones))* $")
#: A word before a year is looked for so far (characters).
_LONGEST_WORD = 40


@dataclass(frozen=True)
class Match:
    """Where a rule matched, and the words of its blocks; ``rank`` is the place of the rule in its file."""

    rule: PeriodRule
    rank: int
    start: int
    end: int
    words: dict[str, str]


def is_time(text: str, folded: str, match: Match, published: dt.date | None, patterns: Patterns) -> bool:
    """Whether a match is a time and no name or count."""
    return not _in_name(text, match) and _counts(folded, match) and _agrees(match, published, patterns)


def _agrees(match: Match, published: dt.date | None, patterns: Patterns) -> bool:
    """Whether a month around has the day of the week with this number; else it counts: "este martes 11 obras"."""
    if not match.rule.args.get("agree") or published is None:
        return True
    reading = Reading(match.rule, match.words, published, None, None, (), None, patterns)
    number, weekday = reading.number("day"), reading.number("weekday")
    around = (published + dt.timedelta(days=n) for n in range(-_AGREES_WITHIN, _AGREES_WITHIN + 1))
    return any(day.day == number and day.weekday() == weekday for day in around)


def _in_name(text: str, match: Match) -> bool:
    """Whether capitals or quotes make it part of a name: "Plan Rector 2021-2024", "la Plaza de Mayo", “15 de Mayo”."""
    said = text[match.start : match.end]
    if match.rule.args.get("written") == "lower":
        return not said.islower()
    if match.rule.args.get("written") == "capital":
        return not said.split()[-1][0].isupper()
    if match.rule.args.get("written") == "season" and not {"year", "yyyy"} & match.words.keys():
        return _NAMED_SEASON.match(said) is not None and not said.isupper()
    if match.rule.resolve in ("point", "until", "since"):
        quoted = text[match.start - 1 : match.start] in _OPENING and text[match.end : match.end + 1] in _CLOSING
        if quoted and "day" in match.words:
            return True
        if _GIVEN_NAME.search(text, max(match.start, match.end - _LONGEST_WORD), match.end):
            return _SURNAME.match(text, match.end) is not None and not _IN.match(said)
    if not match.rule.args.get("bare"):
        return False
    before = re.search(r"(\w+)\s+$", text[max(0, match.start - _LONGEST_WORD) : match.start])
    return before is not None and before[1][0].isupper() and not before[1].isupper()


def _counts(folded: str, match: Match) -> bool:
    """Whether a number stands before "de MES" that counts: "los mil 140 | de abril"; a day stands in the expression."""
    if not match.rule.args.get("counted"):
        return True
    return _COUNTED.search(folded, max(0, match.start - _LONGEST_WORD), match.start) is not None
