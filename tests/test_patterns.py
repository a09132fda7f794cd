import re

import pytest

from extract.patterns import ENTITY_FILES, RULE_FILES, Patterns, shipped
from extract.rules import PatternError, Rule, UnitRule, phrase_regex

RULE_IDS = [(name, rule.id) for name, model in RULE_FILES.items() for rule in shipped().rules(name, model)]
HEDGE = """rules:
  - id: hedge.mine
    source: own reading
    comparator: more_than
    phrases: [pasadas de]
    examples: [pasadas de 300]
    counter_examples: [pasadas las 300]
"""


@pytest.mark.parametrize(("name", "rule_id"), RULE_IDS, ids=lambda part: part)
def test_each_rule_matches_its_examples_and_no_counter_example(name, rule_id):
    assert shipped().rule(name, RULE_FILES[name], rule_id).complaints() == []


def test_ids_are_unique_over_all_files():
    ids = [rule_id for _, rule_id in RULE_IDS]
    assert sorted(ids) == sorted(set(ids))


@pytest.mark.parametrize("name", ENTITY_FILES)
def test_names_of_a_gazetteer_tell_entities_of_a_place_apart(name):
    entities = shipped().entities(name)
    assert entities
    keys = [(entity.name.casefold(), entity.place) for entity in entities]
    assert sorted(keys, key=str) == sorted(set(keys), key=str)


@pytest.mark.parametrize(
    ("phrase", "matches", "not_matches"),
    [
        ("más de", ["más de", "MAS  DE", "mas\nde", "MÁS\u00a0DE"], ["masde", "m's de"]),
        ("no.", ["no.", "NO."], ["nox"]),
    ],
)
def test_a_phrase_is_loose_in_spaces_and_accents(phrase, matches, not_matches):
    pattern = re.compile(phrase_regex(phrase), re.IGNORECASE)
    assert all(pattern.fullmatch(text) for text in matches)
    assert not any(pattern.fullmatch(text) for text in not_matches)


def test_phrases_match_whole_words_and_the_longest_first():
    rule = Rule(id="a", source="own", examples=("un kilo",), phrases=("kilo", "kilo y medio"))
    assert rule.pattern.findall("un kilo y medio") == ["kilo y medio"]
    assert rule.pattern.search("un kilogramo") is None


def test_complaints_name_each_wrong_example():
    rule = Rule(id="a", source="own", examples=("tres kilos",), counter_examples=("dos kilo",), phrases=("kilo",))
    assert rule.complaints() == [
        "does not match its example 'tres kilos'",
        "matches its counter-example 'dos kilo'",
    ]


def test_own_rules_add_to_the_shipped_ones_and_override_them(tmp_path):
    first = shipped().rules("hedges.yml", RULE_FILES["hedges.yml"])[0]
    (tmp_path / "hedges.yml").write_text(
        HEDGE + HEDGE.split("\n", 1)[1].replace("hedge.mine", first.id), encoding="utf-8"
    )
    merged = Patterns(tmp_path).rules("hedges.yml", RULE_FILES["hedges.yml"])
    assert len(merged) == len(shipped().rules("hedges.yml", RULE_FILES["hedges.yml"])) + 1
    assert {rule.id: rule.phrases for rule in merged}[first.id] == ("pasadas de",)


def test_own_names_add_to_the_shipped_ones(tmp_path):
    (tmp_path / "agencies.csv").write_text(
        "id,name,aliases,place,source\nmx.casa,Casa del Agua,CDA|La Casa,,own\n", encoding="utf-8-sig"
    )
    (mine,) = (entity for entity in Patterns(tmp_path).entities("agencies.csv") if entity.id == "mx.casa")
    assert (mine.aliases, mine.place) == (("CDA", "La Casa"), None)


@pytest.mark.parametrize(
    ("file", "content", "message"),
    [
        (
            "hedges.yml",
            HEDGE.replace("comparator", "comparater"),
            r"hedges.yml:2: unknown key 'comparater'; a rule here takes",
        ),
        (
            "hedges.yml",
            HEDGE.replace("phrases", "phrasings"),
            r"hedges.yml:2: unknown key 'phrasings'; a rule here takes",
        ),
        ("hedges.yml", HEDGE.replace("phrases: [pasadas de]", "regex: '(pasadas'"), r"hedges.yml:2: broken regex: "),
        ("hedges.yml", HEDGE.replace("phrases:", "regex: a\n    phrases:"), r"hedges.yml:2: give phrases or regex"),
        ("hedges.yml", HEDGE.replace("more_than", "many"), r"hedges.yml:2: comparator: "),
        ("hedges.yml", HEDGE.replace("    source: own reading\n", ""), r"hedges.yml:2: source: "),
        ("hedges.yml", HEDGE.replace("examples: [pasadas de 300]", "examples: []", 1), r"hedges.yml:2: examples: "),
        ("hedges.yml", HEDGE + HEDGE.split("\n", 1)[1], r"hedges.yml:8: the id hedge.mine is already used in line 2"),
        ("hedges.yml", "rules:\n  - id: [", r"hedges.yml:\d: this is no valid YAML"),
        ("hedges.yml", "- id: a\n", r"hedges.yml:1: a pattern file starts with 'rules:'"),
        ("hedges.yml", "rules:\n  - hola\n", r"hedges.yml:1: "),
        ("agencies.csv", "id;name\n", r"agencies.csv:1: the header must be id,name,aliases,place,source"),
        ("agencies.csv", "id,name,aliases,place,source\na.b,Casa\n", r"agencies.csv:2: a row has 5 cells"),
        ("agencies.csv", "id,name,aliases,place,source\nA B,Casa,,,own\n", r"agencies.csv:2: id: "),
        (
            "agencies.csv",
            "id,name,aliases,place,source\na,Casa,,,own\na,Otra,,,own\n",
            r"agencies.csv:3: the id a is already used in line 2",
        ),
        ("hedge.yml", HEDGE, r"hedge.yml: no pattern file has this name; rename it to one of .*hedges.yml"),
    ],
)
def test_faults_are_named_with_file_and_line(tmp_path, file, content, message):
    (tmp_path / file).write_text(content, encoding="utf-8")
    with pytest.raises(PatternError, match=message) as caught:
        Patterns(tmp_path).check()
    assert "\n" not in str(caught.value)
    assert str(caught.value).endswith(".")


def test_a_folder_that_is_none_is_named(tmp_path):
    with pytest.raises(PatternError, match="is no folder"):
        Patterns(tmp_path / "none")


def test_check_reports_wrong_examples_of_own_rules(tmp_path):
    (tmp_path / "hedges.yml").write_text(HEDGE.replace("[pasadas las 300]", "[pasadas de las 3]"), encoding="utf-8")
    assert "hedges.yml: hedge.mine matches its counter-example 'pasadas de las 3'." in Patterns(tmp_path).check()


def test_fingerprint_changes_with_any_file(tmp_path):
    (tmp_path / "hedges.yml").write_text(HEDGE, encoding="utf-8")
    before = Patterns(tmp_path).fingerprint()
    assert before != shipped().fingerprint()
    assert before == Patterns(tmp_path).fingerprint()
    (tmp_path / "hedges.yml").write_text(HEDGE + "# more\n", encoding="utf-8")
    assert before != Patterns(tmp_path).fingerprint()


def test_a_rule_is_found_by_its_id():
    first = shipped().rules("units.yml", UnitRule)[0]
    assert shipped().rule("units.yml", UnitRule, first.id) is first
    with pytest.raises(KeyError, match="no-such-rule"):
        shipped().rule("units.yml", UnitRule, "no-such-rule")
