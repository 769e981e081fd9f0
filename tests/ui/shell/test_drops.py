"""Files dropped on the window: from any place of it they go to the import, and their program keeps them."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from ui.transfer.page import MAP, ImportPage

Copy, Move = Qt.DropAction.CopyAction, Qt.DropAction.MoveAction


@pytest.fixture
def sheet(tmp_path: Path) -> Path:
    path = tmp_path / "客户.csv"
    path.write_text("客户名称,电话\n恒瑞机械,0512-66881234\n", "utf-8")
    return path


def files(*paths: Path) -> QMimeData:
    """Files as a file manager offers them: their addresses are a text too."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    data.setText("\n".join(map(str, paths)))
    return data


def drop(window, over: QWidget, data: QMimeData) -> QDropEvent:
    """Drop something in the middle of a part of the window, as the system does."""
    at = over.mapTo(window, over.rect().center())
    more = (Copy | Move, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(window.windowHandle(), QDragEnterEvent(at, *more))
    dropped = QDropEvent(QPointF(at), *more)
    dropped.setDropAction(Move)
    QApplication.sendEvent(window.windowHandle(), dropped)
    return dropped


def test_a_file_on_a_text_field_is_imported(window, settle, sheet: Path) -> None:
    window.router.open("customers")
    settle()
    field = window.router.page.filters.findChild(QLineEdit)
    dropped = drop(window, field, files(sheet))
    assert dropped.isAccepted()
    assert dropped.dropAction() == Copy
    settle()
    page = window.router.page
    assert isinstance(page, ImportPage)
    assert page.step == MAP
    assert field.text() == ""


def test_a_text_is_dropped_into_a_field_as_ever(window, settle, sheet: Path) -> None:
    window.router.open("customers")
    settle()
    field = window.router.page.filters.findChild(QLineEdit)
    drop(window, field, files(sheet))
    settle()
    window.router.open("customers")
    settle()
    words = QMimeData()
    words.setText("恒瑞")
    drop(window, field, words)
    assert field.text() == "恒瑞"
