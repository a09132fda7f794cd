"""Text made plain for matching, character by character, so that every offset stays that of the source."""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache

#: Plain signs, each with those that differ from it only in typography.
_PLAIN = {"-": "–—‐‑−", '"': "“”«»", "'": "’‘´", "i": "İ"}
_MARKS = {"\u0301", "\u0308", "\u0300"}
#: A text this long is a release or most of one, which several steps read folded.
_LONG = 300
_SPACE = re.compile(r"[^\S\n ]")
_LINE_WRAP = re.compile(r"(?<!\n)\n(?!\s*\n)")


@cache
def _table() -> dict[str, str]:
    table = {sign: plain for plain, signs in _PLAIN.items() for sign in signs}
    for code in range(0xC0, 0x180):
        parts = unicodedata.normalize("NFD", chr(code))
        if len(parts) == 2 and parts[1] in _MARKS:
            table[chr(code)] = parts[0]
    return table


@cache
def _dressed() -> re.Pattern[str]:
    """The signs that are not plain: a text has few, and ``str.translate`` would look up every sign."""
    return re.compile(f"[{''.join(map(re.escape, _table()))}]")


def fold(text: str) -> str:
    """The text in lower case, without accents on vowels, with plain hyphens, quotes and spaces; as long as before.

    ñ stays: it is a letter of its own. A line break inside a paragraph becomes a space, one at an empty line stays.
    """
    return _fold(text) if len(text) < _LONG else _remembered(text)


@lru_cache(maxsize=2)
def _remembered(text: str) -> str:
    return _fold(text)


def _fold(text: str) -> str:
    table = _table()
    plain = text if text.isascii() else _dressed().sub(lambda sign: table[sign[0]], text)
    plain = _SPACE.sub(" ", plain).lower()
    return _LINE_WRAP.sub(" ", plain) if "\n" in plain else plain
