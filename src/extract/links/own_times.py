"""Which times can be a figure's at all: one that opens its own clause leaves no room for those told before.

"Se anotaron 200 en un trámite de mayo. Hoy se dan semillas a | 150"; "el 40 % se pagó en octubre y este lunes se
pagó el | 60 %". A time in a relative clause about another event is that of its clause alone.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from extract.links.places import Place, sort_of
from extract.mentions import Period, Quantity, Sentence

#: What joins a clause to the one before it, right before its time.
_JOINT = re.compile(r"(?:;|,?\s(?:y|e|pero|mientras(?:\s+que)?|en\s+tanto(?:\s+que)?))\s+(?:que\s+)?$")
#: What opens a further clause behind such a time, which may have another one.
_TURNS = re.compile(r";|\b(?:mientras|cuando|pero|en\s+tanto|[ye]\s+(?:ahora|hoy)|con\s+lo\s+que)\b")
#: The verb or the figure that follows a time at the beginning of its clause.
_GOES_ON = re.compile(
    r",?\s+(?:(?:ya|también|no|se|le|les|lo|la|los|las|nos)\s+)*"
    r"(?:\w+(?:ó|aron|ieron|rá|rán)|ha|han|hubo|hay|son|fue|fueron|dio|\d|(?:dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez)\b)"
)
#: The key of a time whose days are not known.
_UNRESOLVED = (None, None)


def own_times(
    text: str, places: Sequence[Place], quantity: Quantity, home: Sentence, figures: Sequence[Quantity]
) -> list[Place]:
    """The times among which a figure's is chosen.

    Parameters
    ----------
    text:
        That of the document.
    places:
        Times about the figure in reading order.
    quantity, home, figures:
        The figure, its sentence and all figures of that in reading order.
    """
    within = [p for p in places if p.clause is None or not p.clause.alone or p.clause.holds(quantity.start)]
    opener = next((p for p in reversed(within) if _opens_clause(text, p, quantity, home, figures)), None)
    if opener is None:
        return within
    behind = [p for p in within if p.mention.start >= opener.mention.start and not _has_ended(p, quantity)]
    same = [] if opener.key == _UNRESOLVED else [p for p in within if p.key == opener.key and p not in behind]
    return same + behind


def _opens_clause(text: str, place: Place, quantity: Quantity, home: Sentence, figures: Sequence[Quantity]) -> bool:
    """Whether a time opens the figure's sentence, or the clause of it that holds the figure."""
    time = place.mention
    if place.sentence.index != home.index or time.end > quantity.start or place.bystander is not None:
        return False
    if _has_ended(place, quantity):
        return False
    if not isinstance(time, Period) or sort_of(time) == "now" or _TURNS.search(text, place.mention.end, quantity.start):
        return False
    return "opens_clause" in place.features or _opens_conjunct(text, place, home, figures[0])


def _has_ended(place: Place, quantity: Quantity) -> bool:
    """Whether the relative clause of a time has ended before a figure: "que este año es de 40, subirá a | 50"."""
    return place.clause is not None and place.clause.end <= quantity.start


def _opens_conjunct(text: str, place: Place, home: Sentence, first: Quantity) -> bool:
    """Whether a time begins a further clause of a sentence that has told its first figure."""
    joint = _JOINT.search(text, home.start, place.mention.start)
    return joint is not None and first.end <= joint.start() and _GOES_ON.match(text, place.mention.end) is not None
