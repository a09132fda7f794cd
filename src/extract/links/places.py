"""A mention as seen from a figure: what it is for the whole release, and where it stands in the figure's sentence.

A time also bears on a figure by itself: it may be coming or past, an event's day or a long frame.
"""

from __future__ import annotations

import datetime as dt
import re
from collections import defaultdict
from collections.abc import Hashable
from dataclasses import dataclass, replace

from extract.links.scope import Candidate, Features, Standing
from extract.links.status import StatusReading
from extract.mentions import Mention, Name, Period, Quantity, Sentence

#: A sentence longer than this, in words of six characters, tells no more by distance.
_FAR, _CHARACTERS_PER_WORD = 60.0, 6.0
#: A period of this many days or more can frame a whole release; a shorter one is an event's.
_LONG_DAYS = 27
#: A time that ended so many days before the release is a reminiscence and hardly frames what follows.
_STALE_DAYS = 800
#: What a mention may say of its entity for the whole document.
_STANDING = ("title", "news", "lead", "intro_agent", "acts")
#: Where a mention frames the whole release.
_FRAMES = frozenset({"title", "news", "lead"})
#: Where an office or its holder stands for the agency.
OFFICES = frozenset({"role", "holder"})
#: The government itself, or its head; beside a body of its own through which it acts, it only reports.
_GOVERNMENT = re.compile(
    r"agency\.(?:(?:role\.)?(?:municipal|state)|government-of|national|generic|listed\.\w+\.gobierno)\b"
)
#: What makes an entity one that acts in the release.
_DELEGATED = frozenset({"entity_agent_framed", "entity_news", "entity_title"})
#: A time right behind what a figure counts stands within so many characters.
_ATTACHED = 30
_MARK = re.compile(r"[,;:.()—–]")
#: What joins a time to the clause before it, and a figure behind that time: "30 el lunes | y el martes | se dieron 40".
_CONJUNCT = re.compile(r"(?:^|[\s;,])(?:y|e|pero|mientras(?:\s+que)?|en\s+tanto(?:\s+que)?)\s+(?:que\s+)?$")
_NEXT_FIGURE = re.compile(
    r"[^.;:\d]{0,40}?(?:\d|\b(?:dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|once|doce|mil)\b)"
)
#: Where the length of a time tells, whether it frames what is there or is an event's day.
_TIMED = ("earlier", "later", "block_same", "lead", "title", "after", "sentence_same", "earlier_news", "lead_in")
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
#: The sort of a time that a figure is only compared with.
COMPARISON = "comparison"
#: How the text goes on about a time that another is compared with, which then is that of figures behind it: ", cuando
#: hubo 40", "en el mismo periodo de 2020 fueron 30".
_RECALLED = re.compile(r",?\s+(?:cuando|año\s+en\s+(?:el\s+)?que|(?:se\s+)?\w{2,}(?:eron|aron|aban|ían))\b")
#: What stands between a figure that others are compared with and its own time: "frente a los 40 | casos | de 2010".
_OWN_TIME = re.compile(
    r"\s*(?:(?!(?:más|menos|que|frente|respecto|mayor|menor|superior|inferior|contra|por|con|en|a|el|la|lo|los|las)\b|compara)[^\W\d]+\s+){0,2}"
    r"(?:de|en|del)\b"
)
_SPACES = re.compile(r"\s+")
_CLAUSE = re.compile(r"\b(?:que|donde|cuando|quien(?:es)?|cual(?:es)?|y se|y ha|así como|además)\b", re.IGNORECASE)
#: So long is what joins two clauses, and so far before a figure stands its verb, at most (characters).
_JOINT, _VERB_REACH = 60, 300
#: What stands between a subject and its verb: ", que dirige Ana Ruiz,", "fue el DIF el que".
_ASIDE = re.compile(r"^\s*(?:,[^,.;]{3,90},|(?:el|la)\s+que\b|quien\b)")
#: What joins a clause to the one before, or puts it into it where the figure is none of its objects ("a la que", "dijo
#: que"), and the article of its subject.
_NEXT_CLAUSE = re.compile(
    r"(?:[;:]|\b(?:y|e|pero|aunque|mientras(?:\s+que)?|en\s+tanto(?:\s+que)?|por\s+su\s+parte|\w+(?:ó|aron|ieron)\s+que"
    r"|(?:al?|del?|contra|ante)\s+(?:(?:el|la|los|las)\s+)?(?:que|quien(?:es)?|cual(?:es)?)))"
    r"\s*,?\s*(?:(?:el|la|los|las)\s+)?$"
)
#: A verb of the third person in the past or the future that is no passive with "se".
_PAST_OR_FUTURE = r"(?:\w{2,}(?:ó|aron|ieron|rá|rán)|\w*(?:puso|tuvo|hizo|dijo|trajo|dujo|dio|fue|fueron|vino)|ha|han)"
_OWN_VERB = re.compile(rf"(?<!\bse\s)\b{_PAST_OR_FUTURE}\b", re.IGNORECASE)
_NEXT_VERB = re.compile(
    rf"(?:,[^,.;]{{3,60}},)?\s*(?:(?:también|ya|se|no|le|les|lo|la|los|las)\s+)*{_PAST_OR_FUTURE}\b"
)
#: What is counted, a relative clause of it and the article of that clause's subject, before or behind the verb.
_RELATIVE = re.compile(
    rf"(?:\s+(?!y\b|\w+(?:ó|aron|ieron)\b)[^\s,;.:]+){{0,7}}?\s+que\s+(?:(?:ya|también|no)\s+)*"
    rf"(?:(?P<verb>(?:ha|han|había|habían)\s+\w+(?:[aií]do|to|cho)|{_PAST_OR_FUTURE})\s+)?(?:el|la|los|las)?\s*$"
)


#: Verbs of paying and giving in the present, with which a figure stands before its verb: "los $40 los pone el Estado".
_PAYS = (
    r"(?:pon|pagu?|aport|asum|financi|cubr|coste|sufrag|ejecut|inviert|entreg|don|otorg|aval|desembols|facilit|reparti?)"
    r"(?:a|e)n?"
)
#: What is counted goes before its verb and is taken up by a pronoun (NGLE 16.14), or is so in the next clause.
_TAKEN_UP = re.compile(
    r"(?:\s+(?!(?:y|e|el|la|los|las|que|mientras|de\s+l[oa]s)\b)[^\s,;.:]+){0,5}(?:,?\s+y)?\s+(?:lo|la|los|las)\s+"
    rf"(?:(?:ha|han|había|habían)\s+\w+(?:[aií]do|to|cho)|{_PAYS}|{_PAST_OR_FUTURE})"
    r"(?:\s+(?:íntegramente|totalmente|también|en\s+su\s+totalidad|por\s+entero))?\s+(?:(?:el|la|los|las)\s*)?$"
)


#: What joins a figure to the scheme it goes to: "24 millones | corresponden a | Familias en Acción".
_SENT_TO = re.compile(
    r"(?:\s+(?:(?:se|le|les)\s+)?(?:son|fueron|van|ir[áa]n|correspond\w+|provienen|pertenecen|destin\w+|asign\w+|entreg\w+))?"
    r"\s+(?:al?|para|en|con|del?|mediante)\s+(?:(?:el|la|los|las)\s+)?(?:(?:programa|fondo|plan|bono|beca)\s+)?[“\"«‘']?",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Place:
    """A mention with what holds of it for every quantity."""

    mention: Mention
    key: Hashable
    sentence: Sentence
    standing: Standing
    introduced: str | None
    #: The role in which the mention tells nothing of whose the figures around it are, if it is such a one.
    bystander: str | None = None

    @property
    def features(self) -> Features:
        """The features that it has for every quantity."""
        return self.standing.features


def is_bystander(candidate: Candidate) -> bool:
    """Whether a mention is near a figure as who tells of or receives it, what it describes, or to compare it."""
    return not _BYSTANDERS.isdisjoint(candidate.own)


def with_standing(places: list[Place]) -> list[Place]:
    """The places with what the whole document does with each entity, besides what this mention says of it."""
    standing: dict[Hashable, set[str]] = defaultdict(set)
    for place in places:
        standing[place.key].update(f"entity_{name}" for name in _STANDING if name in place.features)
        if not isinstance(place.mention, Name) or place.mention.how not in OFFICES:
            standing[place.key].add("entity_named")
        if "intro_agent" in place.features and _FRAMES.intersection(place.features):
            standing[place.key].add("entity_agent_framed")
            if "title" in place.features:
                standing[place.key].add("entity_agent_title")
    governments = {place.key for place in places if _GOVERNMENT.match(place.mention.rule)}
    bodies = {key for key, names in standing.items() if key not in governments and names & _DELEGATED}
    for place in places:
        place.features.update(dict.fromkeys(sorted(standing[place.key]), 1.0))
        if place.key in governments:
            place.features["government_beside_body" if bodies else "government"] = 1.0
    return [replace(place, bystander=_bystander(place)) for place in places]


def under_parents(text: str, places: list[Place]) -> list[Place]:
    """The places of names, those marked that are the body over the one named right before them."""
    return [
        replace(place, bystander=_PARENT) if last is not None and _is_parent(text, last, place) else place
        for last, place in zip([None, *places], places, strict=False)
    ]


def _is_parent(text: str, last: Place, place: Place) -> bool:
    bodies = _is_body(last.mention) and _is_body(place.mention)
    return bodies and _DEPENDS.fullmatch(text, last.mention.end, place.mention.start) is not None


def beside_compared(text: str, places: list[Place]) -> list[Place]:
    """The places of times, those marked that another is only compared with: "12 % más que el año pasado"."""
    return [replace(place, bystander=_COMPARED) if _is_compared(text, place) else place for place in places]


def _is_compared(text: str, place: Place) -> bool:
    return _names_baseline(place) and _RECALLED.match(text, place.mention.end) is None


def _names_baseline(place: Place) -> bool:
    compared = isinstance(place.mention, Period) and sort_of(place.mention) == COMPARISON
    return compared or place.introduced == "intro_compare"


def _bystander(place: Place) -> str | None:
    mention, features = place.mention, place.features
    if not isinstance(mention, Name) or mention.kind != "agency":
        return None
    if "sayer" in features and "government_beside_body" in features and mention.how in OFFICES:
        return _TELLER
    return _RECIPIENT if place.introduced == "intro_recipient" else None


def within_sentence(text: str, quantity: Quantity, place: Place) -> Features:
    """Where a mention of the figure's own sentence stands: on which side, how far, and what lies between."""
    mention = place.mention
    before = mention.end <= quantity.start
    gap = text[mention.end : quantity.start] if before else text[quantity.end : mention.start]
    if place.bystander is not None and not (place.bystander == _COMPARED and _is_own(text, quantity, mention)):
        return {place.bystander: 1.0, f"{place.bystander}_{'before' if before else 'after'}": 1.0}
    if before and _is_body(mention) and _DESCRIBES.fullmatch(gap):
        return {_DESCRIBED: 1.0}
    gap = _SPACES.sub(" ", gap)  # a doubled space or a line end makes nothing farther away
    features: Features = {"sentence_same": 1.0, "before" if before else "after": 1.0}
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
    acts = "acts" in place.features and _is_body(mention)
    features |= _between(_ASIDE.sub("", gap) if acts else gap, before)
    if before and _is_subject(place, gap):
        features["subject"] = 1.0
    if not before and any(char.isdigit() for char in gap):
        features["figure_between_after"] = 1.0
    elif not before and isinstance(mention, Period) and is_tight(gap):
        features["attached"] = 1.0
    return features


def _is_own(text: str, quantity: Quantity, mention: Mention) -> bool:
    """Whether a time that something is compared with is that of the figure which it is compared with."""
    found = _OWN_TIME.match(text, quantity.end) if quantity.end <= mention.start else None
    return found is not None and mention.start <= found.end() and "\n" not in found.group()


def _joined_by_words(place: Place, gap: str, before: bool) -> Features:
    """What the words between a mention and the figure make of it: the scheme it goes to, the time that is recalled."""
    mention = place.mention
    if before and _names_baseline(place) and isinstance(mention, Period) and not any(char.isdigit() for char in gap):
        return {"recalled": 1.0}  # "12 por ciento más que el año anterior, cuando hubo | 40"
    if not before and isinstance(mention, Name) and mention.kind == "program" and _SENT_TO.fullmatch(gap):
        return {"sent_to": 1.0}
    return {}


def _is_next_conjunct(text: str, period: Period, gap: str) -> bool:
    """Whether a time behind a figure opens the next conjunct, whose figure it has: "180 | y el lunes | 305"."""
    return _CONJUNCT.search(gap) is not None and _NEXT_FIGURE.match(text, period.end) is not None


def _between(gap: str, before: bool) -> Features:
    """What parts a mention from the figure, besides the aside of a subject: nothing, a comma, a clause."""
    features: Features = {}
    if ";" not in gap:
        features["clause_same"] = 1.0
        if "," not in gap:
            features["no_comma_before" if before else "no_comma_after"] = 1.0
    if _CLAUSE.search(gap):
        features["clause_between"] = 1.0
    return features


def _is_body(mention: Mention) -> bool:
    return isinstance(mention, Name) and mention.kind == "agency"


def _is_subject(place: Place, gap: str) -> bool:
    """Whether a body is the subject of the only verb between it and the figure: "el banco refinanció 40 deudas"."""
    if "acts" not in place.features or not _is_body(place.mention) or ";" in gap:
        return False
    own = _ASIDE.sub("", gap)
    return len(_OWN_VERB.findall(own)) <= 1 and not _CLAUSE.search(own)


def _clause_behind(text: str, quantity: Quantity, place: Place, gap: str) -> Features | None:
    """What a body or time behind a figure does in a clause of its own; None where nothing shows that it has one."""
    if isinstance(place.mention, Period):
        is_next = _is_next_conjunct(text, place.mention, gap)
        return {"clause_between": 1.0, "next_conjunct": 1.0} if is_next else None
    if not _is_body(place.mention):
        return None
    if _did_it(text, place, gap):
        return {"clause_same": 1.0, "no_comma_after": 1.0, "after_agent": 1.0}
    return {"clause_between": 1.0} if _has_clause_of_its_own(text, quantity, place, gap) else None


def _did_it(text: str, place: Place, gap: str) -> bool:
    """Whether a body is the subject of what is done to what is counted.

    In a relative clause ("30 becas que dio | que el Estado dio") or behind a pronoun for it ("los 30 los dio el DIF").
    """
    if len(gap) < _VERB_REACH and _TAKEN_UP.match(gap):
        return True
    relative = _RELATIVE.match(gap) if len(gap) < _VERB_REACH else None
    return relative is not None and bool(relative["verb"] or _NEXT_VERB.match(text, place.mention.end))


def _has_clause_of_its_own(text: str, quantity: Quantity, place: Place, gap: str) -> bool:
    """Whether a body behind a figure is the subject of a further clause: "dio 30 becas y el Estado puso el local".

    The figure's clause has its verb, and then the next one begins (NGLE 31.2): a mere comma may part an adjunct from
    its own clause, "con 30 becas, el Estado …", and is no sign of it.
    """
    if not _NEXT_CLAUSE.search(gap[-_JOINT:]) or not _NEXT_VERB.match(text, place.mention.end):
        return False
    first = max(place.sentence.start, quantity.start - _VERB_REACH)
    return _OWN_VERB.search(text, first, quantity.start) is not None


def is_tight(gap: str) -> bool:
    """Whether a time stands right behind a figure: "de 40 casos en 2017 a 55 en 2018"."""
    is_plain = not _MARK.search(gap) and not _CONJUNCT.search(gap) and not any(char.isdigit() for char in gap)
    return len(gap) < _ATTACHED and is_plain


def add_time(
    place: Place, period: Period, features: Features, published: dt.date | None, status: StatusReading
) -> None:
    """How the time itself bears on the figure: coming or past, an event's day or a long frame."""
    if published is not None and period.first is not None and period.last is not None:
        tense = "future" if period.first > published else "past" if period.last < published else "present"
        features[f"{tense}_{'planned' if status.status == 'planned' else 'reported'}"] = 1.0
        features[f"{tense}_verb_{status.tense}"] = 1.0
    if "earlier" in features:
        features[f"earlier_{sort_of(period)}"] = 1.0
    long = period.first is not None and period.last is not None and (period.last - period.first).days >= _LONG_DAYS
    if published is not None and period.last is not None and (published - period.last).days > _STALE_DAYS:
        features["stale_earlier" if "earlier" in features else "stale"] = 1.0
    length = "long" if long else "short"
    for where in _TIMED:
        if where in features or where in place.standing.features:
            features[f"{where}_{length}"] = 1.0


def sort_of(period: Period) -> str:
    """What the time does in its sentence: "day", "cutoff", "to_date" … (see ``periods.yml``)."""
    return period.rule.split(".")[1]
