"""Import templates that say themselves where their data begin, as Frappe and ERPNext write them."""

from __future__ import annotations

from collections.abc import Sequence

from app.transfer.grid.cells import at, text
from app.transfer.grid.sheets import Cell

_SEARCHED = 60
_LABELS = "column labels:"
_BELOW = "start entering data below this line"


def frame(rows: Sequence[list[Cell]]) -> tuple[int, int] | None:
    """The row of the column labels and the first row of data (0-based), None for any other sheet."""
    labels = None
    for number, row in enumerate(rows[:_SEARCHED]):
        first = text(at(row, 0)).strip('-" ').casefold()
        if first == _LABELS:
            labels = number
        elif labels is not None and first == _BELOW:
            return labels, number + 1
    return None
