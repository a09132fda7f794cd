"""The phrases of a document that tell whether its figures are planned or conditional (``status.yml``)."""

from __future__ import annotations

import re
from bisect import bisect_left

from extract.links.cues import find_in
from extract.openings import Expression
from extract.patterns import Patterns
from extract.rules import NameRule

#: The start and end of a part of the document's text.
Part = tuple[int, int]
#: The kinds of phrases that tell a status by themselves.
_PHRASES = ("promised", "conditional", "planned", "scheduled", "relative")


class Phrases:
    """The phrases of a document that tell a status; those of ``status.yml`` by their kind.

    A part of the text has few of them, so each is looked for only where it can begin.
    """

    def __init__(self, text: str, patterns: Patterns) -> None:
        self.text = text
        self._rules: dict[str, list[NameRule]] = {kind: [] for kind in _PHRASES}
        #: Where the rules of a kind can begin, each with its number; and those that may begin anywhere.
        self._places: dict[str, list[tuple[int, int]]] = {kind: [] for kind in _PHRASES}
        self._anywhere: dict[str, set[int]] = {kind: set() for kind in _PHRASES}
        for rule in patterns.rules("status.yml", NameRule):
            if rule.kind in _PHRASES:
                number, places = len(self._rules[rule.kind]), rule.expression.places(text)
                self._rules[rule.kind].append(rule)
                self._places[rule.kind] += [(place, number) for place in places or ()]
                self._anywhere[rule.kind] |= {number} if places is None else set()
        for found in self._places.values():
            found.sort()

    def search(self, phrase: Expression, part: Part) -> re.Match[str] | None:
        """What an expression finds in a part of the text that is read by itself."""
        return find_in(phrase, self.text, *part)

    def first(self, part: Part, kind: str) -> NameRule | None:
        """The first rule of a kind, in the order of the file, that a part of the text has a phrase of."""
        places, (start, end) = self._places[kind], part
        near = places[bisect_left(places, (start,)) : bisect_left(places, (end,))]
        numbers = self._anywhere[kind].union(number for _, number in near)
        rules = (self._rules[kind][number] for number in sorted(numbers))
        return next((rule for rule in rules if find_in(rule.expression, self.text, start, end)), None)
