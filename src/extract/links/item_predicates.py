"""What a bare number is said to be, or the whole of which it is a part: "171 son alumnos", "De los nidos, 280 son".

Source: NGLE 37 (copulative clauses), 31.7 (gapping), 19.8 (partitives).
"""

from __future__ import annotations

from collections.abc import Sequence

from extract.links.item_constructions import PARTICIPLE_ENDINGS, ItemWords, Reading, is_plural, make_reading
from extract.links.noun_phrases import NounPhrase, read_noun_phrase
from extract.links.parse import ParsedSentence, Token
from extract.links.word_classes import sorts
from extract.mentions import Quantity

#: The copula of what a number is said to be.
COPULAS = frozenset({"son", "eran", "fueron", "serán", "sean"})
#: The rule of a number that is said to be something.
PREDICATE = "item.predicate"
_THE = frozenset({"los", "las"})
#: What a whole in front of its part cannot reach across, and how many words it has.
_CLAUSE_STARTS = frozenset({";", ":", ",", "=", "(", "|"})
_WHOLE_REACH = 40


def predicate_behind(
    sentence: ParsedSentence, quantity: Quantity, words: ItemWords, counted: str | None = None
) -> Reading | None:
    """What a bare number is said to be: "del total, 171 mil son alumnos".

    A word of another gender than what was counted (``counted``) is no adjective of it: "300 cirugías; 170 son felinos".
    """
    tokens, position = sentence.tokens, sentence.first_at(quantity.end)
    if position + 1 >= len(tokens) or tokens[position].lower_ not in COPULAS:
        return None
    noun = tokens[position + 1]
    if noun.lower_ in _THE:  # the subject behind: "siete son las empresas contratadas" (NGLE 37.3)
        subject = read_noun_phrase(tokens, position + 2) if position + 2 < len(tokens) else None
        return make_reading(sentence, subject, PREDICATE, 0.75) if subject else None
    if _is_of_other_gender(noun.lower_, counted, words) and (alone := _alone(tokens, position + 1)) is not None:
        return make_reading(sentence, alone, PREDICATE, 0.75)
    if noun.pos_ != "NOUN" or not is_plural(noun) or (sorts(noun.lower_) and noun.lower_ not in words.people):
        return None
    if noun.lower_ in words.adjectives:
        return None
    phrase = read_noun_phrase(tokens, position + 1)
    return make_reading(sentence, phrase, PREDICATE, 0.75) if phrase else None


def _is_of_other_gender(word: str, counted: str | None, words: ItemWords) -> bool:
    if word in words.adjectives or word in words.people or word[:-2] in words.participles or counted is None:
        return False
    if word.endswith(PARTICIPLE_ENDINGS):
        return False
    return sorts(word) and word.endswith("as" if counted == "Masc" else "os")


def _alone(tokens: Sequence[Token], position: int) -> NounPhrase | None:
    """A word that is all that is said: "1.704 fueron felinos y", "fueron felinos, "."""
    following = tokens[position + 1] if position + 1 < len(tokens) else None
    closed = following is None or following.text in _CLAUSE_STARTS or following.lower_ in {"y", "e", "."}
    return NounPhrase(position, position, position + 1, position + 1) if closed else None


def gapped_predicate(sentence: ParsedSentence, quantity: Quantity, rule_before: str) -> Reading | None:
    """What a bare number is said to be where a comma stands for the copula: "126 son parques; 84, calles".

    ``rule_before`` is the rule by which the number before has its noun.
    """
    tokens, position = sentence.tokens, sentence.first_at(quantity.end)
    if rule_before != PREDICATE or position + 1 >= len(tokens) or tokens[position].text != ",":
        return None
    phrase = read_noun_phrase(tokens, position + 1)
    if phrase is None or tokens[phrase.head].pos_ != "NOUN" or not is_plural(tokens[phrase.head]):
        return None
    closed = phrase.end >= len(tokens) or tokens[phrase.end].text in {";", ",", "."}
    return make_reading(sentence, phrase, PREDICATE, 0.75) if closed else None


def whole_before(sentence: ParsedSentence, quantity: Quantity, words: ItemWords) -> Reading | None:
    """The whole that opens the clause of its part: "De los nidos, 2 mil 871 fueron", "de las quejas, 12 siguen".

    Further parts have it where a verb follows them: "De los nidos, 20 son nuevos, 12 esperan y nueve siguen".
    """
    tokens, position = sentence.tokens, sentence.first_at(quantity.start)
    comma = position - 1
    if comma < 2 or tokens[comma].lower_ not in {",", "y", "e"}:
        return None
    if _is_verb(tokens, sentence.first_at(quantity.end)):
        comma = _first_comma(tokens, comma)
    if tokens[comma].text != ",":
        return None
    start = _start_of_clause(tokens, comma)
    if start > 0 and tokens[start - 1].text not in _CLAUSE_STARTS:
        return None  # "Como resultado | de las acciones se lograron 14 capturas, 11": it opens no clause
    start += tokens[start].lower_ in {"y", "e"}
    first = _start_of_whole(tokens, start)
    if first is None or first >= comma:
        return None
    phrase = read_noun_phrase(tokens[:comma], first)
    if phrase is None or tokens[phrase.head].lower_ in words.empty_heads:
        return None
    if tokens[phrase.head].pos_ != "NOUN" and tokens[phrase.head].lower_ not in words.people:
        return None
    return make_reading(sentence, phrase, "item.whole", 0.8)


def _start_of_clause(tokens: Sequence[Token], comma: int) -> int:
    """Where the clause begins that a comma closes; what stands in brackets belongs to it."""
    start, depth = comma, 0
    while start > 0 and comma - start < _WHOLE_REACH:
        before = tokens[start - 1].text
        if depth == 0 and before in _CLAUSE_STARTS:
            break
        depth += (before == ")") - (before == "(")
        start -= 1
    return start


def _start_of_whole(tokens: Sequence[Token], start: int) -> int | None:
    """Where the noun begins behind "de los", "de las 388" or "del total de", if such words open the clause."""
    words = [token.lower_ for token in tokens[start : start + 4]]
    if words[:3] == ["del", "total", "de"]:
        return start + 3 + (words[-1] in _THE)
    if len(words) < 3 or words[0] != "de" or words[1] not in _THE:
        return None
    return start + 2 + (tokens[start + 2].pos_ == "NUM")  # "de las 388 sesiones que hubo, medio centenar"


def _is_verb(tokens: Sequence[Token], position: int) -> bool:
    """Whether a verb in the plural, of which the number is the subject, stands here."""
    return position < len(tokens) and is_plural(tokens[position]) and tokens[position].pos_ in {"VERB", "AUX"}


def _first_comma(tokens: Sequence[Token], comma: int) -> int:
    """The comma before the first number of the clause, if a number and its verb stand there; else ``comma``."""
    start = next((i + 1 for i in range(comma - 1, -1, -1) if tokens[i].text in {";", ":"}), 0)
    first = next((i for i in range(start, comma) if tokens[i].text == ","), comma)
    opens = first + 2 < comma and tokens[first + 1].pos_ == "NUM" and _is_verb(tokens, first + 2)
    return first if opens else comma
