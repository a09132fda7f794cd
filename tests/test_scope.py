"""The choice among candidates."""

import pytest

from extract.links.scope import Candidate, choose, weights
from extract.mentions import Mention
from extract.patterns import shipped


def candidate(key: str | None, **features: float) -> Candidate:
    mention = Mention(0, 1, "x", "rule") if key is not None else None
    return Candidate(mention, key, features)


def test_the_highest_score_wins():
    choice = choose(
        [candidate("a", near=1.0), candidate("b", near=0.2), candidate(None, none=1.0)], {"near": 2.0, "none": 1.0}
    )
    assert choice.key == "a"
    assert 0.5 < choice.probability < 1


def test_mentions_of_one_entity_add_up():
    twice = [candidate("a", near=0.8), candidate("a", near=0.8), candidate("b", near=1.0)]
    assert choose(twice, {"near": 1.0}).key == "a"


def test_none_can_win():
    choice = choose([candidate("a", far=1.0), candidate(None, none=1.0)], {"far": -3.0, "none": 1.0})
    assert choice.key is None
    assert choice.mention is None


def test_unknown_features_weigh_nothing():
    choice = choose([candidate("a", unheard_of=9.0), candidate("b", near=0.1)], {"near": 1.0})
    assert choice.key == "b"


@pytest.mark.parametrize("link", ["program", "agency", "period", "confidence"])
def test_the_shipped_weights_are_numbers(link):
    assert all(isinstance(value, float) for value in weights(shipped(), link).values())
