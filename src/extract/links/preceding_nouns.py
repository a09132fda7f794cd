"""The noun phrase that ends before a place in the sentence, read from its end to its head.

A number may follow its noun: "una inversión de recursos propios por el orden de 4 millones". To the left nothing marks
where that phrase begins, so its chain of adjectives, appositions and complements is walked back to the noun that heads
it.
"""

from __future__ import annotations

from collections.abc import Sequence

from extract.links.noun_heads import read_core
from extract.links.noun_phrases import NounPhrase
from extract.links.parse import Token
from extract.links.word_classes import COORDINATORS, DE, NOMINAL, PRENOMINAL, is_adjective, number_of, sorts

#: Prepositions whose complement closes a noun phrase that begins further left.
_CLOSING = frozenset({"contra", "sobre", "ante", "tras"})
#: "la entrega de una línea de crédito de 5 millones": what is introduced here is what has the price.
_INDEFINITE = frozenset({"un", "una", "unos", "unas"})
#: From the noun of a phrase with "en" and article back to what stands before it.
_EN_PHRASE = 3
#: Words that say beside what a thing is.
_BESIDE = frozenset({"junto", "frente", "cerca", "paralelo", "paralela", "contiguo", "contigua"})
_OF_PLACE = frozenset({"a", "al", "de", "del"})
#: How far, in tokens, the noun of a number stands to its left.
_REACH = 6
#: Nouns that begin alike this far are the two genders of one.
_PAIR_STEM = 3
#: Nouns that stand behind the head and never are it: "salario base", "programa piloto".
_APPOSITIVES = frozenset({"base", "piloto", "clave", "tope", "límite", "semilla", "récord", "extra"})


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
            if head is not None and head > cursor + 1 and is_adjective(tokens[head - 1]):
                break  # "en la capital oaxaqueña ocupación de": the adjective closes the phrase before
            head = cursor
            cursor -= 1
        elif is_adjective(token) or (token.lower_ in DE and head is not None):
            cursor -= 1
        elif (
            _is_determined_complement(tokens, cursor, head) and not nearest and tokens[cursor].lower_ not in _INDEFINITE
        ):
            cursor -= 2
        else:
            break
    return _phrase_of(tokens, head, end) if head is not None else None


def _phrase_of(tokens: Sequence[Token], head: int, end: int) -> NounPhrase | None:
    """The phrase of the first noun of a chain that ends at ``end``, or of the noun that the chain is told of."""
    if (told := _told_with_en(tokens, head) or _beside_place(tokens, head)) is not None:
        return told
    if head > 0 and tokens[head - 1].lower_ in _CLOSING:
        return None  # "un seguro contra incendios de hasta 100 mil pesos": the noun is a complement of what is left
    if _is_behind_head(tokens, head):
        head -= 1
    determined = any(token.pos_ == "DET" for token in tokens[head:end])
    core_end = min(read_core(tokens, head), end)
    start = _pair_start(tokens, head)
    return NounPhrase(start, head, head + 1, core_end if determined else end)


def _told_with_en(tokens: Sequence[Token], head: int) -> NounPhrase | None:
    """The indefinite noun of which a phrase with "en" and article says where: "un ahorro en los hogares de 4 mil"."""
    if head < _EN_PHRASE or tokens[head - 1].pos_ != "DET" or tokens[head - 2].lower_ != "en":
        return None
    noun = head - _EN_PHRASE
    indefinite = tokens[noun].pos_ == "NOUN" and tokens[noun - 1].lower_ in _INDEFINITE
    return NounPhrase(noun, noun, noun + 1, noun + 1) if indefinite else None


def _beside_place(tokens: Sequence[Token], head: int) -> NounPhrase | None:
    """The noun of which it is told beside what it is: "una zanja junto al río de 90 metros"."""
    at = head - 1 - (tokens[head - 1].pos_ == "DET")
    noun = at - 2
    if noun < 0 or tokens[at].lower_ not in _OF_PLACE or tokens[at - 1].lower_ not in _BESIDE:
        return None
    return NounPhrase(noun, noun, noun + 1, noun + 1) if tokens[noun].pos_ == "NOUN" else None


def _is_behind_head(tokens: Sequence[Token], position: int) -> bool:
    """Whether the model has taken the head for an adjective of this word: "salario base", "los usuarios puneños"."""
    if position == 0:
        return False
    noun, word = tokens[position - 1], tokens[position].lower_
    if word in _APPOSITIVES:
        return noun.pos_ in {"ADJ", *NOMINAL}
    sorting = (
        position > 1 and tokens[position - 2].pos_ == "DET" and sorts(word) and number_of(tokens[position]) == "Plur"
    )
    return sorting and noun.pos_ == "ADJ" and noun.lower_ not in PRENOMINAL


def _pair_start(tokens: Sequence[Token], head: int) -> int:
    """Where the other of two nouns for one group of people begins: "niñas y niños", "alumnas y alumnos"."""
    if head < 2 or tokens[head - 1].lower_ not in COORDINATORS:
        return head
    one, other = tokens[head - 2].lower_, tokens[head].lower_
    same_stem = len(one) > _PAIR_STEM and one[:_PAIR_STEM] == other[:_PAIR_STEM]
    return head - 2 if same_stem or {one, other} in ({"hombres", "mujeres"}, {"padres", "madres"}) else head


def _is_determined_complement(tokens: Sequence[Token], cursor: int, head: int | None) -> bool:
    return tokens[cursor].pos_ == "DET" and head is not None and cursor > 0 and tokens[cursor - 1].lower_ in DE
