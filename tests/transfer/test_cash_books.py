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
