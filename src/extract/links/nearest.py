"""The last mention before a figure and the first one behind it, among those that it may belong to."""

from __future__ import annotations

from collections.abc import Sequence

from extract.links.bystanders import is_bystander
from extract.links.scope import Candidate
from extract.links.surroundings import COMPANY
from extract.mentions import Quantity


def mark_nearest(candidates: Sequence[Candidate], quantity: Quantity) -> None:
    """Mark the last mention before the quantity and the first one behind it.

    Company is nearer to the verb than who acts, and no nearer to what is counted: "la Policía, junto con el DIF, dio".
    """
    nearest: Candidate | None = None
    leader: Candidate | None = None
    after: Candidate | None = None
    is_led = False
    for one in candidates:
        mention = one.mention
        if mention is None or is_bystander(one):
            continue
        if mention.end <= quantity.start:
            nearest = one
            in_front = "sentence_same" in one.own and "before" in one.own
            if not (in_front and COMPANY in one.standing.features):
                leader, is_led = one, is_led or in_front
        elif after is None and mention.start >= quantity.end:
            after = one
    before = leader if is_led else nearest
    if before is not None:
        before.own["nearest_before"] = 1.0
    if after is not None:
        after.own["nearest_after"] = 1.0
