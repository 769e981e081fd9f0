"""Mappings that come back by themselves: the note on the mapping page, its menu, and undo."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import openpyxl
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from app.records import queries
from app.transfer.reviewing import remembering
from tests.ui.transfer.tools import Window, decide_all
from ui.transfer.page import DONE, MAP


def table(path: Path, name: str, extra: str = "内部代号") -> Path:
    book = openpyxl.Workbook()
    book.active.append(["客户名称", "电话", extra, "首次联系"])
    book.active.append([name, "0512-66881234" if name < "乙" else "0512-66881239", "V9", "03/04/2024"])
    book.save(path)
    return path


def imported(window: Window) -> None:
    page = decide_all(window)
    page.next.click()
    window.settle()
    assert page.step == DONE


def act(window: Window, *words: str) -> None:
    """Choose something of the menu of remembered mappings."""
    menu = window.page.mapping.memory.menu()
    for word in words[:-1]:
        menu = next(one.menu() for one in menu.actions() if one.text() == word)
    one = next(one for one in menu.actions() if one.text() == words[-1])
    assert one.isEnabled()
    one.trigger()
    window.settle()


def words(window: Window) -> dict[str, bool]:
    return {one.text(): one.isEnabled() for one in window.page.mapping.memory.menu().actions() if one.text()}


def test_a_change_comes_back_and_can_be_left_aside(window: Window, tmp_path: Path) -> None:
    page = window.drop(table(tmp_path / "甲.xlsx", "丙公司"))
    assert not page.mapping.memory.isVisible()
    assert not words(window)["Keep under a name…"]
    proposed = page.session.column(0, 2).targets
    page.mapping._change(2, ("wechat",))
    imported(window)
    page = window.drop(table(tmp_path / "乙.xlsx", "丁公司"))
    memory = page.mapping.memory
    assert memory.isVisible()
    assert memory.words.text() == "As last time: 1 column as you set it"
    assert page.session.column(0, 2).targets == ("wechat",)
    assert page.mapping.pane.isVisible()
    memory.back.click()
    window.settle()
    assert not memory.isVisible()
    assert page.session.column(0, 2).targets == proposed
    act(window, "As last time")
    assert memory.isVisible()
    assert page.session.column(0, 2).targets == ("wechat",)
    imported(window)
    assert {row["wechat"] for row in queries.rows(window.ws, "customer", queries.ids(window.ws, "customer"))} == {"V9"}


def test_undo_of_the_import_forgets_the_mapping(window: Window, tmp_path: Path) -> None:
    page = window.drop(table(tmp_path / "甲.xlsx", "丙公司"))
    page.mapping._change(2, ("wechat",))
    imported(window)
    assert len(remembering.stored(window.ws)) == 1
    page.done.undo.click()
    window.settle()
    assert remembering.stored(window.ws) == []
    page = window.drop(table(tmp_path / "乙.xlsx", "丁公司"))
    assert page.step == MAP
    assert not page.mapping.memory.isVisible()


def test_mappings_are_named_shared_used_and_deleted(window: Window, tmp_path: Path, monkeypatch: Any) -> None:
    file = tmp_path / "mapping.json"
    window.window.messages.save_file = lambda *_what: file
    window.window.messages.open_file = lambda *_what: file
    page = window.drop(table(tmp_path / "甲.xlsx", "丙公司"))
    page.mapping._change(2, ("wechat",))
    monkeypatch.setattr("ui.widgets.ask_line.AskLine.exec", lambda self: self.line.setText("老系统") or 1)
    act(window, "Keep under a name…")
    assert [one.name for one in remembering.stored(window.ws)] == ["老系统"]
    act(window, "Save to a file…")
    assert remembering.load(file)[0].columns["内部代号"].targets == ("wechat",)
    act(window, "老系统", "Delete")
    assert remembering.stored(window.ws) == []
    page = window.drop(table(tmp_path / "乙.xlsx", "丁公司"))
    assert not page.mapping.memory.isVisible()
    act(window, "Take from a file…")
    assert page.session.column(0, 2).targets == ("wechat",)
    page = window.drop(table(tmp_path / "丙.xlsx", "戊公司", "代码"))
    window.said.clear()
    act(window, "Take from a file…")
    assert "does not fit" in window.said[-1]


def test_the_way_with_doubles_and_the_order_of_days_come_back(window: Window, tmp_path: Path) -> None:
    page = window.drop(table(tmp_path / "甲.xlsx", "丙公司"))
    page.mapping.view.setCurrentIndex(page.mapping.view.sheet.index(1, 3))
    page.mapping.pane.ordered.emit("mdy")
    decide_all(window)
    page.review.mode.setCurrentIndex(1)
    page.review.mode.activated.emit(1)
    window.settle()
    page.next.click()
    window.settle()
    page = window.drop(table(tmp_path / "乙.xlsx", "丁公司"))
    assert page.session.orders == {0: {3: "mdy"}}
    assert page.session.mode == "overwrite"
    decide_all(window)
    assert page.review.mode.currentData() == "overwrite"


def test_the_menu_opens_by_its_key(window: Window, tmp_path: Path, qtbot: Any) -> None:
    page = window.drop(table(tmp_path / "甲.xlsx", "丙公司"))
    page.mapping.view.setFocus()
    qtbot.keyClick(page.mapping.view, Qt.Key.Key_M)
    menu = QApplication.activePopupWidget()
    assert menu is not None
    assert "Take from a file…" in [one.text() for one in menu.actions()]
    menu.close()
    window.settle()
