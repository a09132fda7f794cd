"""How far a program, an agency or a period reaches: a scored choice among candidates.

For one quantity every mention of the document is a candidate, and so is "none". Each candidate has features that a
reader can inspect: where it stands (clause, sentence, paragraph, headline), how near, how it is introduced ("a través
del", "a la", "con apoyo de"), how it was recognized. A linear score over the features, with weights kept as data in
``patterns/links.yml``, gives each candidate a probability; the mentions of one entity add up.
"""

from __future__ import annotations

import datetime as dt
import math
import re
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from extract.mentions import Attribution, Block, Mention, Name, Period, Person, Quantity, Sentence
from extract.patterns import Patterns
from extract.rules import NameRule, WordRule

Features = dict[str, float]

#: A sentence longer than this tells no more by distance.
_FAR = 60.0
_CHARACTERS_PER_WORD = 6.0
_BEFORE_CONTEXT = 32
#: A mention that begins this near to the start of its sentence frames it.
_OPENING = 6
#: An office follows its holder's name this near: "Enrique Díaz, titular de esta dependencia".
_OFFICE_REACH = 25
#: A period of this many days or more can frame a whole release.
_LONG_DAYS = 27
#: A period that is named only to compare with.
_COMPARES = re.compile(
    r"(?:frente|comparad|respecto|que en|(?:en |al |con )?(?:el )?mismo (?:lapso|per[ií]odo|mes))", re.IGNORECASE
)
#: A sayer is named this near, in characters, to what is said.
_SAYING_REACH = 40
#: A relative or subordinate clause, or a new coordinated one, between a mention and the figure.
_VERB_BETWEEN = re.compile(
    r"\b(?:que|donde|cuando|quien(?:es)?|cual(?:es)?|y se|y ha|así como|además)\b", re.IGNORECASE
)
#: Between two figures, a turn to another clause of its own.
_TURN = re.compile(r"\b(?:mientras|en tanto|además|asimismo|también|así como|y se|que se)\b", re.IGNORECASE)


@dataclass(frozen=True)
class Layout:
    """The document as the links see it: text, blocks, sentences and the stretches that somebody states."""

    text: str
    blocks: Sequence[Block]
    sentences: Sequence[Sentence]
    attributions: Sequence[Attribution] = ()
    people: Sequence[Person] = ()

    @cached_property
    def _sentence_starts(self) -> list[int]:
        return [s.start for s in self.sentences]

    def sentence_of(self, mention: Mention) -> Sentence:
        """The sentence in which a mention begins."""
        return self.sentences[max(0, bisect_right(self._sentence_starts, mention.start) - 1)]

    def speaker_institutions(self, quantity: Quantity, agencies: Sequence[Name]) -> frozenset[str]:
        """The agencies in whose name the quantity's speaker holds an office ("el titular de la SHFP, …")."""
        speaker = next((a.speaker for a in self.attributions if a.start <= quantity.start < a.end), None)
        if speaker is None:
            return frozenset()
        offices = [p for p in self.people if p.name == speaker]
        return frozenset(a.name for a in agencies if any(p.start <= a.start < p.end + _OFFICE_REACH for p in offices))

    def says(self, mention: Mention) -> bool:
        """Whether the mention stands where the sayer of a stretch is named: it speaks, and need not act."""
        return any(
            0 <= a.start - mention.end < _SAYING_REACH or 0 <= mention.start - a.end < _SAYING_REACH
            for a in self.attributions
        )

    @cached_property
    def body_start(self) -> int:
        """Index of the first sentence of the first paragraph."""
        first = next((b.index for b in self.blocks if b.kind == "paragraph"), 0)
        return next((s.index for s in self.sentences if s.block >= first), 0)


@dataclass(frozen=True)
class Candidate:
    """A possible value of a link: the mention that carries it (None for "no value"), its key and its features."""

    mention: Mention | None
    key: Hashable
    features: Features


@dataclass(frozen=True)
class Choice:
    """The chosen candidate and the probability of its value."""

    mention: Mention | None
    key: Hashable
    probability: float
    features: Features


@dataclass(frozen=True)
class Previous:
    """The quantity before, and the keys that were right (or chosen) for it."""

    quantity: Quantity
    keys: frozenset[Hashable]


@lru_cache(maxsize=8)
def cues(patterns: Patterns) -> tuple[tuple[str, re.Pattern[str]], ...]:
    """The introductions and connectives of ``scope_cues.yml``: their kind and expression."""
    return tuple((rule.kind, rule.pattern) for rule in patterns.rules("scope_cues.yml", NameRule))


@lru_cache(maxsize=8)
def weights(patterns: Patterns, link: str) -> Mapping[str, float]:
    """The fitted weights of one link, from ``links.yml``."""
    return {k: float(v) for k, v in patterns.rule("links.yml", WordRule, f"link.{link}").words.items()}


def choose(candidates: Iterable[Candidate], weight: Mapping[str, float]) -> Choice:
    """The value with the highest probability, and the mention that speaks loudest for it.

    Parameters
    ----------
    candidates:
        At least one; several may share a key.
    weight:
        Feature weights; an unknown feature weighs nothing.
    """
    scored = [(sum(weight.get(f, 0.0) * x for f, x in c.features.items()), c) for c in candidates]
    top = max(score for score, _ in scored)
    mass: dict[Hashable, float] = defaultdict(float)
    for score, candidate in scored:
        mass[candidate.key] += math.exp(score - top)
    best = max(mass, key=lambda key: mass[key])
    _, speaking = max(((s, c) for s, c in scored if c.key == best), key=lambda pair: pair[0])
    return Choice(speaking.mention, best, mass[best] / sum(mass.values()), speaking.features)


def name_candidates(layout: Layout, quantity: Quantity, names: Sequence[Name], patterns: Patterns) -> list[Candidate]:
    """All mentions of programs or agencies as candidates for one quantity, and "none"."""
    shares = Counter(name.name for name in names)
    institutions = layout.speaker_institutions(quantity, names)
    first = next((n.name for n in names if layout.sentence_of(n).index >= layout.body_start), None)
    candidates = []
    for name in names:
        features = _position(layout, quantity, name, patterns)
        features[f"how_{name.how}"] = 1.0
        features["score"] = name.score
        features["share"] = shares[name.name] / len(names)
        if name.name == first:
            features["first_in_body"] = 1.0
        if name.name in institutions:
            features["speakers_own"] = 1.0
        candidates.append(Candidate(name, name.name, features))
    _mark_nearest(candidates, quantity)
    return [*candidates, _none(candidates, quantity, layout.blocks[layout.sentence_of(quantity).block])]


def period_candidates(
    layout: Layout,
    quantity: Quantity,
    periods: Sequence[Period],
    patterns: Patterns,
    *,
    planned: bool,
    published: dt.date | None,
) -> list[Candidate]:
    """All periods of the document as candidates for one quantity, and "none"."""
    shares = Counter((period.first, period.last) for period in periods)
    candidates = []
    for period in periods:
        features = _position(layout, quantity, period, patterns)
        features[f"kind_{period.kind}"] = 1.0
        if "sentence_same" in features:
            features[f"sentence_same_{period.kind}"] = 1.0
        if published is not None and period.first is not None and period.first > published:
            features["future_planned" if planned else "future_reported"] = 1.0
        elif planned:
            features["past_planned"] = 1.0
        _describe_period(period, features)
        features["share"] = shares[period.first, period.last] / len(periods)
        candidates.append(Candidate(period, (period.first, period.last), features))
    _mark_nearest(candidates, quantity)
    return [*candidates, _none(candidates, quantity, layout.blocks[layout.sentence_of(quantity).block])]


def _describe_period(period: Period, features: Features) -> None:
    """What sort of time it is, and how that bears on figures further on: a day is an event's, a long span a frame."""
    if period.first is None and period.last is None:
        features["unresolved"] = 1.0
    long = period.first is not None and period.last is not None and (period.last - period.first).days >= _LONG_DAYS
    size = "long" if long else "short"
    for where in ("earlier", "later", "block_same", "lead", "title", "after"):
        if where in features:
            features[f"{where}_{size}"] = 1.0
    if _COMPARES.match(period.surface):
        features["compares"] = 1.0


def _mark_nearest(candidates: Sequence[Candidate], quantity: Quantity) -> None:
    """Mark the last mention before the quantity and the first one behind it."""
    before = [c for c in candidates if c.mention is not None and c.mention.end <= quantity.start]
    after = [c for c in candidates if c.mention is not None and c.mention.start >= quantity.end]
    if before:
        before[-1].features["nearest_before"] = 1.0
    if after:
        after[0].features["nearest_after"] = 1.0


def chained(
    layout: Layout, candidates: Sequence[Candidate], quantity: Quantity, previous: Previous | None
) -> list[Candidate]:
    """The candidates with one feature more: whether the quantity before took the same value, and how near it stands.

    Figures come in runs, and what holds for one mostly holds for the next.
    """
    if previous is None:
        return list(candidates)
    here, there = layout.sentence_of(quantity), layout.sentence_of(previous.quantity)
    near = ("sentence" if here.index == there.index else "block") if here.block == there.block else "text"
    if here.block == there.block + 1:
        near = "next_block"
    gap = layout.text[previous.quantity.end : quantity.start]
    if near == "sentence" and ";" not in gap and not _TURN.search(gap):
        near = "list"
    chain = []
    for candidate in candidates:
        none = "_none" if candidate.mention is None else ""
        same = "same" if candidate.key in previous.keys else "other"
        chain.append(
            Candidate(candidate.mention, candidate.key, {**candidate.features, f"run_{near}_{same}{none}": 1.0})
        )
    return chain


def _none(candidates: Sequence[Candidate], quantity: Quantity, block: Block) -> Candidate:
    """The candidate for "no value": how much it competes with depends on what stands near."""
    features: Features = {"none": 1.0, f"none_kind_{quantity.kind}": 1.0, f"none_in_{block.kind}": 1.0}
    for where in ("clause_same", "sentence_same", "block_same"):
        if any(where in c.features for c in candidates):
            features[f"none_{where}"] = 1.0
    if any("title" in c.features for c in candidates):
        features["none_title"] = 1.0
    return Candidate(None, None, features)


def _position(layout: Layout, quantity: Quantity, mention: Mention, patterns: Patterns) -> Features:
    """Where the mention stands as seen from the quantity."""
    at, home = layout.sentence_of(mention), layout.sentence_of(quantity)
    block = layout.blocks[at.block]
    features: Features = {"bias": 1.0}
    if at.index == home.index:
        _within_sentence(layout, quantity, mention, features)
    elif at.index < home.index:
        _earlier_sentence(layout, at, home, patterns, features)
    else:
        features["later"] = 1.0
        features["later_distance"] = min(at.index - home.index, 8) / 8
        if at.block == home.block:
            features["later_same_block"] = 1.0
    if block.kind in {"title", "subtitle"}:
        features["title"] = 1.0
    if at.index == layout.body_start or layout.sentences[max(0, at.index - 1)].index == layout.body_start:
        features["lead"] = 1.0
    if mention.start - at.start < _OPENING:
        features["opens_sentence"] = 1.0
        if "earlier" in features:
            features["earlier_opens_sentence"] = 1.0
    if layout.says(mention):
        features["sayer"] = 1.0
        if at.index == home.index:
            features["sayer_here"] = 1.0
        if isinstance(mention, Name) and mention.how == "role":
            features["sayer_role"] = 1.0
    before = layout.text[max(at.start, mention.start - _BEFORE_CONTEXT) : mention.start]
    same = "sentence_same" in features
    for kind, pattern in cues(patterns):
        if kind.startswith("intro_") and pattern.search(before):
            features[kind] = 1.0
            if same:
                features[f"same_{kind}"] = 1.0
            break
    return features


def _within_sentence(layout: Layout, quantity: Quantity, mention: Mention, features: Features) -> None:
    before = mention.end <= quantity.start
    gap = layout.text[mention.end : quantity.start] if before else layout.text[quantity.end : mention.start]
    features["sentence_same"] = 1.0
    features["before" if before else "after"] = 1.0
    if ";" not in gap:
        features["clause_same"] = 1.0
    features["commas"] = min(gap.count(","), 4) / 4
    if _VERB_BETWEEN.search(gap):
        features["clause_between"] = 1.0
    features["distance"] = min(len(gap) / _CHARACTERS_PER_WORD, _FAR) / _FAR
    if "," not in gap and ";" not in gap:
        features["no_comma_before" if before else "no_comma_after"] = 1.0
    if not before and any(char.isdigit() for char in gap):
        features["figure_between_after"] = 1.0


def _earlier_sentence(layout: Layout, at: Sentence, home: Sentence, patterns: Patterns, features: Features) -> None:
    features["earlier"] = 1.0
    features["earlier_distance"] = min(home.index - at.index, 12) / 12
    if home.index - at.index == 1:
        features["previous_sentence"] = 1.0
    if at.block == home.block:
        features["block_same"] = 1.0
    elif home.block - at.block == 1:
        features["block_previous"] = 1.0
    opening = layout.text[home.start : home.start + 40]
    for kind, pattern in cues(patterns):
        if kind.startswith("connective_") and pattern.match(opening):
            features[f"{kind}_since"] = 1.0
            break
