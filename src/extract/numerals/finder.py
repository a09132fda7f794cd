"""The grammar of Spanish numerals: a text in, every numeral with its place and value out. Pure text, no model.

``docs/numerals.md`` describes the grammar with its sources. A scanner finds the pieces (``numeral_tokens``); here they
are read from left to right, each time the longest lawful numeral: groups below a thousand, magnitudes that go down,
then what may follow a number (a half, spoken decimals, the name of a part or of a group).
"""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache

from extract.folding import fold
from extract.mentions import Numeral
from extract.money_signs import SIGN
from extract.numerals.grammar import Forms, RunReader
from extract.numerals.run import NumeralKind, Reading
from extract.numerals.tokens import Scanner, Token, coded_before, scanner
from extract.numerals.words import lexicon
from extract.patterns import Patterns, shipped

#: Signs inside a word that a reader does not see: soft hyphen, zero-width space, joiner, mark, and loose accents.
_IGNORED = "\xad\u200b\u2060\ufeff\u0301\u0308"
#: Figures in full width, from forms typed with an East Asian font, are read as the ordinary ones.
_WIDE = dict(zip(map(ord, "０１２３４５６７８９，．"), "0123456789,.", strict=True))
_UNUSUAL = (*_IGNORED, *"０１２３４５６７８９")
#: Tokens that are a numeral when nothing stands near them.
_COMPLETE: dict[str, NumeralKind] = {
    "digits": "cardinal",
    "unit": "cardinal",
    "teen": "cardinal",
    "ten": "cardinal",
    "hundred": "cardinal",
    "figure_ordinal": "ordinal",
    "roman": "ordinal",
}
#: "un" or "una" by its last letter, before a noun: the quick answer for most of them.
_ARTICLE = re.compile(r"[naNA]\s+(?!de\s+cada\b|por\s+ciento\b)\w", re.IGNORECASE)
#: What stands between two numbers that share the magnitude of the second: "80 y 100 mil", "los 10 hasta los 200 mil".
_SHARING = re.compile(
    rf"\s*(?:[-–—]|\s(?:y|e|o|ó|u|a|al|hasta)\s(?:\s*(?:hasta|l[oa]s|el)\s)?)\s*(?P<sign>(?-i:{SIGN}))?\s?",
    re.IGNORECASE,
)
_SIGN_BEFORE = re.compile(rf"(?<!\w)(?P<sign>{SIGN})\s?\Z")
#: How long a currency sign can be, with a blank.
_SIGN_REACH = 8
_COMMA = re.compile(r",\s{1,2}")
_RANGE_OPENS = re.compile(rf"\b(?:entre|de|desde)(?:\s+l[oa]s)?\s+(?-i:{SIGN})?\s?$", re.IGNORECASE)
#: Without "entre" or "de", numbers that share a magnitude are of the same order: "3 y 4 mil", not "3 y 400 mil".
_SAME_ORDER = 10
#: The last letters of "-", "menos" and "negativo": a look at one character spares most numbers the search.
_MINUS_ENDS = frozenset("-−–—sSoO")
_MINUS_WORD = re.compile(r"\b(?:(?P<word>menos)|negativo)\s+$", re.IGNORECASE)
_SENTENCE_OPENS = re.compile(r"(?:^|[\n.:;(])\s*$")
#: Before these "menos" compares and is no sign: "al menos 5 grados", "más o menos 5 grados".
_COMPARES = re.compile(r"\b(?:al|lo|cuando|mucho|poco|algo|nada|o)\s+$", re.IGNORECASE)
_DEGREES = re.compile(r"\s*(?:°|º|grados?\b)", re.IGNORECASE)
#: A hyphen before a number that counts opens an aside: "4 lanchas -2 de ellas rápidas-".
_COUNTS = re.compile(
    r"\s+(?!(?:por|puntos?|grados|d[ée]cimas|mil|mill[oó]n(?:es)?|pesos|d[óo]lares|euros|metros|kil[óo]metros|km|m|y|e|o|u|a|al|en|que|para|con)\b)"
    r"[^\W\d]{2,}",
    re.IGNORECASE,
)
#: The sign of one of several rates, written as a dash: "7,2%, 3,5% y –2,8%", "fue del –2,8%".
_IN_RATES = re.compile(
    r"(?:(?:%|por\s+ciento)\s*(?:,|;|,?\s+(?:y|e|o))|\s(?:del?|al?|un|en|hasta))\s+[–—]\Z", re.IGNORECASE
)
_GOVERNED = re.compile(r"\b(?:del?|al?|en|por|con|fue|es|era|son)\s-\Z", re.IGNORECASE)
_RATE = re.compile(r"\s?(?:%|por\s+ciento)", re.IGNORECASE)
_LINE_ENDS = re.compile(r"(?:[^\S\n]*(?:%|por ciento))?[^\S\n]*(?:\n|$)")


def find_numerals(
    text: str, decimal: str = ".", patterns: Patterns | None = None, *, abbreviations: bool = True
) -> list[Numeral]:
    """Every numeral of a text by itself, each the longest lawful reading.

    Parameters
    ----------
    text:
        Any text; offsets point into it as it is given.
    decimal:
        The decimal sign, ``.`` (Mexico) or ``,`` (Spain, most of South America). It decides only where both readings
        of a figure are lawful: ``1,250``.
    patterns:
        The rules to read by; None for the shipped ones.
    abbreviations:
        Whether "mdp", "mdd" and "mmdp" belong to the number before them: "120 mdp" is 120 000 000. They are units as
        much as magnitudes: who reads the currency behind the number (``find_quantities``) asks for the bare number.

    Returns
    -------
    Numerals in the order of the text that never overlap, with magnitudes multiplied out, also a shared one ("3 y 4
    mil" is 3000 and 4000). ``value`` is None where the words name no definite number ("miles de"). Every digit of the
    text is inside one of them; "un" as an article is none.

    Raises
    ------
    ValueError
        ``decimal`` is neither point nor comma.
    """
    if decimal not in {".", ","}:
        raise ValueError(f"the decimal sign is '.' or ',', not {decimal!r}")
    grammar = _grammar(patterns or shipped())
    unusual = any(char in text for char in _UNUSUAL)  # faster than one search for all of them
    found = _find_in_unusual(text, decimal, grammar) if unusual else grammar.find(text, decimal)
    return _with_abbreviations(text, found, grammar) if abbreviations else found


def _find_in_unusual(text: str, decimal: str, grammar: _Grammar) -> list[Numeral]:
    """Read the text without the signs nobody sees and with ordinary figures, then go back to its own offsets."""
    kept = [offset for offset, char in enumerate(text) if char not in _IGNORED]
    found = grammar.find("".join(text[offset] for offset in kept).translate(_WIDE), decimal)
    spans = [(kept[numeral.start], kept[numeral.end - 1] + 1) for numeral in found]
    return [
        Numeral(start, end, text[start:end], numeral.value, numeral.kind)
        for (start, end), numeral in zip(spans, found, strict=True)
    ]


def _with_abbreviations(text: str, found: list[Numeral], grammar: _Grammar) -> list[Numeral]:
    """The numerals with what "mdp" and the like multiply; in "de 2 a 3 mil mdp" that is both."""
    read: list[Numeral] = []
    following: tuple[Numeral, Decimal] | None = None
    for numeral in reversed(found):
        match = grammar.abbreviation.match(text, numeral.end)
        factor, end = (grammar.abbreviations[fold(match[1])], match.end()) if match else (None, numeral.end)
        if factor is None and following is not None and _are_ends(text, numeral, following[0]):
            factor = following[1]
        if factor is None or numeral.value is None or numeral.kind == "ordinal":
            following = None
            read.append(numeral)
        else:
            following = (numeral, factor)
            surface = text[numeral.start : end]
            read.append(Numeral(numeral.start, end, surface, numeral.value * factor, numeral.kind))
    return read[::-1]


def _are_ends(text: str, left: Numeral, right: Numeral) -> bool:
    """Whether two numbers are the ends of a range or an alternative, "2 a 3", "10 o 12", and so of one order."""
    if left.value is None or right.value is None or _SHARING.fullmatch(text, left.end, right.start) is None:
        return False
    opened = _RANGE_OPENS.search(text, max(0, left.start - 16), left.start) is not None
    return 0 < left.value < right.value and (opened or right.value <= left.value * _SAME_ORDER)


def _are_of_two_currencies(text: str, start: int, sign: str | None) -> bool:
    """Whether the number that starts here has another sign than the one after it: "Bs. 300 y US$ 450 mil"."""
    own = _SIGN_BEFORE.search(text, max(0, start - _SIGN_REACH), start) if sign else None
    return own is not None and own["sign"] != sign


class _Grammar:
    """What one set of patterns makes of a text: scanner and word lists, made once."""

    def __init__(self, patterns: Patterns) -> None:
        words = lexicon(patterns)
        self.scanner: Scanner = scanner(patterns)
        self.abbreviations = words.amounts("abbreviations")
        self.abbreviation = re.compile(rf"\s?({'|'.join(self.abbreviations)})\b", re.IGNORECASE)
        self._forms = Forms(words)

    def find(self, text: str, decimal: str) -> list[Numeral]:
        """The numerals of a text in ordinary characters."""
        found: list[Numeral] = []
        for run in self.scanner.runs(text, decimal):
            token = run[0]
            if len(run) > 1:
                found += self._read(text, run)
            elif token.role in _COMPLETE:
                found.append(_numeral(text, token.start, token.end, token.value, _COMPLETE[token.role]))
            elif token.role != "one" or not _ARTICLE.match(text, token.end - 1):
                found += self._read(text, run)
        return found

    def _read(self, text: str, run: list[Token]) -> list[Numeral]:
        """The numerals of one run of neighbouring tokens."""
        spans = self._spans(text, run)
        for index in range(len(spans) - 2, -1, -1):
            self._share(text, spans, index)
        return [_numeral(text, start, end, r.value if r.definite else None, r.kind) for start, end, r in spans]

    def _spans(self, text: str, run: list[Token]) -> list[tuple[int, int, Reading]]:
        reader = RunReader(text, run, self._forms)
        spans = []
        index = 0
        while index < len(run):
            reading = reader.read(index)
            if reading is None:
                index += 1
                continue
            end = max(reading.end, run[reading.next - 1].end)
            spans.append((run[index].start, end, reading))
            index = reading.next
        return spans

    def _share(self, text: str, spans: list[tuple[int, int, Reading]], index: int) -> None:
        """Give a bare number the magnitude of the one after it, where the two are one expression: "3 y 4 mil"."""
        start, end, left = spans[index]
        after, _, right = spans[index + 1]
        if not left.bare or right.scale == 1 or not right.definite:
            return
        gap = text[end:after]
        listed = right.shared and _COMMA.fullmatch(gap) is not None
        between = _SHARING.fullmatch(gap)
        if not listed and (between is None or _are_of_two_currencies(text, start, between["sign"])):
            return
        count = right.value / right.scale
        opened = _RANGE_OPENS.search(text, max(0, start - 16), start) is not None
        near = opened or count <= left.value * _SAME_ORDER
        if not 0 < left.value < count or not near or coded_before(text, start):
            return
        if not opened and self.scanner.labelled(text, start):
            return
        spans[index] = (start, end, left._replace(value=left.value * right.scale, scale=right.scale, shared=True))


def _numeral(text: str, start: int, end: int, value: Decimal | None, kind: NumeralKind) -> Numeral:
    if value is not None and kind != "ordinal" and text[max(0, start - 2) : start].strip()[-1:] in _MINUS_ENDS:
        sign = _minus(text, start, end)
        if sign < start:
            start, value = sign, value.copy_negate()
    return Numeral(start, end, text[start:end], value, kind)


def _minus(text: str, start: int, end: int) -> int:
    """Where the minus of a number begins; ``start`` where it has none.

    A dash that opens a line is a bullet, unless the number is all there is on the line; one after a figure is a range.
    """
    before = text[start - 1]
    if before in "–—":
        rate = _RATE.match(text, end) and _IN_RATES.search(text, max(0, start - 24), start)
        return start - 1 if rate else start
    if before in "-−":
        ahead = text[max(0, start - 3) : start - 1]
        if not ahead.rstrip(" ") or ahead[-1] == "\n":
            opens_line = start < 3 or "\n" in ahead
            alone = _LINE_ENDS.match(text, end) is not None or _DEGREES.match(text, end) is not None
            return start - 1 if alone or not opens_line else start
        aside = before == "-" and ahead[-1] != "(" and _COUNTS.match(text, end) is not None
        aside = aside and not _GOVERNED.search(text, max(0, start - 8), start)
        return start - 1 if ahead[-1] in " \xa0(" and not ahead[0].isdigit() and not aside else start
    if not before.isspace():
        return start
    word = _MINUS_WORD.search(text, max(0, start - 12), start)
    if word is None:
        return start
    if not word["word"] or _SENTENCE_OPENS.search(text, max(0, word.start() - 4), word.start()):
        return word.start()
    compares = _COMPARES.search(text, max(0, word.start() - 12), word.start()) is not None
    return word.start() if _DEGREES.match(text, end) and not compares else start


@lru_cache(maxsize=8)
def _grammar(patterns: Patterns) -> _Grammar:
    return _Grammar(patterns)
