"""Events that a release names: as what its figures are about, or as the scene of something else.

"Durante la Feria de San Marcos" tells when and where, "la Feria de San Marcos recibió a mil" what the figure is about.
A commemorative day is nearly always a scene; it is a program where it acts as the subject of a headline or a sentence.
"""

from __future__ import annotations

import re

from extract.mentions import Block, Name, Sentence
from extract.names.grammar import NameGrammar, grammar_of
from extract.names.program_rules import program_mention, rules_of
from extract.names.words import content, fold
from extract.patterns import Patterns

EVENT_DAY = "program.event-day"
#: The score of an event that is only the scene, and of one that acts.
SCENE_SCORE = 0.5
_ACTING_SCORE = 0.9
#: How far before a name its preposition may stand ("durante la trigésima edición de la …", characters).
_WINDOW = 70
_CLAUSE_MARK = re.compile(r"[.;:,\n]")
#: Words of meaning between the preposition and the name ("durante la tercera edición del festival “…”").
_MOST_BETWEEN = 3
_ORDINAL = re.compile(
    r"primera?|segund[oa]|tercera?|cuart[oa]|quint[oa]|sext[oa]|\w+(?:im[oa]|av[oa]|en[oa])|[ivxlc]+|\d+\w*"
)
#: A day with its complement: "Día de los Patrimonios", "Día Internacional contra el Cáncer".
_DAY = re.compile(
    r"\bD[ií]a\s+(?:(?:Nacional|Mundial|Internacional|Estatal|Municipal|Europeo|Universal|Provincial)\s+)?"
    r"(?=(?:de|del|por|sin|contra|para)\s)"
)
#: A day acts where a verb in the past or the future follows it.
_VERB_AFTER = re.compile(r"\s+(?:se\s+)?[a-záéíóúñ]+(?:ó|ará|erá|irá|aron|ieron)\b")


def is_scene(text: str, start: int, patterns: Patterns) -> bool:
    """Whether the name that begins at ``start`` is an event's and a preposition makes it the scene of something."""
    before = _CLAUSE_MARK.split(text[max(0, start - _WINDOW) : start])[-1]
    opening = next((match for rule in rules_of(patterns, "scene") if (match := rule.pattern.search(before))), None)
    if opening is None:
        return False
    first_word = re.match(r"[\"“«'‘]?(\w+)", text[start : start + 30])
    between = content(before[opening.end() :])
    events = grammar_of(patterns).words("event")
    named = {fold(first_word.group(1))} if first_word else set()
    leads_to_it = not between or between[0] in events or _ORDINAL.fullmatch(between[0]) is not None
    return leads_to_it and len(between) <= _MOST_BETWEEN and not events.isdisjoint(named.union(between))


def event_days(text: str, blocks: list[Block], sentences: list[Sentence], patterns: Patterns) -> list[Name]:
    """Commemorative days of which the release says somewhere that they did something; each mention of those days."""
    grammar = grammar_of(patterns)
    opens = {sentence.start for sentence in sentences}
    spans = [span for block in blocks for span in _days(text, block, grammar)]
    acting = {fold(text[start:end]) for start, end in spans if _acts(text, start, end, opens)}
    found = []
    for start, end in spans:
        if fold(text[start:end]) in acting:
            score = _ACTING_SCORE if _acts(text, start, end, opens) else SCENE_SCORE
            name = " ".join(text[start:end].split())
            found.append(program_mention(text, start, end, EVENT_DAY, name, score))
    return found


def _days(text: str, block: Block, grammar: NameGrammar) -> list[tuple[int, int]]:
    spans = []
    for match in _DAY.finditer(text, block.start, block.end):
        opened = match.start() + len(match.group().rstrip())
        end = grammar.extend(text, opened, block.end, "Día", "program")
        if end > opened:
            spans.append((match.start(), end))
    return spans


def _acts(text: str, start: int, end: int, opens: set[int]) -> bool:
    """Whether a day opens a sentence, with or without its article, and a verb follows it."""
    article = re.search(r"\b(?:El|el)\s+$", text[max(0, start - 4) : start])
    first = start - len(article.group()) if article else start
    return first in opens and _VERB_AFTER.match(text, end) is not None
