"""Names of programs that a noun for a scheme announces: "programa Empleo Temporal", "créditos Microplus"."""

from __future__ import annotations

import re
from functools import lru_cache

from extract.mentions import Block, Name
from extract.names.events import SCENE_SCORE, is_scene
from extract.names.grammar import NameGrammar, grammar_of, is_acronym
from extract.names.known_towns import known_towns_of
from extract.names.loose_names import PLAIN_LINKS, TELLING_LINKS
from extract.names.owned_names import OF_MANY, are_listed, before_body, behind_body, is_complement
from extract.names.program_rules import ADJECTIVES, any_accent, evidence_of, program_mention, rules_of, words_of
from extract.names.shown_names import is_shouted
from extract.names.spelling import in_capitals
from extract.names.word_forms import is_relational
from extract.names.words import fold, tokens_of
from extract.openings import Expression
from extract.patterns import Patterns
from extract.rules import possible

#: A round of a scheme is no part of the scheme's name ("la convocatoria de Verano con Libros").
_ROUNDS = frozenset({"convocatoria"})

#: How far before a name the office that leads it, what is done there or who signs with it may begin (characters).
_OFFICE_REACH = 110
#: The scheme that may be a body: "el Fondo Nacional de las Artes".
_FUND = "fondo"
_SMALL_WORD = re.compile(r"(?<!\w)(?!para\b|desde\b|hasta\b|sobre\b)[a-záéíóúñ]{4,}")
#: A number right before what it counts, and its length (characters).
_NUMBER_BEFORE, _NUMBER = re.compile(r"\d(?:\s+(?:mil|millones(?:\s+de)?))?\s+$"), 24
#: How far before a plan of government it may stand what conforms to it (characters).
_GUIDE_REACH = 120

_PLURALS = frozenset({"programas", "campañas", "estrategias", "iniciativas", "proyectos", "planes", "becas", "bonos"})
_BETWEEN_NAMES = re.compile(r",?\s+[ye]\s+(?=[A-ZÁÉÍÓÚÑ])|,\s+(?=[A-ZÁÉÍÓÚÑ])")
_POSSESSIVE = re.compile(r"\b(Mi|Tu|Nuestra|Gran)\s$")
_LINK = re.compile(r"^\s+(?:(?:19|20)\d\d\s+(?=del?\s))?(?:(?:de|del|para|contra)\s+)?(?:(?:la|el|los|las)\s+)?")
_WHERE = re.compile(r"\s+(?:de|en)\s+(?=[A-ZÁÉÍÓÚÑ])")
#: Nouns for a part of a scheme that with a capital and a complement are its name: "Esquema de Apoyo a la Pesca".
_SCHEME_PARTS = frozenset({"esquema", "modalidad", "vertiente", "componente", "subcomponente"})
#: Those of them that have the name set beside them, too: "Componente Maíz Criollo"; and those that have one of one word
#: beside them, of so many letters.
_BESIDE_PARTS = frozenset({"modalidad", "vertiente"})
_COMPONENTS, _SHORTEST_COMPONENT = frozenset({"componente", "subcomponente"}), 4
#: A line of help or of credit is a scheme, one of the underground, of telephones or of buses is none.
_LINE = "linea"
#: The number that one calls, in a line's name: "Línea de Ayuda a la Mujer 144"; a year is none.
_TELEPHONE = re.compile(r"\s(?!(?:19|20)\d\d)\d{2,4}(?!\d)")
_CHANNEL_REACH = 40
_CHANNEL = re.compile(
    r"\b(?:a\s+trav[ée]s\s+de|por\s+medio\s+de|por\s+conducto\s+de|mediante|con|dentro\s+de|gracias\s+a|bajo)"
    r"(?:l|\s+(?:el|la|su|este|esta))\s$",
    re.IGNORECASE,
)
#: What is paid from a scheme that has a noun of its own: "el subsidio del | Fondo Solidario".
_SOURCE = re.compile(r"\s+del\s+(?=(?:Fondo|Plan|Bono|Seguro)\s+[A-ZÁÉÍÓÚÑ])")
#: A name needs letters, or a share that is a name: "Plan 9/100".
_HAS_LETTERS = re.compile(r"[^\W\d_]|\d/\d{2,3}(?!\d|/)")
_STARTS_LINKED = re.compile(r"\s+(?:de|del|para|contra|por|sobre|hacia|en|a)\b")
ACRONYM_AFTER = re.compile(r"[\"“”»'’_*]*\s*\(\s*([^\W\d_][\w+-]{1,14})\s*\)")


def plain_names(text: str, blocks: list[Block], patterns: Patterns) -> list[Name]:
    """Capitalized names after a trigger ("programa Empleo Temporal", "Plan de Acción") and of mobile services."""
    found = []
    grammar = grammar_of(patterns)
    modules = possible(rules_of(patterns, "module"), text)
    for block in blocks:
        for match in _plain_trigger(patterns).finditer(text, block.start, block.end):
            name = _read_plain(text, match, block.end, grammar, patterns)
            if name is not None:
                found += _each_of_list(text, match, name, patterns)
        for rule in modules if not in_capitals(block.surface) else ():
            for match in rule.finditer(text, block.start, block.end):
                found += _module(text, match, block.end, grammar, patterns)
    return found


def _read_plain(text: str, match: re.Match[str], limit: int, grammar: NameGrammar, patterns: Patterns) -> Name | None:
    """The name after an unquoted trigger, or None where what follows is no name."""
    end = grammar.extend(text, match.end(), limit, match.group(), "program")
    tail = text[match.end() : end]
    if not _is_name(match, tail, patterns) or is_complement(match, tail, patterns):
        return None
    if any(rule.pattern.match(text, match.start()) for rule in rules_of(patterns, "not_a_name")):
        return None
    if _only_guides(text, match.start(), patterns):
        return None
    if _is_other_before(text, match, patterns) or _is_counted_in_headline(text, match, tail):
        return None
    if not match["noun"][0].isupper() and not _is_program(match) and _says_where(tail, patterns):
        return None
    start, name = match.start(), " ".join(text[match.start() : end].split())
    source = _SOURCE.match(tail) if not match["noun"][0].isupper() else None
    if source:
        start = match.end() + source.end()
        return program_mention(text, start, end, "program.plain", " ".join(text[start:end].split()), 1.0)
    capital, with_noun = match["noun"][0].isupper(), _belongs_to_name(match, tail, patterns)
    if not with_noun:
        link = _LINK.match(tail)
        start = match.end() + (link.end() if link else 0)
        start += behind_body(text[start:end], link is not None and "d" in link.group(), patterns)
    end = start + before_body(text[start:end], with_noun, patterns)
    name = " ".join(text[start:end].split())
    if with_noun and capital and (possessive := _POSSESSIVE.search(text, max(0, start - 8), start)):
        start, name = possessive.start(1), f"{possessive.group(1)} {name}"
    acronym = ACRONYM_AFTER.match(text, end)
    if acronym and acronym.group(1)[0].isupper():
        end = acronym.end()
    score = SCENE_SCORE if is_scene(text, start, patterns) else 1.0 if capital or _is_program(match) else 0.7
    return program_mention(text, start, end, "program.plain", name, score)


def _is_other_before(text: str, match: re.Match[str], patterns: Patterns) -> bool:
    """Whether what stands before a noun shows that it opens no scheme's name.

    "Directora de Programas Sociales" leads a unit, "al disertar en la Feria" tells where, and who signs a "convenio con
    el Fondo" does so with a body.
    """
    kinds = ["bystander_before"]
    if match["noun"][0].isupper():
        kinds += ["office_before"] + ["party_before"] * (fold(match["noun"]) == _FUND)
    before = text[max(0, match.start() - _OFFICE_REACH) : match.start()]
    return any(rule.pattern.search(before) for kind in kinds for rule in rules_of(patterns, kind))


def _is_counted_in_headline(text: str, match: re.Match[str], tail: str) -> bool:
    """Whether a noun in title case is counted and only described: "900 Becas a Alumnos", "20 Apoyos Económicos".

    The capitals of such a line tell nothing; a name is set beside the noun ("900 Becas Vuelo") and is no adjective.
    """
    if not match["noun"][0].isupper() or not _NUMBER_BEFORE.search(
        text, max(0, match.start() - _NUMBER), match.start()
    ):
        return False
    first = tail.split(maxsplit=1)[0]
    adjective = any(is_relational(fold(first).removesuffix(ending)) for ending in ("s", "es"))
    described = first[0].islower() or (first.endswith("s") and adjective)
    before, after = text[: match.start()].rpartition("\n")[2], text[match.start() :].partition("\n")[0]
    return described and is_shouted(before + after) and not _SMALL_WORD.search(before)


def _only_guides(text: str, start: int, patterns: Patterns) -> bool:
    """Whether a plan is a government's, to which what is told conforms: "en línea con el Plan de Desarrollo"."""
    if not any(rule.pattern.match(text, start) for rule in rules_of(patterns, "plan_of_government")):
        return False
    before = text[max(0, start - _GUIDE_REACH) : start]
    return any(rule.pattern.search(before) for rule in rules_of(patterns, "guided_by"))


def _each_of_list(text: str, match: re.Match[str], name: Name, patterns: Patterns) -> list[Name]:
    """The names that a plural noun announces together: "los programas Techo Firme, Piso Digno y Cuarto Más"."""
    benefit = fold(match["noun"]) in words_of(patterns, "benefit")
    if not (benefit or fold(match["noun"]) in _PLURALS) or match["noun"][0].isupper():
        return [name]
    ends = [separator.span() for separator in _BETWEEN_NAMES.finditer(text, name.start, name.end)]
    starts = [name.start, *(end for _, end in ends)]
    parts = list(zip(starts, [*(start for start, _ in ends), name.end], strict=True))
    single = any(len(text[start:end].split()) == 1 for start, end in parts)
    if len(parts) < 2 + benefit or (
        single and not are_listed([text[start:end] for start, end in parts], name.name, patterns)
    ):
        return [name]  # "los programas Salud y Bienestar" may be one name
    return [program_mention(text, start, end, name.rule, text[start:end], name.score) for start, end in parts]


def _is_program(match: re.Match[str]) -> bool:
    return fold(match["noun"]).startswith(("programa", "subprograma"))


def _says_where(tail: str, patterns: Patterns) -> bool:
    """Whether a complement only says of which towns a thing is: "ferias de Monterrey y Guadalupe"."""
    link = _WHERE.match(tail)
    towns = known_towns_of(patterns)
    return link is not None and all(towns.called(part) for part in _BETWEEN_NAMES.split(tail[link.end() :].strip()))


def _is_name(match: re.Match[str], tail: str, patterns: Patterns) -> bool:
    """Whether a trigger and the capitalized words after it make a name.

    Any noun does with a capital. In small letters "programa" takes any name, the others a name set beside them or a
    complement of two capitalized words at least ("campaña de Vacunación" is a description).
    """
    words, grammar = tail.split(), grammar_of(patterns)
    noun, capital = fold(match["noun"]), match["noun"][0].isupper()
    if not any(word[0].isupper() or word[0].isdigit() for word in words) or not _HAS_LETTERS.search(tail):
        return False
    if words[0] in {"y", "e"} or (match.group() + tail).isupper():
        return False
    if noun in grammar.words("paired_trigger"):
        return _names_part(match, tail, patterns)
    if capital or _is_program(match):
        return True
    if noun in grammar.words("benefit"):
        return _names_benefit(words, tail, grammar)
    if noun in grammar.words("event") and not _STARTS_LINKED.match(tail):
        first = fold(words[0])  # "el desfile Vida y Color": an event with its name beside it
        own_noun = first in grammar.words("naming_trigger") | grammar.words("given_name")
        return not own_noun and sum(word[0].isupper() for word in words) > 1
    if noun in grammar.words("capital_trigger") or fold(words[0]) in grammar.words("naming_trigger"):
        return False  # "torneo Copa …": the name begins with its own noun
    if is_acronym(words[-1]):
        return False
    return not _STARTS_LINKED.match(tail) or sum(word[0].isupper() for word in words) > 1


def _names_part(match: re.Match[str], tail: str, patterns: Patterns) -> bool:
    """Whether a noun for a part or a channel of a scheme carries a name, of two capitalized words at least.

    Set beside a small noun ("la línea Campo Vivo"); as the complement of what something is done by ("a través del
    servicio de Bolsa Laboral"), where it is none of what every town or hospital has; or with the noun's own capital
    ("Esquema de Apoyo a la Pesca").
    """
    words = tail.split()
    name = [word for word in words if word[0].isupper()]
    linked = _STARTS_LINKED.match(tail) is not None
    if match["noun"][0].isupper():
        return _names_capital_part(match, tail, name, patterns)
    if len(name) < 2:
        return False
    if not linked:
        return words[0][0].isupper()
    by = _CHANNEL.search(match.string, max(0, match.start() - _CHANNEL_REACH), match.start())
    return by is not None and words[0] in {"de", "del"} and fold(name[0]) not in words_of(patterns, "public_service")


def _names_capital_part(match: re.Match[str], tail: str, name: list[str], patterns: Patterns) -> bool:
    """Whether the noun for a part opens a name with its own capital, ``name`` being its capitalized words.

    "Línea Roma" and "Servicio Médico" are a place and a body; a line is a scheme where its noun says that it gives
    help ("Línea de Asistencia a Talleres"), or the word before it that it lends ("créditos de la Línea Mar Vivo").
    """
    noun, linked = fold(match["noun"]), _STARTS_LINKED.match(tail) is not None
    if noun in _COMPONENTS and not linked and name:
        word = fold(name[0])
        return len(name) > 1 or (len(word) >= _SHORTEST_COMPONENT and not is_relational(word))
    if len(name) < 2:
        return False
    if noun == _LINE:
        if linked:
            return fold(name[0]) in words_of(patterns, "line_of") and not _TELEPHONE.search(tail)
        before = match.string[max(0, match.start() - _CHANNEL_REACH) : match.start()]
        return any(rule.pattern.search(before) for rule in rules_of(patterns, "loan_before"))
    return noun.startswith(_LINE) or noun in (_SCHEME_PARTS if linked else _BESIDE_PARTS)


def _names_benefit(words: list[str], tail: str, grammar: NameGrammar) -> bool:
    """Whether a name is set beside what is given, in the plural: "créditos Microplus", but "créditos Infonavit"."""
    first = fold(words[0].strip('“"”,'))
    other = first in grammar.words("given_name") | grammar.words("not_acronym") | grammar.one_word_bodies
    other = other or is_acronym(words[0]) or (len(words) == 1 and first.endswith("s"))  # "paquetes Escolares"
    return not _STARTS_LINKED.match(tail) and words[0][0].isupper() and not other


def _belongs_to_name(match: re.Match[str], tail: str, patterns: Patterns) -> bool:
    """Whether the trigger itself is part of the name: "Plan de Acción", "Programa Nacional de Becas"."""
    capital = match["noun"][0].isupper()
    if _is_program(match):
        return capital and (bool(match["adjective"]) or bool(OF_MANY.match(match["noun"] + tail)))
    if match["adjective"] and not capital and not _STARTS_LINKED.match(tail):
        return False  # "el subsidio social Supera": a small adjective parts the noun from the name
    part = fold(match["noun"]) in _ROUNDS | words_of(patterns, "paired_trigger")
    if capital or (_STARTS_LINKED.match(tail) and not part):
        return True
    kinds = ("trigger", "paired_trigger", "benefit")
    return not any(fold(match["noun"]) in words_of(patterns, kind) for kind in kinds)


def _module(text: str, match: re.Match[str], limit: int, grammar: NameGrammar, patterns: Patterns) -> list[Name]:
    """The name that a mobile service carries; two capitalized words at least, no body's, person's or place's name."""
    head = tokens_of(text, match.end(), limit)[:1]
    if not head or not head[0].surface[0].isupper() or head[0].folded in PLAIN_LINKS | TELLING_LINKS:
        return []  # "LLEVA SU UNIDAD MÓVIL A LA SIERRA"
    if grammar.opens_body(head[0]) or head[0].folded in grammar.words("given_name"):
        return []
    end = grammar.extend(text, head[0].end, limit, head[0].surface, "program")
    name = text[head[0].start : end]
    of_other = any(rule.weight < 0 and rule.pattern.search(name) for rule in evidence_of(patterns, "inside"))
    if end == head[0].end or of_other:
        return []
    return [program_mention(text, head[0].start, end, "program.module", name, 0.6)]


@lru_cache(maxsize=8)
def _plain_trigger(patterns: Patterns) -> Expression:
    kinds = ("trigger", "naming_trigger", "paired_trigger", "benefit")
    nouns = frozenset[str]().union(*(words_of(patterns, kind) for kind in kinds))
    ordered = "|".join(sorted(map(any_accent, nouns), key=lambda noun: (-len(noun), noun)))
    adjective = rf"(?P<adjective>(?:\s+(?:{ADJECTIVES})(?:es)?)?)"
    return Expression(rf"(?<!\w)(?P<noun>{ordered}){adjective}(?!\w)", re.IGNORECASE)
