"""The rows of all files of a run, in the order of their paths: from the cache, and by workers where they are new.

The workers end in any order, and one file may take long. What they send goes into the cache, so that nothing waits in
memory and nothing is lost when the run is stopped.
"""

from __future__ import annotations

import hashlib
import heapq
import itertools
import logging
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

from extract.corpus.cache import Cache
from extract.corpus.extraction import NO_BYTES, Outcome, reject
from extract.corpus.listing import UnavailableError, source_file
from extract.corpus.provenance import document_key
from extract.corpus.storage import Place, read_bytes
from extract.corpus.worker import Task
from extract.readers import Metadata
from extract.rows import Rows, unpack

logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Input:
    """A listed file: its task, the key of its rows in the cache, and why its bytes cannot be had, if so."""

    task: Task
    key: bytes
    error: str | None = None


def identify(raw: Place, file: str, limit: int, fingerprint: bytes, said: Metadata | None) -> Input:
    """The input that a listed file is.

    Parameters
    ----------
    raw:
        The input folder, or the URL of one.
    file:
        Path under it.
    limit:
        The number of bytes that a file may have.
    fingerprint:
        Hash of all else that its rows depend on.
    said:
        What ``metadata.csv`` says about it.
    """
    try:
        sha256 = hashlib.sha256(read_bytes(raw, file, limit)).hexdigest()
    except UnavailableError as error:
        return Input(Task(file, NO_BYTES, said), b"", str(error))
    return Input(Task(file, sha256, said), document_key(fingerprint, sha256, file, said))


class Workers(Protocol):
    """What extracts files: the processes of this machine (``pool.Pool``) or those of a cluster."""

    def submit(self, task: Task) -> None:
        """Have one more file extracted."""

    def result(self) -> Outcome:
        """The outcome of the file that ends next, of those that were submitted."""


class Results:
    """The rows of the inputs of a run.

    Parameters
    ----------
    inputs:
        The files.
    cache:
        Where rows are found and kept.
    finished:
        Called with the number of files whose rows are known, each time that it grows.

    Attributes
    ----------
    new:
        How many files are to be extracted: those that the cache does not hold, of equal ones the first.
    lasting:
        Whether another run over the same inputs would give the same rows without extracting anything.
    """

    def __init__(self, inputs: Sequence[Input], cache: Cache, finished: Callable[[int], None]) -> None:
        self._inputs = inputs
        self._cache = cache
        self._finished = finished
        self._pending: dict[str, Input] = {}
        self._pending_keys: set[bytes] = set()
        self._passing: dict[str, Outcome] = {}
        self._repaired: set[str] = set()
        self.lasting = True
        for one in inputs:
            if one.error is None and one.key not in self._pending_keys and one.key not in cache:
                self._await(one)
        self.new = len(self._pending)

    def _await(self, one: Input) -> None:
        self._pending[one.task.file] = one
        self._pending_keys.add(one.key)

    def rows(self, pool: Workers) -> Iterator[Rows]:
        """The rows of all documents in the order of their ``source_file``.

        Parameters
        ----------
        pool:
            The workers for what is new.
        """
        for one in self._pending.values():
            pool.submit(one.task)
        if self.new < len(self._inputs):
            self._finished(len(self._inputs) - self.new)
        return _in_order((source_file(one.task.file), self._rows(one, pool)) for one in self._inputs)

    def _rows(self, one: Input, pool: Workers) -> list[Rows]:
        file = one.task.file
        if one.error is not None:
            return unpack(reject(file, one.task.sha256, one.error, lasting=False).packed)
        while True:
            found = self._found(one)
            if found is not None:
                return found
            if one.key not in self._pending_keys:
                self._await(one)
                pool.submit(one.task)
            self._keep(pool.result())

    def _found(self, one: Input) -> list[Rows] | None:
        file = one.task.file
        passing = self._passing.pop(file, None)
        packed = passing.packed if passing else self._cache.get(one.key)
        try:
            return None if packed is None else unpack(packed)
        except ValueError:
            if file in self._repaired:
                raise
            self._repaired.add(file)  # it is extracted again, and written over
            return None

    def _keep(self, outcome: Outcome) -> None:
        one = self._pending.pop(outcome.file)
        self._pending_keys.remove(one.key)
        if outcome.defect is not None:
            logger.debug("defect in %s\n%s", source_file(outcome.file), outcome.defect)
        if outcome.lasting and outcome.sha256 == one.task.sha256:
            self._cache.put(one.key, outcome.packed)
        else:  # also what changed since it was listed: the next run will list it as it then is
            self._passing[outcome.file] = outcome
            self.lasting = False
        self._finished(len(self._inputs) - len(self._pending))


def _in_order(files: Iterable[tuple[str, Sequence[Rows]]]) -> Iterator[Rows]:
    """The documents of all files, sorted: ``mail.eml.txt`` comes between ``mail.eml`` and ``mail.eml/annex.pdf``."""
    waiting: list[tuple[str, int, Rows]] = []
    number = itertools.count()
    for name, documents in files:
        while waiting and waiting[0][0] < name:
            yield heapq.heappop(waiting)[-1]
        for rows in documents:
            named = rows.under(name)
            heapq.heappush(waiting, (named.document.source_file, next(number), named))
    while waiting:
        yield heapq.heappop(waiting)[-1]


def digest(inputs: Iterable[Input], fingerprint: bytes) -> str:
    """One hash over the paths of all files and all that their rows depend on."""
    whole = hashlib.sha256(fingerprint)
    for one in inputs:
        name = source_file(one.task.file).encode()
        whole.update(len(name).to_bytes(4, "big") + name + one.key + (one.error or "").encode() + b"\0")
    return whole.hexdigest()
