"""Many rules in one expression: which of them matches here, the first of the file where several do."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cached_property
from typing import Generic, NamedTuple, TypeVar

from extract.rules import Rule

RuleT = TypeVar("RuleT", bound=Rule)

#: Within a paragraph: blanks and at most one line end.
GAP = r"[^\S\n]*\n?[^\S\n]*"
_LETTER_STARTS = r"(?:(?<!\w)|(?=\W))"
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
        return re.compile(rf"{GAP}{self._between}(?:{self._words}){_LETTER_ENDS}", re.IGNORECASE)

    @cached_property
    def _before(self) -> re.Pattern[str]:
        return re.compile(rf"{_LETTER_STARTS}(?:{self._words}){self._between}{GAP}\Z", re.IGNORECASE)

    def after(self, text: str, place: int) -> Found[RuleT] | None:
        """The rule whose words follow the place."""
        return self._found(self._after.match(text, place), 0)

    def before(self, text: str, place: int) -> Found[RuleT] | None:
        """The rule whose words end at the place; of several, the one that reaches back farthest."""
        offset = max(0, place - self._reach)
        return self._found(self._before.search(text[offset:place]), offset)

    def _found(self, match: re.Match[str] | None, offset: int) -> Found[RuleT] | None:
        if match is None or match.lastgroup is None:
            return None
        start, end = match.span(match.lastgroup)
        return Found(self._rules[match.lastgroup], start + offset, end + offset)
