"""Whether a figure is reported as done, planned or conditional.

The finite verb that governs the quantity decides by tense and mood, unless a phrase of intention or condition stands
between the two. A future is planned, a conditional conditional, all else reported; a release speaks of what was done.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from spacy.tokens import Token

from extract.mentions import Quantity
from extract.parse import ParsedSentence
from extract.patterns import Patterns, shipped
from extract.rules import NameRule
from extract.schema import Status

#: The regular future of the persons that releases use: no other form of a verb ends so. Without its accent it could
#: be a present ("reparan"), so there the model decides.
_FUTURE = re.compile(r"\w{2,}r(?:á|án|emos)")
_CONDITIONAL = re.compile(r"\w{2,}(?:ar|er|ir|dr|br)ía(?:n|mos)?$")
#: In capitals the model takes any word for a name, so there the ending alone decides.
_NO_VERB = frozenset({"NOUN", "ADP", "ADV", "PROPN"})
#: What still speaks of the quantity behind it: its own phrase and a relative clause ("60 millones, que se destinarán").
_AFTER = re.compile(r"(?:(?!\s[ye]\s)[^,;.]){0,45}(?:,\s+que\s+se\s+\w+)?")
_CLAUSE_END = frozenset({";", ".", "?", "!"})


@dataclass(frozen=True, slots=True)
class StatusReading:
    """The status of a quantity, the rule that said so, and how sure it is."""

    status: Status
    rule: str
    score: float


@lru_cache(maxsize=8)
def _rules(patterns: Patterns) -> tuple[NameRule, ...]:
    return patterns.rules("status.yml", NameRule)


def find_status(
    sentence: ParsedSentence, quantity: Quantity, lead_in: str = "", patterns: Patterns | None = None
) -> StatusReading:
    """The status of one quantity in its sentence.

    Parameters
    ----------
    sentence:
        The parsed sentence that holds the quantity.
    quantity:
        The quantity.
    lead_in:
        For a row of a list, the sentence that opens the list ("Por rubro, los montos previstos son:").
    """
    first, end = _clause(sentence, quantity)
    position = sentence.first_at(quantity.start)
    verb = _governing_verb(sentence.tokens, first, position, end)
    if verb is not None and (tense := _tense(sentence.tokens[verb])) != "reported":
        return StatusReading(tense, f"status.{tense}.verb", 0.9)
    if verb is None and lead_in:
        return _read_lead_in(lead_in, patterns or shipped())
    between = _text_between(sentence, verb if verb is not None else first, position, quantity)
    for rule in _rules(patterns or shipped()):
        if rule.pattern.search(between):
            kind: Status = "conditional" if rule.kind == "conditional" else "planned"
            return StatusReading(kind, rule.id, 0.8)
    return StatusReading("reported", "status.reported", 0.9 if verb is not None else 0.8)


def _read_lead_in(lead_in: str, patterns: Patterns) -> StatusReading:
    """A row without a verb of its own takes the status of the sentence that opens its list."""
    if any(_FUTURE.fullmatch(word) for word in lead_in.lower().split()):
        return StatusReading("planned", "status.planned.lead-in", 0.8)
    for rule in _rules(patterns):
        if rule.pattern.search(lead_in):
            return StatusReading("conditional" if rule.kind == "conditional" else "planned", rule.id, 0.7)
    return StatusReading("reported", "status.reported", 0.8)


def _clause(sentence: ParsedSentence, quantity: Quantity) -> tuple[int, int]:
    """Token positions of the stretch between strong stops around the quantity."""
    tokens = sentence.tokens
    start, stop = sentence.first_at(quantity.start), sentence.first_at(quantity.end)
    first, end = start, stop
    while first > 0 and tokens[first - 1].text not in _CLAUSE_END:
        first -= 1
    while end < len(tokens) and tokens[end].text not in _CLAUSE_END:
        end += 1
    return first, end


def _governing_verb(tokens: Sequence[Token], first: int, position: int, end: int) -> int | None:
    """The finite verb that the quantity belongs to.

    The nearest one before it in its clause; but the one behind it where the quantity opens the subject ("..., los
    primeros 150 mil usuarios obtendrán"). A clause without a verb goes with the one before.
    """
    before = list(_finite(tokens, first, position)) or list(_finite(tokens, 0, first))
    after = next(_finite(tokens, position, end), None)
    if not before:
        return after
    if (
        after is not None
        and _opens_subject(tokens, before[-1], position)
        and not _comma_between(tokens, position, after)
    ):
        return after
    return before[-1]


def _opens_subject(tokens: Sequence[Token], verb: int, position: int) -> bool:
    """Whether only articles and ordinals stand between the last comma after the verb and the quantity."""
    start = position
    while start > verb + 1 and tokens[start - 1].pos_ in {"DET", "ADJ"}:
        start -= 1
    return start > verb + 1 and tokens[start - 1].text == "," and start < position


def _comma_between(tokens: Sequence[Token], first: int, end: int) -> bool:
    return any(token.text == "," for token in tokens[first:end])


def _finite(tokens: Sequence[Token], first: int, end: int) -> Iterator[int]:
    for index in range(first, end):
        token = tokens[index]
        finite = token.pos_ in {"VERB", "AUX"} and "Fin" in token.morph.get("VerbForm", [])
        if finite or _looks_future(token):
            yield index


def _looks_future(token: Token) -> bool:
    """A future by its ending, also where the model takes a word in capitals for a name."""
    could_be_verb = token.is_upper or (token.pos_ not in _NO_VERB and not token.is_title)
    return could_be_verb and _FUTURE.fullmatch(token.lower_) is not None


def _tense(verb: Token) -> Status:
    if "Cnd" in verb.morph.get("Mood", []) or _CONDITIONAL.match(verb.lower_):
        return "conditional"
    if "Fut" in verb.morph.get("Tense", []) or _FUTURE.fullmatch(verb.lower_):
        return "planned"
    return "reported"


def _text_between(sentence: ParsedSentence, first: int, position: int, quantity: Quantity) -> str:
    """The words from the governing verb (or the clause's start) up to the next comma or "y" behind the quantity."""
    if first >= position:
        first = max(0, position - 1)
    start = sentence.span(first, first + 1)[0] - sentence.sentence.start
    end = quantity.end - sentence.sentence.start
    after = _AFTER.match(sentence.sentence.surface, end)
    return sentence.sentence.surface[max(0, start - 25) : after.end() if after else end]
