"""Logs of repairs and documents of sales: nothing is lost, each customer once."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from app.records.workspace import Workspace
from app.shared.i18n import _
from app.transfer.commands import plan_import
from app.transfer.grid.list_sorts import REASONS, SALES, SERVICE
from tests.transfer.imports import held, imported_sheet
from tests.transfer.sheets_made import workbook

A, B = "苏州恒瑞机械有限公司", "无锡永泰电气有限公司"


def names(ws: Workspace) -> list[str]:
    return [one["name"] for one in held(ws, "customer")]


REPAIRS = [
    ["登记日期", "客户名称", "联系人", "电话", "设备型号", "故障现象", "处理结果", "费用", "维修人员"],
    ["2024-03-01", A, "周建明", "13812345678", "KB-200", "不启动，客户电话报修", "更换电容", "120", "小王"],
    ["2024-03-08", A, "周建明", "13812345678", "KB-300", "漏油", "换密封圈", "80", "小王"],
    ["2024-03-09", B, "李红", "13912345678", "KB-200", "异响", "轴承更换", "260", "小李"],
]


@pytest.mark.parametrize("name", ["维修登记", "Sheet1"])
def test_a_log_of_repairs_becomes_activities(ws: Workspace, tmp_path: Path, name: str) -> None:
    told = imported_sheet(ws, workbook(tmp_path / "r.xlsx", **{name: REPAIRS}))
    assert (told.kind, told.reason, dict(told.counts)) == ("activities", _(REASONS[SERVICE]), {"created": 3})
    assert names(ws) == [A, B]
    first, second, third = held(ws, "activity")
    assert (first["kind"], first["done_at"], first["outcome"], first["author"]) == (
        "note", datetime(2024, 3, 1), "更换电容", "小王",
    )  # fmt: skip
    assert first["text"] == "不启动，客户电话报修\n设备型号: KB-200\n费用: 120"
    assert (second["customer"], third["customer"]) == (first["customer"], first["customer"] + 1)
    assert [one["name"] for one in held(ws, "contact")] == ["周建明", "李红"]


def test_repairs_for_households_stay_one_row_each(ws: Workspace, tmp_path: Path) -> None:
    rows: list[list[Any]] = [["保养日期", "客户", "地址", "车牌", "保养项目", "金额", "下次保养日期"]]
    rows += [["2024-03-01", "张伟", "人民路1号", "苏E12345", "机油机滤", 380, "2099-09-01"]]
    rows += [["2024-03-02", "李强", "人民路2号", "苏E22345", "轮胎", 1380, ""]]
    told = imported_sheet(ws, workbook(tmp_path / "r.xlsx", 保养记录=rows))
    assert told.kind == "activities"
    assert [one["kind"] for one in held(ws, "customer")] == ["person", "person"]
    (due,) = held(ws, "reminder")
    assert due["due_at"] == datetime(2099, 9, 1)
    assert "车牌: 苏E12345" in held(ws, "activity")[0]["text"]


def test_customers_with_devices_stay_customers(ws: Workspace, tmp_path: Path) -> None:
    rows = [["客户名称", "联系人", "电话", "地址", "购买日期", "备注"]]
    rows += [[A, "周建明", "13812345678", "人民路1号", "2024-03-01", "两台"]]
    rows += [[B, "李红", "13912345678", "人民路2号", "2024-04-01", ""]]
    assert imported_sheet(ws, workbook(tmp_path / "c.xlsx", 售后客户=rows)).kind == "customers"


DELIVERED = [
    ["送货日期", "送货单号", "客户名称", "品名", "规格", "数量", "单价", "金额", "签收人", "业务员"],
    ["2024-03-01", "SH001", A, "轴承", "6204", 10, 12.5, 125, "周", "小王"],
    ["2024-03-01", "SH001", A, "油封", "35*50", 4, 5, 20, "周", "小王"],
    ["2024-03-02", "SH002", B, "轴承", "6205", 2, 15, 30, "李", "小李"],
]


def test_documents_of_sales_become_quotes_that_were_won(ws: Workspace, tmp_path: Path) -> None:
    path = workbook(tmp_path / "s.xlsx", 送货单=DELIVERED)
    told = imported_sheet(ws, path)
    assert (told.kind, told.reason) == ("quotes", _(REASONS[SALES]))
    assert names(ws) == [A, B]
    first, second = held(ws, "quote")
    assert (first["number"], first["status"], first["date"], first["total"]) == (
        "SH001", "won", date(2024, 3, 1), Decimal("145.00"),
    )  # fmt: skip
    assert (first["won_on"], second["number"]) == (date(2024, 3, 1), "SH002")
    assert set(first["remarks"].split("\n")) == {"签收人: 周", "业务员: 小王"}
    assert [(one["name"], one["specification"], one["quantity"]) for one in held(ws, "quote_line")] == [
        ("轴承", "6204", 10), ("油封", "35*50", 4), ("轴承", "6205", 2),
    ]  # fmt: skip
    assert not held(ws, "contact")
    assert dict(imported_sheet(ws, path).counts) == {"duplicates": 3}


def test_sales_without_numbers_are_one_document_a_day_and_customer(ws: Workspace, tmp_path: Path) -> None:
    rows: list[list[Any]] = [["日期", "客户", "品名", "规格", "数量", "单价", "金额", "备注"]]
    rows += [["2024-03-01", A, "轴承", "6204", 10, 12.5, 125, ""], ["2024-03-01", A, "油封", "35", 4, 5, 20, "急"]]
    rows += [["2024-03-02", B, "轴承", "6204", 2, 15, 30, ""]]
    path = workbook(tmp_path / "s.xlsx", Sheet1=rows)
    assert imported_sheet(ws, path).kind == "quotes"
    assert [(one["status"], one["total"]) for one in held(ws, "quote")] == [
        ("won", Decimal("145.00")), ("won", Decimal("30.00")),
    ]  # fmt: skip
    assert not held(ws, "product")
    assert dict(imported_sheet(ws, path).counts) == {"duplicates": 3}


def test_contracts_are_kept_with_their_amounts(ws: Workspace, tmp_path: Path) -> None:
    rows: list[list[Any]] = [["合同编号", "客户名称", "签订日期", "合同金额", "合同内容", "到期日", "状态", "经办人"]]
    rows += [["HT-01", A, "2024-01-05", 50000, "年度供货", "2024-12-31", "执行中", "王"]]
    rows += [["HT-02", A, "2024-02-05", 8000, "配件", "2024-12-31", "完成", "王"]]
    imported_sheet(ws, workbook(tmp_path / "h.xlsx", 合同台账=rows))
    assert names(ws) == [A]
    first, second = held(ws, "quote")
    assert (first["number"], first["total"], first["project"]) == ("HT-01", Decimal("50000.00"), "年度供货")
    assert (first["valid_until"], second["status"]) == (date(2024, 12, 31), "won")
    assert {"状态: 执行中", "经办人: 王"} <= set(first["remarks"].split("\n"))


@pytest.mark.parametrize(
    ("name", "number", "customer"),
    [
        ("采购订单", "订单号", "供应商"),
        ("采购入库", "入库单号", "供应商名称"),
        ("Invoices", "Invoice Number", "Customer Name"),
    ],
)
def test_invoices_and_purchases_are_no_sales(
    ws: Workspace, tmp_path: Path, name: str, number: str, customer: str
) -> None:
    rows: list[list[Any]] = [["日期", number, customer, "品名", "数量", "单价"]]
    rows += [
        ["2024-03-01", "1", A, "轴承", 10, 12.5],
        ["2024-03-01", "1", A, "油封", 4, 5],
        ["2024-03-02", "2", B, "盖", 4, 5],
    ]
    plan = plan_import(ws, [workbook(tmp_path / "o.xlsx", **{name: rows})])
    assert plan.sheets[0].proposal.kind != "quotes"


def test_a_list_of_quotes_stays_one_of_drafts(ws: Workspace, tmp_path: Path) -> None:
    rows: list[list[Any]] = [["日期", "客户", "品名", "数量", "单价"], ["2024-03-01", A, "轴承", 10, 12.5]]
    told = imported_sheet(ws, workbook(tmp_path / "q.xlsx", 报价明细=rows), kind="quotes")
    assert (told.kind, held(ws, "quote")[0]["status"]) == ("quotes", "draft")


@pytest.mark.parametrize(
    "head",
    [
        ["客户姓名", "手机", "机型", "故障", "期限", "状态"],
        ["Customer", "Phone", "Device", "Problem", "Due Date", "Status"],
        ["Kunde", "Telefon", "Gerät", "Fault", "Fertig bis", "Status"],
    ],
)
def test_jobs_with_only_a_deadline_are_dated_by_it_once_it_is_over(
    ws: Workspace, tmp_path: Path, head: list[str]
) -> None:
    rows: list[list[Any]] = [
        head, [A, "13812345678", "KB-200", "漏油", "2026-07-25", "修理中"], [B, "13912345678", "KB-300", "异响", "2026-03-01", "修理中"],
        [B, "13912345678", "KB-400", "断电", "2026-07-28", "已完成"],
    ]  # fmt: skip
    told = imported_sheet(ws, workbook(tmp_path / "a.xlsx", Sheet1=rows))
    first, second, third = held(ws, "activity")
    assert (told.kind, names(ws)) == ("activities", [A, B])
    assert [one["done_at"].date() for one in (first, second, third)] == [
        date(2026, 7, 22),
        date(2026, 3, 1),
        date(2026, 7, 22),
    ]
    assert all(f"{head[4]}: 2026-0" in one["text"] for one in (first, second, third))
    assert [(one["text"], one["due_at"].date()) for one in held(ws, "reminder")] == [("漏油", date(2026, 7, 25))]
    assert sum("by which it is to be done" in one.reason for one in told.problems) == 2
    assert sum("no day says when" in one.reason for one in told.problems) == 1


@pytest.mark.parametrize(
    "head",
    [["客户", "机型", "故障现象", "收件日期", "预计完成时间"], ["Client", "Item", "Issue", "Date in", "Promised by"]],
)
def test_jobs_are_dated_by_the_day_they_came_in(ws: Workspace, tmp_path: Path, head: list[str]) -> None:
    rows: list[list[Any]] = [
        head,
        [A, "KB-200", "漏油", "2026-07-01", "2026-07-05"],
        [B, "KB-300", "异响", "2026-07-02", None],
    ]
    imported_sheet(ws, workbook(tmp_path / "a.xlsx", Sheet1=rows))
    assert [one["done_at"].date() for one in held(ws, "activity")] == [date(2026, 7, 1), date(2026, 7, 2)]
    assert not held(ws, "reminder")


def test_a_log_called_repairs_needs_no_column_of_what_was_broken(ws: Workspace, tmp_path: Path) -> None:
    rows: list[list[Any]] = [
        ["单号", "客户名称", "用户", "机号", "机型", "送修日期", "状态"],
        ["R1", A, "周建明", "SN88301", "助听 K7", "2024-03-04", "已修复"],
        ["R2", B, "李红", "SN88377", "助听 K9", "2024-03-06", "维修中"],
    ]
    told = imported_sheet(ws, workbook(tmp_path / "维修记录.xlsx", Sheet1=rows))
    assert (told.kind, names(ws)) == ("activities", [A, B])
    first, second = held(ws, "activity")
    assert (first["done_at"].date(), second["done_at"].date()) == (date(2024, 3, 4), date(2024, 3, 6))
    assert all(one in second["text"] for one in ("助听 K9", "SN88377", "维修中"))


def test_what_was_broken_tells_a_log_though_its_day_is_called_otherwise(ws: Workspace, tmp_path: Path) -> None:
    rows: list[list[Any]] = [
        ["Ticket", "Customer Name", "Address", "Phone", "Start clock", "Problem description", "Resolution notes"],
        ["T1", A, "Suzhou", "13812345678", "2026-01-05 08:10", "No signal", "Spliced fiber"],
        ["T2", B, "Wuxi", "13912345678", "2026-01-06 13:45", "Slow", None],
    ]
    told = imported_sheet(ws, workbook(tmp_path / "a.xlsx", Sheet1=rows))
    first, _second = held(ws, "activity")
    assert (told.kind, first["text"].partition("\n")[0], first["outcome"]) == (
        "activities",
        "No signal",
        "Spliced fiber",
    )
    assert first["done_at"] == datetime(2026, 1, 5, 8, 10)


def test_whose_department_it_is_stays_with_the_talk(ws: Workspace, tmp_path: Path) -> None:
    rows = [["客户", "科室", "拜访日期", "拜访人", "沟通内容"], [A, "设备科", "2024-04-09", "倪佳", "了解招标"]]
    imported_sheet(ws, workbook(tmp_path / "a.xlsx", Sheet1=rows))
    (only,) = held(ws, "activity")
    assert only["text"] == "了解招标\n科室: 设备科"


def test_the_summary_of_a_visit_comes_before_a_remark(ws: Workspace, tmp_path: Path) -> None:
    rows = [["客户名称", "备注", "拜访日期", "拜访类型", "拜访总结"], [A, "需发票", "2024-03-12", "上门", "等预算"]]
    imported_sheet(ws, workbook(tmp_path / "a.xlsx", Sheet1=rows))
    (only,) = held(ws, "activity")
    assert only["text"] == "等预算\n备注: 需发票"


def test_jobs_may_tell_when_they_were_begun_and_are_to_be_over(ws: Workspace, tmp_path: Path) -> None:
    rows: list[list[Any]] = [
        ["客户名称", "维修设备编号", "故障问题", "维修负责人", "维修开始日期", "预计维修结束日期"],
        [A, "E-101", "锁模无力", "吴斌", "2026-06-01", "2026-06-03"], [B, "E-233", "温控失灵", "吴斌", "2026-07-20", "2026-07-28"],
    ]  # fmt: skip
    imported_sheet(ws, workbook(tmp_path / "a.xlsx", Sheet1=rows))
    first, second = held(ws, "activity")
    assert (first["done_at"].date(), first["author"], second["text"].partition("\n")[0]) == (
        date(2026, 6, 1),
        "吴斌",
        "温控失灵",
    )
    assert [(one["text"], one["due_at"].date()) for one in held(ws, "reminder")] == [("温控失灵", date(2026, 7, 28))]


def test_a_list_of_returned_devices_is_a_log_of_repairs(ws: Workspace, tmp_path: Path) -> None:
    header = ["id", "serial_number", "customer", "reason", "status", "defect_description", "resolution", "resolved_at"]
    rows = [
        header, ["RMA-1", "SN-2", A, "Not powering on", "open", "No LED is on", "", ""],
        ["RMA-2", "SN-4", B, "Drops the line", "closed", "Packets lost", "Antenna replaced", "2025-11-02"],
    ]  # fmt: skip
    imported_sheet(ws, workbook(tmp_path / "rmas.xlsx", rmas=rows))
    first, second = held(ws, "activity")
    assert (first["text"].partition("\n")[0], second["outcome"]) == ("No LED is on", "Antenna replaced")


@pytest.mark.parametrize(
    "day", ["保修到期", "生日", "购买日期", "合同到期", "Warranty until", "DOB", "MOT due", "Next MOT"]
)
def test_the_only_days_of_a_list_are_no_jobs_done_when_they_say_otherwise(
    ws: Workspace, tmp_path: Path, day: str
) -> None:
    rows = [["客户", "电话", "维修项目", day]]
    rows += [[f"客户{name}", f"1381234567{at}", what, f"2026-12-0{at}"] for at, (name, what) in enumerate(
        [("甲", "换机油"), ("乙", "补胎"), ("丙", "喷漆")], 1
    )]  # fmt: skip
    told = imported_sheet(ws, workbook(tmp_path / "r.xlsx", Sheet1=rows))
    assert told.kind == "customers"
    assert not held(ws, "activity")
