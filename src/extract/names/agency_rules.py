"""The rules of ``agency_names.yml`` by their kind."""

from __future__ import annotations

from functools import lru_cache

from extract.patterns import Patterns
from extract.rules import NameRule


@lru_cache(maxsize=128)
def rules_of(patterns: Patterns, kind: str) -> tuple[NameRule, ...]:
    """The rules of one kind in ``agency_names.yml``."""
    return tuple(rule for rule in patterns.rules("agency_names.yml", NameRule) if rule.kind == kind)


@lru_cache(maxsize=512)
def rules_in(patterns: Patterns, kind: str, country: str | None) -> tuple[NameRule, ...]:
    """The rules of one kind that hold in a country, named as in ``agencies.csv``."""
    return tuple(rule for rule in rules_of(patterns, kind) if not rule.countries or country in rule.countries)
