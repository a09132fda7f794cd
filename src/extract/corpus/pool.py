"""The worker processes of a run, seen from the parent: files go in, outcomes come out in the order of their end.

A worker that dies is replaced. The file that it was at is tried once more by a worker that has nothing else to do, and
rejected if that one dies too. A file that takes too long is stopped with its worker and rejected.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import threading
import time
from collections import deque
from contextlib import suppress
from queue import Empty, SimpleQueue
from types import TracebackType
from typing import IO, Any, Self

from extract.corpus.extraction import Outcome, reject
from extract.corpus.listing import RunError
from extract.corpus.worker import Job, Task
from extract.rules import PatternError

#: Files that a worker has before it, so that it never waits for the parent. Few, so that the last ones are shared out.
_AHEAD = 4
#: Seconds between two looks at the clock.
_TICK = 0.25
#: Workers that may die before they have loaded the model until it is clear that none will.
_FALSE_STARTS = 3
#: The processes are the parallel part; threads of the linear algebra under each would only get in their way.
_ONE_THREAD = dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "BLIS_NUM_THREADS"), "1")

#: What a worker says: its header, or None when it has ended, and the bytes that belong to it.
_Inbox = SimpleQueue[tuple["_Worker", dict[str, Any] | None, bytes]]

_CRASHED = "The program that reads the file broke down, twice: the file is damaged, or needs too much memory."


class _Worker:
    """A worker process, the files that it was sent, and a thread that passes on what it says."""

    def __init__(self, job: Job, inbox: _Inbox) -> None:
        self.tasks: deque[Task] = deque()
        self.ready = False
        self.alone = False
        self.since = 0.0
        command = [sys.executable, "-P", "-m", "extract.corpus.worker"]
        try:
            self.process = subprocess.Popen(  # noqa: S603 (our own module)
                command,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                env=os.environ | _ONE_THREAD,
            )
        except OSError as error:
            raise RunError(f"No worker process can be started: {error.strerror or error}.") from error
        self._write(job.to_line())
        self._listener = threading.Thread(target=self._listen, args=(inbox,), daemon=True)
        self._listener.start()

    def _listen(self, inbox: _Inbox) -> None:
        stream = self._pipe(self.process.stdout)
        while line := stream.readline():
            try:
                header = json.loads(line)
            except ValueError:  # cut short by its end
                break
            size = header.pop("size", 0)
            body = stream.read(size)
            if len(body) < size:
                break
            inbox.put((self, header, body))
        stream.close()
        inbox.put((self, None, b""))

    def send(self, task: Task, now: float) -> None:
        """Give it one more file."""
        if not self.tasks:
            self.since = now
        self.tasks.append(task)
        self._write(task.to_line())

    def _write(self, line: bytes) -> None:
        stream = self._pipe(self.process.stdin)
        with suppress(OSError):  # where it is dead, its other pipe will tell
            stream.write(line)
            stream.flush()

    @staticmethod
    def _pipe(stream: IO[bytes] | None) -> IO[bytes]:
        if stream is None:
            raise AssertionError("the process was made with pipes")
        return stream

    def kill(self) -> None:
        """End it at once."""
        self.process.kill()
        self.process.wait()
        with suppress(OSError):  # there may be something left to be sent
            self._pipe(self.process.stdin).close()
        self._listener.join()


class Pool:
    """Workers that are started as they are needed; a context manager that ends them.

    Parameters
    ----------
    job:
        What all files have in common.
    workers:
        The number of processes.
    """

    def __init__(self, job: Job, workers: int) -> None:
        self._job = job
        self._size = workers
        self._workers: list[_Worker] = []
        self._inbox: _Inbox = SimpleQueue()
        self._waiting: deque[Task] = deque()
        self._suspects: deque[Task] = deque()
        self._crashed: set[Task] = set()
        self._false_starts = 0
        self._clock = 0.0
        self._looked = time.monotonic()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for worker in self._workers:
            worker.kill()

    def submit(self, task: Task) -> None:
        """Have one more file extracted. Workers begin to load the model at once, while the parent prepares the rest."""
        self._waiting.append(task)
        self._start_workers()

    def result(self) -> Outcome:
        """The outcome of the file that ends next, of those that were submitted.

        Raises
        ------
        RunError
            The model cannot be used, or no worker starts.
        extract.rules.PatternError
            A pattern file cannot be used.
        """
        while True:
            self._share_out()
            outcome = self._receive()
            if outcome is not None:
                return outcome

    def _share_out(self) -> None:
        for worker in self._workers:
            if not worker.ready or worker.alone:
                continue
            if self._suspects and not worker.tasks:
                worker.alone = True
                worker.send(self._suspects.popleft(), self._clock)
            while self._waiting and not self._suspects and not worker.alone and len(worker.tasks) < _AHEAD:
                worker.send(self._waiting.popleft(), self._clock)
        self._start_workers()

    def _start_workers(self) -> None:
        """Have as many workers as there is work for, up to their number."""
        starting = sum(not worker.ready for worker in self._workers)
        while len(self._workers) < self._size and len(self._waiting) + len(self._suspects) > starting:
            self._workers.append(_Worker(self._job, self._inbox))
            starting += 1

    def _receive(self) -> Outcome | None:
        try:
            worker, header, body = self._inbox.get(timeout=_TICK)
        except Empty:
            return self._stop_overdue()
        finally:
            # A parent that was held up, or the whole job with it, must not take that for slowness of the workers.
            now = time.monotonic()
            self._clock += min(now - self._looked, 4 * _TICK)
            self._looked = now
        if worker not in self._workers:
            return None
        if header is None:
            return self._bury(worker)
        if "failed" in header:
            raise PatternError(header["message"]) if header["failed"] == "PatternError" else RunError(header["message"])
        worker.since = self._clock
        if "ready" in header:
            worker.ready = True
            return None
        worker.tasks.popleft()
        worker.alone = False
        return Outcome(packed=body, **header)

    def _stop_overdue(self) -> Outcome | None:
        for worker in self._workers:
            if worker.tasks and self._clock - worker.since > self._job.timeout:
                task = self._remove(worker)
                sentence = f"The file took longer than the {self._job.timeout:g} s that a document may take."
                return reject(task.file, task.sha256, sentence, lasting=False) if task else None
        return None

    def _bury(self, worker: _Worker) -> Outcome | None:
        """Deal with the files of a worker that died."""
        if not worker.ready:
            self._false_starts += 1
            if self._false_starts == _FALSE_STARTS:
                raise RunError("The worker processes end while they load the model: there may be too little memory.")
        task = self._remove(worker)
        if task in self._crashed:
            return reject(task.file, task.sha256, _CRASHED, lasting=False)
        if task is not None:
            self._crashed.add(task)
            self._suspects.append(task)
        return None

    def _remove(self, worker: _Worker) -> Task | None:
        """End a worker, take back what it had not begun, and return the file that it was at."""
        worker.kill()
        self._workers.remove(worker)
        task = worker.tasks.popleft() if worker.tasks else None
        self._waiting.extendleft(reversed(worker.tasks))
        return task
