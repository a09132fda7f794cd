"""Names that go on behind a listed one: "Chile Cuida Mayor" is another scheme than "Chile Cuida".

The significant words of a program's name have capitals (RAE, *Ortografía* 2010, ch. IV 4.2.4.8), so that a capital
right behind a listed name, or behind a preposition that no place takes, is of the same name. A place, a person, a
body or another program that follows is none of it.
"""

from __future__ import annotations

import re

from extract.mentions import Name
from extract.names.gazetteer import gazetteer_of
from extract.names.grammar import NameGrammar, grammar_of, is_acronym
from extract.names.known_towns import known_towns_of
from extract.names.loose_names import is_opening_verb
from extract.names.program_rules import program_mention
from extract.names.spelling import Spelled, in_capitals
from extract.names.word_forms import is_abstract
from extract.names.words import Token, fold, tokens_of
from extract.patterns import Patterns

#: Links behind which a name goes on whatever follows; places, owners and other names follow the rest.
_TYING = frozenset({"para", "sin", "contra"})
#: Links behind which it goes on where a noun for a field follows ("de Conectividad"), but "de Maipú".
_OF_FIELD = frozenset({"de", "del", "en", "por", "con"})
_ARTICLES = frozenset({"la", "las", "el", "los"})
#: Words from so many letters on tell how a line is set, and so many of them must have a capital in a headline.
_LONG_WORD, _HEADLINE = 4, 0.7
#: How much of the sentence on either side of a name is looked at for that (characters).
_AROUND = 120
#: A name goes on by so many words of meaning at most; a longer run is a headline's.
_MOST = 3
_OF_PLACE = re.compile(r"\s+(?:(?:de|del|en)\s+(?:la\s+|el\s+)?)?([A-ZÁÉÍÓÚÑ].*)", re.DOTALL)
_SENTENCE_END = re.compile(r"[.:;!?]\s|\n")


def longer_end(text: str, start: int, end: int, next_start: int, patterns: Patterns) -> int:
    """Where a name ends that opens with the words of a listed one; ``end`` itself where it does not go on.

    ``next_start`` is where the next listed name begins, which is none of this one.
    """
    if text[end : end + 1] != " ":
        return end
    grammar = grammar_of(patterns)
    line_end = text.find("\n", end)
    limit = min(len(text) if line_end < 0 else line_end, next_start)
    stop = grammar.extend(text, end, limit, text[start:end].rsplit(maxsplit=1)[-1], "program")
    tail = tokens_of(text, end, stop)
    if not tail or _is_headline(text, start, stop) or not _goes_on(text[start:end], tail, patterns):
        return end
    return stop


def _is_headline(text: str, start: int, stop: int) -> bool:
    """Whether the sentence around a name has capitals everywhere, which then tell nothing of the name."""
    before = _SENTENCE_END.split(text[max(0, start - _AROUND) : start])[-1]
    after = _SENTENCE_END.split(text[stop : stop + _AROUND])[0]
    words = [word for word in re.findall(r"[^\W\d_]+", f"{before} {after}") if len(word) >= _LONG_WORD]
    return in_capitals(text[start:stop]) or sum(word[0].isupper() for word in words) > _HEADLINE * len(words)


def _goes_on(listed: str, tail: list[Token], patterns: Patterns) -> bool:
    """Whether what the grammar reads behind a listed name is of the name: no place, no body, no second name."""
    at = next((n for n, token in enumerate(tail) if token.surface[0].isupper()), None)
    if at is None:
        return False
    links, target = [token.folded for token in tail[:at]], tail[at]
    if sum(token.surface[0].isupper() for token in tail) > _MOST or is_opening_verb(tail, at):
        return False  # "Con Sembrando Vida Llegan Apoyos A Cien"
    rest = " ".join(token.surface for token in tail[at:])
    grammar, towns = grammar_of(patterns), known_towns_of(patterns)
    if towns.names_place(target.surface) or towns.names_place(rest) or _is_other(target, grammar):
        return False
    if gazetteer_of(patterns, "agencies.csv").lookup(rest, None):
        return False  # "Jóvenes en Paz de Prosperidad Social" is that body's
    if not links:
        return True
    if links[0] in {"y", "e"}:
        return len(links) == 1 and _agree(listed.rsplit(maxsplit=1)[-1], target.surface) and tail[-1] is target
    field = is_abstract(target.folded) or target.folded in grammar.words("department_word")
    field = field and target.folded not in grammar.words("placelike_noun")
    return links[0] in _TYING or (links[0] in _OF_FIELD and field)


def _is_other(target: Token, grammar: NameGrammar) -> bool:
    """Whether a capitalized word opens a person's or a body's name, is an acronym or the noun of another scheme."""
    kinds = ("given_name", "new_name", "title_word", "place_head", "trigger")
    barred = any(target.folded in grammar.words(kind) for kind in kinds) or target.folded in grammar.one_word_bodies
    return barred or grammar.opens_body(target) or is_acronym(target.surface) or target.folded in _ARTICLES


def _agree(one: str, other: str) -> bool:
    """Whether two words end alike, as coordinated adjectives do: "Barrios Seguros y Limpios"."""
    return one[-2:] == other[-2:] and one[-2:] in {"os", "as"}


def longer_mention(text: str, start: int, end: int, score: float) -> Name:
    """A mention of a name that a listed one opens; it has no row of its own."""
    return program_mention(text, start, end, "program.listed-longer", " ".join(text[start:end].split()), score)


def without_places(text: str, found: list[Name], bodies: list[Spelled], patterns: Patterns) -> list[Name]:
    """The mentions without those that only add a place to a listed name: "Pensión 65 Ayacucho" of "Pensión 65".

    A listed body is one, too: "Fondo Social para la Vivienda de El Salvador".
    """
    ends = {body.start: body.end for body in bodies if body.rule.startswith("agency.listed.")}
    ends |= {name.start: name.end for name in found if name.rule.startswith("program.listed.")}
    towns, in_phrases = known_towns_of(patterns), grammar_of(patterns).words("phrase_noun")

    def adds_place(name: Name) -> bool:
        end = ends.get(name.start, name.end)
        place = _OF_PLACE.match(text, end, name.end)
        if name.rule != "program.plain" or place is None or fold(place.group(1)) in in_phrases:
            return False  # "Tu Casa en Regla" is not in the town of Regla
        return towns.names_place(place.group(1))

    return [name for name in found if not adds_place(name)]
