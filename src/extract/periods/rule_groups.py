"""Rules of ``patterns/periods.yml`` by what they resolve to, for those who read the words around an expression."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, fields
from typing import Self

from extract.patterns import PeriodRule


@dataclass(frozen=True)
class RuleGroups:
    """The base of classes whose fields are the rules with the ``resolve`` of the field's name."""

    @classmethod
    def of(cls, rules: Iterable[PeriodRule]) -> Self:
        """Those of all rules of a file, in its order."""
        rules = list(rules)
        return cls(**{field.name: tuple(r for r in rules if r.resolve == field.name) for field in fields(cls)})
