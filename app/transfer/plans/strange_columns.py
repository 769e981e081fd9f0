"""Columns of a returning sheet that are no fields of its records."""

from __future__ import annotations

from collections.abc import Sequence

from app.records.fields import RecordType
from app.records.workspace import Workspace
from app.transfer.exporting.beside import names
from app.transfer.grid.cells import text
from app.transfer.grid.own_headers import CONTACT, beside, label
from app.transfer.grid.sheets import Sheet
from app.transfer.plans.round_trip import EditedRow

_PAGE = 10_000


def unread(
    ws: Workspace, sheet: Sheet, record: RecordType, rows: Sequence[EditedRow], strange: Sequence[str]
) -> list[str]:
    """The headers of a sheet that came back whose cells a person may miss: all but one that lists show
    beside the fields and that says what the book says.

    Args:
        rows: those whose records are in the book.
        strange: the headers of columns that are no fields.
    """
    header = label(CONTACT, sheet.origin.language) if sheet.origin and beside(record) else ""
    if header not in strange or not _as_in_the_book(ws, sheet, rows, header):
        return list(strange)
    return [one for one in strange if one != header]


def _as_in_the_book(ws: Workspace, sheet: Sheet, rows: Sequence[EditedRow], header: str) -> bool:
    place = [text(cell) for cell in sheet.rows[0]].index(header)
    for start in range(0, len(rows), _PAGE):
        part = rows[start : start + _PAGE]
        for one, name in zip(part, names(ws, [one.id for one in part]), strict=True):
            row = sheet.rows[one.index]
            if text(row[place] if place < len(row) else None) != (name or ""):
                return False
    return True
