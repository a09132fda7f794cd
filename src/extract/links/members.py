"""Members of a sentence that each have a figure and a name of their own.

"30 familias de Juntos y 40 de Pensión 65", "Juntos atiende a 30 familias y Pensión 65 paga a 40": what one member names
is not the other's, however near it stands.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from extract.links.scope import Candidate
from extract.mentions import Mention, Quantity

#: What ends a member of a sentence, or parts a name from its figure.
_BOUNDARY = re.compile(r"[,;:.()]|\b(?:[ye]|ni|mientras|pero|en\s+tanto)\b", re.IGNORECASE)


def mark_members(text: str, candidates: Sequence[Candidate], quantity: Quantity, figures: Sequence[Quantity]) -> None:
    """Mark the name in the figure's own member, and those of the other members of its sentence.

    Parameters
    ----------
    text:
        That of the document.
    candidates:
        Those of one link; the ones of the figure's sentence are given features more.
    quantity, figures:
        The figure, and all figures of its sentence in reading order, it among them.
    """
    named = [c for c in candidates if c.mention is not None and "sentence_same" in c.own]
    if len(figures) < 2 or len({c.key for c in named}) < 2:
        return
    starts = [c.mention.start for c in named if c.mention is not None]
    at = figures.index(quantity)
    for behind in (True, False):
        beside = [_beside(text, named, starts, figures, i, behind=behind) for i in range(len(figures))]
        own = beside[at]
        if own is None or all(one is None or one.key == own.key for one in beside):
            continue
        for candidate in named:
            candidate.own["own_member" if candidate.key == own.key else "another_member"] = 1.0
        return


def _beside(
    text: str,
    named: Sequence[Candidate],
    starts: Sequence[int],
    figures: Sequence[Quantity],
    index: int,
    *,
    behind: bool,
) -> Candidate | None:
    """The name behind a figure and before the next one, or before it and behind the last one, in its own member."""
    figure = figures[index]
    if behind:
        at = bisect_left(starts, figure.end)
        limit = figures[index + 1].start if index + 1 < len(figures) else len(text)
        mention = named[at].mention if at < len(named) else None
        inside = mention is not None and mention.end <= limit
        gap = _gap(text, figure, mention)
    else:
        at = bisect_left(starts, figure.start) - 1
        limit = figures[index - 1].end if index else 0
        mention = named[at].mention if at >= 0 else None
        inside = mention is not None and mention.start >= limit
        gap = _gap(text, mention, figure)
    return named[at] if inside and not _BOUNDARY.search(gap) else None


def _gap(text: str, first: Mention | None, second: Mention | None) -> str:
    return text[first.end : second.start] if first is not None and second is not None else ""
