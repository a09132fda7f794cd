"""Organizations whose name holds no noun for a body: companies, foundations, a single word.

Their names are found by what stands around them: a noun in small letters before the name ("la empresa Agua del Valle"),
an acronym that its letters make ("Caminos del Sur (Camisur) reparó"), an office that only a company or an association
has ("gerente general de Aguas Claras"), the subject's place in a headline that the text takes up again, or, for a
single word, its place as the subject that opens a sentence.
"""

from __future__ import annotations

import bisect
import re

from extract.mentions import Block, Sentence
from extract.names.agency_rules import rules_of
from extract.names.countries import regions_of
from extract.names.grammar import NameGrammar, grammar_of, is_capitalized
from extract.names.known_towns import known_towns_of
from extract.names.spelling import Spelled, in_capitals
from extract.names.words import Token, fold, places_of_words, tokens_of
from extract.patterns import Patterns
from extract.rules import NameRule, possible

_UNDEFINED_SCORE = 0.5
_DEFINED_SCORE = 0.7
_VOICE_SCORE = 0.8
#: The blanks before it are taken from the first on only, or a long run of them would be tried from each.
_ACRONYM = re.compile(r"(?:(?<!\s)\s++)?\(\s*([^\W\d_][\w-]{1,11})\s*\)")
#: A verb in the past or the future right after a name: the name acts.
_ACTS = re.compile(
    r"(?:,\s+(?:por\s+su\s+(?:parte|lado)|a\s+su\s+vez|en\s+tanto|adem[áa]s|tambi[ée]n|en\s+cambio),)?"
    r"(?:,\s+(?:que|quien|empresa|compañía|firma)\s+[^,.;\n]{3,70},)?,?\s+(?:no\s+)?(?:se\s+)?(?:[a-záéíóúñ]{2,}(?:ó|ará|erá|irá|puso|tuvo|dujo|trajo)|dio|hizo|(?:ha|había|habrá)\s+[a-záéíóúñ]+[aií]do)\b"
)
#: What makes a company a giver or a builder of what is counted, right behind its name.
_GIVES = re.compile(
    r"\s*(?:\([^)]{2,15}\))?\s*(?:,[^,.;\n]{3,70},)?\s+(?:(?:se\s+hizo|se\s+hace|se\s+hará)\s+cargo|corri[óo]\s+con|corre\s+con|puso"
    r"|(?:don|aport|entreg|financi|coste|sufrag|construy|instal|patrocin|ejecut|invirti|asumi|cedi|facilit)(?:ó|ará|irá)"
    r"|(?:ha|había)\s+(?:donado|aportado|entregado|financiado|costeado|sufragado|construido|instalado|invertido|asumido|cedido))\b"
)
_LINKS = frozenset({"de", "del", "la", "las", "los", "el", "y", "e", "para"})
#: Nouns for what has an acronym and is no body.
_NO_BODIES = frozenset({
    "ley", "norma", "tratado", "reglamento", "ingreso", "ingresos", "impuesto", "indice", "producto", "encuesta",
    "tasa", "renta", "complemento", "prestacion", "aporte", "contrato", "convenio", "acuerdo", "presupuesto",
    "informe", "salario", "subvencion", "ayuda", "certificado", "tratamiento", "virus", "enfermedad", "unidad",
    "aula", "zona", "area",
})  # fmt: skip
#: No name of an organization has more words than this before its acronym.
_MOST_WORDS = 10
#: What ends a dateline and begins the text: "Cartagena, 5 de mayo de 2019. ", "… de 2020.- ".
_AFTER_DATELINE = re.compile(r"\b(?:19|20)\d{2}\s*[.,:;)–—-]+\s*$")
_CAPITAL_BEFORE = re.compile(
    r"(?<!\w)(?!(?:Desde|Con|En|Para|Por|Seg[úu]n|De|Como|Sin|Tras|Que|El|La)\s)[A-ZÁÉÍÓÚÑ][\wáéíóúñ]*\s(?:(?:de|del|y)\s(?:la\s)?)?$"
)
_CAPITAL_AFTER = re.compile(r"\s(?:(?:de|del|y)\s(?:la\s)?)?[A-ZÁÉÍÓÚÑ]")
_SHORTEST = 4
#: A word of a name is looked for so far (characters).
_NAME_REACH = 40
#: What may be the verb of a headline, in any tense, and is no preposition.
_VERB_AFTER = re.compile(
    r"\s+(?:se\s+|ya\s+|no\s+)?(?!(?:para|ante|entre|sobre|desde|hasta|contra|hacia|durante|mediante|aunque|donde|que|cuya)\b)"
    r"[a-záéíóúñ]+(?:a|e|an|en|ó|ió|aron|ieron|rá|rán)\s"
)
#: A headline's name that the text takes up is used so often at least, the headline included.
_TAKEN_UP = 3
_OFFICES = (
    "municipal", "state", "national", "generic", "role.municipal", "role.state", "role.national", "role.body", "short",
)  # fmt: skip
#: Adverbs, pronouns and conjunctions that open a sentence before a verb.
_NO_NAMES = frozenset({
    "hoy", "ayer", "manana", "anoche", "tambien", "ademas", "asimismo", "luego", "despues", "entonces", "aqui", "alli",
    "ahora", "nadie", "alguien", "quien", "todo", "nada", "esto", "eso", "ello", "ella", "este", "esta", "otro", "otra",
    "cada", "cuando", "donde", "aunque", "porque", "como", "pero", "siempre", "nunca", "jamas", "apenas", "mientras",
    "segun", "durante", "antes", "usted", "dicho", "dicha", "mismo", "ambos", "solo", "incluso", "tampoco", "todavia",
    "enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre", "setiembre", "octubre",
    "noviembre", "diciembre", "lunes", "martes", "miercoles", "jueves", "viernes", "sabado", "domingo",
})  # fmt: skip


def organization_names(
    text: str,
    blocks: list[Block],
    sentences: list[Sentence],
    taken: list[tuple[int, int]],
    place: str | None,
    patterns: Patterns,
) -> list[Spelled]:
    """The organizations of a release that no noun for a body announces, in reading order.

    Parameters
    ----------
    text, blocks, sentences:
        The release and its layout.
    taken:
        The spans of what is found so far, in reading order; nothing of them is found again.
    place:
        The dateline's place, which is never the release's voice.
    """
    grammar = grammar_of(patterns)
    rules = possible((*rules_of(patterns, "organization"), *rules_of(patterns, "company")), text)
    found = [name for block in blocks for name in _after_nouns(text, block, grammar, rules)]
    found += _before_acronyms(text, grammar)
    found += _subjects(text, blocks, sentences, place, patterns)
    found += [*_led(text, blocks, patterns), *_headline_subject(text, blocks, place, patterns)]
    kept: list[Spelled] = []
    for name in sorted(found, key=lambda name: (name.start, -name.end)):
        if not overlaps(name, taken) and (not kept or name.start >= kept[-1].end):
            kept.append(name)
    return kept


def overlaps(name: Spelled, taken: list[tuple[int, int]]) -> bool:
    """Whether a name shares a character with one of the spans, which are sorted and never overlap."""
    at = bisect.bisect_left(taken, (name.end,))
    return at > 0 and taken[at - 1][1] > name.start


def _after_nouns(text: str, block: Block, grammar: NameGrammar, rules: list[NameRule]) -> list[Spelled]:
    """Names beside a noun for a company or an association: "la fundación Manos del Sur"."""
    found = []
    for rule in rules:
        for match in rule.finditer(text, block.start, block.end):
            first = next(iter(tokens_of(text, match.end(), min(block.end, match.end() + 60))), None)
            if first is None or not is_capitalized(first.surface) or grammar.opens_body(first):
                continue
            end = grammar.extend(text, first.end, block.end, first.surface)
            name = _spelled(text, first.start, end, block.end, rule.id)
            if name.acronym or rule.kind == "organization" or _GIVES.match(text, end):
                found.append(name)
    return found


def _spelled(text: str, start: int, end: int, limit: int, rule: str) -> Spelled:
    name, acronym = " ".join(text[start:end].split()), _ACRONYM.match(text, end, limit)
    if acronym and _makes(acronym.group(1), name):
        return Spelled(start, acronym.end(), name, acronym.group(1), _DEFINED_SCORE, rule)
    return Spelled(start, end, name, None, _UNDEFINED_SCORE, rule)


def _before_acronyms(text: str, grammar: NameGrammar) -> list[Spelled]:
    """Names that an acronym in parentheses follows and that act: "Aguas del Norte (Agnor) reparó"."""
    tokens = tokens_of(text)
    barred = grammar.words("trigger") | grammar.words("naming_trigger") | _NO_BODIES
    found = []
    for match in _ACRONYM.finditer(text) if "(" in text else ():
        acronym = match.group(1)
        if fold(acronym) in grammar.words("not_acronym"):
            continue
        if not is_capitalized(acronym) or not _ACTS.match(text, match.end()):
            continue
        first = _first_word(text, tokens, match.start(), acronym)
        if first is not None and first.folded not in barred and not grammar.opens_body(first):
            name = " ".join(text[first.start : match.start()].split())
            if _makes(acronym, name):
                found.append(
                    Spelled(first.start, match.end(), name, acronym, _DEFINED_SCORE, "agency.organization.defined")
                )
    return found


def _first_word(text: str, tokens: list[Token], end: int, acronym: str) -> Token | None:
    """The first word of the run of capitalized words that ends at ``end`` and begins as the acronym does."""
    at = bisect.bisect_left(tokens, (end,)) - 1
    first, capitals, after = None, 0, end
    for token in reversed(tokens[max(0, at + 1 - _MOST_WORDS) : at + 1]):
        if text[token.end : after].strip() or (not is_capitalized(token.surface) and token.folded not in _LINKS):
            break
        capitals += is_capitalized(token.surface)
        if is_capitalized(token.surface) and token.folded[0] == fold(acronym)[0] and capitals > 1:
            first = token
        after = token.start
    return first


def _makes(acronym: str, name: str) -> bool:
    """Whether an acronym's letters stand in the name in that order, its first one first."""
    letters = iter(fold(name).replace(" ", ""))
    return fold(acronym)[0] == fold(name)[0] and all(letter in letters for letter in fold(acronym).replace("-", ""))


def _subjects(
    text: str, blocks: list[Block], sentences: list[Sentence], place: str | None, patterns: Patterns
) -> list[Spelled]:
    """Every use of a single word that, as an acting subject, opens a sentence: "Aquanor renovó tres pozos"."""
    title = blocks[0] if blocks and not in_capitals(blocks[0].surface) else None
    tokens = tokens_of(text)
    opens = {sentence.start for sentence in sentences}
    found = []
    for places in places_of_words(text).values():
        if not is_capitalized(tokens[places[0]].surface):  # most words; the others are looked at more closely
            continue
        same = [tokens[place] for place in places]
        acting = [use for use in same if _opens_text(text, use, opens) and _ACTS.match(text, use.end)]
        if not acting or not _could_be_name(text, same, place, patterns):
            continue
        in_title = title is not None and same[0].start == title.start
        score = _VOICE_SCORE if in_title and acting[-1] is not same[0] else _UNDEFINED_SCORE
        found += [Spelled(use.start, use.end, use.surface, None, score, "agency.organization.subject") for use in same]
    return found


def _led(text: str, blocks: list[Block], patterns: Patterns) -> list[Spelled]:
    """Every use of a name that somebody leads as only companies and associations are led: "CEO de Aquanor"."""
    grammar, names = grammar_of(patterns), set()
    for block in blocks:
        for rule in rules_of(patterns, "leader"):
            for match in rule.finditer(text, block.start, block.end):
                name = _name_at(text, match.end(), block.end, grammar)
                if name is not None and not _is_common(tokens_of(name)[0], patterns):
                    names.add(name)
    return [use for name in sorted(names) for use in _uses(text, name, _DEFINED_SCORE, "agency.organization.led")]


def _headline_subject(text: str, blocks: list[Block], place: str | None, patterns: Patterns) -> list[Spelled]:
    """Every use of the name that opens the headline as its subject, where the text takes it up: "Aquanor amplía …"."""
    title = blocks[0] if blocks and not in_capitals(blocks[0].surface) else None
    name = _name_at(text, title.start, title.end, grammar_of(patterns)) if title else None
    if title is None or name is None or not _VERB_AFTER.match(text, title.start + len(name), title.end):
        return []
    uses = _uses(text, name, _VOICE_SCORE, "agency.organization.headline")
    words = [word for word in tokens_of(name) if is_capitalized(word.surface)]
    if len(uses) < _TAKEN_UP or any(_is_common(word, patterns) for word in words):
        return []
    if any(word.folded in fold(place or "").split() for word in words) or len(name) < _SHORTEST:
        return []
    return [] if any(_beside_capital(text, use.start, use.end) for use in uses) else uses


def _name_at(text: str, start: int, limit: int, grammar: NameGrammar) -> str | None:
    """The name of one word or more that begins at an offset, where its first word is no noun for a body."""
    first = next(iter(tokens_of(text, start, min(limit, start + _NAME_REACH))), None)
    if first is None or first.start != start or not is_capitalized(first.surface) or grammar.opens_body(first):
        return None
    return text[start : grammar.extend(text, first.end, limit, first.surface)]


def _uses(text: str, name: str, score: float, rule: str) -> list[Spelled]:
    pattern = re.compile(rf"(?<!\w){re.escape(name)}(?!\w)")
    return [Spelled(use.start(), use.end(), name, None, score, rule) for use in pattern.finditer(text)]


def _opens_text(text: str, use: Token, opens: set[int]) -> bool:
    return (
        use.start in opens
        or text[max(0, use.start - 5) : use.start] == " que "
        or _AFTER_DATELINE.search(text, max(0, use.start - 12), use.start) is not None
    )


def _could_be_name(text: str, same: list[Token], place: str | None, patterns: Patterns) -> bool:
    """Whether a word may be an organization's name: no place's, person's, office's or plain word.

    A town is no body: "mientras que Compostela recibió a 118 mil".
    """
    word = same[0]
    if known_towns_of(patterns).names_place(word.surface):
        return False
    if len(word.surface) < _SHORTEST or word.folded in _NO_NAMES or word.folded.endswith("mente"):
        return False
    if any(not is_capitalized(use.surface) or use.surface.isupper() for use in same):
        return False
    if word.folded in fold(place or "").split() or _is_common(word, patterns):
        return False
    return not any(_beside_capital(text, use.start, use.end) for use in same)


def _is_common(word: Token, patterns: Patterns) -> bool:
    """Whether a word is a given name, a region, an office or a noun of bodies and schemes."""
    grammar = grammar_of(patterns)
    if any(word.folded in grammar.words(kind) for kind in ("given_name", "head", "trigger", "naming_trigger", "event")):
        return True
    if word.folded in _NO_NAMES or regions_of(patterns).find(word.surface):
        return True
    return any(rule.pattern.match(word.surface) for kind in _OFFICES for rule in rules_of(patterns, kind))


def _beside_capital(text: str, start: int, end: int) -> bool:
    """Whether a capitalized word stands beside a name: a surname, a given name, the rest of a longer name."""
    before, after = text[max(0, start - 25) : start], text[end : end + 12]
    return _CAPITAL_BEFORE.search(before) is not None or _CAPITAL_AFTER.match(after) is not None
