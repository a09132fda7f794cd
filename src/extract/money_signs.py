"""Currency signs that can stand before a figure without a blank: ``S/12 millones``, ``Bs.850 mil``, ``USD300``.

Letters and points joined to a figure mostly make a code of it ("C4", "art.12"); those of a currency do not. Which
currency a sign means is for ``patterns/currencies.yml`` to say; a test holds the two together.

Source: ISO 4217 and Unicode CLDR 44, currency symbols of es-XX; usage of releases for the points and the slash.
"""

from __future__ import annotations

import re

#: Signs that are nothing but money, whatever the country.
_SURE = (
    r"(?:\$\s?)?(?:MXN|USD|EUR|COP|CLP|PEN|ARS|UYU|GTQ|HNL|CRC|NIO|DOP|BOB|PYG|VES|VEF|PAB|CUP|GBP|BRL)\.?"
    r"|[SB]/\.?|[Bb]s\.?(?:\s?[FSD]\.?)?(?:-)?|BS\.?|Gs\.?|[Ll]ps\.?|LPS\.?|UF|[Uu]\$[SsDd]|\$\s?(?:us|Us|US|UY|U)\.?"
)
#: Letters that are money in one country and elsewhere name a line, a team, a quarter: "L4", "Q2".
_LETTER = r"[QLG]\.?"
#: For expressions of other modules: those that are sure, and any of them.
SURE = rf"(?:{_SURE}|[A-Z]?[A-Za-z]{{0,2}}[$€₡₲¢])"
SIGN = rf"(?:{SURE}|{_LETTER})"
_SURE_BEFORE = re.compile(rf"(?<![\w/])(?:{_SURE})\Z")
_BEFORE = re.compile(rf"(?<![\w/])(?:{_SURE}|{_LETTER})\Z")
#: Letters that are money in the country of a currency: in Guatemala "Q50" is a sum, elsewhere mostly a code. Small
#: guaraníes there are none, and "G20" is the group of states everywhere.
_OWN_LETTER = {
    "GTQ": re.compile(r"(?<![\w/])Q"),
    "HNL": re.compile(r"(?<![\w/])L"),
    "PYG": re.compile(r"(?<![\w/])G(?=\d{3}|\d{1,2}[.,]\d{3})"),
}
_SUM = re.compile(rf"(?:{SURE}\s?|[QL]\.?)\d")
_REACH = 8


def open_sum(text: str, place: int) -> bool:
    """Whether a sum with its sign in front begins at a place: "USD 300", "Q300"."""
    return _SUM.match(text, place) is not None


def stand_before(text: str, place: int) -> bool:
    """Whether the letters right before a place can be those of a currency, with no blank between."""
    return _BEFORE.search(text, max(0, place - _REACH), place) is not None


def surely_stand_before(text: str, place: int, currency: str | None = None) -> bool:
    """Whether they are nothing but money: "USD", "Bs.", and "Q" only where the country's currency has that letter.

    Parameters
    ----------
    text, place:
        The text, and the place of the figure in it.
    currency:
        ISO 4217 code of the money of the text's country, or None.
    """
    own = _OWN_LETTER.get(currency or "")
    if own is not None and place and own.match(text, place - 1):
        return True
    return _SURE_BEFORE.search(text, max(0, place - _REACH), place) is not None
