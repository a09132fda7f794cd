"""What says that a sentence has left the matter of a program named before it: another body acts, another time is told.

"… con el programa Peso a Peso. En lo que va del año, el DIF dio 300 consultas": a new frame mostly is a new matter.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Hashable, Mapping, Sequence

from extract.links.places import Place
from extract.links.scope import Features
from extract.mentions import Quantity, Sentence


class Departures:
    """The signs, for the programs of one document.

    Parameters
    ----------
    places:
        The places of the names and times of the document, by link, in reading order.
    """

    def __init__(self, places: Mapping[str, Sequence[Place]]) -> None:
        self._times = places["period"]
        self._time_starts = [place.mention.start for place in self._times]
        self._named = _keys_by_sentence(places["agency"])
        self._acting = _keys_by_sentence(
            [p for p in places["agency"] if "acts" in p.features and "sayer" not in p.features]
        )
        self._times_beside = self._told_beside(places["program"])

    def _told_beside(self, programs: Sequence[Place]) -> Mapping[Hashable, set[Hashable]]:
        """The times in the sentences that name each program."""
        told = _keys_by_sentence(self._times)
        beside: dict[Hashable, set[Hashable]] = defaultdict(set)
        for place in programs:
            beside[place.key] |= told[place.sentence.index]
        return beside

    def since(self, program: Place, quantity: Quantity, home: Sentence) -> Features:
        """The signs that a figure's sentence gives against a program named in an earlier one.

        Parameters
        ----------
        program:
            The earlier mention.
        quantity, home:
            The figure and its sentence.
        """
        signs: Features = {}
        if self._another_acts(program.sentence, home):
            signs["another_acts_since"] = 1.0
        beside = self._times_beside[program.key]
        if (beside or "title" not in program.features) and not self._times_before(quantity, home) <= beside:
            signs["another_time"] = 1.0  # a headline that tells no time leaves that to the body
        return signs

    def _another_acts(self, at: Sentence, home: Sentence) -> bool:
        """Whether an agency acts that no sentence since an earlier one has named: the matter is its own."""
        if not self._acting[home.index]:
            return False
        named = set[Hashable]().union(*(self._named[index] for index in range(at.index, home.index)))
        return not self._acting[home.index] <= named

    def _times_before(self, quantity: Quantity, home: Sentence) -> set[Hashable]:
        """The times that a figure's sentence tells in front of it."""
        last = bisect_left(self._time_starts, quantity.start)
        first = bisect_left(self._time_starts, home.start, hi=last)
        return {place.key for place in self._times[first:last]}


def _keys_by_sentence(places: Sequence[Place]) -> Mapping[int, set[Hashable]]:
    keys: dict[int, set[Hashable]] = defaultdict(set)
    for place in places:
        keys[place.sentence.index].add(place.key)
    return keys
