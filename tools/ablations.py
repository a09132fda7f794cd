"""What each part of the program is worth: the scores without it, on all gold that is found.

    python -m tools.ablations [PREFIX …]

Prints one table for the share of the gold records that is right, by field and variant, for each gold whose name begins
with one of the prefixes ("shared", "heldout"), or for all. ``docs/accuracy.md`` shows it.
"""

from __future__ import annotations

import argparse
import hashlib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from unittest.mock import patch

from extract.floors import GoldFile, checkout, find_gold
from extract.links.scope import weights
from extract.patterns import Patterns
from extract.pipeline import extract_document, load
from extract.readers import read
from extract.records import Source
from extract.rows import Rows
from extract.scoring import read_output, score
from extract.tables.writers import write_tables

FIELDS = ("item", "status", "program_f1", "agency_f1", "period_f1", "speaker_f1", "whole")
#: Instead of fitted weights: the nearest mention of the sentence before the figure, else nothing.
NEAREST = {"sentence_same": 3.0, "nearest_before": 1.0, "distance": -1.0, "none": 2.5}


class WithoutGazetteers(Patterns):
    """The shipped patterns with empty lists of programs and agencies."""

    def entities(self, name: str) -> tuple[()]:  # noqa: ARG002 (the list does not matter)
        """No entity at all."""
        return ()


def without_runs(link_weights: Mapping[str, float]) -> dict[str, float]:
    """Weights that do not see what the figure before took."""
    return {name: weight for name, weight in link_weights.items() if not name.startswith(("run_", "broken_", "fresh"))}


@contextmanager
def variant(name: str) -> Iterator[Patterns]:
    """The program without one of its parts, for as long as the block lasts."""
    fitted = weights
    if name == "without masking":
        with patch("extract.pipeline._masks", lambda *_: []):
            yield Patterns()
    elif name == "without gazetteers":
        yield WithoutGazetteers()
    elif name == "without fitted weights":
        with patch("extract.links.linker.weights", lambda *_: NEAREST):
            yield Patterns()
    elif name == "without runs":
        with patch("extract.links.linker.weights", lambda patterns, link: without_runs(fitted(patterns, link))):
            yield Patterns()
    else:
        yield Patterns()


def extract(gold: GoldFile, patterns: Patterns) -> Iterator[Rows]:
    """The rows of the texts of one gold file."""
    nlp = load(patterns=patterns)
    for path in gold.inputs():
        data = path.read_bytes()
        yield extract_document(nlp, Source(path.name, hashlib.sha256(data).hexdigest(), read(path, data)))


def main() -> None:
    """Score every variant on every gold file."""
    parser = argparse.ArgumentParser(description=main.__doc__)
    parser.add_argument(
        "prefixes", nargs="*", metavar="PREFIX", help='beginnings of names of gold, as "heldout"; all by default'
    )
    prefixes = tuple(parser.parse_args().prefixes) or ("",)
    for gold in find_gold(checkout()):
        if not gold.name.startswith(prefixes):
            continue
        print(f"\n{gold.name}", flush=True)
        print(f"{'':24}" + "".join(f"{field:>12}" for field in FIELDS))
        for name in (
            "whole program",
            "without masking",
            "without gazetteers",
            "without runs",
            "without fitted weights",
        ):
            with variant(name) as patterns, TemporaryDirectory() as folder:
                write_tables(Path(folder), extract(gold, patterns))
                figures = score(gold.documents(), read_output(Path(folder))).figures
            print(f"{name:24}" + "".join(f"{figures.get(field) or 0.0:12.3f}" for field in FIELDS))


if __name__ == "__main__":
    main()
