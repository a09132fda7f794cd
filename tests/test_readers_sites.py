"""Pages and mails as the sites and press offices of governments make them, written for this test."""

import datetime as dt
from pathlib import Path

import pytest

from extract.readers import read, read_all

WORDPRESS = """<!DOCTYPE html><html lang="es-MX"><head><meta charset="UTF-8">
<title>Entregan 350 becas a jóvenes de Loreto – Gobierno de Loreto</title>
<meta property="og:title" content="Entregan 350 becas a jóvenes de Loreto – Gobierno de Loreto">
<meta property="og:site_name" content="Gobierno de Loreto">
<script type="application/ld+json">{"@context":"https://schema.org","@graph":[{"@type":"WebSite","name":"Gobierno"},
{"@type":["Article","NewsArticle"],"headline":"Entregan 350 becas a jóvenes de Loreto","datePublished":"2021-05-12T18:03:00-07:00"}]}
</script></head><body class="single-post"><header class="site-header"><nav class="main-navigation"><ul><li><a href="/">Inicio</a></li>
<li><a href="/t">125 trámites en línea</a></li></ul></nav></header><main><article class="post"><header class="entry-header">
<h1 class="entry-title">Entregan 350 becas a jóvenes de Loreto</h1><div class="entry-meta">Publicado el
<time class="published" datetime="2021-05-12T18:03:00-07:00">12 mayo, 2021</time> <span>3 comentarios</span></div></header>
<div class="entry-content"><p><strong>Loreto, Baja California Sur.-</strong> La alcaldesa Ana Ruiz entregó 350 becas a jóvenes
del municipio, con una inversión de 1.2 millones de pesos.</p><ul><li>200 becas de secundaria</li></ul>
<table><tr><td>Preparatoria</td><td>150</td></tr></table><div class="sharedaddy"><h3>Comparte esto:</h3><ul><li>Facebook 24</li></ul></div>
<div class="jp-relatedposts"><h3>Relacionado</h3><p>Abren 12 parques</p></div></div></article>
<div class="comments-area"><p>Muy bien los 350</p></div></main><aside class="widget-area"><p>Siembran 900 árboles</p></aside>
<footer class="site-footer"><p>Salvatierra 15, Centro</p></footer></body></html>"""
FEDERAL = """<!DOCTYPE html><html lang="es"><head><meta charset="utf-8">
<title>Secretaría entrega 350 apoyos | Secretaría | Gobierno | gob</title><meta content="Secretaría entrega 350 apoyos" property="og:title">
</head><body><header><nav><ul><li><a href="/t">Trámites</a></li></ul></nav></header><main><ol class="breadcrumb"><li>Inicio</li></ol>
<h1>Secretaría entrega 350 apoyos</h1><section><dl><dt>Autor</dt><dd>Secretaría</dd><dt>Fecha de publicación</dt>
<dd>12 de mayo de 2021</dd><dt>Categoría</dt><dd>Comunicado</dd></dl></section><div class="article-body">
<p>· Con una inversión de 3.5 millones de pesos</p><p>La Secretaría entregó 350 apoyos en Oaxaca durante abril.</p>
<p>Con ellos suman mil 200 en el año.</p></div><div class="field-descargas"><a>Nota de prensa (PDF, 230 KB)</a></div></main>
<footer><p>078</p></footer></body></html>"""
TABLES = """<html><head><title>Municipalidad de Salta</title></head><body><table><tr><td><a>Inicio</a><br><a>Gestión</a><br><a>Prensa</a><br>
<a>5 pasos</a><br><a>Mapa</a><br><a>Obras</a><br><a>Salud</a><br><a>Correo</a><br><a>Ayuda</a></td><td>
<div class="titulo">Pavimentan 45 cuadras en la zona sur</div><div class="fecha">Miércoles 12 de mayo de 2021</div>
<div>La Municipalidad pavimentó 45 cuadras en la zona sur, con una inversión de $120 millones.<br><br>Los trabajos siguen en 12
barrios y 3 plazas, según se informó.</div><div>Visto 1.234 veces</div></td></tr></table></body></html>"""


@pytest.mark.parametrize(
    ("page", "title", "place", "kept", "left_out"),
    [
        (
            WORDPRESS,
            "Entregan 350 becas a jóvenes de Loreto",
            "Loreto, Baja California Sur",
            ["350 becas a jóvenes\ndel", "• 200 becas de secundaria", "Preparatoria | 150", "1.2 millones"],
            ["125", "24", "12 parques", "900", "Salvatierra", "comentarios", "Muy bien"],
        ),
        (
            FEDERAL,
            "Secretaría entrega 350 apoyos",
            None,
            ["3.5 millones", "mil 200 en el año"],
            ["Categoría", "12 de mayo", "230 KB", "078", "Trámites"],
        ),
        (
            TABLES,
            "Pavimentan 45 cuadras en la zona sur",
            None,
            ["$120 millones", "12 barrios y 3 plazas"],
            ["Gestión", "5 pasos", "1.234"],
        ),
    ],
    ids=["wordpress", "federal", "tables"],
)
def test_pages_of_governments(page, title, place, kept, left_out):
    release = read(Path("nota.html"), page.encode())
    assert (release.title, release.place, release.published) == (title, place, dt.date(2021, 5, 12))
    for words in kept:
        assert words.replace("\n", " ") in release.text
    for words in left_out:
        assert words not in release.text


@pytest.mark.parametrize("style", ["display:none", "visibility: hidden", "font-size:0px", "mso-hide:all"])
def test_what_no_browser_shows_is_no_text(style):
    page = (
        f"<p style='{style}'>Vista previa 99</p><p style='font-size:0.9em'>Se dieron 3 becas.</p><p hidden>Otras 7.</p>"
    )
    assert read(Path("a.html"), page.encode()).text == "Se dieron 3 becas."


INNER = "Entregan 350 apoyos\n\nLa Secretaría entregó 350 apoyos y seguirá hasta llegar a mil 200."
MAIL = "From: a@example.org\nDate: Mon, 6 May 2024 18:00:00 -0600\nSubject: Fwd: Para hoy\nContent-Type: text/plain; charset=utf-8\n\n"


@pytest.mark.parametrize(
    "head",
    [
        "---------- Forwarded message ---------\nDe: Prensa <p@example.org>\nDate: vie, 3 may 2024 a las 18:00\nSubject: Apoyos\nTo: Luis",
        "-----Mensaje original-----\nDe: Prensa\nEnviado el: viernes, 3 de mayo de 2024 18:00\nPara: Luis\nAsunto: Apoyos",
        "________________________________\nDe: Prensa\nEnviado: viernes, 3 de mayo de 2024 18:00\nAsunto: Apoyos",
    ],
)
def test_a_mail_passed_on_is_the_one_inside(head):
    release = read(Path("a.eml"), (f"{MAIL}Les comparto.\n\nSaludos, Luis\n\n{head}\n\n{INNER}\n").encode())
    assert (release.title, release.published) == ("Entregan 350 apoyos", dt.date(2024, 5, 3))


def test_header_words_in_a_release_pass_nothing_on():
    release = read(Path("a.eml"), (f"{MAIL}{INNER}\n\nPara: jóvenes de 18 años.\n\nDe: lunes a viernes.\n").encode())
    assert (release.title, release.published) == ("Entregan 350 apoyos", dt.date(2024, 5, 6))


def test_a_quoted_mail_is_read_without_its_marks():
    quoted = "\n".join(f"> {line}" for line in INNER.split("\n"))
    text = read(Path("a.eml"), f"{MAIL}Gracias.\n\n{quoted}\n".encode()).text
    assert text.split() == ["Gracias.", *INNER.split()]


def test_a_quotation_in_a_release_keeps_its_marks():
    text = read(Path("a.eml"), f"{MAIL}{INNER}\n\n> Nota al pie\n\nFin.\n".encode()).text
    assert "> Nota al pie" in text


def test_a_mail_without_words_still_hands_on_its_files():
    body = "MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=XX\n\n--XX\nContent-Type: text/plain\n\n\n--XX\n"
    part = "Content-Type: text/plain; charset=utf-8\nContent-Disposition: attachment; filename*0*=UTF-8''Bolet%C3%ADn; filename*1=.txt\n\n"
    mail = f"From: a@example.org\nDate: Mon, 6 May 2024 18:00:00 -0600\n{body}{part}{INNER}\n--XX--\n"
    first, second = read_all(Path("a.eml"), mail.encode())
    assert first.text == "Boletín.txt"
    assert (second.part, second.title) == ("/Boletín.txt", "Entregan 350 apoyos")


@pytest.mark.parametrize(
    "header",
    [
        "Subject: " + " =?utf-8?q?F=C3=A1?=" * 20_000,
        "From: " + "(" * 5_000,
        "Date: " + "(" * 5_000,
        "Subject: " + "palabra " * 50_000,
        "X-Data: " + '"a" ' * 50_000,
    ],
    ids=["encoded words", "brackets", "date", "words", "quotes"],
)
def test_headers_without_end_cost_no_release(header):
    mail = f"{header}\nTo: b@example.org\n\nSe dieron 350 becas.\n"
    assert read(Path("a.eml"), mail.encode()).text == "Se dieron 350 becas.\n"
