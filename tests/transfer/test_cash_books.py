"""Cash books, ledgers of a year whose days have none, and lists of who can be reached beside lists of goods."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from app.records.workspace import Workspace
from app.transfer.commands import plan_import
from tests.transfer.imports import held, imported_sheet
from tests.transfer.sheets_made import workbook

A, B = "宁波海港工具有限公司", "磨坊修理厂"


@pytest.mark.parametrize(
    "head",
    [
        ["日期", "摘要", "收入", "支出", "余额", "对方"],
        ["Date", "Description", "Income", "Expense", "Balance", "Counterparty"],
        ["Datum", "Verwendungszweck", "Einnahmen", "Ausgaben", "Saldo", "Auftraggeber / Empfänger"],
        ["Дата", "Назначение", "Приход", "Расход", "Остаток", "Контрагент"],
    ],
)
def test_who_pays_is_a_customer(ws: Workspace, tmp_path: Path, head: list[str]) -> None:
    rows: list[list[object]] = [
        head,
        ["2026-03-01", "货款", 5000, None, 15000, A],
        ["2026-03-02", "材料", None, 2000, 13000, "绍兴轴承厂"],
        ["2026-03-08", "货款", 1200, None, 14200, B],
    ]
    imported_sheet(ws, workbook(tmp_path / "a.xlsx", Sheet1=rows))
    found = held(ws, "customer")
    assert [one["name"] for one in found] == [A, "绍兴轴承厂", B]
    assert "2026-03-01" in found[0]["notes"]
    assert "2000" in found[1]["notes"]
    assert found[0]["created_on"] != date(2026, 3, 1)


@pytest.mark.parametrize(
    "head", [["日期", "摘要", "收入", "支出", "余额"], ["Date", "Description", "Debit", "Credit", "Balance"]]
)
def test_a_cash_book_that_names_nobody_says_so(ws: Workspace, tmp_path: Path, head: list[str]) -> None:
    rows: list[list[object]] = [
        head,
        ["2026-03-01", "货款", 5000, None, 15000],
        ["2026-03-02", "材料", None, 2000, 13000],
    ]
    (sheet,) = plan_import(ws, [workbook(tmp_path / "a.xlsx", 流水账=rows)]).sheets
    assert sheet.proposal.kind is None
    assert "cash book" in sheet.proposal.reason


def test_balances_are_no_phones(ws: Workspace, tmp_path: Path) -> None:
    file = tmp_path / "bank.csv"
    file.write_text(
        "交易日期,借方金额,贷方金额,账户余额,对方户名\n"
        f"2026-03-01,,5000.00,15000.00,{A}\n2026-03-02,2000.00,,13000.00,{B}\n",
        "utf-8",
    )
    imported_sheet(ws, file)
    assert [(one["phone"], one["mobile"]) for one in held(ws, "customer")] == [(None, None)] * 2


def test_a_ledger_of_a_year_writes_days_without_it(ws: Workspace, tmp_path: Path) -> None:
    file = tmp_path / "2023流水账.csv"
    file.write_text(
        "日期,客户,内容,数量,单价,金额,已付,未付\n"
        f"1.3,{A},宣传单,500,1.2,600,600,0\n1.5,{B},菜单,50,18,900,500,400\n1月小计,,,,,1500,1100,400\n2.10,{A},手提袋,1000,1.6,1600,0,1600\n",
        "utf-8",
    )
    imported_sheet(ws, file)
    assert [one["date"] for one in held(ws, "quote")] == [date(2023, 1, 3), date(2023, 1, 5), date(2023, 2, 10)]
    assert [one["name"] for one in held(ws, "customer")] == [A, B]


@pytest.mark.parametrize(
    "head",
    [
        ["Код", "Наименование", "Тип", "Группа", "Телефон", "Город"],
        ["Code", "Name", "Type", "Category", "Phone", "City"],
        ["编码", "名称", "类型", "分类", "电话", "城市"],
    ],
)
def test_who_has_a_phone_is_no_product(ws: Workspace, tmp_path: Path, head: list[str]) -> None:
    rows = [
        head,
        ["001", "Порт", "опт", "A", "+7 495 201-33-44", "Пермь"],
        ["002", "Ромашка", "опт", "B", "+7 383 222-11-00", "Омск"],
    ]
    told = imported_sheet(ws, workbook(tmp_path / "a.xlsx", Sheet1=rows))
    assert told.kind == "customers"
    assert [(one["name"], one["city"]) for one in held(ws, "customer")] == [("Порт", "Пермь"), ("Ромашка", "Омск")]


def test_the_phone_of_a_supplier_leaves_goods_what_they_are(ws: Workspace, tmp_path: Path) -> None:
    rows = [
        ["Code", "Name", "Group", "Supplier phone"],
        ["A1", "Drill", "Tools", "+1 555 201 3344"],
        ["A2", "Saw", "Tools", "+1 555 201 3345"],
    ]
    assert imported_sheet(ws, workbook(tmp_path / "a.xlsx", Sheet1=rows)).kind == "products"


PAID = "绍兴轴承厂"
CAME_AND_WENT = {
    "columns": [["日期", "摘要", "收入", "支出", "余额", "对方"], ["2026-03-01", "货款", 5000, None, 15000, A],
        ["2026-03-02", "材料", None, 2000, 13000, PAID], ["2026-03-08", "退款", None, 100, 12900, A],
        ["2026-03-09", "货款", 20, None, 12920, B]],
    "the bank's sides": [["交易日期", "借方金额", "贷方金额", "账户余额", "对方户名"], ["2026-03-01", None, 5000, 15000, A],
        ["2026-03-02", 2000, None, 13000, PAID], ["2026-03-09", None, 20, 13020, B]],
    "one's own sides, the newest first": [["日期", "摘要", "对方单位", "借方", "贷方", "余额"], ["2026-03-09", "货款", B, 20, None, 13020],
        ["2026-03-02", "材料", PAID, None, 2000, 13000], ["2026-03-01", "货款", A, 5000, None, 15000]],
    "sign": [["Buchungstag", "Auftraggeber / Empfänger", "Verwendungszweck", "Betrag"], ["01.03.2026", A, "Rechnung", "5.000,00"],
        ["02.03.2026", PAID, "Material", "-2.000,00"], ["09.03.2026", B, "Rechnung", "20,00"]],
    "word": [["交易时间", "交易对方", "商品", "收/支", "金额(元)"], ["2026-03-01 10:00:00", A, "货", "收入", "¥5000.00"],
        ["2026-03-02 10:00:00", PAID, "货", "支出", "¥2000.00"], ["2026-03-09 10:00:00", B, "货", "收入", "¥20.00"]],
}  # fmt: skip


@pytest.mark.parametrize("rows", CAME_AND_WENT.values(), ids=CAME_AND_WENT)
def test_who_was_only_ever_paid_is_a_supplier(ws: Workspace, tmp_path: Path, rows: list[list[object]]) -> None:
    imported_sheet(ws, workbook(tmp_path / "a.xlsx", 现金日记账=rows))
    assert {one["name"]: one["kind"] for one in held(ws, "customer")} == {A: "company", PAID: "supplier", B: "company"}


def test_a_list_of_payments_is_of_suppliers(ws: Workspace, tmp_path: Path) -> None:
    rows: list[list[object]] = [
        ["付款日期", "收款单位", "付款金额", "付款方式", "经办人"],
        ["2026-03-01", PAID, 2000, "转账", "小王"],
        ["2026-03-05", B, 300, "现金", "小王"],
    ]
    imported_sheet(ws, workbook(tmp_path / "a.xlsx", Sheet1=rows))
    found = held(ws, "customer")
    assert [(one["kind"], one["payment_terms"]) for one in found] == [("supplier", None)] * 2
    assert "付款方式: 转账" in found[0]["notes"]
    assert not held(ws, "contact")


def test_a_customer_of_the_book_who_is_paid_back_stays_one(ws: Workspace, tmp_path: Path) -> None:
    imported_sheet(ws, workbook(tmp_path / "a.xlsx", Sheet1=[["客户名称", "电话"], [PAID, "13800001001"]]))
    imported_sheet(ws, workbook(tmp_path / "b.xlsx", Sheet1=CAME_AND_WENT["columns"]))
    assert {one["name"]: one["kind"] for one in held(ws, "customer")}[PAID] == "company"


def test_amounts_of_a_row_are_not_those_of_the_rows_below(ws: Workspace, tmp_path: Path) -> None:
    imported_sheet(ws, workbook(tmp_path / "a.xlsx", Sheet1=CAME_AND_WENT["columns"]))
    assert "收入" not in {one["name"]: one["notes"] for one in held(ws, "customer")}[PAID]


def test_customers_with_a_day_and_an_amount_stay_as_they_are(ws: Workspace, tmp_path: Path) -> None:
    rows: list[list[object]] = [
        ["往来单位", "日期", "金额", "电话"],
        [A, "2026-03-01", 500, "13800001001"],
        [B, "2026-03-02", 20, None],
    ]
    imported_sheet(ws, workbook(tmp_path / "a.xlsx", Sheet1=rows))
    assert [(one["kind"], one["created_on"]) for one in held(ws, "customer")] == [
        ("company", date(2026, 3, 1)), ("company", date(2026, 3, 2)),
    ]  # fmt: skip


def test_who_saw_to_a_payment_is_not_who_was_paid(ws: Workspace, tmp_path: Path) -> None:
    rows: list[list[object]] = [
        ["序号", "收款单位", "金额", "经办人", "支付时间"], [1, "桐乡毛纱供应站", 18600, "陆芬", "2024-04-02"],
        [2, "海宁辅料行", 3250.5, "陆芬", "2024-04-09"],
    ]  # fmt: skip
    imported_sheet(ws, workbook(tmp_path / "a.xlsx", Sheet1=rows))
    found = held(ws, "customer")
    assert [(one["name"], one["kind"]) for one in found] == [("桐乡毛纱供应站", "supplier"), ("海宁辅料行", "supplier")]
    assert "经办人: 陆芬" in found[0]["notes"]


def test_whether_a_payment_was_approved_says_nothing_of_the_customer(ws: Workspace, tmp_path: Path) -> None:
    rows: list[list[object]] = [
        ["客户名称", "电话", "审核状态"],
        [A, "13800001001", "通过"],
        [B, "13800001002", "待审核"],
    ]
    told = imported_sheet(ws, workbook(tmp_path / "a.xlsx", Sheet1=rows))
    assert not told.problems
    assert [one["notes"] for one in held(ws, "customer")] == ["审核状态: 通过", "审核状态: 待审核"]


def test_a_credit_note_makes_no_supplier(ws: Workspace, tmp_path: Path) -> None:
    rows: list[list[object]] = [
        ["往来单位", "日期", "金额", "电话"],
        [A, "2026-03-01", 500, "13800001001"],
        [B, "2026-03-02", -20, None],
    ]
    imported_sheet(ws, workbook(tmp_path / "a.xlsx", Sheet1=rows))
    assert [one["kind"] for one in held(ws, "customer")] == ["company", "company"]


@pytest.mark.parametrize(
    "rows",
    [
        [["Date", "Party", "Debit", "Credit", "Balance"], ["2026-01-05", A, 100, None, 100], ["2026-01-06", B, None, 60, 40],
            ["2026-01-07", PAID, 50, None, 90]],
        [["日期", "摘要", "往来单位", "借方", "贷方", "余额"], ["2026-01-05", "销售", A, 100, None, 100],
            ["2026-01-06", "收款", B, None, 60, 40], ["2026-01-07", "销售", PAID, 50, None, 90]],
        [["Date", "Counterparty", "Type", "Amount"], ["2026-01-05", A, "Debit", 100], ["2026-01-06", B, "Credit", 60]],
    ],
)  # fmt: skip
def test_what_customers_owe_makes_nobody_a_supplier(ws: Workspace, tmp_path: Path, rows: list[list[object]]) -> None:
    imported_sheet(ws, workbook(tmp_path / "a.xlsx", Sheet1=rows))
    assert {one["kind"] for one in held(ws, "customer")} == {"company"}


def test_a_customer_who_is_paid_back_keeps_what_it_is_even_when_others_are_replaced(
    ws: Workspace, tmp_path: Path
) -> None:
    imported_sheet(ws, workbook(tmp_path / "a.xlsx", Sheet1=[["客户名称", "电话"], [PAID, "13800001001"]]))
    imported_sheet(ws, workbook(tmp_path / "b.xlsx", Sheet1=CAME_AND_WENT["columns"]), on_duplicate="overwrite")
    assert {one["name"]: one["kind"] for one in held(ws, "customer")}[PAID] == "company"


def test_wages_make_no_suppliers(ws: Workspace, tmp_path: Path) -> None:
    rows: list[list[object]] = [
        ["日期", "收款人", "金额"],
        ["2026-01-05", "张伟", 5000],
        ["2026-01-06", "李娜", 6000],
        ["2026-01-07", "王强", 7000],
    ]
    (sheet,) = plan_import(ws, [workbook(tmp_path / "a.xlsx", Sheet1=rows)]).sheets
    assert sheet.proposal.kind is None


def test_persons_of_a_cash_book_who_were_paid_are_no_suppliers(ws: Workspace, tmp_path: Path) -> None:
    rows: list[list[object]] = [
        *CAME_AND_WENT["columns"],
        ["2026-03-10", "工资", None, 5000, 7920, "张伟"],
        ["2026-03-11", "工资", None, 5000, 2920, "李娜"],
    ]
    imported_sheet(ws, workbook(tmp_path / "a.xlsx", Sheet1=rows))
    found = {one["name"]: one["kind"] for one in held(ws, "customer")}
    assert (found[PAID], found["张伟"], found["李娜"]) == ("supplier", "company", "company")
