"""Imports into a book: written, compared, undone."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from app.records import commands as records
from app.records import history, queries
from app.records.workspace import Workspace
from app.shared.errors import Cancelled, KebuError, SheetError
from app.shared.paths import root
from app.transfer.commands import plan_import, refuse_empty, run_import
from app.transfer.plans.options import Options
from app.transfer.queries import make_plan, proposals
from app.transfer.reviewing.preview import changed_cells
from app.transfer.reviewing.report import ImportResult, record_words, result
from tests.transfer.mapping_tools import book, sheet

HEAD = ["客户名称", "联系人", "手机", "地址", "级别", "内部代号"]
ROWS = [
    ["甲有限公司", "张伟", "13800001001", "人民路1号", "A", "X1"],
    ["乙有限公司", "李娜", "13800001002", None, "b", "X2"],
]


def imported(ws: Workspace, rows: list[list[Any]], **options: Any) -> ImportResult:
    return run_import(ws, plan_import(ws, [book(sheet(rows))], Options(**options)))


def test_customers_with_their_contacts_in_one_operation(ws: Workspace) -> None:
    done = imported(ws, [HEAD, *ROWS])
    assert done.counts["created"] == 2
    customer = queries.find(ws, "customer", "甲有限公司")
    (contact,) = queries.linked(ws, "contact", "customer", customer.id)
    assert (customer["level"], customer["kind"], customer["notes"]) == ("A", "company", "内部代号: X1")
    assert (contact["name"], contact["mobile"].normal, contact["is_primary"]) == ("张伟", "+8613800001001", True)
    operation = history.operations(ws, 1)[0]
    assert operation.id == done.operation
    assert operation.values["file"] == "客户.xlsx"


def test_what_the_rows_made_is_counted_by_kind_and_is_in_the_book(ws: Workspace) -> None:
    lines = [
        ["报价单号", "报价日期", "客户名称", "品名", "数量", "单价"],
        ["Q-1", "2025-03-01", "甲有限公司", "轴承", 2, 10],
        ["Q-1", "2025-03-01", "甲有限公司", "皮带", 1, 30],
        ["Q-2", "2025-03-04", "丁有限公司", "轴承", 5, 10],
    ]
    for rows in ([HEAD, *ROWS], lines):
        before = {one.name: queries.count(ws, one.name) for one in ws.dictionary.types}
        done = imported(ws, rows)
        after = {one.name: queries.count(ws, one.name) - before[one.name] for one in ws.dictionary.types}
        assert done.records == {kind: count for kind, count in after.items() if count}
        assert done.to_json()["records"] == dict(done.records)
    assert done.records == {"customer": 1, "quote": 2, "quote_line": 3}
    assert record_words(ws.dictionary.types, done.records) == "Customers 1 · Quotes 2 · Quote lines 3"
    assert not imported(ws, lines).records


def test_undo_takes_the_whole_import_back(ws: Workspace) -> None:
    imported(ws, [HEAD, *ROWS])
    history.undo(ws)
    assert (queries.count(ws, "customer"), queries.count(ws, "contact")) == (0, 0)


def test_a_spent_plan_lets_its_records_go_once_they_are_written(ws: Workspace) -> None:
    plan = plan_import(ws, [book(sheet([HEAD, *ROWS]))])
    done = run_import(ws, plan, spend=True)
    assert (done.counts["created"], queries.count(ws, "contact"), bool(plan.writes)) == (2, 2, False)


def test_a_plan_that_could_not_be_written_keeps_its_records(ws: Workspace) -> None:
    plan = plan_import(ws, [book(sheet([HEAD, *ROWS]))])
    with pytest.raises(Cancelled):
        run_import(ws, plan, cancelled=lambda: True)
    assert len(plan.writes.customers) == 2
    assert run_import(ws, plan).counts["created"] == 2


def test_the_same_file_again_changes_nothing(ws: Workspace) -> None:
    imported(ws, [HEAD, *ROWS])
    again = imported(ws, [HEAD, *ROWS])
    assert again.operation is None
    assert again.counts["duplicates"] == 2
    assert queries.count(ws, "contact") == 2


@pytest.mark.parametrize("number", ["邮箱", "电话"])
def test_what_went_to_a_new_contact_does_not_go_to_its_customer_the_next_time(ws: Workspace, number: str) -> None:
    records.create(ws, "customer", {"name": "甲有限公司", "address": "人民路1号"})
    rows = [
        ["客户名称", "联系人", "地址", number],
        ["甲有限公司", "张伟", "人民路1号", "zw@jia.cn" if number == "邮箱" else "051266881234"],
    ]
    imported(ws, rows)
    customer = queries.find(ws, "customer", "甲有限公司")
    assert queries.linked(ws, "contact", "customer", customer.id)[0]["name"] == "张伟"
    assert imported(ws, rows).operation is None
    assert queries.find(ws, "customer", "甲有限公司").values == customer.values


def test_update_fills_what_is_empty_and_never_replaces(ws: Workspace) -> None:
    made = records.create(ws, "customer", {"name": "甲有限公司", "address": "老地址"})
    done = imported(ws, [HEAD, *ROWS])
    customer = queries.get(ws, "customer", made.id)
    assert (customer["address"], customer["level"]) == ("老地址", "A")
    assert (done.counts["updated"], done.counts["created"]) == (1, 1)


@pytest.mark.parametrize(
    ("mode", "address", "customers"), [("overwrite", "人民路1号", 2), ("skip", "老地址", 2), ("add", "老地址", 3)]
)
def test_other_ways_with_duplicates(ws: Workspace, mode: str, address: str, customers: int) -> None:
    made = records.create(ws, "customer", {"name": "甲有限公司", "address": "老地址"})
    imported(ws, [HEAD, *ROWS], on_duplicate=mode)
    assert queries.get(ws, "customer", made.id)["address"] == address
    assert queries.count(ws, "customer") == customers


def test_a_column_can_become_a_field_of_the_users_own(ws: Workspace) -> None:
    file = book(sheet([HEAD, *ROWS]))
    (proposal,) = proposals(ws, file)
    run_import(ws, make_plan(ws, [(file, [proposal.changed(5, ("custom:内部代号",))])]))
    customer = queries.find(ws, "customer", "甲有限公司")
    field = next(field for field in ws.dictionary.type("customer").fields if field.custom)
    assert (field.label, customer[field.name], customer["notes"]) == ("内部代号", "X1", None)


def test_edited_cells_are_taken(ws: Workspace) -> None:
    file = book(sheet([HEAD, ["甲有限公司", "张伟", "1380000100", None, None, None]]))
    found = proposals(ws, file)
    plan = make_plan(ws, [(file, found)])
    (problem,) = plan.sheets[0].problems
    file = changed_cells(file, {("Sheet1", problem.row, problem.index): "13800001001"})
    mended = make_plan(ws, [(file, found)])
    assert mended.sheets[0].problems == ()
    run_import(ws, mended)
    assert queries.find(ws, "contact", "张伟")["mobile"].normal == "+8613800001001"


def test_persons_without_company_become_customers_of_their_own(ws: Workspace) -> None:
    rows = [["姓名", "单位", "手机"], ["张伟", "甲公司", "13800001001"], ["李娜", None, "13800001002"]]
    imported(ws, rows)
    assert queries.find(ws, "customer", "李娜")["kind"] == "person"
    assert queries.count(ws, "contact") == 2


def test_a_row_of_a_companys_person_is_linked_to_it(ws: Workspace) -> None:
    rows = [
        ["Name", "Is a company", "Parent company", "City", "E-mail"],
        ["Werner Kopp", None, "Huber AG", None, "w@huber.example"],
        ["Huber AG", "true", None, "Stans", None],
    ]  # fmt: skip
    imported(ws, rows)
    customer = queries.find(ws, "customer", "Huber AG")
    assert customer["city"] == "Stans"
    assert [one["name"] for one in queries.linked(ws, "contact", "customer", customer.id)] == ["Werner Kopp"]


def test_cancel_leaves_the_book_as_it_was(ws: Workspace) -> None:
    plan = plan_import(ws, [book(sheet([HEAD, *ROWS]))])
    with pytest.raises(Cancelled):
        run_import(ws, plan, cancelled=lambda: True)
    assert queries.count(ws, "customer") == 0


def test_a_cancel_stops_the_search_index_too(ws: Workspace) -> None:
    plan = plan_import(ws, [book(sheet([HEAD, *ROWS]))])
    shares: list[float] = []
    with pytest.raises(Cancelled):
        run_import(ws, plan, shares.append, lambda: shares[-1:] > [0.29])
    assert len(shares) == 2
    assert queries.count(ws, "customer") == 0
    assert not queries.search(ws, "甲有限公司")
    run_import(ws, plan, shares.append)
    assert shares == sorted(shares[:2]) + sorted(shares[2:])
    assert shares[-1] == 1
    assert queries.search(ws, "甲有限公司")


def test_files_with_nothing_to_import_are_refused_with_a_reason(ws: Workspace) -> None:
    plan = plan_import(ws, [book(sheet([["订单编号", "数量"], ["X1", 2]]))])
    with pytest.raises(SheetError, match="nothing"):
        refuse_empty(plan)


def test_unknown_sheets_kinds_and_modes_are_told(ws: Workspace) -> None:
    for options in (Options(sheet="x"), Options(kind="companies"), Options(on_duplicate="x")):
        with pytest.raises(KebuError):
            plan_import(ws, [book(sheet([HEAD, *ROWS]))], options)


def test_json_says_what_was_done(ws: Workspace) -> None:
    plan = plan_import(ws, [book(sheet([HEAD, *ROWS, [None, None, "13800001009"]]))])
    told = result(plan, None).to_json()
    (one,) = told["files"][0]["sheets"]
    assert told["operation"] is None
    assert (one["kind"], one["header_row"], one["rows"], one["created"]) == ("customers", 1, 3, 2)
    assert one["mapping"]["手机"] == "contact.mobile"
    assert set(one["problems"][0]) == {"row", "column", "value", "reason"}


def test_the_demonstrations_sheets(ws: Workspace) -> None:
    folder = root() / "resources" / "sample"
    files = sorted(path for path in folder.iterdir() if path.suffix in (".xlsx", ".csv"))
    done = run_import(ws, plan_import(ws, files))
    kinds = {Path(one.file).name: one.kind for one in done.sheets}
    assert kinds == {
        "产品价目表.xlsx": "products",
        "客户总表2019-2025.xlsx": "customers",
        "suppliers.csv": "customers",
        "联系人.csv": "contacts",
    }
    assert queries.count(ws, "product") == 30
    assert queries.count(ws, "customer") > 50
    price = next(
        row["price"] for row in queries.rows(ws, "product", queries.ids(ws, "product")) if row["code"] == "QH-001"
    )
    assert isinstance(price, Decimal)
    assert not any(one.fatal for sheet_ in done.sheets for one in sheet_.problems)
