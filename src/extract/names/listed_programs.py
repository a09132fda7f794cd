"""Programs of the gazetteer in a text, where something shows that the name is meant and not the word.

Many programs are called by an everyday word or by a person's name ("Juntos", "Contigo", "Aurora"). Such a word names
the program only with support: a noun for a scheme before it, quotation marks of its own, an acronym's capitals, or a
capital inside a sentence of a release from the program's own country.
"""

from __future__ import annotations

import dataclasses
import re

from extract.mentions import Name, Sentence
from extract.names.gazetteer import Listed, country_of_entity, gazetteer_of
from extract.names.grammar import grammar_of
from extract.names.listed_case import (
    best_spelling,
    follows_name,
    has_other_commas,
    is_ordinary,
    is_short_acronym,
    not_cut,
    surely_named,
    with_plus,
)
from extract.names.listed_longer import longer_end, longer_mention
from extract.names.program_rules import bare_name, evidence_of, program_mention, rules_of
from extract.names.spelling import in_capitals
from extract.names.words import content, fold
from extract.patterns import Patterns

_OPENING_MARKS = "“\"«'‘_*¡¿"
_STOPS = frozenset(".:;!?-–—•·\n")
_TRIGGERED = re.compile(
    r"\b(?:programas?(?:\s+(?:nacional|federal|social|estatal))?|becas?|bono|plan|pensi[oó]n|tarjeta|fondo|subsidio)"
    r"\s+(?:de\s+|del\s+)?[\"“«'‘]?$",
    re.IGNORECASE,
)
_PROGRAM_BEFORE = re.compile(r"\bprograma\s+(?:de\s+)?[\"“«'‘]?$", re.IGNORECASE)
#: What is called like a program: "los asentamientos humanos Vivienda Digna", "el barrio Techo Propio".
_SETTLEMENT = re.compile(
    r"\b(?:asentamientos?\s+humanos?|AA\.?\s?HH\.?|barrios?|urbanizaci[óo]n|colonias?|fraccionamientos?|conjuntos?\s+habitacional(?:es)?)"
    r"\s+[\"“«‘']?$",
    re.IGNORECASE,
)
_CAPITAL_AFTER = re.compile(r"\s(?:de\s+(?:la|los|las)?\s*|del\s+)?[A-ZÁÉÍÓÚÜÑ]")
_SURNAME_AFTER = re.compile(r"\s[A-ZÁÉÍÓÚÜÑ][a-záéíóúüñ]")
#: How much of a line around a word tells whether the line is set in capitals (characters).
_LINE_WINDOW = 40
#: What makes another scheme of a listed one: "Mi Agua III" is another round, "Buen Fin Municipal" a town's own.
_ANOTHER = re.compile(r"[ \u00a0](?:[IVX]{1,4}|Municipal|Estatal|Regional|Provincial|Departamental|Comunal)(?!\w)")
_SHORT_ACRONYM = 4
_DASHES = frozenset("-–—")
#: How much of the text behind a word tells what it does (characters).
_BEHIND = 60
_POSSESSIVES = frozenset({"mi", "mis", "tu", "tus"})
_ARTICLES = frozenset({"el", "la", "los", "las"})
_EVERYDAY_SCORE = 0.7


def listed_programs(text: str, sentences: list[Sentence], country: str | None, patterns: Patterns) -> list[Name]:
    """The programs of the gazetteer that a text names, in reading order; see the module for what counts."""
    opens = {sentence.start for sentence in sentences}
    found = []
    spellings: dict[str, dict[str, str]] = {}
    items = not_cut(text, gazetteer_of(patterns, "programs.csv").find(text, country), country, opens, patterns)
    sure = surely_named(text, items)
    starts = [*(item.start for item in items[1:]), len(text)]
    for item, following in zip(items, starts, strict=False):
        surface = text[item.start : item.end]
        if has_other_commas(surface, item):
            continue
        before = text[max(0, item.start - 45) : item.start]
        if _SETTLEMENT.search(before):
            continue
        triggered = _TRIGGERED.search(before) is not None
        everyday = _is_everyday_word(text, item, opens, patterns)
        if not triggered and everyday and not _is_supported(text, item, before, opens, country, patterns):
            continue
        if not triggered and (
            is_short_acronym(surface, item, country) or is_ordinary(text, item, opens, sure, patterns)
        ):
            continue
        written_small = any(surface.lower() == alias for alias in item.entity.aliases)  # a byname in small letters
        inside_other = surface.split()[0] in _POSSESSIVES  # "Médico en tu Casa" holds no "Tu Casa"
        small = surface.islower() or inside_other
        if surface[0].islower() and small and not written_small and not _PROGRAM_BEFORE.search(before):
            continue
        linked = surface[0].islower() and surface.split()[0] not in _ARTICLES
        if linked and not triggered and not written_small and follows_name(text, item.start, opens, patterns):
            continue  # "Puebla sin Hambre" is no "Sin Hambre"
        another = _ANOTHER.match(text, item.end)
        end = another.end() if another else item.end
        start = item.start - with_plus(text, item)
        written = " ".join(text[start:end].split())
        longer = longer_end(text, item.start, end, following, patterns) if " " in surface and not another else end
        if longer > end and not surface.isupper():
            found.append(longer_mention(text, item.start, longer, 1.0))
            continue
        acronym = item.acronym and written.isupper()
        score = 1.0 if triggered or not everyday else _EVERYDAY_SCORE
        rule = f"program.listed.{item.entity.id}"
        how = "acronym" if acronym else "name"
        known = spellings.setdefault(rule, {})
        spelling, shown = bare_name(written), known.get(fold(written))
        known[fold(written)] = best_spelling([shown, spelling], item) if shown else spelling
        found.append(program_mention(text, start, end, rule, written, score, how))  # type: ignore[arg-type]
    return [_as_spelled(name, spellings[name.rule]) if name.rule in spellings else name for name in found]


def _as_spelled(name: Name, spellings: dict[str, str]) -> Name:
    """A mention under the longest of the names that the text has for its program."""
    if _ANOTHER.search(name.name):
        return name
    return dataclasses.replace(name, name=max((s for s in spellings.values() if not _ANOTHER.search(s)), key=len))


def _is_everyday_word(text: str, item: Listed, opens: set[int], patterns: Patterns) -> bool:
    """Whether a listed name is one word that a sentence may hold without naming the program ("Juntos", "PET")."""
    surface = text[item.start : item.end]
    if " " in surface or any(char.isdigit() for char in surface):
        return False
    if _is_fund_inside(text, item, surface, opens, patterns):
        return False
    if not surface.isupper() or fold(surface) in grammar_of(patterns).words("not_acronym"):
        return True
    around = text[max(0, item.start - _LINE_WINDOW) : item.end + _LINE_WINDOW]
    line = (
        around[: item.start - max(0, item.start - _LINE_WINDOW)].rsplit("\n", 1)[-1] + text[item.end :][:_LINE_WINDOW]
    )
    return in_capitals(line.split("\n", 1)[0])


def _opens_as_subject(text: str, item: Listed, opens: set[int], patterns: Patterns) -> bool:
    """Whether a word opens a sentence and does what schemes do: "Tekoporã paga a cien"."""
    behind_dateline = text[max(0, item.start - 3) : item.start].rstrip()[-1:] in _DASHES
    after = text[item.end : item.end + _BEHIND]
    acts = any(rule.pattern.search(after) for rule in evidence_of(patterns, "subject"))
    return acts and (item.start in opens or behind_dateline)


def _is_fund_inside(text: str, item: Listed, surface: str, opens: set[int], patterns: Patterns) -> bool:
    """Whether an acronym of a longer name is written like a word inside a sentence: "recursos del Fortamun".

    Beside a further capital it is a surname: "Juan Cadena dijo", "de Cadena Ruiz".
    """
    if follows_name(text, item.start, opens, patterns) or _SURNAME_AFTER.match(text, item.end):
        return False
    of_name = len(surface) > _SHORT_ACRONYM and len(content(item.entity.name)) > 1
    inside = item.start > 1 and text[item.start - 1] == " " and text[item.start - 2].isalnum()
    return of_name and inside and surface.istitle() and surface.upper() in item.entity.aliases


def _is_supported(
    text: str, item: Listed, before: str, opens: set[int], country: str | None, patterns: Patterns
) -> bool:
    """Whether an everyday word without a trigger is meant as a name: alone in quotes, or a capital that tells."""
    first = item.start
    while first > 0 and text[first - 1] in _OPENING_MARKS:
        first -= 1
    if not text[item.start].isupper() or text[item.start : item.end].isupper():
        return False
    if first < item.start:
        return not text[item.end : item.end + 1].isspace()
    at_home = country is not None and country_of_entity(item.entity) == country
    introduced = any(rule.pattern.search(before) for rule in rules_of(patterns, "opener"))
    given_name = fold(item.entity.name) in grammar_of(patterns).words("given_name")
    if given_name or not (at_home or introduced):
        return False
    if _opens_as_subject(text, item, opens, patterns):
        return at_home
    beside_name = follows_name(text, item.start, opens, patterns) or _CAPITAL_AFTER.match(text, item.end)
    after_stop = not before.strip() or before.rstrip()[-1] in _STOPS or before.endswith("\n")
    return not beside_name and first not in opens and not after_stop
