"""Lists of rows, "Centro: 302", under a heading: what the heading says the rows count, and rows that say it themselves.

"Detenidos por municipio:" counts the arrested, and "Otros municipios: 248" below it counts no municipalities: what
stands behind "por" tells by what the rows are told apart. Where nothing counted stands before the rows, each label is
what it counts: "Pediatría: 98".
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from extract.links.continuations import Antecedent
from extract.links.item_constructions import ItemWords, Reading, make_reading
from extract.links.item_labels import label
from extract.links.list_rows import has_finite_verb
from extract.links.noun_phrases import NounPhrase, read_noun_phrase
from extract.links.parse import ParsedSentence, Token
from extract.mentions import Quantity

#: What stands behind the noun of a heading: by what its rows are told apart, or where and among whom they are.
_OPENS_SORT = frozenset({"por", "según", "en", "a", "de", "del", "para"})
_BY = frozenset({"por", "según"})
#: Nouns for a set of figures, and the verbs whose subject has them.
_FIGURES = frozenset(
    {"detalle", "balance", "resumen", "saldo", "resultado", "resultados", "cifras", "datos", "números"}
)
_LEFT = re.compile(r"(?:dej|arroj|registr|present|reflej)(?:ó|a|aron|an)|tuvo|dio")
#: How the names of medical and social services end.
_SERVICE = re.compile(
    r"\w+(?:log[íi]a|iatr[íi]a|terapia|graf[íi]a|metr[íi]a|ci[óo]n|mer[íi]a|tetricia)|medicina|laboratorio"
)
#: A heading is no longer than this.
_HEADING_WORDS = 9


def heading(tokens: Sequence[Token], words: ItemWords) -> NounPhrase | None:
    """The plural that opens a heading, whatever the model takes it for: "Detenidos por municipio:"."""
    start = int(bool(tokens) and tokens[0].lower_ in {"los", "las"})
    if not start + 2 <= len(tokens) <= _HEADING_WORDS or has_finite_verb(tokens):
        return None
    head, behind = tokens[start], tokens[start + 1]
    if not head.is_alpha or not head.lower_.endswith("s") or behind.lower_ not in _OPENS_SORT:
        return None
    if head.lower_ in words.empty_heads or head.pos_ in {"ADP", "DET", "PRON", "ADV"}:
        return None
    if words.towns.names_place(" ".join(token.text for token in tokens[start:-1])):
        return None
    phrase = read_noun_phrase(tokens, start)
    whole = phrase is not None and phrase.head == start and behind.lower_ == "de"
    return phrase if whole else NounPhrase(start, start, start + 1, start + 1)


def presents_figures(tokens: Sequence[Token]) -> bool:
    """Whether a sentence announces figures of its own and has none: "La jornada dejó el siguiente balance:"."""
    told = any(_LEFT.fullmatch(token.lower_) for token in tokens)
    return told and any(token.lower_ in _FIGURES for token in tokens)


def sorted_by(tokens: Sequence[Token]) -> frozenset[str]:
    """The nouns by which a heading tells its rows apart, in the singular: "por municipio y colonia:"."""
    by = next((at for at, token in enumerate(tokens) if token.lower_ in _BY), len(tokens))
    return frozenset(_singular(token.lower_) for token in tokens[by + 1 :] if token.is_alpha)


def names_sort(sentence: ParsedSentence, quantity: Quantity, reading: Reading, sorts: frozenset[str]) -> bool:
    """Whether a label only says of which sort its row is: "Otros municipios: 248" under "por municipio"."""
    return _singular(reading.noun.surface.lower()) in sorts and _is_row(sentence, quantity)


def _service(sentence: ParsedSentence) -> Reading | None:
    """The service that opens a row, which the model takes for a name: "Odontología: 45"."""
    first = next((at for at, token in enumerate(sentence.tokens) if token.is_alpha), None)
    if first is None or first > 1 or sentence.tokens[first + 1].text != ":":
        return None
    served = _SERVICE.fullmatch(sentence.tokens[first].lower_)
    return (
        make_reading(sentence, NounPhrase(first, first, first + 1, first + 1), "item.label", 0.75) if served else None
    )


def _is_row(sentence: ParsedSentence, quantity: Quantity) -> bool:
    """Whether the number alone follows the label of its row."""
    position = sentence.first_at(quantity.start)
    end = sentence.first_at(quantity.end)
    ends = end >= len(sentence.tokens) or sentence.tokens[end].text == "("
    return ends and position > 0 and sentence.tokens[position - 1].text == ":"


def label_as_before(
    sentence: ParsedSentence, quantity: Quantity, before: Antecedent | None, words: ItemWords
) -> Reading | None:
    """The label of a row, where the row before counts what its own label says: "Pediatría: 98", "Urología: 45"."""
    if before is None:
        return _service(sentence) if _is_row(sentence, quantity) else None
    if before.reading.item.rule != "item.label" or before.end > sentence.sentence.start:
        return None
    if not _is_row(sentence, quantity) or not 0 <= before.start - before.reading.item.end <= len(" : "):
        return None
    own = label(sentence, quantity, words) or _service(sentence)
    return None if own is None or words.towns.names_place(own.item.surface) else own


def _singular(word: str) -> str:
    """A noun without the ending of its plural: "municipios" and "municipio", "instituciones" and "institución"."""
    return word.replace("ó", "o").removesuffix("s").removesuffix("e")
