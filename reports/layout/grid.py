"""A table on the page: columns as wide as their texts, its header repeated, rows kept whole, long texts broken."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from reports.documents import Column
from reports.fonts import Typeface, typeface
from reports.layout.flow import Block, Draw
from reports.layout.pen import BLACK, HAIR, INK, Pen
from reports.layout.text import wrap

PAD = 6.0
MOST_COLUMN = 240.0
MOST_LINES = 40
_WATCHED = 250

Watch = Callable[[float], None]


@dataclass(frozen=True, slots=True)
class Type:
    """The size of a table's letters and what goes with it."""

    size: float
    leading: float
    padding: float
    head: float
    least: float


NORMAL = Type(10.5, 15.0, 8.0, 27.0, 30.0)
SMALL = Type(9.0, 12.5, 6.0, 23.0, 26.0)
SMALLEST = Type(7.5, 10.5, 5.0, 20.0, 22.0)
TYPES = (NORMAL, SMALL, SMALLEST)


@dataclass(frozen=True, slots=True)
class Grid:
    """A table to lay out; ``totals`` is a last row in bold, or empty."""

    columns: tuple[Column, ...]
    rows: tuple[tuple[str, ...], ...]
    totals: tuple[str, ...] = ()


def wanted_widths(grid: Grid, kind: Type = NORMAL) -> list[float]:
    """How wide the columns want to be."""
    face, bold = typeface(), typeface(True)
    widths = []
    for index, column in enumerate(grid.columns):
        longest = sorted({row[index] for row in grid.rows}, key=len)[-30:]
        widest = max(
            (face.width(face.clean(line), kind.size) for text in longest for line in text.split("\n")), default=0.0
        )
        heads = [column.title, *grid.totals[index : index + 1]]
        widest = max(widest, *(bold.width(bold.clean(text), kind.size) for text in heads))
        widths.append(max(kind.least, min(widest, MOST_COLUMN * kind.size / NORMAL.size) + 2 * PAD + 1))
    return widths


def least_widths(grid: Grid, kind: Type) -> list[float]:
    """How narrow the columns may become: figures and the words of the heads stay whole, the first column readable."""
    bold = typeface(True)
    least = []
    for at, (width, column) in enumerate(zip(wanted_widths(grid, kind), grid.columns, strict=True)):
        word = max((bold.width(bold.clean(part), kind.size) for part in column.title.split()), default=0.0)
        room = max(kind.least, (8 if at == 0 else 5.2) * kind.size, word) + 2 * PAD + 1
        least.append(width if column.numeric else min(width, room))
    return least


def fitted(wanted: Sequence[float], least: Sequence[float], room: float) -> list[float]:
    """The widths made to fill the room exactly; when they are too wide, wide texts give way before the others."""
    over = sum(wanted) - room
    if over <= 0:
        return [width * room / sum(wanted) for width in wanted]
    soft = sum(wanted) - sum(least)
    if soft < over:
        return [width * room / sum(least) for width in least]
    return [width - over * (width - small) / soft for width, small in zip(wanted, least, strict=True)]


def grid_blocks(
    grid: Grid, left: float, right: float, kind: Type = NORMAL, watch: Watch = lambda part: None
) -> list[Block]:
    """The rows of a table between two edges, under a header that every page repeats."""
    widths = fitted(wanted_widths(grid, kind), least_widths(grid, kind), right - left)
    edges = []
    x = left
    for width in widths:
        edges.append((x + PAD, x + width - PAD))
        x += width
    header = _header(grid, edges, left, right, kind)
    lay = _Rows(edges, [column.numeric for column in grid.columns], left, right, header, kind)
    blocks = []
    for at, row in enumerate(grid.rows):
        if not at % _WATCHED:
            watch(at / len(grid.rows))
        blocks.append(lay.block(row))
    if grid.totals:
        if blocks:
            blocks[-1] = replace(blocks[-1], glued=True)
        blocks.append(lay.block(grid.totals, bold=True))
    return blocks or [header]


def _header(grid: Grid, edges: Sequence[tuple[float, float]], left: float, right: float, kind: Type) -> Block:
    bold = typeface(True)
    titles = [
        wrap(bold, column.title, kind.size, end - start)[:3]
        for column, (start, end) in zip(grid.columns, edges, strict=True)
    ]
    height = kind.head + kind.leading * (max(map(len, titles), default=1) - 1 if titles else 0)

    def draw(pen: Pen, top: float) -> None:
        pen.line(left, right, top + 0.75, 1.5, INK)
        for lines, column, (start, end) in zip(titles, grid.columns, edges, strict=True):
            y = top + (height - kind.leading * len(lines)) / 2
            for line in lines:
                x = end if column.numeric else start
                pen.text(x, y, line, kind.size, kind.leading, bold=True, colour=INK, right=column.numeric)
                y += kind.leading
        pen.line(left, right, top + height - 0.5, 1, INK)

    return Block(height, draw)


@dataclass(frozen=True, slots=True)
class _Rows:
    edges: Sequence[tuple[float, float]]
    numeric: Sequence[bool]
    left: float
    right: float
    header: Block
    kind: Type

    def block(self, row: Sequence[str], bold: bool = False) -> Block:
        face, kind = typeface(bold), self.kind
        cells: list[tuple[float, list[str], bool]] = []
        most = 1
        for text, (start, end), numeric in zip(row, self.edges, self.numeric, strict=True):
            if text:
                lines = _lines(face, text, kind.size, end - start)
                most = max(most, len(lines))
                cells.append((end if numeric else start, lines, numeric))
        height = most * kind.leading + kind.padding + 1
        return Block(height, self._draw(cells, height, bold), head=self.header)

    def _draw(self, cells: list[tuple[float, list[str], bool]], height: float, bold: bool) -> Draw:
        left, right, kind = self.left, self.right, self.kind

        def draw(pen: Pen, top: float) -> None:
            if bold:
                pen.line(left, right, top, 1.5, INK)
            for x, lines, numeric in cells:
                y = top + kind.padding / 2
                for line in lines:
                    pen.text(x, y, line, kind.size, kind.leading, bold=bold, colour=BLACK, right=numeric)
                    y += kind.leading
            pen.line(left, right, top + height - 0.5, 1, HAIR)

        return draw


def _lines(face: Typeface, text: str, size: float, room: float) -> list[str]:
    if len(text) * size <= room and "\n" not in text:
        return [text]
    lines = wrap(face, text, size, room)
    return lines if len(lines) <= MOST_LINES else [*lines[: MOST_LINES - 1], "…"]
