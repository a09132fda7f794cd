"""Pieces of a text between white space, and those of them that are one word, with or without a sign behind it.

spaCy cuts each piece by itself. Nine in ten are a word of letters alone, or one and a comma or a full stop: for these
the expressions of its tokenizer are asked, and no document of spaCy is made.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from spacy.tokenizer import Tokenizer

_PIECE = re.compile(r"\S+")


class Pieces:
    """How a tokenizer cuts texts and their pieces.

    Parameters
    ----------
    tokenizer:
        The model's own.
    """

    def __init__(self, tokenizer: Tokenizer) -> None:
        self._exceptions = tokenizer.rules or {}
        # Words with white space in them, which the tokenizer keeps whole ("EE. UU.").
        self._spaced = [word for word in self._exceptions if len(word.split()) > 1]
        self._prefix, self._suffix = tokenizer.prefix_search, tokenizer.suffix_search
        self._infixes, self._kept = tokenizer.infix_finditer, tokenizer.token_match

    def cut(self, text: str) -> Iterator[tuple[str, int]]:
        """The pieces of a text with their offsets: what stands between white space, and longer white space."""
        if any(word in text for word in self._spaced):
            yield text, 0
            return
        end = 0
        for match in _PIECE.finditer(text):
            start = match.start()
            space = end + 1 if end and text[end] == " " else end
            if start > space:
                yield text[space:start], space
            yield match[0], start
            end = match.end()
        space = end + 1 if end and text[end : end + 1] == " " else end
        if space < len(text):
            yield text[space:], space

    def is_word(self, piece: str) -> bool:
        """Whether a piece surely is one word: letters alone, of which the tokenizer cuts nothing."""
        if not piece.isalpha() or piece in self._exceptions or (self._prefix and self._prefix(piece)):
            return False
        cut_behind = self._suffix and self._suffix(piece)
        return not (cut_behind or (self._infixes and any(self._infixes(piece))))

    def is_word_with_sign(self, piece: str) -> bool:
        """Whether a piece surely is cut into letters and one sign: those are cut as if they stood apart."""
        if (
            not piece[:-1].isalpha()
            or piece[-1].isalnum()
            or not self._exceptions.keys().isdisjoint((piece, piece[-1]))
        ):
            return False
        if self._kept or self._suffix is None or (self._prefix and self._prefix(piece)):
            return False
        sign = self._suffix(piece)
        return sign is not None and sign.start() == len(piece) - 1 < sign.end()
