"""The name of a place as datelines write it, and releases that open with a place and no day."""

from __future__ import annotations

import re
from functools import cache

from extract.folding import fold
from extract.patterns import shipped
from extract.rules import Convention
from extract.sentences import is_abbreviation

_MOST_WORDS = 12
_LOWER_IN_PLACE = {"de", "del", "la", "las", "los", "el", "y", "e", "da", "do", "dos", "das"}
#: First words of places that are also articles; alone they name nothing.
_ARTICLES = {"el", "la", "los", "las"}
#: Words that open a sentence, a headline or a heading, and no place.
_NO_PLACE = re.compile(
    r"(?:en|est[ea]|desde|hoy|ayer|durante|del|al|para|con|por|a(?! coruña)|una?|gran(?! canaria)|segun|tras|hasta"
    r"|fecha|dia|feria|semana|festival|jornada|concierto|exposicion|torneo|carrera|desfile|encuentro|foro|congreso|curso|taller"
    r"|sesion|informe|convocatoria|agenda|cierre|apertura|inicio|evento|campaña)\b"
)
#: "San Pedro Garza García", "Dolores Hidalgo"; and what opens the name of a body or a sentence before a state.
_MOST_TOWN_WORDS = 5
_OPENS_OTHER = frozenset(
    {"la", "el", "los", "las", "de", "del", "que", "y", "gobierno", "secretaria", "ayuntamiento", "estado"}
)
#: Non-empty lines from the top that may open with a place.
_HEAD = 12
#: Who wrote or sent the release, in one line with the place: "Por Ana Ruiz / Papantla, Ver.", "Redacción | Lima".
BYLINE = (
    r"(?:Por:?[ \t]+[A-ZÁÉÍÓÚÑ][^\d\n/|.,:;!?]{3,40}?"
    r"|(?:Comunicado|Bolet[ií]n|Nota|Prensa|(?:De la )?[Rr]edacci[oó]n|Agencias?|Staff)(?: (?:de prensa|oficial))?)"
    r"[ \t]*[/|][ \t]*"
)
#: A place, a stop and a dash before a capital.
_PLACE_ALONE = re.compile(
    rf"[ \t*_>]*(?:{BYLINE})?"
    r"(?P<place>[A-ZÁÉÍÓÚÑ][^\d\n:;!?()\"“”-]{2,60}?)(?P<stop>\.)[*_ ]*[-–—]+[*_]*\s*(?=[\"“«¿¡]?[A-ZÁÉÍÓÚÑ])"
)
#: A paragraph goes on longer than this after the place that opens it.
_LEAST_PROSE = 60
#: Words that open a paragraph in the same way.
_NO_OPENING = re.compile(
    r"(?:notas?|objetivos?|requisitos|importante|avisos?|antecedentes|introduccion|resumen|conclusion(?:es)?|contexto|ejemplos?"
    r"|primer[oa]?|segund[oa]|tercer[oa]?|unic[oa]|articulo|capitulo|pregunta|respuesta|presentador[a]?|moderador[a]?"
    r"|(?:vice)?president[ea]|gobernador[a]?|alcalde(?:sa)?|secretari[oa]|ministr[oa]|director[a]?|sr|sra|dr|dra|lic|ing)\b"
)


def find_place(text: str) -> tuple[int, int, str] | None:
    r"""The place that opens a release without naming a day: "Mérida, Yucatán.- El alcalde".

    Parameters
    ----------
    text:
        The document's text, newlines as ``\n``.

    Returns
    -------
    Start and end of the place with the dash after it, and the place; None where no paragraph opens so, or where several
    do, as the speakers of a transcript and the words of a glossary.
    """
    lines = [match for match in re.finditer(r"[^\n]+", text) if match.group().strip()]
    opened = [(number, line, found) for number, line in enumerate(lines) if (found := _PLACE_ALONE.match(line.group()))]
    if len(opened) != 1 or opened[0][0] >= _HEAD:
        return None
    _, line, found = opened[0]
    place = with_stop(found["place"].strip(" *_"), found["stop"])
    prose = len(line.group()) - found.end() >= _LEAST_PROSE
    if not prose or not is_place(place) or len(_words(place)) > _MOST_WORDS // 2 or _NO_OPENING.match(fold(place)):
        return None
    return line.start() + found.start("place"), line.start() + len(found.group().rstrip()), place


def with_stop(place: str, after: str) -> str:
    """The point of a closing abbreviation belongs to the place: "Cancún, Q. R.", "Morelia, Mich."."""
    last = re.split(r"[\s,]+", place)[-1]
    short = "." in last or len(last) == 1 or (len(last) <= _LONGEST_SHORT and "," in place and "," in after)
    short = short or ("," in place and is_abbreviation(last))
    return f"{place}." if short and after.startswith(".") else place


#: An abbreviated state has no more letters than "Chih" or "Tamps".
_LONGEST_SHORT = 5


def is_place(place: str) -> bool:
    """Whether words can be the name of a place in a dateline: capitals, no figures, no word that opens a headline."""
    words = _words(place)
    if not words or len(words) > _MOST_WORDS or re.search(r"[\d!?¡¿:;\"“”«»]", place):
        return False
    if not words[0][0].isupper():
        return place.islower() and _is_known_in_small_letters(place)
    if _NO_PLACE.match(fold(place)) or (len(words) == 1 and fold(words[0]) in _ARTICLES):
        return False
    lower = uncapitalized(place)
    return (
        not lower
        or _has_state_in_small_letters(place)
        or (len(lower) == 1 and fold(words[lower[0] - 1]) in _LOWER_IN_PLACE and "," in place)
    )


@cache
def _known_places() -> frozenset[str]:
    """Countries, states and cities, as the number conventions list them."""
    rules = shipped().rules("conventions.yml", Convention)
    return frozenset(fold(name).rstrip(".") for rule in rules for name in rule.places)


def _has_state_in_small_letters(place: str) -> bool:
    """Whether all that lacks its capital is a known place behind a comma: "Morelia, michoacán"."""
    town, *parts = place.split(",")
    small = [part for part in parts if uncapitalized(part)]
    return not uncapitalized(town) and all(fold(part.strip()).rstrip(".") in _known_places() for part in small)


def _is_known_in_small_letters(place: str) -> bool:
    """Whether a place without any capital is one: a town before its state, or a known place alone.

    "guadalupe, nuevo león", "tepic"; but not "el martes", nor "la secretaría, nuevo león".
    """
    town, *parts = (fold(part.strip()).rstrip(".") for part in place.split(","))
    if _NO_PLACE.match(town) or any(word in _OPENS_OTHER for word in town.split(" ", 1)[:1]):
        return False
    known = _known_places()
    if not parts:
        return town in known
    return len(town.split()) <= _MOST_TOWN_WORDS and all(
        part in known or is_abbreviation(part) for part in parts if part
    )


def _words(place: str) -> list[str]:
    return re.findall(r"[^\W\d_][\w'’-]*", place)


def uncapitalized(place: str) -> list[int]:
    """Which words of a place lack the capital that a name has."""
    return [i for i, word in enumerate(_words(place)) if not word[0].isupper() and fold(word) not in _LOWER_IN_PLACE]
