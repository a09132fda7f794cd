"""Classes of the words of a Spanish noun phrase, and whether two of them agree.

The model's tags say most of it. Where they fail, on participles and on plurals that sort the noun before them, the
form of the verb or the ending decides. Words of closed classes are listed.
"""

from __future__ import annotations

import re

from extract.links.parse import Token

#: The tags of nouns.
NOMINAL = frozenset({"NOUN", "PROPN"})
#: What joins the members of a coordination.
COORDINATORS = frozenset({"y", "e", "o", "u", "y/o"})
#: What opens the complement of any noun.
DE = frozenset({"de", "del"})
#: Prepositions that open the complement of a noun of action: "apoyo a madres", "entrega de becas".
GOVERNED = frozenset({"a", "al", "de", "del"})
#: Adjectives that stand before their noun (NGLE 13.14).
PRENOMINAL = frozenset(
    {"nuevos", "nuevas", "primeros", "primeras", "últimos", "últimas", "antiguos", "antiguas", "posibles"}
    | {"presuntos", "presuntas", "actuales", "futuros", "futuras", "pequeños", "pequeñas", "grandes", "jóvenes"}
)
#: How plurals end that the model may take for nouns behind a noun and that sort it ("personas migrantes"); another
#: plural there is a further object: "reciben 746 planteles cheques".
_SORTING = re.compile(
    r"\w+(?:[ai]d[oa]s|[ae]ntes|istas|ari[oa]s|er[oa]s|[aei]les|ares|ic[oa]s|ón[oa]s|iv[oa]s|os[oa]s|or[ea]s|an[oa]s|eñ[oa]s|bles"
    r"|enses|[ie]n[oa]s)|v[íi]ctimas|jef[ae]s|cabezas|testigos"
)


def is_participle(token: Token) -> bool:
    """A participle, whether the model calls it a verb or an adjective."""
    return token.pos_ in {"VERB", "ADJ"} and "Part" in token.morph.get("VerbForm", [])


def is_adjective(token: Token) -> bool:
    """An adjective or a participle used as one."""
    return token.pos_ == "ADJ" or is_participle(token)


def number_of(token: Token) -> str | None:
    """The grammatical number of a word, where the model gives one."""
    values = token.morph.get("Number", [])
    return str(values[0]) if values else None


def agrees(noun: Token, adjective: Token) -> bool:
    """Whether number and gender of the two do not contradict each other."""
    for feature in ("Number", "Gender"):
        one, other = noun.morph.get(feature, []), adjective.morph.get(feature, [])
        if one and other and one != other and noun.pos_ == "NOUN":
            return False
    return True


def sorts(word: str) -> bool:
    """Whether a plural ends as words do that sort the noun before them: "migrantes", "autóctonos"."""
    return _SORTING.fullmatch(word) is not None
