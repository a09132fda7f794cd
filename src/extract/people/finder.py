"""Persons: by full name, short form or office, each resolved to the name that the document first gives in full.

Names are found by grammar and data, not by a model: given names, courtesy titles, an office in apposition, a verb of
saying. Offices alone ("la alcaldesa") and short forms ("González Cruz") are then resolved within the document.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right

from extract.mentions import Person, Sentence
from extract.patterns import Patterns, shipped
from extract.people.grammar import WINDOW, Named, PersonGrammar, person_grammar
from extract.people.holders import Holder, Holders
from extract.people.names import NameReader
from extract.people.offices import REACH, Office, OfficeIndex, joins

_APPOSED = re.compile(
    r"(?:\s*\([^()\n]*\))?\s*,\s+(?:(?:el|la|actual|nuev[oa]|como|quien\s+es|un[oa]\s+de\s+l[oa]s)\s+)*$"
)
_ARTICLE = re.compile(r"(?<!\w)(?:el|la)\s+$", re.IGNORECASE)
_JOINT = re.compile(
    r"(?:\s+(?:primer[oa]|segund[oa]|tercer[oa]))?(?:\s+del?\s[^,.;:]{1,60}?)?,?\s+y\s+(?:(?:también|actual|a\s+la\s+vez)\s+)?"
)
#: Ranks and titles that stand between an office and a name.
_RANKS = {"commander", "authority", "title", "expert"}
#: What somebody is, beside the name: "el patrullero Ruiz", "la también escritora Paz" (NGLE 12.9).
_NOUN_APPOSED = re.compile(
    r"(?<!\w)(?:el|la)\s+(?:(?:también|entonces|joven|señor|señora)\s+)?"
    r"(?!(?:caso|tema|asunto|dúo|pareja|familia|firma|marca|línea|nave|plataforma|entidad|provincia|localidad|capital|región)\s)[a-záéíóúñü]{4,}\s+$",
    re.IGNORECASE,
)
_LISTED = re.compile(
    r"\s*,?\s+(?:y|e|así\s+como)\s+(?:(?:del?|por)\s+)?(?:(?:el|la)\s+)?|\s*[,;]\s+(?:(?:del?|por)\s+)?(?:(?:el|la)\s+)?"
)
#: What an office of somebody else begins with.
_AND_THE = re.compile(r"\s(?:y|e)\s+(?:el|la)\s$", re.IGNORECASE)
#: A paragraph is not read further back than this.
_PARAGRAPH = 2000
_STOP = re.compile(r"[.!?…;:][\"”»’')]*$")


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
    grammar = person_grammar(patterns or shipped())
    offices = OfficeIndex(text, grammar.offices.find(text))
    reader = NameReader(text, offices, grammar)
    named = sorted(reader.find(sentences), key=lambda n: n.start)
    _join_roles(text, named, offices.all, grammar)
    named = [n for n in named if n.rule != "person.apposed" or n.role]
    _set_aside(text, named, grammar)
    joint = {id(n): first for n in named if (first := _joint_office(text, n, offices.all))}
    holders = Holders(text, named, grammar)
    for name in named:
        start = name.start if name.role else _with_courtesy(text, name.start, grammar)
        held = grammar.offices.presided(text, start) or grammar.offices.titled(text, start, name.start)
        for office in () if name.role else held:
            holders.give(name, office)
    covered = {place for n in named for place in range(n.start, n.end)}
    short = list(holders.short_forms(covered, reader.is_person))
    holders.note(short)
    named += short
    for name in named:
        if first := joint.get(id(name)):
            holders.give(name, first)
            if name.role and name.role.kind in _RANKS:
                name.role.start = first.start
    taken = {id(n.role) for n in named if n.role} | {id(first) for first in joint.values()}
    people = [_person(text, n, holders.of(n), grammar) for n in named]
    people += _unnamed(text, [role for role in offices.all if id(role) not in taken], sentences, holders, grammar)
    return _without_overlaps(people)


def _join_roles(text: str, named: list[Named], roles: list[Office], grammar: PersonGrammar) -> None:
    """Give each name the office that stands in apposition to it, before or after; an office serves one name."""
    ends = {n.end: n for n in named}
    starts = [n.start for n in named]
    free = []
    for role in roles:
        follower = _follower(text, role, named, starts, roles, grammar)
        bearer = _bearer(text, role, ends, follower is not None)
        closed = not role.article or (not follower and text[role.end : role.end + 1] in set(",.;)"))
        if bearer and closed and not bearer.role:
            bearer.role = role
            grammar.offices.read_complement(text, role, follower.start if follower else len(text), True)
        else:
            free.append(role)
    for role in free:
        follower = _follower(text, role, named, starts, roles, grammar)
        if follower and not follower.role:
            follower.role = role
            grammar.offices.read_complement(text, role, follower.start, True)


def _bearer(text: str, role: Office, ends: dict[int, Named], followed: bool) -> Named | None:
    """The name that an office stands behind: "Ana Ruiz, directora del DIF", "Ana Ruiz Directora del DIF"."""
    apposed = _APPOSED.search(text, max(0, role.start - WINDOW), role.start)
    places = range(role.start, role.start - WINDOW, -1) if apposed else ()
    bearer = next((ends[place] for place in places if place in ends), None)
    if bearer and apposed and apposed.start() <= bearer.end:
        return bearer
    bare = not role.article and not followed and text[role.start].isupper() and text[role.start - 1].isspace()
    return ends.get(role.start - 1) if bare else None


def _set_aside(text: str, named: list[Named], grammar: PersonGrammar) -> None:
    """Mark who is brought in beside somebody else, and those joined to them: "acompañado por A, B y C".

    So is who is named in what somebody says: "“Nuestro alcalde Luis Paz …”, detalló la autoridad".
    """
    end, aside = 0, False
    for name in named:
        start = min(name.role.start, name.start) if name.role else _with_courtesy(text, name.start, grammar)
        joined = aside and _LISTED.fullmatch(text, end, start)
        aside = bool(joined or grammar.aside.search(text, max(0, start - WINDOW), start))
        name.aside = aside or _is_quoted(text, start)
        end = max(name.end, name.role.end) if name.role else name.end


def _is_quoted(text: str, place: int) -> bool:
    """Whether a quotation of its paragraph is open at a place."""
    paragraph = text[text.rfind("\n", max(0, place - _PARAGRAPH), place) + 1 : place]
    return any(paragraph.rfind(opening) > paragraph.rfind(closing) for opening, closing in ("“”", "«»"))


def _joint_office(text: str, named: Named, roles: list[Office]) -> Office | None:
    """The office that "y" joins to that of a name: "la vicealcaldesa y concejala de Obras, Ana Ruiz"."""
    role = named.role
    if role is None or role.article or role.start >= named.start:
        return None
    index = bisect_left(roles, role.start, key=lambda office: office.start) - 1
    first = roles[index] if index >= 0 else None
    if first is None or not first.article:
        return None
    joined = _JOINT.fullmatch(text, first.title_end, role.start)
    rank = text[first.end : role.start].strip() == "," and role.kind in _RANKS  # "el director de Obras, capitán Ruiz"
    return first if joined or rank else None


def _follower(
    text: str, role: Office, named: list[Named], starts: list[int], roles: list[Office], grammar: PersonGrammar
) -> Named | None:
    """The name that an office leads up to: "el secretario de Salud, Dr. Ruiz".

    It leads across no further person: "el ministro Sol y la alcaldesa de Ríos, Ana Ruiz".
    """
    for name in named[bisect_left(starts, role.title_end) : bisect_right(starts, role.title_end + REACH)]:
        between = text[role.title_end : name.start]
        beside = not between.strip() or between.rstrip().endswith(",")
        if beside or name.rule != "person.apposed":
            further = roles[bisect_right(roles, role.start, key=_start) : bisect_left(roles, name.start, key=_start)]
            parted = any(_AND_THE.search(text[role.title_end : other.start + 3]) for other in further)
            title = grammar.before_name.search(text, role.title_end, name.start)
            return name if not parted and joins(text[role.title_end : title.start() if title else name.start]) else None
    return None


def _start(office: Office) -> int:
    return office.start


def _with_courtesy(text: str, start: int, grammar: PersonGrammar) -> int:
    """Where a name starts with its title and article: "el Dr. Ruiz"."""
    title = grammar.after_courtesy.search(text, max(0, start - 40), start)
    if not title:
        apposed = _NOUN_APPOSED.search(text, max(0, start - WINDOW), start)
        return apposed.start() if apposed else start
    article = _ARTICLE.search(text, max(0, start - WINDOW), title.start())
    return article.start() if article else title.start()


def _person(text: str, named: Named, holder: Holder | None, grammar: PersonGrammar) -> Person:
    role = named.role
    titled = _with_courtesy(text, named.start, grammar)
    start = min(titled, role.start) if role else titled
    end = max(named.end, role.end) if role else named.end
    known = role or (holder.roles[0] if holder and holder.roles else None)
    name = holder.surface if holder else " ".join(named.parts)
    title = known.text or None if known else None
    return Person(start, end, text[start:end], named.rule, name, title, known.institution if known else None)


def _unnamed(
    text: str, roles: list[Office], sentences: list[Sentence], holders: Holders, grammar: PersonGrammar
) -> list[Person]:
    """Offices alone that point at one person: with an article, or beside a verb of saying in a headline."""
    people = []
    starts = [sentence.start for sentence in sentences]
    for role in roles:
        sentence = sentences[bisect_right(starts, role.start) - 1]
        if not role.article and not _heads_a_line(text, role, sentence, grammar):
            continue
        holder = holders.in_office(role, known_before=role.vague)
        if role.vague and not holder:
            continue
        if holder and not grammar.aside.search(text, max(0, role.start - WINDOW), role.start):
            holder.mention(role.start)
        people.append(_in_office(text, role, holder))
    return people


def _in_office(text: str, role: Office, holder: Holder | None) -> Person:
    held = next((r.institution for r in holder.roles if r.institution), None) if holder else None
    surface = text[role.start : role.end]
    name = holder.surface if holder else None
    return Person(role.start, role.end, surface, role.rule, name, role.text, role.institution or held)


def _heads_a_line(text: str, role: Office, sentence: Sentence, grammar: PersonGrammar) -> bool:
    """Whether a headline lets this office speak without an article: "Destaca alcalde obras", "Obras: alcalde"."""
    if _STOP.search(sentence.surface) or role.title_end > sentence.end:
        return False
    window = max(sentence.start, role.start - WINDOW)
    said_before = grammar.said_before(text, window, role.start)
    says_after = role.start == sentence.start and grammar.says_after(text, role.end)
    before_colon = role.start == sentence.start and text[role.end : role.end + 1] == ":"
    after_colon = role.end == sentence.end and text[window : role.start].rstrip().endswith(":")
    return bool(said_before or says_after or before_colon or after_colon)


def _without_overlaps(people: list[Person]) -> list[Person]:
    """The mentions in order; of two that overlap, the named one, else the first and longest."""
    kept: list[Person] = []
    for person in sorted(people, key=lambda p: (p.start, -p.end)):
        if not kept or person.start >= kept[-1].end:
            kept.append(person)
        elif kept[-1].rule.startswith("role.") and not person.rule.startswith("role."):
            kept[-1] = person
    return kept
