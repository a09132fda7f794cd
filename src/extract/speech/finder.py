"""Attributions: the stretches of a text that somebody is said to state, and by whom.

Quotations first, then verbs of saying and "de acuerdo con"; a statement that ends in a colon goes on through its list.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right, insort
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import pairwise

from extract.mentions import Attribution, Block, Person, Sentence
from extract.patterns import Patterns, shipped
from extract.speech.clauses import NOBODY, Speaker, speaker
from extract.speech.grammar import SayingGrammar, saying_grammar
from extract.speech.quotations import Quotation, find_quotations
from extract.speech.sayings import FILLER, Saying, SayingReader

#: A verb before a quotation is no further away, one after it neither.
_REACH_BEFORE, _REACH_AFTER = 200, 60
#: A line is not searched further back for its start.
_LINE = 2000
_PARTED = re.compile(r"[.!?]\s|\n\s*\n")
_OTHER_VERB = re.compile(
    r"[*_]*,\s+(?:(?:se|les?|nos)\s+)?(?:ha\s+\w+[dt]o|\w+(?:ó|aba|ía)|(?!(?:para|contra|sobre|entre|desde|ante|donde|sea|fuera|sin)\s)\w{3,}[ae])\s+"
    r"|[*_]*,\s+(?:fueron|son)\s+(?:parte\s+de\s+)?(?:las\s+)?palabras\s+del?\s+"
)
#: The same with a subject that nobody knows: "“…”, comparó una vecina", "“…”, contrastaron las artesanas".
_UNKNOWN_SPEAKER = re.compile(
    r"[*_]*,\s+(?:(?:se|les?|nos)\s+)?(?:ha\s+\w+[dt]o|\w+(?:ó|aba|ía)|(?:han\s+\w+[dt]o|\w+(?:aron|ieron|aban|ían|an|en)))"
    r"\s+(?:el|la|l[oa]s|una?|un[oa]s|otr[oa]s?|vari[oa]s|algun[oa]s|su)\s"
)
_GLUED = re.compile(r"(?<=[a-záéíóúñ]{3})[.](?=[A-ZÁÉÍÓÚÑ][a-záéíóúñ]+[\s,])")
_LETTER = re.compile(r"[^\n]")
_MARK = re.compile(r"[_*.;–—-]")


def find_attributions(
    text: str, blocks: list[Block], sentences: list[Sentence], people: list[Person], patterns: Patterns | None = None
) -> list[Attribution]:
    """The stretches that somebody states, in order and without overlaps.

    Parameters
    ----------
    text:
        The document's text.
    blocks, sentences:
        Its layout.
    people:
        The persons mentioned in it, in order.
    patterns:
        The rules to use, the shipped ones by default.

    Returns
    -------
    Attributions with the speaker's full name, or None where a person speaks whom the document never names. What an
    institution states is no attribution. ``how`` is ``quote``, ``verb`` (indirect speech: from the verb to the end of
    the sentence, or the whole sentence around a verb in parenthesis) or ``source`` ("de acuerdo con").
    """
    grammar = saying_grammar(patterns or shipped())
    quotes = find_quotations(text, blocks, sentences, grammar)
    inside = sorted(span for quote in quotes for span in quote.spans)
    reader = SayingReader(_without(inside, text), _outside(inside, people), grammar)
    previous = None
    heading = True  # up to the first paragraph, the bullets below the headline among it
    for sentence in _unglued(sentences):
        heading = heading and blocks[sentence.block].kind in {"title", "subtitle", "bullet"}
        reader.read(sentence, previous, heading)
        previous = sentence
    stated = _Stated(text)
    speakers = _QuoteSpeakers(reader, grammar)
    for quote in quotes:
        stated.add(quote.spans, *speakers.of(quote), "quote")
    for saying, spans in _governed(speakers.sayings):
        stated.add(spans, saying.speaker, saying.rule, saying.how)
    stated.continue_lists(blocks)
    return sorted(stated.found, key=lambda a: a.start)


def _unglued(sentences: list[Sentence]) -> Iterator[Sentence]:
    """The sentences, cut where a text lost the space between two: "20 becas.Asimismo, …"."""
    for sentence in sentences:
        start = sentence.start
        for stop in _GLUED.finditer(sentence.surface):
            end = sentence.start + stop.end()
            yield replace(sentence, start=start, end=end, surface=sentence.surface[start - sentence.start : stop.end()])
            start = end
        whole = start == sentence.start
        rest = sentence.surface[start - sentence.start :]
        yield sentence if whole else replace(sentence, start=start, surface=rest)


def _without(spans: list[tuple[int, int]], text: str) -> str:
    """The text with fillers for what stands inside the spans, line ends apart."""
    pieces, place = [], 0
    for start, end in spans:
        pieces += [text[place:start], _LETTER.sub(FILLER, text[max(start, place) : end])]
        place = max(place, end)
    return "".join([*pieces, text[place:]])


def _outside(spans: list[tuple[int, int]], people: list[Person]) -> list[Person]:
    """The persons who are named outside the spans."""
    ends = [(end, start) for start, end in spans]
    starts = [start for start, _ in spans]
    return [p for p in people if not (i := bisect_right(starts, p.start)) or p.start >= max(ends[max(0, i - 2) : i])[0]]


class _Stated:
    """The attributions found so far; a stretch that has one takes no other."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.found: list[Attribution] = []
        self._taken: list[tuple[int, int]] = []

    def add(self, spans: Iterable[tuple[int, int]], who: Speaker, rule: str, how: str) -> None:
        """Attribute what is free of the spans to a person."""
        for start, end in spans if who.person else ():
            for first, last in self._free(start, end):
                surface = self.text[first:last]
                if how == "quote" or re.search(r"\w|:$", surface):
                    self.found.append(Attribution(first, last, surface, rule, who.name, how))  # type: ignore[arg-type]
                    insort(self._taken, (first, last))

    def _free(self, start: int, end: int) -> list[tuple[int, int]]:
        index = max(0, bisect_right(self._taken, (start, start)) - 1)
        free = []
        while start < end and index < len(self._taken) and self._taken[index][0] < end:
            first, last = self._taken[index]
            if start < first:
                free.append((start, first))
            start = max(start, last)
            index += 1
        return [*free, (start, end)] if start < end else free

    def continue_lists(self, blocks: list[Block]) -> None:
        """A statement that ends in a colon goes on through the list below it."""
        endings = {a.end: a for a in self.found if a.surface.rstrip().endswith(":")}
        said: Attribution | None = None
        for block in blocks:
            if block.kind not in {"bullet", "row"}:
                said = endings.get(block.end)
            elif said:
                self.add([(block.start, block.end)], Speaker(said.speaker, True), said.rule, said.how)


class _QuoteSpeakers:
    """Who speaks a quotation: the subject of the verb beside it, or whoever spoke last."""

    def __init__(self, reader: SayingReader, grammar: SayingGrammar) -> None:
        self.flat, self.subjects, self.grammar, self.floor = reader.flat, reader.subjects, grammar, reader.floor
        self.sayings = sorted(reader.sayings, key=lambda saying: saying.verb_start)
        self._verbs = [saying.verb_start for saying in self.sayings]

    def of(self, quote: Quotation) -> tuple[Speaker, str]:
        """The speaker and the id of the rule."""
        saying = self._verb_inside(quote) or self._verb_after(quote)
        if saying is None and (person := self._behind_other_verb(quote)):
            return speaker(person), "speech.quotation"
        if saying is None and _UNKNOWN_SPEAKER.match(self.flat, quote.close):
            return NOBODY, "speech.quotation"
        saying = saying or self._verb_before(quote)
        return (saying.speaker, saying.rule) if saying else (self._without_verb(quote), "speech.quotation")

    def _verb_inside(self, quote: Quotation) -> Saying | None:
        """The verb of a saying clause that breaks the quotation: "Hay 20 —dijo Ruiz— y vienen 30"."""
        for (_, end), (start, _) in pairwise([*quote.spans, (quote.close, quote.close)]):
            first = bisect_left(self._verbs, end)
            if first < len(self._verbs) and self._verbs[first] < start:
                return self.sayings[first]
        return None

    def _verb_after(self, quote: Quotation) -> Saying | None:
        first = bisect_left(self._verbs, quote.close)
        near = self.sayings[first : bisect_left(self._verbs, quote.close + _REACH_AFTER)]
        return next((saying for saying in near if self._leads_on(quote.close, saying.verb_start)), None)

    def _behind_other_verb(self, quote: Quotation) -> Person | None:
        """The subject of any verb behind a quotation, listed or not: "“Hay para todos”, tranquilizó Ruiz"."""
        verb = _OTHER_VERB.match(self.flat, quote.close)
        return self.subjects.at(verb.end()) if verb else None

    def _verb_before(self, quote: Quotation) -> Saying | None:
        """The verb that leads up to the opening mark in one sentence."""
        for index in range(bisect_left(self._verbs, quote.start) - 1, -1, -1):
            saying = self.sayings[index]
            if quote.start - saying.verb_end >= _REACH_BEFORE:
                return None
            if saying.verb_end < quote.start and not _PARTED.search(self.flat, saying.verb_end, quote.start - 1):
                return saying
        return None

    def _leads_on(self, close: int, verb: int) -> bool:
        """Whether a quotation runs on to its verb in one sentence: only marks and adverbs between, no full stop."""
        gap = self.flat[close:verb]
        stopped = "\n" in gap or ("." in gap and self.flat[verb].isupper())
        return not stopped and bool(self.grammar.adverbs.fullmatch(_MARK.sub(" ", gap)))

    def _without_verb(self, quote: Quotation) -> Speaker:
        """The person before the quotation's colon or in its sentence, else whoever spoke last."""
        nearest = max(0, quote.start - _LINE)
        line = max(self.flat.rfind(sign, nearest, quote.start) for sign in ("\n", ". "))
        subject = self.subjects.last_subject(max(line, nearest), quote.start)
        if subject:
            return speaker(subject)
        earlier = bisect_left(self._verbs, quote.start)
        floor = bisect_left(self.floor, quote.start, key=lambda turn: turn[0])
        if floor and (not earlier or self.floor[floor - 1][0] > self._verbs[earlier - 1]):
            return self.floor[floor - 1][1]
        return self.sayings[earlier - 1].speaker if earlier else NOBODY


def _governed(sayings: list[Saying]) -> Iterator[tuple[Saying, list[tuple[int, int]]]]:
    """Each saying with the stretches that it governs, cut where the clause of another speaker starts."""
    other = [len(sayings)] * (len(sayings) + 1)  # the next saying of another speaker, for each
    for index in range(len(sayings) - 2, -1, -1):
        same = sayings[index].speaker.name == sayings[index + 1].speaker.name
        other[index] = other[index + 1] if same else index + 1
    for index, saying in enumerate(sayings):
        spans = []
        for start, stop in saying.spans:
            place = other[index]
            while (
                place < len(sayings) and sayings[place].verb_start < stop and not _cuts(sayings[place], saying, start)
            ):
                place += 1
            cut = place < len(sayings) and _cuts(sayings[place], saying, start)
            spans.append((start, min(stop, sayings[place].start) if cut else stop))
        yield saying, spans


def _cuts(other: Saying, saying: Saying, start: int) -> bool:
    return other.start > start and other.speaker.name != saying.speaker.name
