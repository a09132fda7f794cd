"""The noun in front of a number in its own sentence that says what it counts: the topic of the sentence.

"En camas hay 130", "las denuncias pasaron de 40 a 28": the number has no noun of its own and continues no count, and
the noun that the sentence is about stands before it (NGLE 40, topic and comment).
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from extract.links.item_constructions import PARTICIPLE_ENDINGS, ItemWords, Reading, gender_of, is_plural, make_reading
from extract.links.item_predicates import COPULAS
from extract.links.list_rows import has_finite_verb, parting_colon
from extract.links.noun_phrases import NounPhrase, plural_phrases, read_noun_phrase
from extract.links.parse import ParsedSentence, Token
from extract.mentions import Quantity

#: How far back, in tokens, a number looks for its topic in its own sentence.
_TOPIC_REACH = 60
_DE = frozenset({"de", "del"})
#: Divisions whose names are told with a figure each, in brackets: "en los cantones de Loja (12) y Quilanga (9)".
_DIVISIONS = frozenset(
    {
        "cantones",
        "provincias",
        "distritos",
        "comunas",
        "departamentos",
        "municipios",
        "parroquias",
        "regiones",
        "partidos",
    }
)
#: Bodies with the name of the place that each governs.
_BODIES = frozenset({"municipalidades", "ayuntamientos", "alcaldías", "prefecturas", "gobernaciones", "intendencias"})
_AFTER_VERB = frozenset({"los", "las", "más", "menos"})
_ORDINAL = re.compile(r"(?:primer|tercer|(?:segund|cuart|quint|sext|s[ée]ptim|octav|noven|d[ée]cim)[oa])a?")
#: What is told of others than the one whose ordinal is said.
_IN_ORDER = frozenset({"anteriores", "previos", "previas", "siguientes", "posteriores"})
_CLAUSE_ENDS = frozenset({",", ";", ":", "y", "e"})
#: Verbs that say, with an adjective, how things turned out.
_PROVES = re.compile(r"result(?:an|aron|aban|arán)|(?:qued|sal)(?:an|aron|arán|ieron)|est(?:án|aban|uvieron)")


def find_topic(
    sentence: ParsedSentence,
    position: int,
    words: ItemWords,
    *,
    counted_until: int | None,
    adjective_at: int | None,
    bare: bool = False,
) -> Reading | None:
    """The topic of the number at a token, as the reading of its noun; None where the sentence has none.

    Parameters
    ----------
    sentence, position:
        The sentence, and the token at which the number begins.
    words:
        The classes of words that items are read by.
    counted_until:
        Where the count before it in the sentence ends (token), if there is one: the topic stands behind it.
    adjective_at:
        Where an adjective takes the place of that count's noun, which is no topic: "234 graves, 456 con signos".
    bare:
        Whether that count has no noun of its own.
    """
    tokens, first = sentence.tokens, max(0, position - _TOPIC_REACH)
    if counted_until is not None:
        first = max(first, counted_until)
        first = max(first, _clause_start(tokens, first, position))
        first = next((at for at in range(position - 1, first, -1) if tokens[at].text == ")"), first)
    if (compared := _compared_noun(tokens, first, position, words)) is not None:
        return make_reading(sentence, compared, "item.topic", 0.6)
    phrases = plural_phrases(tokens, first, parting_colon(tokens, first, position) or position)
    if (body := _collective_subject(tokens, first, position, words)) and all(body.head > one.end for one in phrases):
        return make_reading(sentence, body, "item.topic", 0.6)
    if counted_until is not None:
        told = _predicate(tokens, counted_until, position)
        phrases = [phrase for phrase in phrases if not _tells_of_count(tokens, phrase, told, position, bare)]
    if tokens[position - 1].text == "(" and len(phrases) > 1 and _names_instance(tokens, phrases[-1]):
        phrases.pop()  # "tabletas a los | colegios Modelo (212)": no number of schools stands behind one
    for phrase in reversed(phrases):
        if (told_there := _told_of_divisions(tokens, phrase, position)) is not None:
            return make_reading(sentence, told_there, "item.topic", 0.6)
        if phrase.start != adjective_at and _can_be_topic(tokens, phrase, position, words, counted_until is not None):
            return make_reading(sentence, phrase, "item.topic", 0.6)
    theme = _theme(tokens, position) if counted_until is None else None
    return make_reading(sentence, theme, "item.topic", 0.6) if theme is not None else None


def _told_of_divisions(tokens: Sequence[Token], phrase: NounPhrase, position: int) -> NounPhrase | None:
    """What the verb behind a list of divisions with figures in brackets has as its noun: "se repartieron | kits"."""
    listed = tokens[phrase.head].lower_ in _DIVISIONS and tokens[phrase.head - 1].lower_ in {"los", "las"}
    if not listed or tokens[position - 1].text != "(":
        return None
    closed = max((at for at in range(position, len(tokens)) if tokens[at].text == ")"), default=len(tokens))
    verb = next((at for at in range(closed, len(tokens)) if tokens[at].pos_ == "VERB"), len(tokens))
    noun = verb + 1
    while noun < len(tokens) and tokens[noun].lower_ in _AFTER_VERB:
        noun += 1
    return read_noun_phrase(tokens, noun) if noun < len(tokens) else None


def _names_instance(tokens: Sequence[Token], phrase: NounPhrase) -> bool:
    """Whether a noun only says of what kind the names behind it are: "los colegios Modelo", "las alcaldías de Ilo"."""
    follower = phrase.head + 1
    while tokens[follower].pos_ == "ADJ" and tokens[follower].text.islower():
        follower += 1
    if tokens[phrase.head].lower_ in _BODIES and tokens[follower].lower_ in _DE:
        follower += 1
    named = tokens[phrase.head - 1].lower_ in {"los", "las"} and tokens[phrase.head].text.islower()
    return named and tokens[follower].pos_ == "PROPN"


def _theme(tokens: Sequence[Token], end: int) -> NounPhrase | None:
    """What "En cuanto a los" announces, whatever the model takes it for: "En cuanto a los pastizales, seis"."""
    opening = [token.lower_ for token in tokens[: min(end, 6)]]
    if (
        opening[:3] != ["en", "cuanto", "a"]
        or len(opening) < 6
        or opening[3] not in {"los", "las"}
        or opening[5] != ","
    ):
        return None
    return NounPhrase(4, 4, 5, 5)


def ordinal_topic(
    sentence: ParsedSentence, quantity: Quantity, words: ItemWords, *, ranked: bool = False
) -> Reading | None:
    """The noun of an ordinal that "otros" takes up: "abrió el segundo comedor y abrirá otros | dos".

    So do "las tres anteriores" behind "la cuarta edición", which alone are looked for where ``ranked`` is set.
    """
    tokens, position = sentence.tokens, sentence.first_at(quantity.start)
    other = tokens[position - 1] if position > 0 else None
    behind = sentence.first_at(quantity.end)
    in_order = behind < len(tokens) and tokens[behind].lower_ in _IN_ORDER
    if other is None or ranked > in_order or other.lower_ not in ({"los", "las"} if in_order else {"otros", "otras"}):
        return None
    gender = "Masc" if other.lower_ in {"otros", "los"} else "Fem"
    for at in range(position - 2, 0, -1):
        if _ORDINAL.fullmatch(tokens[at - 1].lower_) is None or tokens[at].pos_ != "NOUN":
            continue
        if gender_of(tokens[at]) != gender or tokens[at].lower_ in words.empty_heads:
            return None
        phrase = read_noun_phrase(tokens[: position - 1], at)
        return make_reading(sentence, phrase, "item.topic", 0.6) if phrase is not None else None
    return None


def _predicate(tokens: Sequence[Token], counted_until: int, position: int) -> range:
    """Where the clause goes on behind the verb of which the count before is the subject; empty without such a verb."""
    verb = counted_until
    while verb < position and tokens[verb].pos_ in {"ADV", "PRON"}:
        verb += 1
    if verb >= position or tokens[verb].pos_ not in {"VERB", "AUX"} or not is_plural(tokens[verb]):
        return range(0)
    joint = (at for at in range(verb, position) if tokens[at].text in _CLAUSE_ENDS)
    return range(verb + 1, next(joint, position))


def _tells_of_count(tokens: Sequence[Token], phrase: NounPhrase, told: range, position: int, bare: bool) -> bool:
    """Whether a phrase only tells what the count before it does or has, and so is not what the next number counts.

    What is theirs ("900 ganaderos no renovaron sus papeles; a 200") never is. Of a count without its own noun, nor is
    whose they are ("de los cuales 31 pertenecen a pueblos y para 2025"), nor anything where the next is a part built
    alike ("12 visitan escuelas y 30 esperan").
    """
    determiner = tokens[phrase.head - 1].lower_
    if determiner in {"sus", "su"}:
        done = phrase.head > 1 and tokens[phrase.head - 2].pos_ == "VERB"
        parted = done and any(token.text == ";" for token in tokens[phrase.end : position])
        return parted or phrase.head in told
    if phrase.head not in told:
        return False
    opener = tokens[phrase.head - 1 - (determiner in {"los", "las"})].lower_
    return bare and (opener == "a" or position <= told.stop + 1)


def _collective_subject(tokens: Sequence[Token], first: int, end: int, words: ItemWords) -> NounPhrase | None:
    """The last noun for a body of people or things that a verb follows: "la matrícula aumentó de 310 a 352"."""
    for head in range(end - 1, first, -1):
        if tokens[head].lower_ in words.collectives and tokens[head - 1].pos_ == "DET":
            governed = head > 1 and tokens[head - 2].pos_ == "ADP"  # "con apoyo de la plantilla"
            acts = not governed and has_finite_verb(tokens[head:end])
            return read_noun_phrase(tokens[:end], head) if acts else None
    return None


def _can_be_topic(
    tokens: Sequence[Token], phrase: NounPhrase, position: int, words: ItemWords, behind_count: bool
) -> bool:
    word = tokens[phrase.head].lower_
    opener = phrase.head - 1
    while opener > 0 and tokens[opener].pos_ == "DET":
        opener -= 1
    # Behind a count, a complement belongs to the noun before it: "el régimen de autónomos sumó 79".
    complement = behind_count and opener >= 0 and tokens[opener].lower_ in _DE
    # What they are or turn out to be: "seis de cada diez son mujeres", "146 resultaron irregulares: 97 en la capital".
    # Behind an article it is which ones they are: "los más pedidos son las actas, con 12" (NGLE 37.4).
    said = opener >= 0 and (tokens[opener].lower_ in COPULAS or _PROVES.fullmatch(tokens[opener].lower_) is not None)
    said = said and not (tokens[phrase.start - 1].lower_ in {"los", "las"} and tokens[position - 1].lower_ == "con")
    if complement or said or (behind_count and _is_place(tokens, phrase, position)):
        return False
    # "los heridos, de 20 a 15"
    named = word in words.people and tokens[phrase.start - 1].lower_ in {"los", "las"}
    numbers_only = word in words.number_nouns and _DE.isdisjoint(t.lower_ for t in tokens[phrase.head : phrase.end])
    if numbers_only or _in_closed_relative(tokens, phrase, position):  # "en números totales", not "las cifras de robos"
        return False
    if word in words.changes and _is_signed(tokens, position):
        return False
    return word not in words.empty_heads and (named or not word.endswith(PARTICIPLE_ENDINGS))


def _is_signed(tokens: Sequence[Token], position: int) -> bool:
    """Whether the number is a change with its sign in brackets: "(+310)", "(-28)"."""
    before = "".join(token.text for token in tokens[max(0, position - 2) : position + 1])
    return re.search(r"\([+–-]\d[\d.,]*\Z", before) is not None


def _in_closed_relative(tokens: Sequence[Token], phrase: NounPhrase, position: int) -> bool:
    """Whether a phrase is what a relative clause between commas tells: "la sala, que abre sus puertas hoy, suma 30"."""
    opener = phrase.start - 1
    while opener > 0 and tokens[opener].text not in _CLAUSE_ENDS and tokens[opener].lower_ != "que":
        opener -= 1
    if opener < 1 or tokens[opener].lower_ != "que" or tokens[opener - 1].text != ",":
        return False
    closed = next((at for at in range(phrase.end, position) if tokens[at].text in _CLAUSE_ENDS), position)
    return closed < position and tokens[closed].text == "," and has_finite_verb(tokens[closed : closed + 3])


def _compared_noun(tokens: Sequence[Token], first: int, end: int, words: ItemWords) -> NounPhrase | None:
    """What there is more of: people, whom the model takes for an adjective ("los cursos con más egresados son").

    Also a noun that is alike in both numbers, which the model gives none: "las regiones con más dosis aplicadas son".
    """
    for head in range(end - 1, first + 1, -1):
        if tokens[head - 1].lower_ not in {"más", "menos"} or tokens[head - 2].lower_ != "con":
            continue
        if tokens[head].lower_ in words.people:
            phrase = read_noun_phrase(tokens[:end], head)
            return phrase if phrase and phrase.head == head else NounPhrase(head, head, head + 1, head + 1)
        if tokens[head].pos_ == "NOUN" and tokens[head].lower_.endswith("is"):
            return read_noun_phrase(tokens[:end], head)
    return None


def _clause_start(tokens: Sequence[Token], first: int, position: int) -> int:
    """Where the number's clause begins that has a verb of its own: "que tengan botes; ya se han visitado 35"."""
    mark = max((i for i in range(first, position) if tokens[i].text == ";"), default=None)
    return first if mark is None or not has_finite_verb(tokens[mark:position]) else mark


def _is_place(tokens: Sequence[Token], phrase: NounPhrase, number: int) -> bool:
    """Whether a phrase with "en" belongs to what is before a joint: "60 en escuelas y 40", not "en camas 130"."""
    joined = any(token.text == "," or token.lower_ == "y" for token in tokens[phrase.end : number])
    return joined and phrase.head > 0 and tokens[phrase.head - 1].lower_ == "en"
