"""Several tables in one sheet: below each other, each with a header of its own, or side by side with a blank column between."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from app.shared.i18n import _
from app.transfer.grid.cells import at, blank, letter, text, widest
from app.transfer.grid.headers import Vocabulary
from app.transfer.grid.sheets import Cell, Sheet
from app.transfer.grid.stopping import pause, watched
from app.transfer.layout import side_tables, stacked_tables
from app.transfer.layout.header_rows import find_header

_DEEPEST = 4
_LONGEST_TITLE = 24
_APART = " · "


class Region(NamedTuple):
    """A part of a sheet, 0-based, without its last row and column."""

    top: int
    bottom: int
    left: int
    right: int

    def holds(self, row: int, column: int) -> bool:
        """Whether a cell lies in it."""
        return self.top <= row < self.bottom and self.left <= column < self.right


def parted(sheet: Sheet, words: Vocabulary, taken: frozenset[str] = frozenset()) -> tuple[Sheet, ...]:
    """The tables of a sheet, each as a sheet of its own; the sheet itself when it holds one.

    Args:
        sheet: the sheet as read.
        words: what headers may mean.
        taken: names of other sheets, which the tables may not have.
    """
    width = widest(sheet.rows)
    whole = Region(0, len(sheet.rows), 0, width)
    found = _regions(sheet.rows, whole, words, _DEEPEST)
    if len(found) < 2:
        return (sheet,)
    out: list[Sheet] = []
    names = set(taken) - {sheet.name}
    for region in sorted(found):
        one = _part(sheet, region, words, names)
        names.add(one.name)
        out.append(one)
    return tuple(out)


def own_name(sheet: Sheet) -> str:
    """What a table is called by itself: the title over it, or the name of its sheet."""
    return sheet.name.removeprefix(sheet.within + _APART) if sheet.within else sheet.name


def _regions(rows: Sequence[list[Cell]], region: Region, words: Vocabulary, deeper: int) -> list[Region]:
    seen = _view(rows, region)
    sides = side_tables.find(seen, words) if deeper else []
    if len(sides) > 1:
        parts = [region._replace(left=region.left + first, right=region.left + last) for first, last in sides]
    else:
        starts = stacked_tables.find(seen, words) if deeper else [0]
        ends = [*starts[1:], len(seen)]
        parts = [
            region._replace(top=region.top + first, bottom=region.top + last)
            for first, last in zip(starts, ends, strict=True)
        ]
    if len(parts) < 2:
        return [region] if any(not blank(cell) for row in watched(seen) for cell in row) else []
    return [found for part in parts for found in _regions(rows, part, words, deeper - 1)]


def _view(rows: Sequence[list[Cell]], region: Region) -> list[list[Cell]]:
    """The rows of a region; those of a whole sheet are not copied."""
    part = rows[region.top : region.bottom]
    pause()
    if region.left == 0 and region.right >= widest(part):
        return list(part)
    return [row[region.left : region.right] for row in watched(part)]


def _part(sheet: Sheet, region: Region, words: Vocabulary, taken: set[str]) -> Sheet:
    """A region as a sheet whose cells stand where they stood."""
    seen = _view(sheet.rows, region)
    held = [
        column
        for column in range(region.right - region.left)
        if any(not blank(at(row, column)) for row in watched(seen))
    ]
    last = held[-1] + 1
    front: list[Cell] = [None] * region.left
    rows: list[list[Cell]] = [[] for _number in range(region.top)]
    rows += [front + row[:last] if len(row) > last or front else row for row in watched(seen)]
    while rows and all(map(blank, rows[-1])):
        rows.pop()
    return replace(
        sheet, name=_name(sheet, region, seen, words, taken), rows=rows, within=sheet.title, top=region.top,
        merged=tuple(one for one in sheet.merged if region.holds(one[0], one[1])),
        comments={place: note for place, note in sheet.comments.items() if region.holds(*place)},
        links={place: link for place, link in sheet.links.items() if region.holds(*place)},
        hidden_rows=frozenset(row for row in sheet.hidden_rows if region.top <= row < region.bottom),
        hidden_columns=sheet.hidden_columns & {region.left + column for column in held},
    )  # fmt: skip


def _name(sheet: Sheet, region: Region, rows: list[list[Cell]], words: Vocabulary, taken: set[str]) -> str:
    """What a table is called: as the sheet the first one, then by the title over it or by its row."""
    header = find_header(rows, words) or 0
    title = next((text(cell) for row in rows[:header] for cell in row if not blank(cell)), "")
    if sheet.name not in taken:
        return sheet.name
    if title and len(title) <= _LONGEST_TITLE:
        name = sheet.name + _APART + title
    elif region.left:
        name = _("{sheet} · columns {columns}").format(
            sheet=sheet.name, columns=f"{letter(region.left)}–{letter(region.right - 1)}"
        )
    else:
        name = _("{sheet} · row {row}").format(sheet=sheet.name, row=region.top + header + 1)
    wanted, number = name, 2
    while name in taken:
        name, number = f"{wanted} ({number})", number + 1
    return name
