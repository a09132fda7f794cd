"""Names of programs that no noun announces and no single sign proves: the evidence around and inside is added up.

"La edición de este año de Planta un Roble dejó …": an edition is of a scheme or of a fair, and no place and no person
has an article inside its name. Either sign alone would prove little; bodies, too, have "acciones" and give things away.
Each sign is a rule of ``program_evidence.yml`` with its weight, and from ``_ENOUGH`` on a capitalized run is a name.
"""

from __future__ import annotations

import bisect
import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from extract.mentions import Block, Name
from extract.names.countries import regions_of
from extract.names.grammar import grammar_of
from extract.names.known_towns import known_towns_of
from extract.names.loose_names import (
    CLITICS,
    CONTEXT,
    LINKS,
    LONGEST,
    NO_PLACES_LINKS,
    PLAIN_LINKS,
    TELLING_LINKS,
    Spot,
    is_opening_verb,
    is_other_name,
    is_word_of_name,
    overlaps,
    says,
    urges,
)  # fmt: skip
from extract.names.program_rules import evidence_of, program_mention, rules_of, words_of
from extract.names.shown_names import is_office, is_shouted, is_telling
from extract.names.spelling import Spelled
from extract.names.words import Token, fold, tokens_of
from extract.patterns import Patterns

#: The rule that makes such mentions.
WEIGHED = "program.weighed"
_SCORE = 0.7
#: A name is one from this much evidence on: a good sign and a weak one. A body or a person as subject has one alone.
_ENOUGH = 1.5
#: Small words that stand inside the name of a scheme only, which is a phrase or a clause: "Planta un Roble".
_CLAUSE_LINKS = frozenset(
    {"un", "una", "quien", "quienes", "lo", "se", "te", "nos", "me", "no", "más", "mas", "o", "sí"}
)
#: Words that open a name in the midst of a sentence, where their capital means something: "en Una Vida Nueva".
_OPENING_SMALL = frozenset({"un", "una", "por", "a", "de", "con", "para", "sin", "yo"})
_LINKS = LINKS | _CLAUSE_LINKS
#: Links that open no run; a pronoun or a possessive may.
_NO_OPENERS = PLAIN_LINKS | (TELLING_LINKS - CLITICS - {"mi", "mis", "tu", "tus"})
_MOST_LINKS = 3
#: What may part two words of a name: a space, and the marks of an exclamation inside it.
_GAP = re.compile(r"\s[¡¿]?")
#: A year, a round or a share at the end of a name: "Verano Limpio 2019", "Supera VII", "Sanidad Básica 100/0".
_NUMBERED = re.compile(
    r"\s(?:(?:19|20)\d\d(?:-(?:19|20)?\d\d)?|[IVX]{1,4}|\d+/\d+|\d\.0)(?!\w|[.,]\d|\s(?:mil|millones)\b)"
)
#: A round that the run itself has taken for a capitalized word.
_ROUND = re.compile(r"\s[IVX]{1,4}\Z")
#: A plural noun before a verb in the singular ("Manos Abiertas entregó") names one thing: evidence by itself.
_PLURAL = re.compile(r"(?!(?:Lunes|Martes|Mi[ée]rcoles|Jueves|Viernes)$)\w{4,}s")
_DISAGREES = 1.0
#: What it weighs that the next sentence goes on about "el servicio", "esta medida".
_TAKEN_UP = 1.0
#: How far before such a noun a program named by other means keeps it (characters).
_NOUN_REACH = 700
_RELATIVE = re.compile(
    r",\s+(?:que|el\s+cual|la\s+cual)\s+(?:ya\s+|tambi[ée]n\s+)?(?:da|ofrece|brinda|otorga|entrega|lleva|atiende|apoya|busca|paga"
    r"|re[úu]ne|permite|incluye|cubre|\w{2,}ó|\w{2,}rá)\b"
)
#: After what a name is the subject of the verb behind it: a mark, a conjunction, an adverb of time.
_SUBJECT_OPENS = re.compile(
    r"(?:^[\"“«¡¿]?|[.;:,–—\n-]\s*[\"“«¡¿]?|\b(?:que|y|mientras|cuando|donde|porque|pues|aunque|año|hoy|ayer|temporada)\s+)(?:(?:el|este)\s+)?$",
    re.IGNORECASE,
)
_EXCLAIMED = re.compile(r"[¡¿]")
_MARKS = tuple("\"“”«‘'")
#: What makes the opening of a headline its label: "Camino Seguro: más luces".
_LABEL_MARK = ":"
#: What is put between a subject and its verb: "Pasos Firmes –que une a tres clínicas– entregó …".
_ASIDE = re.compile(
    r"[\"”»’]?(?:\s?[–—-]\s?(?:que|cuy[oa]s?|con|en)\s[^–—\n.;]{3,90}[–—-]|\s\((?:que|cuy[oa]s?|con|en)\s[^()\n]{3,90}\)"
    r"|,\s(?:que|cuy[oa]s?|con|en)\s[^,\n.;]{3,90},)(?=\s)"
)
#: Links of a name that is a clause or says what is lacking, as no region's name does, though one be in it.
_NO_REGIONS_LINKS = _CLAUSE_LINKS | CLITICS | {"sin", "es", "mi", "tu"}
#: Where a sentence or a clause opens, a capital tells nothing of its first word.
_SENTENCE_OPENS = ("", ".", ":", ";", "!", "?", "\n", "•", "-", "–", "—")


def weighed_names(
    text: str, blocks: list[Block], found: list[Name], bodies: list[Spelled], patterns: Patterns
) -> list[Name]:
    """One mention for each place of the running text where enough evidence shows a program's name.

    Parameters
    ----------
    text, blocks:
        The release and its layout; of headlines only the label is read, and the rest left to who looks for names again.
    found, bodies:
        The programs and the bodies named so far: none of their words is read again.
    """
    taken = sorted([(name.start, name.end) for name in found] + [(body.start, body.end) for body in bodies])
    named = sorted(name.start for name in found)
    mentions, runs = [], list[_Run]()
    for block in blocks:
        if block.kind == "dateline" or is_shouted(block.surface):
            continue
        headline = block.kind in {"title", "subtitle"}
        for run in _runs(text, block, patterns):
            if headline and not _is_label(text, run.spot):
                break
            runs.append(run)
            if not overlaps(run.spot, taken) and _weight(text, run, named, patterns) >= _ENOUGH:
                start, end = run.spot.start, run.spot.end
                mentions.append(program_mention(text, start, end, WEIGHED, " ".join(text[start:end].split()), _SCORE))
    return _without_others(text, mentions, runs, patterns)


def _is_label(text: str, spot: Spot) -> bool:
    return spot.start == spot.block.start and text[spot.end : spot.end + 1] == _LABEL_MARK


class _Run(NamedTuple):
    """A capitalized run, the small words inside it, and whether a number of its own ends it."""

    spot: Spot
    links: frozenset[str]
    capitals: int
    numbered: bool


def _without_others(text: str, mentions: list[Name], runs: list[_Run], patterns: Patterns) -> list[Name]:
    """The mentions of names that the text nowhere gives to something else: "la colonia Luz al Mar"."""
    names = {fold(mention.surface) for mention in mentions}
    others = set()
    for run in runs if names else ():
        name = fold(text[run.spot.start : run.spot.end])
        before, after = _beside(text, run.spot, run.spot.end)
        if name in names and (says(before, "place_before", patterns) or says(after, "person_verb", patterns)):
            others.add(name)
    return [mention for mention in mentions if fold(mention.surface) not in others]


def _beside(text: str, spot: Spot, end: int) -> tuple[str, str]:
    """What stands before a run and after an offset in its block."""
    return text[max(spot.block.start, spot.start - CONTEXT) : spot.start], text[
        end : min(spot.block.end, end + CONTEXT)
    ]


def _runs(text: str, block: Block, patterns: Patterns) -> Iterator[_Run]:
    """The longest run from each word where a name may open; none inside another."""
    tokens = tokens_of(text, block.start, block.end)
    free_from = -1
    for at, token in enumerate(tokens):
        if token.start < free_from or not token.surface[0].isupper():
            continue
        if not _may_open(text, block, tokens, at, patterns):
            continue
        run = _longest(text, block, tokens[at : at + LONGEST], patterns)
        if run.capitals > 1 or run.numbered or _is_coined(text[run.spot.start : run.spot.end], patterns):
            free_from = run.spot.end
            yield run


@lru_cache(maxsize=1 << 10)  # the words that open sentences repeat
def _is_coined(word: str, patterns: Patterns) -> bool:
    """Whether a single word has a form that is evidence by itself: "Juguetón"."""
    return _added(word, "inside", patterns) > 0


def _may_open(text: str, block: Block, tokens: list[Token], at: int, patterns: Patterns) -> bool:
    token, grammar = tokens[at], grammar_of(patterns)
    before = text[max(block.start, token.start - CONTEXT) : token.start]
    opens = before.rstrip(" \"“«‘'¡¿")[-1:] in _SENTENCE_OPENS
    if token.folded in _OPENING_SMALL:
        following = tokens[at + 1 : at + 3]
        phrase = [word.folded for word in following[:1]] in (["un"], ["una"])  # ": Por un Campo Limpio arrancó …"
        return len(following) > 1 and following[phrase].surface[0].isupper() and (phrase or not opens)
    if token.folded in _NO_OPENERS:
        return False
    if token.folded in CLITICS:
        return tokens[at + 1 : at + 2] != [] and tokens[at + 1].surface[0].isupper()
    if any(token.folded in grammar.words(kind) for kind in ("common_word", "never_opens")):
        return urges(tokens, at)
    return not (opens and is_opening_verb(tokens, at) and not known_towns_of(patterns).called(token.surface))


def _longest(text: str, block: Block, tokens: list[Token], patterns: Patterns) -> _Run:
    """How far the run goes that opens with the first token."""
    phrase_nouns = grammar_of(patterns).words("phrase_noun")
    end, capitals, inside = tokens[0].end, 1, set[str]()
    links: list[str] = []
    verb = tokens[0].folded in words_of(patterns, "telling_verb")
    for left, right in pairwise(tokens):
        if not _GAP.fullmatch(text, left.end, right.start):
            break
        if is_word_of_name(right):
            if links[-1:] == ["en"] and right.folded not in phrase_nouns and not verb:
                break  # "… en Tekax" tells where, "Vivir en Calma" how
            inside.update(links)
            end, capitals, links = right.end, capitals + 1, []
        elif right.folded in _LINKS and len(links) < _MOST_LINKS:
            links.append(right.folded)
        else:
            break
    if text[end : end + 1] == "!":
        end += 1
    number = _NUMBERED.match(text, end, block.end)
    end = number.end() if number else end
    round_of_it = number or _ROUND.search(text, tokens[0].start, end)
    return _Run(Spot(tokens[0].start, end, telling=False, block=block), frozenset(inside), capitals, bool(round_of_it))


def _weight(text: str, run: _Run, named: list[int], patterns: Patterns) -> float:
    """How much speaks for a run's being a program's name; nothing where it is another's by its words."""
    spot = run.spot
    before, after = _beside(text, spot, spot.end)
    if before.endswith(_MARKS) and (says(before, "work_near", patterns) or says(after, "work_near", patterns)):
        return 0.0
    name = " ".join(text[spot.start : spot.end].split())
    acts = _added(_predicate(text, spot), "subject", patterns) if _SUBJECT_OPENS.search(before) else 0.0
    # Of two verbs in a row the first is the name's: "Reverdece Durango suma mil árboles".
    opens = not acts and before.rstrip("\"“«‘'¡¿ *_•-")[-1:] in _SENTENCE_OPENS
    around = _added(before, "before", patterns) + _added(after, "after", patterns) + acts
    inside = _inside(name, run, patterns, opens=opens)
    if (acts or _RELATIVE.match(after)) and _PLURAL.fullmatch(name.split()[0]):
        inside += _DISAGREES
    if inside > 0 and _is_taken_up(text, spot, named, patterns):
        around += _TAKEN_UP
    placed = around > 0 or inside >= _ENOUGH + 1  # a name that nothing stands around must tell by itself
    enough = placed and around + inside >= _ENOUGH
    return around + inside if enough and not _is_other(name, run, patterns) else 0.0


def _is_taken_up(text: str, spot: Spot, named: list[int], patterns: Patterns) -> bool:
    """Whether the next sentence goes on about "el servicio", which no program named near can be."""
    matches = (rule.pattern.match(text, spot.end, spot.block.end) for rule in rules_of(patterns, "taken_up"))
    end = next((match.end() for match in matches if match), None)
    if end is None:
        return False
    return bisect.bisect_left(named, spot.start - _NOUN_REACH) == bisect.bisect_left(named, end)


def _predicate(text: str, spot: Spot) -> str:
    """What follows a run as its predicate, behind an aside."""
    aside = _ASIDE.match(text, spot.end, spot.block.end)
    return _beside(text, spot, aside.end() if aside else spot.end)[1]


def _added(context: str, place: str, patterns: Patterns) -> float:
    """The evidence in the words at a place: the best of what speaks for a name, and all that speaks against."""
    best, against = 0.0, 0.0
    for rule in evidence_of(patterns, place):
        if rule.pattern.search(context):
            best, against = max(best, rule.weight), against + min(rule.weight, 0.0)
    return best + against


def _inside(name: str, run: _Run, patterns: Patterns, *, opens: bool) -> float:
    """The evidence in the run itself; ``opens``: it opens a sentence, where its first capital tells nothing."""
    telling = is_telling(name, patterns, opens=opens) or _EXCLAIMED.search(name) is not None
    clause = _is_clause(run)
    linked = not clause and not run.links.isdisjoint(TELLING_LINKS)
    phrase = fold(name).split()[0] in _OPENING_SMALL
    placed = not telling and run.links.isdisjoint(_NO_REGIONS_LINKS)
    region = placed and bool(regions_of(patterns).find(name))
    signs = (0.5 * phrase, 1.5 * telling, 1.0 * clause, 0.5 * linked, 1.0 * run.numbered, -1.0 * region)
    words = _added(name, "inside", patterns)
    # "Don Chepe te Cuida" is a clause, whatever its first word is of elsewhere.
    return sum(signs) + (words if run.links.isdisjoint(CLITICS) else max(words, 0.0))


def _is_clause(run: _Run) -> bool:
    return not run.links.isdisjoint(_CLAUSE_LINKS | NO_PLACES_LINKS)


def _is_other(name: str, run: _Run, patterns: Patterns) -> bool:
    """Whether a run is the name of a body, a place or a person by its words."""
    if is_other_name(name, patterns, telling=True, shown=True):
        return True
    words, given_names = fold(name).split(), grammar_of(patterns).words("given_name")
    if words[0] in given_names and run.links.isdisjoint(_CLAUSE_LINKS | TELLING_LINKS):
        return True
    if run.numbered or _is_clause(run) or _EXCLAIMED.search(name) or is_telling(name, patterns):
        return False
    scheme_noun = _added(name, "inside", patterns) > 0  # "Salario Rosa" is nobody's name
    person = not scheme_noun and not given_names.isdisjoint(words)
    return person or is_office(name, patterns) or bool(known_towns_of(patterns).called(name))
