"""What stands under the lines of a quote: the figures, the total in words, the terms and the signatures."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from app.shared.capitals import LARGEST, chinese_capitals, english_words
from app.shared.date_words import long_date
from reports import figures
from reports.documents import DocumentTotals, QuoteDocument
from reports.fonts import typeface
from reports.layout.density import LOOSE, Density
from reports.layout.flow import Block
from reports.layout.pen import DARK, GREY, INK, LINE, WASH, Pen
from reports.layout.text import wrap
from reports.words import QuoteWords

TOTALS_WIDTH = 290.0
GRAND_HEIGHT = 34.5
SMALL_ROW_HEIGHT = 19.0
TERM_SIZE, TERM_LEADING = 11.5, 19.0
SIGNATURE_HEIGHT = 91.0
STAMP_SIDE = 118.0
_ENUMERATED = re.compile(r"^\s*(?:[0-9]{1,2}[.、)）．]|[(（][0-9]{1,2}[)）]|[①-⑳])\s*")


def totals_block(document: QuoteDocument, words: QuoteWords, right: float, density: Density = LOOSE) -> Block:
    """The figures from the subtotal to the total; with prices that include tax, the tax stands under the total."""
    above, below = _rows(document.totals, words)
    grand = figures.grand_total(document.totals.total, document.currency, words.chinese)
    bold = typeface(True)
    needed = bold.width(bold.clean(grand), 15) + bold.width(bold.clean(words.total), 15) + 36
    left = right - max(TOTALS_WIDTH, needed)
    inset = (density.figure - 19) / 2

    def draw(pen: Pen, top: float) -> None:
        for label, value in above:
            pen.text(left + 6, top + inset, label, 12, 19)
            pen.text(right - 6, top + inset, value, 12, 19, right=True)
            top += density.figure
        pen.line(left, right, top + 0.75, 1.5, INK)
        pen.text(left + 6, top + 8.5, words.total, 15, 22, bold=True)
        pen.text(right - 6, top + 8.5, grand, 15, 22, bold=True, right=True)
        top += GRAND_HEIGHT
        for label, value in below:
            pen.text(left + 6, top, label, 10.5, SMALL_ROW_HEIGHT, colour=GREY)
            pen.text(right - 6, top, value, 10.5, SMALL_ROW_HEIGHT, colour=GREY, right=True)
            top += SMALL_ROW_HEIGHT

    height = len(above) * density.figure + GRAND_HEIGHT + len(below) * SMALL_ROW_HEIGHT
    return Block(height, draw, gap=8)


def words_block(document: QuoteDocument, words: QuoteWords, left: float, right: float) -> Block | None:
    """The total in words: Chinese capitals for yuan on a Chinese page, English words on an English one."""
    total = document.totals.total
    if words.chinese and (document.currency != "CNY" or abs(total) >= LARGEST):
        return None
    text = chinese_capitals(total) if words.chinese else english_words(total, document.currency)
    regular, bold = typeface(), typeface(True)
    start = left + 12 + regular.width(regular.clean(words.total_in_words), 12.5) + 12
    lines = wrap(bold, text, 12.5, right - 12 - start)
    height = 16 + 19.0 * len(lines)

    def draw(pen: Pen, top: float) -> None:
        pen.box(left, top, right - left, height, WASH)
        pen.text(left + 12, top + 8, words.total_in_words, 12.5, 19, colour=GREY)
        for index, line in enumerate(lines):
            pen.text(start, top + 8 + 19 * index, line, 12.5, 19, bold=True)

    return Block(height, draw, gap=6)


def terms_blocks(document: QuoteDocument, words: QuoteWords, left: float, right: float) -> list[Block]:
    """The terms, numbered; the heading stays with the first line. Numbers that were typed are not doubled."""
    items = [_ENUMERATED.sub("", line).strip() for line in document.terms]
    if document.payment_terms:
        items.append(words.payment.format(terms=document.payment_terms))
    if document.delivery_terms:
        items.append(words.delivery.format(terms=document.delivery_terms))
    items = [item for item in items if item]
    numbered = [(f"{index}.", item) for index, item in enumerate(items, 1)]
    return _section(words.terms, numbered, left, right)


def remarks_blocks(document: QuoteDocument, words: QuoteWords, left: float, right: float) -> list[Block]:
    """The remarks as they were typed, under their heading."""
    remarks = document.remarks.strip()
    return _section(words.remarks, [("", remarks)], left, right) if remarks else []


def signature_block(document: QuoteDocument, words: QuoteWords, left: float, right: float) -> Block:
    """The two places to sign, at the foot of the last page; the stamp lies over the supplier's line."""
    half = (right - left - 40) / 2
    other = right - half
    signed = document.signer
    if signed:
        signed = words.signer.format(name=signed, date=long_date(document.date, document.language))
    head = document.letterhead

    def draw(pen: Pen, top: float) -> None:
        pen.text(left, top, words.supplier_signature, 11, 19, bold=True, colour=INK)
        pen.text(other, top, words.buyer_signature, 11, 19, bold=True, colour=INK)
        ruled = top + 66.5
        pen.line(left, left + half, ruled, 1, LINE)
        pen.line(other, right, ruled, 1, LINE)
        pen.text(left, ruled + 5.5, signed, 12, 19)
        pen.text(other, ruled + 5.5, words.buyer_date, 12, 19)
        heading = pen.bold.width(pen.bold.clean(words.supplier_signature), 11)
        if head.signature:
            pen.picture_over(head.signature, left + 4, ruled - 46, 136, 46)
        if head.stamp:
            stamped = max(150.0, heading + 30, pen.regular.width(pen.regular.clean(signed), 12) + 20)
            pen.picture_over(head.stamp, left + min(stamped, half - STAMP_SIDE), top - 14, STAMP_SIDE, STAMP_SIDE)

    return Block(SIGNATURE_HEIGHT, draw, gap=24, low=22)


def _rows(totals: DocumentTotals, words: QuoteWords) -> tuple[list[tuple[str, str]], list[tuple[str, str]]]:
    taxes = []
    for tax in totals.taxes:
        if tax.exempt:
            taxes.append((words.vat_exempt, figures.amount(tax.tax)))
        elif tax.rate is not None:
            label = words.vat_included if totals.tax_included else words.vat
            taxes.append((label.format(rate=figures.percent(tax.rate)), figures.amount(tax.tax)))
    above = []
    if totals.discount:
        above.append((words.discount, figures.amount(-totals.discount)))
    if totals.freight:
        above.append((words.freight, figures.amount(totals.freight)))
    below: list[tuple[str, str]] = []
    if totals.tax_included:
        below = [*taxes, (words.net, figures.amount(totals.net))] if totals.net != totals.total else taxes
    else:
        if above and taxes:
            above.append((words.net, figures.amount(totals.net)))
        above += taxes
    if totals.rounding_difference:
        above.append((words.rounding, figures.amount(totals.rounding_difference)))
    if above:
        label = words.subtotal_with_tax if totals.tax_included and taxes else words.subtotal
        above.insert(0, (label, figures.amount(totals.subtotal)))
    return above, below


def _section(title: str, items: Sequence[tuple[str, str]], left: float, right: float) -> list[Block]:
    face = typeface()
    indent = 17.0 if any(number for number, _ in items) else 0.0
    blocks: list[Block] = []
    for number, text in items:
        for index, line in enumerate(wrap(face, text, TERM_SIZE, right - left - indent)):
            blocks.append(_term(number if index == 0 else "", line, left, indent))
    if not blocks:
        return []

    def heading(pen: Pen, top: float) -> None:
        pen.text(left, top, title, 11, 19, bold=True, colour=INK)

    return [Block(22, heading, gap=18, glued=True), *blocks]


def _term(number: str, line: str, left: float, indent: float) -> Block:
    def draw(pen: Pen, top: float) -> None:
        pen.text(left + indent - 4, top, number, TERM_SIZE, TERM_LEADING, colour=DARK, right=True)
        pen.text(left + indent, top, line, TERM_SIZE, TERM_LEADING, colour=DARK)

    return Block(TERM_LEADING, draw)


def glued(block: Block) -> Block:
    """The same block, to stay on one page with the one after it."""
    return replace(block, glued=True)
