"""A name as far as the grammar of names has read it."""

from __future__ import annotations

import re
from typing import Literal

from extract.names.words import Token

Style = Literal["agency", "program", "place"]

_SPACE = re.compile(r"[ \t\u00a0]*\n?[ \t\u00a0]*")


class Reading:
    """A name as far as it is read."""

    def __init__(self, text: str, tokens: list[Token], start: int, head: str, style: Style) -> None:
        self.text, self.tokens, self.style = text, tokens, style
        self.end, self.opening, self.previous = start, head, head
        self.taken, self.person, self._at = 0, False, 0
        #: Whether a preposition or a conjunction has tied a part to the name.
        self.complemented = False

    def peek(self, ahead: int) -> Token | None:
        """The token so many places ahead, None behind the last one."""
        at = self._at + ahead
        return self.tokens[at] if at < len(self.tokens) else None

    def touches(self, token: Token) -> bool:
        """Whether only white space lies between the name and the token."""
        match = _SPACE.match(self.text, self.end)
        return match is not None and match.end() == token.start and token.start > self.end

    def joined(self, ahead: int) -> bool:
        """Whether the token so far ahead follows its forerunner with only white space between."""
        token = self.peek(ahead)
        if token is None:
            return False
        before = self.end if ahead == 0 else self.tokens[self._at + ahead - 1].end
        match = _SPACE.match(self.text, before)
        return match is not None and match.end() == token.start and token.start > before

    def take(self, count: int, *, person: bool = False) -> None:
        """Add the next tokens to the name; ``person``: a person's name opens there."""
        last = self.tokens[self._at + count - 1]
        self._at += count
        self.taken += 1
        self.end, self.previous, self.person = last.end, last.surface, person
        initial = (
            len(last.surface) == 1 and last.surface.isupper() and self.style != "program"
        )  # but "el Plan E. Luego"
        if initial and self.text[self.end : self.end + 2] == ". ":
            self.end += 1  # an initial keeps its stop: "Abelardo L. Rodríguez"

    def skip_to(self, end: int) -> None:
        """Add everything up to an offset to the name."""
        while self._at < len(self.tokens) and self.tokens[self._at].end <= end:
            self._at += 1
        self.end, self.previous = end, self.tokens[self._at - 1].surface
        self.taken += 1
