"""Funds that somebody directs: institutions that give money, and no schemes that money comes from.

"El Fondo para el Desarrollo Agropecuario (FEDA) entregó …", said by "el director ejecutivo del FEDA", is a body as an
institute is; "el Fondo de Aportaciones (FAIS)", which nobody directs, is where the money comes from.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from extract.mentions import Block, Name
from extract.names.grammar import grammar_of
from extract.names.spelling import Spelled
from extract.patterns import Patterns

_RULE = "agency.fund.managed"
_SCORE = 0.8
_FUND = re.compile(r"\bFondo(?=\s)")
_ACRONYM = re.compile(r"\s?\(\s*([A-ZÁÉÍÓÚÑ][\w-]{2,11})\s*\)")
#: Who heads an institution (RAE, Diccionario, s. v. director, gerente, titular); a scheme has a coordinator at most.
_HEAD = (
    r"\b(?:director(?:a)?|gerent[ea]|titular|president[ea]|administrador(?:a)?)"
    r"(?:\s+(?:ejecutiv[oa]|general|nacional|regional|departamental|estatal|provincial|t[ée]cnic[oa]))?\s+del\s+"
)


def managed_funds(text: str, blocks: Sequence[Block], patterns: Patterns) -> list[Spelled]:
    """Every use of the funds with an acronym that have a head, by their name and by the acronym."""
    uses: list[Spelled] = []
    for name, acronym, definition in _defined(text, blocks, patterns):
        if not re.search(rf"{_HEAD}(?:{re.escape(acronym)}|{re.escape(name)})\b", text):
            continue
        uses.append(Spelled(*definition, name, acronym, _SCORE, _RULE))
        later = re.finditer(rf"(?<!\w)(?:{re.escape(name)}|{re.escape(acronym)})(?!\w)", text)
        apart = (use.span() for use in later if not definition[0] <= use.start() < definition[1])
        uses += [Spelled(*span, name, None, _SCORE, _RULE) for span in apart]
    return uses


def no_funds(programs: Sequence[Name], agencies: Sequence[Name]) -> list[Name]:
    """The programs without the funds that are bodies."""
    funds = {agency.name for agency in agencies if agency.rule == _RULE}
    return [program for program in programs if program.name not in funds]


def _defined(text: str, blocks: Sequence[Block], patterns: Patterns) -> Iterator[tuple[str, str, tuple[int, int]]]:
    """The funds that the release gives an acronym: name, acronym, and the span of both."""
    grammar = grammar_of(patterns)
    for block in blocks:
        for fund in _FUND.finditer(text, block.start, block.end):
            end = grammar.extend(text, fund.end(), block.end, fund.group(), "program")
            if end > fund.end() and (acronym := _ACRONYM.match(text, end, block.end)):
                yield " ".join(text[fund.start() : end].split()), acronym.group(1), (fund.start(), acronym.end())
