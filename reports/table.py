"""A list as a PDF: a title, columns as wide as their texts, a header on every page, rows kept whole."""

from __future__ import annotations

from collections.abc import Sequence

from app.shared.date_words import long_date
from reports.documents import TableDocument
from reports.fonts import typeface
from reports.heading import foot, shortened
from reports.layout.flow import Block, Draw, paginate
from reports.layout.pen import A4, BLACK, GREY, HAIR, INK, Pen
from reports.layout.text import wrap
from reports.words import quote_words

MARGIN = 44.0
TOP = 44.0
TITLE_HEIGHT = 40.0
PAD = 5.0
SIZE, LEADING = 10.5, 15.0
HEAD_HEIGHT = 27.0
ROW_PADDING = 8.0
LEAST_COLUMN, MOST_COLUMN = 30.0, 240.0
MOST_LINES = 40
FOOT_HEIGHT = 67.0


def render_table(document: TableDocument) -> bytes:
    """The list as a PDF file, upright or lying, as its columns ask."""
    wanted = _wanted_widths(document)
    lying = sum(wanted) > A4[0] - 2 * MARGIN
    width, height = (A4[1], A4[0]) if lying else A4
    left, right = MARGIN, width - MARGIN
    edges = _edges(_fitted(wanted, document, right - left), left)
    bottom = height - FOOT_HEIGHT
    words = quote_words(document.language)
    pages = paginate(_blocks(document, edges, left, right), TOP + TITLE_HEIGHT, TOP, bottom - 8)
    pen = Pen(document.title, document.company, document.date, (width, height))
    source = " · ".join(part for part in (document.company, document.note) if part)
    for index, page in enumerate(pages):
        if index == 0:
            pen.text(left, TOP, shortened(pen.bold, document.title, 20, right - left - 160), 20, 28, bold=True)
            if document.date:
                day = words.as_of.format(date=long_date(document.date, document.language))
                pen.text(right, TOP + 8, day, 10.5, 19, colour=GREY, right=True)
        else:
            pen.next_page()
        for placed in page:
            placed.block.draw(pen, placed.top)
        foot(pen, source, words.page.format(page=index + 1, pages=len(pages)), left, right, bottom)
    return pen.finish()


def _wanted_widths(document: TableDocument) -> list[float]:
    face, bold = typeface(), typeface(True)
    widths = []
    for index, column in enumerate(document.columns):
        longest = sorted({row[index] for row in document.rows}, key=len)[-30:]
        widest = max((face.width(face.clean(text), SIZE) for text in longest), default=0.0)
        heads = [column.title, *document.totals[index : index + 1]]
        widest = max(widest, *(bold.width(bold.clean(text), SIZE) for text in heads))
        widths.append(max(LEAST_COLUMN, min(widest, MOST_COLUMN) + 2 * PAD + 1))
    return widths


def _fitted(wanted: Sequence[float], document: TableDocument, room: float) -> list[float]:
    """The widths made to fill the room exactly; when they are too wide, text gives way before figures."""
    over = sum(wanted) - room
    if over <= 0:
        spare = -over / max(len(wanted), 1)
        return [width + spare for width in wanted]
    givers = [not column.numeric for column in document.columns]
    soft = sum(width - LEAST_COLUMN for width, gives in zip(wanted, givers, strict=True) if gives)
    if soft < over:
        return [width * room / sum(wanted) for width in wanted]
    return [
        width - over * (width - LEAST_COLUMN) / soft if gives else width
        for width, gives in zip(wanted, givers, strict=True)
    ]


def _edges(widths: Sequence[float], left: float) -> list[tuple[float, float]]:
    edges = []
    for width in widths:
        edges.append((left + PAD, left + width - PAD))
        left += width
    return edges


def _blocks(document: TableDocument, edges: list[tuple[float, float]], left: float, right: float) -> list[Block]:
    def head(pen: Pen, top: float) -> None:
        pen.line(left, right, top + 0.75, 1.5, INK)
        for column, (start, end) in zip(document.columns, edges, strict=True):
            title = shortened(pen.bold, column.title, SIZE, end - start)
            x = end if column.numeric else start
            pen.text(x, top + 6, title, SIZE, LEADING, bold=True, colour=INK, right=column.numeric)
        pen.line(left, right, top + HEAD_HEIGHT - 0.5, 1, INK)

    header = Block(HEAD_HEIGHT, head)
    numeric = [column.numeric for column in document.columns]
    blocks = [_row(row, edges, numeric, left, right, header, bold=False) for row in document.rows]
    if document.totals:
        if blocks:
            last = blocks[-1]
            blocks[-1] = Block(last.height, last.draw, head=header, glued=True)
        blocks.append(_row(document.totals, edges, numeric, left, right, header, bold=True))
    return blocks or [header]


def _row(
    row: Sequence[str],
    edges: Sequence[tuple[float, float]],
    numeric: Sequence[bool],
    left: float,
    right: float,
    header: Block,
    bold: bool,
) -> Block:
    face = typeface(bold)
    cells = []
    most = 1
    for text, (start, end), is_numeric in zip(row, edges, numeric, strict=True):
        if not text:
            continue
        room = end - start
        if len(text) * SIZE <= room and "\n" not in text:
            lines = [text]
        else:
            lines = wrap(face, text, SIZE, room)[:MOST_LINES]
        most = max(most, len(lines))
        cells.append((end if is_numeric else start, lines, is_numeric))
    height = most * LEADING + ROW_PADDING + 1
    return Block(height, _draw_row(cells, left, right, height, bold), head=header)


def _draw_row(cells: list[tuple[float, list[str], bool]], left: float, right: float, height: float, bold: bool) -> Draw:
    def draw(pen: Pen, top: float) -> None:
        if bold:
            pen.line(left, right, top, 1.5, INK)
        for x, lines, is_numeric in cells:
            y = top + ROW_PADDING / 2
            for line in lines:
                pen.text(x, y, line, SIZE, LEADING, bold=bold, colour=BLACK, right=is_numeric)
                y += LEADING
        pen.line(left, right, top + height - 0.5, 1, HAIR)

    return draw
