"""A sheet as a reader gives it that finds values and marks together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time

Value = str | float | bool | date | datetime | time


@dataclass(slots=True)
class Part:
    """One sheet; an empty cell is "", and ``marks`` are as ``marks.Mark`` has them."""

    name: str
    visible: bool = True
    rows: list[list[Value]] = field(default_factory=list)
    merged: list[tuple[int, int, int, int]] = field(default_factory=list)
    marks: list[tuple[int, int, str, str]] = field(default_factory=list)


def grown(rows: list[list[Value]], row: int, column: int) -> list[Value]:
    """The row with at least ``column + 1`` cells; rows above it are made too."""
    while row >= len(rows):
        rows.append([])
    cells = rows[row]
    cells.extend([""] * (column + 1 - len(cells)))
    return cells


def shown(value: Sequence[Value]) -> bool:
    """Whether a row holds anything."""
    return any(one != "" for one in value)
