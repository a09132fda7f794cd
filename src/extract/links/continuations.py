"""What shows that a number continues a count, or is a further row of it, and what it takes over from it.

A row repeats the preposition of the one before ("con 640 casos; los pagos, con 298"), puts a comma for its verb ("los
jurados, 12") or gives the other end of a change ("bajaron de 31 casos a 19").
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import takewhile

from extract.links.item_constructions import Item, Reading
from extract.links.list_rows import has_finite_verb
from extract.links.parse import ParsedSentence
from extract.mentions import Quantity

#: The two ends of a change: "de 31 casos en enero a 19", "desde 15 rutas hasta 28".
_FROM = frozenset({"de", "del", "desde"})
_TO = frozenset({"a", "al", "hasta"})
#: A further subject, its comma and what joins it are so many words at least.
_ROW_WORDS = 3
_ARTICLES = frozenset({"el", "la", "los", "las"})
#: Letters that forms of one verb share at least, and letters of its ending at most.
_STEM, _ENDING = 4, 4


@dataclass(frozen=True, slots=True)
class Antecedent:
    """A count that has its noun, or the opening of a list. ``main``: no preposition puts it under the count before.

    ``by`` is the preposition or the verb right before it.
    """

    start: int
    end: int
    reading: Reading
    main: bool
    value: Decimal | None = None
    by: str = ""


def is_same_verb(one: str, other: str) -> bool:
    """Whether two words are forms of one regular verb: "aplicó", "aplicaron"."""
    stem = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))
    return stem >= _STEM and max(len(one), len(other)) - stem <= _ENDING


def is_row_with(sentence: ParsedSentence, model: Antecedent) -> bool:
    """Whether a count of this sentence has its noun behind "con": "el alta, con 640 casos; los pagos, con | 298"."""
    noun = model.reading.item.rule in {"item.after", "item.carried"}
    return noun and model.by == "con" and model.start >= sentence.sentence.start


def is_row_of_another(sentence: ParsedSentence, latest: Antecedent, quantity: Quantity) -> bool:
    """Whether a comma stands for the verb of another subject: "el juez recibió 90 casos; los jurados, | 12"."""
    tokens, start, end = sentence.tokens, sentence.first_at(quantity.start), sentence.first_at(quantity.end)
    first = sentence.first_at(max(latest.end, latest.reading.item.end))
    if latest.reading.item.rule not in {"item.after", "item.carried"} or start < first + _ROW_WORDS:
        return False
    joint = next((at for at in range(start - 2, first - 1, -1) if tokens[at].text in {";", ","}), None)
    if tokens[start - 1].text != "," or joint is None or has_finite_verb(tokens[joint:start]):
        return False
    subject = joint + 1 + (tokens[joint + 1].lower_ in {"y", "e"})
    named = tokens[subject].lower_ in _ARTICLES or tokens[subject].is_title
    closed = end >= len(tokens) or tokens[end].text in {";", ",", "."} or tokens[end].lower_ in {"y", "e"}
    return named and closed and (tokens[joint].text == ";" or subject > joint + 1)


def governed_by_count(sentence: ParsedSentence, latest: Antecedent | None, position: int) -> bool:
    """Whether a count without a noun is under the bare one before it: "arribaron 38, con 55 mil"."""
    if latest is None or position < 0 or sentence.tokens[position].lower_ != "con":
        return False
    return all(token.text == "," for token in sentence.tokens[sentence.first_at(latest.end) : position])


def ends_change(sentence: ParsedSentence, inside: Antecedent, quantity: Quantity) -> bool:
    """Whether the number is what the count before went to: "bajaron de 31 casos en enero a 19"."""
    tokens, start = sentence.tokens, sentence.first_at(quantity.start)
    at = start - 1 if tokens[start - 1].lower_ in _TO else start
    if inside.by not in _FROM or (at == start and not quantity.surface.lower().startswith("hasta ")):
        return False
    between = tokens[sentence.first_at(inside.end) : at]
    return bool(between) and between[-1].lower_ not in {"y", "e", ",", ";"} and not has_finite_verb(between)


def taken(antecedent: Antecedent, rule: str, score: float, *, noun_only: bool) -> Reading:
    """The reading of an antecedent for another number: its noun alone, if that number has a complement of its own."""
    reading = antecedent.reading
    item = reading.noun if noun_only else _without_novelty(reading)
    return replace(reading, item=replace(item, rule=rule, score=score))


def _without_novelty(reading: Reading) -> Item:
    """The item without what sets it against those before: "46 nuevos casos de dengue; suman ya 612"."""
    item, skipped = reading.item, reading.noun.start - reading.item.start
    if skipped <= 0 or not item.surface.lower().startswith(("nuevos ", "nuevas ", "primeros ", "primeras ")):
        return item
    return replace(item, start=reading.noun.start, surface=item.surface.split(" ", 1)[1])
