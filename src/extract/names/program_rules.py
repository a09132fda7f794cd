"""What every finder of programs shares: the rules by kind, and a mention with its bare name."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Literal

from extract.mentions import Name
from extract.names.words import fold
from extract.patterns import Patterns
from extract.rules import EvidenceRule, NameRule

How = Literal["name", "acronym", "anaphor"]

#: Adjectives between the noun of a scheme and its name.
ADJECTIVES = (
    "municipal|estatal|federal|nacional|regional|sectorial|universal|mundial"
    "|social|especial|permanente|integral|anual|piloto"
)
_PROGRAM = re.compile(
    r"^(?:sub)?programas?\s+(?:(?:de|del|para)\s+(?:(?:la|el|los|las)\s+)?(?=[A-ZÁÉÍÓÚÑ0-9]))?", re.IGNORECASE
)
_WHOLE = re.compile(
    rf"^programas?\s+(?:{ADJECTIVES})(?:\s+(?:{ADJECTIVES}))?\s+(?:de|del|para)\b|(?-i:^Programas\s+(?:para|del)\b)",
    re.IGNORECASE,
)
#: "Programa Nacional Cuna Más": the adjective belongs to the noun, the name follows both.
_BESIDE = re.compile(rf"^(?:sub)?programas?\s+(?:{ADJECTIVES})\s+(?=(?-i:[A-ZÁÉÍÓÚÑ0-9]))", re.IGNORECASE)


#: "Programa Nacional Forestal": an adjective alone behind the noun and its level is no name by itself.
_ADJECTIVE = re.compile(r"\w+(?:al|ar|il|[ií]c[oa]|ari[oa]|iv[oa]|or)", re.IGNORECASE)


@lru_cache(maxsize=64)
def rules_of(patterns: Patterns, kind: str) -> tuple[NameRule, ...]:
    """The rules of one kind in ``program_names.yml``."""
    return tuple(rule for rule in patterns.rules("program_names.yml", NameRule) if rule.kind == kind)


@lru_cache(maxsize=64)
def words_of(patterns: Patterns, kind: str) -> frozenset[str]:
    """The folded phrases of all rules of one kind in ``program_names.yml``."""
    return frozenset(fold(phrase) for rule in rules_of(patterns, kind) for phrase in rule.phrases)


@lru_cache(maxsize=32)
def evidence_of(patterns: Patterns, place: str) -> tuple[EvidenceRule, ...]:
    """The rules of ``program_evidence.yml`` that are read at one place."""
    return tuple(rule for rule in patterns.rules("program_evidence.yml", EvidenceRule) if rule.place == place)


def any_accent(folded: str) -> str:
    """An expression for a folded phrase with or without its accents."""
    table = {"a": "[aá]", "e": "[eé]", "i": "[ií]", "o": "[oó]", "u": "[uú]", "n": "[nñ]", " ": r"\s+"}
    return "".join(table.get(char, char) for char in folded)


def program_mention(text: str, start: int, end: int, rule: str, name: str, score: float, how: How = "name") -> Name:
    """A mention of a program, its name without the word "programa" before it."""
    return Name(start, end, text[start:end], rule, "program", bare_name(name), None, how, score)


def bare_name(name: str) -> str:
    """A name without the word "programa" before it; "Programa Municipal de …" is whole only with it.

    So is "Programas para el Bienestar": the plural is the name of many, and "Bienestar" of none of them.
    """
    if _WHOLE.match(name):
        return name
    beside = _BESIDE.match(name)
    if beside and _ADJECTIVE.fullmatch(name, beside.end()):
        return name
    return name[beside.end() :] if beside else _PROGRAM.sub("", name) or name
