"""Rows of a whole book that are taken from their cells, as what is stored of them was damaged or somebody added them:
they keep their links, and those to them."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import openpyxl
import pytest

from app.main import create_workspace
from app.records import queries
from app.records.workspace import Workspace
from app.transfer.commands import plan_import, run_import
from app.transfer.exporting.book_workbook import export_book
from tests.transfer.imports import held

DAY = datetime(2026, 7, 1, 9, 30)


@pytest.fixture
def file(ws: Workspace, tmp_path: Path) -> Path:
    """A book in which two customers have a contact of the same name."""
    with ws.operation("Fill") as op:
        first, second = op.insert_many("customer", [{"name": "甲公司"}, {"name": "乙公司"}])
        op.update("customer", second, {"parent_company": first})
        people = [
            {"customer": first, "name": "王强"},
            {"customer": second, "name": "王强"},
            {"customer": second, "name": "李工"},
        ]
        his, hers, third = op.insert_many("contact", people)
        op.insert(
            "activity", {"customer": second, "contact": (hers, third), "kind": "call", "text": "问价", "done_at": DAY}
        )
        goods = op.insert("product", {"code": "P-1", "name": "泵"})
        quote = op.insert(
            "quote", {"number": "Q1", "customer": first, "contact": his, "currency": "CNY", "date": DAY.date()}
        )
        op.insert("quote_line", {"quote": quote, "position": 1, "product": goods})
        op.insert_many("reminder", [
            {"text": "催款", "due_at": DAY, "about_kind": "quote", "about_id": quote},
            {"text": "回电", "due_at": DAY, "about_kind": "customer", "about_id": second, "contact": third},
        ])  # fmt: skip
    export_book(ws, tmp_path / "book.xlsx")
    return tmp_path / "book.xlsx"


@pytest.fixture
def other(tmp_path: Path) -> Iterator[Workspace]:
    made = create_workspace(tmp_path / "other.kebu")
    yield made
    made.close()


def links(ws: Workspace) -> list[tuple[Any, ...]]:
    """All links of a book, by the names of the records and of whom they belong to."""

    def called(kind: str, number: int | None) -> str:
        (row,) = queries.rows(ws, kind, [number]) if number else (None,)
        owner = row["customer"] if row is not None and kind == "contact" else None
        return f"{called('customer', owner)} {row.title}" if owner else row.title if row else ""

    found = []
    for record in ws.dictionary.types:
        for row in held(ws, record.name):
            told = [(one.name, called(one.link, row[one.name])) for one in record.fields if one.link]
            if record.soft_parent and row["about_id"]:
                told.append((row["about_kind"], called(row["about_kind"], row["about_id"])))
            found.append((record.name, row.title, *told))
    return found


@pytest.mark.parametrize(
    "damaged", [("Customers",), ("Contacts", "Quotes"), ("Reminders", "Activities", "Quote lines"), ()]
)
def test_damaged_rows_keep_their_links(ws: Workspace, other: Workspace, file: Path, damaged: tuple[str, ...]) -> None:
    book = openpyxl.load_workbook(file)
    for sheet in book:
        for head in sheet[1]:
            if str(head.value) == "kebu:exact" and (not damaged or sheet.title in damaged):
                for row in range(2, sheet.max_row + 1):
                    sheet.cell(row, head.column).value = "x"
    book.save(file)
    plan = plan_import(other, [file])
    assert [problem for sheet in plan.sheets for problem in sheet.problems] == []
    run_import(other, plan)
    assert links(other) == links(ws)


def test_added_rows_are_linked_with_each_other(other: Workspace, file: Path) -> None:
    book = openpyxl.load_workbook(file)
    for title, row in (
        ("Customers", {"Name": "丙公司", "Head office": "甲公司"}),
        ("Contacts", {"Customer": "丙公司", "Name": "赵敏"}),
        ("Contacts", {"Customer": "丙公司", "Name": "钱进"}),
        (
            "Activities",
            {"Customer": "丙公司", "Contact": "赵敏, 钱进", "Kind": "Call", "Done at": DAY, "What was said": "来电"},
        ),
        ("Quote lines", {"Quote": "Q1", "Product": "P-1", "Position": 2}),
        ("Reminders", {"Customer": "丙公司", "What to do": "寄样", "Due": DAY}),
    ):
        sheet = book[title]
        at = {str(cell.value): cell.column for cell in reversed(sheet[1])}
        sheet.append({at[name]: value for name, value in row.items()})
    book.save(file)
    plan = plan_import(other, [file])
    assert [problem for sheet in plan.sheets for problem in sheet.problems] == []
    run_import(other, plan)
    found = {(kind, title): told for kind, title, *told in links(other)}
    assert ("parent_company", "甲公司") in found["customer", "丙公司"]
    assert found["contact", "赵敏"] == [("customer", "丙公司")]
    assert ("contact", "丙公司 赵敏") in found["activity", "来电"]
    assert held(other, "contact")[-1].id in [one["contact"] for one in held(other, "participant")]
    assert [one["product"] for one in held(other, "quote_line")] == [1, 1]
    assert ("customer", "丙公司") in found["reminder", "寄样"]


def test_a_name_that_several_have_is_told(other: Workspace, file: Path) -> None:
    book = openpyxl.load_workbook(file)
    sheet = book["Quotes"]
    at = {str(cell.value): cell.column for cell in sheet[1]}
    sheet.append({at["Number"]: "Q2", at["Contact"]: "王强", at["Currency"]: "CNY", at["Date"]: DAY.date()})
    book.save(file)
    plan = plan_import(other, [file])
    (problem,) = [problem for sheet_ in plan.sheets for problem in sheet_.problems]
    assert problem.reason == "Several records are called “王强”."
    run_import(other, plan)
    assert [(one.title, one["contact"] is None) for one in held(other, "quote")] == [("Q1", False), ("Q2", True)]


def test_a_name_that_many_customers_contacts_have_is_looked_up_once(
    ws: Workspace, other: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    many, read = 60, 0

    def counted(raw: str) -> Any:
        nonlocal read
        read += 1
        return json.loads(raw)

    with ws.operation("Fill") as op:
        customers = op.insert_many("customer", [{"name": f"公司{number}"} for number in range(many)])
        people = op.insert_many("contact", [{"customer": one, "name": "王经理"} for one in customers])
        op.insert_many(
            "activity",
            [
                {"customer": customer, "contact": one, "kind": "call", "text": "问价", "done_at": DAY}
                for customer, one in zip(customers, people, strict=True)
            ],
        )
    export_book(ws, tmp_path / "book.xlsx")
    book = openpyxl.load_workbook(tmp_path / "book.xlsx")
    sheet = book["Activities"]
    (column,) = [head.column for head in sheet[1] if str(head.value) == "kebu:exact"]
    for row in range(2, sheet.max_row + 1):
        sheet.cell(row, column).value = "x"
    book.save(tmp_path / "book.xlsx")
    monkeypatch.setattr("app.transfer.plans.named_records.json", SimpleNamespace(loads=counted))
    run_import(other, plan_import(other, [tmp_path / "book.xlsx"]))
    assert links(other) == links(ws)
    assert read <= 4 * many
