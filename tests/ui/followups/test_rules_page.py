"""The page of the rules, and the work that the program does by itself."""

from __future__ import annotations

import pytest

from app.customers import commands as customers
from app.followups.makers import MAKERS
from app.records import history, queries
from app.records.workspace import Workspace
from ui.followups.rules_page import RulesPage
from ui.shell.keeper import Keeper
from ui.shell.window import MainWindow


@pytest.fixture
def page(ws: Workspace, window: MainWindow, settle) -> RulesPage:
    customers.create(ws, {"name": "苏州恒瑞", "level": "A"}, {"name": "周建明", "birthday": "1980-07-24"})
    found = window.router.open("rules")
    assert isinstance(found, RulesPage)
    settle()
    return found


def test_each_rule_says_what_it_would_make_and_is_switched(page: RulesPage, ws: Workspace, press, settle) -> None:
    assert "Birthday of 周建明 on 07-24" in page.boxes[0].found.text()
    assert page.status() == (f"All {len(MAKERS)} rules are on",)
    page.boxes[0].switch.setFocus()
    press(" ")
    settle()
    assert page.boxes[0].count.text() == "Off"
    press(" ")
    settle()
    assert page.boxes[0].count.text() == "1 open"


def test_days_are_kept_when_the_field_is_left(page: RulesPage, ws: Workspace, press, settle) -> None:
    page.boxes[0].days[0].setFocus()
    page.boxes[0].days[0].setText("1")
    page.boxes[0].days[0].commit()
    settle()
    assert page.boxes[0].found.text() == "It would make nothing now."


def test_the_work_is_done_in_a_job_and_undo_passes_it_by(
    page: RulesPage, window: MainWindow, ws: Workspace, settle
) -> None:
    keeper = Keeper(window)
    keeper.work()
    settle()
    assert queries.count(ws, "reminder") == 1
    last = history.undoable(ws)
    assert last is not None
    assert "Reminders by the rules" not in last.name
    keeper.soon.stop()
