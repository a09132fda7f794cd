"""Parsed sentences: the model's tokens of one sentence, addressed by the document's offsets.

The main job parses only the sentences that hold a quantity, each as a document of its own; in a user's spaCy pipeline
the whole text is one document. Both give the same view, so that nothing behind knows which way it came.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, field

from spacy.tokens import Doc, Token

from extract.mentions import Sentence


@dataclass(frozen=True, slots=True)
class ParsedSentence:
    """A sentence and its tokens; ``offset`` is what a token's ``idx`` lacks to the document's offset."""

    sentence: Sentence
    tokens: list[Token]
    offset: int
    _starts: list[int] = field(repr=False)

    @classmethod
    def from_doc(cls, sentence: Sentence, doc: Doc, offset: int) -> ParsedSentence:
        """The view of ``sentence`` in ``doc``, whose first character stands at ``offset`` of the document."""
        tokens = [t for t in doc if sentence.start <= t.idx + offset < sentence.end and not t.is_space]
        return cls(sentence, tokens, offset, [t.idx + offset for t in tokens])

    def first_at(self, start: int) -> int:
        """Position of the first token that begins at or after the offset ``start``."""
        return bisect_left(self._starts, start)

    def span(self, first: int, end: int) -> tuple[int, int]:
        """Offsets of the tokens from position ``first`` up to ``end`` (exclusive)."""
        last = self.tokens[end - 1]
        return self._starts[first], last.idx + self.offset + len(last.text)
