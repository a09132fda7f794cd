"""The layout of a release: blocks (headline, bullets, paragraphs, rows) and the sentences inside them.

Pure text work, before any model runs. A release is short lines at the top, a dateline, then paragraphs; the lines may
be hard-wrapped, and a bullet may or may not have an empty line around it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise

from extract.cells import is_row
from extract.mentions import Block, Sentence

_LINE = re.compile(r"[^\n]+")
_BULLET = re.compile(
    r"\s*(?:[·•▪●◦○►▶■□◆◇❖✓✔➢➤➔→‣⁃∙*]+|[-–—+](?=\s)|o(?=\t)|\d{1,2}[.)](?=\s)|\d\ufe0f?\u20e3|[a-z]\)(?=\s))\s*"
)
_TERMINAL = re.compile(r"[.!?:;…][\"”»'’)_*\]]*\s*$")
#: No headline, item or row ends in such a word.
_GOES_ON = re.compile(r"\s(?:y|e|o|u|del?|l[ao]s?|el|un|una|al?|en|con|por|para|que|sus?)\s*$")
#: A line shorter than this that ends without punctuation was not wrapped: it is a headline or a row of a list.
_SHORT_LINE = 50
#: Lines longer than this come from a text whose paragraphs are single lines.
_WRAP_WIDTH = 130
#: A headline ends without a full stop and is seldom longer.
_TITLE_LIMIT = 300

_ABBREVIATIONS = (
    "sr sra sres srta dr dra drs msc mgtr mgs abg abog econ biol psic lcda lcdo"
    " lic ing arq prof profa profr profra mtro mtra c cc gral cnel tte cap sgto"
    " licda licdo lda ldo blgo blga obst cpc tnlgo tnlga crnl grl tcrnl tcnel cmte sbtte bach hno hna"
    " cmdte d dña da dn fr ma fco gpo no núm nro num art arts inc av avda blvd blv calz col fracc frac depto"
    " dpto prov edo mpio del deleg km mts aprox tel ext etc ej pág págs vs cf vol ed eds exp st sta sto ud uds"
    " vda hnos cía inc ltda s.a q.r b.c d.f ee.uu p.ej a.m p.m c.p n.l s.l.p ags bcs camp chih chis coah dgo"
    " gto gro hgo jal méx mich mor nay oax pue qro sin son tab tamps tlax ver yuc zac cdmx izt ene feb mar abr"
    " jun jul ago sep sept oct nov dic"
)
#: Each run of stops is tried once, from its first: a line of ten thousand dots must not take a minute.
_ENDING = re.compile(r"(?:\.-+|(?<![.!?…])[.!?…]++)[\"”»'’)_*\]]*+(?=\s|[\"“«'‘(¿¡]*[A-ZÁÉÍÓÚÑÜ])")
#: No sentence that anybody reads is longer (the longest of the corpus has 1,351 characters); what goes on beyond it is
#: a list or no text at all. Each record carries its sentence, and the parser takes a sentence at a time.
_LONGEST = 3000
_PAUSE = re.compile(r"[;,]\s+(?=[^\W\d])")
_BETWEEN_WORDS = re.compile(r"(?<=[^\W\d_])\s+(?=[^\W\d_])")
_OPENS = re.compile(r"\s+[\"“«'‘(_*\[>¿¡—–-]*[A-ZÁÉÍÓÚÑÜ0-9$]")
#: The words on both sides of a stop that has lost its blank ("terminó.Además"): small letters before, and a capital
#: behind that opens no name of a file or a host.
_CLOSERS = r"[\"”»'’)_*\]]*"
_GLUED_BEFORE = re.compile(
    rf"(?<![\w.@/:\\#&=~+-])(?:[a-záéíóúüñ]{{2,}}{_CLOSERS}[.…]|[^\W\d_]{{2,}}{_CLOSERS}[!?])[.!?…]*{_CLOSERS}$"
)
_GLUED_AFTER = re.compile(
    r"[\"“«'‘(¿¡]*(?!(?:Com|Net|Org|Gob|Gov|Edu|Info|Mx|Es|Ar|Co|Cl|Pe|Html?|Php|Js|Pdf|Docx?)\b)"
    r"[A-ZÁÉÍÓÚÑÜ](?:[a-záéíóúüñ]+(?![\w@/=]|\.\w)|(?=\s))"
)
#: No longer word is looked for before such a stop.
_GLUED_REACH = 40
_BLANKS = re.compile(r"\s*+")
#: An ordinal in figures with the point of its abbreviation, and the name that it numbers: "la 17/a. Zona", "5a. Sala".
_ORDINAL = re.compile(r"(?<![\w.,])\d{1,3}(?:/?[aoªº]|[ei]?r[oa]?|d[oa]|t[oa]|m[oa]|v[oa]|n[oa])$")
_NUMBERED = re.compile(
    r"\s+(?!(?:El|La|Lo|Los|Las|Una?|En|Se|Su|De|Del|Al?|Con|Por|Para|Est[ea]|Hoy|Ayer|Ahí|Así|Además|Asimismo|También|Tras|Después|Luego|Dijo|\w+ó)\b)"
    r"[A-ZÁÉÍÓÚÑÜ]\w+"
)
#: The sign of a currency before its figure: "B/. 300", "Bs. 300"; "cuesta 300 Bs. 20 vecinos" ends a sentence.
_CURRENCY = re.compile(r"(?<![\w/.])(?<!\d )(?:B/|Bs|Gs|Lps?|Rp)$")
_FIGURE = re.compile(r"\s+\d")
_WORD_BEFORE = re.compile(r"([\w.ñáéíóúü]+)$")


@cache
def _abbreviations() -> frozenset[str]:
    return frozenset(_ABBREVIATIONS.split())


def find_blocks(text: str) -> list[Block]:
    r"""Find the blocks of a text, in order.

    Parameters
    ----------
    text:
        The document's text, newlines as ``\n``.

    Returns
    -------
    Blocks that never overlap and hold every character that is no white space. The first line that could be a headline
    is the ``title``; short unpunctuated blocks between it and the first paragraph are ``subtitle``.
    """
    spans = [span for chunk in _chunks(text) for span in _merge_lines(text, chunk)]
    blocks: list[Block] = []
    titled = in_body = False
    for index, (start, end) in enumerate(spans):
        surface = text[start:end]
        if _BULLET.match(surface):
            kind = "bullet"
        elif in_body or len(surface) > _TITLE_LIMIT or _TERMINAL.search(surface):
            kind, in_body = "paragraph", True
        else:
            kind, titled = ("subtitle" if titled else "title"), True
        blocks.append(Block(start, end, surface, f"block.{kind}", kind, index))  # type: ignore[arg-type]
    return blocks


def _chunks(text: str) -> Iterator[list[tuple[int, int]]]:
    """Runs of lines without an empty line between them, each line as (start, end) without outer blanks."""
    chunk: list[tuple[int, int]] = []
    last_end = 0
    for match in _LINE.finditer(text):
        line = match.group()
        start, end = match.start() + len(line) - len(line.lstrip()), match.start() + len(line.rstrip())
        empty_between = text.count("\n", last_end, match.start()) > 1
        if (empty_between or start >= end) and chunk:
            yield chunk
            chunk = []
        if start < end:
            chunk.append((start, end))
        last_end = match.end()
    if chunk:
        yield chunk


def _merge_lines(text: str, chunk: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Join the lines of a chunk that a fixed width broke; keep headlines, bullets and rows apart."""
    wrapped = max(end - start for start, end in chunk) <= _WRAP_WIDTH
    merged = [chunk[0]]
    for (line_start, line_end), (start, end) in pairwise(chunk):
        if wrapped and _continues(text[line_start:line_end], text[start:end]):
            merged[-1] = (merged[-1][0], end)
        else:
            merged.append((start, end))
    return merged


def _continues(line: str, following: str) -> bool:
    if _BULLET.match(following) or (is_row(line) and is_row(following)):
        return False
    if following[0].islower() or _GOES_ON.search(line):
        return True
    return len(line) >= _SHORT_LINE and not _TERMINAL.search(line)


def find_sentences(text: str, blocks: list[Block]) -> list[Sentence]:
    """The sentences of each block, numbered through the document.

    A sentence ends at ``. ! ? …`` or at the ``.-`` of a dateline, before white space and a capital, digit or opening
    mark, unless the stop belongs to an abbreviation, an initial or a place ("Q. R."). Where the white space is lost,
    it ends between a word in small letters and one with a capital.
    """
    sentences: list[Sentence] = []
    for block in blocks:
        for start, end in _cut(text, _split(text, block.start, block.end)):
            sentences.append(Sentence(start, end, text[start:end], "sentence", block.index, len(sentences)))
    return sentences


def _split(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    for match in _ENDING.finditer(text, start, end):
        opens = _OPENS.match(text, match.end(), end) or _lacks_blank(text, start, match)
        if not opens or _is_abbreviation(text, start, match):
            continue
        yield start, match.end()
        start = _BLANKS.match(text, match.end(), end).end()  # type: ignore[union-attr]  # it matches nothing, too
    if start < end:
        yield start, end


def _cut(text: str, spans: Iterator[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """The sentences, those that go on without end cut behind a comma or semicolon, or else between two words."""
    for begin, end in spans:
        start = begin
        while end - start > _LONGEST:
            window = text[start : start + _LONGEST]
            places = [match.end() for match in _PAUSE.finditer(window, _LONGEST // 2)] or [
                match.end() for match in _BETWEEN_WORDS.finditer(window, _LONGEST // 2)
            ]
            after = start + (places[-1] if places else _LONGEST)
            yield start, start + len(text[start:after].rstrip())
            start = after
        if text[start:end].strip():
            yield start, end


def _lacks_blank(text: str, start: int, ending: re.Match[str]) -> bool:
    """Whether a sentence ends at a stop though the blank behind it is lost, as in copies from pages and PDFs."""
    if not _GLUED_AFTER.match(text, ending.end()):
        return False
    if ending.group().startswith(".-"):  # that of a dateline: "2024.-La Secretaría"
        return True
    return _GLUED_BEFORE.search(text, max(start, ending.start() - _GLUED_REACH), ending.end()) is not None


def _is_abbreviation(text: str, start: int, ending: re.Match[str]) -> bool:
    if ending.group()[0] != "." or ending.group().startswith((".-", "..")):
        return False
    if _CURRENCY.search(text, max(start, ending.start() - 8), ending.start()) and _FIGURE.match(text, ending.end()):
        return True
    word = _WORD_BEFORE.search(text, max(start, ending.start() - 20), ending.start())
    if word is None:
        return False
    bare = word.group(1)
    initial = len(bare) == 1 and bare.isalpha() and bare.isupper()
    if _ORDINAL.search(text, max(0, ending.start() - 8), ending.start()):
        return _NUMBERED.match(text, ending.end()) is not None
    return initial or is_abbreviation(bare)


def is_abbreviation(word: str) -> bool:
    """Whether a word without its point is one that is usually written with it: "Chih", "Sra"."""
    return word.lower() in _abbreviations()
