"""Which country's way of writing numbers and money a text follows.

The rules are ``patterns/conventions.yml``; the first of them is the default. What decides, in this order: the caller,
the place of the dateline, the country that the release is from, the words of the text, how its figures are grouped.
A text whose figures are all grouped in the other way than its country's is read as it is written, with the country's
money: press offices of Ecuador, Peru and Central America write 12.500 or 12,500.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from extract.folding import fold
from extract.patterns import Patterns, shipped
from extract.rules import Convention

#: A figure with the signs beside it: all that the next expressions look at.
_FIGURE = re.compile(r"(?<![.,\d])[.,]*+\d[\d.,]*")
#: Three digits after a point or a comma, and nothing that a decimal would have before or after them.
_POINT_GROUPS = re.compile(r"(?<![\d.,])[1-9]\d{0,2}(?:\.\d{3})+(?![\d.]|,\d{3})")
_COMMA_GROUPS = re.compile(r"(?<![\d.,])[1-9]\d{0,2}(?:,\d{3})+(?![\d,]|\.\d{3}(?!\d))")
#: One or two digits after the sign are decimals in every country.
_POINT_DECIMALS = re.compile(r"(?<![\d.,])\d{1,3}(?:,\d{3})*\.\d{1,2}(?![\d.])")
_COMMA_DECIMALS = re.compile(r"(?<![\d.,])\d{1,3}(?:\.\d{3})*,\d{1,2}(?![\d,])")
#: Decimals of a sum in pesos count twice, for who writes its money so writes all figures so: "$ 45,5 millones".
_SUM_DECIMALS = re.compile(
    r"\$\s?(\d{1,3}(?:[.]\d{3})*,\d{1,2}|\d{1,3}(?:,\d{3})*\.\d{1,2})(?![\d.,]*\d)"
    r"|(?<![\d.,])(\d{1,3}(?:[.]\d{3})*,\d{1,2}|\d{1,3}(?:,\d{3})*\.\d{1,2})(?=\s+(?:mil(?:lones)?\s+)?(?:de\s+)?pesos\b)"
)
_DOLLAR_AMOUNT = re.compile(r"(?<![\w$])\$\s?\d")
_DOLLAR_SIGN = "sign.dollar-sign"
#: A way of writing figures outweighs a few words: a text may speak of another country, it does not write like it.
_DECIMAL_WEIGHT = 5
#: Many sums in one release are one reason; they outweigh no name of a country that has the dollar.
_MOST_DOLLARS = 5
#: One figure alone may be a slip or a citation; two groups in one figure ("1.234.567") are no decimals anywhere.
_ENOUGH_FIGURES = 2


def find_convention(
    text: str,
    place: str | None,
    patterns: Patterns | None = None,
    override: str | None = None,
    home: str | None = None,
) -> Convention:
    """The convention by which a text's numbers are to be read.

    Parameters
    ----------
    text:
        The document's text.
    place:
        The place of its dateline as written ("Cancún, Q. R."), or None.
    patterns:
        The rules to read by; None for the shipped ones.
    override:
        ISO 3166 code of the country to take, whatever the text says.
    home:
        ISO 3166 code of the country that the release is from as its names tell, or None. It tells apart
        the countries that have the dateline's place; only the figures of a text can speak against it.

    Returns
    -------
    The convention; the first rule (Mexico) where nothing decides.

    Raises
    ------
    KeyError
        There is no convention for the country ``override``.
    """
    rules = (patterns or shipped()).rules("conventions.yml", Convention)
    if override is not None:
        return _of_country(rules, override)
    candidates = _at_place(rules, place) or rules
    return _as_written(text, candidates[0] if len(candidates) == 1 else _spoken_for(text, candidates, home))


def _as_written(text: str, rule: Convention) -> Convention:
    """The convention with its signs changed where each figure of a text that tells them speaks against them."""
    figures = " ".join(_FIGURE.findall(text))
    by_group = {",": _weight(_POINT_GROUPS, figures), ".": _weight(_COMMA_GROUPS, figures)}
    other = "," if rule.decimal == "." else "."
    decimals = _COMMA_DECIMALS if rule.decimal == "," else _POINT_DECIMALS
    if by_group[other] < _ENOUGH_FIGURES or by_group[rule.decimal] or decimals.search(figures):
        return rule
    return rule.model_copy(update={"decimal": other, "groups": rule.decimal})


def _of_country(rules: Sequence[Convention], country: str) -> Convention:
    for rule in rules:
        if rule.country == country.upper():
            return rule
    known = ", ".join(rule.country for rule in rules)
    raise KeyError(f"there is no number convention for {country!r}; known are {known}")


def _at_place(rules: Sequence[Convention], place: str | None) -> tuple[Convention, ...]:
    """The conventions of the countries that have the place; the last named part (state, country) counts most."""
    for part in reversed((place or "").split(",")):
        name = _plain(part)
        found = tuple(rule for rule in rules if name in _place_names(rule.places))
        narrowed = tuple(rule for rule in found if _holds_all(rule, place or ""))
        if found:
            return narrowed or found
    return ()


def _holds_all(rule: Convention, place: str) -> bool:
    names = _place_names(rule.places)
    return all(_plain(part) in names for part in place.split(",") if _plain(part))


@lru_cache(maxsize=256)  # one for each country
def _place_names(places: tuple[str, ...]) -> frozenset[str]:
    return frozenset(filter(None, map(_plain, places)))


def _plain(name: str) -> str:
    return re.sub(r"[^\w]+", " ", fold(name)).strip()


def _spoken_for(text: str, candidates: Sequence[Convention], home: str | None = None) -> Convention:
    """The country that the release is from unless its figures are not written so; else the one with most on its side.

    On a country's side are words of the text, the "$" where its money has that sign, and its decimal sign.
    """
    dollars = min(sum(1 for _ in _DOLLAR_AMOUNT.finditer(text)), _MOST_DOLLARS)
    decimal = _decimal_of(text)
    at_home = next((rule for rule in candidates if rule.country == home), None)
    if at_home is not None and decimal in {None, at_home.decimal}:
        return at_home

    def score(rule: Convention) -> int:
        words = sum(1 for _ in rule.finditer(text))
        return words + dollars * (_DOLLAR_SIGN not in rule.signs) + _DECIMAL_WEIGHT * (rule.decimal == decimal)

    # max() keeps the first of equals, and the rules stand in the order of preference.
    return max(candidates, key=score)


def _decimal_of(text: str) -> str | None:
    """The decimal sign that the text's figures allow; None where they allow both."""
    sums = [first or second for first, second in _SUM_DECIMALS.findall(text)]
    figures = " ".join([*_FIGURE.findall(text), *sums])
    for_comma = _weight(_POINT_GROUPS, figures) + len(_COMMA_DECIMALS.findall(figures))
    for_point = _weight(_COMMA_GROUPS, figures) + len(_POINT_DECIMALS.findall(figures))
    if max(for_comma, for_point) < _ENOUGH_FIGURES or for_comma == for_point:
        return None
    return "," if for_comma > for_point else "."


def _weight(groups: re.Pattern[str], figures: str) -> int:
    """How many figures are grouped so; a figure of two groups or more settles it alone."""
    return sum(1 if len(match.group()) <= len("999.999") else _ENOUGH_FIGURES for match in groups.finditer(figures))
