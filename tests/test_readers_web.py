import datetime as dt
from pathlib import Path

import pytest

from extract.readers import ReadError, read
from extract.readers.markup import parse_html, tree_text
from extract.readers.web_metadata import find_metadata, parse_date
from tests.release_files import as_html

RELEASE = (
    "Abren 300 plazas en las escuelas de Toluca\n\n· Más de 40 planteles reciben alumnos\n· Se invierten 3 mdp\n\n"
    "Toluca, Estado de México, a 3 de mayo de 2024.- El Ayuntamiento abrió 300 plazas de maestra en 40 planteles.\n\n"
    "La alcaldesa dijo que en el año se han invertido 3 millones de pesos en la niñez de la ciudad."
)


def read_page(page, name="nota.html"):
    return read(Path(name), page if isinstance(page, bytes) else page.encode())


def page(body, head=""):
    return f"<html><head><title>x</title>{head}</head><body>{body}</body></html>"


def test_the_text_of_a_page_is_the_release_without_the_furniture():
    release = read_page(as_html(RELEASE))
    assert release.text == RELEASE.replace("· ", "• ")
    assert release.title == "Abren 300 plazas en las escuelas de Toluca"
    assert (release.place, release.published_from) == ("Toluca, Estado de México", "dateline")
    assert (release.format, release.encoding) == ("html", "utf-8")


@pytest.mark.parametrize(
    ("body", "text"),
    [
        ("<p>Uno, con 3<p>Dos, con 4", "Uno, con 3\n\nDos, con 4"),
        ("<p>Son <b>300</b>&nbsp;becas&hellip; &iexcl;y ni&ntilde;as!</p>", "Son 300\xa0becas… ¡y niñas!"),
        ("<p>La primera<br>y la segunda<br><br>La tercera</p>", "La primera\ny la segunda\n\nLa tercera"),
        ("<ul><li>Uno<ul><li>Dos</li></ul></li><li><p>Tres</p></li></ul><p>Fin</p>", "• Uno\n• Dos\n• Tres\n\nFin"),
        ("<ol><li>• Uno</li></ol>", "• Uno"),
        (
            "<table><tr><th>Nivel<th>Becas<tr><td>Primaria<td>1,200<tr><td>Media<td></table>",
            "Nivel | Becas\n\nPrimaria | 1,200\n\nMedia",
        ),
        ("<table><tr><td><p>Uno</p><p>Dos</p></td><td>Tres</td></tr></table>", "Uno\n\nDos\n\nTres"),
        ("<div>Uno<script>var x = 300</script><style>p {top: 3}</style></div><div>Dos</div>", "Uno\n\nDos"),
        ("<p>nin\u0303os</p>", "niños"),
        ("<p>Una línea del\n   código con 3\tblancos</p>", "Una línea del código con 3 blancos"),
    ],
)
def test_markup_becomes_lines(body, text):
    assert tree_text(parse_html(page(body))) == text
    assert read_page(page(body)).text.endswith(text)


@pytest.mark.parametrize(
    ("codec", "declared"),
    [
        ("utf-8", "utf-8"),
        ("utf-8-sig", "utf-8"),
        ("utf-8", "iso-8859-1"),  # declared wrongly, as is common
        ("cp1252", "iso-8859-1"),
        ("cp1252", "windows-1252"),
        ("cp1252", "no-such-code"),
        ("mac-roman", "macintosh"),
        ("utf-16", "utf-16"),
    ],
)
def test_accents_survive_every_encoding(codec, declared):
    text = "La niña dijo: “más de 40 jóvenes”… y así fue"
    assert read_page(page(f"<p>{text}</p>", f"<meta charset='{declared}'>").encode(codec)).text == text


def test_an_xml_declaration_is_no_obstacle():
    data = f"<?xml version='1.0' encoding='windows-1252'?>{page('<p>Más de 300 niños</p>')}".encode("cp1252")
    assert read_page(data, "nota.htm").text == "Más de 300 niños"


def test_mojibake_in_a_page_is_repaired():
    assert read_page(page("<p>mÃ¡s de 300 niÃ±os</p>")).text == "más de 300 niños"


@pytest.mark.parametrize(
    ("head", "body", "title"),
    [
        (
            "<meta property='og:title' content='Abren 300 plazas | Toluca'>",
            "<h1>Abren 300 plazas</h1>",
            "Abren 300 plazas",
        ),
        (
            "<meta property='og:title' content='Abren 300 plazas'><meta property='og:site_name' content='Toluca'>",
            "<h1>Toluca</h1>",
            "Abren 300 plazas",
        ),
        (
            "<meta property='og:title' content='Abren 300 plazas - Toluca'><meta property='og:site_name' content='Toluca'>",
            "",
            "Abren 300 plazas",
        ),
        ("<meta property='og:title' content='Toluca – Abren 300 plazas'>", "", "Toluca – Abren 300 plazas"),
        ("", "<h1>Abren 300 plazas</h1><h2>Otra cosa</h2>", "Abren 300 plazas"),
        (
            """<script type='application/ld+json'>{"@graph": [{"@type": "WebSite", "name": "T"},
            {"@type": ["NewsArticle"], "headline": "Abren 300 plazas", "datePublished": "2024-05-03"}]}</script>""",
            "",
            "Abren 300 plazas",
        ),
        ("<script type='application/ld+json'>{roto</script>", "", None),
    ],
)
def test_title_of_a_page(head, body, title):
    tree = parse_html(page(f"{body}<p>Texto con 3.</p>", head))
    assert find_metadata(tree).title == title
    if title is not None:
        assert read_page(page(f"{body}<p>Texto con 3.</p>", head)).text.startswith(title)


def test_the_window_title_counts_where_the_text_has_no_headline():
    window = "<title>Abren 300 plazas | Toluca</title>"
    assert read_page(f"<head>{window}</head><p>El plan abrió 300 plazas. Y 20 más.</p>").title == "Abren 300 plazas"
    assert read_page(f"<head>{window}</head><p>Se abren plazas</p>").title == "Se abren plazas"


@pytest.mark.parametrize(
    ("head", "body"),
    [
        ("<meta property='article:published_time' content='2024-05-03T10:00:00-06:00'>", ""),
        ("<meta name='DC.date.issued' content='2024-05-03'>", ""),
        ("<meta name='Date' content='Fri, 03 May 2024 10:00:00 -0600'>", ""),
        ("<meta itemprop='datePublished' content='2024/05/03'>", ""),
        (
            '<script type=\'application/ld+json\'>[{"@type":"Article","datePublished":"2024-05-03T01:00Z"}]</script>',
            "",
        ),
        ("", "<article><h1>Nota</h1><time datetime='2024-05-03'>ayer</time></article>"),
        ("", "<h1>Nota</h1><span class='entry-date'>Publicado el 3 de mayo de 2024</span>"),
        ("", "<h1>Nota</h1><div class='fecha'>03/05/2024</div>"),
    ],
)
def test_date_of_a_page(head, body):
    tree = parse_html(page(f"{body}<p>Hubo 3 casos.</p>", head))
    assert find_metadata(tree).published == dt.date(2024, 5, 3)
    assert read_page(page(f"{body}<p>Hubo 3 casos.</p>", head)).published == dt.date(2024, 5, 3)


@pytest.mark.parametrize(
    "head",
    [
        "<meta name='date' content='mañana'>",
        "<meta name='date' content='2024-13-40'>",
        "<meta name='dates' content='2024-05-03'>",
        '<script type=\'application/ld+json\'>{"@type":"Place","datePublished":"2024-05-03"}</script>',
        "<script type='application/ld+json'>" + "[" * 50_000 + "</script>",
    ],
)
def test_what_is_no_date_of_publication(head):
    assert read_page(page("<p>Hubo 3 casos.</p>", head)).published is None


@pytest.mark.parametrize("value", [None, 3, "", "x", "03.", "2024-05", "Fri, 99 Zzz 2024"])
def test_no_date(value):
    assert parse_date(value) is None


@pytest.mark.parametrize(
    ("head", "url"),
    [
        ("<link rel='canonical' href='https://a.example/1'>", "https://a.example/1"),
        ("<meta property='og:url' content='https://a.example/2'>", "https://a.example/2"),
        ("<link rel='canonical' href='/1'>", None),
        ("<link rel='canonical' href='javascript:alert(1)'>", None),
    ],
)
def test_address_of_a_page(head, url):
    assert read_page(page("<p>Hubo 3 casos.</p>", head)).url == url


@pytest.mark.parametrize(
    "furniture",
    [
        "<nav><a href='/'>Los 24 trámites</a></nav>",
        "<aside><p>Se venden 99 casas en la colonia, según dijo el vendedor de ellas.</p></aside>",
        "<div class='share-buttons social'>Compartir 12</div>",
        "<p>115 lecturas</p>",
        "<div id='contador'>Visitas: 1,234</div>",
        "<h3>Te puede interesar</h3><ul><li><a href='/1'>Abren 77 parques</a></li></ul>",
        "<div class='related-posts'><p>Abren 77 parques en la ciudad y en los pueblos que la rodean.</p></div>",
        "<footer>Calle 5 número 88</footer>",
        "<p>Tiempo de lectura: 4 min</p>",
    ],
)
def test_furniture_is_left_out(furniture):
    body = "".join(f"<p>{line}</p>" for line in RELEASE.split("\n\n")[2:])
    plain = read_page(page(f"<nav></nav><div class='nota'><h1>Abren plazas</h1>{body}</div>")).text
    assert read_page(page(f"<nav></nav><div class='nota'><h1>Abren plazas</h1>{body}{furniture}</div>")).text == plain
    assert "3 millones de pesos" in plain


def test_plain_text_under_the_ending_of_a_page_keeps_its_lines():
    text = "Abren 300 plazas\n\nToluca, a 3 de mayo de 2024.- Se abrieron 300 plazas.\n"
    release = read(Path("nota.html"), text.encode())
    assert (release.text, release.title, release.place) == (text, "Abren 300 plazas", "Toluca")


def test_comments_and_the_banner_of_a_network_are_left_out():
    body = "".join(
        f"<div dir='auto'>{line}</div>" for line in ("Abren 300 plazas", "Las 40 escuelas abren el lunes. " * 9)
    )
    banner = "<div role='banner'><a href='/'>Red</a><span>3</span></div>"
    comment = "<div role='article' aria-label='Comentario de Luis'><div dir='auto'>Faltan 20 en mi colonia</div></div>"
    text = read_page(f"<html><body>{banner}<div role='main'>{body}{comment}</div></body></html>").text
    assert text.startswith("Abren 300 plazas")
    assert "20" not in text


def test_a_class_name_never_costs_the_release_itself():
    body = "".join(f"<p>{line}</p>" for line in RELEASE.split("\n\n")[2:])
    text = read_page(page(f"<nav></nav><div class='widget content'><h1>Abren plazas</h1>{body}</div>")).text
    assert "300 plazas de maestra" in text
    assert "3 millones de pesos" in text


def test_lists_and_tables_of_an_article_are_kept():
    body = (
        "<ul><li>Más de 40 planteles</li><li>Una inversión de 3 mdp</li></ul>"
        "<p>El Ayuntamiento abrió plazas de maestra en los planteles de la ciudad, según dijo ayer la alcaldesa.</p>"
        "<table><tr><th>Nivel</th><th>Plazas</th></tr><tr><td>Primaria</td><td>200</td></tr></table>"
    )
    text = read_page(page(f"<nav><a href='/'>a</a></nav><article><h1>Abren plazas</h1>{body}</article>")).text
    for line in ("• Más de 40 planteles\n• Una inversión de 3 mdp", "Nivel | Plazas", "Primaria | 200"):
        assert line in text


@pytest.mark.parametrize(
    ("data", "words"),
    [
        ("<div>" * 100_000 + "300 becas", "too deeply"),
        ("<html><body></body></html>", "only blanks"),
        ("<!-- nada -->", "no text"),
        ("%PDF-1.7", "a PDF"),
        ("\x00\x01" * 40, "binary"),
    ],
)
def test_what_is_no_page_is_refused_in_one_sentence(data, words):
    with pytest.raises(ReadError, match=words) as caught:
        read_page(data)
    assert str(caught.value).endswith(".")


def test_no_entity_is_expanded_or_fetched(tmp_path):
    secret = tmp_path / "secret"
    secret.write_text("99 secretos")
    bomb = "".join(f"<!ENTITY e{i + 1} '{f'&e{i};' * 10}'>" for i in range(12))
    head = f"<!DOCTYPE html [<!ENTITY e0 'ja'>{bomb}<!ENTITY f SYSTEM '{secret.as_uri()}'>]>"
    text = read_page(f"{head}<html><body><p>Son 300: &e12; &f;</p></body></html>").text
    assert "Son 300" in text
    assert "99 secretos" not in text
    assert len(text) < 5_000
