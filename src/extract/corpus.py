"""A folder of releases → the output files: the main job.

Each file stands alone: what goes wrong with one becomes its ``rejected`` row, and the others are extracted. Worker
processes give rows back, never spaCy objects; the rows are written in the order of the paths, so the output is the
same, byte for byte, whatever the number of workers.
"""

from __future__ import annotations

import hashlib
import logging
import os
import signal
import time
from collections import Counter, deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass, field
from functools import lru_cache, partial
from multiprocessing import get_context
from pathlib import Path
from typing import TYPE_CHECKING

from extract.readers import SUFFIXES, ReadError, read
from extract.rules import PatternError
from extract.writers import WriteError, find_violation, write_tables

if TYPE_CHECKING:
    from spacy.language import Language

    from extract.pipeline import Rows

DEFAULT_MODEL = "es_core_news_sm"
#: A release is a few kilobytes; a larger file is something else, and its parse would fill the memory.
SIZE_LIMIT = 50_000_000
#: For fewer documents a worker takes longer to load the model than it saves.
_WORTH_WORKERS = 40
#: Documents handed to a worker at once, and how many such chunks may wait for each worker.
_CHUNK = 16
_AHEAD = 4
#: What file managers leave in a folder. Hidden files (.gitkeep, .DS_Store) are passed over by their dot.
_LITTER = {"thumbs.db", "desktop.ini"}

logger = logging.getLogger(__name__)


class RunError(Exception):
    """A run that cannot begin or go on. The message is one plain sentence that says what to do."""


@dataclass(frozen=True)
class Settings:
    """With what each document is extracted: model, a folder of own patterns, country of the number format."""

    model: str = DEFAULT_MODEL
    patterns: str | None = None
    convention: str | None = None


@dataclass
class Summary:
    """What a run did. ``rejected`` holds path and reason of each rejected file, ``numerals`` counts by class."""

    out: Path
    documents: int = 0
    records: int = 0
    rejected: list[tuple[str, str]] = field(default_factory=list)
    numerals: Counter[str] = field(default_factory=Counter)
    seconds: float = 0.0

    def add(self, rows: Rows) -> None:
        """Count the rows of one more document."""
        self.documents += 1
        self.records += len(rows.records)
        self.numerals.update(row.class_ for row in rows.numerals)
        if rows.document.error is not None:
            self.rejected.append((rows.document.source_file, rows.document.error))


def run(
    raw: Path | str = "data/raw",
    out: Path | str = "data/out",
    *,
    workers: int | None = None,
    model: str = DEFAULT_MODEL,
    patterns: Path | str | None = None,
    convention: str | None = None,
    progress: Callable[[int, int], None] | None = None,
) -> Summary:
    """Extract every release of a folder and write the tables.

    Parameters
    ----------
    raw:
        The folder with the releases, in any depth.
    out:
        The folder for the output, made if it does not exist.
    workers:
        Number of processes. By default one for each core, and one alone for a small folder. A script that asks for
        more than one must be guarded by ``if __name__ == "__main__":``, as always in Python.
    model:
        Name of an installed Spanish spaCy model.
    patterns:
        A folder whose rules add to the shipped ones or override them.
    convention:
        ISO 3166 code of the country whose number format applies to all; by default each release tells its own.
    progress:
        Called with (documents done, documents in all) at the start and as the run goes on.

    Raises
    ------
    RunError
        There is nothing to read, or model or output folder cannot be used.
    extract.rules.PatternError
        A pattern file cannot be used; the message names file and line.
    """
    started = time.monotonic()
    raw, out = Path(raw), Path(out)
    files = list_files(raw, out)
    settings = Settings(model, None if patterns is None else str(patterns), convention)
    summary = Summary(out)

    def counted() -> Iterator[Rows]:
        report = progress or (lambda _done, _total: None)
        report(0, len(files))
        for rows in extract_files(raw, files, settings, workers):
            summary.add(rows)
            report(summary.documents, len(files))
            yield rows

    try:
        write_tables(out, counted())
    except WriteError as error:
        raise RunError(str(error)) from error
    summary.seconds = time.monotonic() - started
    return summary


def list_files(raw: Path, out: Path | None = None) -> list[str]:
    """The paths of all input files under a folder, relative to it, ``/`` between parts, in order.

    Parameters
    ----------
    raw:
        The input folder.
    out:
        The output folder: what lies in it is no input.

    Raises
    ------
    RunError
        There is no such folder, it holds no file, or it is the output folder too.
    """
    kinds = ", ".join(SUFFIXES)
    if not raw.is_dir():
        what = "is a file, not a folder" if raw.exists() else "does not exist"
        raise RunError(f"The input folder {raw} {what}: put releases ({kinds}) into a folder and name it.")
    if out is not None and out.resolve() == raw.resolve():
        raise RunError(f"Input and output are both {raw}: name another folder for the output.")
    files = sorted(_walk(raw, None if out is None else out.resolve()), key=_source_file)
    if not files:
        raise RunError(f"The input folder {raw} holds no releases: put {kinds} files there and run again.")
    return files


def _walk(raw: Path, out: Path | None) -> Iterator[str]:
    for folder, subfolders, names in os.walk(raw):
        here = Path(folder)
        subfolders[:] = [s for s in subfolders if not s.startswith(".") and (here / s).resolve() != out]
        for name in names:
            if not name.startswith(".") and name.lower() not in _LITTER:
                yield (here / name).relative_to(raw).as_posix()


def _source_file(file: str) -> str:
    """A path as the tables show it: a name that is no UTF-8 shows its bytes, because text must be Unicode."""
    return os.fsencode(file).decode("utf-8", errors="backslashreplace")


def extract_files(raw: Path, files: Sequence[str], settings: Settings, workers: int | None = None) -> Iterator[Rows]:
    """The rows of each file, in the order of the files.

    Parameters
    ----------
    raw:
        The input folder.
    files:
        Paths under it.
    settings:
        Model, patterns, number format.
    workers:
        Number of processes; None for a number that suits the files.
    """
    if workers is None:
        workers = _cores() if len(files) >= _WORTH_WORKERS else 1
    if workers < 2:
        for file in files:
            yield from extract_chunk(raw, (file,), settings)
        return
    try:
        yield from _in_processes(raw, files, settings, workers)
    except BrokenProcessPool:
        raise RunError("A worker process ended, perhaps for lack of memory: run again with --workers 1.") from None


def _cores() -> int:
    """The cores that this process may use, which on a shared machine are fewer than there are."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _in_processes(raw: Path, files: Sequence[str], settings: Settings, workers: int) -> Iterator[Rows]:
    """Results in order, with a bounded number of chunks under way, so that memory does not grow with the folder."""
    waiting: deque[Future[list[Rows]]] = deque()
    pool = ProcessPoolExecutor(workers, mp_context=get_context("spawn"), initializer=_start_worker)
    try:
        for start in range(0, len(files), _CHUNK):
            if len(waiting) >= workers * _AHEAD:
                yield from waiting.popleft().result()
            waiting.append(pool.submit(extract_chunk, raw, tuple(files[start : start + _CHUNK]), settings))
        while waiting:
            yield from waiting.popleft().result()
    finally:
        pool.shutdown(cancel_futures=True)


def _start_worker() -> None:
    # The processes are the parallel part; threads of the linear algebra under each would only get in their way.
    os.environ["OMP_NUM_THREADS"] = "1"
    # Ctrl-C is for the parent, which then stops the workers.
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def extract_chunk(raw: Path, files: Sequence[str], settings: Settings) -> list[Rows]:
    """The rows of some files, extracted in this process with a model that is loaded once.

    Parameters
    ----------
    raw:
        The input folder.
    files:
        Paths under it.
    settings:
        Model, patterns, number format.
    """
    nlp = load_model(settings)
    return [_extract_file(nlp, raw, file) for file in files]


@lru_cache(maxsize=1)
def load_model(settings: Settings) -> Language:
    """The pipeline for some settings, loaded once in a process.

    Raises
    ------
    RunError
        The model cannot be used.
    extract.rules.PatternError
        A pattern file cannot be used.
    """
    from extract.pipeline import ModelError, load  # noqa: PLC0415 (spaCy is loaded by the process that parses)

    try:
        return load(settings.model, settings.patterns, settings.convention)
    except ModelError as error:
        raise RunError(str(error)) from error


def _extract_file(nlp: Language, raw: Path, file: str) -> Rows:
    """The rows of one file: extracted, or rejected with the reason. Only a fault in the patterns is raised."""
    from extract.pipeline import rejected  # noqa: PLC0415 (loaded with the model)

    path, name = raw / file, _source_file(file)
    reject = partial(rejected, name, file_format=path.suffix.lower().removeprefix("."))
    sha256 = hashlib.sha256(b"").hexdigest()  # stands for a file whose bytes cannot be had
    try:
        sha256 = _sha256(path)
        return _extracted(nlp, path, name, sha256)
    except ReadError as error:
        return reject(sha256, error=str(error))
    except OSError as error:
        return reject(sha256, error=f"The file cannot be opened: {error.strerror or error}.")
    except PatternError:
        raise
    except Exception as error:  # whatever it is, it must not take the other documents with it
        logger.debug("defect in %s", name, exc_info=True)
        what = " ".join(f"{type(error).__name__}: {error}".split()).rstrip(".")
        return reject(sha256, error=f"This is a defect of the program, please report it with the file: {what}.")


def _extracted(nlp: Language, path: Path, name: str, sha256: str) -> Rows:
    from extract.pipeline import extract_document  # noqa: PLC0415 (loaded with the model)
    from extract.records import Source  # noqa: PLC0415

    rows = extract_document(nlp, Source(name, sha256, read(path, _bytes(path))))
    violation = find_violation(rows)
    if violation is not None:
        raise ValueError(violation)
    return rows


def _sha256(path: Path) -> str:
    if not path.is_file():
        raise ReadError(
            "This is no regular file." if path.exists() else "The file is gone, or a link that leads nowhere."
        )
    with path.open("rb") as handle:
        return hashlib.file_digest(handle, "sha256").hexdigest()


def _bytes(path: Path) -> bytes:
    size = path.stat().st_size
    if size > SIZE_LIMIT:
        raise ReadError(f"The file has {size / 1e6:.0f} MB and the limit is {SIZE_LIMIT / 1e6:.0f} MB: split it.")
    return path.read_bytes()
