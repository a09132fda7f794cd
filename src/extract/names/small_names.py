"""Names of programs in small letters: "el plan invierno", "el programa de becas escolares".

Three constructions name a scheme without a capital: a noun set beside the noun for the scheme ("plan renove", where an
adjective would only describe it); with the definite article, a complement that tells one scheme from all others ("el
plan especial de empleo agrario", but not "un plan de trabajo"); and words beside the noun that are a title in quotes
elsewhere in the release ("el programa abrigando", then "“Abrigando” llegó").
"""

from __future__ import annotations

import re
from itertools import pairwise

from extract.mentions import Block, Name
from extract.names.program_rules import ADJECTIVES, program_mention, words_of
from extract.names.quotes import find_quoted
from extract.names.words import Token, fold, tokens_of
from extract.openings import Expression
from extract.patterns import Patterns

_BESIDE_SCORE, _DESCRIBED_SCORE = 0.7, 0.5
_DEFINITE = r"\b(?:[Ee]l|del|al|[Ee]ste|dicho|nuestro|los|las|la)\s+(?:(?:llamad|denominad|conocid)[oa]\s+)?"
#: A noun, or a numeral and a noun, right beside the noun for a scheme; a mark after it shows that no verb follows.
_BESIDE = Expression(
    _DEFINITE + r"(?P<noun>programa|plan|operativo|operaci[óo]n|campaña|tarjeta|bono|pr[ée]stamos?|cr[ée]ditos?)"
    r"\s+(?P<name>(?:(?:mil|cien|\d+)\s+)?[a-záéíóúüñ]{4,})(?=[,.;:)]|$)",
    re.MULTILINE,
)
#: What is given and for what, one word of two: "el cheque-libro"; a plan and its aim: "el plan-renove".
_COMPOUND = Expression(rf"{_DEFINITE}(?P<name>(?:cheque|bono|beca|ayuda|plan|tarifa)-[a-záéíóúüñ]{{4,}})(?![\w-])")
#: Endings of adjectives, participles, adverbs and of verbs in the past, the future and the plural.
_NO_NOUN = re.compile(
    r"\w*(?:al|ales|ar|ares|ari[oa]s?|ori[oa]s?|[ií]c[oa]s?|iv[oa]s?|os[oa]s?|an[oa]s?|ad[oa]s?|id[oa]s?|entes?|antes?|"
    r"bles?|iles?|il|eñ[oa]s?|ense|és|in[oa]s?|ur[oa]s?|mente|ó|á|án|aron|ieron|an|en|ando|iendo|ía|ían|or|ora|ores|e?rno|erna)"
)
_SEASONS = frozenset({"invierno", "otoño", "verano", "primavera"})
#: A noun for a scheme whose name the release has in quotes elsewhere, and how long such a name is at most (words).
_SCHEME = Expression(r"\b(?:programa|campaña|estrategia|iniciativa|plan)(?=\s)", re.IGNORECASE)
_LONGEST_TITLE = 4
_TITLED_SCORE = 0.8
_WORD = r"[a-záéíóúüñ]{3,}"
_ADJECTIVE = (
    r"[a-záéíóúüñ]+(?:al|ales|ares|ari[oa]s?|ic[oa]s?|iv[oa]s?|os[oa]s?|an[oa]s?|urales|eñ[oa]s?|in[oa]s?|[ií]gen[oa]s?|il|iles|"
    r"limpi[oa]s?|soci[oa]s|vulnerables|sostenibles?|sustentables?|jóvenes|agrari[oa]s?)\b"
)
_DESCRIBED = Expression(
    _DEFINITE + rf"(?P<noun>programa|plan)\s+(?:(?:{ADJECTIVES}|emergente|extraordinario)\s+)?(?:de|para\s+la)\s+"
    rf"(?P<first>{_WORD})(?P<rest>(?:\s+{_ADJECTIVE})?(?:\s+(?:de|del|a|para)\s+(?:(?:la|las|los|el)\s+)?{_WORD}(?:\s+{_ADJECTIVE})?)?)"
)


def small_names(text: str, found: list[Name], patterns: Patterns) -> list[Name]:
    """Mentions of programs whose names the text writes in small letters, in reading order.

    ``found`` are the programs named so far: a description right beside one of them is an apposition and no other name.
    """
    named = {name.end + gap for name in found for gap in (1, 2, 3)}
    beside = {name.start - gap for name in found for gap in (1, 2)}
    plain = words_of(patterns, "plain_noun") | words_of(patterns, "common_word")
    classes, first_named = words_of(patterns, "class_noun"), min((name.start for name in found), default=len(text))
    small = []
    for match in _BESIDE.finditer(text):
        name = " ".join(match["name"].split())
        word = fold(name).split()[-1]
        if word not in plain and (word in _SEASONS or not _NO_NOUN.fullmatch(name.split()[-1])):
            whole = f"{match['noun']} {name}"
            small.append(program_mention(text, match.start("noun"), match.end(), "program.small", whole, _BESIDE_SCORE))
    for match in _COMPOUND.finditer(text):
        span = match.span("name")
        small.append(program_mention(text, *span, "program.small", match["name"], _BESIDE_SCORE))
    for match in _DESCRIBED.finditer(text):
        if (
            match.start() in named
            or match.end() in beside
            or fold(match["first"]) in plain
            or not match["rest"].strip()
        ):
            continue
        if fold(match["first"]) in classes and len(match["rest"].split()) == 1 and match.start() > first_named:
            continue  # "el programa de intervención social" says of what kind the scheme named before is
        name = " ".join(text[match.start("noun") : match.end()].split())
        small.append(
            program_mention(text, match.start("noun"), match.end(), "program.described", name, _DESCRIBED_SCORE)
        )
    return sorted(small, key=lambda name: name.start)


def repeated_names(text: str, patterns: Patterns) -> list[Name]:
    """Names in small letters: the same words follow "programa" more than once ("programa manos a la obra")."""
    common = words_of(patterns, "common_word")
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


def titled_names(text: str, blocks: list[Block], patterns: Patterns) -> list[Name]:
    """Names in small letters behind their noun that stand in quotes with a capital elsewhere."""
    titles = {fold(quoted.inside): quoted.inside for quoted in find_quoted(text, blocks) if quoted.inside[0].isupper()}
    if not titles:
        return []
    common, found = words_of(patterns, "common_word"), []
    for match in _SCHEME.finditer(text):
        run = _run(text, match.end(), common)[:_LONGEST_TITLE]
        for size in range(len(run), 0, -1):
            title = titles.get(" ".join(token.folded for token in run[:size]))
            if title is not None and run[0].surface[0].islower():
                span = (run[0].start, run[size - 1].end)
                found.append(program_mention(text, *span, "program.titled", title, _TITLED_SCORE))
                break
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
