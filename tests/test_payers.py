"""Who did or paid what is counted where the order of words hides it, and what is no institution's at all."""

from __future__ import annotations

import datetime as dt

import pytest

from extract.links.candidates import Candidates
from extract.links.layout import Layout
from extract.links.status import StatusReading
from extract.patterns import shipped
from extract.pipeline import find_mentions
from extract.readers import read_text

DONE = StatusReading("reported", "status.reported", 0.9, "past")


def features_of(text: str, surface: str | None, link: str = "agency") -> dict[str, float]:
    """The features of the candidate named so, or of "none", for the first figure."""
    mentions, _ = find_mentions(read_text(text), shipped())
    source = Candidates(Layout(text, mentions), dt.date(2024, 5, 10), shipped())
    candidates = source.of(link, mentions.quantities[0], DONE, None)
    if surface is None:
        return candidates[-1].features
    return next(c.features for c in candidates if c.mention is not None and surface in c.mention.surface)


def bodies_of(text: str) -> list[str]:
    """The bodies that the last figure could belong to."""
    mentions, _ = find_mentions(read_text(text), shipped())
    source = Candidates(Layout(text, mentions), dt.date(2024, 5, 10), shipped())
    candidates = source.of("agency", mentions.quantities[-1], DONE, None)
    return [str(c.key) for c in candidates if c.mention is not None]


@pytest.mark.parametrize(
    "text",
    [
        "La obra está lista, y los $40 millones los pone la Secretaría de Salud.",
        "Del total, 40 mil pesos los asumió la Secretaría de Salud por convenio.",
        "Las 40 camas nuevas las ha donado la Secretaría de Salud.",
        "Esas 40 calles las pavimentó íntegramente la Secretaría de Salud.",
        "La obra costó 40 millones de pesos y la ejecutó la Secretaría de Salud.",
        "Los otros 40 mil pesos los aporta la Secretaría de Salud.",
    ],
)
def test_a_pronoun_takes_up_what_is_counted_before_its_subject(text: str) -> None:
    assert "after_agent" in features_of(text, "Secretaría")


@pytest.mark.parametrize(
    "text",
    [
        "Inditex dio 40 batas, mientras que los respiradores los adquirió la Secretaría de Salud.",
        "La alcaldía dio 40 camas y los médicos los pone la Secretaría de Salud.",
        "El DIF dio 40 becas. Los premios los dio la Secretaría de Salud.",
        "La alcaldía dio 40 camas, las mantas y la luz a la Secretaría de Salud.",
        "La alcaldía dio 40 camas; la clínica la abrió la Secretaría de Salud.",
    ],
)
def test_a_pronoun_for_something_else(text: str) -> None:
    assert "after_agent" not in features_of(text, "Secretaría")


@pytest.mark.parametrize(
    ("text", "thanked"),
    [
        ("La alcaldesa agradeció a la Secretaría de Salud que haya pagado 40 camas.", True),
        ("Los vecinos agradecieron a la Secretaría de Salud las 40 camas.", True),
        ("El alcalde reconoció también a la Secretaría de Salud por dar 40 camas.", True),
        ("La obra, de 40 mil pesos, corre por cuenta de la Secretaría de Salud.", True),
        ("Las 40 camas son donación de la Secretaría de Salud.", True),
        ("La Cruz Roja, acompañada por la Secretaría de Salud, dio 40 camas.", False),
        ("La alcaldesa dio a la Secretaría de Salud 40 camas.", False),
        ("La alcaldesa conoció a la Secretaría de Salud y sus 40 camas.", False),
    ],
)
def test_who_is_thanked_or_pays_did_it(text: str, thanked: bool) -> None:
    assert ("intro_agent" in features_of(text, "Secretaría")) == thanked


@pytest.mark.parametrize(
    ("text", "nearest"),
    [
        ("Elementos de la Policía Vial, en coordinación con la Secretaría de Salud, dieron 40 avisos.", "Policía"),
        ("El DIF Municipal, junto con la Secretaría de Salud, dio 40 becas.", "DIF"),
        ("La Fiscalía General del Estado y, de la mano con la Secretaría de Salud, dio 40.", "Fiscalía"),
        ("El DIF Municipal, junto con la Cruz Roja y la Secretaría de Salud, dio 40 becas.", "DIF"),
        ("Técnicos del DIF Municipal, acompañados por delegados de la Secretaría de Salud, dieron 40.", "DIF"),
        ("Agentes del DIF Municipal, en articulación con la Secretaría de Salud, dieron 40.", "DIF"),
        ("En coordinación con el DIF Municipal, la Secretaría de Salud dio 40 becas.", "Secretaría"),
        ("En coordinación con la Secretaría de Salud se dieron 40 becas.", "Secretaría"),
    ],
)
def test_company_is_no_nearer_to_what_is_counted(text: str, nearest: str) -> None:
    assert "nearest_before" in features_of(text, nearest)


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("La Secretaría de Salud aplicó 40 vacunas.", True),
        ("La Secretaría de Salud (SSA), que dirige Ana Ruiz Soto, ha aplicado ya 40 vacunas.", True),
        ("La Secretaría de Salud se hace cargo de los 40 millones.", True),
        ("La Secretaría de Salud desembolsa 40 millones de pesos.", True),
        ("Fue la Secretaría de Salud la que aplicó 40 vacunas.", True),
        ("La Secretaría de Salud celebró que el DIF dio 40 becas.", False),
        ("La Secretaría de Salud vino; se dieron 40 becas.", False),
        ("Dieron 40 becas a la Secretaría de Salud.", False),
        ("En la Secretaría de Salud hay 40 camas.", False),
    ],
)
def test_the_subject_of_the_only_verb(text: str, subject: bool) -> None:
    assert ("subject" in features_of(text, "Secretaría")) == subject


NOBODYS = [
    ("Rosa Paz Gil, vecina de Aguas, contó que en el pueblo son 5.", "none_outsider"),
    ("El productor Luis Paz Gil relató que sembró 5 hectáreas.", "none_outsider"),
    ("“Empecé con 5 pesos”, platicó doña Rosa Paz Gil.", "none_outsider"),
    ("Vino Rosa Paz Gil, de 64 años, desde el monte.", "none_nobody_near_aged"),
    ("La figura fue Rosa Paz Gil, que a sus 15 años ganó.", "none_nobody_near_aged"),
    ("El ladrón se expone a penas de 4 años.", "none_nobody_near_penalty"),
    ("El Código Penal lo castiga con 4 años.", "none_nobody_near_penalty"),
    ("El país, con unos 3.457.000 habitantes, crece.", "none_nobody_near_population"),
    ("Ahí vivían 7 personas de una misma familia.", "none_nobody_near_population"),
]


@pytest.mark.parametrize(("text", "feature"), NOBODYS)
def test_what_is_nobodys(text: str, feature: str) -> None:
    assert feature in features_of(text, None)
    assert feature not in features_of(text, None, "program")


@pytest.mark.parametrize(
    ("text", "nobodys"),
    [
        ("El DIF sumó a los 3 órdenes de gobierno.", True),
        ("El Ayuntamiento y otros 3 niveles de gobierno ayudaron.", True),
        ("El DIF surtió 3 órdenes de compra.", False),
        ("El DIF abrió 3 niveles de lectura.", False),
    ],
)
def test_levels_of_government_are_no_institutions(text: str, nobodys: bool) -> None:
    assert (bodies_of(text) == []) == nobodys


SOMEBODYS = [
    "El ministro Luis Paz Gil contó que dieron 5 becas.",
    "Luis Paz Gil, alcalde de Lerdo, contó que dieron 5 becas.",
    "Abrieron un camino a San Juan, de 4 kilómetros.",
    "Es para mayores de 60 años.",
    "Surtieron 3 órdenes de compra.",
    "La planta servirá a 8.700 habitantes.",
    "En el penal de Lerdo dieron 5 becas.",
]


@pytest.mark.parametrize("text", SOMEBODYS)
def test_what_may_be_somebodys(text: str) -> None:
    assert not [name for name in features_of(text, None) if "nobody" in name or "outsider" in name]


#: Told of a life, or by somebody who speaks for nobody: no body of another sentence has a part in it.
OUT_OF_REACH = [
    "Vino Rosa Paz Gil, vecina de Aguas, de 64 años.",
    "La figura fue Rosa Paz Gil, que a sus 15 años ganó.",
    "Rosa Paz Gil, vecina de Aguas, contó que en el pueblo son 5.",
    "Rosa Paz Gil, de 71 años, artesana, contó que tarda 5 días.",
    "El productor Luis Paz Gil relató que sembró 5 hectáreas.",
    "Los productores señalaron que perdieron 5 hectáreas.",
    "Vecinos del ejido explicaron que son 5.",
    "La neumóloga Rosa Paz Gil recordó que el humo tiene 5 venenos.",
    "El biólogo Luis Paz Gil ha explicado que la cigüeña pone 5 huevos.",
    "“Empecé a los 8 con mi abuelo”, dijo.",
    "Se sumaron los 3 órdenes de gobierno.",
]


@pytest.mark.parametrize("text", OUT_OF_REACH)
def test_no_body_reaches_into_what_outsiders_tell(text: str) -> None:
    assert bodies_of(f"La Secretaría de Salud dio becas. {text}") == []


WITHIN_REACH = [
    "El ministro Luis Paz Gil contó que dieron 5 becas.",
    "Rosa Paz Gil, vecina de Aguas, contó que le prestaron 5 pesos.",
    "La neumóloga Rosa Paz Gil indicó que se detectaron 5 casos.",
    "El especialista Luis Paz Gil dijo que van 5 casos.",
    "Los productores recibieron 5 sacos.",
    "La directora del santuario, bióloga Rosa Paz Gil, dijo que abrirán 5 campamentos.",
    "Es para mayores de 60 años.",
    "El plan de Luis Paz Gil será de 3 años.",
    "Surtieron 3 órdenes de compra.",
]


@pytest.mark.parametrize("text", WITHIN_REACH)
def test_bodies_reach_into_what_may_be_theirs(text: str) -> None:
    assert "Secretaría de Salud" in bodies_of(f"La Secretaría de Salud dio becas. {text}")


def test_a_body_in_what_an_outsider_tells_is_kept() -> None:
    text = "La Secretaría de Salud dio becas. Los productores señalaron que el DIF Municipal sembró 5 hectáreas."
    assert bodies_of(text) == ["DIF Municipal"]
