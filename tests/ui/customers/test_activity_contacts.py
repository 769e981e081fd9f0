"""A conversation's form: several contacts, the place, files, and phrases, by keys alone."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from app.documents.commands import attach
from app.documents.queries import documents_of, opened
from app.records import commands, history, queries
from app.records.jsonable import as_json
from app.records.workspace import Workspace
from app.settings import lists
from ui.customers.activity_dialog import ActivityDialog
from ui.widgets.ask_line import AskLine
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


def files_of(dialog: ActivityDialog) -> list[str]:
    return [one.toolTip() for one in names_in(dialog.documents.body)]


def test_files_are_kept_only_when_the_form_is(
    window, ws: Workspace, activity: int, qtbot, settle, tmp_path: Path, monkeypatch
) -> None:
    old, new, other = (tmp_path / name for name in ("旧.txt", "纪要.docx", "照片.png"))
    for file in (old, new, other):
        file.write_bytes(file.name.encode())
    attach(ws, "activity", activity, [old])
    before = history.undoable(ws).id

    def form() -> ActivityDialog:
        dialog = ActivityDialog(window, window.services, activity)
        qtbot.addWidget(dialog)
        dialog.documents.take([new, other, new])
        shown = {one.title: one for one in dialog.documents.read()}
        dialog.documents._delete(shown["旧.txt"])
        dialog.documents._delete(shown["照片.png"])
        monkeypatch.setattr(AskLine, "ask", lambda _self: "会议纪要.docx")
        dialog.documents._rename(shown["纪要.docx"])
        assert files_of(dialog) == ["会议纪要.docx"]
        return dialog

    form().reject()
    settle()
    assert history.undoable(ws).id == before
    assert [one.title for one in documents_of(ws, "activity", activity)] == ["旧.txt"]
    dialog = form()
    dialog.form.rows["place"].editor.setText("展厅")
    dialog.keep()
    settle()
    [kept] = documents_of(ws, "activity", activity)
    assert kept.title == "会议纪要.docx"
    assert opened(ws, kept.id).read_bytes() == new.name.encode()
    assert queries.get(ws, "activity", activity)["place"] == "展厅"
    history.undo(ws)
    assert history.undoable(ws).id == before, "all of it is one operation"
    assert [one.title for one in documents_of(ws, "activity", activity)] == ["旧.txt"]
    assert queries.get(ws, "activity", activity)["place"] != "展厅"


def test_a_file_that_is_gone_meanwhile_is_told_and_the_words_are_kept(
    window, ws: Workspace, activity: int, qtbot, settle, told, tmp_path: Path
) -> None:
    file = tmp_path / "纪要.docx"
    file.write_bytes(b"x")
    dialog = ActivityDialog(window, window.services, activity)
    qtbot.addWidget(dialog)
    dialog.documents.take([file])
    file.unlink()
    dialog.form.rows["place"].editor.setText("展厅")
    dialog.keep()
    settle()
    assert len(told.errors) == 1
    assert documents_of(ws, "activity", activity) == []
    assert queries.get(ws, "activity", activity)["place"] == "展厅"


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
