"""The options that several commands have."""
# ruff: noqa: PLC0415 (what is heavy is imported late)

from __future__ import annotations

from pathlib import Path

import click

from extract.cli.messages import CannotRun

model_option = click.option(
    "--model", default="es_core_news_sm", show_default=True, help="Installed Spanish spaCy model."
)
patterns_option = click.option(
    "--patterns",
    metavar="DIR",
    type=click.Path(path_type=Path),
    help="Own rules, added to the shipped ones or over them.",
)
convention_option = click.option(
    "--convention",
    metavar="CC",
    help="Country whose number format applies to all releases, as MX or ES. By default each release tells its own.",
)


def check_convention(convention: str | None, patterns: Path | None) -> None:
    """Refuse a country without a number format, so that it is not taken for the default in silence."""
    if convention is None:
        return
    from extract.patterns import Patterns
    from extract.rules import Convention

    known = sorted(rule.country for rule in Patterns(patterns).rules("conventions.yml", Convention))
    if convention not in known:
        raise CannotRun(f"There is no number format for the country {convention}; known are {', '.join(known)}.")
