"""What the words around a time expression tell about it.

"20 por ciento más que | en 2018": the year is only the baseline of the figure. "Inició el 31 de marzo … y concluyó el
pasado domingo": two days of one sentence are the ends of one period; so are "entre el lunes y este jueves". "En Semana
Santa, del 20 al 27 de marzo": the days that are told count. The words are rules of ``patterns/periods.yml``
(``resolve: mark``, ``starts``, ``ends``, ``ends_of``, ``apposed`` and ``edition``).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Literal

from extract.patterns import PeriodRule
from extract.periods.calendar import ONE_DAY, Interval
from extract.periods.rule_groups import RuleGroups

#: Characters before an expression in which words that mark it may begin.
_MARK_REACH = 70
#: Characters between a verb and the day that it sets, either way: "inició el día de ayer".
_VERB_REACH = 24
#: What may stand between them.
_LINK_BEFORE = re.compile(r"(?: +(?:la +)?[a-zñ]+)? +")
_LINK_AFTER = re.compile(r" +(?:se +)?")
#: A preposition of the expression that the words before it ask for: "en comparación | al año anterior".
_PREPOSITION = re.compile(r"(?:al?|del?|con|que)(?: +(?:en|el|l[ao]s?))? +")
_SENTENCE_END = re.compile(r"[.!?](?=\s|$)|\n")
#: The sort of an expression that a figure is only compared with.
_COMPARISON = "period.comparison"
_ALSO = re.compile(r"(?:,| y| e| ni)(?: (?:a|de|con|que))? l[oa]s \d[\d.,]*(?: mil)? ")
#: Sorts of expressions that are an end by themselves.
_ENDS = "period.deadline."
#: Sorts of expressions that tell a beginning by themselves; the second only where a verb says that it has ended.
_BEGUN, _SINCE = "period.since.begun", "period.since.point"
#: Sorts of expressions that begin one whose end they do not tell.
_FROM = ("period.since.", "period.start.", "period.to_date.")
#: Sorts of expressions that end a count whose beginning they do not tell.
_UP_TO = ("period.deadline.", "period.now.up_to")
#: Times that a release may tell more exactly, and the sorts of expressions that do.
_LOOSE = (
    "period.days.holiday", "period.days.weekend", "period.days.last_weekend", "period.days.next_weekend",
    "period.days.season", "period.week.", "period.years.campaign", "period.vague.", "period.last.", "period.next.",
)  # fmt: skip
_TERM = "period.term."
#: Days with their month, and what joins two of them.
_DATED = ("period.day.date", "period.day.said", "period.days.range", "period.days.listed")
_AND = re.compile(r",? (?:y|e) (?:el )?(?:dia )?")
_TOLD_DAYS = (
    "period.days.range", "period.days.listed", "period.days.hyphen", "period.between.points", "period.months.range",
    "period.years.between",
)  # fmt: skip
#: The sorts of a year that may stand behind a noun, and what stands between it in the name of an event and the event's
#: day: a verb.
_YEAR_OF_NOUN = ("period.year.after_noun", "period.year.this", "period.year.named")
_HELD = re.compile(r"(?: [a-zñ]+){1,4} ")
#: What may stand between such a time and the comma: "por el aniversario de la fundación".
_COMPLEMENT = re.compile(r" (?:por|del?|con motivo|en honor|en ocasion)\b[^.;:,\d(]{3,60}(?=,|\s?\()")
#: Days between a time and those that tell it.
_ABOUT = 7
#: Characters before the first of two days, and between them, in which the words stand that make them ends of one time.
_OPENS_REACH = 20


@dataclass(frozen=True)
class Found:
    """A time expression with its sort (a rule id), its days and its kind, as `extract.mentions.Period` has them."""

    start: int
    end: int
    rule: str
    interval: Interval
    kind: Literal["day", "span", "anaphor", "open"]


@dataclass(frozen=True)
class Contexts(RuleGroups):
    """The rules about the words around an expression, for folded text."""

    mark: tuple[PeriodRule, ...]
    starts: tuple[PeriodRule, ...]
    ends: tuple[PeriodRule, ...]
    ends_of: tuple[PeriodRule, ...]
    apposed: tuple[PeriodRule, ...]
    edition: tuple[PeriodRule, ...]

    def sort_of(self, folded: str, start: int, rule_id: str, last: Found | None) -> str | None:
        """The id of the rule whose words stand right before an expression at ``start``; None where none does.

        ``rule_id`` is the rule of the expression: some words mark only those ``of`` a few rules. ``last`` is the
        expression before; a further figure beside one compared with is one, too: "los 398 de 2012 y los 310 | de 2011".
        """
        if last is not None and last.rule.startswith(_COMPARISON) and _ALSO.fullmatch(folded, last.end, start):
            return last.rule
        reach = max(0, start - _MARK_REACH)
        reach = max([reach, *(m.end() for m in _SENTENCE_END.finditer(folded, reach, start))])
        preposition = _PREPOSITION.match(folded, start)
        ends = (start, preposition.end()) if preposition else (start,)
        marks = (rule for rule in self.mark if rule_id in str(rule.args.get("of", rule_id)).split())
        return next((rule.id for rule in marks for end in ends if rule.pattern.search(folded, reach, end)), None)

    def joined(self, folded: str, found: Sequence[Found]) -> list[Found]:
        """The expressions; where a sentence says when something starts and when it ends, the end covers both."""
        told = self._editions(folded, self._apposed(folded, self._between(folded, found)))
        sentences = [self._with_start(folded, sentence) for sentence in _sentences(folded, told)]
        for before, after in pairwise(sentences):
            self._go_on(folded, before, after)
        return [expression for sentence in sentences for expression in sentence]

    def _between(self, folded: str, found: Sequence[Found]) -> list[Found]:
        """The expressions, two days as one where the words about them make them its ends: "entre ayer y hoy"."""
        joined: list[Found] = []
        for last in found:
            first = joined[-1] if joined else None
            ends = first is not None and _can_be_ends(first, last) and self._is_range(folded, first, last)
            if first and (ends or _is_next_day(folded, first, last)):
                interval = Interval(first.interval.first, last.interval.last)
                joined[-1] = Found(first.start, last.end, self.ends_of[0].id, interval, "span")
            else:
                joined.append(last)
        return joined

    def _is_range(self, folded: str, first: Found, last: Found) -> bool:
        before, between = folded[max(0, first.start - _OPENS_REACH) : first.start], folded[first.end : last.start]
        words = f"{before}<{folded[first.start : first.end]}>{between}<{folded[last.start : last.end]}"
        return len(between) <= _OPENS_REACH and any(rule.pattern.search(words) for rule in self.ends_of)

    def _apposed(self, folded: str, found: Sequence[Found]) -> list[Found]:
        """The expressions; a feast, week or season has the days that are told behind it, between commas or brackets."""
        told = list(found)
        for at, (loose, days) in enumerate(pairwise(found)):
            between = folded[loose.end : days.start]
            between = between[complement.end() :] if (complement := _COMPLEMENT.match(between)) else between
            words = between.strip(" ,(")
            if (
                _tells(days, loose)
                and _is_near(loose.interval, days.interval)
                and between.strip(" ")[:1] in {",", "("}
                and (not words or any(rule.pattern.fullmatch(words) for rule in self.apposed))
            ):
                told[at] = replace(loose, interval=days.interval, kind="span")
        return told

    def _editions(self, folded: str, found: Sequence[Found]) -> list[Found]:
        """The expressions; the year in the name of an event has the day on which it is told to be."""
        told = list(found)
        for at, year in enumerate(found):
            if year.rule not in _YEAR_OF_NOUN or not self._is_edition(folded, year):
                continue
            before = [day for day in found[max(0, at - 1) : at] if self._begins(folded, day, year)]
            after = [day for day in found[at + 1 : at + 2] if _HELD.fullmatch(folded, year.end, day.start)]
            for day in after or before:
                if _is_day(day) and _lies_in(day.interval, year.interval):
                    told[at] = replace(year, interval=day.interval, kind=day.kind)
        return told

    def _begins(self, folded: str, day: Found, year: Found) -> bool:
        """Whether a sentence says that what has the year in its name begins on a day: "el 4 abrió la feria de 2024"."""
        if _SENTENCE_END.search(folded, day.end, year.start):
            return False
        between = any(rule.pattern.search(folded, day.end, year.start) for rule in self.starts)
        return between or _has_verb(folded, day, self.starts)

    def _is_edition(self, folded: str, year: Found) -> bool:
        reach, is_of_noun = max(0, year.start - _MARK_REACH), folded.startswith("de", year.start)
        return is_of_noun and any(rule.pattern.search(folded, reach, year.start) for rule in self.edition)

    def named(self, folded: str, found: Sequence[Found]) -> tuple[Interval, ...]:
        """The intervals that a pointer after these expressions may mean: not those that are only compared with."""
        return tuple(f.interval for f in self.joined(folded, found) if not f.rule.startswith(_COMPARISON))

    def _with_start(self, folded: str, sentence: list[Found]) -> list[Found]:
        ended = [f for f in sentence if f.kind == "day" and _has_verb(folded, f, self.ends)]
        begun = [f for f in sentence if f.rule == _BEGUN or (f.rule == _SINCE and ended) or _begins_ahead(f)]
        starts = [f for f in sentence if f in begun or (f.kind == "day" and _has_verb(folded, f, self.starts))]
        ends = ended + [f for f in sentence if f.rule.startswith(_ENDS)]
        if len(starts) != 1 or len(ends) != 1 or starts == ends:
            return sentence
        first, last = starts[0].interval.first, ends[0].interval.last
        if first is None or last is None or first >= last:
            return sentence
        rule = self.starts[0].id
        whole = [ends[0], *(f for f in starts if f in begun)]
        return [
            replace(f, rule=rule, interval=Interval(first, last), kind="span") if f in whole else f for f in sentence
        ]

    def _go_on(self, folded: str, before: list[Found], after: list[Found]) -> None:
        """What one sentence begins and the next one counts: "Comenzó el 4 de mayo. Hasta hoy se han vacunado …"."""
        starts = [f for f in before if f.rule == _BEGUN or (f.kind == "day" and _has_verb(folded, f, self.starts))]
        ends = [f for f in after if f.rule.startswith(_UP_TO)]
        if len(starts) != 1 or len(ends) != 1 or len(_stops(folded, starts[0].end, ends[0].start)) != 1:
            return
        first, end = starts[0].interval.first, ends[0].interval
        if first and end.last and first < end.last and end.first in {None, end.last}:
            rule = self.starts[0].id
            after[after.index(ends[0])] = replace(ends[0], rule=rule, interval=Interval(first, end.last), kind="span")


def _tells(days: Found, loose: Found) -> bool:
    """Whether days are of a sort that can tell a time more exactly; a term of office is told by its beginning."""
    if loose.rule.startswith(_TERM):
        return days.rule == _BEGUN
    return loose.rule.startswith(_LOOSE) and days.rule.startswith(_TOLD_DAYS)


def _begins_ahead(found: Found) -> bool:
    """Whether a time begins after the publication and has no end of its own: "desde el 7 de agosto se entregará"."""
    return found.rule.startswith((_SINCE, "period.start.")) and found.interval.last is None and found.kind == "open"


def _can_be_ends(first: Found, last: Found) -> bool:
    """Whether an expression can be the first, another the last day of one time."""
    begins = first.kind == "day" or first.rule.startswith(_FROM)
    finishes = last.kind == "day" or last.rule.startswith((*_UP_TO, "period.cutoff."))
    ordered = first.interval.first and last.interval.last and first.interval.first < last.interval.last
    return bool(begins and finishes and ordered and not first.rule.startswith(_COMPARISON))


def _is_next_day(folded: str, first: Found, last: Found) -> bool:
    """Whether a day joined to days of another month is the one after them: "el 31 de diciembre y el 1 de enero"."""
    if last.kind != "day" or first.interval.last is None or not first.rule.startswith(_DATED):
        return False
    follows = last.interval.first == first.interval.last + ONE_DAY and last.rule.startswith(_DATED)
    return follows and _AND.fullmatch(folded, first.end, last.start) is not None


def _is_day(found: Found) -> bool:
    """Whether an expression names a day, alone or as the one on which something begins."""
    return found.kind == "day" or found.rule.startswith("period.start.")


def _lies_in(day: Interval, year: Interval) -> bool:
    """Whether a day lies in a year; what begins on it may go on."""
    return bool(day.first and year.first and year.last and year.first <= day.first <= year.last)


def _is_near(loose: Interval, days: Interval) -> bool:
    """Whether told days lie in or about a time: a week that is called the last one may be the running one."""
    if loose.first is None or loose.last is None or days.first is None or days.last is None:
        return days.first is not None and days.last is not None
    return (days.first - loose.last).days <= _ABOUT and (loose.first - days.last).days <= _ABOUT


def _stops(folded: str, start: int, end: int) -> list[re.Match[str]]:
    return list(_SENTENCE_END.finditer(folded, start, end))


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
