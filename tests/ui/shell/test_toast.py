"""A toast never lies over a total, a bar or a line to type in."""

from __future__ import annotations

from datetime import datetime

import pytest
from PySide6.QtCore import QPoint, QRect, Qt

from app.followups import commands
from app.records import commands as records
from app.records import history, queries
from app.sales import commands as sales


def covered(window, part) -> bool:
    toast = window.messages._toast
    assert toast.isVisible()
    assert part.isVisible()
    return QRect(part.mapTo(window, QPoint()), part.size()).intersects(toast.geometry())


@pytest.mark.parametrize("size", [(1440, 900), (1024, 700)])
def test_totals_and_bars_stay_in_sight(window, settle, size):
    ws = window.services.ws
    window.resize(*size)
    customer = queries.ids(ws, "customer")[0]
    page = window.router.open("quote", sales.new_quote(ws, customer).id)
    settle()
    window.messages.toast("The price of QH-37A is changed in all lines of this quote", "Undo", "Ctrl+Z", print)
    settle()
    assert not covered(window, page.totals)
    assert not covered(window, page.terms)
    assert not covered(window, window.hints)
    window.messages._toast.hide()
    page = window.router.open("customers")
    settle()
    window.messages.toast("One customer changed", "Undo", "Ctrl+Z", print)
    page.table.tick_all()
    settle()
    assert not covered(window, page.bulk)
    page.table.untick()
    settle()
    window.messages.toast("Again")
    settle()
    assert window.messages._toast.geometry().bottom() > page.bulk.mapTo(window, QPoint()).y() - 60


def test_a_long_undo_says_at_once_that_it_works(window, jobs, monkeypatch):
    ws, said = window.services.ws, []
    monkeypatch.setattr("ui.runtime.actions.LONG", 1)
    monkeypatch.setattr(window.messages, "toast", lambda text, *_more: said.append(text))
    records.update_all(ws, "customer", queries.ids(ws, "customer"), {"level": "A"})
    window.services.actions.undo()
    assert said == ["Many records change; this takes a moment."]
    jobs.drain()
    assert said[1].startswith("Undone")


def test_a_long_undo_is_stopped_by_its_button_and_by_escape(window, jobs, press, qtbot, monkeypatch):
    ws, toast = window.services.ws, window.messages._toast
    monkeypatch.setattr("ui.runtime.actions.LONG", 1)
    records.update_all(ws, "customer", queries.ids(ws, "customer"), {"level": "A"})
    asked = []
    real = history.undo

    def slow(ws, operation, cancelled):
        while not cancelled():
            asked.append(1)
        return real(ws, operation, cancelled)

    monkeypatch.setattr("ui.runtime.actions.history.undo", slow)
    for stop in (toast.action.click, lambda: press(Qt.Key.Key_Escape)):
        window.services.actions.undo()
        assert (toast.action.text(), toast.key.text()) == ("Stop", "Esc")
        toast._end()
        assert toast.isVisible()
        qtbot.waitUntil(lambda: bool(asked))
        stop()
        jobs.drain()
        asked.clear()
        assert toast.text.text() == "Stopped; nothing was changed."
        assert {row.values["level"] for row in queries.rows(ws, "customer", queries.ids(ws, "customer"))} == {"A"}
        toast._end()
        assert not toast.isVisible()


def test_a_note_gets_out_of_the_way_of_the_next_page(window, settle):
    commands.add_reminder(window.services.ws, "call", when=datetime(2026, 1, 5, 9))
    window.router.open("today")
    settle()
    window.messages.toast("Done: call", "Undo", "Ctrl+Z", print)
    settle()
    page = window.router.open("missed")
    settle()
    assert not covered(window, page.bar)
    window.router.open("today")
    window.messages.toast("17 reminders were missed", "Look at them", "D", print)
    window.router.open("missed")
    settle()
    assert not window.messages._toast.isVisible()
