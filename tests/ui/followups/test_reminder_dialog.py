"""The form of a reminder, opened from Today, the calendar and the card."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt

from app.customers import commands as customers
from app.followups import commands as followups
from app.records import commands, queries
from app.records.workspace import Workspace
from app.settings import fields
from ui.widgets import reminder_dialog
from ui.widgets.reminder_dialog import ReminderDialog


@pytest.fixture
def made(ws: Workspace) -> tuple[int, int]:
    customer = customers.create(ws, {"name": "恒瑞"}).id
    commands.create(ws, "contact", {"customer": customer, "name": "王强"})
    when = ws.clock.today() + timedelta(days=1)
    return followups.add_reminder(ws, "回访", about=("customer", customer), when=when).reminder, customer


def test_own_fields_are_filled_and_mistakes_stand_under_their_fields(window, ws: Workspace, made, qtbot) -> None:
    number, _customer = made
    own = fields.add_field(ws, "reminder", "费用", "money").name
    dialog = ReminderDialog(window, ws, window.services.actions, number)
    qtbot.addWidget(dialog)
    rows = dialog.form.rows
    rows[own].editor.setText("a lot")
    dialog.keep()
    assert rows[own].error.text()
    rows[own].editor.setText("88.5")
    rows["when"].editor.setText("whenever")
    dialog.keep()
    assert "whenever" in rows["when"].error.text()
    rows["when"].editor.setText("2031-02-03 10:00")
    rows["repeats"].editor.setText("now and then")
    dialog.keep()
    assert rows["repeats"].error.text()
    rows["repeats"].editor.setText("every Monday")
    contact = rows["contact"].editor
    contact.setCurrentIndex(contact.findText("王强"))
    rows["lead"].editor.setCurrentIndex(2)
    dialog.keep()
    held = queries.get(ws, "reminder", number)
    assert str(held[own]) == "88.50" or float(held[own]) == 88.5
    assert (held["lead"], held["due_at"].isoformat()) == (60, "2031-02-03T10:00:00")
    assert held["every"]
    assert held["contact"]


def test_nothing_changed_makes_no_operation(window, ws: Workspace, made, qtbot) -> None:
    from app.records import history

    before = history.undoable(ws).id
    dialog = ReminderDialog(window, ws, window.services.actions, made[0])
    qtbot.addWidget(dialog)
    dialog.keep()
    assert history.undoable(ws).id == before


def test_it_opens_from_every_place(window, ws: Workspace, made, settle: Callable[[], None], monkeypatch, qtbot) -> None:
    number, customer = made
    opened: list[int] = []
    monkeypatch.setattr(reminder_dialog.ReminderDialog, "exec", lambda self: opened.append(self._reminder))
    today = window.router.open("today")
    settle()
    today.agenda.go(("reminder", number))
    assert today.press("E")
    assert opened == [number]
    calendar = window.router.open("calendar")
    settle()
    calendar.grid.go(ws.clock.today() + timedelta(days=1), 0)
    assert calendar.press("E")
    assert opened == [number, number]
    card = window.router.open("customer", customer)
    settle()
    assert card.press("R")
    focus = window.focusWidget()
    assert focus.toolTip() == "回访"
    qtbot.keyClick(focus, Qt.Key.Key_Return)
    assert opened == [number, number, number]
    qtbot.keyClick(focus, Qt.Key.Key_Space)
    settle()
    assert queries.get(ws, "reminder", number)["done_at"] is not None
    card.edit_entry("reminder", number)
    assert opened[-1] == number
