"""Texts whose figures are marked with who states them: ``{20|Ana Ruiz Soto}``; an empty speaker is nobody."""

from __future__ import annotations

from collections.abc import Iterable

from extract.mentions import Attribution
from extract.people.finder import find_people
from extract.sentences import find_blocks, find_sentences
from extract.speech.finder import find_attributions

Expected = list[tuple[int, str | None]]


def attributions(text: str) -> list[Attribution]:
    """The attributions of a text."""
    blocks = find_blocks(text)
    sentences = find_sentences(text, blocks)
    return find_attributions(text, blocks, sentences, find_people(text, sentences))


def unmarked(marked: str) -> tuple[str, Expected]:
    """The text without marks, and where each figure starts with who states it."""
    text, expected = "", []
    for piece in marked.split("{"):
        figure, bar, rest = piece.partition("|")
        if not bar:
            text += piece
            continue
        speaker, _, after = rest.partition("}")
        expected.append((len(text), speaker or None))
        text += figure + after
    return text, expected


def speakers(text: str, places: Iterable[tuple[int, str | None]]) -> Expected:
    """Who states what stands at each of these places."""
    found = attributions(text)
    return [(place, next((a.speaker for a in found if a.start <= place < a.end), None)) for place, _ in places]
