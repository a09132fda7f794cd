import dataclasses
import datetime as dt
import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from typing import Any

import pytest

from extract.corpus import provenance
from extract.corpus.cache import Cache, DamagedCacheError, delete_cache
from extract.corpus.extraction import Settings
from extract.corpus.listing import RunError
from extract.corpus.provenance import document_key, fingerprint
from extract.readers import Metadata


def contents(out):
    with closing(sqlite3.connect(out / ".cache" / "rows.sqlite")) as connection:
        return dict(connection.execute("SELECT key, packed FROM rows"))


def test_what_was_put_is_there_for_the_next_run(tmp_path):
    with Cache(tmp_path) as cache:
        assert b"a" not in cache
        assert cache.get(b"a") is None
        cache.put(b"a", b"1")
        cache.put(b"a", b"2")
        assert (b"a" in cache, cache.get(b"a")) == (True, b"2")
    with Cache(tmp_path) as cache:
        assert cache.get(b"a") == b"2"


def test_a_run_that_fails_keeps_what_it_had(tmp_path):
    def run():
        with Cache(tmp_path) as cache:
            cache.put(b"a", b"1")
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        run()
    assert contents(tmp_path) == {b"a": b"1"}


def test_a_finished_run_leaves_only_what_it_used(tmp_path):
    with Cache(tmp_path) as cache:
        for key in (b"a", b"b", b"c"):
            cache.put(key, key * 3)
        cache.finish([b"a", b"c", b"a", b"of no use"], {"digest": "x"})
        assert cache.finished() == {"digest": "x"}
    assert set(contents(tmp_path)) == {b"a", b"c"}
    with Cache(tmp_path) as cache:
        assert cache.finished() == {"digest": "x"}
        cache.finish([], None)
        assert cache.finished() is None
    assert contents(tmp_path) == {}


def test_the_file_shrinks_with_its_rows(tmp_path):
    path = tmp_path / ".cache" / "rows.sqlite"
    with Cache(tmp_path) as cache:
        for i in range(100):
            cache.put(b"%d" % i, os.urandom(10_000))
    before = path.stat().st_size
    with Cache(tmp_path) as cache:
        cache.finish([b"1"], None)
    assert path.stat().st_size < before / 10


def test_clear_forgets_everything(tmp_path):
    with Cache(tmp_path) as cache:
        cache.put(b"a", b"1")
        cache.finish([b"a"], {})
        cache.clear()
        assert (cache.get(b"a"), cache.finished()) == (None, None)


def test_a_second_run_is_turned_away_until_the_first_ends(tmp_path):
    with Cache(tmp_path) as cache:
        cache.put(b"a", b"1")
        with pytest.raises(RunError, match="Another run is writing to") as caught:
            Cache(tmp_path)
        assert str(tmp_path) in str(caught.value)
        code = "import sys; from pathlib import Path; from extract.corpus.cache import Cache; Cache(Path(sys.argv[1]))"
        other = subprocess.run([sys.executable, "-c", code, tmp_path], capture_output=True, text=True, check=False)  # noqa: S603
        assert "RunError: Another run is writing to" in other.stderr
        cache.put(b"b", b"2")
    with Cache(tmp_path) as cache:
        assert cache.get(b"b") == b"2"


def test_a_killed_run_leaves_no_lock(tmp_path):
    code = """
import os, sys
from pathlib import Path
from extract.corpus.cache import Cache
cache = Cache(Path(sys.argv[1]))
cache.put(b"a", b"1")
cache._commit()
cache.put(b"b", b"2")
os.kill(os.getpid(), 9)
"""
    subprocess.run([sys.executable, "-c", code, tmp_path], check=False)  # noqa: S603
    with Cache(tmp_path) as cache:
        assert (cache.get(b"a"), cache.get(b"b")) == (b"1", None)


def another_program(path):
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE rows (name TEXT)")
    connection.commit()
    connection.close()


@pytest.mark.parametrize(
    "spoil",
    [
        lambda path: path.write_bytes(b"no database at all " * 500),
        lambda path: path.write_bytes(path.read_bytes()[:100]),
        lambda path: path.write_bytes(path.read_bytes()[:20] + os.urandom(5000)),
        lambda path: (path.unlink(), another_program(path)),
    ],
)
def test_a_file_that_is_no_cache_is_made_anew(tmp_path, spoil):
    with Cache(tmp_path) as cache:
        cache.put(b"a", b"1")
    spoil(tmp_path / ".cache" / "rows.sqlite")
    with Cache(tmp_path) as cache:
        assert cache.get(b"a") is None
        cache.put(b"b", b"2")
        assert cache.get(b"b") == b"2"


def test_damage_deep_in_the_file_is_told_from_other_errors(tmp_path):
    path = tmp_path / ".cache" / "rows.sqlite"
    with Cache(tmp_path) as cache:
        for i in range(200):
            cache.put(b"%d" % i, os.urandom(1000))
    data = path.read_bytes()
    path.write_bytes(data[:8192] + b"\xff" * (len(data) - 8192))

    def run():
        with Cache(tmp_path) as cache:
            for i in range(200):
                cache.get(b"%d" % i)

    with pytest.raises(DamagedCacheError):
        run()


def test_the_cache_can_be_deleted(tmp_path):
    delete_cache(tmp_path)
    with Cache(tmp_path) as cache:
        cache.put(b"a", b"1")
    delete_cache(tmp_path)
    assert list(tmp_path.iterdir()) == []


SAID = Metadata(dt.date(2024, 5, 3), "Toluca", None, None)


@pytest.mark.parametrize(
    ("change", "same"),
    [
        ({}, True),
        ({"file": "moved/note.txt"}, True),
        ({"file": "note.TXT"}, True),
        ({"file": "note.md"}, False),
        ({"file": "2024-05-03-note.txt"}, False),
        ({"sha256": "e" * 64}, False),
        ({"fingerprint": b"other"}, False),
        ({"said": SAID}, False),
    ],
)
def test_what_the_rows_of_a_file_depend_on(change, same):
    values: dict[str, Any] = {"fingerprint": b"f", "sha256": "f" * 64, "file": "note.txt", "said": None}
    assert (document_key(**values) == document_key(**values | change)) is same


def test_each_cell_of_the_metadata_counts():
    changes: list[dict[str, Any]] = [{field.name: "x"} for field in dataclasses.fields(SAID)]
    others = [dataclasses.replace(SAID, **change) for change in changes]
    keys = {document_key(b"", "", "a.txt", said) for said in (SAID, None, *others)}
    assert len(keys) == 6


def test_what_all_rows_depend_on(tmp_path, monkeypatch):
    (tmp_path / "empty").mkdir()
    (tmp_path / "own").mkdir()
    (tmp_path / "own" / "hedges.yml").write_text("rules: []\n")
    settings = [
        Settings(),
        Settings(convention="ES"),
        Settings(model="es_core_news_md"),
        Settings(patterns=str(tmp_path / "own")),
    ]
    prints = [fingerprint(one) for one in settings]
    assert fingerprint(Settings()) == fingerprint(Settings(patterns=str(tmp_path / "empty"))) == prints[0]
    for name, value in (("_sources", [b"x"]), ("_libraries", {"spacy": "9"}), ("_version", "9")):
        with monkeypatch.context() as patched:
            patched.setattr(provenance, name, lambda *_, value=value: value)
            prints.append(fingerprint(Settings()))
    assert len(set(prints)) == len(prints)


def test_a_model_in_a_folder_counts_with_its_files(tmp_path):
    model = tmp_path / "model"
    model.mkdir()
    (model / "meta.json").write_text("{}")
    settings = Settings(model=str(model))
    before = fingerprint(settings)
    assert fingerprint(settings) == before
    (model / "meta.json").write_text("{ }")
    assert fingerprint(settings) != before


def test_the_libraries_that_count_are_those_of_the_project():
    libraries = provenance._libraries()
    assert {"spacy", "pyarrow", "ftfy"} <= set(libraries)
    assert "pytest" not in libraries
