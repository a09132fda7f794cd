"""What says that a sentence has left the matter of a program named before it.

Another body acts, another time is told, or a paragraph in between turned to something else: "… con el programa Peso a
Peso. En lo que va del año, el DIF dio 300 consultas". A new frame mostly is a new matter; the day of an event or a
deadline is none, since a program has many of them.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Hashable, Mapping, Sequence
from functools import cached_property
from itertools import pairwise

from extract.folding import fold
from extract.links.layout import Layout
from extract.links.places import Place, sort_of
from extract.links.scope import Features
from extract.mentions import Period, Quantity, Sentence

#: The sorts of times that an event has, or what is asked of people: they frame no account (see ``periods.yml``).
_OF_EVENTS = frozenset({"day", "deadline", "since", "start", "week", "next", "vague"})


class Departures:
    """The signs, for the programs of one document.

    Parameters
    ----------
    layout:
        The document.
    places:
        The places of its names and times, by link, in reading order.
    turn_of:
        How a sentence goes on from what stands before it: the kind of connective that opens it, or None.
    """

    def __init__(
        self, layout: Layout, places: Mapping[str, Sequence[Place]], turn_of: Callable[[Sentence], str | None]
    ) -> None:
        self._layout, self._turn_of = layout, turn_of
        self._times = places["period"]
        self._time_starts = [place.mention.start for place in self._times]
        self._named = _keys_by_sentence(places["agency"])
        self._acting = _keys_by_sentence(
            [p for p in places["agency"] if "acts" in p.features and "sayer" not in p.features]
        )
        self._times_beside = self._told_beside(places["program"])

    @cached_property
    def _openings(self) -> Sequence[str | None]:
        """For each sentence that opens a block how it goes on from the one before; None for all others."""
        sentences = self._layout.sentences
        opens = [True, *(one.block != before.block for before, one in pairwise(sentences))]
        return [self._turn_of(one) if first else None for one, first in zip(sentences, opens, strict=False)]

    def _told_beside(self, programs: Sequence[Place]) -> Mapping[Hashable, set[Hashable]]:
        """The times in the sentences that name each program."""
        told: dict[int, set[Hashable]] = defaultdict(set)
        for time in self._times:
            told[time.sentence.index].add(_what_is_told(time))
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
        for turn in self._openings[program.sentence.index + 1 : home.index + 1]:
            if turn is not None:
                signs[f"{turn}_opens_block_since"] = 1.0
        return signs | self._of_times(program, self._times_before(quantity, home))

    def _of_times(self, program: Place, told: Sequence[Place]) -> Features:
        """What the times in front of a figure are to those in the sentences that name the program."""
        beside = self._times_beside[program.key]
        others = [time.mention for time in told if _what_is_told(time) not in beside]
        if told and not others:
            return {"same_time": 1.0}
        frames = [time for time in others if isinstance(time, Period) and sort_of(time) not in _OF_EVENTS]
        return {"another_frame": 1.0} if frames else {}

    def _another_acts(self, at: Sentence, home: Sentence) -> bool:
        """Whether an agency acts that no sentence since an earlier one has named: the matter is its own."""
        if not self._acting[home.index]:
            return False
        named = set[Hashable]().union(*(self._named[index] for index in range(at.index, home.index)))
        return not self._acting[home.index] <= named

    def _times_before(self, quantity: Quantity, home: Sentence) -> Sequence[Place]:
        """The times that a figure's sentence tells in front of it."""
        last = bisect_left(self._time_starts, quantity.start)
        first = bisect_left(self._time_starts, home.start, hi=last)
        return self._times[first:last]


def _what_is_told(time: Place) -> Hashable:
    """The days of a time; its words where the calendar cannot place it, since two such times are not the same."""
    return fold(time.mention.surface) if time.key == (None, None) else time.key


def _keys_by_sentence(places: Sequence[Place]) -> Mapping[int, set[Hashable]]:
    keys: dict[int, set[Hashable]] = defaultdict(set)
    for place in places:
        keys[place.sentence.index].add(place.key)
    return keys
