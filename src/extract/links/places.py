"""A mention with what it is for the whole release, whatever figure it is seen from.

A time also bears on a figure by itself: it may be coming or past, an event's day or a long frame.
"""

from __future__ import annotations

import datetime as dt
import re
from collections import defaultdict
from collections.abc import Hashable
from dataclasses import dataclass

from extract.links.scope import Features, Standing
from extract.links.status import StatusReading
from extract.links.time_clauses import TimeClause
from extract.mentions import Mention, Name, Period, Sentence

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
#: Where the length of a time tells, whether it frames what is there or is an event's day.
_TIMED = ("earlier", "later", "block_same", "lead", "title", "after", "sentence_same", "earlier_news", "lead_in")
#: The sort of a time that a figure is only compared with.
COMPARISON = "comparison"


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
    #: The same for the figures of other sentences alone.
    bystander_elsewhere: str | None = None
    #: The relative clause in which a time stands.
    clause: TimeClause | None = None

    @property
    def features(self) -> Features:
        """The features that it has for every quantity."""
        return self.standing.features


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
    return places


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


def is_body(mention: Mention) -> bool:
    """Whether a mention is the name of a body, or what stands for it."""
    return isinstance(mention, Name) and mention.kind == "agency"
