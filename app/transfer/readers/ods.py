"""OpenDocument spreadsheets: values as the cells show them, with comments, links and hidden rows.

The elements are those of ODF 1.2 part 1, chapter 9. Entities are never expanded.
"""

from __future__ import annotations

import codecs
import html
import re
import zipfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import datetime, time, timedelta
from typing import IO, TYPE_CHECKING

from app.transfer.readers import trees
from app.transfer.readers.container import Refused, Source, opened
from app.transfer.readers.parts import Part, Value

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_CHUNK = 1 << 20
_WIDEST, _HIGHEST = 16_384, 1_048_576
_REPEATED = 1000
_ERRORS = ("#", "Err:")
_DOUBTED = ("", "#", "E")
_FORMULA_LINK = re.compile(r'^[^"]{0,20}HYPERLINK\("([^"]{1,2000})"')
_LAYOUT = frozenset({"table-cell", "covered-table-cell", "annotation", "table", "table-row", "list", "list-item"})
"""Elements that hold others only; text in them is there for the eye of whoever looks at the XML."""
_UNSEEN = ("collapse", "filter")
_WANTED = frozenset({"table", "table-row", "table-column", "style", "table-properties"})


def sheets(source: Source, cells: int) -> list[Part]:
    """The sheets of a workbook.

    Args:
        source: an .ods file whose packing was found safe.
        cells: how many cells they may have at most.

    Raises:
        Refused: too many cells, or entities of its own.
        ParseError: the XML is broken.
    """
    with opened(source) as file, zipfile.ZipFile(file) as archive, archive.open("content.xml") as content:
        return _Reader(cells).read(_texts(content))


def _texts(content: IO[bytes]) -> Iterator[str]:
    decoder = codecs.getincrementaldecoder("utf-8")("replace")
    while chunk := content.read(_CHUNK):
        yield decoder.decode(chunk)


@dataclass(slots=True)
class _Content:
    """What stands in a cell."""

    text: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    link: str = ""


class _Reader:
    def __init__(self, cells: int) -> None:
        self.parts: list[Part] = []
        self.cells = cells
        self.hidden_styles: set[str] = set()
        self.names = trees.Names()
        self.given = trees.Attributes()
        self.style = ""
        self.line: list[Value] = []
        self.row = self.column = 0
        self.depth = 0

    def read(self, texts: Iterable[str]) -> list[Part]:
        scanner = trees.Scanner("table:table-row", "table:(?:covered-)?table-cell", "text:p")
        for event, found in scanner.events(texts):
            if isinstance(found, trees.PlainRow):
                self._plain_row(found)
                continue
            name = self.names[found.tag]
            if name not in _WANTED:
                continue
            if event == "start":
                self._start(name, self.names.given(found))
            elif name == "table":
                self.depth -= 1
            elif name == "table-row" and self.depth == 1:
                self._row(found)
                found.clear()
        return self.parts

    def _start(self, name: str, given: dict[str, str]) -> None:
        match name:
            case "table-column" if self.depth == 1:
                times = _times(given.get("number-columns-repeated"))
                if given.get("visibility") in _UNSEEN:
                    last = min(self.column + min(times, _REPEATED), _WIDEST)
                    self.parts[-1].marks += [(0, at, "column", "") for at in range(self.column, last)]
                self.column += times
            case "table":
                self.depth += 1
                if self.depth == 1:
                    self.parts.append(
                        Part(given.get("name", ""), given.get("style-name", "") not in self.hidden_styles)
                    )
                    self.row = self.column = 0
            case "style":
                self.style = given.get("name", "")
            case "table-properties" if given.get("display") == "false":
                self.hidden_styles.add(self.style)

    def _plain_row(self, found: trees.PlainRow) -> None:
        if self.depth != 1:
            return
        part = self.parts[-1]
        times = self._begin_row(self.given[found.attributes], part)
        for _name, attributes, _inner, text in found.cells:
            if not attributes and not text:
                self.column += 1
                continue
            if "&" in text:
                text = html.unescape(text)
            self._cell(self.given[attributes], text, part)
        self._end_row(times, part)

    def _row(self, element: Element) -> None:
        part = self.parts[-1]
        times = self._begin_row(self.names.given(element), part)
        for cell in element:
            if self.names[cell.tag] not in ("table-cell", "covered-table-cell"):
                continue
            content = _Content()
            if len(cell):
                self._collect(cell, content, content.text)
            if content.link:
                part.marks.append((self.row, self.column, "link", content.link))
            part.marks += [(self.row, self.column, "comment", note) for note in content.notes]
            self._cell(self.names.given(cell), "".join(content.text), part)
        self._end_row(times, part)

    def _collect(self, element: Element, content: _Content, held: list[str]) -> None:
        """Take up the text inside an element, paragraph by paragraph."""
        for child in element:
            name = self.names[child.tag]
            if name == "annotation":
                note: list[str] = []
                self._collect(child, content, note)
                if text := "".join(note).strip():
                    content.notes.append(text)
            elif not (name in ("date", "creator") and held is not content.text):
                self._take(name, child, content, held)
            if child.tail and self.names[element.tag] not in _LAYOUT:
                held.append(child.tail)

    def _take(self, name: str, child: Element, content: _Content, held: list[str]) -> None:
        if name in ("p", "h") and held:
            held.append("\n")
        elif name == "s":
            held.append(" " * min(_number(self.names.given(child).get("c"), 1), 1000))
        elif name in ("tab", "line-break"):
            held.append("\t" if name == "tab" else "\n")
        elif name == "a" and not content.link:
            content.link = self.names.given(child).get("href", "")
        if child.text and name not in _LAYOUT:
            held.append(child.text)
        self._collect(child, content, held)

    def _begin_row(self, given: dict[str, str], part: Part) -> int:
        """Begin a row; gives how many times it stands there."""
        self.column = 0
        times = _times(given.get("number-rows-repeated"))
        if given.get("visibility") in _UNSEEN:
            last = min(self.row + min(times, _REPEATED), _HIGHEST)
            part.marks += [(row, 0, "row", "") for row in range(self.row, last)]
        return times

    def _cell(self, given: dict[str, str], text: str, part: Part) -> None:
        if "number-columns-spanned" in given or "number-rows-spanned" in given:
            self._merge(given, part)
        if "formula" in given and (link := _FORMULA_LINK.search(given["formula"])):
            part.marks.append((self.row, self.column, "link", link[1]))
        times = _times(given.get("number-columns-repeated")) if "number-columns-repeated" in given else 1
        value = text if given.get("value-type") == "string" and text[:1] not in _DOUBTED else self._value(given, text)
        if value != "":
            line = self.line
            if self.column + times > _WIDEST:
                raise Refused("too_many_cells", sheet=part.name)
            if self.column > len(line):
                line.extend([""] * (self.column - len(line)))
            line.extend([value] * times)
        self.column += times

    def _merge(self, given: dict[str, str], part: Part) -> None:
        across, down = _times(given.get("number-columns-spanned")), _times(given.get("number-rows-spanned"))
        if across > 1 or down > 1:
            last_row, last_column = min(self.row + down, _HIGHEST) - 1, min(self.column + across, _WIDEST) - 1
            part.merged.append((self.row, self.column, last_row, last_column))

    def _end_row(self, times: int, part: Part) -> None:
        line, self.line = self.line, []
        if line:
            empty = self.row - len(part.rows)
            self.cells -= empty + times * len(line)
            if self.row + times > _HIGHEST or self.cells < 0:
                raise Refused("too_many_cells", sheet=part.name)
            part.rows += [[] for _empty in range(empty)]
            part.rows.append(line)
            part.rows += [list(line) for _more in range(times - 1)]
        self.row += times

    def _value(self, given: dict[str, str], text: str) -> Value:
        kind = given.get("value-type", "")
        match kind:
            case "float" | "currency" | "percentage":
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


def _times(text: str | None) -> int:
    return max(_number(text, 1), 1) if text else 1


def _number(text: str | None, usual: int) -> int:
    return int(text) if text and text.isascii() and text.isdigit() and len(text) < 9 else usual
