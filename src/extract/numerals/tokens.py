"""Scan a text for the pieces of numerals: figures, number words, Roman figures, in runs of close neighbours."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from extract import money_signs
from extract.compiled import STORE
from extract.folding import fold
from extract.numerals.digits import APOSTROPHES, read_lump
from extract.numerals.millions import are_millions, is_sum_in_millions
from extract.numerals.split_figures import is_split_sum, is_split_thousand
from extract.numerals.words import Lexicon, Role, lexicon
from extract.patterns import Patterns

#: The widest gap across which two pieces can belong together, and what may stand in it: "y", " hasta los $".
_REACH = 16
_LINK = re.compile(
    r"\s*(?:[-–—,]|(?:y|e|o|ó|u|a|al|i|de|con|coma|punto|sobre|hasta)(?!\w))?"
    rf"\s*(?:hasta\s+)?(?:(?:l[oa]s|el)\s+)?(?-i:{money_signs.SIGN})?\s*",
    re.IGNORECASE,
)
#: What closes minutes and seconds or feet and inches, and opens nothing: 5'10".
_SECONDS = frozenset(f'"”″{APOSTROPHES}')
#: Longer figures are numbers by themselves; arithmetic on them would round.
MAX_DIGITS = 15

#: After a degree sign these words speak of temperature; any other makes 6° an ordinal, up to the twelfth grade. The
#: word may stand behind the last of several, "5° y 6° grado".
_MORE_DEGREES = r"(?:(?:,|y|e|o|al?)\s*\d{1,2}°\s*)*"
_TEMPERATURE = re.compile(
    rf"°\s*{_MORE_DEGREES}(?:cent|cels|fahr|grados|para|como|con|entre|hasta|est[aeo]|durante|de temp)", re.IGNORECASE
)
_LAST_DEGREE = 12

#: "mill." is the abbreviation of the Academies (Ortografía, appendix 2), the others are those of Peru.
_ABBREVIATED = r"[Mm](?:i?lls?|llns)\."
_VULGAR = "¼½¾⅐-⅞"
_LUMP = rf"(?P<lump>\d*(?:(?:[.,{APOSTROPHES}]|:(?=\d{{3}}\.\d{{3}}(?!\d)))\d+)*)"
_SUFFIX = (
    r"(?P<ordinal>\.?(?:er|[ao])?[ºª]|(?:\.?er|er[oa]|[rdtmvn]?[oa]|av[oa])s?(?!\w|\.?\s?m\b))"
    rf"|(?P<degree>°(?=\s*{_MORE_DEGREES}(?:de\s+)?[a-záéíóú]{{4}}))"
    r"|(?P<magnitude>[Kk](?!\w)|M(?!\w|\.\s?N\b)|[ \xa0]?MM(?!\w)|[ \xa0]M(?![\w.]|[ \xa0]?€)"
    rf"|[ \xa0]?{_ABBREVIATED})"
    r"|/(?P<below>\d+)(?![/.,:-]?[\d/])"
    rf"|[ \xa0\u2009\u202f]?(?P<vulgar>[{_VULGAR}])"
)
_ROMAN = r"(?P<roman>[IVXLCDM]+l{0,3})(?!\w)"
_ROMAN_VALUE = re.compile(r"M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})")
_ROMAN_LETTERS = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000}
_WORD_BEFORE = re.compile(r"(\w+)\W{0,2}$")
_WORD_AFTER = re.compile(r"\s{1,3}(\w+)")
_PER_CENT = re.compile(r"por\s+$", re.IGNORECASE)
#: Groups after the first in a spaced figure; a longer row is a list.
_MAX_GROUPS = 5
#: Groups behind a blank after the comma, in a sum only: "$ 2, 350,000.00", "$3, 200, 000"; "$3, 200, 400" is a list.
_COMMA_GROUPS = re.compile(
    r",[ \xa0]\d{3}(?:(?:,\d{3})+(?:\.\d\d?)?|(?:,[ \xa0]\d{3})*,[ \xa0]000(?:\.\d\d?)?|\.\d\d)(?![\d,.]*\d)"
)
_CLOSED_GROUPS = re.compile(r"\d{3}(?:,\d{3})+(?:\.\d\d?)?")
#: A figure from the first of these on and below the second may be a year.
_YEARS = (1900, 2100)
#: How far a neighbouring word is looked for.
_CONTEXT = 24
#: The month of a date, behind its day.
_OF_MONTH = re.compile(
    r"\s+de\s+(?:enero|febrero|marzo|abril|mayo|junio|julio|agosto|sep?tiembre|octubre|noviembre|diciembre)\b",
    re.IGNORECASE,
)
_LAST_DAY = 31


class Token(NamedTuple):
    """A piece of a numeral. ``size`` is the number of digits of a plain figure, 0 for all else."""

    start: int
    end: int
    role: Role
    value: Decimal
    plural: bool = False
    size: int = 0


class Scanner:
    """Finds the tokens of a text with one expression."""

    def __init__(self, words: Lexicon) -> None:
        self._lexicon = words
        self._scan = STORE.pattern(_scan_expression(words))
        self._at_start = re.compile(rf"(?P<word>{words.expression})|{_ROMAN}")
        self._roman_before = words.forms("roman.before")
        self._roman_after = words.forms("roman.after")
        self._labels = words.forms("labels")

    def runs(self, text: str, decimal: str) -> Iterator[list[Token]]:
        """The tokens of the text, in lists of neighbours that could belong together."""
        run: list[Token] = []
        end = 0
        spaced = False
        for token in self._tokens(text, decimal):
            gap = token.start - end
            if run and gap > 1 and (gap > _REACH or not _LINK.fullmatch(text, end, token.start)):
                yield self._merged(text, run) if spaced else run
                run, spaced = [], False
            spaced = spaced or (token.role == "digits" and bool(run) and run[-1].size > 0)
            run.append(token)
            end = token.end
        if run:
            yield self._merged(text, run) if spaced else run

    def _tokens(self, text: str, decimal: str) -> Iterator[Token]:
        opening = self._at_start.match(text)
        if opening:
            yield from self._words(text, opening, "word") if opening["word"] else self._roman(text, opening)
        for match in self._scan.finditer(text):
            kind = match.lastgroup
            if kind == "word":
                yield from self._words(text, match, kind)
            elif kind == "lump":
                yield from _figures(text, match.start(), match.end(), decimal)
            elif kind == "roman":
                yield from self._roman(text, match)
            elif kind == "single":
                yield Token(match.start(), match.end(), "figure_fraction", _numeric(match.group()))
            elif kind == "tail":  # figures with a word attached: 50mil
                yield from _figures(text, match.start(), match.end("lump"), decimal)
                yield from self._words(text, match, kind)
            else:
                yield from _suffixed(text, match, decimal)

    def _words(self, text: str, match: re.Match[str], group: str) -> list[Token]:
        start = match.start(group)
        words = self._lexicon.read(match[group])
        if words and words[0][2].role == "hundred" and _PER_CENT.search(text, max(0, start - 8), start):
            return []  # the "ciento" of "por ciento"
        return [Token(start + first, start + last, word.role, word.value, word.plural) for first, last, word in words]

    def _roman(self, text: str, match: re.Match[str]) -> Iterator[Token]:
        """A Roman figure: sure by its form (XXIII), or by the noun beside it (siglo V, I Congreso)."""
        figure = match["roman"].replace("l", "I")
        if _ROMAN_VALUE.fullmatch(figure) is None:
            return
        sure = len(figure) > 1 and (set(figure) <= set("IVX") or (len(figure) > 2 and figure[0] == "L"))
        if sure or self._beside_noun(text, match):
            yield Token(match.start("roman"), match.end("roman"), "roman", _roman_value(figure))

    def _beside_noun(self, text: str, match: re.Match[str]) -> bool:
        before = _WORD_BEFORE.search(text, max(0, match.start("roman") - _CONTEXT), match.start("roman"))
        if before and fold(before[1]) in self._roman_before:
            return True
        after = _WORD_AFTER.match(text, match.end("roman"))
        return after is not None and after[1][0].isupper() and fold(after[1]) in self._roman_after

    def _merged(self, text: str, run: list[Token]) -> list[Token]:
        """The run with figures in spaced groups ("150 000", "$1, 485 millones") made one token each."""
        out: list[Token] = []
        index = 0
        while index < len(run):
            last = self._last_group(text, run, index)
            if last > index:
                value = Decimal("".join(_plain(text[t.start : t.end]) for t in run[index : last + 1]))
                out.append(Token(run[index].start, run[last].end, "digits", value))
            else:
                out.append(run[index])
            index = last + 1
        return out

    def _last_group(self, text: str, run: list[Token], first: int) -> int:
        """The index of the last token of the spaced groups that begin here; ``first`` where there are none."""
        head = run[first]
        if not 0 < head.size <= 3 or text[head.start] == "0" or coded_before(text, head.start):
            return first
        if first and self._in_row(text, run[first - 1], head):
            return first
        last = first
        while last + 1 < len(run) and last - first < _MAX_GROUPS and _is_group(text, run[last], run[last + 1]):
            last += 1
            if not run[last].size:
                break
        if last == first:
            return self._comma_group(text, run, first)
        loose = last + 1 < len(run) and run[last + 1].size and text[run[last].end : run[last + 1].start].isspace()
        if loose or coded_after(text, run[last].end):
            return first
        fixed = text[run[first].end] != " " or text[run[first + 1].start] == "0" or last > first + 1
        return last if fixed or not self.labelled(text, head.start) else first

    @staticmethod
    def _in_row(text: str, before: Token, head: Token) -> bool:
        """Whether figures continue a row of figures, a telephone number or a list; a year before them makes no row."""
        year = _YEARS[0] <= before.value < _YEARS[1]
        return before.size > 0 and not year and text[before.end : head.start].isspace()

    def _comma_group(self, text: str, run: list[Token], first: int) -> int:
        """The last group after comma and space, sure only behind a currency sign and before a magnitude or more groups.

        Other signs that one figure was split are told by ``split_figures``.
        """
        split = is_split_sum(text, run, first) or is_split_thousand(text, run, first)
        if split and not self.labelled(text, run[first].start):
            return first + 1
        if first + 1 >= len(run) or not re.search(r"[$€]\s?$", text[max(0, run[first].start - 2) : run[first].start]):
            return first
        groups = _COMMA_GROUPS.match(text, run[first].end)
        if groups:
            return next((i for i in range(first, len(run)) if run[i].end == groups.end()), first)
        following = run[first + 1]
        scaled = following.size == 3 and first + 2 < len(run) and run[first + 2].role in {"scale", "thousand"}
        return first + 1 if text[run[first].end : following.start] == ", " and scaled else first

    def labelled(self, text: str, start: int) -> bool:
        """Whether the word before this place makes the number after it a name: "el 15", "calle 15"."""
        before = _WORD_BEFORE.search(text, max(0, start - _CONTEXT), start)
        return before is not None and fold(before[1]) in self._labels


def coded_before(text: str, start: int) -> bool:
    """Whether figures that start here continue a code, a time or a date: C4, COVID-19, 17:30, 10/2020.

    The letters of a currency make no code: "Q5 mil", "S/12 millones", "Bs.850 mil".
    """
    if start == 0:
        return False
    before = text[start - 1]
    if before in "-:/.,":
        coded = start > 1 and (text[start - 2].isalpha() or (before != "-" and text[start - 2].isdigit()))
    else:
        coded = before.isalpha() or before == "_"
    return coded and not money_signs.stand_before(text, start)


def coded_after(text: str, end: int) -> bool:
    """Whether a time or a date continues after figures that end here: 17:30, 10/2020."""
    return text[end : end + 1] in {":", "/"} and text[end + 1 : end + 2].isdigit()


def is_day(text: str, token: Token) -> bool:
    """Whether a number is the day of a date, which belongs to no number before it: "2 mil 25 de marzo"."""
    return 0 < token.value <= _LAST_DAY and _OF_MONTH.match(text, token.end) is not None


def _scan_expression(words: Lexicon) -> str:
    """One expression for all tokens, made to be fast: only one character in five is a place where it has to look.

    It begins with a character that is no letter: the first of some figures, or what stands before a word, which is read
    in a lookahead if its first letter can begin a number word. A word at the very start of a text is read apart.
    """
    suffix = rf"(?![\s,;)%](?!MM?\b|{_ABBREVIATED}|[{_VULGAR}]))(?:{_SUFFIX}|(?=(?P<tail>{words.expression})))"
    figures = rf"(?<=[\d{_VULGAR}])(?:(?<=\d){_LUMP}(?:{suffix})?|(?P<single>))"
    word = rf"(?=[{words.initials}IVXL])(?:(?=(?P<word>{words.expression}))|(?={_ROMAN}))"
    return rf"[^a-zA-ZÀ-ɏ_](?:{figures}|{word})"


def _figure_token(start: int, end: int, value: Decimal, plain: bool) -> Token:
    return Token(start, end, "digits", value, False, end - start if plain else 0)


def _figures(text: str, start: int, end: int, decimal: str) -> list[Token]:
    """The figures in a run of digits and separators."""
    lump = text[start:end]
    if not lump.isdecimal():
        minutes = text[end : end + 1] in _SECONDS
        return [_figure_token(*figure) for figure in read_lump(lump, start, decimal, minutes=minutes)]
    if start and text[start - 1] in ".," and _has_no_whole(text, start, lump):
        return [Token(start - 1, end, "digits", Decimal(f"0.{lump}"))]
    return [Token(start, end, "digits", Decimal(lump), False, end - start)]


def _has_no_whole(text: str, start: int, lump: str) -> bool:
    """Whether the sign before these digits is a decimal sign with nothing before it: ".5"; ",300" may be a slip."""
    return len(lump) != 3 and (start == 1 or text[start - 2] in " \n\t\xa0$-−(")


def _suffixed(text: str, match: re.Match[str], decimal: str) -> Iterator[Token]:
    """A figure with something attached: 3ra, 10K, 2/3, 2½. What makes no sense there is left out."""
    *before, last = read_lump(text[match.start() : match.end("lump")], match.start(), decimal)
    for figure in before:
        yield _figure_token(*figure)
    start, end = last.start, match.end()
    coded = coded_before(text, start)
    if match["vulgar"] and last.plain:
        yield Token(start, end, "figure_fraction", last.value + _numeric(match["vulgar"]))
    elif match["magnitude"] and not coded and last.end - last.start <= MAX_DIGITS:
        magnitude = match["magnitude"].strip()
        apart = match["magnitude"] != magnitude
        if (magnitude == "MM" and not are_millions(text, start, end)) or (
            magnitude == "M" and apart and not is_sum_in_millions(text, start, end)
        ):
            yield _figure_token(*last)
        else:
            yield Token(start, end, "digits", last.value * (10**3 if magnitude in "Kk" else 10**6))
    elif (match["ordinal"] or _is_degree_ordinal(text, match, last.value)) and last.plain and not coded:
        yield Token(start, end, "figure_ordinal", last.value)
    elif match["below"] and not coded and last.plain and _is_fraction(last.value, Decimal(match["below"])):
        yield Token(start, end, "figure_fraction", last.value / Decimal(match["below"]))
    else:
        yield _figure_token(*last)
        if match["below"]:
            yield _figure_token(match.start("below"), match.end("below"), Decimal(match["below"]), True)
        elif match["vulgar"]:
            yield Token(match.start("vulgar"), end, "figure_fraction", _numeric(match["vulgar"]))


def _is_degree_ordinal(text: str, match: re.Match[str], value: Decimal) -> bool:
    return bool(match["degree"]) and value <= _LAST_DEGREE and not _TEMPERATURE.match(text, match.start("degree"))


def _is_fraction(above: Decimal, below: Decimal) -> bool:
    """Whether a/b is a fraction and not a date or a pair: one of the denominators that are said as a word."""
    return 0 < above < below and (below in {2, 3, 4, 5, 8} or (above == 1 and below <= 10))


def _is_group(text: str, left: Token, right: Token) -> bool:
    raw = text[right.start : right.end]
    spaced = right.start - left.end == 1 and text[left.end] in " \xa0\u2009\u202f"
    return spaced and right.role == "digits" and re.fullmatch(r"\d{3}(?:[.,]\d{1,2})?", raw) is not None


def _plain(raw: str) -> str:
    """The digits of one group, its decimals behind a point."""
    return raw.replace(",", "") if _CLOSED_GROUPS.fullmatch(raw) else raw.replace(",", ".")


def _numeric(char: str) -> Decimal:
    return Decimal(str(unicodedata.numeric(char)))


def _roman_value(figure: str) -> Decimal:
    values = [_ROMAN_LETTERS[letter] for letter in figure]
    return Decimal(sum(-v if v < max(values[i:]) else v for i, v in enumerate(values)))


@lru_cache(maxsize=8)
def scanner(patterns: Patterns) -> Scanner:
    """The scanner of these patterns, made once."""
    return Scanner(lexicon(patterns))
