"""Workbooks as firms keep them, made for tests."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import openpyxl


def workbook(path: Path, **sheets: Iterable[Sequence[Any]]) -> Path:
    """A workbook of these sheets; a cell that holds "merged" is merged into the one above it."""
    book = openpyxl.Workbook()
    book.remove(book.active)
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        held = [list(row) for row in rows]
        for row in held:
            sheet.append([None if cell == "merged" else cell for cell in row])
        for column in range(max(map(len, held), default=0)):
            top = 0
            for number, row in enumerate([*held, []]):
                cell = row[column] if column < len(row) else None
                if cell != "merged":
                    if number - top > 1 and top:
                        sheet.merge_cells(start_row=top, end_row=number, start_column=column + 1, end_column=column + 1)
                    top = number + 1
    book.save(path)
    return path
