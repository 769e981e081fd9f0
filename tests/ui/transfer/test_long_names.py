"""A file with a very long name in the narrowest window: nothing else loses its room for it."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest
from PySide6.QtGui import QFontMetrics

from tests.ui.transfer.tools import Window, decide_all


@pytest.fixture
def page(window: Window, tmp_path: Path):
    book = openpyxl.Workbook()
    book.active.title = "客户资料总表（二〇一九年至二〇二四年）"
    book.active.append(["客户名称", "手机", "邮箱"])
    book.active.append(["恒瑞机械", "电话不详", "坏邮箱"])
    path = tmp_path / f"{'客户资料汇总及联系记录与价格表' * 4} copy (2).xlsx"
    book.save(path)
    window.window.resize(1024, 700)
    page = window.drop(path)
    window.settle()
    return page


def test_the_boxes_beside_it_are_read_whole(page) -> None:
    for box in (page.mapping.sheets, page.mapping.headers, page.mapping.kinds):
        assert box.width() >= min(box.sizeHint().width(), box.maximumWidth())
    assert page.mapping.sheets.shown().endswith("…")
    assert page.mapping.headers.shown() == page.mapping.headers.currentText()
    file = page.mapping.file
    assert file.width() < QFontMetrics(file.font()).horizontalAdvance(file.text())
    assert file.toolTip().endswith("copy (2).xlsx")


def test_the_title_is_read_whole_beside_the_steps(page, window: Window) -> None:
    top = window.window.top
    for width in (1290, 1440, 1024):
        window.window.resize(width, 800)
        window.settle()
        assert top.title.width() >= QFontMetrics(top.title.font()).horizontalAdvance(top.title.text())
    window.window.resize(1440, 900)
    window.window.router.open("customers")
    window.settle()
    assert top.seek.width() == 300


def test_the_keys_are_shown_beside_it(page, window: Window) -> None:
    hints = window.window.hints
    assert "Enter" in [key for _left, _one, _two, key, _words in hints.shown()]
    decide_all(window)
    assert "Ctrl+Enter" in [key for _left, _one, _two, key, _words in hints.shown()]
