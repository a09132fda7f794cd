"""Offices of persons ("la secretaria de Salud"): found with article and complement, and compared with one another."""

from __future__ import annotations

import functools
import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass

from extract.folding import fold
from extract.openers import Openers
from extract.patterns import Patterns
from extract.rules import PersonRule, phrase_regex

UPPER, LOWER = "A-ZÁÉÍÓÚÑÜÀÈÒÇ", "a-záéíóúñüàèòç"
WORD = rf"[{UPPER}][{LOWER}]+(?:[{UPPER}][{LOWER}]+)*(?:[-'’][{UPPER}]?[{LOWER}]+)*|[{UPPER}]['’][{UPPER}][{LOWER}]+"
PARTICLE = r"(?:[Dd]e[^\S\n]+(?:[Ll]as?|[Ll]os)|[Dd]el?|da|dos|von|van)"
#: Parts of a name stand on one line or across one line end, never across an empty line.
GAP = r"[^\S\n]*(?:\n[^\S\n]*)?(?<=\s)"
#: Given names that are usually shortened: María, Francisco, Guadalupe; "J. Jesús".
SHORTENED = rf"(?:Ma|Mª|Fco|Gpe|J)\.?(?={GAP}(?:(?:de|del)\s+(?:l[ao]s?\s+)?)?[{UPPER}][{LOWER}])(?<=[.ª])"
#: Capitalized words in a row, particles and initials between them.
CAPITALS = (
    rf"(?<!\w)(?:{SHORTENED}|(?:{WORD})(?!\w))"
    rf"(?:{GAP}(?:{PARTICLE}{GAP}(?:{WORD})(?!\w)|(?:{WORD})(?!\w)|[{UPPER}]\.(?!\w)))*"
)

_ARTICLE = re.compile(
    r"(?<!\w)(?:(el|la|su|nuestr[oa]|este|esta|dich[oa])|(al|del))\s+"
    r"(?:(?:propi[oa]|también|actual|nuev[oa]|entonces|ahora|hoy|mism[oa]|citad[oa]|señora?|ciudadan[oa]|C\.|alt[oa]|máxim[oa]|principal|flamante|primer[oa]?|segund[oa]|tercer[oa]?|cuart[oa]|quint[oa]|sext[oa])\s+)*$",
    re.IGNORECASE,
)
#: A further office of who was named before: "Eva Sol, alcaldesa … La también | presidenta del DIF dijo" (NGLE 12.9).
_FURTHER = re.compile(r"\stambién\s", re.IGNORECASE)
_WHO_WAS_NAMED = ("vague", "any")
_PRESIDENT = re.compile(r"(?:\w+\s+){0,2}president[ea](?!\w)", re.IGNORECASE)
_COMPLEMENT = re.compile(
    rf"(?:\s+(?:del?|para)\s+(?:(?:las?|los|el|est[ea]|dich[oa])\s+)?(?:{CAPITALS}|[{UPPER}]{{2,}}\w*|"
    rf"[{LOWER}]+(?:\s+[{LOWER}]+(?:al|les|ica|ico|icas|icos|aria|ario)(?!\w))?)"
    rf"(?:(?:,\s+(?:(?:las?|los|el)\s+)?(?:{WORD}))*\s+[ye]\s+(?:de\s+)?(?:las?\s+|los\s+|el\s+)?(?:{CAPITALS}))?"
    rf"|\s+en\s+(?:{CAPITALS})|\s*\([^()\n]{{2,60}}\))*"
)
_BETWEEN_TOKEN = re.compile(r"\n\s*\n|\([^)]*\)|[^\s\w()]|[\w'’-]+")
#: Between two capitals of a complement only: "Atención a la Mujer", "Igualdad entre Mujeres y Hombres".
_INSIDE_COMPLEMENT = frozenset({"a", "al", "contra", "con", "por", "sobre", "entre"})
_QUOTES = frozenset("\"“”«»'‘’")
_OPENS_COMPLEMENT = frozenset({"de", "del", "para", "en", "y", "e"})
#: What the body belongs to, behind a comma: "el director del Organismo Norte, de Conagua, Luis Paz".
_BELONGS = frozenset({"de", "del"})
_ARTICLES = frozenset({"la", "las", "los", "el", "esta", "este", "dicha", "dicho"})
_ADJECTIVE = re.compile(
    r"\w+(?:al|ales|ic[oa]s?|ari[oa]s?|iv[oa]s?|an[oa]s?|enses?|eñ[oa]|in[oa]|ec[oa]|és|esa)$|(?:norte|sur|este|oeste|oriente|poniente|centro)$"
)
#: Words of a complement that tell no office from another.
_EMPTY = (
    _OPENS_COMPLEMENT
    | _ARTICLES
    | {
        "a",
        "municipal",
        "general",
        "cartera",
        "ramo",
        "dependencia",
        "institucion",
        "organismo",
        "entidad",
        "reparticion",
    }
    | {"paramunicipal", "despacho", "corporacion", "comuna", "area", "consistorio"}
)
#: A complement that points back at a body: "titular | de la dependencia".
_THE_BODY = re.compile(r"\s+(?:del?|de\s+(?:la|est[ea]|dich[oa]))\s+\w+\s*$", re.IGNORECASE)
#: What a government or an administration governs, by the words after it.
_LEVELS = (
    ("mayor", re.compile(r"\s+(?:municipal|local|comunal|distrital|capitalin[oa]|de\s+la\s+ciudad)", re.IGNORECASE)),
    (
        "governor",
        re.compile(
            r"\s+(?:estatal|provincial|regional|departamental|autonómic[oa]|del?\s+(?:la\s+provincia|estado))",
            re.IGNORECASE,
        ),
    ),
    ("president", re.compile(r"\s+(?:federal|nacional|de\s+la\s+república|central)", re.IGNORECASE)),
)
#: "el Instituto que dirige en la entidad Luis Paz".
_ON_THE_SPOT = re.compile(r"\sen\s+", re.IGNORECASE)
#: No office begins inside a word.
_NOT_INSIDE = re.compile(r"(?<!\w)")
#: Offices that head no single department.
_GOVERN = {"mayor", "governor", "president", "head"}
#: What tells an office from others: its rule, whom it may mean, its holder's gender, the words of its complement.
OfficeKey = tuple[str, tuple[str, ...], str | None, frozenset[str]]
#: A longer phrase between an office and its holder is no complement any more.
REACH = 160
#: A possessive points back at a body of its own sentence from so much further.
_SENTENCE = 240


@dataclass(slots=True)
class Office:
    """An office as mentioned.

    ``start`` includes the article, ``title_end`` excludes the complement; ``topic`` holds the complement's words,
    folded; ``stands_for`` the classes of holder that a general office word may point at. A ``vague`` word ("la
    autoridad", "la vecina") is a person only where it means somebody named before.
    """

    start: int
    end: int
    title_end: int
    rule: str
    stands_for: tuple[str, ...]
    gender: str | None
    article: bool
    vague: bool
    topic: frozenset[str] = frozenset()
    text: str = ""
    institution: str | None = None

    @property
    def kind(self) -> str:
        """The class of the office: mayor, secretary, director."""
        return self.rule.removeprefix("role.")

    def presides_like(self, other: Office) -> bool:
        """Whether both are called president, of whatever body: "el Presidente Luis Paz … El Presidente"."""
        return bool(_PRESIDENT.match(self.text) and _PRESIDENT.match(other.text))

    @property
    def key(self) -> OfficeKey:
        """Offices with the same key have the same holders."""
        return self.rule, self.stands_for, self.gender, self.topic


class OfficeIndex:
    """The offices of a text in order, looked up by where they end."""

    def __init__(self, text: str, offices: list[Office]) -> None:
        self.text, self.all = text, offices
        self._ends = [office.title_end for office in offices]

    def before(self, place: int) -> Office | None:
        """The office without complement right before a place: "el ministro | Sol"."""
        index = bisect_left(self._ends, place) - 1
        office = self.all[index] if index >= 0 else None
        return office if office and self.text[office.title_end : place].isspace() else None

    def leads_to(self, place: int) -> bool:
        """Whether an office with its complement reaches up to this place."""
        near = self._ends[bisect_left(self._ends, place - REACH) : bisect_right(self._ends, place)]
        return any(joins(self.text[end:place]) for end in near)


class OfficeGrammar:
    """The office rules of ``people.yml`` in the form that the finder uses."""

    def __init__(self, patterns: Patterns) -> None:
        rules = patterns.rules("people.yml", PersonRule)
        self.rules = [rule for rule in rules if rule.kind == "role"]
        self._openers = Openers((place, rule.expression) for place, rule in enumerate(self.rules))
        self.heads = {fold_name(k): v for r in rules if r.kind == "office" for k, v in r.words.items()}
        self.head_words = frozenset(self.heads)
        self.qualifier = union(rules, "qualifier")
        self.joint, self.profession = union(rules, "presided"), union(rules, "profession")
        bodies = "|".join(phrase_regex(word) for rule in rules if rule.kind == "office" for word in rule.words)
        self.body = re.compile(
            rf"(?<!\w)(?P<body>{bodies or '(?!)'})(?P<of>(?:\s+[^\s.,;:()]+){{0,9}})(?:\s*\([^()\n]*\))?$",
            re.IGNORECASE,
        )
        self.named_body = re.compile(rf"(?<!\w)(?i:{bodies or '(?!)'})(?:\s+(?:(?:{PARTICLE})\s+)?(?:{CAPITALS}))+")

    def find(self, text: str) -> list[Office]:
        """Offices in the singular, the longest reading at each place, with article and complement, in order."""
        offices: list[Office] = []
        end = 0
        places = self._openers.places(text)
        for start in (found.start() for found in _NOT_INSIDE.finditer(text)) if places is None else places:
            if start < end or not _NOT_INSIDE.match(text, start):
                continue
            readings = [
                (found.end(), -index)
                for index in self._openers.at(text, start)
                if (found := self.rules[index].pattern.match(text, start))
            ]
            if readings:
                end, index = max(readings)
                offices.append(self._office(text, start, end, self.rules[-index]))
        return offices

    def _office(self, text: str, start: int, title_end: int, rule: PersonRule) -> Office:
        qualifier = self.qualifier.match(text, title_end)
        end = qualifier.end() if qualifier else title_end
        article = _ARTICLE.search(text, max(0, start - 40), start)
        first = article.start() if article and article.group(1) else start
        gender = _gender(text[start:end], article)
        further = article is not None and _FURTHER.search(article[0]) is not None
        stands_for = _WHO_WAS_NAMED if further else rule.stands_for
        office = Office(first, end, end, rule.id, stands_for, gender, bool(article), "vague" in stands_for)
        self.read_complement(text, office, len(text))
        if further:
            office.topic = frozenset()  # it is not in the office before
        return office

    def _topic_before(self, text: str, place: int) -> frozenset[str]:
        """What the body named last is of: "la Secretaría de Obras. Su titular", "el titular de la dependencia"."""
        near = max(0, place - REACH)
        far = max(0, near - _SENTENCE)
        far = max(far, text.rfind("\n", far, near), text.rfind(". ", far, near))
        bodies = self.named_body.findall(text, near, place) or self.named_body.findall(text, far, place)
        return frozenset(fold_name(word) for word in re.findall(r"\w+", bodies[-1])) - _EMPTY if bodies else frozenset()

    def read_complement(self, text: str, office: Office, limit: int, named: bool = False) -> None:
        """Read what the office is of, up to ``limit``: "secretaria | de Salud", "titular | de la Comisión (CEA)".

        With ``named``, its holder stands beside it, and "de la dependencia" says what office it is.
        """
        match = _COMPLEMENT.match(text, office.title_end, limit)
        office.end = match.end() if match else office.title_end
        office.text = " ".join(text[office.start : office.end].split())
        complement = text[office.title_end : office.end]
        office.topic = frozenset(fold_name(w) for w in re.findall(r"\w+", complement)) - _EMPTY
        possessive = text[office.start : office.title_end].lower().startswith("su ")
        if not office.topic and (possessive or (named and _THE_BODY.match(complement))):
            office.topic = self._topic_before(text, office.start)
        body = re.sub(r"^\s+(?:del?|para)\s+(?:(?:las?|los|el)\s+)?|\s*\([^)]*\)", "", complement).split()
        if body and body[0][0].isupper() and (fold_name(body[0]) in self.heads or all(w.isupper() for w in body)):
            office.institution = " ".join(body)

    def presided(self, text: str, start: int) -> tuple[Office, ...]:
        """The offices of the person named at a place as head of a body: "el Gobierno Municipal que preside Luis Paz".

        Who presides is its president besides, whatever its head is called: "el Sistema DIF, que preside Ana Ruiz"; who
        heads it in one place may be its delegate there: "el Instituto, que dirige en la entidad Luis Paz".
        """
        joint = self.joint.search(text, max(0, start - REACH), start)
        body = self.body.search(text, max(0, start - REACH), joint.start()) if joint else None
        if joint is None or body is None:
            return ()
        kind, of = self.heads[fold_name(body["body"])], body["of"]
        if kind == "mandatary":
            kind = next((kind for kind, level in _LEVELS if level.match(of)), kind)
        further = ["chair"] if "presid" in joint[0].lower() else []
        if _ON_THE_SPOT.search(joint[0]):
            further.append("delegate")
        kinds = dict.fromkeys((kind, *further))
        topic = frozenset(fold_name(word) for word in re.findall(r"\w+", of)) - _EMPTY
        return tuple(self._headed(start, kind, topic) for kind in kinds)

    def _headed(self, start: int, kind: str, topic: frozenset[str]) -> Office:
        stands_for = next((rule.stands_for for rule in self.rules if rule.id == f"role.{kind}"), ())
        return Office(start, start, start, f"role.{kind}", stands_for, None, True, False, topic)

    def titled(self, text: str, start: int, end: int) -> tuple[Office, ...]:
        """The title of a person as an office, so that "el médico" may mean "la Dra. Ruiz"; a courtesy is none."""
        title = self.profession.search(text, start, end)
        return (Office(start, start, start, "role.title", (), None, True, False),) if title else ()

    def may_be(self, office: Office, held: Office) -> bool:
        """Whether ``office`` can point at the holder of ``held``: the classes agree, and so do the complements."""
        if held.vague and office.kind != held.kind:
            return False
        heads = {self.heads.get(word) for word in held.topic}
        general = "any" in office.stands_for or held.kind in office.stands_for or office.kind in held.stands_for
        if not (office.kind == held.kind or general or ("any" in held.stands_for and office.kind in heads)):
            return False
        ours, theirs = office.topic - self.head_words, held.topic - self.head_words
        if ours and not theirs and office.kind == "titular" and held.kind in _GOVERN:
            return False  # "su titular", after "la Secretaría de Obras", is not the mayor
        if not ours or not theirs or ours & theirs:
            return True
        # "la titular de la SHFP" for "secretaria de Honestidad y Función Pública": letters that the words begin with.
        acronym = next(iter(ours)) if len(ours) == 1 else ""
        return bool(acronym) and set(acronym) <= {w[0] for w in held.topic} and len(acronym) <= len(held.topic) + 2


@functools.lru_cache(maxsize=1 << 16)
def fold_name(word: str) -> str:
    """Lower case without accents; z as s, since both spell one surname (González, Gonzales)."""
    return fold(word).replace("z", "s")


def union(rules: tuple[PersonRule, ...], kind: str) -> re.Pattern[str]:
    """One expression for all rules of a kind; it matches nothing where there are none."""
    found = [rule.full_regex for rule in rules if rule.kind == kind]
    return re.compile("|".join(f"(?:{p})" for p in found) or "(?!)", re.IGNORECASE)


def _gender(title: str, article: re.Match[str] | None) -> str | None:
    if "autoridad" in title.lower():  # feminine whoever holds the office
        return None
    if article:
        word = (article.group(1) or article.group(2)).lower()
        if word in {"el", "al", "del", "este"}:
            return "m"
        if word.endswith("a"):
            return "f"
    return "f" if title.split(maxsplit=1)[0].lower().endswith(("a", "triz")) else None


def joins(between: str) -> bool:
    """Whether words between an office and a name can be the complement of the office: "de Obras Públicas, "."""
    before = "office"
    for word in _BETWEEN_TOKEN.findall(between):
        if word in _QUOTES:
            continue
        if (before == "name" and word in _INSIDE_COMPLEMENT) or (before == "inside" and word in _ARTICLES):
            kind = "inside"
        elif before == "," and word in _ARTICLES:
            kind = "article"  # of a further noun: "de las Culturas, las Artes y el Patrimonio"
        elif before in {"article", "inside"} and not word[0].isupper():
            return False
        elif word[0] == "(" or (word == "," and before != ","):
            kind = "," if word == "," else "name"
        elif word in (_ARTICLES if before == "opener" else _OPENS_COMPLEMENT) and (before != "," or word in _BELONGS):
            kind = "opener"
        elif word[0].isupper() or word[0].isdigit():
            kind = "name"
        elif word.isalpha() and (before == "opener" or (before != "," and _ADJECTIVE.match(word))):
            kind = "noun"
        else:
            return False
        before = kind
    return before not in {"opener", "article", "inside"}
