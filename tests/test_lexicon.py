"""Many rules in one expression: what is found word by word is what the expression finds."""

from pathlib import Path

import pytest

from extract.patterns import shipped
from extract.quantities.hedging import _lexicons
from extract.rules import HedgeRule

HEDGES = [rule for rule in shipped().rules("hedges.yml", HedgeRule) if rule.position == "before"]
RELEASES = sorted((Path(__file__).parents[1] / "data" / "raw").glob("*.txt"))


def assert_same_before_each_place(text: str) -> None:
    lexicon, _ = _lexicons(shipped())
    assert lexicon._openers is not None
    for place in range(len(text) + 1):
        offset = max(0, place - lexicon._reach)
        assert lexicon.before(text, place) == lexicon._found(lexicon._before.search(text[offset:place]), offset)


@pytest.mark.parametrize("rule", HEDGES, ids=lambda rule: rule.id)
def test_hedges_before_each_place_of_their_examples(rule):
    for text in (*rule.examples, *rule.counter_examples):
        assert_same_before_each_place(text)
        assert_same_before_each_place(text.upper())


@pytest.mark.parametrize("path", RELEASES, ids=lambda path: path.stem[:10])
def test_hedges_before_each_place_of_a_release(path):
    assert_same_before_each_place(path.read_text(encoding="utf-8"))


def test_a_word_that_the_reach_cuts_is_a_word():
    assert_same_before_each_place(f"más de{' los' * 13} otros 300 becas, poco más{' de' * 17} 300")
