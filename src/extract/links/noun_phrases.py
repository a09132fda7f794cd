"""The Spanish noun phrase over the model's tags: where it starts, its head, and how far it reaches.

A press release names what it counts with a noun, the adjectives around it and short complements with "de". The grammar
follows the *Nueva gramática de la lengua española* (§12, the noun phrase): prenominal adjectives, head, postnominal
adjectives and participles, apposition without a preposition ("autos sedán"), coordination, and complements.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from extract.links.parse import Token

NOMINAL = frozenset({"NOUN", "PROPN"})
_DE = frozenset({"de", "del"})
_AND = frozenset({"y", "e", "o", "u", "y/o"})
_ORDINALS = frozenset({"primer", "primera", "segundo", "segunda", "tercer", "tercera"})
#: Prepositions that open the complement of a noun of action: "apoyo a madres", "entrega de becas".
_GOVERNED = frozenset({"a", "al", "de", "del"})
#: Tokens that look like nouns to the model and open no noun phrase.
_NEVER_HEAD = frozenset(
    {
        "través",
        "parte",
        "etc",
        "entre",
        "respecto",
        "arriba",
        "abajo",
        "gracias",
        "va",
        "van",
        "frente",
        "rumbo",
        "pesar",
        "virtud",
        "razón",
        "vía",
        "junto",
    }
)
#: Words that the model takes for nouns or adjectives of the noun before them; they open what follows.
_NEVER_APPOSED = frozenset(
    {
        "gracias",
        "frente",
        "pie",
        "rumbo",
        "camino",
        "respecto",
        "vía",
        "junto",
        "juntos",
        "juntas",
        "solo",
        "solos",
        "solas",
        "mismo",
        "conforme",
        "acorde",
        "mediante",
        "durante",
        "además",
        "incluso",
        "incluidos",
        "incluidas",
        "excepto",
        "salvo",
        "según",
        "tanto",
        "luego",
        "después",
        "antes",
        "hoy",
        "ayer",
        "mañana",
    }
)
#: Prepositions that open a sentence with how or where it was, never with what is counted: "Por municipios, …".
_OPENING_CIRCUMSTANCES = frozenset(
    {"por", "según", "ante", "tras", "durante", "sin", "desde", "mediante", "hacia", "contra", "bajo", "entre"}
)
#: Adjectives that stand before their noun (NGLE 13.14).
_PRENOMINAL = frozenset(
    {"nuevos", "nuevas", "primeros", "primeras", "últimos", "últimas", "antiguos", "antiguas", "posibles"}
    | {"presuntos", "presuntas", "actuales", "futuros", "futuras", "pequeños", "pequeñas", "grandes", "jóvenes"}
)
#: Adjectives of size that are joined before their noun: "pequeños y medianos productores".
_SIZES = frozenset(
    {"micro", "micros", "grandes"} | {f"{stem}{end}" for stem in ("pequeñ", "median") for end in ("os", "as")}
)
#: Adjectives that the model takes for verbs behind a noun: "salarios mínimos".
_TAKEN_FOR_VERBS = frozenset({"mínimos", "mínimas"})
#: Foreign nouns that the model does not know, and that are written in the singular behind any number.
_FOREIGN = frozenset({"set", "kit", "stand", "spot"})
#: A dash without a space behind it opens an aside: "tractores -los primeros del año-".
_DASHES = "-–—"
#: Adjectives and nouns in apposition that are not whole without their complement: "privadas de la libertad".
_INCOMPLETE = re.compile(r"privad[oa]s?|carentes?|desprovist[oa]s?|v[íi]ctimas?|sobrevivientes?|hu[ée]rfan[oa]s")
#: What a rate is told by: "metales pesados por año" is no reduced clause.
_RATES = frozenset({"año", "mes", "día", "semana", "hora", "minuto", "segundo", "habitante", "hectárea", "persona"})
#: Prepositions whose complement closes a noun phrase that begins further left.
_CLOSING = frozenset({"contra", "sobre", "ante", "tras"})
#: "la entrega de una línea de crédito de 5 millones": what is introduced here is what has the price.
_INDEFINITE = frozenset({"un", "una", "unos", "unas"})
#: An infinitive without a pronoun behind it.
_INFINITIVE = re.compile(r"\w+[aeií]r")
#: How far, in tokens, the noun of a number stands to its left.
_REACH = 6
#: Nouns that begin alike this far are the two genders of one.
_PAIR_STEM = 3
#: Nouns that name a type and take the type's name bare: "camionetas tipo pick up".
_CLASSIFIERS = frozenset({"tipo", "marca", "modelo", "clase", "tamaño", "talla", "color"})
#: Nouns that stand behind the head and never are it: "salario base", "programa piloto".
#: How plurals end that the model may take for nouns behind a noun and that sort it ("personas migrantes"); another
#: plural there is a further object: "reciben 746 planteles cheques".
_SORTING = re.compile(
    r"\w+(?:[ai]d[oa]s|[ae]ntes|istas|ari[oa]s|er[oa]s|[aei]les|ares|ic[oa]s|ón[oa]s|iv[oa]s|os[oa]s|or[ea]s|an[oa]s|eñ[oa]s|bles"
    r"|enses|[ie]n[oa]s)|v[íi]ctimas|jef[ae]s|cabezas|testigos"
)
#: Plurals that are said and not counted: "19 lesionados y daños por 3 millones".
_UNCOUNTED = frozenset({"daños", "pérdidas", "destrozos", "molestias", "gastos", "bienes", "recursos"})
#: What a complement says of another number: "seis calles de igual número de colonias".
_SAME = frozenset({"igual", "mismo", "misma", "idéntico", "idéntica"})
_APPOSITIVES = frozenset({"base", "piloto", "clave", "tope", "límite", "semilla", "récord", "extra"})


@dataclass(frozen=True, slots=True)
class NounPhrase:
    """Token positions in a sentence: first token, head, end of the phrase with its complements (exclusive).

    ``head_end`` is the end of the head alone, or of the nouns coordinated with it.
    """

    start: int
    head: int
    head_end: int
    end: int


def is_participle(token: Token) -> bool:
    """A participle, whether the model calls it a verb or an adjective."""
    return token.pos_ in {"VERB", "ADJ"} and "Part" in token.morph.get("VerbForm", [])


def is_adjective(token: Token) -> bool:
    """An adjective or a participle used as one."""
    return token.pos_ == "ADJ" or is_participle(token)


def _number(token: Token) -> str | None:
    values = token.morph.get("Number", [])
    return str(values[0]) if values else None


def agrees(noun: Token, adjective: Token) -> bool:
    """Whether number and gender of the two do not contradict each other."""
    for feature in ("Number", "Gender"):
        one, other = noun.morph.get(feature, []), adjective.morph.get(feature, [])
        if one and other and one != other and noun.pos_ == "NOUN":
            return False
    return True


def read_noun_phrase(tokens: Sequence[Token], start: int, *, complements: int = 1) -> NounPhrase | None:
    """The noun phrase that begins at ``start``, or None where none does.

    Parameters
    ----------
    tokens:
        Tagged tokens of one sentence.
    start:
        Position of the first token after the number (or after "de").
    complements:
        How many "de" complements to take in.
    """
    head = _find_head(tokens, start)
    if head is None:
        return None
    core_end = _read_core(tokens, head)
    joined = _read_coordination(tokens, head, core_end)
    head_end = joined if joined > core_end else head + 1
    end = core_end = joined
    for _ in range(complements):
        extended = _read_complement(tokens, end)
        if extended == end:
            break
        end = extended
    return NounPhrase(start, head, head_end, end)


def _find_head(tokens: Sequence[Token], start: int) -> int | None:
    """The head after prenominal adjectives; an adjective alone stands for its noun ("los 15 beneficiados")."""
    if (joined := _behind_joined_sizes(tokens, start)) is not None:
        return joined
    position = start
    while position < len(tokens) and position < start + 3:
        token = tokens[position]
        if token.lower_ in _NEVER_HEAD or token.text[0] in _DASHES or not any(char.isalpha() for char in token.text):
            break
        if token.pos_ in NOMINAL or (position == start and _is_plural_homograph(token)):
            return position
        if not is_adjective(token):
            break
        position += 1
    if position > start + 1 and tokens[start].lower_ in _PRENOMINAL and agrees(tokens[start], tokens[start + 1]):
        return start + 1  # "nuevos inscritos": the second adjective is the noun (NGLE 13.4)
    return start if position > start else None


def _behind_joined_sizes(tokens: Sequence[Token], start: int) -> int | None:
    """Where the noun stands behind joined adjectives of size: "micro, pequeñas y medianas empresas".

    Behind these the model may take the noun itself for an adjective: "pequeños y medianos productores".
    """
    position = start
    while position + 1 < len(tokens) and tokens[position].lower_ in _SIZES:
        joint = tokens[position + 1]
        if joint.lower_ not in _AND and joint.text != ",":
            break
        position += 2
    named = position > start and position + 1 < len(tokens) and tokens[position].lower_ in _SIZES
    noun = tokens[position + 1] if named else None
    return position + 1 if noun is not None and (noun.pos_ in NOMINAL or is_adjective(noun)) else None


def _is_plural_homograph(token: Token) -> bool:
    """A noun that the model takes for a verb of the second person, which no release uses ("613 tomas"), or for none."""
    return token.lower_ in _FOREIGN or (
        token.pos_ == "VERB" and "2" in token.morph.get("Person", []) and token.lower_.endswith("s")
    )


def _read_core(tokens: Sequence[Token], head: int) -> int:
    """The end of the head with its adjectives and bare appositions."""
    position = head + 1
    while position < len(tokens):
        step = _step(tokens, head, position)
        if step == 0:
            break
        position += step
    return _read_adjective_list(tokens, head, position)


def _step(tokens: Sequence[Token], head: int, position: int) -> int:
    """How many tokens the head takes in next: an adjective, an adverb before one, a type name, an apposition."""
    token = tokens[position]
    if token.lower_ in _NEVER_APPOSED or token.text[0] in _DASHES:
        return 0
    if is_adjective(token) and agrees(tokens[head], token):
        return 0 if _opens_clause(tokens, position) else 1
    if position == head + 1 and token.lower_ in _TAKEN_FOR_VERBS:
        return 1
    if tokens[head].is_upper and token.is_upper and token.pos_ == "PROPN":
        return int(position == head + 1 and sorts(token.lower_))  # "ADULTOS MAYORES": in capitals all may be names
    if token.lower_.endswith("mente") and position + 1 < len(tokens) and is_adjective(tokens[position + 1]):
        return 1
    if tokens[head].pos_ != "NOUN":
        return 0
    if token.lower_ in _CLASSIFIERS:
        named = _read_name(tokens, position + 1, anything=True) - position
        return named if named > 1 else 0
    return int(position == head + 1 and token.pos_ == "NOUN" and token.is_alpha and _is_apposed(tokens, position))


def sorts(word: str) -> bool:
    """Whether a plural ends as words do that sort the noun before them: "migrantes", "autóctonos"."""
    return _SORTING.fullmatch(word) is not None


def _is_apposed(tokens: Sequence[Token], position: int) -> bool:
    """Whether a bare noun sorts the one before it: "autos sedán"; not "predios puerta a puerta", "familias cheques"."""
    word = tokens[position].lower_
    if _number(tokens[position]) == "Plur" and not sorts(word):
        return False
    again = tokens[position + 2].lower_ if position + 2 < len(tokens) else ""
    return again != word


def _opens_clause(tokens: Sequence[Token], position: int) -> bool:
    """Whether a participle begins a reduced clause: "elementos distribuidos en cinco zonas"."""
    following = tokens[position + 1].lower_ if position + 1 < len(tokens) else ""
    if following == "por" and position + 2 < len(tokens) and tokens[position + 2].lower_ in _RATES:
        return False
    return is_participle(tokens[position]) and following in {"en", "por", "a", "al", "con", "entre", "para", "desde"}


def _read_adjective_list(tokens: Sequence[Token], head: int, position: int) -> int:
    """Further adjectives of the same head after a comma or "y": "psicológicas, jurídicas y médicas"."""
    if position == head + 1 or not is_adjective(tokens[position - 1]):
        return position
    end, ahead = position, position
    while ahead + 1 < len(tokens) and (tokens[ahead].lower_ in _AND or tokens[ahead].text == ","):
        follower = tokens[ahead + 1]
        if not (is_adjective(follower) and agrees(tokens[head], follower)):
            break
        closes = tokens[ahead].lower_ in _AND
        ahead += 2
        if closes:
            return ahead
    return end


def _read_coordination(tokens: Sequence[Token], head: int, core_end: int) -> int:
    """Bare nouns coordinated with the head: "pláticas y talleres", "capacitaciones, talleres y pláticas"."""
    position, end = core_end, core_end
    while position + 1 < len(tokens):
        joint, follower = tokens[position], tokens[position + 1]
        if not (joint.lower_ in _AND or joint.text == ",") or follower.pos_ != "NOUN":
            break
        if _number(follower) != _number(tokens[head]) or follower.lower_ in _UNCOUNTED:
            break
        position = _read_core(tokens, position + 1)
        if joint.lower_ in _AND:
            return position
    return end


def _read_complement(tokens: Sequence[Token], position: int) -> int:
    """A short complement: "de" and a bare noun with its adjectives; a name says whose, not what, and is left out."""
    if position + 1 >= len(tokens) or tokens[position].lower_ != "de":
        return position
    start = position + 1
    if tokens[start].lower_ in _SAME:
        return position
    if _is_bare_infinitive(tokens, start):
        return start + 1  # "licencias de conducir"
    if start + 1 < len(tokens) and tokens[start].lower_ == "la" and _INCOMPLETE.fullmatch(tokens[position - 1].lower_):
        start += 1  # "personas privadas de la libertad"
    if tokens[start].lower_ in _ORDINALS and start + 1 < len(tokens):
        start += 1
    head = _find_head(tokens, start)
    if head is None or (head != start and not is_adjective(tokens[start])) or tokens[head].pos_ == "PROPN":
        return position
    return _read_joined_complement(tokens, position, head)


def _is_bare_infinitive(tokens: Sequence[Token], position: int) -> bool:
    """Whether an infinitive without an object says what a thing is for: "máquinas de coser"; not "de lavar ropa"."""
    token, following = tokens[position], tokens[position + 1] if position + 1 < len(tokens) else None
    if not _INFINITIVE.fullmatch(token.lower_) or "Inf" not in token.morph.get("VerbForm", []):
        return False
    return following is None or (following.pos_ in {"PUNCT", "CCONJ", "ADP"} and following.lower_ not in _GOVERNED)


def _read_joined_complement(tokens: Sequence[Token], position: int, head: int) -> int:
    """The end of a complement whose noun stands at ``head``, with a second one: "escolares de inicial y primaria".

    Where the second may as well begin something new ("becas de transporte y apoyo a madres"), neither is taken.
    """
    end = _read_core(tokens, head)
    if end + 1 < len(tokens) and end == head + 1 and tokens[end].lower_ == "de" and _is_stuff(tokens, head):
        inner = end + 1
        if _is_stuff(tokens, inner) and tokens[inner].lower_ not in _SAME:
            end = _read_core(tokens, inner)  # "lámparas de vapor de sodio"
    joint = _behind_members(tokens, head, end)
    if joint + 1 >= len(tokens) or tokens[joint].lower_ not in _AND:
        return end
    follower = tokens[joint + 1]
    if joint > end and _is_stuff(tokens, joint + 1) and not _is_governing(tokens, joint + 2):
        return joint + 2  # in lower case the model's names are none: "uva y espárrago"
    if follower.pos_ == "PROPN":
        return position if joint == end else end
    if not (follower.pos_ == "NOUN" or is_adjective(follower)) or _number(follower) != _number(tokens[head]):
        return end
    second = _read_core(tokens, joint + 1)
    if _is_governing(tokens, second):
        return position if joint == end else end
    return second


def _is_governing(tokens: Sequence[Token], end: int) -> bool:
    return end < len(tokens) and tokens[end].lower_ in _GOVERNED


def _behind_members(tokens: Sequence[Token], head: int, end: int) -> int:
    """The position behind further members before the last, "talleres de pintura, música y danza"; else ``end``."""
    position = end
    while position + 1 < len(tokens) and tokens[position].text == "," and _is_stuff(tokens, position + 1):
        if not _is_stuff(tokens, head):
            return end
        position = _read_core(tokens, position + 1)
    return position if position < len(tokens) and tokens[position].lower_ in _AND else end


def _is_stuff(tokens: Sequence[Token], position: int) -> bool:
    """Whether a noun in the singular names a stuff or a kind and no single thing."""
    token = tokens[position]
    return token.pos_ in NOMINAL and token.text.islower() and _number(token) != "Plur"


def _read_name(tokens: Sequence[Token], position: int, *, anything: bool = False) -> int:
    """The end of a run of proper nouns; with ``anything`` its first token may be any word."""
    while position < len(tokens) and tokens[position].is_alpha and (tokens[position].pos_ == "PROPN" or anything):
        anything = False
        position += 1
    return position


def noun_before(tokens: Sequence[Token], position: int, *, nearest: bool = False) -> NounPhrase | None:
    """The noun phrase that ends just before ``position``: "inversión de recursos propios" before "por el orden de".

    Walks left over adjectives, appositions and "de" complements to the first noun of the chain, with ``nearest`` only
    as far as an article: of "la construcción de un muro" before "de 76 metros" it is the wall that has the length.
    """
    end = position
    head: int | None = None
    cursor = position - 1
    while cursor >= max(0, position - _REACH):
        token = tokens[cursor]
        if token.pos_ in NOMINAL and token.is_alpha:
            if head == cursor + 1 and token.pos_ == "PROPN" and tokens[head].pos_ == "NOUN":
                break  # "arranca Salomón Jara pavimentación de": a name before a bare noun is the subject
            if head is not None and head > cursor + 1 and is_adjective(tokens[head - 1]):
                break  # "en la capital oaxaqueña ocupación de": the adjective closes the phrase before
            head = cursor
            cursor -= 1
        elif is_adjective(token) or (token.lower_ in _DE and head is not None):
            cursor -= 1
        elif (
            _is_determined_complement(tokens, cursor, head) and not nearest and tokens[cursor].lower_ not in _INDEFINITE
        ):
            cursor -= 2
        else:
            break
    if head is None:
        return None
    if head > 0 and tokens[head - 1].lower_ in _CLOSING:
        return None  # "un seguro contra incendios de hasta 100 mil pesos": the noun is a complement of what is left
    if _is_behind_head(tokens, head):
        head -= 1
    determined = any(token.pos_ == "DET" for token in tokens[head:end])
    core_end = min(_read_core(tokens, head), end)
    start = _pair_start(tokens, head)
    return NounPhrase(start, head, head + 1, core_end if determined else end)


def _is_behind_head(tokens: Sequence[Token], position: int) -> bool:
    """Whether the model has taken the head for an adjective of this word: "salario base", "los usuarios puneños"."""
    if position == 0:
        return False
    noun, word = tokens[position - 1], tokens[position].lower_
    if word in _APPOSITIVES:
        return noun.pos_ in {"ADJ", *NOMINAL}
    sorting = (
        position > 1 and tokens[position - 2].pos_ == "DET" and sorts(word) and _number(tokens[position]) == "Plur"
    )
    return sorting and noun.pos_ == "ADJ" and noun.lower_ not in _PRENOMINAL


def _pair_start(tokens: Sequence[Token], head: int) -> int:
    """Where the other of two nouns for one group of people begins: "niñas y niños", "alumnas y alumnos"."""
    if head < 2 or tokens[head - 1].lower_ not in _AND:
        return head
    one, other = tokens[head - 2].lower_, tokens[head].lower_
    same_stem = len(one) > _PAIR_STEM and one[:_PAIR_STEM] == other[:_PAIR_STEM]
    return head - 2 if same_stem or {one, other} in ({"hombres", "mujeres"}, {"padres", "madres"}) else head


def _is_determined_complement(tokens: Sequence[Token], cursor: int, head: int | None) -> bool:
    return tokens[cursor].pos_ == "DET" and head is not None and cursor > 0 and tokens[cursor - 1].lower_ in _DE


def plural_phrases(tokens: Sequence[Token], first: int, end: int, *, titled: bool = False) -> list[NounPhrase]:
    """The noun phrases with a plural common noun as head between two positions.

    Left out are complements of other phrases, and those that a preposition makes a circumstance ("por delitos", "en las
    oficinas"), unless it opens the sentence and so sets its topic ("En becas, 300"). A capital marks a name;
    with ``titled`` not on the first word.
    """
    phrases: list[NounPhrase] = []
    position = first
    while position < end:
        token = tokens[position]
        inside_complement = (
            position > first and tokens[position - 1].lower_ in _DE and phrases and phrases[-1].end >= position - 1
        )
        common = token.pos_ == "NOUN" and (token.text[0].islower() or (titled and position == 0))
        if common and _number(token) == "Plur" and not inside_complement:
            phrase = read_noun_phrase(tokens, position)
            if phrase is not None:
                if not is_circumstance(tokens, position):
                    phrases.append(_cut(phrase, end))
                position = phrase.end
                continue
        position += 1
    return phrases


def _cut(phrase: NounPhrase, end: int) -> NounPhrase:
    return NounPhrase(phrase.start, phrase.head, min(phrase.head_end, end), min(phrase.end, end))


def is_circumstance(tokens: Sequence[Token], head: int) -> bool:
    """Whether a preposition makes the noun a circumstance: any but "de" and "a", "en" only with an article.

    At the head of the sentence, and "en" before a bare noun, it sets the topic: "en camas disponibles suman 251".
    """
    position = head - 1
    while position >= 0 and (tokens[position].pos_ in {"DET", "NUM"} or is_adjective(tokens[position])):
        position -= 1
    if position == 0 and tokens[0].lower_ in _OPENING_CIRCUMSTANCES:
        return True
    if position <= 0 or tokens[position].pos_ != "ADP" or tokens[position].lower_ in _GOVERNED:
        return False
    return tokens[position].lower_ != "en" or position < head - 1
