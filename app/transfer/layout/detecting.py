"""Where the table of a sheet is: its header, its data rows, and why each other row is none."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from app.transfer.grid.cells import at, blank, letter, text, widest
from app.transfer.grid.evidence import traits
from app.transfer.grid.headers import Vocabulary
from app.transfer.grid.remarks import is_remark
from app.transfer.grid.scale import LARGELY
from app.transfer.grid.sheets import Cell, Sheet
from app.transfer.grid.stopping import watched
from app.transfer.layout import import_templates
from app.transfer.layout.data_rows import BLANK, NOTE, TITLE, data_rows
from app.transfer.layout.header_rows import find_header, header_texts, labels_above

_FEW, _TITLES, _OF_FORM = 40, 4, 3
"""So many rows are looked at for prices, under so many of titles; so many labels above a table make a form of it."""


@dataclass(frozen=True, slots=True)
class Layout:
    """The table of one sheet.

    Args:
        header_rows: the rows (0-based) that hold the header, none when there is no header.
        headers: the header text of each column; two rows are joined with " / "; "" where there is none.
        columns: the columns (0-based) that hold a header or data.
        data: the rows (0-based) that hold records.
        skipped: all other rows up to the last one, each with the reason.
        form: whether the sheet is a form, with labels beside values, not a table.
    """

    header_rows: tuple[int, ...]
    headers: tuple[str, ...]
    columns: tuple[int, ...]
    data: tuple[int, ...]
    skipped: tuple[tuple[int, str], ...] = ()
    form: bool = False

    @property
    def header_row(self) -> int | None:
        """The header's row as Excel numbers it, the lower one of two; None without a header."""
        return self.header_rows[-1] + 1 if self.header_rows else None

    def header(self, column: int) -> str:
        """The header of a column, or its letter."""
        return (self.headers[column] if column < len(self.headers) else "") or letter(column)


def detect(sheet: Sheet, words: Vocabulary, header_row: int | None = -1) -> Layout:
    """Find the table of a sheet.

    Args:
        sheet: the sheet as read.
        words: what headers may mean.
        header_row: the header's row (1-based) if the user says so, None for no header, -1 to find it.
    """
    rows = sheet.rows
    width = widest(rows)
    if sheet.kind and header_row == -1:
        return Layout((0,), tuple(map(text, rows[0])) if rows else (), tuple(range(width)), tuple(range(1, len(rows))))
    framed = import_templates.frame(rows) if header_row == -1 else None
    header: int | None
    if framed is not None:
        header = framed[0]
    elif header_row == -1:
        header = find_header(rows[sheet.top :] if sheet.top else rows, words)
        header = header + sheet.top if header is not None else None
    else:
        header = None if header_row is None else min(header_row - 1, len(rows) - 1)
    header_rows, headers = header_texts(sheet, header, words, width)
    first = header_rows[-1] + 1 if header_rows else _first_data(rows)
    skipped: list[tuple[int, str]] = []
    if framed is not None:
        skipped += [(number, NOTE) for number in range(first, framed[1])]
        first = framed[1]
    top = header_rows[0] if header_rows else first
    for number in range(sheet.top, top):
        skipped.append((number, _above(rows, number, header)))
    body = list(range(first, len(rows)))
    rows = _without_remarks(rows, headers)
    data, more = data_rows(rows, body, headers, words, width, header_rows)
    skipped += more
    columns = tuple(
        column for column in range(width)
        if (column < len(headers) and headers[column]) or any(not blank(at(rows[number], column)) for number in watched(data))
    )  # fmt: skip
    form = header is not None and framed is None and labels_above(rows[:top], words) >= _OF_FORM
    return Layout(header_rows, tuple(headers), columns, tuple(data), tuple(skipped), form)


def _without_remarks(rows: Sequence[list[Cell]], headers: list[str]) -> Sequence[list[Cell]]:
    """The rows without what an earlier import said of each, so that a heading stays a heading."""
    ours = {column for column, header in enumerate(headers) if is_remark(header)}
    if not ours:
        return rows
    return [[None if column in ours else cell for column, cell in enumerate(row)] for row in watched(rows)]


def _first_data(rows: Sequence[list[Cell]]) -> int:
    """The first row that holds something; in a list of prices the first with a price, as its title has none."""
    first = next((number for number, row in enumerate(rows) if any(not blank(cell) for cell in row)), 0)
    full = [number for number in range(first, len(rows)) if sum(not blank(cell) for cell in rows[number]) > 1][:_FEW]
    priced = sum(any("money" in traits(text(cell)) for cell in rows[number]) for number in full)
    return full[0] if full and full[0] <= first + _TITLES and priced >= LARGELY * len(full) else first


def _above(rows: Sequence[list[Cell]], number: int, header: int | None) -> str:
    filled = [text(cell) for cell in rows[number] if not blank(cell)]
    if not filled:
        return BLANK
    earlier = any(not blank(cell) for row in rows[:number] for cell in row)
    return NOTE if earlier or header is None or filled[0].startswith("#") else TITLE
