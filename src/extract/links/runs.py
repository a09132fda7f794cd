"""What the choice for the figure before says of the candidates of the next one.

Figures come in runs, and what holds for one mostly holds for the next: in a coordination nearly always, in a list more
than across paragraphs, and less where something new came up in between.
"""

from __future__ import annotations

import re
from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass

from extract.links.bystanders import is_bystander
from extract.links.layout import Layout
from extract.links.places import sort_of
from extract.links.same_sentence import is_tight
from extract.links.scope import Candidate
from extract.mentions import Mention, Period, Quantity

#: Sorts of times in which a whole report holds: a stock's day, a beginning, a length up to now, a part of a year.
_FRAMING = frozenset({"cutoff", "to_date", "last", "since", "part", "years", "between", "term", "deadline"})
#: What begins something new inside a sentence.
_TURN = re.compile(r"\b(?:mientras|en tanto|además|asimismo|también|así como|y se|que se)\b", re.IGNORECASE)
_COORDINATION = "coordination"
#: What stands between the members of a coordination, up to the number of the later one.
_COORDINATED = re.compile(
    r"(?:[,;]|\b[yeu]|\basí como|\bademás de)\s+"
    r"(?:(?:otr[oa]s|más de|cerca de|un[oa]s|casi|alrededor de)\s+)?(?:[$€]|USD)?\s*\Z",
    re.IGNORECASE,
)
#: The feature of a name that is tied to its figure, and so does not hold for the next one (see ``shares.py``).
TIED = "tied"
#: What a time is to the figures of an aside about it, and a name to the share that it stands beside.
_ASIDE = frozenset({"recalled", "set_against", TIED})
#: Characters in which it stands.
_COORDINATOR = 30


@dataclass(frozen=True, slots=True)
class Previous:
    """The quantity before, and how probable each value was for it."""

    quantity: Quantity
    odds: Mapping[Hashable, float]


def add_run(
    layout: Layout, candidates: Sequence[Candidate], quantity: Quantity, previous: Previous, *, apart: bool
) -> None:
    """Give the candidates features more: whether the quantity before took the same value, and how near it is.

    Parameters
    ----------
    layout:
        The document.
    candidates:
        Those of one link for ``quantity``; their features are added to.
    previous:
        The quantity before, and its choice.
    apart:
        Whether the quantity belongs to no run: the things counted are known, or others are compared with them.
    """
    near = _nearness(layout, previous.quantity, quantity)
    odds = _certain(previous.odds) if near == _COORDINATION else previous.odds
    # By identity: two mentions of one place in the text are equal, and so are both fresh or neither is.
    fresh = {id(c.mention) for c in candidates if _is_fresh(c, previous.quantity, quantity)}
    run = "known" if apart else f"{'broken' if fresh else 'run'}_{near}"
    dated = bool(fresh) and any("attached" in c.own for c in candidates)
    same, other = f"{run}_same", f"{run}_other"
    for one in candidates:
        features, kept, mention = one.own, odds.get(one.key, 0.0), one.mention
        if mention is None:
            features[f"{same}_none"], features[f"{other}_none"] = kept, 1.0 - kept
            continue
        features[same], features[other] = kept, 1.0 - kept
        if id(mention) in fresh:
            own = dated and _is_attached(layout, mention, previous.quantity)
            features["taken" if own else "fresh"] = 1.0
        if isinstance(mention, Period):
            features["kept_frame" if sort_of(mention) in _FRAMING else "kept_day"] = kept


def recalls(candidates: Sequence[Candidate], key: Hashable) -> bool:
    """Whether a value is that of an aside: a time compared with ("más que en 2009, cuando hubo | 40"), who has a share.

    Behind the aside the account goes on with what held before it.
    """
    return any(one.key == key and not _ASIDE.isdisjoint(one.own) for one in candidates)


def _certain(odds: Mapping[Hashable, float]) -> Mapping[Hashable, float]:
    """The best value alone: what one member of a coordination takes, all take, so that doubt does not grow along it."""
    best = max(odds.values(), default=1.0)
    return {key: 1.0 for key, share in odds.items() if share == best}


def _nearness(layout: Layout, previous: Quantity, quantity: Quantity) -> str:
    """How close two figures that follow each other are: in one coordination, list, sentence, paragraph, or farther."""
    home, there = layout.sentence_of(quantity), layout.sentence_of(previous)
    if there.index == home.index:
        gap = layout.text[previous.end : quantity.start]
        joined = previous.kind == quantity.kind and _COORDINATED.search(gap[-_COORDINATOR:])
        if ";" in gap:
            return "joined_sentence" if joined else "sentence"
        if joined:
            return _COORDINATION
        return "sentence" if _TURN.search(gap) else "list"
    if there.block == home.block:
        return "block"
    lead_in = layout.lead_in_of(home.block)
    if lead_in is not None and lead_in == layout.lead_in_of(there.block):
        return "list"
    return "next_block" if home.block == there.block + 1 else "text"


def _is_fresh(candidate: Candidate, previous: Quantity, quantity: Quantity) -> bool:
    """Whether the mention came up after the quantity before: then the run of that one's value is broken."""
    mention = candidate.mention
    return mention is not None and previous.end <= mention.start < quantity.start and not is_bystander(candidate)


def _is_attached(layout: Layout, mention: Mention, quantity: Quantity) -> bool:
    return isinstance(mention, Period) and is_tight(layout.text[quantity.end : mention.start])
