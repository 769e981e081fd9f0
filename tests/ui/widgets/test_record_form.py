"""The form of a record keeps its columns alike, however long the user's fields are called."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.records import commands, queries
from app.records.workspace import Workspace
from app.settings import lists
from ui.widgets.basics import scrolled
from ui.widgets.record_form import RecordForm

LONG = "车间主任怎么称呼呢的一个很长很长的字段名字 and some more words"


@pytest.mark.parametrize("width", [280, 320, 640])
def test_a_long_name_of_a_field_leaves_the_columns_alike(qtbot, window, ws: Workspace, width: int) -> None:
    with ws.operation("Fields") as op:
        name = op.add_custom_field("customer", LONG)
    form = RecordForm(ws.dictionary.type("customer").fields, lambda _name, _raw: None)
    qtbot.addWidget(form)
    form.setFixedWidth(width)
    form.show()
    QApplication.processEvents()
    assert form.minimumSizeHint().width() <= width
    widths = {row.width() for row in form.rows.values() if row.width() < width * 0.7}
    assert max(widths) - min(widths) <= 2
    assert form.rows[name].caption.toolTip() == LONG
    assert form.rows[name].caption.width() <= form.rows[name].width()


@pytest.fixture
def refusing(qtbot, window, ws: Workspace) -> RecordForm:
    """A form over own fields in a small window that scrolls, saving into a customer."""
    with ws.operation("Fields") as op:
        op.add_custom_field("customer", "信箱", "email")
        op.add_custom_field("customer", "备忘", "long_text")
        several = op.add_custom_field("customer", "地区", "tags")
    for word in ("华北", "华东", "华南"):
        lists.add_value(ws, "customer", several, word)
    one = commands.create(ws, "customer", {"name": "恒瑞"}).id
    own = [field for field in ws.dictionary.type("customer").fields if field.custom]
    form = RecordForm(own, lambda name, raw: commands.update(ws, "customer", one, {name: raw}))
    frame = scrolled(form, None)
    qtbot.addWidget(frame)
    frame.setFixedSize(320, 120)
    frame.show()
    qtbot.waitExposed(frame)
    form.put(queries.get(ws, "customer", one))
    form.one = one
    form.frame = frame
    return form


def test_what_was_refused_stays_until_it_is_mended_or_another_record_comes(refusing, ws: Workspace) -> None:
    mail = next(row for row in refusing.rows.values() if row.field.label == "信箱")
    mail.editor.setText("kein Brief")
    mail.editor.commit()
    assert mail.refused
    refusing.put(queries.get(ws, "customer", refusing.one))
    assert (mail.editor.text(), mail.refused) == ("kein Brief", True)
    other = commands.create(ws, "customer", {"name": "别家"}).id
    refusing.put(queries.get(ws, "customer", other))
    assert (mail.editor.text(), mail.refused) == ("", False)


def test_a_long_text_has_room_for_lines(refusing) -> None:
    notes = next(row.editor for row in refusing.rows.values() if row.field.label == "备忘")
    assert notes.height() >= 3 * notes.fontMetrics().lineSpacing()


def test_letters_choose_among_several_values(refusing, ws: Workspace) -> None:
    box = next(row.editor for row in refusing.rows.values() if row.field.label == "地区")
    box.setFocus()
    for keys in ("hd", "hn"):
        QTest.keyClick(box, keys[0])
        menu = QApplication.activePopupWidget()
        QTest.keyClick(menu, keys[1])
        QTest.keyClick(menu, Qt.Key.Key_Space)
        QTest.keyClick(menu, Qt.Key.Key_Escape)
    assert box.text() in ("华东, 华南", "华东、华南")
    assert queries.get(ws, "customer", refusing.one).get(box._field.name) == box.codes
