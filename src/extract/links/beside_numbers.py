"""What the words beside a number tell of the noun that it leaves out: gender, a pronoun, a comparison, brackets."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extract.links.item_constructions import ItemWords, gender_of
from extract.links.noun_phrases import NounPhrase
from extract.links.parse import ParsedSentence, Token
from extract.links.preceding_nouns import noun_before
from extract.mentions import Quantity

#: Verbs whose "a" leads to a number and to no person: "subió a 45", "llegó a 612".
_TO_NUMBER = re.compile(
    r"(?:sub|baj|ca[eyí]|aument|crec|pas[aóe]|elev|redu[cj]|descen|desc[ei]nd|disminu|increment|lleg|ascen|asc[ei]nd|equival|frente)\w*"
)
_PRONOUNS = frozenset({"ellos", "ellas", "éstos", "éstas", "estos", "estas", "cuales"})


def gender_beside(tokens: Sequence[Token], start: int, end: int) -> str | None:
    """The gender that an article, pronoun or adjective in the plural beside the number shows."""
    for token in (*reversed(tokens[max(0, start - 2) : start]), *tokens[end : end + 1]):
        if token.pos_ in {"DET", "PRON", "ADJ"} and "Plur" in token.morph.get("Number", []):
            return gender_of(token)
    return None


def pronoun_beside(tokens: Sequence[Token], start: int, end: int) -> str | None:
    """The gender of the pronoun that makes the number a part: "cuatro de ellas", "de los cuales 12"."""
    behind = tokens[end + 1 : end + 3] if end < len(tokens) and tokens[end].lower_ == "de" else ()
    for token in (*behind, *tokens[max(0, start - 2) : start]):
        if token.lower_ in _PRONOUNS:
            return "Fem" if token.lower_.endswith(("as", "cuales")) and _is_feminine(token) else "Masc"
    return None


def _is_feminine(token: Token) -> bool:
    """Whether a pronoun is feminine by itself or, "las cuales", by its article."""
    return token.lower_.endswith("as") or (token.i > 0 and token.doc[token.i - 1].lower_ == "las")


def points_back(tokens: Sequence[Token], start: int, end: int, words: ItemWords) -> bool:
    """Whether a pronoun or comparison beside the number takes up the count before: "de las cuales 675", "21 más"."""
    before = [t.lower_ for t in tokens[max(0, start - 2) : start]]
    behind = [t.lower_ for t in tokens[end : end + 2]]
    if any(word in words.continuing for word in before) or (behind and behind[0] in words.comparing):
        return True
    return len(behind) > 1 and behind[0] == "de" and behind[1] in words.continuing


def in_brackets(sentence: ParsedSentence, quantity: Quantity) -> bool:
    """Whether the number is alone in brackets: "en Piura (84), Cajamarca (71) y otras seis regiones (150)"."""
    tokens = sentence.tokens
    start, end = sentence.first_at(quantity.start), sentence.first_at(quantity.end)
    return start > 0 and end < len(tokens) and tokens[start - 1].text == "(" and tokens[end].text == ")"


def inside_brackets(sentence: ParsedSentence, quantity: Quantity) -> bool:
    """Whether the number stands in brackets, with other words or without: "12 obras (3 de ellas de agua)"."""
    for position in range(sentence.first_at(quantity.start) - 1, -1, -1):
        if sentence.tokens[position].text in {"(", ")"}:
            return sentence.tokens[position].text == "("
    return False


def apposed_whole(sentence: ParsedSentence, quantity: Quantity) -> NounPhrase | None:
    """The people or things of which the number opens the list of sorts: "Los heridos, | tres hombres y una mujer,"."""
    tokens, comma = sentence.tokens, sentence.first_at(quantity.start) - 1
    if comma < 2 or tokens[comma].text != ",":
        return None
    phrase = noun_before(tokens, comma)
    if (
        phrase is None
        or phrase.start < 1
        or phrase.end < comma
        or tokens[phrase.start - 1].lower_ not in {"los", "las"}
    ):
        return None
    opens = phrase.start == 1 or tokens[phrase.start - 2].pos_ == "ADP" or tokens[phrase.start - 2].lower_ == "que"
    joint = next((at for at in range(comma + 1, min(len(tokens), comma + 6)) if tokens[at].lower_ in {"y", "e"}), None)
    if not opens or joint is None or joint + 1 >= len(tokens) or tokens[joint + 1].pos_ not in {"NUM", "DET"}:
        return None
    return phrase if any(token.text == "," for token in tokens[joint + 2 : joint + 6]) else None


def is_compared(sentence: ParsedSentence, start: int) -> bool:
    """Whether a comparison leads to the number at a token: "frente a los 870 del año anterior"."""
    at = start - 1 - (sentence.tokens[start - 1].lower_ in {"los", "las"}) if start else -1
    before = [token.lower_ for token in sentence.tokens[max(0, at - 1) : at + 1]]
    return before in (["frente", "a"], ["respecto", "a"]) or before[-1:] in (["contra"], ["versus"])


def is_personal(tokens: Sequence[Token], position: int) -> bool:
    """Whether "a" marks the object of a verb and no goal: "se vacunó a 96", not "subió a 96"."""
    verb = position - 1
    while verb > 0 and tokens[verb].pos_ == "ADV":
        verb -= 1
    return verb >= 0 and tokens[verb].pos_ in {"VERB", "ADJ"} and _TO_NUMBER.fullmatch(tokens[verb].lower_) is None
