"""What the capitals and commas of a listed program's name tell: whether the words are the name, and how to write it.

A sentence's first word has its capital from the sentence, so that it tells nothing of a name (RAE, *Ortografía* 2010,
ch. IV 4.1.1); the significant words of a program's name have one each (4.2.4.8).
"""

from __future__ import annotations

import re

from extract.names.gazetteer import Listed, country_of_entity
from extract.names.grammar import grammar_of
from extract.names.known_towns import known_towns_of
from extract.names.program_rules import words_of
from extract.names.words import content, fold, tokens_of
from extract.patterns import Patterns

_OPENING_MARKS = "“\"«'‘_*¡¿"
_CLOSING_MARKS = "”\"»'’_*"
_STOPS = frozenset(".:;!?-–—•·\n")
_CAPITAL_BEFORE = re.compile(r"[^\W\d_a-záéíóúüñ][\w.]*\s$")
#: How far before a name the word right before it may begin, and how far behind it the next one may end (characters).
_REACH = 45
#: A name is long with so many words of so many letters.
_MANY, _LONG_WORD = 3, 4
#: Acronyms of so many letters are several schemes' and bodies': "PMU", "CAE".
_SHORT_ACRONYM = 3
#: What stands behind the label of a row or a list: "Salud en tu casa: 300 citas".
_LABEL_AFTER = re.compile(r"\s*(?::|\n|$)")
#: A number that counts what follows it ("Ahora 12 familias …") and belongs to no name ("Ahora 12 permite …").
_COUNTED_AFTER = re.compile(r"\s(?!m[áa]s\b|tras\b|adem[áa]s\b|antes\b|despu[ée]s\b|es\b)[a-záéíóúñ]{2,}s\b")


def opens_sentence(text: str, start: int, opens: set[int]) -> bool:
    """Whether a word has its capital from the sentence, the line or the quotation that it opens."""
    first = start
    while first > 0 and text[first - 1] in _OPENING_MARKS:
        first -= 1
    before = text[max(0, first - 3) : first].rstrip(" \u00a0")
    return first in opens or not before or before[-1] in _STOPS


def follows_name(text: str, start: int, opens: set[int], patterns: Patterns) -> bool:
    """Whether a capitalized word stands right before; "Con", which opens the sentence, is no name."""
    match = _CAPITAL_BEFORE.search(text, max(0, start - _REACH), start)
    if match is None:
        return False
    plain = fold(match.group()) in words_of(patterns, "opening_word")
    return not (plain and opens_sentence(text, match.start(), opens))


def is_as_in_row(surface: str, item: Listed) -> bool:
    """Whether each word that has a capital in the row has one in the text."""
    words = surface.split()
    return any(
        all(word[0].isupper() or not full[0].isupper() for word, full in zip(words, alias.split(), strict=False))
        for alias in _same_words(surface, item)
    )


def has_other_commas(surface: str, item: Listed) -> bool:
    """Whether the text parts by a comma what a name holds together: "Caminos, bienestar y luz"."""
    return "," in surface and not any("," in alias for alias in _same_words(surface, item))


def _same_words(surface: str, item: Listed) -> list[str]:
    """The spellings of a row that have the words of what was found in the text."""
    words = [token.folded for token in tokens_of(surface)]
    names = (item.entity.name, *item.entity.aliases)
    return [name for name in names if [token.folded for token in tokens_of(name)] == words]


def surely_named(text: str, items: list[Listed]) -> set[str]:
    """The ids of the rows whose names of several words the text has with all their capitals, outside of headlines."""
    surfaces = ((item, text[item.start : item.end]) for item in items)
    return {
        item.entity.id
        for item, surface in surfaces
        if " " in surface and not surface.isupper() and surface != surface.capitalize() and is_as_in_row(surface, item)
    }


def is_ordinary(text: str, item: Listed, opens: set[int], sure: set[str], patterns: Patterns) -> bool:
    """Whether the words of a listed name say what they say: "Argentina trabaja con 20 países", "Ahora 12 familias".

    That is so where the first word alone has a capital, which it owes to the sentence, to a country or to a body, and
    nothing else tells a name: no quotes, no colon after it, no noun for a scheme in it, no full spelling elsewhere.
    """
    surface = text[item.start : item.end]
    if " " not in surface or surface[0].islower() or surface.isupper():
        return False
    opening = opens_sentence(text, item.start, opens)
    if opening and surface[-1].isdigit() and _COUNTED_AFTER.match(text, item.end):
        return fold(surface.split()[0]) in grammar_of(patterns).words("never_opens")
    if sum(len(word) >= _LONG_WORD for word in content(surface)) >= _MANY:
        return False  # a long name takes one capital only (4.2.4.8), and no sentence happens to open like it
    first = tokens_of(surface)[0]
    own_capital = known_towns_of(patterns).names_place(first.surface) or grammar_of(patterns).opens_body(first)
    if is_as_in_row(surface, item) or not (opening or own_capital) or item.entity.id in sure:
        return False
    quoted = text[item.start - 1 : item.start] in set(_OPENING_MARKS) and text[item.end : item.end + 1] in set(
        _CLOSING_MARKS
    )
    label = opening and _LABEL_AFTER.match(text, item.end) is not None
    nouns = words_of(patterns, "trigger") | words_of(patterns, "naming_trigger")
    return not (quoted or label or first.folded in nouns - words_of(patterns, "capital_trigger"))


def with_plus(text: str, item: Listed) -> bool:
    """Whether the plus sign that stands for "más" is written right before a name that a row has so: "+Capaz"."""
    signed = any(alias.startswith("+") for alias in (item.entity.name, *item.entity.aliases))
    return signed and text[max(0, item.start - 1) : item.start] == "+"


def is_short_acronym(surface: str, item: Listed, country: str | None) -> bool:
    """Whether an acronym has so few letters that it means something else in each country, and none is known.

    A row without a place counts everywhere: it is a user's own, or of no country.
    """
    short = surface.isupper() and surface.isalpha() and len(surface) <= _SHORT_ACRONYM
    return country is None and short and country_of_entity(item.entity) != ""


def not_cut(text: str, items: list[Listed], country: str | None, opens: set[int], patterns: Patterns) -> list[Listed]:
    """The rows found, without another country's whose name stands behind a capital: it ends some name of this one."""

    def ends_other(item: Listed) -> bool:
        foreign = country is not None and country_of_entity(item.entity) not in {country, ""}
        return foreign and follows_name(text, item.start, opens, patterns)

    return [item for item in items if not ends_other(item)]


def best_spelling(spellings: list[str], item: Listed) -> str:
    """Of several spellings of a name the row's own, then one not all in capitals, then the one with most."""
    names = {item.entity.name, *item.entity.aliases}

    def rank(spelling: str) -> tuple[bool, bool, int]:
        whole = " " in spelling
        return spelling in names, whole and not spelling.isupper(), sum(map(str.isupper, spelling))

    return max(reversed(spellings), key=rank)
