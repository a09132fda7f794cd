"""Floors under the scores: what the extraction reached on the gold documents, and must reach again.

``scores/floors.json`` holds for each gold file the floor of each figure and one SHA-256 over the gold and its texts.
When gold or texts change, their floors say nothing any more: that is an error until somebody pins new ones.
"""

from __future__ import annotations

import hashlib
import json
import math
import shutil
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory
from typing import Any

from extract.corpus.runner import DEFAULT_MODEL, run
from extract.scoring import Score, ScoreError, read_gold, read_output, score

#: What is counted and not judged.
_COUNTS = ("records_gold", "records_predicted")
#: Floors are kept to three decimals, rounded down.
_DECIMALS = 1000


@dataclass(frozen=True)
class GoldFile:
    """A gold file and the folders in which its texts may lie. ``name`` is its key in the floors."""

    name: str
    path: Path
    folders: tuple[Path, ...]

    def documents(self) -> list[Mapping[str, Any]]:
        """Its gold documents."""
        return list(read_gold(self.path))

    def inputs(self) -> list[Path]:
        """The texts of its documents, in the order of the gold.

        Raises
        ------
        ScoreError
            A text is not there.
        """
        return [self._text(PurePosixPath(document["file"]).name) for document in self.documents()]

    def _text(self, name: str) -> Path:
        found = next((folder / name for folder in self.folders if (folder / name).is_file()), None)
        if found is None:
            raise ScoreError(f"{self.path} speaks of {name}, which is in none of {', '.join(map(str, self.folders))}.")
        return found

    def has_texts(self) -> bool:
        """Whether all its texts are there."""
        try:
            return bool(self.inputs())
        except ScoreError:
            return False

    def sha256(self) -> str:
        """One hash over the gold file and its texts."""
        digest = hashlib.sha256()
        for path in (self.path, *self.inputs()):
            digest.update(hashlib.sha256(path.read_bytes()).digest())
        return digest.hexdigest()


def checkout() -> Path:
    """The folder of the checkout, which holds gold and floors; an installed wheel has neither."""
    return Path(__file__).parents[2]


def floors_path() -> Path:
    """The file with the floors."""
    return checkout() / "scores" / "floors.json"


def find_gold(root: Path) -> list[GoldFile]:
    """All gold files of a checkout: its own under ``tests/gold``, and those of a folder ``shared`` beside it.

    Where there is no such folder, the checkout's own gold about texts in it is left out too.

    Parameters
    ----------
    root:
        The folder of the checkout.
    """
    shared = root.parent / "shared"
    texts = tuple(sorted(folder for folder in (shared / "seeds", *shared.glob("corpus/*")) if folder.is_dir()))
    others = [GoldFile(f"shared/{path.stem}", path, texts) for path in sorted((shared / "gold").glob("*.jsonl"))]
    own = [
        GoldFile(f"{path.parent.name}/{path.stem}", path, (path.parent, *texts))
        for path in sorted((root / "tests" / "gold").glob("*/*.jsonl"))
    ]
    return others + [gold for gold in own if shared.is_dir() or gold.has_texts()]


def score_all(
    gold_files: Sequence[GoldFile], *, model: str = DEFAULT_MODEL, patterns: Path | None = None
) -> dict[str, Score]:
    """Extract the texts of gold files, all in one run, and score each.

    Parameters
    ----------
    gold_files:
        The gold files.
    model, patterns:
        As for ``corpus.run``.
    """
    with TemporaryDirectory(prefix="extract-score-") as name:
        raw, out = Path(name, "raw"), Path(name, "out")
        for gold in gold_files:
            (raw / gold.name).mkdir(parents=True)
            for path in gold.inputs():
                shutil.copy(path, raw / gold.name)
        run(raw, out, model=model, patterns=patterns)
        output = read_output(out)
    return {gold.name: score(gold.documents(), output.under(gold.name)) for gold in gold_files}


def read_floors(path: Path) -> dict[str, dict[str, Any]]:
    """The floors by gold file; none where there is no such file yet.

    Raises
    ------
    ScoreError
        The file is no JSON.
    """
    try:
        floors: dict[str, dict[str, Any]] = json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return {}
    except ValueError as error:
        raise ScoreError(f"{path} is no valid JSON ({error}).") from None
    return floors


def write_floors(path: Path, floors: Mapping[str, Mapping[str, Any]]) -> None:
    """Write the floors, sorted by gold file so that a change shows as one line."""
    path.parent.mkdir(exist_ok=True)
    path.write_text(json.dumps(dict(sorted(floors.items())), indent=2) + "\n", encoding="utf-8")


def compare(gold: GoldFile, scored: Score, floors: Mapping[str, Mapping[str, Any]]) -> list[str]:
    """What is wrong with a score: one sentence for each figure under its floor, or for gold that has changed.

    Parameters
    ----------
    gold:
        The gold file.
    scored:
        Its score.
    floors:
        All floors.
    """
    pinned = floors.get(gold.name)
    if pinned is None:
        return [f"{gold.name} has no floors yet: set them with 'extract score --pin'."]
    if pinned["sha256"] != gold.sha256():
        changed = f"{gold.name}: gold or texts are not those that the floors were measured on"
        return [f"{changed}; pin new ones with 'extract score --pin' (and --allow-lower where they are harder)."]
    return [
        f"{gold.name}: {figure} is {_shown(scored.figures.get(figure))}, its floor {floor:.3f}."
        for figure, floor in pinned["floors"].items()
        if _rounded(scored.figures.get(figure)) < floor
    ]


def pin(
    gold: GoldFile, scored: Score, floors: Mapping[str, Mapping[str, Any]], *, allow_lower: bool = False
) -> dict[str, Any]:
    """The floors of a gold file after a score: raised where it is better, lowered only when that is allowed.

    Parameters
    ----------
    gold:
        The gold file.
    scored:
        Its score.
    floors:
        All floors before.
    allow_lower:
        Whether a floor may also sink to the score.
    """
    before: dict[str, float] = {} if allow_lower else floors.get(gold.name, {}).get("floors", {})
    reached = {k: _rounded(v) for k, v in scored.figures.items() if k not in _COUNTS and v is not None}
    return {"sha256": gold.sha256(), "floors": {k: max(v, before.get(k, 0.0)) for k, v in (before | reached).items()}}


def _rounded(value: float | None) -> float:
    """Rounded down to what is kept; the tiny addend keeps 0.95 from becoming 0.949."""
    return 0.0 if value is None else math.floor(value * _DECIMALS + 1e-6) / _DECIMALS


def _shown(value: float | None) -> str:
    return "missing" if value is None else f"{_rounded(value):.3f}"
