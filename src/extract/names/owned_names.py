"""Bodies and plurals between a scheme's noun and its name: "programa de INDAP PRODESAL", "programas del Pueblo"."""

from __future__ import annotations

import re

from extract.names.gazetteer import gazetteer_of
from extract.names.grammar import grammar_of, is_acronym
from extract.names.known_towns import known_towns_of
from extract.names.words import fold
from extract.patterns import Patterns

#: The plural with its complement is the name of many schemes: "Programas para el Bienestar".
OF_MANY = re.compile(r"programas\s+(?:para|del)\s", re.IGNORECASE)
#: "para el Bienestar" is a complement of one noun; one of so many words or more describes a scheme.
_DESCRIBING = 4
#: What something is given with: "300 becas con Salud en tu Casa".
_WITH = re.compile(r"\s+con\s+[A-ZÁÉÍÓÚÑ]")
_LINKED = re.compile(r"\s+(?:de|del)\s+(?:la\s+|el\s+)?(?=[^\W\d_a-z])")
_BODY = re.compile(r"([^\W\d_]{2,12})(?:\s+[\"“«‘']?|$)")
#: What joins two bodies, and a body with its place: "programas de Sercotec y Fosis en Talca".
_AND, _AT = re.compile(r",\s+|,?\s+[ye]\s+"), re.compile(r"(?:de|del|en)\s+")
#: An acronym of so many letters may be written as a word ("Mevir"); a shorter one is a word ("Sena").
_WORDLIKE = 5


def is_complement(match: re.Match[str], tail: str, patterns: Patterns) -> bool:
    """Whether what follows the noun for a scheme says of whom, for what or with what it is, and names none."""
    small = match["noun"][0].islower()
    return (small and _WITH.match(tail) is not None) or _is_of_many(match, tail) or _is_of_body(match, tail, patterns)


def _is_of_many(match: re.Match[str], tail: str) -> bool:
    """Whether a plural in small letters tells whose or for what the programs are: "los programas del Bienestar".

    A name of one scheme is set beside the plural or stands behind "de" ("los programas de Empleo Temporal y …").
    """
    words = tail.split()
    return match["noun"][0].islower() and OF_MANY.match(match["noun"] + tail) is not None and len(words) < _DESCRIBING


def _is_of_body(match: re.Match[str], tail: str, patterns: Patterns) -> bool:
    """Whether known bodies, alone or with their place, are all that follows the noun: "programa del ICBF"."""
    link = _LINKED.match(tail)
    if link is None or not fold(match["noun"]).startswith("programa"):
        return False
    name = " ".join(tail[link.end() :].split())
    listed = gazetteer_of(patterns, "programs.csv").lookup(name, None)
    return listed is None and all(_is_body_at(part, patterns) for part in _AND.split(name))


def _is_body_at(name: str, patterns: Patterns) -> bool:
    """Whether a name is that of a body, in capitals or written as a word, alone or with its place: "Mevir en Tala"."""
    body = _BODY.match(name)
    if body is None:
        return False
    rest = name[body.end() :]
    if not _is_body(_as_acronym(body.group(1)), patterns):
        return False
    place = _AT.match(rest)
    return not rest or known_towns_of(patterns).names_place(rest[place.end() :] if place else rest)


def _as_acronym(word: str) -> str:
    """A word as an acronym, where it may be one: "Mevir"."""
    return word.upper() if len(word) >= _WORDLIKE and word[0].isupper() else word


def behind_body(name: str, linked: bool, patterns: Patterns) -> int:
    """How many characters of a name are the acronym of the body that runs the scheme; 0 where none opens it.

    Parameters
    ----------
    name:
        The name as read after the noun for a scheme.
    linked:
        Whether "de" or "del" stands between the noun and it ("programa de INDAP …"); without, what follows the body
        has to be a known scheme ("programa FOSIS Yo Emprendo Semilla", but "programa IMSS Oportunidades").
    """
    body = _BODY.match(name)
    rest = name[body.end() :] if body else ""
    if body is None or not rest or not rest[0].isupper() or not _is_body(body.group(1), patterns):
        return 0
    if fold(body.group(1)) in grammar_of(patterns).words("body"):
        return 0  # "DIF Comedores Vivos": a usual body takes what follows it, as it takes its town
    schemes, bodies = gazetteer_of(patterns, "programs.csv"), gazetteer_of(patterns, "agencies.csv")
    if schemes.lookup(name, None) or bodies.lookup(name, None):
        return 0
    return body.end() if linked or schemes.lookup(rest, None) else 0


def before_body(name: str, with_noun: bool, patterns: Patterns) -> int:
    """How many characters of a name stand before the body whose scheme it is: "Joven Activa | de Prosperidad Social".

    All of them where none closes it, where the whole is a known scheme, or where too little would be left of it.
    Behind the scheme's own noun (``with_noun``) only an acronym is surely a body: "Programa Nacional de Bienestar
    Familiar".
    """
    bodies, schemes = gazetteer_of(patterns, "agencies.csv"), gazetteer_of(patterns, "programs.csv")
    for link in _LINKED.finditer(name):
        owner, own = name[link.end() :], name[: link.start()]
        whole = sum(word[0].isupper() for word in own.split()) > 1
        by_name = not with_noun and " " in owner and bodies.lookup(owner, None) is not None
        if whole and (by_name or _is_body(owner, patterns)) and schemes.lookup(name, None) is None:
            return link.start()
    return len(name)


def are_listed(parts: list[str], whole: str, patterns: Patterns) -> bool:
    """Whether two names joined by "y" are known ones of their own, and not a known one together: "Aprende y Avanza"."""
    schemes = gazetteer_of(patterns, "programs.csv")
    return schemes.lookup(whole, None) is None and all(schemes.lookup(part, None) for part in parts)


def _is_body(word: str, patterns: Patterns) -> bool:
    """Whether a word is the acronym of a listed body and of no listed scheme."""
    grammar, scheme = grammar_of(patterns), gazetteer_of(patterns, "programs.csv").lookup(word, None)
    bodies = grammar.one_word_bodies | grammar.words("body")
    return is_acronym(word) and fold(word) in bodies and scheme is None
