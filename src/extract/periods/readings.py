"""The words of one time expression and what its calculation may know besides: a `Reading`."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from functools import lru_cache
from typing import cast

from extract.folding import fold
from extract.patterns import Patterns, PeriodRule
from extract.periods.calendar import Interval, Lean, Unit
from extract.rules import PatternError


class UnresolvedError(Exception):
    """The text does not tell, or there is no publication date to count from: the interval stays unknown."""


@dataclass(frozen=True)
class Reading:
    """One match of a rule and all that its calculation may look at.

    ``words`` are the captured groups, folded. ``lean`` is the direction that the verb of the clause gives. ``year`` is
    the year of a coordinated date ("el 3 de mayo y el 5 de junio de 2019"). ``named`` are the intervals read before in
    the document. ``term`` is the day since which the document counts elsewhere ("de octubre de 2019 a la fecha").
    ``country`` is the code of the country of the release (ISO 3166): its seasons are those of a hemisphere.
    """

    rule: PeriodRule
    words: dict[str, str]
    published: dt.date | None
    lean: Lean | None
    year: int | None
    named: tuple[Interval, ...]
    term: dt.date | None
    patterns: Patterns
    country: str | None = None

    @property
    def today(self) -> dt.date:
        """The publication date."""
        if self.published is None:
            raise UnresolvedError
        return self.published

    def has(self, name: str) -> bool:
        """Whether a group took part in the match."""
        return name in self.words

    def value(self, name: str) -> int | str:
        """What a captured word stands for: the digits in it, or its value in the block of that name."""
        word = " ".join(self.words[name].split())
        table = _values(self.patterns, name.rstrip("23456789"))
        if word in table:
            return table[word]
        digits = "".join(char for char in word if char.isdigit())
        if digits:
            return int(digits)
        return sum(int(table[part]) for part in word.split(" y ") if part in table)

    def number(self, name: str, default: int = 1) -> int:
        """The number of a captured group, of the rule's argument of that name, or the default."""
        return int(self.value(name)) if self.has(name) else int(self.rule.args.get(name, default))

    def unit(self, suffix: str = "") -> tuple[int, Unit]:
        """How many of which unit a unit word is: ``(3, "month")`` for "trimestre"."""
        said = self.value(f"unit{suffix}") if self.has(f"unit{suffix}") else self.rule.args.get("unit")
        if said is None:
            raise PatternError(
                f"periods.yml: {self.rule.id}: {self.rule.resolve} needs {{unit}} in the regex or in args."
            )
        count, name = str(said).split()
        return int(count), cast(Unit, name)

    @property
    def is_southern(self) -> bool:
        """Whether the release is from a country of the southern hemisphere."""
        return self.country is not None and fold(self.country) in _values(self.patterns, "southern")

    @property
    def begins_school_in_autumn(self) -> bool:
        """Whether the school year goes from September to August where the release is from, if that is known."""
        return self.country is None or fold(self.country) in _values(self.patterns, "autumn")

    @property
    def leaning(self) -> Lean | None:
        """The direction by the words of the match ("pasado", "próximo"), else by the rule or the verb of the clause."""
        if self.has("lean"):
            said = cast(Lean, self.value("lean"))
            return self.lean or said if said == "near" else said
        always, otherwise = self.rule.args.get("lean"), self.rule.args.get("otherwise")
        return cast("Lean | None", always or self.lean or otherwise)

    def year_named(self, suffix: str = "") -> int | None:
        """The year that the match itself names, in four or two digits or as "el año pasado"."""
        if self.has(f"yyyy{suffix}"):
            return self.number(f"yyyy{suffix}")
        if self.has(f"yy{suffix}"):
            short = self.number(f"yy{suffix}")
            return short + (2000 if short < _CENTURY_TURNS else 1900)
        if self.has(f"year{suffix}"):
            return self.today.year + self.number(f"year{suffix}")
        return None

    def month(self, suffix: str = "") -> int:
        """The month, written out, shortened or in figures."""
        return next(self.number(f"{name}{suffix}") for name in _MONTHS if self.has(f"{name}{suffix}"))

    def has_month(self, suffix: str = "") -> bool:
        """Whether the match names a month."""
        return any(self.has(f"{name}{suffix}") for name in _MONTHS)


#: The blocks that a month is written by: in words, shortened, in figures, in Roman figures.
_MONTHS = ("month", "mon", "mm", "roman")

#: A year of two digits lies in 1950 to 2049, as those of four do.
_CENTURY_TURNS = 50


@lru_cache(maxsize=256)
def _values(patterns: Patterns, block: str) -> dict[str, int | str]:
    rule = next((r for r in patterns.rules("periods.yml", PeriodRule) if r.id == f"block.{block}"), None)
    return {fold(word): value for word, value in rule.args.items()} if rule else {}
