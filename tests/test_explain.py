import pytest

from extract.corpus.runner import RunError
from extract.explain import explain
from extract.readers import ReadError

TEXT = """Llegan más de 300 becas [nuevas]

Toluca, a 3 de mayo de 2024.- El Ayuntamiento de Toluca entregó más de 350 becas en el último año. Irán de 20 a 30 aulas.
"""


@pytest.fixture
def lines(tmp_path):
    path = tmp_path / "a.txt"
    path.write_text(TEXT, encoding="utf-8")
    return [line.plain for line in explain(path)]


def test_the_release_stands_first(lines):
    assert lines[0] == "Llegan más de 300 becas [nuevas]"
    assert lines[1].startswith("Toluca · 2024-05-03 (dateline) · number format of ")


@pytest.mark.parametrize(
    "part",
    [
        "más de 350 → more than 350 (count)",
        "de 20 a 30 → from 20 to 30 (count)",
        "    item     becas",
        "    period   2023-05-03 to 2024-05-03 (en el último año)",
        "    status   reported",
        "[hedges.yml]",
        "[periods.yml]",
    ],
)
def test_records_show_their_fields_and_rules(lines, part):
    assert part in "\n".join(lines)


def test_sentences_come_before_their_records(lines):
    sentence = next(i for i, line in enumerate(lines) if line.startswith("El Ayuntamiento"))
    record = next(i for i, line in enumerate(lines) if "350 →" in line)
    other = next(i for i, line in enumerate(lines) if line.startswith("Irán"))
    assert sentence < record < other


def test_other_numerals_are_listed_with_their_class(lines):
    listed = lines[lines.index("No records:") :]
    assert any(line.split()[:1] == ["date"] and "3 de mayo" in line for line in listed)
    assert lines[-1].startswith("3 records, ")


def test_a_release_without_anything(tmp_path):
    (tmp_path / "a.txt").write_text("Sin cifras", encoding="utf-8")
    assert [line.plain for line in explain(tmp_path / "a.txt")][-1] == "0 records, 0 numerals."


def test_what_cannot_be_read_is_an_error(tmp_path):
    with pytest.raises(RunError, match="cannot be opened"):
        explain(tmp_path / "none.txt")
    (tmp_path / "a.txt").write_bytes(b"%PDF")
    with pytest.raises(ReadError, match="a PDF"):
        explain(tmp_path / "a.txt")
