"""The sentences of a document, tagged: words cut and masked, the network computed, each word with its tag."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.language import Language
from spacy.tokens.morphanalysis import MorphAnalysis

from extract.links.masking import Mask
from extract.links.parse import ParsedSentence
from extract.mentions import Sentence
from extract.tagging.network import Network
from extract.tagging.words import Form, Forms, Tag, Word

#: The components of a model that stand behind the tags; one with others is left to spaCy.
_TAGGING = ["tok2vec", "morphologizer"]


class Tagger:
    """What a model of a known kind says of words, without its machinery; ``of`` makes one."""

    def __init__(self, nlp: Language, network: Network) -> None:
        self._network = network
        self._forms = Forms(nlp, network)
        self._tags = _tags(nlp)

    @classmethod
    def of(cls, nlp: Language) -> Tagger | None:
        """The tagger of a model, or None where it is of another kind and spaCy has to do it."""
        network = Network.of(nlp) if nlp.pipe_names == _TAGGING else None
        return cls(nlp, network) if network else None

    def tag(self, sentences: Sequence[Sentence], masks: Sequence[Sequence[Mask]]) -> list[ParsedSentence]:
        """The sentences with their words tagged, as ``ParsedSentence.from_doc`` gives them for a document of spaCy.

        Parameters
        ----------
        sentences:
            Some sentences of a document.
        masks:
            What is one word in each of them, with offsets into the sentence.
        """
        cut = [self._cut(s.surface, own) for s, own in zip(sentences, masks, strict=True)]
        plain, masked = self._forms.of(
            {piece for pieces in cut for piece, _, is_mask in pieces if not is_mask},
            {piece for pieces in cut for piece, _, is_mask in pieces if is_mask},
        )
        read = [
            [(form, at + form.at) for piece, at, is_mask in pieces for form in (masked if is_mask else plain)[piece]]
            for pieces in cut
        ]
        classes = self._network.classes([[form.row for form, _ in words] for words in read])
        return [
            self._parsed(sentence, words, own) for sentence, words, own in zip(sentences, read, classes, strict=True)
        ]

    def _cut(self, text: str, masks: Sequence[Mask]) -> list[tuple[str, int, bool]]:
        """The pieces and the masks of a sentence in order: the text, its offset, and whether it is a mask."""
        pieces: list[tuple[str, int, bool]] = []
        position = 0
        for mask in masks:
            pieces += self._between(text, position, mask.start, bool(pieces))
            pieces.append((text[mask.start : mask.end], mask.start, True))
            position = mask.end
        pieces += self._between(text, position, len(text), bool(pieces))
        return pieces

    def _between(self, text: str, start: int, end: int, behind: bool) -> list[tuple[str, int, bool]]:
        if behind and text[start : start + 1] == " " and start < end:
            start += 1
        return [(piece, start + at, False) for piece, at in self._forms.pieces.cut(text[start:end])]

    def _parsed(self, sentence: Sentence, words: list[tuple[Form, int]], classes: list[int]) -> ParsedSentence:
        all_words: list[Word] = []
        for i, ((form, at), number) in enumerate(zip(words, classes, strict=True)):
            all_words.append(Word(form, at, i, all_words, self._tags[number]))
        shown = [word for word, (form, _) in zip(all_words, words, strict=True) if not form.is_space]
        starts = [word.idx + sentence.start for word in shown]
        return ParsedSentence(sentence, shown, sentence.start, starts)


def _tags(nlp: Language) -> list[Tag]:
    """What each class of the morphologizer stands for, in the order of its labels."""
    morphologizer = nlp.get_pipe("morphologizer")
    tags = []
    for label, features in morphologizer.cfg["labels_morph"].items():  # type: ignore[attr-defined]
        morph = MorphAnalysis(nlp.vocab, features)
        pos = morphologizer.cfg["labels_pos"].get(label, 0)  # type: ignore[attr-defined]
        values = {field: morph.get(field, []) for field in morph.to_dict()}
        tags.append(Tag(nlp.vocab.strings[pos] if pos else "", values))
    return tags
