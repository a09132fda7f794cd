"""Sums that leave their currency out: "355 becas, con 400", "les tocan mil", "un programa por 61.4 millones".

A number is a sum where nothing is counted by it and the text speaks of money there: a verb of payment governs it, it
is the price of a counted thing in a list of such pairs, or it is in millions like the sums around it.

Source: RAE and ASALE, *Nueva gramática de la lengua española* (2009), 12.4 (nominal ellipsis), 31.7 (gapping in
parallel members); the rules ``money.pays`` and ``money.priced`` of ``patterns/currencies.yml`` hold the verbs,
``count.subject`` of ``units.yml`` the nouns that no sum is told of.
"""

from __future__ import annotations

import re
from collections.abc import Sequence, Set
from dataclasses import replace
from decimal import Decimal
from functools import lru_cache

from extract.money_signs import SIGN
from extract.patterns import Patterns
from extract.quantities.amounts import Amount
from extract.quantities.elided.magnitudes import HEDGE, OF_THAT, counts_nothing, in_millions, is_public_money, scaled
from extract.quantities.lexicon import RuleLexicon
from extract.rules import UnitRule

#: The price in a list of pairs: "355 de secundaria, con 400".
_PRICE_OF = re.compile(
    rf"\s+de\s+\Z|[^.;\n\d]{{1,60}}?,?\s+(?:con|de|por|a|a\s+raz[óo]n\s+de|en|reciben?|recibir[áa]n?|recibieron|cobran?|cobrar[áa]n?)\s+{HEDGE}\Z",
    re.IGNORECASE,
)
#: What has its own price behind it is none.
_AT_PRICE = re.compile(
    rf"\s+por\s+(?:(?:un\s+)?(?:valor|monto|importe)\s+(?:total\s+)?de\s+)?(?-i:{SIGN})?\s?", re.IGNORECASE
)
_NEXT_PAIR = re.compile(r"[^.;\n\d]{0,30}(?:[;,]|,?\s+[ye])\s+(?:[^\W\d]+\s+){0,3}?\Z", re.IGNORECASE)
_SENTENCE_END = re.compile(r"[.!?…]\s+[«“\"¡¿]?[A-ZÁÉÍÓÚÑ]|\n")
_OF_THAT = re.compile(OF_THAT)
_PARAGRAPH_END = re.compile(r"\n")
#: "…, luego de que en 2014 llegó a ser de", "…, cuando antes era de"
_OTHER_TIME = re.compile(
    r"\s*,?\s+(?:luego\s+de\s+que|despu[ée]s\s+de\s+que|cuando|mientras(?:\s+que)?|y|pero|aunque|contra\s+l[oa]s\s+que)\s[^.;\n]{0,60}?"
    r"\b(?:lleg[óo]\s+a(?:\s+ser)?(?:\s+de)?|era\s+de|fue\s+de|alcanz[óo]|rond(?:aba|[óo])|estaba\s+en|se\s+ubicaba\s+en)\s+"
    rf"{HEDGE}\Z",
    re.IGNORECASE,
)
#: The price of what stands before: "312 ayudas por 4,6 millones", "una obra valorada en 3 millones".
_FOR = re.compile(
    r"\b(?:por(?:\s+(?:un\s+)?(?:valor|importe|monto|total)\s+de)?|(?:valorad|tasad|presupuestad|cifrad)[oa]s?\s+en"
    rf"|dotad[oa]s?\s+(?:con|de))\s+{HEDGE}\Z",
    re.IGNORECASE,
)
#: "…, por 480 mil." behind a purchase
_BOUGHT_FOR = re.compile(
    rf"\b(?:adquiri|compr|vendi|remat|contrat|adjudic|sald|pag|licit|constru|rehabilit)[^\W\d]*\b[^.;\n]{{0,120}},\s+por\s+{HEDGE}\Z",
    re.IGNORECASE,
)
#: What is approved, destined or let in millions for something: "aprobó 340 millones para vivienda".
_GRANTED = re.compile(
    rf"\b(?:aprob|aprueb|autoriz|destin|moviliz|consign|licit|adjudic|conced|liber|inyect|habilit)[^\W\d]*\s+{HEDGE}\Z",
    re.IGNORECASE,
)
#: A sum as subject of a verb of level: "el importe se mantuvo, hasta los 80 millones", "un 4 % en importe, que llegó a"
_PERCENT = r"\d[\d.,]*\s?(?:%|por\s+ciento)"
_SUM_IS = re.compile(
    r"\b(?:importes?|cuant[íi]a|monto|presupuesto|coste|costo|gasto|inversi[óo]n|facturaci[óo]n|recaudaci[óo]n|deuda|saldo)\b(?:(?!\b(?:que|y\s+(?:el|l[ao]s?|se|su)|mientras)\b)[^.;:\n\d,]){0,50}?(?:,\s+que)?"
    r"\s+(?:se\s+)?(?:mant|situ|ascend|asciend|alcan|lleg|elev|sub|aument|crec|baj|redu|sum|super|rebas|qued|cifr)[^\W\d]*\b"
    rf"(?:(?:,\s+con)?\s+(?:[^\W\d]+\s+){{0,4}}?{_PERCENT})?(?:(?!\b(?:y|que|para|con)\b)[^.;:\n\d]){{0,30}}?(?:,\s+con\s+(?:[^\W\d]+\s+){{0,4}}?{_PERCENT})?,?"
    rf"\s+(?:hasta|en|a|de)?\s*{HEDGE}\Z",
    re.IGNORECASE,
)
#: "fueron | 11 millones | los viajeros"
_THERE_ARE = re.compile(rf"\b(?:son|fueron|eran|ser[áa]n|suman|sumaron)\s+(?:ya\s+)?{HEDGE}\Z", re.IGNORECASE)
_COUNTED_BEHIND = re.compile(
    r"\s+(?:l[oa]s)\s+(?!(?:euros|pesos|d[óo]lares|fondos|recursos|ingresos|gastos|ayudas|pagos)\b)(?![^\W\d]+[ai]d[oa]s\b)[^\W\d]{4,}",
    re.IGNORECASE,
)
#: What is feminine is no sum of pesos or euros: "2 millones de visitas con un gasto de 9 millones; de estas, …".
_OF_FEMININE = re.compile(rf"\bde\s+(?:las\s+cuales|(?:dich|est|es|ell|aquell)as),?\s+{HEDGE}\Z", re.IGNORECASE)
#: "los 700.000 del coste de ambos servicios"
_OF_COST = re.compile(r"\s+del\s+(?:coste|costo|presupuesto|importe|monto|gasto|precio|valor\s+total)\b", re.IGNORECASE)
_GRANTED_FOR = re.compile(r"\s+(?:para|al?)\s", re.IGNORECASE)
#: "300 millones serán para caminos", "se destinan a"
_DESTINED = re.compile(
    r"\s+(?:se\s+(?:destin|invert|invirt)[^\W\d]+|(?:son|ser[áa]n|fueron|ir[áa]n)\s+(?:para|a)\s)", re.IGNORECASE
)
#: "… en dos ejercicios y | seis más para becas"
_MORE_FOR = re.compile(r"\s+m[áa]s\s+(?:para|al?|en)\s", re.IGNORECASE)
_AND = re.compile(r"(?:,|\s)\s*y\s+(?:otr[oa]s\s+)?\Z", re.IGNORECASE)
_OF_TIME = re.compile(r"\s+(?:ejercicios|anualidades|a[ñn]os|fases|etapas|meses)\b", re.IGNORECASE)
_IN_SENTENCE = re.compile(r"[^.;:\n]{0,80}")
_CLAUSE_ENDS = re.compile(r"\s*(?:[.;,)\n]|\Z)")
#: "les darán 4 mil a cada pescador"
_GIVEN = re.compile(
    rf"\b(?:d(?:an|ar[áa]n?|io|ieron|ar)|entreg(?:an?|ar[áa]n?|[óo]|aron|ar)|otorg(?:an?|ar[áa]n?|[óo]|aron|ar)|deposit(?:an?|ar[áa]n?|[óo]|aron|ar)"
    rf"|recib(?:en?|ir[áa]n?|i[óo]|ieron|ir)|asign(?:an?|ar[áa]n?|[óo]|aron)|toc(?:an?|ar[áa]n?|[óo]|aron)|correspond(?:en?|er[áa]n?|ieron))\s+{HEDGE}\Z",
    re.IGNORECASE,
)
_EACH = re.compile(
    r"\s+(?:(?:a|para|por)\s+cada\b|cada\s+un[oa]\b|por\s+(?:persona|familia|cabeza|alumn[oa]|hect[áa]rea|beneficiari[oa]|productor)\b)",
    re.IGNORECASE,
)
#: Who gets less than this gets things.
_LEAST_GIVEN = 500
#: A number without a currency is money only where nothing else is likely: "costó 1.4 millones", not "invirtió en 3".
_LEAST_BARE = 1000
#: A sum said in small numbers is none: "pagó 3".
_LEAST = Decimal(10)
_MILLION = Decimal(1_000_000)
_ORDER = Decimal(10)
#: A part said in the magnitude of its whole is no smaller than this share of it.
_PART = Decimal(1000)
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
        counted = [rule for rule in patterns.rules("units.yml", UnitRule) if rule.id == "count.subject"]
        self.counted = RuleLexicon(counted, reach=120)


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
                or _more_of_it(text, completed, index, payments)
            )
            completed[index] = found or here
    return completed


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
    return next((rule for rule in (one.unit, one.sign) if rule is not None and rule.factor == 1), None)


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
    following = next((one for one in amounts[index + 1 : index + 2] if one.kind == "money"), None)
    if following is not None and _AT_PRICE.fullmatch(text, here.end, following.start):
        return None  # "18 obras con 794 por 17,2 millones"
    paired = _PRICE_OF.fullmatch(text, counted.end, here.start) and _NEXT_PAIR.fullmatch(text, price.end, counted.start)
    return _like(price, here, payments) if paired else None


def _paid(text: str, amounts: Sequence[Amount], index: int, payments: _Payments) -> Amount | None:
    """What a verb of payment governs, where the paragraph has spoken of a sum."""
    here = amounts[index]
    one = _sum_before(text, amounts, index)
    if one is None:
        return None
    if here.value >= _LEAST_BARE and _OF_COST.match(text, here.end):
        return _like(one, here, payments)
    found = payments.pays.before(text, here.start)
    if found is None or found.start < amounts[index - 1].end:
        return None
    part = _part_of(text, one, here)
    apart = _SENTENCE_END.search(text, one.end, here.start) and not _OF_THAT.search(text, one.end, here.start)
    if part is not None and not apart:
        return _like(one, part, payments)
    return _like(one, here, payments) if here.value >= _LEAST else None


def _at_other_time(text: str, amounts: Sequence[Amount], index: int, payments: _Payments) -> Amount | None:
    """The same sum at another time: "la deuda se redujo a 62, luego de que en 2014 llegó a ser de 180"."""
    here, one = amounts[index], amounts[index - 1] if index else None
    if one is None or one.kind != "money" or not _OTHER_TIME.fullmatch(text, one.end, here.start):
        return None
    same_order = one.value <= here.value * _ORDER and here.value <= one.value * _ORDER
    found = here if same_order else scaled(text, one, here, _ORDER)
    return _like(one, found, payments) if found is not None else None


def _more_of_it(text: str, amounts: Sequence[Amount], index: int, payments: _Payments) -> Amount | None:
    """A further sum in the same millions: "20 millones en dos ejercicios y seis más para becas"."""
    here = amounts[index]
    if not _MORE_FOR.match(text, here.end) or not _AND.search(text, max(0, here.start - 12), here.start):
        return None
    before = index - 1
    while before >= 0 and (amounts[before].kind == "duration" or _OF_TIME.match(text, amounts[before].end)):
        before -= 1
    one = amounts[before] if before >= 0 else None
    if one is None or one.kind != "money" or not _IN_SENTENCE.fullmatch(text, one.end, here.start):
        return None
    found = scaled(text, one, here, _PART)
    return _like(one, found, payments) if found is not None and found.value <= one.value * _ORDER else None


def _part_of(text: str, one: Amount, here: Amount) -> Amount | None:
    """The number in the millions of the sum before it, of which it is a part: "una bolsa de 4 millones; dimos tres"."""
    part = scaled(text, one, here, _PART) if one.value >= _MILLION else None
    return part if part is not None and part.value <= one.value else None


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
    if amount.measure is not None or amount.fraction or amount.value < _LEAST_GIVEN:
        return False
    if _EACH.match(text, amount.end) and _GIVEN.search(text[max(0, amount.start - 60) : amount.start]):
        return True
    if amount.value < _LEAST_BARE or not counts_nothing(text, amount):
        return False
    if _CLAUSE_ENDS.match(text, amount.end) and _BOUGHT_FOR.search(text[max(0, amount.start - 200) : amount.start]):
        return True
    if in_millions(text, amount) and _is_granted(text, amount):
        return True
    return payments.context.before(text, amount.start) is not None or is_public_money(text, amount)


def _is_granted(text: str, amount: Amount) -> bool:
    """Whether millions are the price of what stands before, or are approved or destined for something."""
    before = text[max(0, amount.start - 60) : amount.start]
    granted = _GRANTED.search(before) is not None and _GRANTED_FOR.match(text, amount.end) is not None
    granted = granted or _SUM_IS.search(text[max(0, amount.start - 180) : amount.start]) is not None
    return granted or _FOR.search(before) is not None or _DESTINED.match(text, amount.end) is not None


def _with_millions(text: str, amounts: Sequence[Amount], payments: _Payments) -> list[Amount]:
    """Bare millions in the unit of the nearest number of that size, if no count is nearer."""
    completed = list(amounts)
    large = [i for i, one in enumerate(amounts) if _is_large(one)]
    counts = {i for i in large if _is_count(text, amounts[i], payments)}
    for index in large:
        here = completed[index]
        if here.measure is not None or index in counts or here.fraction or not in_millions(text, here):
            continue
        nearest = _nearest(completed, large, counts, index)
        if nearest is not None and nearest.kind == "money":
            completed[index] = _like(nearest, here, payments)
        elif nearest is not None and nearest.measure is not None:
            completed[index] = replace(here, unit=nearest.unit)
    return completed


def _is_count(text: str, amount: Amount, payments: _Payments) -> bool:
    """Whether a noun behind a number or the subject before it says that it counts: "el padrón llegó a 52 millones"."""
    if amount.measure is not None:
        return False
    before = text[max(0, amount.start - 40) : amount.start]
    if _OF_FEMININE.search(before) or (_COUNTED_BEHIND.match(text, amount.end) and _THERE_ARE.search(before)):
        return True
    return not counts_nothing(text, amount) or payments.counted.before(text, amount.start) is not None


def _is_large(amount: Amount) -> bool:
    factor = Decimal(str(amount.unit.factor)) if amount.unit is not None else Decimal(1)
    return amount.value * factor >= _MILLION and amount.kind != "ratio"


def _nearest(amounts: Sequence[Amount], large: Sequence[int], counts: Set[int], index: int) -> Amount | None:
    """The nearest large amount that is a sum or counts something: before the number, else behind it; else any sum."""
    known = [i for i in large if i != index and (amounts[i].measure is not None or i in counts)]
    before = [amounts[i] for i in known if i < index]
    behind = [amounts[i] for i in known if i > index]
    if before or behind:
        return before[-1] if before else behind[0]
    sums = [one for one in amounts if one.kind == "money"]
    return sums[0] if sums else None
