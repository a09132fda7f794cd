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
#: A release is this many times longer than a note beside it, and a signature may have so many characters more.
_RELEASE_TO_NOTE, _LONGEST_NOTE, _SHORTEST_RELEASE = 2, 300, 100
_SIGNATURE = re.compile(r"\n-- ?(?=\n)")
_FIRST_PERSON = (
    r"adjunt(?:o|amos)|anex(?:o|amos)|compart(?:o|imos)|env[ií]o|enviamos|remit(?:o|imos)|paso|mando|hacemos\s+llegar"
)
#: Short paragraphs at the head in which the sender speaks: "Buenas tardes.", "Les comparto el boletín de hoy:".
_COVER = re.compile(
    r"(?:\s*(?:buen(?:os|as)\s+(?:d[ií]as|tardes|noches)\b|hola\b|estimad[oa]s?\b|apreciad[oa]s?\b|compañer[oa]s\b"
    rf"|colegas\b|(?:(?:se|les?|te|l[oa]s?)\s+){{0,2}}(?:{_FIRST_PERSON})\b)"
    r"[^\n]{0,160}(?:[.,:;!]|boletines|bolet[ií]n|comunicado)[ \t]*(?:\n[ \t]*)+){1,4}",
    re.IGNORECASE,
)


class Forwarded(NamedTuple):
    """What the message inside a mail says of itself; None where it does not."""

    title: str | None
    sent: dt.date | None


def without_quotation_marks(text: str) -> str:
    """The text of a mail that is mostly a quotation, without the ``>`` before its lines."""
    lines = [line for line in text.split("\n") if line.strip()]
    quoted = sum(line.startswith(">") for line in lines)
    return _QUOTED.sub("", text) if lines and quoted > _MOST * len(lines) else text


def without_cover(text: str) -> str:
    """The release in the body of a mail, without what its sender says besides it.

    That is the note above a message that is passed on, with the message's own header lines; a greeting or "Adjunto
    boletín" above the headline; and the signature below its mark (RFC 3676: a line of two hyphens). A note or signature
    that is not much shorter than the release stays.
    """
    heads = list(_HEAD.finditer(text))
    if heads and len(text) - heads[-1].end() > _RELEASE_TO_NOTE * heads[0].start():
        text = text[heads[-1].end() :].lstrip("\n")
    signature = next(reversed([*_SIGNATURE.finditer(text)]), None)
    if (
        signature
        and signature.start() > _SHORTEST_RELEASE
        and len(text) - signature.start() < signature.start() / _RELEASE_TO_NOTE + _LONGEST_NOTE
    ):
        text = text[: signature.start() + 1]
    cover = _COVER.match(text)
    return text[cover.end() :] if cover and len(text) - cover.end() > _RELEASE_TO_NOTE * cover.end() else text


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
