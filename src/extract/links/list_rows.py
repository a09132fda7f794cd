"""The rows of a list inside a sentence: "Las quejas se reparten así: alumbrado, 210; lotes baldíos, 30".

A row may name what its number counts, or only what the number is about; the first row and the words that open the list
tell which.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from extract.links.noun_phrases import NounPhrase, plural_phrases, read_noun_phrase
from extract.links.parse import ParsedSentence, Token

#: Verbs and nouns that part a whole into the rows of a list: "las quejas se distribuyen así: baches, 180".
_PARTING_VERB = re.compile(r"(?:repart|distribu|desglos|divid|agrup|clasific|desagreg)\w+")
_PARTING_NOUN = frozenset({"reparto", "distribución", "desglose", "división", "clasificación"})


def row_label(sentence: ParsedSentence, before_end: int, start: int) -> NounPhrase | None:
    """What the number's row of a list is about, "cobijas, 300; tinacos, 80".

    Parameters
    ----------
    sentence:
        The sentence of the list.
    before_end:
        The offset where the count of the row before ends.
    start:
        The position of the number's token.
    """
    tokens, first = sentence.tokens, sentence.first_at(before_end)
    between = tokens[first:start]
    if len(between) < 3 or between[0].text != ";" or between[-1].text != "," or has_finite_verb(between):
        return None
    if between[1].pos_ not in {"NOUN", "ADJ", "PROPN"}:
        return None  # "410 medidores; en el Sur, 180"
    return read_noun_phrase(tokens[: start - 1], first + 1) or NounPhrase(first + 1, first + 1, first + 2, start - 1)


def names_its_row(sentence: ParsedSentence, start: int, noun_end: int) -> bool:
    """Whether the noun of a count stands in its own row, "cobijas, 300", not before the list, "los avisos se reparten".

    Parameters
    ----------
    sentence:
        The sentence of the list.
    start, noun_end:
        The offsets where the count begins and where its noun ends.
    """
    marks = (i for i in range(sentence.first_at(start) - 1, -1, -1) if sentence.tokens[i].text in {";", ":"})
    row = next(marks, None)
    return noun_end > (sentence.sentence.start if row is None else sentence.span(row, row + 1)[0])


def parting_colon(tokens: Sequence[Token], first: int, end: int) -> int | None:
    """Where a list opens whose rows part what stands in front of it: "Las quejas se agrupan así:"."""
    colon = next((i for i in range(first, end) if tokens[i].text == ":"), None)
    if colon is None:
        return None
    for position in range(first, colon):
        word = tokens[position].lower_
        passive = position > first and tokens[position - 1].lower_ == "se" and _PARTING_VERB.fullmatch(word)
        if word in _PARTING_NOUN or (passive and plural_phrases(tokens, first, position, titled=True)):
            return colon
    return None


def has_finite_verb(tokens: Sequence[Token]) -> bool:
    """Whether a clause has its verb among the tokens."""
    return any(t.pos_ in {"VERB", "AUX"} and "Fin" in t.morph.get("VerbForm", []) for t in tokens)
