"""A tree of HTML → text as a reader sees it: paragraphs apart, list items and table rows on lines of their own."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any

from extract.readers.content import ReadError
from extract.readers.decoding import compose, with_plain_blanks, without_soft_hyphens

#: The parser itself stops at this depth; no page that a person wrote comes near it.
_TOO_DEEP = "The page nests its elements too deeply to be read: open it in a browser and save its text."
_BLOCKS = (
    "address article aside blockquote body caption center dd details div dl dt fieldset figcaption figure footer form"
    " h1 h2 h3 h4 h5 h6 head header hr html legend li main nav ol p pre quote section summary table tbody td tfoot th"
    " thead tr ul list item row cell graphic"
)
_ITEMS = frozenset({"li", "item", "dd"})
_ROWS = frozenset({"tr", "row"})
_CELLS = frozenset({"td", "th", "cell"})
_BREAKS = frozenset({"br", "lb"})
_SILENT = (
    "script style noscript template svg math iframe object embed audio video canvas select option button input"
    " textarea title meta link graphic"
)
#: A cell with more text, or with paragraphs in it, belongs to a table that only lays out the page.
_LONGEST_CELL = 300
BULLET = "• "
#: The bullets of symbol fonts, which lie in the private area of Unicode.
SYMBOL_BULLETS = "\uf0b7\uf0a7\uf0d8\uf0fc\uf076"
#: What a program or a person puts before an item, and the list's own bullet stands for.
ITEM_SIGNS = f"•·▪●◦►▶■□✓✔➢➤‣⁃∙*{SYMBOL_BULLETS} \t"
#: Stands for a ``br`` while a block is gathered; a newline in the source is a mere blank.
_BREAK = "\x0b"
#: Between two cells of a row.
CELL_GAP = " | "
#: No table of a release has more.
MOST_COLUMNS, _MOST_ROWS = 50, 1_000
_HIDDEN = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*hidden|font-size\s*:\s*0(?![.\d])|mso-hide\s*:\s*all", re.IGNORECASE
)
_BLANKS = re.compile(r"[ \t\r\n\f]+")  # a no-break space is kept: it may hold a number together
_DECLARED = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]{2,40})", re.IGNORECASE)
_XML_DECLARED = re.compile(rb"\s*<\?xml[^>]{0,100}?encoding\s*=\s*[\"']([\w.:-]{2,40})", re.IGNORECASE)
#: The parser takes bytes' declarations and no string that carries one.
_XML_DECLARATION = re.compile(r"\s*<\?xml[^>]*\?>")


@cache
def _words(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


def declared_encoding(data: bytes) -> str | None:
    """The encoding that an HTML file names in its head, or None."""
    match = _XML_DECLARED.match(data) or _DECLARED.search(data[:4096])
    return match[1].decode("ascii", "ignore") if match else None


def parse_html(text: str) -> Any:
    """The lxml tree of an HTML text. No entity of its own and nothing from the network is loaded.

    Raises
    ------
    ReadError
        There is no element in it, or its elements nest more than 256 deep.
    """
    from lxml import etree, html  # noqa: PLC0415 (a plain mail needs none)

    parser = html.HTMLParser(encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True)
    bare = _XML_DECLARATION.sub("", text, count=1)
    try:
        tree = html.document_fromstring(bare.encode("utf-8", "replace"), parser=parser)
    except etree.ParserError:
        raise ReadError("The page holds no text.") from None
    if any("depth" in error.message for error in parser.error_log):
        raise ReadError(_TOO_DEEP)
    return tree


def tree_text(tree: Any) -> str:
    r"""The text of a tree: a blank line between blocks, ``• `` before a list item, `` | `` between the cells of a row.

    Parameters
    ----------
    tree:
        An lxml element of HTML, or of the XML that trafilatura makes of it.
    """
    lines = _Lines()
    lines.walk(tree)
    lines.flush()
    return compose(lines.text())


class _Lines:
    """Lines gathered from a tree. Each knows whether it is an item, since items stand without blank lines between."""

    def __init__(self) -> None:
        self.done: list[tuple[str, bool]] = []
        self.inline: list[str] = []
        self.bullet = False
        self.spans = _RowSpans()

    def walk(self, element: Any) -> None:
        """Take in an element, its children and the text after each of them; 256 levels at most."""
        tag = element.tag if isinstance(element.tag, str) else ""
        if not tag or tag in _words(_SILENT) or _is_hidden(element):
            return
        if tag in _BREAKS:
            self.inline.append(_BREAK)
            return
        if tag in _ROWS and _is_data(element, self.spans.reaching(element)):
            self.row(element)
            return
        block = tag in _words(_BLOCKS)
        if block:
            self.flush()
            self.bullet = tag in _ITEMS or (self.bullet and tag in {"p", "div", "span"})
        self.inline.append(element.text or "")
        for child in element:
            self.walk(child)
            self.inline.append(child.tail or "")
        if block:
            self.flush()
            self.bullet = False

    def row(self, element: Any) -> None:
        """Take in a row of a table of data."""
        self.flush()
        reached = self.spans.reaching(element)
        self.done.append((joined_cells(self.spans.cells(element), reached=bool(reached)), False))

    def flush(self) -> None:
        """End the block that is being gathered; two breaks in a row end one as well."""
        lines = [_squeezed(line) for line in "".join(self.inline).split(_BREAK)]
        self.inline = []
        for paragraph in re.split(r"\n{2,}", "\n".join(lines).strip("\n")):
            if paragraph:
                self.done.append((BULLET + paragraph.lstrip(ITEM_SIGNS) if self.bullet else paragraph, self.bullet))
                self.bullet = False

    def text(self) -> str:
        """All lines as one text."""
        parts: list[str] = []
        before_item = False
        for line, item in self.done:
            if line:
                parts += ["\n" if item and before_item else "\n\n", line]
                before_item = item
        return "".join(parts[1:])


class _RowSpans:
    """The cells of one row after another, with the places that cells of the rows above reach down to left empty."""

    def __init__(self) -> None:
        self._table: Any = None
        self._reach: dict[int, int] = {}

    def reaching(self, row: Any) -> int:
        """How many places of a row are taken by cells of the rows above."""
        table = next(row.iterancestors("table"), None)
        if table is not self._table:
            self._table, self._reach = table, {}
        return len(self._reach)

    def cells(self, row: Any) -> list[str]:
        """The text of each cell; an empty one for each place that a cell beside or above it takes as well."""
        self.reaching(row)
        found: list[str] = []
        reach: dict[int, int] = {}
        for cell in _cells(row):
            self._pass_by(found, reach)
            width = count_places(cell.get("colspan", ""), MOST_COLUMNS)
            rows_below = count_places(cell.get("rowspan", ""), _MOST_ROWS) - 1
            reach |= dict.fromkeys(range(len(found), len(found) + width), rows_below)
            found += [_squeezed(" ".join(_pieces(cell))), *[""] * (width - 1)]
        self._pass_by(found, reach)
        self._reach = {column: rows for column, rows in reach.items() if rows}
        return found

    def _pass_by(self, found: list[str], reach: dict[int, int]) -> None:
        while (rows_left := self._reach.get(len(found), 0)) and len(found) < MOST_COLUMNS:
            reach[len(found)] = rows_left - 1
            found.append("")


def joined_cells(cells: Sequence[str], *, reached: bool = False) -> str:
    """The cells of a row as a line. An empty one keeps its place, so that those behind it stay below their heads.

    What is the only text of its row is no cell but a heading across the table, unless a cell of the row above reaches
    down beside it (``reached``).
    """
    filled = [cell for cell in cells if cell]
    least = 1 if reached else 2
    return CELL_GAP.join(cells).strip(" ") if len(filled) >= least else "".join(filled)


def count_places(said: str, most: int) -> int:
    """How many columns or rows a cell takes, as its markup says; one where it says nothing of use."""
    return min(max(int(said), 1), most) if said.isdecimal() and said.isascii() else 1


def _is_hidden(element: Any) -> bool:
    """Whether no browser shows an element: the line that a mail shows before it is opened, a copy for telephones."""
    return element.get("hidden") is not None or _HIDDEN.search(element.get("style", "")) is not None


def _squeezed(text: str) -> str:
    return _BLANKS.sub(" ", without_soft_hyphens(with_plain_blanks(text))).strip()


def _cells(row: Any) -> list[Any]:
    return [child for child in row if child.tag in _CELLS]


def _pieces(element: Any) -> Iterator[str]:
    for node in element.iter():
        if isinstance(node.tag, str) and node.tag not in _words(_SILENT):
            yield node.text or ""
        if node is not element:
            yield node.tail or ""


def _is_data(row: Any, reached: int) -> bool:
    """Whether a row is one of a table of data: short cells without blocks of text or tables inside.

    ``reached`` is how many cells of the rows above reach down to it.
    """
    cells = _cells(row)
    for cell in cells:
        inner = [node.tag for node in cell.iter() if node is not cell and isinstance(node.tag, str)]
        if "table" in inner or sum(tag in {"p", "div", "ul", "ol", "list", "h1", "h2", "h3"} for tag in inner) > 1:
            return False
        if sum(map(len, _pieces(cell))) > _LONGEST_CELL:
            return False
    return bool(cells) and len(cells) + reached > 1
