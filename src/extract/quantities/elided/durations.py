"""Lengths of time that leave their unit to the one before: "un crédito a ocho años, con dos de gracia".

A number has the unit of the time before it where a noun that takes time follows, where it says how far that time can
be lengthened, how much of it has passed, or how much the work took.

Source: RAE and ASALE, *Nueva gramática de la lengua española* (2009), 12.4 (nominal ellipsis).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from extract.quantities.amounts import Amount
from extract.quantities.elided.magnitudes import HEDGE, counts_nothing

_REACH = 80
_SAME_SENTENCE = re.compile(r"[^.;\n]*")
#: "… con dos de gracia"
_OF_TIME = re.compile(
    r"\s+(?:m[áa]s\s+)?de\s+(?:gracia|carencia|pr[óo]rroga|vigencia|garant[íi]a|pr[áa]cticas?|residencia|internado|servicio|espera|veda|mora"
    r"|prisi[óo]n|c[áa]rcel|inhabilitaci[óo]n|suspensi[óo]n|destierro|mantenimiento|operaci[óo]n|construcci[óo]n|ejecuci[óo]n|especialidad"
    r"|formaci[óo]n|teor[íi]a|libertad|reposo|aislamiento|cuarentena|licencia|permiso|vacaciones|lactancia|noviazgo|trayectoria|experiencia)\b",
    re.IGNORECASE,
)
#: "prorrogable por otros diez", "ampliable a cinco"
_LENGTHENED = re.compile(
    r"[^.;\n\d]{0,40}\b(?:(?:prorrog|ampli|renov|extens|prolong)[ai]bles?|con\s+(?:pr[óo]rroga|posibilidad\s+de\s+ampliarse|opci[óo]n\s+a))\s+"
    rf"(?:por\s+|al?\s+|hasta\s+|en\s+|de\s+)+(?:un\s+m[áa]ximo\s+de\s+)?{HEDGE}",
    re.IGNORECASE,
)
#: "12 años, de los que cumplió cuatro"
_PASSED = re.compile(
    r"[^.;,\n\d]{0,40},?\s+de\s+los\s+(?:que|cuales)\s+(?:(?:ya|s[óo]lo|ha|han|hab[íi]an?|le|se|apenas)\s+){0,3}"
    r"(?:cumpl|llev|pas|purg|pag|trabaj|transcurr|falt|rest|qued|hizo|hicieron|permanec|estuv|vivi)[^\W\d]*\s+"
    rf"{HEDGE}",
    re.IGNORECASE,
)
#: "el plazo era de 150 días, pero se terminó en 132"
_DONE_IN = re.compile(
    r"[^.;\n\d]{0,60}\b(?:termin|conclu|culmin|finaliz|complet|ejecut|entreg|realiz|constru|acab|resolv|hizo|hicieron|har[áa])[^\W\d]*\s+en\s+"
    rf"{HEDGE}",
    re.IGNORECASE,
)
#: "un plazo de 24 meses (antes eran 12)"
_BEFORE_THAT = re.compile(
    rf"[^.;\n\d(]{{0,30}}(?:\(|,\s+)(?:cuando\s+|que\s+)?antes\s+(?:eran?|fueron|se\s+ped[íi]an|se\s+exig[íi]an)\s+(?:de\s+)?{HEDGE}",
    re.IGNORECASE,
)
#: "seis meses de los ocho previstos"
_OF_THE = re.compile(r"\s+de\s+l[oa]s\s+", re.IGNORECASE)
_FORESEEN = re.compile(
    r"\s+(?:previst|planead|programad|pactad|establecid|permitid|contratad|estimad|autorizad|que\s)", re.IGNORECASE
)
#: "con una tasa del 8 % durante los primeros siete"
_FIRST_OF = re.compile(
    r"[^.;\n]{0,100}\b(?:durante|en|por|tras)\s+l[oa]s\s+(?:primer[oa]s|[úu]ltim[oa]s|siguientes|restantes|otr[oa]s)\s+",
    re.IGNORECASE,
)
_LIKE = Decimal(30)


def complete_durations(text: str, amounts: Sequence[Amount]) -> list[Amount]:
    """The amounts with the units of time that their text leaves out, in the same order and number.

    Parameters
    ----------
    text:
        The document's text.
    amounts:
        All amounts of the text, in order.
    """
    completed = list(amounts)
    time: Amount | None = None
    for index, here in enumerate(completed):
        if time is not None and here.measure is None and not here.fraction:
            direct = time is completed[index - 1]
            if (direct and _is_time(text, time, here)) or _is_part_of_time(text, time, here):
                completed[index] = replace(here, unit=time.unit)
        time = completed[index] if completed[index].kind == "duration" else time
    return completed


def _is_part_of_time(text: str, time: Amount, here: Amount) -> bool:
    """Whether the number is the first or the last part of a time told in the sentence: "los primeros siete"."""
    if here.value > time.value or not _FIRST_OF.fullmatch(text, time.end, here.start):
        return False
    return counts_nothing(text, here)


def _is_time(text: str, before: Amount, here: Amount) -> bool:
    """Whether the number is a length of time in the unit of the one before it."""
    near = here.start - before.end <= _REACH and _SAME_SENTENCE.fullmatch(text, before.end, here.start) is not None
    if not near or not here.value <= before.value * _LIKE or not before.value <= here.value * _LIKE:
        return False
    if _OF_TIME.match(text, here.end):
        return True
    if _OF_THE.fullmatch(text, before.end, here.start):
        return _FORESEEN.match(text, here.end) is not None
    joined = any(
        joint.fullmatch(text, before.end, here.start) for joint in (_LENGTHENED, _PASSED, _DONE_IN, _BEFORE_THAT)
    )
    return joined and counts_nothing(text, here)
