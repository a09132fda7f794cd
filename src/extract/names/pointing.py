"""Short forms and bare offices that point back to a body: "el Instituto", "esta dependencia", "el director".

The body is the last one before that fits: of the noun that the short form or the office belongs to. "Esta dependencia"
is the last one named, "la dependencia" the one that the release is about so far, "el centro hospitalario" the last
hospital.
"""

from __future__ import annotations

import bisect
import re
from collections import defaultdict
from functools import lru_cache

from extract.mentions import Block, Name
from extract.names.agency_rules import rules_of
from extract.names.bodies import Bodies, Body
from extract.names.government_places import local_bodies
from extract.names.named_so_far import Home, Named
from extract.names.offices import How, body_mention
from extract.names.words import fold
from extract.openers import Openers
from extract.openings import Expression
from extract.patterns import Patterns
from extract.rules import NameRule

_HOLDER_SCORE = 0.7
_SHORT_SCORE = 0.7
#: A sentence is read so far back (characters).
_SENTENCE_REACH = 600
_VAGUE_SCORE = 0.5
_SOLE_SCORE = 0.9
#: What stands before a noun that points back: a pointing word, or the article alone.
_LEAD = Expression(
    r"\b(?:(?P<pointer>est[ea]|dich[oa]|es[ea]|(?:el|la)\s+(?:citad|mencionad|referid|propi)[oa])|el|la|del|al)\s+",
    re.IGNORECASE,
)
_GOES_ON = re.compile(r"\s+(?:de|del|para|contra|en)\b|\s+[A-ZÁÉÍÓÚÑ]")
_ARTICLE = re.compile(r"(?:(?P<word>\w+)[,.:]?\s+)?\b(?:el|la)\s+$", re.IGNORECASE)
#: Who leads a body, right before its name.
_LEADER = re.compile(
    r"\b(?:director|gerente|titular|rector|president[ea]|jef[ea]|delegad[oa]|secretari[oa]|comandante|comisari[oa]"
    r"|superintendente|administrador|coordinador|vocer[oa]|portavoz)a?(?:\s+\w+)?\s+(?:del|de\s+la)\s+$",
    re.IGNORECASE,
)
_PREPOSITIONS = frozenset({"de", "con", "por", "a", "en", "para", "ante", "entre", "y", "e", "hacia", "sobre"})
#: Nouns of one sort of body that are written small even where they point at it.
_NEVER_CAPITAL = frozenset({"cartera", "paraestatal", "maxima"})
#: Nouns that are everyday words too: they only point back with a capital, a pointing word or as what acts.
_VAGUE = frozenset({"institucion", "instancia", "corporacion", "organizacion"})
#: Nouns that in small letters mean something else even where they act: a company, a van, a network of pipes.
_OTHER_THINGS = frozenset({
    "sistema", "unidad", "caja", "empresa", "delegacion", "servicio", "area", "comite", "mesa", "camara", "guardia",
    "direccion",
})  # fmt: skip
#: What acts has a verb in the past or the future, or one of paying and giving, right behind, or after "que".
_ACTS = re.compile(
    r"(?:\s+(?:estatal|federal|municipal|nacional|regional|provincial|local|insular|foral|capitalin[oa]))?"
    r"(?:,?\s+(?:que|quien|la\s+cual|el\s+cual)(?:\s+(?:en|durante|hasta)\s+[^,.;]{2,30}?)?)?"
    r"\s+(?:(?:también|ya|además|no|le|les|lo|los|las)\s+)*"
    r"(?:\w{3,}(?:ó|rá)|(?:ha|había|habrá)\s+\w+[aií]do|puso|dio|hizo|pondrá"
    r"|(?:desembols|aport|destin|coste|financi|entreg|otorg|pag|reparte|invierte|cubre|asum|atiende)[ae]?)\b"
)


def pointing_mentions(
    text: str,
    blocks: list[Block],
    named: list[Name],
    bodies: Bodies,
    country: str | None,
    patterns: Patterns,
    issuer: str | None = None,
    place: str | None = None,
) -> list[Name]:
    """Short forms and bare offices, each resolved to the last body before it that fits.

    Parameters
    ----------
    blocks:
        The layout: what one paragraph names is nearer than what the release is about.
    named:
        The mentions found so far, in reading order.
    country:
        The country of the release: some nouns mean a body only in some countries.
    issuer:
        The body that issued the release, which counts as named before it begins.
    place:
        The place of the dateline, whose own bodies some nouns mean.
    """
    local = local_bodies(place, country, patterns)
    rules = _pointing_rules(patterns, country)
    by_name = {body.name: body for body in bodies.all}
    later = _by_noun(named, by_name)
    starts = [block.start for block in blocks]
    so_far, at = Named(bodies, patterns, issuer), 0
    found = []
    for lead in _LEAD.finditer(text):
        while at < len(named) and named[at].end <= lead.start() and not _is_owner(text, named[at], lead):
            block = bisect.bisect_right(starts, named[at].start)
            acts, led = _is_subject(text, named[at]), _is_led(text, named[at])
            so_far.add(named[at].name, named[at].start, block, acts=acts, led=led)
            at += 1
        for rule, noun in _matches(rules, text, lead):
            home = Home(bisect.bisect_right(starts, lead.start()), _sentence_start(text, lead.start()))
            name = _meant(rule, noun.group(), lead["pointer"] is not None, home, so_far, later)
            if name is not None:
                how, score = _how_sure(noun.group(), rule)
                found.append(body_mention(text, lead.start(), noun.end(), rule.id, by_name[name], how, score))
            elif own := _only_of_place(rule, noun.group(), local, bodies):
                body = bodies.add(own)
                found.append(body_mention(text, lead.start(), noun.end(), rule.id, body, "name", _SOLE_SCORE))
    return found


def _meant(
    rule: NameRule, noun: str, pointed_at: bool, home: Home, so_far: Named, later: dict[str, set[str]]
) -> str | None:
    """The body that a noun means behind its article, if the release names one that fits."""
    if rule.kind == "sort":
        return so_far.of_sort(_beginnings(rule)) or _only_one([later[n] for n in later if n in _first_words(rule)])
    # "Tesorería Municipal" belongs to a Tesorería; "Ministerio|Secretaría" to either.
    # The one body of its noun in a country is called by it, unless the release spells out another.
    belongs_to = noun if rule.kind == "sole" else rule.names or ""
    nouns = [fold(names).split()[0] for names in belongs_to.split("|") if names]
    name = so_far.meant(nouns, pointed_at, home)
    if fold(noun).split()[0] in _VAGUE:
        name = so_far.whole(name)
    if name is None and rule.kind != "role.body" and noun[0].isupper():
        name = _only_one([later[noun] for noun in nouns if noun in later])
    return name


def _sentence_start(text: str, place: int) -> int:
    """Where about the sentence of a place begins: behind the last full stop or line end before it."""
    first = max(0, place - _SENTENCE_REACH)
    return max(first - 1, text.rfind(". ", first, place), text.rfind("\n", first, place)) + 1


def _only_of_place(rule: NameRule, noun: str, local: dict[str, str], bodies: Bodies) -> str | None:
    """The only body of its noun that a country or the dateline's place has, where the release names no other."""
    if rule.kind == "sole":
        return bodies.of_field(noun) or rule.names
    if rule.kind != "short" or not (noun[0].isupper() or " " in noun):
        return None
    return next((local[head] for head in fold(rule.names or "").split("|") if head in local), None)


def _matches(rules: Openers[NameRule], text: str, lead: re.Match[str]) -> list[tuple[NameRule, re.Match[str]]]:
    """What points back behind an article; where it says what a body is ("la entidad bancaria"), that alone."""
    matched = [(rule, rule.pattern.match(text, lead.end())) for rule in rules.at(text, lead.end())]
    pointing = [
        (rule, noun)
        for rule, noun in matched
        if noun is not None and not _GOES_ON.match(text, noun.end()) and _points(text, lead, noun, rule)
    ]
    return [(rule, noun) for rule, noun in pointing if rule.kind == "sort"] or pointing


@lru_cache(maxsize=64)
def _beginnings(rule: NameRule) -> tuple[str, ...]:
    return tuple(fold(name) for name in (rule.names or "").split("|"))


@lru_cache(maxsize=64)
def _first_words(rule: NameRule) -> frozenset[str]:
    """The nouns that alone open what a phrase can mean; "Instituto Tecnológico" is not any Instituto."""
    return frozenset(name for name in _beginnings(rule) if " " not in name)


def _by_noun(named: list[Name], by_name: dict[str, Body]) -> dict[str, set[str]]:
    """The bodies that a release spells out anywhere, by the noun that opens their name."""
    spelled_out = defaultdict(set)
    for name in named:
        if name.how == "name" and (body := by_name.get(name.name)) is not None:
            spelled_out[body.head].add(body.name)
    return spelled_out


def _only_one(names: list[set[str]]) -> str | None:
    """The body of a noun that a release opens with and spells out later, where there is no second one of that noun."""
    every = set().union(*names)
    return every.pop() if len(every) == 1 else None


def _is_owner(text: str, part: Name, lead: re.Match[str]) -> bool:
    """Whether a pointing noun is what a body is a part of: "Dirección de Obras de la dependencia" is none itself."""
    between = text[part.end : lead.start()]
    return between.split() == ([] if lead.group().lower().startswith("del") else ["de"])


def _is_subject(text: str, name: Name) -> bool:
    """Whether a name stands with its article and without a preposition, as a subject does."""
    before = _ARTICLE.search(text[max(0, name.start - 20) : name.start])
    return before is not None and fold(before["word"] or "") not in _PREPOSITIONS


def _is_led(text: str, name: Name) -> bool:
    """Whether a name stands behind the office of who leads the body, or is that office."""
    return name.how == "role" or _LEADER.search(text[max(0, name.start - 40) : name.start]) is not None


def _how_sure(noun: str, rule: NameRule) -> tuple[How, float]:
    if rule.kind == "role.body":
        return "role", _HOLDER_SCORE
    return "short", _VAGUE_SCORE if fold(noun).split()[0] in _VAGUE else _SHORT_SCORE


def _points(text: str, lead: re.Match[str], found: re.Match[str], rule: NameRule) -> bool:
    """Whether a noun points back: by a pointing word, by its capital, as what acts, or as it can do nothing else."""
    noun = found.group()
    if rule.kind == "role.body":
        return len(noun.split()) == 1
    if rule.kind == "sole":
        return noun[0].isupper() and not noun.isupper()
    if rule.kind == "sort" or lead["pointer"] or noun[0].isupper():
        return True
    first = fold(noun).split()[0]
    if first in _NEVER_CAPITAL or (rule.names is None and first not in _VAGUE):
        return True
    return first not in _OTHER_THINGS and _ACTS.match(text, found.end()) is not None


@lru_cache(maxsize=32)
def _pointing_rules(patterns: Patterns, country: str | None) -> Openers[NameRule]:
    rules = (rule for kind in ("sort", "short", "role.body", "sole") for rule in rules_of(patterns, kind))
    there = (rule for rule in rules if not rule.countries or country in rule.countries)
    return Openers((rule, rule.expression) for rule in there)
