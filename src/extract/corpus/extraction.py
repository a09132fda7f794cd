"""One file → its rows, whatever the file: what goes wrong with it becomes its ``rejected`` row."""

from __future__ import annotations

import gc
import hashlib
import logging
import traceback
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path, PurePath
from typing import TYPE_CHECKING

from extract.corpus.listing import RunError, UnavailableError
from extract.corpus.storage import Place, read_bytes
from extract.readers import Metadata, ReadError, Release, read_all, read_text
from extract.rows import Rows, find_violation, pack, rejected
from extract.rules import PatternError

if TYPE_CHECKING:
    from spacy.language import Language

logger = logging.getLogger(__name__)

DEFAULT_MODEL = "es_core_news_sm"
#: Objects that may have been made, and not deleted, until garbage is looked for: some ten megabytes.
_GARBAGE = 100_000
#: Stands for a file whose bytes cannot be had.
NO_BYTES = hashlib.sha256(b"").hexdigest()


@dataclass(frozen=True)
class Settings:
    """With what each document is extracted: model, a folder of own patterns, country of the number format."""

    model: str = DEFAULT_MODEL
    patterns: str | None = None
    convention: str | None = None


@dataclass(frozen=True)
class Outcome:
    """What became of one file.

    ``packed`` holds the rows of its documents, ``sha256`` the hash of the bytes that they were made from. ``lasting``
    says that the same bytes will give the same rows again; what an unreadable disk or a lack of memory did is not
    kept. ``defect`` is the traceback of an error in the program.
    """

    file: str
    sha256: str
    packed: bytes
    lasting: bool = True
    defect: str | None = None


def warm_up(nlp: Language) -> None:
    """Have all that is loaded when it is first needed loaded now, so that the first file does not take longer.

    Raises
    ------
    extract.rules.PatternError
        A pattern file cannot be used.
    """
    try:
        _rows(nlp, read_text("Hubo 2 casos.\n" * 20), NO_BYTES)
    except PatternError:
        raise
    except Exception:  # a defect is told with the files that it concerns
        logger.debug("defect while warming up", exc_info=True)


@lru_cache(maxsize=1)
def load_model(settings: Settings) -> Language:
    """The pipeline for some settings, loaded once in a process.

    Raises
    ------
    RunError
        The model cannot be used.
    extract.rules.PatternError
        A pattern file cannot be used.
    """
    from extract.pipeline import ModelError, load  # noqa: PLC0415 (spaCy is loaded by the process that parses)

    try:
        return load(settings.model, settings.patterns, settings.convention)
    except ModelError as error:
        raise RunError(str(error)) from error


def load_for_good(settings: Settings) -> Language:
    """The pipeline for some settings in a process that does nothing else, ready for the first file.

    What is loaded stays to the end. To look through it for garbage, again and again as it grows, would take a fifth of
    the start, and as long with every full collection later on. Of a document almost all goes by itself, so that garbage
    need not be looked for in the middle of each.

    Raises
    ------
    RunError
        The model cannot be used.
    extract.rules.PatternError
        A pattern file cannot be used.
    """
    gc.disable()
    try:
        nlp = load_model(settings)
        gc.disable()  # who reads the model's files turns it on
        warm_up(nlp)
        gc.freeze()
    finally:
        gc.set_threshold(_GARBAGE)
        gc.enable()
    return nlp


def reject(file: str, sha256: str, error: str, *, lasting: bool, defect: str | None = None) -> Outcome:
    """The outcome of a file that gives no document, with the reason in one sentence."""
    file_format = PurePath(file).suffix.lower().removeprefix(".")
    rows = rejected("", sha256, _encodable(file_format), _encodable(error))
    return Outcome(file, sha256, pack([rows]), lasting, defect)


def _encodable(text: str) -> str:
    return text.encode("utf-8", errors="backslashreplace").decode()


def extract_file(nlp: Language, raw: Place, file: str, limit: int, said: Metadata | None = None) -> Outcome:
    """Extract one file, or say why it cannot be done.

    Parameters
    ----------
    nlp:
        What ``load_model`` returned.
    raw:
        The input folder, or the URL of one.
    file:
        Path under it.
    limit:
        The number of bytes that a file may have.
    said:
        What ``metadata.csv`` says about the file.

    Raises
    ------
    extract.rules.PatternError
        A pattern file cannot be used: a fault that all files share.
    """
    sha256 = NO_BYTES
    try:
        data = read_bytes(raw, file, limit)
        sha256 = hashlib.sha256(data).hexdigest()
        return Outcome(file, sha256, pack([_rows(nlp, one, sha256) for one in read_all(Path(file), data, said)]))
    except UnavailableError as error:
        return reject(file, sha256, str(error), lasting=False)
    except ReadError as error:
        return reject(file, sha256, str(error), lasting=True)
    except PatternError:
        raise
    except MemoryError:
        return reject(file, sha256, "The file needs more memory than a document may take: split it.", lasting=False)
    except RecursionError:
        return reject(file, sha256, "The file is nested too deeply to be read.", lasting=True)
    except Exception as error:  # noqa: BLE001 (whatever it is, it must not take the other documents with it)
        what = " ".join(f"{type(error).__name__}: {error}".split()).rstrip(".")
        sentence = f"This is a defect of the program, please report it with the file: {what}."
        return reject(file, sha256, sentence, lasting=True, defect=traceback.format_exc())


def _rows(nlp: Language, release: Release, sha256: str) -> Rows:
    """The rows of one release in a file; their ``source_file`` holds only what comes after the file's own path."""
    from extract.pipeline import extract_document  # noqa: PLC0415 (loaded with the model)
    from extract.records import Source  # noqa: PLC0415

    sha256 = release.sha256 or sha256
    if release.error is not None:
        return rejected(release.part, sha256, release.format, release.error)
    rows = extract_document(nlp, Source(release.part, sha256, release))
    violation = find_violation(rows)
    if violation is not None:
        raise ValueError(violation)
    return rows
