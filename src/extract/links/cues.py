"""The cues of ``scope_cues.yml``: what introduces a mention, joins sentences, or stands around a figure."""

from __future__ import annotations

import re
from functools import lru_cache

from extract.patterns import Patterns
from extract.rules import NameRule

#: The words that tell what a quantity is stand within so many characters of it.
AROUND = 60


@lru_cache(maxsize=16)
def cues_of(patterns: Patterns, prefix: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    """The cues whose kind begins so: their kind and expression, in the order of the file."""
    rules = patterns.rules("scope_cues.yml", NameRule)
    return tuple((rule.kind, rule.pattern) for rule in rules if rule.kind.startswith(prefix))
