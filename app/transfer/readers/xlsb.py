"""Binary workbooks (.xlsb), with the formats of their cells.

Records and their numbers are those of MS-XLSB 2.3 and 2.4; what is not needed is stepped over.
"""

from __future__ import annotations

import struct
import zipfile
from collections.abc import Iterator

from app.transfer.readers import formats
from app.transfer.readers.container import Refused, Source, opened
from app.transfer.readers.package import relations
from app.transfer.readers.parts import Part, Value, grown

_ROW, _BLANK, _RK, _ERROR, _BOOL, _REAL, _STRING, _SHARED = range(8)
_FORMULA_STRING, _FORMULA_NUMBER, _FORMULA_BOOL, _FORMULA_ERROR = 8, 9, 10, 11
_SHORT = range(12, 19)
_FULL_OF_SHORT = {12: _BLANK, 13: _RK, 14: _ERROR, 15: _BOOL, 16: _REAL, 17: _STRING, 18: _SHARED}
_SHARED_ITEM, _FORMAT, _XF, _XFS_BEGIN, _XFS_END = 19, 44, 47, 617, 618
_COLUMN, _RICH, _PROPERTIES, _SHEET, _MERGED, _LINK = 60, 62, 153, 156, 176, 494
_COMMENT, _COMMENT_TEXT = 635, 637
_ERRORS = {
    0: "#NULL!",
    7: "#DIV/0!",
    15: "#VALUE!",
    23: "#REF!",
    29: "#NAME?",
    36: "#NUM!",
    42: "#N/A",
    43: "#GETTING_DATA",
}
_WIDEST, _HIGHEST = 16_384, 1_048_576


def sheets(source: Source, cells: int) -> list[Part]:
    """The sheets of a workbook.

    Args:
        source: an .xlsb file whose packing was found safe.
        cells: how many cells they may have at most.

    Raises:
        Refused: too many cells.
        KeyError, ValueError, struct.error: a part is missing or broken.
    """
    with opened(source) as file, zipfile.ZipFile(file) as archive:
        book = _Book(archive, cells)
        return [book.part(*sheet) for sheet in book.sheets]


def _records(data: bytes) -> Iterator[tuple[int, bytes]]:
    """Number and content of each record (MS-XLSB 2.1.4)."""
    at, end = 0, len(data)
    while at < end:
        kind = data[at]
        at += 1
        if kind & 0x80:
            kind = (kind & 0x7F) | (data[at] & 0x7F) << 7
            at += 1
        size = shift = 0
        for _byte in range(4):
            byte = data[at]
            at += 1
            size |= (byte & 0x7F) << shift
            shift += 7
            if not byte & 0x80:
                break
        yield kind, data[at : at + size]
        at += size


def _wide(data: bytes, at: int) -> tuple[str, int]:
    """A counted UTF-16 text and where it ends."""
    count = struct.unpack_from("<I", data, at)[0]
    if count == 0xFFFFFFFF:
        return "", at + 4
    end = at + 4 + count * 2
    return data[at + 4 : end].decode("utf-16-le", "replace"), end


def _rk(number: int) -> float:
    """A compressed number (MS-XLSB 2.5.123)."""
    if number & 2:
        value = float((number - (1 << 32) if number & 0x80000000 else number) >> 2)
    else:
        value = float(struct.unpack("<d", struct.pack("<II", 0, number & 0xFFFFFFFC))[0])
    return value / 100 if number & 1 else value


class _Book:
    def __init__(self, archive: zipfile.ZipFile, cells: int) -> None:
        self.archive, self.cells = archive, cells
        self.sheets: list[tuple[str, str, bool]] = []
        self.mode_1904 = False
        links = relations(archive, "xl/workbook.bin")
        for kind, data in _records(archive.read("xl/workbook.bin")):
            if kind == _SHEET:
                state = struct.unpack_from("<I", data)[0]
                link, at = _wide(data, 8)
                target, type_ = links.get(link, ("", ""))
                if type_.endswith("/worksheet"):
                    self.sheets.append((_wide(data, at)[0], target, state == 0))
            elif kind == _PROPERTIES:
                self.mode_1904 = bool(data[0] & 1)
        self.shared = self._shared(self._named(links, "/sharedStrings"))
        self.codes = self._codes(self._named(links, "/styles"))

    def _named(self, links: dict[str, tuple[str, str]], type_: str) -> bytes:
        target = next((target for target, found in links.values() if found.endswith(type_)), "")
        return self.archive.read(target) if target in self.archive.namelist() else b""

    @staticmethod
    def _shared(data: bytes) -> list[str]:
        return [_wide(content, 1)[0] for kind, content in _records(data) if kind == _SHARED_ITEM]

    @staticmethod
    def _codes(data: bytes) -> dict[int, str]:
        """Style index to number format, for the formats that tell something."""
        own: dict[int, str] = {}
        found: dict[int, str] = {}
        inside, index = False, 0
        for kind, content in _records(data):
            if kind == _FORMAT:
                own[struct.unpack_from("<H", content)[0]] = _wide(content, 2)[0]
            elif kind in (_XFS_BEGIN, _XFS_END):
                inside = kind == _XFS_BEGIN
            elif kind == _XF and inside:
                number = struct.unpack_from("<H", content, 2)[0]
                code = own.get(number) or formats.built_in(number)
                if formats.speaking(code):
                    found[index] = code
                index += 1
        return found

    def part(self, name: str, target: str, visible: bool) -> Part:
        """One sheet."""
        part = Part(name, visible)
        links = relations(self.archive, target)
        row = column = -1
        for kind, data in _records(self.archive.read(target)):
            if kind == _ROW:
                row, column = struct.unpack_from("<I", data)[0], -1
                if row >= _HIGHEST:
                    raise ValueError("row")
                if len(data) > 11 and data[11] & 0x10:
                    part.marks.append((row, 0, "row", ""))
            elif kind <= _FORMULA_ERROR or kind == _RICH:
                column, style = struct.unpack_from("<II", data)
                self._put(part, row, column, kind, style & 0xFFFFFF, data[8:])
            elif kind in _SHORT:
                column += 1
                self._put(
                    part, row, column, _FULL_OF_SHORT[kind], struct.unpack_from("<I", data)[0] & 0xFFFFFF, data[4:]
                )
            elif kind == _MERGED:
                r0, r1, c0, c1 = struct.unpack_from("<IIII", data)
                part.merged.append((r0, c0, r1, c1))
            elif kind == _COLUMN:
                first, last, _width, _style, flags = struct.unpack_from("<IIIIH", data)
                if flags & 1:
                    part.marks += [(0, at, "column", "") for at in range(first, min(last + 1, _WIDEST))]
            elif kind == _LINK:
                r0, _r1, c0, _c1 = struct.unpack_from("<IIII", data)
                link = links.get(_wide(data, 16)[0], ("", ""))[0]
                if link:
                    part.marks.append((r0, c0, "link", link))
        for target, type_ in links.values():
            if type_.endswith("/comments") and target in self.archive.namelist():
                part.marks += self._comments(self.archive.read(target))
        return part

    @staticmethod
    def _comments(data: bytes) -> Iterator[tuple[int, int, str, str]]:
        place = (0, 0)
        for kind, content in _records(data):
            if kind == _COMMENT:
                row, _last, column, _end = struct.unpack_from("<IIII", content, 4)
                place = (row, column)
            elif kind == _COMMENT_TEXT and (text := _wide(content, 1)[0].strip()):
                yield *place, "comment", text

    def _put(self, part: Part, row: int, column: int, kind: int, style: int, data: bytes) -> None:
        if kind == _BLANK:
            return
        if not 0 <= column < _WIDEST or row < 0:
            raise ValueError("column")
        value: Value
        if kind in (_ERROR, _FORMULA_ERROR):
            part.marks.append((row, column, "error", _ERRORS.get(data[0], "#N/A")))
            return
        if kind in (_RK, _REAL, _FORMULA_NUMBER):
            number = _rk(struct.unpack_from("<I", data)[0]) if kind == _RK else struct.unpack_from("<d", data)[0]
            value = self._number(number, style)
        elif kind in (_BOOL, _FORMULA_BOOL):
            value = bool(data[0])
        elif kind == _SHARED:
            value = self.shared[struct.unpack_from("<I", data)[0]]
        else:
            value = _wide(data, 1 if kind == _RICH else 0)[0]
        self.cells -= max(row - len(part.rows), 0)
        self.cells -= column + 1 - (len(part.rows[row]) if row < len(part.rows) else 0)
        if self.cells < 0:
            raise Refused("too_many_cells", sheet=part.name)
        grown(part.rows, row, column)[column] = value

    def _number(self, number: float, style: int) -> Value:
        code = self.codes.get(style)
        if code is None:
            return number
        if formats.speaking(code) == "date":
            return formats.moment(number, self.mode_1904) or number
        return formats.shown(number, code) or number if abs(number) < 1e15 else number
