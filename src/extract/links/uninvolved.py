"""Bodies that are named near a figure and have no part in it.

Whom a complaint is against, who is only talked to, in whose hall others meet, what something was done in spite of. And,
where another body is named that acts: who only receives or votes, what people join, whose bank card is the means, who
stands in for another.
"""

from __future__ import annotations

import re

from extract.links.cues import cues_of, stands_in
from extract.links.places import Place
from extract.mentions import Name
from extract.patterns import Patterns

#: The body that neither acts nor counts: complained of, talked to, a host, an obstacle, a judge of what is to come.
UNINVOLVED = "intro_uninvolved"
#: The body that is complained of, which hands this on to the next one: "96 quejas contra el Instituto y 40 contra …".
ACCUSED = "intro_accused"
#: The body that has no part where another one acts: "84 socios de la Asociación recibieron".
SERVED = "intro_served"
#: What is said of a body behind it begins so near (characters).
_REACH = 90
#: What joins a further body that is complained of: "96 contra la Policía, | 71 de la | Secretaría".
_ALSO_ACCUSED = re.compile(
    r"\s*(?:\([^)]{1,15}\))?(?:\s*[,;]|\s+y|,\s+y)\s+(?:(?:otr[oa]s\s+)?(?:\d[\d.,]*|[a-z]{2,10})\s+)?"
    r"(?:(?:en\s+)?contra\s+)?(?:del?|al?)?(?:\s+)?(?:(?:el|la|los|las)\s+)?"
)


def uninvolved(text: str, name: Name, first: int, last: Place | None, patterns: Patterns) -> str | None:
    """In which of these roles a body is named; None where it may have a part in the figures around it.

    Parameters
    ----------
    text, name:
        The document's text, and the mention of the body.
    first:
        From where on what stands before it is read.
    last:
        The body named before, if there is one.
    patterns:
        ``scope_cues.yml`` lists the words.
    """
    role = _Role(text, name, first, patterns)
    if role.is_served():
        return SERVED
    if last is not None and last.introduced == ACCUSED and _ALSO_ACCUSED.fullmatch(text, last.mention.end, name.start):
        return ACCUSED
    if role.is_behind("accused"):
        return ACCUSED
    return UNINVOLVED if role.is_uninvolved() else None


class _Role:
    """A body between what stands before and behind it."""

    def __init__(self, text: str, name: Name, first: int, patterns: Patterns) -> None:
        self._text, self._name, self._first, self._patterns = text, name, first, patterns
        self._behind = text[name.end : name.end + _REACH]

    def is_behind(self, kind: str) -> bool:
        """Whether a cue of a kind stands right before the body."""
        cues = cues_of(self._patterns, kind)
        return any(stands_in(cue, self._text, self._first, self._name.start) for _, cue in cues)

    def is_served(self) -> bool:
        """Whether a body's members receive, or it is the row of a list, or lends its name to what another one does."""
        if self.is_behind("members_of"):
            return self._goes_on("receives")
        if self._is_called("group_name") and self._goes_on("given_in_row"):
            return True
        if self._is_called("bank_name") and self.is_behind("means_of"):
            return True
        return self.is_behind("aside") or self._goes_on("stands_in")

    def is_uninvolved(self) -> bool:
        """Whether a body is only talked to, judges later, is the host of others, or has hindered what was done."""
        if self.is_behind("no_part"):
            return True
        if self._is_called("host_name") and self.is_behind("hall_of"):
            return True
        return self._goes_on("hinders") and self.is_behind("hindrance_of")

    def _goes_on(self, kind: str) -> bool:
        return any(cue.pattern.match(self._behind) for _, cue in cues_of(self._patterns, kind))

    def _is_called(self, kind: str) -> bool:
        return any(cue.pattern.match(self._name.name) for _, cue in cues_of(self._patterns, kind))
