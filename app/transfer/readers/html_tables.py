"""The tables of a web page: what most web systems call an .xls file.

Cells span rows and columns as browsers have it (HTML standard, 4.9.12); text runs are joined the way a page shows them.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass, field
from html import unescape
from typing import cast

from app.transfer.readers import html_tags
from app.transfer.readers.charsets import by_name
from app.transfer.readers.container import Refused
from app.transfer.readers.encoding import decode
from app.transfer.readers.parts import Part, Value

_CHARSET = re.compile(rb"""charset\s*=\s*["']?\s*([\w.:-]+)""", re.IGNORECASE)
_SHEET_NAME = re.compile(r"<x:Name>([^<]+)</x:Name>", re.IGNORECASE)
_SPACE = re.compile(r"[ \t\n\r\f\u200b]+")
_UNEVEN = re.compile(r"  |^ | $|[\xa0\t\n\r\f\v\u200b]")
_SCIENTIFIC = re.compile(r"-?\d(?:\.\d+)?[eE]\+?\d+|#+")
_HIDDEN = re.compile(r"display\s*:\s*none|mso-hide\s*:\s*all", re.IGNORECASE)
_SILENT = frozenset({"script", "style", "noscript", "template", "select"})
_BREAKS = frozenset({"br", "p", "div", "li", "h1", "h2", "h3", "h4", "tr"})
_KEPT = 5000
_WIDEST, _HIGHEST, _DEEPEST = 16_384, 1_048_576, 50


@dataclass(slots=True)
class Table:
    """One table: its cells as text, with the places of merged, linked and hidden ones."""

    name: str = ""
    rows: list[list[str]] = field(default_factory=list)
    merged: list[tuple[int, int, int, int]] = field(default_factory=list)
    links: dict[tuple[int, int], str] = field(default_factory=dict)
    hidden: set[int] = field(default_factory=set)

    @property
    def width(self) -> int:
        """The number of columns."""
        return max(map(len, self.rows), default=0)


def text_of(data: bytes) -> str:
    """The text of a page, by what its bytes are before what it says about them."""
    if data[:3] == codecs.BOM_UTF8 or data[:2] in (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE) or b"\0" in data[:100]:
        return decode(data).text
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        said = _CHARSET.search(data[:8192])
    name = said[1].decode("ascii", "replace").lower() if said else ""
    if name and "utf" not in name and (text := by_name(data, name)) is not None:
        return text
    return decode(data).text


def page_of(data: bytes) -> bytes:
    """The page inside a web archive (.mht), or the data as it is."""
    if not re.match(rb"\s*(?:MIME-Version|From|Content-Type):", data[:200], re.IGNORECASE):
        return data
    from email import message_from_bytes

    for part in message_from_bytes(data).walk():
        if part.get_content_type() == "text/html":
            body = part.get_payload(decode=True)
            if isinstance(body, bytes) and b"<table" in body.lower():
                return body
    return data


def tables(data: bytes, cells: int) -> list[Table]:
    """The sheets of a page: its tables, those of one width below each other as one.

    Args:
        data: the page.
        cells: how many cells they may have at most.

    Raises:
        Refused: too many cells.
    """
    text, name = _without_comments(text_of(page_of(data)))
    reader = _Reader(cells, name)
    html_tags.walk(text, reader)
    reader.finish()
    found: list[Table] = []
    for table in reader.done:
        last = found[-1] if found else None
        if (
            last
            and (table.width == last.width or last.width < 2 or len(last.rows) < 2)
            and not (table.name and last.name)
        ):
            _join(last, table)
        else:
            found.append(table)
    for number, table in enumerate(found):
        table.name = table.name or (reader.name if number == 0 else "")
    return found


def _without_comments(text: str) -> tuple[str, str]:
    """The page without comments and marked sections, and the sheet's name that Excel writes into one.

    The end of each is looked for once: a page of nothing but beginnings must not take hours.
    """
    name = ""
    for opening, closing in (("<!--", "-->"), ("<![", ">")):
        kept, at = [], 0
        while (start := text.find(opening, at)) >= 0:
            end = text.find(closing, start)
            kept.append(text[at:start])
            if not name and (match := _SHEET_NAME.search(text[start : max(end, start)])):
                name = match[1].strip()
            at = end + len(closing) if end >= 0 else len(text)
        text = "".join((*kept, text[at:]))
    return text, name


def _join(upper: Table, lower: Table) -> None:
    """Put one table below another, as Excel does when it opens a page."""
    shift = len(upper.rows)
    upper.rows += lower.rows
    upper.merged += [(r0 + shift, c0, r1 + shift, c1) for r0, c0, r1, c1 in lower.merged]
    upper.links |= {(row + shift, column): link for (row, column), link in lower.links.items()}
    upper.hidden |= {row + shift for row in lower.hidden}
    upper.name = upper.name or lower.name


def parts(data: bytes, cells: int) -> list[Part]:
    """The tables as sheets with marks, see ``tables``."""
    found = []
    for table in tables(data, cells):
        marks = [(row, column, "link", link) for (row, column), link in table.links.items()]
        marks += [(row, 0, "row", "") for row in sorted(table.hidden)]
        found.append(Part(table.name, rows=cast(list[list[Value]], table.rows), merged=table.merged, marks=marks))
    return found


class _Grid:
    """A table being read."""

    def __init__(self) -> None:
        self.table = Table()
        self.row: list[str] | None = None
        self.down: dict[int, int] = {}
        self.cell: list[str] | None = None
        self.span = (1, 1)
        self.link = self.exact = ""
        self.caption = False

    def open_row(self, hidden: bool) -> None:
        self.close_row()
        self.row = []
        if hidden:
            self.table.hidden.add(len(self.table.rows))

    def close_row(self) -> None:
        self.close_cell()
        if self.row is not None:
            self._skip()
            self.table.rows.append(self.row)
            self.row = None

    def _skip(self) -> None:
        """Leave the places that cells of the rows above reach down to."""
        assert self.row is not None
        while left := self.down.get(len(self.row)):
            self.down[len(self.row)] = left - 1
            self.row.append("")

    def close_cell(self) -> int:
        """Put the cell into its place; gives how many places it takes."""
        if self.cell is None:
            return 0
        return self.put(_shown("".join(self.cell)))

    def put(self, value: str) -> int:
        """Put a cell with that text, ``span``, ``exact`` and ``link`` into its place, see ``close_cell``."""
        if self.row is None:
            self.row = []
        if self.down:
            self._skip()
        at, row = len(self.row), len(self.table.rows)
        if self.exact and _SCIENTIFIC.fullmatch(value):
            value = self.exact
        across, down = self.span
        if across == down == 1 and at < _WIDEST and not self.link:
            self.row.append(value)
            self.cell, self.exact = None, ""
            return 1
        across = min(across, _WIDEST - at)
        if across > 0:
            self.row += [value, *[""] * (across - 1)]
            if self.link:
                self.table.links[row, at] = self.link
            if across > 1 or down > 1:
                self.table.merged.append((row, at, row + down - 1, at + across - 1))
            if down > 1:
                self.down |= dict.fromkeys(range(at, at + across), down - 1)
        self.cell, self.link, self.exact = None, "", ""
        return max(across, 0)

    def finish(self) -> Table:
        self.close_row()
        last = len(self.table.rows) - 1
        self.table.merged = [
            (r0, c0, min(r1, last), c1) for r0, c0, r1, c1 in self.table.merged if (r0, c0) != (min(r1, last), c1)
        ]
        return self.table


class _Reader:
    """Puts the tags of a page (see ``html_tags``) into tables."""

    def __init__(self, cells: int, name: str) -> None:
        self.done: list[Table] = []
        self.name = name
        self._cells = cells
        self._open: list[_Grid] = []
        self._silent = 0
        self._title = False
        self._spans: dict[str, tuple[int, int, str]] = {"": (1, 1, "")}

    def finish(self) -> None:
        """Close what the page left open."""
        while self._open:
            self._close_table()

    def cell(self, attributes: str, text: str) -> None:
        """A cell that holds nothing but text."""
        if not self._open:
            self.data(text)
            return
        grid = self._open[-1]
        spent = grid.close_cell()
        grid.span, grid.exact = self._span(attributes)
        if self._silent:
            text = ""
        self._spend(spent + grid.put(_shown(unescape(text) if "&" in text else text)))

    def _span(self, attributes: str) -> tuple[tuple[int, int], str]:
        found = self._spans.get(attributes)
        if found is None:
            given = html_tags.attributes(attributes)
            found = _count(given.get("colspan"), 1000), _count(given.get("rowspan"), 65_534), given.get("x:num", "")
            if len(self._spans) < _KEPT:
                self._spans[attributes] = found
        return found[:2], found[2]

    def start(self, tag: str, attributes: str) -> None:
        """A tag opens."""
        if tag in _SILENT:
            self._silent += 1
        elif tag == "title":
            self._title = not self.name
        elif tag == "table" and len(self._open) < _DEEPEST:
            self._open.append(_Grid())
        elif self._open:
            self._inside(self._open[-1], tag, attributes)

    def _inside(self, grid: _Grid, tag: str, attributes: str) -> None:
        if tag == "tr":
            self._spend(grid.close_cell())
            given = html_tags.attributes(attributes)
            grid.open_row(bool(_HIDDEN.search(given.get("style", ""))) or "hidden" in given)
            if len(grid.table.rows) > _HIGHEST:
                raise Refused("too_many_cells", sheet=self.name)
        elif tag in ("td", "th"):
            self._spend(grid.close_cell())
            grid.cell = []
            grid.span, grid.exact = self._span(attributes)
        elif tag == "caption":
            grid.caption = True
        elif grid.cell is not None:
            self._in_cell(grid, grid.cell, tag, attributes)

    def _in_cell(self, grid: _Grid, cell: list[str], tag: str, attributes: str) -> None:
        if tag in _BREAKS:
            cell.append("\v")
        elif tag == "a" and not grid.link:
            grid.link = html_tags.attributes(attributes).get("href", "")
        elif tag == "input":
            given = html_tags.attributes(attributes)
            if given.get("type", "text").lower() not in ("hidden", "checkbox", "radio", "button"):
                cell.append(given.get("value", ""))

    def end(self, tag: str) -> None:
        """A tag closes."""
        if tag in _SILENT:
            self._silent = max(self._silent - 1, 0)
        elif tag == "title":
            self._title = False
        elif not self._open:
            return
        elif tag == "table":
            self._close_table()
        elif tag in ("td", "th"):
            self._spend(self._open[-1].close_cell())
        elif tag == "tr":
            self._open[-1].close_row()
        elif tag == "caption":
            self._open[-1].caption = False
        elif tag in ("p", "div", "li") and (cell := self._open[-1].cell) is not None:
            cell.append("\v")

    def data(self, text: str) -> None:
        """Text between tags."""
        if self._silent:
            return
        if self._open:
            grid = self._open[-1]
            if grid.cell is not None:
                grid.cell.append(unescape(text))
            elif grid.caption:
                grid.table.name = _shown(grid.table.name + unescape(text))[:100]
        elif self._title:
            self.name = (self.name + unescape(text)).strip()[:100]

    def _spend(self, cells: int) -> None:
        self._cells -= cells
        if self._cells < 0:
            raise Refused("too_many_cells", sheet=self.name)

    def _close_table(self) -> None:
        grid = self._open.pop()
        self._spend(grid.close_cell())
        table = grid.finish()
        if any(any(row) for row in table.rows):
            self.done.append(table)


def _shown(text: str) -> str:
    """The text as a page shows it: blanks collapsed, ``\\v`` a line end."""
    if text.isalnum() or not _UNEVEN.search(text):
        return text
    lines = (_SPACE.sub(" ", line).strip(" \xa0").replace("\xa0", " ") for line in text.split("\v"))
    return "\n".join(line for line in lines if line)


def _count(text: str | None, most: int) -> int:
    """How many rows or columns a cell spans; 0 and nonsense are one."""
    match = re.match(r"\s*\+?(\d{1,6})", text or "")
    return max(1, min(int(match[1]), most)) if match else 1
