"""What was edited in a sheet that Kebu wrote: pure comparison of its cells with the marks they were written with."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from app.records.fields import RecordType
from app.shared.i18n import using
from app.transfer.exporting.cell_values import heading
from app.transfer.exporting.fingerprints import mark, marks, parted
from app.transfer.grid.cells import column_cells
from app.transfer.grid.sheets import Cell, Origin, Sheet
from app.transfer.grid.stopping import watched


class Fate(StrEnum):
    """What becomes of a row that stands for a record of the book."""

    SAME = "same"
    EDITED = "edited"
    GONE = "gone"


@dataclass(frozen=True, slots=True)
class Change:
    """One cell that was edited.

    Args:
        row: as Excel numbers it; id: of the record.
        field: its name; old: what the book holds; new: what the cell says, both as JSON has them.
        said: the two as a person reads them.
        conflict: whether the book's value was changed as well since the export.
        taken: whether the cell's value is taken.
    """

    row: int
    id: int
    field: str
    old: Any
    new: Any
    said: tuple[str, str] = ("", "")
    conflict: bool = False
    taken: bool = True


@dataclass(frozen=True, slots=True)
class EditedRow:
    """A row of a record: its place in the sheet, the record's id, the edited cells by field, and the written marks."""

    index: int
    id: int
    cells: Mapping[str, Cell]
    marks: Mapping[str, str]
    exact: str = ""


def places(header: Sequence[Cell], record: RecordType, origin: Origin) -> dict[str, int]:
    """Where the fields of a sheet stand now, by their headers; columns may have been moved, removed or added.

    Two fields with the same header keep their order.
    """
    with using(origin.language):
        labels: dict[str, list[str]] = defaultdict(list)
        for name in origin.fields:
            if record.has(name):
                labels[heading(record.field(name)).strip()].append(name)
    found: dict[str, int] = {}
    for place, cell in enumerate(header):
        waiting = labels.get(str(cell).strip()) if cell is not None else None
        if waiting:
            found[waiting.pop(0)] = place
    return found


def strangers(header: Sequence[Cell], found: Mapping[str, int]) -> list[str]:
    """The headers of columns that the sheet did not have when it was written."""
    known = set(found.values())
    return [str(cell) for place, cell in enumerate(header) if cell not in (None, "") and place not in known]


def parted_rows(sheet: Sheet, origin: Origin, found: Mapping[str, int]) -> tuple[list[EditedRow], list[int]]:
    """The rows that stand for records, and the indexes of those that someone added.

    A second row with the same id is a copy that was made to become a new record.
    """
    known: list[EditedRow] = []
    added: list[int] = []
    seen: set[int] = set()
    now = _marks_now(sheet, origin, found)
    for index in watched(range(1, len(sheet.rows))):
        row = sheet.rows[index]
        if index not in origin.rows or origin.rows[index][0] in seen:
            if any(cell not in (None, "") for cell in row):
                added.append(index)
            continue
        number, signs, exact = origin.rows[index]
        seen.add(number)
        if now and now[index - 1] == signs:
            known.append(EditedRow(index, number, {}, {}, exact))
            continue
        written = dict(zip(origin.fields, parted(signs), strict=False))
        cells = {
            name: cell
            for name, place in found.items()
            if mark(cell := row[place] if place < len(row) else None) != written.get(name)
        }
        known.append(EditedRow(index, number, cells, written, exact))
    return known, added


def _marks_now(sheet: Sheet, origin: Origin, found: Mapping[str, int]) -> list[str]:
    """The marks of all rows as they are now, made column by column; none when a column was removed."""
    if not origin.fields or any(name not in found for name in origin.fields) or len(sheet.rows) < 2:
        return []
    return marks([column_cells(sheet.rows[1:], found[name]) for name in origin.fields])


def fate(row: EditedRow, now: Mapping[str, str] | None) -> Fate:
    """What becomes of a row.

    Args:
        row: the row.
        now: the marks of the record's cells as the book has it now, None when it is not there any more.
    """
    if not row.cells:
        return Fate.SAME
    return Fate.GONE if now is None else Fate.EDITED


def conflicts(row: EditedRow, now: Mapping[str, str]) -> frozenset[str]:
    """The fields that were edited in the sheet and changed in the book, both since the export."""
    return frozenset(name for name in row.cells if name in row.marks and now.get(name) != row.marks[name])
