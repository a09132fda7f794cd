"""The finite verb that governs a figure, sought in the clause around it.

Spanish puts the verb before what it counts ("se entregarán 300 becas"), and so the nearest one before the figure
governs it, unless that one belongs to another clause: a relative, an aside, a closed subordinate. Where the figure
opens the subject, its verb follows ("los 300 becarios recibirán").
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from extract.links.parse import ParsedSentence, Token
from extract.links.verb_tenses import VerbReader, in_relative, is_past, tense_of
from extract.mentions import Quantity
from extract.schema import Kind

_CLAUSE_END = frozenset({";", ".", "?", "!"})
#: A clause is read no further than so many tokens from its quantity.
_REACH = 120
#: What may stand before a quantity that opens a subject: "…, los 300", "dijo que el 61 %", "con lo cual 40".
_SUBJECT_OPENERS = frozenset({",", "que", "cual", ":"})
#: What opens a subject only before an article: "abrimos tarde, pero los 81 …", "… y las 20 restantes se harán".
_JOINING_OPENERS = frozenset({"y", "e", "pero", "mientras"})
#: The model may take them for pronouns before a number, too: "y otros 60 llegarán".
_OTHERS = frozenset({"otros", "otras"})
#: How far a number stands at most behind the comma and "y" that join it: ", y otras dos".
_JOINT = 4


class Clause(NamedTuple):
    """The stretch between strong stops around a quantity, as positions in a sentence.

    ``position`` is the quantity's own token, ``stop`` the one behind it.
    """

    tokens: Sequence[Token]
    first: int
    position: int
    stop: int
    end: int


def clause_of(sentence: ParsedSentence, quantity: Quantity) -> Clause:
    """The clause of a quantity, as far as it is read."""
    tokens = sentence.tokens
    start, stop = sentence.first_at(quantity.start), sentence.first_at(quantity.end)
    first, end = start, stop
    while first > max(0, start - _REACH) and tokens[first - 1].text not in _CLAUSE_END:
        first -= 1
    while end < min(len(tokens), stop + _REACH) and tokens[end].text not in _CLAUSE_END:
        end += 1
    return Clause(tokens, first, start, stop, end)


def governing_verb(clause: Clause, reader: VerbReader, kind: Kind) -> int | None:
    """The finite verb that the quantity belongs to.

    The nearest one before it in its clause that has a time of its own; but the one behind it where the quantity opens
    the subject ("..., los primeros 150 mil usuarios obtendrán"). A clause without a verb goes with the one before.
    """
    tokens, position = clause.tokens, clause.position
    if clause.stop < clause.end and tokens[clause.stop].lower_ == "que":
        inner = _relative_verb(clause, reader)
        past = inner is not None and is_past(tokens[inner])
        if kind in {"count", "percentage"} or (past and kind != "ratio"):
            return inner  # "las 22 que recibirán": that clause counts
    before = list(reader.finite(tokens, clause.first, position))
    before = [verb for verb in before if not _is_aside(tokens, verb, position)]
    before = [verb for verb in before if not _is_closed(tokens, verb, position)] or before
    before = [verb for verb in before if not _tells_for_whom(tokens, verb, position)] or before
    before = [verb for verb in before if not _is_of_member(tokens, verb, position)] or before
    after = next((verb for verb in reader.finite(tokens, position, clause.end) if not in_relative(tokens, verb)), None)
    if not before and after is None:
        before = _of_enumeration(
            tokens, list(reader.finite(tokens, max(0, clause.first - _REACH), clause.first)), reader
        )
    if not before:
        return after
    opens = after is not None and _opens_subject(tokens, before[-1], position) and not _parted(tokens, position, after)
    if opens and after is not None and not reader.is_timeless(tokens, after):
        return after  # a subjunctive is as its own main verb: "se espera que 300 vecinos participen"
    if after is not None and _opens_share(tokens, position) and tense_of(tokens[after]) != "present":
        return after  # "dará 12, de los cuales 3 ya fueron pagados"
    if after is not None and introduces_speech(tokens, before[-1]) and not _parted(tokens, position, after):
        return after  # "indicó que desde mañana, 300 agentes estarán"
    timed = [verb for verb in before if not reader.is_timeless(tokens, verb)]
    return timed[-1] if timed else before[-1]


def _of_enumeration(tokens: Sequence[Token], verbs: list[int], reader: VerbReader) -> list[int]:
    """The verbs of the clauses before a member without one, up to that of the whole.

    "Se dieron 40, de las que 5 serían para jóvenes; | 30 becas": a conditional behind a figure is that of its member.
    """
    while len(verbs) > 1 and reader.tense(tokens, verbs[-1]) == "conditional":
        if all(token.pos_ != "NUM" for token in tokens[verbs[-2] : verbs[-1]]):
            break
        verbs = verbs[:-1]
    return verbs


def _relative_verb(clause: Clause, reader: VerbReader) -> int | None:
    """The verb of the relative clause behind a number; of "los cinco que faltan serán" the verb of the future."""
    verbs = list(reader.finite(clause.tokens, clause.stop, clause.end))[:2]
    if len(verbs) == 2 and not is_past(clause.tokens[verbs[0]]) and not _parted(clause.tokens, *verbs):
        return verbs[reader.tense(clause.tokens, verbs[1]) == "planned"]
    return verbs[0] if verbs else None


def _is_aside(tokens: Sequence[Token], verb: int, position: int) -> bool:
    """Whether a verb of saying stands between two commas in the middle of what is said: "la meta, recordó, es"."""
    if verb == 0 or tokens[verb - 1].text != ",":
        return False
    behind = tokens[verb + 1 : min(verb + _JOINT, position - 1)]
    comma = next((index for index, token in enumerate(behind) if token.text == ","), None)
    # "en el acto, participarán 60 agentes, 15 patrullas": a verb with a figure of its own is no aside.
    return comma is not None and all(token.pos_ != "NUM" for token in behind[:comma])


def _is_closed(tokens: Sequence[Token], verb: int, position: int) -> bool:
    """Whether a verb stands in a clause between commas that ends before the number: "la escuela, que abrirá, y dos".

    A list goes on behind a comma ("que dará 20 becas, 4 pozos"), so the comma must have "y" or a verb behind it.
    """
    start = verb
    while start > 0 and tokens[start - 1].text not in {",", ";", ":"}:
        start -= 1
    opener = tokens[start].lower_
    if start == 0 or tokens[start - 1].text != "," or opener not in {"que", "quien", "quienes", "donde", "si"}:
        return False
    for cursor in range(verb + 1, position - 1):
        if tokens[cursor].text == ",":
            follower = tokens[cursor + 1]
            return follower.pos_ in {"VERB", "AUX"} or (follower.lower_ in {"y", "e"} and position - cursor <= _JOINT)
    return False


def _tells_for_whom(tokens: Sequence[Token], verb: int, position: int) -> bool:
    """Whether a verb says who gets what was named, before more of it: "mil para quienes ganaron y de | 200 para"."""
    words = [token.lower_ for token in tokens[max(0, verb - 3) : verb]]
    if words[-2:] != ["para", "quienes"] and words not in (["para", "los", "que"], ["para", "las", "que"]):
        return False
    goes_on = (cursor for cursor in range(verb + 1, position - 1) if tokens[cursor].lower_ in {",", "y", "e"})
    return any(tokens[cursor + 1].pos_ == "ADP" for cursor in goes_on)


def _is_of_member(tokens: Sequence[Token], verb: int, position: int) -> bool:
    """Whether a verb describes an earlier member of a list: "abriremos una cancha que tiene gradas, cuatro plazas"."""
    if not in_relative(tokens, verb) or is_past(tokens[verb]):
        return False
    comma = next((place for place in range(verb, position) if tokens[place].text == ","), None)
    if comma is None or tokens[position - 1].lower_ not in {",", "y", "e"}:
        return False
    return all(token.pos_ != "NUM" for token in tokens[verb:comma])  # "que tiene 20 aulas, 30 talleres"


def _opens_subject(tokens: Sequence[Token], verb: int, position: int) -> bool:
    """Whether only articles and ordinals stand between the quantity and the word or sign that opens its clause."""
    start = position
    if [token.lower_ for token in tokens[max(0, start - 3) : start]] == ["un", "total", "de"]:
        start -= 3
    while start > verb + 1 and (tokens[start - 1].pos_ in {"DET", "ADJ"} or tokens[start - 1].lower_ in _OTHERS):
        start -= 1
    opener = tokens[start - 1].lower_ if start > verb + 1 else ""
    if opener in _JOINING_OPENERS:
        return start < position and (tokens[start].pos_ == "DET" or tokens[start].lower_ in _OTHERS)
    return opener in _SUBJECT_OPENERS and (start < position or opener != ",")


def _opens_share(tokens: Sequence[Token], position: int) -> bool:
    """Whether a quantity is the share of a whole that opens its relative clause: "de los cuales 3 fueron"."""
    words = [token.lower_ for token in tokens[max(0, position - 3) : position]]
    return len(words) == 3 and words[0] == "de" and words[2] in {"cuales", "que"} and words[1] in {"los", "las"}


def _parted(tokens: Sequence[Token], first: int, end: int) -> bool:
    """Whether a comma parts two places; the two around an apposition do not ("ocho, los más urgentes, comenzarán")."""
    return sum(token.text == "," for token in tokens[first:end]) not in {0, 2}


def introduces_speech(tokens: Sequence[Token], verb: int) -> bool:
    """Whether "que" behind a verb opens what is said: "reveló que de los 300 que se darán", "cabe recordar que"."""
    behind = [token.lower_ for token in tokens[verb + 1 : verb + 4]]
    if behind[:1] == ["que"]:
        behind = behind[1:] if _is_infinitive(behind[1:2]) else ["que"]  # "hay que recordar que"
    return behind[:1] == ["que"] or (_is_infinitive(behind[:1]) and behind[1:2] == ["que"])


def _is_infinitive(words: list[str]) -> bool:
    return bool(words) and words[0].endswith(("ar", "er", "ir"))
