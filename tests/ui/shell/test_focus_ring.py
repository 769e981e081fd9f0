"""The ring around what has the focus: whole, also in narrow rows, and still there after a dialog."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog
from shiboken6 import isValid

from ui.widgets.focus_ring import FocusRing


def test_the_ring_lies_whole_around_the_button_and_outlives_a_dialog(qapp, window, settle):
    ring = FocusRing(qapp)
    window.top.new.setFocus()
    settle()
    seen = []

    def answer() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, QDialog)
        seen.append((ring.parentWidget() is dialog, ring.isVisible()))
        QTest.keyClick(dialog, Qt.Key.Key_Escape)

    QTimer.singleShot(300, answer)
    assert not window.messages.ask("Title", "Text", "Yes")
    assert seen == [(True, True)]
    window.activateWindow()
    settle()
    for button in (window.top.more, window.top.new):
        button.setFocus()
        settle()
        assert isValid(ring)
        assert ring.isVisible()
        place = button.rect().translated(button.mapTo(window, button.rect().topLeft()))
        assert ring.geometry() == place.adjusted(-3, -3, 3, 3)
        assert ring.parentWidget() is window
