"""The programs of a release: schemes, campaigns, plans, funds and events with a name, and what points back to them."""

from __future__ import annotations

import bisect
import dataclasses
import re
from itertools import pairwise

from extract.mentions import Block, Name, Sentence
from extract.names.countries import country_of
from extract.names.events import event_days
from extract.names.gazetteer import Gazetteer, gazetteer_of
from extract.names.listed_longer import without_places
from extract.names.listed_programs import listed_programs
from extract.names.loose_names import loose_spots
from extract.names.overlaps import without_overlaps
from extract.names.program_names import plain_names
from extract.names.program_references import acronym_of, acronyms_of_programs, named_again, pointing_phrases
from extract.names.program_rules import program_mention, rules_of
from extract.names.quoted_programs import quoted_names
from extract.names.shown_names import shown_names
from extract.names.small_names import repeated_names, small_names, titled_names
from extract.names.spelling import Spelled, spelled_names
from extract.names.unannounced_names import unannounced_names
from extract.names.weighed_names import weighed_names
from extract.patterns import Patterns, shipped

#: What stands between a long name and its short one.
_OF_PROGRAM = re.compile(r"\b[Pp]rograma\b")
_BESIDE = re.compile(r"\s+[\"“«‘']?")
#: What a campaign says that a program does to whom it speaks.
_CALLS = re.compile(r"(.+?)\s(?:te|nos)\s")
#: What makes a body right behind it the owner of a scheme, and how far before it that begins (characters).
_OWNED, _OWNER_REACH = re.compile(r"\bde(?:l|\s+la)?\s+$"), 8


def find_programs(
    text: str,
    blocks: list[Block],
    sentences: list[Sentence],
    patterns: Patterns | None = None,
    place: str | None = None,
) -> list[Name]:
    """Every mention of a program, in reading order.

    Parameters
    ----------
    text, blocks, sentences:
        The release and its layout.
    patterns:
        The rules and the gazetteer; the shipped ones when None.
    place:
        The place of the dateline as written, or None; it tells the country whose programs are known by one word.

    Returns
    -------
    Mentions that never overlap. ``name`` is the name without quotes and without the word "programa"; ``how`` tells a
    name, an acronym and a pointing phrase ("dicho programa", ``anaphor``). ``score`` is lower where it is a guess.
    """
    patterns = patterns or shipped()
    country = country_of(text, place, patterns)
    found = listed_programs(text, sentences, country, patterns)  # first: "programa PET" is the known programme
    found += [*quoted_names(text, blocks, patterns), *plain_names(text, blocks, patterns)]
    found += [*repeated_names(text, patterns), *titled_names(text, blocks, patterns), *_funds(text, patterns)]
    found += event_days(text, blocks, sentences, patterns)
    bodies = spelled_names(text, blocks, country, patterns)
    found = _without_bodies(text, found, {body.acronym for body in bodies if body.acronym})
    # "Secretaría de Hacienda y Crédito Público" holds the noun of a scheme and no scheme.
    found = [
        name
        for name in without_overlaps(without_places(text, _without_joined(_without_cut(found)), bodies, patterns))
        if not _inside_one(name, bodies)
    ]
    found = _with_campaigns(_united(text, _as_defined(text, found)))
    spots = loose_spots(text, blocks, patterns)
    found = without_overlaps([*found, *unannounced_names(text, blocks, spots, found, bodies, patterns)], first=found)
    found = without_overlaps([*found, *shown_names(text, blocks, spots, found, bodies, patterns)], first=found)
    found = without_overlaps([*found, *weighed_names(text, blocks, found, bodies, patterns)], first=found)
    found = without_overlaps([*found, *small_names(text, found, patterns)], first=found)
    again = [*acronyms_of_programs(text, found), *named_again(text, found, patterns)]
    found = without_overlaps([*found, *again], first=found)
    found = without_overlaps([*found, *pointing_phrases(text, found, patterns)], first=found)
    gazetteer = gazetteer_of(patterns, "programs.csv")
    return [_with_id(name, gazetteer, country) for name in found]


def _without_bodies(text: str, found: list[Name], acronyms: set[str]) -> list[Name]:
    """The mentions without the acronyms that the release gives to its bodies: "INVI", "el programa del Minviv"."""

    def is_body(name: Name) -> bool:
        owner = name.rule == "program.plain" and _OWNED.search(text, max(0, name.start - _OWNER_REACH), name.start)
        return name.surface in acronyms and (name.how == "acronym" or bool(owner))

    return [name for name in found if not is_body(name)]


def _without_cut(found: list[Name]) -> list[Name]:
    """The mentions without those that end inside a known name: "Brigadas de la Misión Sol" of "Misión Sol Naciente"."""
    listed = sorted((n for n in found if n.rule.startswith("program.listed.") and " " in n.name), key=lambda n: n.start)
    starts = [name.start for name in listed]

    def is_cut(name: Name) -> bool:
        at = bisect.bisect_left(starts, name.end) - 1
        return at >= 0 and name.start < listed[at].start and name.end < listed[at].end

    return [name for name in found if not is_cut(name)]


def _without_joined(found: list[Name]) -> list[Name]:
    """The mentions without those that are two known names and more: "Renta Joven, Colombia Mayor y Jóvenes en Paz"."""
    listed = [name for name in found if name.rule.startswith("program.listed.") and " " in name.name]

    def holds_two(name: Name) -> bool:
        return len({one.name for one in listed if name.start <= one.start and one.end <= name.end}) > 1

    return [name for name in found if name.rule != "program.plain" or not holds_two(name)]


def _as_defined(text: str, found: list[Name]) -> list[Name]:
    """The mentions without known acronyms that the release itself gives to another program: "… Escolar (PAE)"."""
    own = {definition.group(1) for name in found if (definition := acronym_of(text, name))}
    return [name for name in found if name.how != "acronym" or name.surface not in own]


def _united(text: str, found: list[Name]) -> list[Name]:
    """The mentions, a long name with the short one right after it as one: "Programa de Empleo Social “Vamos Sur”"."""
    short = {
        first.name: second.name
        for first, second in pairwise(found)
        if first.name != second.name
        and _BESIDE.fullmatch(text, first.end, second.start)
        and _OF_PROGRAM.search(text, max(0, first.start - 25), first.start + len("programa"))
    }
    return [dataclasses.replace(name, name=short.get(name.name, name.name)) for name in found]


def _with_campaigns(found: list[Name]) -> list[Name]:
    """The mentions, a campaign that only calls a program as that program: "Techo Firme te busca" of "Techo Firme"."""
    names = {name.name for name in found if " " in name.name}

    def called(name: Name) -> str:
        campaign = _CALLS.match(name.name)
        return campaign.group(1) if campaign and campaign.group(1) in names else name.name

    return [dataclasses.replace(name, name=called(name)) for name in found]


def _with_id(name: Name, gazetteer: Gazetteer, country: str | None) -> Name:
    forms = ["{}", "Programa {}"]
    if " " in name.name:  # one word after "de" is a field ("Programa de Becas"), of which each country has its own
        forms += ["Programa de {}", "Programas de {}"]
    entity = next((row for form in forms if (row := gazetteer.lookup(form.format(name.name), country))), None)
    return dataclasses.replace(name, id=entity.id) if entity else name


def _funds(text: str, patterns: Patterns) -> list[Name]:
    """Budget funds by their number and services that carry only an adjective: "Ramo 33", "Farmacia Popular"."""
    return [
        program_mention(text, match.start(), match.end(), rule.id, " ".join(match.group().split()), 1.0)
        for rule in (*rules_of(patterns, "fund"), *rules_of(patterns, "service"))
        for match in rule.finditer(text)
    ]


def _inside_one(name: Name, bodies: list[Spelled]) -> bool:
    """Whether a name is part of a body's longer one, or a known body's; bodies stand in order and never overlap."""
    at = bisect.bisect_right(bodies, name.start, key=lambda body: body.start) - 1
    if at < 0 or name.end > bodies[at].end:
        return False
    return bodies[at].start < name.start or bodies[at].rule.startswith("agency.listed")
