import json
import subprocess
import sys

import pytest
from click.testing import CliRunner

from extract.cli import main

RELEASE = "Llegan más de 300 becas\n\nToluca, a 3 de mayo de 2024.- El Ayuntamiento entregó más de 300 becas."


def call(*args):
    return CliRunner().invoke(main, [str(arg) for arg in args])


@pytest.fixture
def raw(tmp_path):
    folder = tmp_path / "raw"
    folder.mkdir()
    (folder / "a.txt").write_text(RELEASE, encoding="utf-8")
    return folder


@pytest.fixture
def bad_patterns(tmp_path):
    folder = tmp_path / "bad"
    folder.mkdir()
    (folder / "hedges.yml").write_text("rules:\n  - id: a\n    colour: red\n", encoding="utf-8")
    return folder


def test_run_writes_the_tables_and_says_what_it_did(raw, tmp_path):
    (raw / "b.txt").write_bytes(b"")
    result = call("run", raw, tmp_path / "out")
    assert result.exit_code == 0
    assert (tmp_path / "out" / "records.csv").is_file()
    assert "2 records from 2 documents, 1 rejected" in result.stdout
    assert "Rejected: b.txt: The file is empty." in result.stdout
    assert "quantity 2" in result.stdout
    assert f"The tables are in {tmp_path / 'out'}" in result.stdout
    first, *between, last = result.stderr.splitlines()
    assert (first, last) == ("Extracting 2 documents …", "2 of 2 documents")
    assert set(between) <= {"0 of 2 documents", "1 of 2 documents"}  # on a machine that is slow enough to tell


def test_strict_turns_a_rejected_file_into_exit_code_1(raw, tmp_path):
    assert call("run", raw, tmp_path / "out", "--strict").exit_code == 0
    (raw / "b.txt").write_bytes(b"")
    assert call("run", raw, tmp_path / "out", "--strict").exit_code == 1


def test_many_rejected_files_are_cut_short(raw, tmp_path):
    for i in range(25):
        (raw / f"{i}.txt").write_bytes(b"")
    assert "… and 5 more" in call("run", raw, tmp_path / "out").stdout


def test_verbose_shows_the_traceback_of_a_defect(raw, tmp_path, in_workers, caplog):
    in_workers("import extract.pipeline; extract.pipeline.extract_document = lambda *_: 1 // 0")
    result = call("run", raw, tmp_path / "out", "-v")
    assert "This is a defect of the program" in result.stdout
    assert "ZeroDivisionError" in caplog.text


@pytest.mark.parametrize(
    ("args", "message"),
    [
        (["run", "{tmp}/none", "{tmp}/out"], "does not exist"),
        (["run", "{tmp}/empty", "{tmp}/out"], "holds no releases"),
        (["run", "{tmp}/raw", "{tmp}/raw/a.txt"], "cannot be written"),
        (["run", "{tmp}/raw", "{tmp}/out", "--model", "no_model"], "no_model"),
        (["run", "{tmp}/raw", "{tmp}/out", "--patterns", "{tmp}/bad"], "hedges.yml:2: "),
        (["run", "{tmp}/raw", "{tmp}/out", "--patterns", "{tmp}/none"], "is no folder"),
        (["run", "{tmp}/raw", "{tmp}/out", "--convention", "XX"], "no number format for the country XX; known are AR,"),
        (["run", "{tmp}/raw", "{tmp}/out", "--workers", "0"], "0 is not in the range"),
        (["explain", "{tmp}/none.txt"], "cannot be opened"),
        (["explain", "{tmp}/raw"], "cannot be opened"),
        (["explain", "{tmp}/bad/hedges.yml"], "no release format"),
        (["patterns", "check", "{tmp}/bad"], "hedges.yml:2: "),
        (["score", "{tmp}/none.jsonl", "{tmp}"], "cannot be read"),
        (["score", "{tmp}/gold.jsonl", "{tmp}"], "records.parquet does not exist"),
        (["score", "{tmp}/gold.jsonl"], "Give GOLD and OUT"),
    ],
)
@pytest.mark.usefixtures("raw", "bad_patterns")
def test_what_cannot_run_says_why_in_one_sentence(tmp_path, args, message):
    (tmp_path / "empty").mkdir()
    (tmp_path / "gold.jsonl").write_text("")
    result = call(*(arg.replace("{tmp}", str(tmp_path)) for arg in args))
    assert result.exit_code == 2
    assert message in result.stderr
    assert "Traceback" not in result.stderr
    assert len([line for line in result.stderr.splitlines() if line.startswith("Error:")]) == 1


def test_explain_names_the_rules(raw):
    result = call("explain", raw / "a.txt")
    assert result.exit_code == 0
    assert "más de 300 → more than 300 (count)" in result.stdout
    assert "[hedges.yml]" in result.stdout
    assert "date" in result.stdout


def test_signs_that_the_console_lacks_stop_nothing(raw):
    result = CliRunner(charset="ascii").invoke(main, ["explain", str(next(raw.glob("*.txt")))])
    assert result.exception is None
    assert "\\xf3" in result.output


def test_own_patterns_are_checked(tmp_path):
    rule = "rules:\n  - {id: hedge.mine, source: own, comparator: about, phrases: [como], examples: [%s 300]}\n"
    (tmp_path / "hedges.yml").write_text(rule % "unos", encoding="utf-8")
    wrong = call("patterns", "check", tmp_path)
    assert wrong.exit_code == 2
    assert "hedges.yml: hedge.mine does not match its example 'unos 300'." in wrong.stderr


def test_shipped_patterns_are_right():
    result = call("patterns", "check")
    assert (result.exit_code, result.stderr) == (0, "")
    assert "every example is as it says" in result.stdout


def test_score_of_one_gold_file(raw, tmp_path):
    call("run", raw, tmp_path / "out")
    gold = {"file": "a.txt", "published": "2024-05-03", "records": [], "others": []}
    (tmp_path / "gold.jsonl").write_text(json.dumps(gold), encoding="utf-8")
    result = call("score", tmp_path / "gold.jsonl", tmp_path / "out", "--errors")
    assert result.exit_code == 0
    heads, measures, figures = (line.split() for line in result.stdout.splitlines())
    assert figures[0] == "gold"
    assert heads[:3] == ["records", "records", "quantity"]
    assert measures[:3] == ["gold", "predicted", "P"]
    assert dict(zip(heads, figures[1:], strict=True))["published"] == "1.000"
    assert "a.txt@7 'más de 300': spurious: wanted None, got 300.0" in result.stderr


@pytest.mark.parametrize(
    "command",
    [[], ["run"], ["explain"], ["patterns"], ["patterns", "check"], ["score"]],
    ids=lambda c: " ".join(c) or "extract",
)
def test_help_of_every_command(command):
    result = call(*command, "--help")
    assert result.exit_code == 0
    assert command == ["patterns"] or "Example" in result.stdout
    assert all(len(line) <= 100 for line in result.stdout.splitlines())


def test_score_of_all_gold_against_its_floors(tmp_path, monkeypatch):
    monkeypatch.setattr("extract.floors.checkout", lambda: tmp_path / "main")
    assert call("score").stdout == "There is no gold to score against.\n"
    folder = tmp_path / "main" / "tests" / "gold" / "dev"
    folder.mkdir(parents=True)
    (folder / "a.txt").write_text(RELEASE, encoding="utf-8")
    gold = {"file": "a.txt", "published": "2024-05-03", "records": [], "others": []}
    (folder / "mx.jsonl").write_text(json.dumps(gold), encoding="utf-8")
    without = call("score")
    assert without.exit_code == 1
    assert "The folder ../shared is not there" in without.stderr
    assert "dev/mx has no floors yet" in without.stderr
    assert (call("score", "--pin").exit_code, call("score").exit_code) == (0, 0)
    (folder / "a.txt").write_text("Toluca: llegan 3", encoding="utf-8")
    changed = call("score")
    assert changed.exit_code == 1
    assert "gold or texts are not those" in changed.stderr
    assert "dev/mx: published is 0.000, its floor 1.000." in call("score", "--pin").stderr
    assert call("score", "--pin", "--allow-lower").stdout.endswith("All floors held.\n")


def test_version():
    assert call("--version").stdout.startswith("extract 0.")


@pytest.mark.parametrize(
    "code",
    ["import extract", "from extract.cli import main; main(['--help'], standalone_mode=False)"],
)
def test_help_and_import_load_nothing_heavy(code):
    heavy = "spacy", "pandas", "pyarrow", "numpy", "pydantic", "rich"
    script = f"{code}\nimport sys; print('loaded:', *sorted(set({heavy}) & set(sys.modules)))"
    result = subprocess.run([sys.executable, "-c", script], check=True, capture_output=True, text=True)  # noqa: S603
    assert result.stdout.endswith("loaded:\n")
