"""A list as a PDF: a title, what was filtered, a header on every page, rows kept whole, upright or lying."""

from __future__ import annotations

from collections.abc import Sequence

from app.shared.date_words import long_date
from reports.documents import TableDocument
from reports.heading import foot, shortened
from reports.layout.flow import Placed, paginate
from reports.layout.grid import NORMAL, SMALL, TYPES, Grid, Type, Watch, grid_blocks, least_widths, wanted_widths
from reports.layout.pen import A4, DARK, GREY, INK, Pen
from reports.layout.text import wrap
from reports.words import quote_words

MARGIN = 44.0
TOP = 44.0
RUNNING = 26.0
FOOT_HEIGHT = 67.0
MOST_ABOUT = 4
_LAID_OUT = 0.6


def render_table(document: TableDocument, watch: Watch = lambda part: None) -> bytes:
    """The list as a PDF file, upright or lying, as its columns ask.

    Args:
        watch: called now and then with the share that is done; what it raises stops the work.
    """
    grid = Grid(document.columns, document.rows, document.totals)
    lying, kind = _page(document, grid)
    width, height = (A4[1], A4[0]) if lying else A4
    left, right = MARGIN, width - MARGIN
    bottom = height - FOOT_HEIGHT
    words = quote_words(document.language)
    pen = Pen(document.title, document.company, document.date, (width, height))
    about = [line for text in document.about for line in wrap(pen.regular, text, 10.5, right - left)][:MOST_ABOUT]
    bands = _bands(grid, right - left, kind)
    pages: list[list[Placed]] = []
    share = _LAID_OUT / len(bands)
    for at, band in enumerate(bands):
        blocks = grid_blocks(band, left, right, kind, lambda part, at=at: watch(share * (at + part)))  # type: ignore[misc]
        first = TOP + 76 + 16 * len(about) if not at else TOP + RUNNING
        pages += paginate(blocks, first, TOP + RUNNING, bottom - 8)
    source = " · ".join(part for part in (document.company, document.note) if part)
    for index, page in enumerate(pages):
        watch(_LAID_OUT + (1 - _LAID_OUT) * index / len(pages))
        if index == 0:
            _opening(pen, document, about, left, right)
        else:
            pen.next_page()
            _running(pen, document, left, right)
        for placed in page:
            placed.block.draw(pen, placed.top)
        foot(pen, source, words.page.format(page=index + 1, pages=len(pages)), left, right, bottom)
    return pen.finish()


def _page(document: TableDocument, grid: Grid) -> tuple[bool, Type]:
    """Whether the page lies, and the largest letters with which the columns have room enough."""
    upright, lying = A4[0] - 2 * MARGIN, A4[1] - 2 * MARGIN
    if document.lying is None and sum(wanted_widths(grid)) <= upright:
        return False, NORMAL
    room = upright if document.lying is False else lying
    for kind in TYPES:
        if _fits(wanted_widths(grid, kind), least_widths(grid, kind), room):
            return document.lying is not False, kind
    return document.lying is not False, SMALL


def _fits(wanted: Sequence[float], least: Sequence[float], room: float) -> bool:
    """Whether columns stand side by side; squeezed to less than two thirds, most cells would need several lines."""
    return sum(least) <= room and sum(wanted) * 2 / 3 <= room


def _bands(grid: Grid, room: float, kind: Type) -> list[Grid]:
    """The columns in parts that have room enough, each on pages of its own and with the first column again."""
    wanted, least = wanted_widths(grid, kind), least_widths(grid, kind)
    bands: list[list[int]] = [[0]]
    for at in range(1, len(grid.columns)):
        tried = [*bands[-1], at]
        if len(tried) > 2 and not _fits([wanted[one] for one in tried], [least[one] for one in tried], room):
            bands.append([0, at])
        else:
            bands[-1] = tried
    if len(bands) == 1:
        return [grid]
    return [
        Grid(
            tuple(grid.columns[at] for at in band),
            tuple(tuple(row[at] for at in band) for row in grid.rows),
            tuple(grid.totals[at] for at in band) if any(grid.totals[at] for at in band[1:] if grid.totals) else (),
        )
        for band in bands
    ]


def _opening(pen: Pen, document: TableDocument, about: list[str], left: float, right: float) -> None:
    words = quote_words(document.language)
    pen.text(left, TOP - 4, shortened(pen.bold, document.company, 11.5, right - left - 170), 11.5, 18, bold=True)
    if document.date:
        day = words.as_of.format(date=long_date(document.date, document.language))
        pen.text(right, TOP - 4, day, 10.5, 18, colour=GREY, right=True)
    pen.line(left, right, TOP + 20, 2, INK)
    room = right - left - (20 + pen.regular.width(pen.regular.clean(document.count), 11) if document.count else 0)
    pen.text(left, TOP + 32, shortened(pen.bold, document.title, 21, room), 21, 28, bold=True)
    pen.text(right, TOP + 38, document.count, 11, 18, colour=DARK, right=True)
    for at, line in enumerate(about):
        pen.text(left, TOP + 64 + 16 * at, line, 10.5, 16, colour=GREY)


def _running(pen: Pen, document: TableDocument, left: float, right: float) -> None:
    room = right - left
    pen.text(left, TOP - 4, shortened(pen.bold, document.title, 10.5, room - 220), 10.5, 18, bold=True)
    pen.text(right, TOP - 4, shortened(pen.regular, document.company, 10, 200), 10, 18, colour=GREY, right=True)
