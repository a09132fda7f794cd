"""Quantities in Spanish press releases: one validated record for each.

The public names are loaded when they are first used, so that ``import extract`` costs nothing.
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from extract.corpus import run
    from extract.frames import read_records
    from extract.numerals import find_numerals
    from extract.periods import find_periods
    from extract.pipeline import load

__all__ = ["__version__", "find_numerals", "find_periods", "load", "read_records", "run"]

#: Public name → the module that defines it.
_HOMES = {
    "find_numerals": "extract.numerals",
    "find_periods": "extract.periods",
    "load": "extract.pipeline",
    "read_records": "extract.frames",
    "run": "extract.corpus",
}


def __getattr__(name: str) -> Any:
    if name == "__version__":
        return importlib.import_module("importlib.metadata").version("press-quantities")
    if name not in _HOMES:
        raise AttributeError(f"module 'extract' has no attribute {name!r}")
    return getattr(importlib.import_module(_HOMES[name]), name)


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
