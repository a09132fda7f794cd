"""The constructions that name what a quantity counts behind the number itself.

The noun stands after the number ("mil 300 becas") or behind the verb ("suman 3 mil los beneficiados"). What money and
measures are of is read in ``measure_items``, labels, subjects and wholes that stand farther away in ``item_labels``.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Literal

from extract.links.noun_phrases import NounPhrase, read_noun_phrase
from extract.links.parse import ParsedSentence, Token
from extract.links.word_classes import agrees, is_participle
from extract.mentions import Mention, Quantity
from extract.names.known_towns import KnownTowns, known_towns_of
from extract.patterns import Patterns
from extract.rules import WordRule

#: How a plural participle ends, which the model may take for a noun ("reportan acumuladas 4 mil 561").
PARTICIPLE_ENDINGS = ("adas", "idas", "ados", "idos", "iertas", "iertos", "uestas", "uestos", "echas", "echos")
_DE = frozenset({"de", "del"})
#: What closes a quotation, or an aside between dashes: "-3 chicos y 2 chicas-".
_QUOTES = "”»\"'’-–—"
#: Soft hyphens and signs without width, which nobody sees in a word.
_UNSEEN = re.compile("[\u00ad\u200b\u2060\ufeff]")
#: A line that ends in lower case and one that begins with a capital are two rows: "3 casos de robo | Sábado, 21".
_NEXT_LINE = re.compile(r"(?<=[a-záéíóúñ])[^\S\n]*\n\s*(?=[A-ZÁÉÍÓÚÑ])")
#: What may stand between a verb and the number that something is put at: "elevó a 300 las becas".
_TO_NUMBER = frozenset({"a", "en", "hasta", "ya"})
_THE = frozenset({"los", "las"})
#: "de", the first number and "a" stand before the second number of a change.
_CHANGE = 3


#: From here on writers put the "de" of "un millón de" also behind figures: "1.680.000 de estudiantes".
_MILLION = 1_000_000
#: How relational adjectives end, which sort what is counted: "2 mil psicológicas y mil jurídicas" (NGLE 13.2).
RELATIONAL_ENDINGS = ("icas", "icos", "ales", "ares", "ivas", "ivos", "osas", "osos", "bles")

#: How an adjective stands for a noun: by a listed word, or as the sentence makes likely.
Elision = Literal["listed", "likely"]


@dataclass(frozen=True, slots=True)
class Item(Mention):
    """The noun phrase of a quantity; ``score`` says how sure the construction is."""

    score: float


@dataclass(frozen=True, slots=True)
class Reading:
    """An item with what the next figure takes up: the ``noun`` without complements, and its gender."""

    item: Item
    noun: Item
    gender: str | None


@dataclass(frozen=True, slots=True)
class ItemWords:
    """The word lists of ``items.yml``, and the towns, of which none is a sort of thing."""

    towns: KnownTowns
    linking: frozenset[str]
    having: frozenset[str]
    continuing: frozenset[str]
    empty_heads: frozenset[str]
    carriers: frozenset[str]
    number_nouns: frozenset[str]
    collectives: frozenset[str]
    magnitudes: frozenset[str]
    people: frozenset[str]
    adjectives: frozenset[str]
    participles: frozenset[str]
    comparing: frozenset[str]
    exceeding: frozenset[str]
    calendar: frozenset[str]
    changes: frozenset[str]


@lru_cache(maxsize=8)
def item_words(patterns: Patterns) -> ItemWords:
    """The word lists of the patterns."""
    lists = {rule.id: frozenset(rule.forms) for rule in patterns.rules("items.yml", WordRule)}
    names = (name.replace("_", "-") for name in ItemWords.__dataclass_fields__ if name != "towns")
    return ItemWords(known_towns_of(patterns), *(lists[f"item.{name}"] for name in names))


def gender_of(token: Token) -> str | None:
    """``Fem``, ``Masc`` or None."""
    values = token.morph.get("Gender", [])
    return str(values[0]) if values else None


def make_reading(sentence: ParsedSentence, phrase: NounPhrase, rule: str, score: float) -> Reading:
    """The reading of a phrase from its first word on."""
    return Reading(
        _item(sentence, phrase.start, phrase.end, rule, score),
        _item(sentence, phrase.head, max(phrase.head_end, phrase.head + 1), rule, score),
        _gender_of_all(sentence.tokens[phrase.head : max(phrase.head_end, phrase.head + 1)]),
    )


def _gender_of_all(nouns: Sequence[Token]) -> str | None:
    """The gender of nouns together: masculine if one of them is (NGLE 2.6: "alumnas y alumnos; de ellos, 298")."""
    genders = {gender_of(token) for token in nouns if token.pos_ in {"NOUN", "PROPN"}}
    return "Masc" if "Masc" in genders else gender_of(nouns[0])


def _item(sentence: ParsedSentence, first: int, end: int, rule: str, score: float) -> Item:
    start, stop = sentence.span(first, end)
    text = sentence.sentence.surface[start - sentence.sentence.start : stop - sentence.sentence.start]
    stop -= len(text) - len(text.rstrip(_QUOTES))  # the model leaves a closing quotation mark at its word
    text = text.rstrip(_QUOTES)
    if line := _NEXT_LINE.search(text):
        text, stop = text[: line.start()], start + line.start()
    return Item(start, stop, " ".join(_UNSEEN.sub("", text).split()), rule, score)


def elision(tokens: Sequence[Token], head: int, words: ItemWords, *, listed: bool = False) -> Elision | None:
    """Whether an adjective or participle alone stands for a noun said before: "de las 2 mil presentadas".

    Words for people name whom they count by themselves ("15 heridos"). The model takes nouns for participles and the
    reverse ("ultrasonidos"), so a participle without an article must be one of those that releases count with.
    ``listed`` says that the count before is such an adjective: then a seeming noun may be the next ("mil psicológicas y
    900 jurídicas").
    """
    token = tokens[head]
    if token.is_upper or token.lower_ in words.people:
        return None
    if token.lower_ in words.adjectives:
        return "listed"
    if token.lower_[-2:] in {"as", "os"} and token.lower_[:-2] in words.participles:
        return "listed"
    if token.lower_.endswith(PARTICIPLE_ENDINGS) and head + 1 < len(tokens) and tokens[head + 1].lower_ == "por":
        return "likely"  # with an agent: "dos programas de vivienda y tres | implementados por el DIF" (NGLE 41.4)
    article = head > 1 and tokens[head - 2].lower_ in {"las", "los"}
    likely = article and (is_participle(token) or token.lower_.endswith(PARTICIPLE_ENDINGS))
    if likely and token.pos_ == "NOUN" and head + 1 < len(tokens) and _sorts_noun(token, tokens[head + 1]):
        return None  # "los 14 mercados públicos"
    relational = (token.pos_ == "ADJ" or listed) and token.lower_.endswith(RELATIONAL_ENDINGS)
    return "likely" if likely or relational else None


def _sorts_noun(noun: Token, follower: Token) -> bool:
    """Whether an adjective and no participle agrees with the word before it, and so makes it the noun."""
    return follower.pos_ == "ADJ" and not is_participle(follower) and is_plural(follower) and agrees(noun, follower)


def after(sentence: ParsedSentence, quantity: Quantity, words: ItemWords) -> Reading | None:
    """The phrase right after the number: "2 mil 805 estudios", "un millón de personas", "18 de las 28 canchas".

    With "de" after a number that is no noun itself, what follows is the whole, if it is plural and definite, or else
    the complement of a noun left out ("mil 104 de lenguaje").
    """
    tokens, position = sentence.tokens, sentence.first_at(quantity.end)
    if position < len(tokens) and tokens[position].lower_ in _DE:
        partitive = _after_determiners(tokens, position + 1)
        magnitude = words.magnitudes.intersection(quantity.surface.lower().split()) or quantity.value >= _MILLION
        if not magnitude and partitive == position + 1:
            return None
        position = partitive
    if position + 1 < len(tokens) and tokens[position].lower_ == "entre" and is_plural(tokens[position + 1]):
        position += 1  # "300 entre maestros y alumnos"
    phrase = read_noun_phrase(tokens, position)
    if phrase is None or {tokens[position].lower_, tokens[phrase.head].lower_} & words.empty_heads:
        return _days_of_pay(sentence, position)
    return make_reading(sentence, _without_place(tokens, phrase, words), "item.after", 0.95)


def _days_of_pay(sentence: ParsedSentence, position: int) -> Reading | None:
    """The days that fines are counted in, which are no time: "de 50 a 500 días de salario mínimo"."""
    tokens = sentence.tokens
    if [token.lower_ for token in tokens[position : position + 3]][:2] != ["días", "de"] or position + 2 >= len(tokens):
        return None
    if tokens[position + 2].lower_ not in {"salario", "salarios"}:
        return None
    phrase = read_noun_phrase(tokens, position + 2)
    end = phrase.end if phrase else position + 3
    return make_reading(sentence, NounPhrase(position, position, position + 1, end), "item.after", 0.95)


def _without_place(tokens: Sequence[Token], phrase: NounPhrase, words: ItemWords) -> NounPhrase:
    """The phrase without the place that things named with a capital are from: "12 Policías | de Toluca"."""
    opener = next((at for at in range(phrase.head + 1, phrase.end) if tokens[at].lower_ in _DE), None)
    if opener is None or not tokens[phrase.head].is_title:
        return phrase
    name = " ".join(token.text for token in tokens[opener + 1 : phrase.end])
    return replace(phrase, end=opener) if words.towns.names_place(name) else phrase


def _after_determiners(tokens: Sequence[Token], position: int) -> int:
    """The position behind plural articles, possessives and numbers before a common noun; else ``position``."""
    end = position
    while end < len(tokens) and (tokens[end].pos_ in {"DET", "NUM"} or tokens[end].lower_ == "sus"):
        end += 1
    plural = end > position and (tokens[position].pos_ == "NUM" or tokens[position].lower_.endswith("s"))
    counted = any(token.pos_ == "NUM" for token in tokens[position:end])  # "17 de las 41 Unidades"
    return end if plural and end < len(tokens) and (counted or tokens[end].pos_ != "PROPN") else position


def subject_behind(sentence: ParsedSentence, quantity: Quantity, words: ItemWords) -> Reading | None:
    """What is counted behind the number of a measure verb: "suman ya 3 mil 176 los beneficiados".

    Also the object of a verb that puts something at a number: "cifró en 146 mil los visitantes".
    """
    tokens, position = sentence.tokens, sentence.first_at(quantity.end)
    verb = sentence.first_at(quantity.start) - 1
    while verb > 0 and (tokens[verb].pos_ == "ADV" or tokens[verb].lower_ in _TO_NUMBER):
        verb -= 1
    joined = tokens[sentence.first_at(quantity.start) - 1].lower_ in {"y", "e", "ni"}
    put = verb < sentence.first_at(quantity.start) - 1 and tokens[verb].pos_ == "VERB"
    if verb < 0 or not (tokens[verb].lower_ in words.linking or put or joined):
        return None
    if put and (number := _behind_number_noun(sentence, position, words)):
        return number
    return _definite_behind(sentence, position)


def object_of_change(sentence: ParsedSentence, quantity: Quantity, words: ItemWords) -> Reading | None:
    """What is brought from one number to another, behind both: "redujeron de seis a cuatro los riegos"."""
    tokens, start = sentence.tokens, sentence.first_at(quantity.start)
    if start < _CHANGE or tokens[start - 1].lower_ not in _TO_NUMBER or tokens[start - _CHANGE].lower_ not in _DE:
        return None
    if tokens[start - 2].pos_ != "NUM":
        return None
    position = sentence.first_at(quantity.end)
    return _behind_number_noun(sentence, position, words) or _definite_behind(sentence, position)


def _behind_number_noun(sentence: ParsedSentence, position: int, words: ItemWords) -> Reading | None:
    """What a noun of number behind the figure counts: "se elevó a 48 la cifra de lesionados"."""
    tokens = sentence.tokens
    if position + 2 >= len(tokens) or tokens[position + 1].lower_ not in words.number_nouns:
        return None
    first = _after_determiners(tokens, position + 3)
    phrase = read_noun_phrase(tokens, first) if tokens[first - 1].lower_ in {*_DE, *_THE} else None
    return make_reading(sentence, phrase, "item.subject", 0.8) if phrase else None


def _definite_behind(sentence: ParsedSentence, position: int) -> Reading | None:
    """The noun with a definite article at a position."""
    tokens = sentence.tokens
    if position + 1 >= len(tokens) or tokens[position].lower_ not in _THE:
        return None
    phrase = read_noun_phrase(tokens, position + 1)
    return make_reading(sentence, phrase, "item.subject", 0.8) if phrase else None


def is_plural(token: Token) -> bool:
    """Whether the model reads a plural."""
    return "Plur" in token.morph.get("Number", [])
