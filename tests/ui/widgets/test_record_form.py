"""The form of a record keeps its columns alike, however long the user's fields are called."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication

from app.records.workspace import Workspace
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
