"""What a release's town tells: its country, its state, its number format. The releases are our own."""

from __future__ import annotations

import csv
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

from extract.names.countries import code_of, country_of, regions_of
from extract.names.governments import Governments
from extract.names.known_towns import KnownTowns, known_towns_of
from extract.patterns import TOWN_FILE, Patterns, shipped, shipped_folder
from extract.quantities.conventions import find_convention
from extract.rules import PatternError, Town
from extract.sentences import find_blocks

MX, ES, AR, CO, CL, PE, EC = "México", "España", "Argentina", "Colombia", "Chile", "Perú", "Ecuador"

# Nothing but the town says where the release is from: the text, the dateline's place, the country.
ONLY_A_TOWN = [
    ("El alcalde de Macuspana inauguró tres canchas. Costaron 2 millones.", None, MX),
    ("Se repartieron 400 mochilas a niños de primaria.", "Macuspana", MX),
    ("La alcaldesa de Tizimín abrió un comedor para 120 adultos mayores.", None, MX),
    ("El Ayuntamiento de Calvillo podó 300 árboles este mes.", None, MX),
    ("Llegaron 45 luminarias nuevas al centro.", "Zongolica", MX),
    ("El Ayuntamiento de Torrelodones plantó 200 encinas.", None, ES),
    ("La alcaldesa de Dos Hermanas entregó 90 becas de comedor.", None, ES),
    ("El alcalde de Sestao presentó un plan con 40 obras.", None, ES),
    ("Se han instalado 75 contenedores.", "Alcobendas", ES),
    ("La Municipalidad de Trenque Lauquen arregló 30 veredas.", None, AR),
    ("El intendente de Chivilcoy recorrió 12 escuelas.", None, AR),
    ("Se vacunó a 800 perros en los barrios.", "Oberá", AR),
    ("La Alcaldía de Dosquebradas pavimentó 14 vías.", None, CO),
    ("El alcalde de Sogamoso visitó 23 huertas.", None, CO),
    ("Terminó el curso con 60 jóvenes graduados.", "Barrancabermeja", CO),
    ("La Municipalidad de Curacaví reparó 18 plazas.", None, CL),
    ("El alcalde de Panguipulli entregó 35 estufas.", None, CL),
    ("Hubo 500 corredores en la carrera del domingo.", "Quilpué", CL),
    ("La Municipalidad Provincial de Andahuaylas limpió 9 canales.", None, PE),
    ("El alcalde de Ayaviri recibió 4 camiones.", None, PE),
    ("La alcaldesa de Gualaceo abrió 2 mercados.", None, EC),
    ("El alcalde de Cayambe presentó 16 proyectos.", None, EC),
    ("La Intendencia de Paysandú reparó 40 bancos.", None, "Uruguay"),
    ("El alcalde de Guayaramerín entregó 100 pupitres.", None, "Bolivia"),
    ("La Municipalidad de Coronel Oviedo abrió 3 salas.", None, "Paraguay"),
    ("La Alcaldía de Cabimas recuperó 22 plazas.", None, "Venezuela"),
    ("El alcalde de Curridabat anunció 7 parques.", None, "Costa Rica"),
    ("La Municipalidad de Chichicastenango abrió 5 pozos.", None, "Guatemala"),
    ("El alcalde de Siguatepeque entregó 250 láminas.", None, "Honduras"),
    ("La alcaldesa de Suchitoto premió a 30 artesanos.", None, "El Salvador"),
    ("El alcalde de Nandaime reunió a 60 productores.", None, "Nicaragua"),
    ("El alcalde de Soná visitó 11 fincas.", None, "Panamá"),
    ("El Ayuntamiento de Jarabacoa sembró 900 pinos.", None, "República Dominicana"),
    ("Abrieron 6 consultorios.", "Cabaiguán", "Cuba"),
]

# Other places, persons and streets stand beside the town, or the name is that of several towns.
TRAPS = [
    ("El alcalde de Macuspana firmó un acuerdo con una empresa de Madrid. Llegarán 80 becas.", None, MX),
    ("La feria del chile reunió 40 puestos de Chile Serrano y Chile Poblano.", "Jerécuaro", MX),
    ("El alcalde de Jerécuaro abrió la feria del chile: 40 puestos de Chile Poblano.", None, MX),
    ("El alcalde de Tenosique atendió a 300 migrantes de Honduras, de Cuba y otra vez de Honduras.", None, MX),
    ("La alcaldesa de Mapastepec dio comida a 90 migrantes hondureños.", None, MX),
    ("El alcalde de Tecamachalco arregló la calle Bolivia y la avenida Perú, 900 metros.", None, MX),
    ("La concejala Ana Zamora y el alcalde de Getafe entregaron 14 premios a Luis Cárdenas.", None, ES),
    ("El Ayuntamiento de Guadalajara y la Diputación Provincial contratan a 40 personas.", None, ES),
    ("El Ayuntamiento de Mérida y la Junta de Extremadura abren 12 aulas.", "Mérida", ES),
    ("El presidente municipal de Mérida abrió 12 aulas.", None, MX),
    (
        "La Alcaldía de Mérida y la gobernación del estado Mérida abren 12 aulas. Costó 900 bolívares.",
        None,
        "Venezuela",
    ),
    ("El Ayuntamiento de Granada riega 60 jardines.", None, ES),
    ("La Alcaldía de Granada, Nicaragua, riega 60 jardines.", None, "Nicaragua"),
    ("El presidente municipal de Salamanca abrió 4 centros.", None, MX),
    ("El intendente de Florida visitó 30 tambos con OSE y UTE.", None, "Uruguay"),
    ("La Municipalidad de La Paz, Entre Ríos, pintó 20 aulas.", None, AR),
    ("El alcalde de Macuspana recibió 300 millones de guaraníes de un donante.", None, "Paraguay"),
    ("La Junta de Andalucía invitó al alcalde de Macuspana a ver 12 obras.", None, ES),
    ("El alcalde de Nogales y el gobernador de Sonora abrieron 3 pozos.", None, MX),
    ("La alcaldesa de Cartago recibió 500 colones por cada uno de sus 40 puestos.", None, "Costa Rica"),
]

# Whose "gobierno del estado" or "de la región" it is.
STATES = [
    ("El alcalde de Macuspana y el gobierno del estado dieron 90 becas.", None, "Tabasco"),
    ("El alcalde arregló la calle Vicente Guerrero con el gobierno del estado. Van 9 obras.", "Macuspana", "Tabasco"),
    ("El alcalde de Jerécuaro arregló la calle Guerrero con 9 obreros.", None, "Guanajuato"),
    ("La alcaldesa de Tizimín y el gobierno estatal sembraron 80 cedros.", None, "Yucatán"),
    ("El Ayuntamiento de Torrelavega pide 3 obras al gobierno regional.", None, "Cantabria"),
    ("La Municipalidad de Oberá recibió 40 computadoras del gobierno provincial.", None, "Misiones"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "place", "country"), [*ONLY_A_TOWN, *TRAPS])
def test_the_country_of_a_release(text: str, place: str | None, country: str) -> None:
    assert country_of(text, place, shipped()) == country


@pytest.mark.parametrize(("text", "place", "state"), STATES)
def test_the_state_of_a_release(text: str, place: str | None, state: str) -> None:
    governments = Governments(text, find_blocks(text), place, country_of(text, place, shipped()), shipped())
    assert governments.state == state


@pytest.mark.parametrize(("place", "country"), [("San Martín Texmelucan", MX), ("San Martín", PE)])
def test_a_town_is_no_region_with_which_its_name_begins(place: str, country: str):
    assert country_of("Llegaron 45 luminarias nuevas al centro.", place, shipped()) == country


def test_there_are_sixty_releases() -> None:
    assert len(ONLY_A_TOWN) + len(TRAPS) + len(STATES) == 60


@pytest.mark.parametrize(
    "text", ["La calle Guerrero y la avenida Sonora", "La señora Rosa Guerrero", "colonia Jalisco"]
)
def test_a_street_or_a_person_names_no_region(text: str) -> None:
    assert not regions_of(shipped()).regions_named(text, MX)
    assert regions_of(shipped()).regions_named("la calle Mayor de Guerrero", MX) == Counter({"Guerrero": 1})


@pytest.mark.parametrize(
    ("text", "place", "code"),
    [
        ("El alcalde de Sogamoso pagó $ 12.500 por cada huerta.", None, "CO"),
        ("El intendente de Chivilcoy pagó $ 12.500 por cada huerta.", None, "AR"),
        ("El alcalde de Macuspana pagó $12,500 por cada huerta.", None, "MX"),
        ("Pagaron $12,500 por cada huerta.", "Macuspana", "MX"),
        ("El alcalde de Curridabat pagó 12 500 por cada huerta.", None, "CR"),
    ],
)
def test_the_number_format_is_that_of_the_country(text: str, place: str | None, code: str) -> None:
    home = code_of(country_of(text, place, shipped()))
    assert find_convention(text, place, home=home).country == code


def test_figures_and_words_of_another_country_go_before_the_home() -> None:
    text = "Costó 1.234.567 euros; 2.345.678 euros; 3.456.789 euros, dijo la Junta de Andalucía."
    assert find_convention(text, None, home="MX").country == "ES"


def test_a_code_without_a_convention_changes_nothing() -> None:
    assert find_convention("Son 12 euros.", None, home="XX").country == find_convention("Son 12 euros.", None).country
    assert code_of("Atlántida") is None


# The file.


def test_every_row_has_a_country_and_a_region_of_the_lists() -> None:
    regions: dict[str, set[str]] = {}
    for entity in shipped().entities("agencies.csv"):
        region, _, country = (entity.place or "").rpartition(", ")
        regions.setdefault(country, set()).add(region)
    governed = {
        "México",
        "España",
        "Argentina",
        "Chile",
        "Perú",
        "Bolivia",
        "Paraguay",
        "Venezuela",
        "Colombia",
        "Ecuador",
    }
    #: Parts of these countries that have no row of a state in agencies.csv.
    others = {
        "Ceuta", "Melilla", "Ciudad Autónoma de Buenos Aires", "Central", "Cordillera", "San Pedro", "Asunción", "Boquerón",
        "La Guaira", "Distrito Capital", "Dependencias Federales",
    }  # fmt: skip
    unknown = {
        (town.country, town.region)
        for town in (Town(row[0], row[1], row[2], int(row[3])) for row in shipped().towns())
        if town.country in governed and town.region not in regions[town.country] | others
    }
    assert not unknown
    assert all(code_of(row[1]) for row in shipped().towns())


def test_the_file_is_sorted_and_has_each_town_once() -> None:
    with (shipped_folder() / TOWN_FILE).open(encoding="utf-8", newline="") as handle:
        rows = [tuple(row) for row in csv.reader(handle)][1:]
    keys = [row[:3] for row in rows]
    assert keys == sorted(set(keys))
    assert all(row[3].isdigit() and row[0] == row[0].strip() for row in rows)
    assert {row[1] for row in rows} >= {MX, ES, AR, CO, CL, PE, EC, "Cuba", "Panamá", "Uruguay"}


@pytest.mark.parametrize(
    ("content", "complaint"),
    [
        ("town,country\n", "towns.csv:1: the header must be name,country,region,population."),
        ("name,country,region,population\nAquí,México\n", "towns.csv:2: a town has 4 cells, this row has 2."),
        ("name,country,region,population\n,México,Jalisco,5\n", "towns.csv:2: a town needs its name, its country"),
        ("name,country,region,population\nAquí,México,Jalisco,5 mil\n", "towns.csv:2: population: write figures"),
        ("name,country,region,population\nAquí,Méjico,Jalisco,5\n", "towns.csv:2: country: 'Méjico' is not"),
    ],
)
def test_a_broken_list_is_told_with_file_and_line(tmp_path: Path, content: str, complaint: str) -> None:
    (tmp_path / TOWN_FILE).write_text(content, encoding="utf-8")
    with pytest.raises(PatternError) as error:
        Patterns(tmp_path).check()
    assert complaint in str(error.value)


def test_a_user_adds_a_town(tmp_path: Path) -> None:
    (tmp_path / TOWN_FILE).write_text("name,country,region,population\nVillaquién,Chile,Maule,\n", encoding="utf-8")
    patterns = Patterns(tmp_path)
    assert country_of("El alcalde de Villaquién abrió 3 pozos.", None, patterns) == CL
    assert country_of("El alcalde de Macuspana abrió 3 pozos.", None, patterns) == MX
    assert country_of("El alcalde de Villaquién abrió 3 pozos.", None, shipped()) is None


def test_names_are_found_in_capitals_and_without_accents_longest_first() -> None:
    towns = known_towns_of(shipped())
    text = "En TIZIMIN, Pachuca de Soto y leandro n. alem; en Leandro N. Alem."
    assert [text[found.start : found.end] for found in towns.find(text)] == [
        "TIZIMIN",
        "Pachuca de Soto",
        "Leandro N. Alem",
    ]
    assert isinstance(towns, KnownTowns)
    assert known_towns_of(shipped()) is towns


def test_a_name_of_other_letters_is_found_too(tmp_path: Path) -> None:
    row = '"Villa Ñandú, Łódź",Argentina,Chaco,\n'
    (tmp_path / TOWN_FILE).write_text(f"name,country,region,population\n{row}", encoding="utf-8")
    assert [town.region for town in KnownTowns(Patterns(tmp_path)).called("Chivilcoy")] == ["Buenos Aires"]
    assert Patterns(tmp_path).towns()[-1] == ["Villa Ñandú, Łódź", "Argentina", "Chaco", ""]


def test_every_name_is_indexed_as_a_text_is_read() -> None:
    towns = known_towns_of(shipped())
    lost = [row[0] for row in shipped().towns() if not towns.called(row[0], row[1])]
    assert lost == []


def test_the_list_is_not_read_before_a_release_is() -> None:
    code = "import extract; from extract.patterns import shipped; assert 'towns.csv' not in shipped()._cache"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0  # noqa: S603 (our own code)
