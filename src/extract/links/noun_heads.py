"""The head of a Spanish noun phrase, and the adjectives and appositions that belong to it alone.

Before the head stand prenominal adjectives, behind it adjectives, participles and appositions without a preposition
("autos sedán"). What coordination and complements add to a head so read is for ``noun_phrases``.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from extract.links.parse import Token
from extract.links.word_classes import (
    COORDINATORS,
    NOMINAL,
    PRENOMINAL,
    agrees,
    is_adjective,
    is_participle,
    number_of,
    sorts,
)

#: Tokens that look like nouns to the model and open no noun phrase.
_NEVER_HEAD = frozenset(
    {
        "través",
        "parte",
        "etc",
        "entre",
        "respecto",
        "arriba",
        "abajo",
        "gracias",
        "va",
        "van",
        "frente",
        "rumbo",
        "pesar",
        "virtud",
        "razón",
        "vía",
        "junto",
    }
)
#: Words that the model takes for nouns or adjectives of the noun before them; they open what follows.
_NEVER_APPOSED = frozenset(
    {
        "gracias",
        "frente",
        "pie",
        "rumbo",
        "camino",
        "respecto",
        "vía",
        "junto",
        "juntos",
        "juntas",
        "solo",
        "solos",
        "solas",
        "mismo",
        "conforme",
        "acorde",
        "mediante",
        "durante",
        "además",
        "incluso",
        "incluidos",
        "incluidas",
        "excepto",
        "salvo",
        "según",
        "tanto",
        "luego",
        "después",
        "antes",
        "hoy",
        "ayer",
        "mañana",
    }
)
#: Adjectives of size that are joined before their noun: "pequeños y medianos productores".
_SIZES = frozenset(
    {"micro", "micros", "grandes"} | {f"{stem}{end}" for stem in ("pequeñ", "median") for end in ("os", "as")}
)
#: Adjectives that the model takes for verbs behind a noun: "salarios mínimos".
_TAKEN_FOR_VERBS = frozenset({"mínimos", "mínimas"})
#: Foreign nouns that the model does not know, and that are written in the singular behind any number.
_FOREIGN = frozenset({"set", "kit", "stand", "spot", "sets", "kits", "stands", "spots"})
#: The plural of letters that stand for a noun: "3 ELAs", "12 ONGs".
_LETTERS = re.compile(r"[A-ZÁÉÍÓÚÑ]{2,}s")
#: Adjectives that are not whole without their complement; where it is left out, so are they: "40 agentes | procedentes
#: de la capital", "vacantes | correspondientes a dos perfiles".
_WITH_COMPLEMENT = re.compile(
    r"(?:correspond|proced|proven|pertenec|refer|tend|depend|equival|inher|conduc)i?entes?"
    r"|originari[oa]s|oriund[oa]s|relativ[oa]s|proclives|aledañ[oa]s|adyacentes|contigu[oa]s|susceptibles|capaces"
)
#: A dash without a space behind it opens an aside: "tractores -los primeros del año-".
_DASHES = "-–—"
#: What a rate is told by: "metales pesados por año" is no reduced clause.
_RATES = frozenset({"año", "mes", "día", "semana", "hora", "minuto", "segundo", "habitante", "hectárea", "persona"})
_OPENS_COMPLEMENT = frozenset({"a", "al", "de", "del", "con", "en", "para"})
#: Nouns that name a type and take the type's name bare: "camionetas tipo pick up".
_CLASSIFIERS = frozenset({"tipo", "marca", "modelo", "clase", "tamaño", "talla", "color"})


def find_head(tokens: Sequence[Token], start: int) -> int | None:
    """The head after prenominal adjectives; an adjective alone stands for its noun ("los 15 beneficiados")."""
    if (joined := _behind_joined_sizes(tokens, start)) is not None:
        return joined
    position = start
    while position < len(tokens) and position < start + 3:
        token = tokens[position]
        if token.lower_ in _NEVER_HEAD or token.text[0] in _DASHES or not any(char.isalpha() for char in token.text):
            break
        if token.pos_ in NOMINAL or (position == start and _is_plural_homograph(token)):
            return position
        if not is_adjective(token):
            break
        position += 1
    if position > start + 1 and tokens[start].lower_ in PRENOMINAL and agrees(tokens[start], tokens[start + 1]):
        return start + 1  # "nuevos inscritos": the second adjective is the noun (NGLE 13.4)
    return start if position > start else None


def _behind_joined_sizes(tokens: Sequence[Token], start: int) -> int | None:
    """Where the noun stands behind joined adjectives of size: "micro, pequeñas y medianas empresas".

    Behind these the model may take the noun itself for an adjective: "pequeños y medianos productores".
    """
    position = start
    while position + 1 < len(tokens) and tokens[position].lower_ in _SIZES:
        joint = tokens[position + 1]
        if joint.lower_ not in COORDINATORS and joint.text != ",":
            break
        position += 2
    named = position > start and position + 1 < len(tokens) and tokens[position].lower_ in _SIZES
    noun = tokens[position + 1] if named else None
    return position + 1 if noun is not None and (noun.pos_ in NOMINAL or is_adjective(noun)) else None


def _is_plural_homograph(token: Token) -> bool:
    """A noun that the model takes for a verb of the second person, which no release uses ("613 tomas"), or for none."""
    unknown = token.lower_ in _FOREIGN or _LETTERS.fullmatch(token.text) is not None
    return unknown or (token.pos_ == "VERB" and "2" in token.morph.get("Person", []) and token.lower_.endswith("s"))


def read_core(tokens: Sequence[Token], head: int) -> int:
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
    if token.lower_ in _NEVER_APPOSED or token.text[0] in _DASHES:
        return 0
    if is_adjective(token) and agrees(tokens[head], token):
        return 0 if _opens_clause(tokens, position) else 1
    if position == head + 1 and token.lower_ in _TAKEN_FOR_VERBS:
        return 1
    if tokens[head].is_upper and token.is_upper and token.pos_ == "PROPN":
        return int(position == head + 1 and sorts(token.lower_))  # "ADULTOS MAYORES": in capitals all may be names
    if token.lower_.endswith("mente") and position + 1 < len(tokens) and is_adjective(tokens[position + 1]):
        return 1
    if tokens[head].pos_ != "NOUN" and tokens[head].lower_ not in _FOREIGN:
        return 0
    if token.lower_ in _CLASSIFIERS:
        named = _read_name(tokens, position + 1, anything=True) - position
        return named if named > 1 else 0
    return int(position == head + 1 and token.pos_ == "NOUN" and token.is_alpha and _is_apposed(tokens, position))


def _is_apposed(tokens: Sequence[Token], position: int) -> bool:
    """Whether a bare noun sorts the one before it: "autos sedán"; not "predios puerta a puerta", "familias cheques"."""
    word = tokens[position].lower_
    if number_of(tokens[position]) == "Plur" and (not sorts(word) or number_of(tokens[position - 1]) == "Sing"):
        return False  # "cabezas de ganado | productoras de carne": it sorts the heads, not the cattle
    again = tokens[position + 2].lower_ if position + 2 < len(tokens) else ""
    return again != word


def _opens_clause(tokens: Sequence[Token], position: int) -> bool:
    """Whether a participle begins a reduced clause: "elementos distribuidos en cinco zonas"."""
    following = tokens[position + 1].lower_ if position + 1 < len(tokens) else ""
    if following in _OPENS_COMPLEMENT and _WITH_COMPLEMENT.fullmatch(tokens[position].lower_):
        return True
    if following == "por" and position + 2 < len(tokens) and tokens[position + 2].lower_ in _RATES:
        return False
    return is_participle(tokens[position]) and following in {"en", "por", "a", "al", "con", "entre", "para", "desde"}


def _read_adjective_list(tokens: Sequence[Token], head: int, position: int) -> int:
    """Further adjectives of the same head after a comma or "y": "psicológicas, jurídicas y médicas"."""
    if position == head + 1 or not is_adjective(tokens[position - 1]):
        return position
    end, ahead = position, position
    while ahead + 1 < len(tokens) and (tokens[ahead].lower_ in COORDINATORS or tokens[ahead].text == ","):
        follower = tokens[ahead + 1]
        if not (is_adjective(follower) and agrees(tokens[head], follower)):
            break
        closes = tokens[ahead].lower_ in COORDINATORS
        ahead += 2
        if closes:
            return ahead
    return end


def _read_name(tokens: Sequence[Token], position: int, *, anything: bool = False) -> int:
    """The end of a run of proper nouns; with ``anything`` its first token may be any word."""
    while position < len(tokens) and tokens[position].is_alpha and (tokens[position].pos_ == "PROPN" or anything):
        anything = False
        position += 1
    return position
