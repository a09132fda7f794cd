"""Parsed sentences: the model's tokens of one sentence, addressed by the document's offsets.

The main job parses only the sentences that hold a quantity, each as a document of its own; in a user's spaCy pipeline
the whole text is one document. Both give the same view, so that nothing behind knows which way it came.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Protocol

from spacy.tokens import Doc

from extract.mentions import Sentence


class Features(Protocol):
    """The grammatical features of a token."""

    def get(self, field: str, default: list[str], /) -> list[str]:
        """The values of a feature, ``default`` where the token has none."""


class Tokens(Protocol):
    """The tokens of a document or a sentence by their number."""

    def __getitem__(self, number: int, /) -> Token:
        """The token of this number."""


class Token(Protocol):
    """What the links may read of a token: the main job makes tokens that have nothing else (``extract.tagging``).

    ``idx`` is its offset and ``i`` its number in ``doc``.
    """

    @property
    def text(self) -> str: ...  # noqa: D102 (as spaCy's own)
    @property
    def lower_(self) -> str: ...  # noqa: D102
    @property
    def idx(self) -> int: ...  # noqa: D102
    @property
    def i(self) -> int: ...  # noqa: D102
    @property
    def doc(self) -> Tokens: ...  # noqa: D102
    @property
    def is_alpha(self) -> bool: ...  # noqa: D102
    @property
    def is_upper(self) -> bool: ...  # noqa: D102
    @property
    def is_title(self) -> bool: ...  # noqa: D102
    @property
    def pos_(self) -> str: ...  # noqa: D102
    @property
    def morph(self) -> Features: ...  # noqa: D102


@dataclass(frozen=True, slots=True)
class ParsedSentence:
    """A sentence and its tokens; ``offset`` is what a token's ``idx`` lacks to the document's offset."""

    sentence: Sentence
    tokens: Sequence[Token]
    offset: int
    _starts: list[int] = field(repr=False)

    @classmethod
    def from_doc(cls, sentence: Sentence, doc: Doc, offset: int) -> ParsedSentence:
        """The view of ``sentence`` in ``doc``, whose first character stands at ``offset`` of the document."""
        first = bisect_left(doc, sentence.start - offset, key=lambda token: token.idx)
        end = bisect_left(doc, sentence.end - offset, first, key=lambda token: token.idx)
        tokens = [token for token in doc[first:end] if not token.is_space]
        return cls(sentence, tokens, offset, [t.idx + offset for t in tokens])

    def first_at(self, start: int) -> int:
        """Position of the first token that begins at or after the offset ``start``."""
        return bisect_left(self._starts, start)

    def span(self, first: int, end: int) -> tuple[int, int]:
        """Offsets of the tokens from position ``first`` up to ``end`` (exclusive)."""
        last = self.tokens[end - 1]
        return self._starts[first], last.idx + self.offset + len(last.text)
