"""Whether a figure is reported as done, planned or conditional.

The finite verb that governs the quantity decides by tense and mood, unless a phrase of intention or condition stands
between the two. A future is planned, a conditional conditional, all else reported; a release speaks of what was done.
Subjunctives and modals have no time of their own and leave it to the verb that they depend on (NGLE 24.1, 28.6).
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from extract.links.governing_verbs import Clause, clause_of, governing_verb, introduces_speech
from extract.links.origins import tells_origin
from extract.links.parse import ParsedSentence
from extract.links.phrases import Part, Phrases
from extract.links.standing import stands_anyway
from extract.links.verb_tenses import (
    CONDITIONAL,
    FUTURE,
    Tense,
    VerbReader,
    in_relative,
    is_past,
    is_superlative,
    tells_of_now,
    tense_of,
    verb_reader,
)
from extract.mentions import Quantity
from extract.openings import Expression
from extract.patterns import Patterns, shipped
from extract.schema import Status

#: What still speaks of the quantity behind it: its own phrase.
_AFTER = re.compile(r"(?:(?!\s[ye]\s)[^,;.\d$]){0,45}")
#: Where a relative clause of the quantity's own noun begins at the latest.
_RELATIVE = re.compile(r"(?:(?!\s[ye]\s)[^,;.\d]){0,60}(?:,\s+|\s+)(?=que\s)(?:\S+\s+){0,3}\S+")
#: A condition that closes the sentence.
_IF_BEHIND = re.compile(
    r"(?:(?!\s(?:y|que|pero|mientras)\b)[^.;]){0,60},\s+(?:si\s+(?!bien|se\s+(?:toma|considera|suma|compara))|siempre\s+(?:que|y\s+cuando)|en\s+caso\s+de\b)"
)
#: An infinitive before the time of the main verb.
_DONE = Expression(
    r"\b(?:tras|luego\s+de|despu[ée]s\s+de)\s+(?:haber\s+)?\w+(?:[aei]r(?:se)?|[ai]do)\s+(?:[^\W\d]+\s+){0,3}\Z",
    re.IGNORECASE,
)
#: Time that something took before: "reabrirá después de cuatro meses".
_AFTER_THAT = Expression(
    r"\b(?:tras|luego\s+de|despu[ée]s\s+de|al\s+cabo\s+de)\s+(?:(?:m[áa]s|cerca|casi)\s+(?:de\s+)?|l[oa]s\s+)?\Z",
    re.IGNORECASE,
)
#: What is so now, against what is to come: "en vez de 14.5", "pasará de 800 a mil 200".
_INSTEAD = Expression(
    r"\b(?:en\s+(?:vez|lugar)\s+de|frente\s+a|contra|comparad[oa]s?\s+con)\s+(?:l[oa]s\s+)?\Z"
    r"|\b(?:pas|sub|baj|aument|crec|reduc|increment|ampl|disminu|elev|descend|escal)\w*r(?:[áa]n?|[íi]an?)?\s+(?:[^\W\d]+\s+){0,2}?de\s+(?:l[oa]s\s+)?\Z",
    re.IGNORECASE,
)
#: Those whom others join: "30 alumnos que se sumarán a los 412".
_JOINED = Expression(
    r"\bse\s+(?:sum|añad|agreg|un|incorpor)\w*(?:r[áa]n?|n|do)\s+(?:as[íi]\s+)?a\s+l[oa]s\s+(?:casi\s+|m[áa]s\s+de\s+)?\Z",
    re.IGNORECASE,
)
_TO_NEXT = re.compile(
    r"\s+(?:al?|hasta)\s+(?:l[oa]s\s+|m[áa]s\s+de\s+|cerca\s+de\s+)?(?:\d|\$|mil\b|un\b|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez)",
    re.IGNORECASE,
)
#: A hedge that is a verb of what has been: "superó las 300".
_PAST_HEDGE = re.compile(r"(?:super|rebas|sobrepas|rond|bord(?:e)?|roz|pas)(?:ó|aron)|excedi(?:ó|eron)")
#: What makes a verb depend on another: "que no pasen de 30", "si no llegan a 30".
_DEPENDS = re.compile(
    r"\b(?:(?:que|si|cuando|aunque|mientras)|(?:que|si)\s+(?!\w+[aei]r\b)[^.;,]{1,80}\s[ye])\s+\Z", re.IGNORECASE
)
#: How many words before a figure without a verb before it may say an intention: a noun phrase, or less if one follows.
_VERBLESS_WINDOW, _SUBJECT_WINDOW = 12, 4


@dataclass(frozen=True, slots=True)
class StatusReading:
    """The status of a quantity, the rule that said so, how sure it is, and the tense of the governing verb."""

    status: Status
    rule: str
    score: float
    tense: Tense = "none"


def find_status(
    sentence: ParsedSentence,
    quantity: Quantity,
    phrases: Phrases,
    lead_in: Part | None = None,
    patterns: Patterns | None = None,
) -> StatusReading:
    """The status of one quantity in its sentence.

    Parameters
    ----------
    sentence:
        The parsed sentence that holds the quantity.
    quantity:
        The quantity.
    phrases:
        The phrases of its document.
    lead_in:
        For a row of a list, where the sentence stands that opens the list ("Por rubro, los montos previstos son:").
    """
    reader = verb_reader(patterns or shipped())
    if (hedge := _read_hedge(sentence, quantity)) is not None:
        return hedge
    clause = clause_of(sentence, quantity)
    verb = governing_verb(clause, reader, quantity.kind)
    if verb is None and lead_in is not None:
        return _read_lead_in(lead_in, phrases)
    condition = _part_between(sentence, quantity, _segment_start(clause, verb), verb)
    intention = _part_between(sentence, quantity, _window_start(clause, verb, reader), verb)
    reading = (
        _read_done(sentence, quantity, phrases)
        or _read_standing(clause, quantity, reader)
        or _read_made(sentence, quantity, verb)
        or _read_phrase(phrases, _relative_behind(sentence, quantity), "promised", "planned")
        or _read_phrase(phrases, condition, "conditional", "conditional")
        or _read_tense(clause, verb, reader)
        or _read_phrase(phrases, intention, "planned", "planned")
        or _read_phrase(phrases, _own_phrase(sentence, quantity, intention, verb), "scheduled", "planned")
        or _read_coming(sentence, quantity, clause, verb, reader, phrases)
        or StatusReading("reported", "status.reported", 0.9 if verb is not None else 0.8)
    )
    if reading.status == "planned" and _has_condition_behind(sentence, quantity):
        reading = StatusReading("conditional", "status.conditional.behind", 0.8)
    return replace(reading, tense=tense_of(sentence.tokens[verb])) if verb is not None else reading


def _read_phrase(phrases: Phrases, part: Part, kind: str, status: Status) -> StatusReading | None:
    """The status that the first phrase of a kind gives to a part of the text."""
    rule = phrases.first(part, kind)
    return StatusReading(status, rule.id, 0.8) if rule is not None else None


def _read_done(sentence: ParsedSentence, quantity: Quantity, phrases: Phrases) -> StatusReading | None:
    """A figure of what came first: "tras invertir 4 millones, abrirá el mercado"."""
    surface, offset = sentence.sentence.surface, sentence.sentence.start
    ahead = offset, quantity.start
    instead = phrases.search(_INSTEAD, ahead)
    from_here = instead is not None and instead.group().rstrip().lower().endswith(("de", "de los", "de las"))
    if from_here and instead is not None and not instead.group().lower().startswith("en "):
        instead = instead if _TO_NEXT.match(surface, quantity.end - offset) else None
    first = (
        phrases.search(_DONE, ahead) or phrases.search(_AFTER_THAT, ahead) or phrases.search(_JOINED, ahead) or instead
    )
    return StatusReading("reported", "status.reported.first", 0.8) if first else None


def _has_condition_behind(sentence: ParsedSentence, quantity: Quantity) -> bool:
    """Whether a condition closes the sentence: "jóvenes de 18 a 29 años, siempre que" is that of a call, of no age."""
    behind = quantity.end - sentence.sentence.start
    return quantity.kind != "age" and _IF_BEHIND.match(sentence.sentence.surface, behind) is not None


def _read_made(sentence: ParsedSentence, quantity: Quantity, verb: int | None) -> StatusReading | None:
    """A figure of how a thing was made, got or valued: "entregará 12 camiones, comprados por 4 millones"."""
    made = verb is not None and tells_origin(sentence, quantity, verb)
    return StatusReading("reported", "status.reported.made", 0.7) if made else None


def _read_standing(clause: Clause, quantity: Quantity, reader: VerbReader) -> StatusReading | None:
    """A figure of what the plan finds in place: "se apoyará a 300 vecinos de los 60 municipios"."""
    stands = stands_anyway(clause.tokens, clause.position, clause.stop, quantity.kind, reader)
    return StatusReading("reported", "status.reported.standing", 0.7) if stands else None


def _read_tense(clause: Clause, verb: int | None, reader: VerbReader) -> StatusReading | None:
    told = verb is not None and _tells(clause, verb, reader)
    tense = reader.tense(clause.tokens, verb) if verb is not None and not told else "reported"
    return StatusReading(tense, f"status.{tense}.verb", 0.9) if tense != "reported" else None


def _tells(clause: Clause, verb: int, reader: VerbReader) -> bool:
    """Whether a verb only gives account of what was done: "dará cuenta de las 300 becas", not "informará que se"."""
    behind = [token.lower_ for token in clause.tokens[verb + 1 : verb + 2]]
    return behind == ["cuenta"] or (reader.says("telling", clause.tokens[verb]) and behind != ["que"])


def _read_coming(
    sentence: ParsedSentence,
    quantity: Quantity,
    clause: Clause,
    verb: int | None,
    reader: VerbReader,
    phrases: Phrases,
) -> StatusReading | None:
    """A figure of a thing that is still to come, said in a relative clause, unless its own verb is past."""
    if verb is not None and is_past(clause.tokens[verb]) and not introduces_speech(clause.tokens, verb):
        return None
    if verb is not None and _subject_is_coming(clause, verb, reader):
        return StatusReading("planned", "status.defining", 0.7)
    return _read_phrase(phrases, _relative_behind(sentence, quantity), "relative", "planned")


def _read_hedge(sentence: ParsedSentence, quantity: Quantity) -> StatusReading | None:
    """A verb that is the quantity's own hedge governs it: "superará los 300 parques", "rondaría los 4 millones"."""
    words = quantity.surface.lower().split()
    for word in words:
        if _PAST_HEDGE.fullmatch(word):
            return StatusReading("reported", "status.reported.verb", 0.9)
        if FUTURE.fullmatch(word):
            return StatusReading("planned", "status.planned.verb", 0.9)
        if CONDITIONAL.fullmatch(word):
            return StatusReading("conditional", "status.conditional.verb", 0.9)
    ahead = sentence.sentence.surface[: quantity.start - sentence.sentence.start]
    if words[0] == "no" and not _DEPENDS.search(ahead):  # "no se atiende a más de 150"
        return StatusReading("reported", "status.reported.verb", 0.9)
    return None


def _read_lead_in(lead_in: Part, phrases: Phrases) -> StatusReading:
    """A row without a verb of its own takes the status of the sentence that opens its list."""
    if any(FUTURE.fullmatch(word) for word in phrases.text[slice(*lead_in)].lower().split()):
        return StatusReading("planned", "status.planned.lead-in", 0.8)
    return (
        _read_phrase(phrases, lead_in, "conditional", "conditional")
        or _read_phrase(phrases, lead_in, "planned", "planned")
        or _read_phrase(phrases, lead_in, "scheduled", "planned")
        or StatusReading("reported", "status.reported", 0.8)
    )


def _subject_is_coming(clause: Clause, verb: int, reader: VerbReader) -> bool:
    """Whether the verb says what a coming thing is: "el material que se entregará consiste en"."""
    if not reader.is_defining(clause.tokens[verb]):
        return False
    tokens = clause.tokens
    earlier = list(reader.finite(tokens, clause.first, verb))[-1:]
    return any(
        (in_relative(tokens, v) or is_superlative(tokens, v)) and reader.tense(tokens, v) == "planned" for v in earlier
    )


def _segment_start(clause: Clause, verb: int | None) -> int:
    """Where the comma-free stretch before the governing verb begins: a condition may stand in front of the verb."""
    start = clause.position if verb is None else min(verb, clause.position)
    while start > clause.first and clause.tokens[start - 1].text not in {",", ":"}:
        start -= 1
    return start


def _window_start(clause: Clause, verb: int | None, reader: VerbReader) -> int:
    """Where the words begin that may say an intention: with the verb and its pronouns, with "ser" at its subject."""
    if verb is None or verb >= clause.position:
        return max(clause.first, clause.position - (_VERBLESS_WINDOW if verb is None else _SUBJECT_WINDOW))
    told = verb > clause.first + 1 and [t.lower_ for t in clause.tokens[verb - 2 : verb]] == [",", "que"]
    if told and clause.tokens[verb].lower_ in {"era", "fue"}:  # "la meta, que era de 300"
        return clause.first
    if tells_of_now(clause.tokens, verb):
        return verb
    if reader.is_timeless(clause.tokens, verb):  # "aprobados 3 millones para que contraten a 40": no other verb
        return clause.first
    if reader.is_defining(clause.tokens[verb]):
        sums_up = verb > clause.first + 1 and [t.lower_ for t in clause.tokens[verb - 2 : verb]] == ["lo", "que"]
        return verb if sums_up else clause.first
    start = verb
    while start > clause.first and clause.tokens[start - 1].pos_ in {"PRON", "AUX", "ADV", "SCONJ"}:
        start -= 1
    return start


def _part_between(sentence: ParsedSentence, quantity: Quantity, first: int, verb: int | None) -> Part:
    """The words from position ``first`` up to the quantity, and its own phrase behind it.

    Under a past verb what stands behind says nothing of the figure, unless it is the whole that a part was done of:
    "se entregaron 300 de las 500 becas programadas", "300 de 500 programadas".
    """
    offset = sentence.sentence.start
    start, end = sentence.span(first, first + 1)[0] - offset, quantity.end - offset
    position = sentence.first_at(quantity.start)
    lead = sentence.tokens[max(0, position - 2) : position]
    whole = len(lead) == 2 and (lead[1].lower_ == "de" or (lead[0].lower_ == "de" and lead[1].pos_ == "DET"))
    if verb is None or whole or not is_past(sentence.tokens[verb]):
        after = _AFTER.match(sentence.sentence.surface, end)
        end = after.end() if after else end
    return offset + min(start, end), offset + end


def _own_phrase(sentence: ParsedSentence, quantity: Quantity, intention: Part, verb: int | None) -> Part:
    """Where a participle of intention is the quantity's own: under a past verb not in another member of the clause.

    "Se plantaron 300 de las 900 hectáreas programadas, con 40 mil árboles": the trees have been planted.
    """
    start, end = intention
    if verb is None or not is_past(sentence.tokens[verb]):
        return intention
    comma = sentence.sentence.surface.rfind(
        ", ", start - sentence.sentence.start, quantity.start - sentence.sentence.start
    )
    return (start if comma == -1 else sentence.sentence.start + comma, end)


def _relative_behind(sentence: ParsedSentence, quantity: Quantity) -> Part:
    """The head of the relative clause that follows the quantity's noun, or nothing."""
    match = _RELATIVE.match(sentence.sentence.surface, quantity.end - sentence.sentence.start)
    return quantity.end, quantity.end + (len(match.group()) if match else 0)
