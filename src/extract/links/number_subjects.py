"""What a number counts whose subject is a noun of number: "el número de llamadas recibidas ascendió a 271".

The things stand in the complement of that noun (NGLE 12.5). A relative clause and adjectives may follow them before
the verb comes that is the subject's.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from extract.links.item_constructions import ItemWords, Reading, is_plural, make_reading
from extract.links.noun_phrases import read_noun_phrase
from extract.links.parse import ParsedSentence, Token
from extract.links.word_classes import is_adjective
from extract.mentions import Quantity

_DE = frozenset({"de", "del"})
#: How far before its number, in tokens, the noun of number stands.
_REACH = 20
#: What stands between the verb and the number: "se redujo en 14", "asciende ya hasta los 90".
_BETWEEN = frozenset({"ADP", "DET", "ADV"})
#: Verbs that say how many there are, or how that changes: with another, "el número de socios permitió abrir 12".
_MEASURES = re.compile(
    r"(?:aument|cre[cz]|crec|increment|sub|elev|baj|descend|descien|disminuy|redu[cj]|ca[ey]|pas|alcanz|lleg|ascend"
    r"|ascien|sit[uú]|cifr|sum|totaliz|rond|super|roz|qued|estim|calcul|mant)\w*|es|era|fue|será|sería"
)
#: What the clause cannot reach across.
_STOPS = frozenset({";", ":", "("})


def number_subject(sentence: ParsedSentence, quantity: Quantity, words: ItemWords) -> Reading | None:
    """The things of which a noun of number before the verb tells that there are so many."""
    tokens, position = sentence.tokens, sentence.first_at(quantity.start)
    verb = position - 1
    while verb > 0 and tokens[verb].pos_ in _BETWEEN:
        verb -= 1
    if verb < 1 or not _is_measuring_verb(tokens[verb]):
        return None
    noun = _number_noun(tokens, verb, words)
    if noun is None:
        return None
    opener = noun + 1
    while opener < verb and is_adjective(tokens[opener]):
        opener += 1  # "el número total de"
    if opener >= verb or tokens[opener].lower_ not in _DE:
        return None
    first = opener + 1
    while first < verb and tokens[first].pos_ == "DET":
        first += 1
    phrase = read_noun_phrase(tokens[:verb], first)
    if phrase is None or not is_plural(tokens[phrase.head]) or tokens[phrase.head].lower_ in words.empty_heads:
        return None
    return make_reading(sentence, phrase, "item.number-subject", 0.8)


def _is_measuring_verb(token: Token) -> bool:
    finite = token.pos_ in {"VERB", "AUX"} and "Fin" in token.morph.get("VerbForm", [])
    finite = finite and _MEASURES.fullmatch(token.lower_) is not None
    return finite and "Sing" in token.morph.get("Number", [])


def _number_noun(tokens: Sequence[Token], verb: int, words: ItemWords) -> int | None:
    """Where the noun of number stands that is the subject of a verb, with its article; no other number is between."""
    for at in range(verb - 1, max(0, verb - _REACH), -1):
        token = tokens[at]
        if token.text in _STOPS or token.pos_ == "NUM":
            return None
        if token.lower_ in words.number_nouns and tokens[at - 1].lower_ in {"el", "la"}:
            return at if at < 2 or tokens[at - 2].pos_ != "ADP" else None
    return None
