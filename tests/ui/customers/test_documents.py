"""Files on a customer's card: dropped, pasted, opened with a warning, renamed, deleted and undone."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QDragEnterEvent, QDropEvent, QGuiApplication, QImage
from PySide6.QtWidgets import QApplication

from app.customers import commands as customers
from app.documents.queries import documents_of
from app.records import history
from app.records.workspace import Workspace
from app.transfer.exporting.qr import qr_code
from ui.customers.card import CustomerPage
from ui.customers.qr_card import QrDialog
from ui.widgets.ask_line import AskLine


@pytest.fixture
def page(window, ws: Workspace) -> CustomerPage:
    made = window.router.open("customer", customers.create(ws, {"name": "恒瑞"}).id)
    assert isinstance(made, CustomerPage)
    return made


def names(page: CustomerPage) -> list[str]:
    return [one.title for one in documents_of(page.s.ws, "customer", page.customer)]


def test_a_dropped_sheet_is_attached_and_not_imported(page: CustomerPage, window, settle, tmp_path: Path) -> None:
    sheet = tmp_path / "报价 2026.xlsx"
    sheet.write_bytes(b"PK")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(sheet))])
    for kind in (QDragEnterEvent, QDropEvent):
        event = kind(
            QPoint(50, 200), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
        )
        assert QApplication.sendEvent(page, event)
    settle()
    assert names(page) == ["报价 2026.xlsx"]
    assert window.router.page is page
    history.undo(page.s.ws)
    settle()
    assert names(page) == []


def test_a_picture_is_pasted(page: CustomerPage, settle) -> None:
    picture = QImage(20, 10, QImage.Format.Format_RGB32)
    picture.fill(0)
    QGuiApplication.clipboard().setImage(picture)
    page.documents.paste()
    settle()
    [name] = names(page)
    assert name.endswith(".png")
    QGuiApplication.clipboard().setText("only words")
    page.documents.paste()
    settle()
    assert names(page) == [name]


def test_a_program_is_opened_only_after_a_warning(page: CustomerPage, settle, tmp_path: Path, monkeypatch) -> None:
    for name in ("setup.exe", "合同.pdf"):
        (tmp_path / name).write_bytes(b"x")
        page.documents.take([tmp_path / name])
        settle()
    asked: list[str] = []
    shown: list[str] = []
    monkeypatch.setattr(page.s.messages, "ask", lambda title, *_rest, **_more: asked.append(title) or False)
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: shown.append(Path(url.toLocalFile()).name))
    harmless, risky = documents_of(page.s.ws, "customer", page.customer)
    page.documents.open(risky)
    settle()
    assert len(asked) == 1
    assert shown == []
    page.documents.open(harmless)
    settle()
    assert len(asked) == 1
    assert shown == ["合同.pdf"]


def test_a_file_is_renamed(page: CustomerPage, settle, tmp_path: Path, monkeypatch) -> None:
    (tmp_path / "a.pdf").write_bytes(b"x")
    page.documents.take([tmp_path / "a.pdf"])
    settle()
    monkeypatch.setattr(AskLine, "ask", lambda _self: "合同.pdf")
    page.documents._rename(documents_of(page.s.ws, "customer", page.customer)[0])
    assert names(page) == ["合同.pdf"]


def test_many_files_are_folded(page: CustomerPage, settle, tmp_path: Path) -> None:
    files = []
    for number in range(11):
        files.append(tmp_path / f"{number}.txt")
        files[-1].write_text(str(number))
    page.documents.take(files)
    settle()
    assert page.documents.body.count() == 9
    page.documents._show_all()
    assert page.documents.body.count() == 11


def test_the_code_of_a_card_is_painted_and_its_card_saved(
    page: CustomerPage, tmp_path: Path, qtbot, monkeypatch
) -> None:
    number = page.customer
    dialog = QrDialog(page.s, "customer", number, qr_code(page.s.ws, "customer", number), page.window())
    qtbot.addWidget(dialog)
    dialog.show()
    picture = dialog.code.grab().toImage()
    dark = sum(
        picture.pixelColor(x, y).lightness() < 50
        for x in range(0, picture.width(), 4)
        for y in range(0, picture.height(), 4)
    )
    assert dark > 200
    assert picture.pixelColor(2, 2).lightness() == 255
    monkeypatch.setattr(page.s.messages, "save_file", lambda *_what: tmp_path / "a.vcf")
    dialog.save()
    assert "FN:恒瑞" in (tmp_path / "a.vcf").read_text("utf-8")


def test_documents_are_worked_by_keys_alone(page: CustomerPage, settle, tmp_path: Path, monkeypatch, qtbot) -> None:
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(name, "utf-8")
    page.documents.take([tmp_path / "a.txt", tmp_path / "b.txt"])
    settle()
    assert page.press("D")
    focus = QApplication.focusWidget
    assert focus().toolTip() == "b.txt"
    qtbot.keyClick(focus(), Qt.Key.Key_Down)
    assert focus().toolTip() == "a.txt"
    monkeypatch.setattr(AskLine, "ask", lambda _self: "目录.txt")
    qtbot.keyClick(focus(), Qt.Key.Key_F2)
    settle()
    assert names(page) == ["b.txt", "目录.txt"]
    assert focus().toolTip() == "目录.txt"
    target = tmp_path / "out.txt"
    monkeypatch.setattr(page.s.messages, "save_file", lambda *_a: target)
    qtbot.keyClick(focus(), Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    settle()
    assert target.read_text("utf-8") == "a.txt"
    opened: list[QUrl] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", opened.append)
    qtbot.keyClick(focus(), Qt.Key.Key_Return)
    settle()
    assert [Path(url.toLocalFile()).name for url in opened] == ["目录.txt"]
    qtbot.keyClick(focus(), Qt.Key.Key_Delete)
    settle()
    assert names(page) == ["b.txt"]
    assert focus().toolTip() == "b.txt"
    (tmp_path / "c.txt").write_text("c", "utf-8")
    monkeypatch.setattr(page.s.messages, "open_files", lambda *_a: [tmp_path / "c.txt"])
    assert page.press("A")
    settle()
    assert names(page) == ["c.txt", "b.txt"]
    shown = {action.key for action in page.actions_list()}
    assert {"D", "A", "F2", "Del", "Ctrl+S"} <= shown
    assert not page.press("Del")
