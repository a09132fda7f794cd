import pytest

from extract.floors import GoldFile, compare, find_gold, pin, read_floors, score_all, write_floors
from extract.scoring import Score, ScoreError

TEXT = "Llegan 300 becas"


@pytest.fixture
def gold(tmp_path):
    folder = tmp_path / "main" / "tests" / "gold" / "dev"
    folder.mkdir(parents=True)
    (folder / "a.txt").write_text(TEXT, encoding="utf-8")
    line = '{"file": "a.txt", "published": null, "place": null, "records": [], "others": []}'
    (folder / "mx.jsonl").write_text(line, encoding="utf-8")
    return GoldFile("dev/mx", folder / "mx.jsonl", (folder,))


def a_score(**figures):
    return Score({"records_gold": 10, "whole": 0.75, "item": 0.9} | figures)


def test_gold_is_found_in_the_checkout_and_beside_it(gold, tmp_path):
    shared = tmp_path / "shared"
    for folder in ("gold", "seeds", "corpus/tijuana"):
        (shared / folder).mkdir(parents=True)
    for name in ("seeds", "tijuana"):
        (shared / "gold" / f"{name}.jsonl").write_text("")
    texts = (shared / "corpus" / "tijuana", shared / "seeds")
    assert [(g.name, g.folders) for g in find_gold(tmp_path / "main")] == [
        ("shared/seeds", texts),
        ("shared/tijuana", texts),
        ("dev/mx", (gold.path.parent, *texts)),
    ]


def test_gold_about_texts_beside_the_checkout_needs_them(gold, tmp_path):
    (gold.path.parent / "a.txt").unlink()
    assert find_gold(tmp_path / "main") == []
    (tmp_path / "shared" / "seeds").mkdir(parents=True)
    (tmp_path / "shared" / "seeds" / "a.txt").write_text(TEXT, encoding="utf-8")
    (found,) = find_gold(tmp_path / "main")
    assert found.inputs() == [tmp_path / "shared" / "seeds" / "a.txt"]


def test_a_text_that_is_missing_is_named(gold):
    (gold.path.parent / "a.txt").unlink()
    with pytest.raises(ScoreError, match=r"speaks of a.txt, which is in none of"):
        gold.inputs()


def test_gold_is_extracted_and_scored(gold):
    figures = score_all([gold])["dev/mx"].figures
    assert (figures["records_gold"], figures["records_predicted"]) == (0, 1)
    assert figures["published"] == 1


def test_floors_that_hold(gold):
    floors = {"dev/mx": pin(gold, a_score(), {})}
    assert floors["dev/mx"]["floors"] == {"whole": 0.75, "item": 0.9}
    assert compare(gold, a_score(), floors) == []
    assert compare(gold, a_score(whole=0.8), floors) == []


@pytest.mark.parametrize(("whole", "shown"), [(0.749, "0.749"), (0.7499999, "0.749"), (None, "missing")])
def test_floors_that_are_missed(gold, whole, shown):
    floors = {"dev/mx": pin(gold, a_score(), {})}
    assert compare(gold, a_score(whole=whole), floors) == [f"dev/mx: whole is {shown}, its floor 0.750."]


def test_gold_without_floors(gold):
    (complaint,) = compare(gold, a_score(), {})
    assert complaint.startswith("dev/mx has no floors yet")


@pytest.mark.parametrize("changed", ["a.txt", "mx.jsonl"])
def test_gold_or_text_that_changed_asks_for_new_floors(gold, changed):
    floors = {"dev/mx": pin(gold, a_score(), {})}
    path = gold.path.parent / changed
    path.write_text(path.read_text() + "\n", encoding="utf-8")
    (complaint,) = compare(gold, a_score(), floors)
    assert "gold or texts are not those" in complaint
    assert "extract score --pin" in complaint


@pytest.mark.parametrize(
    ("whole", "allow_lower", "floor"), [(0.8, False, 0.8), (0.7, False, 0.75), (0.7, True, 0.7), (0.75, False, 0.75)]
)
def test_pinning_raises_and_lowers_only_when_allowed(gold, whole, allow_lower, floor):
    floors = {"dev/mx": pin(gold, a_score(), {})}
    assert pin(gold, a_score(whole=whole), floors, allow_lower=allow_lower)["floors"]["whole"] == floor


def test_a_floor_never_lies_above_its_score(gold):
    floors = {"dev/mx": pin(gold, a_score(whole=2 / 3), {})}
    assert floors["dev/mx"]["floors"]["whole"] == 0.666
    assert compare(gold, a_score(whole=2 / 3), floors) == []


def test_floors_are_kept_in_a_file(tmp_path):
    path = tmp_path / "scores" / "floors.json"
    assert read_floors(path) == {}
    write_floors(path, {"b": {"floors": {}}, "a": {"floors": {"whole": 0.5}}})
    assert list(read_floors(path)) == ["a", "b"]
    path.write_text("{", encoding="utf-8")
    with pytest.raises(ScoreError, match="no valid JSON"):
        read_floors(path)
