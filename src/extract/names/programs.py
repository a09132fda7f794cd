"""The programs of a release: schemes, campaigns, plans, funds and events with a name, and what points back to them."""

from __future__ import annotations

import dataclasses
import re

from extract.mentions import Block, Name, Sentence
from extract.names.gazetteer import Gazetteer, Listed, country_of, gazetteer_of
from extract.names.overlaps import without_overlaps
from extract.names.program_names import (
    ACRONYM_AFTER,
    plain_names,
    program_mention,
    quoted_names,
    repeated_names,
    rules_of,
)
from extract.names.spelling import spelled_names
from extract.names.words import PhraseIndex, fold, tokens_of
from extract.patterns import Patterns, shipped

_OPENING_MARKS = "“\"«'‘_*¡¿ "
_TRIGGERED = re.compile(
    r"\b(?:programas?|becas?|bono|plan|pensi[oó]n|tarjeta|fondo)\s+(?:de\s+|del\s+)?[\"“«'‘]?$", re.IGNORECASE
)
_PROGRAM_BEFORE = re.compile(r"\bprograma\s+(?:de\s+)?[\"“«'‘]?$", re.IGNORECASE)
_ACRONYM_INSIDE = re.compile(r"\(\s*([^\W\d_][\w+-]{1,14})\s*\)$")
#: What follows a noun that names something new instead of pointing back.
_GOES_ON = re.compile(r"\s+(?:de|del|para)\b|\s+[A-ZÁÉÍÓÚÑ\"“«‘]")


def find_programs(
    text: str, blocks: list[Block], sentences: list[Sentence], patterns: Patterns | None = None
) -> list[Name]:
    """Every mention of a program, in reading order.

    Parameters
    ----------
    text, blocks, sentences:
        The release and its layout.
    patterns:
        The rules and the gazetteer; the shipped ones when None.

    Returns
    -------
    Mentions that never overlap. ``name`` is the name without quotes and without the word "programa"; ``how`` tells a
    name, an acronym and a pointing phrase ("dicho programa", ``anaphor``). ``score`` is lower where it is a guess.
    """
    patterns = patterns or shipped()
    country = country_of(text, None, patterns)
    found = [*quoted_names(text, blocks, patterns), *plain_names(text, blocks, patterns)]
    found += [*repeated_names(text, patterns), *_funds(text, patterns), *_listed(text, sentences, country, patterns)]
    bodies = spelled_names(text, blocks, country, patterns)
    taken = {body.acronym for body in bodies}
    found = [name for name in found if name.how != "acronym" or name.surface not in taken]
    # "Secretaría de Hacienda y Crédito Público" holds the noun of a scheme and no scheme.
    found = [n for n in without_overlaps(found) if not any(b.start < n.start and n.end <= b.end for b in bodies)]
    found = without_overlaps([*found, *_acronyms(text, found), *_again(text, found)], first=found)
    found = without_overlaps([*found, *_anaphors(text, found, patterns)], first=found)
    gazetteer = gazetteer_of(patterns, "programs.csv")
    return [_with_id(name, gazetteer, country) for name in found]


def _with_id(name: Name, gazetteer: Gazetteer, country: str | None) -> Name:
    entity = gazetteer.lookup(name.name, country) or gazetteer.lookup(f"Programa {name.name}", country)
    return dataclasses.replace(name, id=entity.id) if entity else name


def _funds(text: str, patterns: Patterns) -> list[Name]:
    """Budget funds by their number: "Ramo 33"."""
    return [
        program_mention(text, match.start(), match.end(), rule.id, " ".join(match.group().split()), 1.0)
        for rule in rules_of(patterns, "fund")
        for match in rule.pattern.finditer(text)
    ]


def _listed(text: str, sentences: list[Sentence], country: str | None, patterns: Patterns) -> list[Name]:
    """Programs of the gazetteer, where the capitals or a noun before them show that a name is meant."""
    opens = {sentence.start for sentence in sentences}
    found = []
    for item in gazetteer_of(patterns, "programs.csv").find(text, tokens_of(text), country):
        before = text[max(0, item.start - 25) : item.start]
        triggered = _TRIGGERED.search(before) is not None
        everyday = _is_everyday_word(text[item.start : item.end])
        if not triggered and everyday and not _stands_out(text, item, opens):
            continue
        if text[item.start].islower() and text[item.start : item.end].islower() and not _PROGRAM_BEFORE.search(before):
            continue
        written = " ".join(text[item.start : item.end].split())
        name, how = (item.entity.name, "acronym") if item.acronym and written.isupper() else (written, "name")
        score = 1.0 if triggered or not everyday else 0.7
        rule = f"program.listed.{item.entity.id}"
        found.append(program_mention(text, item.start, item.end, rule, name, score, how))  # type: ignore[arg-type]
    return found


def _is_everyday_word(surface: str) -> bool:
    """Whether a listed name is one word that a sentence may hold without naming the program ("Juntos", "Contigo")."""
    return " " not in surface and not surface.isupper() and not any(char.isdigit() for char in surface)


def _stands_out(text: str, item: Listed, opens: set[int]) -> bool:
    """Whether an everyday word has a capital that neither a sentence nor a quotation gave it."""
    first = item.start
    while first > 0 and text[first - 1] in _OPENING_MARKS.rstrip():
        first -= 1
    quoted_alone = first < item.start and not text[item.end : item.end + 1].isspace()
    after_stop = text[:first].rstrip()[-1:] in set(".:;!?-–—•·\n") or text[:first].endswith("\n")
    return text[item.start].isupper() and (
        quoted_alone or (first == item.start and first not in opens and not after_stop)
    )


def _acronyms(text: str, found: list[Name]) -> list[Name]:
    """Later uses of an acronym that a name was given with: "Programa … (PATEM)", then "PATEM"."""
    again = []
    for name in found:
        defined = _ACRONYM_INSIDE.search(name.surface) or ACRONYM_AFTER.match(text, name.end)
        if defined is None or not defined.group(1)[0].isupper():
            continue
        uses = re.finditer(rf"(?<!\w){re.escape(defined.group(1))}(?!\w)", text)
        again += [
            program_mention(text, m.start(), m.end(), "program.acronym", name.name, 0.95, "acronym") for m in uses
        ]
    return again


def _again(text: str, found: list[Name]) -> list[Name]:
    """Further mentions of a name that was found once, in any case of letters."""
    known = {fold(name.name): name for name in sorted(found, key=lambda n: n.score)}
    index = PhraseIndex((name.name, name) for name in known.values())
    again = []
    for start, end, _, names in index.find(text, tokens_of(text)):
        several_words = len(names[0].name.split()) > 1
        if text[start].isupper() and (several_words or text[start:end] == names[0].name):
            score = min(names[0].score, 0.9)
            again.append(program_mention(text, start, end, "program.again", names[0].name, score))
    return again


def _anaphors(text: str, found: list[Name], patterns: Patterns) -> list[Name]:
    """Pointing phrases, each with the last program before it that its noun fits; "programa" fits any."""
    pointing = []
    for rule in rules_of(patterns, "anaphor"):
        for match in rule.pattern.finditer(text):
            demonstrative = fold(match.group()).startswith(("dich", "est", "es"))
            part_of_name = any(name.start <= match.end() + 2 and match.start() < name.end for name in found)
            if part_of_name or (_GOES_ON.match(text, match.end()) and not demonstrative):
                continue
            fitting = [name for name in found if name.end <= match.start() and _takes(text, name, fold(match["noun"]))]
            if fitting:
                sure = 0.6 if match.group().split()[0].lower() in {"el", "la", "del", "al"} else 0.8
                name = fitting[-1].name
                pointing.append(program_mention(text, match.start(), match.end(), rule.id, name, sure, "anaphor"))
    return pointing


def _takes(text: str, name: Name, noun: str) -> bool:
    """Whether a pointing noun can mean a program: "programa" can mean any, the others what is called so."""
    clause = re.split(r"[.;:,]", text[max(0, name.start - 40) : name.start])[-1]
    return noun == "programa" or noun in fold(f"{clause} {name.surface}")
