"""A folder of releases → the output files: the main job.

Each file stands alone: what goes wrong with one becomes its ``rejected`` row, and the others are extracted. Only what
is new is extracted, and the output is the same, byte for byte, whatever the number of workers, and also when a run was
killed and another one went on with it.
"""

from __future__ import annotations

import os
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from extract.corpus.cache import Cache, DamagedCacheError, delete_cache
from extract.corpus.extraction import DEFAULT_MODEL, Settings, load_model
from extract.corpus.listing import RunError, source_file
from extract.corpus.pool import Pool
from extract.corpus.provenance import fingerprint
from extract.corpus.results import Input, Results, digest, identify
from extract.corpus.storage import Place, list_files, place, read_sidecar, upload
from extract.corpus.worker import Job
from extract.readers import Metadata, SidecarError
from extract.rows import Rows
from extract.tables.publishing import WriteError, make_folder, output_hashes, tidy

if TYPE_CHECKING:
    from extract.corpus.cluster import Cluster

__all__ = ["DEFAULT_MODEL", "RunError", "Settings", "Summary", "list_files", "load_model", "run"]

#: A release is a few kilobytes; a much larger file is something else, and its parse would fill the memory.
MAX_MB = 50.0
#: Seconds that one file may take.
TIMEOUT = 60.0
#: For fewer documents a further worker takes longer to load the model than it saves.
_WORTH_WORKERS = 40

#: Files of an object store that are read at a time.
_DOWNLOADS = 32

Progress = Callable[[int, int], None]


@dataclass
class Summary:
    """What a run did.

    ``unchanged`` counts the files whose rows were there already; ``rejected`` holds path and reason of each rejected
    document, ``numerals`` counts by class. ``unknown`` are the files that ``metadata.csv`` names and nobody finds.
    """

    out: Place
    documents: int = 0
    records: int = 0
    unchanged: int = 0
    rejected: list[tuple[str, str]] = field(default_factory=list)
    numerals: Counter[str] = field(default_factory=Counter)
    unknown: list[str] = field(default_factory=list)
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
    fresh: bool = False,
    max_mb: float = MAX_MB,
    timeout: float = TIMEOUT,
    scheduler: str | None = None,
    progress: Progress | None = None,
) -> Summary:
    """Extract every release of a folder and write the tables.

    Parameters
    ----------
    raw:
        The folder with the releases, in any depth, or its URL (``s3://bucket/releases``).
    out:
        The folder for the output, made if it does not exist, or its URL. Only a folder keeps what was extracted for
        the next run.
    workers:
        Number of processes. By default one for each core, and one alone for few files.
    model:
        Name of an installed Spanish spaCy model.
    patterns:
        A folder whose rules add to the shipped ones or override them.
    convention:
        ISO 3166 code of the country whose number format applies to all; by default each release tells its own.
    fresh:
        Extract everything again, also what is unchanged since the last run.
    max_mb:
        Size in megabytes over which a file is rejected.
    timeout:
        Seconds after which a file is given up and rejected.
    scheduler:
        Address of a Dask scheduler (``tcp://host:8786``), whose workers then extract the files instead of processes of
        this machine. They must see the input, and an output that is a folder, at the same place.
    progress:
        Called with (files done, files in all) at the start and as the run goes on.

    Raises
    ------
    RunError
        There is nothing to read, model, output folder or cluster cannot be used, or another run is writing there.
    extract.rules.PatternError
        A pattern file cannot be used; the message names file and line.
    """
    started = time.monotonic()
    raw, out = place(raw), place(out)
    files = list_files(raw, out)
    job = Job(
        str(raw.absolute() if isinstance(raw, Path) and scheduler else raw),
        Settings(model, None if patterns is None else str(patterns), convention),
        int(max_mb * 1e6),
        timeout,
    )
    report = progress or (lambda _done, _total: None)
    if isinstance(out, Path):
        summary = _run_into(out, _Order(job, files, out, str(out.absolute()), workers, scheduler, fresh, report))
    else:
        with tempfile.TemporaryDirectory(prefix="extract-") as name:
            local = Path(name)
            summary = _run_into(local, _Order(job, files, local, out, workers, scheduler, fresh, report))
            upload(local, out)
        summary.out = out
    summary.seconds = time.monotonic() - started
    return summary


@dataclass(frozen=True)
class _Order:
    """What a run is to do. ``shared`` is the output's place as all machines of a cluster see it."""

    job: Job
    files: list[str]
    out: Path
    shared: str
    workers: int | None
    scheduler: str | None
    fresh: bool
    report: Progress


def _run_into(out: Path, order: _Order) -> Summary:
    try:
        make_folder(out)
        try:
            return _run(order)
        except DamagedCacheError:
            delete_cache(out)
            return _run(order)
    except (WriteError, SidecarError) as error:
        raise RunError(str(error)) from error


def _run(order: _Order) -> Summary:
    total = len(order.files)
    context = fingerprint(order.job.settings)
    with Cache(order.out) as cache:
        if order.fresh:
            cache.clear()
        tidy(order.out)
        order.report(0, total)
        said = read_sidecar(place(order.job.raw))
        unknown = sorted(said.keys() - {source_file(file) for file in order.files})
        inputs = _identified(order, said, context)
        run_digest = digest(inputs, context)
        summary = _last_summary(cache, run_digest, order.out)
        if summary is not None:
            summary.unknown = unknown
            order.report(total, total)
            return summary
        results = Results(inputs, cache, lambda done: order.report(done, total))
        summary = Summary(order.out, unchanged=total - results.new, unknown=unknown)
        with _workers(order, results.new, context) as pool:
            _write(order.out, results.rows(pool), summary)
        finished = {"digest": run_digest, "files": output_hashes(order.out), "summary": _to_json(summary, total)}
        cache.finish((one.key for one in inputs), finished if results.lasting else None)
    return summary


def _workers(order: _Order, new: int, context: bytes) -> Pool | Cluster:
    if order.scheduler is None or new == 0:
        return Pool(order.job, order.workers or _workers_for(new))
    from extract.corpus.cluster import Cluster  # noqa: PLC0415 (most runs need no cluster)

    return Cluster(order.job, order.scheduler, order.shared, context)


def _identified(order: _Order, said: Mapping[str, Metadata], context: bytes) -> list[Input]:
    raw = place(order.job.raw)

    def identified(file: str) -> Input:
        return identify(raw, file, order.job.limit, context, said.get(source_file(file)))

    if isinstance(raw, Path):
        return list(map(identified, order.files))
    with ThreadPoolExecutor(_DOWNLOADS) as threads:  # a store answers many at once, and each one late
        return list(threads.map(identified, order.files))


def _write(out: Path, rows: Iterator[Rows], summary: Summary) -> None:
    from extract.tables.writers import write_tables  # noqa: PLC0415 (a run that finds nothing new needs no Arrow)

    def counted() -> Iterator[Rows]:
        for one in rows:
            summary.add(one)
            yield one

    write_tables(out, counted())


def _last_summary(cache: Cache, run_digest: str, out: Path) -> Summary | None:
    """The summary of the last run, if it had the same inputs and its output is still as it was written."""
    said = cache.finished()
    if said is None or said.get("digest") != run_digest or said.get("files") != output_hashes(out):
        return None
    values = said["summary"]
    return Summary(
        out,
        documents=values["documents"],
        records=values["records"],
        unchanged=values["files"],
        rejected=[(file, reason) for file, reason in values["rejected"]],
        numerals=Counter(values["numerals"]),
    )


def _to_json(summary: Summary, files: int) -> dict[str, Any]:
    return {
        "files": files,
        "documents": summary.documents,
        "records": summary.records,
        "rejected": summary.rejected,
        "numerals": summary.numerals,
    }


def _workers_for(new: int) -> int:
    """One process for each core that this one may use, which on a shared machine are fewer than there are."""
    if new < _WORTH_WORKERS:
        return 1
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
