"""Earlier imports on the first step: what they did, undo and redo, and the same file again."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton

from app.records import queries
from app.transfer.grid.remarks import is_remark
from tests.ui.transfer.tools import Window
from ui.transfer.page import DONE


def _buttons(window: Window, text: str) -> list[QPushButton]:
    found = window.page.choose.earlier.findChildren(QPushButton)
    return [one for one in found if one.text() == text and one.isVisibleTo(window.page.choose)]


def _words(window: Window) -> str:
    return "\n".join(one.text() for one in window.page.choose.earlier.findChildren(QLabel))


def test_an_import_is_undone_and_done_again_from_the_list(window: Window, sheet: Path, qtbot: object) -> None:
    page = window.drop(sheet)
    page._next()
    window.settle()
    page._next()
    window.settle()
    assert page.step == DONE
    count = queries.count(window.ws, "customer")
    page.done.again.emit()
    window.settle()
    assert sheet.name in _words(window)
    assert "added" in _words(window)
    _buttons(window, "Columns")[0].click()
    window.settle()
    assert "客户名称(全) → Customer name" in _words(window)
    _buttons(window, "Undo")[0].click()
    window.settle()
    assert queries.count(window.ws, "customer") == 0
    qtbot.mouseClick(_buttons(window, "Redo")[0], Qt.MouseButton.LeftButton)  # type: ignore[attr-defined]
    window.settle()
    assert queries.count(window.ws, "customer") == count
    window.drop(sheet)
    assert any("imported before" in said for said in window.said)


def test_the_file_is_given_back_with_remarks(
    window: Window, sheet: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = window.drop(sheet)
    page._next()
    window.settle()
    page._next()
    window.settle()
    target = tmp_path / "批注.xlsx"
    monkeypatch.setattr(window.window.messages, "save_file", lambda *_words: target)
    page.done.copy.click()
    window.settle()
    texts = [str(cell.value) for row in openpyxl.load_workbook(target)["总表"].iter_rows() for cell in row]
    assert "Added" in texts
    assert any(is_remark(text) for text in texts)
