"""Names of programs with no noun for a scheme beside them, which the release speaks of as "el programa" elsewhere.

"Salud en tu Barrio llega a diez pueblos. … El programa del Gobierno …": a capitalized name that comes back, of which
the release says what is said of schemes. A name with a link that bodies, places and persons lack ("a tu", "con",
"sin") needs less to be taken for a scheme's than one that could be theirs ("Barrio Sano").
"""

from __future__ import annotations

import bisect
import re

from extract.mentions import Block, Name
from extract.names.loose_names import (
    CONTEXT,
    LONGEST,
    Spot,
    is_introduced,
    is_other_name,
    overlaps,
    says,
)  # fmt: skip
from extract.names.program_rules import program_mention, rules_of
from extract.names.spelling import Spelled, in_capitals
from extract.names.words import fold, tokens_of
from extract.patterns import Patterns

#: The rule that made such a mention.
UNANNOUNCED = "program.unannounced"
_SCORE = 0.8
#: How far a bare noun may stand from the name that it points to (characters).
_NOUN_REACH = 700
_ARTICLE = re.compile(r"\b(?:el|la|los|las|al|del|un|una)\s+$", re.IGNORECASE)
#: Where a subject may open: at the head of a paragraph, after a mark, after a conjunction.
_OPEN = re.compile(r"(?:^|[.;:,!?–—•]\s*|\b(?:que|y|con|cuando|donde)\s+)$", re.IGNORECASE)


def unannounced_names(
    text: str,
    blocks: list[Block],
    spots: dict[int, list[Spot]],
    found: list[Name],
    bodies: list[Spelled],
    patterns: Patterns,
) -> list[Name]:
    """Mentions of programs that no noun beside the name announces.

    Parameters
    ----------
    text, blocks:
        The release and its layout.
    spots:
        Where names may stand, as :func:`extract.names.loose_names.loose_spots` gives them.
    found, bodies:
        The programs and the bodies named so far: none of their words is read again.

    Returns
    -------
    One mention for each place of the running text where such a name stands; headlines are left to who looks for names
    again. A name counts from two places on, a headline being one of them.
    """
    nouns = _bare_nouns(text, found, patterns)
    taken = sorted([(name.start, name.end) for name in found] + [(body.start, body.end) for body in bodies])
    places: dict[str, list[Spot]] = {}
    for block in blocks:
        if block.kind not in {"title", "subtitle"} and not in_capitals(block.surface):
            for spot in spots[block.start]:
                places.setdefault(fold(text[spot.start : spot.end]), []).append(spot)
    headlines = _headline_phrases(blocks)
    known = {fold(name.name) for name in found}
    mentions = []
    for key, same in _longest_repeated(places, headlines).items():
        if key in known or any(overlaps(spot, taken) for spot in same):
            continue
        name = " ".join(text[same[0].start : same[0].end].split())
        if not is_other_name(name, patterns) and _is_scheme(text, same, headlines.get(key), nouns, patterns):
            mentions += [program_mention(text, spot.start, spot.end, UNANNOUNCED, name, _SCORE) for spot in same]
    return mentions


def _longest_repeated(places: dict[str, list[Spot]], headlines: dict[str, str]) -> dict[str, list[Spot]]:
    """The names that come back; of those that open at one place only the longest, which its parts never replace."""
    repeated = {key: spots for key, spots in places.items() if len(spots) + (key in headlines) > 1}
    farthest: dict[int, int] = {}
    for spot in (spot for spots in repeated.values() for spot in spots):
        farthest[spot.start] = max(spot.end, farthest.get(spot.start, 0))
    longest = {key: [spot for spot in spots if farthest[spot.start] == spot.end] for key, spots in repeated.items()}
    return {key: spots for key, spots in longest.items() if spots}


def _bare_nouns(text: str, found: list[Name], patterns: Patterns) -> list[int]:
    """Where the release says "el programa" with no name beside it; not where a program named before is meant."""
    starts = [match.start() for rule in rules_of(patterns, "bare_noun") for match in rule.finditer(text)]
    ends = sorted(name.end for name in found)
    return [start for start in sorted(starts) if not _within(ends, start - _NOUN_REACH, start + CONTEXT)]


def _within(sorted_offsets: list[int], first: int, last: int) -> bool:
    at = bisect.bisect_left(sorted_offsets, first)
    return at < len(sorted_offsets) and sorted_offsets[at] <= last


def _headline_phrases(blocks: list[Block]) -> dict[str, str]:
    """Every run of words of the headlines that is as long as a name may be, folded, and what follows it there."""
    phrases: dict[str, str] = {}
    for block in blocks:
        if block.kind in {"title", "subtitle"}:
            tokens = tokens_of(block.surface)
            words = [token.folded for token in tokens]
            for at in range(len(tokens)):
                for end in range(at + 2, min(len(tokens), at + LONGEST) + 1):
                    phrase = " ".join(words[at:end])
                    phrases[phrase] = block.surface[tokens[end - 1].end :][:CONTEXT]
    return phrases


def _is_scheme(text: str, spots: list[Spot], headline: str | None, nouns: list[int], patterns: Patterns) -> bool:
    """Whether what stands around the places of a name shows that it is a scheme's.

    ``headline`` is what follows the name in a headline, None where no headline has the name.
    """
    befores = [text[max(spot.block.start, spot.start - CONTEXT) : spot.start] for spot in spots]
    afters = [text[spot.end : min(spot.block.end, spot.end + CONTEXT)] for spot in spots]
    if any(says(after, "person_verb", patterns) for after in (*afters, headline or "")):
        return False
    if any(_ARTICLE.search(before) or says(before, "place_before", patterns) for before in befores):
        return False
    staged = any(says(before, "stage_before", patterns) for before in befores)
    after_it = (_within(nouns, spot.start, spot.start + _NOUN_REACH) for spot in spots)
    pointed_at = (headline is not None and bool(nouns)) or any(after_it)
    acting = any(says(after, "scheme_verb", patterns) for after in afters)
    channel = any(says(before, "channel", patterns) for before in befores)
    if all(spot.telling for spot in spots):
        acting = acting or says(headline or "", "scheme_verb", patterns)
        also = any(says(after, "acting_verb", patterns) for after in (*afters, headline or ""))
        instrument = any(re.search(r"\bcon\s+$", before, re.IGNORECASE) for before in befores)
        return staged or (pointed_at and (acting or also or channel or instrument))
    stands_free = all(_OPEN.search(before) or is_introduced(before, patterns) for before in befores)
    return headline is not None and pointed_at and stands_free and (staged or acting or channel)
