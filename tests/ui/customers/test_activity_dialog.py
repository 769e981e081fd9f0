"""A conversation in its form: everything in one operation, lists of the user's own, what is wrong under its field."""

from __future__ import annotations

from datetime import datetime

from app.records import commands, history, queries
from app.settings import fields, lists
from ui.customers.activity_dialog import ActivityDialog


def test_a_conversation_is_changed_in_one_operation(window, ws, told, qtbot) -> None:
    lists.add_value(ws, "activity", "kind", "展会")
    name = fields.add_field(ws, "activity", "场地").name
    customer = commands.create(ws, "customer", {"name": "甲"}).id
    values = {"customer": customer, "kind": "call", "text": "问价", "done_at": datetime(2026, 7, 20, 9, 0)}
    number = commands.create(ws, "activity", values).id
    dialog = ActivityDialog(window, window.services, number)
    qtbot.addWidget(dialog)
    rows = dialog.form.rows
    kind = rows["kind"].editor
    kind.setCurrentIndex(kind.findText("展会"))
    rows[name].editor.setText("上海")
    rows["outcome"].editor.setText("有意向")
    rows["text"].editor.setPlainText("")
    dialog.keep()
    assert rows["text"].error.text()
    rows["text"].editor.setPlainText("在展会见面")
    rows["done_at"].editor.setText("nonsense")
    dialog.keep()
    assert "nonsense" in rows["done_at"].error.text()
    rows["done_at"].editor.setText("2026-07-21 10:30")
    before = history.undoable(ws).id
    dialog.keep()
    held = queries.get(ws, "activity", number)
    assert (held["kind"], held[name], held["outcome"], held["text"]) == ("展会", "上海", "有意向", "在展会见面")
    assert held["done_at"] == datetime(2026, 7, 21, 10, 30)
    assert queries.get(ws, "customer", customer)["last_contact_on"].isoformat() in ("2026-07-20", "2026-07-21")
    history.undo(ws)
    assert history.undoable(ws).id == before
