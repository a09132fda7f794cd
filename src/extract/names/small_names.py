"""Names of programs in small letters: "el plan invierno", "el programa de becas escolares".

Two constructions name a scheme without a capital: a noun set beside the noun for the scheme ("plan renove", where an
adjective would only describe it), and, with the definite article, a complement that tells one scheme from all others
("el plan especial de empleo agrario", but not "un plan de trabajo").
"""

from __future__ import annotations

import re
from functools import lru_cache

from extract.mentions import Name
from extract.names.grammar import grammar_of
from extract.names.program_rules import ADJECTIVES, program_mention, rules_of
from extract.names.words import fold
from extract.patterns import Patterns

_BESIDE_SCORE, _DESCRIBED_SCORE = 0.7, 0.5
_DEFINITE = r"\b(?:[Ee]l|del|al|[Ee]ste|dicho|nuestro|los|las|la)\s+(?:(?:llamad|denominad|conocid)[oa]\s+)?"
#: A noun, or a numeral and a noun, right beside the noun for a scheme; a mark after it shows that no verb follows.
_BESIDE = re.compile(
    _DEFINITE + r"(?P<noun>programa|plan|operativo|operaci[óo]n|campaña|tarjeta|bono|pr[ée]stamos?|cr[ée]ditos?)"
    r"\s+(?P<name>(?:(?:mil|cien|\d+)\s+)?[a-záéíóúüñ]{4,})(?=[,.;:)]|$)",
    re.MULTILINE,
)
#: Endings of adjectives, participles, adverbs and of verbs in the past, the future and the plural.
_NO_NOUN = re.compile(
    r"\w*(?:al|ales|ar|ares|ari[oa]s?|ori[oa]s?|[ií]c[oa]s?|iv[oa]s?|os[oa]s?|an[oa]s?|ad[oa]s?|id[oa]s?|entes?|antes?|"
    r"bles?|iles?|il|eñ[oa]s?|ense|és|in[oa]s?|ur[oa]s?|mente|ó|á|án|aron|ieron|an|en|ando|iendo|ía|ían|or|ora|ores|e?rno|erna)"
)
_SEASONS = frozenset({"invierno", "otoño", "verano", "primavera"})
_WORD = r"[a-záéíóúüñ]{3,}"
_ADJECTIVE = (
    r"[a-záéíóúüñ]+(?:al|ales|ares|ari[oa]s?|ic[oa]s?|iv[oa]s?|os[oa]s?|an[oa]s?|urales|eñ[oa]s?|in[oa]s?|[ií]gen[oa]s?|il|iles|"
    r"limpi[oa]s?|soci[oa]s|vulnerables|sostenibles?|sustentables?|jóvenes|agrari[oa]s?)\b"
)
_DESCRIBED = re.compile(
    _DEFINITE + rf"(?P<noun>programa|plan)\s+(?:(?:{ADJECTIVES}|emergente|extraordinario)\s+)?(?:de|para\s+la)\s+"
    rf"(?P<first>{_WORD})(?P<rest>(?:\s+{_ADJECTIVE})?(?:\s+(?:de|del|a|para)\s+(?:(?:la|las|los|el)\s+)?{_WORD}(?:\s+{_ADJECTIVE})?)?)"
)


def small_names(text: str, found: list[Name], patterns: Patterns) -> list[Name]:
    """Mentions of programs whose names the text writes in small letters, in reading order.

    ``found`` are the programs named so far: a description right after one of them is an apposition and no other name.
    """
    named = {name.end + gap for name in found for gap in (1, 2, 3)}
    plain = _words(patterns, "plain_noun") | _words(patterns, "common_word")
    small = []
    for match in _BESIDE.finditer(text):
        name = " ".join(match["name"].split())
        word = fold(name).split()[-1]
        if word not in plain and (word in _SEASONS or not _NO_NOUN.fullmatch(name.split()[-1])):
            whole = f"{match['noun']} {name}"
            small.append(program_mention(text, match.start("noun"), match.end(), "program.small", whole, _BESIDE_SCORE))
    for match in _DESCRIBED.finditer(text):
        if match.start() in named or fold(match["first"]) in plain or not match["rest"].strip():
            continue
        name = " ".join(text[match.start("noun") : match.end()].split())
        small.append(
            program_mention(text, match.start("noun"), match.end(), "program.described", name, _DESCRIBED_SCORE)
        )
    return sorted(small, key=lambda name: name.start)


@lru_cache(maxsize=16)
def _words(patterns: Patterns, kind: str) -> frozenset[str]:
    words = frozenset(fold(phrase) for rule in rules_of(patterns, kind) for phrase in rule.phrases)
    return words or grammar_of(patterns).words(kind)
