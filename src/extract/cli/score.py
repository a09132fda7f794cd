"""``extract score``: how often the output is as gold says."""
# ruff: noqa: D301, PLC0415 (click reads \b in a help text; what is heavy is imported late)

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from extract.cli.messages import plain_errors
from extract.cli.options import model_option, patterns_option

if TYPE_CHECKING:
    from extract.scoring import Score

#: How a column is headed.
_MEASURES = {"precision": "P", "recall": "R", "f1": "F1"}


@click.command("score", short_help="Score an output against gold records.")
@click.argument("gold", required=False, type=click.Path(path_type=Path))
@click.argument("out", required=False, type=click.Path(path_type=Path))
@click.option("--errors", is_flag=True, help="List each field that is wrong.")
@click.option("--pin", "pinned", is_flag=True, help="Raise the floors to the scores; never lowers one.")
@click.option("--allow-lower", is_flag=True, help="With --pin: also lower floors.")
@model_option
@patterns_option
@plain_errors
def score_command(
    gold: Path | None,
    out: Path | None,
    errors: bool,
    pinned: bool,
    allow_lower: bool,
    model: str,
    patterns: Path | None,
) -> None:
    """Score the output folder OUT against the gold file GOLD, or all gold there is.

    Without arguments, the texts of all gold files of a checkout are extracted and scored, and compared with the floors
    in scores/floors.json.

    \b
    Examples:
      extract score gold.jsonl data/out --errors
      extract score
      extract score --pin

    Exit codes: 0 all floors held; 1 a score is under its floor, or gold has changed; 2 cannot run.
    """
    from extract import scoring

    if gold is None:
        _score_all(model, patterns, errors=errors, pinned=pinned, allow_lower=allow_lower)
        return
    if out is None:
        raise click.UsageError("Give GOLD and OUT, or neither to score all gold.")
    scored = scoring.score(scoring.read_gold(gold), scoring.read_output(out))
    _show_scores({gold.stem: scored}, errors=errors)


def _score_all(model: str, patterns: Path | None, *, errors: bool, pinned: bool, allow_lower: bool) -> None:
    from extract import floors as f

    gold_files = f.find_gold(f.checkout())
    if not any(gold.name.startswith("shared/") for gold in gold_files):
        click.echo("The folder ../shared is not there: its gold is passed over.", err=True)
    if not gold_files:
        click.echo("There is no gold to score against.")
        return
    scores = f.score_all(gold_files, model=model, patterns=patterns)
    _show_scores(scores, errors=errors)
    floors = f.read_floors(f.floors_path())
    if pinned:
        new = {g.name: f.pin(g, scores[g.name], floors, allow_lower=allow_lower) for g in gold_files}
        floors |= new
        f.write_floors(f.floors_path(), floors)
    complaints = [c for gold in gold_files for c in f.compare(gold, scores[gold.name], floors)]
    for complaint in complaints:
        click.echo(complaint, err=True)
    if complaints:
        sys.exit(1)
    click.echo("All floors held.")


def _show_scores(scores: dict[str, Score], *, errors: bool) -> None:
    """One table: a line for each gold file, a column for each figure."""
    names = max(map(len, scores))
    figures = [_split(name) for name in next(iter(scores.values())).figures]
    widths = [max(len(part) for part in (*label, "0.000")) for label in figures]
    for line in zip(*figures, strict=True):
        click.echo(_line("", names, line, widths))
    for name, scored in scores.items():
        click.echo(_line(name, names, map(_cell, scored.figures.values()), widths))
    if errors:
        for scored in scores.values():
            for fault in scored.faults:
                click.echo(str(fault), err=True)


def _split(figure: str) -> tuple[str, str]:
    """The name of a figure on two lines: "program_precision" is "program" above "P"."""
    what, _, measure = figure.partition("_")
    return what, _MEASURES.get(measure, measure)


def _line(name: str, width: int, cells: Iterable[str], widths: Sequence[int]) -> str:
    return " ".join([name.ljust(width), *(cell.rjust(n) for cell, n in zip(cells, widths, strict=True))])


def _cell(value: float | None) -> str:
    if value is None:
        return "–"
    return str(value) if isinstance(value, int) else f"{value:.3f}"
