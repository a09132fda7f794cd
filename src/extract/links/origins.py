"""What a thing that is still to come was bought, built or valued at: done, whatever the time of the verb beside it.

A participle that follows a comma or its noun is perfective: what it says was before the time of the verb (NGLE 27.8).
"""

from __future__ import annotations

import re

from extract.links.parse import ParsedSentence
from extract.mentions import Quantity

#: The participle is no further before its figure.
_REACH = 140
_GOT = r"(?:comprad|adquirid|construid|edificad|levantad|fabricad|confeccionad|importad|remodelad|rehabilitad)"
_VALUED = r"(?:a?valuad|valorad|tasad|cotizad|incautad|decomisad|donad|recaudad|entregad|concluid|terminad)"
_COST = r"[oa]s?\s+(?:[^\W\d]+\s+){0,3}?(?:por|con|en|mediante|a)\s+(?:[^\W\d]+\s+){0,4}\Z"
_MADE = re.compile(rf"\b{_GOT}{_COST}", re.IGNORECASE)
_MADE_ASIDE = re.compile(rf",\s+(?:{_GOT}|{_VALUED}){_COST}", re.IGNORECASE)
_CLOSES = re.compile(r"(?:[^,;.:]|\.(?=\d)){0,80},\s+(?:(?:ya|no|se|les?|también)\s+)*", re.IGNORECASE)
#: What is handed over or opened has been bought or built before.
_HANDS_OVER = re.compile(
    r"(?:(?:ser[áa]n?|van?|a)\s+)*(?:entreg|repart|distribu|inaugur|abr|reabr|estren|recib|don|asign|pon|arrib|lleg)\w*",
    re.IGNORECASE,
)
#: What is to be made has no cost yet: "la obra, valuada en 4 millones, iniciará".
_TO_BE_MADE = re.compile(
    r"(?:ser[áa]n?\s+)?(?:constru|edific|ejecut|inici|comenz|empez|arranc|licit|realiz|har[áa]|desarroll)\w*",
    re.IGNORECASE,
)


def tells_origin(sentence: ParsedSentence, quantity: Quantity, verb: int) -> bool:
    """Whether a figure tells how a thing was got, made or valued that a verb speaks of.

    Parameters
    ----------
    sentence:
        The parsed sentence that holds the quantity.
    quantity:
        The quantity: "entregará 12 camiones, comprados por | 4 millones", "La carga, valuada en | 4 millones, sería".
    verb:
        The position of the finite verb before it, or behind an aside that holds it.
    """
    surface, offset = sentence.sentence.surface, sentence.sentence.start
    start, end = quantity.start - offset, quantity.end - offset
    ahead, governs = surface[max(0, start - _REACH) : start], sentence.span(verb, verb + 1)[0] - offset
    if governs < start:
        return bool(_MADE.search(ahead) and _HANDS_OVER.match(surface, governs))
    aside = _MADE_ASIDE.search(ahead) and _CLOSES.fullmatch(surface, end, governs)
    return bool(aside) and not _TO_BE_MADE.match(surface, governs)
