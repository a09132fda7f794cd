"""Persons: by full name, short form or office, each resolved to the name that the document first gives in full.

Names are found by grammar and data, not by a model: given names, courtesy titles, an office in apposition, a verb of
saying. Offices alone ("la alcaldesa") and short forms ("González Cruz") are then resolved within the document.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from extract.mentions import Person, Sentence
from extract.offices import (
    CAPITALS,
    GAP,
    LOWER,
    PARTICLE,
    REACH,
    UPPER,
    WORD,
    Office,
    OfficeGrammar,
    fold_name,
    joins,
    leads_to,
    union,
)
from extract.patterns import Patterns, shipped
from extract.rules import PersonRule, SayingRule, phrase_regex

_CAPITALS = re.compile(CAPITALS)
_PART = re.compile(rf"{PARTICLE}{GAP}(?:{WORD})|{WORD}|[{UPPER}]\.")
_UPPERCASE = re.compile(rf"(?<!\w)[{UPPER}]{{2,}}(?:\s+[{UPPER}]{{2,}})+(?!\w)")
_APPOSED = re.compile(r"(?:\s*\([^()\n]*\))?\s*,\s+(?:(?:el|la|actual|nuev[oa]|como|quien\s+es)\s+)*$")
_ARTICLE = re.compile(r"(?<!\w)(?:el|la)\s+$", re.IGNORECASE)
_AGE = re.compile(r",\s+de\s+\d{1,3}\s+años")
_TITLE = re.compile(r",?\s+(?:el|la)?\s*(?:\w{2,5}\.|C\.)\s*$")
_QUOTES = "\"“”«»‘’'"


@dataclass(slots=True)
class _Named:
    """A name as mentioned, with the office beside it."""

    start: int
    end: int
    parts: tuple[str, ...]
    rule: str
    role: Office | None = None


@dataclass(slots=True)
class _Holder:
    """One person of the document: the fullest name, every office and every place where the person is named."""

    parts: tuple[str, ...]
    surface: str
    gender: str | None
    roles: list[Office] = field(default_factory=list)
    places: list[int] = field(default_factory=list)


class _Grammar:
    """The patterns of ``people.yml`` in the form that the finder uses."""

    def __init__(self, patterns: Patterns) -> None:
        rules = patterns.rules("people.yml", PersonRule)
        self.offices = OfficeGrammar(patterns)
        self.given = {fold_name(w): r.kind[6] for r in rules if r.kind.startswith("given.") for w in r.forms}
        self.nicknames = {fold_name(k): fold_name(v) for r in rules if r.kind == "nickname" for k, v in r.words.items()}
        self.starts, self.words, self.namesakes = (
            frozenset(fold_name(w) for r in rules if r.kind == kind for w in r.forms)
            for kind in ("start", "word", "namesake")
        )
        before = r"(?:\s+(?:[^\W\d]+(?:al|ic[oa]|iv[oa])|del?|la|los?|las|el|general|ing\.|dra?\.|lic\.))*"
        self.after_place = re.compile(rf"{union(rules, 'place').pattern}{before}\s*,?\s*[{_QUOTES}]?$", re.IGNORECASE)
        self.after_courtesy = re.compile(rf"{union(rules, 'courtesy').pattern}\s+$", re.IGNORECASE)
        item = rf"(?:[{LOWER}]+\s+)?(?:{CAPITALS})(?:\s+\d+)?"
        self.place_list = re.compile(
            rf"(?i:{union(rules, 'places').pattern})\s+(?:del?\s+|como,?\s+)?({item}(?:(?:\s*[,;/]|\s[ye])\s+{item})*)"
        )
        forms = [f for r in patterns.rules("saying.yml", SayingRule) if r.kind == "verb" for f in r.forms]
        verbs = "|".join(phrase_regex(f) for f in sorted(forms, key=len, reverse=True)) or "(?!)"
        self.saying_before = re.compile(rf"(?<!\w)(?:{verbs})\s+$", re.IGNORECASE)
        self.saying_after = re.compile(rf",?\s+(?:ha\s+)?(?:{verbs})(?!\w)", re.IGNORECASE)

    def gender(self, parts: tuple[str, ...]) -> str | None:
        return self.given.get(fold_name(parts[0]))

    def same_given(self, short: str, long: str) -> bool:
        """Whether one is the other or its familiar form: "Paty" and "Patricia", "Pepe" and "José"."""
        if short == long or self.nicknames.get(short) == long or self.nicknames.get(long) == short:
            return True
        return 3 <= len(short) <= 5 and len(short) < len(long) and short[:3] == long[:3]


@functools.lru_cache(maxsize=8)
def _grammar(patterns: Patterns) -> _Grammar:
    return _Grammar(patterns)


def find_people(text: str, sentences: list[Sentence], patterns: Patterns | None = None) -> list[Person]:
    """Every mention of a person, in reading order.

    Parameters
    ----------
    text:
        The document's text.
    sentences:
        Its sentences; no mention crosses one.
    patterns:
        The rules to use, the shipped ones by default.

    Returns
    -------
    Persons that never overlap. A mention spans the name and the office in apposition to it ("la alcaldesa de Rivera,
    Ana Ruiz Soto"), without a leading preposition. ``name`` is the longest form of the name in the document; None for
    an office whose holder is never named.
    """
    grammar = _grammar(patterns or shipped())
    roles = grammar.offices.find(text)
    named = list(_find_names(text, sentences, roles, grammar))
    _join_roles(text, named, roles, grammar)
    named = [n for n in named if n.rule != "person.apposed" or n.role]
    holders = _identify(text, named, grammar)
    named += _find_short_forms(text, named, roles, holders, grammar)
    people = [_person(text, n, _holder_of(n, holders, grammar), grammar) for n in named]
    taken = {id(n.role) for n in named if n.role}
    alone = [r for r in roles if id(r) not in taken and r.article and not _inside(r, people)]
    people += [_unnamed(text, role, _resolve(role, holders, grammar)) for role in alone]
    return _without_overlaps(sorted(people, key=lambda p: (p.start, -p.end)))


def _find_names(text: str, sentences: list[Sentence], roles: list[Office], grammar: _Grammar) -> Iterator[_Named]:
    """The full names: with a known given name, or capitals that something beside them makes a person."""
    titles = {place for role in roles for place in range(role.start, role.title_end)}
    for sentence in sentences:
        lists = [m.span(1) for m in grammar.place_list.finditer(text, sentence.start, sentence.end)]
        for match in _CAPITALS.finditer(text, sentence.start, sentence.end):
            found = _PART.finditer(text, match.start(), match.end())
            parts = [m.span() for m in found if m.start() not in titles]
            listed = any(start <= match.start() < end for start, end in lists)
            if not parts or (listed and not leads_to(text, roles, match.start())):
                continue
            named = _by_given_name(text, sentence, parts, roles, grammar) or _by_context(text, parts, roles, grammar)
            if named:
                yield named


def _by_given_name(
    text: str, sentence: Sentence, parts: list[tuple[int, int]], roles: list[Office], grammar: _Grammar
) -> _Named | None:
    """A known given name and what follows; capitals before it belong to an office or open the sentence."""
    words = [fold_name(text[start:end]) for start, end in parts]
    first = next((i for i, word in enumerate(words) if word in grammar.given), None)
    if first is None:
        return None
    start = parts[0][0]
    if first and text[:start].rstrip().endswith(",") and leads_to(text, roles, start):
        first = 0
    opens = first == 1 and start == sentence.start and words[0] not in grammar.starts
    if first and not opens and not leads_to(text, roles, parts[first][0]):
        return None
    named = _trim(text, parts[first:], "person.given", grammar)
    return named if named and len(named.parts) >= 2 and _is_person(text, named, roles, grammar) else None


def _by_context(text: str, parts: list[tuple[int, int]], roles: list[Office], grammar: _Grammar) -> _Named | None:
    """Capitals without a known given name: a courtesy title, an office or a verb of saying must stand beside them."""
    start, end = parts[0][0], parts[-1][1]
    window = max(0, start - 60)
    if grammar.after_courtesy.search(text, window, start):
        named = _trim(text, parts, "person.courtesy", grammar)
        return named if named and not grammar.after_place.search(text, window, named.start) else None
    opener = text[slice(*parts[0])]
    if opener[0].islower() or fold_name(opener) in grammar.starts or not 2 <= len(parts) <= 5:
        return None
    named = _trim(text, parts, "person.apposed", grammar)
    if not named or named.end != end or len(named.parts) < 2 or not _is_person(text, named, roles, grammar):
        return None
    said = grammar.saying_before.search(text, window, start) or grammar.saying_after.match(text, end)
    said = said or _AGE.match(text, end)
    if said and not re.search(r"(?<!\w)(?:el|la|los|las|del?|al|en|a)\s+$", text[window:start]):
        named.rule = "person.saying"
    return named


def _trim(text: str, parts: list[tuple[int, int]], rule: str, grammar: _Grammar) -> _Named | None:
    """Cut capitals down to a name: no office, no institution, no place joined by "de" after two surnames."""
    kept: list[tuple[int, int]] = []
    for start, end in parts[:7]:
        words = text[start:end].split()
        if kept and start - kept[-1][1] > 2:
            break
        given_so_far = all(fold_name(text[s:e]) in grammar.given for s, e in kept)
        place = len(words) == 2 and words[0] in {"de", "del"} and not given_so_far
        if fold_name(words[-1]) in grammar.words or place:
            break
        kept.append((start, end))
    if not kept:
        return None
    return _Named(kept[0][0], kept[-1][1], tuple(" ".join(text[s:e].split()) for s, e in kept), rule)


def _is_person(text: str, named: _Named, roles: list[Office], grammar: _Grammar) -> bool:
    """Not a street, school or town that bears a person's name, nor a quoted title."""
    start, end = named.start, named.end
    before, after = text[max(0, start - 60) : start], text[end : end + 1]
    if fold_name(" ".join(named.parts)) in grammar.namesakes or fold_name(named.parts[0]) in grammar.starts:
        return False
    if before.endswith("/") or (before[-1:] in _QUOTES and after in _QUOTES and before and after):
        return False
    apposed = before.rstrip().endswith(",") and leads_to(text, roles, start)
    return apposed or not grammar.after_place.search(before)


def _join_roles(text: str, named: list[_Named], roles: list[Office], grammar: _Grammar) -> None:
    """Give each name the office that stands in apposition to it, before or after; an office serves one name."""
    ends = {n.end: n for n in named}
    free = []
    for role in roles:
        apposed = _APPOSED.search(text, max(0, role.start - 60), role.start)
        bearer = next((ends[e] for e in range(role.start, role.start - 60, -1) if e in ends), None) if apposed else None
        follower = _follower(text, role, named)
        closed = not role.article or (not follower and text[role.end : role.end + 1] in set(",.;)"))
        if bearer and apposed and apposed.start() <= bearer.end and closed and not bearer.role:
            bearer.role = role
            grammar.offices.read_complement(text, role, follower.start if follower else len(text))
        else:
            free.append(role)
    for role in free:
        follower = _follower(text, role, named)
        if follower and not follower.role:
            follower.role = role
            grammar.offices.read_complement(text, role, follower.start)


def _follower(text: str, role: Office, named: list[_Named]) -> _Named | None:
    """The name that an office leads up to: "el secretario de Salud, Dr. Ruiz"."""
    for name in named:
        between = text[role.title_end : name.start]
        beside = not between.strip() or between.rstrip().endswith(",")
        if name.start >= role.title_end and (beside or name.rule != "person.apposed"):
            return name if len(between) <= REACH and joins(_TITLE.sub(" ", between)) else None
    return None


def _identify(text: str, named: list[_Named], grammar: _Grammar) -> list[_Holder]:
    """The persons of the document: mentions whose names agree are one, the longest form is the name."""
    holders: list[_Holder] = []
    for mention in sorted(named, key=lambda n: (-len(n.parts), -sum(map(len, n.parts)), n.start)):
        holder = _holder_of(mention, holders, grammar)
        if holder is None:
            surface = " ".join(text[mention.start : mention.end].split())
            holder = _Holder(mention.parts, surface, grammar.gender(mention.parts))
            holders.append(holder)
        holder.places.append(mention.start)
        if mention.role:
            holder.roles.append(mention.role)
            holder.gender = holder.gender or mention.role.gender
    return holders


def _holder_of(name: _Named, holders: list[_Holder], grammar: _Grammar) -> _Holder | None:
    """The person that a form of a name means; of several, the one last named before it."""
    fitting = [h for h in holders if _is_form_of(name.parts, h.parts, grammar)]
    before = [h for h in fitting if min(h.places) <= name.start]
    if before:
        return max(before, key=lambda h: max(p for p in h.places if p <= name.start))
    return fitting[0] if fitting else None


def _is_form_of(short: tuple[str, ...], full: tuple[str, ...], grammar: _Grammar) -> bool:
    """Whether the parts of ``short`` occur in ``full`` in order, a surname among them: "Ana Paty Peralta"."""
    there = [fold_name(part) for part in full]
    surname = next((i for i, part in enumerate(there) if i and part not in grammar.given), len(there) - 1)
    position = matched = 0
    for word in map(fold_name, short):
        while position < len(there):
            given, part = position < surname, there[position]
            position += 1
            if grammar.same_given(word, part) if given else word.split()[-1] == part.split()[-1]:
                matched += not given
                break
        else:
            return False
    return matched > 0


def _find_short_forms(
    text: str, named: list[_Named], roles: list[Office], holders: list[_Holder], grammar: _Grammar
) -> list[_Named]:
    """Surnames and shortened names of the persons found, in capitals too ("ANA RUIZ ENTREGA …")."""
    covered = {place for n in named for place in range(n.start, n.end)}
    found: list[_Named] = []
    for match in _CAPITALS.finditer(text):
        parts = [m.span() for m in _PART.finditer(text, match.start(), match.end()) if m.start() not in covered]
        runs = [parts]
        if len(parts) > 1 and text[: match.start()].rstrip(" ")[-1:] in {"", ".", "\n"}:
            runs.append(parts[1:])  # the first capital opens the sentence: "Además Ruiz Soto informó"
        for run in runs:
            short = _trim(text, run, "person.short", grammar)
            whole = short is not None and short.end == run[-1][1] and _is_person(text, short, roles, grammar)
            if short and whole and not any(_overlap(short, n) for n in found) and _holder_of(short, holders, grammar):
                found.append(short)
    return found + list(_in_capitals(text, holders, grammar))


def _in_capitals(text: str, holders: list[_Holder], grammar: _Grammar) -> Iterator[_Named]:
    """Known persons in a line of capitals, by given name and surname, the longest form first."""
    for match in _UPPERCASE.finditer(text):
        words = list(re.finditer(r"\w+", match[0]))
        taken = 0
        for index in range(len(words)):
            for size in (4, 3, 2):
                run = words[index : index + size]
                name = _Named(
                    match.start() + run[0].start(),
                    match.start() + run[-1].end(),
                    tuple(word[0].title() for word in run),
                    "person.capitals",
                )
                holder = _holder_of(name, holders, grammar) if len(run) == size and name.start >= taken else None
                if holder and grammar.same_given(fold_name(name.parts[0]), fold_name(holder.parts[0])):
                    taken = name.end
                    yield name


def _overlap(one: _Named, other: _Named) -> bool:
    return one.start < other.end and other.start < one.end


def _resolve(role: Office, holders: list[_Holder], grammar: _Grammar) -> _Holder | None:
    """The person whom an office alone means: of those who may hold it, that last named before, else the first after."""
    fitting = [h for h in holders if any(grammar.offices.may_be(role, held) for held in h.roles)]
    fitting = [h for h in fitting if not (role.gender and h.gender) or role.gender == h.gender]
    same = [h for h in fitting if any(held.kind == role.kind for held in h.roles)]
    for group in (same, fitting):
        before = [h for h in group if min(h.places) < role.start]
        if before:
            return max(before, key=lambda h: max(p for p in h.places if p < role.start))
    after = same or fitting
    return min(after, key=lambda h: min(h.places)) if after else None


def _inside(role: Office, people: list[Person]) -> bool:
    return any(p.start < role.end and role.start < p.end for p in people)


def _with_courtesy(text: str, start: int, grammar: _Grammar) -> int:
    """Where a name starts with its title and article: "el Dr. Ruiz"."""
    title = grammar.after_courtesy.search(text, max(0, start - 40), start)
    if not title:
        return start
    article = _ARTICLE.search(text, max(0, start - 60), title.start())
    return article.start() if article else title.start()


def _person(text: str, named: _Named, holder: _Holder | None, grammar: _Grammar) -> Person:
    role = named.role
    start = min(named.start, role.start) if role else _with_courtesy(text, named.start, grammar)
    end = max(named.end, role.end) if role else named.end
    known = role or (holder.roles[0] if holder and holder.roles else None)
    name = holder.surface if holder else " ".join(named.parts)
    title = known.text if known else None
    return Person(start, end, text[start:end], named.rule, name, title, known.institution if known else None)


def _unnamed(text: str, role: Office, holder: _Holder | None) -> Person:
    name = holder.surface if holder else None
    institution = (
        role.institution or next((r.institution for r in holder.roles if r.institution), None) if holder else None
    )
    return Person(
        role.start, role.end, text[role.start : role.end], role.rule, name, role.text, institution or role.institution
    )


def _without_overlaps(people: list[Person]) -> list[Person]:
    kept: list[Person] = []
    for person in people:
        if not kept or person.start >= kept[-1].end:
            kept.append(person)
    return kept
