"""What a reader sees of a time's scope besides where it stands: baselines, budgets, accounts, events.

"Frente a los 417 | del año pasado": the figure is the one compared with, and has the time behind it. "El presupuesto
para 2024": its year is that of all amounts of the release; "el balance de 2023": of all that it counts. "Durante la
intervención fueron revisados 58 autos": the definite event is the one that was told before, with its day.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from extract.links.cues import cues_of, stands_in
from extract.links.layout import Layout
from extract.links.scope import Candidate
from extract.mentions import Mention, Period, Quantity, Sentence
from extract.openings import Expression
from extract.patterns import Patterns

#: What makes a figure a baseline stands within so many characters before it, its own time so many behind it.
_BASELINE_REACH, _OWN_REACH = 60, 45
#: A budget is named within so many characters before its year, an account of work before its time.
_BUDGET_REACH, _ACCOUNT_REACH = 90, 70
#: The kinds of cues in ``scope_cues.yml``.
_CUES = ("baseline", "budget", "account", "event")
#: An event that was told before is named so far before or behind a figure.
_EVENT_REACH = (120, 60)
#: What a figure with such a hedge measures, and nobody compares with it: "una inversión | superior a los 70 millones".
_MEASURED = re.compile(
    r"\b(?:un|una)\s+(?!cifra\b|cantidad\b|n[úu]mero\b)[^\W\d]+(?:\s+[^\W\d]+){0,3}\s+\Z", re.IGNORECASE
)
#: A change and its two ends: "pasó de 51 casos a 46"; the words of its beginning stand so far before the number.
_CHANGE = re.compile(
    r"\b(?:pas|baj|sub|cay|ca[íi]|crec|descend|disminuy|redu|aument|increment)\w+\s+(?:desde|de)\s+(?:l[oa]s\s+)?$",
    re.IGNORECASE,
)
_CHANGED_TO = re.compile(r"(?:\s+[^\W\d]+){0,4}?\s+(?:a|hasta)\s+(?:l[oa]s\s+)?(?=[$€\d])")
_CHANGE_REACH = 30
#: The feature of a time that another is only compared with.
_COMPARED = "as_compared"
_APART = re.compile(r";|\b(?:y|e|pero|mientras|tanto|cuando)\b")
#: What joins a clause to the one before it, right before its time.
_JOINT = re.compile(r"(?:;|\b(?:y|pero|mientras(?:\s+que)?|en\s+tanto(?:\s+que)?|frente\s+a|contra))\s+(?:que\s+)?$")
#: Days of a time that is no event's but a frame; of a year, which a budget has.
_LONG, _YEAR = 27, 300


class TimeScope:
    """The features of the times of one document for its figures.

    Parameters
    ----------
    layout:
        The document.
    patterns:
        The cues, from ``scope_cues.yml``.
    """

    def __init__(self, layout: Layout, patterns: Patterns) -> None:
        self._baseline, self._budget, self._account, self._event = (
            [cue for _, cue in cues_of(patterns, kind)] for kind in _CUES
        )
        self._layout = layout
        self._subjects: dict[int, tuple[bool, bool]] = {}
        self._baselines: dict[int, bool] = {}

    def mark(self, candidates: Sequence[Candidate], quantity: Quantity, home: Sentence) -> None:
        """Give the candidates of a figure's period the features of scope that its words show."""
        text, start, end = self._layout.text, quantity.start, quantity.end
        is_baseline = self.is_baseline(quantity, home)
        before, behind = _EVENT_REACH
        event = _any(self._event, text, max(home.start, start - before), min(home.end, end + behind))
        earlier = self._time_of_start(candidates, quantity, home)
        if earlier:
            is_baseline = self._baselines[quantity.number_start] = True
        superseded = self._superseded(candidates)
        for one in candidates:
            if id(one) in superseded:
                one.own["superseded"] = 1.0
            if id(one) in earlier:
                del one.own[_COMPARED]
                one.own.update(dict.fromkeys(("baseline_own", "sentence_same", "clause_same"), 1.0))
            elif is_baseline:
                one.own[self._to_baseline(one, quantity, home)] = 1.0
            if event and (one.mention is None or "earlier" in one.own):
                one.own[f"event_told_{_length(one)}"] = 1.0
            if isinstance(one.mention, Period):
                is_budget, is_account = self._subject(one.mention)
                if is_budget and quantity.kind == "money":
                    one.own["budget_money"] = 1.0
                if is_account:
                    one.own["account"] = 1.0

    def is_baseline(self, quantity: Quantity, home: Sentence) -> bool:
        """Whether others are compared with a quantity: "frente a | 41 en abril"."""
        # A hedge is part of the quantity: "superior a las 41" begins before its number.
        number = quantity.number_start
        if number not in self._baselines:  # asked several times
            first = max(home.start, number - _BASELINE_REACH)
            is_hedge = _MEASURED.search(self._layout.text, first, quantity.start) is not None
            self._baselines[number] = not is_hedge and _any(self._baseline, self._layout.text, first, number)
        return self._baselines[number]

    def _time_of_start(self, candidates: Sequence[Candidate], quantity: Quantity, home: Sentence) -> set[int]:
        """The time of the first end of a change, the one that is compared with.

        "Pasó de | 51 a 46, 5 menos que en 2012". A time right behind the figure is its own: "pasó de 51 en 2011 a 46".
        """
        text = self._layout.text
        begins = _CHANGE.search(text, max(home.start, quantity.number_start - _CHANGE_REACH), quantity.number_start)
        end = _CHANGED_TO.match(text, quantity.end, home.end) if begins else None
        if end is None:
            return set()
        times = [c for c in candidates if isinstance(c.mention, Period) and home.start <= c.mention.start < home.end]
        if any(quantity.end <= c.mention.start < end.end() for c in times if c.mention):
            return set()
        compared = [
            c
            for c in candidates
            if c.mention and _COMPARED in c.own and self._goes_with(c.mention, quantity, end.end(), home)
        ]
        return {id(c) for c in compared} if len({c.key for c in compared}) == 1 else set()

    def _goes_with(self, time: Mention, quantity: Quantity, end: int, home: Sentence) -> bool:
        """Whether a time that is compared with is of a change that ends at ``end``, or right before it."""
        if time.end <= quantity.start:
            gap = self._layout.text[time.end : quantity.start]
            return len(gap) < _BASELINE_REACH and not any(c.isdigit() for c in gap) and not _APART.search(gap)
        return time.start < home.end and _APART.search(self._layout.text, end, time.start) is None

    def _superseded(self, candidates: Sequence[Candidate]) -> set[int]:
        """The times of a sentence after which another begins a further clause: "En 2015 había 40; hoy | son 30"."""
        text = self._layout.text
        found: set[int] = set()
        later: int | None = None
        for one in reversed(candidates):
            if one.mention is None or "before" not in one.own:
                continue
            if later is None:
                later = one.mention.start
            elif _JOINT.search(text, one.mention.end, later):
                found.add(id(one))
        return found

    def _to_baseline(self, one: Candidate, quantity: Quantity, home: Sentence) -> str:
        if one.mention is None:
            return "baseline_none"
        gap = self._layout.text[quantity.end : min(one.mention.start, home.end)]
        is_own = quantity.end <= one.mention.start < home.end and len(gap) < _OWN_REACH
        return "baseline_own" if is_own and not re.search(r"[\d;:]", gap) else "baseline_other"

    def _subject(self, period: Period) -> tuple[bool, bool]:
        """Whether a time is the year of a budget or of rules for its spending; whether an account of work is of it."""
        if period.start not in self._subjects:
            at = self._layout.sentence_of(period)
            is_year = period.first and period.last and (period.last - period.first).days >= _YEAR
            text, start = self._layout.text, period.start
            within = period.surface.rstrip("0123456789")  # "balance 2023" is one expression
            self._subjects[start] = (
                bool(is_year) and _any(self._budget, text, max(at.start, start - _BUDGET_REACH), period.end),
                _any(self._account, text, max(at.start, start - _ACCOUNT_REACH), start)
                or _any(self._account, text, start, start + len(within)),
            )
        return self._subjects[period.start]


def _any(cues: Sequence[Expression], text: str, start: int, end: int) -> bool:
    return any(stands_in(cue, text, start, end) for cue in cues)


def _length(one: Candidate) -> str:
    period = one.mention
    if not isinstance(period, Period):
        return "none"
    long = period.first is None or period.last is None or (period.last - period.first).days >= _LONG
    return "long" if long else "short"
