"""Earlier imports on the first step: what they did, undo and redo, and the same file again."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton

from app.records import commands, queries
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
    _buttons(window, "What went where")[0].click()
    window.settle()
    assert "客户名称(全) → Customer name" in _words(window)
    assert "Fingerprint of the file: " in _words(window)
    _buttons(window, "Undo")[0].click()
    window.settle()
    assert queries.count(window.ws, "customer") == 0
    qtbot.mouseClick(_buttons(window, "Redo")[0], Qt.MouseButton.LeftButton)  # type: ignore[attr-defined]
    window.settle()
    assert queries.count(window.ws, "customer") == count
    window.drop(sheet)
    assert "imported before (Today" in window.page.mapping.told.words.text()
    assert window.page.mapping.told.isVisible()


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


def _imported(window: Window, *files: Path) -> object:
    page = window.drop(*files)
    for _step in range(2):
        page._next()
        window.settle()
    assert page.step == DONE
    return page


def test_what_was_changed_since_is_named_after_the_undo(window: Window, sheet: Path) -> None:
    page = _imported(window, sheet)
    number = queries.ids(window.ws, "customer")[0]
    name = queries.get(window.ws, "customer", number).title
    commands.update(window.ws, "customer", number, {"address": "新地址"})
    page._undo()
    window.settle()
    assert name in page.done.kept.text()
    assert "but for what was changed since" in page.done.sentence.text()
    page._redo()
    window.settle()
    assert not page.done.kept.text().count(name)
    page.done.again.emit()
    window.settle()
    _buttons(window, "Undo")[0].click()
    window.settle()
    assert f"stays as it is: {name}" in _words(window) or name in _words(window)


def test_several_files_are_given_back_with_remarks_into_a_folder(
    window: Window, sheet: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    other, folder = tmp_path / "b" / sheet.name, tmp_path / "out"
    other.parent.mkdir()
    folder.mkdir()
    book = openpyxl.load_workbook(sheet)
    book.active.append([9, "昆山优尼特电子", "陈工", "13800009999", "昆山", "2025.1.3", None])
    book.save(other)
    page = _imported(window, sheet, other)
    monkeypatch.setattr(window.window.messages, "choose_folder", lambda _title: folder)
    page.done.copy.click()
    window.settle()
    assert sorted(one.name for one in folder.iterdir()) == [
        f"{sheet.stem} with remarks 2.xlsx", f"{sheet.stem} with remarks.xlsx",
    ]  # fmt: skip
    made = openpyxl.load_workbook(folder / f"{sheet.stem} with remarks 2.xlsx").active
    assert any(is_remark(str(cell.value)) for row in made.iter_rows() for cell in row if cell.value)
