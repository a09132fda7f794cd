"""The direction of a clause: a month or a weekday without a year is the last one, or in a plan the next one.

The nearest verb of the clause tells it, by its tense; a few nouns and verbs overrule that. The words are rules of
``patterns/periods.yml`` (``resolve: plan``, ``sets`` and ``owed``).
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from extract.patterns import PeriodRule
from extract.periods.calendar import Lean
from extract.periods.matches import Match
from extract.periods.rule_groups import RuleGroups

#: The simple future (RAE, Nueva gramática 4.13). The accent tells it apart, so it is read in the unfolded text.
_FUTURE = re.compile(
    r"\b(?!(?:extremos|supremos|queremos|esperemos|andré)\b)\w{2,}(?:r[áé]|rán|[aei]remos|dremos)\b", re.IGNORECASE
)
#: The preterite and the perfect; before "que" they only say that somebody spoke.
_PAST = re.compile(
    r"\b(?:\w{2,}(?:ó|aron|ieron)|fue(?:ron)?|dio|dieron|hubo|hizo|vino|quiso|pudo|supo|\w*(?:puso|tuvo|trajo|dijo|dujo|jeron)|(?:ha|han|hemos|había|habían)\s+(?:sido\s+)?\w+[dt]os?)\b(?!,?\s+que\b)",
    re.IGNORECASE,
)
#: What joins a clause with a verb of its own, which tells nothing of this one as long as this one has a verb: as if it
#: stood so many characters farther away.
_NEXT_CLAUSE = re.compile(r",\s+(?:y|e|pero|mientras(?:\s+que)?|en\s+tanto(?:\s+que)?)\s", re.IGNORECASE)
_APART = 200
#: What opens a subordinate clause, and what ends one: "las que se inscribieron | en octubre".
_SUBORDINATE = re.compile(r"\b(?:que|quien(?:es)?|cual(?:es)?|donde)\s", re.IGNORECASE)
_PAUSE = re.compile(r"[,;:()]")
#: What begins the next clause right before a time: "que se inscribieron y | en octubre recibirán".
_ALSO = re.compile(r"\b(?:y|e|o|pero)\s+$", re.IGNORECASE)
#: A participle governs the time behind it: "las plazas solicitadas | desde marzo se cubrirán".
_DONE = re.compile(
    r"\b(?:presentad|recibid|registrad|solicitad|tramitad|realizad|entregad|atendid|vendid|detectad|producid|gestionad|efectuad|inscrit"
    r"|contabilizad|denunciad|notificad|ejecutad|formalizad|ingresad)[oa]s?\s+\Z",
    re.IGNORECASE,
)
_DONE_REACH = 20
_CLAUSE_END = re.compile(r"[;:!?\n]|\.(?=\s|$)")
#: Characters of the clause that are read on either side of a time.
_REACH = 300
#: How somebody goes on to say something else, whose verb tells nothing of what was said before.
_SAYS_NEXT = re.compile(r",?\s+y\s+(?:[^\W\d]+\s+)?\w+(?:ó|aron|a|an)\s+que\b")
#: The time of what is set, and no time at which somebody set it: "anunció un apoyo | por el mes de octubre".
_OF_WHAT_IS_SET = re.compile(r"(?:por|para|hasta|correspondientes? a)\b")
#: Characters before months in which the words stand that say what is paid for them.
_OWED_REACH = 60


@dataclass(frozen=True)
class Leans(RuleGroups):
    """The rules about the direction of a clause."""

    plan: tuple[PeriodRule, ...]
    sets: tuple[PeriodRule, ...]
    owed: tuple[PeriodRule, ...]

    def of_match(self, text: str, folded: str, match: Match) -> Lean | None:
        """The direction that the nearest verb of the clause gives; None where it has none."""
        start, end = _clause_around(text, match)
        if folded.startswith("desde", match.start) and _DONE.search(
            text, max(start, match.start - _DONE_REACH), match.start
        ):
            return "past"
        behind = _APART if _ends_subordinate(text, start, match) else 0

        def distance(found: re.Match[str]) -> int:
            before = found.end() <= match.start
            gap = (found.end(), match.start) if before else (match.end, found.start())
            apart = _APART if _NEXT_CLAUSE.search(text, *gap) else 0
            return max(gap[1] - gap[0], 0) + apart + (0 if before else behind)

        ahead = [distance(m) for m in _FUTURE.finditer(text, start, end)]
        ahead += [distance(m) for rule in self.plan for m in rule.finditer(folded, start, end)]
        back = min(_PAST.finditer(text, start, end), key=distance, default=None)
        if ahead and (back is None or min(ahead) < distance(back)):
            return "near" if self._is_owed(folded, match) else "future"
        return None if back is None or self._sets(folded, back, match) else "past"

    def _sets(self, folded: str, verb: re.Match[str], match: Match) -> bool:
        """Whether a verb of the past only sets what may lie ahead: "prorrogó el apoyo | por el mes de octubre"."""
        return _OF_WHAT_IS_SET.match(folded, match.start) is not None and any(
            rule.pattern.search(folded, *verb.span()) for rule in self.sets
        )

    def _is_owed(self, folded: str, match: Match) -> bool:
        """Whether something is paid for the months, in arrears or ahead: "cobrarán los sueldos | de mayo"."""
        if "month" not in match.words or "day" in match.words:
            return False
        reach = max(0, match.start - _OWED_REACH)
        return any(rule.pattern.search(folded, reach, match.start) for rule in self.owed)


def _clause_around(text: str, match: Match) -> tuple[int, int]:
    """Where the clause of an expression begins and ends."""
    reach = max(0, match.start - _REACH)
    start = max((m.end() for m in _CLAUSE_END.finditer(text, reach, match.start)), default=reach)
    stop = _CLAUSE_END.search(text, match.end, match.end + _REACH)
    end = stop.start() if stop else min(len(text), match.end + _REACH)
    says_next = _SAYS_NEXT.search(text, match.end, end)
    return start, says_next.start() if says_next else end


def _ends_subordinate(text: str, start: int, match: Match) -> bool:
    """Whether a time ends a subordinate clause that has its verb, so that a verb behind is that of another clause.

    "Quienes recibieron su beca | en octubre | cobrarán".
    """
    opened = max((m.end() for m in _SUBORDINATE.finditer(text, start, match.start)), default=None)
    if opened is None or _PAUSE.search(text, opened, match.start) or _ALSO.search(text, opened, match.start):
        return False
    return any(verb.search(text, opened, match.start) for verb in (_PAST, _FUTURE))


def shared_leans(matches: list[Match], leans: list[Lean | None]) -> list[Lean | None]:
    """A month or day in a clause without a verb, a headline above all, leans as where the document next names it.

    Without a next place, as in the last one: a plan at the end of a release tells nothing of its headline.
    """
    shared: list[Lean | None] = []
    known: dict[tuple[str | None, str], Lean] = {}
    for backwards in (True, False):
        known.clear()
        run = list(zip(matches, shared or leans, strict=True))
        told = [_told_lean(match, lean, known) for match, lean in (reversed(run) if backwards else run)]
        shared = told[::-1] if backwards else told
    return shared


def _told_lean(match: Match, lean: Lean | None, known: dict[tuple[str | None, str], Lean]) -> Lean | None:
    """The lean of a date, or that of the same one where it was told, which ``known`` remembers."""
    month = match.words.get("month")
    if month is None:
        return lean
    date = match.words.get("day"), month
    if lean is not None:
        known[date] = lean
    return lean or known.get(date)
