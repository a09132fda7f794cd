from __future__ import annotations

import itertools
import os
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extract.mentions import Name
from extract.names import find_agencies
from extract.names.bodies import Bodies
from extract.names.countries import country_of
from extract.names.grammar import grammar_of
from extract.names.spelling import spelled_names
from extract.patterns import Patterns, shipped
from extract.rules import NameRule
from extract.sentences import find_blocks, find_sentences


def read(text: str, place: str | None = None) -> list[Name]:
    blocks = find_blocks(text)
    return find_agencies(text, blocks, find_sentences(text, blocks), place)


def names(text: str, place: str | None = None) -> list[str]:
    return [mention.name for mention in read(text, place)]


SPELLED = [
    ("La Secretaría de Desarrollo y Obras Urbanas repartió agua.", "Secretaría de Desarrollo y Obras Urbanas"),
    ("Llegó el Instituto Municipal contra las Adicciones.", "Instituto Municipal contra las Adicciones"),
    (
        "Acudió el Centro Especializado en Atención a la Violencia Familiar y de Género (CEAVI).",
        "Centro Especializado en Atención a la Violencia Familiar y de Género",
    ),
    (
        "Firmó la Secretaría de Desarrollo Territorial, Urbano y Ambiental, que coordina.",
        "Secretaría de Desarrollo Territorial, Urbano y Ambiental",
    ),
    ("La Secretaría de Salud Laura Gómez lo confirmó.", "Secretaría de Salud"),
    ("Dijo la Dirección de Obras Públicas que hay baches.", "Dirección de Obras Públicas"),
    ("La Delegación Los Pinitos repartió cobijas.", "Delegación Los Pinitos"),
    ("Ayer el instituto municipal de la mujer abrió un taller.", "Instituto Municipal de la Mujer"),
    ("La dirección general de Tráfico contó los coches.", "dirección general de Tráfico"),
    (
        "El Instituto Municipal de la Vivienda, la Rehabilitación y la Renovación Urbana (Imvi) pintó.",
        "Instituto Municipal de la Vivienda, la Rehabilitación y la Renovación Urbana",
    ),
    ("El Consejo para Personas con Discapacidad sesionó.", "Consejo para Personas con Discapacidad"),
    ("La Fiscalía General del Estado detuvo a tres.", "Fiscalía General del Estado"),
    ("Habló el Órgano de Control del Puerto.", "Órgano de Control del Puerto"),
    ("La Red Asistencial Tumbes operó a 9.", "Red Asistencial Tumbes"),
    # the number that tells one from the others, and not a number of things
    ("El Hospital General de Zona No. 6 recibió camas.", "Hospital General de Zona No. 6"),
    ("La Jurisdicción y el Instituto de Becas número 12 abrieron.", "Instituto de Becas número 12"),
    ("Dio a la Dirección de Obras 3 camiones.", "Dirección de Obras"),
    (
        "El Sistema para el Desarrollo Integral de la Familia (DIF) Los Reyes dio cenas.",
        "Sistema para el Desarrollo Integral de la Familia",
    ),
]


@pytest.mark.parametrize(("text", "name"), SPELLED)
def test_a_name_ends_where_the_grammar_of_names_ends(text: str, name: str) -> None:
    found = names(text)
    assert [found[0].casefold()] == [name.casefold()], found
    assert len(found) == 1


NO_AGENCY = [
    "Hubo 190 faltas al Bando de Policía y Gobierno.",
    "Se trata de mantener el Estado de Derecho con los tres órdenes de gobierno.",
    "El hotel Costa Azul y la empresa Aceros del Norte pagaron multas.",
    "En el Palacio Municipal hay goteras.",
    "Cada consistorio pondrá 30 sillas y ningún municipio perderá dinero.",
    "Cualquier alcaldía puede pedirlas, y todo ayuntamiento las recibe.",
    "La calle Ley del Seguro Social quedó lista.",
    "La ley de la Comisión Federal de Electricidad cambió.",
    "Los secretarios y directores saludaron al pueblo.",
    "Aplicaron la vacuna contra la COVID y pagaron el IVA.",
    "Un sistema de riego y un centro de acopio funcionan en la zona.",
    "En el municipio hay lluvia y en la comuna hace frío.",
    "",
]


@pytest.mark.parametrize("text", NO_AGENCY)
def test_what_is_no_agency(text: str) -> None:
    assert read(text) == []


GOVERNMENTS = [
    ("El gobierno municipal repartió agua.", "Guadalupe, N.L.", "Ayuntamiento de Guadalupe"),
    ("La alcaldesa repartió agua.", "Guadalupe, Zac.", "Ayuntamiento de Guadalupe"),
    ("La Presidenta Municipal de Solidaridad inauguró el foro.", "Ciudad de México", "Ayuntamiento de Solidaridad"),
    ("El XXI Ayuntamiento de Tecate sembró árboles.", "Tecate, Baja California", "Ayuntamiento de Tecate"),
    ("El jefe de la comuna sembró árboles.", "Tecate, B.C.", "Ayuntamiento de Tecate"),
    ("La intendenta inauguró la plaza.", "Paraná, Entre Ríos", "Municipalidad de Paraná"),
    ("El alcalde inauguró la sede; la Municipalidad pagará.", "Osorno, Chile", "Municipalidad de Osorno"),
    ("El burgomaestre inauguró la posta.", "Sullana, Perú", "Municipalidad de Sullana"),
    ("El mandatario local inauguró la plaza.", "Envigado, Antioquia", "Alcaldía de Envigado"),
    ("El Consistorio abre la piscina.", "Cáceres, España", "Ayuntamiento de Cáceres"),
    ("El Gobierno del Estado paga becas.", "Fresnillo, Zac.", "Gobierno del Estado de Zacatecas"),
    ("La mandataria estatal paga becas.", "Mérida, Yucatán", "Gobierno del Estado de Yucatán"),
    ("El gobernador de Antioquia paga becas.", None, "Gobernación de Antioquia"),
    ("El gobernador paga becas.", None, "Gobierno del Estado"),
    ("El gobierno federal paga becas.", "Torreón, Coah.", "Gobierno Federal"),
    ("El presidente de la República paga becas.", "Manizales, Colombia", "Gobierno Nacional"),
    ("El Gobierno de Chile paga becas.", None, "Gobierno de Chile"),
    ("El Gobierno andaluz abre un hospital.", "Sevilla", "Junta de Andalucía"),
    ("La Prefectura del Azuay asfalta.", "Cuenca", "Prefectura del Azuay"),
]


@pytest.mark.parametrize(("text", "place", "name"), GOVERNMENTS)
def test_governments_are_named_in_full(text: str, place: str | None, name: str) -> None:
    assert set(names(text, place)) == {name}


def test_the_town_of_its_own_mayor_wins_over_another_town_s_mayor() -> None:
    text = (
        "El alcalde de Tecate recibió a la alcaldesa de San Diego. La alcaldesa agradeció. El alcalde de Tecate firmó."
    )
    assert names(text, "Tecate, Baja California") == [
        "Ayuntamiento de Tecate",
        "Ayuntamiento de San Diego",
        "Ayuntamiento de Tecate",
        "Ayuntamiento de Tecate",
    ]


def test_the_release_s_own_name_for_its_town_hall_is_kept() -> None:
    text = "El Gobierno Municipal de Los Cabos pavimentó. El presidente municipal lo supervisó."
    assert set(names(text, "Los Cabos")) == {"Gobierno Municipal de Los Cabos"}


OFFICES = [
    ("Habló la secretaria del Ayuntamiento, Ana Ruiz Soto.", "Ayuntamiento"),
    ("La secretaria de Educación, Rosa Luna, dio becas.", "Secretaría de Educación"),
    ("El director de Parques y Jardines podó árboles.", "Dirección de Parques y Jardines"),
    ("La ministra de la Mujer y Poblaciones Vulnerables viajó.", "Ministerio de la Mujer y Poblaciones Vulnerables"),
    ("La concejala de Cultura y Deporte presentó la gala.", "Concejalía de Cultura y Deporte"),
    ("El Oficial Mayor compró sillas.", "Oficialía Mayor"),
    ("El delegado del IMSS inauguró una clínica.", "Instituto Mexicano del Seguro Social"),
    ("La secretaria de salud lo confirmó.", "Secretaría de Salud"),
    ("El director del Instituto Municipal del Deporte corrió.", "Instituto Municipal del Deporte"),
]


@pytest.mark.parametrize(("text", "name"), OFFICES)
def test_an_office_stands_for_its_body(text: str, name: str) -> None:
    assert names(text) == [name]


SHORT_FORMS = [
    ("El Instituto de Vivienda (Invi) dio lotes. El Instituto dará más.", "Instituto de Vivienda", "short"),
    ("La Secretaría de Pesca (Sepes) dio redes. Dicha secretaría dará más.", "Secretaría de Pesca", "short"),
    (
        "La Comisión de Aguas Limpias dio pipas. Esta dependencia municipal dará más.",
        "Comisión de Aguas Limpias",
        "short",
    ),
    ("La Dirección de Obras Públicas tapó baches. El director lo explicó.", "Dirección de Obras Públicas", "role"),
    ("El Instituto de Vivienda (Invi) dio lotes. El Invi dará más.", "Instituto de Vivienda", "acronym"),
    ("La SEPUR (Secretaría de Puertos Rurales) avisó. La SEPUR dará más.", "Secretaría de Puertos Rurales", "acronym"),
]


@pytest.mark.parametrize(("text", "name", "how"), SHORT_FORMS)
def test_later_mentions_resolve_to_the_full_name(text: str, name: str, how: str) -> None:
    last = read(text)[-1]
    assert (last.name, last.how) == (name, how)


@pytest.mark.parametrize("acronym", ["SDRP", "SDRyP"])
def test_an_undefined_acronym_is_the_body_with_its_initials(acronym: str) -> None:
    text = f"La Secretaría de Desarrollo Rural y Pesca dio redes. La {acronym} dará más."
    assert names(text) == ["Secretaría de Desarrollo Rural y Pesca"] * 2


def test_two_bodies_in_a_list_are_not_one_name() -> None:
    text = "Acudieron la Dirección de Salud, la Cruz Roja y el Hospital General de Rincón."
    assert names(text) == ["Dirección de Salud", "Cruz Roja", "Hospital General de Rincón"]


def test_the_provincial_council_is_not_the_autonomous_community() -> None:
    text = "La Junta de Andalucía paga. La Diputación de Jaén ayuda. La Diputación asfalta. El Gobierno andaluz abre."
    assert names(text) == ["Junta de Andalucía", "Diputación de Jaén", "Diputación de Jaén", "Junta de Andalucía"]


def test_a_user_s_own_gazetteer_adds_bodies(tmp_path: Path) -> None:
    rows = "id,name,aliases,place,source\nmy.pozos,Junta de Pozos Hondos,JUPOHO,México,founding decree\n"
    (tmp_path / "agencies.csv").write_text(rows, encoding="utf-8")
    text = "La JUPOHO abrió un pozo."
    blocks = find_blocks(text)
    found = find_agencies(text, blocks, find_sentences(text, blocks), None, Patterns(tmp_path))
    assert [(m.name, m.id) for m in found] == [("Junta de Pozos Hondos", "my.pozos")]


def test_an_acronym_counts_before_its_definition() -> None:
    text = "Con apoyo del GEPAZ hubo talleres.\n\nEl Grupo Especial por la Paz Urbana (GEPAZ) dio pláticas."
    assert names(text)[0] == "Grupo Especial por la Paz Urbana"


def test_a_short_form_without_forerunner_is_nobody() -> None:
    assert read("El Instituto dará más y esta dependencia también.") == []


def test_the_same_acronym_means_another_body_in_another_country() -> None:
    assert names("El INE publicó el padrón.", "Puebla, México") == ["Instituto Nacional Electoral"]
    assert names("El INE publicó el paro.", "Soria, España") == ["Instituto Nacional de Estadística"]


def test_a_misspelt_name_takes_the_known_spelling() -> None:
    mention = read("Por medio del Instituto Municipal de la Mujeres (IMM) hubo talleres.")[0]
    assert mention.name == "Instituto Municipal de las Mujeres"


def test_two_bodies_that_differ_by_a_word_stay_two() -> None:
    text = "La Secretaría de Desarrollo Rural y la Secretaría de Desarrollo Urbano firmaron."
    assert names(text) == ["Secretaría de Desarrollo Rural", "Secretaría de Desarrollo Urbano"]


def test_ids_come_from_the_gazetteer_and_not_for_names_that_many_bodies_share() -> None:
    ids = {
        mention.name: mention.id
        for mention in read("La Conagua y la Secretaría de Salud limpiaron el canal.", "León, Gto.")
    }
    assert ids == {"Comisión Nacional del Agua": "mx.conagua", "Secretaría de Salud": None}


def test_a_headline_in_capitals_resolves_to_the_names_of_the_text() -> None:
    text = "REPARTE INSTITUTO MUNICIPAL DE LA JUVENTUD BECAS\n\nHoy el Instituto Municipal de la Juventud dio becas."
    assert names(text) == ["Instituto Municipal de la Juventud"] * 2


def test_a_place_of_treatment_is_a_weaker_guess_than_a_ministry() -> None:
    scores = {
        mention.name: mention.score for mention in read("La Secretaría de Salud equipó el Hospital General de Rincón.")
    }
    assert scores["Hospital General de Rincón"] < scores["Secretaría de Salud"]


@pytest.mark.parametrize(
    ("text", "place", "country"),
    [
        ("Reparten agua.", "Tecate, Baja California", "México"),
        ("Reparten agua en Antioquia.", None, "Colombia"),
        ("Reparten agua.", None, None),
        # names that many countries' bodies have
        ("La Secretaría de Finanzas pagó.", None, None),
        ("El Poder Ejecutivo pagó.", None, None),
        ("La Secretaría de Finanzas (SEFIN) pagó mil lempiras.", None, "Honduras"),
        ("El Gobierno del Estado pagó.", None, "México"),
        ("El Gobierno del Estado Plurinacional pagó.", None, "Bolivia"),
        # a word that is no money, beside a demonym
        ("Los tucumanos de diez comunas cobraron.", None, "Argentina"),
        ("Los lojanos de diez cantones cobraron.", None, "Ecuador"),
    ],
)
def test_country_of_a_release(text: str, place: str | None, country: str | None) -> None:
    assert country_of(text, place, shipped()) == country


def test_bodies_unite_a_name_with_and_without_its_place() -> None:
    text = "El Instituto del Deporte de Tecate ganó. El Instituto del Deporte celebró."
    bodies = Bodies(spelled_names(text, find_blocks(text), None, shipped()), None, shipped())
    assert len(bodies.all) == 1


def test_the_grammar_stops_at_the_end_of_the_block() -> None:
    text = "Avisa la Secretaría de Pesca\n\nTecate recibe lluvia"
    assert names(text) == ["Secretaría de Pesca"]
    grammar = grammar_of(shipped())
    assert grammar.extend("Junta de Aguas Limpias", 5, 14, "Junta") == 14


def test_every_rule_matches_its_examples() -> None:
    rules = shipped().rules("agency_names.yml", NameRule)
    assert [complaint for rule in rules for complaint in rule.complaints()] == []


WORDS = [
    "el",
    "la",
    "Instituto",
    "Secretaría",
    "de",
    "y",
    "Salud",
    "(DIF)",
    "alcalde",
    "IMSS",
    "Tecate",
    ",",
    ".",
    "\n\n",
    "SALUD",
    "esta dependencia",
    "ayuntamiento",
]


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(WORDS), max_size=30).map(" ".join))
def test_mentions_are_ordered_hold_their_text_and_never_overlap(text: str) -> None:
    found = read(text, "Tecate, Baja California")
    assert all(text[m.start : m.end] == m.surface and m.name and 0 < m.score <= 1 for m in found)
    assert all(one.end <= other.start for one, other in itertools.pairwise(found))


GENERIC = [
    ("El Distrito invirtió.", "Cali, Colombia", ["Alcaldía de Cali"]),
    ("Vive en el Distrito y el distrito crece.", "Cali, Colombia", []),
    ("La comuna licitó.", "Cusco, Perú", ["Municipalidad de Cusco"]),
    ("La comuna creció.", "Talca, Chile", []),
    ("La Federación giró recursos.", "Puebla, Puebla", ["Gobierno Federal"]),
    ("Salió en el Diario Oficial de la Federación.", "Puebla, Puebla", []),
    ("La Federación de Ajedrez ganó.", "Puebla, Puebla", ["Federación de Ajedrez"]),
    (
        "La Nación girará fondos a la Provincia.",
        "Salta, Argentina",
        ["Gobierno Nacional", "Gobierno de la Provincia de Salta"],
    ),
    ("El Estado aporta la mitad.", "Sevilla, España", ["Gobierno de España"]),
    ("El Estado aporta la mitad.", "Puebla, Puebla", ["Gobierno del Estado de Puebla"]),
    ("El Estado de Derecho y el estado del agua.", "Puebla, Puebla", []),
    ("La Junta destinó dos millones.", "Sevilla, Andalucía", ["Junta de Andalucía"]),
    ("La junta duró dos horas.", "Sevilla, Andalucía", []),
    ("El GORE pagó.", "Piura, Perú", ["Gobierno Regional de Piura"]),
    ("El Cabildo pagó.", "Loja, Ecuador", ["Municipio de Loja"]),
    ("El municipio de Maipú repartió agua.", "Talca, Chile", ["Municipalidad de Maipú"]),
    ("En el municipio de Maipú llueve.", "Talca, Chile", []),
]


@pytest.mark.parametrize(("text", "place", "expected"), GENERIC)
def test_generic_words_for_governments_by_country(text: str, place: str, expected: list[str]) -> None:
    assert names(text, place) == expected


def test_a_state_that_only_a_bodys_name_tells() -> None:
    text = "El gobernador abrió la sede del Instituto del Agua de Corrientes, en la Argentina."
    assert names(text, "Goya")[0] == "Gobierno de la Provincia de Corrientes"


ORGANIZATIONS = [
    ("La empresa Agua del Valle (Agval) reparó fugas.", ["Agua del Valle"]),
    ("La empresa municipal Limpia Sur recogió hojas.", ["Limpia Sur"]),
    ("Según la fundación Manos del Río hay cien.", ["Manos del Río"]),
    ("Ayer, Caminos y Faros Australes (Cafar) pintó.", ["Caminos y Faros Australes"]),
    ("Aquanor reparó diez fugas. El plan de Aquanor sigue.", ["Aquanor", "Aquanor"]),
    ("Lo dijo Rita Mora, CEO de Fibra Austral. Fibra Austral ya opera.", ["Fibra Austral", "Fibra Austral"]),
    ("La fundadora de Rumbo24 sumó cinco plazas.", ["Rumbo24"]),
    ("La empresa Aceros del Norte pagó.", []),
    ("En la Zona Alta de Lagunas (ZAL) llovió. La ZAL creció.", []),
    ("Viven en el Departamento del Meta.", []),
    ("El Departamento del Meta invirtió poco.", ["Departamento del Meta"]),
    ("El Plan Director de Caminos va.", []),
    ("Lo pide ONU Hábitat.", ["ONU Hábitat"]),
    ("El gerente general de la Planta pagó. El fundador de Ana Ríos calló.", []),
    ("El Producto Interno Bruto (PIB) creció.", []),
    ("Tomó Vitamina C Natural (Vicina) de noche.", []),
    ("También llegó. Posteriormente entregó. Estoy convencido. Vecinos reportaron.", []),
    ("Rojas inauguró la obra. Lo dijo Pedro Rojas.", []),
    ("Agua faltó. El agua volvió.", []),
]


HEADLINES = [
    (
        "Fibra Austral conecta a diez escuelas",
        "La dotación de Fibra Austral llegó ayer, dijo Fibra Austral.",
        "Fibra Austral",
    ),
    ("Rojas Peña entrega diez becas", "Pedro Rojas Peña las dio. A Rojas Peña le aplaudieron.", None),
    ("Fibra Austral", "Fibra Austral llegó ayer, dijo Fibra Austral.", None),
    ("Fibra Austral conecta a diez escuelas", "Llegaron ayer.", None),
    ("Sonora conecta a diez escuelas", "En Sonora llegaron ayer, y Sonora crece.", None),
]


@pytest.mark.parametrize(("title", "body", "name"), HEADLINES)
def test_the_subject_of_a_headline_that_the_text_takes_up(title: str, body: str, name: str | None) -> None:
    found = {m.name for m in read(f"{title}\n\n{body}") if m.rule == "agency.organization.headline"}
    assert found == ({name} if name else set())


@pytest.mark.parametrize(("text", "expected"), ORGANIZATIONS)
def test_organizations_without_a_noun_for_a_body(text: str, expected: list[str]) -> None:
    assert names(text) == expected


def test_the_one_word_that_opens_headline_and_text_is_surest() -> None:
    found = read("Aquanor repara fugas\n\nTalca, 3 de mayo de 2021. Aquanor reparó diez fugas.", "Talca")
    assert [(mention.name, mention.score) for mention in found] == [("Aquanor", 0.8), ("Aquanor", 0.8)]


UNITED = [
    ("El Sistema Municipal para el Desarrollo Integral de la Familia (SMDIF) abrió. El DIF dio camas.", 1),
    ("La Secretaría de Protección Civil (SPC) avisó. Protección Civil evacuó.", 1),
    ("La Secretaría de Protección Civil avisó. El DIF Estatal dio camas.", 2),
    ("El Patronato de la Cruz Roja abrió. La Cruz Roja atendió.", 2),
]


@pytest.mark.parametrize(("text", "bodies"), UNITED)
def test_short_and_full_names_are_one_body(text: str, bodies: int) -> None:
    assert len(set(names(text))) == bodies


def test_a_byname_is_shown_as_written_and_keeps_the_id() -> None:
    [found] = read("Mérida, Yucatán. El IMSS Bienestar abrió camas.")
    assert (found.name, found.id) == ("IMSS Bienestar", "mx.imss-bienestar")
    assert set(names("Sevilla, España. El Gobierno andaluz abre.", "Sevilla")) == {"Junta de Andalucía"}


POINTING = [
    ("La cartera sanitaria compró.", "Salta, Argentina. El Ministerio de Salud avisó. ", ["Ministerio de Salud"] * 2),
    ("La cartera vencida creció.", "Salta, Argentina. El Ministerio de Salud avisó. ", ["Ministerio de Salud"]),
    (
        "El fondo pagó y el organismo siguió.",
        "El Instituto del Agua avisó. Usó el Fondo del Agua. ",
        ["Instituto del Agua"] * 2,
    ),
    # of two that are named as often, the first
    (
        "Por su parte, la presidenta del organismo saludó.",
        "El Instituto del Agua abrió la Unidad de Riego. ",
        ["Instituto del Agua", "Unidad de Riego", "Instituto del Agua"],
    ),
]


@pytest.mark.parametrize(("text", "before", "expected"), POINTING)
def test_short_forms_take_the_body_that_fits(text: str, before: str, expected: list[str]) -> None:
    assert names(before + text) == expected


def test_a_short_form_takes_the_body_of_its_noun_that_acted() -> None:
    text = "El Instituto del Agua firmó con el Instituto del Bosque. El Instituto pagará."
    assert names(text) == ["Instituto del Agua", "Instituto del Bosque", "Instituto del Agua"]


def test_the_entity_is_the_one_that_acts_in_the_paragraph() -> None:
    text = (
        "La Comisión del Agua abrió. La Comisión del Agua cerró.\n\n"
        "En tanto, el Instituto del Bosque multó a diez; la dependencia sembró mil."
    )
    assert names(text)[-1] == "Instituto del Bosque"


def test_a_director_of_a_named_center_is_no_body_of_their_own() -> None:
    assert names("La directora del Centro de Terapia Infantil (CTI), Ana Ruiz, habló.") == [
        "Centro de Terapia Infantil"
    ]
    assert names("La directora de Servicios Públicos habló.") == ["Dirección de Servicios Públicos"]


def test_no_roman_number_and_no_schemes_acronym_is_a_body() -> None:
    assert names("Llega la XXVII edición a Salta, Argentina, y se paga la AUH.") == []


def test_country_of_an_ambiguous_place_is_the_same_in_every_process() -> None:
    script = (
        "from extract.names.countries import country_of\nfrom extract.patterns import shipped\n"
        "places = ('Córdoba', 'La Rioja', 'Santa Cruz', 'Amazonas')\n"
        "print([country_of(f'Llovió ayer en {place}.', None, shipped()) for place in places])"
    )
    found = {
        subprocess.run(  # noqa: S603
            [sys.executable, "-c", script],
            check=True,
            capture_output=True,
            text=True,
            env={**os.environ, "PYTHONHASHSEED": seed},
        ).stdout
        for seed in "1234"
    }
    assert len(found) == 1


def test_a_short_name_in_brackets_is_the_body_before_it() -> None:
    full = "Sistema para el Desarrollo Integral de la Familia"
    assert set(names(f"DIF Estatal entrega 40 becas\n\nEl {full} (DIF Estatal) dio 40 becas.")) == {full}


def test_a_part_in_brackets_is_a_body_of_its_own() -> None:
    text = "La Secretaría de Salud (Dirección de Epidemiología) dio 40 vacunas."
    assert "Dirección de Epidemiología" in names(text)


GIVERS = [
    ("La empresa Aguas del Sur se hizo cargo de 9.", "Aguas del Sur"),
    ("La compañía Cobre Azul, que opera ahí, donó 9.", "Cobre Azul"),
    ("La constructora cumplió y la empresa Faro Norte ha aportado 9.", "Faro Norte"),
    ("La Minera Cobre Azul puso 9.", "Minera Cobre Azul"),
    ("La Jurisdicción Sanitaria No. 3 aplicó 9 dosis.", "Jurisdicción Sanitaria No. 3"),
    ("La Instancia Municipal de la Mujer dio 9 pláticas.", "Instancia Municipal de la Mujer"),
    ("La Capitanía de Puerto revisó 9 lanchas.", "Capitanía de Puerto"),
    ("El Comando Departamental de Policía halló 9.", "Comando Departamental de Policía"),
    ("Pescanova, que corrió con el gasto, donó 9 cajas.", "Pescanova"),
]


@pytest.mark.parametrize(("text", "name"), GIVERS)
def test_a_company_that_gives_is_an_agency(text: str, name: str) -> None:
    assert names(text)[-1] == name


@pytest.mark.parametrize(
    "text",
    [
        "La empresa Faro Norte debe 9.",
        "La empresa Faro Norte recibió 9 multas.",
        "Visitaron la compañía Cobre Azul y sus 9 hornos.",
        "El comando de la misión vio 9.",
        "La minera Cobre cerró 9 pozos.",
    ],
)
def test_a_company_that_gives_nothing_is_none(text: str) -> None:
    assert names(text) == []
