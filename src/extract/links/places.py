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
#: Where the length of a time tells, whether it frames what is there or is an event's day.
_TIMED = ("earlier", "later", "block_same", "lead", "title", "after", "sentence_same", "earlier_news", "lead_in")
#: Roles in which a body stands near a figure and has no part in it: the government that only tells of the work of a
#: body of its own, and who receives what is counted.
_TELLER, _RECIPIENT = "as_teller", "as_recipient"
_SPACES = re.compile(r"\s+")
_CLAUSE = re.compile(r"\b(?:que|donde|cuando|quien(?:es)?|cual(?:es)?|y se|y ha|así como|además)\b", re.IGNORECASE)


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
    """Whether a body is near a figure only because it tells of it or receives what is counted."""
    return _TELLER in candidate.own or _RECIPIENT in candidate.own


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
    if place.bystander is not None:
        return {place.bystander: 1.0, f"{place.bystander}_{'before' if before else 'after'}": 1.0}
    gap = text[mention.end : quantity.start] if before else text[quantity.end : mention.start]
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
    if ";" not in gap:
        features["clause_same"] = 1.0
        if "," not in gap:
            features["no_comma_before" if before else "no_comma_after"] = 1.0
    if _CLAUSE.search(gap):
        features["clause_between"] = 1.0
    if not before and any(char.isdigit() for char in gap):
        features["figure_between_after"] = 1.0
    elif not before and isinstance(mention, Period) and is_tight(gap):
        features["attached"] = 1.0
    return features


def is_tight(gap: str) -> bool:
    """Whether a time stands right behind a figure: "de 40 casos en 2017 a 55 en 2018"."""
    return len(gap) < _ATTACHED and not _MARK.search(gap) and not any(char.isdigit() for char in gap)


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
