"""Programs that a sentence names beside each other, so that none is that of the figures around them.

"60 Becas Sol y 40 Bonos Mar": each is the scheme of its own count and of what goes on about it, and none that of their
sum, of the other counts or of what follows the sentence. A name that is counted alone ("300 Becas Sol") may well be
what the release is about. "9 millones para Becas Sol, Bonos Mar y Techo Firme": the figure is that of all of them.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence

from extract.links.layout import Layout
from extract.links.places import Place
from extract.mentions import Quantity, Sentence

#: What stands between a number and the name that it counts.
_COUNTED = re.compile(r"\s+(?:de\s+)?(?:(?:nuev|primer)[oa]s\s+)?[\"“«]?")
#: What goes back to all that was counted before it (NGLE 44.8 and 16.5).
_SUMS_UP = re.compile(
    r"\b(?:lo\s+(?:que|cual)|en\s+total|en\s+conjunto|sumad[oa]s|suman|tod[oa]s\s+ell[oa]s|todo\s+(?:ello|esto))\b",
    re.IGNORECASE,
)
#: What joins the names of a list, and how many make one whose figures are those of all.
_AND, _MANY = re.compile(r"[”\"»]?(?:,\s+|,?\s+[ye]\s+)(?:del?\s+)?(?:(?:el|la)\s+)?[“\"«]?"), 3


class CoordinatedNames:
    """The programs of one document that it counts beside each other, or lists.

    Parameters
    ----------
    layout:
        The document.
    programs:
        The places of its programs in reading order.
    """

    def __init__(self, layout: Layout, programs: Sequence[Place]) -> None:
        self._text = layout.text
        self._counts: dict[int, dict[int, Quantity]] = {}
        self._listed = self._in_lists(programs)
        by_sentence: dict[int, list[Place]] = defaultdict(list)
        for place in programs:
            by_sentence[place.sentence.index].append(place)
        for index, places in by_sentence.items():
            if len({place.key for place in places}) > 1:
                self._add(index, places, layout.figures_of(places[0].sentence))

    def _in_lists(self, programs: Sequence[Place]) -> frozenset[int]:
        """Where the names of lists of three programs and more begin."""
        lists: list[list[Place]] = []
        for before, place in zip([None, *programs], programs, strict=False):
            if before is not None and _AND.fullmatch(self._text, before.mention.end, place.mention.start):
                lists[-1].append(place)
            else:
                lists.append([place])
        long = (places for places in lists if len({place.key for place in places}) >= _MANY)
        return frozenset(place.mention.start for places in long for place in places)

    def _add(self, index: int, places: Sequence[Place], figures: Sequence[Quantity]) -> None:
        counted = [
            (place, figure)
            for place in places
            for figure in figures
            if figure.kind == "count" and _COUNTED.fullmatch(self._text, figure.end, place.mention.start)
        ]
        if len({place.key for place, _ in counted}) > 1:
            self._counts[index] = {place.mention.start: figure for place, figure in counted}

    def is_anothers(self, quantity: Quantity, home: Sentence, place: Place) -> bool:
        """Whether a program is one of a list, or a kind that another count than this figure has beside it."""
        if place.mention.start in self._listed:
            return True
        counts = self._counts.get(place.sentence.index, {})
        count = counts.get(place.mention.start)
        if count is None or count is quantity:
            return False
        if place.sentence.index != home.index or quantity.start < place.mention.end:
            return True
        since = any(place.mention.start < other.start <= quantity.start for other in counts.values())
        return since or _SUMS_UP.search(self._text, place.mention.end, quantity.start) is not None
