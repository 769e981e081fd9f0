"""Quotes as firms keep them: one or several in a sheet, with titles, merged cells, totals, sums in words, terms and stamps."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import openpyxl
from openpyxl.worksheet.worksheet import Worksheet

from app.records import history, queries
from app.records.workspace import Workspace
from app.transfer.commands import plan_import, run_import
from app.transfer.reviewing.report import ImportResult
from tests.transfer.imports import held
from tests.transfer.sheets_made import workbook

HEAD = ["序号", "产品名称", "型号规格", "单位", "数量", "单价（元）", "金额（元）", "备注"]
LINES = [[1, "离心泵", "IS50", "台", 2, 1280.5, 2561], [2, "球阀", "DN50", "只", 10, 85, 850]]
TERMS = ["备注：", "1、以上报价含13%增值税。", "2、交货期：款到后15天", "3、付款方式：预付30%", "4、报价有效期：30天"]
ENGLISH: list[list[Any]] = [
    ["WUXI YONGTAI M&E CO., LTD"],
    ["QUOTATION"],
    ["To:", "Acme Trading Co., Ltd.", None, "Quotation No.:", "Q-2024-17"],
    ["Attn:", "Mr. John Smith", None, "Date:", date(2024, 3, 5)],
    ["Item", "Description", "Model", "Qty", "Unit", "Unit Price (USD)", "Amount (USD)"],
    [1, "Centrifugal pump", "IS50", 2, "set", 350, 700],
    [2, "Ball valve", "DN50", 10, "pc", 12.5, 125],
    [3, "Flange", "PN16", 20, "pc", 3.2, 64],
    ["Sub-total", None, None, None, None, None, 889],
    ["Freight", None, None, None, None, None, 50],
    ["Grand Total", None, None, None, None, None, 939],
    ["SAY US DOLLARS NINE HUNDRED AND THIRTY NINE ONLY"],
    ["Terms:"],
    ["1. Payment: T/T 30% in advance"],
    ["For and on behalf of WUXI YONGTAI", None, None, "Accepted by:"],
]


def quote(sheet: Worksheet, customer: str, number: str, day: str, total: float = 3411, terms: bool = True) -> None:
    """Put a quote under what the sheet holds."""
    first = sheet.max_row + 3 if sheet.max_row > 1 else 1
    rows: list[list[Any]] = [
        ["无锡永泰机电设备有限公司"],
        ["报  价  单"],
        [f"客户：{customer}", *[None] * 3, f"报价单号：{number}"],
    ]
    rows += [["联系人：王经理", None, "电话：0512-66881234*802", None, f"日期：{day}"], [], HEAD, *LINES]
    rows += [["合计", *[None] * 5, total], ["合计人民币（大写）：叁仟肆佰壹拾壹元整"]]
    rows += (
        [*([one] for one in TERMS), ["供方（盖章）：无锡永泰机电设备有限公司"], ["日期：2023年12月31日"]]
        if terms
        else []
    )
    for number_of_row, row in enumerate(rows, first):
        for column, value in enumerate(row, 1):
            if value is not None:
                sheet.cell(number_of_row, column, value)
    for number_of_row in (first, first + 1, first + 9):
        sheet.merge_cells(start_row=number_of_row, end_row=number_of_row, start_column=1, end_column=8)


def made(path: Path, fill: Callable[[openpyxl.Workbook], None]) -> Path:
    book = openpyxl.Workbook()
    fill(book)
    book.save(path)
    return path


def imported(ws: Workspace, path: Path) -> ImportResult:
    plan = plan_import(ws, [path])
    assert not queries.count(ws, "quote")
    return run_import(ws, plan)


def test_several_quotes_below_each_other(ws: Workspace, tmp_path: Path) -> None:
    def fill(book: openpyxl.Workbook) -> None:
        sheet = book.active
        quote(sheet, "苏州恒瑞机械有限公司", "B-001", "2024年3月5日", terms=False)
        quote(sheet, "常州武进泵业有限公司", "B-002", "2024-4-1", total=4000)
        quote(sheet, "昆山大成印染有限公司", "B-003", "2024/5/1")

    done = imported(ws, made(tmp_path / "报价.xlsx", fill))
    assert [one["name"] for one in held(ws, "customer")] == [
        "苏州恒瑞机械有限公司", "常州武进泵业有限公司", "昆山大成印染有限公司",
    ]  # fmt: skip
    assert [(one["number"], one["date"], one["total"]) for one in held(ws, "quote")] == [
        ("B-001", date(2024, 3, 5), 3411), ("B-002", date(2024, 4, 1), 3411), ("B-003", date(2024, 5, 1), 3411),
    ]  # fmt: skip
    assert [one["valid_until"] for one in held(ws, "quote")] == [None, date(2024, 5, 1), date(2024, 5, 31)]
    assert [(one["quote"], one["name"]) for one in held(ws, "quote_line")] == [
        (number, name) for number in (1, 2, 3) for name in ("离心泵", "球阀")
    ]
    told = [one.reason for sheet in done.sheets for one in sheet.problems if "total" in one.reason]
    assert told == ["The sheet's total is 4,000.00, its lines come to 3,411.00; the lines hold."]
    again = run_import(ws, plan_import(ws, [tmp_path / "报价.xlsx"]))
    assert again.operation is None
    history.undo(ws, done.operation)
    assert not queries.count(ws, "customer")


def test_a_quote_per_sheet_and_an_empty_one(ws: Workspace, tmp_path: Path) -> None:
    def fill(book: openpyxl.Workbook) -> None:
        quote(book.active, "苏州恒瑞机械有限公司", "B-001", "2024年3月5日")
        quote(book.create_sheet("武进"), "常州武进泵业有限公司", "B-002", "2024.4.1")
        book.create_sheet("Sheet3")

    imported(ws, made(tmp_path / "报价.xlsx", fill))
    assert [(one["number"], one["date"]) for one in held(ws, "quote")] == [
        ("B-001", date(2024, 3, 5)), ("B-002", date(2024, 4, 1)),
    ]  # fmt: skip
    assert {one["phone"].normal for one in held(ws, "contact")} == {"+8651266881234;ext=802"}


def test_an_english_quotation(ws: Workspace, tmp_path: Path) -> None:
    def fill(book: openpyxl.Workbook) -> None:
        for row in ENGLISH:
            book.active.append(row)
        book.active.merge_cells("A1:G1")
        book.active.merge_cells("A2:G2")

    done = imported(ws, made(tmp_path / "q.xlsx", fill))
    (one,) = held(ws, "quote")
    assert (one["number"], one["currency"], one["total"], one["freight"]) == ("Q-2024-17", "USD", 939, 50)
    assert [(line["name"], line["specification"], line["price"]) for line in held(ws, "quote_line")] == [
        ("Centrifugal pump", "IS50", 350), ("Ball valve", "DN50", Decimal("12.5")), ("Flange", "PN16", Decimal("3.2")),
    ]  # fmt: skip
    assert not [problem for problem in done.sheets[0].problems if "total" in problem.reason]


def test_tax_and_discount_under_the_lines(ws: Workspace, tmp_path: Path) -> None:
    rows: list[list[Any]] = [["报价单"], ["客户名称", "苏州恒瑞机械有限公司", None, "报价编号", "YT-1"], []]
    rows += [["No.", "品名", "规格", "数量", "单位", "单价", "小计"], [1, "泵", "IS50", 2, "台", 1000, 2000]]
    rows += [
        [None, "小计", *[None] * 4, 2000],
        [None, "优惠", *[None] * 4, -100],
        [None, "税金(13%)", *[None] * 4, 247],
    ]
    rows += [[None, "总计", *[None] * 4, 2147]]

    def fill(book: openpyxl.Workbook) -> None:
        for row in rows:
            book.active.append(row)

    done = imported(ws, made(tmp_path / "q.xlsx", fill))
    (one,) = held(ws, "quote")
    assert (one["tax_included"], one["discount"], one["total"]) == (False, 100, 2147)
    assert [line["tax_rate"] for line in held(ws, "quote_line")] == [13]
    assert not [problem for problem in done.sheets[0].problems if "total" in problem.reason]


def test_what_stands_beside_the_labels_of_a_document_is_kept(ws: Workspace, tmp_path: Path) -> None:
    rows: list[list[Any]] = [
        ["永泰机电报价单"], ["电话：0510-80001111"],
        ["报价单编号", "BJ-31", None, "报价单名称", "泵站改造"], ["客户名称", "申达轴承有限公司", None, "关联合同", "HT-07"],
        ["报价人：小殷", None, None, "车间：三号", None], ["报价日期", "2025-03-18"], HEAD, *LINES, ["合计", *[None] * 5, 3411],
    ]  # fmt: skip
    imported(ws, workbook(tmp_path / "q.xlsx", Sheet1=rows))
    (one,) = held(ws, "quote")
    assert one["number"] == "BJ-31"
    assert one["remarks"].splitlines()[-2:] == ["Other text: 报价单名称: 泵站改造", "关联合同: HT-07"]


def test_each_delivery_on_a_statement_is_of_the_customer_over_it(ws: Workspace, tmp_path: Path) -> None:
    rows: list[list[Any]] = [
        ["华光陶瓷对账单"], ["客户名称：济宁饭店用品公司", None, None, "对账期间：2023年6月"],
        ["日期", "单号", "品名", "规格", "数量", "单价", "金额"],
        ["2023-06-03", "XS0603-1", "餐盘", "8寸", 200, 12.5, 2500], ["2023-06-03", "XS0603-1", "汤碗", "4寸", 300, 6, 1800],
        [],
        ["2023-06-18", "XS0618-2", "餐盘", "10寸", 100, 18, 1800],
        ["本月合计", None, None, None, 600, None, 6100], ["上月欠款", *[None] * 5, 3500], ["应收合计", *[None] * 5, 9600],
        ["制表：小殷", None, None, "审核：", None, "客户确认（盖章）："],
    ]  # fmt: skip
    done = imported(ws, workbook(tmp_path / "q.xlsx", Sheet1=rows))
    assert [(one["number"], one["date"], one["total"]) for one in held(ws, "quote")] == [
        ("XS0603-1", date(2023, 6, 3), 4300), ("XS0618-2", date(2023, 6, 18), 1800),
    ]  # fmt: skip
    (customer,) = held(ws, "customer")
    assert customer["name"] == "济宁饭店用品公司"
    assert {one["customer"] for one in held(ws, "quote")} == {customer.id}
    assert not [problem for problem in done.sheets[0].problems if "total" in problem.reason]
