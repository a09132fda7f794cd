"""The verbs of saying and the words around them (``saying.yml``) in the form that the finders of speech use."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from dataclasses import dataclass

from extract.compiled import STORE
from extract.folding import fold
from extract.patterns import Patterns
from extract.rules import SayingRule, phrase_regex

_WORD = re.compile(r"\w+")
_LAST_WORD = re.compile(r"(\w+)[\s,]*$")
#: The place of a form in the list of a verb (see ``saying.yml``).
PAST, PRESENT, GERUND, PARTICIPLE, INFINITIVE = (0, 1, 4, 5), (2, 3), 6, 7, 8
PLURAL = (1, 3, 5)
#: "ha informado" and the passive "fue informado".
_AUXILIARIES = frozenset({"ha", "han", "había", "habían", "fue", "fueron"})
#: "en compañía de su esposa Ana Ruiz" names somebody beside the subject.
_KIN = r"espos[oa]|hij[oa]|herman[oa]|madre|padre|homólog[oa]|colega|suplente|antecesora?|compañer[oa]|amig[oa]"
#: Adverbs inside a phrase of saying: "hizo también cuentas", "dio además a conocer".
_INSERTED = frozenset({"también", "además", "asimismo", "igualmente", "luego", "después", "hoy", "ayer"})
_SPACE = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class VerbForm:
    """A form of a verb of saying in a text, with its auxiliary; ``key`` is the form as the grammar knows it."""

    start: int
    end: int
    auxiliary: str
    key: str


class SayingGrammar:
    """Verbs of saying by form, and what may open, link, follow or bar their clauses."""

    def __init__(self, patterns: Patterns) -> None:
        rules = patterns.rules("saying.yml", SayingRule)
        verbs = [rule for rule in rules if rule.kind == "verb"]
        self.forms = {bare(form): (rule, place) for rule in verbs for place, form in enumerate(rule.forms)}
        self._lengths: dict[str, tuple[int, ...]] = {}
        for words in map(str.split, self.forms):
            self._lengths[words[0]] = tuple(sorted({len(words), *self._lengths.get(words[0], ())}, reverse=True))
        openers = {form.lower().split()[0] for rule in verbs for form in rule.forms} | _AUXILIARIES
        self._first_words = openers | {fold(word) for word in openers}
        self.source, self.fronted = _any(rules, "source"), _any(rules, "fronted")
        self.through = re.compile(rf"(?:{_any(rules, 'through').pattern})\s*(?:el|la|su)?\s*$", re.IGNORECASE)
        self.oblique = re.compile(
            rf"(?<!\w)(?:{_words(rules, 'oblique')})\s+(?:(?:el|la|los|las)\s+|su\s+(?:{_KIN}),?\s+)?$", re.IGNORECASE
        )
        self.adverbs = STORE.pattern(rf"(?:[\s,]*(?:{_words(rules, 'adverb')})(?!\w))*[\s,]*", re.IGNORECASE)
        adverbs = [form for rule in rules if rule.kind == "adverb" for form in rule.forms]
        self._adverb_words = frozenset(bare(form).split()[-1] for form in adverbs)
        self._adverb_end = STORE.pattern(rf"[\s,]*(?<!\w)(?:{_words(rules, 'adverb')})[\s,]*$", re.IGNORECASE)
        self.relative = re.compile(rf",?\s*(?<!\w)(?:{_words(rules, 'relative')}|que)\s*$", re.IGNORECASE)
        self.requests = frozenset(form for rule in rules if rule.kind == "request" for form in rule.forms)
        self.calling = frozenset(form for rule in rules if rule.kind == "calling" for form in rule.forms)
        self.telling = frozenset(form for rule in rules if rule.kind == "telling" for form in rule.forms)
        self.treating = frozenset(form for rule in rules if rule.kind == "treating" for form in rule.forms)
        self.listing = frozenset(form for rule in rules if rule.kind == "listing" for form in rule.forms)
        self.turn = re.compile(rf"(?<!\w)(?:{_words(rules, 'turn')})\s+(?:(?:al?|del?)\s+)?$", re.IGNORECASE)
        self.opener = re.compile(rf"\s*(?:(?:{_words(rules, 'opener')})(?!\w)|\w+ndo(?!\w))", re.IGNORECASE)
        self.before_infinitive = re.compile(rf"(?<!\w)(?:{_words(rules, 'infinitive')})\s+$", re.IGNORECASE)
        occasion = _any(rules, "occasion").pattern
        self.occasion = re.compile(rf",?\s+{occasion}", re.IGNORECASE)
        self.closing_occasion = re.compile(rf",\s+{occasion}", re.IGNORECASE)
        speaks = rf"(?:{_words(rules, 'body')})(?!\w)|(?:{_words(rules, 'document')})(?!\w)(?=[^.,;:]{{0,60}}\sque\s)"
        self.body = re.compile(rf"\s+(?:el|la|est[ea]|dich[oa])\s+(?:{speaks})", re.IGNORECASE)
        # "hasta abril el organismo nacional | prevé"; after a preposition or an infinitive it is no subject
        governs = rf"(?:{_words(rules, 'oblique')}|y|e|o|\w+[aei]r(?:se|l[aeo]s?)?|\w+ndo)"
        self.body_before = re.compile(
            rf"(?<!\w)(?!{governs}\s)\w+\s+(?:el|la|est[ea]|dich[oa])\s+(?:{_words(rules, 'body')})"
            r"(?:\s+\w+(?:al|ales|ic[oa]|ari[oa]|an[oa]|iv[oa]|[eo]ñ[oa]))?$",
            re.IGNORECASE,
        )

    def cut_adverb(self, near: str, instead: str = "") -> str:
        """The text without the adverb that ends it; its last word is looked up first, which is faster by far."""
        word = _LAST_WORD.search(near, max(0, len(near) - 30))
        return self._adverb_end.sub(instead, near) if word and bare(word[1]) in self._adverb_words else near

    def verb_at(self, text: str, place: int, end: int | None = None) -> VerbForm | None:
        """The form of a verb of saying that starts at a place, with its auxiliary, if there is one."""
        stop = len(text) if end is None else end
        first = _WORD.match(text, place, stop)
        if first is None or (place and _WORD.match(text, place - 1)):
            return None
        if (auxiliary := first[0].lower()) in _AUXILIARIES:
            gap = _SPACE.match(text, first.end(), stop)
            verb = self._form_at(text, gap.end(), stop) if gap else None
            if verb:
                return VerbForm(place, verb.end, auxiliary, verb.key)
        return self._form_at(text, place, stop)

    def _form_at(self, text: str, place: int, stop: int) -> VerbForm | None:
        """The longest form that starts at a place; words are looked up, which is faster by far than to match all."""
        first = _WORD.match(text, place, stop)
        lengths = self._lengths.get(fold(first[0]), ()) if first else ()
        if first is None or not lengths:
            return None
        ends, words = [first.end()], [fold(first[0])]
        while len(words) < lengths[0] and (gap := _SPACE.match(text, ends[-1], stop)):
            word = _WORD.match(text, gap.end(), stop)
            if word is None:
                break
            if len(words) == 1 and word[0].lower() in _INSERTED:
                ends[-1] = word.end()
                continue
            words.append(fold(word[0]))
            ends.append(word.end())
        for length in lengths:
            key = " ".join(words[:length])
            if length <= len(words) and key in self.forms:
                return VerbForm(place, ends[length - 1], "", key)
        return None

    def find_verbs(self, text: str, start: int, end: int) -> Iterator[VerbForm]:
        """The forms of verbs of saying between two places."""
        for word in _WORD.finditer(text, start, end):
            opens = word[0].lower() in self._first_words and word.start() >= start
            if opens and (verb := self.verb_at(text, word.start(), end)):
                start = verb.end
                yield verb


@functools.lru_cache(maxsize=8)
def saying_grammar(patterns: Patterns) -> SayingGrammar:
    """The grammar of a set of patterns, made once."""
    return SayingGrammar(patterns)


def bare(form: str) -> str:
    """A verb form as its key: small letters, no accents, single spaces."""
    return " ".join(fold(form).split())


def _any(rules: tuple[SayingRule, ...], kind: str) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{r.full_regex})" for r in rules if r.kind == kind) or "(?!)", re.IGNORECASE)


def _words(rules: tuple[SayingRule, ...], kind: str) -> str:
    forms = [form for rule in rules if rule.kind == kind for form in rule.forms]
    return "|".join(phrase_regex(form) for form in sorted(forms, key=len, reverse=True)) or "(?!)"
