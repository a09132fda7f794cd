"""The Spanish noun phrase over the model's tags: how far coordination and complements take it, and where one stands.

A press release names what it counts with a noun, the adjectives around it and short complements with "de". The grammar
follows the *Nueva gramática de la lengua española* (§12, the noun phrase): a head with its adjectives and appositions,
as ``noun_heads`` reads it, nouns coordinated with it, and complements.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from extract.links.noun_heads import find_head, read_core
from extract.links.parse import Token
from extract.links.word_classes import COORDINATORS, DE, GOVERNED, NOMINAL, is_adjective, number_of, sorts

_ORDINALS = frozenset({"primer", "primera", "segundo", "segunda", "tercer", "tercera"})
#: Prepositions that open a sentence with how or where it was, never with what is counted: "Por municipios, …".
_OPENING_CIRCUMSTANCES = frozenset(
    {"por", "según", "ante", "tras", "durante", "sin", "desde", "mediante", "hacia", "contra", "bajo", "entre"}
)
#: Adjectives and nouns in apposition that are not whole without their complement: "privadas de la libertad".
_INCOMPLETE = re.compile(r"privad[oa]s?|carentes?|desprovist[oa]s?|v[íi]ctimas?|sobrevivientes?|hu[ée]rfan[oa]s")
#: An infinitive without a pronoun behind it.
_INFINITIVE = re.compile(r"\w+[aeií]r")
#: Plurals that are said and not counted: "19 lesionados y daños por 3 millones".
_UNCOUNTED = frozenset({"daños", "pérdidas", "destrozos", "molestias", "gastos", "bienes", "recursos"})
#: How participles end, by which people are named too.
_DONE = ("ados", "idos", "adas", "idas")
_ARTICLES = frozenset({"el", "la", "los", "las"})
#: What a complement says of another number: "seis calles de igual número de colonias".
_SAME = frozenset({"igual", "mismo", "misma", "idéntico", "idéntica"})
#: Adjectives of degree and size in the singular, before the noun that they share.
_DEGREES = frozenset(
    {"alta", "alto", "baja", "bajo", "mediana", "mediano", "media", "medio", "pequeña", "pequeño", "gran", "corto"}
    | {"largo", "corta", "larga", "menor", "mayor"}
)
#: The levels of school, most of which the model takes for adjectives or verbs.
_SCHOOL_LEVELS = frozenset(
    {"inicial", "preescolar", "preprimaria", "primaria", "secundaria", "telesecundaria", "preparatoria", "básica"}
    | {"bachillerato", "media", "superior", "universidad"}
)


@dataclass(frozen=True, slots=True)
class NounPhrase:
    """Token positions in a sentence: first token, head, end of the phrase with its complements (exclusive).

    ``head_end`` is the end of the head alone, or of the nouns coordinated with it.
    """

    start: int
    head: int
    head_end: int
    end: int


#: The second and later complements of a list are sought in so many words; it has so many at least.
_LIST_WORDS, _LIST_LEAST = 12, 4


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
    head = find_head(tokens, start)
    if head is None:
        return None
    if (named_until := _read_class_name(tokens, head)) > head + 1:
        return NounPhrase(start, head, head + 1, named_until)
    core_end = read_core(tokens, head)
    joined = _read_coordination(tokens, head, core_end)
    head_end = joined if joined > core_end else head + 1
    end = core_end = joined
    for _ in range(complements):
        extended = _read_complement(tokens, end)
        if extended == end:
            break
        end = extended
    return NounPhrase(start, head, head_end, core_end if _is_list(tokens, core_end, end) else end)


def _is_list(tokens: Sequence[Token], start: int, end: int) -> bool:
    """Whether a complement is the first of several: "38 cursos de cocina, corte y confección" are courses.

    A list that was read to its end stays whole. Behind one that seemed to end, the model takes nouns for other words.
    """
    rest = tokens[end : end + _LIST_WORDS]
    nouns = {"NOUN", "ADJ", "VERB"} if any(token.text == "," for token in tokens[start:end]) else {"NOUN"}
    if end == start or len(rest) < _LIST_LEAST or rest[0].text != "," or rest[1].pos_ not in nouns - {"VERB"}:
        return False
    for at, token in enumerate(rest[:-1]):
        if token.lower_ in COORDINATORS:
            return rest[at + 1].pos_ in nouns
        if token.pos_ not in {"NOUN", "ADJ", "ADP"} and token.text != ",":
            return False
    return False


def _read_class_name(tokens: Sequence[Token], head: int) -> int:
    """The end of the name that a class of things has, with its capitals: "Unidades Médicas", "Casas de la Mujer".

    A plural with a capital is no proper name (NGLE 12.7); adjectives and a complement that are written like it say of
    what sort the things are.
    """
    if not _is_titled(tokens[head]) or not tokens[head].lower_.endswith("s"):
        return head
    end = head + 1
    while end < len(tokens) and _is_titled(tokens[end]) and sorts(tokens[end].lower_):
        end += 1
    if end + 1 >= len(tokens) or tokens[end].text not in DE:
        return end
    noun = end + 2 if tokens[end + 1].text in _ARTICLES else end + 1
    while noun < len(tokens) and _is_titled(tokens[noun]):
        noun += 1
        end = noun
    return end


def _is_titled(token: Token) -> bool:
    return len(token.text) > 1 and token.text.istitle() and token.text.isalpha()


def _read_coordination(tokens: Sequence[Token], head: int, core_end: int) -> int:
    """Bare nouns coordinated with the head: "pláticas y talleres", "capacitaciones, talleres y pláticas"."""
    position, end = core_end, core_end
    while position + 1 < len(tokens):
        joint, follower = tokens[position], tokens[position + 1]
        if not (joint.lower_ in COORDINATORS or joint.text == ","):
            break
        if follower.pos_ != "NOUN" and not _are_named_alike(tokens[head], follower):
            break
        if number_of(follower) != number_of(tokens[head]) or follower.lower_ in _UNCOUNTED:
            break
        position = read_core(tokens, position + 1)
        if joint.lower_ in COORDINATORS:
            return position
    return end


def _are_named_alike(noun: Token, follower: Token) -> bool:
    """Whether both name people by what was done to them, which the model may miss: "jubilados y pensionados"."""
    ending = noun.lower_[-4:]
    return noun.pos_ == "NOUN" and ending in _DONE and follower.lower_.endswith(_DONE) and is_adjective(follower)


def _read_complement(tokens: Sequence[Token], position: int) -> int:
    """A short complement: "de" and a bare noun with its adjectives; a name says whose, not what, and is left out."""
    if position + 1 >= len(tokens) or not _opens_complement(tokens, position):
        return position
    start = position + 1
    if tokens[start].lower_ in _SAME:
        return position
    if (listed := _behind_school_levels(tokens, start)) > start:
        return listed
    if _is_bare_infinitive(tokens, start):
        return start + 1  # "licencias de conducir"
    if start + 1 < len(tokens) and tokens[start].lower_ == "la" and _INCOMPLETE.fullmatch(tokens[position - 1].lower_):
        start += 1  # "personas privadas de la libertad"
    if tokens[start].lower_ in _ORDINALS and start + 1 < len(tokens):
        start += 1
    if _joins_degrees(tokens, start):
        return start + 4
    head = find_head(tokens, start)
    if head is None or (head != start and not is_adjective(tokens[start])) or tokens[head].pos_ == "PROPN":
        return position
    return _read_joined_complement(tokens, position, head)


def _joins_degrees(tokens: Sequence[Token], position: int) -> bool:
    """Whether two joined degrees share the noun behind them: "cirugías de | mediana y alta complejidad"."""
    if position + 3 >= len(tokens) or tokens[position + 1].lower_ not in COORDINATORS:
        return False
    degrees = {tokens[position].lower_, tokens[position + 2].lower_}
    return degrees <= _DEGREES and tokens[position + 3].pos_ == "NOUN"


def _behind_school_levels(tokens: Sequence[Token], position: int) -> int:
    """The position behind several levels of school, joined; else ``position``: "de | preescolar, primaria y media"."""
    end, joined = position, position
    while end < len(tokens) and tokens[end].lower_ in _SCHOOL_LEVELS:
        joined = end + 1
        if joined >= len(tokens) or not (tokens[joined].text == "," or tokens[joined].lower_ in COORDINATORS):
            break
        end = joined + 1
    return joined if joined > position + 1 else position


def _opens_complement(tokens: Sequence[Token], position: int) -> bool:
    """Whether "de" stands here, or "del" behind a noun that needs its complement: "víctimas del conflicto"."""
    word = tokens[position].lower_
    return word == "de" or (word == "del" and _INCOMPLETE.fullmatch(tokens[position - 1].lower_) is not None)


def _is_bare_infinitive(tokens: Sequence[Token], position: int) -> bool:
    """Whether an infinitive without an object says what a thing is for: "máquinas de coser"; not "de lavar ropa"."""
    token, following = tokens[position], tokens[position + 1] if position + 1 < len(tokens) else None
    if not _INFINITIVE.fullmatch(token.lower_) or "Inf" not in token.morph.get("VerbForm", []):
        return False
    return following is None or (following.pos_ in {"PUNCT", "CCONJ", "ADP"} and following.lower_ not in GOVERNED)


def _read_joined_complement(tokens: Sequence[Token], position: int, head: int) -> int:
    """The end of a complement whose noun stands at ``head``, with a second one: "escolares de inicial y primaria".

    Where the second may as well begin something new ("becas de transporte y apoyo a madres"), neither is taken.
    """
    end = read_core(tokens, head)
    if end + 1 < len(tokens) and end == head + 1 and tokens[end].lower_ == "de" and _is_stuff(tokens, head):
        inner = end + 1
        if _is_stuff(tokens, inner) and tokens[inner].lower_ not in _SAME:
            end = read_core(tokens, inner)  # "lámparas de vapor de sodio"
    joint = _behind_members(tokens, head, end)
    if joint + 1 >= len(tokens) or tokens[joint].lower_ not in COORDINATORS:
        return end
    follower = tokens[joint + 1]
    if joint > end and _is_stuff(tokens, joint + 1) and not _is_governing(tokens, joint + 2):
        return joint + 2  # in lower case the model's names are none: "uva y espárrago"
    if follower.pos_ == "PROPN":
        return position if joint == end else end
    if not (follower.pos_ == "NOUN" or is_adjective(follower)) or number_of(follower) != number_of(tokens[head]):
        return end
    second = read_core(tokens, joint + 1)
    if _is_governing(tokens, second):
        return position if joint == end else end
    return second


def _is_governing(tokens: Sequence[Token], end: int) -> bool:
    return end < len(tokens) and tokens[end].lower_ in GOVERNED


def _behind_members(tokens: Sequence[Token], head: int, end: int) -> int:
    """The position behind further members before the last, "talleres de pintura, música y danza"; else ``end``."""
    position = end
    while position + 1 < len(tokens) and tokens[position].text == "," and _is_stuff(tokens, position + 1):
        if not _is_stuff(tokens, head):
            return end
        position = read_core(tokens, position + 1)
    return position if position < len(tokens) and tokens[position].lower_ in COORDINATORS else end


def _is_stuff(tokens: Sequence[Token], position: int) -> bool:
    """Whether a noun in the singular names a stuff or a kind and no single thing."""
    token = tokens[position]
    return token.pos_ in NOMINAL and token.text.islower() and number_of(token) != "Plur"


def plural_phrases(tokens: Sequence[Token], first: int, end: int, *, titled: bool = False) -> list[NounPhrase]:
    """The noun phrases with a plural common noun as head between two positions.

    Left out are complements of other phrases, and those that a preposition makes a circumstance ("por delitos", "en las
    oficinas"), unless it opens the sentence and so sets its topic ("En becas, 300"). A capital marks a name;
    with ``titled`` not on the first word.
    """
    phrases: list[NounPhrase] = []
    position = first
    while position < end:
        token = tokens[position]
        inside_complement = (
            position > first and tokens[position - 1].lower_ in DE and phrases and phrases[-1].end >= position - 1
        )
        common = token.pos_ == "NOUN" and (token.text[0].islower() or (titled and position == 0))
        if common and number_of(token) == "Plur" and not inside_complement:
            phrase = read_noun_phrase(tokens, position)
            if phrase is not None:
                if not is_circumstance(tokens, position):
                    phrases.append(_cut(phrase, end))
                position = phrase.end
                continue
        position += 1
    return phrases


def _cut(phrase: NounPhrase, end: int) -> NounPhrase:
    return NounPhrase(phrase.start, phrase.head, min(phrase.head_end, end), min(phrase.end, end))


def is_circumstance(tokens: Sequence[Token], head: int) -> bool:
    """Whether a preposition makes the noun a circumstance: any but "de" and "a", "en" only with an article.

    At the head of the sentence, and "en" before a bare noun, it sets the topic: "en camas disponibles suman 251".
    """
    position = head - 1
    while position >= 0 and (tokens[position].pos_ in {"DET", "NUM"} or is_adjective(tokens[position])):
        position -= 1
    if position == 0 and tokens[0].lower_ in _OPENING_CIRCUMSTANCES:
        return True
    if position <= 0 or tokens[position].pos_ != "ADP" or tokens[position].lower_ in GOVERNED:
        return False
    return tokens[position].lower_ != "en" or position < head - 1
