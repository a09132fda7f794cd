"""What points back to a program that a release has named: its acronym, its name again, "dicho programa"."""

from __future__ import annotations

import bisect
import re
from itertools import accumulate

from extract.mentions import Name
from extract.names.events import EVENT_DAY, SCENE_SCORE, is_scene
from extract.names.grammar import grammar_of
from extract.names.program_names import ACRONYM_AFTER
from extract.names.program_rules import program_mention, rules_of, words_of
from extract.names.shown_names import SHOWN
from extract.names.unannounced_names import UNANNOUNCED
from extract.names.weighed_names import WEIGHED
from extract.names.words import PhraseIndex, content, fold, tokens_of
from extract.patterns import Patterns

_ACRONYM_INSIDE = re.compile(r"\(\s*([^\W\d_][\w+-]{1,14})\s*\)$")
#: What follows a noun that names something new instead of pointing back.
_GOES_ON = re.compile(r"\s+(?:de|del|para)\b|\s+[A-ZÁÉÍÓÚÑ\"“«‘]")
_CLAUSE_MARK = re.compile(r"[.;:,]")
_SURNAME = re.compile(r"\s(?:de\s(?:la\s|los\s)?|del\s)?[A-ZÁÉÍÓÚÑ][a-záéíóúñ]")
_SCHEME_NOUNS = frozenset({
    "estrategia", "iniciativa", "plan", "campaña", "proyecto", "esquema", "intervencion", "apoyo", "ayuda", "medida",
    "convocatoria",
})  # fmt: skip
#: Nouns that can mean any program: the most general one, and those of a program's parts.
_ANY_PROGRAM = frozenset({"programa", "etapa", "fase", "edicion", "emision"})
#: What pays for a program and is not called one.
_FUND = "fondo"
_SMALL_SCORE = 0.6
#: What may stand between a noun and the name that it calls something by.
_NAMED = ("", " denominado", " llamado", " economico", " social", " municipal", " estatal")
_QUOTES = "\"“”«»‘’'_*"
#: "Agradeció el apoyo": help in general, whatever the schemes are called.
_THANKED = re.compile(r"\b(?:agrade\w+|gracias\s+por|reconoci[óo]|pidi[óo]|solicit[óo])\s+$", re.IGNORECASE)
#: How far before a demonstrative the sentence before may reach (characters), and what ends it.
_JUST_NAMED = 250
_STOP = re.compile(r"[.!?;](?=\s)")
#: How far before a name its own noun may stand (characters).
_NOUN_WINDOW = 40


def acronym_of(text: str, name: Name) -> re.Match[str] | None:
    """The acronym in brackets that a name is given with, as group 1."""
    defined = _ACRONYM_INSIDE.search(name.surface) or ACRONYM_AFTER.match(text, name.end)
    return defined if defined is not None and defined.group(1)[0].isupper() else None


def acronyms_of_programs(text: str, found: list[Name]) -> list[Name]:
    """Later uses of an acronym that a name was given with: "Programa … (PATEM)", then "PATEM"."""
    known: dict[str, str] = {}
    for name in found:
        defined = acronym_of(text, name)
        if defined is not None:
            known.setdefault(defined.group(1), name.name)
    uses = [token for token in tokens_of(text) if token.surface in known] if known else []
    return [
        program_mention(text, use.start, use.end, "program.acronym", known[use.surface], 0.95, "acronym")
        for use in uses
    ]


def named_again(text: str, found: list[Name], patterns: Patterns) -> list[Name]:
    """Further mentions of a name that was found once, in any case of letters."""
    repeated = [name for name in found if name.rule != EVENT_DAY]  # each mention of a day was weighed by itself
    known = {fold(name.name): name for name in sorted(repeated, key=lambda n: n.score)}
    index = PhraseIndex((name.name, name) for name in known.values())
    again = []
    for start, end, _, names in index.find(text):
        several_words = len(names[0].name.split()) > 1
        as_known = several_words or (text[start:end] == names[0].name and not begins_person(text, start, end, patterns))
        small = several_words and text[start:end].islower() and _may_be_small(names[0])
        if (text[start].isupper() and as_known) or small:
            score = min(names[0].score, SCENE_SCORE if is_scene(text, start, patterns) else 0.9)
            score = min(score, _SMALL_SCORE) if small else score
            again.append(program_mention(text, start, end, "program.again", names[0].name, score))
    return again


def _may_be_small(name: Name) -> bool:
    """Whether a name may come back in small letters: one that describes, its noun and a complement of its own.

    "Becas Municipales" is the release's "becas municipales"; "Todos con Luz" in small letters is a plain phrase.
    """
    return name.rule in {"program.plain", "program.listed"} and len(content(name.name)) > 1


def pointing_phrases(text: str, found: list[Name], patterns: Patterns) -> list[Name]:
    """Pointing phrases, each with the last program before it that its noun fits; "programa" fits any."""
    starts = [name.start for name in found]
    farthest_ends = list(accumulate((name.end for name in found), max))
    takers = _Takers(text, found, patterns)
    given = words_of(patterns, "given_thing")
    pointing = []
    for rule in rules_of(patterns, "anaphor"):
        for match in rule.finditer(text):
            demonstrative = fold(match.group()).startswith(("dich", "est", "es"))
            before = bisect.bisect_right(starts, match.end() + 2)
            part_of_name = before > 0 and farthest_ends[before - 1] > match.start()
            goes_on = _GOES_ON.match(text, match.end()) and not _is_bare(text, match.start(), patterns)
            thanked = fold(match["noun"]) in given and _THANKED.search(text, max(0, match.start() - 20), match.start())
            if part_of_name or thanked or (goes_on and not demonstrative):
                continue
            name = takers.last_before(match.start(), fold(match["noun"]))
            if name is None and demonstrative and fold(match["noun"]) in given:
                name = _just_named(text, found, starts, match.start())
            if name is not None:
                sure = 0.6 if match.group().split()[0].lower() in {"el", "la", "del", "al"} else 0.8
                pointing.append(program_mention(text, match.start(), match.end(), rule.id, name.name, sure, "anaphor"))
    return pointing


def _just_named(text: str, found: list[Name], starts: list[int], offset: int) -> Name | None:
    """The one program of the sentence before, which a demonstrative that opens the next takes up: "Esta ayuda …"."""
    near = found[bisect.bisect_left(starts, offset - _JUST_NAMED) : bisect.bisect_left(starts, offset)]
    alone = len({name.name for name in near}) == 1
    opens = alone and "\n" not in text[near[-1].end : offset] and len(_STOP.findall(text, near[-1].end, offset)) == 1
    return near[-1] if opens and text[max(0, offset - 3) : offset].rstrip()[-1:] in {".", "!", "?", ";"} else None


def _is_bare(text: str, start: int, patterns: Patterns) -> bool:
    """Whether a noun phrase only adds whose scheme it means: "el programa del Gobierno de Salta"."""
    return any(rule.pattern.match(text, start) for rule in rules_of(patterns, "bare_noun"))


def begins_person(text: str, start: int, end: int, patterns: Patterns) -> bool:
    """Whether a word is a given name and a surname follows it: "Aurora Díaz"."""
    given_name = fold(text[start:end]) in grammar_of(patterns).words("given_name")
    return given_name and _SURNAME.match(text, end) is not None


class _Takers:
    """Which programs a pointing noun can mean: "programa" can mean any, the others what is called so.

    A name that stood without a noun is called nothing: any noun for a scheme can mean it.
    """

    def __init__(self, text: str, found: list[Name], patterns: Patterns) -> None:
        self._text, self._found, self._given = text, found, words_of(patterns, "given_thing")
        self._called = [
            fold(f"{_CLAUSE_MARK.split(text[max(0, name.start - _NOUN_WINDOW) : name.start])[-1]} {name.surface}")
            for name in found
        ]
        unannounced = {name.name for name in found if name.rule in {UNANNOUNCED, WEIGHED, *SHOWN}}
        self._uncalled = [name.name in unannounced for name in found]
        self._by_noun: dict[str, list[Name]] = {}

    def _is_called(self, name: Name, called: str, noun: str) -> bool:
        """Whether a noun is said of a program; what it gives must open its name or stand right before it.

        "Los apoyos entregados con Mesa Llena" makes no later "el apoyo" mean Mesa Llena.
        """
        if noun not in self._given:
            return _singular(noun) in called
        return _opens(name, called, noun)

    def last_before(self, offset: int, noun: str) -> Name | None:
        """The last program before an offset that the noun can mean; none where a plural means several."""
        if noun not in self._by_noun:
            known = zip(self._found, self._called, self._uncalled, strict=True)
            self._by_noun[noun] = [
                name
                for name, called, uncalled in known
                if (
                    not _opens(name, called, _FUND)
                    if noun in _ANY_PROGRAM
                    else self._is_called(name, called, noun) or (uncalled and noun in _SCHEME_NOUNS)
                )
            ]
        fitting = self._by_noun[noun]
        at = bisect.bisect_right(fitting, offset, key=lambda name: name.end)
        if at == 0 or (noun.endswith("s") and self._are_together(fitting[max(0, at - 2) : at])):
            return None
        return fitting[at - 1]

    def _are_together(self, last: list[Name]) -> bool:
        """Whether a sentence names two schemes, which a plural takes up both: "Becas Sol y Becas Mar. Las becas …"."""
        two = len({name.name for name in last}) == len(last) > 1
        return two and _STOP.search(self._text, last[0].end, last[1].start) is None


def _opens(name: Name, called: str, noun: str) -> bool:
    """Whether a noun opens a program's name or stands right before it."""
    own = fold(name.surface).strip(_QUOTES)
    beside = called[: called.rfind(fold(name.surface))].rstrip(_QUOTES + " ")
    return own.startswith(noun) or any(beside.endswith(f"{noun}{tail}") for tail in _NAMED)


def _singular(noun: str) -> str:
    """A folded noun without its plural ending; its singular is part of both forms."""
    return noun.removesuffix("es") if noun.endswith(("ones", "ores")) else noun.removesuffix("s")
