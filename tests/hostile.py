"""A folder of hostile files, with good ones among them: ``python -m tests.hostile FOLDER``."""

from __future__ import annotations

import io
import os
import random
import sys
import zipfile
from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path

from tests.release_files import as_docx, as_eml, as_html, as_pdf

RELEASE = (
    "Entregan apoyos a {n} familias\n\n"
    "Toluca, a 3 de mayo de 2024.- La Secretaría de Bienestar entregó apoyos a {n} familias y 12 mil 500 becas.\n\n"
    "“Este año invertimos 3.5 millones de pesos”, dijo Ana Ruiz."
)
SUFFIXES = ("txt", "md", "html", "pdf", "docx", "eml")
#: Cuts and damages of each format.
_VARIANTS = 7


def release(number: int, suffix: str) -> bytes:
    """A release in one of the formats; another number is another release."""
    text = RELEASE.format(n=number)
    made: dict[str, Callable[[str], bytes]] = {"html": as_html, "pdf": as_pdf, "docx": as_docx, "eml": as_eml}
    return made[suffix](text) if suffix in made else text.encode()


def make_hostile(folder: Path) -> list[str]:
    """Fill a folder with hostile files, and return the paths of the good ones under it.

    Parameters
    ----------
    folder:
        An empty folder. Links out of it lead to files beside it.
    """
    good = {
        f"good/{suffix}-{number}.{suffix}": release(number, suffix) for suffix in SUFFIXES for number in range(300, 305)
    }
    good |= {f"good/copies/{number}.txt": release(300, "txt") for number in range(3)}
    good |= {f"names/{name}.txt": release(310 + i, "txt") for i, name in enumerate(_names())}
    files = good | dict(_damaged()) | dict(_mislabelled()) | dict(_encodings()) | dict(_bombs()) | dict(_texts())
    for name, content in files.items():
        path = Path(os.fsdecode(os.fsencode(folder) + b"/" + os.fsencode(name)))
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    if os.name == "posix":
        _make_odd_entries(folder)
    return sorted(good)


def _names() -> list[str]:
    portable = [
        "niños",
        "nin\u0303os",
        "🎉",
        "a b",
        " ",
        "a,b;c",
        "=1+1",
        "+1",
        "-rf",
        "@a",
        "%s{0}",
        "#2",
        "a.pdf",
        "A.TXT",
        "x" * 251,
    ]
    return portable + (
        ["a\nb", "a\tb", 'a"b', "a\\b", "CON", "a*?<>|", os.fsdecode(b"ni\xf1os")] if os.name == "posix" else []
    )


def _damaged() -> Iterator[tuple[str, bytes]]:
    chance = random.Random(6)  # noqa: S311 (any damage will do)
    for suffix in SUFFIXES:
        whole = release(400, suffix)
        yield f"damaged/empty.{suffix}", b""
        yield f"damaged/noise.{suffix}", chance.randbytes(5000)
        for number in range(1, _VARIANTS):
            yield f"damaged/cut-{number}.{suffix}", whole[: len(whole) * number // _VARIANTS]
            fuzzed = bytearray(whole)
            for _ in range(4**number):
                fuzzed[chance.randrange(len(fuzzed))] = chance.randrange(256)
            yield f"damaged/fuzzed-{number}.{suffix}", bytes(fuzzed)
            middle = chance.randrange(len(whole))
            yield f"damaged/mixed-{number}.{suffix}", whole[middle:] + whole[:middle]


def _mislabelled() -> Iterator[tuple[str, bytes]]:
    for real in SUFFIXES:
        for said in (*SUFFIXES, "htm", "doc", "odt", "zip", "exe"):
            if real != said:
                yield f"mislabelled/{real}.{said}", release(500, real)
    yield "mislabelled/none", release(500, "txt")


def _encodings() -> Iterator[tuple[str, bytes]]:
    text = RELEASE.format(n=600)
    for name in ("utf-16-le", "utf-16-be", "utf-32", "utf-7", "cp500", "cp437", "cp1250", "iso8859-15", "punycode"):
        for suffix in ("txt", "html"):
            yield f"encodings/{name}.{suffix}", text.encode(name, "replace")
    yield "encodings/twice.txt", text.encode().decode("cp1252", "replace").encode()
    yield "encodings/lies.html", b"<meta charset='utf-16'>" + text.encode()
    yield "encodings/unknown.html", b"<meta charset='klingon'>" + text.encode()
    yield "encodings/unknown.eml", b"Subject: a\nFrom: b\nContent-Type: text/plain; charset=klingon\n\n" + text.encode()
    yield "encodings/surrogates.txt", text.encode() + b"\xed\xa0\x80\xed\xb0\x80"
    yield "encodings/reference.html", b"<p>Hubo 30 casos &#xD800; &#0; &#x110000; en la zona.</p>"
    yield "encodings/overlong.txt", text.encode() + b"\xc0\xaf\xf8\x88\x80\x80\x80"
    yield "encodings/nul.txt", text.encode().replace(b" ", b"\0")
    yield "encodings/mark.txt", b"\xef\xbb\xbf"
    yield "encodings/marks.txt", b"\xef\xbb\xbf\xef\xbb\xbf" + text.encode()


def _archive(*members: tuple[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members:
            archive.writestr(name, content)
    return buffer.getvalue()


def _docx_with(document: bytes) -> bytes:
    """A Word document whose text is replaced."""
    with zipfile.ZipFile(io.BytesIO(release(700, "docx"))) as archive:
        members = [(name, archive.read(name)) for name in archive.namelist() if name != "word/document.xml"]
    return _archive(*members, ("word/document.xml", document))


def _bombs() -> Iterator[tuple[str, bytes]]:
    laughs = b"".join(b"<!ENTITY a%d '%s'>" % (i, b"&a%d;" % (i - 1) * 10) for i in range(1, 12))
    entities = b"<?xml version='1.0'?><!DOCTYPE a [<!ENTITY a0 'ja'>%s]><a>&a11;</a>" % laughs
    outside = b"<?xml version='1.0'?><!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/passwd'>]><a>&b;</a>"
    yield "bombs/zeros.docx", _archive(("word/document.xml", bytes(300_000_000)))
    yield "bombs/entities.docx", _docx_with(entities)
    yield "bombs/outside.docx", _docx_with(outside)
    yield "bombs/nested.docx", _docx_with(b"<w:p>" * 20_000)
    yield "bombs/members.docx", _archive(*((f"word/{i}.xml", b"") for i in range(20_000)))
    yield "bombs/upwards.docx", _archive(("../../escaped.txt", b"out"), ("[Content_Types].xml", b"<Types/>"))
    yield "bombs/entities.html", entities
    yield "bombs/outside.html", outside
    yield "bombs/deep.html", b"<div>" * 200_000 + b"Hubo 30 casos."
    yield "bombs/tables.html", b"<table><tr><td>" * 20_000
    yield "bombs/attributes.html", b"<p " + b" ".join(b"a%d=1" % i for i in range(5_000)) + b">Hubo 30 casos.</p>"
    yield "bombs/open.html", b"<!--" * 100_000
    yield "bombs/json.html", b"<script type='application/ld+json'>" + b"[" * 200_000 + b"</script><p>Hubo 30 casos.</p>"
    mail = b"Hubo 30 casos."
    for number in count():
        mail = b"Subject: a\nFrom: b\nContent-Type: message/rfc822\n\n" + mail
        if number == 200:
            break
    yield "bombs/mails.eml", mail
    yield (
        "bombs/parts.eml",
        b"Subject: a\nContent-Type: multipart/mixed; boundary=x\n\n" + b"--x\n\nHubo 3 casos.\n" * 500,
    )
    yield "bombs/headers.eml", b"Subject: " + b"=?utf-8?q?=C3=B1?= " * 1_000 + b"\n\nHubo 30 casos."
    yield (
        "bombs/own-kid.pdf",
        b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Kids[2 0 R]/Count 1>>endobj\ntrailer<</Root 1 0 R>>",
    )
    yield (
        "bombs/million-pages.pdf",
        b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Kids[]/Count 1000000000>>endobj\ntrailer<</Root 1 0 R>>",
    )
    yield "bombs/brackets.pdf", b"%PDF-1.4\n1 0 obj" + b"[" * 100_000 + b"endobj\ntrailer<</Root 1 0 R>>"


def _texts() -> Iterator[tuple[str, bytes]]:
    """Texts that grammars and expressions may choke on; the last one is stopped by the time limit."""
    pieces = {
        "digits": ("7", 300), "dots": ("1.", 2_000), "thousands": ("1,000,", 1_000), "mil": ("mil ", 1_000),
        "y": ("dos y ", 500), "de": ("de ", 3_000), "quotes": ("“", 2_000), "brackets": ("(", 20_000),
        "blanks": (" ", 100_000), "lines": ("\n", 100_000), "tabs": ("1\t", 1_000), "dashes": ("- 1\n", 500),
        "marks": ("\u0301", 20_000), "joiners": ("3\u200d", 1_000), "right-to-left": ("\u202e3 ", 1_000),
        "capitals": ("SECRETARÍA DE ", 1_000), "names": ("Juan Ruiz, ", 1_000), "fullwidth": ("３ ", 1_000),
        "formulas": ("=1+1\n", 500), "controls": ("\x01 3 ", 5_000), "percent": ("5% ", 500),
        "no end": ("dos y ", 30_000),
    }  # fmt: skip
    for name, (piece, times) in pieces.items():
        yield f"texts/{name}.txt", (piece * times).encode()
    yield "texts/front.md", b"---\n" + b"a: &a [*a, *a]\n" * 1000 + b"---\nHubo 30 casos."


def _make_odd_entries(folder: Path) -> None:
    odd = folder / "odd"
    (odd / "empty folder.txt").mkdir(parents=True)
    beside = folder.parent / f"{folder.name}-beside.txt"
    beside.write_bytes(release(800, "txt"))
    targets = {"circle": "circle", "first": "second", "second": "first", "nowhere": "none", "up": "..", "self": "."}
    for name, target in (targets | {"outside.txt": str(beside), "root": "/", "null.txt": "/dev/null"}).items():
        (odd / name).symlink_to(target)
    os.mkfifo(odd / "pipe.txt")
    with (odd / "huge.txt").open("wb") as handle:
        handle.truncate(10**11)
    (odd / "closed.txt").write_bytes(release(801, "txt"))
    (odd / "closed.txt").chmod(0)


if __name__ == "__main__":
    make_hostile(Path(sys.argv[1]))
