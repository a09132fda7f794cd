"""Offices that stand for a body: "la secretaria de Salud", "el director del Instituto"."""

from __future__ import annotations

import re
from typing import Literal, NamedTuple

from extract.mentions import Block, Name
from extract.names.agency_rules import rules_in, rules_of
from extract.names.bodies import Bodies, Body
from extract.names.gazetteer import gazetteer_of
from extract.names.grammar import grammar_of, is_acronym
from extract.names.spelling import of_despacho, usual_bodies
from extract.names.words import content, fold, tokens_of
from extract.patterns import Patterns
from extract.rules import NameRule, possible

How = Literal["name", "acronym", "short", "role", "anaphor"]

_OFFICE_SCORE = 0.85
_GOES_ON = re.compile(r"\s+(?:de|del|para|contra|en)\b|\s+[A-ZÁÉÍÓÚÑ]")
_AND_CAPITAL = re.compile(r"\s+[ye]\s+(?=[A-ZÁÉÍÓÚÑ])")
_OF = re.compile(r"\s+(?:de|del|para)\b")
#: What the release gives an acronym is a body's own name: "director del Fondo de Inversión (FIN)".
_ACRONYM = re.compile(r"\s*\(\s*[A-ZÁÉÍÓÚÑ]{2,11}\s*\)")
_OF_THE = re.compile(r"\s+(?:del|de\s+la)\s")
_OF_WHOLE = re.compile(r"\s(?:general|nacional)$", re.IGNORECASE)
_LOWER_TAIL = re.compile(r"\s+(?:de|del)(?:\s+(?:la|las|los))?(?:\s+(?:y\s+)?[a-záéíóúñ]+){1,4}")
#: A "director" may head an Instituto or a Sistema as well; a secretary or a minister only heads their own.
_LOOSE_OFFICES = frozenset({"direccion", "coordinacion", "delegacion"})
#: Countries whose ministers head secretariats (Ley General de la Administración Pública, HN, art. 28).
_SECRETARIATS = frozenset({"Honduras"})
_DEPUTIES = frozenset({"Viceministerio", "Subsecretaría"})
#: Adjectives of a holder and not of the body.
_NOT_OF_BODY = frozenset({"mayor", "interino", "interina", "delegado", "delegada", "responsable"})


def office_mentions(text: str, blocks: list[Block], bodies: Bodies, patterns: Patterns) -> list[Name]:
    """Offices with the body that they name: "director de Obras" is "Dirección de Obras".

    Returns
    -------
    One ``role`` mention for each office with a complement; offices without one come from ``names.pointing``.
    """
    found = []
    rules = possible(rules_in(patterns, "role.body", bodies.country), text)
    for block in blocks:
        for rule in rules:
            for match in rule.finditer(text, block.start, block.end):
                read = _office(text, match, rule, block.end, patterns)
                if read is None:
                    continue
                name, end = _as_called(_ministry_of_deputy(read[0], bodies), bodies), read[1]
                body = _body_of_office(name, bodies)
                found.append(body_mention(text, match.start(), end, rule.id, body, "role", _OFFICE_SCORE))
    return found


def _ministry_of_deputy(name: str, bodies: Bodies) -> str:
    """The ministry whose field a deputy has as a whole: "viceministro de Salud" speaks for the Ministerio de Salud."""
    noun, _, field = name.partition(" ")
    if noun not in _DEPUTIES or bodies.of(name) is not None:
        return name
    ministries = (f"{of} {field}" for of in ("Ministerio", "Secretaría"))
    return next((ministry for ministry in ministries if bodies.is_known(ministry)), name)


def _as_called(name: str, bodies: Bodies) -> str:
    """A ministry as the country calls it: the "ministra de Salud" of Honduras heads the Secretaría de Salud."""
    noun, _, field = name.partition(" ")
    if noun != "Ministerio" or bodies.country not in _SECRETARIATS or bodies.of(name) is not None:
        return name
    body = bodies.of(f"Secretaría {field}")
    return body.name if body else name


def _is_of_program(text: str, start: int, end: int, office: str, patterns: Patterns) -> bool:
    """Whether an office's complement is a program of the gazetteer: "la coordinadora de Renta Joven" heads no body.

    A national or general one does, by the decree that sets it up: "Coordinación Nacional de Prospera".
    """
    if _OF_WHOLE.search(office):
        return False
    complement = text[start:end].strip()
    name = complement.removeprefix("del ").removeprefix("de ")
    if not name[0].isupper() or content(name)[0] in grammar_of(patterns).words("department_word"):
        return False
    listed = gazetteer_of(patterns, "programs.csv").find(name, None)
    return any(item.start == 0 and item.end == len(name) for item in listed)


def _office(text: str, match: re.Match[str], rule: NameRule, limit: int, patterns: Patterns) -> tuple[str, int] | None:
    """The name of an office's body and the end of the office, or None where nothing names the body."""
    grammar, usual = grammar_of(patterns), usual_bodies(patterns)
    after = of_despacho(text, match.end(), patterns) or match.end()
    base = _noun_of_body(match.group(), rule.names or "")
    if _OF.match(text, after):
        end = grammar.extend(text, after, limit, match.group())
        if end > after and _is_of_program(text, after, end, match.group(), patterns):
            return None
        if end > after:
            second = _second_office(text, after, end, patterns)
            complement = tokens_of(text, after, second.complement)
            first = next(token for token in complement if token.surface[0].isupper())
            named = is_acronym(first.surface) or gazetteer_of(patterns, "agencies.csv").lookup(first.surface, None)
            with_article = _OF_THE.match(text, after) is not None
            own_name = grammar.is_plain_head(first.folded) or (with_article and grammar.opens_body(first))
            own_name = own_name and not any(
                rule.pattern.match(text, first.start) for rule in rules_of(patterns, "not_agency")
            )
            defined = with_article and len(complement) > 1 and _ACRONYM.match(text, end) is not None
            if named or defined or (own_name and len(complement) > 2):
                return None  # "delegado del IMSS", "directora del Centro de …": the body's own name follows
            return f"{base} {' '.join(text[after : second.complement].split())}{second.name}", second.end
    elif len(base.split()) > 1 and fold(base) in usual.spelling and not _GOES_ON.match(text, after):
        return base, after
    tail = _LOWER_TAIL.match(text, after, limit)
    for stop in _word_ends(text, tail) if tail else ():
        name = fold(f"{rule.names} {text[after:stop]}")
        if name in usual.spelling:
            return usual.spelling[name], stop
    return None


class _Second(NamedTuple):
    """Where an office's complement ends before a further office, what that adds to the body's name, and its end."""

    complement: int
    name: str
    end: int


def _second_office(text: str, start: int, end: int, patterns: Patterns) -> _Second:
    """The further office in what looks like a complement.

    "secretaria de Hacienda | y Tesorera" heads one body; "directora de Cultura | y Regidora" is two persons or offices.
    """
    usual = usual_bodies(patterns)
    for joint in _AND_CAPITAL.finditer(text, start, end):
        for rule in (*rules_of(patterns, "role.body"), *rules_of(patterns, "office.municipal")):
            second = rule.pattern.match(text, joint.end())
            if second is not None and second.end() >= end and fold(rule.names or "") in usual.spelling:
                return _Second(joint.start(), f" y {rule.names}", second.end())
            if second is not None:
                return _Second(joint.start(), "", joint.start())
    return _Second(end, "", end)


def _noun_of_body(office: str, noun: str) -> str:
    """The noun of an office's body with the office's adjective: "secretario general" gives "Secretaría General"."""
    adjectives = [word.capitalize() for word in office.split()[1:] if fold(word) not in _NOT_OF_BODY]
    adjective = " ".join(adjectives)
    return noun if not adjective or fold(noun).endswith(fold(adjective)) else f"{noun} {adjective}"


def _word_ends(text: str, tail: re.Match[str]) -> list[int]:
    """The ends of a tail's words, the longest reading first."""
    return [token.end for token in reversed(tokens_of(text, tail.start(), tail.end()))]


def _body_of_office(name: str, bodies: Bodies) -> Body:
    """The release's own body of that complement, whatever its noun ("director de" an Instituto), else a new one."""
    known = bodies.of(name) or bodies.like(name)
    if known is not None:
        return known
    head = content(name)[0]
    return bodies.led_by(name, any_noun=head in _LOOSE_OFFICES) or bodies.add(name)


def body_mention(text: str, start: int, end: int, rule: str, body: Body, how: How, score: float) -> Name:
    """A mention of a body, with the body's name and id."""
    return Name(start, end, text[start:end], rule, "agency", body.name, body.id, how, score)
