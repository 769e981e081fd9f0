"""What the reading child says, put together into a workbook."""

from __future__ import annotations

import math
import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from app.shared.i18n import _
from app.transfer.grid.cells import letter
from app.transfer.grid.long_sheets import LONG, LongRows
from app.transfer.grid.sheets import Cell, CellError, Sheet, Workbook
from app.transfer.readers import columns
from app.transfer.readers.marks import COMMENT, DIGITS, ERROR, HIDDEN_COLUMN, HIDDEN_ROW, LINK, SHOWN, UNCACHED, Mark
from app.transfer.readers.reasons import refusal

_READING_SHARE = 0.8
_STRAY_ROWS, _WIDEST = 1000, 16384


@dataclass(slots=True)
class _Part:
    name: str
    visible: bool
    height: int
    merged: tuple[tuple[int, int, int, int], ...]
    rows: list[list[Cell]] | LongRows = field(default_factory=list)
    long: list[tuple[int, int]] = field(default_factory=list)


class Assembler:
    """Puts the child's messages together.

    Args:
        file: the workbook.
        progress: called with a fraction from 0 to 1.
        estimate: about how many seconds the first part of the reading takes.
        block: how many rows come at a time.
    """

    def __init__(self, file: Path, progress: Callable[[float], None], estimate: float, block: int) -> None:
        self.done = False
        self._file, self._progress, self._estimate = file, progress, estimate
        self._format = ""
        self._block = block
        self._count = 1
        self._parts: list[_Part] = []
        self._marks: dict[str, list[Mark]] = {}
        self._unreadable: list[str] = []
        self._shared = columns.Shared()

    def take(self, message: tuple[Any, ...], took: float) -> None:
        """Take one message; ``took`` is for how many seconds the child has been at work.

        Raises:
            SheetError, OSError: the child says that the file cannot be read.
        """
        match message:
            case ("columns", list() as table):
                part = self._parts[-1]
                self._add(part, table)
                share = _READING_SHARE + (1 - _READING_SHARE) * len(part.rows) / max(part.height, 1)
                self._progress(min((len(self._parts) - 1 + share) / self._count, 1.0))
            case ("sheet", name, visible, height, merged):
                self._parts.append(_Part(str(name), bool(visible), int(height), tuple(map(tuple, merged))))
                if self._parts[-1].height >= LONG:
                    self._parts[-1].rows = LongRows(self._block, columns.held)
            case ("tick",) if not self._parts or len(self._parts[-1].rows) >= self._parts[-1].height:
                share = _READING_SHARE * (1 - math.exp(-took / self._estimate))
                self._progress(min((len(self._parts) + share) / self._count, 1.0))
            case ("marks", name, found):
                self._marks.setdefault(name, []).extend(found)
            case ("unreadable", name):
                self._unreadable.append(str(name))
            case ("kind", kind):
                self._format = str(kind)
            case ("sheets", names):
                self._count = max(len(names), 1)
            case ("fail", "os", {"errno": int(number)}):
                raise OSError(number, os.strerror(number)) if number else refusal("damaged", self._file)
            case ("fail", code, values):
                raise refusal(str(code), self._file, **values)
            case ("end",):
                self.done = True

    def _add(self, part: _Part, table: list[Any]) -> None:
        if isinstance(part.rows, LongRows):
            part.rows.add([self._kept(part, number, column) for number, column in enumerate(table)])
            return
        tidy = []
        for number, column in enumerate(table):
            cells, long_at = columns.unpacked(column, self._shared)
            if long_at is not None:
                part.long.append((len(part.rows) + long_at, number))
            tidy.append(cells)
        part.rows.extend(map(list, zip(*tidy, strict=True)))

    @staticmethod
    def _kept(part: _Part, number: int, column: columns.Packed) -> columns.Packed:
        """A column of a long sheet as it is held."""
        if isinstance(column, str):
            return column
        cells, long_at = columns.unpacked(column)
        if long_at is not None:
            part.long.append((len(part.rows) + long_at, number))
        return column if isinstance(column, bytes) else columns.squeezed(cells)

    def workbook(self) -> Workbook:
        """What was read.

        Raises:
            SheetError: there was no sheet.
        """
        if not self._parts:
            raise refusal("no_sheets", self._file)
        warnings = [
            _("The sheet “{sheet}” is damaged and was left out.").format(sheet=name) for name in self._unreadable
        ]
        sheets = []
        for part in self._parts:
            marks = self._marks.get(part.name, [])
            exact = _apply(part.rows, part.height, marks)
            filled = len(part.rows)
            while filled and not any(cell is not None for cell in part.rows[filled - 1]):
                filled -= 1
            del part.rows[filled:]
            sheet = _sheet(part, marks) if marks else Sheet(part.name, part.rows, part.merged, part.visible)
            sheets.append(sheet)
            warnings += _warnings(sheet, {column for row, column in part.long if (row, column) not in exact})
        return Workbook(self._file, self._format, tuple(sheets), warnings=tuple(warnings))


def _sheet(part: _Part, marks: list[Mark]) -> Sheet:
    """The sheet with what stands beside its cells; hidden rows and columns count when they hold something."""
    places: dict[str, dict[tuple[int, int], str]] = {COMMENT: {}, LINK: {}, HIDDEN_ROW: {}, HIDDEN_COLUMN: {}}
    for row, column, kind, text in marks:
        if kind in places:
            places[kind].setdefault((row, column), text)
    rows = {row for row, _column in places[HIDDEN_ROW] if row < len(part.rows) and any(map(_held, part.rows[row]))}
    columns = _filled(part.rows, {column for _row, column in places[HIDDEN_COLUMN]})
    return Sheet(
        part.name, part.rows, part.merged, part.visible, comments=places[COMMENT], links=places[LINK],
        hidden_rows=frozenset(rows), hidden_columns=columns,
    )  # fmt: skip


def _filled(rows: list[list[Cell]] | LongRows, wanted: set[int]) -> frozenset[int]:
    """Which of these columns hold something; a sheet may hide all 16,000 columns beside its own."""
    widest = rows.widest if isinstance(rows, LongRows) else max(map(len, rows), default=0)
    left = {one for one in wanted if one < widest}
    if isinstance(rows, LongRows):
        return frozenset(one for one in left if any(map(_held, rows.column(one))))
    found: set[int] = set()
    for row in rows:
        if not left:
            break
        held = {one for one in left if one < len(row) and _held(row[one])}
        found |= held
        left -= held
    return frozenset(found)


def _held(cell: Cell) -> bool:
    return cell is not None


def _warnings(sheet: Sheet, long: set[int]) -> Iterator[str]:
    if long:
        yield _(
            "The sheet “{sheet}” has numbers of more than 15 digits in column {columns}; Excel has changed "
            "their last digits. Compare them with the source."
        ).format(sheet=sheet.name, columns=", ".join(map(letter, sorted(long))))


def _apply(rows: list[list[Cell]] | LongRows, height: int, marks: list[Mark]) -> set[tuple[int, int]]:
    """Put what the second look found into the rows; gives the places whose digits are now exact.

    In a very long sheet an error or a formula without a result beyond its last column is left out.
    """
    exact = set()
    if isinstance(rows, LongRows):
        for row, column, kind, text in marks:
            if not (0 <= row < len(rows) and 0 <= column < rows.width(row)):
                continue
            held = rows.cell(row, column)
            if kind in (ERROR, UNCACHED) and held is None:
                rows.put(row, column, CellError(text))
            elif kind in (SHOWN, DIGITS) and type(held) in (int, float):
                exact.add((row, column))
                rows.put(row, column, text)
        return exact
    for row, column, kind, text in marks:
        if kind in (ERROR, UNCACHED):
            if not (0 <= row < height + _STRAY_ROWS and 0 <= column < _WIDEST):
                continue
            while row >= len(rows):
                rows.append([])
            cells = rows[row]
            cells.extend([None] * (column + 1 - len(cells)))
            if cells[column] is None:
                cells[column] = CellError(text)
        elif kind in (SHOWN, DIGITS) and _is_number(rows, row, column):
            exact.add((row, column))
            rows[row][column] = text
    return exact


def _is_number(rows: list[list[Cell]], row: int, column: int) -> bool:
    return 0 <= row < len(rows) and 0 <= column < len(rows[row]) and type(rows[row][column]) in (int, float)
