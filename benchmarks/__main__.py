"""Run every benchmark of this folder, or those that are named: ``python -m benchmarks [NAME ...]``.

A benchmark is a module with ``tables() -> Iterator[rich.table.Table]``.
"""

from __future__ import annotations

import importlib
import pkgutil
import sys
from pathlib import Path

from rich.console import Console


def main(wanted: list[str]) -> int:
    """Print the tables of the benchmarks; 2 if one of the names is unknown."""
    known = [module.name for module in pkgutil.iter_modules([str(Path(__file__).parent)]) if module.name != "__main__"]
    unknown = [name for name in wanted if name not in known]
    if unknown:
        print(f"error: there is no benchmark {', '.join(unknown)}; there are {', '.join(known)}.", file=sys.stderr)
        return 2
    console = Console(width=110)
    for name in wanted or known:
        module = importlib.import_module(f"benchmarks.{name}")
        if hasattr(module, "tables"):
            for table in module.tables():
                console.print(table)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
