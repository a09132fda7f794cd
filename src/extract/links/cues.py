"""The cues of ``scope_cues.yml``: what introduces a mention, joins sentences, or stands around a figure."""

from __future__ import annotations

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


def stands_in(cue: Expression, text: str, start: int, end: int) -> bool:
    """Whether a cue stands in a part of a text that is read by itself, as if nothing stood around it.

    Few parts have a word that it can begin with. What is left of a word cut at the start is a word of its own.
    """
    if cue.may_match(text, start, end):
        return cue.pattern.search(text[start:end]) is not None
    is_cut = start < end and not text[start - 1].isspace()
    return is_cut and cue.pattern.match(text[start:end]) is not None
