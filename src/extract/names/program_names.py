"""Names of programs where a release first gives them: in quotation marks, or capitalized after a noun for a scheme."""

from __future__ import annotations

import bisect
import re
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from extract import folding
from extract.mentions import Block, Name
from extract.names.events import SCENE_SCORE, is_scene
from extract.names.grammar import NameGrammar, grammar_of, is_acronym
from extract.names.program_rules import ADJECTIVES, program_mention, rules_of
from extract.names.quotes import Quoted, find_quoted
from extract.names.words import Token, fold, tokens_of
from extract.openings import Expression
from extract.patterns import Patterns

#: A quoted name without a trigger is no longer than this (words); with one it may be a whole motto.
_LONGEST_NAME = 8
_LONGEST_AFTER_TRIGGER = 16
#: Words that may stand between a trigger and the name in quotes ("programa municipal de apoyo denominado “…”").
_MAX_BETWEEN = 6
#: How far before a name in quotes its trigger is looked for (characters).
_WINDOW = 90

#: A round of a scheme is no part of the scheme's name ("la convocatoria de Verano con Libros").
_ROUNDS = frozenset({"convocatoria"})

_PLURALS = frozenset({"programas", "campañas", "estrategias", "iniciativas", "proyectos", "planes", "becas", "bonos"})
#: What joins names in quotes to a list: "“A”, “B” y “C”".
_LISTED = re.compile(r",?\s+(?:y\s+|e\s+|o\s+|as[íi]\s+como\s+)?(?:el\s+|la\s+)?")
_BETWEEN_NAMES = re.compile(r",?\s+[ye]\s+(?=[A-ZÁÉÍÓÚÑ])|,\s+(?=[A-ZÁÉÍÓÚÑ])")
_BREAK = re.compile(r"[.;\"”»’)]")
_SENTENCE_INSIDE = re.compile(r"[.!?;:]\s+\w|…")
_POSSESSIVE = re.compile(r"\b(Mi|Tu|Nuestra|Gran)\s$")
_LINK = re.compile(r"^\s+(?:(?:de|del|para|contra)\s+)?(?:(?:la|el|los|las)\s+)?")
_STARTS_LINKED = re.compile(r"\s+(?:de|del|para|contra|por|sobre|hacia|en|a)\b")
ACRONYM_AFTER = re.compile(r"[\"“”»'’_*]*\s*\(\s*([^\W\d_][\w+-]{1,14})\s*\)")


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
    if _SENTENCE_INSIDE.search(quoted.inside) or len(words) > _LONGEST_AFTER_TRIGGER:
        return 0.0, ""
    at = bisect.bisect_right(blocks, quoted.start, key=lambda block: block.start)
    begin = blocks[at - 1].start if at else 0
    before = text[max(begin, quoted.start - _WINDOW) : quoted.start]
    trigger = _trigger_before(before, patterns)
    if trigger is not None:
        if trigger.noun in _words(patterns, "trigger") | _words(patterns, "naming_trigger"):
            return 1.0 if trigger.distance <= 2 else 0.8, "program.trigger"
        if trigger.noun in _words(patterns, "not_program"):
            return 0.0, ""
        if trigger.distance <= 2:
            return 0.7, "program.quoted-trigger"
    return _judge_alone(text, quoted, words, before, patterns)


def _judge_alone(text: str, quoted: Quoted, words: list[str], before: str, patterns: Patterns) -> tuple[float, str]:
    """The same for a stretch without a trigger before it: what is inside, what follows, which small words open it."""
    if not words[0][0].isupper():
        return 0.0, ""
    if len(words) > 1 and fold(words[0]) in _words(patterns, "trigger") | _words(patterns, "naming_trigger"):
        return 0.8, "program.trigger-inside"
    if len(words) > _LONGEST_NAME:
        return 0.0, ""
    if _apposition(patterns).match(text, quoted.end):
        return 0.9, "program.apposition"
    if any(rule.pattern.search(before) for rule in rules_of(patterns, "opener")):
        return 0.75, "program.opener"
    if sum(word[0].isupper() for word in words) > 1 and re.search(r"\b(?:de|del)\s$", before, re.IGNORECASE):
        return 0.6, "program.title-case"
    return 0.0, ""


class _Trigger(NamedTuple):
    """The noun before a name in quotes, and how many words part them."""

    noun: str
    distance: int


def _trigger_before(before: str, patterns: Patterns) -> _Trigger | None:
    """The last noun before a name in quotes that tells what it is the name of."""
    folded = folding.fold(before)
    for match in reversed(list(_nouns(patterns).finditer(folded))):
        between = folded[match.end() :]
        words = between.replace(",", " ").replace(":", " ").split()
        if len(words) > _MAX_BETWEEN or _BREAK.search(between):
            return None
        if not {"y", "que"} & set(words):
            return _Trigger(match.group(), len(words))
    return None


def plain_names(text: str, blocks: list[Block], patterns: Patterns) -> list[Name]:
    """Capitalized names after a trigger ("programa Empleo Temporal", "Plan de Acción") and of mobile services."""
    found = []
    grammar = grammar_of(patterns)
    for block in blocks:
        for match in _plain_trigger(patterns).finditer(text, block.start, block.end):
            name = _read_plain(text, match, block.end, grammar, patterns)
            if name is not None:
                found += _each_of_list(text, match, name)
        for rule in rules_of(patterns, "module"):
            for match in rule.finditer(text, block.start, block.end):
                found += _module(text, match, block.end, grammar)
    return found


def _read_plain(text: str, match: re.Match[str], limit: int, grammar: NameGrammar, patterns: Patterns) -> Name | None:
    """The name after an unquoted trigger, or None where what follows is no name."""
    end = grammar.extend(text, match.end(), limit, match.group(), "program")
    tail = text[match.end() : end]
    if not _is_name(match, tail, grammar):
        return None
    if any(rule.pattern.match(text, match.start()) for rule in rules_of(patterns, "not_a_name")):
        return None
    start, name = match.start(), " ".join(text[match.start() : end].split())
    capital = match["noun"][0].isupper()
    if not _belongs_to_name(match, tail, patterns):
        link = _LINK.match(tail)
        start = match.end() + (link.end() if link else 0)
        name = " ".join(text[start:end].split())
    elif capital and (possessive := _POSSESSIVE.search(text, max(0, start - 8), start)):
        start, name = possessive.start(1), f"{possessive.group(1)} {name}"
    acronym = ACRONYM_AFTER.match(text, end)
    if acronym and acronym.group(1)[0].isupper():
        end = acronym.end()
    score = SCENE_SCORE if is_scene(text, start, patterns) else 1.0 if capital or _is_program(match) else 0.7
    return program_mention(text, start, end, "program.plain", name, score)


def _each_of_list(text: str, match: re.Match[str], name: Name) -> list[Name]:
    """The names that a plural noun announces together: "los programas Techo Firme, Piso Digno y Cuarto Más"."""
    if fold(match["noun"]) not in _PLURALS or match["noun"][0].isupper():
        return [name]
    ends = [separator.span() for separator in _BETWEEN_NAMES.finditer(text, name.start, name.end)]
    starts = [name.start, *(end for _, end in ends)]
    parts = list(zip(starts, [*(start for start, _ in ends), name.end], strict=True))
    if len(parts) == 1 or any(len(text[start:end].split()) == 1 for start, end in parts):
        return [name]  # "los programas Salud y Bienestar" may be one name
    return [program_mention(text, start, end, name.rule, text[start:end], name.score) for start, end in parts]


def _is_program(match: re.Match[str]) -> bool:
    return fold(match["noun"]).startswith(("programa", "subprograma"))


def _is_name(match: re.Match[str], tail: str, grammar: NameGrammar) -> bool:
    """Whether a trigger and the capitalized words after it make a name.

    Any noun does with a capital. In small letters "programa" takes any name, the others a name set beside them or a
    complement of two capitalized words at least ("campaña de Vacunación" is a description).
    """
    words = tail.split()
    noun, capital = fold(match["noun"]), match["noun"][0].isupper()
    if not any(word[0].isupper() or word[0].isdigit() for word in words) or not any(c.isalpha() for c in tail):
        return False
    if words[0] in {"y", "e"} or (match.group() + tail).isupper():
        return False
    if capital and noun in grammar.words("paired_trigger"):
        return False  # "Línea Roma", "Servicio Médico": a place or a body, seldom a scheme
    if capital or _is_program(match):
        return True
    if noun in grammar.words("benefit"):
        return _names_benefit(words, tail, grammar)
    if noun in grammar.words("paired_trigger"):
        return not _STARTS_LINKED.match(tail) and words[0][0].isupper() and sum(word[0].isupper() for word in words) > 1
    if noun in grammar.words("event") and not _STARTS_LINKED.match(tail):
        first = fold(words[0])  # "el desfile Vida y Color": an event with its name beside it
        own_noun = first in grammar.words("naming_trigger") | grammar.words("given_name")
        return not own_noun and sum(word[0].isupper() for word in words) > 1
    if noun in grammar.words("capital_trigger") or fold(words[0]) in grammar.words("naming_trigger"):
        return False  # "torneo Copa …": the name begins with its own noun
    if is_acronym(words[-1]):
        return False
    return not _STARTS_LINKED.match(tail) or sum(word[0].isupper() for word in words) > 1


def _names_benefit(words: list[str], tail: str, grammar: NameGrammar) -> bool:
    """Whether a name is set beside what is given, in the plural: "créditos Microplus", but "créditos Infonavit"."""
    first = fold(words[0].strip('“"”,'))
    other = first in grammar.words("given_name") | grammar.words("not_acronym") | grammar.one_word_bodies
    other = other or is_acronym(words[0]) or (len(words) == 1 and first.endswith("s"))  # "paquetes Escolares"
    return not _STARTS_LINKED.match(tail) and words[0][0].isupper() and not other


def _belongs_to_name(match: re.Match[str], tail: str, patterns: Patterns) -> bool:
    """Whether the trigger itself is part of the name: "Plan de Acción", "Programa Nacional de Becas"."""
    capital = match["noun"][0].isupper()
    if _is_program(match):
        return capital and bool(match["adjective"])
    if capital or (_STARTS_LINKED.match(tail) and fold(match["noun"]) not in _ROUNDS):
        return True
    return fold(match["noun"]) not in _words(patterns, "trigger") | _words(patterns, "paired_trigger") | _words(
        patterns, "benefit"
    )


def _module(text: str, match: re.Match[str], limit: int, grammar: NameGrammar) -> list[Name]:
    """The name that a mobile service carries; two capitalized words at least, and no body's or person's name."""
    head = tokens_of(text, match.end(), limit)[:1]
    if not head or not head[0].surface[0].isupper():
        return []
    if grammar.opens_body(head[0]) or head[0].folded in grammar.words("given_name"):
        return []
    end = grammar.extend(text, head[0].end, limit, head[0].surface, "program")
    if end == head[0].end:
        return []
    return [program_mention(text, head[0].start, end, "program.module", text[head[0].start : end], 0.6)]


def repeated_names(text: str, patterns: Patterns) -> list[Name]:
    """Names in small letters: the same words follow "programa" more than once ("programa manos a la obra")."""
    common = _words(patterns, "common_word")
    runs = [_run(text, match.end(), common) for match in re.finditer(r"\bprograma(?=\s)", text, re.IGNORECASE)]
    found = []
    for run, longest in zip(runs, _longest_shared(runs), strict=True):
        shared = longest
        while shared and run[shared - 1].folded in common:
            shared -= 1
        if shared > 1 and run[0].surface[0].islower():
            start, end = run[0].start, run[shared - 1].end
            name = " ".join(text[start:end].split())
            found.append(program_mention(text, start, end, "program.repeated", name, 0.6))
    return found


def _run(text: str, start: int, common: frozenset[str]) -> list[Token]:
    """The words right after "programa", up to the first mark; none where a common word begins them."""
    run: list[Token] = []
    for token in tokens_of(text, start, start + 60):
        gap = text[run[-1].end if run else start : token.start]
        if gap.strip() or "\n\n" in gap or (not run and token.folded in common):
            break
        run.append(token)
    return run


def _longest_shared(runs: list[list[Token]]) -> list[int]:
    """For each run, how many words it has in common from the start with the run that is most like it.

    In alphabetical order the run that is most like another stands beside it.
    """
    order = sorted(range(len(runs)), key=lambda at: [token.folded for token in runs[at]])
    longest = [0] * len(runs)
    for left, right in pairwise(order):
        shared = _shared(runs[left], runs[right])
        longest[left], longest[right] = max(longest[left], shared), max(longest[right], shared)
    return longest


def _shared(one: list[Token], other: list[Token]) -> int:
    """How many words two runs have in common from the start."""
    pairs = zip(one, other, strict=False)
    return next((n for n, (a, b) in enumerate(pairs) if a.folded != b.folded), min(len(one), len(other)))


@lru_cache(maxsize=32)
def _words(patterns: Patterns, kind: str) -> frozenset[str]:
    return frozenset(fold(phrase) for rule in rules_of(patterns, kind) for phrase in rule.phrases)


@lru_cache(maxsize=8)
def _nouns(patterns: Patterns) -> re.Pattern[str]:
    """Every noun that tells what a name in quotes is the name of, folded."""
    kinds = ("trigger", "naming_trigger", "quoted_trigger", "not_program")
    nouns = sorted({phrase for kind in kinds for phrase in _words(patterns, kind)}, key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, nouns))})(?!\w)")


@lru_cache(maxsize=8)
def _plain_trigger(patterns: Patterns) -> Expression:
    kinds = ("trigger", "naming_trigger", "paired_trigger", "benefit")
    nouns = frozenset[str]().union(*(_words(patterns, kind) for kind in kinds))
    ordered = "|".join(sorted(map(_any_accent, nouns), key=len, reverse=True))
    adjective = rf"(?P<adjective>(?:\s+(?:{ADJECTIVES})(?:es)?)?)"
    return Expression(re.compile(rf"(?<!\w)(?P<noun>{ordered}){adjective}(?!\w)", re.IGNORECASE))


@lru_cache(maxsize=8)
def _apposition(patterns: Patterns) -> re.Pattern[str]:
    """A trigger in apposition to the name before it: "“…”, el programa de"."""
    nouns = "|".join(sorted(map(_any_accent, _words(patterns, "trigger")), key=len, reverse=True))
    return re.compile(rf",?\s+(?:es\s+)?(?:el|la|un|una)\s+(?:nuev[oa]\s+)?(?:{nouns})(?!\w)", re.IGNORECASE)


def _any_accent(folded: str) -> str:
    table = {"a": "[aá]", "e": "[eé]", "i": "[ií]", "o": "[oó]", "u": "[uú]", "n": "[nñ]", " ": r"\s+"}
    return "".join(table.get(char, char) for char in folded)
