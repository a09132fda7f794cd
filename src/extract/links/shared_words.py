"""Words of a program's name that come again around a figure of another sentence: the release is still about it.

"Caminos Vivos … Los caminos suman 40 kilómetros": lexical cohesion by repetition (Halliday and Hasan 1976, 6).
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping, Sequence

from spacy.lang.es.stop_words import STOP_WORDS

from extract.folding import fold
from extract.links.cues import cues_of
from extract.links.places import Place
from extract.links.scope import Candidate
from extract.mentions import Quantity, Sentence
from extract.patterns import Patterns

#: Words shorter than this tell too little; longer ones are compared by their first letters: "camino", "caminos".
_SHORTEST, _COMPARED = 5, 6
#: The nearest words stand within so many characters of the figure.
_NEAR = 70
_STOP_WORDS = frozenset(map(fold, STOP_WORDS))
_WORD = re.compile(rf"[^\W\d_]{{{_SHORTEST},}}")


class SharedWords:
    """What the names of one document's programs share with its sentences.

    Parameters
    ----------
    text:
        That of the document.
    programs:
        The places of the programs' names.
    patterns:
        ``scope_cues.yml`` lists the words that any program may have in its name.
    """

    def __init__(self, text: str, programs: Sequence[Place], patterns: Patterns) -> None:
        self._text, self._patterns = text, patterns
        self._of_names: Mapping[Hashable, set[str]] = self._words_of_names(programs)
        self._of_sentences: dict[int, set[str]] = {}

    def _words_of_names(self, programs: Iterable[Place]) -> Mapping[Hashable, set[str]]:
        words: dict[Hashable, set[str]] = defaultdict(set)
        for place in programs:
            words[place.key] |= self._words(place.mention.surface)
        return words

    def mark(self, candidates: Iterable[Candidate], quantity: Quantity, home: Sentence) -> None:
        """Mark the programs of other sentences whose name shares a word with the figure's sentence, or right by it."""
        elsewhere = [c for c in candidates if c.mention is not None and "sentence_same" not in c.own]
        if not elsewhere:
            return
        whole = self._of_sentence(home)
        near = slice(max(home.start, quantity.start - _NEAR), min(home.end, quantity.end + _NEAR))
        nearest = self._words(self._text[near])
        for candidate in elsewhere:
            name = self._of_names[candidate.key]
            if not name.isdisjoint(whole):
                candidate.own["shares_word"] = 1.0
            if not name.isdisjoint(nearest):
                candidate.own["shares_word_near"] = 1.0

    def _of_sentence(self, home: Sentence) -> set[str]:
        """The words of a sentence, which each of its figures asks for."""
        words = self._of_sentences.get(home.index)
        if words is None:
            words = self._of_sentences[home.index] = self._words(self._text[home.start : home.end])
        return words

    def _words(self, text: str) -> set[str]:
        """The words that tell a matter, each as the letters that it is compared by."""
        [(_, common)] = cues_of(self._patterns, "common_word")
        words = (word for word in _WORD.findall(fold(text)) if word not in _STOP_WORDS)
        return {word[:_COMPARED] for word in words if not common.pattern.fullmatch(word)}
