"""A run of neighbouring tokens, what stands between and around them, and what is read from it."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Literal, NamedTuple

from extract.folding import fold
from extract.numerals.tokens import Token

NumeralKind = Literal["cardinal", "ordinal", "fraction", "collective"]

_PARAGRAPH = "\n\n"
_EMPTY_LINE = re.compile(r"\n\s*\n")
_WORD_BEFORE = re.compile(r"(\w+)\W{1,2}$")
_WORD_AFTER = re.compile(r"\s+(\w+)")
_CONTEXT = 16


class Reading(NamedTuple):
    """A numeral read from a run. ``next`` is the index of the first token after it.

    ``scale`` is the magnitude that was read last ("dos millones" 10^6, "mil 300" 1); ``bare`` says that the number
    has no magnitude of its own, as "80" in "80 y 100 mil", ``shared`` that it took the one of its neighbour. ``end``
    is where the numeral ends, if that is behind its last token. ``definite`` is false where words name no number, as in
    "miles de personas".
    """

    next: int
    value: Decimal
    kind: NumeralKind
    scale: Decimal = Decimal(1)
    end: int = -1
    bare: bool = False
    shared: bool = False
    definite: bool = True


class Run:
    """Neighbouring tokens of a text. The methods take the index of a token."""

    def __init__(self, text: str, tokens: list[Token]) -> None:
        self.text = text
        self.tokens = tokens
        self._links: list[str | None] = [None] * len(tokens)

    def link(self, i: int) -> str:
        """What joins this token to the next: a space, a word ("y"), a sign; a paragraph break where nothing does."""
        known = self._links[i]
        if known is None:
            known = self._links[i] = self._find_link(i)
        return known

    def _find_link(self, i: int) -> str:
        if i + 1 >= len(self.tokens):
            return _PARAGRAPH
        gap = self.text[self.tokens[i].end : self.tokens[i + 1].start]
        if "\n" in gap and _EMPTY_LINE.search(gap):
            return _PARAGRAPH
        if gap in {"i", "I"}:
            return "y"  # inside one word: treintaicinco
        return gap.strip().lower() or " "

    def role(self, i: int) -> str:
        """The role of a token that white space alone parts from the one before it; empty if there is none."""
        return self.tokens[i].role if i < len(self.tokens) and self.link(i - 1) == " " else ""

    def surface(self, i: int) -> str:
        """The token as written, folded."""
        return fold(self.text[self.tokens[i].start : self.tokens[i].end])

    def word_before(self, i: int) -> str:
        """The word right before the token, folded; empty if there is none."""
        start = self.tokens[i].start
        found = _WORD_BEFORE.search(self.text, max(0, start - _CONTEXT), start)
        return fold(found[1]) if found else ""

    def word_after(self, i: int) -> str:
        """The word right after the token, folded; empty if there is none."""
        found = _WORD_AFTER.match(self.text, self.tokens[i].end)
        return fold(found[1]) if found else ""
