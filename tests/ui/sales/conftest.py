"""A window over a book with products, a customer and a quote."""

from __future__ import annotations

from collections.abc import Callable, Iterator
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
    from app.shared.settings import MachineSettings
    from ui.runtime.jobs import JobRunner
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


class Told:
    """Stands for the messages of a window and remembers them."""

    def __init__(self) -> None:
        self.said: list[str] = []
        self.errors: list[Exception] = []
        self.path: Any = None

    def toast(self, text: str, *_more: object) -> None:
        self.said.append(text)

    def error(self, error: Exception) -> None:
        self.errors.append(error)

    def save_file(self, *_what: object) -> Any:
        return self.path

    def open_file(self, *_what: object) -> Any:
        return self.path


@pytest.fixture
def window(qtbot, stocked: Workspace, settings: MachineSettings, jobs: JobRunner) -> Iterator[MainWindow]:
    """The real window, shown, at 1440 × 900."""
    from ui.main import build

    made = build(stocked, settings, jobs)
    qtbot.addWidget(made)
    made.resize(1440, 900)
    made.show()
    yield made
    jobs.drain()


@pytest.fixture
def told(window: MainWindow) -> Told:
    """The window's messages, remembered instead of shown."""
    fake = Told()
    window.services.actions._messages = fake
    object.__setattr__(window.services, "messages", fake)
    return fake


@pytest.fixture
def settle(qtbot, jobs: JobRunner) -> Callable[[], None]:
    """Waits until timers have fired and jobs are through."""

    def wait() -> None:
        for _ in range(3):
            qtbot.wait(40)
            jobs.drain()

    return wait


@pytest.fixture
def page(window: MainWindow, told: Told, quote: int, settle: Callable[[], None]) -> QuotePage:
    """The editor, open on the draft."""
    made = window.router.open("quote", quote)
    settle()
    return made


def amount(text: str) -> Decimal:
    """A figure as the window shows it."""
    from app.shared.money import parse_amount

    return parse_amount(text)
