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
from extract.quantities.elided.magnitudes import HEDGE, counts_nothing, scaled
from extract.quantities.elided.members import DE, EXTENT, GAPPED, MEMBER_ENDS, is_member

_STOP = re.compile(r"[.!?…]\s+[«“\"¡¿]?[A-ZÁÉÍÓÚÑ]|\n")
#: The amounts of a paragraph that are looked back at, and how far.
_LOOK_BACK, _REACH = 8, 420
#: In so many characters before a number stands what puts it beside a noun.
_APPOSITION = 30
#: Members of one series are of like size.
_LIKE = Decimal(30)
_HUNDRED = 100
_UNMEASURED = frozenset({None, "ratio", "age", "duration", "count"})
_FOR_WHOM = re.compile(r"\b(?:entre|para|a)\s+(?:l[oa]s\s+)?\Z", re.IGNORECASE)
_OF = re.compile(r"\bde\s+(?:l[oa]s\s+)?\Z", re.IGNORECASE)
#: "la escuela Juárez, de 24 aulas": what the thing before the comma has
_APPOSED = re.compile(rf",\s+de\s+{HEDGE}\Z", re.IGNORECASE)
_PREPOSITION = re.compile(r"\b(a|de|con|por)\s+\$?\s?\Z", re.IGNORECASE)
_TO = re.compile(r"\s+(?:a|hasta)\s+(?:l[oa]s\s+)?")
_WITHIN = re.compile(r"[^.;\n]{0,40}")
#: "el 75 % a las que no pasen de 8.412"
_LIMITED = re.compile(
    r"[^.\n]{0,160}?\bque\s+(?:no\s+)?(?:pas|super|rebas|exced|lleg|llegu|alcan[zc])\w+\s+(?:de\s+|a\s+)?"
    rf"{HEDGE}\Z",
    re.IGNORECASE,
)
#: "Solo el mes pasado fueron 241"
_OTHER_TIME = re.compile(
    r"[^\n.]{0,120}?[.;]\s+(?:[^\W\d]+\s+){0,5}?(?:mes|a[ñn]o|semana|trimestre|semestre|temporada|campa[ñn]a|ejercicio|ayer|hoy|antes|entonces)"
    rf"(?:\s+(?:pasad[oa]|anterior|previ[oa]|actual))?,?\s+(?:fueron|son|eran|ser[áa]n|van|hab[íi]an?\s+sido|fue|era|sum(?:aron|aban|[óo]))\s+{HEDGE}\Z",
    re.IGNORECASE,
)
#: "Le siguen el colector, con 640.000", "Ninguna de las restantes pasa de los 300.000"
#: "Dos incendios pasaron de 25 hectáreas: el de Lerdo, el 3 de julio, con 58, y el de Nazas, con 41"
_NAMED = re.compile(
    r"(?:[^.;:\n\d]{0,40}:\s+|[^\n.;:]{0,80}(?:,|,?\s[ye])\s+)(?:el|la|los|las)\s+del?\s+(?:el\s+|l[ao]s?\s+)?(?-i:[A-ZÁÉÍÓÚÑ])[^.;:\n]{1,60}?,?\s+con\s+"
    rf"{HEDGE}\Z",
    re.IGNORECASE,
)
_RANKED = re.compile(
    r"[^\n]*[.;,]\s+(?:(?:les?|la|los)\s+siguen?\s|seguid[oa]s?\s|ningun[oa]\s|cada\s+un[oa]\s|amb[oa]s\s"
    r"|(?:el|la|los|las)\s+(?:m[áa]s|mayor(?:es)?|menor(?:es)?|segund[oa]|tercer[oa]?|otr[oa]s?|restantes?|dem[áa]s|m[áa]xim[oa]|m[íi]nim[oa])\b)"
    rf"[^.;\n]{{0,80}}?(?:\s|,\s+)(?:con|de|en|a|por|cuestan?|cost[óo]|llega\s+a|pasa\s+de|supera)\s+{HEDGE}\Z",
    re.IGNORECASE,
)
#: "… (3 mdp); Lima, | 19 | (2)"
_BRACKET = re.compile(r"(?:\s+[^\W\d]+){0,4}\s+\(\Z")
_NEXT_ROW = re.compile(r"\)\s*(?:;|,|,?\s[ye]\s)[^.;()\n\d]{2,60}")
#: A whole that opens its sentence, and what goes on in it: "De las 900 hectáreas previstas | se han plantado 312"
_OF_WHOLE = re.compile(
    rf"(?:\A|[.!?:;]\s+|[«“\"\n–—-]\s*)de\s+(?:los|las)\s+(?:primer[oa]s\s+)?{HEDGE}\Z", re.IGNORECASE
)
_WHOLE_REACH = 30
#: "46 kilómetros en 22 días, un promedio de 2.1 | cada día": what is averaged is what was measured.
_AVERAGE = re.compile(rf"\b(?:promedio|media|ritmo)\s+(?:[^\W\d]+\s+)?de\s+{HEDGE}\Z", re.IGNORECASE)
_AVERAGE_REACH = 50
_PER_TIME = re.compile(
    r"\s+(?:(?:cada|por|al?|a\s+la)\s+(?:\d{1,2}\s+)?(?:d[íi]as?|horas?|semanas?|mes(?:es)?|a[ñn]os?|jornadas?)"
    r"|(?:diari|mensual|semanal|anual)[^\W\d]*)\b",
    re.IGNORECASE,
)
_AVERAGED = frozenset({"length", "area", "volume", "mass"})
_IN_SENTENCE = re.compile(r"(?:[^.;:!?\n]|\.\d)*")
#: A plural that may mean the pesos or what was counted beside them.
_OF_THEM = re.compile(r"\b[Dd]e\s+(?:ell[oa]s|est[oa]s|es[oa]s|l[oa]s\s+cuales)\b,?(?:\s+[^\W\d]+){0,3}\s*\Z")
#: What the last sentence before the number parts says what that counts: "La mayor parte de las obras fue para Ica con".
_SHARE_OF = re.compile(
    r"\b(?:mayor[íi]a|mitad|resto|(?:mayor|gran|buena|menor)\s+parte|mayor\s+(?:n[úu]mero|cantidad))\s+de\s+(?:l|est|es)[oa]s\s+"
    r"(?P<noun>(?!(?:recurs|fond|diner|inversi|apoy|ayud|subsidi|aport|ingres|gast|cr[ée]dit|pag|mont|sum|mill[oó]n|pes|d[óo]lar|euro|sol(?:es)?\b)|ell[oa]s)"
    r"[^\W\d]{3,})[^.;\n\d]*\Z",
    re.IGNORECASE,
)
#: What there is for one of them is not told in the millions of the whole: "un rendimiento de 15.6 por hectárea"
_PER_ONE = re.compile(
    r"\s+(?:por|en\s+cada)\s+(?:cada\s+)?(?:manzana|hect[áa]rea|ha\b|tarea|cuadra|planta|[áa]rbol|persona|habitante|familia|hogar|vivienda|casa|productor|socio"
    r"|alumn[oa]|estudiante|trabajador|beneficiari[oa]|unidad|pieza|kil[óo]metro|km\b|metro|litro|kilo|tonelada|vaca|cabeza|caja|barril|viaje|turno)",
    re.IGNORECASE,
)


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
            if (goal := _becomes(text, amounts, index)) is None:
                measured = _in_next_bracket(text, continued, index) or _averaged(text, continued, index)
                head, continued[index] = measured or _continued(text, continued, heads, index)
            elif goal.measure is not None and _alike(goal.value, amount.value):
                continued[index] = replace(amount, unit=goal.unit or goal.sign)
        heads.append(head)
    return continued


def _stands_alone(text: str, amount: Amount) -> bool:
    """Whether the number counts nothing, or the unit of what it counts is left out: "25 ha de maíz, 12 de chile"."""
    return counts_nothing(text, amount) or DE.match(text, amount.end) is not None


def _becomes(text: str, amounts: Sequence[Amount], index: int) -> Amount | None:
    """What the number becomes, if that has its noun or unit: "cuesta 32 millones y pasará de | 12 a 20 camas"."""
    here, following = amounts[index], amounts[index + 1] if index + 1 < len(amounts) else None
    if following is None or _TO.fullmatch(text, here.end, following.start) is None:
        return None
    return following if following.measure is not None or not _stands_alone(text, following) else None


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
        found = _in_unit_if_member(text, amounts, index, head, gap) or _like_last(before, head, here)
        if found is not None:
            named = head.kind != "money" and direct and _NAMED.fullmatch(gap) is not None
            if (
                named
                or _RANKED.fullmatch(gap)
                or _LIMITED.fullmatch(gap)
                or _is_part(text, amounts, index - back, found)
            ):
                return head, found
            if _same_preposition(text, before, here) and GAPPED.fullmatch(text, amounts[index - 1].end, here.start):
                return head, found
            if (direct or here.value != int(here.value)) and is_member(text, before, here, gap):
                return head, found
            if under and found.value == here.value and _is_next_share(text, amounts[index - 1], here):
                return head, found
            if direct and _OTHER_TIME.fullmatch(gap) and _is_topic(text, amounts, index - back, head):
                return head, found
        direct = direct and (before.kind == "percentage" or _is_complement(text, before))
        under = under and (direct or _is_under_preposition(text, before))
    return here, here


def _averaged(text: str, amounts: Sequence[Amount], index: int) -> tuple[Amount, Amount] | None:
    """The measure of which a number is the average in a time: "730 kilómetros, un promedio de 2.1 cada día"."""
    here = amounts[index]
    if not (_PER_TIME.match(text, here.end) and _AVERAGE.search(text, max(0, here.start - _AVERAGE_REACH), here.start)):
        return None
    whole = next((one for one in reversed(amounts[:index]) if one.kind != "duration"), None)
    if whole is None or whole.unit is None or whole.kind not in _AVERAGED:
        return None
    less = here.value < whole.value and _IN_SENTENCE.fullmatch(text, whole.end, here.start)
    return (whole, replace(here, unit=whole.unit)) if less else None


def _in_unit_if_member(text: str, amounts: Sequence[Amount], index: int, head: Amount, gap: str) -> Amount | None:
    """The number in the unit of a head; None where it is alike to none, or counts something by itself."""
    here = amounts[index]
    if head.kind in _UNMEASURED or _is_count_of_pair(text, amounts, index, head):
        return None
    share = _SHARE_OF.search(gap)
    if share is not None and share["noun"] not in text[head.start : head.end]:
        return None
    if head.kind == "money" and _OF_THEM.search(gap) and _is_part_of_count(text, amounts[:index], here):
        return None  # "rehabilitó 214 aulas con 136 millones. De ellas, 74 se localizan en Ica": of the schoolrooms
    return _in_unit_of(text, head, here, gap)


def _like_last(before: Amount, head: Amount, here: Amount) -> Amount | None:
    """A decimal like the member before it, far as it is from the first: "337 t de tela, 18,7 de lana y 4,1 de lino"."""
    measured = before.kind is not None and before.kind not in _UNMEASURED and before.kind == head.kind
    member = measured and before.magnitude is None and here.value != int(here.value) and before.kind != "percentage"
    return replace(here, unit=before.unit or before.sign) if member and _alike(before.value, here.value) else None


def _in_next_bracket(text: str, amounts: Sequence[Amount], index: int) -> tuple[Amount, Amount] | None:
    """What a bracket measures as the last one did, behind a count of its own: "Ica, 42 (3 mdp); Lima, 19 (2)"."""
    if index < 2 or amounts[index - 2].kind in _UNMEASURED:
        return None
    head, counted, here = amounts[index - 2 : index + 1]
    beside = counted.measure is None and _BRACKET.fullmatch(text, counted.end, here.start) is not None
    if not (beside and text.startswith(")", here.end) and _NEXT_ROW.fullmatch(text, head.end, counted.start)):
        return None
    found = _in_unit_of(text, head, here, "")
    return (head, found) if found is not None else None


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


def _is_part(text: str, amounts: Sequence[Amount], whole: int, part: Amount) -> bool:
    """Whether a number is a part of the whole that opens its sentence, with nothing but such parts between the two."""
    amount = amounts[whole]
    between = [one for one in amounts[whole + 1 :] if one.start < part.start]
    return (
        part.value < amount.value
        and all(one.measure == amount.measure for one in between)
        and _OF_WHOLE.search(text, max(0, amount.start - _WHOLE_REACH), amount.start) is not None
        and _IN_SENTENCE.fullmatch(text, amount.end, part.start) is not None
    )


def _is_topic(text: str, amounts: Sequence[Amount], index: int, head: Amount) -> bool:
    """Whether the sentence of an amount begins with one of the head's kind: a count there would be the topic."""
    while index and not _STOP.search(text, amounts[index - 1].end - 1, amounts[index].start):
        index -= 1
    return amounts[index].kind == head.kind


def _same_preposition(text: str, one: Amount, other: Amount) -> bool:
    first = _PREPOSITION.search(text, max(0, one.start - 8), one.start)
    second = _PREPOSITION.search(text, max(0, other.start - 8), other.start)
    return first is not None and second is not None and first[1] == second[1]


def _is_part_of_count(text: str, before: Sequence[Amount], here: Amount) -> bool:
    """Whether things were counted before of which the number can be a part."""
    near = before[-_LOOK_BACK:]
    return any(
        one.measure is None
        and one.value >= here.value
        and here.start - one.end <= _REACH
        and not _stands_alone(text, one)
        for one in near
    )


def _is_next_share(text: str, last: Amount, here: Amount) -> bool:
    """Whether a bare number is another's share: "20 mil euros, repartidos entre 9 clubes; la vela, 12 mil"."""
    return bool(GAPPED.fullmatch(text, last.end, here.start) and MEMBER_ENDS.match(text, here.end))


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
    if _alike(head.value, here.value) or (head.kind == "length" and EXTENT.search(gap)):
        return replace(here, unit=unit)
    if head.kind != "money" and _PER_ONE.match(text, here.end):
        return replace(here, unit=unit)
    found = scaled(text, head, here, _LIKE)
    return replace(found, unit=unit) if found is not None else None


def _alike(one: Decimal, other: Decimal) -> bool:
    return one <= other * _LIKE and other <= one * _LIKE
