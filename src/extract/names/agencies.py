"""The agencies of a release: every mention of a public body, resolved to the body's full name."""

from __future__ import annotations

import bisect
import dataclasses
import re
from collections import Counter
from itertools import pairwise

from extract.mentions import Block, Name, Sentence
from extract.names.acronyms import acronym_mentions
from extract.names.agency_rules import rules_of
from extract.names.bodies import Bodies
from extract.names.countries import country_of
from extract.names.departments import department_names
from extract.names.governments import Governments
from extract.names.grammar import is_acronym
from extract.names.levels import of_several
from extract.names.managed_funds import managed_funds
from extract.names.offices import office_mentions
from extract.names.organizations import organization_names, overlaps
from extract.names.overlaps import without_overlaps
from extract.names.pointing import pointing_mentions
from extract.names.spelling import Spelled, spelled_names
from extract.names.words import content, fold
from extract.patterns import Patterns, shipped

#: Somebody who knows the release says so, but not of each figure in it.
_ISSUER_SCORE = 0.5
#: A body in whose session something is said seldom did it; the words that tell so stand this near (characters).
_SCENE_SCORE, _SCENE_REACH = 0.5, 60
_WORD = re.compile(r"\w")


def find_agencies(
    text: str,
    blocks: list[Block],
    sentences: list[Sentence],
    place: str | None,
    patterns: Patterns | None = None,
    issuer: str | None = None,
) -> list[Name]:
    """Every mention of an agency, in reading order.

    Parameters
    ----------
    text, blocks, sentences:
        The release and its layout.
    place:
        The place of the dateline as written ("Cancún, Q. R."), or None.
    patterns:
        The rules and gazetteers; the shipped ones when None.
    issuer:
        Who issued the release, as somebody says who knows: "este organismo" means it where nothing else was named.

    Returns
    -------
    Mentions that never overlap. ``name`` is the body's full name without its acronym; ``how`` tells a full name
    (``name``), an acronym, a short form ("el Instituto") and an office that stands for the body (``role``). ``score``
    is lower where the reading is a guess.
    """
    patterns = patterns or shipped()
    country = country_of(text, place, patterns)
    spelled = spelled_names(text, blocks, country, patterns)
    governments = Governments(text, blocks, place, country, patterns).mentions()
    taken = sorted([*((s.start, s.end) for s in spelled), *((g.start, g.end) for g in governments)])
    departments = [name for name in department_names(text, blocks, country, patterns) if not overlaps(name, taken)]
    taken = sorted([*taken, *((name.start, name.end) for name in departments)])
    spelled += organization_names(text, blocks, sentences, taken, place, patterns)
    spelled += managed_funds(text, blocks, patterns)
    spelled = of_several(text, _with_full_names(text, spelled), patterns)
    bodies = Bodies(spelled, country, patterns)
    named = [_mention(text, item, bodies) for item in spelled]
    governed = {(name.start, name.end) for name in governments}  # how the release calls a government goes before a list
    named = [name for name in named if (name.start, name.end) not in governed]
    candidates = [*governments, *(name for name in named if not _only_publishes(text, name, blocks, patterns))]
    candidates += office_mentions(text, blocks, bodies, patterns)
    # Behind the offices: "Agricultura" is the Consejería de Agricultura that only its counsellor tells of.
    candidates += [
        _mention(text, item._replace(name=bodies.of_field(item.name) or item.name), bodies) for item in departments
    ]
    candidates += acronym_mentions(text, blocks, bodies, country, patterns)
    kept = [_weighed(text, name, patterns) for name in without_overlaps(candidates)]
    kept = _without_terms(text, kept, sentences, patterns)
    known = bodies.add(issuer).name if issuer and content(issuer) else None
    pointing = pointing_mentions(text, blocks, kept, bodies, country, patterns, known, place)
    return without_overlaps([*kept, *pointing], first=kept)


def issuing_agency(text: str, place: str | None, issuer: str, patterns: Patterns | None = None) -> Name | None:
    """Who issued a release as an agency of no place in its text: what figures belong to that belong to nobody else.

    Parameters
    ----------
    text, place:
        The release, which tells the country, and the place of its dateline.
    issuer:
        The agency's name, as a ``metadata.csv`` gives it.

    Returns
    -------
    A mention without characters behind the end of the text; None where the name has no word that could name a body.
    """
    if not content(issuer):
        return None
    patterns = patterns or shipped()
    body = Bodies([], country_of(text, place, patterns), patterns).add(issuer)
    return Name(len(text), len(text), "", "agency.issuer", "agency", body.name, body.id, "name", _ISSUER_SCORE)


def _with_full_names(text: str, spelled: list[Spelled]) -> list[Spelled]:
    """A short name in brackets behind the full one is the same body wherever it stands: "Sistema … (DIF Estatal)".

    Only one that opens with an acronym: "Secretaría de Salud (Dirección de Epidemiología)" names a part.
    """
    ordered = sorted(spelled, key=lambda item: item.start)
    full = {
        fold(short.name): name
        for name, short in pairwise(ordered)
        if text[name.end : short.start].strip() == "("
        and text[short.end : short.end + 1] == ")"
        and is_acronym(short.name.split()[0])
    }
    return [
        item._replace(name=name.name, place=item.name) if (name := full.get(fold(item.name))) else item
        for item in spelled
    ]


def _weighed(text: str, name: Name, patterns: Patterns) -> Name:
    """A mention, with a lower score where the body is only the scene: "en sesión del Consejo …", "ante el Congreso"."""
    before = text[max(0, name.start - _SCENE_REACH) : name.start]
    if not any(rule.pattern.search(before) for rule in rules_of(patterns, "scene_before")):
        return name
    return dataclasses.replace(name, score=min(name.score, _SCENE_SCORE))


def _without_terms(text: str, names: list[Name], sentences: list[Sentence], patterns: Patterns) -> list[Name]:
    """The mentions but those of a term of office beside a body: "Obras dijo que en lo que va de la administración"."""
    rules = rules_of(patterns, "term_before")
    within = [bisect.bisect_right(sentences, name.start, key=lambda sentence: sentence.start) for name in names]
    count = Counter(within)
    return [
        name
        for name, place in zip(names, within, strict=True)
        if count[place] == 1
        or not any(rule.pattern.search(text[max(0, name.start - _SCENE_REACH) : name.start]) for rule in rules)
    ]


def _only_publishes(text: str, name: Name, blocks: list[Block], patterns: Patterns) -> bool:
    """Whether a mention is the press office's signature: such an office alone on its line."""
    at = bisect.bisect_right(blocks, name.start, key=lambda block: block.start) - 1
    if at < 0 or _WORD.search(text, blocks[at].start, name.start) or _WORD.search(text, name.end, blocks[at].end):
        return False
    return any(rule.pattern.fullmatch(name.name) for rule in rules_of(patterns, "press_office"))


def _mention(text: str, item: Spelled, bodies: Bodies) -> Name:
    body = bodies.add(item.name)
    surface = text[item.start : item.end]
    return Name(item.start, item.end, surface, item.rule, "agency", body.name, body.id, "name", item.score)
