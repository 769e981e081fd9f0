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


def name_apart(parts: Sequence[Part], title: str) -> None:
    """Give each sheet a name of its own; ``title`` is for those without one."""
    known: set[str] = set()
    for part in parts:
        plain = part.name = part.name or title
        number = 1
        while part.name in known:
            number += 1
            part.name = f"{plain} ({number})"
        known.add(part.name)
