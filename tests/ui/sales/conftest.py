"""A window over a book with products, a customer and a quote."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest

from app.products.commands import new_product
from app.products.queries import by_code
from app.records import commands as records
from app.sales import commands
from app.sales.entry import new_line, with_product
from app.settings.commands import save_company

if TYPE_CHECKING:
    from app.records.workspace import Workspace
    from ui.sales.quote_page import QuotePage
    from ui.shell.window import MainWindow

PRODUCTS = (
    ("QH-37A", "螺杆空压机 永磁变频", "台", "42800", "31000"),
    ("QD-06", "冷冻式干燥机", "台", "6900", "5000"),
    ("QH-22", "三滤套装", "套", "960", "500"),
    ("QL-2T", "水冷头", "台", "1150", "700"),
)


@pytest.fixture
def stocked(ws: Workspace) -> Workspace:
    """A book with the user's company, four products and one customer with a contact."""
    save_company(ws, {"name": "昆山启衡工业设备有限公司", "user_name": "林晓"})
    for code, name, unit, price, cost in PRODUCTS:
        new_product(ws, {"code": code, "name": name, "unit": unit, "price": price, "cost": cost, "tax_rate": "13"})
    customer = records.create(ws, "customer", {"name": "苏州恒瑞精密机械有限公司"}).id
    records.create(ws, "contact", {"customer": customer, "name": "周建明", "is_primary": True})
    records.create(ws, "customer", {"name": "宁波海晟模具制造有限公司"})
    return ws


@pytest.fixture
def customer(stocked: Workspace) -> int:
    """The customer with a contact."""
    from app.records import queries

    return queries.find(stocked, "customer", "苏州恒瑞精密机械有限公司").id


@pytest.fixture
def quote(stocked: Workspace, customer: int) -> int:
    """A draft with two lines."""
    lines = [with_product(stocked, new_line(stocked), by_code(stocked, code)) for code in ("QH-37A", "QD-06")]
    return commands.new_quote(stocked, customer, lines=lines).id


@pytest.fixture
def furnished(stocked: Workspace) -> Workspace:
    """What the window opens on."""
    return stocked


@pytest.fixture
def page(window: MainWindow, told: Any, quote: int, settle: Callable[[], None]) -> QuotePage:
    """The editor, open on the draft."""
    made = window.router.open("quote", quote)
    settle()
    return made


def amount(text: str) -> Decimal:
    """A figure as the window shows it."""
    from app.shared.money import parse_amount

    return parse_amount(text)
