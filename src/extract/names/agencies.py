"""The agencies of a release: every mention of a public body, resolved to the body's full name."""

from __future__ import annotations

import bisect
import re

from extract.mentions import Block, Name, Sentence
from extract.names.bodies import Bodies
from extract.names.gazetteer import country_of
from extract.names.governments import Governments, rules_of
from extract.names.offices import acronym_mentions, office_mentions
from extract.names.organizations import organization_names
from extract.names.overlaps import without_overlaps
from extract.names.pointing import pointing_mentions
from extract.names.spelling import Spelled, spelled_names
from extract.patterns import Patterns, shipped


def find_agencies(
    text: str,
    blocks: list[Block],
    sentences: list[Sentence],
    place: str | None,
    patterns: Patterns | None = None,
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
    spelled += organization_names(text, blocks, sentences, taken, place, patterns)
    bodies = Bodies(spelled, country, patterns)
    named = [_mention(text, item, bodies) for item in spelled]
    candidates = [*governments, *(name for name in named if not _only_publishes(text, name, blocks, patterns))]
    candidates += office_mentions(text, blocks, bodies, patterns)
    candidates += acronym_mentions(text, blocks, bodies, country, patterns)
    kept = without_overlaps(candidates)
    return without_overlaps([*kept, *pointing_mentions(text, blocks, kept, bodies, country, patterns)], first=kept)


def _only_publishes(text: str, name: Name, blocks: list[Block], patterns: Patterns) -> bool:
    """Whether a mention is the press office's signature: such an office alone on its line."""
    at = bisect.bisect_right(blocks, name.start, key=lambda block: block.start) - 1
    alone = at >= 0 and not re.sub(r"\W", "", text[blocks[at].start : name.start] + text[name.end : blocks[at].end])
    return alone and any(rule.pattern.fullmatch(name.name) for rule in rules_of(patterns, "press_office"))


def _mention(text: str, item: Spelled, bodies: Bodies) -> Name:
    body = bodies.add(item.name)
    surface = text[item.start : item.end]
    return Name(item.start, item.end, surface, item.rule, "agency", body.name, body.id, "name", item.score)
