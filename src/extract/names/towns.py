"""The town of a release that neither a dateline nor a mayor's title names: the one that the text speaks of."""

from __future__ import annotations

import re
from collections import Counter

from extract.mentions import Block
from extract.names.countries import regions_of
from extract.names.grammar import grammar_of, is_acronym
from extract.names.known_towns import known_towns_of
from extract.names.words import fold, tokens_of
from extract.patterns import Patterns

#: What the text must show at least: two hints, or one in the headline that says it outright.
_ENOUGH = 2
#: A town that opens the headline or the text: "Morón: ya son 190", "Talca.- Diez familias", "Nogales, diciembre 27.-".
_CAPITALS = r"[A-ZÁÉÍÓÚÑ][\wáéíóúñ.]*(?:\s(?:de\s)?[A-ZÁÉÍÓÚÑ][\wáéíóúñ.]*)*"
_MONTH = r"(?:ene|feb|mar|abr|may|jun|jul|ago|sep|set|oct|nov|dic)[a-z]*\s+\d"
_WEEKDAY = r"(?:lunes|martes|mi[ée]rcoles|jueves|viernes|s[áa]bado|domingo)\b"
_LABEL_AFTER = re.compile(
    rf"\s*(?::|\.\s?[-–—]|,\s+{_CAPITALS}\s?[-–—]"
    rf"|,\s+(?:{_CAPITALS}[.,;]\s*)?(?:a\s+)?(?:\d{{1,2}}\b|{_MONTH}|{_WEEKDAY}))"
)
#: A town that opens the headline and acts: "Logroño atendió a mil".
_ACTS_AFTER = re.compile(r"\s+(?:se\s+)?[a-záéíóúñ]{2,}(?:ó|ará|erá|irá)\b")
#: Nouns whose complement is the town that they belong to.
_OF_TOWN = re.compile(
    r"\b(?:municipio|ciudad|comuna|localidad|cant[óo]n|partido|villa|vecin[oa]s|habitantes|poblaci[óo]n|familias|estudiantes|"
    r"alumn[oa]s|j[óo]venes|mujeres|ciudadan[oa]s|gente|ciudadan[íi]a|municipal|p[úu]blic[oa]s?|mayores)\s+de\s+$",
    re.IGNORECASE,
)
#: What says outright that a town has a government of its own, also of a town that is called like its state.
_OF_MUNICIPALITY = re.compile(r"\b(?:municipio|cant[óo]n|comuna)\s+de\s+$", re.IGNORECASE)
_OWN_BODY = re.compile(r"\bDIF\s+(?:Municipal\s+)?(?:de\s+)?$")
_IN_TITLE = re.compile(r"\b(?:de|en)\s+$")
_BEFORE = 40
_ARTICLES = frozenset({"el", "la", "los", "las"})
#: What a headline calls a government without its article.
_GOVERNMENTS = frozenset({
    "gobierno", "municipio", "distrito", "comuna", "estado", "provincia", "region", "departamento", "nacion",
    "ejecutivo",
    "ayuntamiento", "alcaldia", "municipalidad", "prefectura", "gobernacion", "diputacion", "alcalde", "alcaldesa",
    "gobernador", "gobernadora", "presidente", "presidenta",
})  # fmt: skip


def town_of_text(text: str, blocks: list[Block], country: str | None, patterns: Patterns) -> str | None:
    """The town that a text names most plainly as its own, in its longest spelling; None where nothing tells.

    Parameters
    ----------
    text, blocks:
        The release and its layout; the first block is the headline.
    country:
        The country of the release: its states and provinces are no towns here.
    """
    weights: Counter[str] = Counter()
    written: dict[str, str] = {}
    municipalities: set[str] = set()
    for block in blocks:
        title = block.kind == "title"
        for start, end in _places(text, block, country, patterns):
            before, after = text[max(block.start, start - _BEFORE) : start], text[end : end + _BEFORE]
            opens = start == block.start
            acts = opens and title and _ACTS_AFTER.match(after)  # so may a programme that opens the headline
            known = any(region is None for _, region in regions_of(patterns).find(text[start:end])) or bool(
                known_towns_of(patterns).called(text[start:end], country)
            )
            plain = (opens and _LABEL_AFTER.match(after)) or (acts and known) or _OWN_BODY.search(before)
            if plain or (title and (_OF_TOWN.search(before) or (known and _IN_TITLE.search(before)))):
                weight = _ENOUGH
            else:
                weight = int(bool(acts or _OF_TOWN.search(before) or (title and _IN_TITLE.search(before))))
            if weight:
                name = " ".join(text[start:end].split())
                weights[fold(name)] += weight
                written.setdefault(fold(name), name)
                municipalities |= {fold(name)} if _OF_MUNICIPALITY.search(before) else set()
    if len(weights) == 1 and municipalities:
        return next(iter(written.values()))  # no other town is named
    return _foremost(weights, written)


def _foremost(weights: Counter[str], written: dict[str, str]) -> str | None:
    """The town with most weight, in the longer spelling where the text has both: "Tlajomulco de Zúñiga"."""
    united = {
        name: sum(weight for part, weight in weights.items() if f"{name} ".startswith(f"{part} ")) for name in weights
    }
    if not united:
        return None
    best, weight = max(united.items(), key=lambda item: (item[1], len(item[0])))
    return written[best] if weight >= _ENOUGH else None


def _places(text: str, block: Block, country: str | None, patterns: Patterns) -> list[tuple[int, int]]:
    """The capitalized runs of a block that may be a town's name."""
    grammar, places = grammar_of(patterns), []
    no_town = grammar.words("given_name") | grammar.words("common_word") | grammar.words("never_opens") | _GOVERNMENTS
    end = block.start
    for token in tokens_of(text, block.start, block.end):
        if token.start < end or not token.surface[0].isupper() or is_acronym(token.surface) or len(token.surface) == 1:
            continue
        article = token.folded in _ARTICLES and text[max(0, token.start - 2) : token.start].strip(" ").isalnum()
        if not article and (token.folded in no_town or grammar.opens_body(token)):
            continue
        stop = grammar.extend(text, token.end, block.end, token.surface, "place")
        name = text[token.start : stop]
        is_state = any(region and found == country for found, region in regions_of(patterns).find(name))
        if _OF_MUNICIPALITY.search(text, max(block.start, token.start - _BEFORE), token.start):
            is_state = False
        if not (is_state or fold(name) == fold(country or "")) and not any(is_acronym(word) for word in name.split()):
            places.append((token.start, stop))
            end = stop
    return places
