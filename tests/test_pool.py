import datetime as dt
import gc
import os
import subprocess
import sys
import time

import pytest

from extract.corpus.extraction import Settings, load_for_good
from extract.corpus.listing import RunError
from extract.corpus.pool import Pool
from extract.corpus.runner import run
from extract.corpus.worker import Job, Task
from extract.readers import Metadata
from extract.rows import unpack
from extract.rules import PatternError

#: What the worker processes do with some words, as a broken native library would.
FAULTS = """
import os, pathlib, sys, time
import extract.pipeline as pipeline

whole = pipeline.extract_document
marks = pathlib.Path(__file__).parent

def faulty(nlp, source):
    text = source.release.text
    if "crashes" in text:
        os.abort()
    if "falters" in text and not (marks / "faltered").exists():
        (marks / "faltered").touch()
        os._exit(9)
    if "hangs" in text:
        while True:
            pass
    if "swells" in text:
        return [bytes(200_000_000) for _ in range(10_000)]
    if "recurs" in text:
        return faulty(nlp, source)
    if "prints" in text:
        print("noise" * 100_000, flush=True)
        os.write(1, b"more noise")
        sys.stdin.read()
    return whole(nlp, source)

pipeline.extract_document = faulty
"""


def outcomes(job, tasks, workers):
    with Pool(job, workers) as pool:
        for task in tasks:
            pool.submit(task)
        found = [pool.result() for _ in tasks]
    return {one.file: one for one in found}


def error(outcome):
    return unpack(outcome.packed)[0].document.error


@pytest.fixture
def raw(tmp_path):
    folder = tmp_path / "raw"
    folder.mkdir()
    for i in range(12):
        (folder / f"{i:02}.txt").write_text(f"Hubo {300 + i} casos en la zona.")
    return folder


def tasks_of(raw):
    return [Task(path.name, "a" * 64) for path in sorted(raw.iterdir())]


@pytest.mark.skipif(os.name != "posix", reason="a process dies in another way there")
def test_one_bad_file_costs_no_other(raw, in_workers):
    in_workers(FAULTS)
    for name in ("crashes", "falters", "hangs", "swells", "recurs", "prints"):
        (raw / f"0-{name}.txt").write_text(f"Este texto {name} con 30 casos.")
    job = Job(str(raw), Settings(), 10**6, timeout=15)
    found = outcomes(job, tasks_of(raw), workers=2)
    errors = {file: error(one) for file, one in found.items() if error(one)}
    assert errors == {
        "0-crashes.txt": "The program that reads the file broke down, twice: "
        "the file is damaged, or needs too much memory.",
        "0-hangs.txt": "The file took longer than the 15 s that a document may take.",
        "0-swells.txt": "The file needs more memory than a document may take: split it.",
        "0-recurs.txt": "The file is nested too deeply to be read.",
    }
    assert sorted(file for file, one in found.items() if not one.lasting) == [
        "0-crashes.txt",
        "0-hangs.txt",
        "0-swells.txt",
    ]
    assert found["0-crashes.txt"].sha256 == "a" * 64
    assert len(found) == 18
    assert all(len(unpack(one.packed)[0].records) == 1 for file, one in found.items() if file not in errors)


def test_what_is_not_lasting_is_tried_again(raw, tmp_path, in_workers, monkeypatch):
    in_workers(FAULTS)
    (raw / "bad.txt").write_text("Este texto crashes con 30 casos.")
    assert [file for file, _ in run(raw, tmp_path / "out").rejected] == ["bad.txt"]
    monkeypatch.delenv("PYTHONPATH")
    again = run(raw, tmp_path / "out")
    assert (again.rejected, again.unchanged, again.records) == ([], 12, 13)


@pytest.mark.skipif(os.name != "posix", reason="a process dies in another way there")
def test_workers_that_die_at_the_start_end_the_run(raw, in_workers):
    in_workers("import os; os.abort()")
    with pytest.raises(RunError, match="The worker processes end while they load the model"):
        outcomes(Job(str(raw), Settings(), 10**6, 60), tasks_of(raw), workers=2)


def test_what_is_wrong_with_the_settings_is_raised_here(raw, tmp_path):
    with pytest.raises(RunError, match="no_model"):
        outcomes(Job(str(raw), Settings("no_model"), 10**6, 60), tasks_of(raw), workers=1)
    (tmp_path / "hedges.yml").write_text("rules:\n  - id: a\n    colour: red\n")
    with pytest.raises(PatternError, match=r"hedges.yml:2: "):
        outcomes(Job(str(raw), Settings(patterns=str(tmp_path)), 10**6, 60), tasks_of(raw), workers=1)


@pytest.mark.skipif(os.name != "posix", reason="processes are listed in another way there")
def test_no_worker_outlives_its_pool(raw):
    """Also one that is at work, and also when nobody can tell it to stop."""
    code = (
        "import os, sys; from extract.corpus.extraction import Settings; from extract.corpus.pool import Pool\n"
        "from extract.corpus.worker import Job, Task\n"
        "pool = Pool(Job(sys.argv[1], Settings(), 10**6, 60), 1); pool.submit(Task('00.txt', '')); pool.result()\n"
        "print(pool._workers[0].process.pid, flush=True); os.kill(os.getpid(), 9)"
    )
    parent = subprocess.run([sys.executable, "-c", code, raw], capture_output=True, text=True, check=False)  # noqa: S603
    worker = int(parent.stdout)
    for _ in range(600):
        if not is_alive(worker):
            break
        time.sleep(0.1)
    assert not is_alive(worker)


def is_alive(pid):
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    state = subprocess.run(["ps", "-o", "stat=", "-p", str(pid)], capture_output=True, text=True, check=False)  # noqa: S603, S607
    return not state.stdout.startswith("Z") and bool(state.stdout.strip())


def test_tasks_and_jobs_come_through_the_pipe_whole():
    for task in (
        Task("a\nb\udcf1.txt", "f" * 64),
        Task("ñ.txt", "", Metadata(dt.date(2024, 5, 3), "Toluca", None, "https://example.org")),
        Task("b.txt", "", Metadata()),
    ):
        line = task.to_line()
        assert line.count(b"\n") == 1
        assert Task.from_line(line) == task
    job = Job("raw\udcf1", Settings("m", "p", "MX"), 5, 60.5)
    assert Job.from_line(job.to_line()) == job


def test_what_is_loaded_for_good_is_no_longer_looked_through():
    before = gc.get_threshold()
    try:
        load_for_good(Settings())
        assert gc.isenabled()
        assert gc.get_freeze_count() > 100_000
        assert gc.get_threshold()[0] > before[0]
    finally:
        gc.unfreeze()
        gc.set_threshold(*before)
