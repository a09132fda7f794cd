"""Records against gold records: how many are found, how many are right, field by field.

A gold record is found when a record of the same file overlaps the gold number and has its value (and upper value).
Comparator, kind, unit, item and status are shares of the found records. For the links (program, agency, period,
speaker) precision is over the links that were made on found records, recall over the gold records that must have one.
``whole`` is the share of gold records that are found and right in every field, ``numeral_class`` the share of the
gold's other numerals with the right class in the ledger, ``accounted`` the share of digits and number words of the
texts that the ledger covers.
"""

from __future__ import annotations

import json
import math
import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import Any, NamedTuple

import pyarrow.parquet as pq

LINKS = ("program", "agency", "period", "speaker")
SHARES = ("comparator", "kind", "unit", "item", "status")
#: Fields that gold files may leave out or leave open.
_OPTIONAL = ("unit", "status")
#: Fields whose gold is one answer; the others list all that are accepted.
_SINGLE = ("comparator", "kind", "unit")
#: Words that do not tell one name from another.
_STOP_WORDS = frozenset("el la los las de del y en a para por con un una e".split())  # noqa: SIM905
#: Two names are the same when this share of their content words is common to both.
_SAME_NAME = 0.75
_WORDS = (
    r"cero dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince veinte treinta cuarenta"
    r" cincuenta sesenta setenta ochenta noventa cien ciento doscient[oa]s trescient[oa]s cuatrocient[oa]s"
    r" quinient[oa]s seiscient[oa]s setecient[oa]s ochocient[oa]s novecient[oa]s mil mill[oó]n millones bill[oó]n"
    r" billones docena decena centenar millar mitad tercio dieci\w+ veinti\w+"
)
_NUMERAL = re.compile(rf"\d+|\b(?:{_WORDS.replace(' ', '|')})\b", re.IGNORECASE)

Row = Mapping[str, Any]


class ScoreError(Exception):
    """Gold or output that cannot be scored. The message is one plain sentence."""


class Fault(NamedTuple):
    """One thing that is not as the gold has it. ``field`` may also be quantity, spurious, class or unaccounted."""

    file: str
    start: int
    surface: str
    field: str
    wanted: Any
    got: Any

    def __str__(self) -> str:
        return f"{self.file}@{self.start} {self.surface!r}: {self.field}: wanted {self.wanted}, got {self.got}"


@dataclass
class Score:
    """The figures by name, in the order in which they are shown, and every fault."""

    figures: dict[str, float | None] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)


@dataclass(frozen=True)
class Output:
    """The rows of an output folder as plain dictionaries."""

    records: Sequence[Row]
    numerals: Sequence[Row]
    documents: Sequence[Row]

    def under(self, folder: str) -> Output:
        """Only the rows of the files under a folder of the input."""
        return Output(*(_under(rows, folder) for rows in (self.records, self.numerals, self.documents)))


def _under(rows: Sequence[Row], folder: str) -> list[Row]:
    return [row for row in rows if str(row["source_file"]).startswith(f"{folder}/")]


def read_output(out: Path) -> Output:
    """The tables of an output folder.

    Raises
    ------
    ScoreError
        A table is missing.
    """
    tables = []
    for name in ("records", "numerals", "documents"):
        path = out / f"{name}.parquet"
        if not path.is_file():
            raise ScoreError(f"{path} does not exist: name the output folder of a run.")
        tables.append(pq.read_table(path).to_pylist())
    return Output(*tables)


def read_gold(path: Path) -> list[Row]:
    """The documents of a gold file, one JSON object a line.

    Raises
    ------
    ScoreError
        There is no such file, or a line of it is no gold document.
    """
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError):
        raise ScoreError(f"The gold file {path} cannot be read: name a .jsonl file in UTF-8.") from None
    documents = []
    for number, line in enumerate(lines, start=1):
        try:
            document = json.loads(line)
            _ = document["file"], document["records"], document["others"]
        except (ValueError, KeyError, TypeError):
            raise ScoreError(f"{path}:{number}: a gold line is a JSON object with file, records and others.") from None
        documents.append(document)
    return documents


def score(gold: Sequence[Row], output: Output) -> Score:
    """Score an output against gold documents; files that the gold does not cover are left aside.

    Parameters
    ----------
    gold:
        The documents of a gold file.
    output:
        The tables of a run.
    """
    tally = _Tally()
    records = _by_file(output.records)
    for document in gold:
        tally.add_document(document, records.get(_file_name(document["file"]), []))
    classes, more = _score_ledger(gold, output)
    return Score(tally.figures() | classes, tally.faults + more)


def fold(text: str) -> str:
    """Lower case, no accents, no punctuation, single spaces."""
    decomposed = unicodedata.normalize("NFKD", text).casefold()
    return " ".join(re.findall(r"[\w%°/$]+", "".join(c for c in decomposed if not unicodedata.combining(c))))


def is_same_name(predicted: str, accepted: str) -> bool:
    """Whether two names are the same: equal, one inside the other, or nearly the same content words."""
    ours, theirs = fold(predicted), fold(accepted)
    if ours == theirs:
        return True
    words, others = ([w for w in text.split() if w not in _STOP_WORDS] for text in (ours, theirs))
    inside = f" {theirs} " in f" {ours} " or f" {ours} " in f" {theirs} "
    if min(len(words), len(others)) >= 2 and inside:
        return True
    common, all_words = set(words) & set(others), set(words) | set(others)
    return bool(words) and bool(others) and len(common) / len(all_words) >= _SAME_NAME


def is_right(name: str, predicted: str | None, accepted: Sequence[str | None]) -> bool:
    """Whether a field's value is among the accepted answers.

    Parameters
    ----------
    name:
        The field.
    predicted:
        Its value, or None.
    accepted:
        The answers that the gold accepts; None among them accepts an empty field.
    """
    if predicted is None:
        return None in accepted
    named = [answer for answer in accepted if answer is not None]
    if name in ("program", "agency", "speaker"):
        return any(is_same_name(predicted, answer) for answer in named)
    if name == "period":
        return predicted in named
    return any(fold(predicted) == fold(answer) for answer in named)


def _file_name(path: str) -> str:
    return PurePosixPath(path).name


def _by_file(rows: Iterable[Row]) -> dict[str, list[Row]]:
    found: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        found[_file_name(row["source_file"])].append(row)
    return found


def _field(record: Row, name: str) -> str | None:
    if name != "period":
        return record[name] or None
    first, last = record["period_start"], record["period_end"]
    return f"{first or ''}/{last or ''}" if first or last else None


def _overlaps(row: Row, gold: Row) -> bool:
    return bool(row["start"] < gold["end"] and gold["start"] < row["end"])


def _has_value(record: Row, gold: Row) -> bool:
    upper, wanted = record["value_upper"], gold["value_upper"]
    if not math.isclose(record["value"], gold["value"], rel_tol=1e-9):
        return False
    return upper == wanted or (upper is not None and wanted is not None and math.isclose(upper, wanted))


def _ratio(part: int, whole: int) -> float | None:
    return part / whole if whole else None


def _f1(precision: float, recall: float) -> float:
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


class _Tally:
    """Counts over all documents of one gold file. Keys are figures; ``_of`` holds what each is a share of."""

    def __init__(self) -> None:
        self.counts: Counter[str] = Counter()
        self.right: Counter[str] = Counter()
        self.of: Counter[str] = Counter()
        self.faults: list[Fault] = []

    def _count(self, name: str, right: bool) -> None:
        self.right[name] += right
        self.of[name] += 1

    def add_document(self, document: Row, records: Sequence[Row]) -> None:
        file = _file_name(document["file"])
        self.counts["gold"] += len(document["records"])
        self.counts["predicted"] += len(records)
        if records:
            published = records[0]["published"]
            self._count("published", (str(published) if published else None) == document["published"])
        used: set[int] = set()
        for gold in document["records"]:
            for link in LINKS:
                self.of[f"{link}_recall"] += None not in gold[link]
            near = [i for i, record in enumerate(records) if i not in used and _overlaps(record, gold)]
            hit = next((i for i in near if _has_value(records[i], gold)), None)
            if hit is None:
                got = [(r["surface"], r["value"]) for r in records if _overlaps(r, gold)]
                self.faults.append(Fault(file, gold["start"], gold["number"], "quantity", gold["value"], got))
                continue
            used.add(hit)
            self._add_found(file, gold, records[hit])
        for i, record in enumerate(records):
            if i not in used:
                self.faults.append(Fault(file, record["start"], record["surface"], "spurious", None, record["value"]))

    def _add_found(self, file: str, gold: Row, record: Row) -> None:
        self.counts["found"] += 1
        whole = True
        for name in (*SHARES, *LINKS):
            accepted = [gold.get(name)] if name in _SINGLE else gold.get(name)
            if name in _OPTIONAL and accepted in (None, [None]):
                continue
            predicted = _field(record, name)
            right = is_right(name, predicted, accepted or [])
            if name not in LINKS:
                self._count(name, right)
            else:
                if predicted is not None:
                    self._count(f"{name}_precision", right)
                self.right[f"{name}_recall"] += right and None not in (accepted or [])
            whole = whole and right
            if not right:
                self.faults.append(Fault(file, gold["start"], gold["number"], name, accepted, predicted))
        self.counts["whole"] += whole
        heads = [fold(answer).split()[0] if answer else None for answer in gold["item"]]
        item = _field(record, "item")
        self.counts["item_head"] += ((fold(item).split() or [""])[0] if item else None) in heads

    def figures(self) -> dict[str, float | None]:
        counts = self.counts
        precision = _ratio(counts["found"], counts["predicted"]) or 0.0
        recall = _ratio(counts["found"], counts["gold"]) or 0.0
        links: dict[str, float | None] = {}
        for link in LINKS:
            of_made, of_due = (
                _ratio(self.right[k], self.of[k]) or 0.0 for k in (f"{link}_precision", f"{link}_recall")
            )
            links |= {f"{link}_precision": of_made, f"{link}_recall": of_due, f"{link}_f1": _f1(of_made, of_due)}
        return {
            "records_gold": counts["gold"],
            "records_predicted": counts["predicted"],
            "quantity_precision": precision,
            "quantity_recall": recall,
            "quantity_f1": _f1(precision, recall),
            **{name: _ratio(self.right[name], self.of[name]) for name in SHARES},
            **links,
            "item_head": _ratio(counts["item_head"], counts["found"]),
            "published": _ratio(self.right["published"], self.of["published"]),
            "whole": _ratio(counts["whole"], counts["gold"]) or 0.0,
        }


def _score_ledger(gold: Sequence[Row], output: Output) -> tuple[dict[str, float | None], list[Fault]]:
    ledger = _by_file(output.numerals)
    texts = {_file_name(row["source_file"]): row["text"] or "" for row in output.documents}
    faults: list[Fault] = []
    right = classes = covered = numerals = 0
    for document in gold:
        file = _file_name(document["file"])
        rows = ledger.get(file, [])
        for other in _with_class(document["others"]):
            got = [row["class"] for row in rows if _overlaps(row, other)]
            classes += 1
            right += other["class"] in got
            if other["class"] not in got:
                faults.append(Fault(file, other["start"], other["surface"], "class", other["class"], got))
        for numeral in _NUMERAL.finditer(texts.get(file, "")):
            numerals += 1
            inside = any(row["start"] <= numeral.start() and numeral.end() <= row["end"] for row in rows)
            covered += inside
            if not inside:
                faults.append(Fault(file, numeral.start(), numeral[0], "unaccounted", None, None))
    return {"numeral_class": _ratio(right, classes), "accounted": _ratio(covered, numerals)}, faults


def _with_class(others: Iterable[Row]) -> Iterator[Row]:
    """The gold's other numerals, without the words that a ledger may leave out ("primer", "varios", "un")."""
    for other in others:
        if _NUMERAL.search(other["surface"]) or other["class"] not in ("article", "vague", "ordinal"):
            yield other
