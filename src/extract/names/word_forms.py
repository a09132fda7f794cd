"""What the form of a word tells of it: an infinitive, an abstract noun, an adjective, a number that counts."""

from __future__ import annotations

import re

from extract.names.words import fold

_INFINITIVE = re.compile(r"\w{2,}[aei]r")
#: Nouns and adjectives that end like infinitives.
_NO_INFINITIVES = frozenset({
    "mujer", "taller", "hogar", "bienestar", "lugar", "escolar", "preescolar", "familiar", "popular", "militar",
    "alquiler", "celular", "regular", "azucar", "mercader", "altar", "titular", "ejemplar", "particular", "vehicular",
    "circular",
})  # fmt: skip
#: Adjectives of relation (RAE, Nueva gramática, 7.7).
_RELATIONAL = re.compile(r"\w{2,}(?:al|ar|il|ic[oa]|an[oa]|ari[oa]|iv[oa]|ora?|ant[ei])")
#: Suffixes of abstract nouns (RAE, Nueva gramática, 5 and 6).
_ABSTRACT = re.compile(r"\w{3,}(?:cion|sion|dad|miento|encia|ancia|ismo|tura)")
#: A number that counts what follows it: "215 jóvenes", "40 mil", "12 de los", "1,200 becas", "30 %".
_COUNT = re.compile(
    r"\d{1,3}(?:[.,\u00a0 ]\d{3})+(?!\d)"
    r"|\d+(?=\s+(?:mil|mill[óo]n|millones|por\s+ciento|de\s+(?:los|las)|[a-záéíóúñ]{3,}s)\b|\s?%)"
)
_YEAR = re.compile(r"(?:19|20)\d\d")
#: An imperative with a pronoun is stressed two syllables before its end, as few nouns that end alike are.
_EXHORTATION = re.compile(r"\w*[áéíóúÁÉÍÓÚ][^\W\d_aeiou]+[aeiou](?:te|le|nos)")
_NO_EXHORTATIONS = frozenset({"tramite", "limite", "satelite"})


def is_infinitive(word: str) -> bool:
    """Whether a word is a verb's infinitive, as far as its ending tells."""
    return _INFINITIVE.fullmatch(fold(word)) is not None and fold(word) not in _NO_INFINITIVES


def is_exhortation(word: str) -> bool:
    """Whether a word is an imperative with a pronoun behind it ("Échale", "Súmate"), as far as its accent tells."""
    return _EXHORTATION.fullmatch(word) is not None and fold(word) not in _NO_EXHORTATIONS


def is_relational(folded: str) -> bool:
    """Whether a folded word ends as adjectives of relation do ("nacional", "público")."""
    return _RELATIONAL.fullmatch(folded) is not None


def is_abstract(folded: str) -> bool:
    """Whether a folded word ends as nouns of qualities, acts and fields do ("seguridad", "gestión")."""
    return _ABSTRACT.fullmatch(folded) is not None


def is_count(text: str, start: int) -> bool:
    """Whether the number at an offset counts what follows it; a year does not."""
    count = _COUNT.match(text, start)
    return count is not None and _YEAR.fullmatch(count.group()) is None
