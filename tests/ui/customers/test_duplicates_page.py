"""Likely doubles in the real window: found, compared, merged, told apart, taken back."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

from app.customers import unmerging
from app.records import commands, queries
from app.records.workspace import Workspace
from ui.customers.duplicates_page import DuplicatesPage
from ui.shell.window import MainWindow


@pytest.fixture
def furnished(ws: Workspace) -> Workspace:
    for name, more in (
        ("苏州恒瑞机械有限公司", {"city": "苏州", "level": "A"}),
        ("苏州恒瑞机械", {"city": "苏州", "industry": "机械", "level": "B"}),
        ("无锡拓嘉新材料", {"city": "无锡", "phone": "0510-62585501"}),
        ("无锡拓佳新材料", {"city": "无锡"}),
        ("重庆长安汽车", {"city": "重庆"}),
    ):
        number = commands.create(ws, "customer", {"name": name, **more}).id
        commands.create(ws, "contact", {"customer": number, "name": f"人{number}"})
    return ws


@pytest.fixture
def page(window: MainWindow, settle) -> DuplicatesPage:
    found = window.router.open("duplicates")
    assert isinstance(found, DuplicatesPage)
    settle()
    return found


def titles(page: DuplicatesPage) -> list[str]:
    return [one.title for one in page.list.entries.entries]


def test_doubles_are_found_with_their_reasons(page: DuplicatesPage) -> None:
    assert titles(page) == ["苏州恒瑞机械有限公司", "无锡拓嘉新材料"]
    assert page.list.entries.entries[0].detail == "like 苏州恒瑞机械 · Same name"
    assert page.list.entries.entries[1].detail.endswith("Similar name")
    QAbstractItemModelTester(page.list.entries, QAbstractItemModelTester.FailureReportingMode.Fatal)


def test_they_are_merged_by_keys_alone_and_taken_back(page: DuplicatesPage, press, settle, told) -> None:
    ws = page.s.ws
    press(Qt.Key.Key_Return)
    assert page.pane.grid.hasFocus()
    press(Qt.Key.Key_Right)
    assert page.pane.plan.keep == 2
    while page.pane.grid.rows[page.pane.grid._at].name != "level":
        press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Left)
    assert page.pane.choices == {"level": 1}
    press("M")
    settle()
    record = queries.get(ws, "customer", 2)
    assert (record["name"], record["level"], record["industry"]) == ("苏州恒瑞机械", "A", "机械")
    assert {row["customer"] for row in queries.rows(ws, "contact", (1, 2))} == {2}
    assert titles(page) == ["无锡拓嘉新材料"]
    told.offered[-1][1]()
    settle()
    assert len(titles(page)) == 2
    page.list.setCurrentIndex(page.list.entries.index(0))
    press("M")
    settle()
    press("2")
    settle()
    assert page.list.hasFocus()
    assert titles(page) == ["苏州恒瑞机械有限公司"]
    warned: list[str] = []
    told.warn = lambda _title, text: warned.append(text)
    commands.update(ws, "customer", 1, {"level": "C", "industry": "铸造"})
    page.unmerge()
    settle()
    assert warned == ["Changed since and left as it is: Industry of 苏州恒瑞机械有限公司."]
    assert unmerging.merges(ws) == []
    assert queries.get(ws, "customer", 2)["industry"] == "机械"


def test_those_told_apart_leave_the_list(page: DuplicatesPage, press, settle, told) -> None:
    press("N")
    settle()
    assert titles(page) == ["无锡拓嘉新材料"]
    told.offered[-1][1]()
    settle()
    assert len(titles(page)) == 2


def test_ticked_customers_are_merged_by_m(window: MainWindow, press, settle) -> None:
    window.router.open("customers")
    settle()
    table = window.router.page.table
    for name in ("重庆长安汽车", "无锡拓嘉新材料", "无锡拓佳新材料"):
        [number] = queries.ids(window.services.ws, "customer", (queries.Condition("name", "=", name),))
        table.go(number)
        press(Qt.Key.Key_Space)
    assert window.router.page.bulk.merge.isEnabled()
    press("M")
    settle()
    page = window.router.page
    assert isinstance(page, DuplicatesPage)
    assert set(page.pane.chosen) == {3, 4, 5}
    page.pane.leave_out(5)
    assert set(page.pane.plan.customers) == {3, 4}
    page.merge()
    settle()
    assert sorted(queries.ids(window.services.ws, "customer")) == [1, 2, 3, 5]


def test_an_empty_list_takes_no_room_in_a_narrow_window(
    window: MainWindow, page: DuplicatesPage, settle, press
) -> None:
    window.resize(1024, 700)
    settle()
    assert page.list.isVisible()
    page.tabs.buttons["merged"].click()
    settle()
    assert page.none.isVisible()
    assert not page.list.isVisible()
    assert page.right.height() > page.height() * 0.8
    page.tabs.buttons["doubles"].click()
    settle()
    assert page.list.isVisible()
    assert page.list.height() > 60
    commands.delete(page.s.ws, "customer", queries.ids(page.s.ws, "customer"))
    press("R")
    settle()
    assert page.empty.isVisible()
    assert not page.list.isVisible()
    window.resize(1440, 900)
    settle()
    assert page.list.isVisible()
