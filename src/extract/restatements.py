"""One figure told twice: the headline rounds what the body says in full.

A sum over the records must not count such a figure twice, so the poorer statement points at the fuller one.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import replace
from decimal import Decimal

from extract.folding import fold
from extract.links import Links
from extract.mentions import Mention, Mentions, Sentence

#: A rounded statement is at most this much below or above the full one.
_ROUNDING = Decimal("0.05")
#: What sets a figure apart from the same figure before.
_OTHER = re.compile(r"\botr[oa]s\s+$", re.IGNORECASE)
#: A headline that names the counted in other words keeps at least this many digits of the figure.
_KEPT_DIGITS = 2


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
    # "otros 100 euros" are other euros than the 100 before.
    others = {
        i for i, one in enumerate(links) if _OTHER.search(text[max(0, one.quantity.start - 12) : one.quantity.start])
    }
    fuller: dict[int, int] = {}
    for poor, one in enumerate(links):
        head = one.quantity.start < body
        for full, other in enumerate(links):
            if full == poor or full in fuller or homes[full] == homes[poor] or {full, poor} & others:
                continue
            fit_to_be_full = full < poor or (head and other.quantity.start >= body)
            if fit_to_be_full and _same_figure(one, other, rounded=head):
                fuller[poor] = full
                break
    return fuller


def _home(one: Links, sentences: Sequence[Sentence]) -> int:
    return bisect_right(sentences, one.quantity.start, key=lambda sentence: sentence.start) - 1


def inherit(mentions: Mentions, links: Sequence[Links], fuller: Mapping[int, int]) -> list[Links]:
    """The links again, a headline's figure with the program, agency and period of its fuller statement in the body.

    A headline has no room to name them; what its own sentence names stays.
    """
    body = next((block.start for block in mentions.blocks if block.kind == "paragraph"), 0)
    inherited = list(links)
    for poor, full in fuller.items():
        one, other = links[poor], links[full]
        if one.quantity.start >= body:
            continue
        home = mentions.sentences[_home(one, mentions.sentences)]
        taken = {
            name: getattr(other, name)
            for name in ("program", "agency", "period")
            if getattr(other, name) is not None and not _names_itself(getattr(one, name), home)
        }
        inherited[poor] = replace(one, **taken)
    return inherited


def _names_itself(mention: Mention | None, home: Sentence) -> bool:
    return mention is not None and home.start <= mention.start < home.end


def _same_figure(one: Links, other: Links, *, rounded: bool) -> bool:
    """Same kind, unit and noun, and the same value; a headline's value may be rounded."""
    a, b = one.quantity, other.quantity
    if (a.kind, a.unit) != (b.kind, b.unit) or a.value_upper != b.value_upper:
        return False
    same_noun = a.kind != "count" or _same_noun(one, other)
    if a.value == b.value:
        # Small numbers repeat by chance; a figure told twice has a size, or the same words.
        return same_noun and (a.value >= 10 or _same_noun(one, other))
    if not rounded or b.value <= 100:
        return False
    # A headline may also name the counted otherwise, but then its digits must open those of the full figure.
    return _rounds(a.value, b.value) and (same_noun or _truncates(a.value, b.value))


def _rounds(short: Decimal, full: Decimal) -> bool:
    """Whether ``short`` is ``full`` with the last digits dropped or rounded."""
    return len(_significant(short)) < len(_significant(full)) and abs(full - short) <= full * _ROUNDING


def _truncates(short: Decimal, full: Decimal) -> bool:
    """Whether ``short`` is ``full`` with digits dropped, at least two of them kept: 416 mil for 416 mil 192."""
    kept = _significant(short)
    return len(kept) >= _KEPT_DIGITS and _significant(full).startswith(kept) and int(short) <= int(full)


def _significant(value: Decimal) -> str:
    return str(int(value)).rstrip("0")


def _same_noun(one: Links, other: Links) -> bool:
    if one.item is None or other.item is None:
        return one.item is other.item
    return _stem(one.item.surface) == _stem(other.item.surface)


def _stem(phrase: str) -> str:
    """The head of a noun phrase without case, accents and plural."""
    words = fold(phrase).split()
    return words[0].rstrip("s").rstrip("e") if words else ""
