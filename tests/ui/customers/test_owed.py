"""What a customer owes on its card, and the form that notes money received."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from app.customers import commands
from app.records import history, queries
from app.records.workspace import Workspace
from app.sales import commands as sales
from app.sales.view import Line
from ui.customers.card import CustomerPage
from ui.customers.owed import PaymentDialog
from ui.shell.window import MainWindow

D = Decimal


def sale(ws: Workspace, customer: int, amount: str, due: str) -> int:
    number = sales.new_quote(ws, customer, lines=(Line(name="储气罐", quantity=D(1), price=D(amount)),)).id
    sales.mark_sent(ws, number)
    sales.mark_won(ws, number)
    sales.update_quote(ws, number, {"due_on": due})
    return number


@pytest.fixture
def page(ws: Workspace, window: MainWindow, settle) -> CustomerPage:
    customer = commands.create(ws, {"name": "苏州恒瑞"}, {"name": "周建明"}).id
    found = window.router.open("customer", customer)
    settle()
    return found


def said(page: CustomerPage) -> list[str]:
    QApplication.processEvents()
    rows = [page.owed.body.itemAt(at).widget() for at in range(page.owed.body.count())]
    return [one.text() for made in rows for one in made.findChildren(QLabel) if one.text()]


def answer(keys) -> None:
    """Answer the dialog that comes next."""

    def act() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, PaymentDialog)
        try:
            keys(dialog)
        finally:
            dialog.reject()

    QTimer.singleShot(0, act)


def test_a_card_tells_what_is_owed_and_takes_money_by_key(ws: Workspace, page: CustomerPage) -> None:
    assert page.owed.isHidden()
    late, later = sale(ws, page.customer, "900", "2026-07-10"), sale(ws, page.customer, "50", "2026-08-10")
    assert said(page) == [
        "¥950.00", "¥900.00 late", "12 days late", "¥900.00", "due 10 Aug", "¥50.00",
    ]  # fmt: skip

    def pay(dialog: PaymentDialog) -> None:
        amount = dialog.form.rows["amount"]
        assert amount.raw() == "900.00"
        amount.put(D(1000))
        dialog.keep()
        assert "¥900.00" in amount.error.text()
        amount.put(D(900))
        dialog.keep()

    answer(pay)
    QTest.keyClick(page, Qt.Key.Key_P)
    assert queries.get(ws, "quote", late)["received"] == D(900)
    assert said(page)[:2] == ["¥50.00", "none of it late"]
    assert any("paid in full" in entry.note for entry in page.timeline.entries.entries)
    history.undo(ws)
    assert "¥900.00 late" in said(page)
    assert queries.get(ws, "quote", later)["received"] is None


def test_a_won_quote_shows_what_follows_it(ws: Workspace, page: CustomerPage, window: MainWindow, settle) -> None:
    number = sale(ws, page.customer, "900", "2026-07-10")
    quote = window.router.open("quote", number)
    settle()
    form = quote.head
    assert form.after.isVisible()
    assert form.owed.text() == "¥900.00, late"
    delivered = form.rows["delivered_on"].editor
    assert delivered.isEnabled()
    delivered.setFocus()
    QTest.keyClicks(delivered, "2026-07-09")
    QTest.keyClick(delivered, Qt.Key.Key_Tab)
    form.rows["received"].editor.setFocus()
    QTest.keyClicks(form.rows["received"].editor, "900")
    QTest.keyClick(form.rows["received"].editor, Qt.Key.Key_Tab)
    held = queries.get(ws, "quote", number)
    assert (held["delivered_on"], held["received"], held["status"]) == (date(2026, 7, 9), D(900), "won")
    assert form.owed.text() == "¥0.00"
    won = form.rows["won_on"]
    won.editor.setFocus()
    won.editor.selectAll()
    QTest.keyClick(won.editor, Qt.Key.Key_Delete)
    QTest.keyClick(won.editor, Qt.Key.Key_Tab)
    assert won.error.text()
    sales.reopen(ws, number)
    settle()
    assert form.after.isHidden()


def test_the_list_of_quotes_shows_who_owes(ws: Workspace, page: CustomerPage, window: MainWindow, settle) -> None:
    number = sale(ws, page.customer, "900", "2026-07-10")
    sales.new_quote(ws, page.customer)
    quotes = window.router.open("quotes", status="owed")
    settle()
    assert list(quotes.table.records._ids) == [number]
    sales.update_quote(ws, number, {"received": "900"})
    settle()
    assert list(quotes.table.records._ids) == []
