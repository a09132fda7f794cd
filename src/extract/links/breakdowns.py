"""Sentences that break down what stands before them, and have its time.

"En 2019 se invirtieron 4 millones. El monto se reparte así: en Tulcán, | 3 millones; en Mira, | 1 millón".
"""

from __future__ import annotations

from collections.abc import Sequence

from extract.links.cues import cues_of, find_in
from extract.links.layout import Layout
from extract.links.runs import Previous
from extract.links.scope import Candidate
from extract.mentions import Quantity, Sentence
from extract.patterns import Patterns


class Breakdowns:
    """The sentences of one document that break down what stands before them.

    Parameters
    ----------
    layout:
        The document.
    patterns:
        The cues, from ``scope_cues.yml``.
    """

    def __init__(self, layout: Layout, patterns: Patterns) -> None:
        self._layout = layout
        self._divides = [cue for _, cue in cues_of(patterns, "breakdown")]
        self._begins: dict[int, int | None] = {}

    def with_time_of_whole(
        self, candidates: Sequence[Candidate], quantity: Quantity, whole: Previous
    ) -> list[Candidate]:
        """The times of a figure; of a part only those of its own sentence and that of the figure before."""
        if not self._is_part(quantity, self._layout.sentence_of(quantity)):
            return list(candidates)
        kept = max(whole.odds, key=whole.odds.__getitem__)
        return [c for c in candidates if "sentence_same" in c.own or c.key == kept] or list(candidates)

    def _is_part(self, quantity: Quantity, home: Sentence) -> bool:
        """Whether a figure stands behind the words that break down, or in the list that they open."""
        begins = self._begin_of(home)
        if begins is not None:
            return begins <= quantity.start
        opening = self._layout.lead_in_of(home.block)
        if opening is None:
            return False
        last = self._layout.last_sentence_of(opening)
        return self._layout.text.endswith(":", last.start, last.end) and self._begin_of(last) is not None

    def _begin_of(self, sentence: Sentence) -> int | None:
        """Where the words stand in a sentence that break down what was told before."""
        if sentence.index not in self._begins:
            text, start, end = self._layout.text, sentence.start, sentence.end
            found = next((m for cue in self._divides if (m := find_in(cue, text, start, end))), None)
            self._begins[sentence.index] = start + found.start() if found else None
        return self._begins[sentence.index]
