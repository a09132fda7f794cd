"""Acronyms of bodies: those that a release defines, those that a gazetteer knows, and those that nobody spells out."""

from __future__ import annotations

import bisect
import dataclasses
import re
from collections.abc import Iterator, Sequence

from extract.mentions import Block, Name
from extract.names.agency_rules import rules_of
from extract.names.bodies import Bodies
from extract.names.countries import regions_of
from extract.names.gazetteer import gazetteer_of
from extract.names.grammar import NUMBER, grammar_of
from extract.names.known_towns import known_towns_of
from extract.names.offices import body_mention
from extract.names.spelling import in_capitals
from extract.names.words import Token, content, fold, tokens_of
from extract.openings import Expression
from extract.patterns import Patterns

#: An acronym this long may be written like a word ("Sedesol"); a shorter one would be taken for a word.
_WRITTEN_LIKE_A_WORD = 4
_UNKNOWN = re.compile(r"[A-ZÁÉÍÓÚÑ]{3,11}|[A-Z]{1,4}[ye][A-Z]{1,4}")
#: "La XXVII edición", "el IV Informe".
_ROMAN = re.compile(r"C{0,3}(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})")
_AFTER_ARTICLE = re.compile(r"\b(?:el|la|del|al)\s$", re.IGNORECASE)
_SCHEME_ACRONYM = Expression(
    r"\b(?:Fondo|Programa|Plan|Subsidio|Bono|Estrategia|Proyecto|Beca)s?\s[^.;()\n]{3,140}\(\s*([A-ZÁÉÍÓÚÑ][\w-]{2,14})\s*\)"
)
_IN_BRACKETS = re.compile(r"\(\s*([A-ZÁÉÍÓÚÑ]{3,11})\s*\)")
#: A house that each quarter has one of, where something is done: "el CIC de barrio Norte".
_IN_QUARTER = re.compile(
    r"\b([A-ZÁÉÍÓÚÑ]{3,11})\s+del?\s+(?:la\s+)?(?:[Bb]arrio|[Cc]olonia|[Vv]ecindario|[Pp]oblaci[óo]n|[Vv]ereda)\b"
)
#: What an acronym stands for is spelled out within so many characters before it.
_SPELLED_WITHIN = 120
#: Whom a scheme pays, right before its acronym (RAE, Diccionario, s. v. becario, beneficiario).
_BENEFICIARIES = Expression(
    r"\b(?:becari[oa]s|beneficiari[oa]s|perceptor(?:es|as)|titulares)\s+(?:activ[oa]s\s+)?del?\s+(?:la\s+)?$",
    re.IGNORECASE,
)
#: A scheme reaches or covers so many: "el ABC llegó a 9 millones"; "la" is mostly that of a secretaría or a comisión.
_REACHES = re.compile(
    r"\s+(?:ya\s+|también\s+)?(?:ha\s+)?(?:(?:llegó|llegado|llegará|alcanzó|alcanzado|alcanzará|benefició|beneficiado|beneficiará)\s+a"
    r"|cubrió|cubierto|cubrirá)\s+(?:más\s+de\s+|cerca\s+de\s+|casi\s+|unos\s+|unas\s+)?\d"
)
_DEFINED_SCORE, _LISTED_SCORE, _SPELLED_SCORE, _UNKNOWN_SCORE = 0.95, 0.9, 0.9, 0.6
#: Without an article an acronym opens a clause or follows what tells an agent, within so many characters.
_BEFORE = 60
_OPENS = re.compile(r"(?:^|[.;:•·*\n]\s*|[-–—]\s*|,\s+|\b(?:que|y|mientras|donde)\s+)$", re.IGNORECASE)
#: A verb of the third person in the past or the future, or an auxiliary, right behind a subject (NGLE 4.4).
_ACTS = re.compile(
    r"(?:,\s+(?:por\s+su\s+(?:parte|lado)|a\s+su\s+vez|en\s+tanto|adem[áa]s|tambi[ée]n),)?"
    r"\s+(?:no\s+|ya\s+|también\s+)?(?:(?:se|le|les|lo|la|los|las)\s+)?"
    r"(?:[a-záéíóúñ]+(?:ó|ará|erá|irá|puso|tuvo|dujo|trajo)|dio|hizo|vino|(?:ha|había|habrá|lleva)\s+[a-záéíóúñ]+[aií]do)\b"
)


def acronym_mentions(
    text: str, blocks: list[Block], bodies: Bodies, country: str | None, patterns: Patterns
) -> list[Name]:
    """Acronyms: of the release's own definitions, else of the gazetteer, else of a body that nobody spells out."""
    tokens = tokens_of(text)
    known = gazetteer_of(patterns, "agencies.csv").find(text, country)
    listed = {item.start: item for item in known if item.acronym}
    unknown = _Unknown(text, blocks, tokens, country, patterns)
    found = []
    for token in tokens:
        if not token.surface[0].isupper():
            continue
        body = bodies.with_acronym(token.surface)
        if body is not None and (token.surface.isupper() or len(token.surface) >= _WRITTEN_LIKE_A_WORD):
            rule, score = "agency.acronym.defined", _DEFINED_SCORE
            found.append(body_mention(text, token.start, token.end, rule, body, "acronym", score))
        elif token.start in listed and token.folded not in unknown.barred:
            item = listed[token.start]
            body = bodies.add(item.entity.name)
            name = body_mention(text, item.start, item.end, "agency.acronym.listed", body, "acronym", _LISTED_SCORE)
            found.append(dataclasses.replace(name, id=body.id or item.entity.id))
        elif unknown.looks_like_body(token):
            spelled_out = bodies.spelled_by(token.surface)
            number = None if spelled_out else NUMBER.match(text, token.end)  # "el HGR No. 1"
            end = number.end() if number else token.end
            body = spelled_out or bodies.add(" ".join(text[token.start : end].split()))
            score = _SPELLED_SCORE if spelled_out else _UNKNOWN_SCORE
            found.append(body_mention(text, token.start, end, "agency.acronym.unknown", body, "acronym", score))
    return found


class _Unknown:
    """Which capitals of a release are the acronym of a body that neither it nor the gazetteer spells out."""

    def __init__(
        self, text: str, blocks: list[Block], tokens: Sequence[Token], country: str | None, patterns: Patterns
    ) -> None:
        self._text, self._country, self._patterns = text, country, patterns
        self._schemes = gazetteer_of(patterns, "programs.csv")
        self._in_schemes = [(item.start, item.end) for item in self._schemes.find(text, country)]
        self._agent_before = [rule.pattern for rule in rules_of(patterns, "agent_before")]
        self.barred = grammar_of(patterns).words("not_acronym")
        self._shouted = [(block.start, block.end) for block in blocks if in_capitals(block.surface)]
        self._of_others = set(_acronyms_of_schemes(text)) | _acronyms_of_things(text) | set(_IN_QUARTER.findall(text))
        candidates = [token for token in tokens if token.surface[0].isupper() and self._could_be(token)]
        self._named = {token.start for token in candidates if self._has_article(token)}
        acting = {token.surface for token in candidates if self._acts(token) and not self._is_place(token)}
        schemes = {token.surface for token in candidates if self._is_scheme(token)} - acting
        schemes -= {token.surface for token in candidates if self._does(token)}
        self._named = {
            token.start for token in candidates if token.start in self._named and token.surface not in schemes
        }
        self._named |= {token.start for token in candidates if token.surface in acting}

    def looks_like_body(self, token: Token) -> bool:
        """Whether a word in capitals stands where a body's acronym does, or is one that acts somewhere in the text."""
        return token.start in self._named

    def _could_be(self, token: Token) -> bool:
        """Whether capitals may be an acronym at all; in a headline in capitals any word looks like one."""
        surface = token.surface
        if not _UNKNOWN.fullmatch(surface) or _ROMAN.fullmatch(surface):
            return False
        if token.folded in self.barred or surface in self._of_others:
            return False
        at = bisect.bisect_right(self._shouted, (token.start, len(self._text))) - 1
        if at >= 0 and token.start < self._shouted[at][1]:
            return False
        within = bisect.bisect_right(self._in_schemes, (token.start, len(self._text))) - 1
        if within >= 0 and token.start < self._in_schemes[within][1]:
            return False  # "Escuelas al CIEN"
        return self._schemes.lookup(surface, self._country) is None

    def _has_article(self, token: Token) -> bool:
        article = _AFTER_ARTICLE.search(self._text, max(0, token.start - 6), token.start)
        return article is not None and not article.group().isupper()  # "SAN JUAN DE LA MAGUANA": all is in capitals

    def _acts(self, token: Token) -> bool:
        """Whether an acronym without an article is a subject ("SIMAS reparó") or an agent ("tramitado por SIMAS")."""
        before = self._text[max(0, token.start - _BEFORE) : token.start]
        acts = _ACTS.match(self._text, token.end) and not _REACHES.match(self._text, token.end)
        if acts and _OPENS.search(before):
            return True
        return any(pattern.search(before) for pattern in self._agent_before)

    def _is_scheme(self, token: Token) -> bool:
        """Whether an acronym has beneficiaries or reaches so many, as schemes do: "los becarios del ABC"."""
        before = self._text[max(0, token.start - _BEFORE) : token.start]
        if _BENEFICIARIES.search(before):
            return True
        return _REACHES.match(self._text, token.end) is not None and not before.lower().endswith("la ")

    def _does(self, token: Token) -> bool:
        """Whether an acronym with an article does what a scheme seldom does: "el OPD reparó"."""
        acts = _ACTS.match(self._text, token.end) and self._has_article(token)
        return bool(acts) and _REACHES.match(self._text, token.end) is None

    def _is_place(self, token: Token) -> bool:
        """Whether a town or a region is only written in capitals: "LEÓN recibió"."""
        return bool(
            known_towns_of(self._patterns).called(token.surface) or regions_of(self._patterns).find(token.surface)
        )


def _acronyms_of_schemes(text: str) -> Iterator[str]:
    """The acronyms that the release gives a fund or a programme: "el Fondo de Riego Parcelario (FORIPA)"."""
    return (match.group(1) for match in _SCHEME_ACRONYM.finditer(text))


def _acronyms_of_things(text: str) -> set[str]:
    """The acronyms that the release spells out beside them: "la Zona Metropolitana de La Laguna (ZML)".

    Where what they spell out is a body, the body has claimed its acronym already.
    """
    spelled_out = set()
    for match in _IN_BRACKETS.finditer(text):
        words = content(text[max(0, match.start() - _SPELLED_WITHIN) : match.start()])
        if "".join(word[0] for word in words).endswith(fold(match.group(1))):
            spelled_out.add(match.group(1))
    return spelled_out
