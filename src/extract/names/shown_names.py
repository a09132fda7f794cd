"""Names of programs that a single place of the text shows, with no noun for a scheme before the name.

What shows such a name: an apposition that says what it is ("Tu Casa, esquema que subsidia …", "el tercer componente,
Apoyo al Riego, es nuevo"), words inside it that neither bodies nor persons nor places have ("Boyacá Nos Alimenta",
"Sembrando Patria"), what it is the means or the topic of ("con Club Norte se cuida a …", "En cuanto a Techo Digno, …"),
and its place as the label of a row in a list of schemes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from extract.mentions import Block, Name
from extract.names.countries import regions_of
from extract.names.grammar import grammar_of, is_acronym
from extract.names.loose_names import (
    CONTEXT,
    Spot,
    complements,
    is_other_name,
    is_word_of_name,
    overlaps,
    says,
)  # fmt: skip
from extract.names.program_rules import program_mention, rules_of, words_of
from extract.names.spelling import Spelled, in_capitals
from extract.names.word_forms import is_exhortation
from extract.names.words import content, fold, tokens_of
from extract.patterns import Patterns

#: The rules that make such mentions.
SHOWN = (
    "program.apposed",
    "program.telling",
    "program.means",
    "program.topic",
    "program.row",
    "program.relative",
    "program.born",
)
_APPOSED_SCORE, _TELLING_SCORE, _MEANS_SCORE, _ROW_SCORE = 0.9, 0.75, 0.7, 0.8
#: A gerund: "Sembrando", "Creciendo"; the lists of words say which names and nouns only look like one.
_GERUND = re.compile(r"\w{2,}(?:a|ie|ye)ndo")
_IN = re.compile(r"\b[Ee]n\s+$")
_CAPITAL_BEFORE = re.compile(r"[A-ZÁÉÍÓÚÑ][\wáéíóúñ]*\s(?:[a-záéíóúñ]{1,4}\s){0,2}$")
_MARKS = tuple("\"“”«‘'_*")
#: Fewer words, or letters, than these tell nothing.
_FEW = 3
_ARTICLE = re.compile(r"\b(?:el|la|los|las|al|del|un|una)\s+$", re.IGNORECASE)
#: Prepositions that only names of some length write with a capital.
_PREPOSITIONS = frozenset({"a", "por", "para", "en", "hasta"})
#: Two capitalized words or more with no link that a person's name lacks.
_PERSON_LIKE = re.compile(r"[A-ZÁÉÍÓÚÑ][^\W\d]+(?:\s(?:de\s(?:la\s|las\s|los\s)?|del\s)?[A-ZÁÉÍÓÚÑ][^\W\d]+){1,3}")
_OPENS_CLAUSE = re.compile(r"(?:^|[.;:,\n]\s*[\"“«]?|\b(?:que|y|mientras)\s+)$", re.IGNORECASE)
#: The label of a row: what stands before its colon, its dash or its figure.
_LABEL = re.compile(r"[\W_]*(?P<label>[^\W\d_][^\n:;.,()\d]{2,70}?)\s*(?::|[-–—]\s|,\s|\(|\s(?=\d))")


def shown_names(
    text: str,
    blocks: list[Block],
    spots: dict[int, list[Spot]],
    found: list[Name],
    bodies: list[Spelled],
    patterns: Patterns,
) -> list[Name]:
    """One mention for each place that shows a program's name; its other places are left to who looks for names again.

    Parameters
    ----------
    text, blocks:
        The release and its layout.
    spots:
        Where names may stand, as :func:`extract.names.loose_names.loose_spots` gives them.
    found, bodies:
        The programs and the bodies named so far: none of their words is read again.
    """
    taken = sorted([(name.start, name.end) for name in found] + [(body.start, body.end) for body in bodies])
    surely = {name.start for name in found} | {body.start for body in bodies if body.score == 1}
    shown = [
        mention for block in blocks for mention in _in_block(text, block, spots[block.start], taken, surely, patterns)
    ]
    return shown + list(_row_labels(text, blocks, taken, patterns))


def _in_block(
    text: str,
    block: Block,
    spots: list[Spot],
    taken: list[tuple[int, int]],
    surely: set[int],
    patterns: Patterns,
) -> Iterator[Name]:
    if block.kind == "dateline" or is_shouted(block.surface):
        return
    longest: dict[int, Spot] = {}
    for spot in [*_single_words(text, block, patterns), *spots]:
        if spot.start not in longest or spot.end > longest[spot.start].end:
            longest[spot.start] = spot
    for spot in longest.values():
        means = _is_means(text, spot, patterns) and spot.start not in surely  # "Club DIF" ends with a body's name
        if overlaps(spot, taken) and not means and not _holds_body(text, spot, surely, patterns):
            continue
        judged = ("program.means", _MEANS_SCORE) if means else _judge(text, spot, patterns)
        if judged is not None:
            rule, score = judged
            yield program_mention(text, spot.start, spot.end, rule, text[spot.start : spot.end], score)


def _holds_body(text: str, spot: Spot, surely: set[int], patterns: Patterns) -> bool:
    """Whether an apposition calls a name a scheme that only inside looks like a body: "Pago por Servicios Rurales"."""
    after = text[spot.end : min(spot.block.end, spot.end + CONTEXT)]
    return spot.start not in surely and says(after, "apposed_after", patterns)


@lru_cache(maxsize=512)  # several steps ask for the blocks of a text
def is_shouted(surface: str) -> bool:
    """Whether capitals tell nothing in a stretch: all of its letters or all of its words have them."""
    words = [word for word in re.findall(r"[^\W\d_]+", surface) if len(word) > 3]
    return in_capitals(surface) or (len(words) > _FEW and sum(word[0].isupper() for word in words) > 0.7 * len(words))


def _single_words(text: str, block: Block, patterns: Patterns) -> Iterator[Spot]:
    """Capitalized words by themselves that an apposition calls a scheme: "Procultivo, programa que …"."""
    for token in tokens_of(text, block.start, block.end):
        if token.surface[0].isupper() and len(token.surface) > _FEW and text[token.end : token.end + 1] == ",":
            before = text[max(block.start, token.start - CONTEXT) : token.start]
            after = text[token.end : min(block.end, token.end + CONTEXT)]
            if not _CAPITAL_BEFORE.search(before) and says(after, "apposed_after", patterns):
                yield Spot(token.start, token.end, telling=False, block=block)


def _judge(text: str, spot: Spot, patterns: Patterns) -> tuple[str, float] | None:
    """By which rule and how surely a run is a program's name, None where nothing shows it."""
    block = spot.block
    before = text[max(block.start, spot.start - CONTEXT) : spot.start]
    after = text[spot.end : min(block.end, spot.end + CONTEXT)]
    name = " ".join(text[spot.start : spot.end].split())
    opens = before.rstrip("\"“«‘'¡¿ *_•-")[-1:] in {"", ".", ":", ";", "!", "?", "\n"}
    telling = is_telling(name, patterns, opens=opens)
    if says(after, "person_verb", patterns) or says(before, "place_before", patterns):
        return None
    apposed = says(after, "apposed_after", patterns) or _is_called(before, after, patterns)
    if apposed and (telling or not (_has_person(name, patterns) or _IN.search(before))):
        return "program.apposed", _APPOSED_SCORE
    if _ARTICLE.search(before) or is_office(name, patterns):
        return None
    if is_other_name(name, patterns, telling=telling, shown=True):
        return None
    person_like = not (telling or spot.telling) and _PERSON_LIKE.fullmatch(name) is not None
    launched = says(before, "launched", patterns)
    used = launched or says(before, "means", patterns) or says(before, "channel", patterns)
    if (says(after, "relative_after", patterns) and (used or not person_like)) or (launched and not person_like):
        return "program.relative", _MEANS_SCORE
    if opens_clause(before) and not person_like and says(after, "born", patterns):
        return "program.born", _MEANS_SCORE
    if is_other_name(name, patterns, telling=telling):
        return None
    if (
        telling
        and not before.endswith(_MARKS)
        and fold(name).split()[0] not in grammar_of(patterns).words("given_name")
    ):  # what a name in quotes is of tells its noun
        return "program.telling", _TELLING_SCORE
    as_means = spot.telling and says(before, "means", patterns)  # "Con Manos al Huerto, el Ayuntamiento dio …"
    if after[:1] == "," and (as_means or says(before, "topic", patterns)):
        return "program.topic", _MEANS_SCORE
    return None


def opens_clause(before: str) -> bool:
    """Whether a name that follows ``before`` opens a sentence or a clause and so is its subject."""
    return _OPENS_CLAUSE.search(before) is not None


def _is_called(before: str, after: str, patterns: Patterns) -> bool:
    """Whether what stands before a name calls it a scheme; after a comma the name must end with one, too."""
    return says(before, "apposed_before", patterns) and (after[:1] == "," or not before.rstrip().endswith(","))


def _has_person(name: str, patterns: Patterns) -> bool:
    return not grammar_of(patterns).words("given_name").isdisjoint(fold(name).split())


def _is_means(text: str, spot: Spot, patterns: Patterns) -> bool:
    """Whether a name is what an impersonal verb says something is done with: "con Club Norte se cuida a cien"."""
    before = text[max(spot.block.start, spot.start - CONTEXT) : spot.start]
    after = text[spot.end : min(spot.block.end, spot.end + CONTEXT)]
    if not (says(before, "means", patterns) and says(after, "impersonal", patterns)):
        return False
    name = " ".join(text[spot.start : spot.end].split())
    return not (_has_person(name, patterns) or is_office(name, patterns) or regions_of(patterns).find(name))


def is_telling(name: str, patterns: Patterns, *, opens: bool = False) -> bool:
    """Whether a capitalized word of a name is one that only names of schemes have: a pronoun, an adverb, a verb.

    ``opens``: the name opens a sentence, where its first word is capitalized in any case.
    """
    words = [token for token in tokens_of(name) if is_word_of_name(token)]
    pronouns, verbs = words_of(patterns, "telling_word"), words_of(patterns, "telling_verb")
    if words[0].folded in words_of(patterns, "telling_possessive") and len(words) > 1:
        return True
    for word in words[1:] if opens else words:
        if word.folded in _PREPOSITIONS and len(words) <= _FEW - 1:
            continue  # "A Coruña"
        if word.folded in pronouns and (len(word.surface) == 1 or not word.surface.isupper()):
            return True
    ends = words[-1:] if opens else [words[0], words[-1]]
    if len(words) > 1 and any(word.folded in verbs for word in ends):
        return True
    if len(words) > 1 and not opens and is_exhortation(words[0].surface):
        return True
    first = words[0].folded
    barred = first in grammar_of(patterns).words("given_name") or first in words_of(patterns, "not_gerund")
    return not opens and not barred and _GERUND.fullmatch(first) is not None


def is_office(name: str, patterns: Patterns) -> bool:
    """Whether a name could be a department's without its noun: "Servicios Públicos", "Fomento Turístico"."""
    return fold(name).split()[0] in words_of(patterns, "department_word") or content(name) in complements(patterns)


def _row_labels(text: str, blocks: list[Block], taken: list[tuple[int, int]], patterns: Patterns) -> Iterator[Name]:
    """The labels of rows that a lead-in calls schemes: "Se entregaron los apoyos: - Mi Primer Taller: 41 …"."""
    lead_in: Block | None = None
    rows: list[Spot] = []
    for block in [*blocks, None]:
        if block is not None and block.kind in {"bullet", "row"}:
            label = _LABEL.match(text, block.start, block.end) if lead_in else None
            if label:
                rows.append(Spot(label.start("label"), label.end("label"), telling=False, block=block))
            continue
        yield from _labels_of(text, rows, taken, patterns)
        rows = []
        lead_in = block if block is not None and _calls_schemes(block, patterns) else None


def _calls_schemes(block: Block, patterns: Patterns) -> bool:
    """Whether a paragraph that ends in a colon says that its rows are schemes, and not towns or offices."""
    if not block.surface.rstrip().endswith(":"):
        return False
    return any(rule.pattern.search(block.surface) for rule in rules_of(patterns, "list_of_schemes"))


def _labels_of(text: str, rows: list[Spot], taken: list[tuple[int, int]], patterns: Patterns) -> Iterator[Name]:
    labels = [(row, " ".join(text[row.start : row.end].split())) for row in rows if not overlaps(row, taken)]
    named = [(row, name) for row, name in labels if _is_title(name) and not _is_label_of_other(name, patterns)]
    if not named:
        return
    # Beside a row that can only be a name, a single word that is no plural ("Micromer", not "Despensas") is one too.
    if any(is_telling(name, patterns) for _, name in named):
        named += [(row, name) for row, name in labels if " " not in name and name[-1] != "s" and not is_acronym(name)]
    for row, name in named:
        yield program_mention(text, row.start, row.end, "program.row", name, _ROW_SCORE)


def _is_label_of_other(name: str, patterns: Patterns) -> bool:
    return is_other_name(name, patterns, telling=is_telling(name, patterns)) or is_office(name, patterns)


def _is_title(name: str) -> bool:
    """Whether every word of meaning of a label is capitalized, as a name's are; two words at least."""
    meant = set(content(name))
    words = [token.surface for token in tokens_of(name) if token.folded in meant]
    return len(words) > 1 and all(word[0].isupper() or word[0].isdigit() for word in words)
