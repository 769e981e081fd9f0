"""How values stand on paper: days by their date and not by their distance from today, amounts with their currency."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal
from typing import Any

from app.records.fields import Field, FieldKind, RecordType
from app.records.jsonable import linked_titles
from app.records.record import Record
from app.records.values import show
from app.records.workspace import Workspace
from app.shared.i18n import listed, translate
from app.shared.money import format_amount, format_price

FIGURES = {FieldKind.MONEY, FieldKind.PRICE, FieldKind.QUANTITY, FieldKind.PERCENT, FieldKind.INTEGER}
Said = Mapping[str, Callable[[Record], str]]


def text(field: Field, value: Any, currency: str, titles: Mapping[int, str]) -> str:
    """A value in the language in use; "" for nothing.

    Args:
        currency: of the record's amounts. titles: names of the records that a link may point to.
    """
    if value is None or value == ():
        return ""
    match field.kind:
        case FieldKind.LINK:
            return titles.get(value, "")
        case FieldKind.MONEY:
            return format_amount(value, currency)
        case FieldKind.PRICE:
            return format_price(value)
        case FieldKind.TAGS:
            return listed(translate(one.label) if (one := field.choice(code)) else code for code in value)
        case _:
            return show(field, value, currency=currency)


def texts(
    ws: Workspace, record: RecordType, fields: Sequence[Field], rows: Sequence[Record], said: Said
) -> list[tuple[str, ...]]:
    """Records as rows of texts; ``said`` gives those of fields that are shown otherwise than they are held."""
    titles = linked_titles(ws, record, rows)
    base = ws.currency
    return [
        tuple(
            said[field.name](row)
            if field.name in said
            else text(field, row.get(field.name), row.get("currency") or base, titles.get(field.name, {}))
            for field in fields
        )
        for row in rows
    ]


class Sums:
    """Adds up the amounts of columns, each currency for itself."""

    def __init__(self, fields: Sequence[Field], base: str) -> None:
        self._fields, self._base = fields, base
        self._held: dict[str, dict[str, Decimal]] = {one.name: {} for one in fields if one.kind is FieldKind.MONEY}

    def add(self, rows: Sequence[Record]) -> None:
        """Add the amounts of some records."""
        for name, held in self._held.items():
            for row in rows:
                if (value := row.get(name)) is not None:
                    currency = row.get("currency") or self._base
                    held[currency] = held.get(currency, Decimal()) + value

    def row(self, word: str) -> tuple[str, ...]:
        """The last row of the list; nothing where there is nothing to add up. Currencies stand under each other."""
        if not any(self._held.values()) or not self._fields:
            return ()
        cells = [
            "\n".join(
                format_amount(value, currency) for currency, value in sorted(self._held.get(one.name, {}).items())
            )
            for one in self._fields
        ]
        if not cells[0]:
            cells[0] = word
        return tuple(cells)
