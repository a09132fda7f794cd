"""Whether a bare number stands as a further member of the series that a measured amount opened.

Source: RAE and ASALE, *Nueva gramática de la lengua española* (2009), 31.7 (gapping); RAE, *Ortografía* 3.4.2.2.3 (the
comma in the place of the verb).
"""

from __future__ import annotations

import re

from extract.quantities.amounts import Amount
from extract.quantities.elided.magnitudes import HEDGE, OF_THAT

_NAME = r"[A-ZÁÉÍÓÚÑ][\wáéíóúñ.-]*"
_NAMES = rf"(?:(?:[Ee]l|[Ll]a|[Ll]os|[Ll]as)\s+)?{_NAME}(?:\s+(?:{_NAME}|del?|la|las|los|el|y)){{0,5}}"
#: What stands between commas and is no member: "…, es decir, 300 más".
_ASIDE = (
    r"(?:es\s+decir|o\s+sea|esto\s+es|sin\s+embargo|en\s+(?:total|promedio|tanto|cambio)|por\s+(?:ejemplo|tanto|su\s+parte)"
    r"|adem[áa]s|asimismo|dijo|indic[óo]|explic[óo])\b"
)
#: "a riego, 2,7", "la Asignación, de 1.493", "Las Piedras, 61": a comma stands for the verb.
GAPPED = re.compile(
    rf"[^.\n]{{0,80}}?(?:;|,|\s[ye])\s+(?:[ye]\s+)?(?!{_ASIDE})[^.;,\n\d]{{2,60}},\s+(?:(?:con|de|a|por|en)\s+)?{HEDGE}\Z",
    re.IGNORECASE,
)
#: "25 hectáreas de maíz, 12 de chile"
_OF_LIST = re.compile(rf"\s+de\s+[^,;.\n\d]{{2,40}}(?:,|,?\s[ye])\s+(?:[ye]\s+)?{HEDGE}\Z", re.IGNORECASE)
#: "el Estado pone 5 millones y el Municipio tres": no comma, but nothing between the other and its number.
_BARE_GAP = re.compile(
    rf"(?:\s+(?:de|por|al?)\s[^,;.\n\d]{{2,30}})?(?:[,;](?:\s+[ye],?)?|\s[ye],?)\s+(?:(?:el|la|los|las|al|a\s+la|en|para)\s+[^\W\d]+|{_NAME})(?:\s+(?:{_NAME}|del?|la|los|las))*\s+\Z"
)
#: "los cítricos (2.910 kilos), los duraznos (1.388) y los tomates (902)": each member has its measure in brackets
_NEXT_BRACKET = re.compile(r"\)(?:,|;|,?\s[ye])\s+(?:[ye]\s+)?[^.;,()\n\d]{3,60}\s\(\Z")
MEMBER_ENDS = re.compile(r"\s*(?:[.,;)\n]|\Z)|\s+[ye]\s")
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
DE = re.compile(r"\s+de\s+(?!cada\b|l[oa]s\b|ell[oa]s\b|est[oa]s\b)", re.IGNORECASE)
_TO = re.compile(r"\s+(?:al?|para|en)\s", re.IGNORECASE)
#: A length whatever its size: "las aceras ganarán 1,70 metros en un tramo de 420".
EXTENT = re.compile(
    rf"\b(?:tramo|recorrido|longitud|distancia|trayecto|trazado|anchura|altura|profundidad)\s+de\s+{HEDGE}\Z",
    re.IGNORECASE,
)
#: "… y está en 19", "va por 236 y tiene como meta 500", "7 kilómetros sobre un total de 11"
_LEVEL = re.compile(
    r"[^.;\n]{0,90}?\b(?:(?:est[áa]n?|qued[óa]n?|sigue|anda)\s+(?:ahora\s+|hoy\s+|ya\s+)?en"
    r"|van?\s+(?:ya\s+)?por|(?:promedio|media|ritmo)\s+de|(?:cerr|cierr|termin)[^\W\d]*\s+con|(?:como|por)\s+(?:meta|objetivo)(?:\s+de)?)\s+"
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


#: "1,240 toneladas fueron papel; 486, a vidrio; y las 190 restantes, a metales": a comma for the verb behind the number
_ROW = re.compile(rf"[^.\n\d]{{3,90}}(?:;|,\s+y)\s+(?:[ye]\s+)?{HEDGE}\Z", re.IGNORECASE)
_ROW_GOES_TO = re.compile(r"(?:\s+restantes?)?,\s+(?:al?|para|en|del?|por)\s+[^\W\d]", re.IGNORECASE)
#: "5.000.000 de dólares son para caminos y los 3.000.000 restantes, para el puente"
_BESIDE_REST = re.compile(r"[^.;\n\d]{3,90}(?:;|,?\s[ye])\s+(?:l[oa]s\s+)?(?:otr[oa]s\s+)?\Z", re.IGNORECASE)
_IS_REST = re.compile(
    r"\s+restantes?(?:,?\s+(?:al?|para|en)\s|\s+(?:se\s+(?:destin|inv[ei]rt|us|ejerc|pag|aplic)|son|fueron|ser[áa]n|ir[áa]n|van|correspond)|\s*[.;])",
    re.IGNORECASE,
)


def is_member(text: str, before: Amount, here: Amount, gap: str) -> bool:
    """Whether the number stands as a further member of the series of the amount before it."""
    if here.value != int(here.value) and before.measure is not None:
        return not _RATE.search(gap)
    if DE.match(text, here.end):
        return _OF_LIST.fullmatch(gap) is not None
    if _SENT_TO.match(text, before.end) and _NEXT_SENT.fullmatch(gap) and _TO.match(text, here.end):
        return True
    if _BARE_GAP.fullmatch(gap) and MEMBER_ENDS.match(text, here.end):
        return True
    if _ROW.fullmatch(gap) and _ROW_GOES_TO.match(text, here.end):
        return True
    if _BESIDE_REST.fullmatch(gap) and _IS_REST.match(text, here.end):
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
        GAPPED,
        _ANOTHER,
        _LEVEL,
        _OF_TOTAL,
        _OTHER_PLACE,
        *_SAID_WHOLE.get(before.kind, (_TODAY,)),
    )
    extent = before.kind == "length" and EXTENT.search(gap) is not None
    return extent or any(figure.fullmatch(gap) is not None for figure in figures)


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
