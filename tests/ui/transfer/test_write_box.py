"""A column that replaces what the book holds, chosen in the side pane."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from app.records import commands, queries
from tests.ui.transfer.tools import Window, decide_all


def test_one_column_replaces_and_the_next_import_knows_it(window: Window, tmp_path: Path) -> None:
    values = {"name": "苏州恒瑞机械有限公司", "address": "老地址", "website": "old.example"}
    number = commands.create(window.ws, "customer", values).id
    file = tmp_path / "客户.csv"
    file.write_text("客户名称,地址,网址\n苏州恒瑞机械有限公司,新地址,new.example\n", "utf-8")
    page = window.drop(file)
    view, pane = page.mapping.view, page.mapping.pane
    view.setCurrentIndex(view.sheet.index(1, 1))
    assert pane.write.isVisible()
    assert pane.write.box.currentData() == ""
    pane.write.box.setCurrentIndex(pane.write.box.findData("given"))
    pane.write.box.activated.emit(pane.write.box.currentIndex())
    assert page.session.column(0, 1).write == "given"
    page.mapping._change(1, ())
    assert not pane.write.isVisible()
    page.mapping._change(1, ("address",))
    assert pane.write.box.currentData() == "given"
    decide_all(window)
    page.next.click()
    window.settle()
    held = queries.get(window.ws, "customer", number)
    assert (held["address"], held["website"]) == ("新地址", "old.example")
    file.write_text("客户名称,地址,网址\n苏州恒瑞机械有限公司,第三处,\n", "utf-8")
    page = window.drop(file)
    assert page.session.column(0, 1).write == "given"
    assert page.mapping.memory.isVisible()


def test_the_books_side_is_chosen_though_the_import_replaces(window: Window, sheet: Path) -> None:
    values = {"name": "苏州恒瑞精密机械有限公司", "phone": "138 0000 2317", "address": "尧峰西路"}
    number = commands.create(window.ws, "customer", values).id
    page = decide_all_of(window, sheet)
    page.review.mode.setCurrentIndex(1)
    page.review.mode.activated.emit(1)
    window.settle()
    line = next(one for one in page.review.compare.lines if one.name == "address")
    assert line.merged == "吴中区"
    page.review._prefer("address", False)
    line = next(one for one in page.review.compare.lines if one.name == "address")
    assert line.merged == "尧峰西路"
    page.review.decide("merge")
    page.next.click()
    window.settle()
    assert queries.get(window.ws, "customer", number)["address"] == "尧峰西路"


def decide_all_of(window: Window, sheet: Path) -> Any:
    window.drop(sheet)
    return decide_all(window)
