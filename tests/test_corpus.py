import hashlib
import os
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from extract import pipeline
from extract.corpus import RunError, Settings, extract_chunk, extract_files, list_files, run
from extract.rules import PatternError

RELEASE = "Llegan más de {n} becas\n\nToluca, a 3 de mayo de 2024.- El Ayuntamiento entregó más de {n} becas este año."


def make(raw, files):
    for name, content in files.items():
        path = raw / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return raw


def documents(out):
    return {row["source_file"]: row for row in pq.read_table(out / "documents.parquet").to_pylist()}


def contents(out):
    return {path.name: path.read_bytes() for path in out.iterdir()}


@pytest.fixture
def raw(tmp_path):
    return make(tmp_path / "raw", {f"{i:02}.txt": RELEASE.format(n=300 + i) for i in range(6)})


def test_files_are_listed_in_any_depth_sorted_by_their_path(tmp_path):
    make(
        tmp_path,
        dict.fromkeys(
            ["b.txt", "a/z.txt", "a.txt", "a/b/c.md", "B.txt", ".gitkeep", "a/.DS_Store", "Thumbs.db", ".hidden/x.txt"],
            "x",
        ),
    )
    assert list_files(tmp_path) == ["B.txt", "a.txt", "a/b/c.md", "a/z.txt", "b.txt"]


def test_the_output_folder_is_no_input(raw):
    make(raw, {"out/records.csv": "x"})
    assert "out/records.csv" in list_files(raw)
    assert "out/records.csv" not in list_files(raw, raw / "out")


@pytest.mark.parametrize(
    ("raw", "out", "message"),
    [
        ("none", "out", "does not exist: put releases"),
        ("file.txt", "out", "is a file, not a folder"),
        ("empty", "out", r"holds no releases: put .txt, .md files there"),
        ("full", "full", "Input and output are both"),
    ],
)
def test_a_run_that_has_nothing_to_read_says_so(tmp_path, raw, out, message):
    make(tmp_path, {"file.txt": "x", "empty/.gitkeep": "", "full/a.txt": "x"})
    with pytest.raises(RunError, match=message):
        run(tmp_path / raw, tmp_path / out)
    assert not (tmp_path / "out").exists()


def test_every_file_is_in_the_documents(raw, tmp_path):
    make(
        raw,
        {
            "empty.txt": b"",
            "blank.txt": b" \n ",
            "binary.txt": b"\x00\x01" * 30,
            "really.txt": b"%PDF-1.4",
            "table.xlsx": b"PK",
            "noending": b"Hola",
            "none.txt": b"Sin cifras.",
            "sub/nodate.md": "Hubo 30 casos este mes.",
            "cp1252.txt": "Los niños ganaron 30 medallas según él.".encode("cp1252"),
        },
    )
    (raw / "loose.txt").symlink_to(raw / "nowhere")
    summary = run(raw, tmp_path / "out")
    rows = documents(tmp_path / "out")
    rejected = {name: row["error"] for name, row in rows.items() if row["status"] == "rejected"}
    assert set(rejected) == {
        "empty.txt",
        "blank.txt",
        "binary.txt",
        "really.txt",
        "table.xlsx",
        "noending",
        "loose.txt",
    }
    assert all(error.endswith(".") and "\n" not in error for error in rejected.values())
    assert summary.rejected == sorted(rejected.items())
    assert summary.documents == len(rows) == len(list_files(raw))
    assert summary.records == sum(row["n_records"] for row in rows.values()) == 14
    assert rows["sub/nodate.md"]["published"] is None
    assert rows["cp1252.txt"]["encoding"] == "cp1252"
    assert rows["none.txt"]["n_records"] == 0
    assert list(rows) == sorted(rows)
    assert rows["table.xlsx"]["source_sha256"] == hashlib.sha256(b"PK").hexdigest()


@pytest.mark.skipif(os.name != "posix", reason="names are Unicode there")
def test_odd_names_and_odd_files_are_listed(raw, tmp_path):
    Path(os.fsdecode(bytes(raw) + b"/ni\xf1os.txt")).write_text("Hubo 30 casos.")
    os.mkfifo(raw / "pipe.txt")
    run(raw, tmp_path / "out")
    rows = documents(tmp_path / "out")
    assert rows["ni\\xf1os.txt"]["n_records"] == 1
    assert rows["pipe.txt"]["error"] == "This is no regular file."


def test_a_file_over_the_limit_is_rejected(raw, tmp_path, monkeypatch):
    monkeypatch.setattr("extract.corpus.SIZE_LIMIT", 200)
    make(raw, {"big.txt": "Hubo 30 casos. " * 20})
    run(raw, tmp_path / "out")
    assert "the limit is" in documents(tmp_path / "out")["big.txt"]["error"]


def test_a_defect_costs_one_document_and_is_logged(raw, tmp_path, monkeypatch, caplog):
    whole = pipeline.extract_document

    def defective(nlp, source):
        if source.source_file == "03.txt":
            raise ZeroDivisionError("a\nstrange thing.")
        return whole(nlp, source)

    monkeypatch.setattr(pipeline, "extract_document", defective)
    caplog.set_level("DEBUG", "extract")
    summary = run(raw, tmp_path / "out")
    assert summary.rejected == [
        (
            "03.txt",
            "This is a defect of the program, please report it with the file: ZeroDivisionError: a strange thing.",
        )
    ]
    assert summary.records == 10
    assert "Traceback" in caplog.text


def test_rows_that_break_the_contract_are_a_defect(raw, tmp_path, monkeypatch):
    whole = pipeline.extract_document

    def without_ledger(nlp, source):
        rows = whole(nlp, source)
        del rows.numerals[:]
        return pipeline.Rows(rows.document.model_copy(update={"n_numerals": 0}), rows.records, rows.numerals)

    monkeypatch.setattr(pipeline, "extract_document", without_ledger)
    summary = run(raw, tmp_path / "out")
    assert summary.records == 0
    assert all("'30" in reason and "is in no row of numerals" in reason for _, reason in summary.rejected)


def test_two_runs_give_the_same_bytes_whatever_the_workers(raw, tmp_path, monkeypatch):
    monkeypatch.setattr("extract.corpus._CHUNK", 1)
    monkeypatch.setattr("extract.corpus._AHEAD", 1)
    make(raw, {"a/empty.txt": b"", "a/last.txt": RELEASE.format(n=7)})
    run(raw, tmp_path / "one", workers=1)
    run(raw, tmp_path / "two", workers=2)
    assert contents(tmp_path / "one") == contents(tmp_path / "two")
    assert len(documents(tmp_path / "one")) == 8


def test_few_files_are_extracted_in_this_process(raw, monkeypatch):
    monkeypatch.setattr("extract.corpus.ProcessPoolExecutor", None)  # calling it would fail
    assert len(list(extract_files(raw, list_files(raw), Settings()))) == 6


def test_progress_is_told_from_nothing_to_all(raw, tmp_path):
    told = []
    run(raw, tmp_path / "out", progress=lambda done, total: told.append((done, total)))
    assert told == [(done, 6) for done in range(7)]


def test_a_model_that_is_missing_is_named(raw, tmp_path):
    with pytest.raises(RunError, match="es_core_news_none"):
        run(raw, tmp_path / "out", model="es_core_news_none")
    assert contents(tmp_path / "out") == {}


def test_a_missing_model_is_named_from_a_worker_too(raw, tmp_path):
    with pytest.raises(RunError, match="es_core_news_none"):
        run(raw, tmp_path / "out", model="es_core_news_none", workers=2)


def test_bad_patterns_stop_the_run(raw, tmp_path):
    make(tmp_path / "mine", {"hedges.yml": "rules:\n  - id: a\n    colour: red\n"})
    with pytest.raises(PatternError, match=r"hedges.yml:2: "):
        run(raw, tmp_path / "out", patterns=tmp_path / "mine")


def test_the_number_format_can_be_given(raw):
    make(raw, {"es.txt": "Hubo 1.500 casos en la zona."})
    assert [r.value for r in extract_chunk(raw, ["es.txt"], Settings(convention="ES"))[0].records] == [1500]
    assert [r.value for r in extract_chunk(raw, ["es.txt"], Settings(convention="MX"))[0].records] == [1.5]


def test_an_output_folder_that_cannot_be_made_stops_the_run(raw):
    with pytest.raises(RunError, match="cannot be written"):
        run(raw, raw / "00.txt" / "out")
