"""Workbooks of Excel 2 to 2003 and of WPS (.xls, .et), read by xlrd with the formats of their cells."""

from __future__ import annotations

import os
from typing import Any

from app.transfer.readers import formats
from app.transfer.readers.container import OLE, Refused
from app.transfer.readers.encoding import decode
from app.transfer.readers.parts import Part, Value
from app.transfer.readers.xls_links import formula_links

_NUMBER, _DATE, _BOOLEAN, _ERROR = 2, 3, 4, 5
_UNICODE = 80
_WESTERN = ("iso-8859-1", "latin_1", "cp1252")
_PLAIN = frozenset({0, 1, 6})
"""Empty cells, texts and blank ones, as xlrd counts kinds."""


def sheets(data: bytes, cells: int) -> list[Part]:
    """The sheets of a workbook.

    Args:
        data: the whole file.
        cells: how many cells they may have at most.

    Raises:
        Refused: a password, too many cells, or damage.
    """
    found, encoding = _read(data, cells, None)
    if encoding in _WESTERN:
        texts = [cell for part in found for row in part.rows for cell in row if isinstance(cell, str)]
        plain = "\n".join((*(part.name for part in found), *texts)).encode(encoding, "replace")
        if not plain.isascii() and (guessed := decode(plain).encoding) not in ("cp1252", "utf-8"):
            return _read(data, cells, guessed)[0]
    return found


def _read(data: bytes, cells: int, encoding: str | None) -> tuple[list[Part], str]:
    """The sheets, and the encoding of their texts before Excel 97, which had no Unicode."""
    import xlrd

    if data.startswith(OLE) and _goes_round(data):
        raise Refused("damaged")
    with open(os.devnull, "w") as log:
        try:
            book = xlrd.open_workbook(
                file_contents=data, formatting_info=True, on_demand=True, logfile=log, ignore_workbook_corruption=True,
                encoding_override=encoding,
            )  # fmt: skip
        except xlrd.XLRDError as error:
            raise Refused("password" if "encrypted" in str(error) else "damaged") from error
        found: list[Part] = []
        for number in range(book.nsheets):
            sheet = book.sheet_by_index(number)
            cells -= sheet.nrows * sheet.ncols
            if cells < 0:
                raise Refused("too_many_cells", sheet=sheet.name)
            found.append(_part(book, sheet))
            book.unload_sheet(number)
        return found, str(book.encoding or "") if book.biff_version < _UNICODE else ""


def _goes_round(data: bytes) -> bool:
    """Whether the short sectors of a stream lead back to one before (MS-CFB 2.4), where xlrd would go on without end."""
    import olefile

    try:
        with olefile.OleFileIO(data) as file:
            file.loadminifat()
            table = list(file.minifat)
            streams = [
                entry.isectStart
                for entry in file.direntries
                if entry is not None and entry.size < file.minisectorcutoff
            ]
    except Exception:  # noqa: BLE001 - whatever else is damaged is for xlrd to say
        return False
    for at in streams:
        steps = 0
        while at < len(table) and steps <= len(table):
            at, steps = table[at], steps + 1
        if steps > len(table):
            return True
    return False


def _part(book: Any, sheet: Any) -> Part:
    part = Part(sheet.name, sheet.visibility == 0)
    codes = [_code(book, style) for style in book.xf_list]
    telling = {number: code for number, code in enumerate(codes) if formats.speaking(code)}
    for row in range(sheet.nrows):
        values = list(sheet.row_values(row))
        if not _PLAIN.issuperset(sheet.row_types(row)):
            _typed(book, sheet, part, row, values, telling)
        part.rows.append(values)
    part.merged = [(r0, c0, r1 - 1, c1 - 1) for r0, r1, c0, c1 in sheet.merged_cells]
    for row, info in sheet.rowinfo_map.items():
        if info.hidden and row < sheet.nrows:
            part.marks.append((row, 0, "row", ""))
    for column, info in sheet.colinfo_map.items():
        if info.hidden and column < sheet.ncols:
            part.marks.append((0, column, "column", ""))
    for (row, column), note in sheet.cell_note_map.items():
        if note.text.strip():
            part.marks.append((row, column, "comment", note.text.strip()))
    for (row, column), link in sheet.hyperlink_map.items():
        if link.url_or_path and row < sheet.nrows:
            target = link.url_or_path
            target = target.decode("utf-8", "replace") if isinstance(target, bytes) else target
            part.marks.append((row, column, "link", target))
    known = {(row, column) for row, column in sheet.hyperlink_map}
    for row, column, target in formula_links(book.mem, book._sh_abs_posn[sheet.number], book.biff_version):
        if row < sheet.nrows and (row, column) not in known:
            part.marks.append((row, column, "link", target))
    return part


def _typed(book: Any, sheet: Any, part: Part, row: int, values: list[Value], telling: dict[int, str]) -> None:
    """Put what is no text into its own form."""
    from xlrd.biffh import error_text_from_code

    styles = sheet._cell_xf_indexes[row]  # the public way asks cell by cell
    for column, kind in enumerate(sheet.row_types(row)):
        if kind in (_NUMBER, _DATE):
            code = telling.get(styles[column], "")
            value = values[column]
            if not isinstance(value, float):
                continue
            if kind == _DATE or formats.speaking(code) == "date":
                values[column] = formats.moment(value, bool(book.datemode)) or value
            elif code and abs(value) < 1e15:
                values[column] = formats.shown(value, code) or value
        elif kind == _BOOLEAN:
            values[column] = bool(values[column])
        elif kind == _ERROR:
            part.marks.append((row, column, "error", error_text_from_code.get(values[column], "#N/A")))
            values[column] = ""


def _code(book: Any, style: Any) -> str:
    found = book.format_map.get(style.format_key)
    code = found.format_str if found else ""
    return formats.built_in(style.format_key) or str(code)
