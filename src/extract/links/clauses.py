"""In whose clause a figure stands: whether a body beside it is the subject of its verb, or of another one.

"El banco, que dirige Ana Ruiz, refinanció 40 deudas", "los 30 equipos los dio el Estado"; and not "dio 30 becas y el
Estado puso el local".
"""

from __future__ import annotations

import re

from extract.links.places import Place, is_body
from extract.links.scope import Features
from extract.mentions import Quantity

_CLAUSE = re.compile(r"\b(?:que|donde|cuando|quien(?:es)?|cual(?:es)?|y se|y ha|así como|además)\b", re.IGNORECASE)
#: So long is what joins two clauses, and so far before a figure stands its verb, at most (characters).
_JOINT, _VERB_REACH = 60, 300
#: What stands between a subject and its verb: ", que dirige Ana Ruiz,", "fue el DIF el que".
_ASIDE = re.compile(r"^\s*(?:,[^,.;]{3,90},|(?:el|la)\s+que\b|quien\b)")
#: What joins a clause to the one before, or puts it into it where the figure is none of its objects ("a la que", "dijo
#: que"), and the article of its subject.
_NEXT_CLAUSE = re.compile(
    r"(?:[;:]|\b(?:y|e|pero|aunque|mientras(?:\s+que)?|en\s+tanto(?:\s+que)?|por\s+su\s+parte|\w+(?:ó|aron|ieron)\s+que"
    r"|(?:al?|del?|contra|ante)\s+(?:(?:el|la|los|las)\s+)?(?:que|quien(?:es)?|cual(?:es)?)))"
    r"\s*,?\s*(?:(?:el|la|los|las)\s+)?$"
)
#: A verb of the third person in the past or the future that is no passive with "se".
_PAST_OR_FUTURE = r"(?:\w{2,}(?:ó|aron|ieron|rá|rán)|\w*(?:puso|tuvo|hizo|dijo|trajo|dujo|dio|fue|fueron|vino)|ha|han)"
_OWN_VERB = re.compile(rf"(?<!\bse\s)\b{_PAST_OR_FUTURE}\b", re.IGNORECASE)
_NEXT_VERB = re.compile(
    rf"(?:,[^,.;]{{3,60}},)?\s*(?:(?:también|ya|se|no|le|les|lo|la|los|las)\s+)*{_PAST_OR_FUTURE}\b"
)
#: What is counted, a relative clause of it and the article of that clause's subject, before or behind the verb.
_RELATIVE = re.compile(
    rf"(?:\s+(?!y\b|\w+(?:ó|aron|ieron)\b)[^\s,;.:]+){{0,7}}?\s+que\s+(?:(?:ya|también|no)\s+)*"
    rf"(?:(?P<verb>(?:ha|han|había|habían)\s+\w+(?:[aií]do|to|cho)|{_PAST_OR_FUTURE})\s+)?(?:el|la|los|las)?\s*$"
)
#: Verbs of paying and giving in the present, with which a figure stands before its verb: "los $40 los pone el Estado".
_PAYS = (
    r"(?:pon|pagu?|aport|asum|financi|cubr|coste|sufrag|ejecut|inviert|entreg|don|otorg|aval|desembols|facilit|reparti?)"
    r"(?:a|e)n?"
)
#: What is counted goes before its verb and is taken up by a pronoun (NGLE 16.14), or is so in the next clause.
_TAKEN_UP = re.compile(
    r"(?:\s+(?!(?:y|e|el|la|los|las|que|mientras|de\s+l[oa]s)\b)[^\s,;.:]+){0,5}(?:,?\s+y)?\s+(?:lo|la|los|las)\s+"
    rf"(?:(?:ha|han|había|habían)\s+\w+(?:[aií]do|to|cho)|{_PAYS}|{_PAST_OR_FUTURE})"
    r"(?:\s+(?:íntegramente|totalmente|también|en\s+su\s+totalidad|por\s+entero))?\s+(?:(?:el|la|los|las)\s*)?$"
)


def is_subject(place: Place, gap: str) -> bool:
    """Whether a body is the subject of the only verb between it and the figure: "el banco refinanció 40 deudas"."""
    if "acts" not in place.features or not is_body(place.mention) or ";" in gap:
        return False
    own = _ASIDE.sub("", gap)
    return len(_OWN_VERB.findall(own)) <= 1 and not _CLAUSE.search(own)


def body_behind(text: str, quantity: Quantity, place: Place, gap: str) -> Features | None:
    """What a body behind a figure does in a clause of its own; None where nothing shows that it has one."""
    if _did_it(text, place, gap):
        return {"clause_same": 1.0, "no_comma_after": 1.0, "after_agent": 1.0}
    return {"clause_between": 1.0} if _has_clause_of_its_own(text, quantity, place, gap) else None


def _did_it(text: str, place: Place, gap: str) -> bool:
    """Whether a body is the subject of what is done to what is counted.

    In a relative clause ("30 becas que dio | que el Estado dio") or behind a pronoun for it ("los 30 los dio el DIF").
    """
    if len(gap) < _VERB_REACH and _TAKEN_UP.match(gap):
        return True
    relative = _RELATIVE.match(gap) if len(gap) < _VERB_REACH else None
    return relative is not None and bool(relative["verb"] or _NEXT_VERB.match(text, place.mention.end))


def _has_clause_of_its_own(text: str, quantity: Quantity, place: Place, gap: str) -> bool:
    """Whether a body behind a figure is the subject of a further clause: "dio 30 becas y el Estado puso el local".

    The figure's clause has its verb, and then the next one begins (NGLE 31.2): a mere comma may part an adjunct from
    its own clause, "con 30 becas, el Estado …", and is no sign of it.
    """
    if not _NEXT_CLAUSE.search(gap[-_JOINT:]) or not _NEXT_VERB.match(text, place.mention.end):
        return False
    first = max(place.sentence.start, quantity.start - _VERB_REACH)
    return _OWN_VERB.search(text, first, quantity.start) is not None


def between(place: Place, gap: str, before: bool) -> Features:
    """What parts a mention from the figure, besides the aside of a subject: nothing, a comma, a clause."""
    if "acts" in place.features and is_body(place.mention):
        gap = _ASIDE.sub("", gap)
    features: Features = {}
    if ";" not in gap:
        features["clause_same"] = 1.0
        if "," not in gap:
            features["no_comma_before" if before else "no_comma_after"] = 1.0
    if _CLAUSE.search(gap):
        features["clause_between"] = 1.0
    return features
