"""Mails passed on: the lines that a mail program puts before the message, and its quotation marks."""

from __future__ import annotations

import datetime as dt
import re
from typing import NamedTuple

from extract.readers.dateline import find_dateline
from extract.readers.headline import find_title

_FIELD = (
    r"[*_]?(?:de|from|fecha|date|enviad[oa](?: el)?|sent|para|to|asunto|subject|cc|responder a|reply-to)[*_]?\s?:[*_]?"
)
#: A rule with or without words, and at least two of the message's own header lines.
_HEAD = re.compile(
    rf"^[>\s]*(?:[-_]{{3,}}[^\n]{{0,40}}\n\s*)?(?:[>\s]*{_FIELD}[^\n]*\n){{2,}}", re.IGNORECASE | re.MULTILINE
)
_SENT = re.compile(
    r"^[>\s]*[*_]?(?:fecha|date|enviad[oa](?: el)?|sent)[*_]?\s?:[*_]?\s*([^\n]+)", re.IGNORECASE | re.MULTILINE
)
_QUOTED = re.compile(r"^(?:> ?)+", re.MULTILINE)
#: With more of its lines quoted than this, a mail is what it quotes.
_MOST = 0.5


class Forwarded(NamedTuple):
    """What the message inside a mail says of itself; None where it does not."""

    title: str | None
    sent: dt.date | None


def without_quotation_marks(text: str) -> str:
    """The text of a mail that is mostly a quotation, without the ``>`` before its lines."""
    lines = [line for line in text.split("\n") if line.strip()]
    quoted = sum(line.startswith(">") for line in lines)
    return _QUOTED.sub("", text) if lines and quoted > _MOST * len(lines) else text


def find_forwarded(text: str) -> Forwarded:
    """The headline and the day of the message that a mail passes on: the last one, which is the first that was sent.

    Parameters
    ----------
    text:
        The body of the mail.
    """
    heads = list(_HEAD.finditer(text))
    if not heads:
        return Forwarded(None, None)
    sent = _SENT.search(heads[-1].group())
    dated = find_dateline(re.split(r"\s+a las\s|,?\s+\d{1,2}:", sent[1])[0]) if sent else None
    inner = text[heads[-1].end() :]
    dateline = find_dateline(inner)
    title = find_title(inner, (dateline.start, dateline.end) if dateline else None)
    return Forwarded(title, dated.published if dated else None)
