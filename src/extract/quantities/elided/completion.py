"""The order in which amounts get what their text leaves out."""

from __future__ import annotations

from collections.abc import Sequence

from extract.patterns import Patterns
from extract.quantities.amounts import Amount
from extract.quantities.elided.breakdowns import break_down
from extract.quantities.elided.comparisons import complete_comparisons
from extract.quantities.elided.durations import complete_durations
from extract.quantities.elided.lists import share_units
from extract.quantities.elided.series import continue_series
from extract.quantities.elided.sums import complete_sums, name_sums


def complete_amounts(text: str, amounts: Sequence[Amount], patterns: Patterns) -> list[Amount]:
    """The amounts with units, currencies and magnitudes that the text leaves out, in the same order and number.

    Parameters
    ----------
    text:
        The document's text.
    amounts:
        All amounts of the text, in order, with the signs and units that are written beside them.
    patterns:
        The rules to read by.
    """
    shared = complete_durations(text, break_down(text, share_units(text, amounts, patterns)))
    completed = name_sums(text, shared, patterns)
    # Sums before what refers to them, so that this finds their currency.
    completed = complete_sums(text, complete_comparisons(text, completed, patterns), patterns)
    return continue_series(text, completed)
