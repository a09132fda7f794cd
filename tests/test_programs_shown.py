from __future__ import annotations

import pytest

from extract.mentions import Name
from extract.names import find_programs
from extract.sentences import find_blocks, find_sentences


def read(text: str) -> list[Name]:
    blocks = find_blocks(text)
    return find_programs(text, blocks, find_sentences(text, blocks))


def names(text: str) -> list[str]:
    return [mention.name for mention in read(text) if mention.how != "anaphor"]


SHOWN = [
    # an apposition after the name, or before it
    ("Cien artesanas cobraron su Préstamo Sol, esquema con el que se paga sin aval.", ["Préstamo Sol"]),
    ("Diez familias entraron a Casa Alegre, programa que paga el techo.", ["Casa Alegre"]),
    ("Rondas Vivas, la estrategia alimentaria del pueblo, dio cien platos.", ["Rondas Vivas"]),
    ("Durante mayo, Aromas Rurales, intervención que conduce la región, reunió a cien.", ["Aromas Rurales"]),
    ("Ellas cobraron Procultivar, subsidio que se paga en marzo.", ["Procultivar"]),
    ("El segundo componente, Riego Parejo, inicia en mayo.", ["Riego Parejo"]),
    ("Loma Linda Recicla, que así se llama el programa, sumó mil hogares.", ["Loma Linda Recicla"]),
    ("El programa de vivienda denominado Raíces del Sur dio cien casas.", ["Raíces del Sur"]),
    # words that neither bodies nor persons nor places have
    ("Llegó la quinta fase de Loja Nos Abriga con cien frazadas.", ["Loja Nos Abriga"]),
    ("Se acercaron cien vecinos a los módulos de Simas Contigo.", ["Simas Contigo"]),
    ("Hay diez obras de Mi Riego IV en Oruro.", ["Mi Riego IV"]),
    ("En Mi Riego I y Mi Riego II hubo cien piletas.", ["Mi Riego I", "Mi Riego II"]),
    ("Ayer Sembrando Patria pagó cien jornales.", ["Sembrando Patria"]),
    # the means or the topic
    ("A la par, con Club Farol se cuida a cien niños.", ["Club Farol"]),
    ("Respecto a Tienditas Rurales, Pérez dijo que hay cien.", ["Tienditas Rurales"]),
    ("Con Unidos por la Salud, el Gobierno de Sonora aplicó mil vacunas.", ["Unidos por la Salud"]),
    # a list
    (
        "La oferta de créditos se completa con:\n\n- Mi Primer Taller: 41 negocios\n- Macrosol: 12, por 3 millones",
        ["Mi Primer Taller", "Macrosol"],
    ),
    ("Los programas Techo Firme, Piso Parejo y Cuarto Más dieron cien.", ["Techo Firme", "Piso Parejo", "Cuarto Más"]),
    (
        "Con los programas “Techo Firme”, “Piso Parejo” y “Cuarto Más” se dieron cien.",
        ["Techo Firme", "Piso Parejo", "Cuarto Más"],
    ),
    # an event with its name beside it, and words that only come back together
    ("El desfile La Luna es un Farol reunió a mil.", ["desfile La Luna es un Farol"]),
    ("Con motivo de la Noche de Velas llegaron mil.", ["Noche de Velas"]),
    ("Cien socias cobraron su Crédito de Vecina a Vecina ayer.", ["Crédito de Vecina a Vecina"]),
    ("La autoridad echó a andar Kupari Uarhi, esfuerzo editorial que da a cien niños su libro.", ["Kupari Uarhi"]),
    ("Participaron en la Feria del Libro cien lectores.", ["Feria del Libro"]),
    ("Al inaugurar la Feria del Libro contó cien puestos.", ["Feria del Libro"]),
    # quotes
    ("Ayer instaló sus carpas “Barrio Limpio en tu Cuadra”, con cien mesas.", ["Barrio Limpio en tu Cuadra"]),
    ("El Hospital Civil programó por conducto de “Nuestras Abuelas” cien cirugías.", ["Nuestras Abuelas"]),
    ("Arrancó “Pan Caliente” con cien hornos.", ["Pan Caliente"]),
    ("El alcalde lanzó “Pan Caliente”, con cien hornos.", ["Pan Caliente"]),
    ("Se sumaron 90 escuelas a “Pan Caliente”.", ["Pan Caliente"]),
    ("Sigue en las colonias “Pan Caliente”, con cien hornos.", ["Pan Caliente"]),
    ("“Pan Caliente” consiste en dar cien hornos.", ["Pan Caliente"]),
    # small letters
    ("Vuelve el cheque-libro. La ayuda llega a cien.", ["cheque-libro"]),
    ("El consejero anunció el bono-comedor para cien niños.", ["bono-comedor"]),
    ("Las obras son parte del plan mil calles, que va por diez.", ["plan mil calles"]),
    ("La edil repasó el plan invierno, que abrió cien camas.", ["plan invierno"]),
    ("El capítulo descansa en el programa respiro. Lo usan cien.", ["respiro"]),
    ("Se dio cuenta del plan especial de empleo agrario. Hubo cien contratos.", ["plan especial de empleo agrario"]),
    ("El Programa de Becas Escolares inicia. Pagan becas escolares a cien.", ["Becas Escolares", "Becas Escolares"]),
    # one programme, one name
    ("El Programa de Empleo Social “Vamos Loja” pagó. Vamos Loja pagará más.", ["Vamos Loja"] * 3),
    ("Cobran con recursos del Fortamun diez policías.", ["Fortamun"]),
]


@pytest.mark.parametrize(("text", "expected"), SHOWN)
def test_a_name_that_one_place_shows(text: str, expected: list[str]) -> None:
    assert names(text) == expected


NOT_SHOWN = [
    # departments, bodies, persons and places
    "En cuanto a Servicios Públicos, Pérez dijo que hay diez.",
    "Con Protección Civil se atendió a cien.",
    "Con Ana Ruiz se firmó un convenio.",
    "El titular del programa, Juan Prado, dijo que hay cien.",
    "La coordinadora de la estrategia, Ana Prado, entregó cien.",
    "Llegó a Peña Alta, municipio que tiene cien casas.",
    "Asistieron México y Estados Unidos con cien alcaldes.",
    "Rafael Nos Mateu entregó cien.",
    "El partido Vamos Juntos reunió a cien.",
    "El menor llamado Pedro Ruiz llegó.",
    "La maratón Juan Ruiz reunió a cien.",
    "Impulsa Ayuntamiento obras por cien mil.",
    "Hoy Pérez Prado llegó con cien. Orlando Prado también.",
    "Gracias a Peña Alta hubo cien.",
    "Abrió “Pan Caliente”, negocio de cien mesas.",
    "Le dicen “Pan Caliente” al árbitro de cien partidos.",
    "Detuvieron a “Pan Caliente” con cien dosis.",
    "El cantante lanzó “Pan Caliente” ante cien.",
    "Concluyó “Pan Caliente”, su exposición de cien cuadros.",
    "El grupo cantó “Solo en tu Ventana” ante cien.",
    "Montaron la obra “Algo en tu Mirada” con cien actores.",
    "Llegó un cheque-regalo de cien pesos.",
    "LA UNIDAD MÓVIL LLEGA A LA SIERRA DE LUNA\n\nHay cien.",
    # where somebody only speaks, and who invites
    "Al disertar en la Feria del Libro dijo que hay cien casos.",
    "En su ponencia en el Foro Nacional de Salud habló de cien casos.",
    "Entrevistado durante el Encuentro de Alcaldes, dijo que van cien.",
    "Invitado por Fondos Guanajuato, el director dio cien cifras.",
    "Fue ponente en el “Festival Luces” y contó cien casos.",
    # plans that guide
    "En línea con el Plan Municipal de Desarrollo se pusieron cien luces.",
    "Conforme al eje “Paz” del Plan Estatal de Desarrollo hubo cien rondas.",
    "Se modifica el Plan de Desarrollo “Unidos Somos Más”, con cien votos.",
    # towns and goods as labels
    "Los apoyos por municipio son:\n\n- Peña Alta: 41\n- Valle Hondo: 12",
    "Se entregó lo siguiente:\n\n- Semilla Mejorada: 41\n- Tubería: 12",
    # what every body has, adjectives and verbs
    "El plan de trabajo municipal sigue y el programa social, también.",
    "El programa avanza, y el plan continúa.",
    "Un plan de mejora de centros llegará.",
    "Vino a pasar la Noche Buena en familia.",
]


@pytest.mark.parametrize("text", NOT_SHOWN)
def test_what_shows_no_name(text: str) -> None:
    assert names(text) == []


def test_what_a_scheme_gives_and_its_stages_point_back() -> None:
    text = "Cien cobraron su Crédito de Vecina a Vecina. Los créditos siguen. Esta etapa cierra en mayo."
    assert [(m.surface, m.name) for m in read(text) if m.how == "anaphor"] == [
        ("Los créditos", "Crédito de Vecina a Vecina"),
        ("Esta etapa", "Crédito de Vecina a Vecina"),
    ]
    shown = "Diez entraron a Casa Alegre, programa que paga el techo. La estrategia sigue."
    assert [m.name for m in read(shown) if m.how == "anaphor"] == ["Casa Alegre"]


def test_a_listed_name_that_ends_a_longer_one_is_not_found() -> None:
    assert names("Con Médico en tu Casa hubo cien visitas en Zacatecas.") == ["Médico en tu Casa"]


ANNOUNCED = [
    # what is given, in the plural, with its name beside it
    ("Dieron 26 créditos Microsur y 20 vales Mercasol.", ["Microsur", "Mercasol"]),
    # a service named by an adjective
    ("La Farmacia Comunitaria sumó mil socios y la Óptica Popular dio cien lentes.", ["Farmacia Comunitaria",
     "Óptica Popular"]),
    # infinitives with their object or complement
    ("La campaña Volver a Reír operó a cien.", ["Volver a Reír"]),
    ("El Programa para Renovar el Campo dio cien aves.", ["Renovar el Campo"]),
    # an adjective is no name without its noun
    ("El Programa Nacional Hídrico dio cien bombas.", ["Programa Nacional Hídrico"]),
    ("El Programa Nacional Cuna Viva dio cien becas.", ["Cuna Viva"]),
    # fixed names inside coordinated ones, "en" phrases
    ("El operativo Cuaresma y Semana Santa multó a cien.", ["Cuaresma y Semana Santa"]),
    ("El Programa de Pastura en Época de Secas dio cien pacas.", ["Pastura en Época de Secas"]),
    # a preposition with a capital inside the sentence
    ("Los caminos hechos con A Toda Vela son cien.", ["A Toda Vela"]),
    # launches, births, relative clauses
    ("El alcalde puso en marcha hoy San Blas Sin Basura, con el que se barren cien calles.", ["San Blas Sin Basura"]),
    ("Dijo que Luz y Barrio nació en 2018 con dos cocinas.", ["Luz y Barrio"]),
    ("Dieron cien vacas mediante Mejora Bovina, que subsidia la mitad.", ["Mejora Bovina"]),
    ("LLEGAN CIEN BOTAS DE “PASO FIRME”", ["PASO FIRME"]),
    # an apposition shows that what looks like a body is none
    ("Habló del Pago por Servicios Rurales, programa estatal que nació en 2007.", ["Pago por Servicios Rurales"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), ANNOUNCED)
def test_names_by_what_is_given_launched_or_said_of_them(text: str, expected: list[str]) -> None:
    assert names(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Juan Salcido nació en 1950 en Colima.",
        "Salomón Jara, que busca reducir el gasto, habló.",
        "Puso en marcha Ricardo Gallardo la obra.",
        "Pone en marcha Salomón Jara la pavimentación.",
        "Sumaron cien créditos Infonavit.",
        "Dieron cien mochilas Escolares.",
        "Recibieron apoyos Adriana Solís y otras cien mujeres.",
        "Hay una farmacia comunitaria en el centro.",
        "Firmó con A Coruña un convenio.",
        "Entró a la Farmacia Guadalupe.",
    ],
)
def test_what_is_given_launched_or_born_and_no_scheme(text: str) -> None:
    assert names(text) == []
