"""Documents a second of the whole job, beside plain spaCy, other numbers of workers and a Dask cluster; and memory.

The documents are the releases that are here, repeated with other numbers so that no two are equal and nothing is
cached. All figures are of one run on one machine: what counts are the ratios. ``python -m benchmarks.throughput
--documents 200 --growth 500`` takes fewer; ``--charts`` draws the charts of ``docs/performance.md``.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from importlib import metadata
from pathlib import Path
from typing import Any, NamedTuple

import psutil
from rich.console import Console
from rich.table import Table

from benchmarks.incremental import write_releases
from extract.corpus.runner import run

DOCUMENTS, GROWTH = 2_000, 10_000
ROUNDS = 2
ROOT = Path(__file__).parents[1]
RESULTS = Path(__file__).parent / "results.json"
_ONE_THREAD = dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"), "1")
_RUN = "import sys; from extract.cli import main; main(sys.argv[1:])"
#: What a user would write instead: the whole model over all texts. The batch size is the best of these.
_BATCHES = (8, 32, 128)
_PLAIN = """
import pathlib, sys, time, warnings
import spacy
warnings.simplefilter("ignore")
texts = [path.read_text(encoding="utf-8") for path in sorted(pathlib.Path(sys.argv[1]).iterdir())]
nlp = spacy.load("es_core_news_sm")
best = {}
for batch in map(int, sys.argv[2].split(",")):
    started = time.process_time()
    for doc in nlp.pipe(texts[:200], batch_size=batch):
        pass
    best[time.process_time() - started] = batch
started = time.process_time()
for doc in nlp.pipe(texts, batch_size=best[min(best)]):
    pass
print(time.process_time() - started)
"""


@dataclass(frozen=True)
class Figure:
    """One line of the table: a figure, how it must be, and whether it is."""

    name: str
    value: str
    target: str
    met: bool


class _Done(NamedTuple):
    """A process from its start to its end: seconds on the clock, seconds of processor time, what it printed."""

    seconds: float
    used: float
    printed: str


def _process(*command: str | Path, cores: set[int] | None = None) -> _Done:
    pin = None if cores is None else lambda: os.sched_setaffinity(0, cores)
    started, used = time.perf_counter(), _used()
    done = subprocess.run(  # noqa: S603
        [sys.executable, *command],
        check=True,
        capture_output=True,
        text=True,
        env=os.environ | _ONE_THREAD,
        preexec_fn=pin,
    )
    return _Done(time.perf_counter() - started, _used() - used, done.stdout)


def _used() -> float:
    """Seconds of processor time that the processes started here have taken, and those that they started."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def _job(raw: Path, out: Path, workers: int, cores: set[int] | None = None) -> _Done:
    """``extract run`` from its start to its end, with nothing cached."""
    return _process("-c", _RUN, "run", raw, out, "--fresh", "--workers", str(workers), cores=cores)


def _contents(out: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in out.iterdir() if path.is_file()}


def _against_spacy(raw: Path, out: Path, documents: int) -> tuple[Figure, dict[str, float]]:
    """The whole job on one core, start included, beside plain spaCy, whose start is not counted.

    Time is that of the processors, so that other work on the machine counts less.
    """
    core = {min(os.sched_getaffinity(0))}
    ours = theirs = 0.0
    batches = ",".join(map(str, _BATCHES))
    for _ in range(ROUNDS):
        theirs = max(theirs, documents / float(_process("-c", _PLAIN, raw, batches, cores=core).printed))
        ours = max(ours, documents / _job(raw, out, 1, core).used)
    value = f"{ours:.0f} / {theirs:.0f} documents/s = {ours / theirs:.1f}×"
    figure = Figure("one core, all of the job, against plain nlp.pipe", value, "≥ 4×", ours / theirs >= 4)
    return figure, {"ours": ours, "nlp.pipe": theirs}


def _workers(raw: Path, out: Path, documents: int) -> tuple[Figure, dict[int, float]]:
    counts = sorted({1, 2, os.cpu_count() or 1})
    speeds = dict.fromkeys(counts, 0.0)
    for _ in range(ROUNDS):
        for count in counts:
            speeds[count] = max(speeds[count], documents / _job(raw, out, count).seconds)
    ratio = speeds[2] / speeds[1]
    value = f"{speeds[2]:.0f} / {speeds[1]:.0f} documents/s = {ratio:.2f}×"
    return Figure("two workers against one", value, "≥ 1.7×", ratio >= 1.7), speeds


def _memory(documents: int, folder: Path) -> tuple[list[Figure], list[tuple[int, float, float]]]:
    """Peak and growth of a worker's memory, and that of the process that hands out the files."""
    raw = folder / "growth"
    raw.mkdir()
    write_releases(raw, documents)
    series: list[tuple[int, float, float]] = []
    parent = psutil.Process()

    def note(done: int, _total: int) -> None:
        if done and done % max(1, documents // 100) == 0:
            of_worker = max((child.memory_info().rss for child in parent.children()), default=0)
            series.append((done, of_worker / 1e6, parent.memory_info().rss / 1e6))

    run(raw, folder / "grown", workers=1, progress=note)
    series = [one for one in series if one[1]]
    early = next(memory for done, memory, _ in series if done >= documents // 10)
    last, peak = series[-1][1], max(memory for _, memory, _ in series)
    growth = last / early - 1
    return [
        Figure("peak memory of a worker", f"{peak:.0f} MB", "≤ 500 MB", peak <= 500),
        Figure(f"its growth, document {documents // 10:,} to {documents:,}", f"{growth:+.1%}", "< 5%", growth < 0.05),
    ], series


@contextmanager
def _cluster() -> Iterator[Any]:
    from distributed import LocalCluster  # noqa: PLC0415 (its start-up is not part of the others)

    with LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=None) as cluster:
        yield cluster


def _dask(raw: Path, folder: Path, documents: int, expected: dict[str, bytes]) -> list[Figure]:
    """The same run on two Dask workers and on two of our own, and one of which a worker is killed."""
    ours = theirs = float("inf")
    same = True
    for number in range(ROUNDS):
        ours = min(ours, run(raw, folder / f"own{number}", workers=2).seconds)
        with _cluster() as cluster:
            theirs = min(theirs, run(raw, folder / f"dask{number}", scheduler=cluster.scheduler_address).seconds)
        same = same and _contents(folder / f"dask{number}") == expected
    ratio = ours / theirs
    value = (
        f"{documents / theirs:.0f} / {documents / ours:.0f} documents/s = {ratio:.2f}×{', same bytes' if same else ''}"
    )
    figure = Figure("two Dask workers against two of our own", value, "≥ 0.9×, same bytes", ratio >= 0.9 and same)
    killed: list[int] = []
    with _cluster() as cluster:

        def kill(done: int, total: int) -> None:
            if done >= total // 2 and not killed:
                killed.append(next(iter(cluster.workers.values())).process.pid)
                os.kill(killed[0], 9)

        summary = run(raw, folder / "killed", scheduler=cluster.scheduler_address, progress=kill)
    same = _contents(folder / "killed") == expected
    done = f"{summary.documents:,} documents, {'same' if same else 'other'} bytes"
    return [figure, Figure("a Dask worker killed in the middle", done, "completes, same bytes", same and bool(killed))]


def _start_up() -> list[Figure]:
    help_seconds = min(_process("-c", _RUN, "--help").seconds for _ in range(5))
    bare = min(_process("-c", "").seconds for _ in range(5))
    importing = min(_process("-c", "import extract").seconds for _ in range(5)) - bare
    return [
        Figure("extract --help", f"{help_seconds:.2f} s", "< 0.3 s", help_seconds < 0.3),
        Figure("import extract", f"{max(importing, 0):.3f} s", "< 0.1 s", importing < 0.1),
    ]


def measure(documents: int = DOCUMENTS, growth: int = GROWTH) -> dict[str, Any]:
    """All figures, the series of the charts, and on what they were measured."""
    with tempfile.TemporaryDirectory(prefix="extract-bench-") as name:
        folder = Path(name)
        raw, out = folder / "raw", folder / "out"
        raw.mkdir()
        write_releases(raw, documents)
        steps: list[Callable[[], Any]] = [
            lambda: _against_spacy(raw, out, documents),
            lambda: _workers(raw, out, documents),
            lambda: _dask(raw, folder, documents, _contents(out)),
            lambda: _memory(growth, folder),
            _start_up,
        ]
        (first, one_core), (second, workers), cluster, (memory, series), start = (step() for step in steps)
    figures = [first, second, *memory, *cluster, *start]
    return {
        "documents": documents,
        "figures": [asdict(figure) for figure in figures],
        "documents_per_second": {"one core": one_core, "workers": workers},
        "memory_in_mb": [{"documents": done, "worker": worker, "parent": parent} for done, worker, parent in series],
        "machine": {
            "processor": _processor(),
            "cores": os.cpu_count(),
            "memory_in_gb": round(psutil.virtual_memory().total / 1e9),
            "system": platform.platform(),
        },
        "versions": {"python": platform.python_version()}
        | {name: metadata.version(name) for name in ("spacy", "es-core-news-sm", "numpy", "pyarrow", "distributed")},
    }


def _processor() -> str:
    info = Path("/proc/cpuinfo")
    lines = info.read_text(encoding="utf-8").splitlines() if info.is_file() else []
    return next((line.split(": ")[1] for line in lines if line.startswith("model name")), platform.processor())


def tables(documents: int = DOCUMENTS, growth: int = GROWTH) -> Iterator[Table]:
    """Each figure beside its target; ``results.json`` keeps them."""
    results = measure(documents, growth)
    RESULTS.write_text(json.dumps(results, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    table = Table(title=f"{documents:,} documents on {results['machine']['cores']} cores")
    for column in ("figure", "measured", "target", ""):
        table.add_column(column)
    for figure in results["figures"]:
        table.add_row(figure["name"], figure["value"], figure["target"], "met" if figure["met"] else "not met")
    yield table


def draw_charts(folder: Path) -> None:
    """The charts of ``results.json`` as small SVG files."""
    from matplotlib.figure import Figure as Chart  # noqa: PLC0415 (only for this)

    results = json.loads(RESULTS.read_text(encoding="utf-8"))
    speeds = results["documents_per_second"]
    chart = Chart(figsize=(5, 3), layout="tight")
    axes = chart.subplots()
    names = ["nlp.pipe, one core", "one core", *(f"{n} worker{'s' * (n != '1')}" for n in speeds["workers"])]
    bars = axes.bar(names, [speeds["one core"]["nlp.pipe"], speeds["one core"]["ours"], *speeds["workers"].values()])
    bars[0].set_color("grey")
    axes.bar_label(bars, fmt="%.0f")
    axes.set_ylabel("documents a second")
    axes.tick_params(axis="x", labelrotation=15)
    chart.savefig(folder / "throughput.svg", metadata={"Date": None})
    chart = Chart(figsize=(5, 3), layout="tight")
    axes = chart.subplots()
    for name in ("worker", "parent"):
        series = results["memory_in_mb"]
        axes.plot([one["documents"] for one in series], [one[name] for one in series], label=name)
    axes.set_ylim(bottom=0)
    axes.set_xlabel("documents done")
    axes.set_ylabel("memory, MB")
    axes.legend()
    chart.savefig(folder / "memory.svg", metadata={"Date": None})


def main() -> None:
    """Measure with the options of the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--documents", type=int, default=DOCUMENTS, help="for the speeds (%(default)s)")
    parser.add_argument("--growth", type=int, default=GROWTH, help="for the memory (%(default)s)")
    parser.add_argument("--charts", action="store_true", help="only draw the charts of results.json into docs/")
    options = parser.parse_args()
    if options.charts:
        draw_charts(ROOT / "docs")
        return
    console = Console(width=130)
    for table in tables(options.documents, options.growth):
        console.print(table)


if __name__ == "__main__":
    main()
