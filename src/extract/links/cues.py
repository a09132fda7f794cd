"""The cues of ``scope_cues.yml``: what introduces a mention, joins sentences, or stands around a figure."""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import lru_cache

from extract.openings import Expression
from extract.patterns import Patterns
from extract.rules import NameRule

#: The words that tell what a quantity is stand within so many characters of it.
AROUND = 60


@lru_cache(maxsize=16)
def cues_of(patterns: Patterns, prefix: str) -> tuple[tuple[str, Expression], ...]:
    """The cues whose kind begins so: their kind and expression, in the order of the file."""
    rules = patterns.rules("scope_cues.yml", NameRule)
    return tuple((rule.kind, rule.expression) for rule in rules if rule.kind.startswith(prefix))


def find_in(cue: Expression, text: str, start: int, end: int) -> re.Match[str] | None:
    """What a cue finds in a part of a text that is read by itself, as if nothing stood around it.

    It is tried at the words of the part that it can begin with, if there are any, and at what is left of a word that
    the start has cut.
    """
    places = cue.places(text)
    if places is None:
        return cue.pattern.search(text[start:end])
    first = bisect_left(places, start)
    if first == len(places) or places[first] >= end:
        return None
    part = text[start:end]
    starts = [place - start for place in places[first : bisect_left(places, end, first)]]
    if not text[start - 1].isspace():
        starts.insert(0, 0)
    return next((found for at in starts if (found := cue.pattern.match(part, at))), None)


def stands_in(cue: Expression, text: str, start: int, end: int) -> bool:
    """Whether a cue stands in a part of a text that is read by itself; also in the rest of a word alone."""
    if find_in(cue, text, start, end):
        return True
    is_cut = start < end and not text[start - 1].isspace()
    return is_cut and cue.pattern.match(text[start:end]) is not None
