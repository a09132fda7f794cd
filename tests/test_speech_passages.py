"""Attributions that hang on what the passage said before: bare offices, unspoken subjects, lists, bodies as subjects."""

from __future__ import annotations

import pytest

from tests.marked_speech import speakers, unmarked

#: An office alone, or a general word, means whoever was named with "titular de la dependencia", or spoke last.
BARE_OFFICES = [
    "La Secretaría de Seguridad Municipal llevará {9|Luis Paz Gil} lanchas, anunció el titular de la dependencia, Luis Paz Gil.\n\nEl secretario recordó que hubo {14|Luis Paz Gil} rescates.",
    "La Dirección de Obras terminó {12|Eva Mar Sol} calles, informó la titular de la institución, Eva Mar Sol.\n\nLa directora precisó que faltan {4|Eva Mar Sol}.",
    "El Instituto de Cultura sumó {97|Luis Paz Gil} medallas, según el titular del organismo, Luis Paz Gil. El director dijo que hay {40|Luis Paz Gil} becas.",
    "El Ministerio de Salud envió {12|} lotes. El titular de la cartera, Luis Paz Gil, llegó. El ministro dijo que hay {40|Luis Paz Gil} camas.",
    "La Tesorería Municipal abrió. La titular de esta dependencia, Eva Mar Sol, llegó. La tesorera dijo que debe {40|Eva Mar Sol} pesos.",
    "El intendente Luis Paz Gil y la directora de Salud, Eva Mar Sol, dieron {364|} becas.\n\nLa directora explicó que hubo {40|Eva Mar Sol} fichas.\n\n“Hay {182|Luis Paz Gil} que dicen lo contrario”, afirmó Paz Gil. La autoridad adelantó que vendrán {90|Luis Paz Gil}.",
    "El comisario de la Policía, Luis Paz Gil, llegó. El mando municipal refirió que van {260|Luis Paz Gil} agentes.",
    "El comandante Luis Paz Gil llegó. El mando policíaco añadió que hay {41|Luis Paz Gil} patrullas. El mando recordó que van {9|Luis Paz Gil}.",
    # a head of Obras is no mayor, no rector, and not the secretary of another department
    "La Secretaría de Obras hizo {12|Luis Paz Gil} calles, informó el titular de la dependencia, Luis Paz Gil.\n\nEl alcalde dijo que hay {40|} camas.",
    "La Tesorería recaudó {12|Luis Paz Gil} pesos, informó el titular de la dependencia, Luis Paz Gil. El rector dijo que hay {40|} becas.",
    "La Dirección de Obras hizo {12|Luis Paz Gil} calles, informó el titular de la dependencia, Luis Paz Gil.\n\nEl secretario de Salud dijo que hay {40|} camas.",
    "El comisario de la Policía, Luis Paz Gil, llegó. El mando único municipal tiene {260|} agentes.",
]

#: A verb of saying put into a sentence about somebody's orders is of whoever speaks in the passage.
ORDERS = [
    "El secretario de Obras, Luis Paz Gil, habló. Por instrucciones de la alcaldesa, Ana Ruiz Soto, indicó, antes de mayo serán revisadas {62|Luis Paz Gil} albercas; van {35|Luis Paz Gil}.",
    "El secretario de Obras, Luis Paz Gil, habló. Por encargo del gobernador, Raúl Mar Gil, explicó, se repararán {12|Luis Paz Gil} puentes.",
    "El secretario de Obras, Luis Paz Gil, habló. A petición de la alcaldesa Ana Ruiz Soto, agregó, habrá {15|Luis Paz Gil} patrullas.",
    "El secretario de Obras, Luis Paz Gil, habló. La alcaldesa Ana Ruiz Soto, quien dijo que van {15|Ana Ruiz Soto} patrullas, salió.",
]

#: Verbs of listing take "entre", "como", "con" before what they list.
LISTS = [
    "El gerente Luis Paz Gil habló. Citó entre las áreas de más demanda la mecánica, con {420|Luis Paz Gil} alumnos; la costura, con {175|Luis Paz Gil}, y el dibujo, con {80|Luis Paz Gil}.",
    "El gerente Luis Paz Gil habló. Mencionó entre los logros {12|Luis Paz Gil} calles.",
    "El gerente Luis Paz Gil habló. Ejemplificó con la colonia Centro, donde {300|Luis Paz Gil} casas tienen agua.",
    "El gerente Luis Paz Gil habló. Citó como ejemplo la calle Luna, de {350|Luis Paz Gil} metros.",
    "El gerente Luis Paz Gil habló. Enlistó {16|Luis Paz Gil} parques.",
    "El gerente Luis Paz Gil habló. El juez citó a {300|} personas.",
    "El gerente Luis Paz Gil habló. Ana Soto Mar señaló con la mano {12|} casas.",
    "El gerente Luis Paz Gil habló. El parque se citó entre los {12|} mejores.",
]

#: Who is certified or praised is no hearer; "que" behind them opens a relative clause.
TREATED = [
    "El intendente Luis Paz Gil y la directora Eva Mar Sol certificaron ayer a {364|} vecinos que ganaron el fondo, de {182|} pesos.",
    "El intendente Luis Paz Gil felicitó a los {364|} vecinos que ganaron el fondo de {182|} pesos.",
    "La ministra Eva Mar Sol reconoció a las {30|} maestras que cumplieron {20|} años de servicio.",
    "El alcalde Luis Paz Gil certificó que hay {20|Luis Paz Gil} pozos.",
    "El alcalde Luis Paz Gil informó a los vecinos que hay {20|Luis Paz Gil} pozos.",
]

#: A body is the subject also behind an adverbial without a comma; in an adverbial it is none.
BODIES = [
    "“Una fruta basta”, advirtió el director Luis Paz Gil.\n\nDe aquí al 30 de abril el organismo nacional prevé revisar {300|} autos, y sumará {8|} agentes.",
    "El director Luis Paz Gil habló. Con estas acciones el gobierno estatal prevé abrir {12|} aulas.",
    "El director Luis Paz Gil habló. Este año la universidad espera que lleguen {30|} alumnos.",
    "El director Luis Paz Gil habló. Al visitar la dependencia informó que son {50|Luis Paz Gil} plazas.",
    "El director Luis Paz Gil habló. Durante su visita a la dependencia informó que van {60|Luis Paz Gil}.",
    "El director Luis Paz Gil habló. Con los jefes de la policía municipal anunció {80|Luis Paz Gil} cámaras.",
    "El director Luis Paz Gil habló. Recorriendo la empresa anunció {90|Luis Paz Gil} plazas.",
]

#: Company in the plural is not that of one speaker.
COMPANY = [
    "El director Luis Paz Gil expuso que fueron {612|Luis Paz Gil} atletas, acompañados de {118|Luis Paz Gil} maestros, y que costó {21|Luis Paz Gil} pesos.",
    "El director Luis Paz Gil contó que las alumnas viajan en {3|Luis Paz Gil} buses, acompañadas por {12|Luis Paz Gil} maestras.",
    "El director Luis Paz Gil dijo que hay {40|Luis Paz Gil} obras, acompañado de {30|} vecinos.",
    "Los alcaldes Ana Ruiz Soto y Luis Paz Gil informaron que van {50|Ana Ruiz Soto} calles, acompañados por {20|} regidores.",
]

#: A bullet below the headline names its speaker behind a colon as the headline does; one in the body does not.
HEADS = [
    "Lleva agua a la sierra\n\n• Se gastaron {284|Luis Paz Gil} pesos: Paz Gil\n• Van {12|Ana Ruiz Soto} obras: alcaldesa\n\nEl delegado Luis Paz Gil y la alcaldesa Ana Ruiz Soto fueron.",
    "Lleva agua a la sierra\n\nEl delegado Luis Paz Gil fue.\n\n• Total: {20|}\n• Mesas, {30|}: Paz Gil",
]


@pytest.mark.parametrize("marked", [*BARE_OFFICES, *ORDERS, *LISTS, *TREATED, *BODIES, *COMPANY, *HEADS])
def test_speakers_in_a_passage(marked: str) -> None:
    text, expected = unmarked(marked)
    assert speakers(text, expected) == expected
