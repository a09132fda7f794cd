"""The candidates of a quantity's program, agency and period, and their features.

Features say where a mention stands as seen from the quantity (clause, sentence, paragraph, headline), how near, how
it is introduced ("a través del", "a la", "con apoyo de"), how it was recognized, and whether the quantity before took
the same value. What depends on the mention alone is computed once for a document.
"""

from __future__ import annotations

import datetime as dt
import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace
from itertools import chain

from extract.links.breakdowns import Breakdowns
from extract.links.bystanders import is_bystander, is_left_behind
from extract.links.coordinated_names import CoordinatedNames
from extract.links.cues import AROUND, cues_of, stands_in
from extract.links.departures import Departures
from extract.links.layout import Layout
from extract.links.members import mark_members
from extract.links.nearest import mark_nearest
from extract.links.outsiders import counts_governments, is_out_of_reach, signs_of_nobody
from extract.links.own_times import own_times
from extract.links.places import Place, add_time
from extract.links.runs import Previous, add_run
from extract.links.same_sentence import is_of_later_sum, within_sentence
from extract.links.scope import Candidate, Features
from extract.links.shared_words import SharedWords
from extract.links.shares import Shares
from extract.links.status import StatusReading
from extract.links.surroundings import Surroundings
from extract.links.time_scope import TimeScope
from extract.links.uninvolved import ACCUSED, SERVED, UNINVOLVED
from extract.mentions import Name, Period, Quantity, Sentence
from extract.patterns import Patterns

#: Mentions looked at: the last ones before the quantity, the next ones behind it, and the first of the document, which
#: often name what the whole release is about. More never paid and would make a long text slow.
_BEFORE, _BEHIND, _FIRST = 14, 4, 6
#: A day that is commemorated is the occasion of a release, not the time of its figures.
_OCCASION = "period.commemoration"
#: A definite article before the number: the counted things are known and stand there anyway ("en las 13 casas").
_DEFINITE = re.compile(r"\b(?:[lL][oa]s|sus|est[oa]s|es[oa]s|nuestr[oa]s)\s+$")
#: Characters in which such an article stands.
_ARTICLE = 12


class Candidates:
    """The candidates for every quantity of one document.

    Parameters
    ----------
    layout:
        The document.
    published:
        The publication date: it tells coming periods from past ones.
    """

    def __init__(self, layout: Layout, published: dt.date | None, patterns: Patterns) -> None:
        self.layout, self.published, self.patterns = layout, published, patterns
        found = layout.mentions
        around = Surroundings(layout, patterns)
        bodies = around.of_names(_in_order(found.agencies, layout.holders), layout.first_agency)
        self._places = {
            "program": around.of_names(found.programs, layout.first_program),
            "agency": _acting(bodies),
            "period": around.of_times([p for p in found.periods if not p.rule.startswith(_OCCASION)], published),
        }
        self._time_scope = TimeScope(layout, patterns)
        self._breakdowns = Breakdowns(layout, patterns)
        self._shared_words = SharedWords(layout.text, self._places["program"], patterns)
        self._turns: dict[int, str | None] = {}
        self._coordinated_names = CoordinatedNames(layout, self._places["program"])
        self._departures = Departures(layout, self._places, self._turn)
        self._settings: dict[tuple[int, str], Features] = {}
        self._known: dict[int, bool] = {}
        self._elsewhere: tuple[int, dict[int, Features]] = -1, {}
        names = (*self._places["program"], *self._places["agency"])
        self._shares = Shares(layout, frozenset(place.mention.end for place in names))
        self._starts = {link: [p.mention.start for p in places] for link, places in self._places.items()}

    def of(self, link: str, quantity: Quantity, status: StatusReading, previous: Previous | None) -> list[Candidate]:
        """The candidates of one link ("program", "agency" or "period") for one quantity, "none" last."""
        home = self.layout.sentence_of(quantity)
        said = self.layout.attribution_of(quantity)
        institutions = self.layout.institutions_of(said.speaker) if said and said.speaker else {}
        candidates = []
        alone = link == "agency" and is_out_of_reach(self.layout, quantity, home, self.patterns)
        nobodys = link == "agency" and counts_governments(self.layout, quantity, self.patterns)
        for place in () if nobodys else self._near(link, quantity, home):
            if alone and place.sentence.index != home.index:
                continue
            features = self._features(link, quantity, home, place)
            if features is None:
                continue
            if isinstance(place.mention, Period):
                add_time(place, place.mention, features, self.published, status)
            elif link == "program" and "earlier" in features:
                features.update(self._departures.since(place, quantity, home))
            elif place.key in institutions:
                features["speakers_role" if institutions[str(place.key)] == "role" else "speakers_own"] = 1.0
            candidates.append(Candidate(place.mention, place.key, features, place.standing))
        candidates = self._beside_each_other(link, candidates, quantity, home)
        candidates.append(self._none(link, candidates, quantity, home, status))
        if link == "period":
            self._time_scope.mark(candidates, quantity, home)
            if all(c.mention is None or is_bystander(c) for c in candidates):
                candidates = candidates[-1:]  # "se sembraron 1.200, 300 más que en 2011": nothing tells when
        return candidates if previous is None else self.after(link, candidates, quantity, previous)

    def _beside_each_other(
        self, link: str, candidates: list[Candidate], quantity: Quantity, home: Sentence
    ) -> list[Candidate]:
        """The candidates with what each is beside the others: the nearest, the one of the figure's own member."""
        if link != "period":
            candidates = self._shares.ties_of(link, candidates, quantity, home)
        mark_nearest(candidates, quantity)
        mark_members(self.layout.text, candidates, quantity, self.layout.figures_of(home))
        if link == "program":
            candidates = [c for c in candidates if "another_member" not in c.own]  # it is never theirs
            self._shared_words.mark(candidates, quantity, home)
        return candidates

    def after(
        self, link: str, candidates: Sequence[Candidate], quantity: Quantity, previous: Previous
    ) -> list[Candidate]:
        """The candidates of one quantity with what the choice for the quantity before says of them."""
        found = list(candidates)
        if link == "period":
            found = self._breakdowns.with_time_of_whole(found, quantity, previous)
        add_run(self.layout, found, quantity, previous, apart=self.stands_apart(link, quantity))
        return found

    def stands_apart(self, link: str, quantity: Quantity) -> bool:
        """Whether a quantity is no member of the run that it stands in, so that it neither follows nor leads it.

        The things counted may be known; or others are compared with the quantity, and so its time is another.
        """
        if self._is_known(quantity):
            return True
        return link == "period" and self._time_scope.is_baseline(quantity, self.layout.sentence_of(quantity))

    def _is_known(self, quantity: Quantity) -> bool:
        """Whether an article or pronoun says that the things counted are known, as in "en las 13 casas".

        They stand there anyway, and are no figure of the run that they stand in.
        """
        start = quantity.start
        if start not in self._known:  # asked several times for each link
            self._known[start] = _DEFINITE.search(self.layout.text, max(0, start - _ARTICLE), start) is not None
        return self._known[start]

    def _near(self, link: str, quantity: Quantity, home: Sentence) -> list[Place]:
        places, cut = self._places[link], bisect_right(self._starts[link], quantity.start)
        low = max(0, cut - _BEFORE)
        near = [*places[: min(_FIRST, low)], *places[low : cut + _BEHIND]]
        if link != "period":
            return near
        return own_times(self.layout.text, near, quantity, home, self.layout.figures_of(home))

    def _is_anothers(self, link: str, quantity: Quantity, place: Place) -> bool:
        """Whether a mention of the quantity's sentence is that of another member of it."""
        if link == "program":
            return is_of_later_sum(self.layout.text, quantity, place.mention)
        return is_left_behind(self.layout.text, quantity, place)

    def _features(self, link: str, quantity: Quantity, home: Sentence, place: Place) -> Features | None:
        """What a mention is to a quantity; None where it is that of another quantity or member of the sentence."""
        if link == "program" and self._coordinated_names.is_anothers(quantity, home, place):
            return None
        if place.sentence.index == home.index:
            return None if self._is_anothers(link, quantity, place) else self._relation(quantity, home, place)
        sentence, known = self._elsewhere
        if sentence != home.index:  # from one sentence all its quantities see those of other sentences alike
            known = {}
            self._elsewhere = home.index, known
        found = known.get(id(place))
        if found is None:
            found = known[id(place)] = self._relation(quantity, home, place)
        return dict(found)

    def _relation(self, quantity: Quantity, home: Sentence, place: Place) -> Features:
        """What the mention is to the quantity: in its sentence, before or behind it."""
        at = place.sentence
        if at.index == home.index or self._is_opened_by(home, at):
            features = within_sentence(self.layout.text, self._in_sentence(quantity, home, at), place)
            if place.bystander is not None:
                return features
            own = [name for name in ("sayer", "acts", "opens_sentence") if name in place.features]
            for name in (place.introduced, *own):
                if name is not None:
                    features[f"same_{name}"] = 1.0
            if place.introduced == "intro_of" and "no_comma_after" in features:
                features["after_of"] = 1.0  # "620 elementos de la Secretaría de Marina"
            if (
                place.introduced == "intro_agent"
                and "no_comma_after" in features
                and "figure_between_after" not in features
            ):
                features["after_agent"] = 1.0  # "50 por ciento aportado por el Estado y 30 por el Ayuntamiento"
            return features
        if at.index < home.index:
            features = self._earlier(at, home, place)
        else:
            features = {"later": 1.0, "later_distance": min(at.index - home.index, 8) / 8}
            if at.block == home.block:
                features["later_same_block"] = 1.0
        role = place.bystander or place.bystander_elsewhere
        if role is not None:
            features[role] = 1.0
        return features

    def _is_opened_by(self, home: Sentence, at: Sentence) -> bool:
        """Whether a sentence stands in a list whose colon ends the other one, which goes on in each of its members."""
        return at.block == self.layout.lead_in_of(home.block) and self.layout.text.endswith(":", at.start, at.end)

    def _in_sentence(self, quantity: Quantity, home: Sentence, at: Sentence) -> Quantity:
        """The quantity as it stands in a sentence: a member of a list right behind the colon that opens the list."""
        return quantity if at.index == home.index else replace(quantity, start=at.end, end=at.end)

    def _earlier(self, at: Sentence, home: Sentence, place: Place) -> Features:
        gap = home.index - at.index
        features: Features = {"earlier": 1.0, "earlier_distance": gap / 12 if gap < 12 else 1.0}
        if gap == 1:
            features["previous_sentence"] = 1.0
        if at.block == home.block:
            features["block_same"] = 1.0
        elif at.block == self.layout.lead_in_of(home.block):
            features["lead_in"] = 1.0
        elif home.block - at.block == 1:
            features["block_previous"] = 1.0
        standing = place.standing.features
        if "opens_sentence" in standing:
            features["earlier_opens_sentence"] = 1.0
        if "news" in standing:
            features["earlier_news"] = 1.0
        turn = self._turn(home)
        if turn is not None:
            features[f"{turn}_since"] = 1.0
        return features

    def _turn(self, home: Sentence) -> str | None:
        """How a sentence goes on from what stands before it: the kind of connective that opens it."""
        if home.index not in self._turns:
            opening = self.layout.text[home.start : home.start + 40]
            cues = cues_of(self.patterns, "connective_")
            self._turns[home.index] = next((kind for kind, cue in cues if cue.pattern.match(opening)), None)
        return self._turns[home.index]

    def _none(
        self, link: str, candidates: Sequence[Candidate], quantity: Quantity, home: Sentence, status: StatusReading
    ) -> Candidate:
        """The candidate for "no value": how much it competes with depends on what stands near."""
        features = dict(self._setting(quantity, home, status))
        if link == "agency":
            features.update(dict.fromkeys(signs_of_nobody(self.layout, quantity, home, self.patterns), 1.0))
        near = set[str]().union(*[c.own for c in candidates])
        for where in ("clause_same", "sentence_same", "block_same"):
            if where in near:
                features[f"none_{where}"] = 1.0
        if any("title" in c.standing.features for c in candidates):
            features["none_title"] = 1.0
        return Candidate(None, None, features)

    def _setting(self, quantity: Quantity, home: Sentence, status: StatusReading) -> Features:
        """What speaks for "none" with each link: what the quantity is, and what the words around it make of it."""
        key = quantity.start, status.tense
        features = self._settings.get(key)
        if features is None:
            kind = self.layout.blocks[home.block].kind
            features = {"none": 1.0, f"none_kind_{quantity.kind}": 1.0, f"none_in_{kind}": 1.0}
            features[f"none_{status.tense}"] = 1.0
            features.update((f"none_{cue}", 1.0) for cue in self._cued(quantity, home))
            if self._is_known(quantity):
                features["none_definite"] = 1.0
            self._settings[key] = features
        return features

    def _cued(self, quantity: Quantity, home: Sentence) -> list[str]:
        """The kinds of cues around a quantity: of a property, an amount, a share, something done."""
        text, start, end = self.layout.text, quantity.start, quantity.end
        first, last = max(home.start, start - AROUND), min(home.end, end + AROUND)
        before, behind, near = (cues_of(self.patterns, f"figure_{where}_") for where in ("before", "behind", "near"))
        found = [kind for kind, cue in before if stands_in(cue, text, first, start)][:1]
        found += [kind for kind, cue in behind if cue.pattern.match(text[end:last])]
        return found + [kind for kind, cue in near if stands_in(cue, text, first, last)]


def _acting(bodies: list[Place]) -> list[Place]:
    """The bodies without those that have no part in any figure, and those that have none where another one acts."""
    bodies = [place for place in bodies if place.introduced not in {ACCUSED, UNINVOLVED}]
    return [place for place in bodies if place.introduced != SERVED] or bodies


def _in_order(*names: Sequence[Name]) -> list[Name]:
    """Mentions of several sorts in reading order."""
    return sorted(chain.from_iterable(names), key=lambda name: name.start)
