"""What a document's rows depend on besides its bytes, as one hash: code, libraries, model, patterns, number format."""

from __future__ import annotations

import hashlib
import platform
import re
from dataclasses import astuple
from importlib import metadata
from pathlib import Path, PurePath

from extract.corpus.extraction import Settings
from extract.patterns import Patterns
from extract.readers import Metadata

_DISTRIBUTION = "press-quantities"
_NAME = re.compile(r"[A-Za-z0-9._-]+")
#: A date at the head of a file's name may be the date of publication. Whatever looks like one counts.
_HEAD_OF_NAME = re.compile(r"\d{4}\D?\d\d\D?\d\d")


def fingerprint(settings: Settings) -> bytes:
    """A hash over all that the rows of every document depend on.

    Raises
    ------
    extract.rules.PatternError
        The folder of own patterns cannot be used.
    """
    return _hash(
        platform.python_version().encode(),
        *(f"{name} {version}".encode() for name, version in sorted(_libraries().items())),
        *_sources(),
        _model(settings.model),
        Patterns(settings.patterns).fingerprint(),
        (settings.convention or "").encode(),
    )


def document_key(fingerprint: bytes, sha256: str, file: str, said: Metadata | None) -> bytes:
    """The key of a file's rows in the cache.

    Parameters
    ----------
    fingerprint:
        What ``fingerprint`` gave.
    sha256:
        Hash of the file's bytes.
    file:
        Its path, of which the ending and a date at the head of the name count, so that a file can be moved.
    said:
        What ``metadata.csv`` says about it.
    """
    path = PurePath(file)
    head = _HEAD_OF_NAME.match(path.name)
    parts = path.suffix.lower(), head[0] if head else "", repr(astuple(said)) if said else ""
    return _hash(fingerprint, sha256.encode(), *(part.encode("utf-8", "surrogateescape") for part in parts))


def _hash(*parts: bytes) -> bytes:
    """One hash over several values; their lengths count, so that no two lists of values give the same."""
    digest = hashlib.sha256()
    for part in parts:
        digest.update(len(part).to_bytes(8, "big") + part)
    return digest.digest()


def _libraries() -> dict[str, str]:
    """Name → version of each library that the project asks for, as far as they are installed."""
    versions = {}
    for requirement in metadata.requires(_DISTRIBUTION) or ():
        name = _NAME.match(requirement)
        if name and "extra ==" not in requirement:
            versions[name[0]] = _version(name[0])
    return versions


def _version(distribution: str) -> str:
    try:
        return metadata.version(distribution)
    except metadata.PackageNotFoundError:
        return ""


def _sources() -> list[bytes]:
    """Path and content of each of the package's modules, so that a change in the code counts without a new version."""
    root = Path(__file__).parents[1]
    paths = sorted(root.rglob("*.py"))
    return [part for path in paths for part in (path.relative_to(root).as_posix().encode(), path.read_bytes())]


def _model(name: str) -> bytes:
    """Name and version of a model; of a folder, the size and time of each file in it."""
    folder = Path(name)
    if not folder.is_dir():
        return f"{name} {_version(name)}".encode()
    files = [(path, path.stat()) for path in sorted(folder.rglob("*")) if path.is_file()]
    return "\n".join(f"{path.relative_to(folder)} {s.st_size} {s.st_mtime_ns}" for path, s in files).encode()
