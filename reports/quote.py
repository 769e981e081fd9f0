"""The quote as a PDF: the page that the preview shows, the printer prints and the customer receives."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from app.shared.capitals import chinese_capitals
from reports import fonts
from reports.documents import QuoteDocument
from reports.ending import (
    glued,
    remarks_blocks,
    signature_block,
    terms_blocks,
    totals_block,
    words_block,
)
from reports.heading import (
    FOOT,
    RUNNING_HEIGHT,
    TOP,
    document_number,
    foot,
    foot_text,
    opening,
    running_head,
)
from reports.layout.density import LOOSE, SNUG, Density
from reports.layout.flow import Block, paginate
from reports.layout.pen import A4, Pen
from reports.lines import HEAD_HEIGHT, line_blocks
from reports.words import QuoteWords, quote_words

MARGIN = 60.0
LEFT, RIGHT = MARGIN, A4[0] - MARGIN
BODY_BOTTOM = FOOT - 12
SHORT_CLOSING = 8  # lines of terms and remarks that stay whole with the signatures
MOST_TRIED = 6  # pages up to which standing closer may save one worth the trouble
KEPT_WITH_SIGNATURE = 3  # lines of a longer text, so that no page holds signatures alone


def preload() -> None:
    """Read the fonts and the tables of number words now, in a job, so that the first page does not wait for them."""
    fonts.preload()
    chinese_capitals(Decimal(1))


def render_quote(document: QuoteDocument) -> bytes:
    """The quote as a PDF file, in the document's language.

    The same document always gives the same bytes. Parts that are empty are left out. Where standing closer saves a page,
    so that no page holds the signatures alone, it does.
    """
    words = quote_words(document.language)
    start = opening(document, words, LEFT, RIGHT)
    next_top = TOP + RUNNING_HEIGHT
    pages = paginate(_blocks(document, words, BODY_BOTTOM - next_top, LOOSE), start.bottom, next_top, BODY_BOTTOM)
    if 1 < len(pages) <= MOST_TRIED:
        snug = paginate(_blocks(document, words, BODY_BOTTOM - next_top, SNUG), start.bottom, next_top, BODY_BOTTOM)
        pages = snug if len(snug) < len(pages) else pages
    pen = Pen(f"{words.title} {document_number(document)}", document.letterhead.name, document.date)
    bank = foot_text(document, words)
    for index, page in enumerate(pages):
        if index == 0:
            start.draw(pen)
        else:
            pen.next_page()
            running_head(pen, document, words, LEFT, RIGHT)
        for placed in page:
            placed.block.draw(pen, placed.top)
        of_pages = words.page.format(page=index + 1, pages=len(pages))
        foot(pen, bank, f"{document_number(document)} · {of_pages}", LEFT, RIGHT, FOOT)
    return pen.finish()


def _blocks(document: QuoteDocument, words: QuoteWords, room: float, density: Density) -> list[Block]:
    ending = [totals_block(document, words, RIGHT, density)]
    in_words = words_block(document, words, LEFT, RIGHT)
    if in_words:
        ending = [glued(ending[0]), in_words]
    tallest = room - HEAD_HEIGHT - sum(block.gap + block.height for block in ending)
    rows = line_blocks(document, words, LEFT, RIGHT, tallest, density)
    if rows:
        rows[-1] = glued(rows[-1])
    closing = [*terms_blocks(document, words, LEFT, RIGHT), *remarks_blocks(document, words, LEFT, RIGHT)]
    kept = len(closing) if len(closing) <= SHORT_CLOSING else KEPT_WITH_SIGNATURE
    for index in range(len(closing) - kept, len(closing)):
        closing[index] = glued(closing[index])
    if not closing:
        ending[-1] = glued(ending[-1])
    under = [*ending, *closing, signature_block(document, words, LEFT, RIGHT)]
    return [*rows, *(replace(block, gap=block.gap * density.gap) for block in under)]
