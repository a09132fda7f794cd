"""Bytes → text: the encoding of a Spanish text file, its line ends, and the repair of text that was decoded wrongly."""

from __future__ import annotations

import codecs
import re
import unicodedata

from extract.readers.content import ReadError

#: First bytes of what is often found under a wrong ending, and what to call it.
_MAGIC: tuple[tuple[bytes, str], ...] = (
    (b"%PDF", "a PDF"),
    (b"PK\x03\x04", "a ZIP archive or an Office document"),
    (b"\xd0\xcf\x11\xe0", "an old Office document"),
    (b"{\\rtf", "an RTF document"),
    (b"\x7fELF", "a program"),
    (b"MZ\x90\x00", "a program"),
    (b"\x89PNG", "an image"),
    (b"\xff\xd8\xff", "an image"),
    (b"GIF8", "an image"),
    (b"II*\x00", "an image"),
    (b"MM\x00*", "an image"),
    (b"RIFF", "an image, sound or film"),
    (b"OggS", "a sound or film"),
    (b"ID3", "a sound"),
    (b"\x1f\x8b", "a compressed archive"),
    (b"BZh", "a compressed archive"),
    (b"\xfd7zXZ", "a compressed archive"),
    (b"7z\xbc\xaf", "a compressed archive"),
    (b"Rar!", "a compressed archive"),
    (b"PAR1", "a Parquet table"),
    (b"SQLite format", "a database"),
)
#: UTF-32 first: its little-endian mark begins with that of UTF-16.
_BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
#: What Spanish text was written in before UTF-8: Windows, old Macs, DOS. latin-1 is cp1252 without the curly quotes;
#: iso-8859-15 is left out because its euro sign costs it more wrong guesses than it earns.
_LEGACY = ("cp1252", "mac-roman", "cp850")
_BINARY = "This looks like binary data, not text: save the release as plain text (UTF-8)."
_NO_TEXT = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f\ufffd]")
#: Real text has next to no control or undecodable characters; the texts of the corpus have none.
_NO_TEXT_LIMIT = 0.02
_NO_TEXT_TOLERATED = 3
#: A UTF-8 file with a few broken bytes is still UTF-8, and a legacy file has hardly one sequence that is valid UTF-8.
_BROKEN_LIMIT = 0.3
_NON_ASCII_LINE = re.compile(rb"[^\r\n]*[\x80-\xff][^\r\n]*")
_SAMPLE = 200_000
#: What the first bytes of "ñ" and "“" in UTF-8 become in cp1252, Mac Roman, DOS and latin-1: no mojibake is without
#: one of them, so text without any need not be judged (which takes longer than all other steps of reading).
_SUSPECT = re.compile("[ÃÂâ√¬‚├┬ÔΓ\x80-\x9f]")
#: A letter and the accents that follow it as characters of their own, as some systems write file names and texts.
_DECOMPOSED = re.compile("[A-Za-z][\u0300-\u036f]+")
#: Blanks without width and soft hyphens beside a blank, where nothing is broken or held together by them. Pages are
#: full of them, and a figure would be parted from its unit.
_WIDTHLESS = re.compile("(?<!\\S)[\u200b\u2060\ufeff\u00ad]+|[\u200b\u2060\ufeff\u00ad]+(?=[^\\S\n])")


def decode(data: bytes, declared: str | None = None) -> tuple[str, str]:
    r"""The text of a file and the encoding that it was read with.

    Line ends become ``\n``, a byte-order mark is taken off, text that an earlier program decoded wrongly ("mÃ¡s") is
    repaired, an accent that is a character of its own is joined to its letter, and what has no width is a blank beside
    another blank; nothing else changes.

    Parameters
    ----------
    data:
        All bytes of the file.
    declared:
        The encoding that the file itself names. It counts only where the bytes are not UTF-8 and the encoding can
        read them all, because it is often wrong.

    Raises
    ------
    ReadError
        The bytes are no text.
    """
    _reject_known_binary(data)
    text, encoding = _decoded(data, declared)
    strange = len(_NO_TEXT.findall(text))
    nothing_else = strange > 0 and strange == len(text.strip())
    if "\x00" in text or nothing_else or strange > max(_NO_TEXT_TOLERATED, _NO_TEXT_LIMIT * len(text)):
        raise ReadError(_BINARY)
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return with_plain_blanks(compose(_without_mojibake(text))), encoding


def compose(text: str) -> str:
    """The text with every accent joined to its letter (Unicode NFC for letters, other characters untouched)."""
    return _DECOMPOSED.sub(lambda match: unicodedata.normalize("NFC", match.group()), text)


def with_plain_blanks(text: str) -> str:
    """The text with a blank for each zero-width blank, word joiner and soft hyphen that stands beside a blank."""
    return _WIDTHLESS.sub(lambda match: " " * len(match.group()), text)


def without_soft_hyphens(text: str) -> str:
    """The text without the places where a page may break a word, which no reader sees: no word is found across them."""
    return text.replace("\u00ad", "")


def _decoded(data: bytes, declared: str | None) -> tuple[str, str]:
    for mark, encoding in _BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(encoding, errors="replace"), encoding
    wide = _utf16(data)
    if wide is not None:
        return data.decode(wide, errors="replace"), wide
    try:
        return data.decode("utf-8"), "utf-8"
    except UnicodeDecodeError:
        broken = data.decode("utf-8", errors="replace")
    wrong = broken.count("\ufffd")
    if wrong <= _BROKEN_LIMIT * sum(char > "\x7f" for char in broken):
        return broken, "utf-8"
    if declared is not None and (named := _read_as(data, declared)) is not None:
        return named
    encoding = _legacy_encoding(data)
    return data.decode(encoding, errors="replace"), encoding


def _read_as(data: bytes, declared: str) -> tuple[str, str] | None:
    """The text in the encoding that the file names, or None where Python has none such or it does not fit."""
    try:
        name = codecs.lookup(declared.strip()).name
        # Browsers read latin-1 as cp1252, since that is what is meant: https://encoding.spec.whatwg.org/#names-and-labels
        name = "cp1252" if name in {"iso8859-1", "ascii"} else name
        return data.decode(name), name
    except (LookupError, UnicodeError, ValueError):
        return None


def _utf16(data: bytes) -> str | None:
    """UTF-16 without a mark: in Latin script every second byte is zero, and hardly any of the others."""
    head = data[:4096]
    half = max(len(head) // 2, 1)
    first, second = head[0::2].count(0) / half, head[1::2].count(0) / half
    if second > 0.7 and first < 0.1:
        return "utf-16-le"
    return "utf-16-be" if first > 0.7 and second < 0.1 else None


def _reject_known_binary(data: bytes) -> None:
    for magic, what in _MAGIC:
        if data.startswith(magic):
            raise ReadError(f"This looks like {what}, not text: give it its own file ending, or save it as plain text.")


def _legacy_encoding(data: bytes) -> str:
    """The likeliest one-byte encoding, judged on the lines that tell them apart."""
    import chardet  # noqa: PLC0415 (most files are UTF-8)

    telling = b"\n".join(_NON_ASCII_LINE.findall(data))[:_SAMPLE]
    found = chardet.detect(telling, include_encodings=_LEGACY, compat_names=False, no_match_encoding="cp1252")
    return (found["encoding"] or "cp1252").lower()


def _without_mojibake(text: str) -> str:
    """The text as it was before a program read its UTF-8 bytes as something else.

    fix_encoding by itself also rewrites harmless oddities, so only text that is plainly mojibake is given to it.
    """
    if not _SUSPECT.search(text):
        return text
    from ftfy import fix_encoding  # noqa: PLC0415 (most texts need no repair)
    from ftfy.badness import is_bad  # noqa: PLC0415

    return fix_encoding(text) if is_bad(text) else text
