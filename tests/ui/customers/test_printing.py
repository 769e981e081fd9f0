"""Printing lists and cards in the real window."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.customers import commands
from app.records import commands as records
from app.records.workspace import Workspace
from reports.preview import PdfPages
from ui.shell.window import MainWindow
from ui.transfer.print_page import PrintPage


@pytest.fixture
def furnished(ws: Workspace) -> Workspace:
    for at in range(40):
        commands.create(ws, {"name": f"客户{at:02}", "level": "AB"[at % 2]}, {"name": f"王{at}"})
    records.create(ws, "product", {"code": "P1", "name": "气泵", "price": "99.5"})
    return ws


def said(page: PrintPage) -> str:
    with PdfPages(page.pdf) as pages:
        return "".join(pages.text(at) for at in range(len(pages)))


def test_the_list_is_printed_as_it_is_filtered(window: MainWindow, settle, told, tmp_path: Path) -> None:
    customers = window.router.open("customers")
    settle()
    customers.filters.set_condition("level", "A")
    settle()
    assert customers.press("Ctrl+P")
    settle()
    page = window.router.page
    assert isinstance(page, PrintPage)
    text = said(page)
    assert "客户00" in text
    assert "客户01" not in text
    assert "20 records" in text
    assert "Filter: Level is A" in text
    assert len(page.view.sizes) >= 1
    upright = page.view.sizes[0]
    page.turn()
    settle()
    assert page.view.sizes[0] != upright
    told.path = tmp_path / "list.pdf"
    page.save()
    settle()
    assert told.path.read_bytes()[:5] == b"%PDF-"
    window.router.back()
    assert window.router.page is customers


def test_ticked_ones_are_printed_alone(window: MainWindow, settle) -> None:
    customers = window.router.open("customers")
    settle()
    customers.table.tick_current()
    customers.press("Ctrl+P")
    settle()
    assert "1 record" in said(window.router.page)


def test_a_card_is_printed(window: MainWindow, settle) -> None:
    customers = window.router.open("customers")
    settle()
    card = window.router.open("customer", customers.table.current_id())
    settle()
    card.press("Ctrl+P")
    settle()
    assert "客户00" in said(window.router.page)
    assert not window.router.page.sides.isVisible()


def test_products_are_printed(window: MainWindow, settle) -> None:
    window.router.open("products")
    settle()
    window.router.page.press("Ctrl+P")
    settle()
    assert "99.50" in said(window.router.page)


def test_the_page_alone_says_what_to_do(window: MainWindow, settle) -> None:
    page = window.router.open("print")
    settle()
    assert page.nothing.isVisible()
    assert not page.go.isEnabled()
