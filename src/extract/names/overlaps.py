"""Which of several overlapping mentions stands."""

from __future__ import annotations

import bisect

from extract.mentions import Name


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
