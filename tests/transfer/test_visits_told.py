"""Days of calls back in lists of customers: the last contact or the next one."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest

from app.records.workspace import Workspace
from app.transfer.columns.proposing import propose
from tests.transfer.imports import held, imported_sheet
from tests.transfer.mapping_tools import WORDS, sheet, targets
from tests.transfer.sheets_made import workbook


@pytest.mark.parametrize("head", [["客户名称", "电话", "回访日期"], ["Company", "Phone", "Follow-up date"]])
@pytest.mark.parametrize(("away", "field"), [(-30, "last_contact_on"), (30, "next_follow_up_on")])
def test_days_behind_are_of_the_last_contact(
    ws: Workspace, tmp_path: Path, head: list[str], away: int, field: str
) -> None:
    day = ws.clock.today() + timedelta(days=away)
    rows: list[list[object]] = [
        head,
        ["海港工具有限公司", "13805741234", day],
        ["磨坊修理厂", "13905741234", day - timedelta(days=3)],
    ]
    told = imported_sheet(ws, workbook(tmp_path / "a.xlsx", Sheet1=rows))
    assert told.kind == "customers"
    assert [one[field] for one in held(ws, "customer")] == [day, day - timedelta(days=3)]


def test_beside_the_last_contact_they_are_the_next_one(ws: Workspace, tmp_path: Path) -> None:
    rows: list[list[object]] = [
        ["客户名称", "电话", "上次联系", "回访日期"],
        ["海港工具有限公司", "13805741234", date(2020, 1, 5), date(2020, 2, 5)],
        ["磨坊修理厂", "13905741234", date(2020, 1, 6), date(2020, 2, 6)],
    ]
    imported_sheet(ws, workbook(tmp_path / "a.xlsx", Sheet1=rows))
    first = held(ws, "customer")[0]
    assert (first["last_contact_on"], first["next_follow_up_on"]) == (date(2020, 1, 5), date(2020, 2, 5))


@pytest.mark.parametrize(
    ("head", "told"),
    [
        ("拜访时间|拜访形式|拜访客户名称|拜访对象姓名|拜访具体内容", "done_at kind customer contact.name text"),
        ("走访日期|走访方式|走访企业|走访地址|走访主要内容", "done_at kind customer place text"),
        ("日期|方式|拜访客户|拜访位置|主要事宜", "done_at kind customer place text"),
    ],
)
def test_headers_that_say_of_each_thing_that_it_was_of_the_visit(head: str, told: str) -> None:
    lines = [
        ["2024-03-04", "上门", "申达轴承有限公司", "蒋部长", "看了新车间，下月要两台"],
        ["2024-03-06", "电话", "凯迪电器厂", "陆工", "图纸改过，等他们确认"],
        ["2024-03-07", "上门", "申达轴承有限公司", "蒋部长", "送样品两件"],
    ]
    found = propose(sheet([head.split("|"), *lines], name="客户拜访"), WORDS)
    untitled = propose(sheet([head.split("|"), *lines]), WORDS)
    assert (found.kind, list(targets(found).values())) == ("activities", told.split())
    assert untitled.kind == "activities"


def test_a_day_that_all_rows_have_comes_before_one_that_some_lack() -> None:
    rows = [
        ["业主姓名", "联系电话", "内容", "处理人", "处理时间", "回复内容", "创建时间"],
        ["罗燕", "13800730001", "楼上装修太早", "小谢", "2021-05-04", "已上门劝告", "2021-05-03"],
        ["汤华", "13800730002", "东门想装充电桩", None, None, None, "2021-05-05"],
    ]
    found = propose(sheet(rows, name="投诉建议"), WORDS)
    assert (found.kind, targets(found)["创建时间"], targets(found)["内容"]) == ("activities", "done_at", "text")


@pytest.mark.parametrize(
    ("head", "told"),
    [
        ("派工日期|客户姓名|安装项目|师傅|完成情况", "done_at customer text author outcome"),
        ("维护日期|客户名称|维护内容|工程师|处理结果", "done_at customer text author outcome"),
        ("日期|客户|清洗项目|师傅|完成情况", "done_at customer text author outcome"),
    ],
)
def test_work_at_the_customers_is_told_of_as_service(head: str, told: str) -> None:
    lines = [
        ["2024-01-02", "张三", "油烟机和两台空调", "老王", "已完成"],
        ["2024-01-03", "李四", "装热水器", "老李", "改约"],
    ]
    found = propose(sheet([head.split("|"), *lines]), WORDS)
    assert (found.kind, list(targets(found).values())) == ("activities", told.split())


def test_a_report_of_the_week_tells_of_what_was_done() -> None:
    rows = [
        ["日期", "客户名称", "工作内容", "进展"],
        ["2024-01-02", "申达轴承厂", "送样", "待测"],
        ["2024-01-03", "凯迪电器厂", "报价", "已接受"],
    ]
    found = propose(sheet(rows, name="销售周报"), WORDS)
    assert (found.kind, list(targets(found).values())) == ("activities", ["done_at", "customer", "text", "outcome"])
