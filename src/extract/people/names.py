"""Full names of persons: capitals with a known given name, or with something beside them that makes them a person."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import cached_property

from extract.mentions import Sentence
from extract.people.grammar import QUOTES, WINDOW, Named, PersonGrammar, capitals, last_sign
from extract.people.offices import OfficeIndex, fold_name

_AGE = re.compile(r",\s+de\s+\d{1,3}\s+años")
_DETERMINED = re.compile(r"(?<!\w)(?:el|la|los|las|del?|al|en|a)\s+$")
#: A capital or a determiner before a word, which is no name alone then.
_LED = re.compile(r"(?<!\w)(?:[A-ZÁÉÍÓÚÑÜ]\w+|(?i:el|la|los|las|del?|al|en|y))\s+$")
_ACRONYM = re.compile(r"\s*\([A-ZÁÉÍÓÚÑ]{2,}")
_COMMON_WORD = re.compile(r"(?<![^\W_])[a-záéíóúñü]{4,}")
#: The one government that an office needs no name of: "el gobernador de la Provincia Iván Paz".
_SEAT = re.compile(r"\bde(?:\s+la\s+(?:provincia|regi[oó]n|rep[úu]blica|naci[oó]n)|l\s+estado)\s+$", re.IGNORECASE)
#: Adjectives, which a title may write with a capital as well: "la directora Regional".
_NO_SURNAME = re.compile(r"(?:al|ic[oa]|iv[oa]|ari[oa]|ent[ea]|ora?|nt[oa]|d[oa]|ense|ista)$")
#: Adjectives in the plural that are no surnames as "Morales" and "Arias" are.
_PLURAL = re.compile(r"(?:\w{2}[^h]ic[oa]s|ivos|arios|ionales|ciales)$")
#: Somebody else joined to a person, or what the person did: "y la alcaldesa", "entregó".
_GOES_ON = re.compile(r"\s+(?:y|e)\s+(?:el|la)\s|\s+(?:se\s+|les?\s+)?\w+(?:ó|aron|ieron)(?!\w)")
#: Prepositions (NGLE 29.2), which open no name: "Para San Blas, precisó que".
_PREPOSITIONS = frozenset({
    "a", "ante", "con", "contra", "de", "desde", "durante", "en", "entre", "hacia", "hasta", "para", "por", "segun",
    "sin", "sobre", "tras",
})  # fmt: skip
_SAINTS = frozenset({"san", "santa", "santo"})
#: A name in capitals, of two words at least that are longer than an acronym.
_CAPITAL_NAME = re.compile(
    r"(?<![\w.])[A-ZÁÉÍÓÚÑÜ]{3,}(?:[^\S\n]+(?:(?:DE|DEL|LA|LOS|LAS|Y)[^\S\n]+)*[A-ZÁÉÍÓÚÑÜ]{3,}){1,4}(?!\w)"
)
#: So many words in small letters make a sentence that is no headline in capitals.
_SMALL_WORDS = 3

Parts = list[tuple[int, int]]


class NameReader:
    """Reads the full names of one text, with its offices as context."""

    def __init__(self, text: str, offices: OfficeIndex, grammar: PersonGrammar) -> None:
        self.text, self.offices, self.grammar = text, offices, grammar

    @cached_property  # most texts name nobody who might be a company
    def common(self) -> frozenset[str]:
        """The words that the text writes in small letters."""
        return frozenset(map(fold_name, set(_COMMON_WORD.findall(self.text))))

    def find(self, sentences: list[Sentence]) -> Iterator[Named]:
        """The full names, in order; ``rule`` says what made each a person."""
        titles = {place for office in self.offices.all for place in range(office.start, office.title_end)}
        for sentence in sentences:
            lists = [m.span(1) for m in self.grammar.place_list.finditer(self.text, sentence.start, sentence.end)]
            starts = [start for start, _ in lists]
            for row in capitals(self.text, sentence.start, sentence.end):
                parts = [part for part in self.grammar.untitled(self.text, row) if part[0] not in titles]
                if (
                    len(parts) > 1
                    and parts[0][0] == sentence.start
                    and self.grammar.is_opener(self.text[slice(*parts[0])])
                ):
                    del parts[0]
                index = bisect_right(starts, row[0][0]) - 1
                listed = index >= 0 and row[0][0] < lists[index][1]
                if not parts or (listed and not self.offices.leads_to(row[0][0])):
                    continue
                named = self._by_given_name(sentence, parts) or self._by_surname(parts) or self._by_context(parts)
                if named:
                    named.title = self.grammar.title_of(self.text, named.start)
                    yield named
            yield from self._in_capitals(sentence)

    def _in_capitals(self, sentence: Sentence) -> Iterator[Named]:
        """Names that a sentence in small letters writes in capitals: "el alcalde, LUIS PAZ GIL, dijo"."""
        rows = list(_CAPITAL_NAME.finditer(self.text, sentence.start, sentence.end))
        if not rows or len(_COMMON_WORD.findall(sentence.surface)) < _SMALL_WORDS:
            return
        for row in rows:
            parts = tuple(row[0].split())
            keys = tuple(map(fold_name, parts))
            given = keys[0] in self.grammar.given
            courtesy = self.grammar.after_courtesy.search(self.text, max(0, row.start() - WINDOW), row.start())
            beside = given or courtesy or self.offices.leads_to(row.start())
            named = Named(row.start(), row.end(), parts, keys, "person.capitals")
            if beside and not self.grammar.words.intersection(keys) and self.is_person(named):
                yield named

    def _by_given_name(self, sentence: Sentence, parts: Parts) -> Named | None:
        """A known given name and what follows; capitals before it belong to an office or open the sentence."""
        words = [fold_name(self.text[start:end]) for start, end in parts]
        saints = {i + 1 for i, word in enumerate(words) if word in _SAINTS}  # "San Juan del Río Luis Paz"
        first = next((i for i, word in enumerate(words) if word in self.grammar.given and i not in saints), None)
        if first is None:
            return None
        start = parts[0][0]
        if first and last_sign(self.text, start) == "," and self.offices.leads_to(start):
            first = 0
        opens = first == 1 and start == sentence.start and words[0] not in self.grammar.starts
        if first and not opens and not self.offices.leads_to(parts[first][0]):
            return None
        named = self.grammar.trim(self.text, parts[first:], "person.given")
        return named if named and len(named.parts) >= 2 and self.is_person(named) else None

    def _by_surname(self, parts: Parts) -> Named | None:
        """A name behind the field of its office, parted by a surname that speaks alone elsewhere.

        "La ministra de Gestión Social Yurley Paz … Paz añadió que": the name begins a word before its surname.
        """
        if last_sign(self.text, parts[0][0]) == ",":
            return None  # "la ministra de Gestión, Yurley Vega Paz": the field is closed before the name
        for first in range(1, len(parts) - 1):
            if self.text[parts[first][0]].islower() or not self.offices.leads_to(parts[first][0]):
                continue
            named = self.grammar.trim(self.text, parts[first:], "person.surname")
            if named and len(named.parts) > 1 and self._speaks_alone(named.parts[1]):
                return named if self.is_person(named) else None
        return None

    def _speaks_alone(self, surname: str) -> bool:
        """Whether the text has a surname without a given name beside a verb of saying."""
        for found in re.finditer(rf"(?<!\w){re.escape(surname)}(?!\w)", self.text):
            window = max(0, found.start() - WINDOW)
            if _LED.search(self.text, window, found.start()):
                continue
            said = self.grammar.said_before(self.text, window, found.start())
            if said or self.grammar.says_after(self.text, found.end()):
                return True
        return False

    def _by_context(self, parts: Parts) -> Named | None:
        """Capitals without a known given name: a courtesy title, an office or a verb of saying must stand beside."""
        text, grammar = self.text, self.grammar
        start, end = parts[0][0], parts[-1][1]
        window = max(0, start - WINDOW)
        if grammar.courtesy.match(text, start):
            return None  # "el Tte. Cnel. Omar Páez": a title behind another
        if grammar.after_courtesy.search(text, window, start):
            named = grammar.trim(text, parts, "person.courtesy")
            return named if named and not grammar.after_place.search(text, window, named.start) else None
        if len(parts) == 1:
            return self._by_office(parts)
        opener = text[slice(*parts[0])]
        first = fold_name(opener)
        if opener[0].islower() or first in grammar.starts or first in _PREPOSITIONS or not 2 <= len(parts) <= 5:
            return None
        named = grammar.trim(text, parts, "person.apposed")
        if not named or named.end != end or len(named.parts) < 2 or not self.is_person(named):
            return None
        if self._speaks(named, window):
            named.rule = "person.saying"
        return named

    def _by_office(self, parts: Parts) -> Named | None:
        """A surname alone, between an office and what its holder does: "el ministro Sol aseguró"."""
        text, grammar, (start, end) = self.text, self.grammar, parts[0]
        office = self.offices.before(start)
        if office is None or not office.article or office.vague or _NO_SURNAME.search(text[start:end]):
            return None
        if text[start].islower():
            return None  # "el Ministro de Agricultura y Ganadería, Luis Paz": the complement of the office
        word = fold_name(text[start:end])
        if word in grammar.given or word in grammar.starts or word in grammar.words or word in self.common:
            return None
        acts = grammar.says_after(text, end) or grammar.said_before(text, max(0, office.start - WINDOW), office.start)
        return grammar.trim(text, parts, "person.surname") if acts or _GOES_ON.match(text, end) else None

    def _speaks(self, named: Named, window: int) -> bool:
        """Whether an unknown name is the subject of a verb of saying, or has an age; a company is no person.

        A company is told by its acronym, its determiner, a first word that the text writes in small letters too, or a
        last one that is an adjective in the plural: "Comedores Económicos garantiza".
        """
        text, grammar = self.text, self.grammar
        company = _ACRONYM.match(text, named.end) or named.keys[0] in self.common or _PLURAL.search(named.keys[-1])
        if company or _DETERMINED.search(text, window, named.start):
            return False
        said = grammar.said_before(text, window, named.start) or grammar.says_after(text, named.end)
        return bool(said or _AGE.match(text, named.end))

    def is_person(self, named: Named) -> bool:
        """Not a street, school or town that bears a person's name, nor a quoted title."""
        before = self.text[max(0, named.start - WINDOW) : named.start]
        after = self.text[named.end : named.end + 1]
        # A body's first word may be a surname or given name too: "Cruz Jara" for Fausto Cruz Jara, "Marina Ruiz".
        known = named.keys[0] in self.grammar.given or (named.rule == "person.short" and len(named.keys) > 1)
        body = named.keys[0] in self.grammar.starts and not known
        if body or " ".join(named.keys) in self.grammar.namesakes:
            return False
        if before.endswith("/") or (before and after and before[-1] in QUOTES and after in QUOTES):
            return False
        apposed = (before.rstrip().endswith(",") or _SEAT.search(before)) and self.offices.leads_to(named.start)
        heads = self.grammar.presided.search(before)  # "el Instituto que dirige en la provincia Luis Paz"
        return bool(apposed or heads or not self.grammar.after_place.search(before))
