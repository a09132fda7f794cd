"""The command ``extract``: thin, the work is done elsewhere; each command loads the modules that it needs."""
# ruff: noqa: D301, PLC0415 (click reads \b in a help text; what is heavy is imported late)

from __future__ import annotations

import io
import sys

import click

from extract.cli.rules import explain_command, patterns_group
from extract.cli.run import run_command
from extract.cli.score import score_command

_CONTEXT = {"help_option_names": ["-h", "--help"], "max_content_width": 100}


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


for _command in (run_command, explain_command, patterns_group, score_command):
    main.add_command(_command)
