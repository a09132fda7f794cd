"""The Spanish noun phrase over the model's tags: where it starts, its head, and how far it reaches.

A press release names what it counts with a noun, the adjectives around it and short complements with "de". The grammar
follows the *Nueva gramática de la lengua española* (§12, the noun phrase): prenominal adjectives, head, postnominal
adjectives and participles, apposition without a preposition ("autos sedán"), coordination, and complements.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from spacy.tokens import Token

NOMINAL = frozenset({"NOUN", "PROPN"})
_DE = frozenset({"de", "del"})
_AND = frozenset({"y", "e", "o", "u", "y/o"})
#: Tokens that look like nouns to the model and open no noun phrase.
_NEVER_HEAD = frozenset({"través", "parte", "etc", "entre"})
#: Prepositions whose complement closes a noun phrase that begins further left.
_CLOSING = frozenset({"contra", "sobre", "ante", "tras"})
#: How far, in tokens, the noun of a number stands to its left.
_REACH = 6
#: Nouns that name a type and take the type's name bare: "camionetas tipo pick up".
_CLASSIFIERS = frozenset({"tipo", "marca", "modelo", "clase"})


@dataclass(frozen=True, slots=True)
class NounPhrase:
    """Token positions in a sentence: first token, head, end of the phrase with its complements (exclusive).

    ``core_end`` is the end before any complement with a preposition.
    """

    start: int
    head: int
    core_end: int
    end: int


def is_participle(token: Token) -> bool:
    """A participle, whether the model calls it a verb or an adjective."""
    return token.pos_ in {"VERB", "ADJ"} and "Part" in token.morph.get("VerbForm", [])


def is_adjective(token: Token) -> bool:
    """An adjective or a participle used as one."""
    return token.pos_ == "ADJ" or is_participle(token)


def _number(token: Token) -> str | None:
    values = token.morph.get("Number", [])
    return str(values[0]) if values else None


def agrees(noun: Token, adjective: Token) -> bool:
    """Whether number and gender of the two do not contradict each other."""
    for feature in ("Number", "Gender"):
        one, other = noun.morph.get(feature, []), adjective.morph.get(feature, [])
        if one and other and one != other and noun.pos_ == "NOUN":
            return False
    return True


def read_noun_phrase(tokens: Sequence[Token], start: int, *, complements: int = 1) -> NounPhrase | None:
    """The noun phrase that begins at ``start``, or None where none does.

    Parameters
    ----------
    tokens:
        Tagged tokens of one sentence.
    start:
        Position of the first token after the number (or after "de").
    complements:
        How many "de" complements to take in.
    """
    head = _find_head(tokens, start)
    if head is None:
        return None
    core_end = _read_core(tokens, head)
    core_end = _read_coordination(tokens, head, core_end)
    end = core_end
    for _ in range(complements):
        extended = _read_complement(tokens, end)
        if extended == end:
            break
        end = extended
    return NounPhrase(start, head, core_end, end)


def _find_head(tokens: Sequence[Token], start: int) -> int | None:
    """The head after prenominal adjectives; an adjective alone stands for its noun ("los 15 beneficiados")."""
    position = start
    while position < len(tokens) and position < start + 3:
        token = tokens[position]
        if token.lower_ in _NEVER_HEAD or not any(char.isalpha() for char in token.text):
            break
        if token.pos_ in NOMINAL:
            return position
        if not is_adjective(token):
            break
        position += 1
    return start if position > start else None


def _read_core(tokens: Sequence[Token], head: int) -> int:
    """The end of the head with its adjectives and bare appositions."""
    position = head + 1
    while position < len(tokens):
        step = _step(tokens, head, position)
        if step == 0:
            break
        position += step
    return _read_adjective_list(tokens, head, position)


def _step(tokens: Sequence[Token], head: int, position: int) -> int:
    """How many tokens the head takes in next: an adjective, an adverb before one, a type name, an apposition."""
    token = tokens[position]
    if is_adjective(token) and agrees(tokens[head], token):
        return 0 if _opens_clause(tokens, position) else 1
    if token.lower_.endswith("mente") and position + 1 < len(tokens) and is_adjective(tokens[position + 1]):
        return 1
    if tokens[head].pos_ != "NOUN":
        return 0
    if token.lower_ in _CLASSIFIERS:
        named = _read_name(tokens, position + 1, anything=True) - position
        return named if named > 1 else 0
    return int(position == head + 1 and token.pos_ in NOMINAL and token.is_alpha)


def _opens_clause(tokens: Sequence[Token], position: int) -> bool:
    """Whether a participle begins a reduced clause: "elementos distribuidos en cinco zonas"."""
    following = tokens[position + 1].lower_ if position + 1 < len(tokens) else ""
    return is_participle(tokens[position]) and following in {"en", "por", "a", "al", "con", "entre", "para", "desde"}


def _read_adjective_list(tokens: Sequence[Token], head: int, position: int) -> int:
    """Further adjectives of the same head after a comma or "y": "psicológicas, jurídicas y médicas"."""
    if position == head + 1 or not is_adjective(tokens[position - 1]):
        return position
    end, ahead = position, position
    while ahead + 1 < len(tokens) and (tokens[ahead].lower_ in _AND or tokens[ahead].text == ","):
        follower = tokens[ahead + 1]
        if not (is_adjective(follower) and agrees(tokens[head], follower)):
            break
        closes = tokens[ahead].lower_ in _AND
        ahead += 2
        if closes:
            return ahead
    return end


def _read_coordination(tokens: Sequence[Token], head: int, core_end: int) -> int:
    """Bare nouns coordinated with the head: "pláticas y talleres", "capacitaciones, talleres y pláticas"."""
    position, end = core_end, core_end
    while position + 1 < len(tokens):
        joint, follower = tokens[position], tokens[position + 1]
        if not (joint.lower_ in _AND or joint.text == ",") or follower.pos_ != "NOUN":
            break
        if _number(follower) != _number(tokens[head]):
            break
        position = _read_core(tokens, position + 1)
        if joint.lower_ in _AND:
            return position
    return end


def _read_complement(tokens: Sequence[Token], position: int) -> int:
    """A short complement: "de" and a bare noun with its adjectives."""
    if position + 1 >= len(tokens) or tokens[position].lower_ not in _DE:
        return position
    start = position + 1
    if tokens[start].lower_ in {"primer", "primera", "segundo", "segunda", "tercer", "tercera"} and start + 1 < len(
        tokens
    ):
        start += 1
    head = _find_head(tokens, start)
    if head is None or (head != start and not is_adjective(tokens[start])):
        return position
    if tokens[position].lower_ == "del":
        return position
    if tokens[head].pos_ == "NOUN":
        return _read_core(tokens, head)
    end = _read_name(tokens, head + 1)
    # The first of several names is no short complement: "agricultores de Tacoaleche, San Ramón y Zóquite".
    listed = end + 1 < len(tokens) and tokens[end].lower_ in {*_AND, ","} and tokens[end + 1].pos_ == "PROPN"
    return position if listed else end


def _read_name(tokens: Sequence[Token], position: int, *, anything: bool = False) -> int:
    """The end of a run of proper nouns; with ``anything`` its first token may be any word."""
    while position < len(tokens) and tokens[position].is_alpha and (tokens[position].pos_ == "PROPN" or anything):
        anything = False
        position += 1
    return position


def noun_before(tokens: Sequence[Token], position: int, *, nearest: bool = False) -> NounPhrase | None:
    """The noun phrase that ends just before ``position``: "inversión de recursos propios" before "por el orden de".

    Walks left over adjectives, appositions and "de" complements to the first noun of the chain, with ``nearest`` only
    as far as an article: of "la construcción de un muro" before "de 76 metros" it is the wall that has the length.
    """
    end = position
    head: int | None = None
    cursor = position - 1
    while cursor >= max(0, position - _REACH):
        token = tokens[cursor]
        if token.pos_ in NOMINAL and token.is_alpha:
            if head == cursor + 1 and token.pos_ == "PROPN" and tokens[head].pos_ == "NOUN":
                break  # "arranca Salomón Jara pavimentación de": a name before a bare noun is the subject
            head = cursor
            cursor -= 1
        elif is_adjective(token) or (token.lower_ in _DE and head is not None):
            cursor -= 1
        elif _is_determined_complement(tokens, cursor, head) and not nearest:
            cursor -= 2
        else:
            break
    if head is None:
        return None
    if head > 0 and tokens[head - 1].lower_ in _CLOSING:
        return None  # "un seguro contra incendios de hasta 100 mil pesos": the noun is a complement of what is left
    determined = any(token.pos_ == "DET" for token in tokens[head:end])
    core_end = min(_read_core(tokens, head), end)
    return NounPhrase(head, head, core_end, core_end if determined else end)


def _is_determined_complement(tokens: Sequence[Token], cursor: int, head: int | None) -> bool:
    return tokens[cursor].pos_ == "DET" and head is not None and cursor > 0 and tokens[cursor - 1].lower_ in _DE


def plural_phrases(tokens: Sequence[Token], first: int, end: int) -> list[NounPhrase]:
    """The noun phrases with a plural common noun as head between two positions, complements of others left out."""
    phrases: list[NounPhrase] = []
    position = first
    while position < end:
        token = tokens[position]
        inside_complement = (
            position > first and tokens[position - 1].lower_ in _DE and phrases and phrases[-1].end >= position - 1
        )
        if token.pos_ == "NOUN" and _number(token) == "Plur" and token.text[0].islower() and not inside_complement:
            phrase = read_noun_phrase(tokens[:end], position)
            if phrase is not None:
                phrases.append(phrase)
                position = phrase.end
                continue
        position += 1
    return phrases
