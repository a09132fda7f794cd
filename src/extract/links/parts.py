"""Parts of a whole that are built alike, and so leave out what the first of them says.

"Treinta permisos son nuevos, 25 industriales y diez domésticos", "500 corresponden a robos, 60 a incendios", "40 de
usuarios, 15 de los comerciantes": in a row of members that are built alike the noun of the whole and the verb are said
once (NGLE 14.3, ellipsis of the noun), and what stands behind each number tells its part.
"""

from __future__ import annotations

from collections.abc import Sequence

from extract.links.beside_numbers import pronoun_beside
from extract.links.continuations import Antecedent, taken
from extract.links.item_constructions import RELATIONAL_ENDINGS, ItemWords, Reading, gender_of, is_plural
from extract.links.item_predicates import COPULAS, PREDICATE
from extract.links.list_rows import has_finite_verb
from extract.links.parse import ParsedSentence, Token
from extract.links.word_classes import is_adjective, is_participle, sorts
from extract.mentions import Quantity

_JOINTS = frozenset({",", "y", "e"})
_MEMBER_JOINTS = _JOINTS | {";"}
#: What a part ends with: the next one, or the end of the clause.
_ENDS = frozenset({",", ";", ".", ":", "y", "e", "(", ")"})
_DE = frozenset({"de", "del"})
_THE = frozenset({"los", "las"})
#: What takes up the whole in front of its part: ", de las cuales", ", de los que".
_PARTITIVE, _RELATIVES = (",", "de", "los"), frozenset({"cuales", "que"})
#: What a part is for, or whose it becomes.
_GOALS = frozenset({"a", "al", "para"})
#: How many words tell the sort of a part: "públicas y abiertas".
_SORT_WORDS = 3


def repeats_sort(
    sentence: ParsedSentence, latest: Antecedent | None, quantity: Quantity, own: Reading, words: ItemWords
) -> bool:
    """Whether the word behind the number sorts the whole, as one did behind the part before.

    "612 visitas fueron ordinarias, 489 extraordinarias": the model takes the second adjective for a noun, but it agrees
    with the noun of the first part and stands where that part has its adjective.
    """
    if latest is None or latest.reading.item.rule == PREDICATE:
        return False  # "170 son felinos y 150 caninos": the part before has a noun of its own
    between = _without_brackets(_behind(sentence, latest, quantity))
    if not _tells_sort(between, latest, words):
        return False
    word = sentence.tokens[sentence.first_at(quantity.end)]
    if between[0].lower_ not in COPULAS and not (_is_sort(word, words) or _is_relational(word)):
        return False  # "120 nutricionales y 30 charlas"
    return _may_sort(sentence, latest, quantity, own, words)


def sorts_whole(
    sentence: ParsedSentence, latest: Antecedent | None, quantity: Quantity, own: Reading, words: ItemWords
) -> bool:
    """Whether the adjective behind the number sorts the whole right before it, which a mark or pronoun takes up.

    "6.480 pruebas (312 positivas)", "4 lanchas: 2 semirrígidas", "8 donaciones, de las cuales 5 fueron múltiples".
    """
    if latest is None or (latest.value is not None and latest.value < quantity.value):
        return False
    between = [token.lower_ for token in _behind(sentence, latest, quantity)]
    partitive = between[:2] == [",", "de"] and len(between) > len(_PARTITIVE) and between[3] in _RELATIVES
    dash = not between and quantity.surface[0] in "-–—"  # "4 lanchas -2 semirrígidas"
    if not (partitive or dash or between in (["("], [":"], ["-"], ["–"], ["—"])):
        return False
    token = sentence.tokens[sentence.first_at(quantity.end)]
    adjective = is_adjective(token) or _is_relational(token)
    return adjective and _may_sort(sentence, latest, quantity, own, words)


def _may_sort(sentence: ParsedSentence, latest: Antecedent, quantity: Quantity, own: Reading, words: ItemWords) -> bool:
    """Whether the word behind the number agrees with the whole and tells nothing else of the part."""
    tokens, position = sentence.tokens, sentence.first_at(quantity.end)
    word, gender = tokens[position], latest.reading.gender
    shown = gender_of(word) or ("Fem" if word.lower_.endswith("as") else "Masc")
    marked = word.lower_.endswith(("as", "os"))
    if word.lower_ in words.people or not word.lower_.endswith("s") or (marked and shown != gender):
        return False
    end = sentence.first_at(own.item.end)
    return end - position < _SORT_WORDS and _ends_part(tokens, end)


def _is_relational(token: Token) -> bool:
    return token.lower_.endswith((*RELATIONAL_ENDINGS, "ples"))


def _without_brackets(tokens: Sequence[Token]) -> Sequence[Token]:
    """The tokens outside of brackets: "fueron renales (6 de ellos de mujeres),"."""
    kept: list[Token] = []
    depth = 0
    for token in tokens:
        depth += (token.text == "(") - (token.text == ")")
        if depth == 0 and token.text != ")":
            kept.append(token)
    return kept


def _behind(sentence: ParsedSentence, latest: Antecedent, quantity: Quantity) -> Sequence[Token]:
    """What stands between a count with its noun and the number of the next."""
    own = latest.reading.item.rule == "item.after" and latest.reading.item.end > latest.end
    return sentence.tokens[
        sentence.first_at(latest.reading.item.end if own else latest.end) : sentence.first_at(quantity.start)
    ]


def _tells_sort(between: Sequence[Token], latest: Antecedent, words: ItemWords) -> bool:
    """Whether the part before tells its sort and nothing else, with a copula or behind a number of its own."""
    if not between or between[-1].lower_ not in _JOINTS:
        return False
    copula = between[0].lower_ in COPULAS
    if not copula and latest.reading.item.rule != "item.elided":
        return False
    told = [token for token in between[copula:] if token.lower_ not in _JOINTS]
    if not told or len(told) > _SORT_WORDS or has_finite_verb(told) or any(token.pos_ == "ADP" for token in told):
        return False
    return not copula or _is_sort(told[0], words)


def _is_sort(token: Token, words: ItemWords) -> bool:
    """Whether a word behind a copula is an adjective, whatever the model takes it for."""
    word = token.lower_
    if word in words.people:
        return False
    return word in words.adjectives or (is_adjective(token) and is_plural(token)) or sorts(word)


def repeats_complement(sentence: ParsedSentence, latest: Antecedent | None, quantity: Quantity, own: Reading) -> bool:
    """Whether "de los" behind the number tells whose this part is, as "de" does behind the part before.

    "112 quejas: 40 de usuarios, 15 de los comerciantes" counts no traders, but "15 de los 30 comerciantes" does.
    """
    tokens, position = sentence.tokens, sentence.first_at(quantity.end)
    if latest is None or tokens[position].lower_ not in _DE or tokens[position + 1].lower_ not in _THE:
        return False
    if any(token.pos_ == "NUM" for token in tokens[position : sentence.first_at(own.item.start)]):
        return False
    between = _behind(sentence, latest, quantity)
    opened = [token.text for token in between] == [":"]
    bare = latest.reading.item.rule != "item.after"
    alike = bare and len(between) > 1 and between[0].lower_ in _DE and between[-1].lower_ in _JOINTS
    return (opened or (alike and not has_finite_verb(between))) and _ends_part(tokens, sentence.first_at(own.item.end))


def repeats_preposition(sentence: ParsedSentence, latest: Antecedent | None, quantity: Quantity) -> bool:
    """Whether the number has the preposition of the part before: "500 corresponden a robos, 60 a incendios"."""
    tokens, position = sentence.tokens, sentence.first_at(quantity.end)
    if latest is None or position >= len(tokens):
        return False
    between = _behind(sentence, latest, quantity)
    if len(between) == 1 and between[0].text in _MEMBER_JOINTS and tokens[position].lower_ == "de":
        own = sentence.tokens[sentence.first_at(latest.end) : sentence.first_at(latest.reading.item.end)]
        return any(token.lower_ == "de" for token in own[1:])  # "300 cabezas de ovinos; 118 de caprinos"
    if len(between) < 3 or between[-1].lower_ not in _JOINTS or tokens[position].pos_ != "ADP":
        return False
    # "se destinaron a", "fueron enviadas a", "pasaron ya a"
    verbal = (token.pos_ in {"VERB", "AUX", "ADV", "PRON"} or is_participle(token) for token in between)
    first = next((token for token, inside in zip(between, verbal, strict=True) if not inside), None)
    if first is None or first.pos_ != "ADP":
        return False
    # "300 mochilas a madres y 200 para escuelas"
    to_others = (
        first is between[0] and {first.lower_, tokens[position].lower_} <= _GOALS and not has_finite_verb(between)
    )
    return first.lower_ == tokens[position].lower_ or to_others


def sum_of_counts(sentence: ParsedSentence, quantity: Quantity, counts: Sequence[Antecedent]) -> Reading | None:
    """The first of the counts of which the number is the sum: "9 autos y 15 motos, para un total de 24"."""
    before = sentence.tokens[: sentence.first_at(quantity.start)][-2:]
    if [token.lower_ for token in before] != ["total", "de"]:
        return None
    rest = quantity.value
    for one in reversed(counts):
        rest -= one.value or rest
        if rest <= 0:
            exact = rest == 0 and one.value is not None and one.value < quantity.value
            return taken(one, "item.antecedent", 0.8, noun_only=False) if exact else None
    return None


def part_of_listed(sentence: ParsedSentence, quantity: Quantity, counts: Sequence[Antecedent]) -> Reading | None:
    """The whole before a colon, of which the number is a part told with "de": "90 socios: 30 jefes, 60 de base"."""
    tokens, start, end = sentence.tokens, sentence.first_at(quantity.start), sentence.first_at(quantity.end)
    if end >= len(tokens) or tokens[end].lower_ != "de" or len(counts) < 2:
        return None
    whole, *parts = counts
    behind = sentence.first_at(whole.reading.item.end)
    opening = tokens[behind : sentence.first_at(parts[0].start)]
    opened = whole.reading.item.rule == "item.after" and bool(opening) and opening[-1].text == ":"
    if not opened or has_finite_verb(tokens[behind:start]) or pronoun_beside(tokens, start, end) is not None:
        return None
    told = quantity.value + sum(one.value for one in parts if one.value is not None)
    return taken(whole, "item.antecedent", 0.8, noun_only=True) if told <= (whole.value or 0) else None


def _ends_part(tokens: Sequence[Token], end: int) -> bool:
    return end >= len(tokens) or tokens[end].text in _ENDS
