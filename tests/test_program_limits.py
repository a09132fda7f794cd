"""Where the name of a program begins and ends, what only looks like one, and what takes one up."""

from __future__ import annotations

import pytest

from extract.names import find_programs
from extract.sentences import find_blocks, find_sentences


def names(text: str) -> list[str]:
    blocks = find_blocks(text)
    return [mention.name for mention in find_programs(text, blocks, find_sentences(text, blocks))]


UNITS = [
    ("La directora de Programas Sociales, Ana Ruiz, dio 30.", []),
    ("El jefe de Becas Municipales y el área de Proyectos Especiales dieron 30.", []),
    ("El subdirector estatal de Campañas Sanitarias lo dijo.", []),
    ("La encargada de Operativos Especiales y la titular de Proyectos Productivos, tampoco.", []),
    ("En el departamento de Becas Escolares hay 12.", []),
    ("La coordinadora del Programa Mesa Llena dio 30.", ["Mesa Llena"]),
    ("El director del Plan de Acción Climática habló.", ["Plan de Acción Climática"]),
    ("Con el programa de Becas Municipales hubo 30.", ["Becas Municipales"]),
    ("La responsable del programa “Aula Viva” dio 30.", ["Aula Viva"]),
    ("El operativo de Verano Seguro cerró.", ["operativo de Verano Seguro"]),
]


@pytest.mark.parametrize(("text", "programs"), UNITS)
def test_field_of_a_unit_is_no_program(text: str, programs: list[str]) -> None:
    assert names(text) == programs


ENDS = [
    # a sum is no part of a name
    ("El programa Aula Viva con Q300 millones llegó.", ["Aula Viva"]),
    ("El programa Aula Viva con S/ 12 mil y el programa Huerto Sano con Bs 40 mil.", ["Aula Viva", "Huerto Sano"]),
    ("El programa Aula Viva con Q de Calidad llegó.", ["Aula Viva con Q de Calidad"]),
    # an exhortation takes its object, and "a" what is yours
    ("El programa Échale la Mano a Tu Barrio llegó.", ["Échale la Mano a Tu Barrio"]),
    ("El programa Súmate al Campo en Tula llegó.", ["Súmate al Campo"]),
    ("El programa Impulsa a Tu Negocio llegó.", ["Impulsa a Tu Negocio"]),
    ("El programa Trámite a la mano llegó.", ["Trámite"]),
    ("Con el programa Hambre Cero a María Ruiz le dieron 30.", ["Hambre Cero"]),
    # a quantifier opens what is said of it
    ("El Fondo de Pozos a Municipios de Todo el Estado dio 3.", ["Fondo de Pozos a Municipios"]),
    ("El programa Luz para Todos dio 3.", ["Luz para Todos"]),
    # and whom it is for, where the capital makes that a word of the name
    ("Las cobijas del Programa de Abrigo Seco a Familias Serranas son 30.", ["Abrigo Seco a Familias Serranas"]),
    ("Con el programa Apoyo Pronto a Pescadores hubo 30.", ["Apoyo Pronto a Pescadores"]),
    ("Con el Fondo de Pozos a Municipios se abrieron 3.", ["Fondo de Pozos a Municipios"]),
    ("Dieron 30 del Programa Mesa Llena a Familias y Amigos A.C.", ["Mesa Llena"]),
    ("Dieron 30 del Programa Mesa Llena a familias pobres.", ["Mesa Llena"]),
    ("El alcalde llevó el programa Mesa Llena a San Pedro.", ["Mesa Llena"]),
    ("Entrega Alcalde Programa Mesa Llena a Familias Serranas", ["Mesa Llena"]),
    # "en" and a noun for what the program is about, not for where it is
    (
        "El programa de Certificación y Mejora en Seguridad Laboral llegó.",
        ["Certificación y Mejora en Seguridad Laboral"],
    ),
    ("El programa de Excelencia en Gestión Ambiental dio 3.", ["Excelencia en Gestión Ambiental"]),
    ("El programa de Becas en Tecnologías Limpias dio 3.", ["Becas en Tecnologías Limpias"]),
    ("El programa de Autocuidado en el Trabajo dio 3.", ["Autocuidado en el Trabajo"]),
    ("El programa de Liderazgo en Atención Primaria dio 3.", ["Liderazgo en Atención Primaria"]),
    ("El programa Suelo Firme en Xochitepec dio 4.", ["Suelo Firme"]),
    ("El programa Suelo Firme en La Soledad dio 5.", ["Suelo Firme"]),
    ("El programa Suelo Firme en Concepción dio 5.", ["Suelo Firme"]),
    ("El programa Suelo Firme en Nuevo León dio 5.", ["Suelo Firme"]),
    ("El programa Suelo Firme en Gómez Palacio dio 5.", ["Suelo Firme"]),
    # a number that counts what follows it
    ("Con el programa Oficio Vivo 215 jóvenes aprendieron.", ["Oficio Vivo"]),
    ("El programa Suelo Nuevo 1,200 casas mejoró.", ["Suelo Nuevo"]),
    ("Con la estrategia Barrio Vivo 40 por ciento bajó.", ["Barrio Vivo"]),
    ("En el programa Aula Viva 12 de los planteles abrieron.", ["Aula Viva"]),
    ("Por el programa Campo Vivo 3 mil hectáreas se regaron.", ["Campo Vivo"]),
    ("El programa 65 y Más llegó.", ["65 y Más"]),
    ("El operativo Verano Seguro 2017 abrió.", ["Verano Seguro 2017"]),
    ("El Plan Visión 2030 sigue.", ["Plan Visión 2030"]),
    # a clause about it, and whose it is
    ("El operativo Noche Clara 2018 que la Guardia Civil desplegó cerró.", ["Noche Clara 2018"]),
    ("El programa Manos que Ayudan dio 3.", ["Manos que Ayudan"]),
    ("El plan Infovial de la Junta de Caminos llegó a 12.", ["plan Infovial"]),
    ("El programa Oficio Joven del Instituto Laboral dio 3.", ["Oficio Joven"]),
    ("El Programa de Modernización del Registro Civil abrió.", ["Modernización del Registro Civil"]),
    ("El programa Amigos de la Policía dio 4.", ["Amigos de la Policía"]),
]


@pytest.mark.parametrize(("text", "programs"), ENDS)
def test_where_a_name_ends(text: str, programs: list[str]) -> None:
    assert names(text) == programs


PARTS = [
    ("A través del servicio de Bolsa Laboral se colocó a 40.", ["Bolsa Laboral"]),
    ("Mediante la vertiente de Suelo Firme se dieron 30.", ["Suelo Firme"]),
    ("Con el componente de Riego Tecnificado se regaron 20.", ["Riego Tecnificado"]),
    ("Por medio de la modalidad de Autoempleo Rural se dieron 5.", ["Autoempleo Rural"]),
    ("El Esquema de Apoyo al Maíz Criollo pagará 3 pesos.", ["Esquema de Apoyo al Maíz Criollo"]),
    ("A través del servicio de Medicina Interna se vio a 3.", []),
    ("Con el servicio de Agua Potable cuentan 30.", []),
    ("El servicio de Bolsa Laboral crece.", []),
    ("Ganó en la modalidad de Tiro Deportivo.", []),
    ("La Línea Roma y el Servicio Médico cerraron.", []),
    # a line of help or of credit
    ("La Línea de Apoyo a Panaderos dio 30 hornos.", ["Línea de Apoyo a Panaderos"]),
    ("La Línea de Crédito para Mujeres Rurales dio 30.", ["Línea de Crédito para Mujeres Rurales"]),
    ("Hubo 30 préstamos de la Línea Telar Vivo.", ["Línea Telar Vivo"]),
    ("La Línea de Apoyo a Panaderos dio 30. Esta línea es nueva.", ["Línea de Apoyo a Panaderos"] * 2),
    ("La Línea de Apoyo a Panaderos dio 30. En la línea crediticia hay 5.", ["Línea de Apoyo a Panaderos"] * 2),
    ("La Línea de Apoyo a Panaderos dio 30. En la línea de colectivos hay 5.", ["Línea de Apoyo a Panaderos"]),
    ("La Línea de Ayuda a la Niñez 133 y la Línea de Metro Norte cerraron.", []),
    ("Los 30 vagones de la Línea Loma Alta pararon. La Línea 3 del Metro, no.", []),
    (
        "En la Modalidad Empleo Sano y la Vertiente Trigo Limpio hay 30.",
        ["Modalidad Empleo Sano", "Vertiente Trigo Limpio"],
    ),
    ("La Modalidad Mixta cierra. En la Vertiente Oriental hay 30.", []),
    # a component, also with its name beside it
    ("En el Componente Forraje se dieron 30 palas.", ["Componente Forraje"]),
    ("En el Componente Estratégico de Suelo Firme hay 30.", ["Componente Estratégico de Suelo Firme"]),
    ("El Subcomponente Trigo Limpio llegó a 30.", ["Subcomponente Trigo Limpio"]),
    ("El componente social y el Componente Técnico tienen 30 mesas.", []),
    ("El Componente 1 del proyecto suma 30 mesas.", []),
]


@pytest.mark.parametrize(("text", "programs"), PARTS)
def test_parts_and_services_of_a_scheme(text: str, programs: list[str]) -> None:
    assert names(text) == programs


KINDS = [
    # a small adjective parts the noun from the name
    ("El subsidio social Mesa Llena y el programa de fondo social Abriga dieron 30.", ["Mesa Llena", "Abriga"]),
    ("El bono Mesa Llena y el Bono Social Abriga dieron 30.", ["bono Mesa Llena", "Bono Social Abriga"]),
    ("El programa de subsidio social Abriga dio 30.", ["Abriga"]),
    # what sort of help it is
    ("El programa Mesa Llena sigue. En el programa de asistencia social hay 30.", ["Mesa Llena"]),
    (
        "El programa Mesa Llena sigue. En el programa de asistencia social a la niñez hay 30.",
        ["Mesa Llena", "asistencia social a la niñez"],
    ),
    ("En el programa de asistencia social hay 30.", ["asistencia social"]),
    # what everybody who applies has
    ("El plan previsto y el Plan de Negocio valen 30. El Plan Empresarial, 40.", []),
    ("El Plan de Negocios Joven dio 30.", ["Plan de Negocios Joven"]),
    # a road's stretch in quotes
    ("El proyecto “Avenida Lago – Arroyo Seco” y el proyecto “Tramo Loma-Monte” cuestan 30.", []),
    ("El proyecto “Puente al Lago” cuesta 30.", ["Puente al Lago"]),
]


@pytest.mark.parametrize(("text", "programs"), KINDS)
def test_what_says_of_what_kind_a_scheme_is(text: str, programs: list[str]) -> None:
    assert names(text) == programs


CAMPAIGNS = [
    ("El programa Suelo Sano abrió la campaña “Suelo Sano te busca”.", ["Suelo Sano"] * 2),
    ("El programa Suelo Sano abrió la campaña “Suelo Sano para Todos”.", ["Suelo Sano", "Suelo Sano para Todos"]),
    ("Abrió la campaña “Suelo Sano te busca”.", ["Suelo Sano te busca"]),
]


@pytest.mark.parametrize(("text", "programs"), CAMPAIGNS)
def test_a_campaign_that_calls_a_program_is_of_it(text: str, programs: list[str]) -> None:
    assert names(text) == programs


SIDE_BY_SIDE = [
    ("Bogotá, Colombia. Pagan Renta Joven, Colombia Mayor y Jóvenes en Paz.", 3),
    ("Se pagó a los de Beca Puente, Ingreso Mujer y Techo Joven.", 2),
    ("El programa de Empleo, Crédito y Vivienda dio 30.", 1),
]


@pytest.mark.parametrize(("text", "count"), SIDE_BY_SIDE)
def test_schemes_beside_each_other_are_no_single_name(text: str, count: int) -> None:
    assert len(names(text)) == count


COUNTED = [
    ("Arranca Alcalde Entrega de 900 Becas a Alumnos de Todo el Municipio", []),
    ("Arranca Alcalde Entrega de 4 mil Becas a Alumnos Indígenas", []),
    ("Arranca Alcalde Entrega de 900 Apoyos Alimentarios", []),
    ("Realizan 30 Ferias de Salud en Barrios Rurales", []),
    ("Entregan 30 Cheques del Fondo Oleaje a Pueblos", ["Fondo Oleaje"]),
    ("Arranca Alcalde Entrega de 900 Becas Vuelo a Alumnos", ["Becas Vuelo"]),
    ("El alcalde dio 900 Becas a Alumnos Indígenas.", ["Becas a Alumnos Indígenas"]),
    ("Abre Alcalde Programa Becas a Alumnos Indígenas", ["Becas a Alumnos Indígenas"]),
]


@pytest.mark.parametrize(("text", "programs"), COUNTED)
def test_what_a_headline_in_title_case_counts_is_no_name_unless_it_has_one_beside_it(
    text: str, programs: list[str]
) -> None:
    assert names(f"{text}\n\nTula, Hidalgo.- Hubo fiesta.") == programs


SEVERAL = [
    ("Hubo 30 Becas Sol y 40 Becas Luz. Las becas son de 20 pesos.", ["Becas Sol", "Becas Luz"]),
    ("Hubo 30 Becas Sol. Cerraron las Becas Luz. Las becas son de 20.", ["Becas Sol", "Becas Luz", "Becas Luz"]),
]


@pytest.mark.parametrize(("text", "programs"), SEVERAL)
def test_a_plural_takes_up_no_single_one_of_several_schemes(text: str, programs: list[str]) -> None:
    assert names(text) == programs


HELP = [
    ("Con el programa “Mesa Llena” se dieron 30 apoyos. Ana Ruiz agradeció el apoyo.", 1),
    ("Los estímulos pagados con “Mesa Llena” suman 30. Con este estímulo compró 2 mesas.", 1),
    ("Los apoyos dados a través de “Mesa Llena” suman 30. El apoyo es de 40 pesos.", 1),
    ("Entregó apoyos del programa Mesa Llena. Gracias por este apoyo, dijo.", 1),
    ("El programa Apoyo a la Pesca dio 30. Agradeció este apoyo.", 1),
    ("El programa Apoyo a la Pesca dio 30. Este apoyo llega a 20.", 2),
    ("El apoyo económico “Mujeres Fuertes” es de 30 pesos. El apoyo se paga cada mes.", 2),
    ("El estímulo denominado “Beca Nueva” es de 30 pesos. Este estímulo crece.", 2),
    ("El programa de Incentivo a la Siembra dio 30. El incentivo es de 40.", 2),
    ("Dio becas del programa Mesa Llena. Las becas son de 40 pesos.", 2),
]


@pytest.mark.parametrize(("text", "mentions"), HELP)
def test_help_given_takes_up_only_what_is_called_so(text: str, mentions: int) -> None:
    assert len(names(text)) == mentions


@pytest.mark.parametrize(
    ("text", "programs"),
    [
        ("En el aserradero denominado “Los Encinos” hubo 30.", []),
        ("En la gasolinera llamada “El Porvenir” hubo 30.", []),
        ("Con el programa denominado “Los Encinos” hubo 30.", ["Los Encinos"]),
        ("En la Semana de Pascua hubo 30.", []),
        ("Los días Jueves y Viernes Santo hubo 30.", []),
        ("En la Semana de la Salud hubo 30.", ["Semana de la Salud"]),
    ],
)
def test_businesses_and_feasts_are_no_programs(text: str, programs: list[str]) -> None:
    assert names(text) == programs
