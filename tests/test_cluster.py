"""A run on the workers of a Dask scheduler gives the bytes of a run here, also when one of them dies."""

import gc
import os
import threading
import time

import pytest

from extract.corpus.cluster import Cluster
from extract.corpus.extraction import Settings
from extract.corpus.listing import RunError
from extract.corpus.runner import run
from extract.corpus.worker import Job, Task

distributed = pytest.importorskip("distributed")

pytestmark = [
    pytest.mark.skipif(os.name != "posix", reason="processes are killed in another way there"),
    # Dask's own clean-up: of sockets and processes of a worker that was killed, and of its event loops
    pytest.mark.filterwarnings("ignore::ResourceWarning"),
    pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning"),
    pytest.mark.filterwarnings("ignore::DeprecationWarning"),
]

#: Any free port for Dask's own page: its usual one may be another program's.
_ANY_PORT = {"dashboard": False, "dashboard_address": ":0"}

_CRASH = """
import os
import extract.pipeline as pipeline
whole = pipeline.extract_document
def faulty(nlp, source):
    if "crashes" in source.release.text:
        os._exit(9)
    return whole(nlp, source)
pipeline.extract_document = faulty
"""


@pytest.fixture
def raw(tmp_path):
    folder = tmp_path / "raw"
    folder.mkdir()
    for i in range(60):
        (folder / f"{i:02}.txt").write_text(f"Hubo {300 + i} casos en la zona.\n\nSe entregaron {i + 1} mil 20 becas.")
    return folder


@pytest.fixture
def cluster(tmp_path):
    with distributed.LocalCluster(
        n_workers=2, threads_per_worker=1, scheduler_kwargs=_ANY_PORT, local_directory=str(tmp_path / "dask")
    ) as local:
        yield local


def contents(out):
    return {path.name: path.read_bytes() for path in out.iterdir() if path.is_file()}


def test_the_bytes_are_those_of_a_local_run(raw, tmp_path, cluster):
    address = cluster.scheduler_address
    summary = run(raw, tmp_path / "far", scheduler=address)
    assert (summary.documents, summary.records, summary.unchanged) == (60, 120, 0)
    run(raw, tmp_path / "near", workers=1)
    assert contents(tmp_path / "far") == contents(tmp_path / "near")
    assert sorted(path.name for path in (tmp_path / "far").iterdir() if path.is_dir()) == [".cache"]
    assert run(raw, tmp_path / "far", scheduler=address).unchanged == 60
    with pytest.raises(RunError, match="no_model"):
        run(raw, tmp_path / "other", scheduler=address, model="no_model")


class _Client:
    """A client of two threads, which notes the number of files of each task that it is given."""

    def __init__(self):
        self.sizes = []

    def nthreads(self):
        return {"one": 1, "other": 1}

    def submit(self, _function, _job, lines, *_more, **_options):
        self.sizes.append(len(lines.splitlines()))
        return _Future()


class _Future:
    """A task that never ends."""

    def add_done_callback(self, called):
        pass


def test_tasks_get_smaller_towards_the_end():
    shared = Cluster(Job("raw", Settings(), 1, 1), "tcp://nowhere:1", "out", b"")
    shared._client = client = _Client()
    for number in range(400):
        shared.submit(Task(f"{number}.txt", ""))
    shared._share_out()
    assert sum(client.sizes) == 400
    assert client.sizes == sorted(client.sizes, reverse=True)
    assert (client.sizes[0], client.sizes[-1]) == (32, 1)


def test_chunks_of_a_killed_worker_are_done_again(raw, tmp_path, cluster):
    killed: list[int] = []

    def kill_one(done, _total):
        if done and not killed:
            killed.append(next(iter(cluster.workers.values())).process.pid)
            os.kill(killed[0], 9)

    summary = run(raw, tmp_path / "far", scheduler=cluster.scheduler_address, progress=kill_one)
    run(raw, tmp_path / "near", workers=1)
    assert killed
    assert summary.rejected == []
    assert contents(tmp_path / "far") == contents(tmp_path / "near")


def test_a_file_that_kills_workers_is_rejected_alone(raw, tmp_path, in_workers):
    in_workers(_CRASH)
    (raw / "bad.txt").write_text("Este texto crashes con 30 casos.")
    with distributed.LocalCluster(n_workers=2, threads_per_worker=1, scheduler_kwargs=_ANY_PORT) as local:
        summary = run(raw, tmp_path / "far", scheduler=local.scheduler_address)
    assert [file for file, _ in summary.rejected] == ["bad.txt"]
    assert "broke down" in summary.rejected[0][1]
    assert summary.records == 120


def test_another_version_on_a_worker_stops_the_run(raw, tmp_path, cluster, monkeypatch):
    monkeypatch.setattr("extract.corpus.runner.fingerprint", lambda _settings: b"other")
    with pytest.raises(RunError, match="install the same on all"):
        run(raw, tmp_path / "far", scheduler=cluster.scheduler_address)


def test_a_scheduler_that_is_not_there_is_named(raw, tmp_path, monkeypatch):
    monkeypatch.setattr("extract.corpus.cluster._PATIENCE", 2)
    with pytest.raises(RunError, match=r"No scheduler answers at tcp://127\.0\.0\.1:9"):
        run(raw, tmp_path / "far", scheduler="tcp://127.0.0.1:9")


@pytest.mark.parametrize("address", ["nonsense://x", "tcp://host", "tcp://host:port", "localhost", "tcp://"])
def test_an_address_that_is_none_is_named_and_leaves_no_client(raw, tmp_path, address):
    with pytest.raises(RunError, match="is no address of a scheduler"):
        run(raw, tmp_path / "far", scheduler=address)
    clients = [thing for thing in gc.get_objects() if isinstance(thing, distributed.Client)]
    assert {client.status for client in clients} <= {"closed"}


def test_a_scheduler_without_workers_is_named(raw, tmp_path, monkeypatch):
    monkeypatch.setattr("extract.corpus.cluster._PATIENCE", 2)
    with (
        distributed.LocalCluster(n_workers=0, processes=False, scheduler_kwargs=_ANY_PORT, protocol="tcp") as local,
        pytest.raises(RunError, match="has no workers"),
    ):
        run(raw, tmp_path / "far", scheduler=local.scheduler_address)


def test_a_scheduler_that_goes_away_ends_the_run(raw, tmp_path, monkeypatch):
    monkeypatch.setattr("extract.corpus.cluster._TICK", 0.1)
    local = distributed.LocalCluster(n_workers=1, threads_per_worker=1, scheduler_kwargs=_ANY_PORT)
    closing: list[threading.Thread] = []

    def close(done, _total):
        if done and not closing:
            closing.append(threading.Thread(target=local.close))
            closing[0].start()
            time.sleep(1)

    try:
        with pytest.raises(RunError, match="run again"):
            run(raw, tmp_path / "far", scheduler=local.scheduler_address, progress=close)
    finally:
        closing[0].join()
    assert run(raw, tmp_path / "far").unchanged > 0


def test_without_dask_the_extra_is_named(raw, tmp_path, monkeypatch):
    monkeypatch.setitem(__import__("sys").modules, "distributed", None)
    with pytest.raises(RunError, match=r"press-quantities\[cluster\]"):
        run(raw, tmp_path / "far", scheduler="tcp://127.0.0.1:9")
