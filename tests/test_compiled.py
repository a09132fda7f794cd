"""What is kept of the regular expressions: the same as `re` makes of them, in a file that may be missing or broken."""

from __future__ import annotations

import os
import pickle
import re
import subprocess
import sys

import pytest

from extract import compiled
from extract.compiled import Store
from extract.needs import Needs
from extract.patterns import RULE_FILES, shipped

EXPRESSIONS = [
    (rule.full_regex, re.IGNORECASE)
    for name, model in RULE_FILES.items()
    for rule in shipped().rules(name, model)[::7]
    if rule.regex or rule.phrases
]


@pytest.fixture(autouse=True)
def _may_write(monkeypatch):
    monkeypatch.setattr(sys, "dont_write_bytecode", False)


@pytest.fixture
def path(tmp_path):
    return tmp_path / "a" / "cache" / "kept"


def test_kept_expressions_are_those_of_re(path):
    text = "En 2023 el Ayuntamiento entregó más de 42 mil 800 becas, informó la alcaldesa, por 3.5 millones de pesos."
    Store(path).save()
    first = Store(path)
    for regex, flags in EXPRESSIONS:
        first.pattern(regex, flags)
    first.save()
    again = Store(path)
    for regex, flags in EXPRESSIONS:
        kept, plain = again.pattern(regex, flags), re.compile(regex, flags)
        assert (kept.pattern, kept.flags, kept.groups, dict(kept.groupindex)) == (
            plain.pattern, plain.flags, plain.groups, dict(plain.groupindex),
        )  # fmt: skip
        found = [(m.span(), m.groups(), m.lastgroup) for m in kept.finditer(text)]
        assert found == [(m.span(), m.groups(), m.lastgroup) for m in plain.finditer(text)]


def test_what_is_kept_is_not_worked_out_again(path, monkeypatch):
    first = Store(path)
    needs, pattern = first.needs("becas?", re.IGNORECASE), first.pattern("becas?", re.IGNORECASE)
    first.save()
    monkeypatch.setattr(Needs, "of", None)
    monkeypatch.setattr(compiled._Code, "of", None)
    again = Store(path)
    assert again.needs("becas?", re.IGNORECASE) == needs
    assert again.pattern("becas?", re.IGNORECASE).fullmatch("Becas")
    assert pattern.fullmatch("Becas")
    with pytest.raises(TypeError):
        again.pattern("becas?")  # other flags


def test_nothing_new_is_not_written(path):
    first = Store(path)
    first.pattern("beca")
    first.save()
    path.unlink()
    first.pattern("beca")
    first.save()
    assert not path.exists()


def test_python_may_forbid_compiled_files(path, monkeypatch):
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    store = Store(path)
    store.pattern("beca")
    store.save()
    assert not path.exists()


@pytest.mark.parametrize(
    "content",
    [b"", b"no pickle", pickle.dumps((1, 2, 3)), pickle.dumps(("another Python", {})), pickle.dumps(7)],
    ids=["empty", "broken", "another form", "another version", "a number"],
)
def test_a_file_that_is_of_no_use_is_replaced(path, content):
    path.parent.mkdir(parents=True)
    path.write_bytes(content)
    store = Store(path)
    assert store.pattern("beca").search("una beca")
    store.save()
    assert list(path.parent.iterdir()) == [path]
    assert Store(path)._kept


def test_a_file_that_has_grown_too_large_is_begun_anew(path, monkeypatch):
    first = Store(path)
    first.pattern("beca")
    first.save()
    monkeypatch.setattr(compiled, "_MOST_BYTES", 10)
    assert not Store(path)._kept


@pytest.mark.parametrize("place", [None, "file"])
def test_without_a_place_expressions_are_compiled_as_always(tmp_path, place):
    (tmp_path / "file").write_text("no folder")
    store = Store(None if place is None else tmp_path / "file" / "kept")
    assert store.pattern("beca").search("una beca")
    store.save()


def test_a_broken_expression_is_the_error_of_re():
    with pytest.raises(re.error, match="unterminated"):
        Store(None).pattern("(beca")


def test_expressions_are_the_same_in_every_process():
    program = (
        "import hashlib; from extract.patterns import *; from extract.names.program_names import _plain_trigger\n"
        "rules = [r.expression.regex for n, m in RULE_FILES.items() for r in shipped().rules(n, m) if r.regex or r.phrases]\n"
        "print(hashlib.sha256(repr([rules, _plain_trigger(shipped()).regex]).encode()).hexdigest())"
    )
    said = {
        subprocess.run(  # noqa: S603 (our own program)
            [sys.executable, "-c", program], env=os.environ | {"PYTHONHASHSEED": seed}, stdout=-1, check=True
        ).stdout
        for seed in ("1", "2")
    }
    assert len(said) == 1
