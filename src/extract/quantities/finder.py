"""Quantities: hedge, numeral and unit read together, and the ledger of all other numerals.

``find_quantities`` puts the steps after each other: the class of every numeral (``ledger``), its unit (``amounts``,
and ``elided`` where the text leaves it out), the pairs that are one quantity (``ranges``), and here the hedge, the age
and the country's money.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from decimal import Decimal
from functools import lru_cache

from extract.mentions import LedgerEntry, Numeral, Quantity
from extract.patterns import Patterns, shipped
from extract.quantities.amounts import Amount, read_amounts
from extract.quantities.elided.completion import complete_amounts
from extract.quantities.elided.magnitudes import COUNTS_NOTHING
from extract.quantities.ledger import classify
from extract.quantities.lexicon import Found, RuleLexicon
from extract.quantities.ones import with_ones
from extract.quantities.ranges import join_pairs
from extract.quantities.thousands import with_groups_of_thousands
from extract.rules import Convention, HedgeRule, UnitRule
from extract.schema import Comparator, Kind

#: What may stand between a hedge and its numeral: "cerca de los otros 300".
_AFTER_HEDGE = (
    r"(?:\s+(?:el|la|los|las|al|un|una|unos|unas|otr[oa]s|su|sus|est[oa]s|nuestr[oa]s|total\s+de|monto\s+de))*"
)
#: The noun between the numeral and a hedge after it: "300 personas aproximadamente".
_NOUN = re.compile(r"\s+(?!(?:y|o|de|en|a)\b)[^\W\d]{3,}")
_NOUN_WORDS = 2
#: What is not born: "el programa, que cumple tres años", "FARMACIA MUNICIPAL CUMPLE DOS AÑOS"
_THING_TURNS = re.compile(
    r"(?:(?<!\bde )\b(?:el|la|los|las|un|una|est[ea]|su|al?)\s+(?:[^\W\d]+\s+)?|(?:\A|[\n:.;]\s*))"
    r"(?:programas?|plan|proyecto|farmacia|institut[oa]|universidad|hospital|cl[íi]nica|escuela|colegio|museo|biblioteca|ley|parque|servicio"
    r"|sistema|red|centro|municipio|ciudad|festival|feria|empresa|cooperativa|asociaci[óo]n|fundaci[óo]n|sindicato|orquesta|banda|gobierno"
    r"|administraci[óo]n|gesti[óo]n|obra|puente|convenio|alianza|mercado|l[íi]nea|metro|tren|casa|club|comedor|fondo|beca|bono|tarjeta|consejo"
    r"|polic[íi]a|guardia|estrategia|iniciativa|campaña|plataforma|aplicaci[óo]n|tratado|medida|moratoria|veda|teatro|estadio|refugio|albergue)\b"
    r"(?:(?!\b(?:quien|niñ|alumn|menor|persona|hij[oa]|j[óo]ven|mujer|hombre|beb[ée]|adult|vecin|trabajador))[^.;\n]){0,60}?\bcumpl[^\W\d]+\s+(?:ya\s+)?\Z"
    r"|\bde\s+los\s+(?:que|cuales)\s+(?:ya\s+|s[óo]lo\s+|ha\s+)?cumpl[^\W\d]+\s+\Z",
    re.IGNORECASE,
)
_THING_REACH = 110
#: "cumplió 12 de las 20 metas"
_OF_A_NUMBER = re.compile(r"\s+de\s+(?:l[oa]s|sus|est[oa]s)\b", re.IGNORECASE)
#: Time spent on something is no age: "trabajadoras de 20 años de servicio".
_TIME_OF = re.compile(
    r"\s+(?:de\s+(?!(?:edad|el|l[ao]s?|tod[oa]s?|divers[oa]s|distint[oa]s|diferentes)\b)[^\W\d]+|[^\W\d]+ndo\b|atr[áa]s\b|despu[ée]s\b|antes\b|m[áa]s\s+tarde\b)",
    re.IGNORECASE,
)
#: "un menor de 12 años" is a child of that age; "los menores de 12 años" are younger.
_ONE_MINOR = re.compile(r"\b(?:un|una|el|la|del|al|adult[oa])\s+(?:menor|mayor)\s+de\s*\Z", re.IGNORECASE)
#: "48 más que los 20", "30 becas más de las 200 previstas": two figures compared, neither of them vague.
_COMPARISON = re.compile(r"\b(?:que|de\s+l[oa]s)\b", re.IGNORECASE)
#: A level that was reached or left is no limit.
_TO_LEVEL = re.compile(r"(?:hasta|desde)(?:\s+(?:el|la|los|las))?\s+(?:\S{1,3}\s?)?", re.IGNORECASE)
_CHANGED = re.compile(
    r"\b(?:subi|creci|cay|baj|descendi|aument|increment|ascendi|trep|disminuy|elev|escal)(?:[óo]|aron|eron|ieron)\s+\Z",
    re.IGNORECASE,
)
_NOUN_AT_MOST = re.compile(r"(?:\s+(?!y\b|o\b)[^\W\d]+)?\s*")
#: The same with the change before it told: "creció en 23 mil personas en mayo, hasta los 20 millones".
_CHANGED_BEFORE = re.compile(
    r"\b(?:subi|creci|cay|baj|descendi|aument|increment|ascendi|trep|disminuy|elev|escal|reduj|avanz|repunt|retrocedi)"
    r"(?:[óo]|aron|eron|ieron)\b(?:[^.;\n]|\.(?=\d))*?\d(?:[^.;\n]|\.(?=\d))*,\s+\Z",
    re.IGNORECASE,
)
_CHANGE_REACH = 90
#: "largo" makes more of a measure or of a round number ("dos horas largas"); elsewhere it is a quality ("36 largas").
_LONG = "hedge.long-after"
_ROUND = re.compile(
    r"\b(?:medi[oa]|par|(?:doc|dec|quinc|veint|cent)ena|centenar|millar|mill[óo]n)(?:e?s)?\Z", re.IGNORECASE
)
#: "pasa de 300" is a limit, "pasa de 300 a 500" a change.
_PASSES = "hedge.passes"
_TO_ANOTHER = re.compile(
    r"[^.;\n]{0,60}?\s(?:al?|hasta)\s+(?:(?:l[oa]s|un[oa]s|m[áa]s\s+de|casi|cerca\s+de)\s+){0,3}(?:\S{1,3}\s?)?"
)
#: "el agua no llega a 20 colonias": the places where something does not arrive.
_NOT_REACHED = "hedge.not-reached"
_PLACES = re.compile(
    r"\s+(?:colonia|comunidad|localidad|barri|municipi|veredas?\b|aldea|poblado|pueblo|hogar|vivienda|escuela|casas\b|provincia|distrito|cant[óo]n)",
    re.IGNORECASE,
)
#: "no ha cumplido 15" leaves an age unreached; goals that are not met are as many as is said.
_NOT_YET = "hedge.not-yet-so-old"
#: "jóvenes de 18 y 22 años"
_AND = re.compile(r"\s*(?:,|y|o|e|u)\s+(?:de\s+|otr[oa]s?\s+de\s+)?")
_NUMBER_IN_UNIT = re.compile(r"\d|\bcien(?:to)?\b|\bcero\b", re.IGNORECASE)
_BARE_DEGREE = "unit.degree-bare"
#: People told apart by their age once more, and how far an age before them may be.
_AGES_REACH = 120
_OF_AGE = re.compile(
    r"\b(?:(?:l[oa]s|aquell[oa]s|quienes|otr[oa]s)\s+(?:de|entre|tienen|tengan)(?:\s+l[oa]s)?"
    r"|(?:a|entre|hasta|desde|de|a\s+partir\s+de)\s+los"
    r"|(?:personas?|hombres?|mujer(?:es)?|niñ[oa]s?|menores|j[óo]venes|adolescentes?|herman[oa]s?|hij[oa]s?),?\s+de)\s+\Z",
    re.IGNORECASE,
)
#: A rate or an index goes on: "la tasa pasó de 210 a 286", "los índices de Lima, de 296, y de Piura, de 121".
_INDEX_GOES_ON = re.compile(
    r"\s+(?:a|hasta)\s+(?:l[oa]s?\s+|un\s+)?\Z"
    r"|\s*(?:,|,?\s+y)\s+(?:(?:el|la|los|las)\s+)?(?:(?:de|en)\s+)?[A-ZÁÉÍÓÚÑ][\w.]*(?:\s+(?:de\s+|del\s+)?[A-ZÁÉÍÓÚÑ][\w.]*)*,?\s+(?:de|en|con)\s+\Z"
)
#: "1,8 hijos por mujer, por debajo del promedio del país (2,0)", "12,3 por mil habitantes, frente a 9,1 en 2015"
_INDEX_COMPARED = re.compile(
    r"(?:[^.;\n]|\.(?=[\w)])){0,60}?(?:[,(]|\b(?:y|que))\s*(?:[^\W\d]+\s+){0,4}?(?:"
    r"(?:promedio|media|tasa|[íi]ndice|nacional|estatal|regional|europe[oa])\b(?:\s+(?!de\s)[^\W\d]+|\s+de(?:l|\s+l[ao]s?)?\s+[^\W\d]+){0,4}?(?:,|\s+(?:es|fue|era|est[áa]\s+en))?\s*(?:de\s+)?\(?"
    r"|(?:frente|comparad[oa]s?|respecto)\s+(?:al?|con|de)\s+(?:l[oa]s?\s+)?|contra\s+(?:l[oa]s?\s+)?"
    r"|(?:lejos|encima|debajo|arriba|abajo)\s+del?\s+(?:l[oa]s?\s+)?|(?:superior|inferior)(?:es)?\s+al?\s+(?:l[oa]s?\s+)?"
    r"|(?:cuando|mientras\s+que)\s+(?:[^\W\d]+\s+){0,6}?(?:de|en|es|fue|era)\s+)\Z",
    re.IGNORECASE,
)
#: Only the youngest are so many weeks or days old.
_UNITS_OF_AGE = frozenset({"year", "month"})
_INDICES = frozenset({"ratio.index", "ratio.listed", "ratio.per-base", "ratio.per-person"})
#: Nobody reports on older people; a longer span is the age of a thing.
_OLDEST = 120
#: A range of years that reaches here describes people, if nothing says otherwise: "de 18 a 64 años".
_LEAST_UPPER_AGE = 12
_RANGE_OF_AGES = frozenset({"range.from-to", "range.between"})


class _Grammar:
    """The hedges and the contexts of a set of patterns, compiled."""

    def __init__(self, patterns: Patterns) -> None:
        hedges = [r for r in patterns.rules("hedges.yml", HedgeRule) if r.position != "between"]
        contexts = [r for r in patterns.rules("units.yml", UnitRule) if r.position == "before"]
        self.hedges_before = RuleLexicon([r for r in hedges if r.position == "before"], _AFTER_HEDGE)
        self.hedges_after = RuleLexicon([r for r in hedges if r.position == "after"], ",?\\s*")
        by_id = {r.id: r for r in contexts}
        self.ages = RuleLexicon(
            [r for r in contexts if r.kind == "age" and not r.id.startswith("age.bare") and r.id != "age.oldest"],
            reach=70,
        )
        self.bare_age = RuleLexicon([by_id["age.bare"], by_id["age.oldest"]])
        self.turned = RuleLexicon([by_id["age.bare-turned"]])
        self.bare_ages = RuleLexicon([by_id["age.bare-range"]])
        self.degrees = RuleLexicon([r for r in contexts if r.id.startswith("degree.")])
        self.durations = RuleLexicon([r for r in contexts if r.kind == "duration"])
        self.ratios = RuleLexicon([by_id["ratio.index"]], reach=80)
        behind = [r for r in patterns.rules("units.yml", UnitRule) if r.position == "behind"]
        self.rates = RuleLexicon([r for r in behind if r.kind == "ratio"])


@lru_cache(maxsize=8)
def _grammar(patterns: Patterns) -> _Grammar:
    return _Grammar(patterns)


def find_quantities(
    text: str,
    numerals: Sequence[Numeral],
    convention: Convention,
    name_spans: Iterable[tuple[int, int]] = (),
    patterns: Patterns | None = None,
) -> tuple[list[Quantity], list[LedgerEntry]]:
    """Every quantity of a text, and the class of every numeral in it.

    Parameters
    ----------
    text:
        The document's text.
    numerals:
        All numerals of the text, as ``find_numerals`` gives them with ``abbreviations=False``: "mdp" is a unit here.
    convention:
        The country's convention; it says what "$" and "pesos" are.
    name_spans:
        (start, end) of program and agency names: a cardinal inside one is part of the name.
    patterns:
        The rules to read by; None for the shipped ones.

    Returns
    -------
    The quantities in order, and the ledger in order: each numeral, also each of the two of a range, is in exactly one
    entry. Values of money are in the unit of the currency, values of measures in the unit that is written.
    """
    rules = patterns or shipped()
    ledger = classify(text, _with_multiples(text, with_ones(text, numerals), rules), name_spans, rules)
    amounts = read_amounts(text, [entry for entry in ledger if entry.cls == "quantity"], rules)
    amounts, ledger = with_groups_of_thousands(text, amounts, ledger)
    amounts = complete_amounts(text, amounts, rules)
    reader = _Reader(text, convention, _grammar(rules))
    quantities: list[Quantity] = []
    joined = join_pairs(text, amounts, rules)
    for index, amount in enumerate(joined):
        free_from = quantities[-1].end if quantities else 0
        free_to = joined[index + 1].start if index + 1 < len(joined) else len(text) + 1
        quantities.append(reader.quantity(amount, free_from, free_to))
    return quantities, _with_units_of_number_words(text, ledger, amounts)


def _with_multiples(text: str, numerals: Sequence[Numeral], patterns: Patterns) -> list[Numeral]:
    """The numerals, and the words that are a quantity without one: "el doble", "se triplicó", "hora y media"."""
    found = list(numerals)
    held = {numeral.start for numeral in numerals}
    for rule in patterns.rules("units.yml", UnitRule):
        for match in rule.finditer(text) if rule.position == "alone" else ():
            start, end = match.span(match.lastindex or 0)
            if start not in held:
                found.append(Numeral(start, end, text[start:end], _exact(rule.factor), "fraction"))
    return sorted(found)


def _exact(factor: float) -> Decimal:
    return Decimal(int(factor)) if factor == int(factor) else Decimal(str(factor))


def _with_units_of_number_words(
    text: str, ledger: Sequence[LedgerEntry], amounts: Sequence[Amount]
) -> list[LedgerEntry]:
    """The ledger with units that hold a number word or digit themselves in the row of their number: "85 por ciento"."""
    ends = {a.number_start: a.end for a in amounts if _NUMBER_IN_UNIT.search(text, a.number_end, a.end)}
    entries: list[LedgerEntry] = []
    for entry in ledger:
        end = max(entry.end, ends.get(entry.start, 0) if entry.cls == "quantity" else 0)
        row = entries.pop() if entries and entry.start < entries[-1].end else entry
        end = max(end, row.end)
        entries.append(replace(row, end=end, surface=text[row.start : end]))
    return entries


class _Reader:
    """Makes the quantities of one text."""

    def __init__(self, text: str, convention: Convention, grammar: _Grammar) -> None:
        self._text = text
        self._convention = convention
        self._grammar = grammar
        self._age_end = 0
        self._index_end = 0

    def quantity(self, amount: Amount, free_from: int, free_to: int) -> Quantity:
        """The quantity of an amount; text outside ``free_from`` and ``free_to`` belongs to its neighbours."""
        kind, unit, rule = self._kind(amount)
        comparator, start, end, hedges = self._hedged(amount, kind, free_from, free_to)
        factor = _exact(amount.unit.factor) if amount.unit else Decimal(1)
        self._age_end = end if kind == "age" else self._age_end
        self._index_end = end if rule in _INDICES else self._index_end
        sign = [amount.sign.id] if amount.sign and amount.sign.id != rule else []
        return Quantity(
            start=start,
            end=end,
            surface=self._text[start:end],
            rule=rule,
            number_start=amount.number_start,
            number_end=amount.number_end,
            value=amount.value * factor,
            value_upper=None if amount.upper is None else amount.upper * factor,
            comparator=comparator,
            kind=kind,
            unit=unit,
            rules=tuple(dict.fromkeys((*hedges, *sign, *amount.joined, rule))),
        )

    def _hedged(
        self, amount: Amount, kind: Kind, free_from: int, free_to: int
    ) -> tuple[Comparator, int, int, list[str]]:
        """The comparator, and the span and rules of the hedge words with the amount."""
        start, end, rules = amount.start, amount.end, []
        comparator: Comparator = "exact"
        after = self._grammar.hedges_after.after(self._text, end)
        if after and after.rule.id == _LONG and not self._can_be_long(amount):
            after = None
        if after and not self._is_of_next(after, free_to):
            comparator, end = after.rule.comparator, after.end
            rules.append(after.rule.id)
        elif far := self._hedge_after_noun(end):
            comparator = far.comparator
            rules.append(far.id)
        before = self._grammar.hedges_before.before(self._text, start)
        if before and self._is_other_verb(before.rule.id, kind, amount.end, free_to):
            before = None
        if before and before.start >= free_from and not self._is_no_hedge(before, start, free_from):
            comparator = before.rule.comparator
            # "412 menores de 6 años": the word for the people is what the number before counts
            start = start if self._is_counted(before, free_from) else before.start
            rules.insert(0, before.rule.id)
        return ("range" if amount.upper is not None else comparator), start, end, rules

    def _can_be_long(self, amount: Amount) -> bool:
        """Whether "largo" behind an amount can say that there is more of it."""
        round_number = _ROUND.search(self._text, amount.number_start, amount.number_end)
        return amount.measure is not None or round_number is not None

    def _is_other_verb(self, hedge: str, kind: Kind, end: int, free_to: int) -> bool:
        """Whether what looks like a verb of reaching tells a change or a goal: "pasó de 3 a 5", "no cumplió 12"."""
        if hedge == _PASSES and free_to <= len(self._text):
            return _TO_ANOTHER.fullmatch(self._text, end, free_to) is not None
        if hedge == _NOT_REACHED:
            return _PLACES.match(self._text, end) is not None
        return hedge == _NOT_YET and kind != "age"

    def _is_counted(self, found: Found[HedgeRule], free_from: int) -> bool:
        """Whether a hedge of ages directly follows a number and so names whom that one counts."""
        people = self._text[found.start : found.start + 5].lower() in {"mayor", "menor"}
        return people and free_from > 0 and not self._text[free_from : found.start].strip()

    def _is_of_next(self, found: Found[HedgeRule], free_to: int) -> bool:
        """Whether the words behind a number are the hedge of the next one, which begins at ``free_to``."""
        return found.end <= free_to <= len(self._text) and not self._text[found.end : free_to].strip()

    def _is_no_hedge(self, found: Found[HedgeRule], start: int, free_from: int) -> bool:
        """Whether the words before a number make no hedge: they name a child, or compare it with the number before."""
        if _ONE_MINOR.search(self._text, max(0, start - 30), start):
            return True
        if _TO_LEVEL.fullmatch(self._text, found.start, start) and self._is_after_change(found.start, free_from):
            return True
        compared = found.rule.id != _PASSES and _COMPARISON.search(self._text, found.start, start) is not None
        return compared and free_from > 0 and _NOUN_AT_MOST.fullmatch(self._text, free_from, found.start) is not None

    def _is_after_change(self, start: int, free_from: int) -> bool:
        """Whether what went to a level stands right before: "cayó 2 puntos hasta el 8", "subió hasta los 300"."""
        if free_from and not self._text[free_from:start].strip():
            return True
        if _CHANGED.search(self._text, max(0, start - 20), start):
            return True
        return _CHANGED_BEFORE.search(self._text, max(0, start - _CHANGE_REACH), start) is not None

    def _hedge_after_noun(self, end: int) -> HedgeRule | None:
        """A hedge behind the noun that is counted; it is no part of the quantity's surface."""
        for _ in range(_NOUN_WORDS):
            noun = _NOUN.match(self._text, end)
            if noun is None:
                return None
            end = noun.end()
            found = self._grammar.hedges_after.after(self._text, end)
            if found and found.rule.id != _LONG:
                return found.rule
        return None

    def _kind(self, amount: Amount) -> tuple[Kind, str | None, str]:
        """Kind, unit, and the rule that decided."""
        measure = amount.measure
        if measure is None:
            return self._kind_of_bare(amount)
        if measure.kind == "money":
            return "money", self._currency(amount), measure.id
        if measure.kind == "duration" and (age := self._age_rule(amount)):
            return "age", measure.unit, age
        if measure.id == _BARE_DEGREE and (other := self._grammar.degrees.before(self._text, amount.start)):
            return other.rule.kind, None, other.rule.id
        return measure.kind, measure.unit, measure.id

    def _kind_of_bare(self, amount: Amount) -> tuple[Kind, str | None, str]:
        if amount.fraction:
            return "ratio", None, "ratio.fraction"
        if rate := self._grammar.rates.after(self._text, amount.end):
            return "ratio", None, rate.rule.id
        ends_phrase = COUNTS_NOTHING.match(self._text, amount.end) is not None
        ages = self._grammar.bare_age if amount.upper is None else self._grammar.bare_ages
        young = (amount.upper or amount.value) <= _OLDEST
        if ends_phrase and young and (age := ages.before(self._text, amount.start)):
            return "age", age.rule.unit, age.rule.id
        turned = self._grammar.turned.before(self._text, amount.start)
        if turned and ends_phrase and young and not _OF_A_NUMBER.match(self._text, amount.end):
            return "age", turned.rule.unit, turned.rule.id
        joined = self._age_end > 0 and _AND.fullmatch(self._text, self._age_end, amount.start) is not None
        if ends_phrase and young and (joined or self._goes_on_with_ages(amount.number_start)):
            return "age", "year", "age.listed"
        if ends_phrase and (index := self._grammar.ratios.before(self._text, amount.start)):
            return "ratio", None, index.rule.id
        if ends_phrase and self._goes_on_with_index(amount):
            return "ratio", None, "ratio.listed"
        return "count", None, "quantity.count"

    def _goes_on_with_index(self, amount: Amount) -> bool:
        """Whether the number is a rate as the one before it, or what that one is compared with."""
        if not 0 < self._index_end <= amount.start:
            return False
        gap = self._text[self._index_end : amount.start]
        return _INDEX_GOES_ON.fullmatch(gap) is not None or _INDEX_COMPARED.fullmatch(gap) is not None

    def _goes_on_with_ages(self, start: int) -> bool:
        """Whether the number is an age as the one before it: "los mayores de 70; los de 60 a 69", "hasta los 18"."""
        near = 0 < self._age_end <= start and start - self._age_end <= _AGES_REACH
        return near and _OF_AGE.search(self._text, self._age_end, start) is not None

    def _age_rule(self, amount: Amount) -> str | None:
        """The rule by which a length of time is an age; None where it is a duration."""
        if self._grammar.bare_age.before(self._text, amount.start):
            return "age.person"
        unit = amount.unit.unit if amount.unit else None
        top = amount.value if amount.upper is None else amount.upper
        if top > _OLDEST or _TIME_OF.match(self._text, amount.end):
            return None
        if self._age_end and _AND.fullmatch(self._text, self._age_end, amount.start):
            return "age.listed"
        if _THING_TURNS.search(self._text, max(0, amount.start - _THING_REACH), amount.start):
            return None
        found = self._grammar.ages.before(self._text, amount.start)
        if found and (unit in _UNITS_OF_AGE or found.rule.id == "age.person"):
            return found.rule.id
        is_years = unit == "year"
        if (
            amount.upper is not None
            and is_years
            and top >= _LEAST_UPPER_AGE
            and _RANGE_OF_AGES.intersection(amount.joined)
        ):
            return None if self._grammar.durations.before(self._text, amount.start) else "age.range"
        return None

    def _currency(self, amount: Amount) -> str:
        """ISO 4217 code: of the word or sign that names a currency, else what the country means by it."""
        rules = [rule for rule in (amount.unit, amount.sign) if rule is not None and rule.kind == "money"]
        named = (self._convention.signs.get(rule.id, rule.unit) for rule in rules)
        return next((code for code in named if code is not None), self._convention.currency)
