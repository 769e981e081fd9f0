"""Cells and rows that need a look, each with a plain reason."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Problem:
    """A cell that does not fit its field, or a row that cannot be imported.

    Args:
        row: the row as Excel numbers it.
        column: the header of its column, "" for the whole row.
        value: what stands in the cell.
        reason: why it is a problem, in the language in use.
        suggestion: a value that would do, or "".
        fatal: whether the row is not imported because of it.
    """

    row: int
    column: str
    value: str
    reason: str
    suggestion: str = ""
    fatal: bool = False
    index: int = -1
