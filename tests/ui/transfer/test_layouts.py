"""Hidden rows and columns are asked about, and each table of a sheet is one of the sheets."""

from __future__ import annotations

from pathlib import Path

import openpyxl
from PySide6.QtCore import Qt

from app.records import queries
from tests.ui.transfer.tools import Window, decide_all
from ui.transfer.page import DONE, MAP

HEAD = ["客户名称", "联系人", "电话", "内部备注"]
ROWS = [[f"苏州{name}有限公司", "张伟", f"1380000100{at}", f"秘密{at}"] for at, name in enumerate("甲乙丙丁")]


def saved(path: Path, rows: list[list[object]], *, hide: bool = False) -> Path:
    book = openpyxl.Workbook()
    book.active.title = "资料"
    for row in rows:
        book.active.append(row)
    if hide:
        book.active.row_dimensions[3].hidden = True
        book.active.column_dimensions["D"].hidden = True
    book.save(path)
    return path


def test_hidden_rows_are_asked_about_and_what_was_changed_stays(window: Window, tmp_path: Path) -> None:
    page = window.drop(saved(tmp_path / "客户.xlsx", [HEAD, *ROWS], hide=True))
    note = page.mapping.hidden
    assert page.step == MAP
    assert note.isVisible()
    assert note.words.text() == "The sheet has 1 hidden row, hidden column D."
    assert note.ways.code == "take"
    page.mapping._change(1, ("owner",))
    note.ways.buttons["leave"].click()
    window.settle()
    proposal = page.session.proposal(0)
    assert (len(proposal.layout.data), [one.index for one in proposal.columns]) == (3, [0, 1, 2])
    assert page.session.column(0, 1).targets == ("owner",)
    assert page.mapping.view.sheet.skipped(2) == "Hidden, left out"
    page.mapping.headers.setCurrentIndex(page.mapping.headers.findData(1))
    page.mapping._read(header=1)
    window.settle()
    assert note.ways.code == "leave"
    decide_all(window).next.click()
    window.settle()
    assert page.step == DONE
    assert queries.count(window.ws, "customer") == 3
    again = window.drop(saved(tmp_path / "ohne.xlsx", [HEAD, *ROWS]))
    assert not again.mapping.hidden.isVisible()


def test_each_table_of_a_sheet_stands_among_the_sheets(window: Window, tmp_path: Path) -> None:
    more = [["品名", "规格", "单价"], ["轴承", "6204", 12.5], ["链条", "08B", 33]]
    page = window.drop(saved(tmp_path / "资料.xlsx", [HEAD, *ROWS * 8, [], *more]))
    names = [page.mapping.sheets.itemText(at) for at in range(page.mapping.sheets.count())]
    assert names == ["Sheet: 资料", "Sheet: 资料 · row 35"]
    page.mapping.sheets.setCurrentIndex(1)
    page.mapping.sheets.activated.emit(1)
    window.settle()
    assert page.session.proposal(1).kind == "products"
    assert page.mapping.headers.currentData() == 35
    view = page.mapping.view
    assert (
        view.rowAt(0) <= 34 <= view.rowAt(view.viewport().height() - 1)
        or view.rowAt(view.viewport().height() - 1) == -1
    )
    view.setFocus(Qt.FocusReason.OtherFocusReason)
    decide_all(window).next.click()
    window.settle()
    assert (queries.count(window.ws, "customer"), queries.count(window.ws, "product")) == (4, 2)
