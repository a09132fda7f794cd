"""Where a mention of a figure's own sentence stands: on which side, how far, and what lies between."""

from __future__ import annotations

import re

from extract.links.bystanders import names_baseline, role_beside
from extract.links.clauses import between, body_behind, is_subject
from extract.links.places import Place, is_body
from extract.links.scope import Features
from extract.mentions import Mention, Name, Period, Quantity

#: A sentence longer than this, in words of six characters, tells no more by distance.
_FAR, _CHARACTERS_PER_WORD = 60.0, 6.0
#: A time right behind what a figure counts stands within so many characters.
_ATTACHED = 30
_MARK = re.compile(r"[,;:.()—–]")
#: What joins a time to the clause before it, and a figure behind that time: "30 el lunes | y el martes | se dieron 40".
_CONJUNCT = re.compile(r"(?:^|[\s;,])(?:y|e|pero|mientras(?:\s+que)?|en\s+tanto(?:\s+que)?)\s+(?:que\s+)?$")
_NEXT_FIGURE = re.compile(
    r"[^.;:\d]{0,40}?(?:\d|\b(?:dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|once|doce|mil)\b)"
)
_SPACES = re.compile(r"\s+")
#: What joins a figure to the scheme it goes to: "24 millones | corresponden a | Familias en Acción".
_SENT_TO = re.compile(
    r"(?:\s+(?:(?:se|le|les)\s+)?(?:son|fueron|van|ir[áa]n|correspond\w+|provienen|pertenecen|destin\w+|asign\w+|entreg\w+))?"
    r"\s+(?:al?|para|en|con|del?|mediante)\s+(?:(?:el|la|los|las)\s+)?(?:(?:programa|fondo|plan|bono|beca)\s+)?[“\"«‘']?",
    re.IGNORECASE,
)

#: A sum behind another one, each with what it goes to: "8 millones | en Caminos y 24 millones en | Empleo Temporal".
_SUM = r"(?:[$€]\s?)?\d[\d.,]*(?:\s+(?:mil|millones|mdp|mde|de|pesos|d[óo]lares|euros|soles|\d[\d.,]*))*"
_TO_LATER_SUM = re.compile(
    rf"(?:\s+(?:en|para|al?|por)\s+[^,;:.\d]{{3,60}}?(?:,|,?\s+y)\s+(?:otros\s+)?{_SUM})+(?:{_SENT_TO.pattern})",
    re.IGNORECASE,
)


def is_of_later_sum(text: str, quantity: Quantity, mention: Mention) -> bool:
    """Whether a program is what a later sum of a list goes to, where the figure has a purpose of its own."""
    if quantity.kind != "money" or mention.start < quantity.end:
        return False
    return _TO_LATER_SUM.fullmatch(text, quantity.end, mention.start) is not None


def within_sentence(text: str, quantity: Quantity, place: Place) -> Features:
    """Where a mention of the figure's own sentence stands: on which side, how far, and what lies between."""
    mention = place.mention
    before = mention.end <= quantity.start
    gap = text[mention.end : quantity.start] if before else text[quantity.end : mention.start]
    if (role := role_beside(text, quantity, place)) is not None:
        return role
    gap = _SPACES.sub(" ", gap)  # a doubled space or a line end makes nothing farther away
    features: Features = {"sentence_same": 1.0, "before" if before else "after": 1.0}
    if before and place.bystander_elsewhere is not None:
        features["set_against"] = 1.0  # "…, mientras que en mayo de 2016 fue de | 40"
    if before and isinstance(mention, Period) and "opens_clause" in place.features:
        # A time in front of its sentence, or of what is said, frames all of it, however long (NGLE 30.13).
        features["fronted"] = 1.0
        if ";" not in gap:
            features["clause_same"] = 1.0
        return features
    features["commas"] = min(gap.count(","), 4) / 4
    features["distance"] = min(len(gap) / _CHARACTERS_PER_WORD, _FAR) / _FAR
    if not before and (clause := _clause_behind(text, quantity, place, gap)) is not None:
        return features | clause
    features |= _joined_by_words(place, gap, before)
    features |= between(place, gap, before)
    if before and is_subject(place, gap):
        features["subject"] = 1.0
    if not before and any(char.isdigit() for char in gap):
        features["figure_between_after"] = 1.0
    elif not before and isinstance(mention, Period) and is_tight(gap):
        features["attached"] = 1.0
    return features


def _clause_behind(text: str, quantity: Quantity, place: Place, gap: str) -> Features | None:
    """What a mention behind a figure does in a clause of its own; None where nothing shows that it has one."""
    if isinstance(place.mention, Period):
        is_next = _is_next_conjunct(text, place.mention, gap)
        return {"clause_between": 1.0, "next_conjunct": 1.0} if is_next else None
    return body_behind(text, quantity, place, gap) if is_body(place.mention) else None


def _joined_by_words(place: Place, gap: str, before: bool) -> Features:
    """What the words between a mention and the figure make of it: the scheme it goes to, the time that is recalled."""
    mention = place.mention
    if before and names_baseline(place) and isinstance(mention, Period) and not any(char.isdigit() for char in gap):
        return {"recalled": 1.0}  # "12 por ciento más que el año anterior, cuando hubo | 40"
    if not before and isinstance(mention, Name) and mention.kind == "program" and _SENT_TO.fullmatch(gap):
        return {"sent_to": 1.0}
    return {}


def _is_next_conjunct(text: str, period: Period, gap: str) -> bool:
    """Whether a time behind a figure opens the next conjunct, whose figure it has: "180 | y el lunes | 305"."""
    return _CONJUNCT.search(gap) is not None and _NEXT_FIGURE.match(text, period.end) is not None


def is_tight(gap: str) -> bool:
    """Whether a time stands right behind a figure: "de 40 casos en 2017 a 55 en 2018"."""
    is_plain = not _MARK.search(gap) and not _CONJUNCT.search(gap) and not any(char.isdigit() for char in gap)
    return len(gap) < _ATTACHED and is_plain
