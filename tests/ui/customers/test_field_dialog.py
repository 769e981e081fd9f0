"""One field of many customers at once."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.customers import commands
from app.records import commands as records
from app.records import queries
from app.records.workspace import Workspace
from app.settings.fields import add_field
from ui.customers.field_dialog import FieldDialog
from ui.shell.window import MainWindow


def test_a_yes_or_no_is_set_and_emptied(ws: Workspace, window: MainWindow) -> None:
    made = add_field(ws, "customer", "已寄样品", "yes-no")
    numbers = [commands.create(ws, {"name": name, made.name: True}).id for name in ("甲", "乙")]
    for at, wanted in ((2, False), (1, True), (0, None)):
        dialog = FieldDialog(window, ws, 2)
        dialog.field.setCurrentIndex(dialog.field.findData(made.name))
        assert dialog.row is not None
        box = dialog.row.editor
        assert [box.itemText(place) for place in range(box.count())] == ["", "Yes", "No"]
        box.setCurrentIndex(at)
        dialog._accept()
        records.update_all(ws, "customer", numbers, dialog.chosen)
        assert [one[made.name] for one in queries.rows(ws, "customer", numbers)] == [wanted, wanted]


def test_enter_on_the_field_goes_on_to_its_value(qtbot, ws: Workspace, window: MainWindow) -> None:
    dialog = FieldDialog(window, ws, 2)
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.field.setFocus()
    QTest.keyClick(dialog.field, Qt.Key.Key_Return)
    assert dialog.isVisible()
    assert dialog.row is not None
    assert dialog.focusWidget() is dialog.row.editor
    QTest.keyClicks(dialog.row.editor, "short")
    QTest.keyClick(dialog.row.editor, Qt.Key.Key_Return)
    assert dialog.chosen == {"short_name": "short"}
