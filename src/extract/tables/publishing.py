"""How a run's files come to their places: complete or not at all.

They are written in a folder beside their places. When they are complete that folder is renamed, and then they are
moved. A run that fails leaves the earlier output as it was; the moves of one that was killed between two of them are
made by the next.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from extract.schema import TABLES

DATAPACKAGE = "datapackage.json"
#: Folders in the output folder: files that are being written, and files that are complete but not in their places.
_UNFINISHED = ".unfinished-"
_FINISHED = ".finished"
#: What Windows says of a file that cannot be replaced while another program (Excel) has it open: access denied, or
#: sharing or locking violation.
_IN_USE = {5, 32, 33}


class WriteError(Exception):
    """An output folder that cannot be written. The message is one plain sentence."""


@contextmanager
def _plain_errors(out: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        if error.filename2 and getattr(error, "winerror", None) in _IN_USE:
            name = Path(error.filename2).name
            raise WriteError(f"{name} is open in another program: close it and run again.") from error
        raise WriteError(f"{out} cannot be written: {error.strerror or error}.") from error


@contextmanager
def publishing(out: Path) -> Iterator[Path]:
    """A new folder for files, which come to their places in the output folder when the block ends without an error.

    Parameters
    ----------
    out:
        The output folder, made if it does not exist.

    Raises
    ------
    WriteError
        It cannot be written; the files that were in it are still there.
    """
    with _plain_errors(out):
        out.mkdir(parents=True, exist_ok=True)
        _move_finished(out)
        with tempfile.TemporaryDirectory(prefix=_UNFINISHED, dir=out, ignore_cleanup_errors=True) as name:
            folder = Path(name)
            yield folder
            for path in folder.iterdir():
                _sync(path)
            _sync(folder)
            folder.rename(out / _FINISHED)  # from here on, the next run would do the rest
            _move_finished(out)


def tidy(out: Path) -> None:
    """Finish what a killed run had complete in an output folder, and remove what it had not.

    Only the one run that may write there may do so.

    Raises
    ------
    WriteError
        The folder cannot be written.
    """
    with _plain_errors(out):
        _move_finished(out)
        for folder in out.glob(f"{_UNFINISHED}*"):
            shutil.rmtree(folder, ignore_errors=True)


def make_folder(out: Path) -> None:
    """Make an output folder if there is none.

    Raises
    ------
    WriteError
        It cannot be made.
    """
    with _plain_errors(out):
        out.mkdir(parents=True, exist_ok=True)


def _move_finished(out: Path) -> None:
    folder = out / _FINISHED
    if not folder.is_dir():
        return
    for path in sorted(folder.iterdir()):
        path.replace(out / path.name)
    _sync(out)
    folder.rmdir()


def _sync(path: Path) -> None:
    """Bring a file, or the names in a folder, to the disk."""
    if path.is_dir() and os.name != "posix":
        return  # a folder cannot be opened there
    descriptor = os.open(path, os.O_RDONLY if os.name == "posix" else os.O_RDWR)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def output_hashes(out: Path) -> dict[str, str]:
    """Name → SHA-256 of each output file that is there."""
    names = [DATAPACKAGE, *(f"{table}.{ending}" for table in TABLES for ending in ("csv", "parquet"))]
    return {name: _sha256(out / name) for name in names if (out / name).is_file()}


def _sha256(path: Path) -> str:
    with path.open("rb") as handle:
        return hashlib.file_digest(handle, "sha256").hexdigest()
