"""The verbs of saying and the words around them (``saying.yml``) in the form that the finders of speech use."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator

from extract.folding import fold
from extract.patterns import Patterns
from extract.rules import SayingRule, phrase_regex

_WORD = re.compile(r"\w+")
_LAST_WORD = re.compile(r"(\w+)[\s,]*$")
#: The place of a form in the list of a verb (see ``saying.yml``).
PAST, PRESENT, GERUND, PARTICIPLE, INFINITIVE = (0, 1, 4, 5), (2, 3), 6, 7, 8
PLURAL = (1, 3, 5)


class SayingGrammar:
    """Verbs of saying by form, and what may open, link, follow or bar their clauses."""

    def __init__(self, patterns: Patterns) -> None:
        rules = patterns.rules("saying.yml", SayingRule)
        verbs = [rule for rule in rules if rule.kind == "verb"]
        self.forms = {bare(form): (rule, place) for rule in verbs for place, form in enumerate(rule.forms)}
        forms = sorted((form.lower() for rule in verbs for form in rule.forms), key=len, reverse=True)
        form = "|".join(map(phrase_regex, forms)) or "(?!)"
        auxiliary = r"(?:(?P<aux>ha|han|había|habían|fue|fueron)\s+)?"
        self.verb = re.compile(rf"(?<!\w){auxiliary}(?P<form>{form})(?!\w)", re.IGNORECASE)
        openers = {"ha", "han", "había", "habían", "fue", "fueron", *(form.split()[0] for form in forms)}
        self.first_words = openers | {fold(word) for word in openers}
        self.source, self.fronted = _any(rules, "source"), _any(rules, "fronted")
        self.through = re.compile(rf"(?:{_any(rules, 'through').pattern})\s*(?:el|la|su)?\s*$", re.IGNORECASE)
        self.oblique = re.compile(rf"(?<!\w)(?:{_words(rules, 'oblique')})\s+(?:(?:el|la|los|las)\s+)?$", re.IGNORECASE)
        self.adverbs = re.compile(rf"(?:[\s,]*(?:{_words(rules, 'adverb')})(?!\w))*[\s,]*", re.IGNORECASE)
        adverbs = [form for rule in rules if rule.kind == "adverb" for form in rule.forms]
        self._adverb_words = frozenset(bare(form).split()[-1] for form in adverbs)
        self._adverb_end = re.compile(rf"[\s,]*(?<!\w)(?:{_words(rules, 'adverb')})[\s,]*$", re.IGNORECASE)
        self.relative = re.compile(rf",?\s*(?<!\w)(?:{_words(rules, 'relative')}|que)\s*$", re.IGNORECASE)
        self.requests = frozenset(form for rule in rules if rule.kind == "request" for form in rule.forms)
        self.turn = re.compile(rf"(?<!\w)(?:{_words(rules, 'turn')})\s+(?:(?:al?|del?)\s+)?$", re.IGNORECASE)
        self.opener = re.compile(rf"\s*(?:(?:{_words(rules, 'opener')})(?!\w)|\w+ndo(?!\w))", re.IGNORECASE)
        self.before_infinitive = re.compile(rf"(?<!\w)(?:{_words(rules, 'infinitive')})\s+$", re.IGNORECASE)
        self.body = re.compile(rf"\s+(?:el|la|est[ea]|dich[oa])\s+(?:{_words(rules, 'body')})(?!\w)", re.IGNORECASE)

    def cut_adverb(self, near: str, instead: str = "") -> str:
        """The text without the adverb that ends it; its last word is looked up first, which is faster by far."""
        word = _LAST_WORD.search(near, max(0, len(near) - 30))
        return self._adverb_end.sub(instead, near) if word and bare(word[1]) in self._adverb_words else near

    def find_verbs(self, text: str, start: int, end: int) -> Iterator[re.Match[str]]:
        """The forms of verbs of saying between two places; words are looked up first, which is faster by far."""
        for word in _WORD.finditer(text, start, end):
            if word.start() >= start and word[0].lower() in self.first_words:
                match = self.verb.match(text, word.start(), end)
                if match:
                    start = match.end()
                    yield match


@functools.lru_cache(maxsize=8)
def saying_grammar(patterns: Patterns) -> SayingGrammar:
    """The grammar of a set of patterns, made once."""
    return SayingGrammar(patterns)


def bare(form: str) -> str:
    """A verb form as its key: small letters, no accents, single spaces."""
    return " ".join(fold(form).split())


def _any(rules: tuple[SayingRule, ...], kind: str) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{r.pattern.pattern})" for r in rules if r.kind == kind) or "(?!)", re.IGNORECASE)


def _words(rules: tuple[SayingRule, ...], kind: str) -> str:
    forms = [form for rule in rules if rule.kind == kind for form in rule.forms]
    return "|".join(phrase_regex(form) for form in sorted(forms, key=len, reverse=True)) or "(?!)"
