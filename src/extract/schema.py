"""The data contract: one pydantic model for each table of the output.

The Parquet schema, the CSV header, ``datapackage.json`` and the column tables of the documentation are derived from
these models, and every row passes its model before it is written. The module imports nothing of the project.
"""

from __future__ import annotations

import datetime as dt
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, model_validator

SCHEMA_VERSION = "1.0"

Comparator = Literal["exact", "more_than", "at_least", "less_than", "at_most", "about", "range"]
Kind = Literal[
    "count",
    "money",
    "percentage",
    "ratio",
    "duration",
    "age",
    "length",
    "area",
    "volume",
    "mass",
    "temperature",
    "speed",
    "energy",
    "data",
]
Status = Literal["reported", "planned", "conditional"]
NumeralClass = Literal[
    "quantity",
    "date",
    "year",
    "time",
    "ordinal",
    "address",
    "phone",
    "law",
    "identifier",
    "name",
    "vague",
    "score",
    "article",
]
PublishedFrom = Literal["dateline", "metadata", "file name"]

Offset = Annotated[int, Field(ge=0, lt=2**31)]
Sha256 = Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]
RecordId = Annotated[str, Field(pattern=r"^[0-9a-f]{16}$")]


class Row(BaseModel):
    """A row of one output table; unknown columns and wrong types are defects and raise ``ValidationError``."""

    model_config = ConfigDict(extra="forbid", frozen=True, populate_by_name=True)


class Record(Row):
    """One quantity of a release with everything that the release says about it."""

    record_id: RecordId = Field(description="stable key: first 16 hex digits of SHA-256 over source_sha256, start, end")
    source_file: str = Field(description="path under the input folder, / between parts")
    source_sha256: Sha256 = Field(description="SHA-256 of the file's bytes")
    title: str = Field(description="headline of the release")
    published: dt.date | None = Field(description="publication date of the release")
    place: str | None = Field(description="place of the dateline, as written")
    surface: str = Field(min_length=1, description="the quantity as written, with hedge, currency and unit word")
    start: Offset = Field(description="offset of the first character of surface in documents.text")
    end: Offset = Field(description="offset after the last character of surface in documents.text")
    value: float = Field(allow_inf_nan=False, description="the number; the lower end of a range")
    value_upper: float | None = Field(allow_inf_nan=False, description="upper end of a range")
    comparator: Comparator = Field(description="how the hedge relates the true value to the number")
    kind: Kind = Field(description="what sort of quantity it is")
    unit: str | None = Field(description="ISO 4217 code for money, % or the measure's symbol; null for counts")
    item: str | None = Field(description="what is counted or paid for, as written")
    status: Status = Field(description="reported as done, planned, or conditional")
    program: str | None = Field(description="programme that the figure belongs to")
    program_id: str | None = Field(description="its id in patterns/programs.csv")
    agency: str | None = Field(description="institution whose figure it is, full name")
    agency_id: str | None = Field(description="its id in patterns/agencies.csv")
    period_text: str | None = Field(description="words that name the period")
    period_start: dt.date | None = Field(description="first day of the period")
    period_end: dt.date | None = Field(description="last day of the period")
    speaker: str | None = Field(description="who states the figure, as first named in full")
    page: int | None = Field(ge=1, lt=2**31, description="page of a paged source, from 1")
    sentence: str = Field(description="the sentence that holds the quantity")
    same_as: RecordId | None = Field(
        description="record_id of the fuller statement of the same figure; leave such rows out of sums"
    )
    confidence: float = Field(ge=0, le=1, description="calibrated probability that every field of the record is right")
    rules: str = Field(description="ids of the rules that made the record, space separated, in order")

    @model_validator(mode="after")
    def _offsets_hold(self) -> Record:
        if self.end - self.start != len(self.surface):
            raise ValueError(f"surface has {len(self.surface)} characters, offsets span {self.end - self.start}")
        if self.value_upper is not None and self.value_upper < self.value:
            raise ValueError("value_upper is below value")
        if self.period_start and self.period_end and self.period_end < self.period_start:
            raise ValueError("period_end is before period_start")
        return self


class Document(Row):
    """One input file: what was read from it, or why it was rejected."""

    source_file: str = Field(description="path under the input folder, / between parts")
    source_sha256: Sha256 = Field(description="SHA-256 of the file's bytes")
    format: str = Field(description="file format: txt, md …")
    encoding: str | None = Field(description="character encoding that the bytes were read with")
    convention: str | None = Field(description="ISO 3166 code of the country whose number format was applied")
    title: str | None = Field(description="headline of the release")
    published: dt.date | None = Field(description="publication date")
    published_from: PublishedFrom | None = Field(description="where the publication date was found")
    place: str | None = Field(description="place of the dateline, as written")
    url: str | None = Field(description="address of the release, where known")
    text: str | None = Field(description="the text that all offsets point into; null when rejected")
    n_characters: int = Field(ge=0, lt=2**31, description="length of text")
    n_numerals: int = Field(ge=0, lt=2**31, description="rows in numerals")
    n_records: int = Field(ge=0, lt=2**31, description="rows in records")
    status: Literal["ok", "rejected"] = Field(description="ok, or rejected with the reason in error")
    error: str | None = Field(description="one plain sentence; null when ok")


class NumeralRow(Row):
    """One numeral of a text, whether or not it became a record: the ledger."""

    source_file: str = Field(description="path under the input folder, / between parts")
    start: Offset = Field(description="offset of the first character in documents.text")
    end: Offset = Field(description="offset after the last character in documents.text")
    surface: str = Field(min_length=1, description="the characters themselves")
    value: float | None = Field(allow_inf_nan=False, description="its number, where it has one")
    # "class" is a keyword of the language, so the attribute carries an underscore and the column its contract name.
    class_: NumeralClass = Field(alias="class", description="quantity, or the reason for not being one")
    record_id: RecordId | None = Field(description="the record that holds it")
    rule: str = Field(description="id of the rule that decided the class")


#: The output tables in the order in which they are written.
TABLES: dict[str, type[Row]] = {"records": Record, "documents": Document, "numerals": NumeralRow}
