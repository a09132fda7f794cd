"""Percentages that leave their sign to the one before: "el 20 por ciento y la presidencia el 80", "ocho puntos más".

Source: RAE and ASALE, *Nueva gramática de la lengua española* (2009), 12.4 (nominal ellipsis), 21.5 (the article in the
singular before a percentage: no count takes it).
"""

from __future__ import annotations

import re
from dataclasses import replace

from extract.quantities.amounts import Amount

_REACH = 250
_HUNDRED = 100
_STRONG_STOP = re.compile(r"[.!?…]\s+[«“\"¡¿]?[A-ZÁÉÍÓÚÑ]")
_ONE_STOP = re.compile(r"(?:[^.!?\n]|\.\d)*(?:[.!?][»”\"]?\s+(?:[^.!?\n]|\.\d)*)?")
#: The number is all there is of its phrase.
_PHRASE_ENDS = re.compile(
    r"\s*(?:[.,;:)\]»”\"]|\Z)"
    r"|\s+(?:en|para|durante|antes|al?|y|con|est[ae]|hace|que|hoy|ahora|ya|restante|del?|por|se|es|corresponde|son)\b",
    re.IGNORECASE,
)
#: A share after the article in the singular; after "hasta el" and the like it is the day of a month.
_THE = re.compile(
    r"(?<!desde )(?<!partir d)(?<!antes d)\b(?:el|un|al|del)\s+"
    r"(?:otro\s+|casi\s+|restante\s+|m[áa]s\s+del\s+)?\Z",
    re.IGNORECASE,
)
_LAST_DAY = 31
#: "el 12 % son jóvenes, el 30 adultos": no count of many has the article in the singular.
_ONE = re.compile(r"(?:,|\sy)\s+el\s+\Z", re.IGNORECASE)
#: "la federación puso el 60 por ciento, el 25 el Estado": who has the next share stands behind it.
_WHOSE = re.compile(r"\s+(?:el|la|los|las)\s+(?:[a-záéíóúñ]|[A-ZÁÉÍÓÚÑ])")
_WITH_ARTICLE = re.compile(r"\bel\s+\Z", re.IGNORECASE)
_MANY = re.compile(r"\s+[a-záéíóúñü]{3,}[aeo]s\b(?!\s+(?:de|después)\b)")
#: "la convocatoria cierra el 15", "hasta el 15": the day of a month.
_DAY = re.compile(
    r"\b(?:cierr|venc|venz|inici|conclu|termin|abr|comien|comenz|arran|empe|empi|llega|hasta)\w*\s+el\s+\Z",
    re.IGNORECASE,
)
#: A share that has been reached, not one that something changed by.
_AT_LEVEL = re.compile(
    r"\b(?:al?|en|del?|es|fue|era|est[áa]n?|representa(?:ba)?|equival(?:e|[íi]a)\s+al?|ten[íi]a(?:mos)?)\s+(?:el\s+|un\s+)?\Z",
    re.IGNORECASE,
)
_TO_LEVEL = re.compile(
    r"\b(?:dej|llev|baj|sub|lleg|llegu|alcan[zc]|super|rebas|cerr|cierr|aument|crec|crezc|ascend|pas)\w*\s+(?:ya\s+|hoy\s+)?(?:(?:el|este)\s+(?:a[ñn]o|mes|ciclo|periodo)\s+)?"
    r"(?:(?:al?|hasta|del?|en)\s+)?(?:el\s+|un\s+)?\Z",
    re.IGNORECASE,
)
#: "tres décimas menos": tenths of a percentage point.
_TENTHS = re.compile(r"\b(?:d[ée]cimas?|cent[ée]simas?)\Z", re.IGNORECASE)
#: "ocho puntos más", "tres puntos por encima"; not "ocho puntos de venta".
_POINTS = re.compile(
    r"\s+puntos?\b(?=\s+(?:m[áa]s|menos|por\s+(?:encima|debajo|arriba)|arriba|abajo|respecto|sobre|al\s+alza|a\s+la\s+baja"
    r"|frente|que|en|y)\b|\s*[.,;)])",
    re.IGNORECASE,
)


#: "un incremento del 25%, al pasar de 12 a 15": the change as a share, then what changed
_COUNT_CHANGED = re.compile(
    r"\s*,?\s+(?:al|tras|luego\s+de|despu[ée]s\s+de)\s+pasar\s+de\s+(?:l[oa]s\s+)?", re.IGNORECASE
)


def next_share(text: str, share: Amount | None, here: Amount) -> Amount | None:
    """The bare number as a percentage, if it goes on from the last one before it; None where it does not.

    Parameters
    ----------
    text:
        The document's text.
    share:
        The last percentage before the number, or None.
    here:
        A number without a unit.
    """
    if share is None or not 0 <= here.start - share.end <= _REACH or here.value > _HUNDRED:
        return None
    gap = text[share.end : here.start]
    if "\n" in gap or _COUNT_CHANGED.fullmatch(gap):
        return None
    if here.fraction:
        return replace(here, unit=share.unit, fraction=False) if _TENTHS.search(_surface(text, here)) else None
    if points := _POINTS.match(text, here.end):
        return replace(here, unit=share.unit, end=points.end())
    if not _PHRASE_ENDS.match(text, here.end):
        one = _ONE.search(text, max(share.end, here.start - 6), here.start) and (
            _MANY.match(text, here.end) or _has_owner(text, share, here)
        )
        return replace(here, unit=share.unit) if one and not _STRONG_STOP.search(gap) else None
    after_article = _THE.search(text, max(share.end, here.start - 24), here.start) and not _STRONG_STOP.search(gap)
    if here.value <= _LAST_DAY and _DAY.search(text, max(share.end, here.start - 24), here.start):
        return None
    return replace(here, unit=share.unit) if after_article or _is_level(text, share, here) else None


def _has_owner(text: str, share: Amount, here: Amount) -> bool:
    """Whether both shares have the article and the number has its owner behind it, as no day of a month has."""
    article = _WITH_ARTICLE.search(text, max(0, share.start - 4), share.start)
    return article is not None and _WHOSE.match(text, here.end) is not None


def _surface(text: str, amount: Amount) -> str:
    return text[amount.number_start : amount.number_end]


def _is_level(text: str, share: Amount, here: Amount) -> bool:
    """Whether both numbers are levels of one share: "pasó a 81 %. Este año no bajaremos de 90"."""
    return (
        _AT_LEVEL.search(text, max(0, share.start - 16), share.start) is not None
        and _TO_LEVEL.search(text, max(share.end, here.start - 30), here.start) is not None
        and _ONE_STOP.fullmatch(text, share.end, here.start) is not None
    )
