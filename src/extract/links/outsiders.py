"""Figures that are nobody's: what private persons and experts tell, an age, a law's penalty, a country's population.

"Rosa Epieyú, vecina de Aguas, contó que en su casa son cinco" is no institution's figure, however near a body stands.
"""

from __future__ import annotations

from extract.links.cues import AROUND, cues_of
from extract.links.layout import Layout
from extract.mentions import Quantity, Sentence
from extract.patterns import Patterns


def nobodys(layout: Layout, quantity: Quantity, home: Sentence, patterns: Patterns) -> list[str]:
    """What speaks for a figure's being no institution's, as features of "none".

    Parameters
    ----------
    layout, quantity, home:
        The document, the figure and its sentence.
    patterns:
        ``scope_cues.yml`` lists the words, and what private persons are called.
    """
    behind = layout.text[quantity.end : min(home.end, quantity.end + AROUND)]
    around = layout.text[max(home.start, quantity.start - AROUND) : quantity.end] + behind
    found = [kind for kind, cue in cues_of(patterns, "nobody_near_") if cue.search(around)]
    found += [kind for kind, cue in cues_of(patterns, "nobody_behind_") if cue.match(behind)]
    if _is_told_by_outsider(layout, quantity, patterns):
        found.append("outsider")
    return [f"none_{kind}" for kind in found]


def _is_told_by_outsider(layout: Layout, quantity: Quantity, patterns: Patterns) -> bool:
    """Whether somebody without an office states the figure: a private person, or one with a name alone."""
    said = layout.attribution_of(quantity)
    if said is None or said.speaker is None or layout.institutions_of(said.speaker):
        return False
    roles = [person.role for person in layout.mentions.people if person.name == said.speaker and person.role]
    return all(any(cue.search(role) for _, cue in cues_of(patterns, "private")) for role in roles)
