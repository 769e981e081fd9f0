"""Unknown values of a choice field, explained in the side pane."""

from __future__ import annotations

from pathlib import Path

from app.records import queries
from tests.ui.transfer.tools import Window, decide_all


def wait(window: Window, qtbot) -> None:
    qtbot.wait(60)
    window.settle()


def test_words_are_explained_once_and_remembered(window: Window, tmp_path: Path, qtbot) -> None:
    file = tmp_path / "客户.csv"
    file.write_text("客户名称,电话,级别\n甲公司,0512-66881231,V级客户\n乙公司,0512-66881232,僵尸\n", "utf-8")
    page = window.drop(file)
    page.mapping._change(2, ("level",))
    page.mapping.view.setCurrentIndex(page.mapping.view.sheet.index(1, 2))
    wait(window, qtbot)
    meanings = page.mapping.pane.meanings
    assert meanings.isVisible()
    assert not page.mapping.pane._unclear.isVisible()
    assert list(meanings.boxes) == ["V级客户", "僵尸"]
    box = meanings.boxes["V级客户"]
    box.setCurrentIndex(box.findData("A"))
    box.activated.emit(box.currentIndex())
    wait(window, qtbot)
    assert meanings.boxes["V级客户"] is box
    assert page.session.column(0, 2).words == (("V级客户", "A"),)
    decide_all(window)
    assert [doubt.problem.value for doubt in page.review.table.doubts.doubts] == ["僵尸"]
    page.next.click()
    window.settle()
    held = {
        row["name"]: row["level"] for row in queries.rows(window.ws, "customer", queries.ids(window.ws, "customer"))
    }
    assert held == {"甲公司": "A", "乙公司": None}
    file.write_text("客户名称,电话,级别\n丙公司,0512-66881233,V级客户\n", "utf-8")
    page = window.drop(file)
    page.mapping.view.setCurrentIndex(page.mapping.view.sheet.index(1, 2))
    wait(window, qtbot)
    box = page.mapping.pane.meanings.boxes["V级客户"]
    assert box.currentData() == "A"
    box.setCurrentIndex(0)
    box.activated.emit(0)
    assert page.session.column(0, 2).words == ()
