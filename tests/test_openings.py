"""An expression tried only where it can begin finds what it finds when it is tried everywhere."""

import re
import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

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


_WORDS = st.sampled_from(
    ["de", "del", "la", "el 5", "año", "años", "Ñandú", "en enero", "3", "x2", "Ímpetu", "\n", "(", "a"]
)


@given(st.lists(_WORDS).map(" ".join), st.lists(_WORDS, min_size=1, max_size=4))
def test_alternatives_find_the_same(text, alternatives):
    words = "|".join(re.escape(word) for word in alternatives)
    for regex in (rf"(?<!\w)(?:{words})", rf"\b(?:{words})?(?:de\s+(?:la|el)|\d+ )", rf"(?<!\w)(?:{words})\s+[ae]\w+"):
        pattern = re.compile(regex, re.IGNORECASE)
        assert _spans(Expression(pattern).finditer(text)) == _spans(pattern.finditer(text))


@given(st.text(alphabet=string.ascii_letters + "áéíóúñÁÑıſ 0\n", max_size=40))
def test_any_text_gives_the_same(text):
    pattern = re.compile(r"(?<!\w)(?:[aá]s|is\w*|de(?:l| la)?|0+ ?k)", re.IGNORECASE)
    assert _spans(Expression(pattern).finditer(text)) == _spans(pattern.finditer(text))


@pytest.mark.parametrize(
    ("regex", "is_indexed"),
    [
        (r"(?<!\w)de la", True),
        (r"(?<!\w)dos|tres", False),
        (r"de la", False),
        (r"(?<!\w)\w+ de", False),
        (r"\b(?:dos|5)", True),
    ],
)
def test_only_what_begins_at_a_known_word_is_indexed(regex, is_indexed):
    assert (Expression(re.compile(regex)).openings is not None) == is_indexed
