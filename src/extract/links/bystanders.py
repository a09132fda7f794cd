"""The roles in which a mention stands near a figure that is not its own.

The mayor who tells of the work of a body of hers, the school that is given what is counted, the ministry over the
hospital that acts, the year that another is compared with.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from extract.links.places import COMPARISON, OFFICES, Place, is_body, sort_of
from extract.links.scope import Candidate, Features
from extract.mentions import Mention, Name, Period, Quantity

#: Roles in which a mention stands near a figure and is not its own: the government that only tells of the work of a
#: body of its own, who receives what is counted, and the time that the figure's own is compared with.
_TELLER, _RECIPIENT, _COMPARED = "as_teller", "as_recipient", "as_compared"
#: The body that the figure describes: "la Escuela Juárez, de 24 aulas" (NGLE 12.10).
_DESCRIBED = "as_described"
#: The body over the one that acts: "el Hospital Juárez, que depende de la Secretaría de Salud, operó a 40".
_PARENT = "as_parent"
_DEPENDS = re.compile(
    r"(?:\s+(?:del?\s+|la\s+|el\s+)*[A-ZÁÉÍÓÚÑ][\w.]*){0,4}\s*[,(]\s*(?:que\s+)?"
    r"(?:depend(?:en?|ían?|ientes?)|pertenec(?:en?|ían?|ientes?)|adscrit[oa]s?|forman?\s+parte)\s+(?:del?|al?)\s+(?:el\s+|la\s+)?"
)
_BYSTANDERS = frozenset({_TELLER, _RECIPIENT, _COMPARED, _DESCRIBED, _PARENT})
_DESCRIBES = re.compile(r",\s+de\s+")
#: How the text goes on about a time that another is compared with, which then is that of figures behind it: ", cuando
#: hubo 40", "en el mismo periodo de 2020 fueron 30".
_RECALLED = re.compile(
    r",?\s+(?:cuando|año\s+en\s+(?:el\s+)?que|(?:en|durante)\s+(?:el|la|los|las)\s+(?:que|cual(?:es)?)|(?:se\s+)?(?:\w{2,}(?:eron|aron|aban?|ían?)|eran?))\b"
    r"|,\s+que\s+(?:se\s+)?\w{2,}ó\b"
)
#: What sets its clause against the one before, and the verb of it: "mientras que | en ese mes de 2020 | fue de 30".
_CONTRASTED = re.compile(r"(?:\bmientras(?:\s+que)?|\ben\s+tanto(?:\s+que)?|[;.])\s+$")
_JOINT = 24
_AGAINST = re.compile(r"\b(?:mientras|en\s+tanto)\s+que,?\s+\Z")
#: So many times before it in its sentence are looked at.
_NEAR = 4
#: Months of one year are set side by side, a year against another is what this one is compared with (days).
_YEAR = 300
_WAS = re.compile(r"\s+(?:se|hubo|fue|\w{2,}ó)\b")
#: What opens the member of a sentence behind a time that is compared with: "10 % más que en 2012 | y | se dieron 40".
_NEXT_MEMBER = re.compile(r",?\s+(?:y|e|pero|además|mientras(?:\s+que)?|en\s+tanto(?:\s+que)?)\s")
#: What stands between a figure that others are compared with and its own time: "frente a los 40 | casos | de 2010".
_OWN_TIME = re.compile(
    r"\s*(?:(?!(?:más|menos|que|frente|respecto|mayor|menor|superior|inferior|contra|por|con|en|a|el|la|lo|los|las)\b|compara)[^\W\d]+\s+){0,2}"
    r"(?:de|en|del|(?:acumulad|sumad)[oa]s\s+a)\b"
)

#: A figure alone in brackets behind a time is the one of that time: "menos que en abril | (45)".
_BRACKET, _BRACKET_ENDS = (
    re.compile(r"\s*\((?:con\s+)?"),
    re.compile(r"(?:\s+(?!más|menos|mayor|menor)[^\W\d]+){0,2}\)"),
)


def is_bystander(candidate: Candidate) -> bool:
    """Whether a mention is near a figure as who tells of or receives it, what it describes, or to compare it."""
    return not _BYSTANDERS.isdisjoint(candidate.own)


def with_roles(text: str, places: list[Place]) -> list[Place]:
    """The places of names, those marked that only tell, receive, or are the body over the one named right before."""
    return [
        replace(place, bystander=_PARENT if last is not None and _is_parent(text, last, place) else _role(place))
        for last, place in zip([None, *places], places, strict=False)
    ]


def _is_parent(text: str, last: Place, place: Place) -> bool:
    bodies = is_body(last.mention) and is_body(place.mention)
    return bodies and _DEPENDS.fullmatch(text, last.mention.end, place.mention.start) is not None


def beside_compared(text: str, places: list[Place]) -> list[Place]:
    """The places of times, those marked that another is only compared with: "12 % más que el año pasado"."""
    compared = [replace(place, bystander=_COMPARED) if _is_compared(text, place) else place for place in places]
    return [
        replace(place, bystander_elsewhere=_COMPARED) if _is_set_against(text, place, compared[:at]) else place
        for at, place in enumerate(compared)
    ]


def _is_set_against(text: str, place: Place, before: Sequence[Place]) -> bool:
    """Whether a time is of a year before, set against that of its sentence: "…, mientras que | en 2016 | fue de 40".

    Behind that sentence the account goes on with the time from before.
    """
    time = place.mention
    if not isinstance(time, Period) or time.last is None:
        return False
    if not _AGAINST.search(text[max(0, time.start - _JOINT) : time.start]):
        return False
    told = [one.mention for one in before[-_NEAR:] if one.sentence.index == place.sentence.index]
    return any(isinstance(one, Period) and one.last is not None and (one.last - time.last).days > _YEAR for one in told)


def _is_compared(text: str, place: Place) -> bool:
    start, end = place.mention.start, place.mention.end
    contrasted = _CONTRASTED.search(text, max(0, start - _JOINT), start) and _WAS.match(text, end)
    return names_baseline(place) and not contrasted and _RECALLED.match(text, end) is None


def is_left_behind(text: str, quantity: Quantity, place: Place) -> bool:
    """Whether a time is only compared with in the member of the sentence before that of a count.

    A percentage may well be compared with it, too: "bajó 10 % frente a 2012 y subió 4 %".
    """
    if place.bystander != _COMPARED or quantity.kind == "percentage" or place.mention.end > quantity.start:
        return False
    return _NEXT_MEMBER.match(text, place.mention.end, quantity.start) is not None


def names_baseline(place: Place) -> bool:
    """Whether a time is one that something is compared with, by its own words or by what introduces it."""
    compared = isinstance(place.mention, Period) and sort_of(place.mention) == COMPARISON
    return compared or place.introduced == "intro_compare"


def _role(place: Place) -> str | None:
    mention, features = place.mention, place.features
    if not isinstance(mention, Name) or mention.kind != "agency":
        return None
    if "sayer" in features and "government_beside_body" in features and mention.how in OFFICES:
        return _TELLER
    return _RECIPIENT if place.introduced == "intro_recipient" else None


def role_beside(text: str, quantity: Quantity, place: Place) -> Features | None:
    """The role in which a mention stands beside a figure of its sentence; None where it may be the figure's own."""
    before = place.mention.end <= quantity.start
    if place.bystander is not None and not (place.bystander == _COMPARED and _is_own(text, quantity, place.mention)):
        return {place.bystander: 1.0, f"{place.bystander}_{'before' if before else 'after'}": 1.0}
    described = before and is_body(place.mention) and _DESCRIBES.fullmatch(text, place.mention.end, quantity.start)
    return {_DESCRIBED: 1.0} if described else None


def _is_own(text: str, quantity: Quantity, mention: Mention) -> bool:
    """Whether a time that something is compared with is that of the figure which it is compared with."""
    if mention.end <= quantity.start:
        opens = _BRACKET.fullmatch(text, mention.end, quantity.start)
        return opens is not None and _BRACKET_ENDS.match(text, quantity.end) is not None
    found = _OWN_TIME.match(text, quantity.end)
    return found is not None and mention.start <= found.end() and "\n" not in found.group()
