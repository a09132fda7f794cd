"""What money, a share or a measure is of or for: the noun behind it, or the one that takes it as its complement.

"3 mil toneladas de basura", "15 por ciento de los apoyos", "una inversión de 6.5 millones".
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from extract.links.item_constructions import ItemWords, Reading, is_plural, make_reading
from extract.links.noun_phrases import NounPhrase, read_noun_phrase
from extract.links.parse import ParsedSentence, Token
from extract.links.preceding_nouns import noun_before
from extract.links.word_classes import COORDINATORS, DE, is_participle
from extract.mentions import Quantity
from extract.schema import Kind

_TO_NUMBER = frozenset({"a", "en", "hasta", "ya"})
#: What opens a clause about the price, and is no part of what has it: "equipos valorados en 9 millones".
_VALUED = re.compile(
    r"(?:valorad|valuad|avaluad|evaluad|estimad|calculad|cotizad|tasad|presupuestad)[oa]s?|equivalentes?"
)
#: What only opens a range: "edades comprendidas entre los 13 y los 17 años".
_BOUNDED = re.compile(r"(?:comprendid|situad)[oa]s?")
_FALLS = frozenset({"baja", "sube", "rebaja"})
#: Nouns for the use of what has the figure: "con la aplicación de 24 millones".
_APPLYING = frozenset({"aplicación", "utilización"})
#: Nouns for handing over what has the figure, where they say what: "el otorgamiento de vales de 300 pesos".
_GIVING = frozenset(
    {"entrega", "otorgamiento", "reparto", "distribución", "dispersión", "concesión", "donación", "pago"}
)
#: From the noun of an agent with "por" and article back to what it acted on.
_AGENT_PHRASE = 4
#: Measures of a thing's own size.
_SIZES = frozenset({"length", "area", "volume", "mass"})
#: What a length is measured in; a noun joined to it is another thing: "15 centímetros de espesor | y pintura".
_DIMENSIONS = re.compile(r"espesor|anch[oau]r?a?|larg[oa]|longitud|altura?|alto|profundidad|di[áa]metro|grosor|fondo")
#: "los 70 litros de la media"
_AVERAGE = "media"
#: How many tokens back a word of comparison makes a share the term that another is compared with.
_COMPARISON_REACH = 3
_ARTICLES = frozenset({"la", "los", "las"})
#: Nouns for a share that say with "en" what it is a share of: "una cobertura en vacunación de 93%".
_SHARES = frozenset({"cobertura", "avance", "cumplimiento", "eficiencia", "efectividad"})


def of(sentence: ParsedSentence, quantity: Quantity, words: ItemWords) -> Reading | None:
    """What a measure or share is of: "3 mil toneladas de basura", "15 por ciento de los apoyos"."""
    tokens, position = sentence.tokens, sentence.first_at(quantity.end)
    if position + 1 >= len(tokens) or tokens[position].lower_ not in DE:
        return None
    start = position = position + 1
    while position < len(tokens) and tokens[position].pos_ == "DET":
        position += 1
    if position > start and quantity.kind in {"duration", "age"}:
        return None  # "de 6 a 35 meses de la región" measures no region
    before = sentence.first_at(quantity.start)
    if any(t.lower_ in words.comparing for t in tokens[max(0, before - _COMPARISON_REACH) : before]):
        return None  # "frente al 4 % de la campaña anterior": of the same whole, at another time
    if quantity.kind == "percentage" and _tells_payer(sentence, quantity):
        return None
    phrase = read_noun_phrase(tokens, position)
    if phrase is None or tokens[phrase.head].pos_ == "PROPN" or tokens[phrase.head].lower_ in words.empty_heads:
        return None
    if tokens[phrase.head].lower_ == _AVERAGE:
        return None
    if quantity.kind == "length" and _DIMENSIONS.fullmatch(tokens[phrase.head].lower_):
        joint = (at for at in range(phrase.head, phrase.end) if tokens[at].lower_ in COORDINATORS)
        phrase = replace(phrase, head_end=phrase.head + 1, end=next(joint, phrase.end))
    return make_reading(sentence, phrase, "item.of", 0.85)


def _tells_payer(sentence: ParsedSentence, quantity: Quantity) -> bool:
    """Whether a share of the cost is told with who bears it: "en un 20% del presupuesto", "y el otro 50 de la caja"."""
    tokens, start, end = sentence.tokens, sentence.first_at(quantity.start), sentence.first_at(quantity.end)
    borne = [token.lower_ for token in tokens[max(0, start - 2) : start]] in (["en", "un"], ["el", "otro"])
    alone = tokens[end].lower_ == "del" or tokens[end + 1].lower_ == "la"
    return borne and alone


def is_source(sentence: ParsedSentence, quantity: Quantity) -> bool:
    """Whether an article behind a sum makes the next noun whose money it is: "57 millones | del presupuesto"."""
    behind = [token.lower_ for token in sentence.tokens[sentence.first_at(quantity.end) :][:2]]
    return behind[:1] == ["del"] or (behind[:1] == ["de"] and behind[-1] in _ARTICLES)


def before(sentence: ParsedSentence, quantity: Quantity, words: ItemWords, *, direct: bool) -> Reading | None:
    """The noun that takes the number as its complement: "una inversión de 6.5 millones de pesos"."""
    tokens = sentence.tokens
    position = sentence.first_at(quantity.start)
    cursor = position - 1
    while cursor >= 0 and (tokens[cursor].lower_ in words.carriers or tokens[cursor].pos_ == "DET"):
        cursor -= 1
    carried = any(token.lower_ in words.carriers for token in tokens[cursor + 1 : position])
    if cursor < 0 or not (carried or direct) or _falls(tokens, cursor, position):
        return None
    if quantity.kind == "duration" and tokens[position - 1].lower_ not in DE:
        return None  # "olvidada por ocho días" says how long, not what lasts
    if quantity.kind == "age" and carried and quantity.surface.lower().startswith(("mayor", "menor")):
        return None  # "hasta el jueves a los mayores de 70": they are the people themselves
    phrase = _taking_noun(tokens, cursor + 1, quantity.kind)
    if phrase is None or tokens[phrase.head].pos_ != "NOUN" or tokens[phrase.head].lower_ in words.empty_heads:
        return None
    last = tokens[phrase.end - 1].lower_
    framed = _VALUED if quantity.kind == "money" else _BOUNDED
    if phrase.end > phrase.head + 1 and framed.fullmatch(last):
        phrase = replace(phrase, end=phrase.end - 1)
    if f"{tokens[phrase.head].lower_}s" in words.adjectives and tokens[phrase.head - 1].pos_ == "DET":
        return None  # "la tasa femenina fue de 4 y la masculina de 3 por ciento": the noun is left out
    priced = tokens[position - 1].lower_ == "por" and _is_place(tokens, phrase.start)
    there = [token.lower_ for token in tokens[cursor + 1 : position]] == ["en", "las"]
    if priced or (quantity.kind in _SIZES and (there or _is_bare_place(tokens, phrase))):
        return None  # "viviendas en el departamento por 6 millones", "un avión de carga en tierra de 3.100 litros"
    return make_reading(sentence, phrase, "item.before", 0.8)


def _taking_noun(tokens: Sequence[Token], position: int, kind: Kind) -> NounPhrase | None:
    """The phrase before the number, or what is applied or given: "la aplicación del descuento de 50 por ciento"."""
    nearest = kind != "money"
    phrase = noun_before(tokens, position, nearest=nearest)
    if phrase is not None and kind == "area":
        phrase = _acted_on(tokens, phrase.start) or phrase
    if nearest and phrase is not None and _is_in_share(tokens, phrase):
        return read_noun_phrase(tokens, phrase.start - 2)
    if phrase is not None and not nearest:
        phrase = _given_to(tokens, phrase)
    if phrase is None or tokens[phrase.head].lower_ not in _APPLYING | _GIVING:
        return phrase
    opener = phrase.head + 1
    if opener >= phrase.end or tokens[opener].lower_ not in DE:
        return phrase if tokens[phrase.head].lower_ in _GIVING else None
    return read_noun_phrase(tokens[: phrase.end], opener + 1 + (tokens[opener + 1].pos_ == "DET"))


def _acted_on(tokens: Sequence[Token], agent: int) -> NounPhrase | None:
    """The land that a participle tells by what it was hit or held: "un terreno dañado por el incendio de 30 hectáreas".

    Other measures are the agent's own: "afectados por el paro de 3 días", "por la inflación de 4 por ciento".
    """
    noun = agent - _AGENT_PHRASE
    if noun < 0 or tokens[agent - 1].pos_ != "DET" or tokens[agent - 2].lower_ != "por":
        return None
    acted_on = is_participle(tokens[agent - 3]) and tokens[noun].pos_ == "NOUN"
    return NounPhrase(noun, noun, noun + 1, noun + 1) if acted_on else None


def _given_to(tokens: Sequence[Token], phrase: NounPhrase) -> NounPhrase | None:
    """The phrase, or behind "a", which says to whom, what stands before it: "una ayuda a las familias de 40 soles".

    With an indefinite article or behind a verb it is what has the figure: "derecho a un crédito de 40 soles".
    """
    at = phrase.start - 1
    definite = at > 0 and tokens[at].lower_ in _ARTICLES
    at -= definite
    if at < 1 or tokens[at].lower_ not in {"a", "al"}:
        return phrase
    return noun_before(tokens, at) or (phrase if definite else None)


def _falls(tokens: Sequence[Token], word: int, position: int) -> bool:
    """Whether what looks like a noun is the verb of a change: "La demora baja de 98 a 81 días"."""
    to = tokens[position + 1].lower_ if position + 2 < len(tokens) else ""
    return tokens[word].lower_ in _FALLS and to in _TO_NUMBER


def _is_bare_place(tokens: Sequence[Token], phrase: NounPhrase) -> bool:
    """Whether "en" before a bare noun in the singular tells of the noun before it where it is."""
    if phrase.start < 2 or tokens[phrase.start - 1].lower_ != "en" or is_plural(tokens[phrase.head]):
        return False
    return tokens[phrase.start - 2].pos_ in {"NOUN", "ADJ"}


def _is_in_share(tokens: Sequence[Token], phrase: NounPhrase) -> bool:
    """Whether the phrase only says what the share before it is of: "cobertura en | vacunación"."""
    start = phrase.start
    return start > 1 and tokens[start - 1].lower_ == "en" and tokens[start - 2].lower_ in _SHARES


def _is_place(tokens: Sequence[Token], start: int) -> bool:
    """Whether "en" makes the phrase a place: "en el departamento de Concepción"."""
    while start > 0 and tokens[start - 1].pos_ == "DET":
        start -= 1
    return start > 0 and tokens[start - 1].lower_ == "en"


def collective_before(sentence: ParsedSentence, quantity: Quantity, words: ItemWords) -> Reading | None:
    """A noun for a number of people before a bare count: "una matrícula de 61 mil"."""
    reading = before(sentence, quantity, words, direct=False)
    return reading if reading is not None and reading.noun.surface.lower() in words.collectives else None
