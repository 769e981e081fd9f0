"""The main contact that the list of customers shows goes into its export, and does not disturb its return."""

from __future__ import annotations

import json
from pathlib import Path

import openpyxl
import pytest

from app.customers.commands import add_contact
from app.records import commands, queries
from app.records.workspace import Workspace
from app.transfer.commands import run_import
from app.transfer.exporting.export import export
from app.transfer.queries import make_plan, prepared, proposals
from app.transfer.reading import read_workbook

FIELDS = ["name", "contact_name", "city"]


@pytest.fixture
def book(ws: Workspace) -> Workspace:
    first = commands.create(ws, "customer", {"name": "苏州恒瑞", "city": "苏州"}).id
    commands.create(ws, "customer", {"name": "上海远景", "city": "上海"})
    add_contact(ws, first, {"name": "周建明", "mobile": "13800138000"})
    return ws


def edited(path: Path, *cells: tuple[int, int, str]) -> Path:
    book = openpyxl.load_workbook(path)
    for row, column, value in cells:
        book.worksheets[0].cell(row, column).value = value
    book.save(path)
    return path


def planned(ws: Workspace, path: Path):
    file = prepared(ws, read_workbook(path))
    return make_plan(ws, [(file, proposals(ws, file))])


def test_the_contact_stands_where_the_list_has_it(book: Workspace, tmp_path: Path) -> None:
    target = tmp_path / "a.xlsx"
    export(book, "customer", target, fields=FIELDS)
    rows = list(openpyxl.load_workbook(target).worksheets[0].iter_rows(values_only=True))
    assert [row[:3] for row in rows] == [
        ("Name", "Contact", "City"), ("苏州恒瑞", "周建明", "苏州"), ("上海远景", None, "上海")
    ]  # fmt: skip
    export(book, "customer", tmp_path / "a.csv", fields=FIELDS)
    assert (tmp_path / "a.csv").read_text("utf-8-sig").splitlines()[1] == "苏州恒瑞,周建明,苏州"
    export(book, "customer", tmp_path / "a.json", fields=FIELDS)
    told = json.loads((tmp_path / "a.json").read_text("utf-8"))
    assert [(one["name"], one["contact_name"]) for one in told] == [("苏州恒瑞", "周建明"), ("上海远景", None)]


def test_the_sheet_comes_back_with_just_what_was_edited(book: Workspace, tmp_path: Path) -> None:
    target = tmp_path / "a.xlsx"
    export(book, "customer", target, fields=FIELDS)
    plan = planned(book, edited(target, (3, 3, "杭州"), (4, 1, "新来的公司"), (4, 2, "吴敏"), (4, 3, "无锡")))
    assert not plan.sheets[0].problems
    run_import(book, plan)
    rows = queries.rows(book, "customer", queries.ids(book, "customer"), ("city",))
    assert sorted((row.title, row["city"]) for row in rows) == [
        ("上海远景", "杭州"), ("新来的公司", "无锡"), ("苏州恒瑞", "苏州")
    ]  # fmt: skip
    people = queries.rows(book, "contact", queries.ids(book, "contact"))
    assert sorted(row.title for row in people) == ["吴敏", "周建明"]


def test_another_contact_in_it_is_told_not_read(book: Workspace, tmp_path: Path) -> None:
    target = tmp_path / "a.xlsx"
    export(book, "customer", target, fields=FIELDS)
    (problem,) = planned(book, edited(target, (2, 2, "别人"))).sheets[0].problems
    assert (problem.row, problem.column, problem.fatal) == (1, "Contact", False)
