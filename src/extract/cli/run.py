"""``extract run``: a folder of releases becomes tables."""
# ruff: noqa: D301, PLC0415 (click reads \b in a help text; what is heavy is imported late)

from __future__ import annotations

import logging
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import click

from extract.cli.messages import number, plain_errors
from extract.cli.options import check_convention, convention_option, model_option, patterns_option

if TYPE_CHECKING:
    from extract.corpus.runner import Summary

#: Seconds between two lines of progress where there is no terminal.
_REPORT_EVERY = 10.0
#: Rejected files that the summary lists; all of them are in documents.csv.
_LISTED = 20


@click.command("run", short_help="Extract a folder of releases and write the tables.")
@click.argument("raw", default="data/raw", type=click.Path())
@click.argument("out", default="data/out", type=click.Path())
@click.option(
    "--workers", type=click.IntRange(min=1), help="Processes. By default one for each core; one for few files."
)
@model_option
@patterns_option
@convention_option
@click.option("--strict", is_flag=True, help="Exit with 1 when a file was rejected.")
@click.option("--fresh", is_flag=True, help="Extract everything again, also what is unchanged.")
@click.option(
    "--max-mb",
    type=click.FloatRange(min=0, min_open=True),
    default=50.0,
    show_default=True,
    help="Reject larger files.",
)
@click.option(
    "--timeout",
    type=click.FloatRange(min=0, min_open=True),
    default=60.0,
    show_default=True,
    help="Seconds after which a file is given up.",
)
@click.option("--scheduler", metavar="ADDRESS", help="Extract on the workers of a Dask scheduler, as tcp://host:8786.")
@click.option("-v", "--verbose", is_flag=True, help="Show the traceback of each defect of the program.")
@plain_errors
def run_command(raw: str, out: str, strict: bool, verbose: bool, **settings: Any) -> None:
    """Extract the releases in RAW (data/raw) and write the tables to OUT (data/out).

    All files under RAW are read, in any depth. OUT gets records, documents and numerals, each as CSV and Parquet, and
    datapackage.json, which describes the CSV files. A file that cannot be read is listed in documents with the
    reason and stops nothing. What is unchanged since the last run is not extracted again; a run that was stopped goes
    on where it was.

    \b
    Examples:
      extract run
      extract run releases tables --workers 4
      extract run releases tables --patterns my-rules --strict
      extract run s3://bucket/releases /shared/tables --scheduler tcp://host:8786

    Exit codes: 0 done; 1 done, but files were rejected and --strict was given; 2 cannot run; 130 stopped.
    """
    from extract.corpus.runner import run

    if verbose:
        logging.basicConfig(level=logging.WARNING)
        logging.getLogger("extract").setLevel(logging.DEBUG)
    check_convention(settings["convention"], settings["patterns"])
    try:
        with _progress() as report:
            summary = run(raw, out, progress=report, **settings)
    except KeyboardInterrupt:
        click.echo("What is done is kept: the same command goes on from there.", err=True)
        raise
    _show_summary(summary)
    if strict and summary.rejected:
        sys.exit(1)


@contextmanager
def _progress() -> Iterator[Callable[[int, int], None]]:
    """A bar on a terminal; elsewhere a line at the start, every ten seconds and at the end."""
    if not sys.stderr.isatty():
        yield _plain_progress()
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (TextColumn("Extracting"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("releases", total=None)
        yield lambda done, total: bar.update(task, completed=done, total=total)


def _plain_progress() -> Callable[[int, int], None]:
    last = time.monotonic()

    def report(done: int, total: int) -> None:
        nonlocal last
        now = time.monotonic()
        if done == 0:
            click.echo(f"Extracting {number(total, 'document')} …", err=True)
        elif done == total or now - last >= _REPORT_EVERY:
            click.echo(f"{done} of {total} documents", err=True)
            last = now

    return report


def _show_summary(summary: Summary) -> None:
    rejected = f", {len(summary.rejected)} rejected" if summary.rejected else ""
    unchanged = f", {number(summary.unchanged, 'file')} unchanged" if summary.unchanged else ""
    click.echo(
        f"{number(summary.records, 'record')} from {number(summary.documents, 'document')}{rejected}{unchanged}, "
        f"in {summary.seconds:.1f} s."
    )
    if summary.numerals:
        by_class = ", ".join(f"{name} {count:,}" for name, count in summary.numerals.most_common())
        click.echo(f"{number(summary.numerals.total(), 'numeral')}: {by_class}.")
    if summary.unknown:
        named = ", ".join(summary.unknown[:_LISTED])
        more = f" and {len(summary.unknown) - _LISTED} more" if len(summary.unknown) > _LISTED else ""
        click.echo(f"metadata.csv names what is not in the folder (capitals count): {named}{more}.")
    for file, reason in summary.rejected[:_LISTED]:
        click.echo(f"Rejected: {file}: {reason}")
    if len(summary.rejected) > _LISTED:
        click.echo(f"… and {len(summary.rejected) - _LISTED} more: see the column error in documents.csv.")
    click.echo(f"The tables are in {summary.out}: records, documents and numerals, as .csv and .parquet.")
