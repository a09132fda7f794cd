"""What sets an equal figure apart from the one before it: a further one, the size of each thing, a goal."""

from __future__ import annotations

import re

from extract.links.linker import Links
from extract.mentions import Sentence

#: "otros 100 euros", "12 patrullas más", "el 25 % restante".
_OTHER = re.compile(r"\botr[oa]s\s+$", re.IGNORECASE)
_MORE = re.compile(r"\s+(?:(?!que\b)\w+\s+){0,3}(?:más\b(?!\s+que)|adicional(?:es)?\b|restantes?\b)", re.IGNORECASE)
#: From this size on an equal number is hardly the size of another thing.
_TELLING = 1000
#: What one thing has: "una libreta de | 80 hojas"; "un grupo de 80 alumnos" is the alumni's own number.
_OF_ONE_THING = re.compile(
    r"\bun[oa]?\s+(?!(?:total|n[úu]mero|cifra|cantidad|grupo|equipo|suma|matr[íi]cula|padr[óo]n|plantilla|contingente|conjunto"
    r"|promedio|m[áa]ximo|m[íi]nimo|universo|lista|bolsa|paquete|red|flota)\b)[^\W\d]+(?:\s+[^\W\d]+){0,3}?\s+(?:de|con)\s+\Z",
    re.IGNORECASE,
)
#: What each of them gets or has, in the same clause: "cada uno con 12 piezas".
_OF_EACH = re.compile(r"\bcada\s+[^\W\d]+\b[^.;\n]*\Z", re.IGNORECASE)
_PER_ONE = re.compile(
    r"\s+(?:por\s+(?!parte\b|medio\b|lo\b|el\b|la\b|un)|(?:[^\W\d]+\s+)?por\s+cada\s+)[^\W\d]{3,}", re.IGNORECASE
)
#: A pronoun before the figure takes up one that was told.
_TAKES_UP = re.compile(r"\b(?:est[eao]s?|es[eao]s?|dich[oa]s?)\s+\Z", re.IGNORECASE)
_REACH = 90


def is_another(text: str, one: Links) -> bool:
    """Whether the words around the figure say that it is a further one."""
    start, end = one.quantity.start, one.quantity.end
    return bool(_OTHER.search(text[max(0, start - 12) : start]) or _MORE.match(text, end))


def tells_of_each(one: Links, home: Sentence) -> bool:
    """Whether a small count is what each thing has, and so comes again with the next one: "cada caja, 12 piezas"."""
    if one.quantity.kind != "count" or one.quantity.value >= _TELLING:
        return False
    start = one.quantity.start - home.start
    before = home.surface[max(0, start - _REACH) : start]
    within = _OF_ONE_THING.search(before) or _OF_EACH.search(before)
    return bool(within or _PER_ONE.match(home.surface, one.quantity.end - home.start))


def is_goal_of_other(one: Links, other: Links, home: Sentence) -> bool:
    """Whether one of two equal shares is reached and the other a goal: whole percentages meet by chance.

    A pronoun before the second takes up the first: "ese 40 por ciento".
    """
    if other.quantity.kind != "percentage" or one.status.status == other.status.status:
        return False
    start = other.quantity.start - home.start
    return _TAKES_UP.search(home.surface[max(0, start - _REACH) : start]) is None
