"""The patterns of ``people.yml`` in the form that the finders of persons use, and names as they are read."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from dataclasses import dataclass

from extract.folding import fold
from extract.openings import Expression
from extract.patterns import Patterns
from extract.people.offices import (
    CAPITALS,
    GAP,
    LOWER,
    PARTICLE,
    SHORTENED,
    UPPER,
    WORD,
    Office,
    OfficeGrammar,
    fold_name,
    union,
)
from extract.rules import PersonRule, SayingRule

QUOTES = "\"“”«»‘’'"
#: So many characters before a name tell what it is the name of.
WINDOW = 60
_CAPITALS = re.compile(CAPITALS)
_SIGNS = re.compile(r"^.*\W")
_REST = re.compile(r"\W.*$")
_THEN = re.compile(r",?\s+(?:ha\s+)?", re.IGNORECASE)
_PLACE = re.compile(
    rf"(?:\A|(?<!\w)(?:[Ee]n|[Dd]esde|[Hh]acia|(?:ciudad|municipio|estado|Ayuntamiento|Municipal)\s+de)\s+)([{UPPER}][{LOWER}]+)"
)
#: What "de" or "del" joins to a given name, before a surname: "Jahir de Jesús Ruiz", "Yurley del Carmen Paz".
_DEVOTIONS = frozenset(
    {"jesus", "dios", "carmen", "rosario", "pilar", "socorro", "rocio", "lourdes", "fatima", "guadalupe"}
)
_MAYOR = re.compile(r"(?<!\w)(?:alcald(?:e|esa)|intendent[ea]|edil|president[ea]\s+municipal)\s+$", re.IGNORECASE)
_PART = re.compile(rf"{PARTICLE}{GAP}(?:{WORD})|{SHORTENED}|{WORD}|[{UPPER}]\.")


@dataclass(slots=True)
class Named:
    """A name as mentioned, with the office beside it; ``keys`` are its parts, folded.

    Who is named ``aside`` stands beside the one who acts: "por instrucciones del gobernador Luis Paz". ``title`` is the
    courtesy title before the name, folded: "la compañera Rosa".
    """

    start: int
    end: int
    parts: tuple[str, ...]
    keys: tuple[str, ...]
    rule: str
    role: Office | None = None
    aside: bool = False
    title: str | None = None


class PersonGrammar:
    """Given names, titles, offices, and the words before a name that make it the name of a place."""

    def __init__(self, patterns: Patterns) -> None:
        rules = patterns.rules("people.yml", PersonRule)
        self.offices = OfficeGrammar(patterns)
        self.given = {fold_name(w): r.kind[6] for r in rules if r.kind.startswith("given.") for w in r.forms}
        self.nicknames = {fold_name(k): fold_name(v) for r in rules if r.kind == "nickname" for k, v in r.words.items()}
        self.starts, self.words, self.namesakes, self.compounds = (
            frozenset(fold_name(w) for r in rules if r.kind == kind for w in r.forms)
            for kind in ("start", "word", "namesake", "compound_surname")
        )
        before = r"(?:\s+(?:[^\W\d]+(?:al|ic[oa]|iv[oa])|del?|la|los?|las|el|general|ing\.|dra?\.|lic\.))*"
        self.after_place = re.compile(rf"{union(rules, 'place').pattern}{before}\s*,?\s*[{QUOTES}]?$", re.IGNORECASE)
        self.courtesy = union(rules, "courtesy")
        self.after_courtesy = re.compile(rf"{self.courtesy.pattern}\s+$", re.IGNORECASE)
        #: The title of a name behind its office: "la secretaria de Obras, | la Ing. | Ana Ruiz".
        title = rf"(?:{self.courtesy.pattern}|(?-i:(?:[{UPPER}]\.\s?){{2,}}))"  # "M.A.", "L. C. C."
        self.before_name = re.compile(rf",?\s+(?:(?:el|la)\s+)?{title}{GAP}$", re.IGNORECASE)
        item = rf"(?:[{LOWER}]+\s+)?(?:{CAPITALS})(?:\s+\d+)?"
        places = rf"(?i:{union(rules, 'places').pattern})\s+(?:del?\s+|como,?\s+)?"
        self.place_list = Expression(rf"{places}({item}(?:(?:\s*[,;/]|\s[ye])\s+{item})*)")
        self.presided, self.aside = union(rules, "presided"), union(rules, "aside")
        sayings = patterns.rules("saying.yml", SayingRule)
        self.adverbs = frozenset(fold_name(f) for r in sayings if r.kind == "adverb" for f in r.forms if " " not in f)
        # "Abre Plaza Aurora" and "Suma Banco Azul" make no persons.
        verbs = [rule for rule in sayings if rule.kind == "verb"]
        forms = [f for r in verbs if r.takes not in {"quote", "number"} for f in r.forms]
        self._sayings = frozenset(" ".join(fold(form).split()) for form in forms)
        self._saying_words = max((len(form.split()) for form in self._sayings), default=0)

    def said_before(self, text: str, start: int, place: int) -> bool:
        """Whether a form of a verb of saying stands right before a place: "dijo Ruiz"."""
        before = fold(text[start:place])
        words = before.split()[-self._saying_words :] if before[-1:].isspace() else []
        runs = (words[index:] for index in range(len(words)))
        return any(" ".join([_SIGNS.sub("", run[0]), *run[1:]]) in self._sayings for run in runs)

    def says_after(self, text: str, place: int) -> bool:
        """Whether a form of a verb of saying stands right after a place, behind a comma or not: "Ruiz, dijo"."""
        gap = _THEN.match(text, place)
        words = fold(text[gap.end() : gap.end() + WINDOW]).split()[: self._saying_words] if gap else []
        runs = (words[: index + 1] for index in range(len(words)))
        return any(" ".join([*run[:-1], _REST.sub("", run[-1])]) in self._sayings for run in runs)

    def untitled(self, text: str, row: list[tuple[int, int]]) -> list[tuple[int, int]]:
        """The row without a courtesy title in capitals that opens it: "el | Licenciado Ruiz", "La | Doctora Ruiz"."""
        first = int(text[slice(*row[0])] in {"El", "La"})
        title = self.courtesy.match(text, row[first][0]) if len(row) > first + 1 else None
        return row[first + 1 :] if title and title.end() == row[first][1] and text[title.end() - 1] != "." else row

    def title_of(self, text: str, start: int) -> str | None:
        """The courtesy title right before a name, folded."""
        title = self.after_courtesy.search(text, max(0, start - WINDOW), start)
        return fold(title[0].strip()) if title else None

    def gender(self, keys: tuple[str, ...]) -> str | None:
        """``f`` or ``m`` by the given name, None where no list holds it."""
        return self.given.get(keys[0])

    def is_opener(self, word: str) -> bool:
        """Whether a capital only opens the sentence: "Finalmente Ruiz Soto dijo", "Asimismo Ruiz Soto"."""
        return fold_name(word) in self.adverbs or (word.endswith("mente") and fold_name(word) not in self.given)

    def same_given(self, short: str, long: str) -> bool:
        """Whether one is the other or its familiar form: "Paty" and "Patricia", "Pepe" and "José"."""
        if short == long or self.nicknames.get(short) == long or self.nicknames.get(long) == short:
            return True
        return 3 <= len(short) <= 5 and len(short) < len(long) and short[:3] == long[:3]

    def trim(self, text: str, parts: list[tuple[int, int]], rule: str) -> Named | None:
        """Cut capitals down to a name: no office, no institution, no place joined by "de" as a married name is."""
        kept: list[tuple[int, int]] = []
        keys: list[str] = []
        for index, (start, end) in enumerate(parts[:7]):
            words = text[start:end].split()
            if kept and start - kept[-1][1] > 2:
                break
            joined = len(words) == 2 and words[0] in {"de", "del"} and not all(key in self.given for key in keys)
            one_surname = sum(key not in self.given for key in keys) == 1 < len(keys)
            married = one_surname and words[0] == "de" and not _is_place(text, words[1], kept[0][0])
            compound = bool(keys) and f"{keys[-1]} {fold_name(' '.join(words))}" in self.compounds
            devoted = index + 1 < len(parts) and fold_name(words[-1]) in _DEVOTIONS
            place = joined and not (married or compound or devoted) and rule != "person.short"
            given = not kept and fold_name(words[-1]) in self.given  # "Salvador" opens a name, "El Salvador" none
            if (fold_name(words[-1]) in self.words and not given) or place:
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


def _is_place(text: str, word: str, name: int) -> bool:
    """Whether "de" joins a place to a name: one that the text speaks of ("en Ríos"), or the town of a mayor."""
    return word in _places(text) or bool(_MAYOR.search(text, max(0, name - WINDOW), name))


@functools.lru_cache(maxsize=1)
def _places(text: str) -> frozenset[str]:
    """The capitals that the text speaks of as places, found once for all names of a document."""
    return frozenset(_PLACE.findall(text))


def last_sign(text: str, place: int) -> str:
    """The last character before this place that is no white space; empty at the start of the text."""
    return text[max(0, place - WINDOW) : place].rstrip()[-1:]
