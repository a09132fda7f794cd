"""Noun phrases over the model's tags: the phrase begins at the bar and is written as found."""

import pytest
import spacy

from extract.links.noun_phrases import is_circumstance, plural_phrases, read_noun_phrase
from extract.links.preceding_nouns import noun_before


@pytest.fixture(scope="module")
def tagger():
    return spacy.load("es_core_news_sm", exclude=["parser", "ner", "lemmatizer", "attribute_ruler"])


def tagged(tagger, marked):
    """The tokens of a text and the position of the token behind its bar."""
    left, right = marked.split("|")
    tokens = list(tagger(left + right))
    return tokens, sum(token.idx < len(left) for token in tokens)


def words(tokens, first, end):
    return " ".join(token.text for token in tokens[first:end])


@pytest.mark.parametrize(
    ("marked", "phrase"),
    [
        ("Entregaron 350 |becas de transporte a jóvenes.", "becas de transporte"),
        ("Entregaron 350 |sillas nuevas.", "sillas nuevas"),
        ("Dieron 350 |pláticas y talleres.", "pláticas y talleres"),
        ("Atienden a 350 |escolares de inicial y primaria, en zonas rurales.", "escolares de inicial y primaria"),
        # whose they are is no part of what they are
        ("Llegaron 350 |elementos de la Secretaría de Marina.", "elementos"),
        ("Abrieron 350 |lugares de Buen Comienzo.", "lugares"),
        # where the second noun may begin something new, the first is left alone
        ("Dieron 350 |becas de transporte y apoyo a madres.", "becas"),
        ("Repararon 350 |elementos distribuidos en cinco zonas.", "elementos"),
        # an adjective that needs its complement goes with it
        ("Incorporaron 350 |médicos procedentes de la capital.", "médicos"),
        ("Cubrieron 350 |puestos correspondientes a dos categorías.", "puestos"),
        ("Llegaron 350 |visitantes frecuentes de la capital.", "visitantes frecuentes"),
        # a plural sorts no stuff
        ("Compraron 350 |cabezas de ganado reproductoras de raza.", "cabezas de ganado"),
        ("Atienden a 350 |grupos de personas migrantes.", "grupos de personas migrantes"),
        # people named by what was done to them
        ("La medida alcanza a 350 |jubilados y pensionados y a los niños.", "jubilados y pensionados"),
        ("Vieron a 350 |vecinos y cansados volvieron.", "vecinos"),
        # letters in the plural and foreign nouns
        ("Participan 350 |ONGs de la sierra.", "ONGs"),
        ("Entregarán 350 |kits escolares.", "kits escolares"),
    ],
)
def test_the_phrase_after_a_number(tagger, marked, phrase):
    tokens, start = tagged(tagger, marked)
    found = read_noun_phrase(tokens, start)
    assert found is not None
    assert words(tokens, found.start, found.end) == phrase


@pytest.mark.parametrize("marked", ["Entregaron 350 |en la plaza.", "Son 350 |y crecen.", "Son 350 |través."])
def test_no_phrase_begins_here(tagger, marked):
    assert read_noun_phrase(*tagged(tagger, marked)) is None


@pytest.mark.parametrize(
    ("marked", "phrase"),
    [
        ("Anunciaron una inversión de recursos propios |de 350 pesos.", "inversión de recursos propios"),
        ("El programa es para niñas y niños |de 350 días.", "niñas y niños"),
        ("El salario base de cotización |fue de 350 pesos.", "salario base de cotización"),
        # only two names of one group are taken together
        ("Hay becas y apoyos |de 350 pesos.", "apoyos"),
    ],
)
def test_the_phrase_before_a_number(tagger, marked, phrase):
    tokens, end = tagged(tagger, marked)
    found = noun_before(tokens, end)
    assert found is not None
    assert words(tokens, found.start, found.end) == phrase


def test_the_complement_of_a_preposition_is_no_noun_of_the_number(tagger):
    assert noun_before(*tagged(tagger, "Compró un seguro contra incendios |de 350 pesos.")) is None


@pytest.mark.parametrize(
    ("text", "phrases"),
    [
        ("Repartieron libros en las escuelas por las tardes y", ["libros"]),
        ("En becas para la sierra y", ["becas"]),
        ("Repararon puentes de madera y canales", ["puentes de madera", "canales"]),
        ("Juan llegó a Mexicali y", []),
    ],
)
def test_plural_phrases_without_circumstances(tagger, text, phrases):
    tokens = list(tagger(text))
    assert [words(tokens, p.start, p.end) for p in plural_phrases(tokens, 0, len(tokens))] == phrases


@pytest.mark.parametrize(
    ("marked", "expected"),
    [("Llegó por |delitos.", True), ("Hay gente en las |oficinas.", True), ("La entrega de |becas.", False)],
)
def test_circumstances(tagger, marked, expected):
    assert is_circumstance(*tagged(tagger, marked)) is expected
