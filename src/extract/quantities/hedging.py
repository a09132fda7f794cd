"""The hedge of a quantity: "más de", "casi", "no llegaron a", and what only looks like one."""

from __future__ import annotations

import re
from functools import lru_cache

from extract.patterns import Patterns
from extract.quantities.amounts import Amount
from extract.quantities.lexicon import Found, RuleLexicon
from extract.rules import HedgeRule
from extract.schema import Comparator, Kind

#: What may stand between a hedge and its numeral: "cerca de los otros 300".
_AFTER_HEDGE = (
    r"(?:\s+(?:el|la|los|las|al|un|una|unos|unas|otr[oa]s|su|sus|est[oa]s|nuestr[oa]s|total\s+de|monto\s+de))*"
)
#: The noun between the numeral and a hedge after it: "300 personas aproximadamente".
#: What begins a clause of its own is no part of it: "50 vecinos que al menos pueden leer".
_NOUN = re.compile(r"\s+(?!(?:y|o|de|en|a|que|qui[ée]n(?:es)?|donde|cuando|pero|mientras|tienen?|con)\b)[^\W\d]{3,}")
_NOUN_WORDS = 2
#: "un menor de 12 años" is a child of that age; "los menores de 12 años" are younger.
_ONE_MINOR = re.compile(r"\b(?:un|una|el|la|del|al|adult[oa])\s+(?:menor|mayor)\s+de\s*\Z", re.IGNORECASE)
#: "una máxima de 41 grados" is the day's highest temperature, and no limit.
_EXTREME = re.compile(r"\b(?:una|la)\s+m[áaíi][xn]ima\s+de\s+\Z", re.IGNORECASE)
#: "48 más que los 20", "30 becas más de las 200 previstas": two figures compared, neither of them vague.
_COMPARISON = re.compile(r"\b(?:que|de\s+l[oa]s)\b", re.IGNORECASE)
#: What is above or below another figure is compared with it where it is itself a figure ("3% superior a los 40
#: millones"), and where the other is told with its own time: "un monto inferior a los 40 millones del año pasado".
_ABOVE_OR_BELOW = re.compile(r"(?:superior|inferior|mayor|menor)(?:es)?\s+al?\s+l[oa]s\b", re.IGNORECASE)
_OF_ANOTHER_TIME = re.compile(
    r"(?:\s+(?!de\b)[^\W\d]+){0,2}\s+(?:de(?:l|\s+la)?\s+(?:(?:mismo\s+)?(?:mes|a[ñn]o|ejercicio|periodo|per[íi]odo|gesti[óo]n|temporada|campaña|semana)\s+(?:pasad|anterior|previ|precedent)|(?:19|20)\d\d\b)"
    r"|(?:registrad|alcanzad|obtenid|lograd|reportad|contabilizad|recaudad|acumulad|observad)[oa]s\b)",
    re.IGNORECASE,
)
#: A level that was reached or left is no limit.
_TO_LEVEL = re.compile(
    r"(?:hasta|desde)(?:\s+(?:el|la|los|las))?\s+(?:(?!(?:en|por|de|con)\b)\S{1,3}\s?)?", re.IGNORECASE
)
#: Verbs of change in the preterite, the perfect, the gerund and the present; what may or will change has a limit.
_CHANGE = (
    r"\b(?:(?:subi|creci|cay|baj|descendi|aument|increment|ascendi|trep|disminuy|elev|escal|avanz|repunt|retrocedi)"
    r"(?:[óo]|aron|eron|ieron)|reduj(?:o|eron)"
    r"|(?:sub|crec|ca|descend|ascend|disminu|reduc|retroced)(?:ido|[íi]do|iendo|yendo)|(?:baj|aument|increment|trep|elev|escal|avanz|repunt)(?:ado|ando)"
    r"|(?:sube|crece|cae|baja|desciende|asciende|aumenta|incrementa|trepa|disminuye|eleva|reduce|repunta|retrocede)n?)"
)
#: What a level has reached: "la cifra llegó hasta 400".
_REACHED = r"\blleg(?:[óo]|aron|ado|aba)|\balcanz(?:[óo]|ado)"
_CHANGED = re.compile(rf"(?:{_CHANGE}|{_REACHED})\s+\Z", re.IGNORECASE)
#: "20 alumnos más, hasta los 180"
_MORE_OF_THEM = re.compile(r"(?:\s+[^\W\d]+){0,3}\s+(?:m[áa]s|menos),?\s+", re.IGNORECASE)
#: "90 litros al día, muy por encima de los 70 de la media": the two that are compared are told
_BESIDE_FIGURE = re.compile(r"[^.;\n\d]{0,60},\s+(?:muy\s+|bastante\s+|ligeramente\s+)?", re.IGNORECASE)
_ABOVE = re.compile(r"(?:muy\s+)?por\s+(?:encima|debajo)\s+de\s+l[oa]s\s", re.IGNORECASE)
_OF_OTHER = re.compile(r"\s+(?:del\s|de\s+(?:la|l[oa]s|hace|un)\s|que\s|registrad|previst|anterior)", re.IGNORECASE)
_NOUN_AT_MOST = re.compile(r"(?:\s+(?!y\b|o\b)[^\W\d]+)?\s*")
#: A change as a noun: "con un alza del".
_CHANGE_OF = (
    r"\b(?:con|tras)\s+un[oa]?\s+(?:incremento|aumento|alza|subida|crecimiento|descenso|bajada|ca[íi]da|retroceso)"
    r"\s+del?"
)
#: The same with the change before it told: "creció en 23 mil personas en mayo, hasta los 20 millones".
_CHANGED_BEFORE = re.compile(
    rf"(?:{_CHANGE}|{_CHANGE_OF})\b(?:[^.;\n]|\.(?=\d))*?\d(?:[^.;\n]|\.(?=\d))*,\s+\Z",
    re.IGNORECASE,
)
_CHANGE_REACH = 90
#: "largo" makes more of a measure or of a round number ("dos horas largas"); elsewhere it is a quality ("36 largas").
_LONG = "hedge.long-after"
_ROUND = re.compile(
    r"\b(?:medi[oa]|par|(?:doc|dec|quinc|veint|treint|cuarent|cincuent|cent)ena|centenar|millar|mill[óo]n)(?:e?s)?\Z",
    re.IGNORECASE,
)
#: "pasa de 300" is a limit, "pasa de 300 a 500" a change.
_PASSES = "hedge.passes"
#: "bajó de los 95.000" is a limit; "bajó de los 342" is where the change began.
_FALLS_BELOW = "hedge.falls-below"
_ROUND_FIGURE = re.compile(
    r"(?:(?<!\d)[1-9]0|00|\bmil|\bmill[oó]n(?:es)?)(?:\s*%|\s+[^\W\d]+)?(?:\s+de\s+[^\W\d]+)?\Z", re.IGNORECASE
)
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
#: "créditos desde 5 mil pesos" tells the lowest sum; "desde 20 municipios" a place, "desde 5 mil a 20 mil" a change.
_PRICES_FROM = "hedge.prices-from"
_OTHER_END = re.compile(r"\s*,?\s*(?:al?|y|hasta)\b", re.IGNORECASE)


@lru_cache(maxsize=8)
def _lexicons(patterns: Patterns) -> tuple[RuleLexicon[HedgeRule], RuleLexicon[HedgeRule]]:
    """The hedges before a quantity, and those after it."""
    rules = patterns.rules("hedges.yml", HedgeRule)
    before = RuleLexicon([r for r in rules if r.position == "before"], _AFTER_HEDGE)
    return before, RuleLexicon([r for r in rules if r.position == "after"], ",?\\s*")


class HedgeReader:
    """Reads the hedges of the quantities of one text."""

    def __init__(self, text: str, patterns: Patterns) -> None:
        self._text = text
        self._before, self._after = _lexicons(patterns)

    def hedged(
        self, amount: Amount, kind: Kind, free_from: int, free_to: int
    ) -> tuple[Comparator, int, int, list[str]]:
        """The comparator, and the span and rules of the hedge words with the amount.

        Parameters
        ----------
        amount:
            The number with its unit.
        kind:
            What it measures.
        free_from, free_to:
            Where the quantity before ends and the next amount begins: text outside belongs to them.
        """
        start, end, rules = amount.start, amount.end, []
        comparator: Comparator = "exact"
        after = self._after.after(self._text, end)
        if after and after.rule.id == _LONG and not self._can_be_long(amount):
            after = None
        if after and not self._is_of_next(after, free_to):
            comparator, end = after.rule.comparator, after.end
            rules.append(after.rule.id)
        elif far := self._hedge_after_noun(end, free_to):
            comparator = far.comparator
            rules.append(far.id)
        before = self._before.before(self._text, start)
        if before and self._is_other_verb(before.rule.id, kind, amount.end, free_to):
            before = None
        if before and before.start >= free_from and not self._is_no_hedge(before, amount, kind, free_from):
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
        if hedge == _FALLS_BELOW and not self._is_round(end):
            return True
        if hedge in {_PASSES, _FALLS_BELOW} and free_to <= len(self._text):
            return _TO_ANOTHER.fullmatch(self._text, end, free_to) is not None
        if hedge == _PRICES_FROM:
            return kind != "money" or _OTHER_END.match(self._text, end) is not None
        if hedge == _NOT_REACHED:
            return _PLACES.match(self._text, end) is not None
        return hedge == _NOT_YET and kind != "age"

    def _is_round(self, end: int) -> bool:
        """Whether the amount that ends here is a round number, as limits are: "los 3 millones", "los 95.000"."""
        return _ROUND_FIGURE.search(self._text, max(0, end - 30), end) is not None

    def _is_counted(self, found: Found[HedgeRule], free_from: int) -> bool:
        """Whether a hedge of ages directly follows a number and so names whom that one counts."""
        people = self._text[found.start : found.start + 5].lower() in {"mayor", "menor"}
        return people and free_from > 0 and not self._text[free_from : found.start].strip()

    def _is_of_next(self, found: Found[HedgeRule], free_to: int) -> bool:
        """Whether the words behind a number are the hedge of the next one, which begins at ``free_to``."""
        return found.end <= free_to <= len(self._text) and not self._text[found.end : free_to].strip()

    def _is_no_hedge(self, found: Found[HedgeRule], amount: Amount, kind: Kind, free_from: int) -> bool:
        """Whether the words before a number make no hedge: they name a child, or compare it with the number before."""
        start, end = amount.start, amount.end
        near = max(0, start - 30)
        if _ONE_MINOR.search(self._text, near, start) or _EXTREME.search(self._text, near, start):
            return True
        if self._is_above_other(found.start, start, end, free_from):
            return True
        if _ABOVE_OR_BELOW.match(self._text, found.start, start) and self._is_base(found.start, free_from, end):
            return True
        if _TO_LEVEL.fullmatch(self._text, found.start, start) and self._is_after_change(found.start, free_from):
            return True
        compared = (
            kind != "age"  # "40 adultos por encima de los 60 años"
            and found.rule.id not in {_PASSES, _FALLS_BELOW}
            and _COMPARISON.search(self._text, found.start, start) is not None
        )
        return compared and free_from > 0 and _NOUN_AT_MOST.fullmatch(self._text, free_from, found.start) is not None

    def _is_above_other(self, hedge: int, start: int, end: int, free_from: int) -> bool:
        """Whether the number before lies above this one, told of something else: "70, por encima de los 50 de"."""
        above = free_from > 0 and _ABOVE.match(self._text, hedge, start)
        beside = above and _BESIDE_FIGURE.fullmatch(self._text, free_from, hedge)
        return bool(beside) and _OF_OTHER.match(self._text, end) is not None

    def _is_base(self, hedge: int, free_from: int, end: int) -> bool:
        """Whether what is above or below a figure is compared with it: it is a figure, or of another time."""
        after_figure = free_from > 0 and not self._text[free_from:hedge].strip()
        return after_figure or _OF_ANOTHER_TIME.match(self._text, end) is not None

    def _is_after_change(self, start: int, free_from: int) -> bool:
        """Whether what went to a level stands right before: "cayó 2 puntos hasta el 8", "subió hasta los 300"."""
        if free_from and (
            not self._text[free_from:start].strip() or _MORE_OF_THEM.fullmatch(self._text, free_from, start)
        ):
            return True
        if _CHANGED.search(self._text, max(0, start - 20), start):
            return True
        return _CHANGED_BEFORE.search(self._text, max(0, start - _CHANGE_REACH), start) is not None

    def _hedge_after_noun(self, end: int, free_to: int) -> HedgeRule | None:
        """A hedge behind the noun that is counted; it is no part of the quantity's surface."""
        for _ in range(_NOUN_WORDS):
            noun = _NOUN.match(self._text, end)
            if noun is None:
                return None
            end = noun.end()
            found = self._after.after(self._text, end)
            if found and found.rule.id != _LONG:
                return None if self._is_of_next(found, free_to) else found.rule
        return None
