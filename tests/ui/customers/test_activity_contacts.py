"""A conversation's form: several contacts, the place, files, and phrases, by keys alone."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from app.documents.queries import documents_of
from app.records import commands, queries
from app.records.jsonable import as_json
from app.records.workspace import Workspace
from app.settings import lists
from ui.customers.activity_dialog import ActivityDialog
from ui.widgets.row_name import names_in


@pytest.fixture
def activity(ws: Workspace) -> int:
    customer = commands.create(ws, "customer", {"name": "甲"}).id
    people = [commands.create(ws, "contact", {"customer": customer, "name": name}).id for name in ("王强", "李明")]
    values = {
        "customer": customer, "kind": "visit", "text": "看样机", "done_at": datetime(2026, 7, 20, 9), "contact": people[1],
    }  # fmt: skip
    return commands.create(ws, "activity", values).id


def names(ws: Workspace, activity: int) -> list[str]:
    [told] = as_json(ws, ws.dictionary.type("activity"), queries.rows(ws, "activity", (activity,)))
    return [one["name"] for one in told["contacts"]]


def test_contacts_are_ticked_and_the_first_stays_first(window, ws: Workspace, activity: int, qtbot) -> None:
    dialog = ActivityDialog(window, window.services, activity)
    qtbot.addWidget(dialog)
    several = dialog.form.rows["contact"].editor
    assert several.text() == "李明"
    for action in several.menu_of().actions():
        action.setChecked(True)
    dialog.form.rows["place"].editor.setText("他们厂里")
    dialog.keep()
    assert names(ws, activity) == ["李明", "王强"]
    assert queries.get(ws, "activity", activity)["place"] == "他们厂里"


def test_files_are_kept_with_the_conversation(
    window, ws: Workspace, activity: int, qtbot, settle, tmp_path: Path
) -> None:
    file = tmp_path / "纪要.docx"
    file.write_bytes(b"x")
    dialog = ActivityDialog(window, window.services, activity)
    qtbot.addWidget(dialog)
    dialog.documents.take([file])
    settle()
    assert [one.title for one in documents_of(ws, "activity", activity)] == ["纪要.docx"]
    assert [one.toolTip() for one in names_in(dialog.documents.body)] == ["纪要.docx"]


def test_phrases_are_taken_by_keys(window, ws: Workspace, activity: int, qtbot) -> None:
    for phrase in ("已发目录", "要求下周再打", "wants a call next week"):
        lists.add_value(ws, "activity", "text", phrase)
    dialog = ActivityDialog(window, window.services, activity)
    qtbot.addWidget(dialog)
    dialog.show()
    editor = dialog.form.rows["text"].editor
    editor.setFocus()
    qtbot.waitUntil(editor.hasFocus)
    editor.moveCursor(editor.textCursor().MoveOperation.End)
    qtbot.keyClicks(editor, "/yf")
    assert dialog.phrases.choices == ["已发目录"]
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    assert editor.toPlainText() == "看样机已发目录"
    qtbot.keyClick(editor, Qt.Key.Key_Down)
    assert dialog.phrases.choices[:3] == ["已发目录", "要求下周再打", "wants a call next week"]
    qtbot.keyClick(editor, Qt.Key.Key_Escape)
    assert not dialog.phrases.shown
    assert dialog.isVisible()
