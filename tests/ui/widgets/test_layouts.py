"""What a widget was laid out with."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from ui.widgets.basics import column
from ui.widgets.layouts import empty, layout_of


def test_the_part_that_is_named_takes_the_rest(qtbot) -> None:
    widget = QWidget()
    qtbot.addWidget(widget)
    widget.setLayout(column(QLabel(), QLabel(), stretch=1))
    assert [layout_of(widget).stretch(at) for at in range(2)] == [0, 1]


def test_only_a_row_or_column_is_asked_for(qtbot) -> None:
    widget = QWidget()
    qtbot.addWidget(widget)
    with pytest.raises(TypeError, match="QWidget is not laid out"):
        layout_of(widget)
    QGridLayout(widget)
    with pytest.raises(TypeError):
        layout_of(widget)


def test_emptying_ends_the_widgets_and_leaves_gaps_behind(qtbot) -> None:
    widget, first = QWidget(), QLabel()
    qtbot.addWidget(widget)
    widget.setLayout(column(first, 8, None, QLabel()))
    widget.show()
    with qtbot.waitSignal(first.destroyed):
        empty(layout_of(widget))
        assert layout_of(widget).count() == 0
        assert first.isHidden()
