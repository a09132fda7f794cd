"""Many rules in one expression: which of them matches here, the first of the file where several do."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cached_property
from typing import Generic, NamedTuple, TypeVar

from extract.compiled import STORE
from extract.openers import Openers
from extract.openings import Expression
from extract.rules import Rule

RuleT = TypeVar("RuleT", bound=Rule)

#: Within a paragraph: blanks and at most one line end.
GAP = r"[^\S\n]*\n?[^\S\n]*"
_LETTER_STARTS = r"(?:(?<!\w)|(?=\W))"
_WORD = re.compile(r"\w+")
#: So few rules are found sooner by one expression than word by word.
_FEW = 5
_LETTER_ENDS = r"(?:(?<!\w)|(?!\w))"


class Found(NamedTuple, Generic[RuleT]):
    """A rule and the stretch that its words take."""

    rule: RuleT
    start: int
    end: int


class RuleLexicon(Generic[RuleT]):
    """The expressions of some rules, looked up directly before or directly after a place in a text.

    Parameters
    ----------
    rules:
        The rules, in the order in which they are tried.
    between:
        An expression for what may stand between the rule's words and the place, besides blanks.
    reach:
        How many characters before a place are looked at.
    """

    def __init__(self, rules: Sequence[RuleT], between: str = "", reach: int = 60) -> None:
        self._rules = {f"r{index}": rule for index, rule in enumerate(rules)}
        self._reach = reach
        self._words = "|".join(f"(?P<{name}>{rule.full_regex})" for name, rule in self._rules.items())
        self._between = between

    @cached_property  # most are asked for one side only
    def _after(self) -> re.Pattern[str]:
        return STORE.pattern(rf"{GAP}{self._between}(?:{self._words}){_LETTER_ENDS}", re.IGNORECASE)

    @cached_property
    def _before(self) -> re.Pattern[str]:
        return STORE.pattern(rf"{_LETTER_STARTS}(?:{self._words}){self._between}{GAP}\Z", re.IGNORECASE)

    @cached_property
    def _openers(self) -> Openers[Expression] | None:
        """The rules by the first letters of their words; None for few, or where one may begin with a sign."""
        if len(self._rules) <= _FEW:
            return None
        each = [
            Expression(rf"(?<!\w)(?P<{name}>{rule.full_regex}){self._between}{GAP}\Z", re.IGNORECASE)
            for name, rule in self._rules.items()
        ]
        at_words = all(one.needs.openings and not one.needs.letters for one in each)
        return Openers((one, one) for one in each) if at_words else None

    def after(self, text: str, place: int) -> Found[RuleT] | None:
        """The rule whose words follow the place."""
        return self._found(self._after.match(text, place), 0)

    def before(self, text: str, place: int) -> Found[RuleT] | None:
        """The rule whose words end at the place; of several, the one that reaches back farthest."""
        offset = max(0, place - self._reach)
        part = text[offset:place]
        openers = self._openers
        if openers is None:
            return self._found(self._before.search(part), offset)
        # Hardly a word begins a hedge, and to try all hedges at each place takes three times as long.
        tried = ((one, word.start()) for word in _WORD.finditer(part) for one in openers.at(part, word.start()))
        matches = (one.pattern.match(part, start) for one, start in tried)
        return self._found(next(filter(None, matches), None), offset)

    def _found(self, match: re.Match[str] | None, offset: int) -> Found[RuleT] | None:
        if match is None or match.lastgroup is None:
            return None
        start, end = match.span(match.lastgroup)
        return Found(self._rules[match.lastgroup], start + offset, end + offset)
