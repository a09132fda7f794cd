"""How a command speaks to its user: one sentence for what can be mended, and numbers with their nouns."""
# ruff: noqa: PLC0415 (what is heavy is imported late)

from __future__ import annotations

import functools
import sys
from collections.abc import Callable
from typing import ParamSpec

import click

P = ParamSpec("P")
#: What a shell gives for a command that Ctrl-C ended.
_INTERRUPTED = 130


class CannotRun(click.ClickException):
    """What the user must mend before the command can run: shown as one sentence, with exit code 2."""

    exit_code = 2


def plain_errors(command: Callable[P, None]) -> Callable[P, None]:
    """Let a command show what the user can mend as one sentence, without a traceback."""

    @functools.wraps(command)
    def wrapped(*args: P.args, **kwargs: P.kwargs) -> None:
        try:
            command(*args, **kwargs)
        except _user_errors() as error:
            raise CannotRun(str(error)) from error
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


def number(count: int, what: str) -> str:
    """A count with its noun: "1 file", "1,200 files"."""
    return f"{count:,} {what}{'' if count == 1 else 's'}"
