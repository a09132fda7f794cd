"""Which of several overlapping mentions stands."""

from __future__ import annotations

import bisect
from collections.abc import Sequence

from extract.mentions import Name
from extract.names.words import fold

#: A body with such a score or less is one by its noun alone; a program with such a score or more is announced as one.
_GUESS, _ANNOUNCED = 0.5, 0.9
#: Rules that take a name for a body by what it does alone; a listed program does that too ("Bienpesca apoyó a 300").
_BY_DOING = frozenset({"agency.organization.subject", "agency.organization.headline", "agency.department"})
_LISTED = "program.listed."


def without_overlaps(mentions: list[Name], first: list[Name] | None = None) -> list[Name]:
    """The mentions in reading order, of overlapping ones the longest; those of ``first`` before all others."""
    favoured = {(mention.start, mention.end) for mention in first or []}
    order = sorted(mentions, key=lambda m: ((m.start, m.end) not in favoured, m.start - m.end, -m.score, m.start))
    kept: list[Name] = []
    for mention in order:
        at = bisect.bisect_left(kept, mention.start, key=lambda other: other.start)
        free_before = at == 0 or kept[at - 1].end <= mention.start
        free_after = at == len(kept) or mention.end <= kept[at].start
        if free_before and free_after:
            kept.insert(at, mention)
    return kept


def no_programs(agencies: Sequence[Name], programs: Sequence[Name]) -> list[Name]:
    """The agencies without guesses that are a program's name.

    "Club Vivo" of "programa “Club Vivo”" is no club; a program of the gazetteer that helps or pays is no body by that.
    """
    schemes = {name.name for name in programs if name.how == "name" and name.score >= _ANNOUNCED}
    listed = {fold(name.surface) for name in programs if name.rule.startswith(_LISTED)}
    return [
        agency
        for agency in agencies
        if not (agency.score <= _GUESS and agency.name in schemes)
        and not (agency.rule in _BY_DOING and fold(agency.surface) in listed)
    ]
