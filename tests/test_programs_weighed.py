from __future__ import annotations

import pytest

from extract.names import find_programs
from extract.names.weighed_names import WEIGHED
from extract.patterns import shipped
from extract.rules import EvidenceRule
from extract.sentences import find_blocks, find_sentences


def names(text: str) -> list[str]:
    blocks = find_blocks(text)
    found = find_programs(text, blocks, find_sentences(text, blocks))
    return [mention.name for mention in found if mention.how != "anaphor"]


NAMED = [
    # a round of it, or its people
    ("En la tercera edición de Apadrina a un Abuelo hubo 90 voluntarios.", "Apadrina a un Abuelo"),
    ("La edición de este año de Planta un Roble dejó 90 encinos.", "Planta un Roble"),
    ("Beneficiarias de Crecer Sanos recibieron 90 dotaciones.", "Crecer Sanos"),
    ("La segunda convocatoria 2019 de Ellas Conducen cerró con 90.", "Ellas Conducen"),
    ("La segunda edición del Pla de Platges suma 90 obras.", "Pla de Platges"),
    # what a scheme has, and an inside that bodies and places lack
    ("Los recursos de Médico en tu Colonia suman 4 millones.", "Médico en tu Colonia"),
    ("Las brigadas de Yo Soy Río Bravo plantaron 90 encinos.", "Yo Soy Río Bravo"),
    ("Dio a conocer el balance del TAB Contigo Sí: 57 grupos.", "TAB Contigo Sí"),
    ("Son parte de los trabajos de Mejora Sonora, que en su segunda etapa llega a 90.", "Mejora Sonora"),
    ("Van 4 millones del Impulsa IV, con los que se hacen 90 obras.", "Impulsa IV"),
    # what it is done by
    ("Gracias a Madre es Luz, 90 vecinas tienen lentes.", "Madre es Luz"),
    ("A través de Impulso Joven se colocó a 90 egresados.", "Impulso Joven"),
    ("Mediante Vecino Amigo se instalaron 90 alarmas.", "Vecino Amigo"),
    # what it is called
    ("Hay un nuevo apoyo, que lleva por nombre Velar a quien Vela y paga 90 pesos.", "Velar a quien Vela"),
    ("La ayuda es conocida como Pan y Abrigo y llega a 90.", "Pan y Abrigo"),
    # a noun for a scheme with its complement before it
    ("El programa de vivienda Techo Parejo dio 90 casas.", "Techo Parejo"),
    ("Nació la red de promotoras Guardianas del Agua, con 90 vecinas.", "Guardianas del Agua"),
    ("El festival de cine Luces del Norte reunió a 90.", "Luces del Norte"),
    # the subject of what schemes do
    ("Familias Fuertes entregó ayer 90 despensas.", "Familias Fuertes"),
    ("Mochilas Viajeras recorrió 90 escuelas.", "Mochilas Viajeras"),
    ("Para el puente, Bañistas 2015 desplegará a 90 salvavidas.", "Bañistas 2015"),
    ("Durante el asueto, Otoño Seguro mantuvo 90 puestos.", "Otoño Seguro"),
    ("Frío, lluvia: Por un Invierno Digno arrancó ayer con 90 cobijas.", "Por un Invierno Digno"),
    ("Miércoles Ciudadano atendió ayer 90 peticiones.", "Miércoles Ciudadano"),
    ("Tonalá ¡Avanza! entrega zapatos a 90 alumnos.", "Tonalá ¡Avanza!"),
    ("A la fecha, Salario Rosa ha llegado a 90 amas de casa.", "Salario Rosa"),
    ("De los 90 pesos que Apoyo al Campo de mi Pueblo (ACAMP) reservó, falta la mitad.", "Apoyo al Campo de mi Pueblo"),
    ("Reverdece Durango suma 90 árboles.", "Reverdece Durango"),
    ("El Cobijatón reunió 90 mantas.", "Cobijatón"),
    ("La ciudadanía donó 90 muñecas al Muñecatón de la Sierra.", "Muñecatón de la Sierra"),
    ("Ayer Pintemos Colores sumó 90 fachadas.", "Pintemos Colores"),
    ("Lluvia de Cuentos repartió 90 ejemplares.", "Lluvia de Cuentos"),
    # what it serves, and when
    ("Las y los 90 egresados de Rumbo Joven recibieron diploma.", "Rumbo Joven"),
    ("Durante Huertas con Voz se atendió a 90.", "Huertas con Voz"),
    ("En lo que va de Unidos por la Escuela hubo 90 visitas.", "Unidos por la Escuela"),
    # a round of it, told by its papers
    ("Según las bases de Súmate al 4x1 del Predial, hay 90 premios.", "Súmate al 4x1 del Predial"),
    ("La resolución provisional del Taller Verde beneficia a 90.", "Taller Verde"),
    # an aside between it and its verb
    ("Pasos Firmes –que reúne a tres clínicas– entregó 90 prótesis.", "Pasos Firmes"),
    ("Sonrisas del Valle (que opera con voluntarios) atendió a 90.", "Sonrisas del Valle"),
    ("Agua Limpia, que arrancó en marzo, llevó tomas a 90 casas.", "Agua Limpia"),
    # a clause, whatever its first word is of elsewhere
    ("El traslado, bautizado como Doña Cleta te Acompaña, hizo 90 viajes.", "Doña Cleta te Acompaña"),
    ("La línea, conocida como Mi Pueblo te Escucha, recibió 90 llamadas.", "Mi Pueblo te Escucha"),
    ("Con San Blas se Pinta se han renovado 90 fachadas.", "San Blas se Pinta"),
    ("La meta de Loja sin Hambre es de 90 comedores.", "Loja sin Hambre"),
    ("Nos Une la Paz suma 90 recorridos.", "Nos Une la Paz"),
    # Galician and Catalan
    ("Coidar na Casa ya atiende a 90 mayores.", "Coidar na Casa"),
    ("Escola amb Música llega a 90 colegios.", "Escola amb Música"),
    # what somebody says of it, and what is told of a plural in the singular
    ("Orquestas del Río nos permitió tocar ante 90 vecinos.", "Orquestas del Río"),
    ("Se trata de Pequeños Gigantes, que da terapia a 90 niños.", "Pequeños Gigantes"),
    ("El curso gratuito Abuelas Digitales graduó a 90.", "Abuelas Digitales"),
    # the label of a headline
    ("Camino Seguro: más luces en los barrios\n\nDe las luminarias, 90 ya funcionan.", "Camino Seguro"),
    # the next sentence takes it up
    ("La Junta sumó a su oferta Paga y Gana. El esquema rebaja 30 por ciento.", "Paga y Gana"),
    ("El cabildo ratificó Manos al Huerto. Este curso formó a 90.", "Manos al Huerto"),
    # whom it is given to, and who enrolls
    ("La alcaldesa inscribió a 90 familias en Hogar Pleno.", "Hogar Pleno"),
    ("Se postularon a Rumbo al Mar 90 pescadores.", "Rumbo al Mar"),
    ("Según la ficha de Barrios con Futuro, hay 90 árboles.", "Barrios con Futuro"),
    ("El servicio de teleasistencia Vivir en Calma tiene 90 usuarios.", "Vivir en Calma"),
    ("ProNiñez becó a 90 escolares.", "ProNiñez"),
    ("Luz de Luna, como llaman a la red de refugios, acogió a 90.", "Luz de Luna"),
    # what it is called, who has joined, and its rounds
    ("Volver a Casa: así se llama la ayuda que cobraron 90 emigrantes.", "Volver a Casa"),
    ("Bautizaron Pueblo Limpio a la campaña que juntó 90 toneladas.", "Pueblo Limpio"),
    ("Ya son 90 las firmas adheridas a Empresarias en Red.", "Empresarias en Red"),
    ("La quinta hornada de Cantera Digital suma 90 alumnos.", "Cantera Digital"),
    ("El chat de Cuenta Conmigo atendió a 90 jóvenes.", "Cuenta Conmigo"),
    ("Las Vacaciones Útiles reunieron a 90 niños.", "Vacaciones Útiles"),
    # an apposition to it
    ("Hubo 90 multas en Feria Segura 2024, despliegue que une a tres cuerpos.", "Feria Segura 2024"),
]


@pytest.mark.parametrize(("text", "name"), NAMED)
def test_a_name_that_evidence_adds_up_to(text: str, name: str) -> None:
    assert name in names(text)


NOT_NAMED = [
    # bodies and departments
    "Protección Civil desplegará a 90 brigadistas.",
    "Servicios Públicos recolectó 90 toneladas.",
    "Desarrollo Social entregó 90 despensas.",
    "Médicos del Mundo atendió a 90.",
    "Maestros Jubilados recibió 90 pesos.",
    "Talleres Gráficos imprimió 90 boletas.",
    "Los resultados de la Secretaría son 90.",
    "Una empresa conocida como Apoyo al Campo debe 90 pesos.",
    # persons and teams
    "El programa de radio Voces del Sur cumplió 90.",
    "El programa de la alcaldesa Uribe Canto llegó a 90.",
    "Flores Medina entregó 90 becas.",
    "Durante la gira, Uribe Canto entregó 90 becas.",
    "Uribe Canto exhortó a 90 vecinos.",
    "Tigres Blancos venció a 90 rivales.",
    # places
    "En la segunda etapa de Lomas del Sol se pavimentaron 90 metros.",
    "Pueblo Nuevo recibirá 90 despensas.",
    "Las obras de Puente Verde suman 90 metros.",
    "El cierre de Calle Hidalgo afecta a 90.",
    "En Barrio Nuevo se entregaron 90.",
    "La colonia que se llama Vida Digna tiene 90 casas.",
    "Gastón Botón repartió 90.",
    "El Ayuntamiento de Tuxpan concluyó 90 calles.",
    "El Reglamento de Turismo se reformó con 90 votos.",
    "La frontera de Sonora con Arizona mide 90 kilómetros.",
    "Ana Ruiz –que dirige el DIF– entregó 90 cobijas.",
    "Peña Prado (que llegó tarde) entregó 90 cobijas.",
    "Flores Medina, que entrega despensas, dijo que son 90.",
    "Los módulos de Río Viejo y Zona Río atienden a 90.",
    "Vivir en Tijuana cuesta 90 pesos.",
    "Los ganadores de Lomas Verdes son 90.",
    "Postularon a Peña Prado 90 vecinos.",
    "MercadoLibre vendió 90 equipos.",
    "ProColombia capacitó a 90 empresas.",
    "Inscribió a 90 alumnos en Casa Grande.",
    "La Flor, como llaman al mercado, tiene 90 puestos.",
    "El alcalde visitó Villa Luz. El servicio de agua llegó a 90.",
    "Salud Digna es una cadena de 90 laboratorios.",
    "El alcalde abrió Casa Hogar para 90 niños.",
    "Villa Luz: así se llama la colonia de 90 casas.",
    "Bautizaron Peña Alta al pozo de 90 metros.",
    "Las vacaciones de Juan Prado duraron 90 horas.",
    "La tanda de Peña Prado sumó 90 boletos.",
    "Tiene Mérida 90 parques.",
    # works
    "“Amor sin Barreras” llega al Teatro Juárez con 90 bailarines.",
    "El grupo cantó “Me Voy sin Ti” ante 90 personas.",
    # others
    "El arranque de Semana Santa reunió a 90.",
    "Gracias a Dios, 90 personas salieron.",
    "Mujeres Indígenas recibieron 90 apoyos.",
    "El Jueves Santo reunió a 90.",
    "Estados Unidos deportó a 90.",
]


@pytest.mark.parametrize("text", NOT_NAMED)
def test_a_capital_and_one_sign_are_no_name(text: str) -> None:
    assert names(text) == []


def test_what_such_a_name_is_later_taken_up_by() -> None:
    text = "Familias Fuertes entregó 90 despensas. El programa seguirá en mayo."
    blocks = find_blocks(text)
    found = find_programs(text, blocks, find_sentences(text, blocks))
    assert [(m.rule == WEIGHED, m.name) for m in found] == [(True, "Familias Fuertes"), (False, "Familias Fuertes")]


def test_a_demonstrative_takes_up_the_one_name_of_the_sentence_before() -> None:
    def taken_up(text: str) -> list[str]:
        blocks = find_blocks(text)
        return [m.name for m in find_programs(text, blocks, find_sentences(text, blocks)) if m.how == "anaphor"]

    assert taken_up("Vuelve el cheque-libro. Esta ayuda la cobran 90.") == ["cheque-libro"]
    assert taken_up("Abrió el programa “Sol”. Dicho apoyo llega a 90.") == ["Sol"]
    assert taken_up("Abrió el programa “Sol”. Llovió mucho. Dicho apoyo llega a 90.") == []
    assert taken_up("Abrieron los programas “Sol” y “Luna”. Esta ayuda llega a 90.") == []


def test_the_evidence_is_as_its_examples_say() -> None:
    rules = shipped().rules("program_evidence.yml", EvidenceRule)
    assert [complaint for rule in rules for complaint in rule.complaints()] == []
