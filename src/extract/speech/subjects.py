"""The subject of a verb of saying: the person after it, before it, in its sentence, or carried along unspoken."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from itertools import islice

from extract.mentions import Person, Sentence
from extract.speech.clauses import NEAR, NOBODY, Clause, Speaker, speaker
from extract.speech.grammar import GERUND, INFINITIVE, PLURAL, PRESENT, SayingGrammar

_UP = "A-ZÁÉÍÓÚÑÜ"
#: A list of joint subjects is no longer; of so many persons named before, one with a name may be the unspoken subject.
_RECENT = 12
_DETERMINER = re.compile(
    r"(?:el|la|los|las|un|una|unos|unas|est[ea]s?|es[ea]s?|dich[oa]s?|sus?|cada|ambos|nuestr[oa]s?|vari[oa]s|much[oa]s)\s",
    re.IGNORECASE,
)
_BREAK = re.compile(r"[,;:(–—]\s*|\s(?:y|e|que|pero|donde|mientras)\s")
_AND = re.compile(r"\s*[,;]?\s*(?:y|e|así\s+como|junto\s+con|como)\s+(?:también\s+)?")
_COMMA = re.compile(r"\s*[,;]\s*")
#: Two capitalized words open a sentence: its own subject, a person or a body that nobody told the finder of; no subject
#: has a preposition ("En San Blas, detalló que").
_CAPITALIZED = re.compile(
    rf"(?!(?:Ante|Con|De|Desde|Durante|En|Entre|Hacia|Hasta|Para|Por|Sobre|Tras)\s)[{_UP}]\w+\s+[{_UP}]\w+"
)
#: A verb opens the sentence, so that its subject is not spoken: "Inauguró la obra, destacando que".
_PRETERITE = re.compile(rf"[{_UP}]\w*ó(?!\w)")
#: What may part a subject from its verb: "," or ", una de las madres,".
_DESCRIBED = re.compile(r"\s*,(?:\s[^,.;:]{3,80},)?\s*")
#: A verb opens the sentence and its subject follows: "Inauguró la alcaldesa".
_VERB_FIRST = re.compile(
    r"(?!(?:asisti|acudi|particip|acompañ|presenci|atestigu|estuv|lleg)\w+)\w+(?:ó|[^a]ía|aba|a|e)\s+", re.IGNORECASE
)
#: "a quien explicó": the antecedent is told, it does not tell.
_TO_WHOM = re.compile(
    r"(?<!\w)(?:a|ante|con)\s+(?:quien(?:es)?|la\s+(?:que|cual)|el\s+(?:que|cual))\s*$|\sal\s+(?:que|cual)\s*$",
    re.IGNORECASE,
)
_BRACKETS = re.compile(r"\s*\([^()]{1,80}\)[,\s]*$")
_PRONOUN = re.compile(
    r"\s*(?:él|ella|[ée]ste|[ée]sta|est[ea]\s+últim[oa]|aquél|aquella)(?:\s+mism[oa])?\s*", re.IGNORECASE
)
_CONNECTOR = re.compile(
    r"[\s,;:(–—]*(?<![\w])(?:y|e|donde|pero|mientras|además|como|cuando|según|lo|les?|nos|así|tal)\s*$", re.IGNORECASE
)
#: The date behind "hoy": ", viernes 7 de mayo de 2021".
_DATED = (
    r"(?:,\s+(?:(?:lunes|martes|miércoles|jueves|viernes|sábado|domingo)(?:,?\s+|(?=,)))?"
    r"(?:\d{1,2}\s+de\s+\w+(?:\s+del?\s+\d{4})?)?(?=,))"
)
_ADVERBIAL = re.compile(
    rf"(?:,?\s+(?:(?:hoy|ayer|esta\s+(?:mañana|tarde)){_DATED}?|(?:en|durante|al?|tras|ante|este|esta|desde|con|el\s+pasado)\s[^,.:;“\"]{{0,60}}?)){{1,3}},?\s+",
    re.IGNORECASE,
)
#: Inner clauses whose subject is not the person at the end of the sentence: "que hay", "que se dieron", "que la obra".
_OWN_SUBJECT = re.compile(
    r"\s*(?:de\s+|en\s+)?que\s+(?:[^.,;:“\"]{1,60},\s+)?(?:ya\s+|no\s+|también\s+)*(?:se\s|hay\s|hab(?:rá|ía|rían?)\s|hubo\s|(?:son|van)\s|"
    r"\w+(?:an|en|on|án|ían)\s|(?:el|la|los|las|una?|est[ea]s?|su|sus)\s)",
    re.IGNORECASE,
)
_SUBORDINATE = re.compile(
    r"(?<!\w)(?:que|quien(?:es)?|donde|cuando|como|mientras|según|cuy[oa]s?|al?|porque|si)(?!\w)|[.;:“\"¤]",
    re.IGNORECASE,
)
#: A verb before a person, whose subject the person is: "que pidió el alcalde", "que impulsa".
_ENDS_IN_VERB = re.compile(
    r"(?:ó|[aiyj]eron|aron|[^a]ían?|aban?|án?|(?<!\w)(?:hizo|dijo|puso|tuvo|fue|es|son|trajo|dio|vio|hace|tiene|preside|encabeza|dirige|lidera|"
    r"impulsa|promueve|realiza|y|e|o|ni|con|de|del|en|por|para|sin|sobre|ante|desde))\s+$",
    re.IGNORECASE,
)
#: What brings in one of many: "a usuarias como", "productores como es el caso de".
_ONE_OF = re.compile(r"(?<!\w)[a-záéíóúñ]{3,}s,?\s+como(?:\s+(?:es|son)\s+(?:el\s+caso\s+de|los\s+casos\s+de))?\s+$")
_IMPERSONALLY = re.compile(r",?\s+(?:también\s+)?se\s+", re.IGNORECASE)
_GOES_ON = re.compile(r"\s*(?:[.]?\s*$|,\s+(?:y|e|quien|además)\s)")
_INSTITUTION = re.compile(
    rf"\s+(?:el|la|los|las|una?|uno|otr[oa]s?|vari[oa]s|algun[oa]s)\s+(?:[{_UP}]|[^\d.]{{1,60}}[.]?\s*$)"
)
#: What sets one person's doing against another's, and the doing: "mientras que la síndica Eva Mar | entregó".
_MEANWHILE = re.compile(
    r"[,;]\s+(?:mientras(?:\s+que)?|en\s+tanto(?:\s+que)?|al\s+tiempo\s+que|a\s+la\s+vez\s+que)\s*,?\s+$", re.IGNORECASE
)
_ACTS = re.compile(
    r"(?:,[^,.;:]{1,80},|,)?\s+(?:(?:también|además|ya)\s+)?(?:(?:se|les?)\s+)?(?:\w+(?:ó|aron|ieron)|dio|dieron|hizo|puso|tuvo|fue)(?!\w)",
    re.IGNORECASE,
)
_CLOSED = re.compile(
    r"(?:[,”»\"’'_]\s*(?:según\s+|(?:tal\s+)?(?:y\s+)?como\s+|así\s+)?(?:lo\s+)?|^\s*(?:así|lo\s+anterior,?)\s+lo\s+)$",
    re.IGNORECASE,
)


class Subjects:
    """Finds the subjects of clauses in one text. ``flat`` is the text without quotations."""

    def __init__(self, flat: str, people: list[Person], grammar: SayingGrammar) -> None:
        self.flat, self.people, self.grammar = flat, people, grammar
        self.starts = [person.start for person in people]

    def first_from(self, place: int) -> Person | None:
        """The first person named at or after a place."""
        index = bisect_left(self.starts, place)
        return self.people[index] if index < len(self.people) else None

    def at(self, place: int) -> Person | None:
        """The person named at a place."""
        person = self.first_from(place)
        return person if person and person.start == place else None

    def before(self, start: int, end: int) -> Iterator[Person]:
        """The persons named between two places, the last first."""
        for index in range(bisect_left(self.starts, end) - 1, -1, -1):
            if self.starts[index] < start:
                return
            if self.people[index].end <= end:
                yield self.people[index]

    def last_subject(self, start: int, end: int) -> Person | None:
        """The last person named between two places who may be a subject."""
        return next((person for person in self.before(start, end) if not self._is_oblique(person)), None)

    def _is_oblique(self, person: Person) -> bool:
        """Whether the person, or the first of those joined to one, stands after a preposition."""
        head = self._first_joined(person)
        return bool(self.grammar.oblique.search(self.flat, max(0, head.start - 40), head.start))

    def _first_joined(self, person: Person) -> Person:
        """The first of the persons that "y" joins: "el alcalde A, la síndica B y el regidor C"."""
        head = person
        for earlier in islice(self.before(0, person.start), _RECENT):
            gap = self.flat[earlier.end : head.start]
            if not (_AND.fullmatch(gap) or (head is not person and _COMMA.fullmatch(gap))):
                break
            head = earlier
        return head

    def _speaks_for(self, person: Person) -> bool:
        """Whether a body speaks through this person: "a través de su titular, …"."""
        return bool(self.grammar.through.search(self.flat, max(0, person.start - 40), person.start))

    def after(self, clause: Clause) -> Person | None:
        """The person right after the verb, or after an adverbial in a saying clause that closes a statement."""
        adverbs = self.grammar.adverbs.match(self.flat, clause.end, clause.sentence.end)
        follower = self.at(adverbs.end() if adverbs else clause.end)
        if follower or not _CLOSED.search(clause.near):
            return follower
        near = self.first_from(clause.end + 1)
        beside = near and near.start <= clause.end + 90 and _ADVERBIAL.fullmatch(self.flat[clause.end : near.start])
        return near if near and beside and not self._is_oblique(near) else None

    def ahead(self, clause: Clause) -> Person | None:
        """The subject that follows an infinitive or gerund at the head of the sentence: "Tras recordar que …, Ruiz"."""
        if (
            clause.form not in (GERUND, INFINITIVE)
            or "," in clause.lead
            or self.last_subject(clause.first, clause.start)
        ):
            return None
        person = self.first_from(clause.end)
        for _ in range(_RECENT):
            if person is None or person.start >= clause.sentence.end:
                return None
            if self.flat[clause.end : person.start].endswith(", "):
                return person
            person = self.first_from(person.start + 1)
        return None

    def spokesperson(self, clause: Clause) -> Person | None:
        """Through whom something is said: "Por conducto de Ruiz se anunció que"."""
        person = next(self.before(clause.first, clause.start), None)
        between = self.flat[person.end : clause.start] if person else ""
        return person if person and _IMPERSONALLY.fullmatch(between) and self._speaks_for(person) else None

    def behind(self, clause: Clause) -> Person | None:
        """The subject behind the statement: "Señaló que hay 20 obras el alcalde", "Anunció 20 obras el alcalde"."""
        adverbs = self.grammar.adverbs
        if clause.form in (GERUND, INFINITIVE) or not adverbs.fullmatch(clause.lead):
            return None
        stop = clause.sentence.end
        that = _OWN_SUBJECT.match(self.flat, clause.end, stop)
        start = that.end() if that else clause.end
        person = self.first_from(start)
        if person is None or person.end > stop or not _GOES_ON.match(self.flat, person.end, stop):
            return None
        between = self.flat[start : person.start]
        said = len(between.split()) > 1 and between[-1].isspace() and between.rstrip()[-1].isalnum()
        joined = _SUBORDINATE.search(between) or _ENDS_IN_VERB.search(between)
        return person if said and not joined else None

    def of(self, clause: Clause, last: Speaker | None) -> Speaker:
        """The subject of a verb that no person follows: beside it, in its clause, in its sentence, or unspoken."""
        core = self._core(clause.lead)
        end = clause.first + len(core)
        relative = self.grammar.relative.search(core, max(0, len(core) - NEAR))
        if relative and _TO_WHOM.search(core, 0, relative.end()):
            return self.continued(clause, last)
        if relative:
            end = clause.first + relative.start()
        beside = next((p for p in self.before(clause.first, end) if p.end >= end - 3), None)
        if beside and (relative or not self._is_oblique(beside) or self._speaks_for(beside)):
            return speaker(self._first_joined(beside) if clause.form in PLURAL and not relative else beside)
        if relative and relative[0].strip(" ,\n").lower() != "que":
            return self.continued(clause, last)
        if relative and not beside and clause.form in PRESENT:
            return NOBODY  # "el acuerdo que prevé": the antecedent is no person
        breaks = [found.end() for found in _BREAK.finditer(core)]
        part = core[breaks[-1] if breaks else 0 :]
        if pronoun := _PRONOUN.fullmatch(part):
            latter = next(self.before(0, clause.start), None) if "ltim" in pronoun[0] else None
            return speaker(latter) if latter else self.continued(clause, last, quoted=True)
        subject = self.last_subject(end - len(part), end)
        subject = subject or self._described(clause, end - len(part))
        if subject:
            return speaker(subject)
        lead = _BRACKETS.sub(" ", clause.lead)
        direct = len(core.rstrip()) == len(lead.rstrip()) or _DETERMINER.match(part)
        finite = clause.form not in (GERUND, INFINITIVE)
        if finite and self.grammar.body_before.search(part[-NEAR:]):
            return NOBODY  # behind an adverbial without a comma: "hasta abril el organismo prevé"
        if finite and part.strip() and direct and not beside and not self.grammar.opener.match(part):
            return NOBODY
        return self.continued(clause, last)

    def _described(self, clause: Clause, place: int) -> Person | None:
        """The person whom a phrase between commas describes: "Rosa Ruiz, una de las beneficiarias, dijo"."""
        person = next(self.before(clause.first, place), None) if clause.lead.rstrip().endswith(",") else None
        beside = person and self.flat[person.end : place].strip() == "," and not self._is_oblique(person)
        return person if beside else None

    def contrast(self, start: int, end: int) -> int:
        """Where a statement ends because "mientras que" sets what a further person does against it."""
        for index in range(bisect_left(self.starts, start), bisect_left(self.starts, end)):
            person = self.people[index]
            meanwhile = _MEANWHILE.search(self.flat, max(start, person.start - NEAR), person.start)
            if meanwhile and _ACTS.match(self.flat, person.end, end):
                return meanwhile.start()
            if not self._is_oblique(person):
                return end  # somebody else is spoken of already
        return end

    def stands_before(self, clause: Clause) -> bool:
        """Whether a person is named right before the verb: "Ruiz destacó el servicio", not "Señaló el servicio que"."""
        person = next(self.before(clause.first, clause.start), None)
        return person is not None and not self.flat[person.end : clause.start].strip(" ,\n")

    def heads(self, clause: Clause) -> bool:
        """Whether a person with what describes them is all that stands before the verb: "Ruiz, la tesorera, repasó"."""
        person = next(self.before(clause.first, clause.start), None)
        if person is None or self._is_oblique(person):
            return False
        described = _DESCRIBED.fullmatch(self.flat, person.end, clause.start)
        return bool(described) and self.opens_sentence(person, clause.first)

    def topic(self, sentence: Sentence) -> Person | None:
        """The person whom a sentence is about: who opens it, follows its first verb, or takes the floor in it."""
        for person in islice(self.people, bisect_left(self.starts, sentence.start), None):
            if person.start >= sentence.end:
                return None
            if self.grammar.turn.search(self.flat, max(sentence.start, person.start - NEAR), person.start):
                return person
            if self._is_oblique(person):
                continue
            opener = self.grammar.adverbs.match(self.flat, sentence.start, person.start)
            verb = _VERB_FIRST.fullmatch(self.flat, opener.end() if opener else sentence.start, person.start)
            return person if verb or self.opens_sentence(person, sentence.start) else None
        return None

    def example(self, sentence: Sentence) -> Person | None:
        """The person whom a sentence names last, as one of many who may tell: "a usuarias como Rosa Ruiz (64)"."""
        person = next(self.before(sentence.start, sentence.end), None)
        named = person and _ONE_OF.search(self.flat, max(sentence.start, person.start - NEAR), person.start)
        return person if named else None

    def opens_sentence(self, person: Person, first: int) -> bool:
        """Whether nothing but connectives and an adverbial stands before the person: "En Ríos, la alcaldesa"."""
        before = self.flat[first : person.start]
        adverbial = before.rstrip().endswith(",") and self.grammar.opener.match(before)
        return bool(adverbial or self.grammar.adverbs.fullmatch(before))

    def _core(self, lead: str) -> str:
        """The lead without the connectives and adverbs before the verb, and without brackets after the subject."""
        lead = _BRACKETS.sub(" ", lead)
        while True:
            near = lead[-NEAR:]
            shorter = self.grammar.cut_adverb(_CONNECTOR.sub("", near)).rstrip(" ,\n–—")
            if shorter == near:
                return lead
            lead = lead[: len(lead) - len(near)] + shorter

    def continued(self, clause: Clause, last: Speaker | None, quoted: bool = False) -> Speaker:
        """The unspoken subject: that of the sentence so far, else whoever spoke last, else the last person named."""
        subject = None if quoted else self.last_subject(clause.first, clause.start)
        if subject:
            return speaker(subject)
        if quoted and _INSTITUTION.match(self.flat, clause.end, clause.sentence.end):
            return NOBODY
        opener = self.grammar.adverbs.match(clause.lead)
        own = clause.lead[opener.end() if opener else 0 :]
        foreign = not quoted and (_DETERMINER.match(own) or _CAPITALIZED.match(own))
        hanging = clause.form == GERUND and own.strip() and not _PRETERITE.match(own)
        if clause.form in PLURAL or foreign or hanging:
            return NOBODY
        if last is not None:
            return last
        named = next((person for person in islice(self.before(0, clause.start), _RECENT) if person.name), None)
        return speaker(named) if named else NOBODY
