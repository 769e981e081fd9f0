"""OpenDocument spreadsheets: values as the cells show them, with comments, links and hidden rows.

The elements are those of ODF 1.2 part 1, chapter 9. Entities are never expanded.
"""

from __future__ import annotations

import zipfile
from datetime import datetime, time, timedelta
from xml.parsers import expat

from app.transfer.readers.container import Refused, Source, opened
from app.transfer.readers.parts import Part, Value, grown

_CHUNK = 1 << 20
_WIDEST, _HIGHEST = 16_384, 1_048_576
_REPEATED = 1000
_ERRORS = ("#", "Err:")


def sheets(source: Source, cells: int) -> list[Part]:
    """The sheets of a workbook.

    Args:
        source: an .ods file whose packing was found safe.
        cells: how many cells they may have at most.

    Raises:
        Refused: too many cells, or entities of its own.
        ExpatError: the XML is broken.
    """
    reader = _Reader(cells)
    parser = expat.ParserCreate("utf-8", " ")
    parser.buffer_text = True
    parser.StartElementHandler = reader.start
    parser.EndElementHandler = reader.end
    parser.CharacterDataHandler = reader.data
    parser.EntityDeclHandler = reader.entity
    with opened(source) as file, zipfile.ZipFile(file) as archive, archive.open("content.xml") as content:
        while chunk := content.read(_CHUNK):
            parser.Parse(chunk, False)
        parser.Parse(b"", True)
    return reader.parts


class _Reader:
    def __init__(self, cells: int) -> None:
        self.parts: list[Part] = []
        self.cells = cells
        self.hidden_styles: set[str] = set()
        self.style = ""
        self.row = self.column = self.row_times = 0
        self.depth = self.skip = 0
        self.given: dict[str, str] = {}
        self.times = 1
        self.text: list[str] | None = None
        self.note: list[str] | None = None
        self.link = ""
        self.line = False

    def entity(self, *_declaration: object) -> None:
        """No file of an office program declares an entity."""
        raise Refused("bomb")

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """An element opens."""
        local = name.rpartition(" ")[2]
        match local:
            case "table-cell" | "covered-table-cell" if self.depth == 1:
                self.given = {key.rpartition(" ")[2]: value for key, value in attributes.items()}
                self.times = max(_number(self.given.get("number-columns-repeated"), 1), 1)
                self.text, self.note, self.link, self.line = [], None, "", False
            case "p" | "h" if self.text is not None:
                held = self.note if self.note is not None else self.text
                if held:
                    held.append("\n")
            case "s" if self.text is not None:
                self.data(" " * min(_number(_of(attributes, "c"), 1), 1000))
            case "tab":
                self.data("\t")
            case "line-break":
                self.data("\n")
            case "a" if self.text is not None and not self.link:
                self.link = _of(attributes, "href")
            case "annotation" if self.text is not None:
                self.note = []
            case "date" | "creator" if self.note is not None:
                self.skip += 1
            case "table-row" if self.depth == 1:
                self.column = 0
                self.row_times = max(_number(_of(attributes, "number-rows-repeated"), 1), 1)
                if _of(attributes, "visibility") in ("collapse", "filter"):
                    last = min(self.row + min(self.row_times, _REPEATED), _HIGHEST)
                    self.parts[-1].marks += [(row, 0, "row", "") for row in range(self.row, last)]
            case "table-column" if self.depth == 1:
                times = max(_number(_of(attributes, "number-columns-repeated"), 1), 1)
                if _of(attributes, "visibility") in ("collapse", "filter"):
                    last = min(self.column + min(times, _REPEATED), _WIDEST)
                    self.parts[-1].marks += [(0, at, "column", "") for at in range(self.column, last)]
                self.column += times
            case "table":
                self.depth += 1
                if self.depth == 1:
                    self.parts.append(
                        Part(_of(attributes, "name"), _of(attributes, "style-name") not in self.hidden_styles)
                    )
                    self.row = self.column = 0
            case "style":
                self.style = _of(attributes, "name")
            case "table-properties" if _of(attributes, "display") == "false":
                self.hidden_styles.add(self.style)

    def data(self, text: str) -> None:
        """Text between elements."""
        if self.skip or self.text is None:
            return
        (self.note if self.note is not None else self.text).append(text)

    def end(self, name: str) -> None:
        """An element closes."""
        match name.rpartition(" ")[2]:
            case "table-cell" | "covered-table-cell" if self.depth == 1 and self.text is not None:
                self._cell()
            case "annotation" if self.note is not None:
                text = "".join(self.note).strip()
                self.note = None
                if text:
                    self.parts[-1].marks.append((self.row, self.column, "comment", text))
            case "date" | "creator" if self.skip:
                self.skip -= 1
            case "table-row" if self.depth == 1:
                self._repeat_row()
            case "table":
                self.depth -= 1

    def _cell(self) -> None:
        part = self.parts[-1]
        text, self.text = "".join(self.text or ()), None
        across, down = (
            _number(self.given.get("number-columns-spanned"), 1),
            _number(self.given.get("number-rows-spanned"), 1),
        )
        if across > 1 or down > 1:
            last_row, last_column = min(self.row + down, _HIGHEST) - 1, min(self.column + across, _WIDEST) - 1
            part.merged.append((self.row, self.column, last_row, last_column))
        if self.link:
            part.marks.append((self.row, self.column, "link", self.link))
        value = self._value(text)
        if value != "":
            last = self.column + self.times - 1
            if last >= _WIDEST or self.row >= _HIGHEST:
                raise Refused("too_many_cells", sheet=part.name)
            self._spend(last + 1 - (len(part.rows[self.row]) if self.row < len(part.rows) else 0), part)
            self._spend(self.row - len(part.rows), part)
            cells = grown(part.rows, self.row, last)
            cells[self.column : last + 1] = [value] * self.times
        self.column += self.times

    def _spend(self, cells: int, part: Part) -> None:
        self.cells -= max(cells, 0)
        if self.cells < 0:
            raise Refused("too_many_cells", sheet=part.name)

    def _repeat_row(self) -> None:
        part = self.parts[-1]
        more = self.row_times - 1
        if more and self.row < len(part.rows) and part.rows[self.row]:
            if self.row + more >= _HIGHEST:
                raise Refused("too_many_cells", sheet=part.name)
            self._spend(more * len(part.rows[self.row]), part)
            part.rows += [list(part.rows[self.row]) for _more in range(more)]
        self.row += self.row_times

    def _value(self, text: str) -> Value:
        given = self.given
        match given.get("value-type", ""):
            case "float" | "currency" | "percentage" as kind:
                if text.startswith(_ERRORS) and not text.strip("#"):
                    text = ""
                elif text.startswith(_ERRORS):
                    self.parts[-1].marks.append((self.row, self.column, "error", text))
                    return ""
                return _amount(given.get("value", ""), text, kind, given.get("currency", ""))
            case "date":
                return _moment(given.get("date-value", "")) or text
            case "time":
                return _span(given.get("time-value", "")) or text
            case "boolean":
                return given.get("boolean-value") == "true"
            case "string":
                if "formula" in given and text.startswith(_ERRORS) and " " not in text:
                    self.parts[-1].marks.append((self.row, self.column, "error", text))
                    return ""
                return text or given.get("string-value", "")
        return text


def _amount(value: str, text: str, kind: str, currency: str) -> Value:
    """The number, or the text where it says more: zeros in front, percent, a foreign currency."""
    try:
        number = float(value)
    except ValueError:
        return text
    if kind == "percentage":
        return f"{float(f'{number * 100:.15g}'):.10f}".rstrip("0").rstrip(".") + "%"
    if kind == "currency" and currency not in ("", "CNY"):
        return f"{currency} {value}"
    plain = text.strip()
    if plain[:1] == "0" and plain.isascii() and plain.replace("-", "").replace(" ", "").isdigit() and len(plain) > 1:
        return plain
    if value.isdigit() and len(value) > 15:
        return value
    return number


def _moment(text: str) -> Value | None:
    try:
        found = datetime.fromisoformat(text.rstrip("Z")).replace(tzinfo=None)
    except ValueError:
        return None
    return found.date() if found.time() == time.min else found


def _span(text: str) -> Value | None:
    """``PT12H30M05S`` as a time of day, longer ones as they are."""
    import re

    match = re.fullmatch(r"PT(\d{1,5})H(\d{1,2})M(\d{1,2})(?:[.,]\d+)?S", text)
    if match is None:
        return None
    hours, minutes, seconds = map(int, match.groups())
    if hours < 24 and minutes < 60 and seconds < 60:
        return time(hours, minutes, seconds)
    return str(timedelta(hours=hours, minutes=minutes, seconds=seconds))


def _of(attributes: dict[str, str], name: str) -> str:
    return next((value for key, value in attributes.items() if key.rpartition(" ")[2] == name), "")


def _number(text: str | None, usual: int) -> int:
    return int(text) if text and text.isascii() and text.isdigit() and len(text) < 9 else usual
