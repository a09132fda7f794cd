"""Two releases in one file: a further headline with its own dateline begins a further release."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace
from itertools import accumulate

from extract.mentions import Block
from extract.readers.content import Content
from extract.readers.dateline import find_dateline
from extract.readers.headline import is_furniture
from extract.sentences import find_blocks

#: A dateline stands within this many characters of the start of its line, and its year is written out.
_REACH = 160
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
#: Headlines and subtitles above a dateline, besides bullets and bulletin numbers.
_MOST_HEADLINES = 3
#: Blocks above a dateline among which its headline is looked for.
_MOST_ABOVE = 40
#: A release says something under its dateline; a date and a signature at the foot of one do not.
_LEAST_BODY = 120
_FULL_STOP = re.compile(r"[.!?…][\"”»'’)]*$")
_LETTER = re.compile(r"[^\W\d_]")


def split_releases(content: Content) -> list[Content]:
    """The content of each release in a file's content, in order.

    A further release begins where, after at least one paragraph, a headline is followed by a dateline with place and
    full date and by more text, and the first release has such a dateline too. Anything less stays one release.

    Parameters
    ----------
    content:
        What a reader gave.

    Returns
    -------
    The content itself where it holds one release. Otherwise the first one keeps the file's own headline and all of the
    file's offsets; of the others only date and address of the file are kept.
    """
    starts = _starts(content.text)
    if not starts:
        return [content]
    ends = [*starts, len(content.text)]
    first = replace(content, text=content.text[: starts[0]])
    others = [_piece(content, start, end) for start, end in zip(starts, ends[1:], strict=True)]
    return [replace(first, page_starts=tuple(page for page in content.page_starts if page < starts[0])), *others]


def _piece(content: Content, start: int, end: int) -> Content:
    # Pages that begin before the piece all begin at its start, so that its pages keep their numbers.
    pages = tuple(max(page - start, 0) for page in content.page_starts if page < end)
    return Content(
        content.text[start:end],
        content.encoding,
        published=content.published,
        url=content.url,
        page_starts=pages,
    )


def _starts(text: str) -> list[int]:
    """Offsets at which the second and each later release begins."""
    candidates = [match.start() for match in re.finditer(r"[^\n]+", text) if _is_dateline(match.group())]
    if len(candidates) < 2:
        return []
    blocks = find_blocks(text)
    ends = [block.end for block in blocks]
    positions = [bisect_right(ends, offset) for offset in candidates]
    if _headline_above(blocks, positions[0]) is None:
        return []
    said = _lengths(blocks)
    starts, body = [], positions[0]
    for position in positions[1:]:
        headline = _headline_above(blocks, position)
        if headline is None or headline <= body or said[headline] - said[body] < _LEAST_BODY:
            continue
        if said[-1] - said[position] >= _LEAST_BODY:
            starts.append(blocks[headline].start)
            body = position
    return starts


def _is_dateline(line: str) -> bool:
    head = line[:_REACH]
    if not _YEAR.search(head):
        return False
    found = find_dateline(head)
    return found is not None and found.place is not None and found.published is not None


def _headline_above(blocks: Sequence[Block], position: int) -> int | None:
    """The first block of the headlines above a dateline's block, or None where there are none."""
    first, headlines = None, 0
    for index in range(position - 1, max(position - _MOST_ABOVE, 0) - 1, -1):
        block = blocks[index]
        if is_furniture(block.surface):
            first = index if headlines else first
        elif block.kind == "bullet":
            if headlines:
                break
        elif headlines < _MOST_HEADLINES and _is_headline(block.surface):
            first, headlines = index, headlines + 1
        else:
            break
    return first


def _is_headline(surface: str) -> bool:
    return len(surface) <= 300 and _LETTER.search(surface) is not None and not _FULL_STOP.search(surface)


def _lengths(blocks: Sequence[Block]) -> list[int]:
    """For each block the characters of all paragraphs before it; at the end those of all."""
    lengths = (len(block.surface) if _FULL_STOP.search(block.surface) else 0 for block in blocks)
    return [0, *accumulate(lengths)]
