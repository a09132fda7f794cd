"""Web pages: the main text with lists and tables, without navigation, counters and other news."""

from __future__ import annotations

import logging
import re
from typing import Any

from extract.readers.content import Content
from extract.readers.decoding import decode
from extract.readers.markup import declared_encoding, parse_html, tree_text
from extract.readers.web_metadata import date_labels, find_metadata

#: What the class or id of an element calls furniture, in the words of the content systems of public bodies.
_FURNITURE = re.compile(
    r"(?:^|[\s_-])(?:nav(?:bar|igation)?|menu|breadcrumbs?|migas|sidebar|widget|related|relatedposts?|relacionad[oa]s?|compartir|share"
    r"|sharing|sharedaddy|social|redes|contador|counter|hits|visitas|lecturas|postviews|comments?|comentarios|cookies?"
    r"|newsletter|suscri\w+|paginat\w+|pager|banner|publicidad|mas-leid[oa]s|lo-mas|most-read|tags-links|etiquetas|descargas?"
    r"|downloads?|adjuntos?|attachments?|(?:entry|post|article)-meta|posted-on|byline"
    r"|site-footer|site-header|skip-link)(?:$|[\s_-])",
    re.IGNORECASE,
)
_FURNITURE_TAGS = (
    "//nav | //aside | //footer[not(ancestor::article)] | //form | //*[@role='navigation' or @role='banner']"
    " | //*[starts-with(@aria-label, 'Comentario') or starts-with(@aria-label, 'Comment by')]"
)
#: Where a page without such tags keeps its menus; so many links, of so many characters, with so much of the text.
_MENUS = "//td[.//a] | //ul[.//a] | //ol[.//a] | //div[.//a]"
_LEAST_LINKS, _MENU_LINK, _MENU_SHARE = 5, 30, 0.8
#: An element that holds more of the page's text than this is no furniture, whatever it is called.
_LARGEST_FURNITURE = 0.4
#: A page without furniture is all text, and choosing from it could only lose some.
_FURNISHED = "boolean(//nav | //aside | //footer | //form | //header[.//a] | //*[@role='banner']) or count(//a) > 8"
#: Less than this part of what the page itself marks as its article is not the article.
_LEAST_SHARE = 0.6
_ANY_MARKUP = re.compile(r"<[a-zA-Z!/?]|&(?:#\w{1,8}|[a-zA-Z]{2,8});")
_COUNTER = re.compile(
    r"\W*(?:(?:visto|visitas?|vistas|lecturas?|hits|views|impresiones|compartid[oa]s?|compartir|comentarios?|me gusta"
    r"|visualizaciones)\W*(?:\d[\d.,]*)(?:\s+veces)?|\d[\d.,]*\s+(?:visitas?|vistas|lecturas?|hits|views|comentarios?"
    r"|visualizaciones|me gusta|veces compartido)|(?:tiempo|minutos) de lectura\W*\d+(?:\s*min(?:utos?)?\.?)?"
    r"|\d+\s*min(?:utos?)? de lectura"
    r"|[^.\n]{0,100}\((?:pdf|docx?|xlsx?|zip|jpe?g|png|mp[34])\b[^)\n]{0,30}\d\s*[kmg]b\))\W*",
    re.IGNORECASE,
)
_OTHER_NEWS = re.compile(
    r"\W*(?:(?:otras |m[aá]s |[uú]ltimas )?"
    r"(?:noticias|notas|entradas|art[ií]culos|publicaciones|contenidos?|comunicados|boletines)"
    r" (?:relacionad[oa]s?|recientes|similares|anteriores|destacad[oa]s)"
    r"|(?:otras|m[aá]s|[uú]ltimas) (?:noticias|notas|publicaciones|entradas)|relacionad[oa]s|lee tambi[eé]n"
    r"|(?:tambi[eé]n )?te (?:puede|podr[ií]a) interesar|lo m[aá]s (?:le[ií]do|visto))\W*",
    re.IGNORECASE,
)
#: A headline of other news is shorter than a paragraph.
_LONGEST_TEASER = 200


def read_html(data: bytes) -> Content:
    """The content of a web page: main text, and title, date, place and address from meta tags and JSON-LD.

    The headline stands at the head of the text, as in a release in any other format.

    Parameters
    ----------
    data:
        All bytes of the file.

    Raises
    ------
    ReadError
        The bytes are no text, or the page is nested too deeply.
    """
    markup, encoding = decode(data, declared_encoding(data))
    if not _ANY_MARKUP.search(markup):  # plain text under a wrong ending: its lines are all that it has
        return Content(markup, encoding)
    tree = parse_html(markup)
    about = find_metadata(tree)
    text = _without_leavings(_main_text(tree))
    if about.title and text and _letters(about.title) not in _letters(text[: 3 * len(about.title) + 500]):
        text = f"{about.title}\n\n{text}"
    return Content(
        text,
        encoding,
        title=about.title,
        title_hint=about.window_title,
        published=about.published,
        place=about.place,
        url=about.url,
    )


def _main_text(tree: Any) -> str:
    if not tree.xpath(_FURNISHED):
        return tree_text(tree)
    _prune(tree)
    article = _marked_article(tree)
    marked = tree_text(article) if article is not None else ""
    found = _found_text(tree)
    if len(found) < _LEAST_SHARE * len(marked):
        return marked
    if "\n" not in found:  # on a page that it finds too short it runs paragraphs, lists and furniture into one
        return marked or tree_text(tree)
    return found


def _found_text(tree: Any) -> str:
    """The main text as trafilatura finds it, which knows more pages than any rule of ours."""
    import trafilatura  # noqa: PLC0415 (a page that is all text needs none)

    # It reports pages that it finds too short or odd; what to do then is decided here.
    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    found = trafilatura.bare_extraction(
        tree, favor_recall=True, deduplicate=False, include_comments=False, include_tables=True
    )
    body = getattr(found, "body", None)
    return tree_text(body) if body is not None else ""


def _marked_article(tree: Any) -> Any | None:
    for path in ("//*[@itemprop='articleBody']", "//article", "//main"):
        found = tree.xpath(path)
        if len(found) == 1:
            return found[0]
    return None


def _prune(tree: Any) -> None:
    """Take the furniture out of a tree."""
    limit = _LARGEST_FURNITURE * len(" ".join(tree.text_content().split()))
    named = [node for node in tree.xpath("//body//*[@class or @id]") if _FURNITURE.search(_names(node))]
    about = [node for label in date_labels(tree) for node in label.xpath("ancestor::dl[1]")]
    menus = [node for node in tree.xpath(_MENUS) if _is_menu(node)]
    for node in (*tree.xpath(_FURNITURE_TAGS), *named, *about, *menus):
        if node.getparent() is not None and len(" ".join(node.text_content().split())) <= limit:
            node.drop_tree()


def _is_menu(node: Any) -> bool:
    """Whether an element holds short links and hardly anything else."""
    links = [len(" ".join(link.text_content().split())) for link in node.iter("a")]
    words = len(" ".join(node.text_content().split()))
    return len(links) >= _LEAST_LINKS and sum(links) >= _MENU_SHARE * words and sum(links) <= _MENU_LINK * len(links)


def _names(node: Any) -> str:
    return f"{node.get('class', '')} {node.get('id', '')}"


def _without_leavings(text: str) -> str:
    """The text without the lines of counters and the list of other news that were left in it."""
    blocks = [block for block in text.split("\n\n") if not _COUNTER.fullmatch(block)]
    for position, block in enumerate(blocks):
        rest = blocks[position + 1 :]
        if _OTHER_NEWS.fullmatch(block) and all(len(other) < _LONGEST_TEASER for other in rest):
            blocks = blocks[:position]
            break
    return "\n\n".join(blocks)


def _letters(text: str) -> str:
    return "".join(char for char in text.casefold() if char.isalnum())
