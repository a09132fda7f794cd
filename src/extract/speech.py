"""Attributions: the stretches of a text that somebody is said to state, and by whom.

Quotations first, then verbs of saying and "de acuerdo con". One subject is carried along: a verb without a spoken
subject continues the speech of the person, or the institution, that spoke last.
"""

from __future__ import annotations

import functools
import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from extract.mentions import Attribution, Block, Person, Sentence
from extract.patterns import Patterns, shipped
from extract.quotations import (
    GERUND,
    INFINITIVE,
    PARTICIPLE,
    PLURAL,
    PRESENT,
    Quotation,
    SayingGrammar,
    bare,
    find_quotations,
)

_UP = "A-ZÁÉÍÓÚÑÜ"
_DETERMINER = re.compile(
    r"(?:el|la|los|las|un|una|unos|unas|est[ea]s?|es[ea]s?|dich[oa]s?|sus?|cada|ambos|nuestr[oa]s?|vari[oa]s|much[oa]s)\s",
    re.IGNORECASE,
)
#: So much of a sentence before its verb is read; what is longer is a list without full stops.
_LEAD = 1500
#: Stands for each character of a quotation where the text around quotations is read.
_FILLER = "¤"
_BREAK = re.compile(r"[,;:(–—]\s*|\s(?:y|e|que|pero|donde|mientras)\s")
#: Two capitalized words open a sentence: its own subject, a person or a body that nobody told the finder of.
_CAPITALIZED = re.compile(rf"[{_UP}]\w+\s+[{_UP}]\w+")
_CONNECTOR = re.compile(
    r"[\s,;:(–—]*(?<![\w])(?:y|e|donde|pero|mientras|además|como|cuando|según|lo|les?|nos|así|tal)\s*$", re.IGNORECASE
)
_ADVERBIAL = re.compile(r"\s+(?:en|durante|al?|tras|ante|este|esta|desde|con)\s[^,.:;“\"]{0,60}?$")
_BARE_LEAD = re.compile(r"\s*(?:así\s+lo|según|como|tal\s+(?:y\s+)?como(?:\s+lo)?)\s*", re.IGNORECASE)
_INSTITUTION = re.compile(rf"\s+(?:el|la|los|las)\s+(?:[{_UP}]|[^\d.]{{1,60}}[.]?\s*$)")
_NOUN_OBJECT = re.compile(
    r"\s+(?:el|la|los|las|lo|un|una|unos|unas|sus?|est[ea]s?|sobre|de|del|que|otr[oa]s?|más|\d|\w+\s+(?:mil|por\s+ciento))(?:\s|\d|$)",
    re.IGNORECASE,
)
_QUE = re.compile(r"\s+que(?!\w)", re.IGNORECASE)
_THAT = re.compile(
    r"[\s,]*(?:de\s+|en\s+)?que(?!\w)|\s*:|"
    r"\s+(?:a|al|ante|ayer|con|desde|durante|en|est[ea]|hoy|por|tras)\s[^.,;:“\"]{0,50}?\sque(?!\w)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class _Speaker:
    """Who speaks: ``name`` is None for an institution (``person`` False) and for a person never named."""

    name: str | None = None
    person: bool = False
    start: int | None = None  # of the words that name the subject, where they stand beside the verb


_NOBODY = _Speaker()


@dataclass(frozen=True, slots=True)
class _Saying:
    """A verb of saying at work: its clause from ``start``, the verb's end, the speaker, the stretches it governs."""

    start: int
    verb_start: int
    verb_end: int
    rule: str
    speaker: _Speaker
    spans: tuple[tuple[int, int], ...] = ()
    how: Literal["verb", "source"] = "verb"


@functools.lru_cache(maxsize=8)
def _grammar(patterns: Patterns) -> SayingGrammar:
    return SayingGrammar(patterns)


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
    grammar = _grammar(patterns or shipped())
    quotes = find_quotations(text, blocks, sentences, grammar)
    reader = _Reader(text, quotes, people, grammar)
    for index, sentence in enumerate(sentences):
        reader.read(sentence, sentences[index - 1] if index else None)
    found = [a for quote in quotes for a in reader.quotation(quote)]
    for saying in reader.sayings:
        found += reader.indirect(saying, found)
    found += _lists(text, blocks, found)
    return sorted(found, key=lambda a: a.start)


class _Reader:
    """Reads sentence after sentence and carries along who spoke last."""

    def __init__(self, text: str, quotes: list[Quotation], people: list[Person], grammar: SayingGrammar) -> None:
        self.text, self.grammar = text, grammar
        inside = {place for quote in quotes for span in quote.spans for place in range(*span)}
        self.flat = "".join(_FILLER if place in inside and char != "\n" else char for place, char in enumerate(text))
        self.spoken = [person for person in people if person.start not in inside]
        self.starts = [person.start for person in self.spoken]
        self.sayings: list[_Saying] = []
        self.last = _NOBODY

    def read(self, sentence: Sentence, previous: Sentence | None) -> None:
        """Find the sayings of one sentence, and who is its subject for the sentences to come."""
        before = len(self.sayings)
        for match in self.grammar.find_verbs(self.flat, sentence.start, sentence.end):
            saying = self._saying(match, sentence, previous)
            if saying and (saying.speaker.person or not self._is_told(match.start())):
                self.sayings.append(saying)
                self.last = saying.speaker
        self._read_sources(sentence)
        opener = self.grammar.adverbs.match(self.flat, sentence.start, sentence.end)
        first = opener.end() if opener else sentence.start
        if len(self.sayings) == before and (subject := self._person_at(first)):
            self.last = self._speaker(subject)

    def _is_told(self, place: int) -> bool:
        """Whether this place is inside what a person is said to state: "informó que el Estado reportó"."""
        return any(start <= place < end for saying in self.sayings[-3:] for start, end in saying.spans)

    def _read_sources(self, sentence: Sentence) -> None:
        for match in self.grammar.source.finditer(self.flat, sentence.start, sentence.end):
            person = self._first_from(match.end())
            if person and not self.flat[match.end() : person.start].strip():
                span = (sentence.start, sentence.end)
                speaker = self._speaker(person)
                self.sayings.append(
                    _Saying(span[0], match.start(), match.end(), "source.person", speaker, (span,), "source")
                )

    def _first_from(self, place: int) -> Person | None:
        index = bisect_left(self.starts, place)
        return self.spoken[index] if index < len(self.spoken) else None

    def _person_at(self, place: int) -> Person | None:
        person = self._first_from(place)
        return person if person and person.start == place else None

    def _saying(self, match: re.Match[str], sentence: Sentence, previous: Sentence | None) -> _Saying | None:
        """What a form of a verb of saying does in its sentence; None where it says nothing."""
        rule, form = self.grammar.forms[bare(match["form"])]
        lead = self.flat[max(sentence.start, match.start() - _LEAD) : match.start()]
        if not self._is_verb(match, form, lead):
            return None
        follower = self._subject_after(match.end(), lead)
        rest = follower.end if follower else match.end()
        that = _THAT.match(self.flat, rest, sentence.end)
        quoted = lead.rstrip(" \n,.;_*–—-”»’\"'").endswith(_FILLER)
        start = match.start()
        if quoted or (not that and self._is_parenthesis(lead, match.end(), sentence, follower)):
            speaker = self._speaker(follower) if follower else self._continued(match, sentence, lead, form, quoted=True)
            spans = () if quoted or not speaker.person else self._around(sentence, previous, lead, start, rest)
            return _Saying(start, start, match.end(), rule.id, speaker, spans)
        speaker = self._speaker(follower) if follower else self._subject_before(match, sentence, lead, form)
        states = that or (rule.takes == "noun" and _NOUN_OBJECT.match(self.flat, rest, sentence.end))
        if not states or (form in PRESENT and not that and not (follower or speaker.person)):
            return None
        spans = ((match.end(), sentence.end),) if speaker.person else ()
        if speaker.start is not None and sentence.start <= speaker.start < start:
            start = speaker.start
        return _Saying(start, match.start(), match.end(), rule.id, speaker, spans)

    def _is_verb(self, match: re.Match[str], form: int, lead: str) -> bool:
        """Not a noun or adjective of the same letters, nor impersonal ("se informó"), nor denied."""
        if form == PARTICIPLE:
            return match["aux"] is not None and not re.search(r"(?<!\w)(?:se|no)\s+$", lead, re.IGNORECASE)
        if match["aux"] or re.search(r"(?<!\w)(?:se|no|el|la|los|las|un|una|su|del?|al)\s+$", lead, re.IGNORECASE):
            return form == INFINITIVE and bool(re.search(r"(?<!\w)al\s+$", lead, re.IGNORECASE)) and self._that(match)
        if form == INFINITIVE:
            return bool(
                re.search(r"(?<!\w)(?:tras|para|luego\s+de|después\s+de)\s+$", lead, re.IGNORECASE)
            ) and self._that(match)
        return True

    def _that(self, match: re.Match[str]) -> bool:
        return bool(_QUE.match(self.flat, match.end()))

    def _subject_after(self, place: int, lead: str) -> Person | None:
        """The person right after the verb, or after an adverbial in a saying clause that closes a statement."""
        adverbs = self.grammar.adverbs.match(self.flat, place)
        follower = self._person_at(adverbs.end() if adverbs else place)
        if follower or not re.search(r"[,”»\"’'_]\s*$", lead):
            return follower
        near = self._first_from(place + 1)
        if (
            near
            and near.start <= place + 90
            and _ADVERBIAL.fullmatch(self.flat[place : near.start])
            and not self._is_oblique(near)
        ):
            return near
        return None

    def _is_parenthesis(self, lead: str, place: int, sentence: Sentence, follower: Person | None) -> bool:
        """Whether the saying clause is put into or after what it states: "…, explicó la directora."."""
        if _BARE_LEAD.fullmatch(lead):
            return True
        if not re.search(
            r"[,–—-]\s*(?:(?:según|como|así\s+lo)\s+)?$", self.grammar.adverb_end.sub(", ", lead), re.IGNORECASE
        ):
            return False
        after = self.flat[follower.end if follower else place : sentence.end]
        if follower:
            return follower.start - place < 100
        return bool(re.match(r"\s*[,.]|\s*$|\s+(?:al|durante|en|tras)\s", after) or _INSTITUTION.match(after))

    @staticmethod
    def _speaker(person: Person) -> _Speaker:
        return _Speaker(person.name, True, person.start)

    def _is_oblique(self, person: Person) -> bool:
        return bool(self.grammar.oblique.search(self.flat, max(0, person.start - 40), person.start))

    def _speaks_for(self, person: Person) -> bool:
        """Whether a body speaks through this person: "a través de su titular, …"."""
        return bool(self.grammar.through.search(self.flat, max(0, person.start - 40), person.start))

    def _subject_before(self, match: re.Match[str], sentence: Sentence, lead: str, form: int) -> _Speaker:
        """The subject of a verb that no person follows: beside it, in its clause, in its sentence, or unspoken."""
        core = lead
        while (shorter := self.grammar.adverb_end.sub("", _CONNECTOR.sub("", core)).rstrip(" ,\n–—")) != core:
            core = shorter
        first = match.start() - len(lead)
        end = first + len(core)
        relative = self.grammar.relative.search(core)
        if relative:
            end = first + relative.start()
        beside = next((p for p in self._before(first, end) if p.end >= end - 3), None)
        if beside and (relative or not self._is_oblique(beside) or self._speaks_for(beside)):
            return self._speaker(beside)
        if relative and relative[0].strip(" ,\n").lower() != "que":
            return self._continued(match, sentence, lead, form)
        breaks = [b.end() for b in _BREAK.finditer(core)]
        clause = core[breaks[-1] if breaks else 0 :]
        subject = self._last_subject(end - len(clause), end)
        if subject:
            return self._speaker(subject)
        direct = len(core.rstrip()) == len(lead.rstrip()) or _DETERMINER.match(clause)
        if form != GERUND and clause.strip() and direct and not beside and not self.grammar.opener.match(clause):
            return _NOBODY
        return self._continued(match, sentence, lead, form)

    def _before(self, start: int, end: int) -> Iterator[Person]:
        """The persons named between two places, the last first."""
        for index in range(bisect_left(self.starts, end) - 1, -1, -1):
            if self.starts[index] < start:
                return
            if self.spoken[index].end <= end:
                yield self.spoken[index]

    def _last_subject(self, start: int, end: int) -> Person | None:
        return next((person for person in self._before(start, end) if not self._is_oblique(person)), None)

    def _continued(
        self, match: re.Match[str], sentence: Sentence, lead: str, form: int, quoted: bool = False
    ) -> _Speaker:
        """The unspoken subject: that of the sentence so far, else whoever spoke last, else the last person named."""
        subject = None if quoted else self._last_subject(match.start() - len(lead), match.start())
        if subject:
            return self._speaker(subject)
        opener = self.grammar.adverbs.match(lead)
        if quoted and _INSTITUTION.match(self.flat, match.end(), sentence.end):
            return _NOBODY
        own = lead[opener.end() if opener else 0 :]
        if form in PLURAL or form == GERUND or (not quoted and (_DETERMINER.match(own) or _CAPITALIZED.match(own))):
            return _NOBODY
        if self.last.person or self.sayings:
            return self.last
        named = next((person for person in self._before(0, match.start()) if person.name), None)
        return self._speaker(named) if named else _NOBODY

    def quotation(self, quote: Quotation) -> list[Attribution]:
        """The attributions of one quotation: a stretch in each paragraph."""
        saying = self._saying_of(quote)
        speaker = saying.speaker if saying else self._speaker_before(quote)
        if not speaker.person:
            return []
        rule = saying.rule if saying else "speech.quotation"
        return [Attribution(s, e, self.text[s:e], rule, speaker.name, "quote") for s, e in quote.spans if s < e]

    def _saying_of(self, quote: Quotation) -> _Saying | None:
        """The verb after the quotation, else the one before it that leads up to its opening mark."""
        for saying in self.sayings:
            if 0 <= saying.verb_start - quote.close < 60 and self._leads_on(quote.close, saying.verb_start):
                return saying
        for saying in reversed(self.sayings):
            near = 0 < quote.start - saying.verb_end < 200
            if near and not re.search(r"[.!?]\s|\n\s*\n", self.flat[saying.verb_end : quote.start - 1]):
                return saying
        return None

    def _leads_on(self, close: int, verb: int) -> bool:
        """Whether a quotation runs on to its verb in one sentence: only marks and adverbs between, no full stop."""
        gap = self.flat[close:verb]
        stopped = "\n" in gap or ("." in gap and self.flat[verb].isupper())
        return not stopped and bool(self.grammar.adverbs.fullmatch(re.sub(r"[_*.;–—-]", " ", gap)))

    @staticmethod
    def _around(
        sentence: Sentence, previous: Sentence | None, lead: str, start: int, rest: int
    ) -> tuple[tuple[int, int], ...]:
        """What a saying clause in parenthesis governs: the sentence around it; of "Así lo informó", the one before."""
        if not _BARE_LEAD.fullmatch(lead):
            return (sentence.start, start), (rest, sentence.end)
        before = ((previous.start, previous.end),) if previous and lead.rsplit(maxsplit=1)[-1].lower() == "lo" else ()
        return *before, (rest, sentence.end)

    def _speaker_before(self, quote: Quotation) -> _Speaker:
        """Of a quotation without a verb: the person before its colon or in its sentence, else whoever spoke last."""
        line = max(self.flat.rfind("\n", 0, quote.start), self.flat.rfind(". ", 0, quote.start))
        subject = self._last_subject(line, quote.start)
        if subject:
            return self._speaker(subject)
        earlier = [saying.speaker for saying in self.sayings if saying.verb_start < quote.start]
        return earlier[-1] if earlier else _NOBODY

    def indirect(self, saying: _Saying, found: list[Attribution]) -> Iterator[Attribution]:
        """The stretches that a verb governs, up to the next speaker's clause, without what is attributed already."""
        taken = sorted((a.start, a.end) for a in found)
        others = [s for s in self.sayings if s.verb_start > saying.verb_start and s.speaker.name != saying.speaker.name]
        for start, stop in saying.spans:
            end = min([stop, *(other.start for other in others if other.start > start)])
            for first, last in _free(start, end, taken):
                surface = self.text[first:last]
                if re.search(r"\w", surface):
                    yield Attribution(first, last, surface, saying.rule, saying.speaker.name, saying.how)


def _free(start: int, end: int, taken: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    for first, last in taken:
        if last <= start or first >= end:
            continue
        if start < first:
            yield start, first
        start = last
    if start < end:
        yield start, end


def _lists(text: str, blocks: list[Block], found: list[Attribution]) -> Iterator[Attribution]:
    """A statement that ends in a colon goes on through the list below it."""
    taken = sorted((a.start, a.end) for a in found)
    said: Attribution | None = None
    for block in blocks:
        if said and block.kind in {"bullet", "row"}:
            for start, end in _free(block.start, block.end, taken):
                yield Attribution(start, end, text[start:end], said.rule, said.speaker, said.how)
        else:
            ending = (a for a in found if a.end == block.end and a.surface.rstrip().endswith(":"))
            said = next(ending, None)
