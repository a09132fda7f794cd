"""Input and output wherever they are: a folder here, or a URL that fsspec knows (``s3://``, ``gs://``, ``memory://``)."""

from __future__ import annotations

import errno
import os
import uuid
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from extract.corpus import listing
from extract.corpus.listing import RunError, UnavailableError
from extract.readers import SIDECAR, SUFFIXES, Metadata, load_sidecar, parse_sidecar

#: A folder of this machine, or the URL of one elsewhere.
Place = Path | str
_LOCAL = "file://"
#: Which extra of this package reads a scheme.
_EXTRAS = {"s3": "s3", "s3a": "s3", "gs": "gs", "gcs": "gs"}


def place(name: Path | str) -> Place:
    """The place that a user names: a URL stays a string, ``file://`` and all else is a path."""
    text = str(name)
    if text.startswith(_LOCAL):
        return Path(text.removeprefix(_LOCAL))
    return text.rstrip("/") if isinstance(name, str) and "://" in text else Path(name)


def list_files(raw: Place, out: Place | None = None) -> list[str]:
    """The paths of all input files under a place, as ``listing.list_files`` gives them for a folder.

    Raises
    ------
    RunError
        There is no such place, it holds no file, or it is the output too.
    """
    if isinstance(raw, Path):
        return listing.list_files(raw, out if isinstance(out, Path) else None)
    if raw == out:
        raise RunError(f"Input and output are both {raw}: name another place for the output.")
    with _store(raw) as (system, root):
        below = f"{out}/".removeprefix(f"{raw}/") if isinstance(out, str) and out.startswith(f"{raw}/") else None
        paths = (path.removeprefix(root).lstrip("/") for path in system.find(root))
        files = [path for path in paths if listing.is_input(path) and not (below and path.startswith(below))]
    if not files:
        raise RunError(f"{raw} does not exist or holds no releases: put {', '.join(SUFFIXES)} files there.")
    return sorted(files)


def read_bytes(raw: Place, file: str, limit: int) -> bytes:
    """The bytes of a listed file, as ``listing.read_bytes`` gives them for a folder.

    Raises
    ------
    UnavailableError
        The file is gone, too large, or cannot be opened.
    """
    if isinstance(raw, Path):
        return listing.read_bytes(raw, file, limit)
    try:
        with _store(raw) as (system, root):
            listing.check_size(system.size(f"{root}/{file}") or 0, limit)
            data: bytes = system.cat_file(f"{root}/{file}")
    except OSError as error:
        raise UnavailableError(listing.reason(error)) from error
    return data


def read_sidecar(raw: Place) -> dict[str, Metadata]:
    """What the ``metadata.csv`` of a place says about its files; empty without one.

    Raises
    ------
    extract.readers.SidecarError
        The file cannot be used.
    """
    if isinstance(raw, Path):
        return load_sidecar(raw)
    try:
        return parse_sidecar(read_bytes(raw, SIDECAR, 1 << 30))
    except UnavailableError as error:
        if isinstance(error.__cause__, FileNotFoundError):
            return {}
        raise RunError(f"{raw}/{SIDECAR}: {error}") from error


def upload(folder: Path, out: str) -> None:
    """Copy the files of a folder to a URL.

    Raises
    ------
    RunError
        They cannot be written there.
    """
    try:
        with _store(out) as (system, root):
            system.makedirs(root, exist_ok=True)
            for path in sorted(path for path in folder.iterdir() if path.is_file()):
                system.put_file(str(path), f"{root}/{path.name}")
    except OSError as error:
        raise RunError(f"{out} cannot be written: {error.strerror or error}.") from error


def write_part(path: str, data: bytes) -> None:
    """Write a part file, whole or not at all, to a path or URL whose folder is made if there is none.

    Raises
    ------
    RunError
        It cannot be written.
    """
    try:
        with _store(path) as (system, at):
            system.makedirs(at.rsplit("/", 1)[0], exist_ok=True)
            unfinished = f"{at}-{uuid.uuid4().hex}"  # two workers may write one part, and only a whole one may be read
            system.pipe_file(unfinished, data)
            system.mv(unfinished, at)
    except OSError as error:
        raise RunError(f"{path} cannot be written: {error.strerror or error}.") from error


def take_part(path: str) -> bytes:
    """The bytes of a part file, which is deleted.

    Raises
    ------
    RunError
        It cannot be read here: the folder is not the same on all machines.
    """
    try:
        with _store(path) as (system, at):
            data: bytes = system.cat_file(at)
            system.rm_file(at)
    except OSError as error:
        advice = "the output must be a folder that all machines of the cluster share"
        raise RunError(f"{path}, which a worker wrote, cannot be read: {advice}.") from error
    return data


def delete_parts(folder: str) -> None:
    """Delete a folder of part files, as far as it is there."""
    with suppress(OSError, RunError), _store(folder) as (system, at):
        if system.exists(at):
            system.rm(at, recursive=True)


@contextmanager
def _store(url: str) -> Iterator[tuple[Any, str]]:
    """The file system of a URL and the path in it; what its libraries raise becomes an ``OSError``.

    Raises
    ------
    RunError
        The URL has a scheme that is unknown here.
    """
    scheme = url.split("://", 1)[0]
    try:
        import fsspec  # noqa: PLC0415 (a run on local folders needs none of it)

        system, root = fsspec.core.url_to_fs(url)
    except ImportError as error:
        extra = _EXTRAS.get(scheme, "cluster")
        raise RunError(f"{url} needs further packages: pip install 'press-quantities[{extra}]'.") from error
    except ValueError as error:
        raise RunError(f"{url} is no address of a known kind: {error}.") from error
    try:
        yield system, root.rstrip("/")
    except (OSError, UnavailableError, RunError):
        raise
    except Exception as error:  # each store has exceptions of its own: no access, no network, no such bucket
        raise OSError(errno.EIO, " ".join(f"{error}".split()) or os.strerror(errno.EIO)) from error
