"""What a number counts where it is a label, a subject or a whole around the number's own clause.

"Beneficiarios: 300", "camas disponibles suman 251", "las redes, que hoy suman 300", "del total, 45 son alumnos", "De
los nidos, 280 fueron": a colon, a comma or a verb stands between the noun and the number (NGLE 37, copulative clauses;
44, relatives).
"""

from __future__ import annotations

from collections.abc import Sequence

from extract.links.item_constructions import ItemWords, Reading, is_plural, make_reading
from extract.links.list_rows import has_finite_verb
from extract.links.noun_phrases import NounPhrase, is_circumstance, read_noun_phrase
from extract.links.parse import ParsedSentence, Token
from extract.links.preceding_nouns import noun_before
from extract.links.word_classes import agrees
from extract.mentions import Quantity

_DE = frozenset({"de", "del"})
_THE = frozenset({"los", "las"})
#: What opens a bare complement of the subject: "las quejas por baches sumaron", "los muertos en carreteras son".
_OF_SUBJECTS = frozenset({"en", "por", "a", "con", "contra", "sobre", "para"})
_OPENERS = frozenset(
    {
        "los",
        "las",
        "unos",
        "unas",
        "otros",
        "otras",
        "estos",
        "estas",
        "además",
        "tras",
        "mas",
        "más",
        "menos",
        "entonces",
    }
)
_BY_NOW = frozenset({"ya", "hoy", "ahora", "actualmente", "apenas", "casi", "aproximadamente"})
#: How far before its verb the relative pronoun of a clause stands: "que hoy suman", "que en la capital son".
_RELATIVE_REACH = 5
_RESULTED = frozenset({"resultaron", "quedaron", "salieron", "dieron"})
_COLON = frozenset({":", "="})
#: What a label in front of a colon cannot reach across.
_LABEL_STOPS = frozenset({";", ":", ",", "=", "(", "|"})
#: How plurals end that are no names of towns: "Detenidos: 402".
_PLURAL_ENDINGS = (
    "ciones",
    "siones",
    "dades",
    "mientos",
    "ados",
    "idos",
    "adas",
    "idas",
    "istas",
    "eros",
    "eras",
    "ores",
)
_LISTED = "item.listed-head"
#: How many words name a row of a list at most.
_ROW_WORDS = 4
#: What joins the members of a list, and what may stand behind the last.
_JOINTS = frozenset({",", ";", "y", "e"})
_CLOSERS = frozenset({"y", "e", "a", "en", "para"})


def label(sentence: ParsedSentence, quantity: Quantity, words: ItemWords, *, plural: bool = False) -> Reading | None:
    """A label or subject before the number: "Beneficiarios: 300", "camas disponibles suman 251".

    With ``plural`` a noun in the singular is none: it is whose figure this is ("Tecate: 32", "el régimen sumó 300").
    """
    tokens = sentence.tokens
    position = sentence.first_at(quantity.start)
    cursor = _linking_verb(tokens, position, words)
    if cursor < 1:
        return None
    if quantity.surface.lower().startswith(tuple(words.exceeding)):
        phrase = _subject_before(tokens, position, words)
    elif tokens[cursor].text in _COLON:
        phrase = _row_label(tokens, cursor)
        if phrase is not None and _is_result(tokens, phrase.start):
            return None
    elif tokens[cursor].lower_ in words.linking or (not plural and tokens[cursor].lower_ in words.having):
        phrase = _subject_before(tokens, cursor, words)
    else:
        phrase = _bare_topic(tokens, cursor + 1)
    if phrase is None or tokens[phrase.head].lower_ in words.empty_heads:
        return None
    joined = phrase.head_end > phrase.head + 1  # names are no labels, but "Calles y avenidas" is none
    plain = phrase.end == cursor and tokens[cursor].text in _COLON and _is_plain_label(tokens, phrase.start, cursor)
    common = (
        "NOUN" in {t.pos_ for t in tokens[phrase.head : phrase.head + 2]} or tokens[phrase.head].lower_ in words.people
    )
    if not (common or joined or plain or _is_relative(tokens, cursor)):
        return None
    people = tokens[phrase.head].lower_ in words.collectives
    if plural and not (plain or people or is_plural(tokens[phrase.head]) or tokens[phrase.head].lower_.endswith("s")):
        return None
    return make_reading(sentence, phrase, "item.label", 0.75)


def listed_head(
    sentence: ParsedSentence, quantity: Quantity, words: ItemWords, before: Reading | None
) -> Reading | None:
    """The noun before a number in a list that puts the nouns first: "colchones 320, frazadas 750 y chapas 1.100".

    A semicolon behind the count before, whose reading is ``before``, may open the list ("78 derrumbes; huaicos | 59").
    A noun in the singular goes on with one, and opens none: "80 reportes; alumbrado 30" counts reports.
    """
    tokens = sentence.tokens
    position = sentence.first_at(quantity.start)
    phrase = _row(tokens, position) or _lone_plural(tokens, position - 1) or noun_before(tokens, position, nearest=True)
    if phrase is None or phrase.start < 2:
        return None
    joint, member_before = tokens[phrase.start - 1], tokens[phrase.start - 2]
    opened = joint.text == ";" and before is not None and sentence.first_at(before.item.end) == phrase.start - 1
    if joint.lower_ in {"y", "e"} and member_before.text == ";" and phrase.start > 2:
        member_before = tokens[phrase.start - 3]  # "; y daños | 3"
    if joint.lower_ not in _JOINTS or not (member_before.pos_ == "NUM" or opened):
        return None
    name = " ".join(token.text for token in tokens[phrase.start : position])
    if not tokens[phrase.head].lower_.endswith("s") and (
        before is None or before.item.rule != _LISTED or name.istitle()
    ):
        return None
    if words.towns.names_place(name) or tokens[phrase.head].lower_ in words.empty_heads:
        return None  # "San Pedro 512, Cortés 318"
    behind = sentence.first_at(quantity.end)
    closed = behind >= len(tokens) or not tokens[behind].is_alpha or tokens[behind].lower_ in _CLOSERS
    return make_reading(sentence, phrase, _LISTED, 0.75) if closed else None


def _row(tokens: Sequence[Token], end: int) -> NounPhrase | None:
    """The words in lower case that fill a row from its semicolon to its number: "; derrumbe de cerros | 18;"."""
    start = end
    while (
        start > 0 and end - start < _ROW_WORDS and tokens[start - 1].text.isalpha() and tokens[start - 1].text.islower()
    ):
        start -= 1
    if start == end or start == 0 or tokens[start - 1].text != ";":
        return None
    start += tokens[start].lower_ in {"y", "e"}
    if start == end or tokens[start].pos_ not in {"NOUN", "ADJ"}:
        return None
    return None if has_finite_verb(tokens[start:end]) else NounPhrase(start, start, start + 1, end)


def _lone_plural(tokens: Sequence[Token], position: int) -> NounPhrase | None:
    """A word alone between a joint and a number; without its article the model may take it for a verb."""
    if position < 1 or tokens[position - 1].lower_ not in _JOINTS:
        return None
    token = tokens[position]
    bare = token.is_alpha and token.text.islower() and token.pos_ in {"NOUN", "ADJ", "VERB"}
    return NounPhrase(position, position, position + 1, position + 1) if bare else None


def _linking_verb(tokens: Sequence[Token], position: int, words: ItemWords) -> int:
    """Where the word that links a label stands: right before the number, or before "a", "de", "los": "llegó a los"."""
    cursor = position - 1
    while cursor > 0 and (tokens[cursor].pos_ in {"ADP", "DET"} or tokens[cursor].lower_ in _BY_NOW):
        cursor -= 1
    return cursor if tokens[cursor].lower_ in words.linking | words.having else position - 1


def _row_label(tokens: Sequence[Token], colon: int) -> NounPhrase | None:
    """The phrase that opens the row or the member of a list before the colon: "Calles y avenidas: 300"."""
    first = next((i for i in range(colon) if tokens[i].is_alpha), colon)
    if first <= 1 and _is_plain_label(tokens, first, colon):
        return NounPhrase(first, first, first + 1, colon)
    start = colon
    while start > 0 and tokens[start - 1].text not in _LABEL_STOPS and tokens[start - 1].pos_ not in {"VERB", "AUX"}:
        start -= 1
    while start < colon and (not tokens[start].text[0].isalpha() or tokens[start].pos_ in {"DET", "CCONJ"}):
        start += 1
    phrase = read_noun_phrase(tokens[:colon], start) if start < colon else None
    # Inside a sentence a capital marks a name: "en Tecate, Ensenada: 32" counts no Ensenadas.
    named = phrase is not None and start > 1 and tokens[phrase.head].text[0].isupper()
    return None if named else phrase


def _is_plain_label(tokens: Sequence[Token], start: int, colon: int) -> bool:
    """Whether a row opens with a plural and words in lower case, which no name does: "Auxilios viales: 300"."""
    words = tokens[start:colon]
    if not words or not all(word.is_alpha for word in words) or not words[0].lower_.endswith("s"):
        return False
    rest = all(word.text.islower() for word in words[1:])
    if words[0].lower_ in _OPENERS:
        return False
    return rest and (len(words) > 1 or words[0].lower_.endswith(_PLURAL_ENDINGS))


def _subject_before(tokens: Sequence[Token], verb: int, words: ItemWords) -> NounPhrase | None:
    """The subject right before a linking verb: "los casos activos son 300", "el número de casos asciende a 300"."""
    if (pronoun := _relative_pronoun(tokens, verb)) is not None:
        return _antecedent_of(tokens, pronoun, words)
    phrase = _whole_before(tokens, noun_before(tokens, verb) or _named_people(tokens, verb, words))
    if phrase is None or is_circumstance(tokens, phrase.head):
        return None
    if verb < len(tokens) and tokens[verb].pos_ in {"VERB", "AUX"} and not agrees(tokens[phrase.head], tokens[verb]):
        return None
    if phrase.head > 0 and tokens[phrase.head].text[0].isupper():
        return None
    if tokens[phrase.head].lower_ in words.number_nouns:
        position = phrase.head + 1
        while position < verb and (tokens[position].lower_ in _DE or tokens[position].pos_ == "DET"):
            position += 1
        return read_noun_phrase(tokens[:verb], position) if position < verb else None  # "la cifra fue de 300": of what?
    return phrase


def _whole_before(tokens: Sequence[Token], phrase: NounPhrase | None) -> NounPhrase | None:
    """The phrase, or the one of which it is the end: "los carnés en vigor", "el tiempo entre el pago y la entrega"."""
    if phrase is not None and (between := _between(tokens, phrase.start)) is not None:
        phrase = noun_before(tokens, between)
    if phrase is None or phrase.start < 2 or tokens[phrase.start - 1].lower_ not in _OF_SUBJECTS:
        return phrase
    wider = noun_before(tokens, phrase.start - 1)
    if wider is None or not is_plural(tokens[wider.head]) or wider.start < 1:
        return phrase
    only = tokens[phrase.start - 1].lower_ == "en" and not is_plural(tokens[phrase.head])
    return wider if only or tokens[wider.start - 1].lower_ in _THE else phrase  # "las multas a conductores fueron"


def _is_result(tokens: Sequence[Token], start: int) -> bool:
    """Whether a word tells how a count came out and is no label: "34 resultaron | positivos: 19 en Lima"."""
    return start > 1 and tokens[start - 1].lower_ in _RESULTED and tokens[start - 2].pos_ == "NUM"


def _between(tokens: Sequence[Token], second: int) -> int | None:
    """Where "entre" stands before the first of two ends: "el tiempo | entre la sospecha y el diagnóstico"."""
    joint = second - 1
    while joint > 0 and tokens[joint].pos_ == "DET":
        joint -= 1
    if joint < 1 or tokens[joint].lower_ not in {"y", "e"}:
        return None
    for position in range(joint - 1, max(0, joint - _RELATIVE_REACH), -1):
        if tokens[position].lower_ == "entre":
            return position
        if tokens[position].pos_ in {"VERB", "AUX"} or not tokens[position].is_alpha:
            return None
    return None


def _named_people(tokens: Sequence[Token], end: int, words: ItemWords) -> NounPhrase | None:
    """People named by what they are or did, which the model takes for adjectives: "los inscritos son 40"."""
    start = end
    while start > 0 and tokens[start - 1].pos_ == "ADJ":
        start -= 1
    named = 0 < start < end and tokens[start - 1].lower_ in _THE and tokens[start].lower_ in words.people
    return NounPhrase(start, start, start + 1, end) if named else None


def _relative_pronoun(tokens: Sequence[Token], verb: int) -> int | None:
    """Where "que" stands behind a comma, if it opens the clause of a verb: "las redes, que hoy suman"."""
    if verb >= len(tokens) or tokens[verb].pos_ not in {"VERB", "AUX"}:
        return None
    for position in range(verb - 1, max(1, verb - 1 - _RELATIVE_REACH), -1):
        if tokens[position].lower_ == "que":
            return position if tokens[position - 1].text == "," else None
        if tokens[position].pos_ in {"VERB", "AUX"} or tokens[position].text in {",", ";"}:
            return None
    return None


def _is_relative(tokens: Sequence[Token], verb: int) -> bool:
    return _relative_pronoun(tokens, verb) is not None


def _antecedent_of(tokens: Sequence[Token], pronoun: int, words: ItemWords) -> NounPhrase | None:
    """The plural or collective noun that a relative clause behind a comma is about, past its complements."""
    for head in range(pronoun - 2, max(-1, pronoun - 2 - 2 * _RELATIVE_REACH), -1):
        if tokens[head].text in {",", ";"} or "Fin" in tokens[head].morph.get("VerbForm", []):
            return None
        noun = tokens[head].pos_ in {"NOUN", "PROPN"} and tokens[head].lower_.endswith("s")
        collective = tokens[head].lower_ in words.collectives and head > 0 and tokens[head - 1].lower_ in {"la", "el"}
        if collective or (noun and head > 0 and tokens[head - 1].lower_ in _THE):
            return read_noun_phrase(tokens[: pronoun - 1], head)
    return None


def _bare_topic(tokens: Sequence[Token], end: int) -> NounPhrase | None:
    """A topic with "en" right before the number: "en becas 300"."""
    phrase = noun_before(tokens, end)
    if phrase is None or phrase.start == 0 or tokens[phrase.start - 1].lower_ != "en":
        return None
    return phrase if tokens[phrase.head].text[0].islower() and is_plural(tokens[phrase.head]) else None
