"""One figure told twice: the headline rounds what the body says in full.

A sum over the records must not count such a figure twice, so the poorer statement points at the fuller one.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from decimal import ROUND_HALF_UP, Decimal

from extract.folding import fold
from extract.links.further_figures import is_another, is_goal_of_other, tells_of_each
from extract.links.linker import SCORED, Links
from extract.mentions import Mention, Mentions, Period, Sentence

#: A rounded statement is at most this much below or above the full one.
_ROUNDING = Decimal("0.05")
#: A headline with its subtitles and bullets has no more figures; what has is a table.
_HEADLINE_FIGURES = 100
#: A place that a statement is about.
_PLACE = re.compile(
    r"\b[Ee]n\s+(?:(?:el|la)\s+(?:municipio|distrito|provincia|comuna|cant[óo]n|ciudad|colonia|barrio)\s+(?:de\s+)?)?"
    r"((?:[A-ZÁÉÍÓÚÑ]\w+\s?)+)"
)
#: The name that a figure in brackets stands behind: "Saraguro (40)".
_BRACKETED = re.compile(r"([A-ZÁÉÍÓÚÑ]\w+)\s+\(\Z")
#: How far back, in characters, that name is sought.
_NAME_REACH = 40
#: A headline that names the counted in other words keeps at least this many digits of the figure.
_KEPT_DIGITS = 2
#: From this size on an equal number of differently named people, or in a headline of anything, is the same figure.
_TELLING = 1000
#: From this size on one digit is enough for a headline in other words ("3 millones de hogares").
_HUGE = 1_000_000
#: Words for people in general, and names of inhabitants by their ending: they name one crowd in many ways.
_PEOPLE = re.compile(
    r"(?:personas?|ciudadan[oa]s?|habitantes?|residentes?|vecin[oa]s?|poblador[ea]s?|usuari[oa]s?|beneficiari[oa]s?"
    r"|asistentes?|visitantes?|\w{3,}enses?|\w{3,}eñ[oa]s?)"
)
#: What is more probable than not is taken for the figure's own.
_LIKELY = 0.5
#: How many earlier statements of one number and noun are looked at: a document has no more that differ.
_LOOKED_AT = 8


def find_restatements(text: str, mentions: Mentions, links: Sequence[Links]) -> dict[int, int]:
    """For each restated figure, the position in ``links`` of the fuller statement of it.

    Parameters
    ----------
    text, mentions:
        The document and all that was found in it.
    links:
        The linked quantities of the document, in reading order.

    Returns
    -------
    Position of the poorer statement (headline, subtitle, bullet of the head, or a later repetition) to position of the
    fuller one. Chains are resolved: a value is never itself a key.
    """
    body = next((block.start for block in mentions.blocks if block.kind == "paragraph"), 0)
    homes = [_home(one, mentions.sentences) for one in links]
    eligible = [i for i, one in enumerate(links) if not is_another(text, one)]
    first_in_body = bisect_right(links, body - 1, key=lambda one: one.quantity.start)
    fuller = _told_in_full(links, [i for i in eligible if i >= first_in_body], homes, mentions)
    in_full = [i for i in eligible if i >= first_in_body and i not in fuller]
    in_head = [i for i in eligible if i < first_in_body][:_HEADLINE_FIGURES]
    for poor in in_head:
        earlier = [i for i in in_head if i < poor and i not in fuller and homes[i] != homes[poor]]
        full = _fullest(links, poor, in_full) if in_full else None
        full = full if full is not None else _fullest(links, poor, earlier)
        if full is not None:
            fuller[poor] = full
    return fuller


def _told_in_full(
    links: Sequence[Links], body: Sequence[int], homes: Sequence[int], mentions: Mentions
) -> dict[int, int]:
    """The figures of the body that repeat one before them, in the same or in other words for people."""
    fuller: dict[int, int] = {}
    seen: dict[tuple[object, ...], list[int]] = defaultdict(list)
    for poor in body:
        for key in (keys := _keys(links[poor])):
            full = next(
                (
                    i
                    for i in seen[key][:_LOOKED_AT]
                    if homes[i] != homes[poor] and _told_of_the_same(links, i, poor, homes, mentions)
                ),
                None,
            )
            if full is not None:
                fuller[poor] = full
                break
        else:
            for key in keys:
                seen[key].append(poor)
    return fuller


def _keys(one: Links) -> list[tuple[object, ...]]:
    """What a repetition shares with the figure before: number, unit and a word for what is counted."""
    q = one.quantity
    number = (q.kind, q.unit, q.value, q.value_upper)
    # Whole percentages meet by chance (25 of this, 25 of that), sums and measures hardly.
    if q.kind != "count" and q.value >= 10 and (q.kind != "percentage" or q.value % 1):
        return [number]
    words = _stems(one)
    if q.kind == "count" and q.value >= _TELLING and _PEOPLE.fullmatch(_head(one)):
        words = {*words, "people"}
    return [(*number, word) for word in sorted(words)] or [(*number, None)]


def _told_of_the_same(links: Sequence[Links], full: int, poor: int, homes: Sequence[int], mentions: Mentions) -> bool:
    """Whether nothing sets two statements of the body apart: place, time, program, rows, what each has, a goal."""
    one, other = links[full], links[poor]
    for name in ("program", "period"):
        here, there = getattr(one, name), getattr(other, name)
        if here is not None and there is not None and _identity(here) != _identity(there):
            return False
    first, second = mentions.sentences[homes[full]], mentions.sentences[homes[poor]]
    if all(mentions.blocks[sentence.block].kind in {"bullet", "row"} for sentence in (first, second)):
        return False
    if tells_of_each(other, second) or is_goal_of_other(one, other, second):
        return False
    names = [_bracketed_name(one, first), _bracketed_name(other, second)]
    if all(names) and names[0] != names[1]:
        return False
    places = [{place.strip() for place in _PLACE.findall(sentence.surface)} for sentence in (first, second)]
    return not (all(places) and places[0].isdisjoint(places[1]))


def _bracketed_name(one: Links, home: Sentence) -> str | None:
    """The name whose figure this is, where it stands in brackets behind it."""
    at = one.quantity.start - home.start
    found = _BRACKETED.search(home.surface[max(0, at - _NAME_REACH) : at])
    return found[1] if found else None


def _identity(mention: Mention) -> object:
    return getattr(mention, "name", None) or (getattr(mention, "first", None), getattr(mention, "last", None))


def _fullest(links: Sequence[Links], poor: int, candidates: Iterable[int]) -> int | None:
    """The statement that tells a headline's figure in full: of the likeliest sort, the first."""
    best: tuple[int, int] | None = None
    for full in candidates:
        rank = _likeness(links[poor], links[full])
        if rank is not None and (best is None or rank < best[0]):
            best = (rank, full)
            if rank == 0:
                break
    return best[1] if best is not None else None


def _home(one: Links, sentences: Sequence[Sentence]) -> int:
    return bisect_right(sentences, one.quantity.start, key=lambda sentence: sentence.start) - 1


def inherit(mentions: Mentions, links: Sequence[Links], fuller: Mapping[int, int]) -> list[Links]:
    """The links again, a figure told twice with one program, agency and period.

    What the sentence of either statement names holds for both; where both name one, what a headline says yields to
    the surer, and a time to a likely one within it. A headline has no room to name them: where neither does, it has
    what its fuller statement has.
    """
    body = next((block.start for block in mentions.blocks if block.kind == "paragraph"), 0)
    inherited = list(links)
    for poor, full in fuller.items():
        for name in SCORED:
            one, other = inherited[poor], inherited[full]
            source = _told_by(one, other, name, mentions, in_head=one.quantity.start < body)
            if source is one:
                inherited[full] = _with_link_of(one, other, name)
            elif source is other:
                inherited[poor] = _with_link_of(other, one, name)
    return inherited


def _told_by(one: Links, other: Links, name: str, mentions: Mentions, *, in_head: bool) -> Links | None:
    """The statement whose program, agency or period holds for both; None where each keeps its own."""
    own, others = (_names_itself(getattr(side, name), _home_of(side, mentions)) for side in (one, other))
    if own and others:
        likely = other.probabilities[name] >= _LIKELY
        if in_head and likely and name == "period" and _is_within(other.period, one.period):
            return other
        surer = one if one.probabilities[name] > other.probabilities[name] else other
        return surer if in_head else None
    if own:
        return one
    return other if others or (in_head and getattr(other, name) is not None) else None


def _is_within(narrow: Period | None, wide: Period | None) -> bool:
    """Whether a time is a part of another: "entre enero y mayo", "este año"; a day is that of an event.

    One without a beginning names the other too: "hasta mayo de este año", not "a la fecha".
    """
    if narrow is None or wide is None or narrow.kind == "day":
        return False
    first = wide.first if narrow.first is None and fold(wide.surface) in fold(narrow.surface) else narrow.first
    days = [day for day in (wide.first, first, narrow.last, wide.last) if day is not None]
    return len(days) == 4 and days == sorted(days) and (wide.first, wide.last) != (first, narrow.last)


def _with_link_of(source: Links, target: Links, name: str) -> Links:
    """A figure with the program, agency or period of its other statement, and how sure that is."""
    probabilities = {**target.probabilities, name: source.probabilities[name]}
    return replace(target, **{name: getattr(source, name), "probabilities": probabilities})


def _home_of(one: Links, mentions: Mentions) -> Sentence:
    return mentions.sentences[_home(one, mentions.sentences)]


def _names_itself(mention: Mention | None, home: Sentence) -> bool:
    return mention is not None and home.start <= mention.start < home.end


def _likeness(one: Links, other: Links) -> int | None:
    """How a headline's figure is told by another: 0 same words and number, 1 rounded, 2 and 3 in other words."""
    a, b = one.quantity, other.quantity
    if (a.kind, a.unit) != (b.kind, b.unit) or a.value_upper != b.value_upper:
        return None
    same_noun = _same_noun(one, other)
    if a.value == b.value:
        # Small numbers repeat by chance; a figure told twice has a size, or the same words.
        if same_noun or (a.kind != "count" and a.value >= 10):
            return 0
        return 2 if a.value >= _TELLING else None
    if not _rounds(a.value, b.value):
        return None
    if same_noun or a.kind != "count":
        return 1
    return 3 if _keeps_digits(a.value, b.value) else None


def _rounds(short: Decimal, full: Decimal) -> bool:
    """Whether ``short`` is ``full`` with the last digits dropped or rounded."""
    if full <= 100:
        whole = short == short.to_integral_value() and full != full.to_integral_value()
        return whole and full.to_integral_value(ROUND_HALF_UP) == short
    return len(_significant(short)) < len(_significant(full)) and abs(full - short) <= full * _ROUNDING


def _keeps_digits(short: Decimal, full: Decimal) -> bool:
    """Whether ``short`` has enough digits of ``full``: 416 mil for 416 mil 192, 12 mil for 11 mil 870."""
    kept = len(_significant(short))
    unit = Decimal(10) ** (len(str(int(short))) - kept)
    dropped = int(full // unit * unit) == int(short)
    rounded = int((full / unit).to_integral_value(ROUND_HALF_UP) * unit) == int(short)
    return (kept >= _KEPT_DIGITS or short >= _HUGE) and (dropped or rounded)


def _significant(value: Decimal) -> str:
    return str(int(value)).rstrip("0")


def _same_noun(one: Links, other: Links) -> bool:
    if one.item is None or other.item is None:
        return one.item is other.item
    return bool(_stems(one) & _stems(other))


def _head(one: Links) -> str:
    return one.item.surface.lower().split()[0] if one.item is not None else ""


def _stems(one: Links) -> set[str]:
    """The words of the noun phrase without case, accents and plural; short ones join nothing."""
    words = fold(one.item.surface).split() if one.item is not None else []
    return {word.rstrip("s").rstrip("e") for index, word in enumerate(words) if index == 0 or len(word) > 3}
