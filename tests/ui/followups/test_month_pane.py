"""Today's panes of the month and of what ends soon, in the real window."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.customers import commands as customers
from app.records import history
from app.records.workspace import Workspace
from app.sales.won import set_target, target
from app.settings import fields
from ui.followups.page import TodayPage
from ui.shell.window import MainWindow


@pytest.fixture
def won(ws: Workspace) -> None:
    with ws.operation("x") as op:
        for number, (amount, currency) in enumerate((("187600", "CNY"), ("12000.5", "USD"))):
            op.insert(
                "quote",
                {
                    "number": f"Q{number}", "status": "won", "date": date(2026, 7, 8), "currency": currency,
                    "total": Decimal(amount),
                },
            )  # fmt: skip


def opened(window: MainWindow, settle) -> TodayPage:
    page = window.router.open("today")
    assert isinstance(page, TodayPage)
    settle()
    return page


def test_the_month_stands_against_its_target(ws: Workspace, won: None, window: MainWindow, settle) -> None:
    set_target(ws, "300000")
    page = opened(window, settle)
    assert page.month.sentence == (
        "Won in July, ¥187,600 / 300,000, 62.5%, 8.4% behind the pace, 1 won, 9 days to go,"
        " Besides, not added: $12,000.50 (1)"
    )
    assert page.month.bar.isVisible()
    history.undo(ws)
    settle()
    assert page.month.goal.text() == "Set a target"
    assert not page.month.bar.isVisible()


def test_the_target_is_set_in_place_by_keyboard(ws: Workspace, won: None, window: MainWindow, settle, press) -> None:
    page = opened(window, settle)
    press("t")
    assert page.month.entry.hasFocus()
    QTest.keyClicks(page.month.entry, "nonsense")
    QTest.keyClick(page.month.entry, Qt.Key.Key_Return)
    settle()
    assert target(ws) is None
    assert page.month.entry.isVisible()
    assert page.month.problem.text().startswith("“nonsense” is no amount.")
    page.month.entry.setText("30万")
    QTest.keyClick(page.month.entry, Qt.Key.Key_Return)
    settle()
    assert target(ws) == 300_000
    assert page.month.goal.text() == "/ 300,000"
    assert page.agenda.hasFocus()
    QTest.mouseClick(page.month.goal, Qt.MouseButton.LeftButton)
    QTest.keyClicks(page.month.entry, "5")
    QTest.keyClick(page.month.entry, Qt.Key.Key_Escape)
    settle()
    assert target(ws) == 300_000
    assert not page.month.entry.isVisible()


def test_what_ends_soon_opens_its_customer(ws: Workspace, window: MainWindow, settle) -> None:
    name = fields.add_field(ws, "customer", "保修到期", "date").name
    settle()
    page = opened(window, settle)
    assert page.ends.isHidden()
    near = customers.create(ws, {"name": "台州正邦", name: "2026-07-29"}).id
    customers.create(ws, {"name": "苏州恒瑞", name: "2026-10-21"})
    settle()
    assert page.ends.rows == ["台州正邦, 保修到期, 7 days left", "苏州恒瑞, 保修到期, 91 days left"]
    QTest.keyClick(page.ends._rows[0], Qt.Key.Key_Return)
    assert (window.router.here.name, window.router.here.number) == ("customer", near)


def test_a_narrow_window_has_one_column(ws: Workspace, won: None, window: MainWindow, settle) -> None:
    page = opened(window, settle)
    assert page.facts.isVisible()
    window.resize(1024, 700)
    settle()
    assert not page.facts.isVisible()
    assert page.side.isVisible()
    assert page.side.isAncestorOf(page.month)
    window.resize(1440, 900)
    settle()
    assert page.facts.isAncestorOf(page.month)
    assert page.side.isHidden()


def test_a_day_with_many_shows_sixty_and_more_on_demand(ws: Workspace, window: MainWindow, settle) -> None:
    with ws.operation("x") as op:
        moments = [datetime(2026, 7, 22, 8) + timedelta(minutes=number) for number in range(70)]
        op.insert_many("reminder", [{"text": f"{at:%H:%M}", "due_at": at, "zone": "Asia/Shanghai"} for at in moments])
    page = opened(window, settle)
    rows = page.agenda.lines.rows
    assert (len(rows), rows[-1].right) == (62, "10 more")
    page.agenda.wanted.emit("more_today", None)
    settle()
    assert len(page.agenda.lines.rows) == 71
