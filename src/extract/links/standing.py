"""What stands there anyway, whatever is planned: the territories, the fields and the years that a plan speaks of.

"Apoyará a 300 productores de los 60 municipios": a definite noun phrase presupposes what it names (NGLE 14.4), and a
town, a field under the plough or years of service are not made by what is to come.
"""

from __future__ import annotations

from collections.abc import Sequence

from extract.links.parse import Token
from extract.links.verb_tenses import VerbReader
from extract.schema import Kind

#: Between a number and "de los 60 municipios" stand its noun and few words more.
_SHARE_REACH = 8
#: "regiones | de la provincia", "municipios | del estado".
_WHOLE_REACH = 3
_DEFINITE = frozenset({"el", "la", "los", "las"})
_MEASURES = frozenset({"area", "length", "volume", "mass"})


def stands_anyway(tokens: Sequence[Token], position: int, stop: int, kind: Kind, reader: VerbReader) -> bool:
    """Whether a figure is of what stands there before what its sentence plans.

    Parameters
    ----------
    tokens:
        Those of its sentence.
    position, stop:
        Where the figure begins, and what is behind it.
    kind:
        What it measures.
    reader:
        The words of ``status.yml``.
    """
    if not 0 < position < stop < len(tokens):
        return False
    if _is_completed(tokens, position, stop, reader):
        return True
    if kind == "count":
        return _is_territory(tokens, position, stop, reader)
    if kind in {"duration", "age"}:
        return _is_tenure(tokens, position, stop, reader)
    return kind in _MEASURES and _is_held(tokens, position, stop, reader)


def _is_completed(tokens: Sequence[Token], position: int, stop: int, reader: VerbReader) -> bool:
    """Whether what was done before is where the rest happens: "sembrarán en las | 120 hectáreas legalizadas"."""
    before = [token.lower_ for token in tokens[max(0, position - 2) : position]]
    definite = len(before) > 1 and before[0] == "en" and before[1] in {"los", "las"}
    return definite and any(reader.says("completed", token) for token in tokens[stop : stop + 2])


def _is_territory(tokens: Sequence[Token], position: int, stop: int, reader: VerbReader) -> bool:
    """Whether a further count is spread over these places: "300 productores | de los 60 municipios".

    Those who take part stand, too ("en coordinación con | los 60 municipios"), and all of a whole ("leerán en | las
    doce regiones del estado").
    """
    before = [token.lower_ for token in tokens[max(0, position - 2) : position]]
    if len(before) < 2 or before[0] not in {"de", "con", "en"} or before[1] not in {"los", "las"}:
        return False
    if not reader.says("territory", tokens[stop]):
        return False
    if before[0] == "con":
        return True
    if before[0] == "en":
        behind = tokens[stop + 1 : stop + 1 + _WHOLE_REACH]
        named = len(behind) > 1 and behind[0].lower_ == "de" and behind[1].pos_ == "PROPN"
        return named or any(reader.says("whole", token) for token in behind)
    head = tokens[max(0, position - _SHARE_REACH) : position - 2]
    number = next((index for index in range(len(head) - 1, -1, -1) if head[index].pos_ == "NUM"), None)
    between = head[number + 1 :] if number is not None else []
    return any(token.pos_ == "NOUN" for token in between) and all(token.pos_ != "PUNCT" for token in between)


def _is_tenure(tokens: Sequence[Token], position: int, stop: int, reader: VerbReader) -> bool:
    """Whether these are the years of somebody or something named: "maestros con | 28 años de servicio"."""
    named = position > 1 and tokens[position - 1].lower_ == "con" and tokens[position - 2].pos_ in {"NOUN", "ADJ"}
    of = stop + 1 < len(tokens) and tokens[stop].lower_ == "de"
    return named and of and reader.says("tenure", tokens[stop + 1])


def _is_held(tokens: Sequence[Token], position: int, stop: int, reader: VerbReader) -> bool:
    """Whether somebody has what is measured: "las | cuatro hectáreas que siembra"."""
    held = tokens[position - 1].lower_ in _DEFINITE and tokens[stop].lower_ == "que"
    return held and stop + 1 < len(tokens) and reader.says("holding", tokens[stop + 1])
