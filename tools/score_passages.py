"""How many short passages come out right: one figure each, annotated in the fields of one question.

    python -m tools.score_passages [--errors] FILE …

A release tests one construction with all figures of a list; passages test many. Each line of a file has ``text``,
``figure`` (the numeral as it stands there, once) and ``answers``: for each field the answers that are accepted. With
``--errors`` each passage that is wrong is shown; nobody who writes rules asks that of ``tests/passages/heldout``.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import math
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from spacy.language import Language

from extract.pipeline import extract_document, load
from extract.readers import read
from extract.records import Source
from extract.schema import Record
from extract.scoring import is_right


class Verdict(NamedTuple):
    """One field of one passage: what is accepted, what came out (None where no record did), and whether it is right."""

    passage: dict[str, Any]
    field: str
    accepted: list[Any]
    got: Any
    right: bool


def verdicts(nlp: Language, path: Path) -> Iterator[Verdict]:
    """Every annotated field of the passages of a file.

    Parameters
    ----------
    nlp:
        What ``extract.pipeline.load`` returns.
    path:
        A file of passages, one JSON object a line.
    """
    for line in path.read_text(encoding="utf-8").splitlines():
        passage = json.loads(line)
        record = _record(nlp, passage)
        for field, accepted in passage["answers"].items():
            got = None if record is None else _value(record, field)
            right = record is not None and _is_right(field, got, accepted)
            yield Verdict(passage, field, accepted, got, right)


def _record(nlp: Language, passage: dict[str, Any]) -> Record | None:
    """The record of the passage's figure."""
    data = passage["text"].encode()
    name = f"{passage['id']}.txt"
    release = read(Path(name), data)
    start = release.text.find(passage["figure"])
    end = start + len(passage["figure"])
    rows = extract_document(nlp, Source(name, hashlib.sha256(data).hexdigest(), release))
    return next((record for record in rows.records if record.start < end and start < record.end), None)


def _value(record: Record, field: str) -> Any:
    if field != "period":
        return getattr(record, field)
    if record.period_start is None and record.period_end is None:
        return None
    return f"{record.period_start or ''}/{record.period_end or ''}"


def _is_right(field: str, got: Any, accepted: list[Any]) -> bool:
    if field in {"value", "value_upper"}:
        return (
            got in accepted
            if got is None
            else any(a is not None and math.isclose(got, a, rel_tol=1e-5) for a in accepted)
        )
    return is_right(field, got, accepted)


def main() -> None:
    """Print the share that is right, by file and field."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="+", type=Path, metavar="FILE")
    parser.add_argument("--errors", action="store_true", help="show the passages that are wrong")
    arguments = parser.parse_args()
    nlp = load()
    for path in arguments.files:
        found = list(verdicts(nlp, path))
        for one in found if arguments.errors else ():
            if not one.right:
                print(
                    f"{one.passage['id']} {one.field}: {one.got!r}, accepted {one.accepted}\n    {one.passage['text']}"
                )
        for field in dict.fromkeys(one.field for one in found):
            right = [one.right for one in found if one.field == field]
            share = sum(right) / len(right)
            print(f"{path.parent.name}/{path.stem:16} {field:12} {sum(right):4d} of {len(right):4d} = {share:.3f}")


if __name__ == "__main__":
    main()
