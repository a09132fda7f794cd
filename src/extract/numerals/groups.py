"""Whole numbers: groups below a thousand, joined by "mil" and by the magnitudes from "millón" up, always downwards.

"dos millones 300 mil" is one number, "300 mil 2 millones" are two. Digits and words mix in any group, as the Mexican
press writes them: "1 mil 804", "tres mil 700", "13 millones 094 mil 286".

Source: RAE and ASALE, *Nueva gramática de la lengua española* (2009), chapter 21, and *Ortografía* (2010), VIII.
"""

from __future__ import annotations

import re
from decimal import Decimal

from extract.numerals.run import Reading, Run
from extract.numerals.tokens import MAX_DIGITS, Token, coded_after, coded_before, is_day

#: The roles of the words that a group below a thousand is made of.
BELOW_THOUSAND = frozenset({"one", "unit", "teen", "ten", "hundred"})
#: What takes the number before it as its own count, so that the number ends nothing else.
_TAKE_NUMBER = frozenset({"thousand", "scale", "collective", "part", "half"})
#: Measures that statistics tell in thousands, also where these are themselves in thousands: "1.203,4 mil toneladas".
_TOLD_IN_THOUSANDS = re.compile(
    r"\s+(?:de\s+)?(?:toneladas|tn?\b|T\.?M\b|hect[áa]reas|ha\b|barriles|litros|hectolitros|quintales|metros|m[23³²]|kil[óo]metros)",
    re.IGNORECASE,
)
_ONE = Decimal(1)
_THOUSAND = Decimal(1000)
_MILLION = Decimal(10**6)


def _tens(run: Run, i: int) -> tuple[Decimal, int] | None:
    """A number word below a hundred, "treinta y cinco", also with the last place in figures, "treinta y 5"."""
    token = run.tokens[i]
    if token.role not in BELOW_THOUSAND or token.role == "hundred":
        return None
    if token.role != "ten" or i + 1 >= len(run.tokens):
        return token.value, i + 1
    unit = run.tokens[i + 1]
    link = run.link(i)
    glued = unit.start == token.end
    joined = link == "y" and (unit.role in {"unit", "one"} or (unit.size == 1 and unit.value > 0))
    spaced = link == " " and (unit.role == "unit" or (glued and unit.role == "one")) and (glued or token.value > 20)
    apart = run.role(i + 2) == "hundred" or (unit.role == "one" and run.role(i + 2) in {"part", "half"})
    if (joined and not apart) or spaced:
        return token.value + unit.value, i + 2
    return token.value, i + 1


def below_thousand(run: Run, i: int) -> tuple[Decimal, int] | None:
    """A group of up to three places, in words or in figures; figures may be padded, "088"."""
    token = run.tokens[i]
    if token.role == "digits":
        return (token.value, i + 1) if 0 < token.size <= 3 else None
    if token.role != "hundred":
        return _tens(run, i)
    rest = _tens(run, i + 1) if run.role(i + 1) in BELOW_THOUSAND and run.surface(i) != "cien" else None
    return (token.value + rest[0], rest[1]) if rest else (token.value, i + 1)


def below_million(run: Run, i: int) -> tuple[Decimal, int, Decimal] | None:
    """A group with "mil" in it, or less: value, next token, and 1000 if "mil" was the last word, else 1."""
    token = run.tokens[i]
    if token.role == "thousand":
        value, following = _THOUSAND, i + 1
    else:
        group = (token.value, i + 1) if token.role == "digits" else below_thousand(run, i)
        if group is None:
            return None
        value, following = group
        if run.role(following) != "thousand" or not _counts_thousands(run, i, following, value):
            return value, following, _ONE
        value, following = value * _THOUSAND, following + 1
    rest = _rest(run, following, value)
    return (value + rest[0], rest[1], _ONE) if rest else (value, following, _THOUSAND)


def _counts_thousands(run: Run, i: int, thousand: int, value: Decimal) -> bool:
    """Whether a number counts the "mil" behind it: below a thousand, or in groups before a measure."""
    token = run.tokens[i]
    grouped = token.role == "digits" and not token.size and value >= _THOUSAND
    measured = grouped and _TOLD_IN_THOUSANDS.match(run.text, run.tokens[thousand].end)
    return _can_multiply(run, i, value, _MILLION if measured else _THOUSAND)


def _can_multiply(run: Run, i: int, value: Decimal, limit: Decimal) -> bool:
    """Whether a number may stand before a magnitude: below the limit, and no part of a code or a time."""
    token = run.tokens[i]
    if token.role != "digits":
        return 0 < value < limit
    return 0 < value < limit and token.size <= MAX_DIGITS and not coded_before(run.text, token.start)


def _rest(run: Run, i: int, thousands: Decimal) -> tuple[Decimal, int] | None:
    """The group after "mil": "300", "088", "72.57", "quinientos", and "y una" after a bare thousand."""
    if thousands % _THOUSAND:
        return None
    if thousands == _THOUSAND and i < len(run.tokens) and run.link(i - 1) == "y" and _is_last_one(run, i):
        return _ONE, i + 1
    role = run.role(i)
    if role != "digits" and role not in BELOW_THOUSAND:
        return None
    token = run.tokens[i]
    if role == "digits" and not token.size:
        group = (token.value, i + 1) if token.value < _THOUSAND else None
    else:
        group = below_thousand(run, i)
    if group is None or (role == "digits" and coded_after(run.text, token.end)) or is_day(run.text, token):
        return None
    after = run.role(group[1])
    if after in _TAKE_NUMBER - {"scale"}:
        return None
    return None if after == "scale" and _out_of_order(token, thousands / _THOUSAND) else group


def _is_last_one(run: Run, i: int) -> bool:
    return run.tokens[i].role == "one" and run.role(i + 1) not in _TAKE_NUMBER


def _out_of_order(token: Token, thousands: Decimal) -> bool:
    """Whether "300 mil 2 millones" are two numbers: nobody has 300 002 millones; "2 mil 50 millones" is one."""
    return (token.size == 1 and thousands >= 10) or (token.size == 2 and thousands >= 100)


def _zeros(run: Run, i: int) -> Reading:
    """Digits said one by one from zero: "cero cinco"."""
    value = run.tokens[i].value
    following = i + 1
    while run.role(following) in {"zero", "unit", "one"} and following - i < MAX_DIGITS:
        value = value * 10 + run.tokens[following].value
        following += 1
    return Reading(following, value, "cardinal")


def read_cardinal(run: Run, i: int) -> Reading | None:
    """A whole number or a decimal in figures with its magnitudes, each lower than the one before."""
    token = run.tokens[i]
    if token.role == "zero":
        return _zeros(run, i)
    if token.role == "scale":
        total, scale, following = token.value, token.value, i + 1
    else:
        group = below_million(run, i)
        if group is None:
            return None
        total, following, scale = group
        if run.role(following) != "scale" or not _can_multiply(run, i, total, _MILLION * _MILLION):
            bare = scale == 1 and total < _THOUSAND
            return Reading(following, total, "cardinal", scale, bare=bare)
        last = run.tokens[following].value
        scale = last * scale if scale > 1 else last
        total, following, limit = total * last, following + 1, last
        return _lower_groups(run, Reading(following, total, "cardinal", scale), limit)
    return _lower_groups(run, Reading(following, total, "cardinal", scale), scale)


def _lower_groups(run: Run, reading: Reading, limit: Decimal) -> Reading:
    """Add the groups that follow a magnitude as long as they go down: "200 mil 350" after "un millón"."""
    while True:
        i = reading.next
        role = run.role(i)
        if role not in {"digits", "thousand"} and role not in BELOW_THOUSAND:
            return reading
        token = run.tokens[i]
        if token.plural or token.size > 3 or (role == "digits" and coded_after(run.text, token.end)):
            return reading
        if is_day(run.text, token):
            return reading
        group = below_million(run, i)
        if group is None:
            return reading
        value, following, _ = group
        after = run.role(following)
        if after == "scale" and value * run.tokens[following].value < limit:
            limit = run.tokens[following].value
            reading = Reading(following + 1, reading.value + value * limit, "cardinal", limit)
            continue
        if after in _TAKE_NUMBER or value >= limit:
            return reading
        return Reading(following, reading.value + value, "cardinal")
