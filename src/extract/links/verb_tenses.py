"""Finite verbs of a tagged sentence and the time that they give a figure.

The model's tags are right on most verbs; where a headline leaves out accents, or a noun looks like a future of the
first person ("insumos"), the endings decide. Futures and conditionals of Spanish are regular (NGLE 4.11, 4.12).
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import Literal

from extract.links.parse import Token
from extract.patterns import Patterns
from extract.rules import NameRule
from extract.schema import Status

#: The regular future of the persons that releases use: no other form of a verb ends so.
FUTURE = re.compile(r"\w{2,}r(?:á|án|emos)|ir(?:á|án|emos)")
_FUTURE_ENDINGS = ("rá", "rán", "remos")
CONDITIONAL = re.compile(r"\w{2,}(?:ar|er|ir|dr|br)ía(?:n|mos)?|(?:ser|dar|ver|ir)ía(?:n|mos)?")
#: A word in "-ería" before one of these, whose verb it could be, is what is described: "mercadería valuada en".
_DESCRIBED = re.compile(r"\w{2,}[aií]da")
_TRADED = re.compile(r"\w{3,}ería")
#: The future without its accent could be a present ("reparan"), so there the model decides.
_FUTURE_LOOSE = re.compile(r"\w{2,}r(?:[áaéeí]|[áa]n|[áa]s|emos)")
#: Infinitive (or "tendr-", "podr-", "habr-") + "a": a future without its accent, or a subjunctive; not "hiciera".
_BARE_FUTURE = re.compile(r"\w{2,}(?:a|(?<![ij])e|i)ran?|\w*(?:en|on|al|po)dran?|[hs]abran?")
#: What licenses a subjunctive. Without one of these before it the form is a future written without its accent.
_LICENSES = frozenset({"que", "si", "como", "quien", "quienes", "cuando", "aunque", "para", "donde", "ojalá", "sin"})
#: In capitals the model takes any word for a name, so there the ending alone decides.
_NO_VERB = frozenset({"NOUN", "ADP", "ADV", "PROPN"})
#: The tenses of what has been, by the names of Universal Dependencies.
_PAST = frozenset({"Past", "Imp"})
#: The auxiliary of the perfect: "se han entregado 320".
_HAVE = frozenset({"ha", "han", "he", "hemos", "había", "habían"})
#: Nouns and adjectives that end like a verb of the first person plural.
_NO_PERSON = re.compile(r"(?:r|tr|\w*gr|recl|pr[eé]st)amos|(?:extr|r|supr)emos")
#: Verbs that stand before a participle.
_AUXILIARIES = frozenset({"debería", "volvería", "parecería", "permanecería"})
_GOING = frozenset({"va", "van", "vamos", "voy"})
_INFINITIVE = re.compile(r"\w+[aei]r(?:se|l[aeo]s?|nos)?")
_RELATIVES = frozenset({"que", "quien", "quienes", "donde", "cuyo", "cuya", "cuyos", "cuyas"})
#: The present, between "que" and its verb, and so many words.
_NOW = re.compile(r"\bque (?:hoy(?: en día)?|ahora|actualmente|este año|en la actualidad|hasta (?:hoy|ahora))\Z")
_NOW_REACH = 5

#: How far from its verb the noun of a cost stands: "inversión total que asciende", "que significan una inversión".
_COST_REACH = 3

Tense = Literal["past", "present", "future", "none"]

#: The kinds of rules in ``status.yml`` that list words.
_WORDS = (
    *("defining", "modal", "present", "surname", "territory", "whole", "tenure", "holding", "telling", "trade"),
    *("costing", "cost", "completed"),
)


class VerbReader:
    """Reads the verbs of one sentence after another by the word rules of ``status.yml``."""

    def __init__(self, patterns: Patterns) -> None:
        rules = patterns.rules("status.yml", NameRule)
        self._rules = {kind: [r.pattern for r in rules if r.kind == kind] for kind in _WORDS}
        # A list of a thousand figures is one sentence, and each asks for the same verbs around it.
        self._sentence: Sequence[Token] = ()
        self._verbs: list[int] = []

    def _is(self, kind: str, word: str) -> bool:
        return any(pattern.fullmatch(word) for pattern in self._rules[kind])

    def finite(self, tokens: Sequence[Token], first: int, end: int) -> Iterator[int]:
        """The positions of the finite verbs between two positions."""
        if tokens is not self._sentence:
            self._sentence, self._verbs = tokens, list(self._finite(tokens))
        return iter(self._verbs[bisect_left(self._verbs, first) : bisect_left(self._verbs, end)])

    def _finite(self, tokens: Sequence[Token]) -> Iterator[int]:
        for index, token in enumerate(tokens):
            tagged = token.pos_ in {"VERB", "AUX"} and "Fin" in token.morph.get("VerbForm", [])
            tagged = tagged and _ends_like_its_tense(token) and not _is_second_person(token)
            # what opens a headline before a name ("Desplegará Protección Civil"), if it is no surname
            tagged = tagged or _looks_first_person(token) or (index == 0 and self._opens_title(tokens))
            if not (tagged or _looks_future(tokens, index) or self._heads_title(tokens, index)):
                continue
            is_office = index and token.is_title and CONDITIONAL.fullmatch(token.lower_)  # "la Tesorería"
            if not (is_office or self._names_goods(tokens, index)):
                yield index

    def _names_goods(self, tokens: Sequence[Token], index: int) -> bool:
        """Whether what looks like a conditional is a noun in "-ería": it is listed, or only an object can stand there.

        A conditional stands behind neither a verb nor a preposition, and hardly before a participle.
        """
        word = tokens[index].lower_
        if not _TRADED.fullmatch(word):
            return False
        before = tokens[index - 1] if index else None
        governed = before is not None and (before.pos_ in {"ADP", "DET"} or _governs(before))
        after = tokens[index + 1].lower_ if index + 1 < len(tokens) else ""
        described = _DESCRIBED.fullmatch(after) is not None and word not in _AUXILIARIES
        return governed or described or self._is("trade", word)

    def tense(self, tokens: Sequence[Token], verb: int) -> Status:
        """What the verb alone says of its figure."""
        token = tokens[verb]
        if CONDITIONAL.fullmatch(token.lower_):
            return "conditional"
        if self._is("present", token.lower_):
            return "reported"  # "Retiran a 41 conductores", which the model may take for a future
        future = "Fut" in token.morph.get("Tense", []) and _FUTURE_LOOSE.fullmatch(token.lower_)
        bare = _lacks_accent(tokens, verb) or self._heads_title(tokens, verb)
        coming = future or bare or FUTURE.fullmatch(token.lower_) or _is_going_to(tokens, verb)
        return "planned" if coming else "reported"

    def says(self, kind: str, token: Token) -> bool:
        """Whether a word is of a kind that ``status.yml`` lists."""
        return self._is(kind, token.lower_)

    def is_defining(self, token: Token) -> bool:
        """Whether the verb says what its subject is or holds: "consiste en", "contempla"."""
        return self._is("defining", token.lower_)

    def is_timeless(self, tokens: Sequence[Token], verb: int) -> bool:
        """Whether the verb takes its time from another.

        A present subjunctive does, and in a relative clause a modal or what says how high a cost is.
        """
        token = tokens[verb]
        subjunctive = "Sub" in token.morph.get("Mood", []) and "Pres" in token.morph.get("Tense", [])
        if subjunctive:
            return True
        dependent = self._is("modal", token.lower_) or self._tells_cost(tokens, verb)
        return dependent and in_relative(tokens, verb)

    def _tells_cost(self, tokens: Sequence[Token], verb: int) -> bool:
        """Whether a verb says how high a cost is: "con una inversión que asciende a", "que significan un gasto de"."""
        if not self._is("costing", tokens[verb].lower_):
            return False
        near = [*tokens[max(0, verb - _COST_REACH) : verb], *tokens[verb + 1 : verb + 1 + _COST_REACH]]
        return any(self._is("cost", token.lower_) for token in near)

    def _opens_title(self, tokens: Sequence[Token]) -> bool:
        """A future before a name that opens a line, where the model takes both for one name; "Durán Ruiz" is one."""
        word = tokens[0].lower_
        named = len(tokens) > 1 and tokens[1].pos_ == "PROPN"
        return named and FUTURE.fullmatch(word) is not None and not self._is("surname", word)

    def _heads_title(self, tokens: Sequence[Token], index: int) -> bool:
        """A future without its accent where a headline has its verb, at its head or in capitals.

        The presents and nouns that look so ("GENERA", "CAMARA") are listed.
        """
        token = tokens[index]
        opens = index == 0 or (index == 1 and tokens[0].lower_ == "se")
        if not (opens or (token.is_upper and token.lower_.endswith("n"))):
            return False
        return _BARE_FUTURE.fullmatch(token.lower_) is not None and not self._is("present", token.lower_)


@lru_cache(maxsize=8)
def verb_reader(patterns: Patterns) -> VerbReader:
    """The reader for these patterns."""
    return VerbReader(patterns)


def _governs(token: Token) -> bool:
    """Whether a token is a verb that takes an object: finite, an infinitive or a gerund."""
    return token.pos_ == "VERB" and "Part" not in token.morph.get("VerbForm", [])


def in_relative(tokens: Sequence[Token], verb: int) -> bool:
    """Whether a relative pronoun opens the verb's clause right before it: "que se entregarán", "que no cubren"."""
    start = verb
    while start > 0 and (tokens[start - 1].pos_ in {"PRON", "AUX"} or tokens[start - 1].lower_ in {"ya", "no"}):
        if tokens[start - 1].lower_ in _RELATIVES:
            return True
        start -= 1
    return start > 0 and tokens[start - 1].lower_ in _RELATIVES


def is_superlative(tokens: Sequence[Token], verb: int) -> bool:
    """Whether a verb closes a relative clause that singles out by "más" or "menos": "la que menos dinero tendrá"."""
    words = [token.lower_ for token in tokens[max(0, verb - 3) : verb]]
    return any(pair in {("que", "más"), ("que", "menos")} for pair in pairwise(words))


def tells_of_now(tokens: Sequence[Token], verb: int) -> bool:
    """Whether a relative clause tells what is so now: "prometió que la beca, que hoy es de | 700, subirá a 900"."""
    return _NOW.search(" ".join(token.lower_ for token in tokens[max(0, verb - _NOW_REACH) : verb])) is not None


def _is_going_to(tokens: Sequence[Token], verb: int) -> bool:
    """Whether the verb makes the periphrasis of the future: "se va a concentrar" (NGLE 28.8)."""
    if tokens[verb].lower_ not in _GOING or verb + 2 >= len(tokens) or tokens[verb + 1].lower_ != "a":
        return False
    return _INFINITIVE.fullmatch(tokens[verb + 2].lower_) is not None and tokens[verb + 2].pos_ in {"VERB", "AUX"}


def is_past(token: Token) -> bool:
    """Whether the verb says that something has been."""
    return token.lower_ in _HAVE or not _PAST.isdisjoint(token.morph.get("Tense", []))


def tense_of(token: Token) -> Tense:
    """The tense of a finite verb as it bears on time: "se entregaron", "atiende", "se entregarán"."""
    if is_past(token):
        return "past"
    if FUTURE.fullmatch(token.lower_) or "Fut" in token.morph.get("Tense", []):
        return "future"
    return "present"


def _ends_like_its_tense(token: Token) -> bool:
    """Whether a verb that the model calls a future ends like one; "insumos" and "cerramos" do not."""
    return (
        "Fut" not in token.morph.get("Tense", [])
        or _is_first_person(token.lower_)
        or (_FUTURE_LOOSE.fullmatch(token.lower_) is not None)
    )


def _is_first_person(word: str) -> bool:
    """A verb of the first person plural, whatever its tense: "cerramos", "tardábamos"."""
    return word.endswith(("amos", "emos", "imos"))


def _is_second_person(token: Token) -> bool:
    """A plural noun that the model takes for a verb with "tú", which no release uses: "115 unidades patrullas"."""
    return "2" in token.morph.get("Person", []) and token.lower_.endswith("s") and token.i > 0


def _looks_first_person(token: Token) -> bool:
    """A verb of the first person plural that the model takes for a noun: "en tres años llevamos 300 casas"."""
    return (
        token.pos_ in {"NOUN", "ADJ"}
        and token.lower_.endswith(("amos", "emos"))
        and not _NO_PERSON.fullmatch(token.lower_)
    )


def _looks_future(tokens: Sequence[Token], index: int) -> bool:
    """A future by its ending, also where the model takes a word in capitals, or the first of the sentence, for a name.

    A surname ("Durán recibió") has a verb or a further name behind it.
    """
    token = tokens[index]
    if not token.lower_.endswith(_FUTURE_ENDINGS):  # hardly a word does
        return False
    first = all(before.pos_ == "PUNCT" for before in tokens[:index])  # behind the opening mark of a quotation, too
    opens = first and index + 1 < len(tokens) and tokens[index + 1].pos_ not in {"VERB", "AUX", "PROPN", "PUNCT"}
    could_be_verb = token.is_upper or (token.pos_ not in _NO_VERB and not token.is_title) or opens
    return could_be_verb and FUTURE.fullmatch(token.lower_) is not None


def _lacks_accent(tokens: Sequence[Token], verb: int) -> bool:
    """Whether a seeming subjunctive stands in a main clause, where only a future can: "El DIF entregara 300 becas"."""
    token = tokens[verb]
    if not {"Sub", "Imp"} <= {*token.morph.get("Mood", []), *token.morph.get("Tense", [])}:
        return False
    licensed = any(word.lower_ in _LICENSES for word in tokens[:verb])
    return not licensed and _BARE_FUTURE.fullmatch(token.lower_) is not None
