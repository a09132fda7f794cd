"""Quantities in Spanish press releases: one validated record for each.

The public names are loaded when they are first used, so that ``import extract`` costs nothing.
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from extract.corpus.runner import run
    from extract.numerals.finder import find_numerals
    from extract.periods.finder import find_periods
    from extract.pipeline import load
    from extract.tables.frames import read_records

__all__ = ["__version__", "find_numerals", "find_periods", "load", "read_records", "run"]

#: Public name → the module that defines it.
_HOMES = {
    "find_numerals": "extract.numerals.finder",
    "find_periods": "extract.periods.finder",
    "load": "extract.pipeline",
    "read_records": "extract.tables.frames",
    "run": "extract.corpus.runner",
}


def __getattr__(name: str) -> Any:
    if name == "__version__":
        return importlib.import_module("importlib.metadata").version("press-quantities")
    if name not in _HOMES:
        raise AttributeError(f"module 'extract' has no attribute {name!r}")
    return getattr(importlib.import_module(_HOMES[name]), name)


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
