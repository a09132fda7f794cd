"""Why each record of a release exists: its sentence, its fields, and every rule that had a part in it."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from rich.text import Text

from extract.corpus.runner import RunError, Settings, load_model
from extract.patterns import ENTITY_FILES, RULE_FILES, Patterns
from extract.readers import Release, read
from extract.schema import NumeralRow, Record

if TYPE_CHECKING:
    from extract.rows import Rows

_FIELDS = ("item", "program", "agency", "period", "speaker", "status")
_COMPARATORS = {
    "exact": "",
    "more_than": "more than ",
    "at_least": "at least ",
    "less_than": "less than ",
    "at_most": "at most ",
    "about": "about ",
    "range": "from ",
}


class _Origin(NamedTuple):
    """Where a rule is written, and the reason that it gives for itself."""

    file: str
    source: str


def explain(path: Path, settings: Settings | None = None) -> list[Text]:
    """The records of one release under their sentences, as styled lines.

    Parameters
    ----------
    path:
        The release.
    settings:
        Model, patterns and number format; by default the shipped ones.

    Raises
    ------
    RunError
        There is no such file, or the model cannot be used.
    extract.readers.ReadError
        The file is no release that can be read.
    extract.rules.PatternError
        A pattern file cannot be used.
    """
    settings = settings or Settings()
    try:
        data = path.read_bytes()
    except OSError as error:
        raise RunError(f"{path} cannot be opened: {error.strerror or error}.") from error
    release = read(path, data)
    nlp = load_model(settings)
    from extract.pipeline import extract_document  # noqa: PLC0415 (spaCy is loaded once there is something to parse)
    from extract.records import Source  # noqa: PLC0415

    rows = extract_document(nlp, Source(path.name, hashlib.sha256(data).hexdigest(), release))
    return list(_lines(release, rows, _origins(Patterns(settings.patterns))))


def _origins(patterns: Patterns) -> dict[str, _Origin]:
    """Every rule and entity by its id."""
    origins: dict[str, _Origin] = {}
    for name, model in RULE_FILES.items():
        origins |= {rule.id: _Origin(name, rule.source) for rule in patterns.rules(name, model)}
    for name in ENTITY_FILES:
        origins |= {entity.id: _Origin(name, entity.source) for entity in patterns.entities(name)}
    return origins


def _lines(release: Release, rows: Rows, origins: dict[str, _Origin]) -> Iterator[Text]:
    document = rows.document
    yield Text(release.title or "(no headline)", style="bold")
    date = f"{release.published} ({release.published_from})" if release.published else "no date"
    yield Text(f"{release.place or 'no place'} · {date} · number format of {document.convention}", style="dim")
    surfaces = {record.record_id: record.surface for record in rows.records}
    for sentence, records in groupby(rows.records, key=lambda record: record.sentence):
        yield Text()
        yield Text(" ".join(sentence.split()), style="italic")
        for record in records:
            yield from _record_lines(record, surfaces.get(record.same_as or ""), origins)
    yield Text()
    yield from _other_lines([row for row in rows.numerals if row.record_id is None])
    yield Text(f"{len(rows.records)} records, {len(rows.numerals)} numerals.", style="dim")


def _record_lines(record: Record, fuller: str | None, origins: dict[str, _Origin]) -> Iterator[Text]:
    unit = f" {record.unit}" if record.unit else ""
    upper = "" if record.value_upper is None else f" to {_number(record.value_upper)}"
    value = f"{_COMPARATORS[record.comparator]}{_number(record.value)}{upper}{unit}"
    yield Text.assemble(
        "  ", (" ".join(record.surface.split()), "bold cyan"), f" → {value} ({record.kind})",
        (f"  characters {record.start}–{record.end}, confidence {record.confidence:.2f}", "dim"),
    )  # fmt: skip
    for name in _FIELDS:
        answer = _period(record) if name == "period" else getattr(record, name)
        if answer is not None:
            yield Text.assemble(f"    {name:<9}", " ".join(answer.split()))
    if fuller is not None:
        yield Text(f"    {'same as':<9}{' '.join(fuller.split())}, which says more; leave this one out of sums")
    for number, rule in enumerate(record.rules.split()):
        origin = origins.get(rule)
        reason = f"  {origin.source} [{origin.file}]" if origin else ""
        yield Text.assemble(f"    {'' if number else 'rules':<9}", (rule, "green"), (reason, "dim"))


def _period(record: Record) -> str | None:
    if record.period_start is None and record.period_end is None:
        return record.period_text
    return f"{record.period_start or '…'} to {record.period_end or '…'} ({record.period_text})"


def _other_lines(numerals: Sequence[NumeralRow]) -> Iterator[Text]:
    """The numerals that are no records, by class: nothing is left out in silence."""
    if not numerals:
        return
    yield Text("No records:", style="bold")
    ordered = sorted(numerals, key=lambda row: (row.class_, row.start))
    for name, rows in groupby(ordered, key=lambda row: row.class_):
        listed = ", ".join(f"{' '.join(row.surface.split())} ({row.rule})" for row in rows)
        yield Text.assemble(f"  {name:<11}", listed)


def _number(value: float) -> str:
    return f"{value:,.0f}" if value.is_integer() else f"{value:,}"
