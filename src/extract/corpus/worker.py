"""A worker process: loads the model once, then turns each file that it is told of into rows.

The module is run by ``pool.py`` with ``python -m extract.corpus.worker``. That, and not ``multiprocessing``, so that a
script without ``if __name__ == "__main__":`` can call ``extract.run``. In come lines of JSON: first the ``Job``, then
one ``Task`` a line. Out goes for each a line of JSON with the outcome, followed by the packed rows.
"""

from __future__ import annotations

import datetime as dt
import faulthandler
import io
import json
import os
import signal
import sys
import threading
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from queue import SimpleQueue
from typing import Any, BinaryIO

from extract.compiled import STORE
from extract.corpus.extraction import Outcome, Settings, extract_file, load_for_good
from extract.corpus.listing import RunError
from extract.corpus.storage import place
from extract.readers import Metadata
from extract.rules import PatternError

#: The pool stops a slow worker. Should the pool be gone, a worker ends itself this many seconds later.
_GRACE = 10
#: A document needs some hundred megabytes; one that wants more than this would take the machine down.
_MEMORY_LIMIT = 4_000_000_000
#: Most expressions are first needed in the first documents, and later ones are ever rarer.
_SAVES_AFTER = frozenset({1, 5, 50})


@dataclass(frozen=True)
class Job:
    """What all files of a run have in common: input folder, settings, size limit in bytes, time limit in seconds."""

    raw: str
    settings: Settings
    limit: int
    timeout: float

    def to_line(self) -> bytes:
        """The job as a line of JSON."""
        return to_line(asdict(self))

    @classmethod
    def from_line(cls, line: bytes) -> Job:
        """The job that ``to_line`` wrote."""
        values = json.loads(line)
        return cls(values["raw"], Settings(**values["settings"]), values["limit"], values["timeout"])


@dataclass(frozen=True, slots=True)
class Task:
    """A file to be extracted, the hash of the bytes that it had when it was listed, and what is said about it."""

    file: str
    sha256: str
    said: Metadata | None = None

    def to_line(self) -> bytes:
        """The task as a line of JSON."""
        said = self.said and asdict(self.said) | {"published": self.said.published and str(self.said.published)}
        return to_line({"file": self.file, "sha256": self.sha256, "said": said})

    @classmethod
    def from_line(cls, line: bytes) -> Task:
        """The task that ``to_line`` wrote."""
        values = json.loads(line)
        said = values["said"]
        if said is not None:
            published = said.pop("published")
            said = Metadata(published=published and dt.date.fromisoformat(published), **said)
        return cls(values["file"], values["sha256"], said)


def to_line(value: Any) -> bytes:
    """A value as one line of JSON, in ASCII, which can hold any file name."""
    return json.dumps(value).encode("ascii") + b"\n"


def main() -> None:
    """Work until the standard input ends."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the parent, which then stops the workers
    tasks, channel = _take_streams()
    job = Job.from_line(tasks.readline())
    _limit_memory()
    raw = place(job.raw)
    try:
        nlp = load_for_good(job.settings)
        _send(channel, {"ready": True})
        for count, task in enumerate(_received(tasks), 1):
            faulthandler.dump_traceback_later(job.timeout + _GRACE, exit=True)
            outcome = extract_file(nlp, raw, task.file, job.limit, task.said)
            faulthandler.cancel_dump_traceback_later()
            if count in _SAVES_AFTER:
                STORE.save()  # before the outcome is sent, for behind the last one the pool ends the process
            channel.write(pack_outcome(outcome))
            channel.flush()
    except (RunError, PatternError) as error:
        _send(channel, {"failed": type(error).__name__, "message": str(error)})


def _take_streams() -> tuple[BinaryIO, BinaryIO]:
    """The two pipes to the pool, out of the reach of libraries that read or print."""
    tasks, channel = os.fdopen(os.dup(0), "rb"), os.fdopen(os.dup(1), "wb")
    nothing = os.open(os.devnull, os.O_RDONLY)
    os.dup2(nothing, 0)
    os.dup2(2, 1)
    return tasks, channel


def _limit_memory() -> None:
    if sys.platform == "linux":  # elsewhere there is no such limit, or it counts something else
        import resource  # noqa: PLC0415

        _, hard = resource.getrlimit(resource.RLIMIT_AS)
        if hard == resource.RLIM_INFINITY or hard > _MEMORY_LIMIT:
            resource.setrlimit(resource.RLIMIT_AS, (_MEMORY_LIMIT, hard))


def _received(tasks: BinaryIO) -> Iterator[Task]:
    """The tasks as they come in, without end: when the pool is done, or dead, the process is over at once."""
    waiting: SimpleQueue[Task] = SimpleQueue()

    def receive() -> None:
        for line in tasks:
            waiting.put(Task.from_line(line))
        os._exit(0)

    threading.Thread(target=receive, daemon=True).start()
    while True:
        yield waiting.get()


def pack_outcome(outcome: Outcome) -> bytes:
    """An outcome as a line of JSON and the packed rows."""
    header = asdict(outcome)
    packed: bytes = header.pop("packed")
    return to_line(header | {"size": len(packed)}) + packed


def unpack_outcomes(data: bytes) -> Iterator[Outcome]:
    """The outcomes that ``pack_outcome`` made, one after another."""
    stream = io.BytesIO(data)
    while line := stream.readline():
        header = json.loads(line)
        yield Outcome(packed=stream.read(header.pop("size")), **header)


def _send(channel: BinaryIO, header: dict[str, Any]) -> None:
    channel.write(to_line(header))
    channel.flush()


if __name__ == "__main__":
    main()
