"""What the finders find: typed spans of a text, passed from step to step.

Every mention holds ``start`` and ``end`` (Unicode characters, end exclusive), the ``surface`` between them and the
``rule`` that made it. The values are plain and immutable; nothing here knows a model or a pattern file.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Literal, NamedTuple

from extract.schema import Comparator, Kind, NumeralClass


class Numeral(NamedTuple):
    """A numeral by itself, without hedge, currency or unit: ``42 mil 800``.

    ``value`` is None where the words name no definite number ("decenas").
    """

    start: int
    end: int
    surface: str
    value: Decimal | None
    kind: Literal["cardinal", "ordinal", "fraction", "collective"]


@dataclass(frozen=True, slots=True)
class Mention:
    """A span of the text and the rule that found it."""

    start: int
    end: int
    surface: str
    rule: str


@dataclass(frozen=True, slots=True)
class Block(Mention):
    """A stretch of layout: a paragraph, headline, subtitle, bullet or dateline, without the line ends around it."""

    kind: Literal["title", "subtitle", "bullet", "dateline", "paragraph", "row"]
    index: int


@dataclass(frozen=True, slots=True)
class Sentence(Mention):
    """A sentence inside one block. ``index`` counts through the document."""

    block: int
    index: int


@dataclass(frozen=True, slots=True)
class Quantity(Mention):
    """A hedge, a numeral and a unit read together: ``más de 42 mil 800``, ``$1.5 millones de pesos``.

    ``number_start`` and ``number_end`` enclose the numeral alone (both ends of a range). ``rules`` names every rule
    that had a part in it, in order.
    """

    number_start: int
    number_end: int
    value: Decimal
    value_upper: Decimal | None
    comparator: Comparator
    kind: Kind
    unit: str | None
    rules: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class LedgerEntry(Mention):
    """One numeral of the text and its class: each digit and number word is inside exactly one entry."""

    value: Decimal | None
    cls: NumeralClass


@dataclass(frozen=True, slots=True)
class Name(Mention):
    """A program or an agency as mentioned, resolved to the entity that it names.

    ``name`` is the full name that the output shows (without acronym and quotes), ``id`` its key in the gazetteer.
    ``how`` says by what the mention was recognized: its full name, its acronym, a short form ("el Instituto"), a role
    that stands for it ("el alcalde"), or a pointing phrase ("dicho programa").
    """

    kind: Literal["program", "agency"]
    name: str
    id: str | None
    how: Literal["name", "acronym", "short", "role", "holder", "anaphor"]
    score: float = 1.0


@dataclass(frozen=True, slots=True)
class Person(Mention):
    """A person as mentioned, resolved to the name under which the document first gives the person in full.

    ``name`` is None for a role whose holder the document never names. ``role`` is the office as written
    ("Presidenta Municipal"), ``institution`` the agency that the role stands for, where the document tells.
    """

    name: str | None
    role: str | None = None
    institution: str | None = None


@dataclass(frozen=True, slots=True)
class Attribution(Mention):
    """A stretch of text that somebody is said to state: a quotation, or the clause under a verb of saying."""

    speaker: str | None
    how: Literal["quote", "verb", "source"]


@dataclass(frozen=True, slots=True)
class Period(Mention):
    """A time expression and the days that it covers, both included; None where the text does not tell.

    ``kind``: ``day`` for one day, ``span`` for longer, ``anaphor`` for a pointer ("durante este periodo") that took
    the days of the period named before, ``open`` where only one end is known ("al corte del 10 de diciembre").
    """

    first: dt.date | None
    last: dt.date | None
    kind: Literal["day", "span", "anaphor", "open"] = "span"


@dataclass(frozen=True, slots=True)
class Cell(Mention):
    """A cell of a table that has a head: that of its column, which a head itself has not.

    ``label`` is the first cell of its row that holds words, None for that cell itself and where there is none.
    """

    kind: Literal["head", "body"]
    column: int = 0
    head: Cell | None = None
    label: Cell | None = None


@dataclass(slots=True)
class Mentions:
    """All that was found in one text, each list in reading order.

    ``issuer`` is the agency that issued the release, where somebody says so besides the text.
    """

    blocks: list[Block] = field(default_factory=list)
    sentences: list[Sentence] = field(default_factory=list)
    quantities: list[Quantity] = field(default_factory=list)
    ledger: list[LedgerEntry] = field(default_factory=list)
    programs: list[Name] = field(default_factory=list)
    agencies: list[Name] = field(default_factory=list)
    people: list[Person] = field(default_factory=list)
    attributions: list[Attribution] = field(default_factory=list)
    periods: list[Period] = field(default_factory=list)
    issuer: Name | None = None
    cells: list[Cell] = field(default_factory=list)
