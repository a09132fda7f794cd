"""The grammar of Spanish proper names: how far a name runs after the noun that opens it.

A name of a body or a scheme is a noun with capitalized complements, tied by prepositions and "y": "Grupo Especializado
en Atención a la Violencia Intrafamiliar y de Género" (RAE, *Ortografía* 2010, ch. IV 4.2.4.2.7: the significant words
of an institution's name are capitalized, the links between them are not). The name ends before anything else: a verb,
a common noun, a person's name set beside it, another body.
"""

from __future__ import annotations

import re
from functools import lru_cache

from extract import money_signs
from extract.names.reading import Reading, Style
from extract.names.word_forms import is_abstract, is_count, is_exhortation, is_infinitive, is_relational
from extract.names.words import Token, fold, tokens_of
from extract.patterns import Patterns
from extract.rules import NameRule, PersonRule

_ARTICLES = frozenset({"la", "las", "el", "los"})
#: Articles that are written with a capital, as they open a place's name: "El Salvador", "La Victoria".
_OPENING_ARTICLES = frozenset({"El", "La", "Los", "Las"})
#: Who or what a quantifier says it of has an article: "de Todo el Estado", but "Agua para Todos".
_QUANTIFIERS = frozenset({"todo", "toda", "todos", "todas"})
_POSSESSIVES = frozenset({"tu", "tus", "su", "mi", "nuestra", "nuestro"})
#: Links that may tie any two parts of a name; a place's name has fewer of them.
_LINKS: dict[Style, frozenset[str]] = {
    "agency": frozenset({"de", "del", "do", "da", "para", "y", "e", "contra", "sobre", "por"}),
    "program": frozenset(
        {
            "de",
            "del",
            "para",
            "y",
            "e",
            "contra",
            "sobre",
            "hacia",
            "por",
            "sin",
            "con",
            "o",
            "u",
            "que",
            "es",
            "al",
            "te",
            "se",
            "nos",
            "no",
            "me",
            "más",
            # English, as in "Solve for Tomorrow":
            "for",
            "of",
            "the",
            "and",
            "to",
        }
    ),
    "place": frozenset({"de", "del"}),
}
#: Links that only follow certain words; the value is the kind of rule that lists those words.
_BOUND_LINKS = {"en": "takes_en", "a": "takes_a", "al": "takes_a", "con": "takes_con"}
#: The article and the preposition that Catalan writes with an apostrophe before a vowel or h.
_ELIDED = re.compile(r"[dl]['’][AEIOUHÀÈÉÍÒÓÚ]")
_ROMAN = re.compile(r"[IVXLl]{2,}")
#: The number that tells a school or hospital from the others of its name: "Hospital de Zona No. 6".
NUMBER = re.compile(
    r"\s+(?:n[úu]mero|(?:no|n[úu]m|nro)\.?|n\.?\s?[º°])\s?\d{1,4}(?![\d.,:%]*\d)"
    r"|(?<=emergencias)\s(?:112|911|066|061)(?=\s(?:del?|[a-záéíóú]+ó)\s|[.,])",  # the number that one calls
    re.IGNORECASE,
)
#: At most this many small words stand between two capitalized ones ("y de la").
_MAX_LINKS = 3
#: So much of a line before a name tells whether all its words have capitals, and the words that have to (characters).
_LINE_BEFORE, _SHORTEST_WORD = 80, 4
#: No name of a body is longer (characters); a guard against runs of capitals.
_LONGEST = 250


#: What an infinitive takes: an article, the preposition of its object or its complement.
_OBJECT_LINKS = _ARTICLES | {"a", "al", "en", "con", "por"}


def is_capitalized(word: str) -> bool:
    """Whether a word opens with a capital, as the significant words of a name do, also in Catalan: "d'Ocupació"."""
    return word[0].isupper() or _ELIDED.match(word) is not None


def is_acronym(word: str) -> bool:
    """Whether a word is written as an acronym: two capitals or more and no small letter."""
    return len(word) > 1 and word.isupper() and sum(c.isalpha() for c in word) > 1


class NameGrammar:
    """The grammar with the word lists of one pattern folder; make it once with :func:`grammar_of`."""

    def __init__(self, patterns: Patterns) -> None:
        self._words: dict[str, frozenset[str]] = {}
        # Two nouns that only an accent parts from the office that heads them.
        self._offices = frozenset({"secretaria", "subsecretaria"})
        rows = patterns.entities("agencies.csv")
        listed = {fold(name) for row in rows for name in (row.name, *row.aliases)}
        self._fixed = [
            rule.pattern for rule in patterns.rules("program_names.yml", NameRule) if rule.kind == "not_a_name"
        ]
        self.one_word_bodies = frozenset(name for name in listed if " " not in name)
        for file in ("agency_names.yml", "program_names.yml"):
            for rule in patterns.rules(file, NameRule):
                words = self._words.get(rule.kind, frozenset())
                self._words[rule.kind] = words | {fold(phrase) for phrase in rule.phrases}
        given = (rule for rule in patterns.rules("people.yml", PersonRule) if rule.kind.startswith("given."))
        self._words["given_name"] = frozenset(fold(form) for rule in given for form in rule.forms)
        self._heads = self.words("head") | self.words("weak_head")
        self._plain_heads = self.words("head") - self.words("weak_head") - self.words("bare_head")
        self._triggers = self.words("trigger") | self.words("naming_trigger")

    def words(self, kind: str) -> frozenset[str]:
        """The folded phrases of all rules of a kind."""
        return self._words.get(kind, frozenset())

    def opens_body(self, token: Token) -> bool:
        """Whether a word can open a body's name; "secretaria" without accent is the office, unless in capitals."""
        if token.folded in self._offices and "í" not in token.surface and not token.surface.isupper():
            return False
        return token.folded in self._heads

    def is_plain_head(self, word: str) -> bool:
        """Whether a folded word opens a body's name and hardly anything else ("instituto", not "centro")."""
        return word in self._plain_heads

    def extend(self, text: str, start: int, limit: int, head: str, style: Style = "agency") -> int:
        """The end of the name that goes on at ``start``.

        Parameters
        ----------
        text, start, limit:
            The text, the offset after what is read of the name so far, and the offset that it cannot pass.
        head:
            The last word of what is read so far; the word right after it may be a person's name ("Fundación Carlos …").
        style:
            What the name is of; a program allows more links than a body, a place fewer.

        Returns
        -------
        The offset after the last word of the name; ``start`` itself where the name does not go on.
        """
        tokens = tokens_of(text, start, min(limit, start + _LONGEST))
        state = Reading(text, tokens, start, head, style)
        while self._step(state):
            pass
        return state.end

    def _step(self, state: Reading) -> bool:
        """Read one more part of the name; False where there is none."""
        token = state.peek(0)
        if token is None:
            return False
        if state.style == "agency" and (number := NUMBER.match(state.text, state.end)):
            state.skip_to(number.end())
            return True
        if not state.touches(token):
            return style_lists(state.style) and self._read_list(state)
        if is_capitalized(token.surface) or token.surface[0].isdigit():
            return self._read_adjacent(state, token)
        return self._read_complement(state)

    def _read_adjacent(self, state: Reading, token: Token) -> bool:
        if token.surface[0].isdigit() and (
            state.style != "program" or (state.taken and is_count(state.text, token.start))
        ):
            return False
        beside_head = state.taken == 0 or state.previous.isupper()
        titled = fold(state.previous) in self.words("title_word") or state.previous in _OPENING_ARTICLES
        if self._begins_person(token) and not (beside_head or titled or state.person):
            return False
        if state.complemented and token.folded in self.words("headline_object"):
            return False  # "Avala Cabildo de Ríos | Presupuesto de Egresos"
        of_town = f"{fold(state.previous)} {token.folded}" in self.words("town_with_noun")
        if state.taken and fold(token.surface) in self.words("new_name") and not of_town:
            return False
        state.take(1)
        return True

    def _read_complement(self, state: Reading) -> bool:
        links: list[str] = []
        while len(links) < _MAX_LINKS:
            token = state.peek(len(links))
            if token is None or not state.joined(len(links)) or is_capitalized(token.surface):
                break
            if not token.surface[0].isalpha() and state.style != "program":
                return False
            if not self._may_link(state, links, token.folded):
                return False
            links.append(token.folded)
        target = state.peek(len(links))
        if not links or target is None or not state.joined(len(links)) or not self._may_follow(state, links, target):
            return False
        state.take(len(links) + 1, person=self._begins_person(target))
        state.complemented = True
        return True

    def _may_link(self, state: Reading, links: list[str], word: str) -> bool:
        program = state.style == "program"
        verb = program and not links and (is_infinitive(state.previous) or is_exhortation(state.previous))
        if verb and word in _OBJECT_LINKS:
            return True  # "Transformar el Campo", "Volver a Oír", "Échale la Mano"
        if word in _ARTICLES:
            return bool(links) and links[-1] not in _ARTICLES and links[-1] != "del"
        if word in _POSSESSIVES:
            return state.style == "program" and len(links) < 2
        if word == "un" and links == ["es"]:
            return state.style == "program"  # "La Vida es un Juego"
        if links and not (links[-1] in {"y", "e"} and word in {"de", "del", "para", "a", "al", "contra"}):
            return False
        if word in _LINKS[state.style]:
            return True
        listed = self.words(_BOUND_LINKS.get(word, ""))
        following = state.peek(len(links) + 1)
        if word in {"a", "por"} and following is not None and following.folded == fold(state.previous):
            return state.style == "program"  # "De Mujer a Mujer", "Casa por Casa"
        if program and word == "a" and following is not None and self._a_phrase(state, following):
            return True
        return fold(state.previous) in listed or (bool(links) and word in {"a", "al"}) or self._en_phrase(state, word)

    def _a_phrase(self, state: Reading, following: Token) -> bool:
        """Whether "a" opens what goes on with a scheme's name: a verb, what is yours, whom it is for."""
        if is_infinitive(following.surface):
            return True  # "Volvé a Estudiar": an infinitive takes no capital of its own
        yours = following.folded in _POSSESSIVES and is_capitalized(following.surface)  # "Impulsa a Tu Negocio"
        return yours or self._is_for(state, following)  # "Apoyo Emergente a Pescadores Ribereños"

    def _is_for(self, state: Reading, target: Token) -> bool:
        """Whether "a" and whom a scheme is for go on with its name, and do not tell who was given something.

        A capital on a common noun of people or communities makes it a word of the name, but in a headline that has all
        its words so; it has to be qualified, or stand behind a noun that takes "a" with its adjectives.
        """
        if not is_capitalized(target.surface) or not state.taken:
            return False
        if target.folded not in self.words("served") or _is_in_title_case(state.text, state.tokens[0].start):
            return False
        words = [token.folded for token in state.tokens[:3] if token.folded not in _LINKS["program"]]
        headed = not state.complemented and words[0] in self.words("takes_a")
        behind = state.peek(2)
        qualified = behind is not None and is_capitalized(behind.surface) and state.joined(2)
        return headed or qualified or fold(state.opening) == "fondo"

    def _en_phrase(self, state: Reading, word: str) -> bool:
        """Whether "en" opens a fixed phrase of schemes' names ("en Casa", "en Situación Vulnerable")."""
        following = state.peek(1)
        if word not in {"en", "con"} or following is None:
            return False
        if following.folded in _POSSESSIVES:
            return state.style == "program"
        noun = state.peek(2) if following.folded in _ARTICLES else following
        if word == "en" and state.style == "program" and noun is not None and self._is_field(noun):
            return True  # "Capacitación en Seguridad y Salud en el Trabajo"
        return is_capitalized(following.surface) and following.folded in self.words("phrase_noun")

    def _is_field(self, noun: Token) -> bool:
        """Whether a capitalized word is a noun for what a scheme is about, and no place's name."""
        if not is_capitalized(noun.surface) or noun.folded in self.words("placelike_noun"):
            return False
        return noun.folded in self.words("department_word") or is_abstract(noun.folded)

    def _may_follow(self, state: Reading, links: list[str], target: Token) -> bool:
        if _ROMAN.fullmatch(target.surface) and state.style != "program":
            return False
        if not is_capitalized(target.surface):
            return state.style == "program" and target.surface[0].isdigit() and links == ["de"]
        coordinated = links[0] in {"y", "e", "o", "u"}
        if target.folded in self.words("new_name"):
            return target.folded == "municipio" and links == ["del"]  # "Comisión de Agua del Municipio de Acapulco"
        if coordinated and len(links) > 1 and links[-1] in _ARTICLES | {"del"} and self.opens_body(target):
            return False  # "la Guardia Civil y de la Unidad Militar"
        if self._ends_before(state, links, target):
            return False
        if links[0] == "por" and state.style == "agency" and links[-1] not in _ARTICLES:
            return False  # "Instituto por la Paz", but "Secretaría de Salud por Ana …"
        if coordinated and state.style == "program" and target.folded in self._triggers:
            return any(pattern.match(state.text, target.start) for pattern in self._fixed)  # "Cuaresma y Semana Santa"
        if coordinated and (is_acronym(target.surface) or self._begins_person(target)):
            return False
        if coordinated and links[-1] in {"el", "la"} and target.folded in self.one_word_bodies:
            return False  # "… de Vivienda y el Infonavit"
        return not (target.folded == "gobierno" and links[-1] in {"del", "el"})

    def _ends_before(self, state: Reading, links: list[str], target: Token) -> bool:
        """Whether what follows is said of the name or stands beside it: a sum, a clause, its owner, another body."""
        if money_signs.open_sum(state.text, target.start):
            return True  # "Bono Escolar con Q300"
        behind = state.peek(len(links) + 1)
        if target.folded in _QUANTIFIERS and behind is not None and behind.surface in _ARTICLES:
            return True  # "Becas a Alumnos | de Todo el Estado"
        if links[0] == "que" and links[-1] in _ARTICLES:
            return True  # "operativo Noche Clara que la Guardia Civil desplegó"
        if links[0] in {"y", "e"} and links[-1] in _ARTICLES and self._is_second(state, target):
            return True
        return self._is_owner(state, links, target)

    def _is_second(self, state: Reading, target: Token) -> bool:
        """Whether what "y la" adds is a second thing beside the one named."""
        if target.folded in {"estado", "federacion"}:
            return True  # "con la Federación y el Estado"
        if state.style == "program" and target.folded in self.words("paired_trigger"):
            return True  # "Modalidad Huerto y la Vertiente Maíz"
        # "Policía Nacional y la Armada": "y la" adds to a complement, not to an adjective
        return not state.complemented and self._heads_body(state)

    def _heads_body(self, state: Reading) -> bool:
        """Whether what is read is a body's noun with adjectives: "Policía Nacional", not "Seremi Mujer"."""
        opening = fold(state.opening)
        body = opening in self._heads or opening in self.words("qualifier")
        return state.style == "agency" and body and is_relational(fold(state.previous))

    def _is_owner(self, state: Reading, links: list[str], target: Token) -> bool:
        """Whether a body follows a scheme's name that is set beside its noun: "plan Infocam de la Junta"."""
        if (
            state.style != "program"
            or not state.opening[:1].islower()
            or state.complemented
            or links not in (["del"], ["de", "la"])
        ):
            return False
        whole = state.taken > 1 or not (state.previous.endswith("s") or fold(state.previous) in self.words("qualifier"))
        return state.taken > 0 and whole and self.is_plain_head(target.folded)

    def _begins_person(self, token: Token) -> bool:
        return token.folded in self.words("given_name")

    def _read_list(self, state: Reading) -> bool:
        """Read ", Urbano y Ambiental": a list inside a name is closed by "y" and has short parts."""
        match = _LIST.match(state.text, state.end)
        if match is None or (match["and"] in "ou" and state.style != "program"):
            return False
        items = [fold(word) for word in re.findall(r"\w+", match.group()) if word[0].isupper()]
        if state.style == "program" and any(fold(noun) in self._triggers for noun in _NOUN_WITH_NAME.findall(match[0])):
            return False  # "Beca Puente | , Ingreso Mujer y Techo Joven": schemes beside each other
        barred = self.words("given_name") | self.words("new_name")
        if re.search(r"(?:,|\by)\s+(?:la|el|los|las)\s", match.group()):
            barred |= self.words("head") | self.words("weak_head")  # "…, la Cruz Roja y el Hospital General"
        if any(item in barred or self.is_plain_head(item) for item in items) or any(
            is_acronym(w) for w in re.findall(r"\w+", match.group())
        ):
            return False
        state.skip_to(match.end())
        return True


_CAPITAL = r"[A-ZÁÉÍÓÚÑÜ][\wáéíóúñü]+"
_PART = rf"{_CAPITAL}(?:\s+{_CAPITAL})?(?:\s+(?:de|del|de\s+la|de\s+los|de\s+las)\s+{_CAPITAL})?"
_LIST = re.compile(
    rf"(?:,\s+(?:(?:la|el|los|las)\s+)?{_PART}){{1,4}}\s+(?P<and>[yeou])\s+(?:(?:de|del|la|el|los|las|de\s+la)\s+)?{_CAPITAL}"
)

#: The noun of a part of a list that has a name of its own beside it.
_NOUN_WITH_NAME = re.compile(rf"[,ye]\s({_CAPITAL})\s{_CAPITAL}")


def _is_in_title_case(text: str, place: int) -> bool:
    """Whether the words before a place in its line all have capitals, as headlines write them in some releases."""
    line = text[max(text.rfind("\n", 0, place), place - _LINE_BEFORE) + 1 : place]
    words = [word for word in line.split() if len(word) >= _SHORTEST_WORD and word != "para"]
    return len(words) > 1 and all(not word[0].islower() for word in words)


def style_lists(style: Style) -> bool:
    """Whether names of this style may hold a list with commas."""
    return style != "place"


@lru_cache(maxsize=8)
def grammar_of(patterns: Patterns) -> NameGrammar:
    """The grammar of a pattern folder, made once."""
    return NameGrammar(patterns)
