"""One record as a PDF: letterhead, name, all its fields side by side, then what belongs to it."""

from __future__ import annotations

from dataclasses import replace

from app.shared.date_words import long_date
from reports.documents import SheetDocument, SheetPart
from reports.fonts import typeface
from reports.heading import FOOT, TOP, foot, letterhead, shortened
from reports.layout.flow import Block, Draw, paginate
from reports.layout.grid import NORMAL, Grid, grid_blocks
from reports.layout.pen import A4, BLACK, DARK, FRAME, GREY, HAIR, INK, Pen
from reports.layout.text import wrap
from reports.words import quote_words

MARGIN = 60.0
LEFT, RIGHT = MARGIN, A4[0] - MARGIN
GAP = 28.0
LABEL = 84.0
SIZE, LEADING = 11.0, 16.5
SECTION = 26.0
RUNNING = 34.0
# A value longer than so many lines of half a page takes the whole width.
MOST_HALF = 2


def render_sheet(document: SheetDocument) -> bytes:
    """The record's sheet as a PDF file; the same document gives the same bytes."""
    words = quote_words(document.language)
    pen = Pen(f"{document.kind} {document.title}", document.letterhead.name, document.date)
    known = bool(document.letterhead.name)
    under, draw_head = letterhead(document.letterhead, LEFT, RIGHT) if known else (TOP, lambda pen: None)
    top, name = under + (24 if known else 0), wrap(pen.bold, document.title, 22, RIGHT - LEFT - 150)
    first = top + 30 * len(name) + (22 if document.marks else 0) + 14
    blocks = [*_facts(document), *(block for part in document.parts for block in _part(part))]
    pages = paginate(blocks, first, TOP + RUNNING, FOOT - 12)
    for index, page in enumerate(pages):
        if index == 0:
            draw_head(pen)
            _title(pen, document, name, top)
        else:
            pen.next_page()
            _running(pen, document)
        for placed in page:
            placed.block.draw(pen, placed.top)
        of_pages = words.page.format(page=index + 1, pages=len(pages))
        foot(pen, document.letterhead.name, f"{document.title} · {of_pages}", LEFT, RIGHT, FOOT)
    return pen.finish()


def _title(pen: Pen, document: SheetDocument, name: list[str], top: float) -> None:
    for at, line in enumerate(name):
        pen.text(LEFT, top + 30 * at, line, 22, 30, bold=True)
    pen.text(RIGHT, top, document.kind, 12, 18, colour=INK, bold=True, right=True)
    if document.date:
        pen.text(RIGHT, top + 18, long_date(document.date, document.language), 10.5, 16, colour=GREY, right=True)
    if document.marks:
        marks = shortened(pen.regular, " · ".join(document.marks), 11.5, RIGHT - LEFT)
        pen.text(LEFT, top + 30 * len(name) + 2, marks, 11.5, 18, colour=DARK)


def _running(pen: Pen, document: SheetDocument) -> None:
    pen.text(LEFT, TOP, shortened(pen.bold, document.title, 11, RIGHT - LEFT - 120), 11, 18, bold=True)
    pen.text(RIGHT, TOP, document.kind, 10.5, 18, colour=GREY, right=True)
    pen.line(LEFT, RIGHT, TOP + 21.5, 1, FRAME)


def _facts(document: SheetDocument) -> list[Block]:
    """The fields, two in a row; a long value takes a row of its own."""
    half = (RIGHT - LEFT - GAP) / 2
    blocks: list[Block] = []
    waiting: tuple[str, list[str]] | None = None
    for label, value in document.facts:
        short = wrap(typeface(), value, SIZE, half - LABEL)
        if len(short) > MOST_HALF:
            if waiting is not None:
                blocks.append(_fact_row([waiting], half))
                waiting = None
            blocks.append(_fact_row([(label, wrap(typeface(), value, SIZE, RIGHT - LEFT - LABEL))], RIGHT - LEFT))
        elif waiting is None:
            waiting = (label, short)
        else:
            blocks.append(_fact_row([waiting, (label, short)], half))
            waiting = None
    if waiting is not None:
        blocks.append(_fact_row([waiting], half))
    return blocks


def _fact_row(facts: list[tuple[str, list[str]]], width: float) -> Block:
    face = typeface()
    labels = [wrap(face, label, 10.5, LABEL - 10) for label, _lines in facts]
    most = max(max(len(lines), len(label)) for (_label, lines), label in zip(facts, labels, strict=True))
    height = most * LEADING + 7

    def draw(pen: Pen, top: float) -> None:
        for at, ((_label, lines), label) in enumerate(zip(facts, labels, strict=True)):
            x = LEFT + at * (width + GAP)
            for line, text in enumerate(label):
                pen.text(x, top + 3 + LEADING * line, text, 10.5, LEADING, colour=GREY)
            for line, text in enumerate(lines):
                pen.text(x + LABEL, top + 3 + LEADING * line, text, SIZE, LEADING, colour=BLACK)
            pen.line(x, x + width, top + height - 0.5, 1, HAIR)

    return Block(height, draw)


def _part(part: SheetPart) -> list[Block]:
    def heading(pen: Pen, top: float) -> None:
        pen.text(LEFT, top, part.title, 12, 18, bold=True, colour=INK)
        if part.more:
            pen.text(RIGHT, top, part.more, 10, 18, colour=GREY, right=True)

    blocks = [Block(SECTION - 4 if part.columns else SECTION, heading, gap=20, glued=True)]
    if part.columns:
        rows = grid_blocks(Grid(part.columns, part.rows), LEFT, RIGHT, NORMAL)
        return [*blocks, *rows]
    lines = wrap(typeface(), part.text, SIZE, RIGHT - LEFT)
    made = [Block(LEADING, _line(line), glued=at == 0 and len(lines) > 1) for at, line in enumerate(lines)]
    return [*blocks, *made] if made else [replace(blocks[0], glued=False)]


def _line(text: str) -> Draw:
    def draw(pen: Pen, top: float) -> None:
        pen.text(LEFT, top, text, SIZE, LEADING, colour=BLACK)

    return draw
