"""Rows of the contract from the linked quantities and the ledger of one document."""

from __future__ import annotations

import hashlib
import sys
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from extract.links.confidence import confidences
from extract.links.linker import Links
from extract.links.restatements import find_restatements, inherit
from extract.mentions import LedgerEntry, Mentions
from extract.patterns import Patterns, shipped
from extract.readers import Release
from extract.schema import NumeralRow, Record


@dataclass(frozen=True)
class Source:
    """One release and the file that it came from."""

    source_file: str
    source_sha256: str
    release: Release


def record_id(source_sha256: str, start: int, end: int) -> str:
    """The stable key of a record: first 16 hex digits of SHA-256 over the file's hash and the offsets."""
    return hashlib.sha256(f"{source_sha256}:{start}:{end}".encode()).hexdigest()[:16]


def make_records(
    source: Source, mentions: Mentions, links: Sequence[Links], patterns: Patterns | None = None
) -> list[Record]:
    """One validated ``Record`` for each linked quantity, in reading order.

    Parameters
    ----------
    source:
        The release and its file.
    mentions:
        All that was found in the text.
    links:
        The linked quantities, in reading order.

    Raises
    ------
    pydantic.ValidationError
        A record that does not pass its model: a defect of the program.
    """
    fuller = find_restatements(source.release.text, mentions, links)
    links = inherit(mentions, links, fuller)
    ids = [record_id(source.source_sha256, one.quantity.start, one.quantity.end) for one in links]
    rules = patterns or shipped()
    return [
        _record(source, mentions, one, ids[i], ids[fuller[i]] if i in fuller else None, confidence)
        for i, (one, confidence) in enumerate(zip(links, confidences(links, rules), strict=True))
    ]


def _record(source: Source, mentions: Mentions, one: Links, key: str, same_as: str | None, confidence: float) -> Record:
    release, quantity = source.release, one.quantity
    sentence = mentions.sentences[bisect_right(mentions.sentences, quantity.start, key=lambda s: s.start) - 1]
    upper = quantity.value_upper
    return Record(
        record_id=key,
        source_file=source.source_file,
        source_sha256=source.source_sha256,
        title=release.title or "",
        published=release.published,
        place=release.place,
        surface=quantity.surface,
        start=quantity.start,
        end=quantity.end,
        value=float(quantity.value),
        value_upper=None if upper is None else float(upper),
        comparator=quantity.comparator,
        kind=quantity.kind,
        unit=quantity.unit,
        item=one.item.surface if one.item else None,
        status=one.status.status,
        program=one.program.name if one.program else None,
        program_id=one.program.id if one.program else None,
        agency=one.agency.name if one.agency else None,
        agency_id=one.agency.id if one.agency else None,
        period_text=one.period.surface if one.period else None,
        period_start=one.period.first if one.period else None,
        period_end=one.period.last if one.period else None,
        speaker=one.attribution.speaker if one.attribution else None,
        page=_page(release, quantity.start),
        sentence=sentence.surface,
        same_as=same_as,
        confidence=confidence,
        rules=" ".join(one.rules),
    )


def _page(release: Release, offset: int) -> int | None:
    return bisect_right(release.page_starts, offset) if release.page_starts else None


def _finite(value: Decimal | None) -> float | None:
    """The number as the column holds it; none where it is beyond what a double can hold."""
    return None if value is None or value.copy_abs() > sys.float_info.max else float(value)


def make_ledger(source_file: str, ledger: Sequence[LedgerEntry], records: Sequence[Record]) -> list[NumeralRow]:
    """The rows of the ledger; a numeral inside a record's surface carries the record's id.

    Parameters
    ----------
    source_file:
        Path under the input folder.
    ledger:
        Every numeral of the text, in order.
    records:
        The document's records, in order.
    """
    rows = []
    position = 0
    for entry in ledger:
        while position < len(records) and records[position].end <= entry.start:
            position += 1
        held = position < len(records) and records[position].start <= entry.start and entry.cls == "quantity"
        rows.append(
            NumeralRow(
                source_file=source_file,
                start=entry.start,
                end=entry.end,
                surface=entry.surface,
                value=_finite(entry.value),
                class_=entry.cls,
                record_id=records[position].record_id if held else None,
                rule=entry.rule,
            )
        )
    return rows
