"""What the words around a time expression tell about it.

"20 por ciento más que | en 2018": the year is only the baseline of the figure. "Inició el 31 de marzo … y concluyó el
pasado domingo": two days of one sentence are the ends of one period. The words are rules of ``patterns/periods.yml``
(``resolve: mark``, ``starts`` and ``ends``).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from extract.patterns import PeriodRule
from extract.periods.calendar import Interval

#: Characters before an expression in which words that mark it may begin.
_MARK_REACH = 70
#: Characters between a verb and the day that it sets, either way: "inició el día de ayer".
_VERB_REACH = 24
#: What may stand between them.
_LINK_BEFORE = re.compile(r"(?: +[a-zñ]+)? +")
_LINK_AFTER = re.compile(r" +(?:se +)?")
#: A preposition of the expression that the words before it ask for: "en comparación | al año anterior".
_PREPOSITION = re.compile(r"(?:al?|del?|con) +")
_SENTENCE_END = re.compile(r"[.!?](?=\s|$)|\n")
#: The sort of an expression that a figure is only compared with.
_COMPARISON = "period.comparison"
#: Sorts of expressions that are an end by themselves.
_ENDS = "period.deadline."
#: Sorts of expressions that tell a beginning by themselves; the second only where a verb says that it has ended.
_BEGUN, _SINCE = "period.since.begun", "period.since.point"


@dataclass(frozen=True)
class Found:
    """A time expression with its sort (a rule id), its days and its kind, as `extract.mentions.Period` has them."""

    start: int
    end: int
    rule: str
    interval: Interval
    kind: Literal["day", "span", "anaphor", "open"]


@dataclass(frozen=True)
class Contexts:
    """The rules about the words around an expression, for folded text."""

    marks: tuple[PeriodRule, ...]
    starts: tuple[PeriodRule, ...]
    ends: tuple[PeriodRule, ...]

    @staticmethod
    def of(rules: Iterable[PeriodRule]) -> Contexts:
        """The context rules among all rules of a file."""
        by_resolve = {name: [rule for rule in rules if rule.resolve == name] for name in ("mark", "starts", "ends")}
        return Contexts(tuple(by_resolve["mark"]), tuple(by_resolve["starts"]), tuple(by_resolve["ends"]))

    def sort_of(self, folded: str, start: int) -> str | None:
        """The id of the rule whose words stand right before an expression at ``start``; None where none does."""
        reach = max(0, start - _MARK_REACH)
        reach = max([reach, *(m.end() for m in _SENTENCE_END.finditer(folded, reach, start))])
        preposition = _PREPOSITION.match(folded, start)
        ends = (start, preposition.end()) if preposition else (start,)
        return next((rule.id for rule in self.marks for end in ends if rule.pattern.search(folded, reach, end)), None)

    def joined(self, folded: str, found: Sequence[Found]) -> list[Found]:
        """The expressions; where a sentence says when something starts and when it ends, the end covers both."""
        joined: list[Found] = []
        for sentence in _sentences(folded, found):
            joined += self._with_start(folded, sentence)
        return joined

    def named(self, folded: str, found: Sequence[Found]) -> tuple[Interval, ...]:
        """The intervals that a pointer after these expressions may mean: not those that are only compared with."""
        return tuple(f.interval for f in self.joined(folded, found) if not f.rule.startswith(_COMPARISON))

    def _with_start(self, folded: str, sentence: list[Found]) -> list[Found]:
        ended = [f for f in sentence if f.kind == "day" and _has_verb(folded, f, self.ends)]
        begun = (_BEGUN, _SINCE) if ended else (_BEGUN,)
        starts = [f for f in sentence if f.rule in begun or (f.kind == "day" and _has_verb(folded, f, self.starts))]
        ends = ended + [f for f in sentence if f.rule.startswith(_ENDS)]
        if len(starts) != 1 or len(ends) != 1 or starts == ends:
            return sentence
        first, last = starts[0].interval.first, ends[0].interval.last
        if first is None or last is None or first >= last:
            return sentence
        rule = self.starts[0].id
        whole = [ends[0], *(f for f in starts if f.rule in begun)]
        return [
            replace(f, rule=rule, interval=Interval(first, last), kind="span") if f in whole else f for f in sentence
        ]


def _sentences(folded: str, found: Sequence[Found]) -> Iterator[list[Found]]:
    """The expressions, those of one sentence together."""
    sentence: list[Found] = []
    for expression in found:
        if sentence and _SENTENCE_END.search(folded, sentence[-1].end, expression.start):
            yield sentence
            sentence = []
        sentence.append(expression)
    if sentence:
        yield sentence


def _has_verb(folded: str, found: Found, rules: Iterable[PeriodRule]) -> bool:
    """Whether a verb of the rules stands beside an expression: "inició el lunes", "este lunes se inició"."""
    link = _LINK_AFTER.match(folded, found.end)
    reach = max(0, found.start - _VERB_REACH)
    return any(
        (link and rule.pattern.match(folded, link.end()))
        or any(
            _LINK_BEFORE.fullmatch(folded, verb.end(), found.start)
            for verb in rule.finditer(folded, reach, found.start)
        )
        for rule in rules
    )
