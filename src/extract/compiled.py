"""Regular expressions that are compiled once for many processes, as Python compiles a module once.

To compile the expressions of the rules takes longer than to read a hundred releases, and each worker has to. So what
``re`` makes of an expression, and what a text must have for it, is kept in a file beside Python's own compiled modules.
The file can be deleted at any time. Where it is missing, broken or of another Python, everything is worked out anew;
where it cannot be written, it is worked out each time.
"""

from __future__ import annotations

import _sre  # type: ignore[import-not-found]  # not public, nor are _compiler and _parser; the same in Python 3.11 to 3.13
import atexit
import hashlib
import os
import pickle
import re
import sys
from array import array
from collections.abc import Callable
from contextlib import suppress
from functools import cached_property
from importlib.util import cache_from_source
from pathlib import Path
from re import _compiler, _parser  # type: ignore[attr-defined]
from typing import Any, NamedTuple, TypeVar

from extract import folding, needs
from extract.needs import Needs

#: Ten times all rules. A file that has grown so large, version by version, holds mostly what nobody asks for any more.
_MOST_BYTES = 64_000_000
#: The integers of a compiled expression.
_CODE = "I"

T = TypeVar("T")


class _Code(NamedTuple):
    """A compiled expression as ``re`` hands it to its engine."""

    flags: int
    code: bytes
    groups: int
    names: dict[str, int]
    numbers: tuple[str | None, ...]

    @classmethod
    def of(cls, regex: str, flags: int) -> _Code:
        """What ``re.compile`` hands over."""
        tree = _parser.parse(regex, flags)
        code = array(_CODE, _compiler._code(tree, flags)).tobytes()
        names = dict(tree.state.groupdict)
        by_number = {number: name for name, number in names.items()}
        numbers = tuple(by_number.get(number) for number in range(tree.state.groups))
        return cls(flags | tree.state.flags, code, tree.state.groups - 1, names, numbers)

    def pattern(self, regex: str) -> re.Pattern[str]:
        """The compiled expression."""
        code = array(_CODE, self.code).tolist()
        pattern: re.Pattern[str] = _sre.compile(regex, self.flags, code, self.groups, self.names, self.numbers)
        return pattern


class Store:
    """A file of compiled expressions and of what each needs.

    Parameters
    ----------
    path:
        The file; None where there is no place for one.
    """

    def __init__(self, path: Path | None) -> None:
        self._path = path
        self._is_new = False

    @cached_property
    def _kept(self) -> dict[tuple[type, str, int], Any]:
        """What the file holds, if it was written by the same Python and the same version of this code."""
        if self._path is None:
            return {}
        with suppress(Exception):  # a broken pickle may raise anything
            if self._path.stat().st_size < _MOST_BYTES:
                version, kept = pickle.loads(self._path.read_bytes())  # noqa: S301 (as trusted as the modules beside it)
                if version == _version() and isinstance(kept, dict):
                    return kept
        return {}

    def pattern(self, regex: str, flags: int = 0) -> re.Pattern[str]:
        """What ``re.compile(regex, flags)`` gives."""
        return self._get(_Code, _Code.of, regex, int(flags)).pattern(regex)

    def needs(self, regex: str, flags: int = 0) -> Needs:
        """What ``Needs.of(regex, flags)`` gives."""
        return self._get(Needs, Needs.of, regex, int(flags))

    def _get(self, kind: type[T], make: Callable[[str, int], T], regex: str, flags: int) -> T:
        key = kind, regex, flags
        found: T | None = self._kept.get(key)
        if found is None:
            found = self._kept[key] = make(regex, flags)
            self._is_new = True
        return found

    def save(self) -> None:
        """Write what was worked out since the file was read, unless Python is told to write no compiled modules."""
        if self._path is None or not self._is_new or sys.dont_write_bytecode:
            return
        mine = self._path.with_suffix(f".{os.getpid()}")
        with suppress(OSError):
            self._path.parent.mkdir(parents=True, exist_ok=True)
            mine.write_bytes(pickle.dumps((_version(), self._kept), pickle.HIGHEST_PROTOCOL))
            mine.replace(self._path)  # another process may read it, or write its own
        self._is_new = False


def _version() -> tuple[Any, ...]:
    """What the kept things depend on besides the expressions: Python, and our own code that works out the needs."""
    ours = b"".join(Path(module.__file__ or "").read_bytes() for module in (folding, needs))
    return _sre.MAGIC, sys.hexversion, array(_CODE).itemsize, hashlib.sha256(ours).digest()


def _place() -> Path | None:
    """Where Python keeps this module compiled."""
    try:
        return Path(cache_from_source(__file__)).with_suffix(".expressions")
    except NotImplementedError:
        return None


#: What all modules share.
STORE = Store(_place())
atexit.register(STORE.save)
