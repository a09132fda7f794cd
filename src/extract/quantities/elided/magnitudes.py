"""The size of a number that says its magnitude once for several, and whether a number counts anything itself.

Source: RAE and ASALE, *Nueva gramática de la lengua española* (2009), 12.4 (nominal ellipsis), 21.3 (millón and the
like are nouns: what they count follows with "de").
"""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

from extract.quantities.amounts import Amount

#: Nothing stands behind the number that it could count.
COUNTS_NOTHING = re.compile(
    r"[^\S\n]*(?:\n|\Z)|\s*(?:[.,;:)\]»”\"]|(?:y|e|o|en|por|durante|para|al?|que|con|del?|respecto|mientras|frente|desde"
    r"|hasta|entre|sobre|según|como|son|fueron|era|eran|ser[áa]n?|es|corresponden?|provienen?|se|más|menos|arriba|abajo"
    r"|adicionales|extra|anual(?:es)?|mensual(?:es)?|diari[oa]s|semanal(?:es)?|bimestral(?:es)?|trimestral(?:es)?"
    r"|restantes?|actual(?:es)?|anterior(?:es)?|habitual(?:es)?|previst[oa]s|iniciales|originales"
    r"|no|han?|hab[íi]an?|tienen?|est[áa]n?|fue|pueden?|cada|est[ae]|ya|hoy|contra|ante|tras|si|cuando|donde|pero|ni|aunque|porque|sino)\b)",
    re.IGNORECASE,
)
#: How a hedge and an article may stand before a number that leaves something out.
HEDGE = (
    r"(?:(?:(?:poco\s+|algo\s+)?(?:m[áa]s|menos)|cerca|alrededor|arriba)\s+de\s+"
    r"|(?:casi|un[oa]s|l[oa]s|apenas|s[óo]lo|hasta|otr[oa]s|al\s+menos)\s+){0,3}"
)
#: What opens a sentence that parts the sum said before: "De ahí la Nación pone 7.900". "De estas, 9 millones" parts
#: something feminine that was counted.
OF_THAT = (
    r"[.;]\s+[«“\"]?[Dd](?!e\s+(?:est|es|ell)as(?:,|\s+\d))"
    r"(?:e\s+(?:ah[íi]|es[eao]s?|est[eao]s?|dich[ao]|tal|ell[oa]s)|el\s+total)\b"
)
_DE = re.compile(r"\s+de\s", re.IGNORECASE)
_ENDS_IN_MILLIONS = re.compile(r"\b(?:m|b|tr)ill[oó]n(?:es)?\Z", re.IGNORECASE)
#: A participle that is no money's agrees with what is counted: "de 8 millones recibidas".
_PARTICIPLE = re.compile(r"\s+[^\W\d]{2,}(?:[ai]d[oa]s|iertas|uestas|itas)\b", re.IGNORECASE)
#: What budgets are, and what nothing that is counted in millions is.
_PUBLIC_MONEY = re.compile(
    r"\s+(?:autorizad|presupuestad|etiquetad|invertid|ejercid|recaudad|presupuestari|adicionales\s+(?:al\s+presupuesto|de\s+presupuesto))[oa]?s?\b"
    r"|\s+(?:anticipad|adelantad|abonad|pagad|desembolsad|reembolsad|transferid|adeudad|prestad|gastad|facturad)os\b"
    r"|\s+del?\s+(?:[^\W\d]+\s+)?(?:pago|abono|anticipo|desembolso|adelanto|libramiento)\b"
    r"|\s+de\s+(?:subsidios?|inversi[óo]n|presupuesto|recursos|aportaci[óo]n(?:es)?|fondos|deuda|ingresos|ahorros?|p[ée]rdidas|ganancias"
    r"|utilidades|regal[íi]as|participaciones|recaudaci[óo]n|d[ée]ficit|super[áa]vit|financiamiento)\b",
    re.IGNORECASE,
)
#: The magnitude in which a number is said, the larger first: "16 mil 400 millones" is said in millions.
_SAID_IN = (
    (re.compile(r"\bmil\s+mill[oó]n(?:es)?\Z", re.IGNORECASE), Decimal(10**9)),
    (re.compile(r"\bbill[oó]n(?:es)?\b", re.IGNORECASE), Decimal(10**12)),
    (re.compile(r"\bmill[oó]n(?:es)?\b", re.IGNORECASE), Decimal(10**6)),
    (re.compile(r"\bmil\b", re.IGNORECASE), Decimal(10**3)),
)


def counts_nothing(text: str, amount: Amount) -> bool:
    """Whether no noun follows the number that it could count; millions take theirs with "de"."""
    if is_public_money(text, amount):
        return True
    if in_millions(text, amount):
        return not _DE.match(text, amount.end) and not _PARTICIPLE.match(text, amount.end)
    return COUNTS_NOTHING.match(text, amount.end) is not None and not _DE.match(text, amount.end)


def in_millions(text: str, amount: Amount) -> bool:
    """Whether the last word of the number is "millones" or a greater one, a noun that takes "de"."""
    return _ENDS_IN_MILLIONS.search(text, amount.number_start, amount.number_end) is not None


def is_public_money(text: str, amount: Amount) -> bool:
    """Whether words of budgets stand behind a number in millions: "3 millones autorizados"."""
    return in_millions(text, amount) and _PUBLIC_MONEY.match(text, amount.end) is not None


def scaled(text: str, head: Amount, here: Amount, ratio: Decimal) -> Amount | None:
    """The number multiplied by the magnitude in which the head is said; None where the two are not alike then.

    Parameters
    ----------
    text:
        The document's text.
    head:
        The amount that says its magnitude: "16 mil 400 millones de pesos".
    here:
        The number that may leave it out: "7.900", "6 mil".
    ratio:
        How many times as large as the head the number may be, or as small.
    """
    own, said = said_in(text, here), said_in(text, head)
    for factor in said:
        multiplied = here.value * factor
        larger = not own or own[0] < factor
        if larger and 0 < multiplied <= head.value * ratio and head.value <= multiplied * ratio:
            return replace(here, value=multiplied, magnitude=factor)
    return None


def said_in(text: str, amount: Amount) -> list[Decimal]:
    """The magnitudes in which a number may be said: of "5 mil millones" both, of "16 mil 400 millones" millions."""
    surface = text[amount.number_start : amount.number_end]
    found = [factor for word, factor in _SAID_IN if word.search(surface)]
    if amount.magnitude is not None:
        return [amount.magnitude]
    return found[:2] if found and found[0] == _SAID_IN[0][1] else found[:1]
