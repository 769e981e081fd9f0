"""What Kebu itself exported, dropped on the window of another book: reminders as a list, as JSON and as a calendar."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import pytest

from app.main import dictionary
from app.records import queries
from app.records.workspace import Workspace
from app.transfer.exporting.export import export
from tests.ui.transfer.tools import Window, decide_all
from ui.transfer.page import MAP


@pytest.fixture
def other(tmp_path: Path) -> Workspace:
    """Another book with a reminder that comes again."""
    ws = Workspace.create(tmp_path / "other.kebu", dictionary())
    with ws.operation("Fill") as op:
        customer = op.insert("customer", {"name": "苏州恒瑞"})
        about = {"about_kind": "customer", "about_id": customer, "zone": "Asia/Shanghai"}
        op.insert(
            "reminder",
            {"text": "对账", "due_at": datetime(2099, 8, 3, 9), "every": "FREQ=MONTHLY;BYMONTHDAY=3", **about},
        )
    return ws


@pytest.mark.parametrize("ending", [".xlsx", ".csv", ".json", ".ics"])
def test_reminders_of_another_book_come_in_by_the_window(
    window: Window, other: Workspace, tmp_path: Path, ending: str
) -> None:
    path = tmp_path / f"提醒{ending}"
    export(other, "reminder", path)
    other.close()
    page = window.drop(path)
    assert page.step == MAP
    view = page.mapping.view
    for at in range(view.model().columnCount()):
        view.setCurrentIndex(view.model().index(1, at))
        window.settle()
    decide_all(window)
    page.next.click()
    window.settle()
    (held,) = queries.rows(window.ws, "reminder", queries.ids(window.ws, "reminder"))
    assert (held["text"], held["due_at"], held["every"]) == (
        "对账",
        datetime(2099, 8, 3, 9),
        "FREQ=MONTHLY;BYMONTHDAY=3",
    )
    assert queries.titles(window.ws, "customer", [held["about_id"]]) == {held["about_id"]: "苏州恒瑞"}
