"""XML Spreadsheet 2003, which Excel itself and many web systems write under an .xls or .xml name.

The elements are those of Microsoft's "XML Spreadsheet Reference" (Office XP and 2003). Entities are never expanded.
"""

from __future__ import annotations

import codecs
import html
import re
from datetime import datetime, time
from xml.parsers import expat

from app.transfer.readers import formats
from app.transfer.readers.container import Refused
from app.transfer.readers.encoding import decode
from app.transfer.readers.parts import Part, Value

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
    text = _text(data)
    try:
        return _Reader(cells).read(text)
    except expat.ExpatError:
        pass
    mended = _OWN_ENTITY.sub(lambda match: html.unescape(match[0]), _ILLEGAL.sub("", text))
    try:
        return _Reader(cells).read(_BARE_AND.sub("&amp;", mended))
    except expat.ExpatError as error:
        raise Refused("damaged") from error


def _text(data: bytes) -> str:
    declared = _DECLARED.match(data.lstrip(codecs.BOM_UTF8 + b" \t\r\n")[:200])
    name = declared[1].decode("ascii", "replace").lower() if declared else "utf-8"
    if not data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) and b"\0" not in data[:100]:
        try:
            return data.decode("gb18030" if name in ("gb2312", "gbk") else codecs.lookup(name).name).lstrip("\ufeff")
        except (LookupError, UnicodeError, TypeError):
            pass
    return decode(data).text


class _Reader:
    def __init__(self, cells: int) -> None:
        self.parts: list[Part] = []
        self.cells = cells
        self.codes: dict[str, str] = {}
        self.style = ""
        self.row = self.column = 0
        self.across = self.down = 0
        self.cell_style = self.kind = ""
        self.text: list[str] | None = None
        self.comment: list[str] | None = None
        self.visible: list[str] | None = None
        self.used = 0

    def read(self, text: str) -> list[Part]:
        parser = expat.ParserCreate("utf-8", " ")
        parser.buffer_text = True
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._data
        parser.EntityDeclHandler = self._entity
        data = text.strip().encode("utf-8", "replace")
        for start in range(0, len(data), _CHUNK):
            parser.Parse(data[start : start + _CHUNK], False)
        parser.Parse(b"", True)
        return self.parts

    def _entity(self, *_declaration: object) -> None:
        raise Refused("bomb")

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        local = name.rpartition(" ")[2]
        if local not in _WANTED:
            return
        given = {key.rpartition(" ")[2]: value for key, value in attributes.items()}
        match local:
            case "Cell":
                self._cell(given)
            case "Data" if self.comment is None and self.parts:
                self.kind, self.text = given.get("Type", "String"), []
            case "Row":
                self.row = self._at(given, self.row, _HIGHEST)
                self.column = 0
                if given.get("Hidden") == "1" and self.parts:
                    self.parts[-1].marks.append((self.row - 1, 0, "row", ""))
            case "Column":
                self.column = self._at(given, self.column, _WIDEST)
                last = min(self.column + _number(given.get("Span")), _WIDEST)
                if given.get("Hidden") == "1" and self.parts:
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
            case "Comment":
                self.comment = []
            case "Visible":
                self.visible = []

    def _at(self, given: dict[str, str], last: int, most: int) -> int:
        place = _number(given.get("Index")) or last + 1
        if place > most:
            raise Refused("too_many_cells", sheet=self.parts[-1].name if self.parts else "")
        return place

    def _cell(self, given: dict[str, str]) -> None:
        if not self.parts:
            return
        self.column = self._at(given, self.column, _WIDEST)
        self.cell_style = given.get("StyleID", "")
        self.across = min(_number(given.get("MergeAcross")), _WIDEST - self.column)
        self.down = min(_number(given.get("MergeDown")), _HIGHEST - self.row)
        part, row, column = self.parts[-1], self.row - 1, self.column - 1
        if self.across or self.down:
            part.merged.append((row, column, row + self.down, column + self.across))
        if given.get("HRef"):
            part.marks.append((row, column, "link", given["HRef"]))

    def _data(self, data: str) -> None:
        for held in (self.comment if self.comment is not None else self.text, self.visible):
            if held is not None:
                held.append(data)

    def _end(self, name: str) -> None:
        local = name.rpartition(" ")[2]
        if local == "Cell":
            self.column += self.across
            self.across = self.down = 0
        elif local == "Data" and self.text is not None:
            text, self.text = "".join(self.text), None
            self._put(text)
        elif local == "Comment" and self.comment is not None:
            text, self.comment = "".join(self.comment).strip(), None
            if text and self.parts:
                self.parts[-1].marks.append((self.row - 1, self.column - 1, "comment", text))
        elif local == "Visible" and self.visible is not None:
            if self.parts:
                self.parts[-1].visible = "hidden" not in "".join(self.visible).lower()
            self.visible = None

    def _put(self, text: str) -> None:
        part, row, column = self.parts[-1], self.row - 1, self.column - 1
        if row < 0 or column < 0:
            return
        if self.kind == "Error":
            part.marks.append((row, column, "error", text or "#N/A"))
        self.used += max(column + 1 - len(part.rows[row]), 0) if row < len(part.rows) else column + 1
        self.used += max(row - len(part.rows), 0)
        if self.used > self.cells:
            raise Refused("too_many_cells", sheet=part.name)
        while row >= len(part.rows):
            part.rows.append([])
        cells = part.rows[row]
        cells.extend([""] * (column + 1 - len(cells)))
        cells[column] = "" if self.kind == "Error" else self._value(text)

    def _value(self, text: str) -> Value:
        if self.kind == "Number":
            return self._number(text.strip())
        if self.kind == "DateTime":
            return _moment(text.strip())
        if self.kind == "Boolean":
            return text.strip() in ("1", "true", "True")
        return text

    def _number(self, text: str) -> Value:
        try:
            value = float(text)
        except ValueError:
            return text
        code = self.codes.get(self.cell_style, "")
        if formats.speaking(code) == "date":
            return formats.moment(value) or value
        padded = formats.shown(value, code) if abs(value) < 1e15 else None
        return padded or (text if text.isdigit() and len(text) > 15 else value)


_WANTED = frozenset({"Cell", "Data", "Row", "Column", "Worksheet", "Style", "NumberFormat", "Comment", "Visible"})


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
