"""The table of goods: columns as wide as their figures ask, rows with wrapped descriptions, a header to repeat."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from reports import figures
from reports.documents import DocumentLine, QuoteDocument
from reports.fonts import Typeface, typeface
from reports.layout.density import LOOSE, Density
from reports.layout.flow import Block, Draw
from reports.layout.pen import BLACK, HAIR, INK, PALE, Pen
from reports.layout.text import wrap
from reports.words import QuoteWords

PAD = 6.0
SIZE, LEADING = 12.0, 17.0
SMALL, SMALL_LEADING = 10.5, 15.0
HEAD_SIZE, HEAD_HEIGHT = 11.0, 33.5
LEAST_DESCRIPTION = 200.0
LEAST_SIZE = 7.0
MOST_UNIT = 72.0
PIECE = 6
DASH = "—"


@dataclass(frozen=True, slots=True)
class _Column:
    title: str
    least: float
    numeric: bool
    texts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Cell:
    x: float
    lines: tuple[str, ...]
    numeric: bool


def line_blocks(
    document: QuoteDocument, words: QuoteWords, left: float, right: float, tallest: float, density: Density = LOOSE
) -> list[Block]:
    """The rows of the goods as blocks, each with the header to repeat; empty when there is no line.

    A column in which no line has anything is left out. A row taller than ``tallest`` is cut into pieces.
    """
    if not document.lines:
        return []
    columns = _columns(document.lines, words, -_exponent(document))
    face, bold = typeface(), typeface(True)
    size = SIZE
    widths = _widths(columns, face, bold, size)
    while size > LEAST_SIZE and right - left - sum(widths) < LEAST_DESCRIPTION:
        size -= 0.5
        widths = _widths(columns, face, bold, size)
    number_width = max(26.0, face.width(str(len(document.lines)), size) + 2 * PAD)
    description = left + number_width
    starts = []
    x = right - sum(widths)
    for width in widths:
        starts.append((x + PAD, x + width - PAD))
        x += width
    room = right - sum(widths) - description - 2 * PAD
    head = Block(HEAD_HEIGHT, _head(columns, starts, words, left, right, description))
    blocks: list[Block] = []
    for index, line in enumerate(document.lines):
        cells = [_Cell(left + PAD, (str(index + 1),), False)]
        for column, (start, end) in zip(columns, starts, strict=True):
            text = column.texts[index]
            parts = (text,) if column.numeric else _wrapped(text, size, end - start)
            cells.append(_Cell(end if column.numeric else start, parts, column.numeric))
        name = [(text, True) for text in _wrapped(line.name, SIZE, room)]
        name += [(text, False) for text in _wrapped(line.specification, SMALL, room)]
        blocks += _row(name, cells, description + PAD, size, left, right, head, tallest, density.row)
    return blocks


@lru_cache(maxsize=8192)
def _wrapped(text: str, size: float, room: float) -> tuple[str, ...]:
    """A text of the table in lines, remembered: while a quote is typed, each key changes one of them."""
    return tuple(wrap(typeface(), text, size, room))


def _columns(lines: Sequence[DocumentLine], words: QuoteWords, decimals: int) -> list[_Column]:
    discounted = any(line.discount_percent for line in lines)
    rates = {(line.tax_rate, line.tax_exempt) for line in lines if line.amount is not None}
    columns = [
        _Column(words.unit, 44, False, tuple(line.unit for line in lines)),
        _Column(words.quantity, 46, True, tuple(_optional(line.quantity, figures.quantity) for line in lines)),
        _Column(
            words.price,
            90,
            True,
            tuple("" if line.price is None else figures.price(line.price, decimals) for line in lines),
        ),
    ]
    if discounted:
        columns.append(_Column(words.discount_column, 54, True, tuple(_discount(line) for line in lines)))
    if len(rates) > 1:
        columns.append(_Column(words.tax_column, 54, True, tuple(_tax(line, words) for line in lines)))
    columns.append(_Column(words.amount, 98, True, tuple(_optional(line.amount, figures.amount) for line in lines)))
    return [column for column in columns if any(column.texts)]


def _widths(columns: Sequence[_Column], face: Typeface, bold: Typeface, size: float) -> list[float]:
    widths = []
    for column in columns:
        widest = max(face.width(face.clean(text), size) for text in column.texts)
        if not column.numeric:
            widest = min(widest, MOST_UNIT)
        widths.append(max(column.least, widest + 2 * PAD, bold.width(bold.clean(column.title), HEAD_SIZE) + 2 * PAD))
    return widths


def _head(
    columns: Sequence[_Column],
    starts: Sequence[tuple[float, float]],
    words: QuoteWords,
    left: float,
    right: float,
    description: float,
) -> Draw:
    def draw(pen: Pen, top: float) -> None:
        pen.line(left, right, top + 0.75, 1.5, INK)
        pen.line(left, right, top + HEAD_HEIGHT - 0.5, 1, INK)
        at = top + 7.5
        pen.text(left + PAD, at, words.position, HEAD_SIZE, 19, bold=True, colour=INK)
        pen.text(description + PAD, at, words.description, HEAD_SIZE, 19, bold=True, colour=INK)
        for column, (start, end) in zip(columns, starts, strict=True):
            x = end if column.numeric else start
            pen.text(x, at, column.title, HEAD_SIZE, 19, bold=True, colour=INK, right=column.numeric)

    return draw


def _row(
    name: list[tuple[str, bool]],
    cells: list[_Cell],
    x: float,
    size: float,
    left: float,
    right: float,
    head: Block,
    tallest: float,
    padding: float,
) -> list[Block]:
    longest = max([len(name), *(len(cell.lines) for cell in cells)])
    whole = padding + 1 + _text_height(name, cells)
    most = longest if whole <= tallest else PIECE
    blocks = []
    for first in range(0, longest, most):
        piece = name[first : first + most]
        parts = [_Cell(cell.x, cell.lines[first : first + most], cell.numeric) for cell in cells]
        above = padding / 2 if first == 0 else 0
        below = padding / 2 + 1 if first + most >= longest else 0
        height = above + _text_height(piece, parts) + below
        blocks.append(Block(height, _draw_row(piece, parts, x, size, left, right, above, height, below > 0), head=head))
    return blocks


def _text_height(name: list[tuple[str, bool]], cells: list[_Cell]) -> float:
    described = sum(LEADING if large else SMALL_LEADING for _, large in name)
    return max(described, max(len(cell.lines) for cell in cells) * LEADING)


def _draw_row(
    name: list[tuple[str, bool]],
    cells: list[_Cell],
    x: float,
    size: float,
    left: float,
    right: float,
    above: float,
    height: float,
    ruled: bool,
) -> Draw:
    def draw(pen: Pen, top: float) -> None:
        y = top + above
        for text, large in name:
            leading = LEADING if large else SMALL_LEADING
            pen.text(x, y, text, SIZE if large else SMALL, leading, colour=BLACK if large else PALE)
            y += leading
        for cell in cells:
            y = top + above
            for text in cell.lines:
                pen.text(cell.x, y, text, size, LEADING, right=cell.numeric)
                y += LEADING
        if ruled:
            pen.line(left, right, top + height - 0.5, 1, HAIR)

    return draw


def _optional(value: Decimal | None, show: Callable[[Decimal], str]) -> str:
    return "" if value is None else show(value)


def _discount(line: DocumentLine) -> str:
    if line.discount_percent:
        return figures.percent(line.discount_percent)
    return "" if line.amount is None else DASH


def _tax(line: DocumentLine, words: QuoteWords) -> str:
    if line.amount is None:
        return ""
    if line.tax_exempt:
        return words.exempt
    return DASH if line.tax_rate is None else figures.percent(line.tax_rate)


def _exponent(document: QuoteDocument) -> int:
    exponent = document.totals.total.as_tuple().exponent
    return exponent if isinstance(exponent, int) else 0
