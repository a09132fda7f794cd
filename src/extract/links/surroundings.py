"""What a mention's own surroundings say of it, for every quantity alike.

Where in the release it stands, what introduces it ("a través del", "junto con"), whether somebody says something there,
and whether the mention is the subject of a verb.
"""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from collections.abc import Hashable, Sequence
from dataclasses import replace

from extract.links.bystanders import beside_compared, with_roles
from extract.links.cues import cues_of, find_in, stands_in
from extract.links.layout import HOLDER, Layout
from extract.links.places import COMPARISON, OFFICES, Place, sort_of, with_standing
from extract.links.scope import Features, Standing
from extract.links.time_clauses import TimeClause, clause_of, end_of_phrase, is_of_saying
from extract.links.uninvolved import uninvolved
from extract.mentions import Mention, Name, Period, Sentence
from extract.patterns import Patterns

#: What introduces a mention stands within so many characters before it.
_INTRODUCTION = 32
#: What sends the reader to a body stands within so many.
_SENT = 110
#: What lies ahead is named within so many before its time.
_AHEAD = 120
#: A mention that begins this near to the start of its sentence frames it.
_OPENING = 6
#: A finite verb right behind a mention makes it the subject: preterite, future or perfect, which end unmistakably.
_ACTS = re.compile(
    r"\s*(?:\([^)]{2,15}\)|,[^,.;]{3,60},)?\s*(?:(?:también|ya|se|no|le|les)\s+)*(?:\w{2,}(?:ó|aron|ieron|eron|rá|rán)|ha|han)\b"
)
#: A body acts behind a longer aside, too, as in "fue el DIF el que dio" (NGLE 40.10), and in the present of verbs of
#: paying, giving and running.
_BODY_ACTS = re.compile(
    r"\s*(?:\([^)]{2,15}\))?\s*(?:,[^,.;]{3,90},)?\s*(?:(?:el|la)\s+que\s+|quien\s+)?(?:(?:también|ya|se|no|le|les)\s+)*"
    r"(?:\w{2,}(?:ó|aron|ieron|eron|rá|rán)|\w*(?:puso|tuvo|hizo|vino|dujo)|dio|ha|han|hacen?\s+cargo|corren?\s+con"
    r"|(?:pon|aport|destin|inviert|desembols|financi|coste|sufrag|cubr|asum|don|entreg|otorg|brind|atiend|ofrec|mantien"
    r"|realiz|ejecut|impart|gestion|administr|oper|dispon|cuent|repart)[ae]n?)\b"
)
#: Who shares in what another body does, and what joins a second one: "junto con el DIF y la Cruz Roja".
COMPANY = "intro_with"
#: The body to which the reader is told to go, as one who receives and does nothing.
ADDRESSED = "intro_recipient"
#: What a body does, told of as coming from it: "desde el Ministerio de Salud se repararon" (NGLE 41.12, "se" passives).
AGENT = "intro_agent"
_STARTS_FROM = re.compile(r"\b[Dd]esde\s+(?:el|la|los|las|este|esta)\s+$")
_IS_DONE = re.compile(
    r"\s*(?:\([^)]{2,15}\))?(?:,\s+[^,.;:\n]{3,50},|,)?\s+(?:ya\s+|tambi[ée]n\s+|no\s+)?se\s+[^\W\d]+"
)
_JOINED = re.compile(r"\s+[ye]\s+(?:(?:el|la|los|las)\s+)?")
#: What stands before a time that opens what somebody says.
_SAID = re.compile(r"(?:\bque,?|:|[“\"«])\s*$")


class Surroundings:
    """The places of the mentions of one document, with the features that hold of each for every quantity.

    Parameters
    ----------
    layout:
        The document.
    patterns:
        The cues, from ``scope_cues.yml``.
    """

    def __init__(self, layout: Layout, patterns: Patterns) -> None:
        self.layout, self.patterns = layout, patterns

    def of_names(self, names: Sequence[Name], first: str | None) -> list[Place]:
        """The places of names in reading order; ``first`` is the one that the text names first."""
        shares = Counter(name.name for name in names if name.rule != HOLDER)
        places: list[Place] = []
        for name in names:
            share = shares[name.name] / shares.total()
            features: Features = {f"how_{name.how}": 1.0, "score": name.score, "share": share}
            if share == 1.0:
                features["only"] = 1.0
            if name.name == first:
                features["first_in_body"] = 1.0
            if name.kind == "program" and self._is_identified(name):
                features["identified"] = 1.0
            places.append(self._place(name, name.name, features, places[-1] if places else None))
        return with_roles(self.layout.text, with_standing(places))

    def _is_identified(self, name: Name) -> bool:
        """Whether what was told of before is given this name: "Se trata de …", "La ayuda se conoce como …"."""
        return self._is_behind("identified", max(0, name.start - _INTRODUCTION), name.start)

    def of_times(self, periods: Sequence[Period], published: dt.date | None) -> list[Place]:
        """The places of times in reading order, each with the relative clause that it stands in."""
        shares = Counter((period.first, period.last) for period in periods)
        places = []
        for period in periods:
            key = (period.first, period.last)
            features: Features = {f"kind_{period.kind}": 1.0, "share": shares[key] / len(periods)}
            features[f"rule_{sort_of(period)}"] = 1.0
            if shares[key] == len(periods):
                features["only"] = 1.0
            if key == (None, None):
                features["unresolved"] = 1.0
            place = self._place(period, key, features)
            clause = self._clause_of(period, place, published)
            places.append(replace(place, clause=clause) if clause else place)
        return beside_compared(self.layout.text, places)

    def _clause_of(self, period: Period, place: Place, published: dt.date | None) -> TimeClause | None:
        """The part of its sentence that a time stands in, if it is seen to be one with a time of its own."""
        text, home = self.layout.text, place.sentence
        if is_of_saying(text, period, home):
            return TimeClause(period.start, period.end, alone=True)
        for _, cue in cues_of(self.patterns, "ahead"):
            found = find_in(cue, text, max(home.start, period.start - _AHEAD), period.start)
            if found is not None:
                return TimeClause(period.start - len(found.group()), end_of_phrase(text, period, home), alone=True)
        return clause_of(text, period, home, published)

    def _place(self, mention: Mention, key: Hashable, features: Features, last: Place | None = None) -> Place:
        """The mention with the features that its own surroundings give it, and what joins it to the last one."""
        at = self.layout.sentence_of(mention)
        features["bias"] = 1.0
        if self.layout.blocks[at.block].kind in {"title", "subtitle"}:
            features["title"] = 1.0
        if 0 <= at.index - self.layout.body_start <= 1:
            features["lead"] = 1.0
        if at.index in self.layout.news:
            features["news"] = 1.0
        if mention.start - at.start < _OPENING:
            features["opens_sentence"] = 1.0
        if isinstance(mention, Period) and ("opens_sentence" in features or self._opens_clause(mention, at)):
            features["opens_clause"] = 1.0
        if self.layout.says(mention):
            features["sayer"] = 1.0
            if isinstance(mention, Name) and mention.how in OFFICES:
                features["sayer_role"] = 1.0
        introduced = self._introduced(mention, at, last)
        if introduced is not None:
            features[introduced] = 1.0
        if "sayer" not in features and self._acts(mention):
            features["acts"] = 1.0
        return Place(mention, key, at, Standing(features), introduced)

    def _introduced(self, mention: Mention, at: Sentence, last: Place | None) -> str | None:
        """What introduces a mention, or the one before to which it is joined."""
        joined = last is not None and _JOINED.fullmatch(self.layout.text, last.mention.end, mention.start)
        if last is not None and joined and last.introduced == COMPANY:
            return COMPANY
        text = self.layout.text
        if isinstance(mention, Name) and mention.kind == "agency":
            first = max(at.start, mention.start - _SENT)
            if self._is_behind("contact", first, mention.start):
                return ADDRESSED
            if role := uninvolved(text, mention, first, last, self.patterns):
                return role
            if _STARTS_FROM.search(text, at.start, mention.start) and _IS_DONE.match(text, mention.end):
                return AGENT
        first, cues = max(at.start, mention.start - _INTRODUCTION), cues_of(self.patterns, "intro_")
        return next((kind for kind, cue in cues if stands_in(cue, text, first, mention.start)), None)

    def _is_behind(self, kind: str, first: int, start: int) -> bool:
        """Whether a cue of a kind stands in front of a mention, from ``first`` on."""
        return any(stands_in(cue, self.layout.text, first, start) for _, cue in cues_of(self.patterns, kind))

    def _acts(self, mention: Mention) -> bool:
        of_body = isinstance(mention, Name) and mention.kind == "agency"
        return (_BODY_ACTS if of_body else _ACTS).match(self.layout.text, mention.end) is not None

    def _opens_clause(self, period: Period, at: Sentence) -> bool:
        """Whether a time opens what is said, or stands as an aside before the verb: ", en este 2023 se han dado"."""
        text = self.layout.text
        if _SAID.search(text, at.start, period.start):
            return sort_of(period) != COMPARISON  # "12 más que el año pasado"
        return text.endswith(", ", at.start, period.start) and _ACTS.match(text, period.end) is not None
