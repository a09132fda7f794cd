"""Tables of (text, numerals), the round trip of every way to write a number, and promises that hold for any text."""

from __future__ import annotations

import re
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extract.numerals.finder import find_numerals
from extract.patterns import shipped
from extract.rules import WordRule

MIXED = [
    ("un gasto de 2, 415.7 millones", "2, 415.7 millones=2415700000"),
    ("la deuda de 3, 250 millones", "3, 250 millones=3250000000"),
    ("en 2, 415 vecinos", "2=2 415=415"),
    ("de 4,100 a 2, 415 vecinos", "4,100=4100 2, 415=2415"),
    ("son 4,100 en Ica; y 2, 800 para otros", "4,100=4100 2, 800=2800"),
    ("son 4,100 en los grupos 1 y 2, 800 becas", "4,100=4100 1=1 2=2 800=800"),
    ("son 4,100 y en los grupos 2, 415 vecinos", "4,100=4100 2=2 415=415"),
    ("de 4,100 a 2, 300 y 5", "4,100=4100 2=2 300=300 5=5"),
    ("cuotas de $3, 200 pesos", "3, 200=3200"),
    ("cuotas de $3, 200 alumnos", "3=3 200=200"),
    ("los lotes 2, 415 millones", "2=2 415 millones=415000000"),
    ("fueron 12, 300 y 450 millones", "12=12 300=300000000 450 millones=450000000"),
    ("mil 300 becas", "mil 300=1300"),
    ("se dieron 1 mil 804 despensas", "1 mil 804=1804"),
    ("son 42 mil 800 consultas", "42 mil 800=42800"),
    ("17 mil 088 recetas", "17 mil 088=17088"),
    ("8 mil 22 árboles", "8 mil 22=8022"),
    ("mil 10 toneladas", "mil 10=1010"),
    ("tres mil 700 metros", "tres mil 700=3700"),
    ("dos millones 982 mil dosis", "dos millones 982 mil=2982000"),
    ("13 millones 094 mil 286 pesos", "13 millones 094 mil 286=13094286"),
    ("mil 482 millones 986 mil 800 pesos", "mil 482 millones 986 mil 800=1482986800"),
    ("$5 mil millones 626 mil 690", "5 mil millones 626 mil 690=5000626690"),
    ("llegó al millón 200 mil visitas", "millón 200 mil=1200000"),
    ("871 mil 72.57 pesos", "871 mil 72.57=871072.57"),
    ("un millón 485 mil 425.83", "un millón 485 mil 425.83=1485425.83"),
    ("3.2 mil millones", "3.2 mil millones=3200000000"),
    ("2 mil 50 millones", "2 mil 50 millones=2050000000"),
    ("un mil 250 familias", "un mil 250=1250"),
    ("4.5 billones", "4.5 billones=4500000000000"),
    ("413 mil mdp", "413 mil mdp=413000000000"),
    ("1 mil 184 MDD", "1 mil 184 MDD=1184000000"),
    ("4.5 mmdp y 18.9 MDP, 5 mdpa", "4.5 mmdp=4500000000 18.9 MDP=18900000 5=5"),
    ("50mil litros", "50mil=50000"),
    ("dosmil 300", "dosmil 300=2300"),
    ("treinta y 3", "treinta y 3=33"),
    ("50 miles de pesos", "50 miles=50000"),
]

WORDS = [
    ("treinta y una mil plazas", "treinta y una mil=31000"),
    ("veintiún módulos y veintiuna rutas", "veintiún=21 veintiuna=21"),
    ("veintidos, dieciseis y veintitres", "veintidos=22 dieciseis=16 veintitres=23"),
    ("diez y seis, veinte y dos", "diez y seis=16 veinte y dos=22"),
    ("treintaicinco", "treintaicinco=35"),
    ("cuarentaiún y ochentaidós", "cuarentaiún=41 ochentaidós=82"),
    ("ventidós y trecientos", "ventidós=22 trecientos=300"),
    ("doscientas treinta y una", "doscientas treinta y una=231"),
    ("ciento un mil 15", "ciento un mil 15=101015"),
    ("dos billones tres mil millones", "dos billones tres mil millones=2003000000000"),
    ("un trillón", "un trillón=1000000000000000000"),
    ("cero casos", "cero=0"),
    ("cero cinco", "cero cinco=5"),
    ("quince punto cuatro", "quince punto cuatro=15.4"),
    ("doscientos coma cero tres", "doscientos coma cero tres=200.03"),
    ("dos coma cinco millones", "dos coma cinco millones=2500000"),
    ("siete coma mil quinientos", "siete coma mil quinientos=7.1500"),
    ("treinta y tres veinteavos", "treinta y tres veinteavos=1.65"),
    ("uno con cincuenta", "uno con cincuenta=1.50"),
    ("cuatro con cinco por ciento", "cuatro con cinco=4.5"),
    ("uno con cinco millones", "uno con cinco millones=1500000"),
    ("una caja, cada una con una llave", ""),
    ("cada uno con diez guardas", "diez=10"),
    ("cada uno con diez pesos", "diez=10"),
    ("una con dos blusas", "dos=2"),
    ("brigadas de cinco con dos carros", "cinco=5 dos=2"),
    ("mil 300 con cinco salas", "mil 300=1300 cinco=5"),
    ("mil y una noches", "mil y una=1001"),
    ("MIL 300 Y DOS MILLONES", "MIL 300=1300 DOS MILLONES=2000000"),
    ("cuarenta y dos con tres quintos", "cuarenta y dos con tres quintos=42.6"),
    ("dosis, unos, milpa, cientificos, oncena, tresillo", ""),
]

DIGITS = [
    ("20,000 y 1,412,300.50", "20,000=20000 1,412,300.50=1412300.50"),
    ("7´858,072.02 soles", "7´858,072.02=7858072.02"),
    ("15’245.493,43", "15’245.493,43=15245493.43"),
    ("150 000 litros", "150 000=150000"),
    ("40\u202f000 y 2\xa0500", "40\u202f000=40000 2\xa0500=2500"),
    ("12 345 678 habitantes", "12 345 678=12345678"),
    ("en 2024 1 250 casas y 1 000 000,50", "2024=2024 1 250=1250 1 000 000,50=1000000.50"),
    ("el 15 300 personas", "15=15 300=300"),
    ("calle 8 120 casas", "8=8 120=120"),
    ("998 844 80 35", "998=998 844=844 80=80 35=35"),
    ("100 200 300 400 500 600 700", "100=100 200=200 300=300 400=400 500=500 600=600 700=700"),
    ("$1, 485 millones", "1, 485 millones=1485000000"),
    ("artículos 1, 485 y 2", "1=1 485=485 2=2"),
    ("manzanas 91,92,94", "91=91 92=92 94=94"),
    ("17.5.2020", "17=17 5=5 2020=2020"),
    ("1.250,5 y 1,250.5", "1.250,5=1250.5 1,250.5=1250.5"),
    ("2,5 y 0.125", "2,5=2.5 0.125=0.125"),
    ("sube .5 puntos, baja ,08", ".5=0.5 ,08=0.08"),
    ("fin.5 becas ,300 apoyos", "5=5 300=300"),
    ("1200K y 3M", "1200K=1200000 3M=3000000"),
    ("3m de tela, 4G", "3=3 4=4"),
    ("C4, 3x1, COVID-19", "4=4 3=3 1=1 19=19"),
    ("C4 mil gracias, COVID-19 mil camas", "4=4 mil=1000 19=19 mil=1000"),
    ("17:30 horas, 2020-10-21", "17=17 30=30 2020=2020 10=10 21=21"),
    ("mil 17:30", "mil=1000 17=17 30=30"),
    ("B1079-2020", "1079=1079 2020=2020"),
    ("２０ mil １，２００", "２０ mil=20000 １，２００=1200"),
]

DIGITS_COMMA = [
    ("84.524 hogares", "84.524=84524"),
    ("1.250.000,50", "1.250.000,50=1250000.50"),
    ("47,7 millones", "47,7 millones=47700000"),
    ("1,250", "1,250=1.250"),
    ("1,234,567", "1,234,567=1234567"),
    ("5.00 o 5,00", "5.00=5.00 5,00=5.00"),
]

LAYOUT = [
    ("42 mil\n800 apoyos", "42 mil\n800=42800"),
    ("42\xa0mil\u2009800", "42\xa0mil\u2009800=42800"),
    ("42  mil   800", "42  mil   800=42800"),
    ("dos mi\xadllones", "dos mi\xadllones=2000000"),
    ("un millo\u0301n", "un millo\u0301n=1000000"),
    ("5 mil\n\n300 apoyos", "5 mil=5000 300=300"),
    ("3 mil \n \n 200", "3 mil=3000 200=200"),
]

BOUNDARIES = [
    ("mil 500, 2 mil 300 y 800 apoyos", "mil 500=1500 2 mil 300=2300 800=800"),
    ("en 2025, mil 300 mujeres", "2025=2025 mil 300=1300"),
    ("en 2025 mil 300 mujeres", "2025=2025 mil 300=1300"),
    ("el 15, 49 mil 142 niños", "15=15 49 mil 142=49142"),
    ("2 mil y 3 mil", "2 mil=2000 3 mil=3000"),
    ("300 mil 2 millones", "300 mil=300000 2 millones=2000000"),
    ("200 mil 15 millones", "200 mil=200000 15 millones=15000000"),
    ("3 mil 200 mil", "3 mil=3000 200 mil=200000"),
    ("dos millones tres millones", "dos millones=2000000 tres millones=3000000"),
    ("doscientos cincuenta y doscientos treinta y uno", "doscientos cincuenta=250 doscientos treinta y uno=231"),
    ("dos y dos son cuatro", "dos=2 dos=2 cuatro=4"),
    ("veinte quince", "veinte=20 quince=15"),
    ("entre treinta y cuarenta", "treinta=30 cuarenta=40"),
    ("mil gracias desde Mil Cumbres", "mil=1000 Mil=1000"),
    ("2 mil dos docenas", "2 mil=2000 dos docenas=24"),
    ("10 por ciento y cien por ciento", "10=10 cien=100"),
    ("una milésima", "una milésima=0.001"),
    ("son 2 mil 25 de marzo", "2 mil=2000 25=25"),
    ("mil quince de mayo, 3 millones 8 de abril", "mil=1000 quince=15 3 millones=3000000 8=8"),
    ("2 mil 25 de los barrios, mil 40 de mayores", "2 mil 25=2025 mil 40=1040"),
]

SHARED = [
    ("3 y 4 mil", "3=3000 4 mil=4000"),
    ("entre 80 y 100 mil", "80=80000 100 mil=100000"),
    ("entre $80 y $100 mil", "80=80000 100 mil=100000"),
    ("de 2 a 3 mil mdp", "2=2000000000 3 mil mdp=3000000000"),
    ("3 o 4 mdp y 20 obras; el 15 y 300 mdp", "3=3000000 4 mdp=4000000 20=20 15=15 300 mdp=300000000"),
    ("de 2 a 3 millones", "2=2000000 3 millones=3000000"),
    ("dos o tres mil millones", "dos=2000000000 tres mil millones=3000000000"),
    ("10 o 12 mil", "10=10000 12 mil=12000"),
    ("80-100 mil", "80=80000 100 mil=100000"),
    ("de los 10 hasta los 200 mil", "10=10000 200 mil=200000"),
    ("apoyos de 2, 3 y 4 mil", "2=2000 3=3000 4 mil=4000"),
    ("1.5 a 2 millones", "1.5=1500000 2 millones=2000000"),
    ("de los 10 mil hasta los 200 mil", "10 mil=10000 200 mil=200000"),
    ("pasó de 19 mil 301 a 40 mil 940", "19 mil 301=19301 40 mil 940=40940"),
    ("pasó de 50 a 2 mil", "50=50 2 mil=2000"),
    ("2 mujeres y 3 mil hombres", "2=2 3 mil=3000"),
    ("el 15 y 49 mil", "15=15 49 mil=49000"),
    ("3 y 400 mil", "3=3 400 mil=400000"),
    ("en 2019 y 3 mil", "2019=2019 3 mil=3000"),
    ("5, 10 mil", "5=5 10 mil=10000"),
]

NAMED = [
    ("medio millón", "medio millón=500000"),
    ("2 millones y medio de litros", "2 millones y medio=2500000"),
    ("millón y medio", "millón y medio=1500000"),
    ("tres y media horas", "tres y media=3.5"),
    ("docena y media", "docena y media=18"),
    ("mil 804 y medio centenar", "mil 804=1804 medio centenar=50"),
    ("medio centenar, media docena", "medio centenar=50 media docena=6"),
    ("dos docenas, un par, tres millares", "dos docenas=24 un par=2 tres millares=3000"),
    ("una veintena y una treintena", "una veintena=20 una treintena=30"),
    ("un par de millones", "un par de millones=2000000"),
    ("una decena de miles", "una decena de miles=10000"),
    ("media hora, medio siglo", "media=0.5 medio=0.5"),
    ("decenas de miles, cientos y millones de personas", "decenas de miles=None cientos=None millones=None"),
    ("miles de millones", "miles de millones=None"),
    ("un tercio, dos terceras partes", f"un tercio={Decimal(1) / 3} dos terceras partes={Decimal(2) / 3}"),
    ("tres cuartas partes, la quinta parte", "tres cuartas partes=0.75 quinta parte=0.2"),
    ("la mitad", "mitad=0.5"),
    ("1/4, 2 1/2, 3 ½, 2½ y ¾", "1/4=0.25 2 1/2=2.5 3 ½=3.5 2½=2.5 ¾=0.75"),
    ("24/7, 10/2020, 5/8/2021", "24=24 7=7 10=10 2020=2020 5=5 8=8 2021=2021"),
    ("tres quintos, veinte doceavos", f"tres quintos=0.6 veinte doceavos={Decimal(20) / 12}"),
    ("2 y ½, 3 y 1/4", "2 y ½=2.5 3 y 1/4=3.25"),
    ("tres cuartos de millón", "tres cuartos de millón=750000"),
    ("uno sobre veinte", "uno sobre veinte=0.05"),
    ("58 de cada 100", "58=58 100=100"),
    ("medio ambiente, por medio de, educación media, 2 y medio ambiente", "2=2"),
    ("a la par, número par, 120 cuartos, octavos de final", "120=120 octavos=8"),
]

ORDINALS = [
    ("primer informe, tercera edad", "primer=1 tercera=3"),
    ("vigésimo primero, décima cuarta", "vigésimo primero=21 décima cuarta=14"),
    ("1º de mayo, 3ra. sección, 2a. etapa, 1er lugar", "1º=1 3ra=3 2a=2 1er=1"),
    ("6° grado, 5° y 6° grado, 30° C, 8 a.m., 8a.m.", "6°=6 5°=5 6°=6 30=30 8=8 8=8"),
    ("1° de enero, 1.er lugar, 1.º, 12avo, 8va", "1°=1 1.er=1 1.º=1 12avo=12 8va=8"),
    ("del punto 5. Era tarde", "5=5"),
    ("XXIII Ayuntamiento, XXlll Ayuntamiento, LXIV Legislatura", "XXIII=23 XXlll=23 LXIV=64"),
    ("I Congreso, siglo V, vitamina C, plan B, MIX, DIF", "I=1 V=5"),
    ("onceava audiencia", "onceava=11"),
    ("dos milésimo tricentésimo cuadragésimo séptimo", "dos milésimo tricentésimo cuadragésimo séptimo=2347"),
    ("veinte segundos, un segundo.", "veinte=20"),
    ("un segundo piso, por segundo año", "segundo=2 segundo=2"),
    ("metros por segundo, en cuestión de segundos", ""),
    ("cuarto quinto segundo", "cuarto=4 quinto=5 segundo=2"),
]

ONE = [
    ("un programa, una jornada, cada uno, uno de los", ""),
    ("uno de cada tres", "uno=1 tres=3"),
    ("una o dos", "una=1 dos=2"),
    ("entre uno y tres", "uno=1 tres=3"),
    ("un dos tres", "un=1 dos=2 tres=3"),
    ("uno por ciento", "uno=1"),
    ("no un apoyo sino una beca", ""),
    ("entregó cinco a una familia", "cinco=5"),
    ("ganó dos a uno", "dos=2 uno=1"),
]

SIGNS = [
    ("bajó a -5 °C", "-5=-5"),
    ("-12", "-12=-12"),
    ("-12%\n-8% de baja", "-12=-12 8=8"),
    ("-150 becas\n- 20 apoyos", "150=150 20=20"),
    ("de 5-10 días, 8 -12", "5=5 10=10 8=8 12=12"),
    ("menos cinco grados", "menos cinco=-5"),
    ("al menos 5, por lo menos 5, menos de 5, más o menos 5", "5=5 5=5 5=5 5=5"),
    ("al menos 5 grados, por lo menos 5 grados, cuando menos 5 grados", "5=5 5=5 5=5"),
    ("más o menos 5 grados", "5=5"),
]

TABLES = MIXED + WORDS + DIGITS + LAYOUT + BOUNDARIES + SHARED + NAMED + ORDINALS + ONE + SIGNS


def as_pairs(text: str, decimal: str = ".") -> list[tuple[str, Decimal | None]]:
    return [(n.surface, n.value) for n in find_numerals(text, decimal)]


def expected_pairs(wanted: str) -> list[tuple[str, Decimal | None]]:
    pairs = re.findall(r"(\S[^=]*)=(\S+)", wanted)
    return [(surface, None if value == "None" else Decimal(value)) for surface, value in pairs]


@pytest.mark.parametrize(("text", "wanted"), TABLES)
def test_numerals(text, wanted):
    assert as_pairs(text) == expected_pairs(wanted)


@pytest.mark.parametrize(("text", "wanted"), DIGITS_COMMA)
def test_decimal_comma(text, wanted):
    assert as_pairs(text, ",") == expected_pairs(wanted)


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("5 mil", ["cardinal"]),
        ("quinta etapa", ["ordinal"]),
        ("XIX", ["ordinal"]),
        ("un tercio", ["fraction"]),
        ("½", ["fraction"]),
        ("dos docenas", ["collective"]),
        ("miles", ["collective"]),
        ("2 y 3º", ["cardinal", "ordinal"]),
    ],
)
def test_kinds(text, kinds):
    assert [n.kind for n in find_numerals(text)] == kinds


def test_abbreviated_magnitudes_are_left_to_a_reader_of_units():
    found = find_numerals("de 2 a 3 mil mdp", abbreviations=False)
    assert [(n.surface, n.value) for n in found] == [("2", Decimal(2000)), ("3 mil", Decimal(3000))]


def test_decimal_sign_is_checked():
    with pytest.raises(ValueError, match="decimal sign"):
        find_numerals("5", decimal=";")


WORD_RULES = shipped().rules("number_words.yml", WordRule)
NO_NUMERALS = {f"number_words.{name}" for name in ("abbreviations", "seconds", "labels", "half.other")}


@pytest.mark.parametrize("rule", WORD_RULES, ids=lambda rule: rule.id)
def test_every_example_of_a_rule_holds_a_numeral(rule):
    for example in rule.examples:
        assert find_numerals(example) or rule.id in NO_NUMERALS, example
    for example in rule.counter_examples:
        words = {w for form in (*rule.words, *rule.forms) for w in (form, form.capitalize())}
        assert not any(n.surface in words for n in find_numerals(example)), example


# The round trip: each way to write a number reads back as that number, whole, and as nothing else.

UNITS = [
    "cero",
    "uno",
    "dos",
    "tres",
    "cuatro",
    "cinco",
    "seis",
    "siete",
    "ocho",
    "nueve",
    "diez",
    "once",
    "doce",
    "trece",
    "catorce",
    "quince",
]
TEENS = [
    "dieciséis",
    "diecisiete",
    "dieciocho",
    "diecinueve",
    "veinte",
    "veintiuno",
    "veintidós",
    "veintitrés",
    "veinticuatro",
]
TWENTIES = ["veinticinco", "veintiséis", "veintisiete", "veintiocho", "veintinueve"]
TENS = ["treinta", "cuarenta", "cincuenta", "sesenta", "setenta", "ochenta", "noventa"]
HUNDREDS = [
    "ciento",
    "doscientos",
    "trescientos",
    "cuatrocientos",
    "quinientos",
    "seiscientos",
    "setecientos",
    "ochocientos",
    "novecientos",
]
SCALES = [(10**12, "billón", "billones"), (10**6, "millón", "millones")]


def spell_below_thousand(n: int, before_noun: bool) -> str:
    if n == 100:
        return "cien"
    if n > 100:
        rest = f" {spell_below_thousand(n % 100, before_noun)}" if n % 100 else ""
        return HUNDREDS[n // 100 - 1] + rest
    if n < 30:
        word = (UNITS + TEENS + TWENTIES)[n]
        short = {"uno": "un", "veintiuno": "veintiún"}
        return short.get(word, word) if before_noun else word
    unit = f" y {spell_below_thousand(n % 10, before_noun)}" if n % 10 else ""
    return TENS[n // 10 - 3] + unit


def spell_below_million(n: int, before_noun: bool) -> str:
    thousands, rest = divmod(n, 1000)
    head = [] if not thousands else ["mil"] if thousands == 1 else [f"{spell_below_thousand(thousands, True)} mil"]
    tail = [spell_below_thousand(rest, before_noun)] if rest or not thousands else []
    return " ".join(head + tail)


def spell(n: int) -> str:
    parts = []
    for size, one, many in SCALES:
        count, n = divmod(n, size)
        if count:
            parts.append(f"un {one}" if count == 1 else f"{spell_below_million(count, True)} {many}")
    if n or not parts:
        parts.append(spell_below_million(n, False))
    return " ".join(parts)


def in_feminine(words: str) -> str:
    """The feminine of what stands after the last magnitude, and of the hundreds before "mil"."""
    head, sep, tail = words.rpartition("millones ")
    return (
        head
        + sep
        + re.sub(r"cientos\b", "cientas", re.sub(r"quinientos\b", "quinientas", re.sub(r"uno\b", "una", tail)))
    )


def grouped(n: int, sign: str) -> str:
    return f"{n:,}".replace(",", sign)


@st.composite
def mixed(draw, n: int) -> str:
    """The number with each group in digits, padded digits or words, as releases mix them."""

    def group(value: int, padded: bool, before_noun: bool) -> str:
        forms = [str(value), spell_below_thousand(value, before_noun)]
        return str(draw(st.sampled_from([f"{value:03}"] if padded else forms)))

    def below_million(value: int, inner: bool, before_noun: bool) -> str:
        thousands, rest = divmod(value, 1000)
        parts = []
        if thousands:
            lone = draw(st.sampled_from(["mil", "un mil", "1 mil"])) if thousands == 1 else ""
            padded = inner and thousands < 100 and draw(st.booleans())
            parts.append(lone or f"{group(thousands, padded, True)} mil")
        if rest or not thousands:
            padded = bool(thousands) and rest < 100 and (before_noun or draw(st.booleans()))
            parts.append(group(rest, padded, before_noun))
        return " ".join(parts)

    parts = []
    for size, one, many in SCALES:
        count, n = divmod(n, size)
        if count == 1:
            parts.append(draw(st.sampled_from(["un ", "1 "])) + one)
        elif count:
            parts.append(f"{below_million(count, bool(parts), True)} {many}")
    if n:
        parts.append(below_million(n, bool(parts), False))
    return " ".join(parts)


magnitudes = st.integers(0, 14).flatmap(lambda power: st.integers(10**power, 10 ** (power + 1)))


def assert_reads_back(text: str, value: Decimal | int, decimal: str = ".") -> None:
    sentence = f"Se entregaron {text} apoyos"
    found = find_numerals(sentence, decimal)
    assert [(n.surface, n.value) for n in found] == [(text, value)]


@given(magnitudes.filter(lambda n: n > 1))
def test_round_trip_of_integers(n):
    assert_reads_back(str(n), n)
    assert_reads_back(grouped(n, ","), n)
    assert_reads_back(grouped(n, "."), n, ",")
    assert_reads_back(grouped(n, "\xa0"), n)
    assert_reads_back(spell(n), n)
    assert_reads_back(spell(n).upper(), n)
    assert_reads_back(in_feminine(spell(n)), n)
    assert_reads_back(spell(n).replace(" ", "\n"), n)


@given(magnitudes.filter(lambda n: n > 1).flatmap(lambda n: st.tuples(st.just(n), mixed(n))))
@settings(max_examples=3 * settings().max_examples)
def test_round_trip_of_mixed_forms(case):
    n, text = case
    assert_reads_back(text, n)


@given(st.integers(0, 10**9), st.integers(1, 9999))
def test_round_trip_of_decimals(whole, decimals):
    value = Decimal(f"{whole}.{decimals}")
    assert_reads_back(f"{whole}.{decimals:0d}", value) if whole < 1000 or decimals > 999 else None
    assert_reads_back(f"{grouped(whole, ',')}.{decimals}", value)
    assert_reads_back(f"{grouped(whole, '.')},{decimals}", value, ",")
    said = " ".join(UNITS[int(d)] for d in str(decimals))
    assert_reads_back(f"{spell(whole)} coma {said}", value)
    assert_reads_back(f"{value} millones", value * 10**6)


# What holds for any text at all.

ALPHABET = st.sampled_from(
    [
        *"0123456789",
        *" .,;:-/'´°º$%\n()\xa0\u2009\xad\u0301½٣５IVXLCDMlkKM",
        *[
            "000",
            "100",
            "5,000",
            "1.5",
            "mil",
            "miles",
            "millón",
            "millones",
            "billones",
            "un",
            "una",
            "uno",
            "y",
            "medio",
            "media",
            "dos",
            "treinta",
            "cien",
            "ciento",
        ],
        *[
            "cientos",
            "docena",
            "par",
            "de",
            "tercio",
            "terceras",
            "partes",
            "cuarto",
            "segundo",
            "segundos",
            "décimo",
            "milésimo",
            "coma",
            "con",
            "punto",
            "sobre",
            "cero",
        ],
        *[
            "menos",
            "entre",
            "a",
            "o",
            "hasta",
            "el",
            "XXIII",
            "avos",
            "mitad",
            "quintos",
            "siglo",
            "calle",
            "x",
            "ñ",
            "mdp",
            "treintaicinco",
            "dosmilésimo",
            "cada",
            "por",
        ],
    ]
)


@given(st.lists(ALPHABET | st.just(" "), max_size=40).map("".join), st.sampled_from(".,"))
@settings(max_examples=15 * settings().max_examples)
def test_any_text_is_read_without_gaps_and_overlaps(text, decimal):
    found = find_numerals(text, decimal)
    position = 0
    for numeral in found:
        assert position <= numeral.start < numeral.end <= len(text)
        assert numeral.surface == text[numeral.start : numeral.end]
        assert numeral.value is None or numeral.value.is_finite()
        position = numeral.end
    covered = {offset for n in found for offset in range(n.start, n.end)}
    assert [i for i, char in enumerate(text) if char.isdecimal() and i not in covered] == []


@pytest.mark.parametrize(
    "text", ["9" * 5000, "9" * 5000 + " mil", "9" * 400 + " y medio", "1,2" * 3000, "mil " * 3000, "1/" * 5000]
)
def test_long_input_is_read(text):
    covered = sum(n.end - n.start for n in find_numerals(text))
    assert covered >= sum(char.isdecimal() for char in text)
