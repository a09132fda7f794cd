"""One document, the whole program on one screen: text → mentions → parse → links → rows.

The same steps stand behind the main job (``extract_document``, which parses only the sentences that hold a quantity)
and behind a user's own spaCy pipeline (the components ``extract_mentions`` and ``extract_records``).
"""

from __future__ import annotations

import hashlib
import re
import warnings
from bisect import bisect_left
from collections.abc import Iterable
from contextlib import nullcontext
from dataclasses import replace
from pathlib import Path

import spacy
from spacy.language import Language
from spacy.tokens import Doc, Span
from thinc.api import NumpyOps

from extract.cells import find_cells, within_cells
from extract.links.linker import link
from extract.links.masking import Mask, tokenize
from extract.links.parse import ParsedSentence
from extract.mentions import LedgerEntry, Mentions, Quantity, Sentence
from extract.names import code_of, country_of, find_agencies, find_programs, issuing_agency, no_programs
from extract.names.managed_funds import no_funds
from extract.numerals.finder import find_numerals
from extract.patterns import Patterns, shipped
from extract.people.finder import find_people
from extract.periods.finder import find_periods
from extract.quantities.columns import under_heads
from extract.quantities.conventions import find_convention
from extract.quantities.finder import find_quantities
from extract.readers import Release, read_text
from extract.records import Source, make_ledger, make_records
from extract.rows import Rows
from extract.rules import Convention
from extract.schema import Document
from extract.sentences import find_blocks, find_sentences
from extract.speech.finder import find_attributions
from extract.tagging.tagger import Tagger

#: What nobody reads here: the model's entities are of no use on releases, lemmas and attribute rules are not needed.
UNUSED = ("ner", "lemmatizer", "attribute_ruler", "parser", "senter")
#: A raised figure behind a word or a number; behind a shorter word it is the power of a unit: "km²".
_NOTE = re.compile(
    "(?:(?<=[^\\W\\d_]{4})(?<!metro)(?<!metros)|(?<=\\b(?:md[pd]|mil))|(?<=\\d))[¹²³⁰⁴-⁹]+(?:[,⁾][¹²³⁰⁴-⁹]+)*"
)
#: What a mark of a note holds, and most texts nowhere.
_RAISED = re.compile("[¹²³⁰⁴-⁹]")
_OURS = ("extract_mentions", "extract_records")
#: Sentences parsed together; larger batches were slower.
BATCH = 32


class ModelError(Exception):
    """A model that cannot be used. The message is one sentence that says what to do."""


def load(
    model: str = "es_core_news_sm", patterns: Patterns | Path | str | None = None, convention: str | None = None
) -> Language:
    """A spaCy ``Language`` with the project's components: ``doc._.records`` and ``doc.spans["quantities"]``.

    Parameters
    ----------
    model:
        An installed Spanish model of spaCy's es_core_news family.
    patterns:
        Loaded patterns, or a folder whose rules add to or override the shipped ones.
    convention:
        ISO 3166 code of the country whose number format applies; by default each document tells its own.

    Raises
    ------
    ModelError
        The model is not installed or is no parser of Spanish.
    extract.rules.PatternError
        The pattern folder cannot be used.
    """
    with warnings.catch_warnings():
        # The model was trained with an earlier spaCy; it gives the same analyses on this one (W095).
        warnings.filterwarnings("ignore", message=r"\[W095\]")
        try:
            nlp = spacy.load(model, exclude=list(UNUSED))
        except OSError:
            advice = "run 'make extract', which installs es_core_news_sm, or install another with pip"
            raise ModelError(f"The model {model} is not installed; {advice}.") from None
    if nlp.lang != "es" or not {"morphologizer"} <= set(nlp.pipe_names):
        raise ModelError(f"The model {model} cannot be used; name a Spanish model with a morphologizer.")
    _use_numpy(nlp)
    rules = patterns if isinstance(patterns, Patterns) else Patterns(patterns) if patterns else shipped()
    tagger = Tagger.of(nlp)
    first, last = nlp.add_pipe("extract_mentions", first=True), nlp.add_pipe("extract_records", last=True)
    for component in (first, last):
        component.configure(rules, convention)  # type: ignore[attr-defined]
    last.tagger = tagger  # type: ignore[attr-defined]
    return nlp


def _use_numpy(nlp: Language) -> None:
    """Multiply with NumPy's own library, which on a core of today takes a third of the time of spaCy's (BLIS)."""
    for _, component in nlp.pipeline:
        for node in component.model.walk():  # type: ignore[attr-defined]
            node.ops = NumpyOps(use_blis=False)


def find_mentions(release: Release, patterns: Patterns, convention: str | None = None) -> tuple[Mentions, Convention]:
    """All that the finders find in one release, and the country convention that its numbers follow."""
    text = release.text
    home = code_of(country_of(text, release.place, patterns))
    country = find_convention(text, release.place, patterns, convention, home)
    blocks = find_blocks(text)
    sentences = find_sentences(text, blocks)
    cells = find_cells(text)
    programs = within_cells(find_programs(text, blocks, sentences, patterns, release.place), cells)
    agencies = find_agencies(text, blocks, sentences, release.place, patterns, release.agency)
    agencies = no_programs(within_cells(agencies, cells), programs)
    programs = no_funds(programs, agencies)
    issuer = issuing_agency(text, release.place, release.agency, patterns) if release.agency else None
    plain = _without_notes(text)
    numerals = find_numerals(plain, country.decimal, patterns, abbreviations=False)
    names = [(name.start, name.end) for name in (*programs, *agencies) if name.how == "name"]
    quantities, ledger = _as_written(text, find_quantities(plain, numerals, country, names, patterns))
    quantities, ledger = under_heads(text, quantities, ledger, cells, country, patterns)
    people = find_people(text, sentences, patterns)
    attributions = find_attributions(text, blocks, sentences, people, patterns)
    times = find_periods(text, release.published, patterns, home or country.country)
    periods = [p for p in times if not release.in_dateline(p.start)]
    found = Mentions(
        blocks, sentences, quantities, ledger, programs, agencies, people, attributions, periods, issuer, cells
    )
    return found, country


def extract_document(nlp: Language, source: Source) -> Rows:
    """The rows of one release: the main job for one document.

    Parameters
    ----------
    nlp:
        What ``load`` returned.
    source:
        The release and its file.
    """
    settings: RecordsComponent = nlp.get_pipe("extract_records")  # type: ignore[assignment]
    release = source.release
    mentions, convention = find_mentions(release, settings.patterns, settings.convention)
    with nullcontext() if settings.tagger else nlp.memory_zone():
        parsed = parse_sentences(nlp, mentions)
        links = link(release.text, mentions, parsed, release.published, settings.patterns)
    records = make_records(source, mentions, links, settings.patterns)
    numerals = make_ledger(source.source_file, mentions.ledger, records)
    return Rows(_document(source, convention.country, len(numerals), len(records)), records, numerals)


def parse_sentences(nlp: Language, mentions: Mentions) -> list[ParsedSentence]:
    """Parse the sentences that hold a quantity, each as a document of its own, in batches."""
    sentences = [replace(s, surface=_without_notes(s.surface)) for s in _with_quantities(mentions)]
    masks = [_masks(mentions, s.start, s.end) for s in sentences]
    settings: RecordsComponent = nlp.get_pipe("extract_records")  # type: ignore[assignment]
    if settings.tagger:
        return settings.tagger.tag(sentences, masks)
    docs: Iterable[Doc] = (
        tokenize(nlp.vocab, nlp.tokenizer, s.surface, own) for s, own in zip(sentences, masks, strict=True)
    )
    for name, component in nlp.pipeline:
        if name not in _OURS:
            docs = component.pipe(docs, batch_size=BATCH)  # type: ignore[attr-defined]
    return [ParsedSentence.from_doc(s, doc, s.start) for s, doc in zip(sentences, docs, strict=True)]


def _without_notes(text: str) -> str:
    """The text with a blank for each mark of a note: it makes an unknown word of "pesos¹" and of "clínicas²"."""
    return _NOTE.sub(lambda match: " " * len(match.group()), text) if _RAISED.search(text) else text


def _as_written(text: str, found: tuple[list[Quantity], list[LedgerEntry]]) -> tuple[list[Quantity], list[LedgerEntry]]:
    """Quantities and ledger with their surfaces as they are in the text, with the notes in them: "3 mil¹ pesos"."""
    if not _RAISED.search(text):
        return found
    quantities, ledger = found
    return (
        [replace(one, surface=text[one.start : one.end]) for one in quantities],
        [replace(one, surface=text[one.start : one.end]) for one in ledger],
    )


def _with_quantities(mentions: Mentions) -> list[Sentence]:
    """The sentences that hold a quantity, and those that open a list: its rows take up what they name."""
    return [s for s in mentions.sentences if s.surface.endswith(":") or _quantities_in(mentions, s.start, s.end)]


def _quantities_in(mentions: Mentions, start: int, end: int) -> list[Quantity]:
    first = bisect_left(mentions.quantities, start, key=lambda quantity: quantity.start)
    return mentions.quantities[first : bisect_left(mentions.quantities, end, first, key=lambda q: q.start)]


def _masks(mentions: Mentions, start: int, end: int) -> list[Mask]:
    """The masks inside a stretch of text, relative to its start."""
    return [Mask(q.start - start, q.end - start) for q in _quantities_in(mentions, start, end) if q.end <= end]


def _document(source: Source, convention: str, n_numerals: int, n_records: int) -> Document:
    release = source.release
    return Document(
        source_file=source.source_file,
        source_sha256=source.source_sha256,
        format=release.format,
        encoding=release.encoding,
        convention=convention,
        title=release.title,
        published=release.published,
        published_from=release.published_from,
        place=release.place,
        url=release.url,
        text=release.text,
        n_characters=len(release.text),
        n_numerals=n_numerals,
        n_records=n_records,
        status="ok",
        error=None,
    )


class _Component:
    """What both components share: the patterns and the number convention that they work with."""

    def __init__(self) -> None:
        _register_extensions()
        self.patterns: Patterns = shipped()
        self.convention: str | None = None

    def configure(self, patterns: Patterns, convention: str | None) -> None:
        """Work with other patterns or a fixed number convention."""
        self.patterns, self.convention = patterns, convention


class MentionsComponent(_Component):
    """First in a pipeline: finds the mentions and makes each quantity one masked token."""

    def __init__(self, nlp: Language) -> None:
        super().__init__()
        self.nlp = nlp

    def __call__(self, doc: Doc) -> Doc:
        """The text again, tokenized with its quantities masked."""
        release = read_text(doc.text)
        mentions, _ = find_mentions(release, self.patterns, self.convention)
        masked = tokenize(self.nlp.vocab, self.nlp.tokenizer, doc.text, _masks(mentions, 0, len(doc.text)))
        masked._.release, masked._.mentions = release, mentions
        return masked


class RecordsComponent(_Component):
    """Last in a pipeline: links the quantities and leaves ``doc._.records`` and ``doc.spans["quantities"]``.

    ``tagger`` is what the main job tags with in place of the pipeline, where the model is of a kind that it knows.
    """

    tagger: Tagger | None = None

    def __call__(self, doc: Doc) -> Doc:
        """The same document with its records and the spans of its quantities."""
        release, mentions = doc._.release, doc._.mentions
        if mentions is None:
            raise ValueError("extract_records needs extract_mentions as the first component of the pipeline.")
        parsed = [ParsedSentence.from_doc(s, doc, 0) for s in _with_quantities(mentions)]
        links = link(release.text, mentions, parsed, release.published, self.patterns)
        source = Source("", hashlib.sha256(release.text.encode()).hexdigest(), release)
        doc._.records = make_records(source, mentions, links, self.patterns)
        doc.spans["quantities"] = [_span(doc, q.start, q.end, q.kind) for q in mentions.quantities]
        return doc


def _span(doc: Doc, start: int, end: int, label: str) -> Span:
    # Each quantity was made one token, so its characters always end at token boundaries.
    return doc.char_span(start, end, label=label)  # type: ignore[return-value]


@Language.factory("extract_mentions", assigns=["doc._.mentions", "doc._.release"])
def create_mentions_component(nlp: Language, name: str) -> MentionsComponent:  # noqa: ARG001 (spaCy passes it)
    """The factory behind ``nlp.add_pipe("extract_mentions", first=True)``."""
    return MentionsComponent(nlp)


@Language.factory("extract_records", requires=["doc._.mentions", "token.pos"], assigns=["doc._.records", "doc.spans"])
def create_records_component(nlp: Language, name: str) -> RecordsComponent:  # noqa: ARG001 (spaCy passes them)
    """The factory behind ``nlp.add_pipe("extract_records")``."""
    return RecordsComponent()


def _register_extensions() -> None:
    for name in ("release", "mentions", "records"):
        if not Doc.has_extension(name):
            Doc.set_extension(name, default=None)
