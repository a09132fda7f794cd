"""A run over documents that have not changed, beside the first one: all of the job, each in a process of its own.

The documents are the releases that are here, repeated with other numbers so that no two are equal.
"""

from __future__ import annotations

import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from rich.table import Table

from benchmarks.numerals import SOURCES

DOCUMENTS = 1_000
#: The second run may take this part of the first one's time.
TARGET = 50
_DIGITS = re.compile(r"\d+")
_RUN = "import sys; from extract.cli import main; main(sys.argv[1:])"


def write_releases(folder: Path, number: int) -> None:
    """Write varied copies of the releases that are here into a folder."""
    texts = [p.read_text(encoding="utf-8") for s in SOURCES if s.is_dir() for p in sorted(s.rglob("*.txt"))]
    for i in range(number):
        text = _raised(texts[i % len(texts)], i // len(texts))
        (folder / f"{i:06}.txt").write_text(text, encoding="utf-8")


def _raised(text: str, by: int) -> str:
    return _DIGITS.sub(lambda digits: str(int(digits[0]) + by), text)


def _seconds(raw: Path, out: Path) -> float:
    started = time.perf_counter()
    subprocess.run([sys.executable, "-c", _RUN, "run", raw, out], check=True, capture_output=True)  # noqa: S603
    return time.perf_counter() - started


def tables() -> Iterator[Table]:
    """The seconds of a first run, one without changes, and one with a single new document."""
    table = Table(title=f"A run over {DOCUMENTS:,} documents (aim: unchanged ones in 1/{TARGET} of the time)")
    for column in ("run", "seconds", "of the first"):
        table.add_column(column, justify="left" if column == "run" else "right")
    with tempfile.TemporaryDirectory(prefix="extract-bench-") as name:
        raw, out = Path(name, "raw"), Path(name, "out")
        raw.mkdir()
        write_releases(raw, DOCUMENTS)
        first = _seconds(raw, out)
        unchanged = min(_seconds(raw, out) for _ in range(3))
        (raw / "new.txt").write_text("Hubo 30 casos en la zona.", encoding="utf-8")
        one_new = _seconds(raw, out)
    for label, seconds in (("first", first), ("unchanged", unchanged), ("one document new", one_new)):
        table.add_row(label, f"{seconds:.2f}", f"1/{first / seconds:.0f}")
    yield table
