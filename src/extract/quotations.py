"""Quotations that are speech, told from quoted names, with the grammar of the verbs of saying beside them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from extract.folding import fold
from extract.mentions import Block, Sentence
from extract.patterns import Patterns
from extract.rules import SayingRule, phrase_regex

_WORD = re.compile(r"\w+")
#: The place of a form in the list of a verb (see ``saying.yml``).
PAST, PRESENT, GERUND, PARTICIPLE, INFINITIVE = (0, 1, 4, 5), (2, 3), 6, 7, 8
PLURAL = (1, 3, 5)
_CLOSING = {"“": '”"', "«": "»", "‘": "’", '"': '"”', "'": "'’"}
#: A quotation has so many words at least; fewer are a name, unless the sentence says that somebody says them.
_SPEECH_WORDS = 6
#: A quotation that its paragraph does not close may end in one of so many paragraphs after it.
_QUOTE_BLOCKS = 4
_OPENS = re.compile(r"(?<![^\W_])(?<![.,;:!?)])[‘\"'](?=\s?[\w¡¿(…])|[“«]")


@dataclass(frozen=True, slots=True)
class Quotation:
    """A quotation: its stretches, one in each paragraph, without the marks; ``close`` is after the closing mark."""

    spans: tuple[tuple[int, int], ...]
    close: int

    @property
    def start(self) -> int:
        """The first character inside the opening mark."""
        return self.spans[0][0]


class SayingGrammar:
    """The patterns of ``saying.yml`` in the form that the finder uses."""

    def __init__(self, patterns: Patterns) -> None:
        rules = patterns.rules("saying.yml", SayingRule)
        verbs = [rule for rule in rules if rule.kind == "verb"]
        self.forms = {bare(form): (rule, place) for rule in verbs for place, form in enumerate(rule.forms)}
        forms = sorted((form.lower() for rule in verbs for form in rule.forms), key=len, reverse=True)
        form = "|".join(map(phrase_regex, forms)) or "(?!)"
        auxiliary = r"(?:(?P<aux>ha|han|había|habían)\s+)?"
        self.verb = re.compile(rf"(?<!\w){auxiliary}(?P<form>{form})(?!\w)", re.IGNORECASE)
        openers = {"ha", "han", "había", "habían", *(form.split()[0] for form in forms)}
        self.first_words = openers | {fold(word) for word in openers}
        self.source = _any(rules, "source")
        self.through = re.compile(rf"(?:{_any(rules, 'through').pattern})\s*(?:el|la|su)?\s*$", re.IGNORECASE)
        self.oblique = re.compile(rf"(?<!\w)(?:{_words(rules, 'oblique')})\s+(?:(?:el|la|los|las)\s+)?$", re.IGNORECASE)
        self.adverbs = re.compile(rf"(?:[\s,]*(?:{_words(rules, 'adverb')})(?!\w))*[\s,]*", re.IGNORECASE)
        self.adverb_end = re.compile(rf"[\s,]*(?<!\w)(?:{_words(rules, 'adverb')})[\s,]*$", re.IGNORECASE)
        self.relative = re.compile(rf",?\s*(?<!\w)(?:{_words(rules, 'relative')}|que)\s*$", re.IGNORECASE)
        self.opener = re.compile(rf"\s*(?:(?:{_words(rules, 'opener')})(?!\w)|\w+ndo(?!\w))", re.IGNORECASE)

    def find_verbs(self, text: str, start: int, end: int) -> Iterator[re.Match[str]]:
        """The forms of verbs of saying between two places; words are looked up first, which is faster by far."""
        for word in _WORD.finditer(text, start, end):
            if word.start() >= start and word[0].lower() in self.first_words:
                match = self.verb.match(text, word.start(), end)
                if match:
                    start = match.end()
                    yield match


def bare(form: str) -> str:
    """A verb form as its key: small letters, no accents, single spaces."""
    return " ".join(fold(form).split())


def _any(rules: tuple[SayingRule, ...], kind: str) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{r.pattern.pattern})" for r in rules if r.kind == kind) or "(?!)", re.IGNORECASE)


def _words(rules: tuple[SayingRule, ...], kind: str) -> str:
    forms = [form for rule in rules if rule.kind == kind for form in rule.forms]
    return "|".join(phrase_regex(form) for form in sorted(forms, key=len, reverse=True)) or "(?!)"


def find_quotations(
    text: str, blocks: list[Block], sentences: list[Sentence], grammar: SayingGrammar
) -> list[Quotation]:
    """The quotations that are speech, in order; names in quotation marks are left out."""
    starts = {s.start for s in sentences}
    quotes: list[Quotation] = []
    resume = 0
    for index, block in enumerate(blocks):
        place = max(block.start, resume)
        while match := _OPENS.search(text, place, block.end):
            quote = _close(text, blocks, index, match, grammar)
            place = quote.close
            if _is_speech(text, match, quote, starts, grammar):
                quotes.append(quote)
                resume = quote.close
            elif quote.spans[-1][1] >= block.end:
                place = match.end()
    return quotes


def _close(text: str, blocks: list[Block], index: int, opening: re.Match[str], grammar: SayingGrammar) -> Quotation:
    """Where a quotation ends: at its mark, in a later paragraph, or, never closed, at its paragraph's end."""
    marks = _CLOSING[opening[0]]
    closing = re.compile(rf"(?<=\S)[{marks}](?![^\W_])" if marks[0] in "\"'’" else f"[{marks}]")
    start, limit = opening.end(), blocks[index].end
    if not closing.search(text, start, limit) and (verb := _closing_verb(text, start, limit, grammar)):
        return Quotation(((start, verb),), verb)
    spans: list[tuple[int, int]] = []
    for block in blocks[index : index + _QUOTE_BLOCKS]:
        again = _OPENS.match(text, block.start) if spans else None  # each paragraph of a long quotation may open anew
        start = again.end() if again else max(start, block.start)
        end = closing.search(text, start, block.end)
        if spans and _OPENS.search(text, start, end.start() if end else block.end):
            break
        spans.append((start, end.start() if end else block.end))
        if end:
            return Quotation(tuple(spans), end.end())
    return Quotation(((opening.end(), limit),), limit)


def _closing_verb(text: str, start: int, limit: int, grammar: SayingGrammar) -> int | None:
    """The verb of the saying clause that closes a paragraph whose quotation lacks its closing mark."""
    for match in grammar.find_verbs(text, start, limit):
        if grammar.forms[bare(match["form"])][1] in PAST and _tail(text[match.end() : limit]):
            return match.start()
    return None


def _tail(after: str) -> bool:
    """Whether this is the short rest of a saying clause that closes a paragraph: "el primer edil."."""
    return len(after) < 120 and not re.search(r"[.!?]\s|\sque\s", after.strip()[:-1])


def _is_speech(text: str, opening: re.Match[str], quote: Quotation, starts: set[int], grammar: SayingGrammar) -> bool:
    """Told from a name by its length, its small letters, and a verb of saying or a sentence's start beside it."""
    words = re.findall(r"[^\W\d_]+", " ".join(text[start:end] for start, end in quote.spans))
    weighty = [word for word in words if len(word) > 3]
    titled = len(words) < 20 and sum(word[0].isupper() for word in weighty) > 0.6 * len(weighty)
    before = text[: opening.start()].rstrip(" _*>\n")
    if len(words) >= 2 and (_said_after(text, quote, grammar) or _said_before(before, grammar)):
        return not titled or len(words) >= _SPEECH_WORDS
    if len(words) < _SPEECH_WORDS or titled:
        return False
    at_start = any(place in starts for place in range(len(before), opening.start() + 1))
    return at_start or bool(re.search(r"(?:[:,;]|\b(?:que|quien|quienes|porque))$", before))


def _said_after(text: str, quote: Quotation, grammar: SayingGrammar) -> bool:
    gap = re.compile(r"[\s_*]*[,.;–—-]?[\s–—-]*").match(text, quote.close)
    start = gap.end() if gap else quote.close
    stop = text[quote.spans[-1][1] - 1 : start]
    adverbs = grammar.adverbs.match(text, start)
    verb = grammar.verb.match(text, adverbs.end() if adverbs else start)
    return verb is not None and bool(re.search(r"[,.;!?–—-]", stop)) and "\n" not in stop


def _said_before(before: str, grammar: SayingGrammar) -> bool:
    return before.endswith(":") and any(grammar.find_verbs(before, max(0, len(before) - 150), len(before)))
