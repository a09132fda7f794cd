"""Join what the finders found: each quantity with its item, status, program, agency, period and speaker."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from extract.links.candidates import Candidates
from extract.links.column_items import ColumnItems
from extract.links.items import Item, find_items
from extract.links.layout import Layout
from extract.links.parse import ParsedSentence
from extract.links.phrases import Phrases
from extract.links.runs import Previous, recalls
from extract.links.scope import Choice, choose, weights
from extract.links.status import StatusReading, find_status
from extract.mentions import Attribution, Mentions, Name, Period, Quantity
from extract.patterns import Patterns, shipped

#: The links that are chosen among candidates by score, in the order of the columns.
SCORED = ("program", "agency", "period")
#: Blocks longer than this are paragraphs and no rows of a list.
_ROW_LENGTH = 120
#: What opens a list is read this far back from its colon: once for each figure of the list.
_LEAD_IN = 1000
#: How probable it is that a name or a year beside or above a cell is meant.
_IN_TABLE = 0.9


@dataclass(frozen=True)
class Links:
    """Everything that a quantity is linked to, with the probability of each link."""

    quantity: Quantity
    item: Item | None
    status: StatusReading
    program: Name | None
    agency: Name | None
    period: Period | None
    attribution: Attribution | None
    probabilities: Mapping[str, float]

    @property
    def rules(self) -> tuple[str, ...]:
        """The ids of all rules that had a part in the record, in the order of the columns, each once."""
        linked = (self.item, self.program, self.agency, self.period, self.attribution)
        made = (*self.quantity.rules, *(mention.rule for mention in linked if mention is not None), self.status.rule)
        return tuple(dict.fromkeys(made))


def link(
    text: str,
    mentions: Mentions,
    parsed: Sequence[ParsedSentence],
    published: dt.date | None,
    patterns: Patterns | None = None,
) -> list[Links]:
    """The links of every quantity of a document, in reading order.

    Parameters
    ----------
    text, mentions:
        The document and all that was found in it.
    parsed:
        The parsed sentences that hold a quantity, in order.
    published:
        The publication date; it tells coming periods from past ones.
    """
    rules = patterns or shipped()
    layout = Layout(text, mentions)
    candidates = Candidates(layout, published, rules)
    columns = ColumnItems(mentions.cells, rules)
    items = find_items(parsed, mentions.quantities, rules, columns if mentions.cells else None)
    sentences = {sentence.sentence.index: sentence for sentence in parsed}
    lead_ins = _lead_ins(layout)
    phrases = Phrases(text, rules)
    linked: list[Links] = []
    previous: dict[str, Previous] = {}
    for quantity in mentions.quantities:
        home = sentences[layout.sentence_of(quantity).index]
        status = _status(home, quantity, columns, phrases, lead_ins[home.sentence.block], rules)
        choices = {}
        for name in SCORED:
            near = candidates.of(name, quantity, status, previous.get(name))
            choice = choices[name] = choose(near, weights(rules, name))
            if not (candidates.stands_apart(name, quantity) or recalls(near, choice.key)):
                previous[name] = Previous(quantity, choice.odds)
        choices |= _of_cell(quantity, columns, mentions)
        linked.append(_joined(quantity, items.get(quantity), status, choices, layout))
    return linked


def _status(
    home: ParsedSentence,
    quantity: Quantity,
    columns: ColumnItems,
    phrases: Phrases,
    lead_in: tuple[int, int] | None,
    patterns: Patterns,
) -> StatusReading:
    """The status of a quantity; of one in a cell that of what its column is, since no verb stands in the row."""
    cell = columns.cell_of(quantity)
    if cell is None:
        return find_status(home, quantity, phrases, lead_in, patterns)
    return StatusReading("planned" if columns.is_planned(cell) else "reported", "status.column", _IN_TABLE)


def _of_cell(quantity: Quantity, columns: ColumnItems, mentions: Mentions) -> dict[str, Choice]:
    """What the head of its column and the label of its row say of a number that stands alone in a cell."""
    cell = columns.cell_of(quantity)
    if cell is None:
        return {}
    found: dict[str, Period | Name | None] = {
        "program": columns.program_of(cell, mentions.programs),
        "agency": columns.agency_of(cell, mentions.agencies),
        "period": columns.period_of(cell),
    }
    return {name: Choice(mention, mention.surface, _IN_TABLE, {}) for name, mention in found.items() if mention}


def _joined(
    quantity: Quantity,
    item: Item | None,
    status: StatusReading,
    choices: Mapping[str, Choice],
    layout: Layout,
) -> Links:
    program, agency, period = (choices[name].mention for name in SCORED)
    return Links(
        quantity,
        item,
        status,
        program if isinstance(program, Name) else None,
        agency if isinstance(agency, Name) else layout.mentions.issuer,
        period if isinstance(period, Period) else None,
        layout.attribution_of(quantity),
        {
            "item": item.score if item else 0.6,
            "status": status.score,
            **{name: choice.probability for name, choice in choices.items()},
        },
    )


def _lead_ins(layout: Layout) -> list[tuple[int, int] | None]:
    """For each block, as for a row of a list, where the last sentence before the list stands that ends in a colon."""
    lead_ins: list[tuple[int, int] | None] = []
    current = None
    for block in layout.blocks:
        lead_ins.append(current)
        if block.surface.endswith(":"):
            current = max(block.start, block.end - _LEAD_IN), block.end
        elif len(block.surface) >= _ROW_LENGTH:
            current = None
    return lead_ins
