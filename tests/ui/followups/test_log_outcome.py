"""The line that logs shows the outcome that it read before it is kept, and lets it be changed or taken off."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.records import commands, queries
from app.records.workspace import Workspace
from app.settings import lists
from ui.shell.window import MainWindow
from ui.widgets.quick_log import QuickLog


@pytest.fixture
def log(window: MainWindow, ws: Workspace, settle) -> QuickLog:
    customer = commands.create(ws, "customer", {"name": "苏州恒瑞"}).id
    commands.create(ws, "contact", {"customer": customer, "name": "吴磊"})
    for word in ("未接通", "有意向"):
        lists.add_value(ws, "activity", "outcome", word)
    window.router.open("customer", customer)
    settle()
    found = [one for one in window.router.page.findChildren(QuickLog) if one.isVisible()]
    return found[0]


def kept(ws: Workspace) -> list[object]:
    return [one["outcome"] for one in queries.rows(ws, "activity", queries.ids(ws, "activity"), ("outcome",))]


def test_the_outcome_is_a_part_of_what_was_read(log: QuickLog, ws: Workspace, write, press) -> None:
    log.line.setFocus()
    write(log.line, "电话 吴 有意向，要两台")
    assert (log.outcome.text(), log.person.text()) == ("有意向", "吴磊")
    assert not log.outcome.isHidden()
    press(Qt.Key.Key_Return)
    assert kept(ws) == ["有意向"]
    assert log.line.toPlainText() == ""


def test_another_outcome_is_chosen_or_none(log: QuickLog, ws: Workspace, write, press) -> None:
    log.line.setFocus()
    write(log.line, "电话 有意向")
    chosen = {text: run for text, _icon, run in log._results()}
    chosen["未接通"]()
    assert log.outcome.text() == "未接通"
    press(Qt.Key.Key_Return)
    write(log.line, "电话 有意向")
    assert log.outcome.text() == "有意向"
    log.outcome.removed.emit()
    assert log.outcome.text() == "Outcome?"
    press(Qt.Key.Key_Return)
    assert kept(ws) == [None, "未接通"]


def test_a_line_that_only_holds_the_word_keeps_it_as_text(log: QuickLog, ws: Workspace, write, press) -> None:
    log.line.setFocus()
    write(log.line, "客户有意向书要先签")
    assert log.outcome.text() == "Outcome?"
    QTest.keyClick(log.line, Qt.Key.Key_Return)
    held = queries.rows(ws, "activity", queries.ids(ws, "activity"), ("outcome", "text"))
    assert [(one["outcome"], one["text"]) for one in held] == [(None, "客户有意向书要先签")]
