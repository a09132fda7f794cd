"""A week, month or quarter that a headline points at and the body names: "Atienden a 300 en la semana"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from extract.periods.contexts import Found
from extract.periods.pointers import told
from extract.periods.readings import Reading

#: Weeks that are themselves counted from the publication, and times that are only compared with: they tell none.
_TELLS_NO_TIME = ("period.week.", "period.comparison")


def told_in_body(text: str, found: Sequence[Found], readings: Sequence[Reading]) -> list[Found]:
    """The expressions, each with its reading; what the headline points at is the first such time of the body.

    If the body names the running one, that is meant.
    """
    title_end = text.find("\n", len(text) - len(text.lstrip()))
    resolved = list(found)
    for at, (pointer, reading) in enumerate(zip(found, readings, strict=True)):
        if pointer.end > title_end:
            break
        if _points_ahead(reading):
            behind = [f.interval for f in found[at + 1 :] if not f.rule.startswith(_TELLS_NO_TIME)]
            if pointer.interval in behind:
                continue
            resolved[at] = replace(pointer, interval=told(replace(reading, named=tuple(reversed(behind)))))
    return resolved


def _points_ahead(reading: Reading) -> bool:
    """Whether an expression means a time that is named elsewhere; a plan means the running one.

    On the first days of a week "esta semana" may be the one gone by: there is little to tell of the running one.
    """
    if reading.published is None or reading.lean == "future" or "only" in reading.rule.args:
        return False
    return reading.rule.resolve == "told" or reading.today.weekday() < reading.number("told_before", 0)
