"""Offices and short forms that stand for a body: "la secretaria de Salud", "el Instituto", "esta dependencia".

An office with a complement names its body outright. Without one, and for a short form, the body is the last one before
it that fits: of the noun that the office or the short form belongs to.
"""

from __future__ import annotations

import bisect
import dataclasses
import re
from collections import Counter
from functools import lru_cache
from typing import Literal

from extract.mentions import Block, Name
from extract.names.bodies import Bodies, Body
from extract.names.gazetteer import gazetteer_of
from extract.names.governments import rules_of
from extract.names.grammar import grammar_of, is_acronym
from extract.names.spelling import in_capitals, usual_bodies
from extract.names.words import Token, content, fold, tokens_of
from extract.patterns import Patterns
from extract.rules import NameRule

How = Literal["name", "acronym", "short", "role", "anaphor"]

#: An acronym this long may be written like a word ("Sedesol"); a shorter one would be taken for a word.
_WRITTEN_LIKE_A_WORD = 4
_UNKNOWN = re.compile(r"[A-ZÁÉÍÓÚÑ]{3,11}|[A-Z]{1,4}[ye][A-Z]{1,4}")
_AFTER_ARTICLE = re.compile(r"\b(?:el|la|del|al)\s$", re.IGNORECASE)
_OFFICE_SCORE = 0.85
_HOLDER_SCORE = 0.7
_SHORT_SCORE = 0.7
_VAGUE_SCORE = 0.5
#: What stands before a noun that points back: a pointing word, or the article alone.
_LEAD = re.compile(
    r"\b(?:(?P<pointer>est[ea]|dich[oa]|es[ea]|(?:el|la)\s+(?:citad|mencionad|referid|propi)[oa])|el|la|del|al)\s+",
    re.IGNORECASE,
)
_GOES_ON = re.compile(r"\s+(?:de|del|para|contra|en)\b|\s+[A-ZÁÉÍÓÚÑ]")
_OF = re.compile(r"\s+(?:de|del|para)\b")
_LOWER_TAIL = re.compile(r"\s+(?:de|del)(?:\s+(?:la|las|los))?(?:\s+(?:y\s+)?[a-záéíóúñ]+){1,4}")
#: A "director" may head an Instituto or a Sistema as well; a secretary or a minister only heads their own.
_LOOSE_OFFICES = frozenset({"direccion", "coordinacion", "delegacion"})
#: Adjectives of a holder and not of the body.
_NOT_OF_BODY = frozenset({"mayor", "interino", "interina", "delegado", "delegada", "responsable"})
#: Nouns that are everyday words too: they only point back with a capital or a pointing word.
_VAGUE = frozenset({"institucion", "instancia", "corporacion", "ente", "organizacion"})


def office_mentions(text: str, blocks: list[Block], bodies: Bodies, patterns: Patterns) -> list[Name]:
    """Offices with the body that they name: "director de Obras" is "Dirección de Obras".

    Returns
    -------
    One ``role`` mention for each office with a complement; offices without one come from :func:`pointing_mentions`.
    """
    found = []
    for block in blocks:
        for rule in rules_of(patterns, "role.body"):
            for match in rule.pattern.finditer(text, block.start, block.end):
                read = _office(text, match, rule, block.end, patterns)
                if read is None:
                    continue
                name, end = read
                body = _body_of_office(name, bodies, patterns)
                found.append(_name(text, match.start(), end, rule.id, body, "role", _OFFICE_SCORE))
    return found


def _office(text: str, match: re.Match[str], rule: NameRule, limit: int, patterns: Patterns) -> tuple[str, int] | None:
    """The name of an office's body and the end of the office, or None where nothing names the body."""
    grammar, usual = grammar_of(patterns), usual_bodies(patterns)
    base = _noun_of_body(match.group(), rule.names or "")
    if _OF.match(text, match.end()):
        end = grammar.extend(text, match.end(), limit, match.group())
        if end > match.end():
            complement = tokens_of(text, match.end(), end)
            first = next(token for token in complement if token.surface[0].isupper())
            named = is_acronym(first.surface) or gazetteer_of(patterns, "agencies.csv").lookup(first.surface, None)
            if named or (grammar.is_plain_head(first.folded) and len(complement) > 2):
                return None  # "delegado del IMSS", "director de la Promotora de …": the body's own name follows
            return f"{base} {' '.join(text[match.end() : end].split())}", end
    elif len(base.split()) > 1 and fold(base) in usual.spelling and not _GOES_ON.match(text, match.end()):
        return base, match.end()
    tail = _LOWER_TAIL.match(text, match.end(), limit)
    for stop in _word_ends(text, tail) if tail else ():
        name = fold(f"{rule.names} {text[match.end() : stop]}")
        if name in usual.spelling:
            return usual.spelling[name], stop
    return None


def _noun_of_body(office: str, noun: str) -> str:
    """The noun of an office's body with the office's adjective: "secretario general" gives "Secretaría General"."""
    adjectives = [word.capitalize() for word in office.split()[1:] if fold(word) not in _NOT_OF_BODY]
    adjective = " ".join(adjectives)
    return noun if not adjective or fold(noun).endswith(fold(adjective)) else f"{noun} {adjective}"


def _word_ends(text: str, tail: re.Match[str]) -> list[int]:
    """The ends of a tail's words, the longest reading first."""
    return [token.end for token in reversed(tokens_of(text, tail.start(), tail.end()))]


def _body_of_office(name: str, bodies: Bodies, patterns: Patterns) -> Body:
    """The release's own body of that complement, whatever its noun ("director de" an Instituto), else a new one."""
    known = bodies.of(name) or bodies.like(name)
    if known is not None:
        return known
    head, *rest = content(name)
    qualifiers = grammar_of(patterns).words("qualifier")
    core = [word for word in rest if word not in qualifiers]
    for body in bodies.all:
        theirs = [word for word in content(body.name)[1:] if word not in qualifiers]
        if body.head == head and core and theirs[: len(core)] == core:
            return body
        if head in _LOOSE_OFFICES and theirs == core:
            return body
    return bodies.add(name)


def pointing_mentions(
    text: str, named: list[Name], bodies: Bodies, country: str | None, patterns: Patterns
) -> list[Name]:
    """Short forms and bare offices, each resolved to the last body before it that fits.

    Parameters
    ----------
    named:
        The mentions found so far, in reading order.
    country:
        The country of the release: some nouns mean a body only in some countries.
    """
    by_name = {body.name: body for body in bodies.all}
    anchors = [name for name in named if name.name in by_name]
    rules = [
        rule for rule in _pointing_rules(patterns) if rule.kind != "short_abroad" or country not in {None, "México"}
    ]
    found = []
    for lead in _LEAD.finditer(text):
        for rule in rules:
            noun = rule.pattern.match(text, lead.end())
            if noun is None or _GOES_ON.match(text, noun.end()) or not _points(lead, noun.group(), rule):
                continue
            wanted = fold(rule.names or "").split()[:1]
            past = anchors[: bisect.bisect_right(anchors, lead.start(), key=lambda anchor: anchor.end)]
            before = [anchor for anchor in past if _fits(by_name[anchor.name], wanted, patterns)]
            if before:
                # "esta dependencia" is the last one named, "la dependencia" the one that the release is about.
                body = by_name[before[-1].name if lead["pointer"] or wanted else _foremost(before)]
                how, score = _how_sure(noun.group(), rule)
                found.append(_name(text, lead.start(), noun.end(), rule.id, body, how, score))
    return found


def _how_sure(noun: str, rule: NameRule) -> tuple[How, float]:
    if rule.kind == "role.body":
        return "role", _HOLDER_SCORE
    return "short", _VAGUE_SCORE if fold(noun).split()[0] in _VAGUE else _SHORT_SCORE


def _fits(body: Body, wanted: list[str], patterns: Patterns) -> bool:
    """Whether a short form's noun can mean the body; "dependencia" is never a part of a town."""
    if wanted:
        return body.head in wanted
    return body.head not in grammar_of(patterns).words("territory_head")


def _foremost(before: list[Name]) -> str:
    """The body that was mentioned most so far, the last one among equals: whom "la dependencia" means."""
    counts = Counter(name.name for name in before)
    return max(reversed(before), key=lambda name: counts[name.name]).name


def _points(lead: re.Match[str], noun: str, rule: NameRule) -> bool:
    """Whether a noun points back: by a pointing word, by its capital, or because it can do nothing else."""
    if rule.kind == "role.body":
        return len(noun.split()) == 1
    if lead["pointer"] or noun[0].isupper():
        return True
    return rule.names is None and fold(noun).split()[0] not in _VAGUE


@lru_cache(maxsize=8)
def _pointing_rules(patterns: Patterns) -> tuple[NameRule, ...]:
    return tuple(rule for kind in ("short", "short_abroad", "role.body") for rule in rules_of(patterns, kind))


def acronym_mentions(
    text: str, blocks: list[Block], bodies: Bodies, country: str | None, patterns: Patterns
) -> list[Name]:
    """Acronyms: of the release's own definitions, else of the gazetteer, else of a body that nobody spells out."""
    shouted = [block for block in blocks if in_capitals(block.surface)]
    tokens = tokens_of(text)
    known = gazetteer_of(patterns, "agencies.csv").find(text, tokens, country)
    listed = {item.start: item for item in known if item.acronym}
    barred = grammar_of(patterns).words("not_acronym")
    found = []
    for token in tokens:
        if not token.surface[0].isupper():
            continue
        body = bodies.with_acronym(token.surface)
        if body is not None and (token.surface.isupper() or len(token.surface) >= _WRITTEN_LIKE_A_WORD):
            found.append(_name(text, token.start, token.end, "agency.acronym.defined", body, "acronym", 0.95))
        elif token.start in listed and token.folded not in barred:
            item = listed[token.start]
            body = bodies.add(item.entity.name)
            name = _name(text, item.start, item.end, "agency.acronym.listed", body, "acronym", 0.9)
            found.append(dataclasses.replace(name, id=body.id or item.entity.id))
        elif token.folded not in barred and _looks_like_body(text, token, shouted):
            body = bodies.with_initials(token.surface) or bodies.add(token.surface)
            found.append(_name(text, token.start, token.end, "agency.acronym.unknown", body, "acronym", 0.6))
    return found


def _looks_like_body(text: str, token: Token, shouted: list[Block]) -> bool:
    """Whether capitals after an article are an acronym; in a headline in capitals any word looks like one."""
    if not _UNKNOWN.fullmatch(token.surface) or any(b.start <= token.start < b.end for b in shouted):
        return False
    return _AFTER_ARTICLE.search(text, max(0, token.start - 6), token.start) is not None


def _name(text: str, start: int, end: int, rule: str, body: Body, how: How, score: float) -> Name:
    return Name(start, end, text[start:end], rule, "agency", body.name, body.id, how, score)
