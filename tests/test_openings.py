"""An expression tried only where it can begin finds what it finds when it is tried everywhere."""

import re
import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract import openings
from extract.folding import fold
from extract.openings import Expression
from extract.patterns import RULE_FILES, PeriodRule, shipped

_TEXT = """AYUNTAMIENTO ENTREGA 1,300 BECAS
Del 5 al 9 de enero de 2024, la Secretaría de  Salud (SSA) y el DIF\u00a0Municipal atendieron a más de mil 200
personas; así lo dijo el director de la Comisión.

- En el último año, 3 de cada 10; a las 17:30 horas, calle Niños Héroes número 8, colonia Centro.
El año pasado la alcaldesa dio 2.5 mdp (el doble de 2023). Por cada 100 pesos, 45 %. «Becas para Todos».
"""


def _all_rules():
    return [rule for name, model in RULE_FILES.items() for rule in shipped().rules(name, model)]


def _spans(found):
    return [match.span() for match in found]


@pytest.mark.parametrize(
    "text", [_TEXT, _TEXT.upper(), _TEXT.replace(" ", "\n"), ""], ids=["", "upper", "lines", "none"]
)
def test_rules_find_the_same(text):
    for rule in _all_rules():
        read = fold(text) if isinstance(rule, PeriodRule) else text
        for start, end in ((0, len(read)), (10, 200)):
            assert _spans(rule.finditer(read, start, end)) == _spans(rule.pattern.finditer(read, start, end)), rule.id


@pytest.fixture(autouse=True, scope="module")
def short_texts_too():
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(openings, "_SHORT_TEXT", 0)
        yield


_WORDS = st.sampled_from(
    [
        "de",
        "del",
        "la",
        "el 5",
        "año",
        "años",
        "Ñandú",
        "en enero",
        "3",
        "x2",
        "Ímpetu",
        "\n",
        "(",
        "a",
        "RD$",
        "«",
        "Édil",
    ]
)


@given(st.lists(_WORDS).map(" ".join), st.lists(_WORDS, min_size=1, max_size=4))
def test_alternatives_find_the_same(text, alternatives):
    words = "|".join(re.escape(word) for word in alternatives)
    each = "|".join(rf"\b{re.escape(word)}" for word in alternatives)
    for regex in (
        rf"(?<!\w)(?:{words})",
        rf"\b(?:{words})?(?:de\s+(?:la|el)|\d+ )",
        rf"(?<!\w)(?:{words})\s+[ae]\w+",
        words,
        each,
        rf"(?:{words}|(?<=\bla\s)(?!a)(?:{words})|(?<=\d\s)año|\A(?-i:RD))\$?",
        rf"(?:a )?(?:{words})(?<![ll]a)\s*\(",
        rf"[óo](?:{words})|d[eé](?:{words})|RD\$|(?-i:\b[dD]e)",
    ):
        pattern = re.compile(regex, re.IGNORECASE)
        assert _spans(Expression(regex, re.IGNORECASE).finditer(text)) == _spans(pattern.finditer(text)), regex


@given(st.text(alphabet=string.ascii_letters + "áéíóúñÁÑıſ 0\n$", max_size=40))
def test_any_text_gives_the_same(text):
    for regex in (r"(?<!\w)(?:[aá]s|is\w*|de(?:l| la)?|0+ ?k)", r"[áa]s|0\d*\$|(?<=\s)[eé]|k[^a]"):
        pattern = re.compile(regex, re.IGNORECASE)
        assert _spans(Expression(regex, re.IGNORECASE).finditer(text)) == _spans(pattern.finditer(text))


@pytest.mark.parametrize(
    ("regex", "is_indexed"),
    [
        (r"(?<!\w)de la", True),
        (r"(?<!\w)dos|tres", True),
        (r"de la", True),
        (r"(?<!\w)\w+ de", False),
        (r"\b(?:dos|5)", True),
        (r"(?<=\bel\s)edil|₲|(?-i:\bComuna)", True),
        (r"a+|dos", False),
        (r"\w+@\w+", False),
        (r"x|dos", False),
        (r"", False),
    ],
)
def test_what_begins_with_known_letters_is_indexed(regex, is_indexed):
    assert (Expression(regex).needs.openings is not None) == is_indexed


def test_stretches_find_what_each_finds_by_itself():
    stretches = [(0, 40), (60, 61), (90, len(_TEXT))]
    for rule in _all_rules():
        alone = [match for start, end in stretches for match in rule.pattern.finditer(_TEXT, start, end)]
        assert _spans(rule.expression.within(_TEXT, stretches)) == _spans(alone), rule.id


def test_an_expression_is_compiled_when_a_text_has_what_it_needs():
    expression = Expression(r"\bla\s+gobernadora", re.IGNORECASE)
    assert not list(expression.finditer("la alcaldesa " * 30))
    assert "pattern" not in vars(expression)
    assert len(list(expression.finditer("La  Gobernadora " * 30))) == 30
    assert "pattern" in vars(expression)


@pytest.mark.parametrize(
    ("start", "end", "may"), [(0, None, True), (9, 10, True), (0, 9, False), (10, None, True), (41, None, False)]
)
def test_whether_a_match_may_begin_between_two_places(start, end, may):
    text = "Entregan becas de hoy. El municipio dio becas."
    assert Expression(r"\bbecas?\b").may_match(text, start, end) == may


def test_of_too_many_openings_the_first_words_count():
    few, many = ([f"d{a}" for a in string.ascii_lowercase[:number]] for number in (3, 26))
    months = "en|fe|ma|ab|ju|ag|se|oc|no|di|lu|mi|vi|sa"
    openings = [Expression(rf"\b(?:{'|'.join(days)})\s+(?:{months})").needs.openings for days in (few, many)]
    assert [one is not None and (len(one.whole), len(one.short)) for one in openings] == [(3 * 14, 0), (0, 26)]


def test_what_lacks_its_sign_is_not_tried():
    assert Expression(r"\w+@\w+").needs.signs == ("@",)
    assert not list(Expression(r"\w+@\w+").finditer("a b " * 100))
