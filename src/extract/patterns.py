"""Rules as data: load ``patterns/``, check every rule against its own examples, report errors with file and line.

A YAML file holds ``rules:``, a list of mappings with at least ``id``, ``source`` and ``examples``; a CSV file holds
entities (``id,name,aliases,place,source``; aliases parted by ``|``). A user's own folder adds to the shipped files or,
where an id is the same, overrides them.
"""

from __future__ import annotations

import csv
import functools
import itertools
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, TypeVar

import yaml
from pydantic import BaseModel, Field, ValidationError

from extract.folding import fold
from extract.openings import Expression
from extract.rules import (
    COUNTRIES,
    ClassRule,
    Convention,
    Entity,
    EvidenceRule,
    GovernmentRule,
    HedgeRule,
    NameRule,
    PatternError,
    PersonRule,
    Rule,
    SayingRule,
    Town,
    UnitRule,
    WordRule,
)


class PeriodRule(Rule):
    """A time expression and the name of the calculation that resolves it, with its arguments.

    ``regex`` is read against folded text (``folding.fold``); a space in it stands for any number of spaces. ``{month}``
    stands for the rule ``block.month`` of the shipped file and captures the word under that name, ``{month2}`` that of
    a second month. A block (``resolve: block``) lists words and their values in ``args``; ``{words}`` in its regex is
    any of them.
    """

    resolve: str
    args: dict[str, int | str] = Field(default_factory=dict)

    @property
    def full_regex(self) -> str:
        """The expression with its blocks filled in, for whole words of folded text."""
        expanded = re.sub(" ([?*]?)", lambda space: " *" if space[1] else " +", self._expanded("", itertools.count()))
        return rf"(?<!\w)(?:{expanded})(?!\w)"

    @functools.cached_property
    def expression(self) -> Expression:
        """The expression for folded text."""
        return Expression(self.full_regex)

    @functools.cached_property
    def pattern(self) -> re.Pattern[str]:
        """The compiled expression; PatternError where it is broken."""
        try:
            return self.expression.pattern
        except re.error as error:
            raise PatternError(f"periods.yml: {self.id}: broken regex: {error}.") from None

    def _expanded(self, suffix: str, counter: Iterator[int]) -> str:
        def fill(placeholder: re.Match[str]) -> str:
            name, number = placeholder[1], suffix + placeholder[2]
            if name == "words":
                words = sorted({fold(word) for word in self.args}, key=lambda word: (-len(word), word))
                return f"(?:{'|'.join(map(re.escape, words))})".replace("\\ ", " ")
            if name not in blocks:
                raise PatternError(f"periods.yml: {self.id}: there is no block.{name} for {placeholder[0]}.")
            # A regex must not use a group name twice, so each one ends in a number of its own.
            return f"(?P<{name}{number}__{next(counter)}>{blocks[name]._expanded(number, counter)})"

        blocks = _blocks()
        return re.sub(r"\{([a-z_]+)(\d?)\}", fill, self.regex or "{words}")

    def words_of(self, match: re.Match[str]) -> dict[str, str]:
        """The words that the blocks of the regex matched: ``{"month": "enero", "month2": "marzo"}``."""
        return {name.split("__")[0]: word for name, word in match.groupdict().items() if word is not None}

    def complaints(self) -> list[str]:
        """As for any rule, on folded examples."""
        wrong = [f"does not match its example {e!r}" for e in self.examples if not self.pattern.search(fold(e))]
        return wrong + [
            f"matches its counter-example {e!r}" for e in self.counter_examples if self.pattern.search(fold(e))
        ]


@functools.cache
def _blocks() -> dict[str, PeriodRule]:
    """The blocks of the shipped file by name."""
    rules = shipped().rules("periods.yml", PeriodRule)
    return {rule.id.removeprefix("block."): rule for rule in rules if rule.resolve == "block"}


#: Each rule file and the model of its rules. A file that is not listed is an error: a misspelt name is never ignored.
RULE_FILES: dict[str, type[Rule]] = {
    "number_words.yml": WordRule,
    "conventions.yml": Convention,
    "hedges.yml": HedgeRule,
    "units.yml": UnitRule,
    "currencies.yml": UnitRule,
    "numeral_classes.yml": ClassRule,
    "periods.yml": PeriodRule,
    "agency_names.yml": NameRule,
    "countries.yml": NameRule,
    "governments.yml": GovernmentRule,
    "program_names.yml": NameRule,
    "program_evidence.yml": EvidenceRule,
    "people.yml": PersonRule,
    "saying.yml": SayingRule,
    "status.yml": NameRule,
    "items.yml": WordRule,
    "columns.yml": NameRule,
    "scope_cues.yml": NameRule,
    "links.yml": WordRule,
}
ENTITY_FILES = ("agencies.csv", "programs.csv")
TOWN_FILE = "towns.csv"
_ALL_FILES = (*RULE_FILES, *ENTITY_FILES, TOWN_FILE)

#: A row of ``towns.csv`` as it is written; ``rules.Town`` is what it says.
TownRow = list[str]

RuleT = TypeVar("RuleT", bound=Rule)


@functools.cache  # asked for with every rule
def shipped_folder() -> Path:
    """The folder of the shipped patterns: inside an installed wheel, or at the top of a checkout."""
    inside = Path(__file__).parent / "shipped_patterns"
    return inside if inside.is_dir() else Path(__file__).parents[2] / "patterns"


class Patterns:
    """All rules of the shipped folder and of a user's folder over it. Files are read once, when first asked for.

    Parameters
    ----------
    folder:
        A user's own pattern folder, or None for the shipped rules alone.

    Raises
    ------
    PatternError
        The folder or a file in it cannot be used.
    """

    def __init__(self, folder: Path | str | None = None) -> None:
        self.folders = [shipped_folder()]
        if folder is not None:
            self.folders.append(Path(folder))
            self._check_names(Path(folder))
        self._cache: dict[str, Any] = {}

    @staticmethod
    def _check_names(folder: Path) -> None:
        if not folder.is_dir():
            raise PatternError(f"{folder} is no folder; give --patterns a folder with pattern files.")
        for path in sorted(folder.iterdir()):
            if path.suffix in {".yml", ".yaml", ".csv"} and path.name not in _ALL_FILES:
                known = ", ".join(sorted(_ALL_FILES))
                raise PatternError(f"{path}: no pattern file has this name; rename it to one of {known}.")

    def rules(self, name: str, model: type[RuleT]) -> tuple[RuleT, ...]:
        """The rules of a YAML file, the user's over the shipped ones, in the order of the files."""
        if name not in self._cache:
            merged: dict[str, Rule] = {}
            for path in self._existing(name):
                merged |= {rule.id: rule for rule in _read_rules(path, RULE_FILES[name])}
            self._cache[name] = tuple(merged.values())
        return tuple(rule for rule in self._cache[name] if isinstance(rule, model))

    def rule(self, name: str, model: type[RuleT], rule_id: str) -> RuleT:
        """One rule by its id; KeyError where there is none."""
        return {rule.id: rule for rule in self.rules(name, model)}[rule_id]

    def entities(self, name: str) -> tuple[Entity, ...]:
        """The rows of a gazetteer, the user's over the shipped ones."""
        if name not in self._cache:
            merged: dict[str, Entity] = {}
            for path in self._existing(name):
                merged |= {entity.id: entity for entity in _read_entities(path)}
            self._cache[name] = tuple(merged.values())
        found: tuple[Entity, ...] = self._cache[name]
        return found

    def towns(self) -> list[TownRow]:
        """The rows of ``towns.csv`` as they are written, the shipped ones and then the user's."""
        if TOWN_FILE not in self._cache:
            self._cache[TOWN_FILE] = [row for path in self._existing(TOWN_FILE) for row in _read_towns(path)]
        found: list[TownRow] = self._cache[TOWN_FILE]
        return found

    def _existing(self, name: str) -> list[Path]:
        return [folder / name for folder in self.folders if (folder / name).is_file()]

    def check(self) -> list[str]:
        """Load every file and run every rule on its examples; one sentence for each thing that is wrong."""
        wrong = []
        for name, model in RULE_FILES.items():
            wrong += [f"{name}: {rule.id} {c}." for rule in self.rules(name, model) for c in rule.complaints()]
        for name in ENTITY_FILES:
            self.entities(name)
        self.towns()
        return wrong

    def count(self) -> int:
        """How many rules and entities there are."""
        return (
            sum(len(self.rules(n, m)) for n, m in RULE_FILES.items())
            + sum(len(self.entities(n)) for n in ENTITY_FILES)
            + len(self.towns())
        )

    def fingerprint(self) -> bytes:
        """The bytes of all pattern files, names included, in a fixed order: what a cached result depends on."""
        paths = [p for name in _ALL_FILES for p in self._existing(name)]
        return b"\0".join(path.name.encode() + b"\0" + path.read_bytes() for path in paths)


@functools.cache
def shipped() -> Patterns:
    """The shipped patterns, loaded once in a process."""
    return Patterns()


class _LineLoader(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):  # type: ignore[misc]
    """A YAML loader that keeps the line of every mapping under the key ``__line__``."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Any, Any]:
        mapping: dict[Any, Any] = super().construct_mapping(node, deep=deep)
        mapping["__line__"] = node.start_mark.line + 1
        return mapping


def _without_lines(value: Any) -> Any:
    if isinstance(value, dict):
        return {k: _without_lines(v) for k, v in value.items() if k != "__line__"}
    return [_without_lines(v) for v in value] if isinstance(value, list) else value


def _read_rules(path: Path, model: type[Rule]) -> list[Rule]:
    try:
        content = yaml.load(path.read_text(encoding="utf-8"), Loader=_LineLoader)  # noqa: S506 (a SafeLoader)
    except (yaml.MarkedYAMLError, UnicodeDecodeError) as error:
        mark = getattr(error, "problem_mark", None)
        where = f"{path}:{mark.line + 1}" if mark else str(path)
        raise PatternError(f"{where}: this is no valid YAML ({getattr(error, 'problem', error)}).") from None
    entries = content.get("rules") if isinstance(content, dict) else None
    if not isinstance(entries, list):
        raise PatternError(f"{path}:1: a pattern file starts with 'rules:' and a list of rules.")
    rules: list[Rule] = []
    seen: dict[str, int] = {}
    for entry in entries:
        line = entry.get("__line__", 1) if isinstance(entry, dict) else 1
        rule = _validated(path, line, model, _without_lines(entry))
        if rule.id in seen:
            raise PatternError(f"{path}:{line}: the id {rule.id} is already used in line {seen[rule.id]}.")
        seen[rule.id] = line
        rules.append(rule)
    return rules


def _read_entities(path: Path) -> list[Entity]:
    with path.open(encoding="utf-8-sig", newline="") as handle:
        reader = csv.DictReader(handle)
        wanted = list(Entity.model_fields)
        if reader.fieldnames != wanted:
            raise PatternError(f"{path}:1: the header must be {','.join(wanted)}.")
        entities = []
        seen: dict[str, int] = {}
        for row in reader:
            if None in row or None in row.values():
                raise PatternError(
                    f"{path}:{reader.line_num}: a row has {len(wanted)} cells, this one has another number."
                )
            cells: dict[str, Any] = dict(row)
            cells["aliases"] = tuple(alias.strip() for alias in row["aliases"].split("|") if alias.strip())
            cells["place"] = row["place"].strip() or None
            entity = _validated(path, reader.line_num, Entity, cells)
            if entity.id in seen:
                raise PatternError(
                    f"{path}:{reader.line_num}: the id {entity.id} is already used in line {seen[entity.id]}."
                )
            seen[entity.id] = reader.line_num
            entities.append(entity)
    return entities


def _read_towns(path: Path) -> list[TownRow]:
    """The rows of a list of towns: thousands, so columns are checked as one, and rows only where something is wrong."""
    text = path.read_text(encoding="utf-8-sig")
    header, *lines = text.splitlines() or [""]
    if header.split(",") != list(Town._fields):
        raise PatternError(f"{path}:1: the header must be {','.join(Town._fields)}.")
    cells = [line.split(",") for line in lines] if '"' not in text else list(csv.reader(lines))
    if {len(Town._fields)}.issuperset(map(len, cells)) and cells:
        names, countries, regions, populations = zip(*cells, strict=True)
        figures = "".join(populations)
        if all(names) and all(regions) and COUNTRIES.keys() >= set(countries) and (figures.isdecimal() or not figures):
            return cells
    for number, row in enumerate(cells, 2):
        if problem := _wrong_with_town(row):
            raise PatternError(f"{path}:{number}: {problem}.")
    return []


def _wrong_with_town(row: list[str]) -> str | None:
    if len(row) != len(Town._fields):
        return f"a town has {len(Town._fields)} cells, this row has {len(row)}"
    if not all(row[:3]):
        return "a town needs its name, its country and its region"
    if row[1] not in COUNTRIES:
        return f"country: {row[1]!r} is not one of {', '.join(sorted(COUNTRIES))}"
    if row[3] and not row[3].isdecimal():
        return f"population: write figures alone or nothing, not {row[3]!r}"
    return None


ModelT = TypeVar("ModelT", bound=BaseModel)


def _validated(path: Path, line: int, model: type[ModelT], values: Any) -> ModelT:
    try:
        return model.model_validate(values, context={"shipped": path.parent == shipped_folder()})
    except ValidationError as error:
        # A misspelt key is also a missing one; the word that was written says more.
        problems = error.errors()
        first = next((one for one in problems if one["type"] == "extra_forbidden"), problems[0])
        key = ".".join(str(part) for part in first["loc"])
        if first["type"] == "extra_forbidden":
            known = ", ".join(model.model_fields)
            raise PatternError(f"{path}:{line}: unknown key '{key}'; a rule here takes {known}.") from None
        problem = first["msg"].removeprefix("Value error, ")
        raise PatternError(f"{path}:{line}: {key + ': ' if key else ''}{problem}.") from None
