"""The number words of ``patterns/number_words.yml`` as a lexicon, and one expression that finds them in a text.

The expression is a trie, so that a text is scanned once at the speed of the ``re`` module however many words there
are; accents and capitals are spelled out in it, because ``re.IGNORECASE`` would slow the scan down.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from decimal import Decimal
from functools import lru_cache
from typing import Any, Literal, NamedTuple

from extract.compiled import STORE
from extract.folding import fold
from extract.patterns import Patterns
from extract.rules import WordRule

Role = Literal[
    "digits",
    "zero",
    "one",
    "unit",
    "teen",
    "ten",
    "hundred",
    "thousand",
    "scale",
    "collective",
    "ordinal",
    "ordinal_scale",
    "part",
    "mitad",
    "half",
    "figure_ordinal",
    "roman",
    "figure_fraction",
]

_FILE = "number_words.yml"
_ROLES: dict[str, Role] = {
    "zero": "zero",
    "one": "one",
    "units": "unit",
    "teens": "teen",
    "tens": "ten",
    "hundreds": "hundred",
    "thousand": "thousand",
    "scales": "scale",
    "collectives": "collective",
    "fractions": "part",
    "half": "mitad",
    "half.adjective": "half",
}
_VARIANTS = {"a": "aáà", "e": "eéè", "i": "iíì", "o": "oóò", "u": "uúùü"}
#: What "-avo" and "-ésimo" look like at the end of a word that is glued together: treintavo, dosmilésimo.
_PART_ENDING = re.compile(r"a?v[oa]s?$")
_SCALE_ENDING = re.compile(r"(mil|millon|billon)esim[oa]s?$")
#: How many words as written are remembered; a text of odd capitals cannot fill the memory.
_MOST_KNOWN = 10_000


class Word(NamedTuple):
    """What one number word is in the grammar: its role, the number it stands for, and whether it is a plural."""

    role: Role
    value: Decimal
    plural: bool


class Lexicon:
    """All number words of one set of patterns.

    ``expression`` matches a number word up to its end, also several written as one ("treintaicinco", "dosmil");
    ``initials`` are the letters that one can begin with.
    """

    def __init__(self, patterns: Patterns) -> None:
        rules = patterns.rules(_FILE, WordRule)
        self._lists = {rule.id.removeprefix("number_words."): rule for rule in rules}
        self.words: dict[str, Word] = {}
        for name, role in _ROLES.items():
            self._add(self._lists[name].words, role)
        self._add_spellings()
        self._add_ordinals()
        joinable = [w for w, word in self.words.items() if word.role in {"unit", "teen", "ten", "hundred"}] + ["mil"]
        self._piece = STORE.pattern(f"{_trie(joinable)}|(?<=[aei])un[oa]?(?!\\w)", re.IGNORECASE)
        ending = f"(?:[aA]?[vV][oOaA][sS]?|{_trie(['mil', 'millon', 'billon'])}{_any('esim')}[oOaA][sS]?)"
        glued = f"(?:[iIyY]?{_trie([*joinable, 'un', 'uno', 'una'])})*{ending}?"
        self.expression = rf"{_trie(self.words)}(?:{glued})(?!\w)"
        self.initials = "".join(sorted({v for w in self.words for v in _letter(w[0]).strip("[]")}))
        self._known: dict[str, list[tuple[int, int, Word]]] = {}

    def forms(self, name: str) -> frozenset[str]:
        """The folded words that a rule lists under ``forms``."""
        return frozenset(map(fold, self._lists[name].forms))

    def phrases(self, name: str) -> frozenset[str]:
        """The folded phrases of a rule."""
        return frozenset(map(fold, self._lists[name].phrases))

    def amounts(self, name: str) -> dict[str, Decimal]:
        """The folded words of a rule and their numbers."""
        return {fold(word): Decimal(str(value)) for word, value in self._lists[name].words.items()}

    def read(self, surface: str) -> list[tuple[int, int, Word]]:
        """The number words in a match of ``expression`` with their offsets in it: one, or several written as one."""
        known = self._known.get(surface)
        if known is None:
            word = self.words.get(fold(surface))
            known = [(0, len(surface), word)] if word is not None else self._split(fold(surface))
            if len(self._known) < _MOST_KNOWN:
                self._known[surface] = known
        return known

    def _split(self, key: str) -> list[tuple[int, int, Word]]:
        ending = _PART_ENDING.search(key) or _SCALE_ENDING.search(key)
        stem = key[: ending.start()] if ending else key
        if ending and not self._covers(stem):
            stem += "a"  # treint-avo: the vowel of the number and that of the ending are one
        if not self._covers(stem):
            return []
        pieces = [(m.start(), m.end(), self.words[m.group()]) for m in self._piece.finditer(stem)]
        if ending is None:
            return pieces
        value = _sum([word.value for _, _, word in pieces])
        if value is None:
            return []
        plural = key.endswith("s")
        if ending.re is _PART_ENDING:
            return [(0, len(key), Word("part", value, plural))]
        scale = {"mil": 10**3, "millon": 10**6, "billon": 10**12}[ending[1]]
        return [(0, len(key), Word("ordinal", value * scale, plural))]

    def _covers(self, stem: str) -> bool:
        return bool(re.fullmatch(f"(?:[iy]?(?:{self._piece.pattern}))+", stem))

    def _add(self, words: Any, role: Role) -> None:
        for word, value in words.items():
            plural = word.endswith("s") and role in {"thousand", "scale", "collective", "part"}
            self.words[fold(word)] = Word(role, Decimal(str(value)), plural)

    def _add_spellings(self) -> None:
        for word, value in self._lists["spellings"].words.items():
            self._add({word: value}, "teen" if int(value) < 30 else "hundred")

    def _add_ordinals(self) -> None:
        for name, role in (("ordinals", "ordinal"), ("ordinals.scales", "ordinal_scale")):
            for word, value in self._lists[name].words.items():
                stem = fold(word).removesuffix("o")
                for ending in ("o", "a", "os", "as"):
                    self.words[stem + ending] = Word(role, Decimal(value), len(ending) == 2)  # type: ignore[arg-type]
        for word, value in self._lists["ordinals.short"].words.items():
            self.words[fold(word)] = Word("ordinal", Decimal(value), False)


@lru_cache(maxsize=8)
def lexicon(patterns: Patterns) -> Lexicon:
    """The lexicon of these patterns, made once."""
    return Lexicon(patterns)


def _sum(values: list[Decimal]) -> Decimal | None:
    """The number that glued words name together, None where they go up: 30, 5 is 35; 5, 30 is no number."""
    total = Decimal(0)
    part = Decimal(0)
    last = Decimal(1000)
    for value in values:
        if value == 1000:
            total, part, last = (part or 1) * value, Decimal(0), value
        elif value < last and (last % 10 == 0):
            part, last = part + value, value
        else:
            return None
    return total + part if values else None


def _letter(char: str) -> str:
    variants = _VARIANTS.get(char, char)
    return f"[{variants}{variants.upper()}]"


def _any(word: str) -> str:
    return "".join(map(_letter, word))


def _trie(words: Iterable[str]) -> str:
    """An expression that matches exactly these folded words, the longest first, in any case and with any accents."""
    root: dict[str, Any] = {}
    for word in words:
        node = root
        for char in unicodedata.normalize("NFC", word):
            node = node.setdefault(char, {})
        node[""] = {}
    return _branches(root)


def _branches(node: dict[str, Any]) -> str:
    branches = [_letter(char) + _branches(rest) for char, rest in node.items() if char]
    if not branches:
        return ""
    body = branches[0] if len(branches) == 1 else f"(?:{'|'.join(branches)})"
    return f"(?:{body})?" if "" in node else body
