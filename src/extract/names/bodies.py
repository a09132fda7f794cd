"""The bodies of a release: spellings united into one body each.

One body has many spellings in a release: with and without its town, with a slip of the pen, with "Sistema" or without.
Two spellings are one body where they share an acronym, a row of the gazetteer, or all but a slip
(``rapidfuzz.fuzz.ratio``), or where one only adds the place.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from functools import lru_cache

from rapidfuzz import fuzz, process

from extract.names.blends import SHORTEST_BLEND, is_blend_of
from extract.names.gazetteer import gazetteer_of
from extract.names.grammar import grammar_of, is_acronym
from extract.names.levels import Mark, acronyms_of, fit, is_same, mark_of
from extract.names.spelling import Spelled, usual_bodies
from extract.names.words import content, fold
from extract.patterns import Patterns

#: Two names of one length of words are the same up to a slip from this ratio on (0 to 100).
SAME_NAME = 92
#: "la Mujeres": the article shows that the number of the noun is a slip and no other body's name.
_BROKEN_NUMBER = re.compile(r"\b(?:la|el)\s+\w{4,}es\b|\b(?:las|los)\s+\w+[^s\W]\b", re.IGNORECASE)
#: A spelling is compared with so many others that differ from it in the same word.
_MOST_COMPARED = 20
#: What joins a place to a body's name.
_PLACE_LINKS = frozenset({"de", "del", "en", "municipal", "municipales"})
#: Nouns that a body's short form leaves out.
_OFFICE_NOUNS = frozenset({
    "secretaria", "subsecretaria", "direccion", "subdireccion", "coordinacion", "departamento", "unidad", "jefatura",
    "ministerio", "consejeria", "concejalia",
})  # fmt: skip
#: The acronym of a body of one level holds that of the body: "SMDIF", "SEDIF" (Ley de Asistencia Social, MX).
_OWN_LEVEL = re.compile(r"^S[ME]?(DIF)$")


@dataclass
class Body:
    """One body with all its spellings."""

    spellings: Counter[str] = field(default_factory=Counter)
    acronyms: set[str] = field(default_factory=set)
    name: str = ""
    id: str | None = None
    #: What its names say of its level and place, where each level has a body of that name.
    marks: list[Mark] = field(default_factory=list)

    @property
    def head(self) -> str:
        """The folded noun that opens the name."""
        return fold(self.name or next(iter(self.spellings))).split()[0]


class Bodies:
    """The bodies of one release; ``of`` gives the body of a spelling.

    Every question is answered by a key made when a spelling was added, so that a folder's text glued together takes
    no longer for each name than one release does.
    """

    def __init__(self, names: list[Spelled], country: str | None, patterns: Patterns) -> None:
        self._patterns = patterns
        self._usual = usual_bodies(patterns)
        self._gazetteer = gazetteer_of(patterns, "agencies.csv")
        self._qualifiers = grammar_of(patterns).words("qualifier")
        self._bare_heads = grammar_of(patterns).words("bare_head")
        self.country = country
        self._by_key: dict[str, Body] = {}
        self._by_content: dict[tuple[str, ...], Body] = {}
        self._by_initials: dict[str, Body] = {}
        self._by_first_letter: dict[str, list[Body]] = {}
        self._by_core: dict[tuple[str | None, tuple[str, ...]], Body] = {}
        self._but_one_word: dict[tuple[str, ...], list[tuple[str, Body]]] = {}
        self._by_entity: dict[str, Body] = {}
        self._by_complement: dict[tuple[str, ...], Body] = {}
        self._before_place: dict[str, Body] = {}
        self.by_acronym: dict[str, Body] = {}
        self.all: list[Body] = []
        self._leveled: list[Body] = []
        # Definitions first, the fullest names next: a shorter spelling then finds the body that it shortens.
        for spelled in sorted(names, key=lambda s: (s.acronym is None, -len(s.name))):
            self._add(spelled)
        for body in self.all:
            self._settle(body)

    def of(self, name: str) -> Body | None:
        """The body that a name is a spelling of."""
        return self._by_key.get(fold(name))

    def is_known(self, name: str) -> bool:
        """Whether the release names a body so, or the gazetteer knows it in the release's country."""
        listed = self.country is not None and self._gazetteer.lookup(name, self.country) is not None
        return listed or self.of(name) is not None

    def of_field(self, field: str) -> str | None:
        """The name of the body that heads a field of administration: "Salud" is the release's Secretaría de Salud."""
        body = self._by_complement.get(content(field))
        return body.name if body else None

    def with_acronym(self, acronym: str) -> Body | None:
        """The body of an acronym that the release defines."""
        return self.by_acronym.get(fold(acronym))

    def spelled_by(self, acronym: str) -> Body | None:
        """The body whose words begin with the letters of an acronym that nobody defines ("SOP", "SEyC", "SEFIPLAN")."""
        letters = fold(acronym)
        if letters not in self._by_initials and len(letters) >= SHORTEST_BLEND:
            alike = self._by_first_letter.get(letters[0], ())
            found = next((body for body in alike if is_blend_of(letters, content(body.name), self._qualifiers)), None)
            if found is not None:
                self._by_initials[letters] = found
        return self._by_initials.get(letters)

    def like(self, name: str) -> Body | None:
        """The body whose name has the same words of meaning, or these and a place more."""
        return self._by_content.get(content(name))

    def led_by(self, name: str, *, any_noun: bool) -> Body | None:
        """The body of an office's complement: of the same noun and beginning with it, or of any noun and only it."""
        head, core = content(name)[0], self._core(name)
        of_noun = self._by_core.get((head, core)) if core else None
        return of_noun or (self._by_core.get((None, core)) if any_noun else None)

    def add(self, name: str) -> Body:
        """The body of a name that no mention spells out (an office's, an acronym's of the gazetteer)."""
        body = self.of(name) or self.like(name)
        if body is None:
            body = self._new(name)
            self._settle(body)
        return body

    def _core(self, name: str) -> tuple[str, ...]:
        """The words of a name after its noun and without adjectives of level."""
        return tuple(word for word in content(name)[1:] if word not in self._qualifiers)

    def _new(self, name: str) -> Body:
        body = Body()
        self.all.append(body)
        self._spell(body, name)
        return body

    def _spell(self, body: Body, name: str) -> None:
        """Add a spelling to a body and to the keys by which it is found."""
        body.spellings[name] += 1
        if body.spellings[name] > 1:
            return
        self._by_key.setdefault(fold(name), body)
        entity = self._gazetteer.lookup(name, self.country)
        if entity is not None:
            self._by_entity.setdefault(entity.id, body)
        words = content(name)
        for stop in range(3, len(words) + 1):
            self._by_content.setdefault(words[:stop], body)
        self._by_content.setdefault(words, body)
        if words[0] in _OFFICE_NOUNS and len(words) > 1:  # "Protección Civil" is the Coordinación de Protección Civil
            self._by_complement.setdefault(words[1:], body)
        folded = fold(name).split()
        for key in _all_but_one(folded):
            self._but_one_word.setdefault(key, []).append((name, body))
        for at, word in enumerate(folded[1:], 1):
            if word in _PLACE_LINKS and len(content(" ".join(folded[:at]))) > 1:
                self._before_place.setdefault(" ".join(folded[:at]), body)

    def _add(self, spelled: Spelled) -> None:
        mark = mark_of(spelled, self._patterns)
        body = self._by_key.get(fold(spelled.name)) or self._known_as(spelled) or self._similar(spelled.name)
        if mark and (body is None or not fit(mark, body.marks)):  # "DIF Municipal" beside the state's "… Familia (DIF)"
            body = next((other for other in self._leveled if is_same(mark, other.marks)), None)
        if body is None:
            body = self._new(spelled.name)
        else:
            self._spell(body, spelled.name)
        if mark:
            self._leveled += [body] if not body.marks else []
            body.marks.append(mark)
        for acronym in acronyms_of(mark):
            self.by_acronym.setdefault(acronym, body)
        for word in spelled.name.split() if spelled.rule.startswith("agency.body") else ():
            if is_acronym(word):  # "DIF Municipal" and "Sistema DIF" are one body
                self.by_acronym.setdefault(fold(word), body)
        if spelled.acronym:
            body.acronyms.add(spelled.acronym)
            self.by_acronym.setdefault(fold(spelled.acronym), body)
            for ending in _OWN_LEVEL.findall(spelled.acronym):  # "SMDIF" is the release's DIF
                self.by_acronym.setdefault(fold(ending), body)

    def _known_as(self, spelled: Spelled) -> Body | None:
        if spelled.acronym and fold(spelled.acronym) in self.by_acronym:
            return self.by_acronym[fold(spelled.acronym)]
        entity = self._gazetteer.lookup(spelled.name, self.country)
        if entity is not None and entity.id in self._by_entity:
            return self._by_entity[entity.id]
        words = fold(spelled.name).split()
        if len(words) > 4 or {"estatal", "nacional"} & set(words):
            return None
        return next((self.by_acronym[word] for word in words if word in self.by_acronym), None)

    def _similar(self, name: str) -> Body | None:
        """A body named with a slip, with a place added to this name, or with its noun where this name has none."""
        for key in _all_but_one(fold(name).split()):
            for spelling, body in self._but_one_word.get(key, ())[:_MOST_COMPARED]:
                if _is_slip(name, spelling):
                    return body
        return self._before_place.get(fold(name)) or self._by_complement.get(content(name))

    def _settle(self, body: Body) -> None:
        """Choose the spelling to show: the commonest; a lone one with a slip takes the known spelling."""
        full = [name for name in body.spellings if name not in body.acronyms and not any(map(is_acronym, name.split()))]
        full = (
            full or [name for name in body.spellings if not body.acronyms & set(name.split())] or list(body.spellings)
        )
        proper = [name for name in full if not self._is_alias(name, body)]
        rank = {name: (body.spellings[name], not name.islower(), len(name)) for name in body.spellings}
        body.name = max(proper or full, key=rank.__getitem__)
        if self._needs_place(body.name):  # "la Policía Local" is that of Ríos wherever the release names it whole
            placed = [name for name in body.spellings if fold(name).startswith(f"{fold(body.name)} de ")]
            body.name = max(placed, key=rank.__getitem__, default=body.name)
        known = _nearest_usual(fold(body.name), self._patterns)
        if known is not None and (fold(body.name) == fold(known) or _is_slip(body.name, known)):
            body.name = known
        elif body.name[0].islower():
            body.name = body.name[0].upper() + body.name[1:]
        entity = self._gazetteer.lookup(body.name, self.country)
        # The federal ministry and a state's own may share a name; then nothing tells whose it is.
        if entity is not None and fold(body.name) not in self._usual.names:
            body.id = entity.id
        self._register(body)

    def _needs_place(self, name: str) -> bool:
        """Whether a name is what each town has one of: a noun that names nothing by itself, and its level."""
        words = [word for word in content(name) if word not in self._qualifiers]
        return len(words) == 1 and words[0] in self._bare_heads

    def _is_alias(self, name: str, body: Body) -> bool:
        """Whether a spelling is a byname of a body that the release also calls by its name in the gazetteer."""
        entity = self._gazetteer.lookup(name, self.country)
        return entity is not None and entity.name != name and entity.name in body.spellings

    def _register(self, body: Body) -> None:
        """The keys that only a settled name has: its initials and what an office says of it."""
        words, core = content(body.name), self._core(body.name)
        alike = self._by_first_letter.setdefault(words[0][0], [])
        if len(alike) < _MOST_COMPARED:
            alike.append(body)
        with_links = (word for word in fold(body.name).split() if word in {"y", "e"} or word in words)
        for letters in ("".join(word[0] for word in words), "".join(word[0] for word in with_links)):
            self._by_initials.setdefault(letters, body)
        initials = "".join(word[0] for word in words)
        if len(words) > 2:  # "UACH" and "JMAS": the last word with two or three letters, or a town that has none
            for ending in (words[-1][:2], words[-1][:3], *([""] if len(words) > 4 else [])):
                self._by_initials.setdefault(initials[:-1] + ending, body)
        self._by_core.setdefault((None, core), body)
        for stop in range(1, len(core) + 1):
            self._by_core.setdefault((words[0], core[:stop]), body)


@lru_cache(maxsize=1 << 10)  # the releases of a folder name the same bodies
def _nearest_usual(folded: str, patterns: Patterns) -> str | None:
    """The known spelling that is most like a folded name, where one is like it at all."""
    spelling = usual_bodies(patterns).spelling
    if folded in spelling:
        return spelling[folded]
    best = process.extractOne(folded, spelling.keys(), scorer=fuzz.ratio, score_cutoff=SAME_NAME)
    return spelling[best[0]] if best is not None else None


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


def _all_but_one(words: list[str]) -> list[tuple[str, ...]]:
    """A name's words with each of them but the first left out in turn: two names with one slip share one of these."""
    return [(*words[:at], "*", *words[at + 1 :]) for at in range(1, len(words))]
