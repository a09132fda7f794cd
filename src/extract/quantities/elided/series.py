"""Numbers that go on in the unit of the amount before them: "3,2 millones irán a caminos; a riego, 2,7".

A number that counts nothing has the unit, and the magnitude, of the last measured amount if it stands where a further
member of the same series stands: behind the comma of a gap, after "va por", "está en" or "sobre un total de", with
another place as subject, or in decimals, which count nothing.

Source: RAE and ASALE, *Nueva gramática de la lengua española* (2009), 12.4 (nominal ellipsis), 31.7 (gapping); RAE,
*Ortografía* 3.4.2.2.3 (the comma in the place of the verb).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from extract.quantities.amounts import Amount
from extract.quantities.elided.magnitudes import HEDGE, OF_THAT, counts_nothing, scaled

_STOP = re.compile(r"[.!?…]\s+[«“\"¡¿]?[A-ZÁÉÍÓÚÑ]|\n")
#: The amounts of a paragraph that are looked back at, and how far.
_LOOK_BACK, _REACH = 8, 420
#: In so many characters before a number stands what puts it beside a noun.
_APPOSITION = 30
#: Members of one series are of like size.
_LIKE = Decimal(30)
_HUNDRED = 100
_UNMEASURED = frozenset({None, "ratio", "age", "duration", "count"})
_NAME = r"[A-ZÁÉÍÓÚÑ][\wáéíóúñ.-]*"
_NAMES = rf"(?:(?:[Ee]l|[Ll]a|[Ll]os|[Ll]as)\s+)?{_NAME}(?:\s+(?:{_NAME}|del?|la|las|los|el|y)){{0,5}}"
#: What stands between commas and is no member: "…, es decir, 300 más".
_ASIDE = (
    r"(?:es\s+decir|o\s+sea|esto\s+es|sin\s+embargo|en\s+(?:total|promedio|tanto|cambio)|por\s+(?:ejemplo|tanto|su\s+parte)"
    r"|adem[áa]s|asimismo|dijo|indic[óo]|explic[óo])\b"
)
#: "a riego, 2,7", "la Asignación, de 1.493", "Las Piedras, 61": a comma stands for the verb.
_GAPPED = re.compile(
    rf"[^.\n]{{0,80}}?(?:;|,|\s[ye])\s+(?:[ye]\s+)?(?!{_ASIDE})[^.;,\n\d]{{2,60}},\s+(?:(?:con|de|a|por|en)\s+)?{HEDGE}\Z",
    re.IGNORECASE,
)
#: "25 hectáreas de maíz, 12 de chile"
_OF_LIST = re.compile(rf"\s+de\s+[^,;.\n\d]{{2,40}}(?:,|,?\s[ye])\s+(?:[ye]\s+)?{HEDGE}\Z", re.IGNORECASE)
#: "el Estado pone 5 millones y el Municipio tres": no comma, but nothing between the other and its number.
_BARE_GAP = re.compile(
    rf"(?:\s+(?:de|por|al?)\s[^,;.\n\d]{{2,30}})?(?:,|;|,?\s[ye])\s+(?:(?:el|la|los|las|al|a\s+la|en|para)\s+[^\W\d]+|{_NAME})(?:\s+(?:{_NAME}|del?|la|los|las))*\s+\Z"
)
#: "los cítricos (2.910 kilos), los duraznos (1.388) y los tomates (902)": each member has its measure in brackets
_NEXT_BRACKET = re.compile(r"\)(?:,|;|,?\s[ye])\s+(?:[ye]\s+)?[^.;,()\n\d]{3,60}\s\(\Z")
_MEMBER_ENDS = re.compile(r"\s*(?:[.,;)\n]|\Z)|\s+[ye]\s")
#: "680 euros a comedores, 310 a becas y 200 a viajes"
_SENT_TO = re.compile(
    r"(?:\s+[^\W\d]+){0,2}?\s+(?:(?:ir[áa]n?|van?|fueron|corresponden?|se\s+[^\W\d]+)\s+)?(?:al?|para|en)\s"
)
_NEXT_SENT = re.compile(rf"[^.;\n]{{1,90}}(?:,|\s[yeou]|;)\s+(?:[ye]\s+)?{HEDGE}\Z", re.IGNORECASE)
#: "un gasto de 350 mil euros y descartaron otro de 120 mil"
_ANOTHER = re.compile(rf"[^.;\n\d]{{1,60}}\botr[oa]s?\s+(?:[^\W\d]+\s+)?(?:de|por)\s+{HEDGE}\Z", re.IGNORECASE)
#: "el bono cuesta 25 euros, 20 para estudiantes"
_COMMA = re.compile(rf"\s*(?:,|,?\s+[ye])\s+(?:[ye]\s+)?{HEDGE}\Z", re.IGNORECASE)
_FOR = re.compile(r"\s+(?:para|si)\s", re.IGNORECASE)
_FOR_WHOM = re.compile(r"\b(?:entre|para|a)\s+(?:l[oa]s\s+)?\Z", re.IGNORECASE)
_OF = re.compile(r"\bde\s+(?:l[oa]s\s+)?\Z", re.IGNORECASE)
_DE = re.compile(r"\s+de\s+(?!cada\b|l[oa]s\b|ell[oa]s\b|est[oa]s\b)", re.IGNORECASE)
_TO = re.compile(r"\s+(?:al?|para|en)\s", re.IGNORECASE)
#: "la escuela Juárez, de 24 aulas": what the thing before the comma has
_APPOSED = re.compile(rf",\s+de\s+{HEDGE}\Z", re.IGNORECASE)
_PREPOSITION = re.compile(r"\b(a|de|con|por)\s+\$?\s?\Z", re.IGNORECASE)
_WITHIN = re.compile(r"[^.;\n]{0,40}")
#: "el 75 % a las que no pasen de 8.412"
_LIMITED = re.compile(
    r"[^.\n]{0,160}?\bque\s+(?:no\s+)?(?:pas|super|rebas|exced|lleg|llegu|alcan[zc])\w+\s+(?:de\s+|a\s+)?"
    rf"{HEDGE}\Z",
    re.IGNORECASE,
)
#: A length whatever its size: "las aceras ganarán 1,70 metros en un tramo de 420".
_EXTENT = re.compile(
    rf"\b(?:tramo|recorrido|longitud|distancia|trayecto|trazado|anchura|altura|profundidad)\s+de\s+{HEDGE}\Z",
    re.IGNORECASE,
)
#: "… y está en 19", "va por 236 y tiene como meta 500", "7 kilómetros sobre un total de 11"
_LEVEL = re.compile(
    r"[^.;\n]{0,90}?\b(?:(?:est[áa]n?|qued[óa]n?|sigue|anda)\s+(?:ahora\s+|hoy\s+|ya\s+)?en"
    r"|van?\s+(?:ya\s+)?por|(?:como|por)\s+(?:meta|objetivo)(?:\s+de)?)\s+"
    rf"{HEDGE}\Z",
    re.IGNORECASE,
)
_OF_TOTAL = re.compile(
    rf"\s*,?\s+(?:sobre|de)\s+(?:un\s+total\s+(?:general\s+)?de|los|las)\s+{HEDGE}\Z",
    re.IGNORECASE,
)
#: "San José se llevó 88": another place, and a verb of having a share.
_OTHER_PLACE = re.compile(
    rf"[^\n]{{0,120}}?(?:[.;,]\s+|\sy\s+){_NAMES},?\s+(?:se\s+)?"
    rf"(?:llev|concentr|sum|recib|aport|alcanz|registr|lider|encabez|report|obtuv|acapar)\w+\s+{HEDGE}\Z"
)
#: "Solo el mes pasado fueron 241"
_OTHER_TIME = re.compile(
    r"[^\n.]{0,120}?[.;]\s+(?:[^\W\d]+\s+){0,5}?(?:mes|a[ñn]o|semana|trimestre|semestre|temporada|campa[ñn]a|ejercicio|ayer|hoy|antes|entonces)"
    rf"(?:\s+(?:pasad[oa]|anterior|previ[oa]|actual))?,?\s+(?:fueron|son|eran|ser[áa]n|van|hab[íi]an?\s+sido|fue|era|sum(?:aron|aban|[óo]))\s+{HEDGE}\Z",
    re.IGNORECASE,
)
#: "Le siguen el colector, con 640.000", "Ninguna de las restantes pasa de los 300.000"
_RANKED = re.compile(
    r"[^\n]*[.;,]\s+(?:(?:les?|la|los)\s+siguen?\s|seguid[oa]s?\s|ningun[oa]\s|cada\s+un[oa]\s|amb[oa]s\s"
    r"|(?:el|la|los|las)\s+(?:m[áa]s|mayor(?:es)?|menor(?:es)?|segund[oa]|tercer[oa]?|otr[oa]s?|restantes?|dem[áa]s|m[áa]xim[oa]|m[íi]nim[oa])\b)"
    rf"[^.;\n]{{0,80}}?(?:\s|,\s+)(?:con|de|en|a|por|cuestan?|cost[óo]|llega\s+a|pasa\s+de|supera)\s+{HEDGE}\Z",
    re.IGNORECASE,
)


_OF_THAT = re.compile(rf"[^.;\n\d]{{0,60}}{OF_THAT}[^.;\n\d]{{0,60}}?\s{HEDGE}", re.IGNORECASE)
#: "nació con 11 mil hectáreas y hoy tiene 60 mil"
_HAS = r"(?:tienen?|sum(?:an?|ó)|cuentan?\s+con|son|es|abarcan?|cubren?|producen?|atienden?|llegan?\s+a|van)"
_TODAY = re.compile(
    r"[^.;\n\d]{0,80}\s(?:y|pero|mientras\s+que)\s+(?:[^\W\d]+\s+){0,3}?"
    rf"(?:{_HAS}\s+(?:ya|hoy|ahora|actualmente)|(?:ya|hoy|ahora|actualmente)\s+(?:ya\s+)?{_HAS})\s+{HEDGE}",
    re.IGNORECASE,
)
#: "entran 8 metros cúbicos por segundo y salen 15": what goes one way, so near before its number, and the other
_ONE_WAY = re.compile(
    rf"\b(?:entr|ingres|sal|sub|baj|gan|perd|pierd|produ[cz]|consum|recib|import|export|vend|compr)[^\W\d]*\s+{HEDGE}\Z",
    re.IGNORECASE,
)
_ONE_WAY_REACH = 30
_OTHER_WAY = re.compile(
    rf"[^.;,\n\d]{{0,40}}(?:,|\s)\s*(?:y|pero|mientras\s+que)\s+(?:se\s+)?(?:entr|ingres|sal|sub|baj|gan|perd|pierd|produ[cz]|consum|recib|import|export|vend|compr)"
    rf"[^\W\d]{{1,6}}\s+{HEDGE}",
    re.IGNORECASE,
)
#: Money comes and goes; what there is of it today is no sum that was said before.
_SAID_WHOLE: dict[str | None, tuple[re.Pattern[str], ...]] = {"money": (_OF_THAT,), "percentage": ()}
#: What there is for one of them is not told in the millions of the whole: "un rendimiento de 15.6 por hectárea"
_PER_ONE = re.compile(
    r"\s+(?:por|en\s+cada)\s+(?:cada\s+)?(?:manzana|hect[áa]rea|ha\b|tarea|cuadra|planta|[áa]rbol|persona|habitante|familia|hogar|vivienda|casa|productor|socio"
    r"|alumn[oa]|estudiante|trabajador|beneficiari[oa]|unidad|pieza|kil[óo]metro|km\b|metro|litro|kilo|tonelada|vaca|cabeza|caja|barril|viaje|turno)",
    re.IGNORECASE,
)
#: "sacaban 12 litros; las nuevas sacan 20": the word before both numbers, by its stem.
_VERB = re.compile(rf"\b([^\W\d]{{4,}})\s+{HEDGE}\Z", re.IGNORECASE)
_STEM = 4
_NO_VERBS = frozenset(
    {"para", "hast", "entr", "sobr", "desd", "como", "unos", "unas", "otro", "otra", "casi", "solo", "cada", "tras"}
)
#: "80 por ciento de los recargos a quien pague hoy y 50 a quien firme un convenio"
_PARALLEL = re.compile(
    rf"[^.;\n\d]{{0,40}}?\s(a|para)\s[^.;\n\d]{{2,60}}(?:,|,?\s[ye])\s+(?:[ye]\s+)?{HEDGE}", re.IGNORECASE
)
#: A rate between the two is another thing than the share before it.
_RATE = re.compile(r"\b(?:tasa|[íi]ndice|coeficiente|raz[óo]n|promedio|relaci[óo]n)\b", re.IGNORECASE)


def continue_series(text: str, amounts: Sequence[Amount]) -> list[Amount]:
    """The amounts with the units and magnitudes that members of a series leave out, in the same order and number.

    Parameters
    ----------
    text:
        The document's text.
    amounts:
        All amounts of the text, in order.
    """
    continued = list(amounts)
    heads: list[Amount] = []
    for index, amount in enumerate(amounts):
        head = amount
        if amount.measure is None and not amount.fraction and _stands_alone(text, amount):
            head, continued[index] = _continued(text, continued, heads, index)
        heads.append(head)
    return continued


def _stands_alone(text: str, amount: Amount) -> bool:
    """Whether the number counts nothing, or the unit of what it counts is left out: "25 ha de maíz, 12 de chile"."""
    return counts_nothing(text, amount) or _DE.match(text, amount.end) is not None


def _continued(text: str, amounts: Sequence[Amount], heads: Sequence[Amount], index: int) -> tuple[Amount, Amount]:
    """The amount whose unit and magnitude a number has, and the number with them; itself twice where it has none."""
    here = amounts[index]
    if (alike := _beside_a_noun(text, amounts, index)) is not None and heads[alike].kind != "money":
        head = heads[alike]
        found = None if head.kind in _UNMEASURED else _in_unit_of(text, head, here, text[head.end : here.start])
        return (here, here) if found is None else (head, found)
    direct = under = True
    for back in range(1, min(index, _LOOK_BACK) + 1):
        before, head = amounts[index - back], heads[index - back]
        gap = text[before.end : here.start]
        if len(gap) > _REACH or "\n" in gap:
            break
        found = None if head.kind in _UNMEASURED else _in_unit_of(text, head, here, gap)
        if found is not None and not _is_count_of_pair(text, amounts, index, head):
            if _RANKED.fullmatch(gap) or _LIMITED.fullmatch(gap):
                return head, found
            if _same_preposition(text, before, here) and _GAPPED.fullmatch(text, amounts[index - 1].end, here.start):
                return head, found
            if (direct or here.value != int(here.value)) and _is_member(text, before, here, gap):
                return head, found
            if under and found.value == here.value and _is_next_share(text, amounts[index - 1], here):
                return head, found
            if direct and _OTHER_TIME.fullmatch(gap) and _is_topic(text, amounts, index - back, head):
                return head, found
        direct = direct and (before.kind == "percentage" or _is_complement(text, before))
        under = under and (direct or _is_under_preposition(text, before))
    return here, here


def _beside_a_noun(text: str, amounts: Sequence[Amount], index: int) -> int | None:
    """Which amount stood beside its noun as this one does: "la sede, de 24 aulas y 9 mdp; el taller, de 8"."""
    here = amounts[index]
    if not _is_apposed(text, here):
        return None
    for back in range(index - 1, max(-1, index - 1 - _LOOK_BACK), -1):
        one = amounts[back]
        if "\n" in text[one.end : here.start]:
            return None
        if _is_apposed(text, one):
            return back
    return None


def _is_apposed(text: str, amount: Amount) -> bool:
    return _APPOSED.search(text, max(0, amount.start - _APPOSITION), amount.start) is not None


def _is_count_of_pair(text: str, amounts: Sequence[Amount], index: int, head: Amount) -> bool:
    """Whether the number is a count with a sum of its own: "Lima, 63 y 4,7 millones; Ica, con 42, obtiene 300 mil"."""
    here, following = amounts[index], amounts[index + 1] if index + 1 < len(amounts) else None
    if following is None or following.kind != head.kind or here.value != int(here.value):
        return False
    return _WITHIN.fullmatch(text, here.end, following.start) is not None


def _is_member(text: str, before: Amount, here: Amount, gap: str) -> bool:
    """Whether the number stands as a further member of the series of the amount before it."""
    if here.value != int(here.value) and before.measure is not None:
        return not _RATE.search(gap)
    if _DE.match(text, here.end):
        return _OF_LIST.fullmatch(gap) is not None
    if _SENT_TO.match(text, before.end) and _NEXT_SENT.fullmatch(gap) and _TO.match(text, here.end):
        return True
    if _BARE_GAP.fullmatch(gap) and _MEMBER_ENDS.match(text, here.end):
        return True
    if _NEXT_BRACKET.fullmatch(gap) and text.startswith(")", here.end) and text.endswith("(", 0, before.start):
        return True
    if before.kind == "money" and _COMMA.fullmatch(gap) and _FOR.match(text, here.end):
        return True
    if (
        _goes_on_for_others(text, before, here, gap)
        or _has_same_verb(text, before, gap)
        or _goes_back(text, before, gap)
    ):
        return True
    figures = (
        _GAPPED,
        _ANOTHER,
        _LEVEL,
        _OF_TOTAL,
        _OTHER_PLACE,
        *_SAID_WHOLE.get(before.kind, (_TODAY,)),
    )
    extent = before.kind == "length" and _EXTENT.search(gap) is not None
    return extent or any(figure.fullmatch(gap) is not None for figure in figures)


def _is_topic(text: str, amounts: Sequence[Amount], index: int, head: Amount) -> bool:
    """Whether the sentence of an amount begins with one of the head's kind: a count there would be the topic."""
    while index and not _STOP.search(text, amounts[index - 1].end - 1, amounts[index].start):
        index -= 1
    return amounts[index].kind == head.kind


def _goes_on_for_others(text: str, before: Amount, here: Amount, gap: str) -> bool:
    """Whether two shares stand before the same preposition: "80 por ciento a quien pague y 50 a quien firme"."""
    parallel = _PARALLEL.fullmatch(gap) if before.kind == "percentage" else None
    return parallel is not None and text.startswith(f" {parallel[1]} ", here.end)


def _has_same_verb(text: str, before: Amount, gap: str) -> bool:
    """Whether one verb governs both numbers: "sacaban 12 litros por segundo; las nuevas sacan 20"."""
    second = _VERB.search(gap)
    first = _VERB.search(text, max(0, before.start - 40), before.start) if second else None
    if first is None or second is None:
        return False
    stem = second[1][:_STEM].lower()
    return stem == first[1][:_STEM].lower() and stem not in _NO_VERBS


def _goes_back(text: str, before: Amount, gap: str) -> bool:
    """Whether verbs of opposite ways govern the two numbers: "entran 8 metros cúbicos y salen 15"."""
    return (
        _OTHER_WAY.fullmatch(gap) is not None
        and _ONE_WAY.search(text, max(0, before.start - _ONE_WAY_REACH), before.start) is not None
    )


def _same_preposition(text: str, one: Amount, other: Amount) -> bool:
    first = _PREPOSITION.search(text, max(0, one.start - 8), one.start)
    second = _PREPOSITION.search(text, max(0, other.start - 8), other.start)
    return first is not None and second is not None and first[1] == second[1]


def _is_next_share(text: str, last: Amount, here: Amount) -> bool:
    """Whether a bare number is another's share: "20 mil euros, repartidos entre 9 clubes; la vela, 12 mil"."""
    return bool(_GAPPED.fullmatch(text, last.end, here.start) and _MEMBER_ENDS.match(text, here.end))


def _is_under_preposition(text: str, amount: Amount) -> bool:
    """Whether a count tells for whom or among how many: "repartidos entre 9 clubes"."""
    return amount.measure is None and _FOR_WHOM.search(text, max(0, amount.start - 12), amount.start) is not None


def _is_complement(text: str, amount: Amount) -> bool:
    """Whether a count belongs to the noun before it: "los comedores de 11 colegios"."""
    return amount.measure is None and _OF.search(text, max(0, amount.start - 12), amount.start) is not None


def _in_unit_of(text: str, head: Amount, here: Amount, gap: str) -> Amount | None:
    """The number in the unit of the head, multiplied by its magnitude if only that makes the two alike."""
    unit = head.unit or head.sign
    if head.kind == "percentage" and here.value > _HUNDRED:
        return None
    if _alike(head.value, here.value) or (head.kind == "length" and _EXTENT.search(gap)):
        return replace(here, unit=unit)
    if head.kind != "money" and _PER_ONE.match(text, here.end):
        return replace(here, unit=unit)
    found = scaled(text, head, here, _LIKE)
    return replace(found, unit=unit) if found is not None else None


def _alike(one: Decimal, other: Decimal) -> bool:
    return one <= other * _LIKE and other <= one * _LIKE
