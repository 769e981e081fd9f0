"""A file's cells alone in a workbook of their own, with the remarks beside them; written row by row, so that it can be stopped."""

from __future__ import annotations

import contextlib
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time
from typing import TYPE_CHECKING, Any, BinaryIO

from app.shared.errors import Cancelled
from app.transfer.exporting import xlsx_stream
from app.transfer.grid.cells import text, widest
from app.transfer.grid.remarks import MARK, is_remark
from app.transfer.grid.sheets import Cell, CellError, Sheet
from app.transfer.grid.stopping import watched
from app.transfer.readers.annotating import RED, WIDTHS, YELLOW, Task

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.cell.cell import Cell as Made

_EXACT = 10**15
"""Excel keeps fifteen digits of a number."""


@dataclass(slots=True)
class _Beside:
    """What stands beside the cells of a sheet.

    Attributes:
        width: the last column in use, the ``cells`` of the file among them.
        words: by row and column (1-based) a remark, and whether the row was refused.
        heads: the same of headings; ``doubtful`` the cells that need a look.
        columns: the first column of each pair of them, with its rows.
        filtered: the row of the headings that get a filter, and the last column of it.
    """

    width: int
    cells: int
    words: dict[int, dict[int, tuple[str, bool]]] = field(default_factory=dict)
    heads: dict[int, dict[int, str]] = field(default_factory=dict)
    doubtful: dict[int, set[int]] = field(default_factory=dict)
    columns: dict[int, set[int]] = field(default_factory=dict)
    filtered: tuple[int, int] = (0, 0)

    def take(self, task: Task, sheet: Sheet) -> None:
        """Put the remarks of a task into columns that are free, or hold earlier ones."""
        heads = task["header"]
        rows = {heads, *(row for row, *_more in task["rows"])}
        first = self._free(heads, rows, sheet)
        self.columns.setdefault(first, set()).update(rows)
        self.width = max(self.width, first + 1)
        if heads:
            self.heads.setdefault(heads, {}).update({first + at: MARK + word for at, word in enumerate(task["words"])})
            self.filtered = self.filtered if self.filtered[0] else (heads, first + 1)
        for row, status, reason, cells, refused in watched(task["rows"]):
            self.words.setdefault(row, {}).update({first: (status, refused), first + 1: (reason, refused)})
            # What a table was given while it was shaped has no cell in the file.
            if held := [index + 1 for index in cells if index < self.cells]:
                self.doubtful.setdefault(row, set()).update(held)

    def _free(self, heads: int, rows: set[int], sheet: Sheet) -> int:
        held = sheet.rows[heads - 1] if 0 < heads <= len(sheet.rows) else []
        for column, cell in enumerate(held, 1):
            if column < self.width and is_remark(str(cell or "")) and not {column, column - 1} & self.columns.keys():
                return column
        beside = next((column for column, taken in self.columns.items() if not taken & rows), 0)
        return beside or self.width + 1


def write(target: BinaryIO, sheets: Sequence[Sheet], names: Mapping[str, str], tasks: Sequence[Task]) -> None:
    """Write the copy.

    Args:
        target: takes the workbook.
        sheets: those of the file; ``names`` what they are called in the copy.
        tasks: the remarks, see ``annotating``.

    Raises:
        Cancelled: whoever is asked by ``stopping.pause`` said so.
    """
    from openpyxl import Workbook

    book = Workbook(write_only=True)
    try:
        for sheet in sheets:
            beside = _Beside(wide := widest(sheet.rows), wide)
            for task in tasks:
                if task["sheet"] == sheet.name and not task["names"]:
                    beside.take(task, sheet)
            _write(book, names[sheet.name], sheet, beside)
        for task in tasks:
            if task["names"] and task["sheet"] in names:
                _list(book, task, names[task["sheet"]])
    except Cancelled:
        # A sheet that is half written complains when it is thrown away.
        for made in book.worksheets:
            with contextlib.suppress(Exception):
                made.close()
        raise
    book.save(target)


def _write(book: Workbook, name: str, sheet: Sheet, beside: _Beside) -> None:
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.styles import Alignment, Font, PatternFill
    from openpyxl.utils import get_column_letter

    made = book.create_sheet(name)
    red, yellow = (PatternFill("solid", fgColor=color) for color in (RED, YELLOW))
    top, bold = Alignment(vertical="top", wrap_text=True), Font(bold=True)
    for first in beside.columns:
        for offset, width in enumerate(WIDTHS):
            made.column_dimensions[get_column_letter(first + offset)].width = width
    heads, last = beside.filtered
    if heads:
        made.auto_filter.ref = f"A{heads}:{get_column_letter(last)}{max(len(sheet.rows), heads)}"
    for number, row in watched(enumerate(sheet.rows, 1)):
        cells: list[Any] = [None if value is None else _cell(WriteOnlyCell(made), value) for value in row]
        told, titles = beside.words.get(number), beside.heads.get(number)
        doubtful = beside.doubtful.get(number)
        if told or titles or doubtful:
            cells += [None] * (beside.width - len(cells))
        for column, (words, refused) in (told or {}).items():
            cell = cells[column - 1] = _said(WriteOnlyCell(made), words)
            cell.alignment = top
            if refused:
                cell.fill = red
        for column, words in (titles or {}).items():
            cell = cells[column - 1] = _said(WriteOnlyCell(made), words)
            cell.font = bold
        for column in doubtful or ():
            cell = cells[column - 1] = cells[column - 1] or WriteOnlyCell(made)
            cell.fill = yellow
        made.append(cells)


def _list(book: Workbook, task: Task, name: str) -> None:
    """Remarks on a form or a turned table, in a sheet behind the others."""
    from openpyxl.cell import WriteOnlyCell

    heading, names = task["names"]
    page = book.create_sheet(f"{name[:24]} Kebu")
    page.append([MARK + heading, *(MARK + word for word in task["words"])])
    for row, status, reason, _cells, _refused in watched(task["rows"]):
        page.append([_said(WriteOnlyCell(page), words) for words in (names.get(row), status, reason)])


def _said(cell: Made, words: str | None) -> Made:
    """A remark, which quotes the file and may begin as a formula does."""
    cell.value = words or None
    cell.data_type = "s" if words else "n"
    return cell


def _cell(cell: Made, value: Cell) -> Made:
    from openpyxl.cell.cell import ERROR_CODES

    if _is_kept(value):
        cell.value = value
        return cell
    cell.value = xlsx_stream.as_written(text(value))
    # Texts stay texts: a phone with its zero, a name that begins as a formula does.
    cell.data_type = "e" if isinstance(value, CellError) and value in ERROR_CODES else "s"
    cell.number_format = "@"
    return cell


def _is_kept(value: Cell) -> bool:
    """Whether a sheet holds the value as it is: a number of so many digits, a day since 1900 and of no zone."""
    if isinstance(value, float):
        return math.isfinite(value)
    if isinstance(value, int):
        return abs(value) < _EXACT
    if isinstance(value, date):
        zoned = isinstance(value, datetime) and value.tzinfo is not None
        return not zoned and value.year > 1900
    return isinstance(value, time) and value.tzinfo is None
