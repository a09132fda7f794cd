"""Figures in groups of three that the country's decimal sign would make thousandths: "1.230 conductores", "60,000"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from extract.mentions import LedgerEntry
from extract.quantities.amounts import Amount

_GROUPED = re.compile(r"[1-9]\d{0,2}(?:[.,]\d{3})+")
#: Nobody writes three zeros as decimals, whatever is measured.
_ROUND = re.compile(r"[1-9]\d{0,2}[.,]000")
#: A plural that is no measure of an index and no share: "1.230 conductores".
_COUNTED_PLURAL = re.compile(
    r"\s+(?!(?:veces|puntos|grados|unidades|décimas|centésimas|millones|billones|miles|más|menos|es|tras|los|las|entonces)\b)"
    r"[a-záéíóúñü]{3,}(?:[aeo]s|[dlnrz]es)\b"
)


def with_groups_of_thousands(
    text: str, amounts: Sequence[Amount], ledger: Sequence[LedgerEntry]
) -> tuple[list[Amount], list[LedgerEntry]]:
    """The amounts and the ledger, with figures in groups of three that count things read whole.

    A release may write its figures as another country does, but nobody counts in thousandths.

    Parameters
    ----------
    text:
        The document's text.
    amounts, ledger:
        All amounts and all numerals of the text, in order.
    """
    whole = {
        amount.number_start: Decimal(re.sub(r"\D", "", text[amount.number_start : amount.number_end]))
        for amount in amounts
        if _is_grouped(text, amount)
    }
    return (
        [replace(a, value=whole[a.number_start]) if a.number_start in whole else a for a in amounts],
        [replace(e, value=whole[e.start]) if e.start in whole else e for e in ledger],
    )


def _is_grouped(text: str, amount: Amount) -> bool:
    number = (amount.number_start, amount.number_end)
    if _ROUND.fullmatch(text, *number):
        return True
    thousandths = amount.measure is None and amount.value % 1 != 0 and _GROUPED.fullmatch(text, *number)
    return bool(thousandths) and _COUNTED_PLURAL.match(text, amount.end) is not None
