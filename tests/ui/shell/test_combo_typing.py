"""Typing at a combo box goes to the entry by its words, its pinyin or its initials, open and closed."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from ui.customers.conditions import ConditionDialog
from ui.widgets.typed_choice import PAUSE, best


@pytest.fixture
def dialog(qapp, window):
    qapp.translator.use("zh_CN")
    made = ConditionDialog(window, window.services.ws)
    made.show()
    made.activateWindow()
    QTest.qWaitForWindowActive(made)
    made.field.setFocus()
    QApplication.processEvents()
    yield made
    made.close()
    qapp.translator.use("en")


def test_the_field_of_a_condition_is_typed_by_pinyin(dialog):
    QTest.keyClicks(dialog.field, "sclx")
    assert dialog.field.currentText() == "上次联系"
    assert dialog.op.findData("last") >= 0
    QTest.qWait(PAUSE + 100)
    QTest.keyClicks(dialog.field, "chengshi")
    assert dialog.field.currentText() == "城市"


def test_a_wrong_letter_is_passed_over_and_the_same_one_goes_on(dialog):
    QTest.keyClicks(dialog.field, "scxlx")
    assert dialog.field.currentText() == "上次联系"
    QTest.qWait(PAUSE + 100)
    dialog.field.setCurrentIndex(0)
    QTest.keyClicks(dialog.field, "d")
    first = dialog.field.currentText()
    QTest.keyClicks(dialog.field, "d")
    assert dialog.field.currentText() != first


def test_the_open_list_is_typed_into_and_is_not_as_high_as_the_screen(dialog):
    dialog.field.showPopup()
    QTest.qWait(50)
    view = dialog.field.view()
    assert view.window().height() < 600
    QTest.keyClicks(view, "shengri")
    assert view.currentIndex().data() == "生日"
    QTest.keyClick(view, Qt.Key.Key_Return)
    QApplication.processEvents()
    assert dialog.field.currentText() == "生日"


def test_the_start_is_better_than_the_middle():
    assert best(["Open book", "Book", "Bo"], "bo", 0) == 1
    assert best(["Open book", "Note"], "bo", 0) == 0
    assert best(["A", "B"], "x", 0) == -1
    assert best([], "x", 0) == -1
