"""Names of bodies as a release spells them out: by the grammar of names, the gazetteer and the usual bodies."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from extract.mentions import Block
from extract.names.agency_rules import rules_of
from extract.names.capitals import is_office, names_body
from extract.names.countries import regions_of
from extract.names.gazetteer import country_of_entity, gazetteer_of, region_of_entity
from extract.names.grammar import NUMBER, NameGrammar, grammar_of, is_acronym, is_capitalized
from extract.names.words import PhraseIndex, Token, content, fold, tokens_of
from extract.patterns import Patterns
from extract.rules import Entity, NameRule

_WEAK_SCORE = 0.5
#: The name of what a body's name is only part of begins so far before it at most (characters).
_BEFORE = 40
_IN_PLACE = re.compile(r"\b(?:en|de|desde|por)\s+(?:la\s+)?$")
#: Nouns that with a small letter are a territory where a place follows.
_TERRITORIES = frozenset({"departamento", "comarca", "comuna", "delegacion", "distrito"})
_VERB_AFTER = re.compile(
    r"\s+(?:ya\s+|tambi[ée]n\s+|se\s+|ha\s+)?[a-záéíóúñ]{2,}(?:ó|ió|rá|e|a|ado|ido)\b(?<!\bde)(?<!\bpara)"
)
#: Bodies that one names by their town.
_OF_EACH_TOWN = frozenset({"hospital", "clinica"})
#: Behind it, whom a hospital is named after: "Hospital General (HG) “Dr. Juan Ruiz”".
_NAMED_AFTER = re.compile(
    r"\s*(?:\(([A-ZÁÉÍÓÚÑ]{2,8})\)\s*)?([\"“«](?:Dra?\.\s+)?[A-ZÁÉÍÓÚÑ][^\"”»\n,;:]{2,50}[\"”»])(?=\s+(?:de[l]?\s|en\s|se\s|[a-záéíóú]+ó\b)|[.,)])"
)
_OF = re.compile(r"^\s*del?\s+")
#: The highest court may have its rank before its noun: "Supremo Tribunal de Justicia" (Constitución, Sonora, art. 112).
_COURTS, _RANK_BEFORE = frozenset({"tribunal", "corte"}), re.compile(r"\bSuprem[oa]\s+$")
_AGENT_BEFORE = re.compile(r"\bpor\s+el\s$")
_GOVERNMENT = frozenset({"gobierno", "ejecutivo", "administracion", "govern"})
#: "Nombre (SIGLA)", "Nombre, SIGLA," and "Nombre - SIGLA".
_ACRONYM_AFTER = re.compile(
    r"\s*\(\s*(?:en adelante,?\s+|por sus siglas,?\s+)?[\"“”']?([^\W\d_][\w-]{1,19})[\"“”']?\s*\)"
    r"|,\s+([A-ZÁÉÍÓÚÑ]{3,12})(?=,)"
    r"|\s+[-–—]\s?([A-ZÁÉÍÓÚÑ]{3,12})\b"
)
#: "Sistema para el Desarrollo Integral de la Familia (DIF) Estatal": the level goes with the name.
_LEVEL_AFTER = re.compile(r"\s(?:[Ee]statal|[Mm]unicipal|[Nn]acional)(?!\w)")
#: "Comisión de Agua de los municipios de Colima y Comala (Ciacom)": the towns that a body serves, before its acronym.
_OF_TOWNS = re.compile(
    r"\s(?:de|para)\s(?:los\s(?:municipios|cantones|distritos)|la\s(?:zona\s\w+|regi[óo]n|provincia))\s(?:de|del)\s"
    r"[^.;:()\n]{3,80}(?=\s\()"
)
#: "SIGLA (Nombre)", read from the name backwards.
_ACRONYM_BEFORE = re.compile(r"([^\W\d_][\w-]{1,19})\s*\(\s*(?:el|la)?\s*$")


class Spelled(NamedTuple):
    """A body's name as it stands in the text.

    ``name`` lacks the acronym that the span may hold in parentheses, and the ``place`` behind that.
    """

    start: int
    end: int
    name: str
    acronym: str | None
    score: float
    rule: str
    place: str = ""


class UsualBodies:
    """The ``body`` rules: names of bodies that most towns and states have."""

    def __init__(self, patterns: Patterns) -> None:
        rules = [rule for rule in patterns.rules("agency_names.yml", NameRule) if rule.kind == "body"]
        self.index: PhraseIndex[str] = PhraseIndex((phrase, rule.id) for rule in rules for phrase in rule.phrases)
        self.names = {fold(phrase): phrase for rule in rules for phrase in rule.phrases}
        self.spelling = self.names | {fold(name): name for name in gazetteer_of(patterns, "agencies.csv").names()}


@lru_cache(maxsize=8)
def usual_bodies(patterns: Patterns) -> UsualBodies:
    """The usual bodies of a pattern folder, made once."""
    return UsualBodies(patterns)


def spelled_names(text: str, blocks: list[Block], country: str | None, patterns: Patterns) -> list[Spelled]:
    """Every body's name that is spelled out, in reading order, the longest where readings overlap."""
    return list(_spelled(text, tuple(blocks), country, patterns))


@lru_cache(maxsize=2)  # both the programs and the agencies of a text ask for them
def _spelled(text: str, blocks: tuple[Block, ...], country: str | None, patterns: Patterns) -> list[Spelled]:
    found: list[Spelled] = []
    for block in blocks:
        found += _by_grammar(text, block, grammar_of(patterns), patterns)
    found += _by_lists(text, country, patterns)
    found = [spelled for spelled in found if not is_in_other_name(text, spelled, patterns)]
    found.sort(key=lambda spelled: (spelled.start, -spelled.end, -spelled.score))
    kept: list[Spelled] = []
    for spelled in found:
        if not kept or spelled.start >= kept[-1].end:
            kept.append(spelled)
    return kept


def is_in_other_name(text: str, spelled: Spelled, patterns: Patterns) -> bool:
    """Whether a body's name is only part of a law's, a document's or a place's: "Soto la Marina"."""
    first = max(0, spelled.start - _BEFORE)
    return any(rule.pattern.search(text, first, spelled.start) for rule in rules_of(patterns, "not_before"))


@lru_cache(maxsize=512)  # the names of programs and those of agencies both ask for the blocks of a text
def _by_grammar(text: str, block: Block, grammar: NameGrammar, patterns: Patterns) -> Sequence[Spelled]:
    if in_capitals(block.surface):
        return ()
    found: list[Spelled] = []
    tokens = tokens_of(text, block.start, block.end)
    for at, token in enumerate(tokens):
        if not grammar.opens_body(token) or (found and token.start < found[-1].end):
            continue
        if at and _is_surname(text, tokens[at - 1], token, grammar):
            continue
        spelled = _read(text, tokens, at, block.end, grammar, patterns)
        if spelled is not None:
            found.append(spelled)
    return found


def _is_surname(text: str, before: Token, token: Token, grammar: NameGrammar) -> bool:
    """Whether a word that could open a body's name follows a given name: "Lorena Cámara Prado"."""
    return before.folded in grammar.words("given_name") and text[before.end : token.start] == " "


def _read(
    text: str, tokens: list[Token], at: int, limit: int, grammar: NameGrammar, patterns: Patterns
) -> Spelled | None:
    """The name that the head at a token opens, or None where the noun opens no name."""
    head, end, last = tokens[at], tokens[at].end, tokens[at]
    weak = head.folded in grammar.words("weak_head")
    for token in tokens[at + 1 : at + 4]:
        if token.folded not in grammar.words("qualifier") or token.start > end + 1 or is_capitalized(token.surface):
            break
        end, last = token.end, token
    despacho = of_despacho(text, head.end, patterns)
    end = despacho or end
    stop = grammar.extend(text, end, limit, last.surface if last is not head else head.surface)
    name = " ".join(text[head.start : stop].split())
    if despacho and stop > despacho:  # "Secretaría de Estado en el Despacho de Salud" is the Secretaría de Salud
        name = " ".join(f"{head.surface}{text[despacho:stop]}".split())
        return _with_acronym(text, head.start, stop, limit, name, weak, grammar)
    small_territory = head.folded in _TERRITORIES and head.surface[0].islower()
    if small_territory and regions_of(patterns).find(text[end:stop]):
        return None  # "el departamento de Concepción"
    region = fold(_OF.sub("", text[end:stop]))
    if (
        head.folded == "departamento"
        and region in regions_of(patterns).government
        and not _acts(text, head.start, stop)
    ):
        return None  # "el Departamento del Meta" is a part of the country, unless it does something
    if head.folded in _OF_EACH_TOWN and (named_after := _NAMED_AFTER.match(text, stop, limit)):
        name, stop = f"{name} {named_after[2]}", named_after.end()
        return Spelled(head.start, stop, name, named_after[1], _WEAK_SCORE, "agency.grammar")
    named = _is_name(name, head, weak, grammar) or (_is_level(name, head, grammar) and _acts(text, head.start, stop))
    if stop == end or not named or _is_barred(text, head.start, stop, patterns):
        return None
    rank = _RANK_BEFORE.search(text, max(0, head.start - 12), head.start) if head.folded in _COURTS else None
    start = rank.start() if rank else head.start
    return _with_acronym(text, start, stop, limit, " ".join(text[start:stop].split()), weak, grammar)


def of_despacho(text: str, end: int, patterns: Patterns) -> int | None:
    """The end of " de Estado en el Despacho" behind the noun of a ministry or of its head."""
    found = (rule.pattern.match(text, end) for rule in rules_of(patterns, "despacho"))
    return next((match.end() for match in found if match), None)


def _acts(text: str, start: int, end: int) -> bool:
    """Whether a name is the subject of a verb behind it, or what a passive is done by."""
    return _VERB_AFTER.match(text, end) is not None or _AGENT_BEFORE.search(text, max(0, start - 8), start) is not None


def _is_name(name: str, head: Token, weak: bool, grammar: NameGrammar) -> bool:
    rest = [word for word in content(name) if word not in grammar.words("qualifier") and word != head.folded]
    if not rest:
        return False
    if not is_capitalized(head.surface) and (weak or head.folded in grammar.words("bare_head")):
        return False
    return head.folded not in grammar.words("bare_head") or len(content(name)) > 1


def _is_level(name: str, head: Token, grammar: NameGrammar) -> bool:
    """Whether a house is named by its level, since a town or a state has one of each: "la Fiscalía General"."""
    level = name.rpartition(" ")[2]
    return head.folded in grammar.words("level_head") and level != head.surface and is_capitalized(level)


def _is_barred(text: str, start: int, stop: int, patterns: Patterns) -> bool:
    return any(rule.pattern.match(text, start, stop + 30) for rule in rules_of(patterns, "not_agency"))


def _with_acronym(text: str, start: int, end: int, limit: int, name: str, weak: bool, grammar: NameGrammar) -> Spelled:
    acronym, place = None, ""
    of_towns = _OF_TOWNS.match(text, end, limit)
    after = _ACRONYM_AFTER.match(text, of_towns.end() if of_towns else end, limit)
    if after and _could_be_acronym(after.group(1) or after.group(2) or after.group(3), name):
        acronym = after.group(1) or after.group(2) or after.group(3)
        end = after.end()
        if after.group(1):
            level = _LEVEL_AFTER.match(text, end, limit)
            name += level.group() if level else ""
            end = level.end() if level else _place_after(text, end, limit, acronym, grammar)
            place = text[after.end() : end] if not level else ""
            if number := NUMBER.match(text, after.end(), limit):  # "Hospital de Zona (HZ) No. 5"
                name, end, place = name + number.group(), number.end(), ""
            elif fold(name).split()[0] in _OF_EACH_TOWN and _OF.match(place):  # "Hospital General (HG) de Ríos"
                name += place
    elif (before := _ACRONYM_BEFORE.search(text, max(0, start - 30), start)) and text[end : end + 1] == ")":
        acronym = before.group(1) if _could_be_acronym(before.group(1), name) else None
    part_of_town = fold(name).split()[0] in grammar.words("territory_head")
    as_place = part_of_town and _IN_PLACE.search(text, max(0, start - 8), start)
    doubtful = as_place or (weak and not acronym)
    return Spelled(start, end, name, acronym, _WEAK_SCORE if doubtful else 1.0, "agency.grammar", place)


def _place_after(text: str, end: int, limit: int, acronym: str, grammar: NameGrammar) -> int:
    """The end of a place that follows an acronym in parentheses: "… (DIF) Benito Juárez"; a person's name is none."""
    following = tokens_of(text, end, min(limit, end + 40))[:1]
    if following and following[0].folded in grammar.words("given_name"):
        return end
    return grammar.extend(text, end, limit, acronym.upper(), "place")


def _could_be_acronym(word: str, name: str) -> bool:
    """Capitals, or a capitalized blend whose first letter opens a word of the name ("Sedeti", "Doium")."""
    initials = {part[0] for part in content(name)}
    return word[0].isupper() and (is_acronym(word) or fold(word)[0] in initials)


def _by_lists(text: str, country: str | None, patterns: Patterns) -> list[Spelled]:
    """Names of the gazetteer and of the usual bodies, in any case of letters."""
    grammar = grammar_of(patterns)
    found = []
    for start, end, phrase, ids in usual_bodies(patterns).index.find(text):
        if is_office(text[start:end], patterns):
            continue  # "la secretaria de Salud": each state and town may have one
        if text[start].isupper() or grammar.is_plain_head(fold(phrase).split()[0]) or len(content(phrase)) > 2:
            stop, name = end, phrase
            if is_acronym(phrase.split()[-1]):  # "DIF Lerdo": the acronym takes its town
                stop = _place_after(text, end, min(len(text), end + 60), phrase.split()[-1], grammar)
                name = f"{phrase}{text[end:stop]}"
            read = _with_acronym(text, start, stop, len(text), " ".join(name.split()), False, grammar)
            found.append(read._replace(rule=ids[0]))
    for listed in gazetteer_of(patterns, "agencies.csv").find(text, country):
        if not listed.acronym and not _is_scheme_here(listed.entity, country, patterns):
            written = " ".join(text[listed.start : listed.end].split())
            own = region_of_entity(listed.entity) is None and fold(written) not in usual_bodies(patterns).names
            if not names_body(written, listed.entity, patterns) or (not own and is_office(written, patterns)):
                continue
            name = written if _is_own_name(written, listed.entity.name) else listed.entity.name
            read = _with_acronym(text, listed.start, listed.end, len(text), name, False, grammar)
            found.append(read._replace(rule=f"agency.listed.{listed.entity.id}"))
    return found


def _is_scheme_here(entity: Entity, country: str | None, patterns: Patterns) -> bool:
    """Whether another country's body is a scheme in this one: "Fondo Nacional de Desarrollo Regional" in Chile."""
    if country is None or country_of_entity(entity) in {country, ""}:
        return False
    scheme = gazetteer_of(patterns, "programs.csv").lookup(entity.name, country)
    return scheme is not None and country_of_entity(scheme) == country


def _is_own_name(written: str, full: str) -> bool:
    """Whether a known name is shown as written: with the noun of the full name, or no part of it ("IMSS Bienestar")."""
    if written.isupper() or written.islower():
        return False
    noun = content(written)[0]
    if noun in _GOVERNMENT:  # "Gobierno andaluz" only describes
        return noun == content(full)[0]
    return noun == content(full)[0] or (" " in written and f" {fold(written)} " not in f" {fold(full)} ")


@lru_cache(maxsize=512)  # several steps ask for the blocks of a text
def in_capitals(surface: str) -> bool:
    """Whether a stretch is set in capitals, as headlines are."""
    letters = "".join(filter(str.isalpha, surface))
    return sum(map(str.isupper, letters)) > 0.7 * len(letters)
