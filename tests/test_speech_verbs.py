"""Verbs behind a quotation, ranks before a name, bodies and their heads, and where somebody else acts."""

from __future__ import annotations

import pytest

from tests.marked_speech import speakers, unmarked

#: A verb behind a closing quotation mark tells who speaks, whatever it is.
CLOSED = [
    "El alcalde Luis Paz Gil abrió.\n\n“Con {20|Luis Paz Gil} pesos no se hace nada en la casa”, tranquilizó.",
    "El alcalde Luis Paz Gil abrió.\n\n“Con {20|Luis Paz Gil} pesos no se hace nada en la casa”, tranquilizó a los vecinos.",
    "El alcalde Luis Paz Gil abrió.\n\n“Con {20|Luis Paz Gil} pesos no se hace nada en la casa”, zanjó.",
    "El alcalde Luis Paz Gil abrió.\n\n“Con {20|Luis Paz Gil} pesos no se hace nada en la casa”, rebatió.",
    "El alcalde Luis Paz Gil abrió.\n\n“Con {20|Eva Mar Sol} pesos no se hace nada en la casa”, se sinceró Eva Mar Sol.",
    "El alcalde Luis Paz Gil abrió.\n\n“Con {20|} pesos no se hace nada en la casa”, comparó una vecina.",
    "El alcalde Luis Paz Gil abrió.\n\n“Con {20|} pesos no se hace nada en la casa”, comparó la Secretaría.",
    "El alcalde Luis Paz Gil abrió.\n\n“Con {20|} pesos no se hace nada en la casa”, comparan los vecinos.",
    "El alcalde Luis Paz Gil abrió.\n\n“Con {20|} pesos no se hace nada en la casa”, contrastaron las artesanas.",
    "El alcalde Luis Paz Gil abrió.\n\n“Con {20|Eva Mar Sol} pesos no se hace nada en la casa”, contrasta Eva Mar Sol, artesana.",
    "El alcalde Luis Paz Gil abrió.\n\n“Con {20|Eva Mar Sol} pesos no se hace nada en la casa”, contrasta por su parte Eva Mar Sol, artesana.",
    "El alcalde Luis Paz Gil abrió.\n\n“Con {20|Eva Mar Sol} pesos no se hace nada en la casa”, ha contrastado Eva Mar Sol, artesana.",
    "El alcalde Luis Paz Gil abrió.\n\n“Con {20|Luis Paz Gil} pesos no se hace nada”, ha contrastado el alcalde.",
    "El alcalde Luis Paz Gil abrió.\n\n“Con {20|Luis Paz Gil} pesos no se hace nada”, soltó entre risas el alcalde.",
    "El alcalde Luis Paz Gil abrió.\n\n“Con {20|Luis Paz Gil} pesos no se hace nada”, le contestó el alcalde.",
    "El alcalde Luis Paz Gil abrió.\n\n“Con {20|Eva Mar Sol} pesos no se hace nada en la casa”, graficó ante la prensa la regidora Eva Mar Sol.",
    "El alcalde Luis Paz Gil abrió.\n\n“Con {20|Eva Mar Sol} pesos no se hace nada en la casa”, se quejaba la regidora Eva Mar Sol.",
    "“Con {20|Eva Mar Sol} pesos no se hace nada en la casa”, reprochó durante la sesión la regidora Eva Mar Sol.",
    "“Con {20|Eva Mar Sol} pesos no se hace nada en la casa”, así lo resumió la regidora Eva Mar Sol.",
    "“Con {20|Eva Mar Sol} pesos no se hace nada en la casa”, fueron las palabras de la regidora Eva Mar Sol.",
    "“Con {20|Eva Mar Sol} pesos no se hace nada en la casa”, comparte Eva Mar Sol.",
    "“Con {20|Eva Mar Sol} pesos no se hace nada en la casa”, celebra, a sus 70 años, Eva Mar Sol.",
    "“Con {20|Eva Mar Sol} pesos no se hace nada en la casa”, recalcó emocionada Eva Mar Sol.",
    "“Con {20|Eva Mar Sol} pesos no se hace nada en la casa”. Así respondió la regidora Eva Mar Sol.",
    "El alcalde Luis Paz Gil presentó el libro “Los veinte años de la casa”, que tiene {20|} hojas.",
    "“Antes atendíamos a {60|Luis Paz Gil} personas al día; hoy son {200|Luis Paz Gil}”, comparó el delegado Luis Paz Gil.",
    "El delegado Luis Paz Gil abrió la sede.\n\n“Antes atendíamos a {60|Luis Paz Gil} personas al día; hoy son {200|Luis Paz Gil}”, comparó el delegado.",
    "El delegado Luis Paz Gil abrió la sede.\n\n“Antes atendíamos a {60|Luis Paz Gil} personas al día; hoy son {200|Luis Paz Gil}, y el trámite no toma más de {15|Luis Paz Gil} días”, comparó el delegado, quien exhortó a los patrones a ponerse al corriente, pues de {870|Luis Paz Gil} empresas un tercio cumplió.",
    "El alcalde Luis Paz Gil abrió la sede.\n\n“Con {20|Luis Paz Gil} pesos no se hace nada”, ironizó el alcalde, quien pidió a los vecinos pagar, ya que {30|Luis Paz Gil} casas deben el agua.",
    "Eva Mar Sol abrió el taller.\n\n«En esta casa vivíamos {20|Eva Mar Sol} personas y ahora {3|Eva Mar Sol}», rememoró.",
    "Eva Mar Sol abrió el taller.\n\n«En esta casa vivíamos {20|Eva Mar Sol} personas y ahora {3|Eva Mar Sol}», ha rememorado.",
    'Eva Mar Sol abrió el taller.\n\n"En esta casa vivíamos {20|Eva Mar Sol} personas y ahora {3|Eva Mar Sol}", rememora Mar Sol.',
    "El alcalde Luis Paz Gil habló.\n\n“Llevamos {20|Luis Paz Gil} pozos en dos años”, machacó Paz Gil, que prometió {4|Luis Paz Gil} más.",
    "El director Luis Paz Gil informó que van {20|Luis Paz Gil} obras.\n\n“Hay que cuidar el agua”, pidió el director, quien llamó a los vecinos a cerrar la llave, porque se pierden {30|Luis Paz Gil} litros.",
    "“Hay que cuidar el agua todos los días”, dijo la directora Eva Mar Sol, quien invitó a los vecinos a cerrar la llave, ya que se pierden {30|Eva Mar Sol} litros.",
    "“Hay que cuidar el agua todos los días”, dijo la directora Eva Mar Sol, quien entregó {30|} tinacos.",
    "El encargado de la delegación, Luis Paz Gil, señaló que es la segunda quema del año y que con ella suman {2.9|Luis Paz Gil} toneladas.",
    "La encargada de la oficina, Eva Mar Sol, dijo que es la tercera feria y que con esta suman {20|Eva Mar Sol}.",
    "El encargado de la delegación, Luis Paz Gil, señaló que van {2|Luis Paz Gil} quemas.\n\nDe enero a junio, precisó, la delegación suma {874|Luis Paz Gil} carpetas.",
    "El director Luis Paz Gil dijo que llueve.\n\nEn mayo, agregó, la presa subió {20|Luis Paz Gil} metros.",
    "El director Luis Paz Gil dijo que llueve.\n\nEn mayo, la presa subió {20|} metros.",
]

#: Verbs of one or a few countries, and what else they say.
REGIONAL = [
    "El concejal Luis Paz Gil ha trasladado que van {20|Luis Paz Gil} obras.",
    "El concejal Luis Paz Gil trasladó a los {20|} heridos que hubo.",
    "El ministro Luis Paz Gil significó que van {20|Luis Paz Gil} obras.",
    "El ministro Luis Paz Gil abrió.\n\nEl alza significó que {20|} casas pagaran más, lo que significó {30|} quejas.",
    "El ministro Luis Paz Gil explicitó que van {20|Luis Paz Gil} obras y exaltó que faltan {3|Luis Paz Gil}.",
    "El ministro Luis Paz Gil exaltó a los {20|} niños que leen y relevó a {3|} jefes.",
    "La seremi Eva Mar Sol relevó que van {20|Eva Mar Sol} obras.",
    "El intendente Luis Paz Gil evaluó que van {20|Luis Paz Gil} obras.",
    "El intendente Luis Paz Gil evaluó a {20|} niños que leen.",
    "El ministro Luis Paz Gil habló.\n\nUrge el traslado de {20|} camas, un proyecto que suma {3|} años.",
    "El ministro Luis Paz Gil habló.\n\n“Se garantiza el traslado seguro de {20|Luis Paz Gil} vecinos indicó el ministro.",
    # Titles of one country or another.
    "El presidente Luis Paz Gil abrió.\n\nEl gobernante dijo que van {20|Luis Paz Gil} obras.",
    "El president de la Generalitat, Luis Paz Gil, abrió.\n\nEl president dijo que van {20|Luis Paz Gil} obras.",
    "La ministra Eva Mar Sol abrió.\n\nLa incumbente dijo que van {20|Eva Mar Sol} obras.",
    "El partido gobernante ganó.\n\nDijo que van {20|} obras.",
    "La Blga. Yurley Balam dijo que van {20|Yurley Balam} pozos.",
    "El Ing Yonhaiker Balam dijo que van {20|Yonhaiker Balam} pozos.",
    "Van {20|Yurley Balam} pozos, dijo la Lda. Yurley Balam.",
    "El General Balam Ku dijo que van {20|Balam Ku} casos.",
]

#: What somebody does meanwhile, nobody says.
MEANWHILE = [
    "El alcalde Luis Paz Gil informó que se pagaron {20|Luis Paz Gil} fletes, mientras que el secretario Raúl Vega Sol entregó {60|} básculas.",
    "El alcalde Luis Paz Gil dijo que van {20|Luis Paz Gil} obras, en tanto que la síndica Eva Mar Sol dio {60|} balones.",
    "El alcalde Luis Paz Gil dijo que van {20|Luis Paz Gil} obras, mientras que el año pasado fueron {6|Luis Paz Gil}.",
    "El alcalde Luis Paz Gil dijo que van {20|Luis Paz Gil} obras, mientras que la Secretaría de Salud dio {6|Luis Paz Gil}.",
    "El alcalde Luis Paz Gil dijo que van {20|Luis Paz Gil} obras, mientras que el secretario del Campo, Raúl Vega Sol, repartió {60|} sacos.",
    "La ministra Eva Mar Sol anunció {20|Eva Mar Sol} camas, en tanto que la rectora Ana Ruiz Soto puso {8|} más.",
    "La ministra Eva Mar Sol explicó que la rectora Ana Ruiz Soto puso {8|Eva Mar Sol}, mientras que el edil Luis Paz Gil entregó {9|Eva Mar Sol}.",
    "La ministra Eva Mar Sol dijo que van {20|Eva Mar Sol} camas, mientras que el edil Luis Paz Gil tiene {9|Eva Mar Sol} por poner.",
]

#: "Avanzar" is to announce where a person does it, and to get on elsewhere.
ANNOUNCED = [
    "El director Luis Goñi Paz abrió la sala. Goñi ha adelantado para este año la creación de una unidad, dotada con {3|Luis Goñi Paz} plazas.",
    "El director Luis Goñi Paz abrió la sala. Goñi avanzó para este año la creación de una unidad, dotada con {3|Luis Goñi Paz} plazas.",
    "El director Luis Goñi Paz abrió la sala. Goñi avanzó {30|} metros.",
    "El consejero Luis Goñi Paz anunció para mayo la compra de {3|Luis Goñi Paz} camas.",
    "La consejera Eva Mar Sol ha avanzado la apertura de {4|Eva Mar Sol} salas.",
    "La obra que visitó la consejera Eva Mar Sol avanzó {20|} metros.",
    "La consejera Eva Mar Sol saludó. Avanza la obra de {20|} metros.",
    "La consejera Eva Mar Sol avanza el próximo lunes {3|} puestos.",
]

#: Ranks and titles before a name, abbreviated ordinals, prosecutors, and "su titular".
HOLDERS = [
    "La droga, con valor de {20|Luis Paz Gil} millones, alcanzaba para {30|Luis Paz Gil} dosis, señaló el coronel Luis Paz Gil, comandante de la Policía.",
    "La carga, valuada en {20|Luis Paz Gil} pesos, iba a Tunja, informó el teniente coronel Luis Paz Gil, comandante del batallón.",
    "El general Luis Paz Gil, en representación de la 17/a. Zona Militar, reportó que van {20|Luis Paz Gil} armas.",
    "Luis Paz Gil, en representación de la 17/a. Zona Militar, reportó que van {20|Luis Paz Gil} armas.",
    "La doctora Eva Mar Sol, a nombre de la Dir. Gral. de Salud, informó que van {20|Eva Mar Sol} dosis.",
    "El capitán Luis Paz Gil, en nombre del 2.º Batallón, detalló que van {20|Luis Paz Gil} rescates.",
    "El fiscal federal en el estado, Arturo Meneses Ruiz, señaló que van {20|Arturo Meneses Ruiz} casos.",
    "El fiscal federal en Oaxaca, Arturo Meneses Ruiz, señaló que van {20|Arturo Meneses Ruiz} casos.",
    "El fiscal federal, Arturo Meneses Ruiz, señaló que van {20|Arturo Meneses Ruiz} casos.",
    "El delegado en el estado, Arturo Meneses Ruiz, señaló que van {20|Arturo Meneses Ruiz} casos.",
    "El delegado en el estado, Arturo Paz Ruiz, señaló que van {20|Arturo Paz Ruiz} casos.",
    "La delegada federal en la entidad, Arlen Fierro Kup, señaló que van {20|Arlen Fierro Kup} casos.",
    "El director del instituto en la provincia, Arturo Paz Ruiz, señaló que van {20|Arturo Paz Ruiz} casos.",
    "En la calle Arturo Paz Ruiz, van {20|} casos.",
    "La fiscal Eva Mar Sol informó que van {20|Eva Mar Sol} casos. La fiscal precisó que faltan {3|Eva Mar Sol}.",
    "El fiscal adjunto, Luis Paz Gil, dijo que van {20|Luis Paz Gil} casos.",
    "En el año fiscal pasado, el alcalde Luis Paz Gil dijo que hubo {20|Luis Paz Gil} multas.",
    "La Delegación Ríos del Instituto de Vivienda dio {20|Luis Paz Gil} créditos, informó su titular, Luis Paz Gil.\n\n“Antes se daban {30|Luis Paz Gil} créditos en el año y ahora más”, dijo el delegado.",
    "Entre enero y octubre de este año, la Delegación Ríos del Instituto Nacional de la Vivienda para los Maestros (Invima) formalizó {20|Luis Paz Gil} créditos, lo que significa un avance de {91|Luis Paz Gil} por ciento de la meta fijada para todo el año, informó su titular, Luis Paz Gil.\n\n“Antes se daban {30|Luis Paz Gil} créditos en el año”, comparó el delegado.",
    "La Secretaría de Obras abrió. Su titular, Luis Paz Gil, dijo que van {20|Luis Paz Gil} obras. El secretario agregó que faltan {30|Luis Paz Gil}.",
    "La Dirección Regional Ríos cerró. Su titular, Eva Mar Sol, dijo que van {20|Eva Mar Sol} obras. La directora agregó que faltan {30|Eva Mar Sol}.",
    "La Secretaría de Obras abrió. Su titular, Luis Paz Gil, dijo que van {20|Luis Paz Gil} obras. El tesorero agregó que faltan {30|}.",
    "Van {20|Luis Paz Gil} dosis, informó el doctor Luis Paz Gil, director de Salud.",
    "Van {20|Luis Paz Gil} dosis, según el ingeniero Luis Paz Gil, director de Salud.",
    "Van {20|Luis Paz Gil} presos, dijo el capitán Luis Paz Gil, jefe de la Policía.",
    "Van {20|Eva Mar Sol} dosis, señaló la maestra Eva Mar Sol, coordinadora de becas.",
    "El alcalde abrió con la doctora Eva Mar Sol, directora de Salud. Van {20|} dosis.",
]


#: Nouns before a name that say what somebody is, and general words for whoever spoke.
BESIDE_NAMES = [
    "“La veda va hasta mayo y llevamos {12|Luis Paz Gil} capturas”, advirtió el mayor Luis Paz Gil, comandante de la estación.",
    "“Las lluvias mataron a {12|Luis Paz Gil} vacas en la vereda”, contó el ganadero Luis Paz Gil.",
    "Según el subintendente Luis Paz Gil, hay {12|Luis Paz Gil} presos.",
    "Hay {12|Eva Mar Sol} libros, explicó la bibliotecaria Eva Mar Sol.",
    "Hay {12|Eva Mar Sol} libros, explicó la también novelista Eva Mar Sol.",
    "El alcalde Luis Paz Gil abrió con la violinista Eva Mar Sol. Dijo que van {20|Luis Paz Gil} obras.",
    "La calle Eva Mar Sol tiene {20|} casas, dijo la Secretaría.",
    "El decano de Artes, MSc. Luis Paz Gil, quien ofreció las salas, aseguró que hay {20|Luis Paz Gil} alumnos.",
    "El decano de Artes, Mgtr. Luis Paz Gil, dijo que hay {20|Luis Paz Gil} alumnos.",
    "El seremi de Salud, Luis Paz Gil, llegó con la directora de Obras, Eva Mar Sol. “Vamos a llegar a {600|Luis Paz Gil} casas este año”, dijo el seremi. La autoridad recordó que hay {20|Luis Paz Gil} planes.",
    "El alcalde Luis Paz Gil llegó con la síndica Eva Mar Sol. La síndica dijo que hay {20|Eva Mar Sol} casas. La funcionaria agregó que faltan {30|Eva Mar Sol}.",
    "El alcalde Luis Paz Gil llegó con el rector Raúl Vega Sol. El alcalde dijo que hay {20|Luis Paz Gil} casas. El funcionario agregó que faltan {30|Luis Paz Gil}.",
    "El alcalde Luis Paz Gil llegó con el rector Raúl Vega Sol. El rector dijo que hay {20|Raúl Vega Sol} casas. El mandatario agregó que faltan {30|Luis Paz Gil}.",
]
OPINIONS = [
    "Para la rectora Eva Mar Sol, “hay {20|Eva Mar Sol} becas más”.",
    "Para el gerente de Aguas, Luis Paz Gil, “se tapan {20|Luis Paz Gil} fugas al día”.",
    "Para la rectora Eva Mar Sol, las {20|} becas son pocas.",
    "Para el alcalde Luis Paz Gil trabajan {20|} personas en la “casa verde”.",
    "El alcalde Luis Paz Gil abrió. Sumó que hay {20|Luis Paz Gil} casas.",
    "El alcalde Luis Paz Gil abrió. El plan sumó {20|} casas.",
    "El alcalde Luis Paz Gil abrió. A ello se sumó que hay {20|} casas.",
    "El alcalde Luis Paz Gil visitó a usuarias como Eva Mar Sol (64). “Con los {20|Eva Mar Sol} pesos compré las gallinas”, contó.",
    "El alcalde Luis Paz Gil visitó a usuarias como Eva Mar Sol (64). Contó que van {20|Luis Paz Gil} obras.",
    "El alcalde Luis Paz Gil visitó a Eva Mar Sol. “Con los {20|Luis Paz Gil} pesos vamos a comprar más gallinas”, contó.",
    "Van {20|Luis Paz Gil} pozos, señaló el director del Organismo Norte, de Conagua, Luis Paz Gil.",
]


@pytest.mark.parametrize("marked", CLOSED + REGIONAL + MEANWHILE + ANNOUNCED + HOLDERS + BESIDE_NAMES + OPINIONS)
def test_speaker_of_each_figure(marked: str) -> None:
    text, expected = unmarked(marked)
    assert speakers(text, expected) == expected
