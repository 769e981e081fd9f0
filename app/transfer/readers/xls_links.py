"""The targets of =HYPERLINK("mailto:…") in sheets of .xls, which stand in formulas and not behind the cells.

The records are those of [MS-XLS]: 2.4.127 Formula, 2.5.198.89 PtgStr, 2.5.198.63 PtgFuncVar with the function 0x0167.
"""

from __future__ import annotations

from collections.abc import Iterator

_FORMULA, _BEGIN, _END = 0x0006, 0x0809, 0x000A
_TEXT, _CALL = 0x17, b"\x67\x01"
_PARSED_AT, _LONGEST = 22, 255
_EXCEL_97 = 80


def formula_links(stream: bytes, start: int, version: int) -> Iterator[tuple[int, int, str]]:
    """Row, column and target of the formulas of a sheet that lead somewhere by a text of their own.

    Args:
        stream: the records of the workbook.
        start: where those of the sheet begin.
        version: of the format as xlrd counts it; before Excel 97 (80) there were no such formulas.
    """
    depth, place = 0, start
    while version >= _EXCEL_97 and place + 4 <= len(stream):
        kind = int.from_bytes(stream[place : place + 2], "little")
        size = int.from_bytes(stream[place + 2 : place + 4], "little")
        record = stream[place + 4 : place + 4 + size]
        place += 4 + size
        depth += (kind == _BEGIN) - (kind == _END)
        if depth <= 0:
            return
        if kind == _FORMULA and len(record) > _PARSED_AT and (target := _target(record[_PARSED_AT:])):
            yield int.from_bytes(record[:2], "little"), int.from_bytes(record[2:4], "little"), target


def _target(parsed: bytes) -> str:
    """The first text of a parsed formula that calls HYPERLINK, "" for any other."""
    if parsed[:1] != bytes((_TEXT,)) or _CALL not in parsed or len(parsed) < 3:
        return ""
    length, wide = parsed[1], parsed[2] & 1
    said = parsed[3 : 3 + length * (1 + wide)]
    return said.decode("utf-16-le" if wide else "latin-1", "replace")[:_LONGEST]
