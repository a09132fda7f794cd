"""Verbs of saying at work: who speaks, and which stretches of the sentence the verb governs.

One subject is carried along: a verb without a spoken subject continues the speech of the person, or the institution,
that spoke last.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from extract.mentions import Person, Sentence
from extract.speech.clauses import NOBODY, Clause, Speaker, speaker
from extract.speech.grammar import INFINITIVE, PARTICIPLE, PAST, PRESENT, SayingGrammar
from extract.speech.statements import statement_after, statement_end, statement_start
from extract.speech.subjects import Subjects

#: Stands for each character of a quotation where the text around quotations is read.
FILLER = "¤"
#: So much of a sentence before its verb is read; what is longer is a list without full stops.
_LEAD = 800
#: A phrase before the subject is no longer.
_FRONTED = 200
#: "como lo pidió el alcalde" names whose wish was met, not who states it.
_AS = re.compile(r"(?<!\w)como\s+(?:lo\s+)?$", re.IGNORECASE)
_NO_VERB = re.compile(r"(?<!\w)(?:se|no|el|la|los|las|un|una|su|del?|al)\s+$", re.IGNORECASE)
#: "en lo que se refiere a", "a los que se refiere": nobody speaks.
_CONCERNING = re.compile(r"(?<!\w)(?:lo|al?\s+(?:l[oa]s?\s+)?)\s*que\s+$", re.IGNORECASE)
_IMPERSONAL = re.compile(r"(?<!\w)(?:se|no)\s+(?:(?:l[aeo]s?|nos)\s+)?$", re.IGNORECASE)
_BARE_LEAD = re.compile(
    r"\s*(?:así\s+lo|lo\s+anterior,?\s+lo|según(?:\s+lo)?|(?:tal\s+(?:y\s+)?)?como(?:\s+lo)?)\s*", re.IGNORECASE
)
_POINTS_BACK = re.compile(r"(?<!\w)(?:así|anterior,?)\s+lo\s*$", re.IGNORECASE)
#: "firmó con 20 alcaldes el plan que, dijo, costará 30": the clause alone is stated.
_IN_RELATIVE = re.compile(r"(?<!\w)que,\s*$", re.IGNORECASE)
_WHO = re.compile(r",?\s+quien(?:es)?\s", re.IGNORECASE)
_SET_OFF = re.compile(
    r"(?:[,–—-]|;\s+(?=así))\s*(?:(?:según(?:\s+lo)?|(?:tal\s+(?:y\s+)?)?como(?:\s+lo)?|así\s+lo)\s+)?$", re.IGNORECASE
)
#: "fue dado a conocer por": what the passive speaks of is all before it, or the sentence before ("Lo anterior fue …").
_AGENT = re.compile(r"(?:\s+(?:hoy|ayer|est[ea]\s+\w+))?,?\s+por\s+", re.IGNORECASE)
_WHAT_WAS_SAID = re.compile(r"\s*(?:lo\s+anterior|esto|ello|lo\s+dicho|así)\s*", re.IGNORECASE)
_STOPS = re.compile(r"\s*(?:[,.;]|$)")
#: The dash that closes what another one has opened: "Así -detalló- van 20".
_DASH_BEFORE, _DASH_AFTER = re.compile(r"[–—-]\s?$"), re.compile(r"\s?[–—-]")
_ENDS = re.compile(r"\s+(?:al|durante|en|tras)\s|\s+(?:el|la|los|las)\s+(?:[A-ZÁÉÍÓÚÑÜ]|[^\d.]{1,60}[.]?\s*$)")
#: A body and its acronym are the subject: "La Empresa de Obras, EDU, avanza en ocho calles".
_ACRONYM_APPOSED = re.compile(r",\s+[A-ZÁÉÍÓÚÑÜ]{2,},\s*$")
_APPOSED = re.compile(r",\s[^,.;:\d]{3,80}(?=,)")
_JOINED = re.compile(r"(?:;|,?\s(?:y|e|pero|mientras(?:\s+que)?))\s+$", re.IGNORECASE)
_NAME_INSIDE = re.compile(r"\s[A-ZÁÉÍÓÚÑÜ]")
_LEADS_IN = re.compile(rf"[^.:;“\"]{{0,60}}:\s*\W?\s*{FILLER}")
#: Fewer words before a quotation are no sentence that it could be a part of.
_EMBEDDING_WORDS = 3
#: Whose opinion a quotation is: "Para la directora, Ana Ruiz, “son 20”".
_FOR = re.compile(r"Para\s+")
_QUOTED = re.compile(rf"\s*[,:]\s*[*_]*(?:[“\"«]|{FILLER})")
_QUE = re.compile(r"\s+que\s")
_TOLD = re.compile(r"\s+(?:\w+\s+)?que\s+", re.IGNORECASE)
_PURPOSE = re.compile(r"(?<!\w)para\s+$", re.IGNORECASE)
_AND_THAT = re.compile(r"(?:y|e|así\s+como|también|además|asimismo)(?:,?\s+también)?,?\s+que(?!\w)", re.IGNORECASE)
#: A clause without a main one goes on with the sentence before it: "Dijo que van 20. Mientras que en Ríos hay 30".
_WHILE = re.compile(r"Mientras\s+que,?\s+")
Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Saying:
    """A verb of saying at work: its clause from ``start``, the verb's end, the speaker, the stretches it governs."""

    start: int
    verb_start: int
    verb_end: int
    rule: str
    speaker: Speaker
    spans: tuple[Span, ...] = ()
    how: Literal["verb", "source"] = "verb"


class SayingReader:
    """Reads sentence after sentence and carries along who spoke last. ``flat`` is the text without quotations."""

    def __init__(self, flat: str, people: list[Person], grammar: SayingGrammar) -> None:
        self.flat, self.grammar = flat, grammar
        self.subjects = Subjects(flat, people, grammar)
        self.sayings: list[Saying] = []
        self._last = NOBODY
        self._by_document = False
        self._example: Speaker | None = None  # who was brought in by the sentence before, for a quotation right behind
        #: Who may speak on without a verb from each place on, in order.
        self.floor: list[tuple[int, Speaker]] = []

    def read(self, sentence: Sentence, previous: Sentence | None, headline: bool) -> None:
        """Find the sayings of one sentence, and who is its subject for the sentences to come."""
        before = len(self.sayings)
        self._read_continuation(sentence, previous)
        for verb in self.grammar.find_verbs(self.flat, sentence.start, sentence.end):
            rule, form = self.grammar.forms[verb.key]
            lead = self.flat[max(sentence.start, verb.start - _LEAD) : verb.start]
            saying = self._saying(Clause(verb, rule, form, sentence, lead), previous)
            if saying and (saying.speaker.person or not self._is_told(verb.start)) and not self._is_nested(saying):
                self.sayings.append(saying)
                self._by_document = not saying.speaker.person and form in PRESENT and self._is_document(lead)
                self._last = self._last if self._by_document else saying.speaker
        verbs = len(self.sayings)
        self._read_sources(sentence)
        self._read_opinion(sentence)
        if before == verbs < len(self.sayings) and self.sayings[-1].speaker.person:
            self._last = self.sayings[-1].speaker
        if headline:
            self._read_colons(sentence)
        if len(self.sayings) == before and (subject := self.subjects.topic(sentence)):
            self._last = speaker(subject)
        named = self.subjects.example(sentence) if len(self.sayings) == before else None
        self._example = speaker(named) if named else None
        if not self.floor or self.floor[-1][1] is not self._last:
            self.floor.append((sentence.end, self._last))

    def _read_continuation(self, sentence: Sentence, previous: Sentence | None) -> None:
        """A sentence that is a further clause of the statement before it: "Dijo que hay 20. Y que faltan 30".

        What a person does whom "mientras que" brings in, the reporter tells.
        """
        said = self.sayings[-1] if self.sayings and previous and previous.block == sentence.block else None
        if said is None or previous is None or said.verb_start < previous.start or not said.speaker.person:
            return
        opening = _AND_THAT.match(self.flat, sentence.start, sentence.end)
        contrast = _WHILE.match(self.flat, sentence.start, sentence.end)
        if contrast and not self.subjects.at(contrast.end()):
            opening = contrast
        if opening:
            span = (opening.end(), sentence.end)
            self.sayings.append(Saying(opening.start(), *opening.span(), said.rule, said.speaker, (span,)))

    def _is_document(self, lead: str) -> bool:
        """Whether a thing is the subject, no body: "El pronóstico sugiere que"; a person may speak on after it."""
        return not _NAME_INSIDE.search(lead) and not self.grammar.body.search(f" {lead}")

    def _spoke_last(self, clause: Clause) -> Speaker | None:
        if self._by_document and clause.form in PRESENT:
            return NOBODY
        return self._last if self._last.person or self.sayings else None

    def _is_told(self, place: int) -> bool:
        """Whether this place is inside what a person is said to state: "informó que el Estado reportó"."""
        return any(start <= place < end for saying in self.sayings[-3:] for start, end in saying.spans)

    def _is_nested(self, saying: Saying) -> bool:
        """Whether a statement is what another person tells: "Ruiz recordó que el gobernador anunció 20"."""
        outer = self.sayings[-1] if self.sayings and saying.start > self.sayings[-1].verb_end else None
        told = outer and outer.speaker.person and _TOLD.fullmatch(self.flat, outer.verb_end, saying.start)
        return bool(told and saying.start < saying.verb_start)

    def _read_sources(self, sentence: Sentence) -> None:
        """The phrases that name a source: "de acuerdo con la alcaldesa"."""
        for match in self.grammar.source.finditer(self.flat, sentence.start, sentence.end):
            person = self.subjects.first_from(match.end())
            if person and not self.flat[match.end() : person.start].strip():
                # "Obras hizo 20 calles, y según su titular, Ruiz, faltan 30": the first half is the reporter's.
                joined = _JOINED.search(self.flat, max(sentence.start, match.start() - 20), match.start())
                span = (match.start() if joined else sentence.start, sentence.end)
                self._add_source(match.start(), match.end(), "source.person", person, span)

    def _read_opinion(self, sentence: Sentence) -> None:
        """The person in whose view the sentence stands, where a quotation says it: "Para Ruiz, “son 20”"."""
        opening = _FOR.match(self.flat, sentence.start, sentence.end)
        person = self.subjects.at(opening.end()) if opening else None
        if opening and person and _QUOTED.match(self.flat, person.end, sentence.end):
            self._add_source(opening.start(), opening.end(), "source.person", person, (person.end, sentence.end))

    def _read_colons(self, sentence: Sentence) -> None:
        """A person before or after the colon of a headline: "Ruiz: habrá 20 obras", "Habrá 20 obras: alcalde"."""
        first = self.subjects.at(sentence.start)
        if first and self.flat[first.end : first.end + 2] == ": ":
            span = (first.end + 1, sentence.end)
            self._add_source(first.start, first.end, "source.headline", first, span)
        last = next(self.subjects.before(sentence.start, sentence.end), None)
        if last and last.end == sentence.end and self.flat[sentence.start : last.start].endswith(": "):
            span = (sentence.start, last.start)
            self._add_source(last.start, last.end, "source.headline", last, span)

    def _add_source(self, start: int, end: int, rule: str, person: Person, span: Span) -> None:
        self.sayings.append(Saying(span[0], start, end, rule, speaker(person), (span,), "source"))

    def _saying(self, clause: Clause, previous: Sentence | None) -> Saying | None:
        """What a form of a verb of saying does in its sentence; None where it says nothing."""
        if clause.is_passive:
            return self._passive(clause, previous)
        if not self._is_verb(clause):
            return None
        follower = self.subjects.after(clause)
        rest = follower.end if follower else clause.end
        that, states = statement_after(self.flat, clause, rest, self.grammar)
        quoted = clause.near.rstrip(" \n,.;_*–—-”»’\"'").endswith(FILLER)
        start = clause.start
        if _AS.search(clause.near) and clause.rule.forms[INFINITIVE] in self.grammar.requests:
            return None
        tells = clause.form in PAST and _QUE.match(self.flat, clause.end)
        if clause.rule.takes == "quote" and not (tells or quoted or self._beside_quotation(clause, rest, follower)):
            return None
        if quoted or (not that and self._is_parenthesis(clause, follower)):
            last = (self._example if quoted else None) or self._spoke_last(clause)
            who = speaker(follower) if follower else self.subjects.continued(clause, last, quoted=True)
            around = who.person and (not quoted or self._embeds_quotation(clause, who))
            spans = self._own(clause, self._around(clause, previous, rest)) if around else ()
            return Saying(start, start, clause.end, clause.rule.id, who, spans)
        body = not follower and self.grammar.body.match(self.flat, clause.end, clause.sentence.end)
        if body and not self.subjects.stands_before(clause):
            return Saying(start, start, clause.end, clause.rule.id, NOBODY)
        ahead = None if follower else self.subjects.ahead(clause)
        behind = None if follower or ahead or not states else self.subjects.behind(clause)
        subject = follower or ahead or behind or self.subjects.spokesperson(clause)
        who = speaker(subject) if subject else self.subjects.of(clause, self._spoke_last(clause))
        if not states or (clause.form in PRESENT and not that and not who.person):
            return None
        end = ahead.start if ahead else statement_end(self.flat, clause, rest, that, self.grammar)
        first = clause.end if follower else statement_start(self.flat, clause, rest, self.grammar)
        if clause.rule.takes == "subject" and not that and not self._is_spoken(clause, who):
            return None
        spans = self._own(clause, (*self._fronted(clause, who), (first, end))) if who.person else ()
        if who.start is not None and self._is_spoken(clause, who):
            start = who.start
        return Saying(start, clause.start, clause.end, clause.rule.id, who, spans)

    def _is_spoken(self, clause: Clause, who: Speaker) -> bool:
        """Whether the person who speaks is named in the sentence before the verb."""
        return who.start is not None and clause.sentence.start <= who.start < clause.start

    def _own(self, clause: Clause, spans: tuple[Span, ...]) -> tuple[Span, ...]:
        """The stretches as far as somebody else acts: "dijo que van 20, mientras que la síndica entregó 3"."""
        return tuple(
            (start, self.subjects.contrast(start, end) if start >= clause.end else end) for start, end in spans
        )

    def _passive(self, clause: Clause, previous: Sentence | None) -> Saying | None:
        """What an agent is said to have stated: "La obra de 20 aulas fue anunciada por Ruiz"."""
        agent = _AGENT.match(self.flat, clause.end, clause.sentence.end)
        person = self.subjects.at(agent.end()) if agent else None
        if person is None:
            return None
        back = previous if _WHAT_WAS_SAID.fullmatch(clause.lead) else None
        span = (back.start, back.end) if back else (clause.sentence.start, clause.start)
        return Saying(clause.start, clause.start, clause.end, clause.rule.id, speaker(person), (span,))

    def _is_verb(self, clause: Clause) -> bool:
        """Not a noun or adjective of the same letters, nor impersonal ("se informó"), nor denied."""
        if clause.form == PARTICIPLE:
            reflexive = clause.rule.forms[0].startswith("se ")
            return clause.verb.auxiliary != "" and (reflexive or not _IMPERSONAL.search(clause.near))
        if clause.form == INFINITIVE:
            that, states = statement_after(self.flat, clause, clause.end, self.grammar)
            purpose = _PURPOSE.search(
                clause.near
            )  # "para anunciar 20 becas" may be a plan, "para anunciar que" is none
            return bool(self.grammar.before_infinitive.search(clause.near)) and (that if purpose else states)
        reflexive = clause.verb.key.startswith("se ")
        if _IMPERSONAL.search(clause.near) and self.subjects.spokesperson(clause):
            return True
        if clause.verb.auxiliary or (reflexive and _CONCERNING.search(clause.near)):
            return False
        return not _NO_VERB.search(clause.near)

    def _embeds_quotation(self, clause: Clause, who: Speaker) -> bool:
        """Whether the quotation before the verb is part of its sentence: "Las obras acabarán “en mayo”, dijo Ruiz"."""
        before = clause.lead.rstrip(" \n,.;_*–—-”»’\"'").rstrip(FILLER).rstrip(" \n“«‘\"'_*")
        if before.endswith((":", ".")) or len(before.split()) < _EMBEDDING_WORDS:
            return False
        subject = self.subjects.first_from(clause.first)
        own = subject is not None and subject.start < clause.start and subject.name == who.name
        return not (own and subject is not None and self.subjects.opens_sentence(subject, clause.first))

    def _beside_quotation(self, clause: Clause, rest: int, follower: Person | None) -> bool:
        """Whether a verb such as "cerró" leads into a quotation, or closes a statement with its subject behind it."""
        adverbs = self.grammar.adverbs.match(self.flat, rest, clause.sentence.end)
        leads_in = _LEADS_IN.match(self.flat, adverbs.end() if adverbs else rest, clause.sentence.end)
        return bool(leads_in) or (follower is not None and bool(_SET_OFF.search(clause.near)))

    def _is_parenthesis(self, clause: Clause, follower: Person | None) -> bool:
        """Whether the saying clause is put into or after what it states: "…, explicó la directora."."""
        if _BARE_LEAD.fullmatch(clause.lead):
            return True
        concerning = clause.rule.takes == "object" and clause.rule.forms[0].startswith(
            "se "
        )  # "en cuanto a la luz se refiere,"
        if concerning or not _SET_OFF.search(self.grammar.cut_adverb(clause.near, ", ")):
            return False
        if follower:
            return follower.start - clause.end < 100
        after = self.flat[clause.end : clause.sentence.end]
        if _STOPS.match(after) or (_DASH_BEFORE.search(clause.near) and _DASH_AFTER.match(after)):
            return True
        apposed = _ACRONYM_APPOSED.search(clause.near) or self.subjects.heads(clause)
        return not apposed and bool(_ENDS.match(after))

    def _around(self, clause: Clause, previous: Sentence | None, rest: int) -> tuple[Span, ...]:
        """What a saying clause in parenthesis governs: the sentence around it; of "Así lo informó", the one before."""
        sentence = clause.sentence
        if not _BARE_LEAD.fullmatch(clause.lead):
            told = _WHO.match(self.flat, rest, sentence.end)  # "dijo Ruiz, quien entregó 20": the reporter goes on
            first = clause.start if _IN_RELATIVE.search(clause.lead) else sentence.start
            return (first, clause.start), (rest, rest if told else self._occasion(rest, sentence.end))
        points_back = previous and _POINTS_BACK.search(clause.lead)
        before = ((previous.start, previous.end),) if previous and points_back else ()
        return *before, (rest, self._occasion(rest, sentence.end))

    def _occasion(self, rest: int, end: int) -> int:
        """Where the reporter goes on about the occasion: "dijo Ruiz, el edil, al entregar 20 becas"."""
        start = rest
        if apposed := _APPOSED.match(self.flat, rest, end):
            start = apposed.end()
        found = self.grammar.occasion.match(self.flat, start, end) or self.grammar.occasion.match(self.flat, rest, end)
        return found.start() if found else end

    def _fronted(self, clause: Clause, who: Speaker) -> tuple[Span, ...]:
        """The phrase before the subject that belongs to the statement: "Con 5 mdp, el alcalde anunció …"."""
        start = clause.sentence.start
        if who.start is None or not start < who.start < clause.start or who.start - start > _FRONTED:
            return ()
        phrase = self.flat[start : who.start]
        return ((start, who.start),) if phrase.endswith(", ") and self.grammar.fronted.match(phrase) else ()
