"""The rules of ``patterns/``: one model for each sort of rule, all with an id, a source and examples."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple, TypeVar

from pydantic import BaseModel, ConfigDict, Field, ValidationInfo, model_validator

from extract.openings import Expression
from extract.schema import Comparator, Kind, NumeralClass

#: Words that only differ by a missing accent are the same word to a reader of releases, in capitals above all.
_ACCENTS = {
    "a": "aá",
    "e": "eé",
    "i": "ií",
    "o": "oó",
    "u": "uúü",
    "á": "aá",
    "é": "eé",
    "í": "ií",
    "ó": "oó",
    "ú": "uú",
}


#: The countries whose releases are read: the name in the lists of ``patterns/`` → ISO 3166 code.
COUNTRIES = {
    "México": "MX", "España": "ES", "Argentina": "AR", "Colombia": "CO", "Chile": "CL", "Perú": "PE", "Ecuador": "EC",
    "Uruguay": "UY", "Bolivia": "BO", "Paraguay": "PY", "Venezuela": "VE", "Costa Rica": "CR", "Guatemala": "GT",
    "Honduras": "HN", "El Salvador": "SV", "Nicaragua": "NI", "Panamá": "PA", "República Dominicana": "DO",
    "Cuba": "CU", "Puerto Rico": "PR",
}  # fmt: skip


class PatternError(Exception):
    """A pattern file that cannot be used. The message is one sentence with file, line and what is wrong."""


def phrase_regex(phrase: str) -> str:
    """The regular expression of a phrase as written: any white space between words, accents optional.

    ``phrase_regex("más de")`` matches "más de" and "MAS  DE" under ``re.IGNORECASE``, also across a line end.
    """
    out: list[str] = []
    for char in phrase.strip():
        lower = char.lower()
        if char.isspace():
            out.append(r"\s+" if not out or out[-1] != r"\s+" else "")
        elif lower in _ACCENTS:
            out.append(f"[{_ACCENTS[lower]}]")
        else:
            out.append(re.escape(char))
    return "".join(out)


class Rule(BaseModel):
    """One rule of a pattern file. Give ``phrases`` (literal, spacing and accents loose) or ``regex``, or neither."""

    model_config = ConfigDict(extra="forbid", frozen=True, ignored_types=(functools.cached_property,))

    id: str = Field(pattern=r"^[a-z0-9]+([._-][a-z0-9]+)*$")
    source: str = Field(min_length=3)
    examples: tuple[str, ...] = Field(min_length=1)
    counter_examples: tuple[str, ...] = ()
    phrases: tuple[str, ...] = ()
    regex: str | None = None

    @model_validator(mode="after")
    def _compiles(self, info: ValidationInfo) -> Rule:
        if self.regex is not None and self.phrases:
            raise ValueError("give phrases or regex, not both")
        # The shipped expressions are checked by a test, and to compile each one twice would cost every start.
        if self.regex is not None and not (info.context or {}).get("shipped"):
            try:
                re.compile(self.regex, re.IGNORECASE)
            except re.error as error:
                raise ValueError(f"broken regex: {error}") from None
        return self

    @property
    def full_regex(self) -> str:
        """The regular expression of the rule; phrases match whole words, longest first."""
        if self.regex is not None:
            return self.regex
        ordered = sorted(self.phrases, key=len, reverse=True)
        return rf"(?<!\w)(?:{'|'.join(phrase_regex(p) for p in ordered)})(?!\w)"

    @functools.cached_property
    def expression(self) -> Expression:
        """The expression with what its matches can begin with, case ignored."""
        return Expression(self.full_regex, re.IGNORECASE)

    @functools.cached_property
    def pattern(self) -> re.Pattern[str]:
        """The compiled expression."""
        return self.expression.pattern

    def finditer(self, text: str, start: int = 0, end: int | None = None) -> Iterator[re.Match[str]]:
        """What ``pattern.finditer(text, start, end)`` gives, faster where many rules read one text."""
        return self.expression.finditer(text, start, end)

    def complaints(self) -> list[str]:
        """What the rule gets wrong on its own examples and counter-examples, one sentence each."""
        if self.regex is None and not self.phrases:
            return []
        wrong = [f"does not match its example {e!r}" for e in self.examples if not self.pattern.search(e)]
        return wrong + [f"matches its counter-example {e!r}" for e in self.counter_examples if self.pattern.search(e)]


RuleT = TypeVar("RuleT", bound=Rule)


def possible(rules: Iterable[RuleT], text: str) -> list[RuleT]:
    """Those of the rules that a text may have a match of: most need a word that most texts lack."""
    return [rule for rule in rules if rule.expression.may_match(text)]


class HedgeRule(Rule):
    """Words before or after a numeral, or between the ends of a range, that say how the true value relates to it.

    Between: ``opener`` must stand before the first end; ``unless``, earlier in the clause, makes it a change.
    """

    comparator: Comparator
    position: str = Field(pattern="^(before|after|between)$", default="before")
    opener: str | None = None
    unless: str | None = None


class UnitRule(Rule):
    """A unit word or sign: what sort of quantity it makes, the unit's symbol, and the factor to that unit.

    A word that is a quantity ``alone`` ("el doble") has its value as factor. Words ``behind`` a number are no unit, but
    tell what it is ("los mil 400 que vale"). A sign ``at_home`` is one in the texts of its currency's country only.
    """

    kind: Kind
    unit: str | None
    factor: float = 1.0
    position: str = Field(pattern="^(before|after|behind|between|alone)$", default="after")
    at_home: bool = False


#: Small words in -s, and adjectives of laws, that are no nouns which a number before them could count.
_NO_NOUNS = (
    "los las les nos es pues entonces antes después además atrás tras más mas menos mes dos tres seis lunes martes "
    "miércoles jueves viernes estos estas esos esas ellos ellas otros otras unos unas ambos ambas sus gracias demás "
    "quienes cuales apenas constitucionales transitorios"
)
#: What makes the number before it a count, whatever stands in front: a plural noun, a magnitude, a percentage.
_COUNTED = (
    r"\s*(?:%|(?:por\s+cien(?:to)?|mil|mill[oó]n(?:es)?)\b)"
    rf"|\s+(?!(?:{'|'.join(_NO_NOUNS.split())})\b)[a-záéíóúñü]+(?:[aeo]s|[bcdfglmnrtvxz]es)\b"
)
_NOT_COUNTED = rf"(?!\d|[.,]\d)(?!(?-i:{_COUNTED}))"


class ClassRule(Rule):
    """Numerals inside a match of the rule have this class and are no quantities.

    ``opens`` are the words that an expression begins with, ``regex`` is then what follows them. ``starts`` says of an
    expression without such words where it can begin: at a figure, at a capital, or anywhere. ``unless_counted`` makes
    the rule yield where the number counts what follows: "calle 8", but not "la calle 800 personas".
    """

    cls: NumeralClass
    opens: tuple[str, ...] = ()
    starts: str = Field(pattern="^(figure|capital|anywhere)$", default="anywhere")
    unless_counted: bool = False

    @property
    def full_regex(self) -> str:
        """The opening words and what follows them as one expression."""
        words = "|".join(phrase_regex(word) for word in sorted(self.opens, key=len, reverse=True))
        opening = rf"(?<!\w)(?:{words})(?![^\W\d_])" if words else ""
        body = self.regex or ""
        if body.startswith("(?x)"):
            body = f"(?x:{body.removeprefix('(?x)')}\n)"
        counted = _NOT_COUNTED if self.unless_counted else ""
        return f"{opening}(?:{body}){counted}"

    def complaints(self) -> list[str]:
        """As for any rule; a rule of opening words needs no regex."""
        wrong = [f"does not match its example {e!r}" for e in self.examples if not self.pattern.search(e)]
        return wrong + [f"matches its counter-example {e!r}" for e in self.counter_examples if self.pattern.search(e)]


class WordRule(Rule):
    """A closed set of words that a finder reads: number words, months, verbs of saying.

    ``words`` maps each word to what it stands for; a rule of bare words lists them under ``forms``.
    """

    words: dict[str, int | float | str] = {}
    forms: tuple[str, ...] = ()


class NameRule(Rule):
    """A word or construction that opens or marks a name; ``kind`` says of what.

    ``names`` is what a match stands for: the body of an office ("secretario": "Secretaría"), or of a short form, where
    several nouns are parted by "|".
    ``countries``: where the rule holds, by the countries' names in the gazetteer; everywhere when empty.
    """

    kind: str
    names: str | None = None
    countries: tuple[str, ...] = ()


class EvidenceRule(Rule):
    """What speaks for a capitalized run's being a scheme's name, or against it, with its weight.

    ``place`` is where the rule is read: right before the run, right after it, after it where the run is the subject,
    or in the run itself.
    """

    place: str = Field(pattern="^(before|after|subject|inside)$")
    weight: float


class PersonRule(Rule):
    """A word or construction that makes or unmakes a person; ``kind`` says how (see ``people.yml``).

    ``forms`` lists bare words, ``words`` maps a word to what it stands for, ``stands_for`` names the classes of office
    that a general office word may point at.
    """

    kind: str
    forms: tuple[str, ...] = ()
    words: dict[str, str] = {}
    stands_for: tuple[str, ...] = ()


class SayingRule(Rule):
    """A verb of saying with its ``forms``, or another construction that names a speaker; ``kind`` says which.

    ``takes`` is the least that the verb needs after it to state something (see ``saying.yml``).
    """

    kind: str
    forms: tuple[str, ...] = ()
    takes: str = Field(pattern="^(clause|noun|subject|object|number|quote)$", default="noun")


class Convention(Rule):
    """How a country writes numbers and money. ``signs``: money rules that mean another currency than its own there."""

    country: str = Field(pattern="^[A-Z]{2}$")
    decimal: str = Field(pattern="^[.,]$")
    groups: str
    currency: str = Field(pattern="^[A-Z]{3}$")
    places: tuple[str, ...] = ()
    signs: dict[str, str] = {}


class GovernmentRule(Rule):
    """What a country calls the governments of its towns and states (see ``governments.yml``)."""

    country: str | None
    form: str | None = Field(pattern="^(federal|unitary)$")
    town_hall: str | None
    state: str = "Gobierno Regional"
    of_state: str | None = None
    presidents: bool = False
    own_cities: dict[str, str] = {}

    def complaints(self) -> list[str]:
        """Which examples begin with none of the names."""
        names = (self.town_hall, self.state, self.of_state, *self.own_cities.values())
        known = tuple(name for name in names if name is not None)
        return [f"has no name that begins its example {e!r}" for e in self.examples if not e.startswith(known)]


class Town(NamedTuple):
    """A town of ``towns.csv``, with its country and region spelled as in ``agencies.csv``; ``population`` may be 0."""

    name: str
    country: str
    region: str
    population: int


class Entity(BaseModel):
    """A program or an agency of a gazetteer."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    id: str = Field(pattern=r"^[a-z0-9]+([._-][a-z0-9]+)*$")
    name: str = Field(min_length=2)
    aliases: tuple[str, ...]
    place: str | None
    source: str = Field(min_length=3)
