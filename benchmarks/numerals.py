"""Speed of ``find_numerals`` in characters a second, beside other readers of Spanish numbers in the same run.

After it the speed of all that is done with numerals: quantities and ledger.

Every reader gets the same text, once by paragraph and once as one string, and slow ones a part of it that keeps the
run short; the figure is the best of some rounds. Readers that are not installed are left out.
Time is that of the process, so that other work on the machine counts less.
"""

from __future__ import annotations

import importlib
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from rich.table import Table

from extract.numerals.finder import find_numerals
from extract.quantities.conventions import find_convention
from extract.quantities.finder import find_quantities

ROOT = Path(__file__).parents[1]
#: Where releases may lie, the richest first.
SOURCES = (ROOT.parent / "shared" / "corpus", ROOT.parent / "shared" / "seeds", ROOT / "data" / "raw")
SIZE = 5_000_000
LONG_LINE = 50_000_000
#: No reader runs longer than this many seconds on one measurement; it gets less text instead.
PATIENCE = 2.0
TRIAL = 20_000
ROUNDS = 5

Reader = Callable[[str], Any]


def release_text() -> str:
    """All releases that are here as one text, at least one short of ``SIZE`` characters."""
    texts = [p.read_text(encoding="utf-8") for s in SOURCES if s.is_dir() for p in sorted(s.rglob("*.txt"))]
    once = "\n\n".join(texts)
    return (once + "\n\n") * (SIZE // len(once) + 1)


def readers() -> dict[str, Reader]:
    """The readers that can be imported, ours first."""
    found: dict[str, Reader] = {"extract.find_numerals": find_numerals}
    for name, make in (("text2num", _text2num), ("number-parser", _number_parser), ("Recognizers-Text", _recognizers)):
        try:
            found[name] = make()
        except ImportError as error:
            print(f"{name} is left out: {error}")
    return found


class _Word:
    """A token as text2num asks for it."""

    def __init__(self, text: str) -> None:
        self._text = text

    def text(self) -> str:
        return self._text

    def nt_separated(self, previous: _Word) -> bool:  # noqa: ARG002 (the protocol of text2num)
        return False

    def not_a_number_part(self) -> bool:
        return False


def _text2num() -> Reader:
    find = importlib.import_module("text_to_num").find_numbers
    return lambda text: find([_Word(word) for word in text.split()], "es")


def _number_parser() -> Reader:
    parse = importlib.import_module("number_parser").parse
    return lambda text: parse(text, language="es")


def _recognizers() -> Reader:
    module = importlib.import_module("recognizers_number")
    model = module.NumberRecognizer("es-es").get_number_model()
    parse: Reader = model.parse
    return parse


def speed(reader: Reader, pieces: list[str]) -> float:
    """Characters a second over the pieces, best of some rounds."""
    best = float("inf")
    for _ in range(ROUNDS):
        start = time.process_time()
        for piece in pieces:
            reader(piece)
        best = min(best, time.process_time() - start)
    return sum(map(len, pieces)) / best


def affordable(reader: Reader, text: str) -> str:
    """As much of the text as the reader gets through in ``PATIENCE`` seconds, judged by a short trial."""
    reader(text[:200])  # what a reader builds on first use is not what is measured
    trial = speed(reader, text[:TRIAL].splitlines())
    return text[: max(TRIAL, min(len(text), int(trial * PATIENCE)))]


def tables() -> Iterator[Table]:
    """The comparison, the speed with quantities and ledger, then our own speed against the length of one line."""
    text = release_text()
    yield _comparison(text)
    yield _with_quantities(text[: SIZE // 5])
    yield _long_lines(text.replace("\n", " "))


def _comparison(text: str) -> Table:
    table = Table(title=f"Numerals in {len(text) / 1e6:.1f} M characters of releases, characters a second")
    for heading in ("reader", "by paragraph", "as one string", "ours is faster by", "on"):
        table.add_column(heading, justify="left" if heading == "reader" else "right")
    ours: tuple[float, float] | None = None
    for name, reader in readers().items():
        sample = affordable(reader, text)
        figures = speed(reader, [p for p in sample.split("\n") if p.strip()]), speed(reader, [sample])
        ours = ours or figures
        ratio = " / ".join(f"{mine / theirs:.1f}" for mine, theirs in zip(ours, figures, strict=True))
        table.add_row(name, *(f"{f / 1e6:.2f} M" for f in figures), ratio, f"{len(sample) / 1e6:.2f} M")
    return table


def _with_quantities(text: str) -> Table:
    """Numerals, quantities and ledger together, on the text in halves and whole: the speed must not fall."""
    convention = find_convention("", None)

    def read(piece: str) -> None:
        find_quantities(piece, find_numerals(piece, convention.decimal, abbreviations=False), convention)

    table = Table(title="Numerals, quantities and ledger")
    table.add_column("characters at a time", justify="right")
    table.add_column("characters a second", justify="right")
    for parts in (4, 2, 1):
        size = len(text) // parts
        pieces = [text[i * size : (i + 1) * size] for i in range(parts)]
        table.add_row(f"{size:,}", f"{speed(read, pieces) / 1e6:.2f} M")
    return table


def _long_lines(line: str) -> Table:
    table = Table(title="find_numerals on one line")
    table.add_column("characters", justify="right")
    table.add_column("characters a second", justify="right")
    table.add_column("numerals", justify="right")
    for size in (LONG_LINE // 100, LONG_LINE // 10, LONG_LINE):
        text = (line * (size // len(line) + 1))[:size]
        start = time.process_time()
        count = len(find_numerals(text))
        table.add_row(f"{size:,}", f"{size / (time.process_time() - start) / 1e6:.2f} M", f"{count:,}")
    return table
