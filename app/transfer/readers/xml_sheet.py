"""XML Spreadsheet 2003, which Excel itself and many web systems write under an .xls or .xml name.

The elements are those of Microsoft's "XML Spreadsheet Reference" (Office XP and 2003). Entities are never expanded.
"""

from __future__ import annotations

import codecs
import html
import re
from datetime import datetime, time
from typing import TYPE_CHECKING

from app.transfer.readers import formats, trees
from app.transfer.readers.charsets import by_name
from app.transfer.readers.container import Refused
from app.transfer.readers.encoding import decode
from app.transfer.readers.parts import Part, Value

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_DECLARED = re.compile(rb"""<\?xml[^>]*encoding\s*=\s*["']([\w.:-]+)""")
_NAMED = {"Percent": "0.00%", "Short Date": "yyyy-mm-dd", "Medium Date": "yyyy-mm-dd", "Long Date": "yyyy-mm-dd",
          "General Date": "yyyy-mm-dd hh:mm", "Euro Currency": "€0.00"}  # fmt: skip
_BARE_AND = re.compile(r"&(?!(?:amp|lt|gt|quot|apos|#\d{1,7}|#x[0-9A-Fa-f]{1,6});)")
_OWN_ENTITY = re.compile(r"&(?!amp;|lt;|gt;|quot;|apos;)(\w{2,31});")
_ILLEGAL = re.compile(
    r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]|&#(?:0*(?:[0-8]|1[124-9]|2\d|3[01])|[xX]0*(?:[0-8bBcCeEfF]|1[\da-fA-F]));"
)
_WIDEST, _HIGHEST = 16_384, 1_048_576
_FIRST_DAY = datetime(1900, 1, 1)
_CHUNK = 1 << 20


def sheets(data: bytes, cells: int) -> list[Part]:
    """The sheets of a file.

    Args:
        data: the whole file.
        cells: how many cells they may have at most.

    Raises:
        Refused: too many cells, entities of its own, or no XML.
    """
    from xml.etree.ElementTree import ParseError

    text = _text(data).strip()
    try:
        return _Reader(cells).read(text)
    except (ParseError, UnicodeError):
        pass
    text = text.encode("utf-8", "replace").decode("utf-8")
    mended = _OWN_ENTITY.sub(lambda match: html.unescape(match[0]), _ILLEGAL.sub("", text))
    try:
        return _Reader(cells).read(_BARE_AND.sub("&amp;", mended))
    except ParseError as error:
        raise Refused("damaged") from error


def _text(data: bytes) -> str:
    declared = _DECLARED.match(data.lstrip(codecs.BOM_UTF8 + b" \t\r\n")[:200])
    name = declared[1].decode("ascii", "replace").lower() if declared else "utf-8"
    wide = data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) or b"\0" in data[:100]
    text = None if wide else by_name(data, name, "strict")
    return decode(data).text if text is None else text.lstrip("\ufeff")


class _Reader:
    def __init__(self, cells: int) -> None:
        self.parts: list[Part] = []
        self.cells = cells
        self.names = trees.Names()
        self.given = trees.Attributes()
        self.codes: dict[str, str] = {}
        self.style = ""
        self.row = self.column = self.across = 0

    def read(self, text: str) -> list[Part]:
        prefix = "ss:" if "<ss:Row" in text else ""
        scanner = trees.Scanner(f"{prefix}Row", f"{prefix}Cell", f"{prefix}Data")
        for event, found in scanner.events(text[at : at + _CHUNK] for at in range(0, len(text), _CHUNK)):
            if isinstance(found, trees.PlainRow):
                self._plain_row(found)
                continue
            name = self.names[found.tag]
            if name not in _WANTED:
                continue
            if event == "start":
                self._start(name, found)
            elif name == "Row":
                self._row(found)
                found.clear()
            elif name == "Visible" and self.parts:
                self.parts[-1].visible = "hidden" not in "".join(found.itertext()).lower()
        return self.parts

    def _start(self, name: str, element: Element) -> None:
        given = self.names.given(element)
        match name:
            case "Column" if self.parts:
                self.column = self._at(given.get("Index"), self.column, _WIDEST)
                last = min(self.column + _number(given.get("Span")), _WIDEST)
                if given.get("Hidden") == "1":
                    self.parts[-1].marks += [(0, at, "column", "") for at in range(self.column - 1, last)]
                self.column = last
            case "Worksheet":
                self.parts.append(Part(given.get("Name", "")))
                self.row = self.column = 0
            case "Style":
                self.style = given.get("ID", "")
            case "NumberFormat":
                code = given.get("Format", "")
                self.codes[self.style] = _NAMED.get(code, code)

    def _at(self, index: str | None, last: int, most: int) -> int:
        place = (_number(index) or last + 1) if index else last + 1
        if place > most:
            raise Refused("too_many_cells", sheet=self.parts[-1].name if self.parts else "")
        return place

    def _row(self, element: Element) -> None:
        if not self.parts:
            return
        part, cells, before = self._begin_row(self.names.given(element))
        column = 0
        for cell in element:
            if self.names[cell.tag] == "Cell":
                column = self._cell(cell, part, cells, column)
        self._end_row(part, cells, before)

    def _plain_row(self, found: trees.PlainRow) -> None:
        if not self.parts:
            return
        given = self.given
        part, cells, before = self._begin_row(given[found.attributes])
        column = 0
        for _name, attributes, inner, text in found.cells:
            column = self._place(given[attributes], part, column)
            if inner or text:
                text = html.unescape(text) if "&" in text else text
                self._put(part, cells, column - 1, text, given[inner], given[attributes])
            column += self.across
        self._end_row(part, cells, before)

    def _begin_row(self, given: dict[str, str]) -> tuple[Part, list[Value], int]:
        self.row = self._at(given.get("Index"), self.row, _HIGHEST)
        part, row = self.parts[-1], self.row - 1
        if given.get("Hidden") == "1":
            part.marks.append((row, 0, "row", ""))
        cells = part.rows[row] if row < len(part.rows) else []
        return part, cells, len(cells)

    def _end_row(self, part: Part, cells: list[Value], before: int) -> None:
        row = self.row - 1
        if cells and row >= len(part.rows):
            self._spend(row - len(part.rows), part)
            part.rows += [[] for _empty in range(row - len(part.rows))]
            part.rows.append(cells)
        self._spend(len(cells) - before, part)

    def _spend(self, cells: int, part: Part) -> None:
        self.cells -= cells
        if self.cells < 0:
            raise Refused("too_many_cells", sheet=part.name)

    def _cell(self, cell: Element, part: Part, cells: list[Value], last: int) -> int:
        """Take one cell; gives the last column that it covers."""
        given = self.names.given(cell)
        place = self._place(given, part, last)
        if len(cell) == 1 and not len(data := cell[0]) and self.names[data.tag] == "Data":
            self._put(part, cells, place - 1, data.text or "", self.names.given(data), given)
        elif len(cell):
            self._mixed(cell, part, cells, place - 1, given)
        return place + self.across

    def _place(self, given: dict[str, str], part: Part, last: int) -> int:
        """The column of a cell; ``across`` tells how many more it covers."""
        place = self._at(given.get("Index"), last, _WIDEST)
        self.across = 0
        if "MergeAcross" in given or "MergeDown" in given:
            self.across = min(_number(given.get("MergeAcross")), _WIDEST - place)
            down = min(_number(given.get("MergeDown")), _HIGHEST - self.row)
            if self.across or down:
                part.merged.append((self.row - 1, place - 1, self.row - 1 + down, place - 1 + self.across))
        if given.get("HRef"):
            part.marks.append((self.row - 1, place - 1, "link", given["HRef"]))
        return place

    def _mixed(self, cell: Element, part: Part, cells: list[Value], column: int, given: dict[str, str]) -> None:
        """A cell with a comment, or with text of several looks."""
        for child in cell:
            if self.names[child.tag] == "Comment":
                if text := "".join(child.itertext()).strip():
                    part.marks.append((self.row - 1, column, "comment", text))
                continue
            for data in child.iter():
                if self.names[data.tag] == "Data":
                    self._put(part, cells, column, "".join(data.itertext()), self.names.given(data), given)

    def _put(
        self, part: Part, cells: list[Value], column: int, text: str, data: dict[str, str], cell: dict[str, str]
    ) -> None:
        if not text and not data:
            return
        kind = data.get("Type", "String")
        if kind == "Error":
            part.marks.append((self.row - 1, column, "error", text or "#N/A"))
            value: Value = ""
        else:
            value = text if kind == "String" else self._value(kind, text, cell.get("StyleID", ""))
        if column == len(cells):
            cells.append(value)
            return
        cells.extend([""] * (column + 1 - len(cells)))
        cells[column] = value

    def _value(self, kind: str, text: str, style: str) -> Value:
        if kind == "Number":
            return self._number(text.strip(), style)
        if kind == "DateTime":
            return _moment(text.strip())
        if kind == "Boolean":
            return text.strip() in ("1", "true", "True")
        return text

    def _number(self, text: str, style: str) -> Value:
        try:
            value = float(text)
        except ValueError:
            return text
        code = self.codes.get(style, "")
        if formats.speaking(code) == "date":
            return formats.moment(value) or value
        padded = formats.shown(value, code) if abs(value) < 1e15 else None
        return padded or (text if text.isdigit() and len(text) > 15 else value)


_WANTED = frozenset({"Row", "Column", "Worksheet", "Style", "NumberFormat", "Visible"})


def _number(text: str | None) -> int:
    return int(text) if text and text.isascii() and text.isdigit() and len(text) < 9 else 0


def _moment(text: str) -> Value:
    """``2019-01-05T00:00:00.000`` as a day; a time of the days before 1900 stands for itself."""
    try:
        found = datetime.fromisoformat(text.rstrip("Z"))
    except ValueError:
        return text
    found = found.replace(tzinfo=None)
    if found < _FIRST_DAY:
        return found.time()
    return found.date() if found.time() == time.min else found
