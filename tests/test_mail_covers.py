"""What the sender of a mail says besides the release is no part of it; the release is kept whole."""

import pytest

from extract.readers.forwarded import without_cover

RELEASE = (
    "Entregan 350 becas en Tepic\n\nTepic, Nayarit, a 3 de mayo de 2024.- La Secretaría de Educación entregó 350 becas a "
    "jóvenes de 20 secundarias, con una inversión de 3 millones de pesos, informó su titular.\n\n"
    "Los apoyos llegan a 12 colonias y a 3 comunidades de la sierra.\n"
)
HEAD = "---------- Mensaje reenviado ----------\nDe: Prensa <p@x.example>\nFecha: 3 may 2024\nAsunto: Boletín 20\n\n"


@pytest.mark.parametrize(
    "cover",
    [
        "Buenas tardes, compañeros. Anexo boletín y 4 fotografías.\n\n",
        "Estimados:\n\nLes comparto el boletín de hoy, con 3 fotos.\n\n",
        "Hola, buen día.\n",
        "Adjunto comunicado\n\n",
        f"Te lo paso, van 5 notas más.\n\nMarta\n\n{HEAD}",
        f"Saludos\n\n{HEAD}{HEAD}",
    ],
)
def test_the_note_above_is_left_out(cover):
    assert without_cover(cover + RELEASE) == RELEASE


@pytest.mark.parametrize("mark", ["--\n", "-- \n"])
def test_the_signature_below_its_mark_is_left_out(mark):
    text = f"{RELEASE}\n{mark}Dirección de Prensa\nTel. 311 213 45 67\nBórrelo en 24 horas si no es para usted.\n"
    assert without_cover(text) == f"{RELEASE}\n"


@pytest.mark.parametrize(
    "text",
    [
        RELEASE,
        # headlines that begin as a sender's words do
        RELEASE.replace("Entregan 350", "Envía DIF 350"),
        RELEASE.replace("Entregan 350", "Comparte el DIF 350"),
        RELEASE.replace("Entregan 350", "Estima Salud que 350"),
        # as long as the release, a note may be one
        "Buenas tardes. Se entregaron 350 becas en 20 colonias.\n\nSaludos.\n",
        f"{RELEASE}\n{HEAD}Se dieron 20 becas.\n",
        # a rule between two parts of a text
        f"Entregan 20 becas\n\n--\n{RELEASE}{RELEASE}",
        "",
        "--\n--\n",
    ],
)
def test_everything_else_stays(text):
    assert without_cover(text) == text
