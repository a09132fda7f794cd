import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from extract.corpus.cache import Cache
from extract.corpus.pool import Pool
from extract.corpus.runner import RunError, run
from extract.rules import PatternError
from extract.tables.publishing import output_hashes

RELEASE = "Llegan más de {n} becas\n\nToluca, a 3 de mayo de 2024.- El Ayuntamiento entregó más de {n} becas este año."


def make(raw, files):
    for name, content in files.items():
        path = raw / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return raw


def documents(out):
    return {row["source_file"]: row for row in pq.read_table(out / "documents.parquet").to_pylist()}


def records(out):
    return {(row["source_file"], row["value"]) for row in pq.read_table(out / "records.parquet").to_pylist()}


def contents(out):
    return {path.name: path.read_bytes() for path in out.iterdir() if path.is_file()}


def damage_rows(out):
    """Entries that are no packed rows, some of them compressed like those that are."""
    (out / "records.csv").unlink()
    with Cache(out) as cache:
        for i, (key,) in enumerate(cache._connection.execute("SELECT key FROM rows").fetchall()):
            cache.put(key, [b"", b"foreign", b"x\x01\x03\x00\x00\x00\x00\x01"][i % 3])


@pytest.fixture
def raw(tmp_path):
    return make(tmp_path / "raw", {f"{i:02}.txt": RELEASE.format(n=300 + i) for i in range(6)})


@pytest.fixture(scope="module")
def finished(tmp_path_factory):
    """The output of a run over six releases and an empty file."""
    folder = tmp_path_factory.mktemp("finished")
    make(folder / "raw", {f"{i:02}.txt": RELEASE.format(n=300 + i) for i in range(6)} | {"empty.txt": b""})
    run(folder / "raw", folder / "out")
    return folder


@pytest.fixture
def out(finished, raw, tmp_path):
    """A copy of that output, for ``raw`` with the empty file."""
    make(raw, {"empty.txt": b""})
    return shutil.copytree(finished / "out", tmp_path / "out")


@pytest.fixture
def extracted(monkeypatch):
    """The files that a run hands to the workers, in order."""
    submitted = []
    submit = Pool.submit

    def noting(pool, task):
        submitted.append(task.file)
        submit(pool, task)

    monkeypatch.setattr(Pool, "submit", noting)
    return submitted


@pytest.mark.skipif(os.name != "posix", reason="names and links are of another kind there")
def test_every_file_is_in_the_documents(raw, tmp_path):
    make(
        raw,
        {
            "empty.txt": b"",
            "blank.txt": b" \n ",
            "binary.txt": b"\x00\x01" * 30,
            "table.xlsx": b"PK",
            "noending": b"Hola",
            "none.txt": b"Sin cifras.",
            "sub/nodate.md": "Hubo 30 casos este mes.",
            "cp1252.txt": "Los niños ganaron 30 medallas según él.".encode("cp1252"),
            "big.txt": "Hubo 30 casos. " * 200,
        },
    )
    Path(os.fsdecode(bytes(raw) + b"/ni\xf1os.txt")).write_text("Hubo 30 casos.")
    os.mkfifo(raw / "pipe.txt")
    (raw / "loose.txt").symlink_to(raw / "nowhere")
    (raw / "outside.txt").symlink_to(make(tmp_path, {"secret.txt": "Hubo 30 casos."}) / "secret.txt")
    (raw / "up").symlink_to("..")
    told = []
    summary = run(raw, tmp_path / "out", max_mb=0.002, progress=lambda done, total: told.append((done, total)))
    rows = documents(tmp_path / "out")
    rejected = {name: row["error"] for name, row in rows.items() if row["status"] == "rejected"}
    unavailable = {"loose.txt", "outside.txt", "pipe.txt", "up", "big.txt"}
    assert set(rejected) == {"empty.txt", "blank.txt", "binary.txt", "table.xlsx", "noending", *unavailable}
    assert all(error.endswith(".") and "\n" not in error for error in rejected.values())
    assert summary.rejected == sorted(rejected.items())
    assert summary.documents == len(rows) == 6 + 14
    assert summary.records == sum(row["n_records"] for row in rows.values()) == 15
    assert rows["sub/nodate.md"]["published"] is None
    assert rows["cp1252.txt"]["encoding"] == "cp1252"
    assert rows["none.txt"]["n_records"] == 0
    assert rows["ni\\xf1os.txt"]["n_records"] == 1
    assert list(rows) == sorted(rows)
    assert rows["table.xlsx"]["source_sha256"] == hashlib.sha256(b"PK").hexdigest()
    assert rows["up"]["source_sha256"] == hashlib.sha256(b"").hexdigest()
    assert told == [(0, 20), *((done, 20) for done in range(len(unavailable), 21))]
    assert run(raw, tmp_path / "out", max_mb=0.002).unchanged == 20


def test_two_runs_give_the_same_bytes_whatever_the_workers(raw, tmp_path):
    make(raw, {"a/empty.txt": b"", "a/last.txt": RELEASE.format(n=7)})
    run(raw, tmp_path / "one", workers=1)
    run(raw, tmp_path / "three", workers=3)
    assert contents(tmp_path / "one") == contents(tmp_path / "three")
    assert len(documents(tmp_path / "one")) == 8


def test_only_what_is_new_is_extracted(raw, out, tmp_path, extracted):
    make(raw, {"00.txt": RELEASE.format(n=1000), "sub/copy.txt": RELEASE.format(n=305), "new.txt": "Hubo 30 casos."})
    (raw / "01.txt").unlink()
    (raw / "02.txt").rename(raw / "moved.txt")
    second = run(raw, out)
    assert extracted == ["00.txt", "new.txt"]
    assert (second.unchanged, second.documents, second.records) == (6, 8, 13)
    afresh = run(raw, tmp_path / "afresh")
    assert (afresh.records, afresh.numerals) == (second.records, second.numerals)
    assert contents(out) == contents(tmp_path / "afresh")
    assert ("sub/copy.txt", 305) in records(out)
    assert "01.txt" not in documents(out)


def test_a_run_that_finds_nothing_new_leaves_the_output_as_it_is(raw, out, monkeypatch):
    before = {name: (out / name).stat().st_mtime_ns for name in contents(out)}
    monkeypatch.setattr("extract.corpus.runner.Results", None)  # calling it would fail
    told = []
    summary = run(raw, out, progress=lambda *done: told.append(done))
    assert {name: (out / name).stat().st_mtime_ns for name in contents(out)} == before
    assert told == [(0, 7), (7, 7)]
    assert (summary.unchanged, summary.documents, summary.records) == (7, 7, 12)
    assert summary.rejected == [("empty.txt", "The file is empty.")]
    assert summary.numerals["quantity"] == 12


@pytest.mark.parametrize(
    ("spoil", "again"),
    [
        (lambda out: (out / "records.csv").write_text("changed by hand"), 0),
        (lambda out: (out / "numerals.parquet").unlink(), 0),
        (lambda out: shutil.rmtree(out / ".cache"), 7),
        (lambda out: (out / ".cache" / "rows.sqlite").write_bytes(b"spoiled " * 4000), 7),
        (damage_rows, 7),
    ],
    ids=["output changed", "output gone", "cache gone", "cache spoiled", "rows spoiled"],
)
def test_output_and_cache_are_restored(raw, out, finished, extracted, spoil, again):
    spoil(out)
    run(raw, out)
    assert contents(out) == contents(finished / "out")
    assert len(extracted) == again


def test_equal_files_are_extracted_once_and_all_listed(tmp_path, extracted):
    raw = make(tmp_path / "raw", {f"{i}/a.txt": RELEASE.format(n=300) for i in range(5)})
    summary = run(raw, tmp_path / "out")
    assert extracted == ["0/a.txt"]
    assert (summary.documents, summary.records, summary.unchanged) == (5, 10, 4)
    assert list(documents(tmp_path / "out")) == [f"{i}/a.txt" for i in range(5)]


def test_equal_files_with_other_dates_in_their_names_are_not_equal(tmp_path):
    text = "Hubo 30 casos el mes pasado."
    raw = make(tmp_path / "raw", {"2024-05-03-a.txt": text, "2025-05-03-a.txt": text})
    run(raw, tmp_path / "out")
    assert [str(row["published"]) for row in documents(tmp_path / "out").values()] == ["2024-05-03", "2025-05-03"]


def test_what_the_rows_depend_on_is_extracted_again(raw, out, extracted):
    make(raw, {"00.txt": "La zanja mide 1.500 kilómetros."})
    run(raw, out, convention="MX")
    assert len(extracted) == 7
    assert ("00.txt", 1.5) in records(out)
    extracted.clear()
    run(raw, out, convention="MX", fresh=True)
    assert len(extracted) == 7


def test_metadata_beside_the_files(raw, out, extracted):
    make(raw, {"metadata.csv": "file,published,url\n00.txt,2024-05-03,https://example.org/a\n"})
    run(raw, out)
    assert extracted == ["00.txt"]
    assert documents(out)["00.txt"]["url"] == "https://example.org/a"
    make(raw, {"metadata.csv": "file,published\n00.txt,yesterday\n"})
    with pytest.raises(RunError, match=r"metadata.csv, line 2: 'yesterday' is no date"):
        run(raw, out)


def test_files_that_only_the_metadata_name_are_told(raw, out):
    make(raw, {"metadata.csv": "file,published\n00.TXT,2024-05-03\n00.txt,2024-05-03\ngone.txt,2024-05-03\n"})
    assert run(raw, out, workers=1).unknown == ["00.TXT", "gone.txt"]
    assert run(raw, out, workers=1).unknown == ["00.TXT", "gone.txt"]  # also where nothing is new
    make(raw, {"metadata.csv": "file,published\n00.txt,2024-05-03\n"})
    assert run(raw, out, workers=1).unknown == []


def test_documents_of_one_file_are_sorted_among_the_others(tmp_path):
    mail = (
        'From: a@example.org\r\nSubject: Becas\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary="x"\r\n\r\n'
        "--x\r\nContent-Type: text/plain\r\n\r\nHubo 30 casos.\r\n"
        '--x\r\nContent-Type: text/plain\r\nContent-Disposition: attachment; filename="nota.txt"\r\n\r\nHubo 40 casos.\r\n'
        "--x--\r\n"
    )
    raw = make(tmp_path / "raw", {"a.eml": mail, "a.eml.txt": "Hubo 50 casos.", "b.txt": "Hubo 60 casos."})
    summary = run(raw, tmp_path / "out")
    assert list(documents(tmp_path / "out")) == ["a.eml", "a.eml.txt", "a.eml/nota.txt", "b.txt"]
    assert records(tmp_path / "out") == {("a.eml", 30), ("a.eml.txt", 50), ("a.eml/nota.txt", 40), ("b.txt", 60)}
    assert (summary.documents, summary.unchanged) == (4, 0)


def test_a_model_that_is_missing_is_named(raw, tmp_path):
    with pytest.raises(RunError, match="es_core_news_none"):
        run(raw, tmp_path / "out", model="es_core_news_none", workers=2)
    assert contents(tmp_path / "out") == {}


def test_bad_patterns_stop_the_run(raw, tmp_path):
    make(tmp_path / "mine", {"hedges.yml": "rules:\n  - id: a\n    colour: red\n"})
    with pytest.raises(PatternError, match=r"hedges.yml:2: "):
        run(raw, tmp_path / "out", patterns=tmp_path / "mine")


def test_an_output_folder_that_cannot_be_made_stops_the_run(raw):
    with pytest.raises(RunError, match="cannot be written"):
        run(raw, raw / "00.txt" / "out")


def test_of_two_runs_on_one_folder_the_second_stops(raw, tmp_path):
    out = tmp_path / "out"
    out.mkdir()
    with Cache(out):
        code = "import sys; from extract.cli import main; main(sys.argv[1:])"
        command = [sys.executable, "-c", code, "run", raw, out]
        second = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603
    assert second.returncode == 2
    assert second.stderr == f"Error: Another run is writing to {out}: wait for its end.\n"
    assert contents(out) == {}


@pytest.mark.skipif(os.name != "posix", reason="sends a signal")
def test_ctrl_c_keeps_what_is_done(raw, tmp_path):
    code = """
import os, signal, sys
from extract.corpus.cache import Cache
from extract.cli import main

kept, put = [], Cache.put

def counting(cache, key, packed):
    put(cache, key, packed)
    kept.append(key)
    if len(kept) == 4:
        os.killpg(0, signal.SIGINT)  # as a terminal does

Cache.put = counting
signal.signal(signal.SIGINT, signal.default_int_handler)  # a shell has what it runs in the background ignore it
main(sys.argv[1:])
"""
    command = [sys.executable, "-c", code, "run", raw, tmp_path / "out"]
    stopped = subprocess.run(command, capture_output=True, text=True, check=False, start_new_session=True)  # noqa: S603
    assert stopped.returncode == 130
    assert "What is done is kept: the same command goes on from there." in stopped.stderr
    assert "Traceback" not in stopped.stderr
    assert contents(tmp_path / "out") == {}
    assert [path.name for path in (tmp_path / "out").iterdir()] == [".cache"]
    with Cache(tmp_path / "out") as cache:
        assert cache._connection.execute("SELECT count(*) FROM rows").fetchone() == (4,)


@pytest.mark.skipif(sys.platform != "linux", reason="sets a limit of that system")
def test_a_full_disk_leaves_the_earlier_output(raw, out):
    before = output_hashes(out)
    make(raw, {"new.txt": "\n".join(f"Hubo {i} casos el lunes {i} de mayo." for i in range(300, 900))})
    code = (
        "import resource, sys; from extract.cli import main\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (200_000, resource.RLIM_INFINITY)); main(sys.argv[1:])"
    )
    command = [sys.executable, "-c", code, "run", raw, out]
    full = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603
    assert full.returncode == 2
    assert f"{out} cannot be written: " in full.stderr
    assert "Traceback" not in full.stderr
    assert output_hashes(out) == before


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="permissions do not hold root")
def test_a_write_protected_folder_is_named(raw, tmp_path):
    out = tmp_path / "out"
    out.mkdir(mode=0o500)
    with pytest.raises(RunError, match="cannot be written: "):
        run(raw, out)


def test_leftovers_of_killed_runs_are_removed(raw, out):
    make(out, {".unfinished-abc/records.csv": "x"})
    run(raw, out)
    assert sorted(path.name for path in out.iterdir() if path.name.startswith(".")) == [".cache"]


def test_what_changed_or_vanished_while_the_run_went_on_is_not_kept(raw, out, in_workers, extracted):
    """The bytes that were extracted are those of the row, and the next run looks at the file again."""
    make(raw, {"new.txt": "Hubo 303 casos.", "gone.txt": "Hubo 304 casos."})
    in_workers(
        "import extract.corpus.extraction as e; read = e.read_bytes\n"
        "def late(raw, file, limit):\n"
        "    if file == 'gone.txt': (raw / file).unlink(missing_ok=True)\n"
        "    return read(raw, file, limit).replace(b'303', b'999')\n"
        "e.read_bytes = late"
    )
    run(raw, out)
    assert documents(out)["new.txt"]["source_sha256"] == hashlib.sha256(b"Hubo 999 casos.").hexdigest()
    assert documents(out)["gone.txt"]["error"] == "The file is gone, or a link that leads nowhere."
    extracted.clear()
    run(raw, out)
    assert extracted == ["new.txt"]
