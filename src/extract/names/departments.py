"""Bodies that a release calls by their field, their number or their programme, with no noun for a body.

"Bienestar Animal: 174 esterilizaciones", "elementos de Tránsito", "la Tercera Región Militar", "Qali Warma repartió": a
department whose noun is left out, a military body, and, where the law makes programmes executing units, a programme
that acts.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from extract.mentions import Block
from extract.names.agency_rules import rules_in, rules_of
from extract.names.gazetteer import Listed, gazetteer_of
from extract.names.grammar import NameGrammar, grammar_of
from extract.names.spelling import Spelled, in_capitals, is_in_other_name
from extract.names.words import Token, content, fold, tokens_of
from extract.patterns import Patterns

_DEPARTMENT_SCORE, _NUMBERED_SCORE, _EXECUTING_SCORE = 0.6, 0.9, 0.8
#: What stands before a department tells that its people or its means are meant, in so many characters.
_BEFORE = 45
#: A clause opens: at the head of a block, after a mark, after a conjunction.
_OPENS = re.compile(
    r"(?:^|[.;:•·*\n]\s*|[-–—]\s+|\b(?:que|y|mientras|además,|tanto,|parte,|vez,)\s+|,\s+)$", re.IGNORECASE
)
_INSERTED = r"(?:,\s+(?:por\s+su\s+(?:parte|lado)|a\s+su\s+vez|en\s+tanto|adem[áa]s|tambi[ée]n|en\s+cambio),)?"
_ACTS = re.compile(
    rf"{_INSERTED},?\s+(?:no\s+|ya\s+|también\s+)?(?:se\s+)?"
    r"(?:[a-záéíóúñ]{2,}(?:ó|ará|erá|irá|puso|tuvo|dujo|trajo)|dio|hizo|vino|(?:ha|había|habrá|lleva)\s+[a-záéíóúñ]+[aií]do)\b"
)
#: The label of a row, and one of a series: "Bienestar Animal: 174", "Desarrollo Social, con 890".
_LABELS = re.compile(r"\s*(?::|[-–—])\s*\S")
_IN_SERIES = re.compile(r",\s+(?:con\s+|otr[oa]s\s+)?(?:más\s+de\s+|unos\s+|unas\s+)?\d")
_ROW = {"bullet", "row"}
_EXECUTING = frozenset({"Perú"})  # Ley 29158 (PE), art. 38: programmes are executing units of their ministries
#: Such a programme has this name by its decree (same law), also where its own noun is that of a measure ("Pensión 65").
_PROGRAMME = "Programa Nacional "


def department_names(text: str, blocks: list[Block], country: str | None, patterns: Patterns) -> list[Spelled]:
    """Bodies without a noun for a body, in no order; whoever calls drops those that overlap a fuller name.

    Parameters
    ----------
    text, blocks:
        The release and its layout.
    country:
        The country of the release: what a number or a programme's name means depends on it.
    """
    found = [name for block in blocks if not in_capitals(block.surface) for name in _in_block(text, block, patterns)]
    for rule in rules_in(patterns, "numbered", country):
        for match in rule.finditer(text):
            name = rule.names or " ".join(match.group().split())
            found.append(Spelled(match.start(), match.end(), name, None, _NUMBERED_SCORE, rule.id))
    found = [name for name in found if not is_in_other_name(text, name, patterns)]
    return found + (_executing(text, country, patterns) if country in _EXECUTING else [])


def _in_block(text: str, block: Block, patterns: Patterns) -> Iterator[Spelled]:
    grammar = grammar_of(patterns)
    fields = grammar.words("department_word")
    end = block.start
    for token in tokens_of(text, block.start, block.end):
        if token.start < end or not token.surface[0].isupper() or token.folded not in fields or len(token.surface) < 3:
            continue
        end = grammar.extend(text, token.end, block.end, token.surface)
        if _is_department(text, block, token, end, grammar, patterns):
            yield Spelled(
                token.start,
                end,
                " ".join(text[token.start : end].split()),
                None,
                _DEPARTMENT_SCORE,
                "agency.department",
            )


def _is_department(text: str, block: Block, first: Token, end: int, grammar: NameGrammar, patterns: Patterns) -> bool:
    """Whether a field of administration acts, has people or means, or labels a figure."""
    before = text[max(block.start, first.start - _BEFORE) : first.start]
    if any(rule.pattern.search(before) for rule in rules_of(patterns, "people_of")):
        return True
    words = content(text[first.start : end])
    if len(words) == 1 or any(word in grammar.words("given_name") for word in words):
        return False
    opens = _OPENS.search(before) is not None
    if block.kind in _ROW and opens and not re.search(r"\w", before) and _LABELS.match(text, end):
        return True
    return opens and (_ACTS.match(text, end) or _IN_SERIES.match(text, end)) is not None


def _executing(text: str, country: str | None, patterns: Patterns) -> list[Spelled]:
    """Every mention of a programme that somewhere opens a clause and acts."""
    found = gazetteer_of(patterns, "programs.csv").find(text, country)
    acting = {
        item.entity.name
        for item in found
        if not _is_measure(item, patterns)
        and _OPENS.search(text[max(0, item.start - _BEFORE) : item.start])
        and _ACTS.match(text, item.end)
    }
    return [
        Spelled(item.start, item.end, _as_written(text, item), None, _EXECUTING_SCORE, "agency.executing")
        for item in found
        if item.entity.name in acting
    ]


def _is_measure(item: Listed, patterns: Patterns) -> bool:
    """Whether a listed name opens with the noun of what a body gives or does: a bonus, a plan, an operation."""
    entity, grammar = item.entity, grammar_of(patterns)
    noun = fold(entity.name).split()[0]
    of_measure = noun != "programa" and (noun in grammar.words("trigger") or noun in grammar.words("naming_trigger"))
    return of_measure and not any(name.startswith(_PROGRAMME) for name in (entity.name, *entity.aliases))


def _as_written(text: str, item: Listed) -> str:
    """A programme's name as the release writes it, which may be a later or a longer one; in capitals the list's."""
    written = " ".join(text[item.start : item.end].split())
    return item.entity.name if written.isupper() else written
