"""The Spanish test cases of peer projects, where the shared folder is there, and the reviewed exceptions to them."""

import json
import re
from collections.abc import Container
from pathlib import Path
from typing import Any

import yaml

PEERS = Path(__file__).parents[2] / "shared" / "peers"
#: The share of each suite's cases that must be right, named exceptions aside.
FLOOR = 0.97
#: The locales whose cases have a decimal comma; the notes of a case name its locale.
COMMA = re.compile(r"es-ES|locale ES \(|ES_(?:ES|AR|CL|CO|PE|VE)")


def read_cases(kinds: Container[str]) -> dict[str, dict[str, Any]]:
    """The cases of these kinds by id, each with the name of its suite."""
    found = {}
    for path in sorted(PEERS.glob("*.jsonl")):
        for line in path.read_text(encoding="utf-8").splitlines():
            case = json.loads(line) | {"suite": path.stem}
            if case["kind"] in kinds:
                found[case["id"]] = case
    return found


def read_exceptions(name: str) -> dict[str, str]:
    """The ids of the cases where Spanish says otherwise, each with the reason."""
    entries = yaml.safe_load(Path(__file__).with_name(name).read_text(encoding="utf-8"))["exceptions"]
    return {case: entry["reason"] for entry in entries for case in entry["cases"]}
