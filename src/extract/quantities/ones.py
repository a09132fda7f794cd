"""The "uno", "una" and "un" that count: one member of an enumeration whose other members are numerals.

By itself "un" is the article and "uno" a pronoun. It is the number where it contrasts with other numbers (RAE, *Nueva
gramática* 15.1, 21.2): "cuatro de Torreón y uno de Sabinas", "Tecate, nueve; Rosarito, una", "dos proyectos y uno más",
"4 en Tijuana, 5 en Ensenada y un caso en Tecate".
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from decimal import Decimal

from extract.mentions import Numeral
from extract.openings import Expression

_ONE = Expression(r"(?<!\w)un[oa]?(?!\w)", re.IGNORECASE)
#: How far before it, in characters, the number stands with which "uno" contrasts.
_REACH = 90
#: From the number before to "uno": its noun if it has one, a complement, a joint.
_PARALLEL = re.compile(
    r"(?P<noun>(?:\s+[^\W\d]+){0,2}?)\s+(?P<by>de|en|del|para|por|a|con|al)\s+(?P<place>[^.;:\n]{1,60}?)"
    r"\s*(?P<joint>,\s*(?:y\s+)?|;\s*(?:y\s+)?|\s+[ye]\s+)\Z",
    re.IGNORECASE,
)
_BY = re.compile(
    r"(?P<noun>\s+[^\W\d]+)?\s+(?P<by>de|en|del|para|por|a|con|al)\s+(?P<partitive>(?:los|las|ell[oa]s|cada)\b)?"
)
#: "dos proyectos ganadores y uno más": the pronoun with "más" and nothing that it could compare.
_MORE = re.compile(r"\s+m[áa]s(?=\s*[.,;:)\n]|\s*\Z|\s+(?:de|en|que|por|para|con|y|está|es)\b)", re.IGNORECASE)
_JOINED = re.compile(r"[^.;:\n]{3,80}?\s+[ye]\s+\Z", re.IGNORECASE)
#: A row of places, each with its number: "Tecate, nueve; Rosarito, una".
_PLACE = r"(?:[A-ZÁÉÍÓÚÑ][\w.áéíóúñ]*(?:\s+(?:del?|la|las|los|el|[A-ZÁÉÍÓÚÑ][\w.áéíóúñ]*))*)"
_NEXT_PLACE = re.compile(
    rf"\s*[,;]\s*(?:y\s+)?(?:en\s+)?{_PLACE}\s*(?:,|:|\bcon)?\s+\Z|\s+y\s+(?:en\s+)?{_PLACE}\s*(?:,|:|\bcon)?\s+\Z"
)
#: The same in small letters, where the number before stands alike: "en la costa cinco y en el valle solo uno".
_ONLY = r"(?:(?:s[óo]lo|solamente|apenas|[úu]nicamente)\s+)?"
_IN_PLACE = rf"en\s+(?:el|la|los|las)\s+[^\W\d]+(?:\s+[^\W\d]+){{0,2}}?,?\s+{_ONLY}\Z"
_ALIKE_BEFORE = re.compile(rf"\b{_IN_PLACE}", re.IGNORECASE)
_NEXT_ALIKE = re.compile(rf"\s*(?:[,;]\s+(?:[ye]\s+)?|\s[ye]\s+){_IN_PLACE}", re.IGNORECASE)
_ENDS = re.compile(r"\s*(?:[;,.)\n]|\Z)|\s+[ye]\s+[A-ZÁÉÍÓÚÑ]")
#: Another verb for a part of the same: "admitió siete juicios, desechó dos y reservó uno".
_NEXT_VERB = re.compile(
    r"\s*(?:,|,?\s+[ye])\s+(?:se\s+)?[^\W\d]{2,}(?:ó|aron|ieron|ará|arán|irá|irán|an|en)\s+(?:a\s+)?\Z", re.IGNORECASE
)
#: "3 armas largas y una corta"
_OF_OTHER_LENGTH = re.compile(r"\s+armas\s+(?:largas|cortas)\s*(?:,|\s[ye])\s+\Z", re.IGNORECASE)
_LENGTH = re.compile(r"\s+(?:larga|corta)\b", re.IGNORECASE)
#: The noun of the number before once more: "8 casos y 2 defunciones; 5 casos y una defunción".
_CARDINAL = r"(?<![\w.,])(?:\d[\d.,]*|mil|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|once|doce|veinte)"
_AGAIN = re.compile(r"[^.\n]*?(?:[,;:]|\s[ye])\s+\Z", re.IGNORECASE)
_NOUN = re.compile(r"\s+([^\W\d]{3,})(?=\s*[.,;)\n]|\s*\Z|\s+(?:[ye]|en|de|del|por|a|para|con)\s)")
#: Nouns that name any unit of what is counted.
_GENERIC = frozenset({"caso", "persona"})


def with_ones(text: str, numerals: Sequence[Numeral]) -> list[Numeral]:
    """The numerals, and each "uno", "una" or "un" that contrasts with the one before it, as a cardinal.

    Parameters
    ----------
    text:
        The document's text.
    numerals:
        All numerals of the text, in order.
    """
    found = list(numerals)
    ends = [numeral.end for numeral in numerals]
    held = {numeral.start for numeral in numerals}
    last: Numeral | None = None
    for match in _ONE.finditer(text):
        index = bisect_left(ends, match.start() + 1) - 1
        before = numerals[index] if index >= 0 else None
        if last is not None and (before is None or last.end > before.end):
            before = last
        if match.start() in held or before is None or not _is_countable(before, match.start()):
            continue
        if _contrasts(text, before, match):
            last = Numeral(match.start(), match.end(), match.group(), Decimal(1), "cardinal")
            found.append(last)
    return sorted(found)


def _is_countable(before: Numeral, start: int) -> bool:
    return before.kind == "cardinal" and before.value is not None and 0 < start - before.end <= _REACH


def _contrasts(text: str, before: Numeral, one: re.Match[str]) -> bool:
    """Whether "uno" stands in a construction parallel to that of the number before it."""
    gap = text[before.end : one.start()]
    if _is_counted_again(text, gap, one):
        return True
    if one.group().lower() == "un":
        return _is_last_with_noun(text, gap, one)
    if _MORE.match(text, one.end()):
        return _JOINED.fullmatch(gap) is not None
    if (_NEXT_PLACE.fullmatch(gap) or _is_in_next_place(text, before, gap)) and _ENDS.match(text, one.end()):
        return True
    if _OF_OTHER_LENGTH.fullmatch(gap) and _LENGTH.match(text, one.end()):
        return True
    parallel, own = _PARALLEL.match(gap), _BY.match(text, one.end())
    if _NEXT_VERB.fullmatch(gap):
        return (own is not None and not own["noun"] and not own["partitive"]) or _ENDS.match(
            text, one.end()
        ) is not None
    if parallel is None or own is None or own["noun"]:
        return _is_last_with_noun(text, gap, one)
    # Where both leave their noun out, the last may have a complement of another kind: "8 de vehículo y uno a peatón".
    closes = not parallel["noun"] and parallel["joint"].strip() in {"y", "e", ", y"}
    return (_same(parallel["by"], own["by"]) or closes) and not own["partitive"]


def _is_in_next_place(text: str, before: Numeral, gap: str) -> bool:
    """Whether the number before and "uno" both stand right behind the place that they are told of."""
    if _NEXT_ALIKE.fullmatch(gap) is None:
        return False
    return _ALIKE_BEFORE.search(text[max(0, before.start - _REACH) : before.start]) is not None


def _same(one: str, other: str) -> bool:
    """Whether two prepositions are one, with the article or without: "de", "del"."""
    return one.lower().rstrip("l") == other.lower().rstrip("l")


def _is_last_with_noun(text: str, gap: str, one: re.Match[str]) -> bool:
    """Whether the last member of the list says its noun: "4 en Tijuana, 5 en Ensenada y un caso en Tecate".

    The members before leave theirs out, and the noun is one that the text counts, or one that counts anything.
    """
    parallel, own = _PARALLEL.match(gap), _BY.match(text, one.end())
    if parallel is None or own is None or not own["noun"] or parallel["noun"]:
        return False
    noun = own["noun"].strip().lower()
    if parallel["joint"].strip() not in {"y", "e", ", y"} or not _same(parallel["by"], own["by"]):
        return False
    return noun in _GENERIC or _has_been_counted(text, noun, one.start())


def _has_been_counted(text: str, noun: str, place: int) -> bool:
    """Whether the plural of a noun stands in the text shortly before a place."""
    near = text[max(0, place - 4 * _REACH) : place]
    plural = rf"\b{re.escape(re.sub('ón$', 'on', noun))}e?s\b"
    return re.search(plural, near, re.IGNORECASE) is not None


def _is_counted_again(text: str, gap: str, one: re.Match[str]) -> bool:
    """Whether "una" stands before the noun that a number before it counts: "2 defunciones; … una defunción"."""
    noun = _NOUN.match(text, one.end())
    if noun is None or not _AGAIN.fullmatch(gap):
        return False
    start = text.rfind("\n", 0, one.start()) + 1
    plural = re.sub("ón$", "on", noun[1].lower())
    counted = rf"{_CARDINAL}\s+{re.escape(plural)}e?s\b[^.\n]*\Z"
    return re.search(counted, text[max(start, one.start() - 2 * _REACH) : one.start()], re.IGNORECASE) is not None
