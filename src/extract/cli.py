"""The command ``extract``: thin, the work is done elsewhere; each command loads the modules that it needs."""
# ruff: noqa: D301, PLC0415 (click reads \b in a help text; what is heavy is imported late)

from __future__ import annotations

import functools
import io
import logging
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, ParamSpec

import click

if TYPE_CHECKING:
    from extract.corpus.runner import Summary
    from extract.scoring import Score

P = ParamSpec("P")
#: Seconds between two lines of progress where there is no terminal.
_REPORT_EVERY = 10.0
#: Rejected files that the summary lists; all of them are in documents.csv.
_LISTED = 20
#: What a shell gives for a command that Ctrl-C ended.
_INTERRUPTED = 130
_CONTEXT = {"help_option_names": ["-h", "--help"], "max_content_width": 100}

_model = click.option("--model", default="es_core_news_sm", show_default=True, help="Installed Spanish spaCy model.")
_patterns = click.option(
    "--patterns",
    metavar="DIR",
    type=click.Path(path_type=Path),
    help="Own rules, added to the shipped ones or over them.",
)
_convention = click.option(
    "--convention",
    metavar="CC",
    help="Country whose number format applies to all releases, as MX or ES. By default each release tells its own.",
)


class _CannotRun(click.ClickException):
    """Shown as one sentence, with exit code 2."""

    exit_code = 2


def _plain_errors(command: Callable[P, None]) -> Callable[P, None]:
    """Show what the user can mend as one sentence, without a traceback."""

    @functools.wraps(command)
    def wrapped(*args: P.args, **kwargs: P.kwargs) -> None:
        try:
            command(*args, **kwargs)
        except _user_errors() as error:
            raise _CannotRun(str(error)) from error
        except KeyboardInterrupt:
            click.echo("Stopped.", err=True)
            sys.exit(_INTERRUPTED)

    return wrapped


def _user_errors() -> tuple[type[Exception], ...]:
    """The errors whose message is written for the user. Looked up only when something was raised."""
    from extract.corpus.runner import RunError
    from extract.readers import ReadError
    from extract.rules import PatternError
    from extract.scoring import ScoreError

    return RunError, PatternError, ReadError, ScoreError


def _version(context: click.Context, _parameter: click.Parameter, asked: bool) -> None:
    if asked and not context.resilient_parsing:
        import extract

        click.echo(f"extract {extract.__version__}")
        context.exit()


@click.group(context_settings=_CONTEXT)
@click.option("--version", is_flag=True, is_eager=True, expose_value=False, callback=_version, help="Show the version.")
def main() -> None:
    """Every quantity in Spanish press releases as one row: value, item, program, agency, period, speaker.

    \b
    Example:
      extract run data/raw data/out
    """
    for stream in (sys.stdout, sys.stderr):  # a console of Windows, or a file that it writes to, lacks some signs
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


@main.command("run", short_help="Extract a folder of releases and write the tables.")
@click.argument("raw", default="data/raw", type=click.Path())
@click.argument("out", default="data/out", type=click.Path())
@click.option(
    "--workers", type=click.IntRange(min=1), help="Processes. By default one for each core; one for few files."
)
@_model
@_patterns
@_convention
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
@_plain_errors
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
    _check_convention(settings["convention"], settings["patterns"])
    try:
        with _progress() as report:
            summary = run(raw, out, progress=report, **settings)
    except KeyboardInterrupt:
        click.echo("What is done is kept: the same command goes on from there.", err=True)
        raise
    _show_summary(summary)
    if strict and summary.rejected:
        sys.exit(1)


def _check_convention(convention: str | None, patterns: Path | None) -> None:
    """Refuse a country without a number format, so that it is not taken for the default in silence."""
    if convention is None:
        return
    from extract.patterns import Patterns
    from extract.rules import Convention

    known = sorted(rule.country for rule in Patterns(patterns).rules("conventions.yml", Convention))
    if convention not in known:
        raise _CannotRun(f"There is no number format for the country {convention}; known are {', '.join(known)}.")


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
            click.echo(f"Extracting {_number(total, 'document')} …", err=True)
        elif done == total or now - last >= _REPORT_EVERY:
            click.echo(f"{done} of {total} documents", err=True)
            last = now

    return report


def _number(count: int, what: str) -> str:
    return f"{count:,} {what}{'' if count == 1 else 's'}"


def _show_summary(summary: Summary) -> None:
    rejected = f", {len(summary.rejected)} rejected" if summary.rejected else ""
    unchanged = f", {_number(summary.unchanged, 'file')} unchanged" if summary.unchanged else ""
    click.echo(
        f"{_number(summary.records, 'record')} from {_number(summary.documents, 'document')}{rejected}{unchanged}, "
        f"in {summary.seconds:.1f} s."
    )
    if summary.numerals:
        by_class = ", ".join(f"{name} {count:,}" for name, count in summary.numerals.most_common())
        click.echo(f"{_number(summary.numerals.total(), 'numeral')}: {by_class}.")
    if summary.unknown:
        named = ", ".join(summary.unknown[:_LISTED])
        more = f" and {len(summary.unknown) - _LISTED} more" if len(summary.unknown) > _LISTED else ""
        click.echo(f"metadata.csv names what is not in the folder (capitals count): {named}{more}.")
    for file, reason in summary.rejected[:_LISTED]:
        click.echo(f"Rejected: {file}: {reason}")
    if len(summary.rejected) > _LISTED:
        click.echo(f"… and {len(summary.rejected) - _LISTED} more: see the column error in documents.csv.")
    click.echo(f"The tables are in {summary.out}: records, documents and numerals, as .csv and .parquet.")


@main.command("explain", short_help="Show why each record of a release exists.")
@click.argument("file", type=click.Path(path_type=Path))
@_model
@_patterns
@_convention
@_plain_errors
def explain_command(file: Path, model: str, patterns: Path | None, convention: str | None) -> None:
    """Show why each record of FILE exists: its sentence, its fields, and the rules that made it.

    The numerals that became no record follow at the end with their class and rule.

    \b
    Example:
      extract explain data/raw/2014-02-22-apoyos.txt
    """
    from rich.console import Console

    from extract.corpus.runner import Settings
    from extract.explain import explain

    _check_convention(convention, patterns)
    lines = explain(file, Settings(model, None if patterns is None else str(patterns), convention))
    console = Console(highlight=False)
    for line in lines:
        console.print(line, soft_wrap=not console.is_terminal)


@main.group("patterns")
def patterns_group() -> None:
    """Check the rules, the shipped ones or your own."""


@patterns_group.command("check")
@click.argument("folder", metavar="[DIR]", required=False, type=click.Path(path_type=Path))
@_plain_errors
def check_command(folder: Path | None) -> None:
    """Check every rule against its own examples and counter-examples.

    DIR is a folder with your own pattern files; they are checked together with the shipped ones.

    \b
    Examples:
      extract patterns check
      extract patterns check my-rules
    """
    from extract.patterns import Patterns

    patterns = Patterns(folder)
    wrong = patterns.check()
    for sentence in wrong:
        click.echo(sentence, err=True)
    if wrong:
        raise _CannotRun(
            f"{_number(len(wrong), 'example')} of the patterns {'is' if len(wrong) == 1 else 'are'} wrong."
        )
    click.echo(f"{_number(patterns.count(), 'rule')} and names: every example is as it says.")


@main.command("score", short_help="Score an output against gold records.")
@click.argument("gold", required=False, type=click.Path(path_type=Path))
@click.argument("out", required=False, type=click.Path(path_type=Path))
@click.option("--errors", is_flag=True, help="List each field that is wrong.")
@click.option("--pin", "pinned", is_flag=True, help="Raise the floors to the scores; never lowers one.")
@click.option("--allow-lower", is_flag=True, help="With --pin: also lower floors.")
@_model
@_patterns
@_plain_errors
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
    """One table: a line for each figure, a column for each gold file."""
    widths = {name: max(len(name), 9) for name in scores}
    click.echo(" " * 20 + "  ".join(name.rjust(widths[name]) for name in scores))
    for figure in next(iter(scores.values())).figures:
        cells = (_cell(scored.figures[figure]).rjust(widths[name]) for name, scored in scores.items())
        click.echo(f"{figure:<20}" + "  ".join(cells))
    if errors:
        for scored in scores.values():
            for fault in scored.faults:
                click.echo(str(fault), err=True)


def _cell(value: float | None) -> str:
    if value is None:
        return "–"
    return str(value) if isinstance(value, int) else f"{value:.3f}"
