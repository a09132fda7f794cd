"""Which country's numbers a text follows: override, dateline, words, figures, default."""

from __future__ import annotations

import pytest

from extract.patterns import shipped
from extract.quantities.conventions import find_convention
from extract.rules import Convention

PLACES = [
    ("Cancún, Q. R.", "MX"),
    ("Tijuana, Baja California", "MX"),
    ("GUADALUPE, ZAC.", "MX"),
    ("Madrid", "ES"),
    ("La Plata, Argentina", "AR"),
    ("Medellín", "CO"),
    ("Bogotá D. C.", "CO"),
    ("Recoleta", "CL"),
    ("Piura", "PE"),
    ("Guayaquil", "EC"),
    ("Montevideo", "UY"),
    ("Usulután", "SV"),
    ("San Pedro de Macorís", "DO"),
    ("Quiché", "GT"),
    ("Jalapa, Tabasco", "MX"),
    ("Guadalajara, Jalisco", "MX"),
    ("Córdoba, Argentina", "AR"),
    ("Córdoba, España", "ES"),
    ("Mérida, Yucatán", "MX"),
]

TEXTS = [
    ("Entregó 300 becas.", "MX"),
    ("La Junta de Andalucía destina 300 euros.", "ES"),
    ("La obra costó 300 soles y la paga el Gobierno Regional.", "PE"),
    ("El alcalde de Quito, Ecuador, dio 300 dólares.", "EC"),
    ("Creció a 1.234.567 visitas y 12.345 ventas de 47,5 euros.", "ES"),
    ("Llegó a 1,234,567 visitas y 12.5 por ciento.", "MX"),
    ("Un solo 12.345 no decide.", "MX"),
    ("La SUBDERE aprobó 45,5 millones de pesos del FRIL.", "CL"),
    ("La alcaldía usó 12,500 dólares del FODES en dos cantones.", "SV"),
    ("Pagó 300 bolívares, BsF 20 y Bs. 40.", "VE"),
    ("Gastó USD 2.340,50 en focos y $ 1.900,20 en cables.", "EC"),
    ("Gastó USD 2,340.50 en focos y $ 1,900.20 en cables.", "SV"),
    ("Ahorró 45.5 millones de pesos.", "MX"),
    ("La Gobernación del Tolima gastó 948 millones de pesos.", "CO"),
]


@pytest.mark.parametrize(("place", "country"), PLACES)
def test_place_decides(place: str, country: str):
    assert find_convention("", place).country == country


@pytest.mark.parametrize(("text", "country"), TEXTS)
def test_text_decides(text: str, country: str):
    assert find_convention(text, None).country == country


def test_text_decides_between_countries_with_the_same_place():
    assert find_convention("Pagará 1.500 euros el Ayuntamiento y la Junta de Andalucía.", "Córdoba").country == "ES"
    assert find_convention("La intendenta y el Gobierno de la Provincia, Argentina.", "Córdoba").country == "AR"


def test_decimals_of_one_sum_in_pesos_decide():
    assert find_convention("Dio 45,5 millones de pesos a 20 clubes.", None).decimal == ","
    assert find_convention("Dio 45,5 a 20 clubes.", None).decimal == "."


def test_point_groups_never_give_a_point_decimal():
    assert find_convention("Son $1.234.567 y $89.100 en 12.300 casas.", None).decimal == ","


def test_home_decides_unless_the_figures_are_not_written_so():
    sums = " ".join(f"Pagó ${n} a Rita." for n in range(10, 22))
    assert find_convention(sums, None, home="PA").country == "PA"
    assert find_convention(sums, None).country == "MX"
    assert find_convention("Dio 45,5 millones y 12,25 más.", None, home="PA").decimal == ","


def test_many_dollars_are_one_reason():
    sums = " ".join(f"Pagó ${n} a Rita." for n in range(10, 30))
    named = "Panamá abre una feria. Los panameños y las panameñas de Panamá irán con balboas al Ifarhu. "
    assert find_convention(named + sums, None).country == "PA"


def test_puerto_rico_has_dollars():
    assert (
        find_convention("Hay $300 de FEMA para Puerto Rico y los puertorriqueños, dice el FEMA.", None).currency
        == "USD"
    )
    assert find_convention("Hay $300.", "Bayamón, Puerto Rico").currency == "USD"
    assert find_convention("La República Dominicana dio RD$300 a Puerto Rico.", "Santo Domingo").currency == "DOP"
    assert find_convention("Costó $300, unos 17 dólares, y 40 pesos más.", "Cancún, Q. R.").currency == "MXN"


WRITTEN = [
    # all figures are grouped in the other way than at the place
    ("Dio 12.500 soles a 9.700 vecinos.", "Puno", "PE", ","),
    ("Dio 12,500 dólares a 9,700 vecinos.", "Guayaquil", "EC", "."),
    ("Dio 1.234.567 balboas.", "Panamá", "PA", ","),
    # one figure may be a slip, and one that is written as there speaks for the place
    ("Dio 12.500 soles a 300 vecinos.", "Puno", "PE", "."),
    ("Dio 12.500 soles a 9.700 vecinos y 3,200 a Ilave.", "Puno", "PE", "."),
    ("El litro costó 1,345 euros y 1,298 euros en junio; sumó 3,5 millones.", "Madrid", "ES", ","),
    ("La tasa fue de 1.345 y 2.120, con 3.5 por ciento más.", "Cancún, Q. R.", "MX", "."),
]


@pytest.mark.parametrize(("text", "place", "country", "decimal"), WRITTEN)
def test_figures_are_read_as_all_of_them_are_written(text: str, place: str, country: str, decimal: str):
    found = find_convention(text, place)
    assert (found.country, found.decimal) == (country, decimal)
    assert found.decimal not in found.groups


def test_override_beats_everything():
    assert find_convention("euros euros", "Madrid", override="cl").country == "CL"
    assert find_convention("Dio 12.500 soles a 9.700.", "Puno", override="pe").decimal == "."


def test_unknown_override_is_an_error():
    with pytest.raises(KeyError, match="no number convention for 'XX'"):
        find_convention("", None, override="XX")


def test_groups_and_decimal_differ():
    rules = shipped().rules("conventions.yml", Convention)
    assert rules[0].country == "MX"
    assert all(rule.decimal not in rule.groups for rule in rules)
    assert len({rule.country for rule in rules}) == len(rules)
