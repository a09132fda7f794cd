"""``extract explain`` and ``extract patterns``: which rule did what, and whether the rules hold."""
# ruff: noqa: D301, PLC0415 (click reads \b in a help text; what is heavy is imported late)

from __future__ import annotations

from pathlib import Path

import click

from extract.cli.messages import CannotRun, number, plain_errors
from extract.cli.options import check_convention, convention_option, model_option, patterns_option


@click.command("explain", short_help="Show why each record of a release exists.")
@click.argument("file", type=click.Path(path_type=Path))
@model_option
@patterns_option
@convention_option
@plain_errors
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

    check_convention(convention, patterns)
    lines = explain(file, Settings(model, None if patterns is None else str(patterns), convention))
    console = Console(highlight=False)
    for line in lines:
        console.print(line, soft_wrap=not console.is_terminal)


@click.group("patterns")
def patterns_group() -> None:
    """Check the rules, the shipped ones or your own."""


@patterns_group.command("check")
@click.argument("folder", metavar="[DIR]", required=False, type=click.Path(path_type=Path))
@plain_errors
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
        raise CannotRun(f"{number(len(wrong), 'example')} of the patterns {'is' if len(wrong) == 1 else 'are'} wrong.")
    click.echo(f"{number(patterns.count(), 'rule')} and names: every example is as it says.")
