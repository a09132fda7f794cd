"""The bodies of a release: spellings united into one body each.

One body has many spellings in a release: with and without its town, with a slip of the pen, with "Sistema" or without.
Two spellings are one body where they share an acronym, a row of the gazetteer, or all but a slip
(``rapidfuzz.fuzz.ratio``), or where one only adds the place.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field

from rapidfuzz import fuzz, process

from extract.names.gazetteer import gazetteer_of
from extract.names.grammar import is_acronym
from extract.names.spelling import Spelled, usual_bodies
from extract.names.words import content, fold
from extract.patterns import Patterns

#: Two names of one length of words are the same up to a slip from this ratio on (0 to 100).
SAME_NAME = 92
#: "la Mujeres": the article shows that the number of the noun is a slip and no other body's name.
_BROKEN_NUMBER = re.compile(r"\b(?:la|el)\s+\w{4,}es\b|\b(?:las|los)\s+\w+[^s\W]\b", re.IGNORECASE)


@dataclass
class Body:
    """One body with all its spellings."""

    spellings: Counter[str] = field(default_factory=Counter)
    acronyms: set[str] = field(default_factory=set)
    name: str = ""
    id: str | None = None

    @property
    def head(self) -> str:
        """The folded noun that opens the name."""
        return fold(self.name or next(iter(self.spellings))).split()[0]


class Bodies:
    """The bodies of one release; ``of`` gives the body of a spelling."""

    def __init__(self, names: list[Spelled], country: str | None, patterns: Patterns) -> None:
        self._usual = usual_bodies(patterns)
        self._gazetteer = gazetteer_of(patterns, "agencies.csv")
        self._country = country
        self._by_key: dict[str, Body] = {}
        self.by_acronym: dict[str, Body] = {}
        self.all: list[Body] = []
        # Definitions first, the fullest names next: a shorter spelling then finds the body that it shortens.
        for spelled in sorted(names, key=lambda s: (s.acronym is None, -len(s.name))):
            self._add(spelled)
        for body in self.all:
            self._settle(body)

    def of(self, name: str) -> Body | None:
        """The body that a name is a spelling of."""
        return self._by_key.get(fold(name))

    def with_acronym(self, acronym: str) -> Body | None:
        """The body of an acronym that the release defines."""
        return self.by_acronym.get(fold(acronym))

    def with_initials(self, acronym: str) -> Body | None:
        """The body whose words begin with the letters of an acronym that nobody defines ("SOP", "SEyC")."""
        letters = fold(acronym)
        for body in self.all:
            words = fold(body.name).split()
            with_links = "".join(word[0] for word in words if word in {"y", "e"} or word in content(body.name))
            if letters in {"".join(word[0] for word in content(body.name)), with_links}:
                return body
        return None

    def like(self, name: str) -> Body | None:
        """The body whose name has the same words of meaning, or these and a place more."""
        wanted = content(name)
        for body in self.all:
            for spelling in body.spellings:
                if content(spelling) == wanted or (len(wanted) > 2 and content(spelling)[: len(wanted)] == wanted):
                    return body
        return None

    def add(self, name: str) -> Body:
        """The body of a name that no mention spells out (an office's, an acronym's of the gazetteer)."""
        body = self.of(name) or self.like(name)
        if body is None:
            body = self._new(name)
            self._settle(body)
        return body

    def _new(self, name: str) -> Body:
        body = Body()
        body.spellings[name] += 1
        self.all.append(body)
        self._by_key[fold(name)] = body
        return body

    def _add(self, spelled: Spelled) -> None:
        body = self._by_key.get(fold(spelled.name)) or self._known_as(spelled) or self._similar(spelled.name)
        if body is None:
            body = self._new(spelled.name)
        else:
            body.spellings[spelled.name] += 1
            self._by_key.setdefault(fold(spelled.name), body)
        for word in spelled.name.split() if spelled.rule.startswith("agency.body") else ():
            if is_acronym(word):  # "DIF Municipal" and "Sistema DIF" are one body
                self.by_acronym.setdefault(fold(word), body)
        if spelled.acronym:
            body.acronyms.add(spelled.acronym)
            self.by_acronym.setdefault(fold(spelled.acronym), body)

    def _known_as(self, spelled: Spelled) -> Body | None:
        if spelled.acronym and fold(spelled.acronym) in self.by_acronym:
            return self.by_acronym[fold(spelled.acronym)]
        words = fold(spelled.name).split()
        if len(words) > 4 or {"estatal", "nacional"} & set(words):
            return None
        return next((self.by_acronym[word] for word in words if word in self.by_acronym), None)

    def _similar(self, name: str) -> Body | None:
        """A body named with a slip, or with a place added to this name."""
        mine = content(name)
        for body in self.all:
            for spelling in body.spellings:
                other = content(spelling)
                if mine[0] != other[0]:
                    continue
                if _is_slip(name, spelling) or (len(mine) > 1 and _adds_place(spelling, name)):
                    return body
        return None

    def _settle(self, body: Body) -> None:
        """Choose the spelling to show: the commonest; a lone one with a slip takes the known spelling."""
        full = [name for name in body.spellings if not body.acronyms & set(name.split())] or list(body.spellings)
        body.name = max(full, key=lambda name: (body.spellings[name], not name.islower(), len(name)))
        known = self._usual.spelling
        best = process.extractOne(fold(body.name), known.keys(), scorer=fuzz.ratio, score_cutoff=SAME_NAME)
        if best is not None and (fold(body.name) == best[0] or _is_slip(body.name, known[best[0]])):
            body.name = known[best[0]]
        elif body.name[0].islower():
            body.name = body.name[0].upper() + body.name[1:]
        entity = self._gazetteer.lookup(body.name, self._country)
        # The federal ministry and a state's own may share a name; then nothing tells whose it is.
        if entity is not None and fold(body.name) not in self._usual.names:
            body.id = entity.id


def _is_slip(name: str, spelling: str) -> bool:
    """Whether two names differ by a slip of the pen, and not by the number of a noun that both write right."""
    left, right = fold(name).split(), fold(spelling).split()
    if left == right:
        return True
    if len(left) != len(right) or left[0] != right[0] or fuzz.ratio(" ".join(left), " ".join(right)) < SAME_NAME:
        return False
    pairs = [(a, b) for a, b in zip(left, right, strict=True) if a != b]
    number = all(a.rstrip("s").removesuffix("e") == b.rstrip("s").removesuffix("e") for a, b in pairs)
    if number:
        return bool(_BROKEN_NUMBER.search(name) or _BROKEN_NUMBER.search(spelling))
    return all(len(a) > 4 and len(b) > 4 and fuzz.ratio(a, b) >= 80 for a, b in pairs)


def _adds_place(longer: str, shorter: str) -> bool:
    rest = fold(longer).removeprefix(fold(shorter))
    return rest != fold(longer) and re.match(r"\s(?:de|del|en|municipal|municipales)(?:\s|$)", rest + " ") is not None
