"""A quote of one page and a report of 1,000 rows against raw reportlab with the same embedded font."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from io import BytesIO

from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

from reports.documents import (
    Column,
    DocumentLine,
    DocumentTax,
    DocumentTotals,
    Letterhead,
    Party,
    QuoteDocument,
    TableDocument,
)
from reports.fonts import typeface
from reports.quote import render_quote
from reports.table import render_table
from tests.bench import books
from tests.bench.harness import Result, by_turns, timed

LINES = 8
ROWS = 1_000
WIDTH, HEIGHT = 595.0, 842.0


def quote() -> QuoteDocument:
    """A usual quote."""
    lines = tuple(
        DocumentLine(
            f"精密导轨滑块 {number}",
            f"HGW{number}5CC 预压 Z0 含防尘",
            "件",
            Decimal(number),
            Decimal("123.45"),
            None,
            Decimal(13),
            False,
            Decimal("123.45") * number,
        )
        for number in range(1, LINES + 1)
    )
    total = sum((line.amount for line in lines if line.amount), Decimal(0))
    tax = (total * 13 / 113).quantize(Decimal("0.01"))
    totals = DocumentTotals(
        total, Decimal(0), Decimal(0), total - tax, (DocumentTax(Decimal(13), False, total - tax, tax),), True,
        Decimal(0), total,
    )  # fmt: skip
    return QuoteDocument(
        "zh_CN", "Q2607-018", 1, date(2026, 7, 22), date(2026, 8, 21), "CNY",
        Letterhead("苏州恒瑞精密机械有限公司", "精密传动部件", ("苏州工业园区 1 号", "0512-6666 2317")),
        Party("无锡华盛自动化设备有限公司", ("王强 先生", "13800002317")),
        Party("李敏", ("13900001234",)),
        "二号线改造", lines, totals, "月结 30 天", "七日内送货", ("含税含运费", "质保一年"), "", "李敏",
    )  # fmt: skip


def table() -> TableDocument:
    """A list of made-up customers."""
    rows = tuple(
        (one["name"], one["city"], one["phone"], one["contact"], str(number * 37))
        for number, one in enumerate(books.people(ROWS))
    )
    columns = (Column("公司"), Column("城市"), Column("电话"), Column("联系人"), Column("金额", numeric=True))
    return TableDocument("zh_CN", "客户一览", columns, rows, date=date(2026, 7, 22))


def raw_quote(document: QuoteDocument) -> bytes:
    """The texts of the quote drawn one by one, nothing measured but what stands right."""
    canvas, buffer, font = _canvas()
    texts = [document.letterhead.name, *document.letterhead.contact_lines, document.number, document.customer.name]
    texts += [*document.customer.lines, *document.sender.lines, *document.terms, document.payment_terms]
    y = HEIGHT - 50
    for text in texts:
        canvas.drawString(50, y, text)
        y -= 18
    for line in document.lines:
        cells = (line.name, line.specification, line.unit, line.quantity, line.price, line.tax_rate, line.amount)
        for index, cell in enumerate(cells):
            text = str(cell)
            canvas.drawString(50 + index * 75 - (stringWidth(text, font, 9) if index > 2 else 0), y, text)
        canvas.line(50, y - 4, WIDTH - 50, y - 4)
        y -= 20
    for figure in (document.totals.subtotal, document.totals.net, document.totals.total):
        canvas.drawRightString(WIDTH - 50, y, str(figure))
        y -= 18
    canvas.save()
    return buffer.getvalue()


def raw_table(document: TableDocument) -> bytes:
    """The cells of the list drawn one by one, 40 rows on a page."""
    canvas, buffer, font = _canvas()
    for number, row in enumerate(document.rows):
        if number and number % 40 == 0:
            canvas.showPage()
            canvas.setFont(font, 9)
        y = HEIGHT - 50 - number % 40 * 18
        for index, text in enumerate(row):
            canvas.drawString(40 + index * 110, y, text)
        canvas.line(40, y - 4, WIDTH - 40, y - 4)
    canvas.save()
    return buffer.getvalue()


def _canvas() -> tuple[Canvas, BytesIO, str]:
    font = typeface(False).main
    buffer = BytesIO()
    canvas = Canvas(buffer, pagesize=(WIDTH, HEIGHT), pageCompression=1, initialFontName=font)
    canvas.setFont(font, 9)
    return canvas, buffer, font


def run(_sizes: tuple[int, ...]) -> list[Result]:
    """Both documents, fonts loaded before."""
    page, rows = quote(), table()
    for warm in (lambda: render_quote(page), lambda: raw_quote(page)):
        warm()
    ours, raw = by_turns(30, lambda: timed(lambda: render_quote(page)), lambda: timed(lambda: raw_quote(page)))
    long, raw_long = by_turns(5, lambda: timed(lambda: render_table(rows)), lambda: timed(lambda: raw_table(rows)))
    return [
        Result("quote PDF, 1 page", ours, raw, 2),
        Result(f"report PDF, {ROWS:,} rows", long, raw_long, note="against cells drawn without wrapping"),
    ]
