"""The noun of a number that has none of its own: that of the count which it continues.

Spanish leaves the noun out where it repeats (NGLE 14.3, ellipsis of the noun): "mil 750 elementos del Ejército y 620 de
la Marina", "de las cuales mil 675", "los 261 restantes", "son 180 más que el año pasado".
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Sequence
from dataclasses import replace
from itertools import islice

from extract.links.beside_numbers import (
    apposed_whole,
    gender_beside,
    in_brackets,
    inside_brackets,
    is_compared,
    is_personal,
    points_back,
    pronoun_beside,
)
from extract.links.continuations import (
    Antecedent,
    ends_change,
    governed_by_count,
    is_row_of_another,
    is_row_with,
    is_same_verb,
    taken,
)
from extract.links.item_constructions import (
    ItemWords,
    Reading,
    make_reading,
)
from extract.links.list_headings import heading, names_sort, presents_figures, sorted_by
from extract.links.list_rows import has_finite_verb, names_its_row, row_label
from extract.links.noun_phrases import NounPhrase, plural_phrases
from extract.links.parse import ParsedSentence, Token
from extract.links.topics import find_topic
from extract.mentions import Quantity

#: How far behind its sentence, in characters, a number without a noun looks for the figure that it continues.
_CARRY_REACH = 400
#: What a count after one of these counts goes with another: "282 cruceros con 865 mil pasajeros".
_SUBORDINATING = frozenset({"con", "en", "de", "del", "para", "por", "entre", "sobre", "ante", "contra", "tras", "sin"})
#: Verbs that take with "con" what there was at an end, or what one has.
_TAKES_WITH = re.compile(
    r"(?:cerr|termin|conclu|inici|comenz|empez|arranc)(?:ó|aron|yó|yeron)|c(?:ue|o)nta(?:n|ba|ban)?"
)
#: What the rows of a list repeat: "con 900 vacunas en 14 brigadas; Zaruma, con 450".
_REPEATED = frozenset({"con", "en", "para", "a"})
#: What opens words of the number's own behind it: "388 no graves, 197 con signos de alarma".
_COMPLEMENTS = frozenset({"de", "del", "no", "con", "sin"})
#: How many words may stand between "Del total" and its comma.
_TOTAL_WORDS = 5
#: The rules of counts whose noun stands elsewhere.
_TAKEN = frozenset({"item.carried", "item.antecedent", "item.whole", "item.elided", "item.topic"})
#: How many counts are remembered.
_KEPT = 8


class Antecedents:
    """The counts that a later number may continue: the latest one, and the latest that is no complement."""

    def __init__(self) -> None:
        self._latest: Antecedent | None = None
        self._main: Antecedent | None = None
        #: What a share interrupts: the paragraph behind "Uno de cada tres vecinos lee" counts no neighbours.
        self._whole: Antecedent | None = None
        self._block = -1
        #: By what the rows of the list that is open are told apart.
        self._sorts: frozenset[str] = frozenset()
        self._bracketed: Antecedent | None = None
        self._under_de: Antecedent | None = None
        self._all: deque[Antecedent] = deque(maxlen=_KEPT)
        #: The latest count and the latest main one before the brackets that are open.
        self._before_brackets: tuple[Antecedent, Antecedent | None] | None = None

    def leave_brackets(self, sentence: ParsedSentence, quantity: Quantity) -> None:
        """Forget the counts in brackets that closed before a number: "12 fueron graves (6 de ellos en Lima), | 41"."""
        if self._before_brackets is not None and not inside_brackets(sentence, quantity):
            self._latest, self._main = self._before_brackets
            self._before_brackets = None

    def remember(self, sentence: ParsedSentence, quantity: Quantity, reading: Reading) -> None:
        """Keep a count for those that follow; one whose noun stands elsewhere is under no other count."""
        tokens, position = sentence.tokens, sentence.first_at(quantity.start) - 1
        while position >= 0 and tokens[position].pos_ == "DET":
            position -= 1
        stands_after = reading.item.rule in {"item.after", "item.shared"}
        opens = position == 0  # "Con 312 atenciones cerró la campaña": no count to go with
        stands_after = stands_after or governed_by_count(sentence, self.latest_in(sentence), position)
        main = not stands_after or position < 0 or opens or not self._goes_with(sentence, position)
        by = tokens[position].lower_ if position >= 0 and tokens[position].pos_ in {"ADP", "VERB"} else ""
        one = Antecedent(quantity.start, quantity.end, reading, main, quantity.value, by)
        if stands_after and (apposed := apposed_whole(sentence, quantity)) is not None:
            whole = make_reading(sentence, apposed, "item.topic", 0.6)
            if whole.gender == reading.gender:  # else "tres de ellas" are of the sort
                one = replace(one, reading=whole, value=None)
        if in_brackets(sentence, quantity):
            self._bracketed = one
            return
        before = self.latest_in(sentence)
        if before is not None and self._before_brackets is None and inside_brackets(sentence, quantity):
            self._before_brackets = before, self._main
        self._latest = one
        self._all.append(one)
        if position >= 0 and tokens[position].lower_ == "de" and stands_after:
            self._under_de = one
        if main:
            named = self._main is not None and self._main.reading.item.rule == "item.after"
            self._whole = self._main if quantity.kind == "ratio" and named else None
            self._block = sentence.sentence.block
            self._main = self._latest

    def _goes_with(self, sentence: ParsedSentence, position: int) -> bool:
        """Whether the word before a count puts it under another: "en", or the "y" behind such a one."""
        tokens, latest = sentence.tokens, self.latest_in(sentence)
        word = tokens[position].lower_
        clause = tokens[sentence.first_at(latest.end) if latest else 0 : position]
        if word == "con" and (
            (latest is None and has_finite_verb(clause[-1:])) or any(_TAKES_WITH.fullmatch(t.lower_) for t in clause)
        ):
            return False  # "cerró el año con 49 donaciones en 12 hospitales": they go with the verb and no other count
        if word in _SUBORDINATING or latest is None:
            return word in _SUBORDINATING
        between = tokens[sentence.first_at(latest.end) : position]
        if has_finite_verb(between) or any(token.text == ";" for token in between):
            return False
        # "40 becas a 30 alumnos", "integrada por 35 vecinos y seis técnicos"
        return word == "a" or (word in {"y", "e", ","} and not latest.main)

    def open_list(self, sentence: ParsedSentence, words: ItemWords) -> None:
        """Keep what a sentence without a number announces: "Los apoyos entregados por municipio:"."""
        self._sorts = sorted_by(sentence.tokens)
        head = heading(sentence.tokens, words)
        phrases = [head] if head else plural_phrases(sentence.tokens, 0, len(sentence.tokens), titled=True)
        # "Las colonias que más reportes hicieron:", "los municipios con más casos:" count reports and cases.
        for phrase in sorted(phrases, key=lambda phrase: not _is_compared(sentence.tokens, phrase)):
            if sentence.tokens[phrase.head].lower_ not in words.empty_heads:
                reading = make_reading(sentence, phrase, "item.topic", 0.6)
                self._latest = self._main = Antecedent(sentence.sentence.start, sentence.sentence.end, reading, True)
                return
        if presents_figures(sentence.tokens):
            self._latest = self._main = None
            self._all.clear()

    def latest_in(self, sentence: ParsedSentence) -> Antecedent | None:
        """The last count of this sentence."""
        one = self._latest
        return one if one is not None and one.start >= sentence.sentence.start else None

    def counted(self, sentence: ParsedSentence, quantity: Quantity, reading: Reading | None) -> Reading | None:
        """The reading, if it says more than by what the rows of the open list are told apart."""
        sorts = reading is not None and names_sort(sentence, quantity, reading, self._sorts)
        return None if sorts else reading

    @property
    def latest(self) -> Antecedent | None:
        """The last count of all, or what the list that is open announces."""
        return self._latest

    def has_elided(self, sentence: ParsedSentence) -> bool:
        """Whether the last count of this sentence left its noun out before an adjective."""
        one = self.latest_in(sentence)
        return one is not None and one.reading.item.rule == "item.elided"

    def choose(self, sentence: ParsedSentence, gender: str | None, *, by_pronoun: bool = False) -> Antecedent | None:
        """The count that a number of this sentence continues; ``gender`` is what the words beside the number show.

        A pronoun agrees with a noun that surely has its gender: "17 tiendas para 96 clientes; cuatro de ellas".
        """
        start = sentence.sentence.start
        interrupted = self._whole is not None and self._block != sentence.sentence.block
        near = [one for one in (self._whole if interrupted else self._main, self._latest) if one is not None]
        ranked = [one for one in near if one.start >= start] + [
            one for one in near if one.start < start and start - one.end < _CARRY_REACH
        ]
        agreeing = [one for one in ranked if gender is None or one.reading.gender in {gender, None}]
        farther = [
            one
            for one in reversed(self._all)
            if gender is not None and one.reading.gender == gender and start - one.end < _CARRY_REACH
        ]
        return next(iter((farther if by_pronoun else None) or agreeing or farther or ranked), None)

    def under_preposition(self, sentence: ParsedSentence, quantity: Quantity) -> Reading | None:
        """The noun of a complement that repeats its preposition: "30 casas de dos cuartos y 18 de tres"."""
        tokens, position = sentence.tokens, sentence.first_at(quantity.start)
        one = self._under_de
        if one is None or one.start < sentence.sentence.start or position < 2 or tokens[position - 1].lower_ != "de":
            return None
        latest = self.latest_in(sentence)
        beside = latest is not None and sentence.first_at(latest.end) == position - 1 and latest is not one
        return taken(one, "item.carried", 0.8, noun_only=False) if beside else None

    def repeated(self, sentence: ParsedSentence, quantity: Quantity) -> Reading | None:
        """The noun of the count before, of which the number is another part: "30 obras de riego y 12 | de agua"."""
        one, behind = self.latest_in(sentence), sentence.first_at(quantity.end)
        complement = behind < len(sentence.tokens) and sentence.tokens[behind].lower_ in _COMPLEMENTS
        return taken(one, "item.carried", 0.8, noun_only=complement) if one is not None else None

    def _whole_of(self, sentence: ParsedSentence, part: Quantity, gender: str | None) -> Antecedent | None:
        """The nearest count that is no smaller than its part and agrees with it: "12 bombas en 5 pozos, 3 de ellos"."""
        for one in reversed(self._all):
            if one.start < sentence.sentence.start:
                return None
            fits = one.value is None or one.value >= part.value
            if fits and (gender is None or one.reading.gender in {gender, None}):
                return one
        return None

    def _total(self, sentence: ParsedSentence, part: Quantity) -> Antecedent | None:
        """The count that "Del total," points at: the latest that is under no other and no smaller than its part."""
        opening = [token.lower_ for token in sentence.tokens[: sentence.first_at(part.start)]]
        if opening[:2] != ["del", "total"] or opening[-1] != "," or len(opening) > 2 + _TOTAL_WORDS:
            return None
        fitting = (one for one in reversed(self._all) if one.main and one.value is not None)
        return next((one for one in fitting if one.value is not None and one.value >= part.value), None)

    def counts_in(self, sentence: ParsedSentence) -> list[Antecedent]:
        """The counts of this sentence so far, but for those alone in brackets and those too many to keep."""
        return [one for one in self._all if one.start >= sentence.sentence.start]

    def gender_in_reach(self, sentence: ParsedSentence) -> str | None:
        """The gender of the noun that a bare number of the sentence would continue."""
        chosen = self.choose(sentence, None)
        return chosen.reading.gender if chosen is not None else None

    def compared(self, sentence: ParsedSentence, quantity: Quantity) -> Reading | None:
        """The noun of the count that it is set against, the nearest in size: "900, frente a 870"."""
        latest, main = self.latest_in(sentence), self._main
        if latest is None or main is None or main.start < sentence.sentence.start:
            return None
        if not is_compared(sentence, sentence.first_at(quantity.start)):
            return None
        if not latest.value or not main.value or quantity.value <= 0:
            return None
        by_latest, by_main = (max(one / quantity.value, quantity.value / one) for one in (latest.value, main.value))
        return taken(latest if by_latest < by_main else main, "item.carried", 0.8, noun_only=False)

    def continued(self, sentence: ParsedSentence, quantity: Quantity, words: ItemWords) -> Reading | None:
        """The reading of a bare number: the last plural noun since the count before it, else that count's noun."""
        tokens = sentence.tokens
        start, end = sentence.first_at(quantity.start), sentence.first_at(quantity.end)
        pronoun = pronoun_beside(tokens, start, end)
        beside = gender_beside(tokens, start, end)
        chosen = self.choose(sentence, beside or pronoun, by_pronoun=beside is None and pronoun is not None)
        inside = self.latest_in(sentence)
        if pronoun:
            larger = chosen is None or chosen.value is None or chosen.value >= quantity.value
            whole = self._whole_of(sentence, quantity, pronoun)
            chosen = whole or (chosen if larger else self._whole_of(sentence, quantity, None)) or chosen
        if (whole := self._total(sentence, quantity)) is not None:
            return taken(whole, "item.antecedent", 0.8, noun_only=False)
        if chosen is not None and inside is not None and points_back(tokens, start, end, words):
            return taken(chosen, "item.antecedent", 0.8, noun_only=False)
        complement = end < len(tokens) and tokens[end].lower_ in _COMPLEMENTS
        model = self._model_row(sentence, start)
        if (row := self._row_of(sentence, quantity, model)) is not None:
            return taken(row, "item.carried", 0.8, noun_only=False)
        chosen = model or (self._of_verb(sentence, start) if inside is None else None) or chosen
        if inside is not None and ends_change(sentence, inside, quantity):
            return taken(inside, "item.carried", 0.8, noun_only=False)
        if inside is not None and (label := row_label(sentence, inside.end, start)):
            if not names_its_row(sentence, inside.start, inside.reading.item.end):
                return taken(inside, "item.carried", 0.8, noun_only=False)
            if tokens[label.start].text.islower():
                return make_reading(sentence, label, "item.topic", 0.6)
        topic = self.counted(sentence, quantity, self._topic(sentence, start, inside, words))
        if topic is not None and not (pronoun and chosen is not None and _is_owned(sentence, topic)):
            return topic
        return taken(chosen, "item.carried", 0.7, noun_only=complement) if chosen is not None else None

    def _topic(
        self, sentence: ParsedSentence, position: int, inside: Antecedent | None, words: ItemWords
    ) -> Reading | None:
        """The topic in front of the number, behind the count before it in the sentence."""
        if inside is None:
            return find_topic(sentence, position, words, counted_until=None, adjective_at=None)
        until = sentence.first_at(max(inside.end, inside.reading.item.end))
        adjective = sentence.first_at(inside.end) if self.has_elided(sentence) else None
        bare = inside.reading.item.rule in _TAKEN
        return find_topic(sentence, position, words, counted_until=until, adjective_at=adjective, bare=bare)

    def _row_of(self, sentence: ParsedSentence, quantity: Quantity, model: Antecedent | None) -> Antecedent | None:
        """The count of this sentence of which the number is a further row: in brackets, behind "con", for another."""
        if model is not None and is_row_with(sentence, model):
            return model
        latest = self.latest_in(sentence)
        if latest is not None and is_row_of_another(sentence, latest, quantity):
            return latest
        row = self._bracketed
        here = row is not None and row.start >= sentence.sentence.start
        return row if here and in_brackets(sentence, quantity) else None

    def _model_row(self, sentence: ParsedSentence, start: int) -> Antecedent | None:
        """The count that has the number's preposition: "con 46 mil plazas para 90 obras. Le sigue Lerdo con 22 mil"."""
        by = sentence.tokens[start - 1].lower_ if start > 0 else ""
        if by not in _REPEATED or (by == "a" and not is_personal(sentence.tokens, start - 1)):
            return None
        inside = [one for one in reversed(self._all) if one.start >= sentence.sentence.start]
        own = by == "con" and any(one.main and one.reading.item.rule == "item.after" for one in inside)
        row = next((one for one in inside if one.by == by), None)
        if row is not None or own:
            return row  # "concentró 90 de los casos, seguida por Ica, con | 30": the rows are of this sentence
        for one in islice(reversed(self._all), len(inside), None):
            if one.by == by and by in {"con", "a"}:
                return one
            if (one.main and by != "a") or sentence.sentence.start - one.end > _CARRY_REACH:
                return None
        return None

    def _of_verb(self, sentence: ParsedSentence, start: int) -> Antecedent | None:
        """The count behind the same verb: "aplicó 54 dosis y contrató a 9 personas. En mayo se aplicaron | 40"."""
        verb = sentence.tokens[start - 1] if start > 0 else None
        if verb is None or verb.pos_ != "VERB":
            return None
        near = (one for one in reversed(self._all) if sentence.sentence.start - one.end < _CARRY_REACH)
        return next((one for one in near if is_same_verb(one.by, verb.lower_)), None)


def _is_owned(sentence: ParsedSentence, topic: Reading) -> bool:
    """Whether a possessive stands before a noun: "presentó sus datos, con 300 de ellas" counts no data."""
    first = sentence.first_at(topic.item.start)
    return first > 0 and sentence.tokens[first - 1].lower_ in {"sus", "su"}


def _is_compared(tokens: Sequence[Token], phrase: NounPhrase) -> bool:
    """Whether "más" or "menos" stands before the noun."""
    return phrase.start > 0 and tokens[phrase.start - 1].lower_ in {"más", "menos"}
