"""Expressions tried together find what each finds by itself."""

import re

import pytest

from extract.folding import fold
from extract.openers import Openers, Together
from extract.openings import Expression
from extract.patterns import RULE_FILES, shipped

_TEXT = """AYUNTAMIENTO ENTREGA 1,300 BECAS
Del 5 al 9 de enero de 2024, la Secretaría de  Salud (SSA) y el DIF\u00a0Municipal atendieron a más de mil 200
personas; así lo dijo el director de la Comisión.

- En el último año, 3 de cada 10; a las 17:30 horas, calle Niños Héroes número 8, colonia Centro.
El año pasado la alcaldesa dio 2.5 mdp (el doble de 2023). Por cada 100 pesos, 45 %.
"""


@pytest.mark.parametrize(
    "text", [_TEXT, fold(_TEXT), "ſ " + _TEXT, _TEXT[:90], ""], ids=["", "folded", "odd", "short", "none"]
)
def test_rules_tried_together_find_what_each_finds(text):
    rules = [rule for name, model in RULE_FILES.items() for rule in shipped().rules(name, model)]
    groups = [rules[first::3] for first in range(3)]
    stretches = [[(0, len(text))], [(0, 40), (60, 61), (90, len(text))], []]
    together = Together([(rule, rule.expression) for rule in group] for group in groups)
    found = [(rule, match.span()) for rule, match in together.within(text, stretches)]
    for group, places in zip(groups, stretches, strict=True):
        for rule in group:
            alone = [match.span() for start, end in places for match in rule.pattern.finditer(text, start, end)]
            assert [span for one, span in found if one is rule] == alone, rule.id


def test_of_two_matches_that_overlap_the_first_counts():
    together = Together([[("years", Expression(r"(?<!\w)(?:de )?año(?: de)?", re.IGNORECASE))]])
    text = "Año de año " + "y más " * 40
    assert [match.group() for _, match in together.within(text, [[(0, len(text))]])] == ["Año de", "año"]


@pytest.mark.parametrize(
    ("word", "things"),
    [
        ("directora", ["director"]),
        ("Díez", []),
        ("día", ["day"]),
        ("10", ["number"]),
        ("¿", []),
        ("ſ", ["director", "day", "number"]),
    ],
)
def test_what_may_begin_at_a_word(word, things):
    regexes = {"any": r"\w+ez", "director": r"\bdirector", "day": r"\bd[ií]as?\b", "number": r"\b\d\d"}
    openers = Openers((thing, Expression(regex, re.IGNORECASE)) for thing, regex in regexes.items())
    assert list(openers.at(f"el {word}", 3)) == ["any", *things]
