"""The phrases that tell a status: what is found by their places is what a search of each part finds."""

from pathlib import Path

import pytest

from extract.links.phrases import Phrases
from extract.patterns import shipped
from extract.rules import NameRule

RELEASES = sorted((Path(__file__).parents[1] / "data" / "raw").glob("*.txt"))


@pytest.mark.parametrize("path", RELEASES, ids=lambda path: path.stem[:10])
@pytest.mark.parametrize("kind", ["planned", "scheduled", "conditional", "relative", "promised"])
def test_the_first_phrase_of_a_part(path, kind):
    text = path.read_text(encoding="utf-8")
    phrases = Phrases(text, shipped())
    rules = [rule for rule in shipped().rules("status.yml", NameRule) if rule.kind == kind]
    words = [0, *(at + 1 for at, sign in enumerate(text) if sign.isspace())]
    for start in words:
        end = start + 80
        by_search = next((rule for rule in rules if rule.pattern.search(text[start:end])), None)
        assert phrases.first((start, end), kind) is by_search


def test_a_short_text_is_read_through():
    phrases = Phrases("La meta es apoyar a 300 vecinos.", shipped())
    assert phrases.first((0, 20), "planned") is not None
    assert phrases.first((8, 8), "planned") is None
