"""A verb of saying in its sentence, and who is found to speak."""

from __future__ import annotations

from dataclasses import dataclass

from extract.mentions import Person, Sentence
from extract.rules import SayingRule
from extract.speech.grammar import VerbForm

#: So much text tells what stands right before a verb.
NEAR = 60


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who speaks: ``name`` is None for an institution (``person`` False) and for a person never named."""

    name: str | None = None
    person: bool = False
    start: int | None = None  # of the words that name the subject, where they stand beside the verb


NOBODY = Speaker()


def speaker(person: Person) -> Speaker:
    """The person as a speaker."""
    return Speaker(person.name, True, person.start)


@dataclass(frozen=True, slots=True)
class Clause:
    """A form of a verb of saying in its sentence; ``lead`` is the text before it, as far as it is read."""

    verb: VerbForm
    rule: SayingRule
    form: int
    sentence: Sentence
    lead: str

    @property
    def start(self) -> int:
        """Where the verb starts."""
        return self.verb.start

    @property
    def end(self) -> int:
        """Where the verb ends."""
        return self.verb.end

    @property
    def is_passive(self) -> bool:
        """Whether the form is a passive: "fue anunciado"."""
        return self.verb.auxiliary.startswith("fue")

    @property
    def first(self) -> int:
        """Where the lead starts."""
        return self.verb.start - len(self.lead)

    @property
    def near(self) -> str:
        """The end of the lead."""
        return self.lead[-NEAR:]
