"""The page of classes: what the rules propose is taken by a key and undone, and set by itself only when wanted."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt

from app.customers import commands as customers
from app.customers.classing import AUTOMATIC
from app.records import history, queries
from app.records.workspace import Workspace
from ui.customers.classes_page import ClassesPage
from ui.main import set_statuses


@pytest.fixture
def deals(ws: Workspace) -> list[int]:
    """Two prospects who bought lately."""
    made = [customers.create(ws, {"name": name}).id for name in ("恒瑞", "金源")]
    with ws.operation("Deals") as op:
        op.insert_many(
            "quote",
            [
                {
                    "number": f"Q{number}", "customer": number, "status": "won", "currency": "CNY", "total": Decimal(900 * number),
                    "date": ws.clock.today() - timedelta(days=3),
                }
                for number in made
            ],
        )  # fmt: skip
    return made


def statuses(ws: Workspace, numbers: list[int]) -> list[str]:
    return [one["status"] for one in queries.rows(ws, "customer", numbers)]


def test_proposals_are_taken_and_undone(window, ws: Workspace, deals: list[int], settle) -> None:
    page = window.router.open("classes")
    assert isinstance(page, ClassesPage)
    settle()
    assert len(page.proposals.records.ids) >= 2
    before = statuses(ws, deals)
    page.proposals.go(deals[0])
    page.press("Space")
    page.proposals.tick_current()
    page.press("A")
    settle()
    assert statuses(ws, deals) == ["active", "prospect"]
    page.press("A")
    settle()
    assert statuses(ws, deals) == ["active", "active"]
    assert page.stack.currentWidget() is page.fits
    history.undo(ws)
    history.undo(ws)
    settle()
    assert statuses(ws, deals) == before


def test_the_classes_are_shown_by_a_key(window, ws: Workspace, deals: list[int], settle, qtbot) -> None:
    page = window.router.open("classes")
    settle()
    assert "A" in {action.key for action in page.actions_list()}
    page.press("V")
    assert page.stack.currentWidget() is page.classes
    assert not {"A", "Space"} & {action.key for action in page.actions_list()}
    assert page.classes.records.rowCount() == 2
    said = page.classes.records.sentence(page.classes.records.record(0))
    assert "金源" in said
    assert "A" in said
    qtbot.keyClick(page.classes, Qt.Key.Key_Return)
    assert window.router.here.name == "customer"


def test_statuses_are_set_by_themselves_when_wanted(window, ws: Workspace, deals: list[int], settle) -> None:
    set_statuses(window, ws)
    settle()
    assert statuses(ws, deals) == ["prospect", "prospect"]
    ws.set_setting(AUTOMATIC, True)
    set_statuses(window, ws)
    settle()
    assert statuses(ws, deals) == ["active", "active"]
