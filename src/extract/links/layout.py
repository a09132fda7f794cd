"""Where things stand in a document: sentences, blocks and the stretches that somebody states, found by offset."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Mapping, Sequence
from decimal import Decimal
from functools import cached_property

from extract.mentions import Attribution, Block, Mention, Mentions, Name, Person, Quantity, Sentence

#: A sayer is named this near, in characters, to what is said.
_SAYING_REACH = 40
#: A headline rounds by this much at most.
_ROUNDING = Decimal("0.05")
#: A headline with its subtitles and bullets has no more figures; what has is a table.
_HEADLINE_FIGURES = 100
#: An office follows its holder's name this near: "Enrique Díaz, titular de esta dependencia".
_OFFICE_REACH = 25
#: The rule under which a person's name stands for the agency in whose name the person holds an office.
HOLDER = "agency.holder"
_HOLDER_SCORE = 0.8


class Layout:
    """The document as the links see it.

    Parameters
    ----------
    text, mentions:
        The document and all that was found in it.
    """

    def __init__(self, text: str, mentions: Mentions) -> None:
        self.text = text
        self.mentions = mentions
        self.blocks: Sequence[Block] = mentions.blocks
        self.sentences: Sequence[Sentence] = mentions.sentences
        self._sentence_starts = [sentence.start for sentence in mentions.sentences]
        self._attribution_starts = [attribution.start for attribution in mentions.attributions]

    def sentence_of(self, mention: Mention) -> Sentence:
        """The sentence in which a mention begins."""
        return self.sentences[max(0, bisect_right(self._sentence_starts, mention.start) - 1)]

    def figures_of(self, sentence: Sentence) -> Sequence[Quantity]:
        """The quantities of a sentence, in reading order."""
        return self._figures[sentence.index]

    @cached_property
    def _figures(self) -> Mapping[int, list[Quantity]]:
        figures: dict[int, list[Quantity]] = defaultdict(list)
        for quantity in self.mentions.quantities:
            figures[self.sentence_of(quantity).index].append(quantity)
        return figures

    def last_sentence_of(self, block: int) -> Sentence:
        """The sentence that ends a block."""
        return self.sentences[max(0, bisect_left(self._sentence_starts, self.blocks[block].end) - 1)]

    def lead_in_of(self, block: int) -> int | None:
        """Index of the block that opens the list to which a bullet or row belongs."""
        return self._lead_ins[block]

    @cached_property
    def _lead_ins(self) -> list[int | None]:
        lead_ins: list[int | None] = []
        above: int | None = None
        for index, block in enumerate(self.blocks):
            in_list = block.kind in {"bullet", "row"}
            lead_ins.append(above if in_list else None)
            above = above if in_list else index
        return lead_ins

    def attribution_of(self, quantity: Quantity) -> Attribution | None:
        """The stretch of somebody's statement that holds the quantity, where the sayer has a name."""
        index = bisect_right(self._attribution_starts, quantity.number_start) - 1
        found = self.mentions.attributions[index] if index >= 0 else None
        return found if found is not None and found.speaker and quantity.number_start < found.end else None

    def says(self, mention: Mention) -> bool:
        """Whether the mention stands where the sayer of a stretch is named: it speaks, and need not act."""
        index = bisect_right(self._attribution_starts, mention.end)
        nearby = self.mentions.attributions[max(0, index - 1) : index + 1]
        return any(
            0 <= a.start - mention.end < _SAYING_REACH or 0 <= mention.start - a.end < _SAYING_REACH for a in nearby
        )

    @cached_property
    def body_start(self) -> int:
        """Index of the first sentence of the first paragraph."""
        first = next((block.index for block in self.blocks if block.kind == "paragraph"), 0)
        return next((sentence.index for sentence in self.sentences if sentence.block >= first), 0)

    @cached_property
    def news(self) -> frozenset[int]:
        """Indices of the sentences of the body that repeat a headline's figure: what they name frames the release."""
        body = self.body_start
        told = [(self.sentence_of(q).index, q) for q in self.mentions.quantities]
        headline = [q for index, q in told if index < body][:_HEADLINE_FIGURES]
        return frozenset(index for index, q in told if index >= body and any(_is_rounded(q, h) for h in headline))

    def institutions_of(self, person: str) -> dict[str, str]:
        """The agencies in whose name a person holds an office, each with how the office names it.

        "el titular de la SHFP, …" names it by acronym, "la alcaldesa …" by the role alone.
        """
        return self._institutions.get(person, {})

    def people_named(self, name: str) -> Sequence[Person]:
        """Every mention of a person."""
        return self._people.get(name, ())

    @cached_property
    def _people(self) -> dict[str, list[Person]]:
        named: dict[str, list[Person]] = {}
        for person in self.mentions.people:
            if person.name is not None:
                named.setdefault(person.name, []).append(person)
        return named

    @cached_property
    def holders(self) -> Sequence[Name]:
        """Persons named without their office ("Ríos entregó"), as mentions of the agency in whose name they hold it."""
        ids = {agency.name: agency.id for agency in self.mentions.agencies}
        named = []
        for person in self.mentions.people:
            agency = next(iter(self.institutions_of(person.name)), None) if person.name else None
            if agency is not None and not self._offices_at(person):
                where = (person.start, person.end, person.surface, HOLDER)
                named.append(Name(*where, "agency", agency, ids[agency], "holder", _HOLDER_SCORE))
        return named

    def _offices_at(self, person: Person) -> Sequence[Name]:
        """The agencies that a person's mention names, or that are named right behind it."""
        starts = self._agency_starts
        return self.mentions.agencies[bisect_right(starts, person.start - 1) : bisect_right(starts, _reach(person))]

    @cached_property
    def _agency_starts(self) -> list[int]:
        return [agency.start for agency in self.mentions.agencies]

    @cached_property
    def _institutions(self) -> dict[str, dict[str, str]]:
        found: dict[str, dict[str, str]] = {}
        for person in self.mentions.people:
            if person.name is not None:
                held = found.setdefault(person.name, {})
                for agency in self._offices_at(person):
                    # The office may name the body in full once and stand alone later: the fuller naming counts.
                    if held.get(agency.name, "role") == "role":
                        held[agency.name] = agency.how
        return found

    @cached_property
    def first_agency(self) -> str | None:
        """The agency that the body names first."""
        return self._first(self.mentions.agencies)

    @cached_property
    def first_program(self) -> str | None:
        """The program that the body names first."""
        return self._first(self.mentions.programs)

    def _first(self, names: Sequence[Name]) -> str | None:
        return next((name.name for name in names if self.sentence_of(name).index >= self.body_start), None)


def _is_rounded(full: Quantity, short: Quantity) -> bool:
    """Whether the headline's figure may be the body's, rounded."""
    same_sort = (full.kind, full.unit) == (short.kind, short.unit)
    return same_sort and abs(full.value - short.value) <= abs(full.value) * _ROUNDING


def _reach(person: Person) -> int:
    return person.end + _OFFICE_REACH - 1
