"""What a web page says about its release: meta tags, JSON-LD, the heading and the date beside it."""

from __future__ import annotations

import datetime as dt
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from email.utils import parsedate_to_datetime
from typing import Any

from extract.readers.dateline import find_dateline

#: Open Graph, schema.org, Dublin Core and what content systems made up, the surest first.
_DATES = (
    "article:published_time",
    "datepublished",
    "dcterms.issued",
    "dc.date.issued",
    "dcterms.date",
    "dc.date",
    "dcterms.created",
    "pubdate",
    "publishdate",
    "publish-date",
    "publish_date",
    "parsely-pub-date",
    "sailthru.date",
    "date",
    "fecha",
)
_TITLES = ("og:title", "twitter:title", "dcterms.title", "dc.title", "headline")
_SITES = ("og:site_name", "application-name")
_PLACES = ("geo.placename",)
_ARTICLE = re.compile(r"Article|Report|BlogPosting|NewsArticle|PressRelease", re.IGNORECASE)
_ISO = re.compile(r"\s*(\d{4})[-/](\d{2})[-/](\d{2})(?!\d)")
_DATE_CLASS = re.compile(r"(?:^|[\s_-])(?:fecha|date|published|posted|time|entry-meta)(?:$|[\s_-])", re.IGNORECASE)
_DATE_LABEL = re.compile(
    r"\s*(?:fecha(?:\s+de\s+publicaci[oó]n)?|publicad[oa](?:\s+el)?|publicaci[oó]n)\s*:?\s*", re.IGNORECASE
)
#: A date with its weekday and hour is no longer.
_DATE_LENGTH = 60
#: A title ends in the site's name after one of these.
_SITE_SIGN = re.compile(r"\s+[|»·•–—-]\s+")
#: Elements looked at for a visible date.
_NEARBY = 60
_SCRIPT_LIMIT = 500_000


@dataclass(frozen=True)
class WebMetadata:
    """What a page says about its release; None where it does not say.

    ``title`` is its headline; ``window_title`` what the browser shows, often no more than the name of the site.
    """

    title: str | None
    window_title: str | None
    published: dt.date | None
    place: str | None
    url: str | None


def find_metadata(tree: Any) -> WebMetadata:
    """What a page says about its release.

    Parameters
    ----------
    tree:
        The page's lxml tree.
    """
    meta = _meta(tree)
    linked = _linked_data(tree)
    dates = (linked.get("datePublished"), *(meta.get(name) for name in _DATES), *_times(tree))
    places = (linked.get("dateline"), _name(linked.get("contentLocation")), *(meta.get(name) for name in _PLACES))
    published = next((date for date in map(parse_date, dates) if date), None)
    site = next((meta[name] for name in _SITES if name in meta), _name(linked.get("publisher")))
    window = next((_line(node.text_content()) for node in tree.xpath("//head/title")), None)
    return WebMetadata(
        title=_title(tree, meta, linked, site, window),
        window_title=_without_site(window, site) if window else None,
        published=published or _labelled_date(tree) or _visible_date(tree),
        place=next((place for place in map(_line, places) if place), None),
        url=_address(tree, meta, linked),
    )


def parse_date(value: Any) -> dt.date | None:
    """The day of an ISO or e-mail time, or of a date in Spanish words; None for anything else."""
    if not isinstance(value, str):
        return None
    iso = _ISO.match(value)
    try:
        if iso:
            return dt.date(*map(int, iso.groups()))
        return parsedate_to_datetime(value).date()
    except (ValueError, TypeError, IndexError, OverflowError):
        found = find_dateline(value[:200])
        return found.published if found else None


def _meta(tree: Any) -> dict[str, str]:
    """Content of each meta tag by its name in lower case; the first of a name counts."""
    found: dict[str, str] = {}
    for node in tree.iter("meta"):
        for attribute in ("property", "name", "itemprop"):
            name, content = node.get(attribute), node.get("content")
            if name and content and content.strip():
                found.setdefault(name.strip().casefold(), content.strip())
    return found


def _linked_data(tree: Any) -> dict[str, Any]:
    """The first JSON-LD object that is an article."""
    for script in tree.xpath("//script[@type='application/ld+json']"):
        source = script.text or ""
        try:
            data = json.loads(source) if len(source) < _SCRIPT_LIMIT else None
        except (ValueError, RecursionError):
            continue
        for thing in _objects(data):
            if _ARTICLE.search(str(thing.get("@type", ""))):
                return thing
    return {}


def _objects(data: Any) -> Iterator[dict[str, Any]]:
    """The objects of a JSON-LD text that stand for themselves: single, listed or in a graph."""
    for thing in data if isinstance(data, list) else [data]:
        if isinstance(thing, dict):
            yield thing
            graph = thing.get("@graph")
            yield from (node for node in graph if isinstance(node, dict)) if isinstance(graph, list) else ()


def _times(tree: Any) -> Iterator[str]:
    """Machine-readable times in the page that say they are those of publication, then the first one of all."""
    yield from tree.xpath("//*[@itemprop='datePublished']/@datetime | //*[@itemprop='datePublished']/@content")
    yield from tree.xpath("//time[@pubdate]/@datetime")
    yield from tree.xpath("(//article//time/@datetime | //h1/following::time/@datetime)[1]")


def _labelled_date(tree: Any) -> dt.date | None:
    """The date behind the words "Fecha de publicación", in the element or cell after them or in the same one."""
    for node in date_labels(tree):
        following = node.getnext()
        for words in (node.tail, None if following is None else following.text_content()):
            date = parse_date(" ".join((words or "").split())[:_DATE_LENGTH])
            if date:
                return date
    return None


def date_labels(tree: Any) -> list[Any]:
    """The elements that hold nothing but the words before a date of publication."""
    labels = tree.xpath("//dt | //th | //td | //strong | //b | //span | //label | //p | //div | //li")
    return [node for node in labels if not len(node) and _DATE_LABEL.fullmatch(node.text or "")]


def _visible_date(tree: Any) -> dt.date | None:
    """The date beside the heading, where its element is called one."""
    for node in tree.xpath("//h1/following::*[@class or self::time] | //*[@id='fecha']")[:_NEARBY]:
        if node.tag == "time" or _DATE_CLASS.search(node.get("class", "")):
            words = " ".join(node.text_content().split())
            date = parse_date(words) if len(words) < 200 else None
            if date:
                return date
    return None


def _title(tree: Any, meta: dict[str, str], linked: dict[str, Any], site: str | None, window: str | None) -> str | None:
    """The headline: the heading of the page that its metadata names, else the metadata's without the site's name."""
    named = [title for title in (_line(linked.get("headline")), *(_line(meta.get(name)) for name in _TITLES)) if title]
    headings = [heading for node in tree.xpath("//h1") if (heading := _line(node.text_content()))]
    for heading in headings:
        if any(_same(heading, title) for title in (*named, window or "")):
            return heading
    if len(headings) == 1 and _letters(headings[0]) != _letters(site or ""):
        return headings[0]
    return _without_site(named[0], site) if named else None


def _same(heading: str, title: str) -> bool:
    """Whether a title is a heading, perhaps cut or with the site's name after it."""
    short, long = sorted((_letters(heading), _letters(title.rstrip(" .…"))), key=len)
    return len(short) > 8 and long.startswith(short)


def _without_site(title: str, site: str | None) -> str:
    parts = _SITE_SIGN.split(title)
    if len(parts) < 2:
        return title
    cut = _letters(parts[-1]) == _letters(site or "") or (" | " in title and len(parts[-1]) < len(parts[0]))
    sign = list(_SITE_SIGN.finditer(title))[-1]
    return title[: sign.start()] if cut else title


def _address(tree: Any, meta: dict[str, str], linked: dict[str, Any]) -> str | None:
    canonical = tree.xpath("//link[@rel='canonical']/@href")
    for address in (*canonical, meta.get("og:url"), linked.get("url"), linked.get("mainEntityOfPage")):
        if isinstance(address, str) and re.match(r"https?://\S+$", address.strip()):
            return address.strip()
    return None


def _name(thing: Any) -> str | None:
    name = thing.get("name") if isinstance(thing, dict) else thing
    return name if isinstance(name, str) else None


def _line(value: Any) -> str | None:
    return (" ".join(value.split()) or None) if isinstance(value, str) else None


def _letters(text: str) -> str:
    return "".join(char for char in text.casefold() if char.isalnum())
