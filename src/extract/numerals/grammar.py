"""The grammar proper: from a run of neighbouring tokens to numerals, each time the longest lawful one.

A cardinal is read first (``numeral_groups``), then what may follow it: a half, spoken decimals, the noun of a group or
a part. Ordinals, halves and groups that stand by themselves are read here too, and "un" is told from the article.

Source: RAE and ASALE, *Nueva gramática de la lengua española* (2009), chapter 21.
"""

from __future__ import annotations

import re
from decimal import Decimal

from extract.numerals.groups import BELOW_THOUSAND, below_million, below_thousand, read_cardinal
from extract.numerals.run import Reading, Run
from extract.numerals.tokens import MAX_DIGITS, Token
from extract.numerals.words import Lexicon

_ONE = Decimal(1)
_HALF = Decimal("0.5")
_THOUSAND = Decimal(1000)
_MILLION = Decimal(10**6)
#: No arithmetic on longer numbers: it would round them.
_TOO_LONG = Decimal(10**24)
_BEGIN_NUMBER = BELOW_THOUSAND | {"digits", "zero", "thousand", "scale"}
_NUMBERS = _BEGIN_NUMBER | {"half", "collective"}

_PARTS = re.compile(r"\s+partes?\b", re.IGNORECASE)
#: What shows that "un quinto" or "un segundo" stands by itself and is not an adjective before its noun.
_STANDS_ALONE = re.compile(r"\s*(?:[^\s\w]|$)|\s+(?:de|del|con|y|o|más|menos|por|para|en|a|que)\b", re.IGNORECASE)
_OF_A_WHOLE = re.compile(
    r"\s+de(?:l|\s+(?:l[ao]s?|hora|kilo|litro|millón|siglo|tonelada|pulgada|hectárea)\b)", re.IGNORECASE
)
_ROUNDS = re.compile(r"\s+de\s+final|\s+(?:lugares|grados|años)\b", re.IGNORECASE)
_NOTHING_FOLLOWS = re.compile(r"\s*(?:[.)]|$)")
_OF_EACH = re.compile(r"\s+(?:de\s+cada|por\s+ciento)\b", re.IGNORECASE)


class Forms:
    """The word lists that the grammar asks for."""

    def __init__(self, words: Lexicon) -> None:
        self.only_counted = words.forms("collectives.only_counted")
        self.half_measures = words.forms("half.measures")
        self.half_others = words.forms("half.other")
        self.decimal_nouns = words.forms("decimals.nouns")
        self.before_seconds = words.phrases("seconds")


class RunReader:
    """Reads the numerals of one run of tokens. The methods take the index of a token."""

    def __init__(self, text: str, tokens: list[Token], forms: Forms) -> None:
        self._run = Run(text, tokens)
        self._forms = forms

    def read(self, i: int) -> Reading | None:
        """The longest numeral that begins at this token, None where the word is no numeral ("un" as an article)."""
        token = self._run.tokens[i]
        if token.role in _BEGIN_NUMBER and not token.plural:
            return self._number(i)
        match token.role:
            case "ordinal" | "ordinal_scale":
                return self._ordinal(i)
            case "figure_ordinal" | "roman":
                return Reading(i + 1, token.value, "ordinal")
            case "figure_fraction":
                return Reading(i + 1, token.value, "fraction")
            case "mitad":
                return Reading(i + 1, _HALF, "fraction")
            case "part":
                return self._bare_part(i)
            case "half":
                return self._half(i)
            case "collective":
                return self._collective(i)
            case _:
                return self._vague(i)

    # What may follow a number

    def _number(self, i: int) -> Reading | None:
        reading = read_cardinal(self._run, i)
        if reading is None:
            return None
        if reading.value >= _TOO_LONG:
            return reading
        longer = self._with_noun(i, reading) or self._with_word(i, reading)
        if longer is not None:
            return longer
        article = self._run.tokens[i].role == "one" and reading.next == i + 1
        return None if article and not self._contrasts(i) else reading

    def _with_noun(self, i: int, reading: Reading) -> Reading | None:
        """The number with the noun of a group or a part right behind it: "dos docenas", "tres quintos", "2 ½"."""
        j = reading.next
        role = self._run.role(j)
        if not role:
            return None
        token = self._run.tokens[j]
        if role == "collective" and reading.value < _MILLION:
            return self._after_collective(Reading(j + 1, reading.value * token.value, "collective", token.value))
        if role == "part" and (token.plural or reading.value == 1):
            return self._of_magnitude(Reading(j + 1, reading.value / token.value, "fraction"))
        if role in {"ordinal", "ordinal_scale"}:
            return self._with_ordinal(i, reading)
        if role == "figure_fraction" and self._run.tokens[i].size and j == i + 1 and token.value < 1:
            return Reading(j + 1, reading.value + token.value, "fraction")
        return None

    def _with_ordinal(self, i: int, reading: Reading) -> Reading | None:
        """A fraction ("tres cuartas partes", "dos décimas") or a long ordinal ("dos milésimo tricentésimo")."""
        j = reading.next
        token = self._run.tokens[j]
        parts = _PARTS.match(self._run.text, token.end)
        if parts and token.value > 2:
            return Reading(j + 1, reading.value / token.value, "fraction", end=parts.end())
        if self._is_part(i, j, reading.value):
            return self._of_magnitude(Reading(j + 1, reading.value / token.value, "fraction"))
        if token.role == "ordinal_scale" and not token.plural and reading.value > 1:
            low = reading.value % max(_MILLION, token.value * _MILLION if token.value > _THOUSAND else _MILLION)
            total = reading.value - low + low * token.value
            return self._lower_ordinals(Reading(j + 1, total, "ordinal"), token.value) if low else None
        return None

    def _is_part(self, i: int, j: int, count: Decimal) -> bool:
        """Whether the ordinal at j names parts: "cinco octavos", "dos décimas", "un quinto"; not "veinte segundos"."""
        token = self._run.tokens[j]
        alone = _STANDS_ALONE.match(self._run.text, token.end) is not None
        fine = token.role == "ordinal_scale" or token.value >= 1000
        feminine = self._run.surface(j).endswith(("a", "as"))
        if feminine:
            decimal_part = fine or token.value in {10, 100}
            return decimal_part and (token.plural or (count == 1 and (fine or alone)))
        if token.plural:
            some = token.value > 4 or (token.value == 4 and count == 3)  # "20 cuartos" are rooms
            return some and not _ROUNDS.match(self._run.text, token.end)
        if count != 1 or self._run.tokens[i].role != "one":
            return False
        if token.value == 4:
            return _OF_A_WHOLE.match(self._run.text, token.end) is not None or self._run.word_before(i) in {"con", "y"}
        return fine or (token.value > 4 and alone)

    def _with_word(self, i: int, reading: Reading) -> Reading | None:
        """The number with "y medio", "coma cinco", "con un cuarto", "sobre veinte" behind it."""
        j = reading.next
        if j >= len(self._run.tokens):
            return None
        link = self._run.link(j - 1)
        if self._is_half_more(j) and reading.scale != _THOUSAND:
            return _plus(reading, j + 1, _HALF)
        if link in {"y", "con"}:
            part = self._part_after(j)
            if part is not None:
                return _plus(reading, part.next, part.value)
        if link in {"coma", "punto"}:
            return self._spoken_decimals(reading)
        if link == "con":
            return self._decimals_with(i, reading)
        if link == "sobre" and self._run.tokens[j].role in _NUMBERS:
            whole = read_cardinal(self._run, j)
            if whole is not None and whole.value:
                return Reading(whole.next, reading.value / whole.value, "fraction")
        return None

    def _is_half_more(self, j: int) -> bool:
        """Whether "y medio" adds a half to the number before it; in "2 y medio centenar" it counts the next word."""
        own = self._run.tokens[j].role == "half" and self._run.role(j + 1) not in {"scale", "collective"}
        return own and self._run.link(j - 1) == "y" and self._run.word_after(j) not in self._forms.half_others

    def _part_after(self, i: int) -> Reading | None:
        """The fraction that begins at this token: "tres quintos", "un cuarto", "un medio", "½"."""
        token = self._run.tokens[i]
        if token.role == "figure_fraction" and token.value < 1:
            return Reading(i + 1, token.value, "fraction")
        if token.role == "one" and self._run.role(i + 1) == "half" and self._run.surface(i + 1) == "medio":
            return Reading(i + 2, _HALF, "fraction")
        cardinal = read_cardinal(self._run, i) if token.role in BELOW_THOUSAND else None
        part = self._with_noun(i, cardinal) if cardinal is not None else None
        return part if part is not None and part.kind == "fraction" and part.value < 1 else None

    def _spoken_decimals(self, reading: Reading) -> Reading | None:
        """Decimals after "coma", "punto" or "con": each word adds its digits, "cero tres", "cinco seis siete"."""
        digits = ""
        j = reading.next
        while j < len(self._run.tokens) and len(digits) < MAX_DIGITS and (not digits or self._run.link(j - 1) == " "):
            token = self._run.tokens[j]
            group = (token.value, j + 1) if token.role == "zero" else None
            if token.role in BELOW_THOUSAND:
                group = below_thousand(self._run, j)
            elif token.role == "thousand" and not token.plural and not digits:
                group = (below_million(self._run, j) or (token.value, j + 1))[:2]
            if group is None:
                break
            digits += str(group[0])
            j = group[1]
        if not digits:
            return None
        value = reading.value + Decimal(f"0.{digits}")
        scale = _ONE
        while self._run.role(j) in {"thousand", "scale"} and scale < _TOO_LONG:
            scale *= self._run.tokens[j].value
            j += 1
        return Reading(j, value * scale, "cardinal", scale)

    def _decimals_with(self, i: int, reading: Reading) -> Reading | None:
        """Decimals after "con", of what is measured or where nothing follows: "cuatro con cinco por ciento".

        Elsewhere "con" says what goes with each: "cada uno con diez policías", "cuadrillas de cinco con dos camiones".
        """
        first = self._run.tokens[i]
        member = first.role == "one" and (self._run.surface(i) != "uno" or self._run.word_before(i) == "cada")
        spoken = None if member or first.role == "digits" else self._spoken_decimals(reading)
        if spoken is None or spoken.scale >= _MILLION:
            return spoken
        last = spoken.next - 1
        measured = self._run.word_after(last) in self._forms.decimal_nouns
        ends = _NOTHING_FOLLOWS.match(self._run.text, self._run.tokens[last].end) is not None
        return spoken if spoken.scale == 1 and (measured or ends) else None

    # Groups, halves and parts by their own names

    def _half(self, i: int) -> Reading | None:
        """Half of the next word: "medio millón", "media docena", "media hora"; elsewhere it is no numeral."""
        role = self._run.role(i + 1)
        if role in {"scale", "collective"} and not self._run.tokens[i + 1].plural:
            token = self._run.tokens[i + 1]
            if role == "scale":
                return Reading(i + 2, token.value * _HALF, "cardinal", token.value)
            return self._after_collective(Reading(i + 2, token.value * _HALF, "collective", token.value))
        return Reading(i + 1, _HALF, "fraction") if self._run.word_after(i) in self._forms.half_measures else None

    def _collective(self, i: int) -> Reading | None:
        token = self._run.tokens[i]
        if self._run.surface(i) in self._forms.only_counted:
            return None
        if token.plural:
            return self._vague(i)
        return self._after_collective(Reading(i + 1, token.value, "collective", token.value))

    def _after_collective(self, reading: Reading) -> Reading:
        """What multiplies a group: "docena y media", "una decena de miles", "un par de millones"."""
        j = reading.next
        if j >= len(self._run.tokens):
            return reading
        token = self._run.tokens[j]
        link = self._run.link(j - 1)
        if self._is_half_more(j):
            return _plus(reading, j + 1, _HALF)
        if link == "de" and token.plural and token.role in {"thousand", "scale"}:
            return Reading(j + 1, reading.value * token.value, "collective", token.value)
        return reading

    def _vague(self, i: int) -> Reading:
        """A plural without a number: "miles", "decenas de miles de millones"."""
        j = i + 1
        while j < len(self._run.tokens) and self._run.link(j - 1) == "de" and self._run.tokens[j].plural:
            if self._run.tokens[j].role not in {"thousand", "scale", "collective"}:
                break
            j += 1
        return Reading(j, Decimal(0), "collective", definite=False)

    def _bare_part(self, i: int) -> Reading | None:
        """A part without number: "el tercio", or "-avo" as an ordinal, "la onceava sesión"; the plural is no number."""
        token = self._run.tokens[i]
        if token.plural:
            return None
        parts = _PARTS.match(self._run.text, token.end)
        if parts:
            return Reading(i + 1, 1 / token.value, "fraction", end=parts.end())
        if self._run.surface(i).startswith("terci"):
            return Reading(i + 1, 1 / token.value, "fraction")
        return Reading(i + 1, token.value, "ordinal")

    def _of_magnitude(self, reading: Reading) -> Reading:
        """A part of a magnitude: "tres cuartos de millón"."""
        j = reading.next
        if j < len(self._run.tokens) and self._run.link(j - 1) == "de":
            token = self._run.tokens[j]
            if token.role == "scale" and not token.plural:
                return Reading(j + 1, reading.value * token.value, "fraction")
        return reading

    # Ordinals

    def _ordinal(self, i: int) -> Reading | None:
        token = self._run.tokens[i]
        if self._is_noun(i):
            return None
        parts = _PARTS.match(self._run.text, token.end)
        if parts and token.value > 2 and not token.plural and self._run.surface(i).endswith("a"):
            return Reading(i + 1, 1 / token.value, "fraction", end=parts.end())
        return self._lower_ordinals(Reading(i + 1, token.value, "ordinal"), _step(token.value))

    def _lower_ordinals(self, reading: Reading, step: Decimal) -> Reading:
        """Add the places below: "vigésimo primero", "centésimo milésimo ducentésimo"."""
        while self._run.role(reading.next) in {"ordinal", "ordinal_scale"}:
            token = self._run.tokens[reading.next]
            if token.role == "ordinal_scale" and reading.value < token.value:
                reading = Reading(reading.next + 1, reading.value * token.value, "ordinal")
                step = token.value
            elif token.role == "ordinal" and token.value < step:
                reading = Reading(reading.next + 1, reading.value + token.value, "ordinal")
                step = _step(token.value)
            else:
                break
        return reading

    def _is_noun(self, i: int) -> bool:
        """Whether the word is no ordinal: "cuartos" are rooms after a number, "segundo" is the unit of time.

        The second is the unit after a number, or after "por", "en", "un" … with no noun behind it.
        """
        surface = self._run.surface(i)
        before = self._run.tokens[i - 1].role if i and self._run.role(i) else ""
        if surface in {"segundo", "segundos", "cuartos"} and before in _NUMBERS - {"one"}:
            return True
        if surface not in {"segundo", "segundos"} or not _STANDS_ALONE.match(self._run.text, self._run.tokens[i].end):
            return False
        return before == "one" or self._run.word_before(i) in self._forms.before_seconds

    # One or an article

    def _contrasts(self, i: int) -> bool:
        """Whether "un", "una" or "uno" counts: it stands against another number, or alone on its line.

        Source: NGLE 15.1 on article and numeral; "uno de cada tres", "uno o dos", "entre uno y tres", "dos a uno".
        """
        token = self._run.tokens[i]
        if _OF_EACH.match(self._run.text, token.end):
            return True
        before = self._run.word_before(i)
        if before in {"numero", "negativo"} or self._fills_line(i):
            return True
        pronoun = self._run.surface(i) == "uno"
        if (
            pronoun
            and i
            and self._run.link(i - 1) in {"o", "u", "a"}
            and self._run.tokens[i - 1].role in {"unit", "zero"}
        ):
            return True
        if i + 1 >= len(self._run.tokens) or self._run.tokens[i + 1].role not in _NUMBERS:
            return False
        link, other = self._run.link(i), self._run.tokens[i + 1]
        if link in {"o", "ó"}:
            return 1 < other.value <= 10
        if link in {" ", ","}:
            return other.role == "unit" and other.value == 2 and before != "cada"
        return link in {"a", "al", "y"} and before in {"de", "del", "entre"} and other.value > 1

    def _fills_line(self, i: int) -> bool:
        text, token = self._run.text, self._run.tokens[i]
        around = text[max(0, token.start - 1) : token.start] + text[token.end : token.end + 1]
        return not around.strip("\n")


def _plus(reading: Reading, following: int, part: Decimal) -> Reading:
    """The number with a part of its last magnitude added: "dos millones y medio", "docena y media"."""
    whole = reading.scale if reading.scale > _THOUSAND or reading.kind == "collective" else _ONE
    return Reading(following, reading.value + whole * part, reading.kind)


def _step(value: Decimal) -> Decimal:
    """Below what the next part of an ordinal must be: ten after vigésimo, a hundred after centésimo."""
    return next((Decimal(step) for step in (1000, 100, 10) if value % step == 0), Decimal(0))
