"""What a quantity counts, pays for or measures: the ``item`` of a record.

The noun stands after the number ("mil 300 becas"), before it ("una inversión de", "beneficiarios: 300", "camas
disponibles suman 251"), or nowhere, and then the number takes the noun of the figure that it continues ("Tijuana, con
355; Mexicali, con 679", "de las cuales mil 675", "otras 200").
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from spacy.tokens import Token

from extract.mentions import Mention, Quantity
from extract.noun_phrases import noun_before, plural_phrases, read_noun_phrase
from extract.parse import ParsedSentence
from extract.patterns import Patterns, shipped
from extract.rules import WordRule

#: How far behind its sentence, in characters, a number without a noun looks for the figure that it continues.
_CARRY_REACH = 200
#: A plural participle that the model takes for a noun ("reportan acumuladas 4 mil 561") names nothing.
_PARTICIPLE = re.compile(r"(?:[ai]d|ert|uest|ech|rit)[oa]s$")
_DE = frozenset({"de", "del"})


@dataclass(frozen=True, slots=True)
class Item(Mention):
    """The noun phrase of a quantity; ``score`` says how sure the construction is."""

    score: float


@dataclass(frozen=True, slots=True)
class _Words:
    """The word lists of ``items.yml``."""

    linking: frozenset[str]
    continuing: frozenset[str]
    empty_heads: frozenset[str]
    carriers: frozenset[str]


@lru_cache(maxsize=8)
def _words(patterns: Patterns) -> _Words:
    lists = {rule.id: frozenset(rule.forms) for rule in patterns.rules("items.yml", WordRule)}
    return _Words(lists["item.linking"], lists["item.continuing"], lists["item.empty-heads"], lists["item.carriers"])


def find_items(
    parsed: Iterable[ParsedSentence], quantities: Sequence[Quantity], patterns: Patterns | None = None
) -> dict[Quantity, Item]:
    """The item of each quantity that has one.

    Parameters
    ----------
    parsed:
        The sentences that hold the quantities, in order.
    quantities:
        All quantities of the document, in order.

    Returns
    -------
    A mapping without the quantities whose text names nothing counted.
    """
    words = _words(patterns or shipped())
    items: dict[Quantity, Item] = {}
    for sentence in parsed:
        inside = [q for q in quantities if sentence.sentence.start <= q.start < sentence.sentence.end]
        for quantity in inside:
            item = _find_item(sentence, quantity, words)
            if item is None and quantity.kind == "count":
                item = _carried(sentence, quantity, quantities, items, words)
            if item is not None:
                items[quantity] = item
    return items


def _find_item(sentence: ParsedSentence, quantity: Quantity, words: _Words) -> Item | None:
    if quantity.kind == "count":
        return (
            _after(sentence, quantity, words)
            or _subject(sentence, quantity, words)
            or _label(sentence, quantity, words)
        )
    if quantity.kind == "age":
        return _before(sentence, quantity, words, direct=True)
    return (
        _of(sentence, quantity, words)
        or _before(sentence, quantity, words, direct=False)
        or _label(sentence, quantity, words)
    )


def _item(sentence: ParsedSentence, first: int, end: int, rule: str, score: float) -> Item:
    start, stop = sentence.span(first, end)
    text = sentence.sentence.surface[start - sentence.sentence.start : stop - sentence.sentence.start]
    return Item(start, stop, " ".join(text.split()), rule, score)


def _after(sentence: ParsedSentence, quantity: Quantity, words: _Words) -> Item | None:
    """The phrase right after the number: "2 mil 805 estudios clínicos", "un millón de personas"."""
    position = sentence.first_at(quantity.end)
    tokens = sentence.tokens
    if position < len(tokens) and tokens[position].lower_ in _DE:
        position += 1
        while position < len(tokens) and tokens[position].pos_ in {"DET", "NUM"}:
            position += 1  # "18 de las 28 canchas"
    phrase = read_noun_phrase(tokens, position)
    if (
        phrase is None
        or tokens[position].lower_ in words.empty_heads
        or tokens[phrase.head].lower_ in words.empty_heads
    ):
        return None
    return _item(sentence, phrase.start, phrase.end, "item.after", 0.95)


def _subject(sentence: ParsedSentence, quantity: Quantity, words: _Words) -> Item | None:
    """A subject behind the number of a measure verb: "suman 3 mil 176 los beneficiados"."""
    tokens, position = sentence.tokens, sentence.first_at(quantity.end)
    verb = sentence.first_at(quantity.start) - 1
    if verb < 0 or tokens[verb].lower_ not in words.linking:
        return None
    if position + 1 >= len(tokens) or tokens[position].pos_ != "DET":
        return None
    phrase = read_noun_phrase(tokens, position + 1)
    return _item(sentence, phrase.start, phrase.end, "item.subject", 0.8) if phrase else None


def _of(sentence: ParsedSentence, quantity: Quantity, words: _Words) -> Item | None:
    """What a measure or share is of: "3 mil toneladas de basura", "15 por ciento de los apoyos"."""
    position = sentence.first_at(quantity.end)
    tokens = sentence.tokens
    if position + 1 >= len(tokens) or tokens[position].lower_ not in _DE:
        return None
    position += 1
    while position < len(tokens) and tokens[position].pos_ == "DET":
        position += 1
    phrase = read_noun_phrase(tokens, position)
    if phrase is None or tokens[phrase.head].pos_ == "PROPN" or tokens[phrase.head].lower_ in words.empty_heads:
        return None
    return _item(sentence, phrase.start, phrase.end, "item.of", 0.85)


def _before(sentence: ParsedSentence, quantity: Quantity, words: _Words, *, direct: bool) -> Item | None:
    """The noun that takes the number as its complement: "una inversión de 6.5 millones de pesos"."""
    tokens = sentence.tokens
    position = sentence.first_at(quantity.start)
    cursor = position - 1
    while cursor >= 0 and (tokens[cursor].lower_ in words.carriers or tokens[cursor].pos_ == "DET"):
        cursor -= 1
    if cursor < 0 or (cursor == position - 1 and not direct):
        return None
    phrase = noun_before(tokens, cursor + 1, nearest=quantity.kind != "money")
    if phrase is None or tokens[phrase.head].pos_ != "NOUN" or tokens[phrase.head].lower_ in words.empty_heads:
        return None
    return _item(sentence, phrase.head, phrase.end, "item.before", 0.8)


def _label(sentence: ParsedSentence, quantity: Quantity, words: _Words) -> Item | None:
    """A label or subject before the number: "Beneficiarios: 300", "camas disponibles suman 251"."""
    tokens = sentence.tokens
    position = sentence.first_at(quantity.start)
    cursor = position - 1
    if cursor > 0 and tokens[cursor].pos_ == "ADP" and tokens[cursor - 1].lower_ in words.linking:
        cursor -= 1
    if cursor >= 0 and (tokens[cursor].text in {":", "="} or tokens[cursor].lower_ in words.linking):
        cursor -= 1
    linked = cursor < position - 1
    phrase = noun_before(tokens, cursor + 1) if cursor >= 0 else None
    if phrase is None or tokens[phrase.head].pos_ != "NOUN" or tokens[phrase.head].lower_ in words.empty_heads:
        return None
    if phrase.head > 0 and tokens[phrase.head].text[0].isupper():
        return None  # inside a sentence a capital marks a name: "Tecate: 32" counts no Tecates
    topic = phrase.start > 0 and tokens[phrase.start - 1].lower_ == "en" and tokens[phrase.head].text[0].islower()
    if not linked and not topic:
        return None
    return _item(sentence, phrase.head, phrase.end, "item.label", 0.75)


def _carried(
    sentence: ParsedSentence,
    quantity: Quantity,
    quantities: Sequence[Quantity],
    items: dict[Quantity, Item],
    words: _Words,
) -> Item | None:
    """The noun that a bare number continues: the last plural noun since the count before it, else that count's noun."""
    tokens, position = sentence.tokens, sentence.first_at(quantity.start)
    earlier = next(
        (q for q in reversed(quantities) if q.start < quantity.start and q in items and q.kind == "count"), None
    )
    inside = earlier is not None and earlier.start >= sentence.sentence.start
    first = sentence.first_at(max(earlier.end, items[earlier].end)) if earlier is not None and inside else 0
    named = [
        phrase
        for phrase in plural_phrases(tokens, first, position)
        if tokens[phrase.head].lower_ not in words.empty_heads and not _PARTICIPLE.search(tokens[phrase.head].lower_)
    ]
    if inside and earlier is not None and _points_back(tokens, position, sentence.first_at(quantity.end), words):
        return replace(items[earlier], rule="item.antecedent", score=0.8)
    if named:
        return _item(sentence, named[-1].start, named[-1].end, "item.topic", 0.6)
    if earlier is not None and (inside or sentence.sentence.start - earlier.end < _CARRY_REACH):
        return replace(items[earlier], rule="item.carried", score=0.7)
    return None


def _points_back(tokens: Sequence[Token], start: int, end: int, words: _Words) -> bool:
    """Whether a pronoun beside the number takes up the count before: "de los cuales mil 675", "tres de ellos"."""
    before = [t.lower_ for t in tokens[max(0, start - 2) : start]]
    after = [t.lower_ for t in tokens[end : end + 2]]
    return any(word in words.continuing for word in before) or (
        len(after) == 2 and after[0] == "de" and after[1] in words.continuing
    )
