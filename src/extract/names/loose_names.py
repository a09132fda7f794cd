"""Capitalized runs of the running text that may be a scheme's name, and what shows that they are something else's."""

from __future__ import annotations

import bisect
import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from extract.mentions import Block
from extract.names.agency_rules import rules_of as agency_rules_of
from extract.names.countries import regions_of
from extract.names.gazetteer import gazetteer_of
from extract.names.grammar import grammar_of
from extract.names.program_rules import rules_of
from extract.names.spelling import usual_bodies
from extract.names.words import Token, content, fold, tokens_of
from extract.patterns import Patterns
from extract.rules import NameRule

#: Small words inside a name; those of the first set are in every kind of name.
PLAIN_LINKS = frozenset({"de", "del", "el", "la", "las", "los", "y", "e"})
#: Those of Galician and Catalan, whose bodies, places and persons are written with others: "Xantar na Casa".
REGIONAL_LINKS = frozenset({"amb", "ao", "aos", "coa", "na", "nas", "per", "pola", "polo", "sen", "sense", "unha"})
TELLING_LINKS = frozenset({
    "a", "al", "con", "contra", "en", "es", "me", "mi", "mis", "nos", "nuestra", "nuestro", "para", "por", "que", "se",
    "sin", "su", "sus", "te", "tu", "tus",
} | REGIONAL_LINKS)  # fmt: skip
LINKS = PLAIN_LINKS | TELLING_LINKS
#: Links that no place's name has: "Barrio con Luz", but "Puente al Mar".
NO_PLACES_LINKS = frozenset({
    "con", "contra", "es", "me", "mi", "mis", "nos", "quien", "quienes", "se", "sin", "su", "sus", "te", "tu", "tus",
    "un", "una",
} | REGIONAL_LINKS)  # fmt: skip
#: A multiple, which stands inside the name of a scheme like a noun: "Súmate al 3x1 del Agua".
_MULTIPLE = re.compile(r"\d{1,2}[xX]\d{1,2}")
#: Possessives that open a name; "Su" opens titles of address.
_POSSESSIVES = frozenset({"mi", "mis", "tu", "tus", "nuestra", "nuestro", "nuestras", "nuestros"})
#: Pronouns before the verb of a name that is a clause; with a capital, before another, they open it: "Nos Une el Agua".
CLITICS = frozenset({"me", "nos", "se", "te"})
#: Pronouns behind the verb of a name, which no place's and no person's name has.
_WITH_WHOM = frozenset({"conmigo", "contigo"})
#: A verb that opens a sentence: in the past, the future or the plural.
_OPENING_VERB = re.compile(r"[a-zñ]{2,}(?:aron|ieron|yeron|aran|eran|iran|[a-zñ]{2}[ae]n)")
#: No name of this kind is longer (words).
LONGEST = 9
_OFFICE_KINDS = ("role.municipal", "role.state", "role.national", "role.body")
_MAX_LINKS = 3
#: A place's name with a saint and no more has so many words at most.
_FEW = 3
#: How much of the text around a name tells what it is of (characters).
CONTEXT = 60


def is_word_of_name(token: Token) -> bool:
    """Whether a token stands inside a name as its words of meaning do: with a capital, or as a multiple."""
    return token.surface[0].isupper() or _MULTIPLE.fullmatch(token.surface) is not None


class Spot(NamedTuple):
    """One place where a name may stand in the running text, with the links inside it."""

    start: int
    end: int
    telling: bool
    block: Block


def loose_spots(text: str, blocks: list[Block], patterns: Patterns) -> dict[int, list[Spot]]:
    """Each capitalized run of two words of meaning or more, from where a name can open, by the start of its block."""
    return {block.start: list(_spots_of_block(text, block, patterns)) for block in blocks}


def _spots_of_block(text: str, block: Block, patterns: Patterns) -> Iterator[Spot]:
    tokens = tokens_of(text, block.start, block.end)
    never_open = _never_open(patterns)
    run_end = -1
    for at, token in enumerate(tokens):
        if not token.surface[0].isupper():
            continue
        before = text[max(block.start, token.start - CONTEXT) : token.start]
        opens = before.rstrip(" \"“«‘'¡¿")[-1:] in {"", ".", ":", ";", "!", "?", "\n", "•", "-", "–", "—"}
        if token.folded in never_open and not (
            _is_possessive(tokens, at) or urges(tokens, at) or (not opens and _is_linked(text, tokens, at))
        ):
            continue
        if opens and is_opening_verb(tokens, at):
            continue  # "Cobraron Casa Alegre": the verb opens the sentence, the name follows
        if token.start < run_end and not (is_introduced(before, patterns) or says(before, "topic", patterns)):
            continue
        for end, telling in _ends(text, tokens[at : at + LONGEST], patterns):
            run_end = max(run_end, end)
            yield Spot(token.start, end, telling, block)


@lru_cache(maxsize=8)
def _never_open(patterns: Patterns) -> frozenset[str]:
    """The words whose capital opens no name, but for those that are told apart by what follows them."""
    return LINKS | grammar_of(patterns).words("common_word") | grammar_of(patterns).words("never_opens")


def is_opening_verb(tokens: list[Token], at: int) -> bool:
    """Whether a word that opens a sentence is its verb, as far as its form and the next word tell."""
    says_that = at + 1 < len(tokens) and tokens[at + 1].surface == "que"  # "Refirió que Pan y Luz nació en mayo"
    past = tokens[at].surface.endswith(("ó", "é"))  # "Habló del Pago por …"
    return says_that or past or _OPENING_VERB.fullmatch(tokens[at].folded) is not None


def _is_linked(text: str, tokens: list[Token], at: int) -> bool:
    """Whether a preposition has a capital inside a sentence, right before a capital: "con A Toda Vela"."""
    if tokens[at].folded not in TELLING_LINKS or at + 1 == len(tokens):
        return False
    following = tokens[at + 1]
    return following.surface[0].isupper() and text[tokens[at].end : following.start] == " "


def urges(tokens: list[Token], at: int) -> bool:
    """Whether a verb with a capital pronoun behind it opens a name: "Cuenta Conmigo"."""
    following = tokens[at + 1 : at + 2]
    pronoun = bool(following) and following[0].surface[0].isupper() and following[0].folded in _WITH_WHOM
    return pronoun and tokens[at].folded not in LINKS


def _is_possessive(tokens: list[Token], at: int) -> bool:
    """Whether a capitalized possessive or pronoun opens a name: "Mi Agua", "Tu Casa", "Nos Une"."""
    following = tokens[at + 1 : at + 2]
    opens = tokens[at].folded in _POSSESSIVES or tokens[at].folded in CLITICS
    return opens and bool(following) and following[0].surface[0].isupper()


def _ends(text: str, tokens: list[Token], patterns: Patterns) -> Iterator[tuple[int, bool]]:
    """Where a name that opens with the first token may end, and whether a telling link is inside it."""
    phrase_nouns = grammar_of(patterns).words("phrase_noun")
    links: list[str] = []
    telling = False
    for left, right in pairwise(tokens):
        if text[left.end : right.start] not in {" ", "\n"}:
            return
        if is_word_of_name(right):
            if len(links) > 1 and links[0] in {"y", "e"}:
                return  # "… y de Rosales" coordinates two complements
            if links[-1:] in (["y"], ["e"]) and right.folded in _POSSESSIVES:
                return  # "Mi Agua y Mi Riego" are two
            if links[-1:] == ["en"] and right.folded not in phrase_nouns:
                return  # "… en Tekax" tells where
            telling = telling or not TELLING_LINKS.isdisjoint(links)
            links = []
            yield right.end, telling
        elif right.folded in LINKS and len(links) < _MAX_LINKS:
            links.append(right.folded)
        else:
            return


def overlaps(spot: Spot, taken: list[tuple[int, int]]) -> bool:
    """Whether a spot shares a word with one of the spans, which are sorted and never overlap."""
    at = bisect.bisect_left(taken, (spot.end,))
    return any(end > spot.start for _, end in taken[max(0, at - 2) : at])


def is_introduced(before: str, patterns: Patterns) -> bool:
    """Whether what stands before a name makes it a stage's or a means' complement."""
    return says(before, "stage_before", patterns) or says(before, "channel", patterns)


def says(context: str, kind: str, patterns: Patterns) -> bool:
    """Whether a rule of a kind holds in what stands before or after a name; the rules are tied to its edge."""
    return any(rule.pattern.search(context) for rule in rules_of(patterns, kind))


def is_other_name(name: str, patterns: Patterns, *, telling: bool = False, shown: bool = False) -> bool:
    """Whether a name belongs to something else: a body, a business, a place, a person, or it opens with an office.

    ``telling``: a word of the name is one that places and persons lack, so that a place's name inside proves nothing.
    ``shown``: what stands beside the name is said of schemes only, so that its first word proves less.
    """
    grammar = grammar_of(patterns)
    words = fold(name).split()
    barred: tuple[str, ...] = ("head", "weak_head", "bare_head")
    barred += ("not_acronym",) if name.split(maxsplit=1)[0].isupper() else ()  # "PAN", but "Pan y Barrio"
    barred += () if shown and len(words) > 1 else ("other_name",)
    barred += () if telling and len(words) > _FEW else ("title_word",)  # "San Blas Sin Basura"
    if NO_PLACES_LINKS.isdisjoint(words):
        barred += ("not_program", "place_head")
    if any(words[0] in grammar.words(kind) for kind in barred) or content(name) in complements(patterns):
        return True
    if any(rule.pattern.match(name) for rule in _offices_and_others(patterns)):
        return True
    if telling or not TELLING_LINKS.isdisjoint(words):
        return False
    return not grammar.words("given_name").isdisjoint(words) or bool(regions_of(patterns).find(name))


@lru_cache(maxsize=8)
def _offices_and_others(patterns: Patterns) -> tuple[NameRule, ...]:
    """The rules of what a name never opens with."""
    offices = (rule for kind in _OFFICE_KINDS for rule in agency_rules_of(patterns, kind))
    return (*offices, *rules_of(patterns, "not_a_name"))


@lru_cache(maxsize=8)
def complements(patterns: Patterns) -> frozenset[tuple[str, ...]]:
    """What known bodies are called without their noun: "Obras Públicas", "Desarrollo Social"."""
    qualifiers = grammar_of(patterns).words("qualifier")
    names = [*usual_bodies(patterns).names.values(), *gazetteer_of(patterns, "agencies.csv").names()]
    bare = [tuple(word for word in content(name)[1:] if word not in qualifiers) for name in names]
    return frozenset(words for words in (*bare, *map(content, names)) if words)
