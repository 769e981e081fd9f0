"""Lists of other records through the real page: the kind, the fields, the decisions, the result."""

from __future__ import annotations

from pathlib import Path

from app.records import commands, queries
from tests.transfer.sheets_made import workbook
from tests.ui.transfer.tools import Window, decide_all
from ui.transfer.page import DONE, MAP

HISTORY = [
    ["日期", "客户", "联系人", "方式", "内容", "跟进人"],
    ["2019-3-5", "宏达机械有限公司", "老王", "电话", "问价", "陈静"],
    ["2019-3-6", "甲公司", "张伟", "拜访", "看厂", "陈静"],
    ["2019-3-7", "甲公司", "张伟", "面谈过", "报价", "陈静"],
]


def test_a_history_goes_in_after_the_question_which_customer(window: Window, tmp_path: Path) -> None:
    for city in ("苏州", "无锡"):
        commands.create(window.ws, "customer", {"name": "宏达机械有限公司", "city": city})
    page = window.drop(workbook(tmp_path / "联系记录.xlsx", 联系记录=HISTORY))
    assert page.step == MAP
    kinds = page.mapping.kinds
    assert kinds.currentData() == "activities"
    assert {"customers", "activities", "reminders", "quotes", ""} <= {kinds.itemData(at) for at in range(kinds.count())}
    assert [column.target for column in page.session.proposal(0).columns][:3] == ["done_at", "customer", "contact.name"]
    decide_all(window)
    review = page.review
    assert [pair.number for pair in review.list.pairs.pairs] == [2]
    assert "2 customers are called" in review.table.doubts.doubts[0].problem.reason
    review.decide("merge")
    window.settle()
    page.next.click()
    window.settle()
    assert page.step == DONE
    assert queries.count(window.ws, "activity") == 3
    assert queries.count(window.ws, "customer") == 3
    page.done.undo.click()
    window.settle()
    assert (queries.count(window.ws, "activity"), queries.count(window.ws, "customer")) == (0, 2)


def test_another_kind_is_chosen_and_leads_to_its_page(window: Window, tmp_path: Path) -> None:
    rows = [["日期", "客户", "备注"], ["2030-3-5", "甲公司", "回访"], ["2030-3-6", "乙公司", "收款"]]
    page = window.drop(workbook(tmp_path / "a.xlsx", Sheet1=rows))
    page.mapping._read(kind="reminders")
    window.settle()
    assert page.session.proposal(0).kind == "reminders"
    page.next.click()
    window.settle()
    page.next.click()
    window.settle()
    assert queries.count(window.ws, "reminder") == 2
    assert [name for name, shown in page.done.goals.items() if shown.isVisible()] == ["today"]


def test_quotes_lead_to_the_quotes(window: Window, tmp_path: Path) -> None:
    rows = [["报价单号", "日期", "客户", "品名", "数量", "单价"], ["B1", "2019-3-5", "甲公司", "泵", 2, 100]]
    page = window.drop(workbook(tmp_path / "报价单.xlsx", 报价单=rows))
    page.next.click()
    window.settle()
    page.next.click()
    window.settle()
    assert queries.count(window.ws, "quote_line") == 1
    page.done.goals["quotes"].click()
    window.settle()
    assert window.window.router.page is not page


def test_the_count_is_that_of_the_import_whoever_is_meant(window: Window, tmp_path: Path) -> None:
    for city in ("苏州", "无锡"):
        commands.create(window.ws, "customer", {"name": "宏达机械有限公司", "city": city})
    rows = [HISTORY[0], HISTORY[1], ["2019-4-5", "宏达机械有限公司", "", "电话", "再问价", "陈静"], *HISTORY[2:]]
    page = window.drop(workbook(tmp_path / "联系记录.xlsx", 联系记录=rows))
    decide_all(window)
    review = page.review
    assert (len(review.list.pairs.pairs), review.count) == (2, 2)
    assert not review.digest.out
    review.decide("merge")
    promised = review.count
    page.next.click()
    window.settle()
    assert page.step == DONE
    assert promised == page.done._counts["created"] == queries.count(window.ws, "activity") == 4


def test_a_row_merged_with_another_of_the_file_is_not_counted(window: Window, tmp_path: Path) -> None:
    rows = [["客户名称", "城市", "电话", "地址"], ["苏州大成印染有限公司", "苏州", "0512-66001122", "人民路1号"]]
    rows += [["苏州大成印花有限公司", "苏州", "0512-66001122", "人民路2号"], ["无锡永泰电气有限公司", "无锡", "", ""]]
    page = window.drop(workbook(tmp_path / "客户.xlsx", 客户=rows))
    decide_all(window)
    review = page.review
    assert len(review.list.pairs.pairs) == 1
    assert review.count == 3
    review.decide("merge")
    promised = review.count
    page.next.click()
    window.settle()
    assert promised == page.done._counts["created"] + page.done._counts.get("updated", 0) == 2
