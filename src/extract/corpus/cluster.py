"""A cluster as the workers of a run: Dask gives chunks of files to its processes, which write part files.

It offers what ``pool.Pool`` offers, so that all else of a run is the same. The scheduler passes on names of files and
counts, and no text: outcomes go through part files in a folder, or at a URL, that all machines share. Dask gives the
chunks of a lost worker to another one. A chunk that takes worker after worker with it is tried again file by file, and
the file that does so alone is rejected.
"""

from __future__ import annotations

import faulthandler
import logging
import threading
import uuid
from collections import deque
from contextlib import suppress
from functools import lru_cache
from queue import Empty, SimpleQueue
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self

from extract.corpus.extraction import Outcome, Settings, extract_file, load_for_good, reject
from extract.corpus.listing import RunError
from extract.corpus.provenance import fingerprint
from extract.corpus.storage import delete_parts, place, take_part, write_part
from extract.corpus.worker import Job, Task, pack_outcome, unpack_outcomes
from extract.rules import PatternError

if TYPE_CHECKING:
    from spacy.language import Language

logger = logging.getLogger(__name__)

#: Files of a task: enough that what Dask does for each is little beside, few enough that a lost one costs little.
_CHUNK = 32
#: Tasks for each thread of the cluster that what is left is cut into at least: towards the end they get smaller, so
#: that all threads end at about the same time.
_TASKS_EACH = 4
#: Tasks that are with the scheduler; the names of millions of files would fill its memory.
_IN_FLIGHT = 1_000
#: Seconds that the scheduler, and the first worker, have to answer.
_PATIENCE = 30
_TICK = 0.5
_CRASHED = (
    "The program that reads the file broke down, or took longer than the {:g} s that a document may take, several "
    "times: the file is damaged, or needs too much memory."
)
#: spaCy and the finders' caches are made for one thread.
_one_at_a_time = threading.Lock()


class Cluster:
    """The workers of a Dask scheduler; a context manager that takes its tasks back at the end.

    Parameters
    ----------
    job:
        What all files have in common. Its input must have the same address on all machines.
    scheduler:
        Address of the scheduler, as ``tcp://host:8786``.
    shared:
        A folder or a URL that all machines share, where the part files go.
    context:
        The fingerprint of code, libraries, model and rules, which all workers must have.
    """

    def __init__(self, job: Job, scheduler: str, shared: str, context: bytes) -> None:
        self._job = job
        self._scheduler = scheduler
        self._context = context.hex()
        self._parts = f"{shared}/.unfinished-{uuid.uuid4().hex}"
        self._waiting: deque[Task] = deque()
        self._done: deque[Outcome] = deque()
        self._at_work: dict[Any, tuple[str, list[Task]]] = {}
        self._ended: SimpleQueue[Any] = SimpleQueue()
        self._suspects: deque[Task] = deque()
        self._alone: Any = None
        self._client: Any = None
        self._starting: list[Any] = []

    def __enter__(self) -> Self:
        self._client = _connect(self._scheduler)
        # The workers load the model at once, while this process prepares the rest.
        self._starting = [
            self._client.submit(prepare, self._job.to_line(), workers=[worker], pure=False)
            for worker in self._client.nthreads()
        ]
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        try:
            self._client.cancel([*self._starting, *self._at_work])
            self._client.close()
        finally:
            delete_parts(self._parts)

    def submit(self, task: Task) -> None:
        """Have one more file extracted."""
        self._waiting.append(task)

    def result(self) -> Outcome:
        """The outcome of the file that ends next, of those that were submitted.

        Raises
        ------
        RunError
            The scheduler is gone, or its workers are not fit for this run.
        extract.rules.PatternError
            A pattern file cannot be used.
        """
        while not self._done:
            self._share_out()
            try:
                self._take(self._ended.get(timeout=_TICK))
            except Empty:
                if self._client.status not in {"running", "connecting"}:
                    message = f"The scheduler {self._scheduler} is gone. What is done is kept: run again."
                    raise RunError(message) from None
        return self._done.popleft()

    def _share_out(self) -> None:
        if self._suspects and self._alone is None:  # two at a time might die of each other
            self._alone = self._send([self._suspects.popleft()])
        if not self._waiting or len(self._at_work) >= _IN_FLIGHT:
            return
        threads = max(1, sum(self._client.nthreads().values()))
        while self._waiting and len(self._at_work) < _IN_FLIGHT:
            size = max(1, min(_CHUNK, len(self._waiting) // (_TASKS_EACH * threads)))
            self._send([self._waiting.popleft() for _ in range(size)])

    def _send(self, tasks: list[Task]) -> Any:
        lines = b"".join(task.to_line() for task in tasks)
        part = f"{self._parts}/{uuid.uuid4().hex}"
        order = self._job.to_line(), lines, part, self._context
        future = self._client.submit(extract_chunk, *order, pure=False)
        self._at_work[future] = part, tasks
        future.add_done_callback(self._ended.put)
        return future

    def _take(self, future: Any) -> None:
        part, tasks = self._at_work.pop(future)
        alone = future is self._alone
        if alone:
            self._alone = None
        if future.status == "finished":  # what it returned may be lost with its worker, the part file is not
            self._done += unpack_outcomes(take_part(part))
            return
        error = future.exception() if future.status == "error" else None
        if isinstance(error, (RunError, PatternError)):
            raise error
        if type(error).__name__ != "KilledWorker":
            raise RunError(f"A task failed on the cluster ({error or future.status}). What is done is kept: run again.")
        if not alone:  # a task of one file may have waited in the worker that another one took with it
            self._suspects += tasks
        else:
            sentence = _CRASHED.format(self._job.timeout)
            self._done.append(reject(tasks[0].file, tasks[0].sha256, sentence, lasting=False))


def _connect(scheduler: str) -> Any:
    """A client of the scheduler, which has at least one worker.

    Raises
    ------
    RunError
        Dask is not installed, the address is none, nobody answers, or there is no worker.
    """
    try:
        from distributed import Client  # noqa: PLC0415 (most runs need no cluster)
        from distributed.comm.addressing import get_address_host  # noqa: PLC0415
    except ImportError as error:
        raise RunError("--scheduler needs further packages: pip install 'press-quantities[cluster]'.") from error
    logging.getLogger("distributed").setLevel(logging.ERROR)  # what becomes of the run is told by the run
    try:
        # A client of an address that is none stays half open, and can block whatever thread collects it as garbage.
        get_address_host(scheduler)
    except (OSError, ValueError) as error:
        raise RunError(f"{scheduler!r} is no address of a scheduler: name it as tcp://host:8786.") from error
    try:
        client = Client(scheduler, timeout=_PATIENCE, set_as_default=False)
    except OSError as error:
        advice = "start one with 'dask scheduler', and name it as tcp://host:8786"
        raise RunError(f"No scheduler answers at {scheduler}: {advice}.") from error
    try:
        client.wait_for_workers(1, timeout=_PATIENCE)
    except TimeoutError as error:
        client.close()
        raise RunError(
            f"The scheduler {scheduler} has no workers: start some with 'dask worker {scheduler}'."
        ) from error
    return client


def prepare(job_line: bytes) -> None:
    """Load the model of a job in a worker; what is wrong with it is told by the first chunk."""
    with _one_at_a_time, suppress(RunError, PatternError):
        _model(Job.from_line(job_line).settings)


def extract_chunk(job_line: bytes, task_lines: bytes, part: str, context: str) -> int:
    """What a worker of the cluster does for one task: extract some files and write their outcomes to a part file.

    Parameters
    ----------
    job_line, task_lines:
        The ``Job`` and the tasks as lines of JSON.
    part:
        The path or URL of the part file.
    context:
        The run's fingerprint of code, libraries, model and rules, which must be this worker's too.

    Returns
    -------
    The number of outcomes in the part file.

    Raises
    ------
    RunError
        The worker has another version of something.
    """
    job = Job.from_line(job_line)
    with _one_at_a_time:
        if _fingerprint(job.settings) != context:
            raise RunError(
                "A worker of the cluster has other versions of the program, its libraries, the model or the rules than "
                "this machine: install the same on all."
            )
        nlp = _model(job.settings)
        outcomes = [_extract(nlp, job, Task.from_line(line)) for line in task_lines.splitlines()]
    write_part(part, b"".join(map(pack_outcome, outcomes)))
    return len(outcomes)


def _extract(nlp: Language, job: Job, task: Task) -> Outcome:
    """One outcome; a file that takes too long ends the process, which Dask then starts again."""
    watched = _has_nanny()
    if watched:
        faulthandler.dump_traceback_later(job.timeout, exit=True)
    try:
        return extract_file(nlp, place(job.raw), task.file, job.limit, task.said)
    finally:
        if watched:
            faulthandler.cancel_dump_traceback_later()


def _has_nanny() -> bool:
    from distributed import get_worker  # noqa: PLC0415 (only the workers of a cluster get here)

    return get_worker().nanny is not None


@lru_cache(maxsize=1)
def _fingerprint(settings: Settings) -> str:
    return fingerprint(settings).hex()


@lru_cache(maxsize=1)
def _model(settings: Settings) -> Language:
    return load_for_good(settings)
