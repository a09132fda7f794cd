"""Names that a sentence counts beside each other: "60 Becas Sol y 40 Bonos Mar", which are kinds of what is given.

Each is the scheme of its own count and of what goes on about it, and none that of their sum, of the other counts or of
what follows the sentence. A name that is counted alone ("300 Becas Sol") may well be what the release is about.
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


class CountedNames:
    """The names of one document that stand beside each other as what is counted.

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
        by_sentence: dict[int, list[Place]] = defaultdict(list)
        for place in programs:
            by_sentence[place.sentence.index].append(place)
        for index, places in by_sentence.items():
            if len({place.key for place in places}) > 1:
                self._add(index, places, layout.figures_of(places[0].sentence))

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
        """Whether a program is a kind that another count than this figure has beside it."""
        counts = self._counts.get(place.sentence.index, {})
        count = counts.get(place.mention.start)
        if count is None or count is quantity:
            return False
        if place.sentence.index != home.index or quantity.start < place.mention.end:
            return True
        since = any(place.mention.start < other.start <= quantity.start for other in counts.values())
        return since or _SUMS_UP.search(self._text, place.mention.end, quantity.start) is not None
