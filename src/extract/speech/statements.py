"""What follows a verb of saying, and whether that is a statement: a "que" clause, a noun, a figure, a promise."""

from __future__ import annotations

import re

from extract.speech.clauses import Clause
from extract.speech.grammar import INFINITIVE, PLURAL, SayingGrammar

_NOUN_OBJECT = re.compile(
    r"\s*(?<=\s)(?!(?:a|al|ante|con|desde|en|entre|por|para|tras|durante|según|sin|hasta|y|e|o|hoy|ayer|cuando|como|si|\w+mente)"
    r"(?!\w))[\w$]",
    re.IGNORECASE,
)
_INFINITIVE_OBJECT = re.compile(
    r"\s*(?<=\s)(?:(?:a|en|no)\s+)*(?!(?:ayer|lugar|mujer|taller|militar|popular)(?!\w))\w+[aeií]r(?:se|l[aeo]s?)?\s",
    re.IGNORECASE,
)
#: What a verb such as "hizo referencia" speaks of: "a los 30", "de 30", "los 30".
_OBJECT = re.compile(r"\s*(?<=\s)(?:al?|del?|sobre|acerca|en\s+torno)\s", re.IGNORECASE)
_OF = re.compile(r"\s*(?<=\s)(?:del?|sobre|acerca)\s", re.IGNORECASE)
_FIGURE = (
    r"(?:(?:más|menos|poco|cerca|casi|alrededor|aproximadamente|unos|unas|al|por\s+lo|entre|hasta|del?|el|los|las)\s+)*"
    r"(?:\$\s?|S/\s?)?(?:\d|(?:un|uno|una|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|cien|ciento|mil|medio)(?!\w))"
)
#: "calculó 30 casos", "cifró en 30 los casos", "calculó la derrama en 30 pesos".
_NUMBER_OBJECT = re.compile(
    rf"\s*(?<=\s)(?:en\s+|(?:el|la|los|las|sus?|una?)\s[^.,;:]{{1,80}}?\sen\s+)?{_FIGURE}", re.IGNORECASE
)
#: After "puso en": "30 mil los casos", "30 mdp la inversión"; not "30 colonias los módulos".
_NUMBER_AND_NOUN = re.compile(
    rf"\s*(?<=\s){_FIGURE}\S*(?:\s+(?:mil|mill(?:ón|ones)|[\d.,]+|de|por\s+ciento|%|pesos|euros|d[óo]lares|soles|mdp|mdd))*"
    r"\s+(?:el|la|los|las)\s",
    re.IGNORECASE,
)
#: What "avanzó" announces: "la compra", "para este año la compra"; not "el lunes".
_DETERMINED_OBJECT = re.compile(
    r"\s*(?<=\s)(?:para\s[^,.;:]{1,30}?\s)?(?:el|la|los|las|una?|sus?)\s"
    r"(?!(?:lunes|martes|miércoles|jueves|viernes|sábado|domingo|semana|mes|año|pasad[oa]|próxim[oa]|últim[oa])s?(?!\w))",
    re.IGNORECASE,
)
#: What a list or an example is given with: "citó | entre las áreas", "ejemplificó | con la colonia".
_LISTED = re.compile(r"\s*(?<=\s)(entre|como|con)\s+(?!\d)", re.IGNORECASE)
#: Company of several, which is none of one speaker: ", acompañados de 20 maestros".
_OF_SEVERAL = re.compile(r",?\s+acompañad[oa]s\s", re.IGNORECASE)
_CONJUNCTION = re.compile(r"(?<!\w)(?:y|e|pero|mientras)(?!\w)", re.IGNORECASE)
_THEREFORE = re.compile(
    r",\s+(?:es\s+)?(?:por\s+(?:eso|ello|lo\s+(?:que|cual))|de\s+ahí|(?:razón|motivo)\s+por)", re.IGNORECASE
)
_ASIDE = re.compile(r"\s*,\s(?!(?:y|e|o)\s)[^.,;:“\"]{1,100},\s+que(?!\w)", re.IGNORECASE)
_WORD_THAT = re.compile(r"(?<!\w)que(?!\w)|:", re.IGNORECASE)
_THAT = re.compile(r"[\s,]*(?:de\s+|en\s+)?que(?!\w)|\s*:", re.IGNORECASE)
#: Those who are told, or the occasion, before the clause: "a los 20 vecinos que", "durante la sesión que".
_TOLD_THAT = re.compile(
    r"\s*(?<=\s)(?:a|al|ante|ayer|con|desde|durante|en|est[ea]|hoy|por|tras)\s[^.,;:“\"]{0,110}?\s(?=que(?!\w))",
    re.IGNORECASE,
)
_HEARERS = re.compile(
    r"\s*(?<=\s)(?:a\s+(?:l[oa]s?|sus?|un[oa]s?|est[oa]s?)|al|ante)\s[^.,;:“\"]{0,110}?\s(?=que(?!\w))", re.IGNORECASE
)
#: Those who are called upon, before what they are called to do: "a las escuelas | a pedir".
_CALLED = re.compile(
    r"\s*(?<=\s)(?:(?:a|con)\s+(?:el|l[oa]s?|sus?|tod[oa]s)|al)\s(?:[^\s.,;:“\"]+\s+){1,12}?"
    r"(?=(?:(?:a|para)\s+)?(?:no\s+)?(?!(?:mujer|hogar|lugar|taller|mar|líder|bienestar|\w*(?:escol|famili|auxili|titul|particul|popul|celul|regul|simil|milit)ar)(?!\w))"
    r"\w+[aeií]r(?:se|l[aeo]s?)?(?!\w))",
    re.IGNORECASE,
)
#: Those who are told before what they are told: "al Cabildo | la compra", of telling verbs also "| de 20 becas".
_TOLD_NOUN, _TOLD_OF = (
    re.compile(
        r"\s*(?<=\s)(?:(?:a|ante)\s+(?:l[oa]s?|sus?)|al|ante|para|en|desde|durante)\s(?:[^\s.,;:“\"]+\s+){1,7}?"
        r"(?<!\sde\s)(?<!\sen\s)(?<!\sa\s)(?<!\sy\s)(?<!\spor\s)(?<!\scon\s)(?<!\spara\s)"
        rf"(?=(?:(?:el|la|los|las|una?|sus?)(?!\w)|{_FIGURE}{of}))",
        re.IGNORECASE,
    )
    for of in ("", r"|(?:del?|sobre|acerca)(?!\w)")
)
#: The same set off before a noun: ", ante 20 vecinos, la entrega".
_BEFORE_OBJECT = re.compile(
    r"(?:\s*,\s+|(?<=,\s))(?:al?|ante|durante|en|junto|tras|acompañad[oa])\s[^.,;:“\"]{1,90},\s+(?=(?:el|la|los|las|una?|\d)(?!\w))",
    re.IGNORECASE,
)


def statement_after(flat: str, clause: Clause, rest: int, grammar: SayingGrammar) -> tuple[bool, bool]:
    """Whether a "que" clause or a colon follows at ``rest``, and whether any object follows that is a statement."""
    stop = clause.sentence.end
    adverbs = grammar.adverbs.match(flat, rest, stop)
    bare_comma = adverbs is None or not adverbs[0].strip(" ,\n")
    place = rest if adverbs is None or bare_comma or _CONJUNCTION.search(adverbs[0]) else adverbs.end()
    hears = clause.rule.forms[INFINITIVE] not in grammar.treating
    that = any(
        _THAT.match(flat, start, stop) or (hears and _TOLD_THAT.match(flat, start, stop)) for start in (rest, place)
    )
    that = that or (rest == clause.end and bool(_ASIDE.match(flat, rest, stop)))
    if aside := _BEFORE_OBJECT.match(flat, place, stop):
        place = aside.end()
    if (told := _told_object(flat, clause, place, grammar)) is not None:
        place = told
    called = clause.rule.forms[INFINITIVE] in grammar.calling and bool(told)
    return that, that or called or _has_object(flat, clause, place, grammar) or bool(
        _INFINITIVE_OBJECT.match(flat, place, stop)
    )


def _told_object(flat: str, clause: Clause, place: int, grammar: SayingGrammar) -> int | None:
    """Where the object starts behind those who are told: "informó al Cabildo | de 20 becas"."""
    if clause.rule.forms[INFINITIVE] in grammar.calling:
        called = _CALLED.match(flat, place, clause.sentence.end)
        return called.end() if called else None
    if clause.rule.takes != "noun":
        return None
    of = clause.rule.forms[INFINITIVE] in grammar.telling
    found = (_TOLD_OF if of else _TOLD_NOUN).match(flat, place, clause.sentence.end)
    return found.end() if found else None


def statement_start(flat: str, clause: Clause, rest: int, grammar: SayingGrammar) -> int:
    """Where a statement starts: behind those who are told ("anunció a los 20 vecinos que")."""
    stop = clause.sentence.end
    adverbs = grammar.adverbs.match(flat, rest, stop)
    if clause.rule.takes not in {"clause", "noun"}:  # "se refirió a las 20 obras que": the obras are the object
        return rest
    for start in (rest, adverbs.end() if adverbs else rest):
        if _THAT.match(flat, start, stop):
            continue
        if found := _HEARERS.match(flat, start, stop) or _BEFORE_OBJECT.match(flat, start, stop):
            return found.end()
        if told := _told_object(flat, clause, start, grammar):
            return told
    return rest


def _has_object(flat: str, clause: Clause, place: int, grammar: SayingGrammar) -> bool:
    """Whether the object stands there that the verb needs to state something."""
    takes, stop = clause.rule.takes, clause.sentence.end
    if takes == "quote":
        return True
    if takes == "number":
        number = _NUMBER_AND_NOUN if clause.rule.forms[0].endswith(" en") else _NUMBER_OBJECT
        return bool(number.match(flat, place, stop))
    if takes == "subject":
        return bool(_DETERMINED_OBJECT.match(flat, place, stop))
    listed = _LISTED.match(flat, place, stop)
    if listed and f"{clause.rule.forms[INFINITIVE]} {listed[1].lower()}" in grammar.listing:
        return True
    of = clause.rule.forms[INFINITIVE] in grammar.telling and _OF.match(flat, place, stop)
    noun = of or (takes in {"noun", "object"} and _NOUN_OBJECT.match(flat, place, stop))
    return bool(noun or (takes == "object" and _OBJECT.match(flat, place, stop)))


def statement_end(flat: str, clause: Clause, rest: int, that: bool, grammar: SayingGrammar) -> int:
    """Where a statement ends: before the occasion of its telling ("dijo que van 30, al entregar 20 becas").

    An infinitive ("se comprometió a dar 30") ends where the reporter concludes of it.
    """
    stop = clause.sentence.end
    promise = not that and _INFINITIVE_OBJECT.match(flat, rest, stop)
    concluded = _THEREFORE.search(flat, rest, stop) if promise else None
    stop = concluded.start() if concluded else stop
    opening = _WORD_THAT.search(flat, rest, stop) if that else grammar.adverbs.match(flat, rest, stop)
    start = opening.end() if opening else rest
    occasions = grammar.closing_occasion.finditer(flat, start, stop)
    one = clause.form not in PLURAL
    occasion = next((found for found in occasions if not (one and _OF_SEVERAL.match(found[0]))), None)
    cuts = occasion and flat[start : occasion.start()].strip() and ";" not in flat[occasion.start() : stop]
    return occasion.start() if occasion and cuts else stop
