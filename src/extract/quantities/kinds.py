"""What a number measures: the kind that its unit gives, and ages, rates and indices, which their surroundings tell."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache

from extract.patterns import Patterns
from extract.quantities.amounts import Amount
from extract.quantities.elided.magnitudes import COUNTS_NOTHING
from extract.quantities.lexicon import RuleLexicon
from extract.quantities.named_ages import is_named_age
from extract.rules import UnitRule
from extract.schema import Kind

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
    r"\s+(?:de\s+(?!(?-i:[A-ZÁÉÍÓÚÑ][a-záéíóúñ]))(?!(?:edad|el|l[ao]s?|tod[oa]s?|divers[oa]s|distint[oa]s|diferentes)\b)[^\W\d]+|[^\W\d]+ndo\b|atr[áa]s\b|despu[ée]s\b|antes\b|m[áa]s\s+tarde\b)",
    re.IGNORECASE,
)
#: "un plazo | no menor de", "una pena de prisión | que no sea mayor de"
_BOUND = re.compile(
    r"(?:\s+(?:máxim|mínim|fij)[oa])?(?:\s+(?:que|y|pero|,))*(?:\s+(?:no|nunca)(?:\s+(?:sea|sean|podrá\s+ser|será))?)?\s+\Z",
    re.IGNORECASE,
)
_BOUND_REACH = 40
#: Without "no" a programme before "mayores de 60 años" is for people of that age.
_PROGRAM = re.compile(r"program|proyecto|plan|meta|crédito", re.IGNORECASE)
#: "de 2 meses a 91 años"
_YOUNG = re.compile(r"(?:mes(?:es)?|semanas?|d[íi]as?)\Z", re.IGNORECASE)
_UP_TO = re.compile(r"\s+(?:a|hasta)\s+(?:l[oa]s\s+)?", re.IGNORECASE)
#: A term that somebody has: "las familias tienen 18 meses para usarlo"; nobody is told to be so old for something.
_TERM_FOR = re.compile(r"\s+para\s+(?:que\b|[^\W\d]+[aei]r(?:l[oa]s?|se)?\b)", re.IGNORECASE)
_LEAST_OLD_FOR = 5
#: "jóvenes de 18 y 22 años"
_AND = re.compile(r"\s*(?:,|y|o|e|u)\s+(?:de\s+|otr[oa]s?\s+de\s+)?")
#: "niños de 5 años 11 meses"
_AND_MONTHS = re.compile(r"\s*(?:,|\s(?:y|con))?\s+", re.IGNORECASE)
_MORE = re.compile(r"\s+(?:más|menos)\b", re.IGNORECASE)
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
    r"(?:promedio|media|tasa|[íi]ndice|nacional|estatal|regional|europe[oa])\b(?:\s+(?!de\s)[^\W\d]+|\s+de(?:l|\s+l[ao]s?)?\s+[^\W\d]+){0,4}?(?:,?(?:\s+que)?\s+(?:es|fue|era|est[áa]\s+en|se\s+(?:sit[úu]a|situ[óo]|ubica|ubic[óo])\s+en)|,)?\s*(?:de\s+)?\(?"
    r"|(?:frente|comparad[oa]s?|respecto)\s+(?:al?|con|de)\s+(?:l[oa]s?\s+)?|contra\s+(?:l[oa]s?\s+)?"
    r"|(?:lejos|encima|debajo|arriba|abajo)\s+del?\s+(?:l[oa]s?\s+)?|(?:superior|inferior)(?:es)?\s+al?\s+(?:l[oa]s?\s+)?"
    r"|(?:cuando|mientras\s+que)\s+(?:[^\W\d]+\s+){0,6}?(?:de|en|es|fue|era)\s+)\Z",
    re.IGNORECASE,
)
_OPENS_WITH = re.compile(r"(?:\A|[.;:\n–-]\s*)con\s+(?:m[áa]s|menos)\s+de\s+\Z", re.IGNORECASE)
_SERVES = re.compile(
    r"\s+se\s+(?:l[ea]s?\s+)?(?:prest|atiend|atend|ayud|vacun|contrat|inscrib|cubr)[^\W\d]+(?:\s+[^\W\d]+){0,4}?\s+al?\s+(?:un\s+|m[áa]s\s+de\s+)?\d",
    re.IGNORECASE,
)
_SHARE_OVER = re.compile(
    r"[^.;\n]{0,100}?(?:%|por\s+ciento|tercios?|mitad|cuartos?|de\s+cada\s+(?:diez|cien|10{1,2}))(?:\s+de\s+ell[oa]s)?,?\s+(?:ya\s+)?"
    r"(?:(?:super|rebas|sobrepas)(?:an?|aban?)|pas(?:an?|aban?)\s+de|cumpl(?:en?|i[óo]|[íi]an?)|tienen?\s+m[áa]s\s+de)(?:\s+l[oa]s)?\s+",
    re.IGNORECASE,
)
#: Only the youngest are so many weeks or days old.
_UNITS_OF_AGE = frozenset({"year", "month"})
_INDICES = frozenset({"ratio.index", "ratio.listed", "ratio.per-base", "ratio.per-person"})
#: Nobody reports on older people; a longer span is the age of a thing.
_OLDEST = 120
_AT = re.compile(r"\ba\s+l[oa]s\s+\Z", re.IGNORECASE)
#: What ends or comes again does so within these years; "vuelve a estudiar a los 60 años" is an age.
_LONGEST_TERM = 10
#: What stands behind an age whose years are understood: "los adultos de más de 40, ...", "de más de 40 el promedio es".
_ENDS_OR_GOES_ON = re.compile(r"\s*(?:[.,;:)\n]|\Z)(?!\d)|\s+(?:el|la|los|las|y|que|en|con|se|son)\s", re.IGNORECASE)
_LEAST_OVER = 12
#: A range of years that reaches here describes people, if nothing says otherwise: "de 18 a 64 años".
_LEAST_UPPER_AGE = 12
_RANGE_OF_AGES = frozenset({"range.from-to", "range.between"})


#: Ages that are looked up by themselves.
_APART = frozenset({"age.oldest", "age.number-over"})


class _Contexts:
    """The words of a set of patterns that tell an age, a rate or a degree, compiled."""

    def __init__(self, patterns: Patterns) -> None:
        rules = patterns.rules("units.yml", UnitRule)
        contexts = [r for r in rules if r.position == "before"]
        by_id = {r.id: r for r in contexts}
        self.ages = RuleLexicon(
            [r for r in contexts if r.kind == "age" and not r.id.startswith("age.bare") and r.id not in _APART],
            reach=70,
        )
        self.numbers_over = RuleLexicon([by_id["age.number-over"]], reach=160)
        self.bare_age = RuleLexicon([by_id["age.bare"], by_id["age.oldest"]])
        self.turned = RuleLexicon([by_id["age.bare-turned"]])
        self.over = RuleLexicon([by_id["age.bare-over"]])
        self.bare_ages = RuleLexicon([by_id["age.bare-range"]])
        # Degrees of a school are counted: their amounts have no unit.
        degrees = [r for r in contexts if r.id.startswith("degree.") and r.kind != "count"]
        self.degrees = RuleLexicon(degrees, reach=100)
        self.durations = RuleLexicon([by_id["duration.noun"]])
        self.renewals = RuleLexicon([by_id["duration.renewed"]], reach=100)
        self.events = RuleLexicon([r for r in rules if r.position == "behind" and r.kind == "duration"])
        self.ratios = RuleLexicon([by_id["ratio.index"], by_id["ratio.magnitude"]], reach=80)
        self.rates = RuleLexicon([r for r in rules if r.position == "behind" and r.kind == "ratio"])


@lru_cache(maxsize=8)
def _contexts(patterns: Patterns) -> _Contexts:
    return _Contexts(patterns)


class KindReader:
    """Reads the kinds of the amounts of one text, in their order: an age or a rate can go on from the last one."""

    def __init__(self, text: str, patterns: Patterns) -> None:
        self._text = text
        self._patterns = patterns
        self._grammar = _contexts(patterns)
        self._age_end = 0
        self._index_end = 0

    def read_on_from(self, end: int, kind: Kind, rule: str) -> None:
        """Remember where an age or an index ends, hedge included, for those that go on from it."""
        self._age_end = end if kind == "age" else self._age_end
        self._index_end = end if rule in _INDICES else self._index_end

    def kind(self, amount: Amount) -> tuple[Kind, str | None, str]:
        """Kind, unit, and the rule that decided; the currency of money is the country's to say."""
        measure = amount.measure
        if measure is None:
            return self._kind_of_bare(amount)
        if measure.kind == "money":
            return "money", None, measure.id
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
        if age := self._bare_age(amount):
            return "age", "year", age
        ends_phrase = COUNTS_NOTHING.match(self._text, amount.end) is not None
        if ends_phrase and (index := self._grammar.ratios.before(self._text, amount.start)):
            return "ratio", None, index.rule.id
        if ends_phrase and self._goes_on_with_index(amount):
            return "ratio", None, "ratio.listed"
        return "count", None, "quantity.count"

    def _bare_age(self, amount: Amount) -> str | None:
        """The rule by which a bare number is an age in years; None where it is none."""
        if (amount.upper or amount.value) > _OLDEST:
            return None
        if is_named_age(self._text, amount, self._patterns):
            return "age.named"
        ends_phrase = COUNTS_NOTHING.match(self._text, amount.end) is not None
        ages = self._grammar.bare_age if amount.upper is None else self._grammar.bare_ages
        if ends_phrase and (age := ages.before(self._text, amount.start)):
            return age.rule.id
        if _ENDS_OR_GOES_ON.match(self._text, amount.end) and amount.value >= _LEAST_OVER:
            over = self._grammar.over.before(self._text, amount.start)
            if over:
                return over.rule.id
        if not ends_phrase:
            return None
        turned = self._grammar.turned.before(self._text, amount.start)
        if turned and not _OF_A_NUMBER.match(self._text, amount.end):
            return turned.rule.id
        if self._is_share_over(amount):
            return "age.listed"
        joined = self._age_end > 0 and _AND.fullmatch(self._text, self._age_end, amount.start) is not None
        joined = joined and not _MORE.match(self._text, amount.end)  # "niños de 6 a 12 años, 90 más que ayer"
        return "age.listed" if joined or self._goes_on_with_ages(amount.number_start) else None

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

    def _is_of_served(self, amount: Amount) -> bool:
        """Whether a sentence opens with the age of whom something is done for: "Con más de 80 años se atiende a 40"."""
        opens = _OPENS_WITH.search(self._text, max(0, amount.start - 24), amount.start) is not None
        return opens and _SERVES.match(self._text, amount.end) is not None

    def _is_share_over(self, amount: Amount) -> bool:
        """Whether a share of those whose age is told is over a further one: "más de 70 años y un 8 % supera los 90"."""
        near = 0 < self._age_end <= amount.start and amount.start - self._age_end <= _AGES_REACH
        return near and _SHARE_OVER.fullmatch(self._text, self._age_end, amount.start) is not None

    def _age_rule(self, amount: Amount) -> str | None:
        """The rule by which a length of time is an age; None where it is a duration."""
        if over := self._grammar.bare_age.before(self._text, amount.start):
            return None if self._is_bound_of_time(over.start) else "age.person"
        unit = amount.unit.unit if amount.unit else None
        top = amount.value if amount.upper is None else amount.upper
        term = (unit != "year" or top < _LEAST_OLD_FOR) and _TERM_FOR.match(self._text, amount.end)
        if top > _OLDEST or term or _TIME_OF.match(self._text, amount.end):
            return None
        if self._age_end and self._is_listed(amount.start, unit):
            return "age.listed"
        thing = _THING_TURNS.search(self._text, max(0, amount.start - _THING_REACH), amount.start)
        if thing or self._is_counted_from_event(amount, top):
            return None
        if self._is_of_served(amount):
            return "age.person"
        found = self._grammar.ages.before(self._text, amount.start)
        if found and (unit in _UNITS_OF_AGE or found.rule.id == "age.person"):
            return found.rule.id
        is_years = unit == "year"
        if is_years and self._grammar.numbers_over.before(self._text, amount.start):
            return "age.number-over"
        if (
            amount.upper is not None
            and is_years
            and top >= _LEAST_UPPER_AGE
            and _RANGE_OF_AGES.intersection(amount.joined)
        ):
            return None if self._grammar.durations.before(self._text, amount.start) else "age.range"
        return None

    def _is_bound_of_time(self, start: int) -> bool:
        """Whether "mayor de" bounds a time told before it: "un plazo no menor de cuatro años"."""
        bound = _BOUND.search(self._text, max(0, start - _BOUND_REACH), start)
        noun = self._grammar.durations.before(self._text, bound.start()) if bound else None
        if bound is None or noun is None:
            return False
        return bool(bound[0].strip()) or _PROGRAM.match(self._text, noun.start) is None

    def _is_listed(self, start: int, unit: str | None) -> bool:
        """Whether a time goes on with the age before it: "de 18 y 22 años", "5 años 11 meses", "de 1 mes a 97 años"."""
        if _AND.fullmatch(self._text, self._age_end, start):
            return True
        if unit == "month":
            return _AND_MONTHS.fullmatch(self._text, self._age_end, start) is not None
        if unit != "year":
            return False
        young = _YOUNG.search(self._text, max(0, self._age_end - 12), self._age_end)
        return young is not None and _UP_TO.fullmatch(self._text, self._age_end, start) is not None

    def _is_counted_from_event(self, amount: Amount, top: Decimal) -> bool:
        """Whether a time after "a los" is told from an event: "vence a los dos años", "a los tres años de la firma"."""
        if not _AT.search(self._text, max(0, amount.start - 8), amount.start):
            return False
        if self._grammar.events.after(self._text, amount.end):
            return True
        return top <= _LONGEST_TERM and self._grammar.renewals.before(self._text, amount.start) is not None
