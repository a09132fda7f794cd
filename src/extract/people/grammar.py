"""The patterns of ``people.yml`` in the form that the finders of persons use, and names as they are read."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from dataclasses import dataclass

from extract.openings import Expression
from extract.patterns import Patterns
from extract.people.offices import CAPITALS, GAP, LOWER, PARTICLE, UPPER, WORD, Office, OfficeGrammar, fold_name, union
from extract.rules import PersonRule, SayingRule, phrase_regex

QUOTES = "\"“”«»‘’'"
#: So many characters before a name tell what it is the name of.
WINDOW = 60
_CAPITALS = re.compile(CAPITALS)
_PART = re.compile(rf"{PARTICLE}{GAP}(?:{WORD})|{WORD}|[{UPPER}]\.")


@dataclass(slots=True)
class Named:
    """A name as mentioned, with the office beside it; ``keys`` are its parts, folded."""

    start: int
    end: int
    parts: tuple[str, ...]
    keys: tuple[str, ...]
    rule: str
    role: Office | None = None


class PersonGrammar:
    """Given names, titles, offices, and the words before a name that make it the name of a place."""

    def __init__(self, patterns: Patterns) -> None:
        rules = patterns.rules("people.yml", PersonRule)
        self.offices = OfficeGrammar(patterns)
        self.given = {fold_name(w): r.kind[6] for r in rules if r.kind.startswith("given.") for w in r.forms}
        self.nicknames = {fold_name(k): fold_name(v) for r in rules if r.kind == "nickname" for k, v in r.words.items()}
        self.starts, self.words, self.namesakes = (
            frozenset(fold_name(w) for r in rules if r.kind == kind for w in r.forms)
            for kind in ("start", "word", "namesake")
        )
        before = r"(?:\s+(?:[^\W\d]+(?:al|ic[oa]|iv[oa])|del?|la|los?|las|el|general|ing\.|dra?\.|lic\.))*"
        self.after_place = re.compile(rf"{union(rules, 'place').pattern}{before}\s*,?\s*[{QUOTES}]?$", re.IGNORECASE)
        self.after_courtesy = re.compile(rf"{union(rules, 'courtesy').pattern}\s+$", re.IGNORECASE)
        item = rf"(?:[{LOWER}]+\s+)?(?:{CAPITALS})(?:\s+\d+)?"
        places = rf"(?i:{union(rules, 'places').pattern})\s+(?:del?\s+|como,?\s+)?"
        self.place_list = Expression(re.compile(rf"{places}({item}(?:(?:\s*[,;/]|\s[ye])\s+{item})*)"))
        forms = [f for r in patterns.rules("saying.yml", SayingRule) if r.kind == "verb" for f in r.forms]
        verbs = "|".join(phrase_regex(f) for f in sorted(forms, key=len, reverse=True)) or "(?!)"
        self.saying_before = Expression(re.compile(rf"(?<!\w)(?:{verbs})\s+$", re.IGNORECASE))
        self.saying_after = re.compile(rf",?\s+(?:ha\s+)?(?:{verbs})(?!\w)", re.IGNORECASE)

    def gender(self, keys: tuple[str, ...]) -> str | None:
        """``f`` or ``m`` by the given name, None where no list holds it."""
        return self.given.get(keys[0])

    def same_given(self, short: str, long: str) -> bool:
        """Whether one is the other or its familiar form: "Paty" and "Patricia", "Pepe" and "José"."""
        if short == long or self.nicknames.get(short) == long or self.nicknames.get(long) == short:
            return True
        return 3 <= len(short) <= 5 and len(short) < len(long) and short[:3] == long[:3]

    def trim(self, text: str, parts: list[tuple[int, int]], rule: str) -> Named | None:
        """Cut capitals down to a name: no office, no institution, no place joined by "de" after two surnames."""
        kept: list[tuple[int, int]] = []
        keys: list[str] = []
        for start, end in parts[:7]:
            words = text[start:end].split()
            if kept and start - kept[-1][1] > 2:
                break
            place = len(words) == 2 and words[0] in {"de", "del"} and not all(key in self.given for key in keys)
            if fold_name(words[-1]) in self.words or place:
                break
            kept.append((start, end))
            keys.append(fold_name(" ".join(words)))
        if not kept:
            return None
        named = tuple(" ".join(text[start:end].split()) for start, end in kept)
        return Named(kept[0][0], kept[-1][1], named, tuple(keys), rule)


@functools.lru_cache(maxsize=8)
def person_grammar(patterns: Patterns) -> PersonGrammar:
    """The grammar of a set of patterns, made once."""
    return PersonGrammar(patterns)


def capitals(text: str, start: int, end: int) -> Iterator[list[tuple[int, int]]]:
    """The rows of capitalized words between two places, each as the spans of its parts ("de la Peña" is one)."""
    for match in _CAPITALS.finditer(text, start, end):
        yield [part.span() for part in _PART.finditer(text, match.start(), match.end())]


def last_sign(text: str, place: int) -> str:
    """The last character before this place that is no white space; empty at the start of the text."""
    return text[max(0, place - WINDOW) : place].rstrip()[-1:]
