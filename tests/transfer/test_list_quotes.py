"""Quotes with their lines: one row per line, and one sheet per quote."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from app.records import commands, history, queries
from app.records.workspace import Workspace
from app.sales.commands import new_quote
from app.sales.queries import quote as quote_view
from app.sales.view import Line
from app.transfer.commands import plan_import, run_import
from app.transfer.plans import planning
from app.transfer.plans.planned import Writes
from tests.transfer.imports import held, imported
from tests.transfer.mapping_tools import book, sheet
from tests.transfer.sheets_made import workbook

LINES = [
    ["报价明细"],
    [
        "报价单号",
        "报价日期",
        "客户",
        "联系人",
        "产品编码",
        "产品名称",
        "规格型号",
        "单位",
        "数量",
        "单价",
        "金额",
        "税率",
        "业务员",
    ],
    ["BJ-001", "2019-5-1", "甲机械有限公司", "张伟", "P1", "轴承", "6204", "只", 10, 12.5, 125, "13%", "陈静"],
    ["merged", "merged", "merged", "merged", None, "轴承", "6205", "只", 20, 15, 300, "13%", "陈静"],
    ["BJ-002", "2019-5-3", "乙电子有限公司", "李娜", None, "电机", "Y90", "台", 2, 800, 1500, "13%", "王强"],
    ["合计", None, None, None, None, None, None, None, 32, None, 1925],
]
SHEET = [
    ["上海启恒机电设备有限公司"],
    ["地址：上海市闵行区春申路1号   电话：021-5555 6666  传真：021-5555 6667"],
    ["报  价  单"],
    ["客户名称：", "苏州恒瑞机械有限公司", None, None, "报价单号：", "BJ-2019-018"],
    ["联系人：", "张伟", None, None, "日期：", "2019年5月6日"],
    ["电话：", "0512-66001122", None, None, "报价人：", "陈静"],
    ["序号", "品名", "规格型号", "单位", "数量", "单价(元)", "金额", "备注"],
    [1, "轴承", "6204", "只", 10, 12.5, 125, "现货"],
    [2, "轴承", "6205", "只", 20, 15, 300, None],
    [3, "电机", "Y90L", "台", 1, 800, 800, "2周"],
    [],
    ["合计", None, None, None, 31, None, 1225],
    ["大写：壹仟贰佰贰拾伍元整"],
    ["备注：", "1、以上价格含13%增值税"],
    ["2、报价有效期：30天"],
    ["交货期：", "2周"],
    ["付款方式：", "款到发货"],
    ["报价人：陈静", "电话：021-5555 6666"],
]


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return workbook(tmp_path / "报价.xlsx", 报价明细=LINES)


def test_rows_of_one_number_are_the_lines_of_one_quote(ws: Workspace, file: Path) -> None:
    product = commands.create(ws, "product", {"code": "P1", "name": "深沟球轴承"}).id
    done = imported(ws, file)
    (told,) = done.sheets
    assert (told.kind, told.rows, dict(told.counts)) == ("quotes", 3, {"created": 3})
    first, second = held(ws, "quote")
    assert (first["number"], first["date"], first["customer"], first["contact"]) == ("BJ-001", date(2019, 5, 1), 1, 1)
    assert (first["total"], first["tax_included"], first["currency"], first["revision"]) == (
        Decimal("425.00"),
        True,
        "CNY",
        0,
    )
    assert (first["remarks"], second["remarks"]) == ("业务员: 陈静", "业务员: 王强")
    lines = held(ws, "quote_line")
    assert [(one["quote"], one["position"], one["product"]) for one in lines] == [
        (1, 1, product),
        (1, 2, None),
        (2, 1, None),
    ]
    assert (lines[0]["name"], lines[0]["specification"], lines[0]["quantity"]) == ("轴承", "6204", Decimal(10))
    assert quote_view(ws, 1).totals.total == Decimal("425.00")


def test_another_amount_is_told_and_nothing_altered(ws: Workspace, file: Path) -> None:
    (told,) = imported(ws, file).sheets
    (problem,) = [one for one in told.problems if one.column == "金额"]
    assert (problem.row, problem.value, problem.fatal) == (5, "1500.00", False)
    assert problem.reason == "The sheet says 1,500.00, quantity and price give 1,600.00; these hold."
    assert held(ws, "quote")[1]["total"] == Decimal("1600.00")


def test_the_same_quotes_again_add_nothing_and_undo_takes_all(ws: Workspace, file: Path) -> None:
    imported(ws, file)
    again = imported(ws, file)
    assert (again.operation, dict(again.counts)) == (None, {"duplicates": 3})
    history.undo(ws)
    assert [queries.count(ws, kind) for kind in ("customer", "contact", "quote", "quote_line")] == [0, 0, 0, 0]


def test_a_number_of_another_customer_is_a_problem(ws: Workspace, file: Path, tmp_path: Path) -> None:
    imported(ws, file)
    rows = [LINES[1], ["BJ-001", "2019-5-1", "乙电子有限公司", None, None, "电机", None, "台", 1, 5, 5, None, None]]
    (told,) = imported(ws, workbook(tmp_path / "b.xlsx", 报价明细=rows)).sheets
    assert [one.reason for one in told.problems] == ["The number BJ-001 belongs to another customer."]
    assert told.problems[0].fatal


def test_numbers_of_the_books_pattern_are_not_given_again(ws: Workspace, tmp_path: Path) -> None:
    rows = [
        ["报价单号", "报价日期", "客户", "产品名称", "数量", "单价"],
        ["Q2607-017", "2026-7-1", "甲公司", "泵", 1, 100],
        [None, "2026-7-2", "甲公司", "阀", 1, 50],
        [None, "2026-7-3", "乙公司", "阀", 1, 50],
        [None, None, None, "管", 4, 5],
    ]
    file = workbook(tmp_path / "报价单.xlsx", 报价单=rows)
    imported(ws, file)
    assert [one["number"] for one in held(ws, "quote")] == ["Q2607-017", "Q2607-018", "Q2607-019"]
    assert [one["quote"] for one in held(ws, "quote_line")] == [1, 2, 3, 3]
    made = new_quote(ws, 1, lines=[Line(name="x")])
    assert queries.get(ws, "quote", made.id)["number"] == "Q2607-020"
    assert dict(imported(ws, file).counts) == {"duplicates": 4}


def test_a_quote_on_a_sheet_of_its_own(ws: Workspace, tmp_path: Path) -> None:
    file = workbook(tmp_path / "恒瑞.xlsx", Sheet1=SHEET)
    done = imported(ws, file)
    (told,) = done.sheets
    assert (told.kind, told.header_row, told.rows, dict(told.counts)) == ("quotes", 7, 3, {"created": 3})
    assert [one for one in told.problems if one.index >= 0] == []
    (quote,) = held(ws, "quote")
    assert (quote["number"], quote["date"], quote["valid_until"]) == ("BJ-2019-018", date(2019, 5, 6), date(2019, 6, 5))
    assert (quote["delivery_terms"], quote["payment_terms"]) == ("2周", "款到发货")
    assert (quote["total"], quote["tax_included"]) == (Decimal("1225.00"), True)
    assert "以上价格含13%增值税" in quote["remarks"]
    lines = held(ws, "quote_line")
    assert [one["specification"] for one in lines] == ["6204; 备注: 现货", "6205", "Y90L; 备注: 2周"]
    assert {one["tax_rate"] for one in lines} == {Decimal(13)}
    (contact,) = held(ws, "contact")
    assert (contact["name"], contact["phone"].normal) == ("张伟", "+8651266001122")
    assert held(ws, "customer")[0]["name"] == "苏州恒瑞机械有限公司"
    assert dict(imported(ws, file).counts) == {"duplicates": 3}


def test_a_workbook_of_english_quotes(ws: Workspace, tmp_path: Path) -> None:
    def one(number: str, customer: str, total: Any) -> list[list[Any]]:
        return [
            ["QUOTATION"], ["To:", customer, None, None, "Quote No:", number],
            ["Attn:", "Jane Miller", None, None, "Date:", "2020-03-04"], ["Tel:", "+44 20 7946 0018"], [],
            ["No.", "Description", "Qty", "Unit", "Unit Price (USD)", "Amount"],
            [1, "Seal kit", 5, "set", 20.5, 102.5], [2, "Pump", 1, "pc", 900, 900], [None, None, None, None, "Total", total],
            ["Remarks:", "Freight not included"], ["Payment terms:", "30 days net"],
        ]  # fmt: skip

    sheets = {"Q1": one("Q-1001", "ACME Pumps Ltd", 1010.5), "Q2": one("Q-1002", "Borealis AS", 1002.5)}
    done = imported(ws, workbook(tmp_path / "quotes.xlsx", **sheets))
    assert [sheet.kind for sheet in done.sheets] == ["quotes", "quotes"]
    first, second = held(ws, "quote")
    assert (first["currency"], first["total"], first["payment_terms"]) == ("USD", Decimal("1002.50"), "30 days net")
    assert (first["customer"], second["customer"]) == (1, 2)
    told = [problem.reason for problem in done.sheets[0].problems if problem.column == "Total"]
    assert told == ["The sheet's total is 1,010.50, its lines come to 1,002.50; the lines hold."]
    assert not [problem for problem in done.sheets[1].problems if problem.column == "Total"]


def test_a_register_of_quotes_without_lines_keeps_its_totals(ws: Workspace, tmp_path: Path) -> None:
    rows = [
        ["报价单号", "日期", "客户名称", "项目名称", "报价金额", "状态"],
        ["B1", "2019-5-1", "甲公司", "车间改造", 12000, "已成交"],
        ["B2", "2019-5-2", "乙公司", None, 800, "未成交"],
    ]
    imported(ws, workbook(tmp_path / "a.xlsx", 报价台账=rows))
    assert [(one["total"], one["status"]) for one in held(ws, "quote")] == [
        (Decimal("12000.00"), "won"),
        (Decimal("800.00"), "lost"),
    ]
    assert [(one["name"], one["price"]) for one in held(ws, "quote_line")] == [
        ("车间改造", Decimal(12000)),
        ("As quoted", Decimal(800)),
    ]


@pytest.mark.parametrize(
    ("header", "discount", "amount", "included", "total"),
    [
        ("单价（含税）", None, 1000, True, "1000.00"),
        ("不含税单价", None, 1000, False, "1130.00"),
        ("单价", None, 1130, False, "1130.00"),
        ("单价", "95折", 950, True, "950.00"),
        ("单价", 0.95, 950, True, "950.00"),
        ("单价", "5%", 950, True, "950.00"),
    ],
)
def test_taxes_and_discounts_follow_from_what_the_sheet_comes_to(
    ws: Workspace, tmp_path: Path, header: str, discount: Any, amount: int, included: bool, total: str
) -> None:
    rows = [
        ["报价单号", "日期", "客户", "品名", "数量", header, "折扣", "金额", "税率"],
        ["B1", "2019-5-1", "甲公司", "泵", 10, 100, discount, amount, 0.13],
    ]
    done = imported(ws, workbook(tmp_path / "a.xlsx", 报价单=rows))
    (quote,) = held(ws, "quote")
    assert (quote["tax_included"], quote["total"]) == (included, Decimal(total))
    assert [problem for problem in done.sheets[0].problems if problem.index >= 0] == []


def test_a_price_that_is_missing_follows_from_the_amount(ws: Workspace, tmp_path: Path) -> None:
    rows = [
        ["报价单号", "日期", "客户", "品名", "数量", "单价", "金额"],
        ["B1", "2019-5-1", "甲公司", "泵", 4, None, 10],
        [None, None, None, "安装", None, None, 500],
    ]
    imported(ws, workbook(tmp_path / "a.xlsx", 报价单=rows))
    assert [one["price"] for one in held(ws, "quote_line")] == [Decimal("2.5"), Decimal(500)]
    assert held(ws, "quote")[0]["total"] == Decimal("510.00")


def test_prices_are_no_quotes_and_orders_are_won(ws: Workspace) -> None:
    prices = [
        ["编码", "品名", "规格", "单位", "单价"],
        ["P1", "轴承", "6204", "只", 12.5],
        ["P2", "轴承", "6205", "只", 15],
    ]
    orders = [
        ["订单号", "日期", "客户", "产品", "数量", "单价", "金额"],
        ["X1", "2019-5-1", "甲公司", "泵", 1, 5, 5],
        ["X2", "2019-5-1", "甲公司", "泵", 1, 5, 5],
    ]
    plan = plan_import(ws, [book(sheet(prices, name="产品报价表"), sheet(orders, name="销售订单"))])
    assert [one.proposal.kind for one in plan.sheets] == ["products", "quotes"]
    run_import(ws, plan)
    assert [(one["number"], one["status"], one["total"]) for one in held(ws, "quote")] == [
        ("X1", "won", Decimal("5.00")), ("X2", "won", Decimal("5.00")),
    ]  # fmt: skip


@pytest.mark.parametrize("turned", [False, True])
def test_heads_and_lines_in_two_sheets_are_joined_by_the_number(ws: Workspace, tmp_path: Path, turned: bool) -> None:
    heads = [
        ["报价单号", "日期", "客户", "总金额", "状态"],
        ["B1", "2019-5-1", "甲公司", 425, "已成交"],
        ["B2", "2019-5-2", "乙公司", 900, None],
    ]
    lines = [
        ["报价单号", "产品名称", "规格", "数量", "单价"],
        ["B1", "轴承", "6204", 10, 12.5],
        ["B1", "轴承", "6205", 20, 15],
        ["B2", "电机", "Y90", 1, 800],
        ["B3", "阀", None, 1, 5],
    ]
    sheets = {"报价单": heads, "报价明细": lines}
    file = workbook(tmp_path / "报价.xlsx", **dict(reversed(sheets.items()) if turned else sheets.items()))
    done = imported(ws, file)
    assert {one.sheet: dict(one.counts) for one in done.sheets} == {
        "报价单": {"created": 2},
        "报价明细": {"created": 4},
    }
    assert [(one["number"], one["total"], one["status"], one["customer"]) for one in held(ws, "quote")] == [
        ("B1", Decimal("425.00"), "won", 1), ("B2", Decimal("800.00"), "draft", 2), ("B3", Decimal("5.00"), "draft", None),
    ]  # fmt: skip
    assert [(one["quote"], one["position"], one["name"]) for one in held(ws, "quote_line")] == [
        (1, 1, "轴承"), (1, 2, "轴承"), (2, 1, "电机"), (3, 1, "阀"),
    ]  # fmt: skip
    told = [problem.reason for one in done.sheets for problem in one.problems if "total" in problem.reason]
    assert told == ["The sheet's total is 900.00, its lines come to 800.00; the lines hold."]
    assert imported(ws, file).operation is None


def test_two_sides_at_the_head_and_several_sums_below(ws: Workspace, tmp_path: Path) -> None:
    rows = [
        ["产 品 报 价 单"],
        ["TO：", "苏州恒瑞机械有限公司", None, "FROM：", "上海启恒机电设备有限公司"],
        ["ATTN：", "张先生", None, "联系人：", "陈静"],
        ["TEL：", "0512-66001122", None, "TEL：", "021-55556666"],
        ["日期：", "2023-05-06", None, "编号：", "QH230506-01"],
        ["承蒙惠顾，谨报价如下："],
        ["项目", "名称及规格", "数量", "单位", "单价", "总价", "交期"],
        ["一", "空压机 GA37", 1, "台", 58000, 58000, "现货"],
        [None, "储气罐 1m3", 1, "台", 3200, 3200, "1周"],
        ["二", "安装费", 1, "项", 1500, 1500, None],
        [None, "小计", None, None, None, 62700],
        ["总计（RMB）：陆万贰仟元整", None, None, None, None, 62000],
        ["1.", "以上价格含税13%，含运费"],
        ["2.", "付款方式：预付30%，发货前付清"],
    ]
    (told,) = imported(ws, workbook(tmp_path / "a.xlsx", 报价=rows)).sheets
    (quote,) = held(ws, "quote")
    assert (quote["number"], quote["total"], quote["payment_terms"]) == (
        "QH230506-01",
        Decimal("62700.00"),
        "预付30%，发货前付清",
    )
    assert [one.reason for one in told.problems if one.index >= 0] == [
        "The sheet's total is 62,000.00, its lines come to 62,700.00; the lines hold."
    ]
    (contact,) = held(ws, "contact")
    assert (contact["name"], contact["phone"].normal) == ("张先生", "+8651266001122")
    assert [one["specification"] for one in held(ws, "quote_line")] == [
        "Delivery terms: 现货",
        "Delivery terms: 1周",
        None,
    ]


def test_a_register_with_a_price_called_quote(ws: Workspace, tmp_path: Path) -> None:
    rows = [
        ["日期", "客户", "产品", "型号", "数量", "报价", "备注"],
        ["2023-1-5", "昆山鼎新五金", "空压机", "GA22", 1, 36000, "未回复"],
        ["2023-1-6", "太仓大明电子厂", "干燥机", "ED-20", 2, "8,800元", None],
    ]
    imported(ws, workbook(tmp_path / "报价记录汇总.xlsx", Sheet1=rows))
    assert [(one["number"], one["total"]) for one in held(ws, "quote")] == [
        ("Q2301-001", Decimal("36000.00")), ("Q2301-002", Decimal("17600.00")),
    ]  # fmt: skip


def test_a_number_is_given_once_whatever_the_mode(ws: Workspace, file: Path, tmp_path: Path) -> None:
    imported(ws, file)
    again = imported(ws, file, on_duplicate="add")
    assert (again.operation, again.counts["created"]) == (None, 0)
    assert {one.reason for one in again.sheets[0].problems if one.row == 3} == {"The number BJ-001 is taken."}
    assert dict(imported(ws, file, on_duplicate="skip").counts) == {"skipped": 3}
    head = LINES[1]
    rows = {
        "报价单": [head, ["X1", "2019-5-1", "甲机械有限公司", None, None, "泵", None, "台", 1, 5, 5, None, None]],
        "报价单2": [head, ["X1", "2019-5-1", "乙电子有限公司", None, None, "泵", None, "台", 1, 5, 5, None, None]],
    }
    done = imported(ws, workbook(tmp_path / "c.xlsx", **rows))
    assert [dict(one.counts) for one in done.sheets] == [{"created": 1}, {}]
    assert [one.reason for one in done.sheets[1].problems] == ["The number X1 belongs to another customer."]


@pytest.mark.parametrize(("one", "other"), [("Q-1-11", "Q-11-1"), ("A/12", "A1/2")])
def test_quotes_whose_numbers_differ_in_their_signs_alone_are_two(one: str, other: str, ws: Workspace) -> None:
    rows = [
        ["报价单号", "客户名称", "日期", "产品名称", "数量", "单价"],
        [one, "甲机械有限公司", "2026-01-02", "螺丝", 1, 2],
        [other, "甲机械有限公司", "2026-01-03", "螺母", 3, 4],
    ]
    imported(ws, book(sheet(rows, name="报价单")))
    assert [row["number"] for row in held(ws, "quote")] == [one, other]


def test_rows_with_a_dash_for_their_number_are_not_one_quote(ws: Workspace) -> None:
    rows = [
        ["报价单号", "客户名称", "日期", "产品名称", "数量", "单价"],
        ["-", "甲机械有限公司", "2026-01-02", "螺丝", 1, 2],
        ["-", "乙电子有限公司", "2026-01-03", "螺母", 3, 4],
    ]
    imported(ws, book(sheet(rows, name="报价单")))
    assert len(held(ws, "quote")) == 2


def test_lines_without_tax_are_exempt_whatever_they_call_it(ws: Workspace) -> None:
    rows = [["报价单号", "客户名称", "日期", "产品名称", "数量", "单价", "税率"]]
    for number, said in enumerate(("免税", "零税率", "免税商品", "免征增值税", "tax free", "13%", "0%")):
        rows.append([f"Q{number}", "甲机械有限公司", "2026-01-02", "螺丝", "1", "2", said])
    imported(ws, book(sheet(rows, name="报价单")))
    assert [line["tax_exempt"] for line in held(ws, "quote_line")] == [True] * 5 + [False] * 2


def test_products_of_the_same_file_are_not_looked_through_for_each_line(
    ws: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    looks = 0

    class Counted(list[dict[str, Any]]):
        def __iter__(self) -> Iterator[dict[str, Any]]:
            nonlocal looks
            for one in super().__iter__():
                looks += 1
                yield one

    monkeypatch.setattr(planning, "Writes", lambda **given: Writes(**given, products=Counted()))
    count = 200
    products = [
        ["产品编码", "产品名称", "规格", "单位", "单价"],
        *([f"P{one}", f"产品{one}", "", "个", 5] for one in range(count)),
    ]
    lines: list[list[Any]] = [["报价单号", "客户名称", "日期", "产品编码", "产品名称", "数量", "单价"]]
    lines += [["Q1", "甲机械有限公司", "2026-01-02", f"P{one}", f"产品{one}", 1, 2] for one in reversed(range(count))]
    plan = plan_import(ws, [book(sheet(products, name="产品"), sheet(lines, name="报价单"))])
    told = [(one.values["name"], one.links["product"]) for one in plan.writes.entries["quote_line"]]
    assert told == [(f"产品{one}", ("product", one)) for one in reversed(range(count))]
    assert looks <= 5 * count
