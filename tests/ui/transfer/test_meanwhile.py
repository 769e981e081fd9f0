"""What becomes of an import when something else happens in the book while it is reviewed, and between its files."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.records import commands, queries
from app.transfer.commands import plan_import, run_import
from tests.transfer.sheets_made import workbook
from tests.ui.transfer.tools import Window, decide_all
from ui.transfer.page import DONE, MAP, REVIEW

COMPANY = "苏州恒瑞精密机械有限公司"


@pytest.fixture
def two(tmp_path: Path) -> Path:
    """A sheet of two customers."""
    rows = [
        ["客户名称", "地址", "城市", "电话"],
        [COMPANY, "尧峰西路 88 号", "苏州", "0512-66881234"],
        ["合肥远景塑胶", "潜山路 9 号", "合肥", "0551-62881234"],
    ]
    return workbook(tmp_path / "两家.xlsx", 客户=rows)


def test_what_was_typed_while_the_review_stood_open_is_kept(window: Window, two: Path) -> None:
    held = commands.create(window.ws, "customer", {"name": COMPANY}).id
    page = window.drop(two)
    decide_all(window)
    commands.update(window.ws, "customer", held, {"address": "吴中大道 1 号"})
    page.next.click()
    window.settle()
    assert page.step == DONE
    assert queries.get(window.ws, "customer", held)["address"] == "吴中大道 1 号"
    assert queries.get(window.ws, "customer", held)["city"] == "苏州"


def test_a_customer_deleted_meanwhile_is_made_anew(window: Window, two: Path) -> None:
    held = commands.create(window.ws, "customer", {"name": COMPANY}).id
    page = window.drop(two)
    decide_all(window)
    commands.delete(window.ws, "customer", [held])
    page.next.click()
    window.settle()
    assert page.step == DONE
    assert queries.count(window.ws, "customer") == 2


def test_what_newly_looks_alike_is_asked_before_it_is_imported(window: Window, two: Path) -> None:
    page = window.drop(two)
    decide_all(window)
    commands.create(window.ws, "customer", {"name": "远景塑料", "phone": "0551-62881234"})
    page.next.click()
    window.settle()
    assert page.step == REVIEW
    assert page.review.undecided == 1
    assert queries.count(window.ws, "customer") == 1


def test_an_undone_import_is_told_so_after_many_other_changes(window: Window, two: Path) -> None:
    page = window.drop(two)
    decide_all(window)
    page.next.click()
    window.settle()
    for number in range(51):
        commands.create(window.ws, "customer", {"name": f"别的 {number}"})
    page.done.undo.click()
    window.settle()
    assert not page.done.can_undo
    assert page.done.can_redo


def test_how_days_are_read_is_said_for_one_file_alone(window: Window, tmp_path: Path) -> None:
    first = [["客户名称", "创建日期"], ["甲有限公司", "03/04/2020"], ["乙有限公司", "05/06/2021"]]
    second = [["公司名称", "创建日期"], ["丙有限公司", "07/08/2020"], ["丁有限公司", "12/25/2021"]]
    page = window.drop(workbook(tmp_path / "a.xlsx", 表=first), workbook(tmp_path / "b.xlsx", 表=second))
    page.mapping.view.go(1)
    page.mapping._order("dmy")
    decide_all(window)
    page.next.click()
    window.settle()
    made = {name: day for _id, name, day in queries.columns(window.ws, "customer", ("name", "created_on"))}
    assert (made["甲有限公司"], made["丙有限公司"]) == ("2020-04-03", "2020-07-08")


def test_an_import_of_which_nothing_is_left_says_so_and_the_page_goes_on(window: Window, tmp_path: Path) -> None:
    head = ["客户名称", "电话"]
    held = [head, *([f"苏州第{at:03d}恒瑞精密机械厂", f"0512-6{at:03d}4321"] for at in range(60))]
    run_import(window.ws, plan_import(window.ws, [workbook(tmp_path / "a.xlsx", 表=held)]))
    file = workbook(tmp_path / "b.xlsx", 表=[head, *([name.removesuffix("厂"), phone] for name, phone in held[1:])])
    for _time in range(2):
        page = window.drop(file)
        decide_all(window)
        page.review.decide_all("merge")
        page.next.click()
        window.settle()
    assert page.step == REVIEW
    assert any(said.startswith("Nothing is left to import") for said in window.said)
    assert page.review.isEnabled()
    page.back.click()
    assert page.step == MAP
