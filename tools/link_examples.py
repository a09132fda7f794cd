"""What the weights of the links are fitted on: the gold records with the candidates of their links."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from spacy.language import Language

from extract.links.candidates import Candidates
from extract.links.layout import Layout
from extract.links.linker import SCORED as LINKS
from extract.links.linker import Links
from extract.links.linker import link as link_all
from extract.links.runs import Previous, recalls
from extract.links.scope import Candidate
from extract.links.status import StatusReading
from extract.mentions import Name, Period, Quantity
from extract.pipeline import find_mentions, parse_sentences
from extract.readers import read
from extract.scoring import is_right


@dataclass(frozen=True)
class Example:
    """One gold record for one link: what makes its candidates, the gold's answers, and what was right before it."""

    source: Candidates
    link: str
    quantity: Quantity
    status: StatusReading
    accepted: Sequence[str | None]
    previous: Previous | None
    weight: float

    def candidates(self, previous: Previous | None) -> list[Candidate]:
        """The candidates, after what was chosen for the quantity before."""
        candidates = [one._replace(own=dict(one.own)) for one in self._alone]
        return candidates if previous is None else self.source.after(self.link, candidates, self.quantity, previous)

    @cached_property
    def _alone(self) -> list[Candidate]:
        return self.source.of(self.link, self.quantity, self.status, None)

    def is_followed(self, keys: Iterable[Hashable]) -> bool:
        """Whether the run that the quantity stands in goes on from it, when it takes one of these values."""
        apart = self.source.stands_apart(self.link, self.quantity)
        return not apart and not any(recalls(self._alone, key) for key in keys)

    @cached_property
    def right(self) -> list[bool]:
        """Which candidates the gold accepts."""
        verdicts = {c.key: is_right(self.link, answer(c), self.accepted) for c in self._alone}
        return [verdicts[c.key] for c in self._alone]

    @cached_property
    def right_keys(self) -> frozenset[Hashable]:
        """The values that the gold accepts."""
        return frozenset(c.key for c, right in zip(self._alone, self.right, strict=True) if right)


@dataclass(frozen=True)
class RecordExample:
    """One gold record: its candidates by link, the other links' scores, and whether the other fields are right."""

    document: str
    quantity: Quantity
    links: dict[str, Example]
    scores: Mapping[str, float]
    others_right: bool


def answer(candidate: Candidate) -> str | None:
    """What the output would show for a candidate."""
    mention = candidate.mention
    if isinstance(mention, Period):
        if mention.first is None and mention.last is None:
            return None
        return f"{mention.first or ''}/{mention.last or ''}"
    return mention.name if isinstance(mention, Name) else None


def document_examples(nlp: Language, gold: dict[str, Any], path: Path, weight: float = 1.0) -> Iterable[RecordExample]:
    """The examples of one gold document, each of a weight: one for each gold record whose quantity was found."""
    settings: Any = nlp.get_pipe("extract_records")
    patterns = settings.patterns
    release = read(path, path.read_bytes())
    mentions, _ = find_mentions(release, patterns)
    parsed = parse_sentences(nlp, mentions)
    source = Candidates(Layout(release.text, mentions), release.published, patterns)
    linked = {one.quantity: one for one in link_all(release.text, mentions, parsed, release.published, patterns)}
    previous: dict[str, Previous] = {}
    for quantity, record in matched(mentions.quantities, gold["records"]):
        one = linked[quantity]
        links = {}
        for link in LINKS:
            example = Example(source, link, quantity, one.status, record[link], previous.get(link), weight)
            links[link] = example
            if example.is_followed(example.right_keys):
                previous[link] = Previous(quantity, dict.fromkeys(example.right_keys, 1.0))
        yield RecordExample(gold["file"], quantity, links, one.probabilities, _others_right(one, record))


def _others_right(one: Links, record: dict[str, Any]) -> bool:
    """Whether every field that has no fitted weights is right."""
    quantity = one.quantity
    said = one.attribution.speaker if one.attribution else None
    fixed = [("comparator", quantity.comparator), ("kind", quantity.kind), ("unit", quantity.unit)]
    return (
        all(value == record[field] for field, value in fixed)
        and is_right("item", one.item.surface if one.item else None, record["item"])
        and (record.get("status") in (None, [None]) or one.status.status in record["status"])
        and is_right("speaker", said, record["speaker"])
    )


def matched(
    quantities: Sequence[Quantity], records: Sequence[dict[str, Any]]
) -> Iterable[tuple[Quantity, dict[str, Any]]]:
    """Each gold record with the quantity that was found for it."""
    for record in records:
        for quantity in quantities:
            overlaps = quantity.start < record["end"] and record["start"] < quantity.end
            if overlaps and abs(float(quantity.value) - record["value"]) <= 1e-9 * max(1.0, abs(record["value"])):
                yield quantity, record
                break
