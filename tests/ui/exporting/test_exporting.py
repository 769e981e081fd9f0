"""Export from the window: lists as they are shown, kinds of records, and the whole book."""

from __future__ import annotations

import json
from pathlib import Path
from time import monotonic, sleep
from typing import Any

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.customers import commands as customers
from app.followups.commands import add_reminder
from app.products.commands import new_product
from app.records import commands as records
from app.records.workspace import Workspace
from app.sales.commands import new_quote
from app.shared.errors import Cancelled
from app.transfer.exporting.book_workbook import export_book
from tests.ui.export_tools import answer_export
from ui.shell.export_dialog import BOOK, ExportDialog
from ui.shell.exporting import Exporting, export_anything
from ui.shell.window import MainWindow


@pytest.fixture
def furnished(ws: Workspace) -> Workspace:
    """Products, a customer with a contact and a reminder, and a quote."""
    for code, name in (("A-1", "阀门"), ("B-2", "水泵"), ("C-3", "电机")):
        new_product(ws, {"code": code, "name": name, "price": "10"})
    customer = records.create(ws, "customer", {"name": "苏州恒瑞"}).id
    customers.add_contact(ws, customer, {"name": "周建明", "mobile": "13800138000"})
    add_reminder(ws, "明天 打电话", about=("customer", customer))
    new_quote(ws, customer)
    return ws


def test_the_list_of_products_is_written_as_it_is_shown(
    window: MainWindow, told: Any, settle: Any, tmp_path: Path
) -> None:
    page = window.router.open("products")
    settle()
    page._sort("name", True)
    page.filter.setText("机")
    page._seek("机")
    settle()
    told.path = tmp_path / "goods"
    answer_export(".csv", "gb18030")
    page.export.click()
    settle()
    lines = (tmp_path / "goods.csv").read_text("gb18030").splitlines()
    assert len(lines) == 2
    assert "电机" in lines[1]
    shown = [page.table.model().headerData(at, Qt.Orientation.Horizontal) for at in page.table.sections()]
    shown = [one for at, one in zip(page.table.sections(), shown, strict=True) if not page.table.isColumnHidden(at)]
    assert lines[0].split(",") == [one for one in shown if one]
    assert told.said[-1] == "1 row exported to goods.csv"


def test_quotes_are_exported_by_the_key(window: MainWindow, told: Any, settle: Any, tmp_path: Path) -> None:
    page = window.router.open("quotes")
    settle()
    told.path = tmp_path / "q.json"
    answer_export(".json", choose=lambda dialog: dialog.every.click())
    page.table.setFocus()
    QTest.keyClick(page.table, Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    settle()
    (quote,) = json.loads(told.path.read_text())
    assert quote["customer"]


def test_a_kind_of_record_and_the_whole_book(window: MainWindow, told: Any, settle: Any, tmp_path: Path) -> None:
    object.__setattr__(window.services.messages, "window", window)
    kinds: list[str] = []

    def reminders(dialog: ExportDialog) -> None:
        kinds.extend(dialog.what.itemData(at) for at in range(dialog.what.count()))
        dialog.what.setCurrentIndex(kinds.index("reminder"))

    told.path = tmp_path / "r.ics"
    answer_export(".ics", choose=reminders)
    export_anything(window.services)
    settle()
    assert "BEGIN:VEVENT" in told.path.read_text() or "BEGIN:VTODO" in told.path.read_text()
    assert kinds[0] == BOOK
    told.path = tmp_path / "all.xlsx"
    hints: list[str] = []
    answer_export(choose=lambda dialog: hints.append(dialog.hint.text()))
    export_anything(window.services)
    settle()
    assert "but the files" in hints[0]
    assert {"Customers", "Products", "Quotes"} <= set(load_workbook(told.path).sheetnames)


def test_the_dialog_is_worked_by_keys_and_esc_writes_nothing(window: MainWindow, ws: Workspace) -> None:
    dialog = ExportDialog(window, ws, ("contact",), "", ("name",), 12)
    dialog.show()
    dialog.activateWindow()
    QTest.qWaitForWindowActive(dialog)
    assert dialog.focusWidget() is dialog.file
    assert dialog.wish().fields == ("name",)
    assert [dialog.file.itemText(at) for at in range(dialog.file.count())][-1] == "Address cards (.vcf)"
    QTest.keyClick(dialog.file, Qt.Key.Key_End)
    assert dialog.wish().format.ending == ".vcf"
    assert not dialog.every.isEnabled()
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialog.result() == 0
    dialog.show()
    QTest.keyClick(dialog.file, Qt.Key.Key_Return)
    assert dialog.result() == 1
    dialog.deleteLater()


@pytest.mark.parametrize("late", [False, True])
def test_an_export_that_is_stopped_says_what_became_of_the_file(
    window: MainWindow, told: Any, settle: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, late: bool
) -> None:
    told.path = tmp_path / "book.xlsx"

    def stopped(ws: Workspace, path: Path, report: Any, cancelled: Any) -> dict[str, int]:
        if not late:
            running.append(1)
            while not cancelled():
                sleep(0.001)
        counts = export_book(ws, path, report, cancelled)
        running.append(1)
        return counts

    running: list[int] = []
    monkeypatch.setattr("app.transfer.exporting.book_workbook.export_book", stopped)
    answer_export()
    job = Exporting(window, window.services).anything()
    assert job is not None
    while not running:
        sleep(0.001)
    job.cancel()
    settle()
    assert told.path.exists() == late
    assert told.said[-1].endswith("exported to book.xlsx" if late else "no file was written.")
    assert [one.name for one in tmp_path.iterdir() if one.suffix == ".tmp"] == []


@pytest.mark.parametrize("name", ["customers", "products"])
def test_esc_stops_an_export_and_only_then_what_the_page_does_with_it(
    window: MainWindow, told: Any, settle: Any, press: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    begun: list[int] = []

    def endless(_ws: Workspace, _kind: str, _path: Path, *, cancelled: Any, **_more: Any) -> int:
        begun.append(1)
        until = monotonic() + 5
        while not cancelled() and monotonic() < until:
            sleep(0.001)
        if cancelled():
            raise Cancelled("")
        return 0

    monkeypatch.setattr("app.transfer.exporting.export.export", endless)
    monkeypatch.setattr(ExportDialog, "ask", ExportDialog.wish)
    told.path = tmp_path / "out.xlsx"
    page = window.router.open(name)
    settle()
    page.table.setFocus()
    page.table.tick_current()
    ticked = set(page.table.records.ticked)
    page.export.click()
    while not begun:
        sleep(0.001)
    press(Qt.Key.Key_Escape)
    assert told.said[-1] == "Stopped; no file was written."
    assert page.table.records.ticked == ticked
    press(Qt.Key.Key_Escape)
    assert not page.table.records.ticked
