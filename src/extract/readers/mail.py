"""E-mails: the body, the day they were sent, and the releases attached to them."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterator
from contextlib import suppress
from email import policy
from email.message import EmailMessage, Message
from email.parser import BytesParser
from email.utils import parsedate_to_datetime
from itertools import islice
from pathlib import PurePath

from extract.readers.content import Attachment, Content, ReadError
from extract.readers.decoding import decode
from extract.readers.forwarded import find_forwarded, without_cover, without_quotation_marks

#: One of these stands in the head of every mail.
_HEADERS = ("From", "Date", "Subject", "Received", "Message-ID", "MIME-Version", "Content-Type", "To")
_NO_MAIL = "This is no e-mail: save the message itself as .eml in the mail program."
#: Attachments that carry no text of a release: pictures, films, appointments, signatures, business cards.
_NO_RELEASE = re.compile(
    r"(?:image|audio|video|font)/|text/(?:calendar|x?-?vcard|directory)|application/(?:(?:x-)?pkcs7-\S+|pgp-\S+|ms-tnef|ics)",
    re.IGNORECASE,
)
_NO_RELEASE_ENDINGS = {".jpg", ".jpeg", ".png", ".gif", ".heic", ".mp3", ".mp4", ".mov", ".ics", ".vcf", ".p7s", ".asc"}
#: How a file begins that some mail programs send without the ending of its name.
_BEGINNINGS = ((b"%PDF-", ".pdf"), (b"PK\x03\x04", ".docx"))
#: What mail programs put before a subject that is answered or passed on.
_PREFIX = re.compile(r"(?:\s*(?:re|rv|fw|fwd|enc|res)\s*:)+\s*", re.IGNORECASE)
#: With fewer words than this share of the plain body's, the HTML body is an excerpt or a notice.
_FULL_SHARE = 0.5
#: Each set of parts names its boundary. A forwarded thread has a few dozen; the parser takes long over thousands.
_BOUNDARY, _MOST_BOUNDARIES = re.compile(rb"boundary\s*=", re.IGNORECASE), 300
#: Characters of a header. Lists of recipients are longer, and are not read.
_LONGEST_HEADER = 4_000
_UNSAFE = re.compile(r"[\x00-\x1f\x7f/\\:#]+")


class _Policy(policy.EmailPolicy):
    """The library's policy for headers of a sane length: it takes minutes over some that are longer."""

    def header_source_parse(self, sourcelines: list[str]) -> tuple[str, str]:
        """Name and value of a header, whose end is cut off where no mail program would read it either."""
        name, value = super().header_source_parse(sourcelines)
        return name, value[:_LONGEST_HEADER]


def read_eml(data: bytes) -> Content:
    """The content of an e-mail: its HTML body, or the plain one where it has no other, and what is attached.

    The day in the ``Date`` header is the date, the subject a headline where the body has none.

    Parameters
    ----------
    data:
        All bytes of the message (RFC 5322).

    Raises
    ------
    ReadError
        The bytes are no e-mail, or it holds no text.
    """
    if sum(1 for _ in islice(_BOUNDARY.finditer(data), _MOST_BOUNDARIES + 1)) > _MOST_BOUNDARIES:
        raise ReadError("The e-mail has too many parts inside each other: save the release itself as a file.")
    message = BytesParser(policy=_Policy()).parsebytes(data)
    if not isinstance(message, EmailMessage) or not any(name in message for name in _HEADERS):
        raise ReadError(_NO_MAIL)
    plain, html, attachments = _sorted_parts(message)
    text, encoding = _body(plain, html)
    subject, carried = _subject(message), tuple(_named_apart(attachments))
    if not text.strip():
        # A mail that only carries files still says something in its subject, or in their names.
        text, encoding = subject or ", ".join(attachment.name for attachment in carried), None
    if not text.strip():
        raise ReadError("The e-mail has no text that can be read: save what it shows as a text file.")
    inner = find_forwarded(text)
    return Content(
        without_cover(text),
        encoding,
        title=inner.title,
        title_hint=subject,
        published=inner.sent or _sent(message),
        attachments=carried,
    )


def _sorted_parts(message: EmailMessage) -> tuple[list[Message], list[Message], list[Message]]:
    """The plain and HTML parts of the body and the attachments, each in order."""
    plain: list[Message] = []
    html: list[Message] = []
    attached: list[Message] = []
    waiting: list[Message] = [message]
    while waiting:
        part = waiting.pop()
        kind = part.get_content_type()
        if kind == "message/rfc822" or part.get_content_disposition() == "attachment" or part.get_filename():
            attached.append(part)
        elif part.is_multipart():
            waiting += reversed([child for child in part.get_payload() if isinstance(child, Message)])
        elif kind in {"text/plain", "text/html"}:
            (plain if kind == "text/plain" else html).append(part)
        elif not _NO_RELEASE.match(kind):
            attached.append(part)
    return plain, html, attached


def _body(plain: list[Message], html: list[Message]) -> tuple[str, str | None]:
    in_plain, in_html = _readable(plain, _plain_text), _readable(html, _html_text)
    plain_words, html_words = (sum(len(text.split()) for text, _ in texts) for texts in (in_plain, in_html))
    chosen = in_html if html_words > _FULL_SHARE * plain_words else in_plain
    return "\n\n".join(text for text, _ in chosen), chosen[0][1] if chosen else None


def _readable(parts: list[Message], read: Callable[[Message], tuple[str, str]]) -> list[tuple[str, str]]:
    """The texts of those parts that hold one: a broken part must not cost the others and the attachments."""
    texts = []
    for part in parts:
        with suppress(ReadError):
            texts.append(read(part))
    return texts


def _plain_text(part: Message) -> tuple[str, str]:
    text, encoding = decode(_bytes(part), part.get_content_charset())
    text = _unflowed(text) if _parameter(part, "format") == "flowed" else text
    return without_quotation_marks(text), encoding


def _html_text(part: Message) -> tuple[str, str]:
    from extract.readers.markup import declared_encoding, parse_html, tree_text  # noqa: PLC0415 (most mails are plain)

    data = _bytes(part)
    text, encoding = decode(data, part.get_content_charset() or declared_encoding(data))
    return (tree_text(parse_html(text)) if text.strip() else ""), encoding


def _unflowed(text: str) -> str:
    """Lines joined again that the mail program broke softly: each ends in a blank (RFC 3676)."""
    lines: list[str] = []
    soft = False
    for line in text.split("\n"):
        if soft:
            lines[-1] += line
        else:
            lines.append(line)
        soft = line.endswith(" ") and line != "-- "
    return "\n".join(lines)


def _bytes(part: Message) -> bytes:
    payload = part.get_payload(decode=True)
    return payload if isinstance(payload, bytes) else b""


def _named_apart(parts: list[Message]) -> Iterator[Attachment]:
    """The attachments that may be releases, each under a name of its own."""
    taken: set[str] = set()
    for number, part in enumerate(parts, start=1):
        name = _file_name(part, number)
        data = _attached_bytes(part)
        if not PurePath(name).suffix:
            name += next((ending for magic, ending in _BEGINNINGS if data.startswith(magic)), "")
        if _NO_RELEASE.match(part.get_content_type()) or PurePath(name).suffix.lower() in _NO_RELEASE_ENDINGS:
            continue
        while name.casefold() in taken:
            name = f"{PurePath(name).stem} ({number}){PurePath(name).suffix}"
        taken.add(name.casefold())
        yield Attachment(name, data)


def _file_name(part: Message, number: int) -> str:
    """The attachment's own name without anything that could lead out of a folder, or a number."""
    given = part.get_filename() or ""
    name = _UNSAFE.sub("_", re.split(r"[/\\]", given)[-1]).strip(" .")
    if part.get_content_type() == "message/rfc822" and not name.lower().endswith(".eml"):
        return f"{name or f'message-{number}'}.eml"
    endings = {"text/plain": ".txt", "text/html": ".html", "application/pdf": ".pdf"}
    return name or f"attachment-{number}{endings.get(part.get_content_type(), '')}"


def _attached_bytes(part: Message) -> bytes:
    if part.get_content_type() != "message/rfc822":
        return _bytes(part)
    inner = part.get_payload(0) if part.is_multipart() else None
    return inner.as_bytes() if isinstance(inner, Message) else _bytes(part)


def _subject(message: EmailMessage) -> str | None:
    subject = " ".join(_header(message, "Subject").split())
    return _PREFIX.sub("", subject, count=1).strip() if _PREFIX.match(subject) else subject or None


def _sent(message: EmailMessage) -> dt.date | None:
    try:
        return parsedate_to_datetime(_header(message, "Date")).date()
    except (ValueError, TypeError, IndexError, OverflowError):
        return None


def _header(message: EmailMessage, name: str) -> str:
    """A header as text; a broken one counts as missing."""
    try:
        return str(message[name] or "")
    except (ValueError, TypeError, IndexError, AttributeError, LookupError, RecursionError):
        return ""


def _parameter(part: Message, name: str) -> str:
    try:
        return str(part.get_param(name, "")).lower()
    except (ValueError, TypeError, IndexError, AttributeError, RecursionError):
        return ""
