"""Figures that are nobody's: what private persons and experts tell, an age, a law's penalty, a country's population.

"Ana Ruiz, vecina de Aguas, contó que en su casa son cinco" is no institution's figure, however near a body stands.
"""

from __future__ import annotations

import re
from bisect import bisect_left

from extract.links.cues import AROUND, cues_of, stands_in
from extract.links.layout import Layout
from extract.mentions import Quantity, Sentence
from extract.patterns import Patterns

#: A person's name, what else is said of the person, and "de" before the age; no name is farther from it (characters).
_AGED, _AGED_REACH = re.compile(r"(?:,\s+[^,.;]{3,40})?,?\s+de\s+(?:apenas\s+|(?:tan\s+)?s[óo]lo\s+)?"), 60
#: The age of a life that is told: "que a sus 15 años ganó".
_AT_AGE = re.compile(
    r"\b(?i:a\s+sus|con\s+(?:apenas|(?:tan\s+)?s[óo]lo)|cumpli[óo]|empec[ée]\s+a\s+los|desde\s+los)\s+$"
)
#: What institutions did for who tells of it is theirs, after all.
_DONE_FOR = re.compile(
    r"\b(?:me|le|nos|les)\s+(?:han?\s+)?(?:prest|dier|dio|dad|entreg|otorg|apoy|pag|constru|regal)\w*"
)
#: "empecé a los " is no longer than this (characters).
_PHRASE = 12
_YEAR = "year"
#: Who tells of a figure is sought so far before it, and what was done for them around it (characters).
_SAID_REACH = 300
#: What a name is followed by: ", de 54 años, vecina de Aguas".
_APPOSITION = re.compile(r",\s+(?:de\s+\w+\s+años,\s+|quien\s+es\s+)?([^,.;]{3,50})")


def counts_governments(layout: Layout, quantity: Quantity, patterns: Patterns) -> bool:
    """Whether a figure counts the levels of government, which no institution does: "los tres órdenes de gobierno"."""
    behind = layout.text[quantity.end : quantity.end + AROUND]
    return any(cue.pattern.match(behind) for _, cue in cues_of(patterns, "nobody_behind_"))


def is_out_of_reach(layout: Layout, quantity: Quantity, home: Sentence, patterns: Patterns) -> bool:
    """Whether no body of another sentence has a part in a figure: a private life or an outsider's account.

    Parameters
    ----------
    layout, quantity, home:
        The document, the figure and its sentence.
    patterns:
        ``scope_cues.yml`` lists what private persons are called.
    """
    if _is_age_of_person(layout, quantity):
        return True
    first = max(home.start, quantity.start - _SAID_REACH)
    before = ("" if first == home.start else "…") + layout.text[first : quantity.start]
    private = _is_told_by_private(layout, quantity, patterns) or any(
        cue.may_match(layout.text) and cue.pattern.search(before) for _, cue in cues_of(patterns, "told_by_private")
    )
    return private and not _DONE_FOR.search(layout.text, first, min(home.end, quantity.end + _SAID_REACH))


def _is_age_of_person(layout: Layout, quantity: Quantity) -> bool:
    """Whether a figure is the age of somebody who is named: "Ana Ruiz, vecina de Aguas, de 64 años"."""
    if quantity.kind not in {"age", "duration", "count"} or quantity.unit not in {_YEAR, None}:
        return False
    if _AT_AGE.search(layout.text, max(0, quantity.start - _AGED_REACH), quantity.start):
        return quantity.kind != "count" or "a los" in layout.text[max(0, quantity.start - _PHRASE) : quantity.start]
    people = layout.mentions.people
    last = bisect_left(people, quantity.start, key=lambda person: person.start) - 1
    if last < 0 or quantity.kind == "count" or quantity.start - people[last].end > _AGED_REACH:
        return False
    return _AGED.fullmatch(layout.text, people[last].end, quantity.start) is not None


def signs_of_nobody(layout: Layout, quantity: Quantity, home: Sentence, patterns: Patterns) -> list[str]:
    """What speaks for a figure's being no institution's, as features of "none".

    Parameters
    ----------
    layout, quantity, home:
        The document, the figure and its sentence.
    patterns:
        ``scope_cues.yml`` lists the words, and what private persons are called.
    """
    first, last = max(home.start, quantity.start - AROUND), min(home.end, quantity.end + AROUND)
    found = [kind for kind, cue in cues_of(patterns, "nobody_near_") if stands_in(cue, layout.text, first, last)]
    if _is_told_by_outsider(layout, quantity, patterns):
        found.append("outsider")
    return [f"none_{kind}" for kind in found]


def _is_told_by_outsider(layout: Layout, quantity: Quantity, patterns: Patterns) -> bool:
    """Whether somebody without an office states the figure: a private person, or one with a name alone."""
    said = layout.attribution_of(quantity)
    if said is None or said.speaker is None or layout.institutions_of(said.speaker):
        return False
    return all(_is_private(person.role, patterns) for person in layout.people_named(said.speaker) if person.role)


def _is_told_by_private(layout: Layout, quantity: Quantity, patterns: Patterns) -> bool:
    """Whether somebody states the figure whom the release calls a private person, by a role or behind the name."""
    said = layout.attribution_of(quantity)
    if said is None or said.speaker is None or layout.institutions_of(said.speaker):
        return False
    people = layout.people_named(said.speaker)
    roles = [person.role for person in people if person.role]
    behind = (_APPOSITION.match(layout.text, person.end, person.end + AROUND) for person in people)
    called = [found[1] for found in behind if found is not None]
    explicit = any(_is_private(role, patterns) for role in (*roles, *called))
    return explicit and all(_is_private(role, patterns) for role in roles)


def _is_private(role: str, patterns: Patterns) -> bool:
    return any(cue.pattern.search(role) for kind, cue in cues_of(patterns, "private") if kind == "private")
