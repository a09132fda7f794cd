"""Attributions: what is said to be stated, by whom, and what is not."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.patterns import shipped
from extract.rules import SayingRule
from tests.marked_speech import attributions, speakers, unmarked

INDIRECT = [
    "El alcalde de Ríos, Luis Paz Gil, aseguró este lunes que hay {20|Luis Paz Gil} becas. También indicó que faltan {30|Luis Paz Gil}.",
    "La alcaldesa Ana Ruiz Soto entregó {90|} becas, donde destacó que se invirtieron {40|Ana Ruiz Soto} pesos.",
    "La alcaldesa Ana Ruiz Soto refrendó su apoyo, informando que hubo {70|Ana Ruiz Soto} consultas.",
    "La consejera Nerea Goñi Paz ha explicado que hay {50|Nerea Goñi Paz} plazas y ha avanzado que habrá {10|Nerea Goñi Paz} más.",
    "Con {8|Luis Paz Gil} obras en marcha, el gobernador Luis Paz Gil anunció la compra de {12|Luis Paz Gil} ambulancias.",
    "Al abrir el curso, la rectora Ana Ruiz Soto destacó la llegada de {30|Ana Ruiz Soto} docentes.",
    "El director Luis Paz Gil, acompañado por la regidora Eva Mar Sol, señaló que hay {9|Luis Paz Gil} pozos.",
    "Acudió la regidora Eva Mar Sol, quien explicó que hay {9|Eva Mar Sol} pozos.",
    "La Secretaría de Salud, a través de su titular, Luis Paz Gil, informó que hay {3|Luis Paz Gil} casos.",
    "La seremi Minvu, Ana Ruiz Soto, llegó. La seremi Minvu Ñuble indicó que cerraron {4|Ana Ruiz Soto} comercios.",
    "Ana Ruiz Soto, presidenta del Consejo, dijo que cerraron {4|Ana Ruiz Soto} comercios; además, lamentó la pérdida de {8|Ana Ruiz Soto} empleos.",
    "Precisa el alcalde Luis Paz Gil que hay {20|Luis Paz Gil} obras.",
    "La alcaldesa Ana Ruiz Soto dijo que hay {2|Ana Ruiz Soto} pozos, al tiempo que el síndico Luis Paz Gil aseguró que hay {5|Luis Paz Gil} más.",
    "El edil Luis Paz Gil informó que el Estado reportó {33|Luis Paz Gil} casos y {2|Luis Paz Gil} muertes.",
    "El secretario Luis Paz Gil habló.\n\nEn tanto, la directora Ana Ruiz Soto resaltó que hay {6|Ana Ruiz Soto} aulas.\n\nIndicó que faltan {2|Ana Ruiz Soto}.",
    "El alcalde Luis Paz Gil informó lo siguiente:\n\n- {200|Luis Paz Gil} becas\n- {30|Luis Paz Gil} obras\n\nLa feria recibió a {5|} personas.",
    # Words between the verb and its "que".
    "El síndico Luis Paz Gil habló. Detalló además que hay {9|Luis Paz Gil} pozos. Señaló, asimismo, que faltan {2|Luis Paz Gil}.",
    "La ministra Ana Ruiz Soto ha dicho, ante los medios, que hay {9|Ana Ruiz Soto} trenes.",
    # Infinitives and gerunds, also before their subject or with an unspoken one.
    "La alcaldesa Ana Ruiz Soto habló de agua, antes de anunciar que habrá {6|Ana Ruiz Soto} pozos.",
    "Tras recordar que hubo {6|Ana Ruiz Soto} incendios, la intendenta Ana Ruiz Soto pidió calma.",
    "El alcalde Luis Paz Gil abrió el parque. Destacando que costó {3|Luis Paz Gil} millones, cerró el acto.",
    "El alcalde Luis Paz Gil llegó tarde. Inauguró la feria, precisando que tiene {3|Luis Paz Gil} salas.",
    "La rectora Ana Ruiz Soto recomendó revisar las {3|Ana Ruiz Soto} guías.",
    "La rectora Ana Ruiz Soto recomendó a las {3|} maestras del año.",
    # The phrase before the subject is stated where it names means or a whole, not the company or the occasion.
    "De los {90|Luis Paz Gil} casos, el secretario Luis Paz Gil precisó que {2|Luis Paz Gil} son graves.",
    "Con la asistencia de {90|} vecinos, el edil Luis Paz Gil anunció {2|Luis Paz Gil} obras.",
    "Ante {90|} alumnos, la rectora Ana Ruiz Soto anunció {2|Ana Ruiz Soto} becas.",
    # Joint subjects: the first speaks; joined companions do not.
    "El alcalde Luis Paz Gil, la síndica Eva Mar Sol y el edil Raúl Vega anunciaron {3|Luis Paz Gil} obras.",
    "La alcaldesa Ana Ruiz Soto, con el síndico Luis Paz Gil y la regidora Eva Mar Sol, señaló que hay {2|Ana Ruiz Soto} obras.",
    "Eva Mar Sol, una de las madres, comentó que ahorró {300|Eva Mar Sol} soles.",
    # Headlines.
    "Anuncia alcalde {30|Luis Paz Gil} obras\n\nEl alcalde Luis Paz Gil abrió la calle.",
    "Baja {30|Luis Paz Gil}% el robo: alcalde\n\nEl alcalde Luis Paz Gil abrió la calle.",
    "Luis Paz Gil: habrá {30|Luis Paz Gil} obras\n\nEl alcalde Luis Paz Gil abrió la calle.",
    "Resultados\n\n- Luis Paz Gil: {30|} votos",
    # A body after its verb, or presided by a person; nouns that look like verbs; what others had told.
    "El director Luis Paz Gil acudió. Señaló la dependencia que hay {8|} vacantes.",
    "El municipio que preside Luis Paz Gil anunció {8|} plazas.",
    "El director Luis Paz Gil habló. A {8|} vecinos se les ha hecho saber que pagarán.",
    "La directora Ana Ruiz Soto constató que se colocan {40|} lámparas.",
    # The saying clause after or inside what is stated.
    "Viajaron {300|Eva Mar Sol}, según ha informado hoy, 7 de marzo de 2019, la concejala de Cultura, Eva Mar Sol.",
    "Viajaron {300|Eva Mar Sol}, informó hoy, viernes 7 de marzo, la directora Eva Mar Sol.",
    "Viajaron {300|}, informó hoy, viernes, el comité, y la directora Eva Mar Sol lo celebró.",
    "Llueve en {4|Luis Paz Gil} pueblos, informó ayer el director Luis Paz Gil, en la apertura de la sala, que tiene {9|Luis Paz Gil} sillas.",
    "Hay {4|Luis Paz Gil} pozos nuevos. Lo anterior lo informó el alcalde Luis Paz Gil.",
    "Se sembraron {20|Luis Paz Gil} árboles, explicó Luis Paz Gil, director de Parques.",
    "Con esta compra, destacó la alcaldesa Ana Ruiz Soto, ya son {15|Ana Ruiz Soto} patrullas.",
    "Según ha explicado la concejala Ana Ruiz Soto, {7|Ana Ruiz Soto} de cada diez vecinos reciclan.",
    "Hay {4|Luis Paz Gil} pozos nuevos. Así lo informó el alcalde Luis Paz Gil.",
    # A sentence without a speaker of its own, another body, nobody.
    "El alcalde Luis Paz Gil explicó que hay créditos. En esta ocasión se dieron {20|}.",
    "El Gobierno de Jalisco informó que hubo {400|} casos. Agregó que hay {20|} graves.",
    "El alcalde Luis Paz Gil abrió. La Dirección de Obras señaló que hay {9|} calles.",
    "El alcalde Luis Paz Gil abrió. Vecinos de la zona manifestaron que faltan {9|} lámparas.",
    "El alcalde Luis Paz Gil abrió. Desde la Secretaría de Obras estiman que serán {9|} meses.",
    "El alcalde Luis Paz Gil abrió. Se informó que hay {9|} calles.",
    "El alcalde Luis Paz Gil sostuvo una reunión con {20|} regidores.",
    "El alcalde Luis Paz Gil entregó {20|} becas y supervisó {3|} obras.",
    "El alcalde Luis Paz Gil abrió. La Tesorería mandará {40|} cartas dando a conocer la clave.",
]

QUOTES = [
    "“Vamos a dar {40|Eva Mar Sol} casas”, dijo Eva Mar Sol, gerenta del Instituto. “Faltan otras {12|Eva Mar Sol} para cerrar el año”, agregó.",
    'El alcalde Luis Paz Gil llegó. "Este año sumamos {14|Luis Paz Gil} camiones", remarcó. Y agregó: "Con {300|Luis Paz Gil} personas podemos crecer".',
    "«Pasamos de {100|Ana Ruiz Soto} a {200|Ana Ruiz Soto} plazas», ha asegurado la portavoz, Ana Ruiz Soto; «y seguiremos hasta llegar a las {500|Ana Ruiz Soto} en mayo».",
    "El delegado, Dr. Raúl Peña Mar, comentó: “Pusimos {300|Raúl Peña Mar} vacunas. Quedan {20|Raúl Peña Mar}. La meta es alta”. Acudieron {500|} personas.",
    'La alcaldesa Ana Ruiz Soto llegó.\n\n>_"Aquí se construye una red con {73|Ana Ruiz Soto} tomas para todos"_, indicó la edil.',
    "El alcalde Luis Paz Gil llegó.\n\n“Para ello se gastaron {982|Luis Paz Gil} pesos en la calle, con lo que mejora el paso indicó el alcalde.\n\nHubo {3|} cortes.",
    "Luis Paz Gil: «Crearemos {30|Luis Paz Gil} plazas»\n\nEl alcalde Luis Paz Gil abrió la calle.",
    "El alcalde Luis Paz Gil dijo que llovió. Y cerró: “Vamos por {50|Luis Paz Gil} más”.",
    "“Tenemos {200|Raúl Vega Mar} agentes nuevos.\n\n“Y compraremos {50|Raúl Vega Mar} patrullas”, dijo el comisario Raúl Vega Mar.",
    "La alcaldesa Ana Ruiz Soto dio gracias al personal, quienes “no se cansan ni descansan en {30|Ana Ruiz Soto} días”.",
    "El alcalde Luis Paz Gil abrió el bazar “Mujeres que crean”, con {300|} puestos.",
    "El alcalde Luis Paz Gil llegó. La zona sigue en “rojo” y suma {300|} casos.",
    "“Hay {20|} camas libres en todo el hospital”, informó la dependencia.",
]

SOURCES = [
    "Según el ministro Luis Paz Gil, el gasto subió {3|Luis Paz Gil}%.",
    "De acuerdo con la directora del Instituto, Ana Ruiz Soto, hubo {300|Ana Ruiz Soto} denuncias.",
    "En palabras del rector Luis Paz Gil, la matrícula creció {12|Luis Paz Gil}%.",
    "El alcalde Luis Paz Gil abrió. De acuerdo con el INEGI, hubo {300|} denuncias.",
    "El alcalde Luis Paz Gil abrió. Según lo previsto, habrá {300|} puestos.",
]


@pytest.mark.parametrize("marked", INDIRECT + QUOTES + SOURCES)
def test_speaker_of_each_figure(marked: str) -> None:
    text, expected = unmarked(marked)
    assert speakers(text, expected) == expected


@pytest.mark.parametrize(
    ("text", "how", "rule"),
    [
        ("“Vamos a dar cuarenta casas”, dijo Eva Mar Sol.", "quote", "say.decir"),
        ("Eva Mar Sol dijo que hay casas.", "verb", "say.decir"),
        ("Según la directora Eva Mar Sol, hay casas.", "source", "source.person"),
    ],
)
def test_how_and_rule(text: str, how: str, rule: str) -> None:
    (attribution,) = attributions(text)
    assert (attribution.speaker, attribution.how, attribution.rule) == ("Eva Mar Sol", how, rule)


def test_an_unnamed_holder_speaks() -> None:
    (attribution,) = attributions("El vocero dijo que hay veinte casos.")
    assert attribution.speaker is None
    assert attribution.surface == " que hay veinte casos."


def test_every_rule_holds_on_its_examples() -> None:
    rules = shipped().rules("saying.yml", SayingRule)
    assert [complaint for rule in rules for complaint in rule.complaints()] == []
    assert {len(rule.forms) for rule in rules if rule.kind == "verb"} == {9}


PIECES = [
    "Ana Ruiz Soto",
    "el alcalde",
    "dijo",
    "que hay 20,",
    "“",
    "”",
    '"',
    "informó:",
    "según",
    ".",
    "\n\n",
    "- diez",
    "y agregó",
]


@given(st.lists(st.sampled_from(PIECES), max_size=16).map(" ".join))
def test_attributions_hold_in_the_text(text: str) -> None:
    found = attributions(text)
    assert all(text[a.start : a.end] == a.surface and a.surface for a in found)
    assert all(one.end <= two.start for one, two in pairwise(found))


@pytest.mark.parametrize(
    "marked",
    [
        "El secretario Luis Paz Gil informó que llegaron {30|Luis Paz Gil}. Para San Blas, precisó que fueron {12|Luis Paz Gil}.",
        "El secretario Luis Paz Gil informó que llegaron {30|Luis Paz Gil}. En Santa Lucía, detalló que fueron {12|Luis Paz Gil}.",
        "El ministro Luis Paz Gil ha asegurado que el objetivo es “seguir en este camino. Hablamos de {310|Luis Paz Gil} escuelas”.",
        "El ministro Luis Paz Gil visitó el mercado “La Flor de los Pobres de Asís”. Son {310|} puestos.",
    ],
)
def test_adverbials_before_the_verb_and_quotations_inside_what_is_told(marked: str) -> None:
    text, expected = unmarked(marked)
    assert speakers(text, expected) == expected
