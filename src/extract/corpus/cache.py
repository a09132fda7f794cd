"""What was extracted before, kept by content: a run extracts only what is new, and goes on where one was stopped.

``OUT/.cache/rows.sqlite`` holds the packed rows of each file under a key of all that they depend on, and what the last
finished run wrote. SQLite brings each commit to the disk whole or not at all, whenever the process or the machine
stops. Its lock is held as long as the cache is open, so that of two runs on one folder the second is turned away.
The folder can be deleted at any time between runs.
"""

from __future__ import annotations

import json
import shutil
import sqlite3
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from extract.corpus.listing import RunError

FOLDER = ".cache"
#: Written into the file; one of another version, or of another program, is thrown away.
_VERSION = 0x45585431
#: Seconds of work that a power cut may cost.
_COMMIT_EVERY = 1.0
_TABLES = (
    "CREATE TABLE IF NOT EXISTS rows (key BLOB PRIMARY KEY, packed BLOB NOT NULL) STRICT",
    "CREATE TABLE IF NOT EXISTS finished (run TEXT NOT NULL) STRICT",
    "CREATE TEMP TABLE used (key BLOB PRIMARY KEY) WITHOUT ROWID",
)
#: What SQLite's errors mean to the user.
_BUSY = {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}
_DAMAGED = {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_ERROR}
_DISK = {
    sqlite3.SQLITE_FULL: "the disk is full",
    sqlite3.SQLITE_READONLY: "it is write-protected",
    sqlite3.SQLITE_CANTOPEN: "no file can be opened there",
    sqlite3.SQLITE_PERM: "it is write-protected",
}


class DamagedCacheError(Exception):
    """The file of the cache is broken, or it is another program's: it can only be made anew."""


class Cache:
    """The cache of one output folder, locked; a context manager that closes it.

    Every method raises ``RunError`` where the disk fails, and ``DamagedCacheError`` where the file is broken.

    Parameters
    ----------
    out:
        The output folder, which exists.

    Raises
    ------
    RunError
        Another run holds the cache, or it cannot be written.
    """

    def __init__(self, out: Path) -> None:
        self._out = out
        self._committed = time.monotonic()
        try:
            self._connection = self._open()
        except DamagedCacheError:
            delete_cache(out)
            self._connection = self._open()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        try:
            if kind is not DamagedCacheError:
                self._commit()
        finally:
            self._connection.close()

    def _open(self) -> sqlite3.Connection:
        with self._plain_errors():
            (self._out / FOLDER).mkdir(exist_ok=True)
            connection = sqlite3.connect(self._out / FOLDER / "rows.sqlite", timeout=0, isolation_level=None)
            try:
                _prepare(connection)
            except BaseException:
                connection.close()
                raise
        return connection

    @contextmanager
    def _plain_errors(self) -> Iterator[None]:
        try:
            yield
        except sqlite3.Error as error:
            code = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_ERROR) & 0xFF  # without the extension
            if code in _BUSY:
                raise RunError(f"Another run is writing to {self._out}: wait for its end.") from error
            if code in _DAMAGED:
                raise DamagedCacheError(str(error)) from error
            raise RunError(f"{self._out} cannot be written: {_DISK.get(code, error)}.") from error
        except OSError as error:
            raise RunError(f"{self._out} cannot be written: {error.strerror or error}.") from error

    def get(self, key: bytes) -> bytes | None:
        """The packed rows under a key."""
        with self._plain_errors():
            found = self._connection.execute("SELECT packed FROM rows WHERE key = ?", (key,)).fetchone()
        return found[0] if found else None

    def __contains__(self, key: bytes) -> bool:
        with self._plain_errors():
            return self._connection.execute("SELECT 1 FROM rows WHERE key = ?", (key,)).fetchone() is not None

    def put(self, key: bytes, packed: bytes) -> None:
        """Keep packed rows under a key."""
        with self._plain_errors():
            self._connection.execute("INSERT OR REPLACE INTO rows VALUES (?, ?)", (key, packed))
            if time.monotonic() - self._committed > _COMMIT_EVERY:
                self._commit()

    def clear(self) -> None:
        """Forget everything."""
        with self._plain_errors():
            self._connection.execute("DELETE FROM rows")
            self._connection.execute("DELETE FROM finished")
            self._commit()

    def finished(self) -> dict[str, Any] | None:
        """What the last finished run said of itself, if no other one has begun since to write its output."""
        with self._plain_errors():
            found = self._connection.execute("SELECT run FROM finished").fetchone()
        try:
            said = json.loads(found[0]) if found else None
        except ValueError:
            return None
        return said if isinstance(said, dict) else None

    def finish(self, keys: Iterable[bytes], said: dict[str, Any] | None) -> None:
        """End a run: forget the rows that it did not use, and keep what it says of itself for the next one."""
        with self._plain_errors():
            run = self._connection.execute
            run("DELETE FROM used")
            self._connection.executemany("INSERT OR IGNORE INTO used VALUES (?)", ((key,) for key in keys))
            run("DELETE FROM rows WHERE key NOT IN (SELECT key FROM used)")
            run("DELETE FROM finished")
            if said is not None:
                run("INSERT INTO finished VALUES (?)", (json.dumps(said),))
            self._commit()

    def _commit(self) -> None:
        with self._plain_errors():
            self._connection.execute("COMMIT")
            self._connection.execute("BEGIN")
        self._committed = time.monotonic()


def delete_cache(out: Path) -> None:
    """Delete the cache of an output folder, which is always safe between runs."""
    shutil.rmtree(out / FOLDER, ignore_errors=True)


def _prepare(connection: sqlite3.Connection) -> None:
    """Take the lock, and make the tables where there are none."""
    connection.execute("PRAGMA locking_mode = EXCLUSIVE")
    connection.execute("PRAGMA auto_vacuum = FULL")  # counts for a new file: it shrinks when rows go
    connection.execute("PRAGMA temp_store = FILE")
    connection.execute("BEGIN EXCLUSIVE")
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    (tables,) = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    if tables and version != _VERSION:
        raise DamagedCacheError("of another version")
    connection.execute(f"PRAGMA user_version = {_VERSION}")
    for statement in _TABLES:
        connection.execute(statement)
    connection.execute("COMMIT")
    connection.execute("BEGIN")
