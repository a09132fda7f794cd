"""The relative clause in which a time stands, and whether the time holds in it alone.

"Los ganaderos, que en 2019 perdieron su hato, recibieron | 40 vacas": the year is that of the loss, and no time of the
gift or of what is told behind it.
"""

from __future__ import annotations

import datetime as dt
import re
from typing import NamedTuple

from extract.mentions import Period, Sentence

#: What opens a relative clause, with its words up to a time in it.
_OPENS = re.compile(
    r"(?P<comma>,)?\s(?P<clause>(?:(?:a|con|de|en|para|por)\s+)?(?:(?:el|la|los|las)\s+(?:que|cual(?:es)?)|quien(?:es)?)|(?:al|del)\s+(?:que|cual)"
    r"|cuy[oa]s?\s+[^\W\d]+|que|donde)\s+"
    r"(?P<said>(?:(?!\b(?:que|quien|quienes|donde)\b)[^,;:.()\"“”]){0,60}\s)?$"
)
#: What makes of "que" the opening of another sort of clause: verbs, prepositions, comparisons.
_COMPLEMENT = re.compile(
    r"\b(?:\w+(?:ó|aron|ieron|ará|irá|[aei]r|ando|iendo)|(?:ha|han|había|fue|está)\s+\w+[ai]do|dijo|dice|señala|informa|indica|destaca"
    r"|para|de|del|a|en|con|por|sin|ya|así|sino|más|menos|mayor|menor|mejor|es|hay|hasta|desde|antes|lo|fin|hecho|vez|modo"
    r"|manera|forma|luego|mism[oa]s?|igual)$",
    re.IGNORECASE,
)
#: How far before a time its clause begins, at most (characters).
_REACH = 90
#: A verb that tells what somebody did or suffered; with "se" or a participle it may well befall what is counted.
_PRETERITE = r"(?:\w+(?:aron|ieron|ó)|\w+[aí]an|tuvo|hizo|padeció)"
_EVENT = re.compile(
    r"(?:(?:el|la|los|las|un|una)\s+[^\W\d]+(?:\s+del?(?:\s+la)?\s+[^\W\d]+)?\s+)?"  # its subject: "la lluvia"
    rf"(?:(?:ya|no|les?|l[oa]s?|también)\s+)*(?P<verb>{_PRETERITE})\b"
)
#: Verbs of beginning and taking place: their time is that of the thing itself ("la campaña, que empezó en mayo").
_TAKES_PLACE = re.compile(
    r"(?:inici|comenz|empez|arranc|abri|naci|concluy|termin|finaliz|culmin|transcurr|corri|ocurr|sucedi|dur|lleg|entr|fueron|eran)\w*",
    re.IGNORECASE,
)
_MAIN_VERB = re.compile(rf"\s(?:(?:se|le|les|lo|los|la|las|no|ya)\s+)*(?:{_PRETERITE}|\w+rán?|ha|han|dio|fue|fueron)\b")
_ENDS = re.compile(r"[,;:.()\n]")
_JOINS = re.compile(r"\b(?:que|y|e|o|ni|pero|cuando|donde|quien(?:es)?|como|al)\b", re.IGNORECASE)
#: The verb right before a day, which governs what is said behind it.
_SAYS = re.compile(r"(?:\w+(?:ó|aron|ieron)|dijo|dijeron|dio\s+a\s+conocer)\s+$")
_WHAT_IS_SAID = re.compile(r",?\s+que\s")
#: The first verb of what is said: how things stand, or what happened.
_FINITE = re.compile(
    rf"\b(?:(?P<stands>(?:ha|han|hemos)\s+\w+[dts][oa]\b|hay|son|es|está|están|existen?|suman?|cuentan?|tienen?)|{_PRETERITE}|\w+rán?)\b"
)
#: Days of a time that is no day of an event, which may well be that of the scene.
_LONG = 27


class TimeClause(NamedTuple):
    """A part of a text from ``start`` to ``end``; ``alone`` where the time in it is that of nothing outside it."""

    start: int
    end: int
    alone: bool

    def holds(self, position: int) -> bool:
        """Whether a position lies in it."""
        return self.start <= position < self.end


def clause_of(text: str, period: Period, home: Sentence, published: dt.date | None) -> TimeClause | None:
    """The relative clause that a time stands in; None where none is seen that ends before the verb of its sentence.

    Parameters
    ----------
    text, period, home:
        That of the document, the time and its sentence.
    published:
        The publication date: what happened in the running month or year may go on.
    """
    opened = _OPENS.search(text, max(home.start, period.start - _REACH), period.start)
    if opened is None or _COMPLEMENT.search(text, home.start, opened.start()):
        return None
    event = _EVENT.match(text, opened.start("said")) if opened["said"] else None
    verb_at = period.start
    if event is None:
        event = _EVENT.match(text, period.end + 1, home.end)
        verb_at = event.end() if event else period.end
    end = _end_of(
        text, max(period.end, verb_at), home, is_apart=opened["comma"] is not None, has_event=event is not None
    )
    if end is None or (event is not None and _TAKES_PLACE.fullmatch(event["verb"])):
        return None
    return TimeClause(opened.start("clause"), end, event is not None and _is_over(period, published))


def end_of_phrase(text: str, period: Period, home: Sentence) -> int:
    """Where the phrase ends that a time closes."""
    stop = _ENDS.search(text, period.end, home.end)
    return stop.start() if stop else home.end


def is_of_saying(text: str, period: Period, home: Sentence) -> bool:
    """Whether a day beside a verb of saying is no time of what is said: "informó este jueves que | han llegado 40"."""
    if period.kind != "day" or not _WHAT_IS_SAID.match(text, period.end, home.end):
        return False
    if not _SAYS.search(text, home.start, period.start):
        return False
    verb = _FINITE.search(text, period.end, home.end)
    return verb is not None and verb["stands"] is not None


def _end_of(text: str, start: int, home: Sentence, *, is_apart: bool, has_event: bool) -> int | None:
    """Where a relative clause ends inside its sentence: at its comma, or before the verb of the main clause."""
    stop = _ENDS.search(text, start, home.end)
    if is_apart or not has_event:
        closes = stop is not None and stop.group() == "," and (is_apart or _MAIN_VERB.match(text, stop.end(), home.end))
        return stop.start() if stop and closes else None
    verb = _MAIN_VERB.search(text, start, stop.start() if stop else home.end)
    return verb.start() if verb and _JOINS.search(text, start, verb.start()) is None else None


def _is_over(period: Period, published: dt.date | None) -> bool:
    """Whether a time is a month or longer, and was over at publication."""
    if period.first is None or period.last is None or (period.last - period.first).days < _LONG:
        return False
    return published is None or period.last < published
