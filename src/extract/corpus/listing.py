"""Which files a run reads: every one under the input folder, each with its bytes or with the reason for having none."""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Iterator
from pathlib import Path

from extract.readers import SIDECAR, SUFFIXES

#: What file managers leave in a folder. Hidden files (.gitkeep, .DS_Store) are passed over by their dot.
_LITTER = {"thumbs.db", "desktop.ini"}
#: What the tag of a folder of Windows says that leads to another one (a junction); Python takes it for a folder.
_JUNCTION = 0xA0000003
_LINKED_FOLDER = "This is a link to a folder: put the folder itself there."
_NOT_FOUND = {errno.ENOENT, errno.ENOTDIR}


class RunError(Exception):
    """A run that cannot begin or go on. The message is one plain sentence that says what to do."""


class UnavailableError(Exception):
    """A listed file whose bytes cannot be had. The message is one plain sentence."""


def list_files(raw: Path, out: Path | None = None) -> list[str]:
    """The paths of all input files under a folder, relative to it, ``/`` between parts, in order.

    Hidden files are passed over, and ``metadata.csv``, which is about the others. Links to folders are not followed,
    and a folder that cannot be opened is not passed over in silence: both are in the list, and ``read_bytes`` tells
    what is wrong with them.

    Parameters
    ----------
    raw:
        The input folder.
    out:
        The output folder: what lies in it is no input.

    Raises
    ------
    RunError
        There is no such folder, it holds no file, or it is the output folder too.
    """
    kinds = ", ".join(SUFFIXES)
    if not raw.is_dir():
        what = "is a file, not a folder" if raw.exists() else "does not exist"
        raise RunError(f"The input folder {raw} {what}: put releases ({kinds}) into a folder and name it.")
    if out is not None and out.resolve() == raw.resolve():
        raise RunError(f"Input and output are both {raw}: name another folder for the output.")
    try:
        files = list(_walk(str(raw), None if out is None else os.path.realpath(out)))
    except OSError as error:
        raise RunError(f"The input folder {raw} cannot be opened: {error.strerror or error}.") from error
    if not files:
        raise RunError(f"The input folder {raw} holds no releases: put {kinds} files there and run again.")
    return files


def _walk(raw: str, out: str | None) -> Iterator[str]:
    """Depth first with a stack of its own: folders may be nested deeper than functions may."""
    stack = list(reversed(_entries(raw, "")))
    while stack:
        path, is_folder = stack.pop()
        if not is_folder:
            yield path
        elif out is None or os.path.realpath(f"{raw}/{path}") != out:
            try:
                stack.extend(reversed(_entries(raw, path)))
            except OSError:
                yield path


def _entries(raw: str, folder: str) -> list[tuple[str, bool]]:
    """Path and whether it is a folder, for what lies in a folder, in the order that whole paths have."""
    with os.scandir(f"{raw}/{folder}") as entries:
        found = [
            (f"{folder}/{entry.name}".lstrip("/"), _is_folder(entry))
            for entry in entries
            if not _is_passed_over(entry.name)
            if folder or entry.name != SIDECAR or not entry.is_file()
        ]
    # With a slash after a folder, "a.txt" comes before "a/b.txt", as it does among whole paths.
    return sorted(found, key=lambda entry: source_file(entry[0]) + "/" * entry[1])


def _is_folder(entry: os.DirEntry[str]) -> bool:
    if not entry.is_dir(follow_symlinks=False):
        return False
    try:
        return not _is_junction(entry.stat(follow_symlinks=False))
    except OSError:  # too deep to be looked at; what opens it will tell
        return True


def _is_junction(status: os.stat_result) -> bool:
    return getattr(status, "st_reparse_tag", 0) == _JUNCTION


def _is_passed_over(name: str) -> bool:
    return name.startswith(".") or name.lower() in _LITTER


def is_input(path: str) -> bool:
    """Whether a file of an object store, by its path under the input, is one that a run reads."""
    return path != SIDECAR and not any(map(_is_passed_over, path.split("/")))


def source_file(file: str) -> str:
    r"""A path as the tables show it: a name that is no UTF-8 shows its bytes (``ni\xf1os.txt``), as text is Unicode."""
    return os.fsencode(file).decode("utf-8", errors="backslashreplace")


def read_bytes(raw: Path, file: str, limit: int) -> bytes:
    """The bytes of a listed file.

    Parameters
    ----------
    raw:
        The input folder.
    file:
        Path under it.
    limit:
        The number of bytes that a file may have.

    Raises
    ------
    UnavailableError
        The file is gone, too large, no file, a link out of the input folder, or cannot be opened.
    """
    path = raw / file
    try:
        status = path.lstat()
        if stat.S_ISLNK(status.st_mode):
            status = _follow(raw, path)
        if _is_junction(status):
            raise UnavailableError(_LINKED_FOLDER)
        if stat.S_ISDIR(status.st_mode):
            with os.scandir(path):  # raises what the walk met here
                raise UnavailableError("This is a folder; its files are listed by the next run.")
        if not stat.S_ISREG(status.st_mode):
            raise UnavailableError("This is no regular file.")
        with path.open("rb") as handle:
            data = b"" if status.st_size > limit else handle.read(limit + 1)
    except OSError as error:
        raise UnavailableError(reason(error)) from error
    check_size(max(status.st_size, len(data)), limit)
    return data


def check_size(size: int, limit: int) -> None:
    """Raise ``UnavailableError`` for a file with more bytes than it may have."""
    if size > limit:
        raise UnavailableError(f"The file has {_megabytes(size)} MB and the limit is {_megabytes(limit)} MB: split it.")


def _follow(raw: Path, link: Path) -> os.stat_result:
    """What a link leads to, which must be a file in the input folder."""
    status = link.stat()
    if stat.S_ISDIR(status.st_mode):
        raise UnavailableError(_LINKED_FOLDER)
    if not link.resolve().is_relative_to(raw.resolve()):
        raise UnavailableError("This is a link that leads out of the input folder: put the file itself there.")
    return status


def reason(error: OSError) -> str:
    """Why a file cannot be read, as a sentence."""
    if error.errno in _NOT_FOUND:
        return "The file is gone, or a link that leads nowhere."
    if error.errno == errno.ELOOP:
        return "This is a link that leads in a circle."
    return f"The file cannot be opened: {error.strerror or error}."


def _megabytes(size: int) -> str:
    return f"{size / 1e6:,.3g}" if size < 1e9 else f"{size / 1e6:,.0f}"
