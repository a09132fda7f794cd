"""What a quantity counts, pays for or measures: the ``item`` of a record.

The noun stands beside the number (``item_constructions``), or nowhere, and then the number takes the noun of the
figure that it continues ("Tijuana, con 355; Mexicali, con 679", "de las cuales mil 675", "otras 200").
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import replace

from extract.links.antecedents import Antecedents
from extract.links.column_items import ColumnItems
from extract.links.continuations import Antecedent, taken
from extract.links.item_constructions import (
    Elision,
    Item,
    ItemWords,
    Reading,
    after,
    elision,
    item_words,
    object_of_change,
    subject_behind,
)
from extract.links.item_labels import label, listed_head
from extract.links.item_predicates import gapped_predicate, predicate_behind, whole_before
from extract.links.list_headings import label_as_before
from extract.links.measure_items import before, collective_before, is_source, of
from extract.links.number_subjects import number_subject
from extract.links.parse import ParsedSentence
from extract.links.parts import (
    part_of_listed,
    repeats_complement,
    repeats_preposition,
    repeats_sort,
    sorts_whole,
    sum_of_counts,
)
from extract.links.topics import find_topic, ordinal_topic
from extract.mentions import Quantity
from extract.patterns import Patterns, shipped

__all__ = ["Item", "find_items"]

#: The last complement of a phrase: "créditos de enero".
_OF_LAST = re.compile(r"\s+del?\s+(?P<last>[^\W\d]+)\Z")
#: What joins two numbers that share one noun: "pasó de 390 a 538 integrantes", "12, 15 y 20 aulas".
_SHARING = frozenset({"a", "hasta", "y", "e", "o", "u", "ni", "los", "las"})


def find_items(
    parsed: Iterable[ParsedSentence],
    quantities: Sequence[Quantity],
    patterns: Patterns | None = None,
    columns: ColumnItems | None = None,
) -> dict[Quantity, Item]:
    """The item of each quantity that has one.

    Parameters
    ----------
    parsed:
        The sentences that hold the quantities, in order.
    quantities:
        All quantities of the document, in order.
    columns:
        What its tables name; None for a document without.

    Returns
    -------
    A mapping without the quantities whose text names nothing counted.
    """
    words = item_words(patterns or shipped())
    starts = [quantity.start for quantity in quantities]
    antecedents = Antecedents()
    items: dict[Quantity, Item] = {}
    for sentence in parsed:
        first = bisect_left(starts, sentence.sentence.start)
        if sentence.sentence.surface.endswith(":") and first == bisect_left(starts, sentence.sentence.end):
            antecedents.open_list(sentence, words)
        inside = quantities[first : bisect_left(starts, sentence.sentence.end, first)]
        if columns is not None:
            inside = [quantity for quantity in inside if not _is_in_cell(quantity, columns, items)]
        for quantity, reading in _read_sentence(sentence, inside, antecedents, words):
            items[quantity] = _without_date(sentence, reading.item, words)
    return items


def _without_date(sentence: ParsedSentence, item: Item, words: ItemWords) -> Item:
    """The item without the month or the like that ends it: "402 mil créditos | de enero a agosto"."""
    ended = _OF_LAST.search(item.surface)
    if ended is None or ended["last"].lower() not in words.calendar:
        return item
    raw = sentence.sentence.surface[item.start - sentence.sentence.start : item.end - sentence.sentence.start]
    date = _OF_LAST.search(raw)
    return replace(item, end=item.start + date.start(), surface=item.surface[: ended.start()]) if date else item


def _is_in_cell(quantity: Quantity, columns: ColumnItems, items: dict[Quantity, Item]) -> bool:
    """Whether a quantity stands alone in a cell; what its table names is then its item, and nothing beside it is."""
    cell = columns.cell_of(quantity)
    if cell is not None and (item := columns.item_of(quantity, cell)):
        items[quantity] = item
    return cell is not None


def _read_sentence(
    sentence: ParsedSentence, quantities: Sequence[Quantity], antecedents: Antecedents, words: ItemWords
) -> Iterable[tuple[Quantity, Reading]]:
    """The readings of the quantities of one sentence; its counts are remembered for those that follow."""
    followed = _share(sentence, quantities, [_followed_by(sentence, q, words) for q in quantities])
    previous: Quantity | None = None
    for quantity, own in zip(quantities, followed, strict=True):
        antecedents.leave_brackets(sentence, quantity)
        if quantity.kind != "count":
            reading = own or _measured(sentence, quantity, words)
        elif previous is not None and _compares_measures(sentence, previous, quantity, words):
            reading = None
        else:
            reading = _counted(sentence, quantity, own, antecedents, words)
        if reading is not None:
            if quantity.kind == "count" or own is not None:
                antecedents.remember(sentence, quantity, reading)
            yield quantity, reading
        previous = quantity


def _compares_measures(sentence: ParsedSentence, before: Quantity, quantity: Quantity, words: ItemWords) -> bool:
    """Whether the number is a difference to the measure before it: "mil 250 dólares, 90 más que en mayo"."""
    if before.kind in {"count", "ratio", "percentage", "age"}:
        return False
    end = sentence.first_at(quantity.end)
    following = [token.lower_ for token in sentence.tokens[end : end + 2]]
    return len(following) == 2 and following[0] in words.comparing and following[1] == "que"


def _followed_by(sentence: ParsedSentence, quantity: Quantity, words: ItemWords) -> Reading | None:
    """The noun after a count or ratio, or behind the two ends of a change."""
    found = after(sentence, quantity, words) if quantity.kind in {"count", "ratio"} else None
    return found or (object_of_change(sentence, quantity, words) if quantity.kind == "count" else None)


def _share(
    sentence: ParsedSentence, quantities: Sequence[Quantity], followed: list[Reading | None]
) -> list[Reading | None]:
    """The readings again, a count without a noun with that of the number that it is joined to."""
    shared = list(followed)
    for index in range(len(quantities) - 2, -1, -1):
        one, other, reading = quantities[index], quantities[index + 1], shared[index + 1]
        if shared[index] is None and reading is not None and one.kind == other.kind == "count":
            between = sentence.tokens[sentence.first_at(one.end) : sentence.first_at(other.start)]
            words = {token.lower_ for token in between}
            listed = words == {","} and reading.item.rule == "item.shared"
            if between and (words <= _SHARING or listed):
                shared[index] = Reading(
                    replace(reading.item, rule="item.shared", score=0.8), reading.noun, reading.gender
                )
    return shared


def _measured(sentence: ParsedSentence, quantity: Quantity, words: ItemWords) -> Reading | None:
    """What money, a share or a measure is of or for."""
    if quantity.kind == "ratio":
        return of(sentence, quantity, words)
    if quantity.kind == "age":
        return before(sentence, quantity, words, direct=True)
    owned = quantity.kind == "money" and is_source(sentence, quantity)  # "una inversión de 57 millones del presupuesto"
    return (
        (before(sentence, quantity, words, direct=False) if owned else None)
        or of(sentence, quantity, words)
        or before(sentence, quantity, words, direct=False)
        or label(sentence, quantity, words)
    )


def _opens_predicate(sentence: ParsedSentence, quantity: Quantity, antecedents: Antecedents) -> bool:
    """Whether a verb parts the number from the count before: "firmó 20 contratos y ha pagado 61 jornales"."""
    latest = antecedents.latest_in(sentence)
    if latest is None:
        return False
    between = sentence.tokens[sentence.first_at(latest.end) : sentence.first_at(quantity.start)]
    return any(token.pos_ in {"VERB", "AUX"} and "Fin" in token.morph.get("VerbForm", []) for token in between)


def _elided_noun(
    sentence: ParsedSentence, antecedents: Antecedents, gender: str | None, how: Elision
) -> Reading | None:
    """The noun that an adjective after the number leaves out, if a count before offers one that agrees.

    Only a word that surely leaves one out (``listed``) takes it from another sentence.
    """
    if how == "likely" and antecedents.latest_in(sentence) is None:
        return None
    chosen = antecedents.choose(sentence, gender)
    if chosen is None or (gender is not None and chosen.reading.gender not in {gender, None}):
        return None
    if how == "likely" and chosen.end < sentence.sentence.start:
        return None
    return taken(chosen, "item.elided", 0.8, noun_only=True)


def _elided_topic(sentence: ParsedSentence, quantity: Quantity, gender: str | None, words: ItemWords) -> Reading | None:
    """The topic that an adjective behind the number agrees with, where nothing was counted before it."""
    if gender is None:
        return None
    position = sentence.first_at(quantity.start)
    topic = find_topic(sentence, position, words, counted_until=None, adjective_at=None)
    if topic is None or topic.gender != gender:
        return None
    between = sentence.tokens[sentence.first_at(topic.item.end) : position]
    return (
        None if any(token.lower_ == "que" for token in between) else topic
    )  # "los peritos dicen que hay 30 aprobados"


def _names_by_itself(sentence: ParsedSentence, quantity: Quantity, own: Reading, words: ItemWords) -> bool:
    """Whether what ends like a participle is the noun: a level, "en 214.302 ocupados", or with its complement.

    "retiradas de grúa" at the head of a row is a noun; "aprobadas en mayo" leaves one out.
    """
    tokens, head = sentence.tokens, sentence.first_at(own.noun.start)
    if tokens[head].lower_ in words.adjectives:
        return False
    start = sentence.first_at(quantity.start)
    level = start > 1 and tokens[start - 1].lower_ == "en" and tokens[start - 2].pos_ in {"VERB", "AUX"}
    opens = not any(token.is_alpha for token in tokens[:start])
    return level or (opens and tokens[head].pos_ == "NOUN" and " de " in own.item.surface)


def _collective(
    sentence: ParsedSentence, quantity: Quantity, latest: Antecedent | None, words: ItemWords
) -> Reading | None:
    """A body of people or things before its number; behind a part of it the part's noun: "3 naves de una flota de"."""
    reading = collective_before(sentence, quantity, words)
    if reading is None or latest is None or latest.value is None or latest.value > quantity.value:
        return reading
    body = sentence.first_at(reading.item.start)
    under = [token.lower_ for token in sentence.tokens[max(0, body - 2) : body]]
    part = latest.reading.item.rule == "item.after" and under in (["de", "un"], ["de", "una"])
    return taken(latest, "item.antecedent", 0.8, noun_only=True) if part else reading


def _subject(
    sentence: ParsedSentence, quantity: Quantity, antecedents: Antecedents, words: ItemWords
) -> Reading | None:
    """The subject behind the number; a participle stands for what was counted before: "fueron 31 los suspendidos"."""
    subject = subject_behind(sentence, quantity, words)
    if subject is None:
        return None
    how = elision(sentence.tokens, sentence.first_at(subject.noun.start), words)
    elided = _elided_noun(sentence, antecedents, subject.gender, how) if how == "listed" else None
    return elided or subject


def _counted(
    sentence: ParsedSentence, quantity: Quantity, own: Reading | None, antecedents: Antecedents, words: ItemWords
) -> Reading | None:
    """The noun of a count: beside it, or taken from the count before."""
    latest = antecedents.latest_in(sentence)
    if own is not None and not repeats_complement(sentence, latest, quantity, own):
        head = sentence.first_at(own.noun.start)
        how = elision(sentence.tokens, head, words, listed=antecedents.has_elided(sentence))
        if how == "likely" and _opens_predicate(sentence, quantity, antecedents):
            how = None
        if how == "listed" and latest is None and _names_by_itself(sentence, quantity, own, words):
            how = None
        if how is None and (
            repeats_sort(sentence, latest, quantity, own, words) or sorts_whole(sentence, latest, quantity, own, words)
        ):
            how = "likely"
        if sentence.tokens[head - 1].lower_ == "de" and head - 1 == sentence.first_at(quantity.end):
            how = None  # "17 millones de ocupados"
        gendered = sentence.tokens[head].lower_.endswith(("as", "os"))  # "graves" fits any noun
        gender = own.gender if gendered else None
        elided = _elided_noun(sentence, antecedents, gender, how) if how else None
        ranked = ordinal_topic(sentence, quantity, words, ranked=True)
        return (
            ranked or elided or (_elided_topic(sentence, quantity, gender, words) if how == "listed" else None) or own
        )
    return (
        _subject(sentence, quantity, antecedents, words)
        or sum_of_counts(sentence, quantity, antecedents.counts_in(sentence))
        or part_of_listed(sentence, quantity, antecedents.counts_in(sentence))
        or predicate_behind(sentence, quantity, words, antecedents.gender_in_reach(sentence))
        or gapped_predicate(sentence, quantity, latest.reading.item.rule if latest else "")
        or whole_before(sentence, quantity, words)
        or listed_head(sentence, quantity, words, latest.reading if latest else None)
        or antecedents.under_preposition(sentence, quantity)
        or (antecedents.repeated(sentence, quantity) if repeats_preposition(sentence, latest, quantity) else None)
        or antecedents.counted(sentence, quantity, label(sentence, quantity, words, plural=True))
        or label_as_before(sentence, quantity, antecedents.latest, words)
        or _collective(sentence, quantity, latest, words)
        or number_subject(sentence, quantity, words)
        or (ordinal_topic(sentence, quantity, words) if latest is None else None)
        or antecedents.compared(sentence, quantity)
        or antecedents.continued(sentence, quantity, words)
        or label(sentence, quantity, words)
    )
