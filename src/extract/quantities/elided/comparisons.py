"""Units that a comparison leaves out: "430 litros, 35 menos que antes", "tarda tres horas y bajará a menos de dos".

A number without a noun of its own stands for what was measured last, if the sentence sets the two against each other:
as a difference, as what a quantity changes to, as the same thing at another time, or as a limit. Then it has the unit,
and in a difference also the magnitude, of that number: "221 millones de euros, 14 más que el año pasado".

Source: RAE and ASALE, *Nueva gramática de la lengua española* (2009), 12.4 (nominal ellipsis) and 45.4 (the second
term of comparisons).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from functools import lru_cache

from extract.patterns import Patterns
from extract.quantities.amounts import Amount
from extract.quantities.elided.magnitudes import HEDGE, scaled
from extract.quantities.elided.shares import next_share
from extract.quantities.lexicon import RuleLexicon
from extract.rules import UnitRule

#: Nothing is elided across the end of a sentence, or from farther away than this.
_REACH = 160
_SENTENCE_END = re.compile(r"[.!?…]\s+[«“\"¡¿]?[A-ZÁÉÍÓÚÑ]|\n|;")
#: The number is all there is of its phrase.
_PHRASE_ENDS = re.compile(
    r"\s*(?:[.,;:)\]»”\"]|\Z)|\s+(?:en|para|durante|antes|al|a|y|con|este|esta|hace|que|hoy|ahora|ya|de\s+(?:la|el|año)|del"
    r"|actual(?:es)?|anterior(?:es)?|habitual(?:es)?|iniciales|originales|previst[oa]s|programad[oa]s|registrad[oa]s|estimad[oa]s)\b"
)
#: "este año son 750, o sea 22.5 por ciento más"
_SO_MUCH_MORE = re.compile(
    r"\s*,\s+(?:(?:o\s+sea|es\s+decir|esto\s+es|lo\s+que\s+(?:es|representa|significa|supone)),?\s+)?(?:un\s+)?[\d.,]+\s*(?:%|por\s+ciento)\s+(?:m[áa]s|menos)\b",
    re.IGNORECASE,
)
_ONLY_NUMBER = re.compile(r"\s*(?:[.,;:)\]»”\"]|\Z)")

#: "…, 90 más que el año anterior"
_DIFFERENCE_BEFORE = re.compile(
    rf"(?:\s+[^\W\d]+){{0,3}}\s*[,(]\s*(?:(?:es\s+decir|o\s+sea|esto\s+es|lo\s+que\s+(?:es|representa|son))\s*,?\s+)?{HEDGE}",
    re.IGNORECASE,
)
_IN_OTHER_WORDS = re.compile(r"\b(?:es\s+decir|o\s+sea|esto\s+es|lo\s+que\s+(?:es|representa|son))\b", re.IGNORECASE)
_DIFFERENCE_AFTER = re.compile(
    r"\s+(?:m[áa]s|menos|adicionales)(?:\s+(?:que|en|con|de\s+l[oa]s?|al?|respecto|frente)\b|\s*[.,;)])"
    r"|\s+por\s+(?:debajo|encima|arriba|abajo)\b",
    re.IGNORECASE,
)
#: "…, 8 menos que en abril y 215 por debajo de la media": a further difference to the same.
_NEXT_DIFFERENCE = re.compile(rf"\s[^.;\d\n]{{2,60}}(?:,|\sy|\se)\s+{HEDGE}", re.IGNORECASE)
#: "95 millones, superando en 10 la meta"
_DIFFERENCE_IN = re.compile(rf"[^.;:\d\n]{{0,80}}\b(?:super|rebas|sobrepas|exced)\w*\s+en\s+{HEDGE}\Z", re.IGNORECASE)
_TO_WHAT = re.compile(r"\s+(?:la|el|lo|al|a\s+la|sus?)\s", re.IGNORECASE)
#: "28 millones de pesos, 19 de ellos para maquinaria": what "ellos" takes up is the unit, so no other noun may be near.
_BESIDE = re.compile(rf"(?:\s+de\s+[^\W\d]+)?\s*[,(;]\s*(?:y\s+)?{HEDGE}", re.IGNORECASE)
_OF_THEM = re.compile(r"\s+de\s+(?:ell[oa]s|l[oa]s\s+(?:cuales|que|mism[oa]s)|[ée]st[oa]s)\b", re.IGNORECASE)
#: "de los 160 millones que mueve el plan, 80 salen del estado"
_OF_THE = re.compile(
    r"\bde\s+(?:l[oa]s|es[oa]s|est[oa]s|dich[oa]s)\s+(?:m[áa]s\s+de\s+|casi\s+|cerca\s+de\s+)?\Z", re.IGNORECASE
)
_PART_FOLLOWS = re.compile(rf"(?:\s[^.;:,\d\n]{{1,70}})?,\s+(?:ya\s+)?{HEDGE}", re.IGNORECASE)
#: "subió a 450 dólares desde los 425 del año anterior"
_SINCE = re.compile(r"\s*,?\s+desde\s+(?:l[oa]s|el)\s+", re.IGNORECASE)
#: "… y bajará a menos de", "… y ya llegan en"
_CHANGE = re.compile(
    rf"\b(?:baj|sub|pas|lleg|aument|increment|disminu|crec|elev|reduc|reduj|redujo|ascend|ascien|descend|descien"
    rf"|ampl[ií]|extend|extiend|recort|ajust|cay|cae|rebaj|trep|escal|alz|cerr|cierr)\w*"
    rf"\s+(?:ya\s+|hoy\s+|ahora\s+)?(?:a|al|hasta|en)\s+(?:ser\s+(?:de\s+)?)?{HEDGE}\Z",
    re.IGNORECASE,
)
#: "… cuando en 2019 fueron", "… frente a los"
_OTHER_TIME = re.compile(
    rf",?\s(?:cuando|mientras(?:\s+que)?|y)\s[^.;]*?\b(?:antes(?!\s+de\b)|anterior(?:es)?|pasad[oa]|previ[oa]|(?:19|20)\d\d|entonces|hoy|mañana|ahora)\b[^.;]*?"
    rf"(?:fue(?:ron)?|eran?|es|son|ser[áa]n?|hab[íi]an?\s+sido|se\s+[^\W\d]+)\s+(?:de\s+)?{HEDGE}\Z",
    re.IGNORECASE,
)
_THEN = re.compile(
    rf"[^.;]{{0,60}};\s+(?:en|durante|para)\s+(?:el\s+)?(?:a[ñn]o\s+)?(?:(?:19|20)\d\d|a[ñn]o\s+\w+)\s+(?:fue(?:ron)?|eran?|ser[áa]n?)\s+{HEDGE}",
    re.IGNORECASE,
)
_AGAINST = re.compile(
    rf"[^.;]{{0,40}}?,?\s*\b(?:frente\s+a|contra|en\s+vez\s+de|en\s+lugar\s+de|comparad[oa]s?\s+con|en\s+comparaci[óo]n\s+con)\s+{HEDGE}\Z",
    re.IGNORECASE,
)
#: "90 litros al día, muy por encima de los 70 de la media"
_ABOVE = re.compile(rf"[^.;\n\d]{{0,40}},\s+(?:muy\s+)?por\s+(?:encima|debajo)\s+de\s+{HEDGE}\Z", re.IGNORECASE)
_FEMININE = re.compile(r"\blas\s+\Z", re.IGNORECASE)
#: "frente a los 38 | de 2012", "| del año anterior"
_OF_ITS_TIME = re.compile(
    r"\s+(?:de|en)\s+(?:(?:19|20)\d\d\b(?![.,]\d)|(?:enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre)\b)"
    r"|\s+del?\s+(?:la\s+)?(?:a[ñn]o|mes|trimestre|semestre|ejercicio|curso|campa[ñn]a|temporada)\b",
    re.IGNORECASE,
)
#: "12 millones de pesos, de los cuales 7 son federales"
_OF_WHICH = re.compile(
    r"\s*,?\s+de\s+l[oa]s\s+(?:cuales|que)\s+(?:ya\s+)?(?:(?:se\s+)?(?:han?|hab[íi]an?)\s+(?:sido\s+)?(?!benefici|atend)[^\W\d]+\s+|se\s+[^\W\d]+\s+)?"
    rf"{HEDGE}",
    re.IGNORECASE,
)
_OF_NOUN = re.compile(r"\s+de\s+(?!l[oa]s\b)[^\W\d]+(?:\s+[^\W\d]+)?(?=,)")
_COUNTS_NOUN = re.compile(r"\s+(?!(?:l[oa]s|más|menos|antes|después)\b)[^\W\d]{3,}s\b", re.IGNORECASE)
#: "(bajó) de 90 millones de litros en mayo a …"
_FROM = re.compile(rf"\b(?:de|desde)\s+{HEDGE}\Z", re.IGNORECASE)
_TO = re.compile(rf"(?:\s+(?:en|durante|al)\s+[^.;,]{{2,40}}?,?)?\s+(?:a|hasta)\s+{HEDGE}", re.IGNORECASE)
#: "61 mil UF, algo así como 1,700 millones de pesos": the second sum says the first again.
_THAT_IS = re.compile(
    r"\s*[,(]?\s*(?:es\s+decir|o\s+sea|esto\s+es|algo\s+as[íi]\s+como|equivalentes?\s+a|que\s+equivalen\s+a|lo\s+que\s+equivale\s+a)?"
    rf"\s*,?\s*{HEDGE}[A-Z]{{0,3}}\$?\s*\Z"
)
#: "… de los cuales 7 son federales y 5 al estado": a further part of the same whole.
_NEXT_PART = re.compile(rf"[^.;\d]{{0,90}}(?:,|\sy)\s+(?:los\s+)?(?:otr[oa]s\s+|restantes\s+)?{HEDGE}\Z")
#: "110 kilómetros por hora en zonas de", "donde el límite es de"
_LIMIT = re.compile(
    r"\b(?:(?:zonas?|tramos?|calles?|[áa]reas?|v[íi]as?|carreteras?)\s+de|(?:l[íi]mite|m[áa]xim[oa]|permitid[oa])\s+(?:es|era|son|de|es\s+de))\s+\Z",
    re.IGNORECASE,
)
#: A subject of its own takes the number; a goal or a figure is the same thing again.
_OTHER_SUBJECT = re.compile(
    r"(?:,|\by|\bque|\bpero|\bmientras)\s+(?:el|la|los|las|sus?)\s+"
    r"(?!(?:meta|objetivo|intenci[óo]n|idea|prop[óo]sito|previsi[óo]n|cifra|total|plan|expectativa|promedio|media|l[íi]mite)\b)[^\W\d]",
    re.IGNORECASE,
)
_GOAL = re.compile(r"\b(?:meta|objetivo|intenci[óo]n|idea|prop[óo]sito|previsi[óo]n)\b", re.IGNORECASE)
#: A time that something took, not one that changes: "en 3 años bajó a 380".
_TIME_WHEN = re.compile(
    r"(?<!cerca )(?<!más )(?<!menos )(?<!alrededor )(?<!arriba )"
    r"\b(?:en|hace|durante|por|tras|cada|de|entre|desde|[úu]ltim[oa]s|pr[óo]xim[oa]s|los|las)\s+\Z",
    re.IGNORECASE,
)
#: "704 millones y al Tunuyán, 405"
_GAPPED = re.compile(
    r"\s+y\s+(?:al?|en|para|del?)\s+(?:l[ao]s?\s+|el\s+)?[A-ZÁÉÍÓÚÑ][\wáéíóúñ]*(?:\s+[\wáéíóúñ]+){0,3},\s+\Z"
)
#: "$550 por hectárea, hasta un máximo de 10"
_PER = re.compile(r"\s+por\s+(?:cada\s+)?")
_UP_TO = re.compile(
    r"\b(?:hasta|m[áa]xim[oa](?:\s+de)?|m[íi]nim[oa](?:\s+de)?|tope\s+de|al\s+menos)\s+\Z", re.IGNORECASE
)
#: "por cada peso invertido se recuperaron 7"
_FOR_EACH = re.compile(r"\bpor\s+cada\s+(?=[^\W\d]+\b[^.;:\d\n]{0,70}\Z)", re.IGNORECASE)

#: What is compared is of one order.
_ORDER = Decimal(10)
#: A difference or a part said in the magnitude of the whole is no smaller than this share of it.
_PART = Decimal(1000)


#: People and the beginning of their age.
_OF_PEOPLE = re.compile(
    r"\b(?:niñ[oa]s|j[óo]venes|adolescentes|adult[oa]s|personas|mujeres|hombres|menores|mayores|alumn[oa]s|estudiantes|bebés)"
    r"(?:\s+mayores)?,?\s+(?:de|entre)\s+(?:los\s+)?(?:[^\W\d]+|\d+)?\s*(?:(?:a|y)\s+(?:los\s+)?)?\Z",
    re.IGNORECASE,
)


@lru_cache(maxsize=8)
def _units(patterns: Patterns) -> RuleLexicon[UnitRule]:
    rules = (*patterns.rules("currencies.yml", UnitRule), *patterns.rules("units.yml", UnitRule))
    return RuleLexicon([rule for rule in rules if rule.position == "after"])


def complete_comparisons(text: str, amounts: Sequence[Amount], patterns: Patterns) -> list[Amount]:
    """The amounts with the units and magnitudes that a comparison leaves out, in the same order and number."""
    units = _units(patterns)
    completed: list[Amount] = []
    before: Amount | None = None
    share: Amount | None = None
    for amount in amounts:
        found = None
        if amount.measure is None and amount.fraction:
            found = next_share(text, share, amount)
        elif amount.measure is None:
            found = (
                _completed(text, before, amount, units)
                or _next_difference(text, completed, before, amount)
                or _per_coin(text, before, amount, units)
                or _next_part(text, completed, before, amount)
                or next_share(text, share, amount)
            )
        if before is not None and found is None and _says_again(text, before, amount):
            before = replace(before, end=amount.end)
        elif found is None or before is None:
            # A difference is no antecedent: "430 litros, 35 menos que antes, y la meta es bajar a 380".
            before = amount
        completed.append(found or amount)
        share = completed[-1] if completed[-1].kind == "percentage" else share
    return completed


def _says_again(text: str, before: Amount, here: Amount) -> bool:
    """Whether a sum says the one before it in another currency: "61 mil UF, algo así como $1,700 millones"."""
    if before.kind != "money" or here.kind != "money" or (before.unit or before.sign) == (here.unit or here.sign):
        return False
    return before.end < here.start and _THAT_IS.fullmatch(text, before.end, here.start) is not None


def _next_part(text: str, completed: Sequence[Amount], before: Amount | None, here: Amount) -> Amount | None:
    """A further part of a whole whose first part has its unit from it: "de las que 7 son federales y 5 del estado"."""
    if before is None or not completed or completed[-1] is before or completed[-1].start <= before.end:
        return None
    part = completed[-1]
    of_which = part.magnitude is not None or _OF_WHICH.fullmatch(text, before.end, part.start) is not None
    if part.measure != before.measure or not of_which:
        return None
    if not _NEXT_PART.fullmatch(text, part.end, here.start) or not _PHRASE_ENDS.match(text, here.end):
        return None
    if part.magnitude is not None:
        scaled = _in_magnitude(text, part, here)
        return _like(before, scaled) if scaled is not None and part.value + scaled.value <= before.value else None
    fits = part.value + here.value <= before.value and before.measure is not None
    return _like(before, here) if fits else None


def _next_difference(text: str, completed: Sequence[Amount], before: Amount | None, here: Amount) -> Amount | None:
    """A second difference to the same amount: "349 litros, 8 menos que en abril y 215 por debajo de la media"."""
    if before is None or before.measure is None or not completed or completed[-1] is before:
        return None
    is_next = (
        _NEXT_DIFFERENCE.fullmatch(text, completed[-1].end, here.start) if completed[-1].start > before.end else None
    )
    is_difference = completed[-1].measure == before.measure and _DIFFERENCE_AFTER.match(text, here.end)
    return _like(before, _in_magnitude(text, before, here) or here) if is_next and is_difference else None


def _completed(text: str, before: Amount | None, here: Amount, units: RuleLexicon[UnitRule]) -> Amount | None:
    """The number with what it takes from the one before it; None where the two are not compared."""
    if before is None or before.fraction or before.kind == "ratio" or not 0 <= here.start - before.end <= _REACH:
        return None
    gap = text[before.end : here.start]
    ends = _PHRASE_ENDS.match(text, here.end) is not None
    if _SENTENCE_END.search(text, before.end - 1, here.start):  # the point may belong to the unit, "5 km."
        then = before.measure is not None and ends and _THEN.fullmatch(gap) and _same_order(before, here)
        return _like(before, here) if then else None
    if before.measure is None:
        listed = _GAPPED.fullmatch(gap) is not None and _ONLY_NUMBER.match(text, here.end) is not None
        listed = listed or _is_part_of_bare(before, here, gap, ends)
        return _in_magnitude(text, before, here) if listed else None
    if _is_term(text, before, here, gap, ends):
        return _like(before, _in_magnitude(text, before, here) or here)
    if ends and _is_compared(text, before, here, gap):
        if _same_order(before, here):
            return _like(before, here)
        scaled = _in_magnitude(text, before, here)
        return _like(before, scaled) if scaled is not None and _same_order(before, scaled) else None
    return _per_unit(text, before, here, gap, units) if ends else None


def _is_part_of_bare(before: Amount, here: Amount, gap: str, ends: bool) -> bool:
    """Whether the number is a part of millions without a unit: "88 millones, de los que 50,2 van a obras"."""
    if not here.value < before.value or not (ends or here.value % 1):
        return False
    named = _OF_NOUN.match(gap) if here.value % 1 else None  # "3 millones de dosis, de las que 2,1"
    return _OF_WHICH.fullmatch(gap, named.end() if named else 0) is not None


def _is_term(text: str, before: Amount, here: Amount, gap: str, ends: bool) -> bool:
    """Whether the number is a difference, a part or the other term of the one before, and shares its magnitude."""
    if before.kind == "percentage" and _IN_OTHER_WORDS.search(gap):
        return False  # "creció 15 por ciento, es decir, 300 más": the growth as a count
    if _DIFFERENCE_BEFORE.fullmatch(gap) and _DIFFERENCE_AFTER.match(text, here.end):
        return before.kind != "duration" or not _is_age(text, before, here)
    if _is_part(text, before, here, gap):
        return here.value <= before.value
    if _DIFFERENCE_IN.fullmatch(gap) and before.kind not in {"duration", "age"}:
        return ends or _TO_WHAT.match(text, here.end) is not None
    if _AGAINST.fullmatch(gap):
        other = before.kind == "money" and _FEMININE.search(gap) is not None  # "becas por 20 euros, frente a las 280"
        alike = not other and _same_order(before, _in_magnitude(text, before, here) or here)
        return ends or (alike and _OF_ITS_TIME.match(text, here.end) is not None)
    if _ABOVE.fullmatch(gap) and before.kind not in {"duration", "age", "money"}:
        return ends and _same_order(before, here)
    if _SINCE.fullmatch(gap):
        return (
            ends
            and before.kind != "duration"
            and _CHANGE.search(text, max(0, before.start - 40), before.start) is not None
        )
    return ends and _TO.fullmatch(gap) is not None and _follows_from(text, before)


def _is_age(text: str, before: Amount, here: Amount) -> bool:
    """Whether the time is how old those counted before are: "415 niñas de 6 a 12 años, 90 más que ayer"."""
    return here.value > before.value or _OF_PEOPLE.search(text, max(0, before.start - 60), before.start) is not None


def _is_part(text: str, before: Amount, here: Amount, gap: str) -> bool:
    """Whether the number is a part of the amount before it: "de los que 7", "19 de ellos", "de los 160, 80 salen"."""
    if _BESIDE.fullmatch(gap) and _OF_THEM.match(text, here.end):
        return True
    if _COUNTS_NOUN.match(text, here.end):
        return False
    fronted = _OF_THE.search(text, max(0, before.start - 30), before.start) and _PART_FOLLOWS.fullmatch(gap)
    return _OF_WHICH.fullmatch(gap) is not None or bool(fronted)


def _follows_from(text: str, before: Amount) -> bool:
    return _FROM.search(text, max(0, before.start - 40), before.start) is not None


def _per_unit(text: str, before: Amount, here: Amount, gap: str, units: RuleLexicon[UnitRule]) -> Amount | None:
    """A limit in the unit that a price is for: "$550 por hectárea, hasta un máximo de 10"."""
    end = _PER.match(text, before.end)
    per = units.after(text, end.end()) if end else None
    return replace(here, unit=per.rule) if per and per.rule.kind != "money" and _UP_TO.search(gap) else None


def _is_compared(text: str, before: Amount, here: Amount, gap: str) -> bool:
    if _SO_MUCH_MORE.match(text, here.end):
        return True
    if before.kind == "speed" and _LIMIT.search(gap):
        return True
    if _OTHER_TIME.search(gap):
        return True
    if _OTHER_SUBJECT.search(gap) or not _CHANGE.search(gap):
        return False
    if before.kind == "percentage":  # "bajó 20 por ciento y llegó a 300" tells the change, then the level
        return _GOAL.search(gap) is not None
    return before.kind != "duration" or not _TIME_WHEN.search(text, max(0, before.start - 16), before.start)


def _same_order(before: Amount, here: Amount) -> bool:
    return before.value <= here.value * _ORDER and here.value <= before.value * _ORDER


def _like(before: Amount, here: Amount) -> Amount:
    return replace(here, unit=before.unit or before.sign)


def _in_magnitude(text: str, before: Amount, here: Amount, ratio: Decimal = _PART) -> Amount | None:
    """The number in the magnitude of the one before it, if it is not larger by an order then."""
    found = scaled(text, before, here, ratio)
    return found if found is not None and found.value <= before.value * _ORDER else None


def _per_coin(text: str, before: Amount | None, here: Amount, units: RuleLexicon[UnitRule]) -> Amount | None:
    """What comes back for one coin, in the same coin: "por cada peso invertido se recuperaron 7"."""
    start = max(before.end if before else 0, here.start - _REACH)
    found = _FOR_EACH.search(text, start, here.start)
    coin = units.after(text, found.end()) if found else None
    if coin is None or coin.rule.kind != "money" or not _ONLY_NUMBER.match(text, here.end):
        return None
    return replace(here, unit=coin.rule)
