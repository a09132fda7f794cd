"""Quotations that are speech, told from quoted names."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass

from extract.mentions import Block, Sentence
from extract.speech.grammar import PAST, SayingGrammar

_CLOSING = {"“": '”"', "«": "»", "‘": "’", '"': '"”', "'": "'’", "’": "’'", "”": '”"'}
#: A quotation has so many words at least; fewer are a name, unless the sentence says that somebody says them.
_SPEECH_WORDS = 6
#: After a colon fewer words are enough: "Y cerró: “Vamos por 50”".
_COLON_WORDS = 3
#: So many characters of a quotation tell whether it is a name, which is shorter.
_NAME_LENGTH = 300
#: A quotation that its paragraph does not close may end in one of so many paragraphs after it.
_QUOTE_BLOCKS = 4
#: The saying clause that closes a paragraph is no longer than this.
_TAIL = 120
_OPENS = re.compile(r"(?<![^\W_])(?<![.,;:!?)])[‘\"'](?=\s?[\w¡¿(…])|“(?!“)|«(?!«)|(?<![^\n])[’”](?=[\w¡¿])")
#: Each paragraph of a long quotation opens anew, by the Spanish rule with a closing mark (RAE, Ortografía, 3.4.8.2).
_OPENS_ANEW = re.compile(r"[“«”»\"'‘](?=\s?[\w¡¿(…])")
_DASH = re.compile(r"(?<![\w—–])[—–](?!\s*\d)|(?<=\w)[—–](?=[.,;:]?(?:\s|$))")
_DIALOGUE = re.compile(r"[—–](?=[\w¡¿])")
#: A saying clause inside a quotation is no longer than this.
_BROKEN = 160
_GAP = re.compile(r"[\s_*]*[,.;–—-]?[\s–—-]*")
_LED_IN = re.compile(r"(?:[:,;]|\b(?:que|quien|quienes|porque))$")
_NAME_COLON = re.compile(r"(?:^|\n)[^\n.;:]{3,80}:$")
#: Where a further sentence begins inside a quotation, which no name holds.
_NEXT_SENTENCE = re.compile(r"[a-záéíóúñ)][.!?]\s+[¿¡]?[A-ZÁÉÍÓÚÑ][a-záéíóúñ]")
_LETTERS = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class Quotation:
    """A quotation: its stretches, one in each paragraph, without the marks; ``close`` is after the closing mark."""

    spans: tuple[tuple[int, int], ...]
    close: int

    @property
    def start(self) -> int:
        """The first character inside the opening mark."""
        return self.spans[0][0]


def find_quotations(
    text: str, blocks: list[Block], sentences: list[Sentence], grammar: SayingGrammar
) -> list[Quotation]:
    """The quotations that are speech, in order; names in quotation marks are left out."""
    reader = _QuotationReader(text, blocks, [s.start for s in sentences], grammar)
    quotes: list[Quotation] = []
    resume = 0
    for index, block in enumerate(blocks):
        place = max(block.start, resume)
        if place == block.start and (quote := reader.dialogue(block)):
            quotes.append(quote)
            continue
        while match := reader.opening(place, block.end):
            quote = reader.close(index, match)
            place = quote.close
            goes_on = bool(quotes) and reader.goes_on(quotes[-1], match)
            if goes_on or reader.is_speech(match, quote):
                quotes.append(quote)
                resume = quote.close
            elif quote.spans[-1][1] >= block.end:
                place = match.end()
    return quotes


class _QuotationReader:
    """Pairs the marks of one text; the next mark of each sort is looked up once, so that time is linear."""

    def __init__(self, text: str, blocks: list[Block], starts: list[int], grammar: SayingGrammar) -> None:
        self.text, self.blocks, self.starts, self.grammar = text, blocks, starts, grammar
        self._next: dict[str, tuple[int, re.Match[str] | None]] = {}

    def _find(self, key: str, pattern: re.Pattern[str], start: int, end: int) -> re.Match[str] | None:
        searched, found = self._next.get(key, (len(self.text) + 1, None))
        if not searched <= start or (found and found.start() < start):
            found = pattern.search(self.text, start)
            self._next[key] = (start, found)
        return found if found and found.end() <= end else None

    def opening(self, start: int, end: int) -> re.Match[str] | None:
        """The first opening mark between two places."""
        return self._find("", _OPENS, start, end)

    def _closing(self, marks: str, start: int, end: int) -> re.Match[str] | None:
        pattern = rf"(?<=\S)[{marks}](?![^\W_])" if marks[0] in "\"'’" else f"[{marks}]"
        return self._find(marks, re.compile(pattern), start, end)

    def close(self, index: int, opening: re.Match[str]) -> Quotation:
        """Where a quotation ends: at its mark, in a later paragraph, or, never closed, at its paragraph's end."""
        text, marks = self.text, _CLOSING[opening[0]]
        start, limit = opening.end(), self.blocks[index].end
        if not self._closing(marks, start, limit) and (verb := self._closing_verb(start, limit)):
            return Quotation(((start, verb),), verb)
        spans: list[tuple[int, int]] = []
        for block in self.blocks[index : index + _QUOTE_BLOCKS]:
            again = _OPENS_ANEW.match(text, block.start) if spans else None
            start = again.end() if again else max(start, block.start)
            end = self._closing(marks, start, block.end)
            if spans and self.opening(start, end.start() if end else block.end):
                break
            spans.append((start, end.start() if end else block.end))
            if end:
                return Quotation(self._without_asides(spans), end.end())
        return Quotation(((opening.end(), limit),), limit)

    def dialogue(self, block: Block) -> Quotation | None:
        """A paragraph of speech that opens with a dash: "—Hay 20 camas —dijo la directora—. Y vienen 30."."""
        opening = _DIALOGUE.match(self.text, block.start, block.end)
        spans = self._without_asides([(opening.end(), block.end)]) if opening else ()
        said = spans and spans != ((block.start + 1, block.end),)
        return Quotation(spans, block.end) if said else None

    def _without_asides(self, spans: list[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
        """The stretches without the saying clauses that dashes set off in them: "Hay 20 —dijo— y vienen 30"."""
        parts = []
        for first, end in spans:
            start = first
            for dash in _DASH.finditer(self.text, first, end):
                adverbs = self.grammar.adverbs.match(self.text, dash.end(), end)
                verb = self.grammar.verb_at(self.text, adverbs.end() if adverbs else dash.end(), end)
                if dash.start() < start or not verb:
                    continue
                closing = _DASH.search(self.text, verb.end, end)
                parts.append((start, dash.start()))
                start = closing.end() if closing else end
            parts.append((start, end))
        return tuple((start, end) for start, end in parts if start < end) or tuple(spans)

    def goes_on(self, last: Quotation, opening: re.Match[str]) -> bool:
        """Whether a quotation goes on after the saying clause that broke it: "“Hay 20”, dijo Ruiz, “y vienen 30”"."""
        between = self.text[last.close : opening.start()]
        if len(between) > _BROKEN or not between.rstrip().endswith((",", ";")) or re.search(r"[.!?:]\s|\n", between):
            return False
        gap = _GAP.match(self.text, last.close)
        return self.grammar.verb_at(self.text, gap.end() if gap else last.close) is not None

    def _closing_verb(self, start: int, limit: int) -> int | None:
        """The verb of the saying clause that closes a paragraph whose quotation lacks its closing mark."""
        for verb in self.grammar.find_verbs(self.text, max(start, limit - _TAIL - 30), limit):
            after = self.text[verb.end : limit].strip()
            closes = len(after) < _TAIL and not re.search(r"[.!?]\s|\sque\s", after[:-1])
            rule, form = self.grammar.forms[verb.key]
            if form in PAST and closes and rule.takes != "quote":
                return verb.start
        return None

    def is_speech(self, opening: re.Match[str], quote: Quotation) -> bool:
        """Told from a name by its length, its small letters, and a verb of saying or a sentence's start beside it."""
        text = self.text
        words = _LETTERS.findall(" ".join(text[start : min(end, start + _NAME_LENGTH)] for start, end in quote.spans))
        before = text[max(0, opening.start() - 200) : opening.start()].rstrip(" _*>\n")
        led_in = before.endswith(":")
        weighty = [word for word in words[led_in:] if len(word) > 3]  # the first word is capital in speech, too
        titled = len(words) < 20 and sum(word[0].isupper() for word in weighty) > 0.6 * len(weighty)
        said = self._said_after(quote) or self._said_before(before) or _NAME_COLON.search(before)
        if len(words) >= 2 and said:
            return not titled or len(words) >= _SPEECH_WORDS
        least = _COLON_WORDS if led_in else _SPEECH_WORDS
        if len(words) < least or titled:
            return False
        # A sentence may start at the mark or at signs before it: "_“Hay …”_".
        near = text[max(0, opening.start() - 20) : opening.start()]
        first = opening.start() - len(near) + len(near.rstrip(" _*>\n"))
        index = bisect_left(self.starts, first)
        at_start = index < len(self.starts) and self.starts[index] <= opening.start()
        return at_start or bool(_LED_IN.search(before)) or self._is_told(opening, quote)

    def _is_told(self, opening: re.Match[str], quote: Quotation) -> bool:
        """Whether a quotation of more than one sentence goes on what a verb of saying tells: "dijo que es “un"."""
        first, end = quote.spans[0]
        if not _NEXT_SENTENCE.search(self.text, first, min(end, first + _NAME_LENGTH)):
            return False
        opened = self.starts[max(0, bisect_left(self.starts, opening.start()) - 1)]
        return any(self.grammar.find_verbs(self.text, max(opened, opening.start() - _BROKEN), opening.start()))

    def _said_after(self, quote: Quotation) -> bool:
        gap = _GAP.match(self.text, quote.close)
        start = gap.end() if gap else quote.close
        stop = self.text[quote.spans[-1][1] - 1 : start]
        adverbs = self.grammar.adverbs.match(self.text, start)
        verb = self.grammar.verb_at(self.text, adverbs.end() if adverbs else start)
        return verb is not None and bool(re.search(r"[,.;!?–—-]", stop)) and "\n" not in stop

    def _said_before(self, before: str) -> bool:
        return before.endswith(":") and any(self.grammar.find_verbs(before, max(0, len(before) - 150), len(before)))
