"""Names and speech in quotation marks of every shape that releases use.

The Spanish order of marks is « » “ ” ‘ ’ (RAE, *Ortografía* 2010, III 3.4.8.2.1); releases also use straight marks, a
closing mark on both sides, and the asterisks and underscores of chat formatting.
"""

from __future__ import annotations

import bisect
import re
from typing import NamedTuple

from extract.mentions import Block

#: Each shape with the marks of which it needs one.
_SHAPES = (
    ("“”„", r"[“”„]\s?(?P<a>[^“”„\n]{2,200}?)\s?[”“]"),
    ("«", r"«\s?(?P<b>[^«»]{2,200}?)\s?»"),
    ("‘’´`", r"(?<!\w)[‘’´`](?P<c>[^‘’´`\n]{2,120}?)[’´‘'](?!\w)"),
    ('"', r"(?<!\w)\"\s?(?P<d>[^\"\n]{2,200}?)\s?\""),
    ("'", r"(?<!\w)''?(?P<e>[^'\n]{2,120}?)''?(?!\w)"),
    ("*_", r"(?<!\w)[*_]{1,2}(?P<f>[^*_\n]{2,120}?)[*_]{1,2}(?!\w)"),
)
_DRESS = " *_\"“”«»'‘’,.;:"


class Quoted(NamedTuple):
    """A stretch in quotation marks: offsets of the whole with its marks, and the text inside without any."""

    start: int
    end: int
    inside: str


def find_quoted(text: str, blocks: list[Block]) -> list[Quoted]:
    """The short quoted stretches of a text in reading order, none inside or across another.

    Marks inside marks (``_"Name"_``) are one stretch. Nothing longer than 200 characters is found: that is speech.
    """
    found: list[Quoted] = []
    shapes = _shapes(text)
    for block in blocks:
        taken: list[tuple[int, int]] = []  # sorted, none overlapping another
        for shape in shapes:
            for match in shape.finditer(text, block.start, block.end):
                at = bisect.bisect_left(taken, match.span())
                free_before = at == 0 or taken[at - 1][1] <= match.start()
                if free_before and (at == len(taken) or match.end() <= taken[at][0]):
                    taken.insert(at, match.span())
                    start, end = _with_outer_marks(text, match.start(), match.end())
                    inside = next(group for group in match.groups() if group is not None)
                    found.append(Quoted(start, end, " ".join(inside.strip(_DRESS).split())))
    return sorted(quoted for quoted in found if quoted.inside)


def _with_outer_marks(text: str, start: int, end: int) -> tuple[int, int]:
    while start > 0 and end < len(text) and text[start - 1] in "*_" and text[end] in "*_":
        start, end = start - 1, end + 1
    return start, end


def _shapes(text: str) -> list[re.Pattern[str]]:
    """The shapes that a text can hold."""
    used = [shape for marks, shape in _SHAPES if any(mark in text for mark in marks)]
    return [re.compile(shape) for shape in used]  # re keeps compiled expressions
