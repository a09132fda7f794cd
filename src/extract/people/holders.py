"""The persons of a document: which names and which offices mean the same one."""

from __future__ import annotations

import re
from bisect import bisect_right, insort
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from extract.people.grammar import Named, PersonGrammar, capitals, last_sign
from extract.people.offices import UPPER, Office, OfficeKey, fold_name

_UPPERCASE = re.compile(rf"(?<!\w)[{UPPER}]{{2,}}(?:\s+[{UPPER}]{{2,}})+(?!\w)")
_WORD = re.compile(r"\w+")
#: Offices whose holders a release may name without their title.
_ELECTED = {"mayor", "governor", "edil", "mandatary"}
#: Heads of a government, whom a release calls "el mandatario" and not "el funcionario".
_HEADS = _ELECTED | {"president", "head", "legislator"}


@dataclass(slots=True, eq=False)
class Holder:
    """One person of the document: the fullest name, every office and, in order, every place where one is named.

    ``by_office`` are the places where an office alone means the person, ``aside`` those of ``places`` where the person
    stands beside the one who acts, ``titles`` the courtesy titles that the release gives the person.
    """

    keys: tuple[str, ...]
    surface: str
    gender: str | None
    surnames_from: int
    roles: list[Office] = field(default_factory=list)
    places: list[int] = field(default_factory=list)
    by_office: list[int] = field(default_factory=list)
    aside: set[int] = field(default_factory=set)
    titles: set[str] = field(default_factory=set)

    def mention(self, place: int) -> None:
        """Note a place where an office alone means the person, for the general words behind it."""
        insort(self.by_office, place)

    def note(self, mention: Named) -> None:
        """Note where a name means the person."""
        insort(self.places, mention.start)
        if mention.aside:
            self.aside.add(mention.start)
        if mention.title:
            self.titles.add(mention.title)

    def agrees_with(self, office: Office) -> bool:
        """Whether gender does not forbid that the office is the person's."""
        return not (office.gender and self.gender) or office.gender == self.gender

    def last_before(self, place: int) -> int | None:
        """Where the person is named last before this place or at it."""
        return self.places[index - 1] if (index := bisect_right(self.places, place)) else None

    def acts_before(self, place: int) -> int | None:
        """Where the person is named last before a place, by name or office, and not beside somebody who acts."""
        named = (found for found in reversed(self.places) if found <= place and found not in self.aside)
        meant = (found for found in reversed(self.by_office) if found <= place)
        return max((found for found in (next(named, None), next(meant, None)) if found is not None), default=None)


class Holders:
    """All persons of a document, looked up by a form of their name or by an office alone."""

    def __init__(self, text: str, named: list[Named], grammar: PersonGrammar) -> None:
        self.text, self.grammar = text, grammar
        self.all: list[Holder] = []
        self._by_surname: dict[str, list[Holder]] = {}
        self._fitting: dict[tuple[str, ...], list[Holder]] = {}
        self._by_office: dict[OfficeKey, tuple[list[Holder], list[Holder]]] = {}
        # Mentions whose names agree are one person, and the longest form is the name.
        for mention in sorted(named, key=lambda n: (-len(n.parts), -sum(map(len, n.parts)), n.start)):
            holder = self.of(mention) or self._add(mention)
            holder.note(mention)
            if mention.role:
                if mention.role.key not in {held.key for held in holder.roles}:
                    holder.roles.append(mention.role)
                holder.gender = holder.gender or mention.role.gender

    def _add(self, mention: Named) -> Holder:
        surface = " ".join(self.text[mention.start : mention.end].split())
        keys, given = mention.keys, self.grammar.given
        surnames_from = next((i for i, key in enumerate(keys) if i and key not in given), len(keys) - 1)
        holder = Holder(keys, surface, self.grammar.gender(keys), surnames_from)
        self.all.append(holder)
        for word in {key.split()[-1] for key in keys[surnames_from:]}:
            self._by_surname.setdefault(word, []).append(holder)
        self._fitting.clear()
        return holder

    def give(self, name: Named, office: Office) -> None:
        """Give the person of a name an office that no title says: "el Ayuntamiento que preside Ana Ruiz"."""
        if (holder := self.of(name)) and office.key not in {held.key for held in holder.roles}:
            holder.roles.append(office)

    def note(self, short: list[Named]) -> None:
        """Note where short forms name persons, so that "la autoridad" goes on with the one named last."""
        for holder, name in [(self.of(name), name) for name in short]:
            if holder:
                holder.note(name)

    def of(self, name: Named) -> Holder | None:
        """The person that a form of a name means; of several, the one last named before it."""
        if name.title and len(name.keys) == 1 and (holder := self._by_given_name(name)):
            return holder
        if name.keys not in self._fitting:
            near = {h: None for key in name.keys for h in self._by_surname.get(key.split()[-1], ())}
            self._fitting[name.keys] = [h for h in near if _is_form_of(name.keys, h, self.grammar)]
        fitting = self._fitting[name.keys]
        return _last_named(fitting, name.start) or max(fitting, key=lambda h: len(h.keys), default=None)

    def _by_given_name(self, name: Named) -> Holder | None:
        """Whom a title with a given name means: who was named in full with it, or without any title or office.

        "La compañera Rosa Luna … La compañera Rosa"; "Eva Mar, vecina … Doña Eva", who is no alcaldesa Eva Sol.
        """
        given = name.keys[0]
        if given not in self.grammar.given:
            return None
        near = [
            h for h in self.all if len(h.keys) > 1 and any(_is_given(given, key) for key in h.keys[: h.surnames_from])
        ]
        titled = [holder for holder in near if name.title in holder.titles]
        plain = [holder for holder in near if not holder.titles and all(held.vague for held in holder.roles)]
        return _last_named(titled, name.start) or _last_named(plain, name.start)

    def in_office(self, office: Office, known_before: bool = False) -> Holder | None:
        """The person whom an office alone means: of its possible holders the last named before, else the first after.

        ``known_before``: only persons named before count.
        """
        general = "any" in office.stands_for  # "la autoridad" goes on with whoever spoke, "el mandatario" may not
        for group in self._fit_for(office):
            acts = _last_acting(group, office) if general else None
            if before := acts or _last_named(group, office.start - 1):
                return before
        same, fitting = self._fit_for(office)
        after = [] if known_before else same or fitting
        if not after and office.kind in _ELECTED:
            return self._untitled(office)
        if not after and office.kind == "official":
            return self._without_office(office)
        return min(after, key=lambda h: h.places[0]) if after else None

    def _untitled(self, office: Office) -> Holder | None:
        """Who opens the release by name alone may be its head: "Luis Paz entregó becas. El alcalde dijo que"."""
        first = min(self.all, key=lambda h: h.places[0], default=None)
        if first is None or first.roles or first.places[0] >= office.start:
            return None
        return first if first.gender and first.gender == (office.gender or first.gender) else None

    def _without_office(self, office: Office) -> Holder | None:
        """Who "el funcionario" is where no official is named: the last who acts and of whom no office is told."""
        # whose given name is known, so that it is a person
        return _last_acting([h for h in self.all if not h.roles and h.gender and h.agrees_with(office)], office)

    def _fit_for(self, office: Office) -> tuple[list[Holder], list[Holder]]:
        """Who may hold an office of this class, gender and complement: in an office of the same class, in any."""
        if (key := office.key) not in self._by_office:
            fits = [h for h in self.all if any(self.grammar.offices.may_be(office, held) for held in h.roles)]
            fits = [h for h in fits if h.agrees_with(office)]
            same = [h for h in fits if any(held.kind == office.kind or held.presides_like(office) for held in h.roles)]
            self._by_office[key] = (same, fits)
        return self._by_office[key]

    def short_forms(self, covered: set[int], is_person: Callable[[Named], bool]) -> Iterator[Named]:
        """Surnames and shortened names of the persons outside ``covered``, in capitals too ("ANA RUIZ ENTREGA")."""
        text = self.text
        for row in capitals(text, 0, len(text)) if self.all else ():
            if not any(fold_name(text[start:end].split()[-1]) in self._by_surname for start, end in row):
                continue  # most rows: they name nobody
            parts = [part for part in self.grammar.untitled(text, row) if part[0] not in covered]
            runs = [parts]
            # The first capital may only open the sentence: "Además Ruiz Soto informó".
            if len(parts) > 1 and (last_sign(text, row[0][0]) in {"", "."} or text[row[0][0] - 1] == "\n"):
                runs.append(parts[1:])
            for run in runs:
                short = self.grammar.trim(text, run, "person.short")
                whole = short is not None and short.end == run[-1][1] and self.of(short) is not None
                # "de Paz" behind a name is of that name: "Eva Mar Sol de Paz", the wife of Luis Paz.
                hangs = short is not None and text[short.start].islower() and short.start - 2 in covered
                if short and whole and not hangs and is_person(short):
                    yield short
                    break
        yield from self._in_capitals()

    def _in_capitals(self) -> Iterator[Named]:
        """Known persons in a line of capitals, by given name and surname, the longest form first."""
        for match in _UPPERCASE.finditer(self.text):
            words = list(_WORD.finditer(self.text, match.start(), match.end()))
            taken = 0
            for index, first in enumerate(words):
                for size in (4, 3, 2):
                    run = words[index : index + size]
                    parts = tuple(word[0].title() for word in run)
                    name = Named(first.start(), run[-1].end(), parts, tuple(map(fold_name, parts)), "person.capitals")
                    holder = self.of(name) if len(run) == size and name.start >= taken else None
                    if holder and self.grammar.same_given(name.keys[0], holder.keys[0]):
                        taken = name.end
                        yield name


def _is_given(short: str, part: str) -> bool:
    """Whether a part of a full name is this given name, also behind "del": "María del Rosario"."""
    return short == part.rsplit(maxsplit=1)[-1]


def _last_named(group: list[Holder], place: int) -> Holder | None:
    """Of several persons, the one named last before this place or at it."""
    before = [(last, holder) for holder in group if (last := holder.last_before(place)) is not None]
    return max(before, key=_place)[1] if before else None


def _last_acting(group: list[Holder], office: Office) -> Holder | None:
    """Of several persons, the one whom a general word goes on with.

    "El funcionario" is no elected head who is only named, where somebody else may be meant.
    """
    before = [(last, holder) for holder in group if (last := holder.acts_before(office.start - 1)) is not None]
    last, holder = max(before, key=_place, default=(0, None))
    if holder is None or office.kind != "official" or last in holder.by_office:
        return holder
    officials = [pair for pair in before if not any(held.kind in _HEADS for held in pair[1].roles)]
    return max(officials or before, key=_place)[1]


def _place(pair: tuple[int, Holder]) -> int:
    return pair[0]


def _is_form_of(short: tuple[str, ...], holder: Holder, grammar: PersonGrammar) -> bool:
    """Whether the parts of ``short`` occur in the full name in order, a surname among them: "Ana Paty Peralta"."""
    full = holder.keys
    position = matched = 0
    for word in short:
        while position < len(full):
            given, part = position < holder.surnames_from, full[position]
            position += 1
            if grammar.same_given(word, part) if given else word.split()[-1] == part.split()[-1]:
                matched += not given
                break
        else:
            return False
    return matched > 0
