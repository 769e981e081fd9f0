"""Documents for the tests of reports."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from io import BytesIO
from typing import Any

from app.sales.rules import PricedLine, totals
from reports.documents import DocumentLine, DocumentTax, DocumentTotals, Letterhead, Party, QuoteDocument

D = Decimal


def line(name: str, price: str | None = "100", quantity: str | None = "1", **values: Any) -> DocumentLine:
    """A line with its amount still open."""
    return DocumentLine(
        name,
        quantity=None if quantity is None else D(quantity),
        price=None if price is None else D(price),
        **{"tax_rate": D(13), **values},
    )


def goods(count: int = 5) -> list[DocumentLine]:
    """Ordinary lines, numbered."""
    return [
        line(f"螺杆空压机 {index}", "1234.5", specification=f"QH-{index}", unit="台") for index in range(1, count + 1)
    ]


def picture(size: tuple[int, int] = (80, 80)) -> bytes:
    """A red ring on a clear ground."""
    from PIL import Image, ImageDraw

    image = Image.new("RGBA", size, (0, 0, 0, 0))
    ImageDraw.Draw(image).ellipse((2, 2, size[0] - 3, size[1] - 3), outline=(200, 50, 40, 255), width=6)
    out = BytesIO()
    image.save(out, "PNG")
    return out.getvalue()


def document(lines: list[DocumentLine] | None = None, **values: Any) -> QuoteDocument:
    """A quote document; ``figures`` are arguments of the rule of totals."""
    lines = goods() if lines is None else lines
    figures = values.pop("figures", {})
    currency = values.get("currency", "CNY")
    result = totals(
        [PricedLine(one.quantity, one.price, one.discount_percent, one.tax_rate, one.tax_exempt) for one in lines],
        currency=currency,
        **figures,
    )
    priced = tuple(
        DocumentLine(
            one.name,
            one.specification,
            one.unit,
            one.quantity,
            one.price,
            one.discount_percent,
            one.tax_rate,
            one.tax_exempt,
            amount,
        )
        for one, amount in zip(lines, result.amounts, strict=True)
    )
    base: dict[str, Any] = {
        "language": "zh",
        "number": "Q2607-018",
        "revision": 1,
        "date": date(2026, 7, 14),
        "valid_until": date(2026, 8, 13),
        "currency": currency,
        "letterhead": Letterhead(
            "昆山启衡工业设备有限公司", "KUNSHAN QIHENG", ("昆山市玉山镇",), "昆山农商银行", "3052000000006613"
        ),
        "customer": Party("苏州恒瑞精密机械有限公司", ("周建明 采购经理",)),
        "sender": Party("林晓 销售经理", ("139 0000 8866",)),
        "project": "二期空压站",
        "terms": ("1. 价格为不含税单价。", "质保 24 个月。"),
        "signer": "林晓",
        "lines": priced,
        "totals": DocumentTotals(
            result.subtotal,
            result.discount,
            result.freight,
            result.net,
            tuple(DocumentTax(tax.rate, tax.exempt, tax.base, tax.tax) for tax in result.taxes),
            result.tax_included,
            result.rounding_difference,
            result.total,
        ),
    }
    return QuoteDocument(**(base | values))
