"""The bodies that a release has named so far, and which of them a noun that points back means."""

from __future__ import annotations

import bisect
from collections import Counter
from itertools import islice
from typing import NamedTuple

from extract.names.bodies import Bodies
from extract.names.grammar import grammar_of
from extract.names.words import fold
from extract.patterns import Patterns

#: Nouns of parts of a body, which no release calls an institution.
_PARTS = frozenset({
    "coordinacion", "direccion", "subdireccion", "departamento", "gerencia", "jefatura", "unidad", "area",
    "vicerrectoria",
})  # fmt: skip
#: So many bodies are looked at for one of a sort.
_MOST_NAMES = 200


class Home(NamedTuple):
    """Where a noun stands that points back: its block, and where its sentence begins."""

    block: int
    sentence: int


class Named:
    """The bodies named so far: the last one of each noun, the last of all, and the one named most."""

    def __init__(self, bodies: Bodies, patterns: Patterns, issuer: str | None) -> None:
        self._by_name = {body.name: body for body in bodies.all}
        self._barred = grammar_of(patterns).words("territory_head")  # "la dependencia" is never a part of a town
        self._counts: Counter[str] = Counter()
        self._last_of: dict[str, tuple[int, str]] = {}
        self._last_acting_of: dict[str, tuple[int, str]] = {}
        self._names: dict[str, str] = {}
        self._seen = 0
        self._last: str | None = None
        self._block, self._acting = -1, set[str]()
        self._places: list[tuple[int, str]] = []
        self._foremost: str | None = None
        if issuer is not None and (body := self._by_name[issuer]).head not in self._barred:
            self._last_of[body.head] = (0, issuer)
            self._last = self._foremost = issuer

    def add(self, name: str, start: int, block: int, *, acts: bool, led: bool) -> None:
        """Take in the next mention of a block, which acts there or is only tied to something, as to who leads it."""
        body = self._by_name.get(name)
        if body is None:
            return
        self._seen += 1
        self._names.pop(name, None)
        self._names[name] = fold(name)
        self._last_of[body.head] = (self._seen, name)
        if acts:
            self._last_acting_of[body.head] = (self._seen, name)
        if body.head in self._barred:
            return
        self._counts[name] += 1
        self._last = name
        if led:
            self._places.append((start, name))
        if block != self._block:
            self._block, self._acting = block, set()
        if acts:
            self._acting.add(name)
        if self._foremost is None or self._counts[name] > self._counts[self._foremost]:
            self._foremost = name

    def of_sort(self, beginnings: tuple[str, ...]) -> str | None:
        """The last body whose name begins so: "la casa de estudios" is an Instituto Tecnológico, too."""
        latest = islice(reversed(self._names.items()), _MOST_NAMES)
        return next((name for name, folded in latest if folded.startswith(beginnings)), None)

    def _only_led_since(self, start: int) -> str | None:
        """The one body whose head is named from an offset on, where there is no second one."""
        names = {name for _, name in self._places[bisect.bisect_left(self._places, (start, "")) :]}
        return names.pop() if len(names) == 1 else None

    def whole(self, name: str | None) -> str | None:
        """What an institution is that may be meant by a part of it: itself, or the body named most that is no part."""
        if name is None or self._by_name[name].head not in _PARTS:
            return name
        return next(
            (one for one, _ in self._counts.most_common(_MOST_NAMES) if self._by_name[one].head not in _PARTS), None
        )

    def meant(self, nouns: list[str], pointed_at: bool, home: Home) -> str | None:
        """The body that a short form means: of its nouns; else the last one, its paragraph's, or the most named one."""
        if nouns:
            # "Firmó con el Instituto del Agua" makes no subject that a later "el Instituto" would take up.
            for last in (self._last_acting_of, self._last_of):
                if known := [last[noun] for noun in nouns if noun in last]:
                    return max(known)[1]
            return None
        if pointed_at:
            return self._last
        if (led := self._only_led_since(home.sentence)) is not None:
            return led
        if home.block == self._block and len(self._acting) == 1:
            return next(iter(self._acting))
        return self._foremost
