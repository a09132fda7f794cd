"""Names of programs in quotation marks, where something beside or inside them shows what they are the name of."""

from __future__ import annotations

import bisect
import re
from functools import lru_cache
from typing import NamedTuple

from extract import folding
from extract.mentions import Block, Name
from extract.names.events import SCENE_SCORE, is_scene
from extract.names.loose_names import PLAIN_LINKS, TELLING_LINKS
from extract.names.program_rules import any_accent, evidence_of, program_mention, rules_of, words_of
from extract.names.quotes import Quoted, find_quoted
from extract.names.words import fold
from extract.patterns import Patterns

#: A quoted name without a trigger is no longer than this (words); with one it may be a whole motto.
_LONGEST_NAME = 8
_LONGEST_AFTER_TRIGGER = 16
#: Words that may stand between a trigger and the name in quotes ("programa municipal de apoyo denominado “…”").
_MAX_BETWEEN = 6
#: How far before a name in quotes its trigger is looked for (characters).
_WINDOW = 90
#: What joins names in quotes to a list: "“A”, “B” y “C”".
_LISTED = re.compile(r",?\s+(?:y\s+|e\s+|o\s+|as[íi]\s+como\s+)?(?:el\s+|la\s+)?")
#: Words that may stand between a government's plan and its title: "Plan de Desarrollo Departamental 2020-2023 “…”".
_MOST_BESIDE_PLAN = 3
#: How far behind a title in quotes a word tells what it is the title of (characters).
_WORK_REACH = 40
#: What bodies do, too, weighs no more as evidence for a scheme.
_COMMON = 1.0
#: The head of a clause, or an article there, right before a title in quotes.
_ALONE = re.compile(r"(?:^|[.;:,\n–—-]\s*|\b(?:que|y|mientras)\s+)(?:(?:[Ee]l|[Ll]a|[Ll]os|[Ll]as)\s)?$")
_WHOLE = re.compile(r"\s+del\s+")
_NAME_LINKS = PLAIN_LINKS | TELLING_LINKS
#: Links inside the title of a scheme that is brought to somebody or lacks something.
_CLAUSE_LINKS = frozenset({"tu", "tus", "mi", "sin", "te", "nos", "se"})
_BREAK = re.compile(r"[.;\"”»’)]")
#: A verb in the past between the noun of something else and a name in quotes: the name is none of that noun's.
_VERB_BETWEEN = re.compile(r"\w{2,}(?:ó|aron|ieron)\b")
#: The two ends of a stretch of road.
_FROM_TO = re.compile(r"\w\s?[–—-]\s?(?=[A-ZÁÉÍÓÚÑ])")
_SENTENCE_INSIDE = re.compile(r"[.!?;:]\s+\w|…")


def quoted_names(text: str, blocks: list[Block], patterns: Patterns) -> list[Name]:
    """Names in quotation marks that a trigger, an opening word or an apposition shows to be a program's."""
    found: list[Name] = []
    last: tuple[int, float] | None = None
    for quoted in find_quoted(text, blocks):
        score, rule = _judge(text, quoted, blocks, patterns)
        in_list = last is not None and _LISTED.fullmatch(text, last[0], quoted.start)
        if (
            not score
            and in_list
            and last
            and quoted.inside[0].isupper()
            and len(quoted.inside.split()) <= _LONGEST_NAME
        ):
            score, rule = last[1], "program.listed-beside"
        last = (quoted.end, score) if score else None
        if score:
            score = min(score, SCENE_SCORE) if is_scene(text, quoted.start, patterns) else score
            found.append(program_mention(text, quoted.start, quoted.end, rule, quoted.inside, score))
    return found


def _judge(text: str, quoted: Quoted, blocks: list[Block], patterns: Patterns) -> tuple[float, str]:
    """How sure it is that a quoted stretch is a program's name, and by which rule; 0 where it is none."""
    words = quoted.inside.split()
    if _is_stretch(quoted.inside, words, patterns):
        return 0.0, ""
    if _SENTENCE_INSIDE.search(quoted.inside) or len(words) > _LONGEST_AFTER_TRIGGER:
        return 0.0, ""
    at = bisect.bisect_right(blocks, quoted.start, key=lambda block: block.start)
    begin = blocks[at - 1].start if at else 0
    before = text[max(begin, quoted.start - _WINDOW) : quoted.start]
    if any(rule.pattern.search(before) for rule in rules_of(patterns, "bystander_before")):
        return 0.0, ""
    trigger = _trigger_before(before, patterns)
    if trigger is not None:
        if _names_government(before, text[quoted.end : quoted.end + _WORK_REACH], patterns):
            return 0.0, ""
        if trigger.noun in words_of(patterns, "trigger") | words_of(patterns, "naming_trigger"):
            return 1.0 if trigger.distance <= 2 else 0.8, "program.trigger"
        if trigger.noun in words_of(patterns, "not_program"):
            if not _VERB_BETWEEN.search(before[-trigger.reach :]):
                return 0.0, ""
        elif trigger.distance <= 2:
            return 0.7, "program.quoted-trigger"
    return _judge_alone(text, quoted, words, before, patterns)


def _is_stretch(inside: str, words: list[str], patterns: Patterns) -> bool:
    """Whether a title is that of a stretch of road between two places: "Tramo Loma – Arroyo", "Vía Lago – Monte"."""
    return fold(words[0]) in words_of(patterns, "road") and _FROM_TO.search(inside) is not None


def _judge_alone(text: str, quoted: Quoted, words: list[str], before: str, patterns: Patterns) -> tuple[float, str]:
    """The same for a stretch without a trigger before it: what is inside, what follows, which small words open it."""
    if not words[0][0].isupper():
        return 0.0, ""
    if len(words) > 1 and fold(words[0]) in words_of(patterns, "trigger") | words_of(patterns, "naming_trigger"):
        return 0.8, "program.trigger-inside"
    if len(words) > _LONGEST_NAME:
        return 0.0, ""
    if _apposition(patterns).match(text, quoted.end):
        return 0.9, "program.apposition"
    if any(rule.pattern.search(before) for rule in rules_of(patterns, "opener")):
        return 0.75, "program.opener"
    if sum(word[0].isupper() for word in words) > 1 and re.search(r"\b(?:de|del)\s$", before, re.IGNORECASE):
        return 0.6, "program.title-case"
    if words[-1][0].isupper() and _is_at_work(text, quoted, before, patterns):
        return 0.7, "program.quoted-verb"
    around = (before, text[quoted.end : quoted.end + _WORK_REACH])
    if _is_clause(words) and not any(
        rule.pattern.search(s) for rule in rules_of(patterns, "work_near") for s in around
    ):
        return 0.6, "program.quoted-clause"
    return 0.0, ""


def _is_at_work(text: str, quoted: Quoted, before: str, patterns: Patterns) -> bool:
    """Whether a verb beside a title in quotes is said of schemes: "arrancó “…”", "“…” benefició a cien"."""
    after = text[quoted.end : quoted.end + _WORK_REACH]
    if any(rule.pattern.search(side) for rule in rules_of(patterns, "work_near") for side in (before, after)):
        return False
    kinds = ("launched", "begun", "held")
    if any(rule.pattern.search(before) for kind in kinds for rule in rules_of(patterns, kind)):
        return True
    # "El “Abrazo de la Sierra” llevó mantas": with an article and no noun it is the name of what acts.
    least = 0.0 if _ALONE.search(before) and not _opens_place(quoted.inside, patterns) else _COMMON
    return any(rule.pattern.search(after) for rule in evidence_of(patterns, "subject") if rule.weight > least)


def _opens_place(name: str, patterns: Patterns) -> bool:
    """Whether a title opens with a noun of buildings, works or places: "Salón de los Espejos"."""
    return fold(name).split()[0] in words_of(patterns, "not_program")


def _names_government(before: str, after: str, patterns: Patterns) -> bool:
    """Whether a title in quotes is that of a government's plan or of its axis: "el Plan de Desarrollo “Cali Unida”"."""
    rules = rules_of(patterns, "plan_of_government")
    plans = (match for rule in rules for match in rule.pattern.finditer(before))
    if any(len(before[plan.end() :].split()) <= _MOST_BESIDE_PLAN for plan in plans):
        return True
    whole = _WHOLE.match(after)
    return whole is not None and any(rule.pattern.match(after, whole.end()) for rule in rules)


def _is_clause(words: list[str]) -> bool:
    """Whether a title in quotes has its capitals and a link that works, places and mottoes seldom have: "en tu"."""
    small = {word for word in words if word[0].islower()}
    capitals = len(words) - len(small)
    return capitals > 1 and small <= _NAME_LINKS and not small.isdisjoint(_CLAUSE_LINKS)


class _Trigger(NamedTuple):
    """The noun before a name in quotes, how many words part them, and how many characters."""

    noun: str
    distance: int
    reach: int


def _trigger_before(before: str, patterns: Patterns) -> _Trigger | None:
    """The last noun before a name in quotes that tells what it is the name of."""
    folded = folding.fold(before)
    for match in reversed(list(_nouns(patterns).finditer(folded))):
        between = folded[match.end() :]
        words = between.replace(",", " ").replace(":", " ").split()
        if len(words) > _MAX_BETWEEN or _BREAK.search(between):
            return None
        if not {"y", "que"} & set(words):
            return _Trigger(match.group(), len(words), max(1, len(between)))
    return None


@lru_cache(maxsize=8)
def _nouns(patterns: Patterns) -> re.Pattern[str]:
    """Every noun that tells what a name in quotes is the name of, folded."""
    kinds = ("trigger", "naming_trigger", "quoted_trigger", "not_program")
    nouns = sorted({phrase for kind in kinds for phrase in words_of(patterns, kind)}, key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, nouns))})(?!\w)")


@lru_cache(maxsize=8)
def _apposition(patterns: Patterns) -> re.Pattern[str]:
    """A trigger in apposition to the name before it: "“…”, el programa de"."""
    nouns = "|".join(sorted(map(any_accent, words_of(patterns, "trigger")), key=len, reverse=True))
    return re.compile(rf",?\s+(?:es\s+)?(?:el|la|un|una)\s+(?:nuev[oa]\s+)?(?:{nouns})(?!\w)", re.IGNORECASE)
