"""Names of programs with no noun for a scheme beside them, which the release speaks of as "el programa" elsewhere.

"Salud en tu Barrio llega a diez pueblos. … El programa del Gobierno …": a capitalized name that comes back, of which
the release says what is said of schemes. A name with a link that bodies, places and persons lack ("a tu", "con",
"sin") needs less to be taken for a scheme's than one that could be theirs ("Barrio Sano").
"""

from __future__ import annotations

import bisect
import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from extract.mentions import Block, Name
from extract.names.gazetteer import gazetteer_of, regions_of
from extract.names.governments import rules_of as agency_rules_of
from extract.names.grammar import grammar_of
from extract.names.program_rules import program_mention, rules_of
from extract.names.spelling import Spelled, in_capitals, usual_bodies
from extract.names.words import Token, content, fold, tokens_of
from extract.patterns import Patterns

#: The rule that made such a mention.
UNANNOUNCED = "program.unannounced"
_SCORE = 0.8
#: Small words inside a name; those of the first set are in every kind of name.
_PLAIN_LINKS = frozenset({"de", "del", "el", "la", "las", "los", "y", "e"})
_TELLING_LINKS = frozenset({
    "a", "al", "con", "contra", "en", "es", "mi", "mis", "nuestra", "nuestro", "para", "por", "que", "sin", "su",
    "sus", "tu", "tus",
})  # fmt: skip
#: Links that no place's name has: "Barrio con Luz", but "Puente al Mar".
_NO_PLACES_LINKS = frozenset({"con", "contra", "es", "mi", "mis", "sin", "su", "sus", "tu", "tus"})
#: No name of this kind is longer (words).
_LONGEST = 9
_OFFICE_KINDS = ("role.municipal", "role.state", "role.national", "role.body")
_MAX_LINKS = 3
#: How far a bare noun may stand from the name that it points to (characters).
_NOUN_REACH = 700
_CONTEXT = 60
_ARTICLE = re.compile(r"\b(?:el|la|los|las|al|del|un|una)\s+$", re.IGNORECASE)
#: Where a subject may open: at the head of a paragraph, after a mark, after a conjunction.
_OPEN = re.compile(r"(?:^|[.;:,!?–—•]\s*|\b(?:que|y|con|cuando|donde)\s+)$", re.IGNORECASE)


class _Spot(NamedTuple):
    """One place where a name may stand in the running text, with the links inside it."""

    start: int
    end: int
    telling: bool
    block: Block


def unannounced_names(
    text: str, blocks: list[Block], found: list[Name], bodies: list[Spelled], patterns: Patterns
) -> list[Name]:
    """Mentions of programs that no noun beside the name announces.

    Parameters
    ----------
    text, blocks:
        The release and its layout.
    found, bodies:
        The programs and the bodies named so far: none of their words is read again.

    Returns
    -------
    One mention for each place of the running text where such a name stands; headlines are left to who looks for names
    again. A name counts from two places on, a headline being one of them.
    """
    nouns = _bare_nouns(text, found, patterns)
    taken = sorted([(name.start, name.end) for name in found] + [(body.start, body.end) for body in bodies])
    places: dict[str, list[_Spot]] = {}
    for block in blocks:
        if block.kind not in {"title", "subtitle"} and not in_capitals(block.surface):
            for spot in _spots(text, block, patterns):
                places.setdefault(fold(text[spot.start : spot.end]), []).append(spot)
    headlines = _headline_phrases(blocks)
    known = {fold(name.name) for name in found}
    mentions = []
    for key, spots in _longest_repeated(places, headlines).items():
        if key in known or any(_overlaps(spot, taken) for spot in spots):
            continue
        name = " ".join(text[spots[0].start : spots[0].end].split())
        if not _is_other_name(name, patterns) and _is_scheme(text, spots, headlines.get(key), nouns, patterns):
            mentions += [program_mention(text, spot.start, spot.end, UNANNOUNCED, name, _SCORE) for spot in spots]
    return mentions


def _longest_repeated(places: dict[str, list[_Spot]], headlines: dict[str, str]) -> dict[str, list[_Spot]]:
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
    return [start for start in sorted(starts) if not _within(ends, start - _NOUN_REACH, start + _CONTEXT)]


def _within(sorted_offsets: list[int], first: int, last: int) -> bool:
    at = bisect.bisect_left(sorted_offsets, first)
    return at < len(sorted_offsets) and sorted_offsets[at] <= last


def _headline_phrases(blocks: list[Block]) -> dict[str, str]:
    """Every run of words of the headlines that is as long as a name may be, folded, and what follows it there."""
    phrases: dict[str, str] = {}
    for block in blocks:
        if block.kind in {"title", "subtitle"}:
            tokens = tokens_of(block.surface)
            for at in range(len(tokens)):
                for end in range(at + 2, min(len(tokens), at + _LONGEST) + 1):
                    phrase = " ".join(token.folded for token in tokens[at:end])
                    phrases[phrase] = block.surface[tokens[end - 1].end :][:_CONTEXT]
    return phrases


def _spots(text: str, block: Block, patterns: Patterns) -> Iterator[_Spot]:
    """Each beginning of a capitalized run of two words of meaning or more, from where a name can open."""
    tokens = tokens_of(text, block.start, block.end)
    never_open = _PLAIN_LINKS | _TELLING_LINKS | grammar_of(patterns).words("common_word")
    run_end = -1
    for at, token in enumerate(tokens):
        if not token.surface[0].isupper() or token.folded in never_open:
            continue
        before = text[max(block.start, token.start - _CONTEXT) : token.start]
        if token.start < run_end and not _is_introduced(before, patterns):
            continue
        for end, telling in _ends(text, tokens[at : at + _LONGEST], patterns):
            run_end = max(run_end, end)
            yield _Spot(token.start, end, telling, block)


def _ends(text: str, tokens: list[Token], patterns: Patterns) -> Iterator[tuple[int, bool]]:
    """Where a name that opens with the first token may end, and whether a telling link is inside it."""
    phrase_nouns = grammar_of(patterns).words("phrase_noun")
    links: list[str] = []
    telling = False
    for left, right in pairwise(tokens):
        if text[left.end : right.start] not in {" ", "\n"}:
            return
        if right.surface[0].isupper():
            if links[-1:] == ["en"] and right.folded not in phrase_nouns:
                return  # "… en Tekax" tells where
            telling = telling or not _TELLING_LINKS.isdisjoint(links)
            links = []
            yield right.end, telling
        elif right.folded in _PLAIN_LINKS | _TELLING_LINKS and len(links) < _MAX_LINKS:
            links.append(right.folded)
        else:
            return


def _overlaps(spot: _Spot, taken: list[tuple[int, int]]) -> bool:
    at = bisect.bisect_left(taken, (spot.end,))
    return any(end > spot.start for _, end in taken[max(0, at - 2) : at])


def _is_scheme(text: str, spots: list[_Spot], headline: str | None, nouns: list[int], patterns: Patterns) -> bool:
    """Whether what stands around the places of a name shows that it is a scheme's.

    ``headline`` is what follows the name in a headline, None where no headline has the name.
    """
    befores = [text[max(spot.block.start, spot.start - _CONTEXT) : spot.start] for spot in spots]
    afters = [text[spot.end : min(spot.block.end, spot.end + _CONTEXT)] for spot in spots]
    if any(_says(after, "person_verb", patterns) for after in (*afters, headline or "")):
        return False
    if any(_ARTICLE.search(before) or _says(before, "place_before", patterns) for before in befores):
        return False
    staged = any(_says(before, "stage_before", patterns) for before in befores)
    after_it = (_within(nouns, spot.start, spot.start + _NOUN_REACH) for spot in spots)
    pointed_at = (headline is not None and bool(nouns)) or any(after_it)
    acting = any(_says(after, "scheme_verb", patterns) for after in afters)
    channel = any(_says(before, "channel", patterns) for before in befores)
    if all(spot.telling for spot in spots):
        acting = acting or _says(headline or "", "scheme_verb", patterns)
        also = any(_says(after, "acting_verb", patterns) for after in (*afters, headline or ""))
        instrument = any(re.search(r"\bcon\s+$", before, re.IGNORECASE) for before in befores)
        return staged or (pointed_at and (acting or also or channel or instrument))
    stands_free = all(_OPEN.search(before) or _is_introduced(before, patterns) for before in befores)
    return headline is not None and pointed_at and stands_free and (staged or acting or channel)


def _is_introduced(before: str, patterns: Patterns) -> bool:
    return _says(before, "stage_before", patterns) or _says(before, "channel", patterns)


def _says(context: str, kind: str, patterns: Patterns) -> bool:
    """Whether a rule of a kind holds in what stands before or after a name; the rules are tied to its edge."""
    return any(rule.pattern.search(context) for rule in rules_of(patterns, kind))


def _is_other_name(name: str, patterns: Patterns) -> bool:
    """Whether a name belongs to something else: a body, a business, a place, a person, or it opens with an office."""
    grammar = grammar_of(patterns)
    words = fold(name).split()
    barred: tuple[str, ...] = ("other_name", "head", "weak_head", "bare_head", "title_word", "not_acronym")
    if _NO_PLACES_LINKS.isdisjoint(words):
        barred += ("not_program", "place_head")
    if any(words[0] in grammar.words(kind) for kind in barred) or content(name) in _complements(patterns):
        return True
    offices = [rule for kind in _OFFICE_KINDS for rule in agency_rules_of(patterns, kind)]
    if any(rule.pattern.match(name) for rule in (*offices, *rules_of(patterns, "not_a_name"))):
        return True
    if not _TELLING_LINKS.isdisjoint(words):
        return False
    return any(word in grammar.words("given_name") for word in words) or bool(regions_of(patterns).find(name))


@lru_cache(maxsize=8)
def _complements(patterns: Patterns) -> frozenset[tuple[str, ...]]:
    """What known bodies are called without their noun: "Obras Públicas", "Desarrollo Social"."""
    qualifiers = grammar_of(patterns).words("qualifier")
    names = [*usual_bodies(patterns).names.values(), *gazetteer_of(patterns, "agencies.csv").names()]
    bare = [tuple(word for word in content(name)[1:] if word not in qualifiers) for name in names]
    return frozenset(words for words in (*bare, *map(content, names)) if words)
