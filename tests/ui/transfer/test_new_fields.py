"""A column that becomes a new field with its kind, and a word that becomes a new value, in the side pane."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from app.records import history, queries
from app.settings import fields
from tests.ui.transfer.tools import Window, decide_all


def wait(window: Window, qtbot) -> None:
    qtbot.wait(60)
    window.settle()


def test_the_kind_of_a_new_field_is_proposed_and_may_be_changed(window: Window, tmp_path: Path, qtbot) -> None:
    file = tmp_path / "客户.csv"
    file.write_text(
        "客户名称,电话,合同到期,内部代号\n甲公司,0512-66881231,2026/9/1,7\n乙公司,0512-66881232,2026-12-31,8\n", "utf-8"
    )
    page = window.drop(file)
    view, pane = page.mapping.view, page.mapping.pane
    assert not pane.kind.isVisible()
    page.mapping._change(2, ("custom:合同到期",))
    view.setCurrentIndex(view.sheet.index(1, 2))
    wait(window, qtbot)
    assert pane.kind.isVisible()
    assert pane.kind.box.currentData() == "date"
    page.mapping._change(3, ("custom:内部代号",))
    view.setCurrentIndex(view.sheet.index(1, 3))
    wait(window, qtbot)
    assert pane.kind.box.currentData() == "number"
    pane.kind.box.setCurrentIndex(pane.kind.box.findData("text"))
    pane.kind.box.activated.emit(pane.kind.box.currentIndex())
    assert page.session.column(0, 3).new_kind == "text"
    decide_all(window)
    page.next.click()
    window.settle()
    made = {one.label: one for one in fields.own_fields(window.ws, "customer")}
    assert {label: one.kind for label, one in made.items()} == {"合同到期": "date", "内部代号": "text"}
    one = queries.find(window.ws, "customer", "甲公司")
    assert (one[made["合同到期"].name], one[made["内部代号"].name]) == (date(2026, 9, 1), "7")
    assert page.isVisible()


def test_a_word_becomes_a_new_value(window: Window, tmp_path: Path, qtbot) -> None:
    file = tmp_path / "客户.csv"
    file.write_text("客户名称,电话,级别\n甲公司,0512-66881231,V级客户\n乙公司,0512-66881232,A\n", "utf-8")
    page = window.drop(file)
    page.mapping._change(2, ("level",))
    page.mapping.view.setCurrentIndex(page.mapping.view.sheet.index(1, 2))
    wait(window, qtbot)
    box = page.mapping.pane.meanings.boxes["V级客户"]
    box.setCurrentIndex(box.findData("+"))
    box.activated.emit(box.currentIndex())
    wait(window, qtbot)
    decide_all(window)
    page.next.click()
    window.settle()
    level = window.ws.dictionary.type("customer").field("level")
    assert [one.code for one in level.choices] == ["A", "B", "C", "V级客户"]
    assert queries.find(window.ws, "customer", "甲公司")["level"] == "V级客户"
    history.undo(window.ws)
    window.settle()
    assert len(window.ws.dictionary.type("customer").field("level").choices) == 3
