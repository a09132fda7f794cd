"""The documentation says what the program does: its code runs, its tables and commands are the program's own."""

import doctest
import json
import re
import shutil
import typing
from pathlib import Path

import click
import nbformat
import pandas as pd
import pyarrow as pa
import pytest
from nbclient import NotebookClient

import extract
from extract.cli import main
from extract.patterns import Patterns
from extract.schema import TABLES
from extract.tables.columns import arrow_schema, columns

ROOT = Path(__file__).parents[1]
READMES = ("README.md", "README.es.md")
#: Named one by one, because a user's own releases may lie beside them.
SAMPLES = (
    "2019-11-08-pronabec-beca-18.txt",
    "2020-12-28-bienestar-sembrando-vida.txt",
    "2022-09-19-hermosillo-primer-ano.txt",
    "2023-06-06-barranquilla-todos-al-parque.txt",
    "2023-11-02-cultura-bono-cultural-joven.md",
    "2025-10-30-dif-aguascalientes-informe.txt",
)
#: How docs/columns.md calls the types of the Parquet files, where not by Arrow's own names.
ARROW_NAMES = {"date32[day]": "date"}
ROWS_HEADER = "| surface | value | comparator | unit | item | program | agency | period | speaker |"


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder as a reader of the README has it: the samples in data/raw and, after the first command, data/out."""
    folder = tmp_path_factory.mktemp("desk")
    (folder / "data/raw").mkdir(parents=True)
    missing = [sample for sample in SAMPLES if not (ROOT / "data/raw" / sample).is_file()]
    if missing:
        pytest.fail(
            f"The samples are part of the repository; bring them back with: git restore data/raw ({missing[0]})."
        )
    for sample in SAMPLES:
        shutil.copy(ROOT / "data/raw" / sample, folder / "data/raw")
    extract.run(folder / "data/raw", folder / "data/out")
    return folder


@pytest.fixture(scope="module")
def records(desk: Path) -> pd.DataFrame:
    return extract.read_records(desk / "data/out")


def read(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def code_blocks(text: str, language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```", text, re.MULTILINE | re.DOTALL)


def table_rows(text: str, header: str) -> list[list[str]]:
    """The cells of the Markdown table with that header line, without the header and the rule under it."""
    lines = text.split(header + "\n", 1)[1].splitlines()[1:]
    table = lines[: next((i for i, line in enumerate(lines) if not line.startswith("|")), len(lines))]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in table]


# --- README ---------------------------------------------------------------------------------------------------------


def test_python_examples_of_the_readme_give_what_they_show(desk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(desk)
    blocks = code_blocks(read("README.md"), "pycon")
    assert blocks
    parser, runner = doctest.DocTestParser(), doctest.DocTestRunner(optionflags=doctest.ELLIPSIS)
    names: dict[str, object] = {}
    report: list[str] = []
    for number, block in enumerate(blocks, start=1):
        example = parser.get_doctest(block, names, f"block {number}", "README.md", 0)
        runner.run(example, out=report.append, clear_globs=False)
        names = example.globs
    assert runner.failures == 0, "".join(report)


@pytest.mark.parametrize("readme", READMES)
def test_rows_of_the_readme_are_what_the_sample_gives(readme: str, records: pd.DataFrame) -> None:
    sample = records[records["source_file"].eq(example_sample())]
    wanted = [shown(row) for row in sample.to_dict("records")]
    found = table_rows(read(readme), ROWS_HEADER)
    assert found == wanted[: len(found)], "\n".join(f"| {' | '.join(row)} |" for row in wanted)


def test_excerpt_of_the_readme_is_the_sample() -> None:
    sample = (ROOT / "data/raw" / example_sample()).read_text(encoding="utf-8")
    for readme in READMES:
        [excerpt] = code_blocks(read(readme), "text")
        assert re.sub(r"\s+", " ", excerpt).strip() in re.sub(r"\s+", " ", sample)


def test_spanish_readme_keeps_step_with_the_english_one() -> None:
    english, spanish = (read(name) for name in READMES)
    for language in ("pycon", "console", "text", "csv", "yaml"):
        assert code_blocks(spanish, language) == code_blocks(english, language)
    levels = [
        re.findall(r"^(#+) ", re.sub(r"^```.*?^```", "", text, flags=re.MULTILINE | re.DOTALL), re.MULTILINE)
        for text in (english, spanish)
    ]
    assert levels[0] == levels[1]


@pytest.mark.parametrize(
    ("document", "files"),
    [("README.md", ["agencies.csv", "towns.csv", "hedges.yml"]), ("CONTRIBUTING.md", ["hedges.yml"])],
)
def test_pattern_examples_are_sound(document: str, files: list[str], tmp_path: Path) -> None:
    blocks = {".csv": code_blocks(read(document), "csv"), ".yml": code_blocks(read(document), "yaml")}
    for name in files:
        block = blocks[Path(name).suffix].pop(0)
        (tmp_path / name).write_text(block, encoding="utf-8")
    assert not any(blocks.values())
    assert Patterns(tmp_path).check() == Patterns().check()
    assert Patterns(tmp_path).count() == Patterns().count() + len(files)


@pytest.mark.parametrize("document", [*READMES, "CONTRIBUTING.md"])
def test_console_examples_name_existing_commands(document: str) -> None:
    lines = [line.strip() for block in code_blocks(read(document), "console") for line in block.splitlines()]
    assert lines
    for line in lines:
        assert complaint(line) is None, f"{document}: {line}: {complaint(line)}"


@pytest.mark.parametrize(
    "line",
    ["make no-such-job", ".venv/bin/extract no-such-command", ".venv/bin/extract run --no-such-option", "rm -r data"],
)
def test_a_wrong_console_example_is_noticed(line: str) -> None:
    assert complaint(line) is not None


@pytest.mark.parametrize(
    "document", [*READMES, "CONTRIBUTING.md", "CHANGELOG.md", "docs/columns.md", "docs/scale.md", "docs/performance.md"]
)
def test_links_to_files_lead_somewhere(document: str) -> None:
    targets = re.findall(r"\]\((?!https?:|#)([^)#]+)", read(document))
    missing = [target for target in targets if not ((ROOT / document).parent / target).exists()]
    assert missing == []


def example_sample() -> str:
    """The sample release that the README shows, named there as the file of the excerpt."""
    match = re.search(r"`data/raw/([^`]+\.(?:txt|md))`", read("README.md"))
    assert match
    return match[1]


def shown(record: dict[typing.Hashable, typing.Any]) -> list[str]:
    """A record as the table of the README shows it."""

    def cell(column: str) -> str:
        value = record[column]
        return "" if pd.isna(value) else f"{value:.12g}" if isinstance(value, float) else str(value)

    days = [cell("period_start")[:10], cell("period_end")[:10]]
    period = days[0] if days[0] == days[1] else " – ".join(days)
    columns = ("surface", "value", "comparator", "unit", "item", "program", "agency")
    return [*map(cell, columns), period, cell("speaker")]


def complaint(line: str) -> str | None:
    """What is wrong with a command line of the documentation, None when nothing is."""
    words = line.split("#", maxsplit=1)[0].split()
    if words[0] == "make":
        jobs = set(re.findall(r"^([a-z]+):.*##", read("Makefile"), re.MULTILINE))
        return None if words[1] in jobs else f"there is no job {words[1]}"
    if words[0] == ".venv/bin/extract":
        return _wrong_call(main, words[1:])
    return None if words[0] in {".venv/bin/python", ".venv/bin/ruff"} else f"{words[0]} is not checked here"


def _wrong_call(command: click.Command, words: list[str]) -> str | None:
    while isinstance(command, click.Group) and words and not words[0].startswith("-"):
        if words[0] not in command.commands:
            return f"there is no command {words[0]}"
        command, words = command.commands[words[0]], words[1:]
    options = {name for parameter in command.params for name in parameter.opts} | {"--help", "--version"}
    unknown = [word for word in words if word.startswith("--") and word.split("=")[0] not in options]
    return f"there is no option {unknown[0]}" if unknown else None


# --- docs/columns.md ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("table", TABLES)
def test_column_tables_are_the_models(table: str) -> None:
    """When this fails after a change of schema.py, put the table of the message into docs/columns.md."""
    wanted = column_table(table)
    section = read("docs/columns.md").split(f"## {table}\n", 1)[1].split("\n## ", 1)[0]
    assert [line for line in section.splitlines() if line.startswith("|")] == wanted, "\n".join(wanted)


def column_table(table: str) -> list[str]:
    """The Markdown table of a table's columns: name, type, whether it may be empty, meaning."""
    lines = ["| column | type | may be empty | meaning |", "| --- | --- | --- | --- |"]
    for column in columns(table):
        stored = arrow_schema(table).field(column.name).type
        kind = ARROW_NAMES.get(str(stored), str(stored)) if not pa.types.is_dictionary(stored) else "string"
        meaning = ": ".join(filter(None, (column.description, ", ".join(f"`{word}`" for word in column.vocabulary))))
        lines.append(f"| {column.name} | {kind} | {'yes' if column.nullable else ''} | {meaning} |")
    return lines


# --- the samples and the notebook -----------------------------------------------------------------------------------


@pytest.mark.parametrize("sample", SAMPLES)
def test_each_sample_gives_records(sample: str, records: pd.DataFrame) -> None:
    found = records[records["source_file"].eq(sample)]
    assert len(found) >= 5
    assert found["published"].notna().all()
    assert found["agency"].notna().any()


def test_samples_show_what_the_program_can_do(records: pd.DataFrame) -> None:
    assert records["same_as"].notna().any()
    assert {"count", "money", "percentage", "ratio", "duration", "area"} <= set(records["kind"])
    assert {"exact", "more_than", "about", "at_most"} <= set(records["comparator"])
    assert {"MXN", "EUR", "ha", "m2", "%"} <= set(records["unit"].dropna())
    assert {"reported", "planned"} <= set(records["status"])


def test_notebook_runs_on_the_samples(desk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("EXTRACT_OUT", str(desk / "data/out"))
    monkeypatch.delenv("MPLBACKEND", raising=False)  # the kernel draws into the notebook by itself
    notebook = nbformat.read(ROOT / "notebooks/explore.ipynb", as_version=4)
    NotebookClient(notebook, timeout=None, resources={"metadata": {"path": str(ROOT / "notebooks")}}).execute()
    outputs = [output for cell in notebook.cells for output in cell.get("outputs", [])]
    assert any("image/png" in output.get("data", {}) for output in outputs)


def test_notebook_is_stored_without_outputs() -> None:
    notebook = json.loads(read("notebooks/explore.ipynb"))
    cells = [cell for cell in notebook["cells"] if cell["cell_type"] == "code"]
    assert cells
    assert all(cell["outputs"] == [] and cell["execution_count"] is None for cell in cells)
