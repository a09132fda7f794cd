"""Sums that leave their currency out: "355 becas, con 400", "les tocan mil", "un programa por 61.4 millones".

A number is a sum where nothing is counted by it and the text speaks of money there: a verb of payment governs it, it
is the price of a counted thing in a list of such pairs, or it is in millions like the sums around it.

Source: RAE and ASALE, *Nueva gramática de la lengua española* (2009), 12.4 (nominal ellipsis), 31.7 (gapping in
parallel members); the rules ``money.pays`` and ``money.priced`` of ``patterns/currencies.yml`` hold the verbs.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from functools import lru_cache

from extract.patterns import Patterns
from extract.quantities.amounts import Amount
from extract.quantities.lexicon import RuleLexicon
from extract.rules import UnitRule

#: Nothing stands behind the number that it could count.
COUNTS_NOTHING = re.compile(
    r"[^\S\n]*(?:\n|\Z)|\s*(?:[.,;:)\]»”\"]|(?:y|e|o|en|por|durante|para|al?|que|con|del?|respecto|mientras|frente|desde"
    r"|hasta|entre|sobre|según|como|son|fueron|era|eran|ser[áa]n?|es|corresponden?|provienen?|se|más|menos|arriba|abajo"
    r"|adicionales|extra|anual(?:es)?|mensual(?:es)?|diari[oa]s|semanal(?:es)?|bimestral(?:es)?|trimestral(?:es)?"
    r"|restantes?|cada|est[ae]|ya|hoy|contra|ante|tras)\b)",
    re.IGNORECASE,
)
_DE = re.compile(r"\s+de\s", re.IGNORECASE)
_MILLIONS = re.compile(r"\bmill[oó]n(?:es)?\Z", re.IGNORECASE)
_MAGNITUDE = re.compile(r"\bmill[oó]n(?:es)?\b", re.IGNORECASE)
_HEDGE = (
    r"(?:(?:(?:poco\s+)?(?:m[áa]s|menos)|cerca|alrededor|arriba)\s+de\s+"
    r"|(?:casi|un[oa]s|l[oa]s|apenas|s[óo]lo|hasta|al\s+menos)\s+){0,3}"
)
#: The price in a list of pairs: "355 de secundaria, con 400".
_PRICE_OF = re.compile(
    rf"\s+de\s+\Z|[^.;\n\d]{{1,60}}?,?\s+(?:con|de|por|a|a\s+raz[óo]n\s+de|en|reciben?|recibir[áa]n?|recibieron|cobran?|cobrar[áa]n?)\s+{_HEDGE}\Z",
    re.IGNORECASE,
)
_NEXT_PAIR = re.compile(r"[^.;\n\d]{0,30}(?:[;,]|,?\s+[ye])\s+(?:[^\W\d]+\s+){0,3}?\Z", re.IGNORECASE)
_SENTENCE_END = re.compile(r"[.!?…]\s+[«“\"¡¿]?[A-ZÁÉÍÓÚÑ]|\n")
_PARAGRAPH_END = re.compile(r"\n")
#: "…, luego de que en 2014 llegó a ser de", "…, cuando antes era de"
_OTHER_TIME = re.compile(
    r"\s*,?\s+(?:luego\s+de\s+que|despu[ée]s\s+de\s+que|cuando|mientras(?:\s+que)?|y|pero|aunque|contra\s+l[oa]s\s+que)\s[^.;\n]{0,60}?"
    r"\b(?:lleg[óo]\s+a(?:\s+ser)?(?:\s+de)?|era\s+de|fue\s+de|alcanz[óo]|rond(?:aba|[óo])|estaba\s+en|se\s+ubicaba\s+en)\s+"
    rf"{_HEDGE}\Z",
    re.IGNORECASE,
)
#: A participle that is no money's agrees with what is counted: "de 8 millones recibidas".
_PARTICIPLE = re.compile(r"\s+[^\W\d]{2,}(?:[ai]d[oa]s|iertas|uestas|itas)\b", re.IGNORECASE)
#: What budgets are, and what nothing that is counted in millions is.
_PUBLIC_MONEY = re.compile(
    r"\s+(?:autorizad|presupuestad|etiquetad|invertid|ejercid|recaudad|presupuestari|adicionales\s+(?:al\s+presupuesto|de\s+presupuesto))[oa]?s?\b",
    re.IGNORECASE,
)
#: The price of what stands before: "312 ayudas por 4,6 millones", "una obra valorada en 3 millones".
_FOR = re.compile(
    r"\b(?:por(?:\s+(?:un\s+)?(?:valor|importe|monto|total)\s+de)?|(?:valorad|tasad|presupuestad|cifrad)[oa]s?\s+en"
    rf"|dotad[oa]s?\s+(?:con|de))\s+{_HEDGE}\Z",
    re.IGNORECASE,
)
#: A number without a currency is money only where nothing else is likely: "costó 1.4 millones", not "invirtió en 3".
_LEAST_BARE = 1000
#: A sum said in small numbers is none: "pagó 3".
_LEAST = Decimal(10)
_MILLION = Decimal(1_000_000)
_BELOW = Decimal(1000)
_ORDER = Decimal(10)
#: How far the sum may be whose currency a number takes.
_REACH = 400


class _Payments:
    """The verbs of payment and of price, compiled."""

    def __init__(self, patterns: Patterns) -> None:
        rules = {rule.id: rule for rule in patterns.rules("currencies.yml", UnitRule)}
        self.bare = rules["money.context"]
        self.pays = RuleLexicon([rules["money.pays"]], reach=90)
        self.context = RuleLexicon([rules["money.context"]], reach=90)
        self.priced = RuleLexicon([rules["money.priced"]])


@lru_cache(maxsize=8)
def _payments(patterns: Patterns) -> _Payments:
    return _Payments(patterns)


def complete_sums(text: str, amounts: Sequence[Amount], patterns: Patterns) -> list[Amount]:
    """The amounts with the currency that sums leave out, in the same order and number.

    Parameters
    ----------
    text:
        The document's text.
    amounts:
        All amounts of the text, in order.
    patterns:
        The rules to read by.
    """
    payments = _payments(patterns)
    completed = list(amounts)
    for index, here in enumerate(completed):
        if here.measure is None and not here.fraction and counts_nothing(text, here):
            found = (
                _priced(text, completed, index, payments)
                or _paid(text, completed, index, payments)
                or _at_other_time(text, completed, index, payments)
            )
            completed[index] = found or here
    return completed


def counts_nothing(text: str, amount: Amount) -> bool:
    """Whether no noun follows the number that it could count; millions take theirs with "de" (NGLE 21.3)."""
    if _PUBLIC_MONEY.match(text, amount.end):
        return True
    if _MILLIONS.search(text, amount.number_start, amount.number_end):
        return not _DE.match(text, amount.end) and not _PARTICIPLE.match(text, amount.end)
    return COUNTS_NOTHING.match(text, amount.end) is not None and not _DE.match(text, amount.end)


def _sum_before(text: str, amounts: Sequence[Amount], index: int) -> Amount | None:
    """The last sum before an amount, in its paragraph."""
    here = amounts[index]
    for other in reversed(amounts[max(0, index - 8) : index]):
        if here.start - other.end > _REACH or _PARAGRAPH_END.search(text, other.end, here.start):
            return None
        if other.kind == "money":
            return other
    return None


def _like(one: Amount | None, here: Amount, payments: _Payments) -> Amount:
    """The number in the currency of a sum; in that of the country where there is none."""
    return replace(here, unit=(_currency(one) if one is not None else None) or payments.bare)


def _currency(one: Amount) -> UnitRule | None:
    """The rule of a sum's currency; the factor of a unit such as "mdp" is not taken over."""
    return one.unit if one.unit is not None and one.unit.factor == 1 else one.sign


def _priced(text: str, amounts: Sequence[Amount], index: int, payments: _Payments) -> Amount | None:
    """The price of a counted thing: before "que vale", or in a list of pairs after one whose price has its currency."""
    here = amounts[index]
    if payments.priced.after(text, here.end):
        return _like(_sum_before(text, amounts, index), here, payments)
    if index < 2:
        return None
    price, counted = amounts[index - 2], amounts[index - 1]
    if price.kind != "money" or counted.measure is not None or counted.fraction or counts_nothing(text, counted):
        return None
    paired = _PRICE_OF.fullmatch(text, counted.end, here.start) and _NEXT_PAIR.fullmatch(text, price.end, counted.start)
    return _like(price, here, payments) if paired else None


def _paid(text: str, amounts: Sequence[Amount], index: int, payments: _Payments) -> Amount | None:
    """What a verb of payment governs, where the paragraph has spoken of a sum."""
    here = amounts[index]
    one = _sum_before(text, amounts, index)
    if one is None:
        return None
    found = payments.pays.before(text, here.start)
    if found is None or found.start < amounts[index - 1].end:
        return None
    scaled = _in_millions(text, one, here)
    if scaled is not None and not _SENTENCE_END.search(text, one.end, here.start):
        return _like(one, scaled, payments)
    return _like(one, here, payments) if here.value >= _LEAST else None


def _at_other_time(text: str, amounts: Sequence[Amount], index: int, payments: _Payments) -> Amount | None:
    """The same sum at another time: "la deuda se redujo a 62, luego de que en 2014 llegó a ser de 180"."""
    here, one = amounts[index], amounts[index - 1] if index else None
    if one is None or one.kind != "money" or not _OTHER_TIME.fullmatch(text, one.end, here.start):
        return None
    scaled = _in_millions_of(one, here)
    same_order = one.value <= here.value * _ORDER and here.value <= one.value * _ORDER
    found = here if same_order else scaled
    return _like(one, found, payments) if found is not None else None


def _in_millions_of(one: Amount, here: Amount) -> Amount | None:
    """The number in millions, where that makes it of the order of the other sum."""
    multiplied = here.value * _MILLION
    fits = one.value <= multiplied * _ORDER and multiplied <= one.value * _ORDER
    return replace(here, value=multiplied) if 0 < here.value < _BELOW and fits else None


def _in_millions(text: str, one: Amount, here: Amount) -> Amount | None:
    """The number in the millions of the sum before it, of which it is a part: "una bolsa de 4 millones; dimos tres"."""
    if not 0 < here.value < _BELOW or not _MAGNITUDE.search(text, one.number_start, one.number_end):
        return None
    multiplied = here.value * _MILLION
    return replace(here, value=multiplied) if multiplied <= one.value else None


def name_sums(text: str, amounts: Sequence[Amount], patterns: Patterns) -> list[Amount]:
    """The amounts with the sums that words of payment name, and bare millions in the unit of others of that size.

    Parameters and result are those of ``complete_sums``.
    """
    payments = _payments(patterns)
    named = list(amounts)
    for index, one in enumerate(amounts):
        if _is_named(text, one, payments):
            named[index] = _like(_sum_before(text, named, index), one, payments)
    return _with_millions(text, named, payments)


def _is_named(text: str, amount: Amount, payments: _Payments) -> bool:
    """Whether a word of payment stands before a number of some size that counts nothing: "costó 1.4 millones"."""
    if amount.measure is not None or amount.fraction or amount.value < _LEAST_BARE:
        return False
    if not counts_nothing(text, amount):
        return False
    if _MILLIONS.search(text, amount.number_start, amount.number_end) and _FOR.search(text[: amount.start][-60:]):
        return True
    return payments.context.before(text, amount.start) is not None or _PUBLIC_MONEY.match(text, amount.end) is not None


def _with_millions(text: str, amounts: Sequence[Amount], payments: _Payments) -> list[Amount]:
    """Bare millions in the unit of the nearest number of that size, if no count is nearer."""
    completed = list(amounts)
    large = [i for i, one in enumerate(amounts) if _is_large(one)]
    for index in large:
        here = completed[index]
        if here.measure is not None or not _MILLIONS.search(text, here.number_start, here.number_end):
            continue
        if here.fraction or not counts_nothing(text, here):
            continue
        nearest = _nearest(text, completed, large, index)
        if nearest is not None and nearest.kind == "money":
            completed[index] = _like(nearest, here, payments)
        elif nearest is not None and nearest.measure is not None:
            completed[index] = replace(here, unit=nearest.unit)
    return completed


def _is_large(amount: Amount) -> bool:
    factor = Decimal(str(amount.unit.factor)) if amount.unit is not None else Decimal(1)
    return amount.value * factor >= _MILLION and amount.kind != "ratio"


def _nearest(text: str, amounts: Sequence[Amount], large: Sequence[int], index: int) -> Amount | None:
    """The nearest large amount that is a sum or counts something: before the number, else behind it; else any sum."""
    known = [
        i for i in large if i != index and (amounts[i].measure is not None or not counts_nothing(text, amounts[i]))
    ]
    before = [amounts[i] for i in known if i < index]
    behind = [amounts[i] for i in known if i > index]
    if before or behind:
        return before[-1] if before else behind[0]
    sums = [one for one in amounts if one.kind == "money"]
    return sums[0] if sums else None
