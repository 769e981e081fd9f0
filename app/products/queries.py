"""Finding products while a line is typed."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from app.records import queries
from app.records.queries import Condition
from app.records.record import Record
from app.records.workspace import Workspace

_FIELDS = ("code", "name", "specification", "unit", "price", "cost", "tax_rate")


@dataclass(frozen=True, slots=True)
class ProductChoice:
    """A product as a line of a quote takes it over."""

    id: int
    code: str
    name: str
    specification: str
    unit: str
    price: Decimal | None
    cost: Decimal | None
    tax_rate: Decimal | None


def lookup(ws: Workspace, text: str, limit: int = 8) -> list[ProductChoice]:
    """Products by code, name, specification or pinyin (in full or initials).

    The very code comes first, then codes and names that begin with the text, then whatever holds every word of it.
    An empty text gives the newest products.
    """
    text = text.strip()
    found: dict[int, None] = {}
    if text:
        for name in ("code", "name"):
            if len(found) < limit:
                beginning = (Condition(name, ">=", text), Condition(name, "<", text + "\U0010ffff"))
                found |= dict.fromkeys(queries.ids(ws, "product", beginning, order=((name, False),), limit=limit))
    if len(found) < limit:
        found |= dict.fromkeys(queries.ids(ws, "product", text=text, limit=limit))
    return [_choice(record) for record in queries.rows(ws, "product", list(found)[:limit], _FIELDS)]


def by_code(ws: Workspace, code: str) -> ProductChoice | None:
    """The product with exactly this code, if there is one."""
    code = code.strip()
    if not code:
        return None
    numbers = queries.ids(ws, "product", (Condition("code", "=", code),), limit=1)
    return choice(ws, numbers[0]) if numbers else None


def choice(ws: Workspace, product: int) -> ProductChoice:
    """The product of this id. Raises NotFound."""
    return _choice(queries.get(ws, "product", product))


def _choice(record: Record) -> ProductChoice:
    return ProductChoice(
        record.id,
        record["code"] or "",
        record["name"] or "",
        record["specification"] or "",
        record["unit"] or "",
        record["price"],
        record["cost"],
        record["tax_rate"],
    )
