"""What happens with each row."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from app.customers.alike import known
from app.transfer.columns.mapping import propose
from app.transfer.drafting.context import Context
from app.transfer.drafting.drafts import draft
from app.transfer.plans.planned import Book, SheetDrafts
from app.transfer.plans.planning import ImportPlan, plan
from app.transfer.reviewing.report import result
from tests.transfer.imports import decided
from tests.transfer.mapping_tools import TYPES, WORDS, sheet

HEAD = ["客户名称", "联系人", "手机", "电话", "地址"]


def planned(rows: Sequence[Sequence[Any]], book: Book | None = None, **options: Any) -> ImportPlan:
    one = sheet(rows)
    proposal = propose(one, WORDS)
    drafts, orders = draft(one, proposal, Context(TYPES))
    return plan((SheetDrafts("a.xlsx", proposal, drafts, orders),), book or Book(), TYPES, **options)


def actions(found: ImportPlan) -> list[str]:
    return [row.action.value for row in found.sheets[0].rows]


def test_several_rows_of_one_company_are_one_customer_with_several_contacts() -> None:
    found = planned(
        [
            HEAD,
            ["甲有限公司", "张伟", "13800001001"],
            ["甲公司", "李娜", "13800001002"],
            ["甲有限公司", "张伟", "13800001001"],
        ]
    )
    assert actions(found) == ["create", "update", "duplicate"]
    assert len(found.writes.customers) == 1
    assert [contact["name"] for _ref, contact in found.writes.contacts] == ["张伟", "李娜"]


def test_a_double_fills_what_is_empty_and_what_differs_goes_to_the_notes() -> None:
    found = planned(
        [
            HEAD,
            ["甲有限公司", None, None, "0512-66001122", None],
            ["甲有限公司", None, None, "0512-66001199", "人民路1号"],
        ]
    )
    (customer,) = found.writes.customers
    assert customer["address"] == "人民路1号"
    assert str(customer["phone"]) == "0512-66001122"
    assert "0512-66001199" in customer["notes"]


def test_another_spelling_of_the_name_is_kept() -> None:
    rows = [
        HEAD,
        ["甲贸易有限公司", "张伟", "13800001001"],
        ["甲贸易公司"],
        ["甲贸易集团"],
        ["甲贸易（集团）"],
        ["甲贸易 有限公司"],
    ]
    (customer,) = planned(rows).writes.customers
    assert (customer["name"], customer["short_name"], customer["notes"]) == (
        "甲贸易有限公司",
        "甲贸易公司",
        "also: 甲贸易集团",
    )


def test_another_spelling_than_the_books_is_kept_once() -> None:
    held = known({"name": "甲贸易有限公司"}, {}, book_id=7)
    book = Book([held], fetch=lambda kind, ids, names: {7: {"name": "甲贸易有限公司"}})
    found = planned([HEAD, ["甲贸易公司"], ["甲贸易集团"], ["甲贸易公司"]], book=book)
    assert found.writes.updates["customer"] == {7: {"short_name": "甲贸易公司", "notes": "also: 甲贸易集团"}}
    assert actions(found) == ["update", "update", "duplicate"]


def test_two_persons_in_a_cell_are_two_contacts() -> None:
    found = planned(
        [HEAD, ["甲公司", "陈生、刘生", "13800001001"], ["甲公司", "李先生/陈小姐"], ["甲公司", "陈生/赵工"]]
    )
    assert [contact["name"] for _ref, contact in found.writes.contacts] == ["陈生", "刘生", "李先生", "陈小姐", "赵工"]
    assert actions(found) == ["create", "update", "update"]


def test_persons_of_one_cell_without_a_company_stay_in_the_notes() -> None:
    (customer,) = planned(
        [HEAD, ["甲公司", "张伟", "13800001001"], [None, "陈生、刘生", "15900007120"]]
    ).writes.customers[1:]
    assert (customer["name"], customer["notes"]) == ("陈生", "also: 刘生")


def test_a_likely_double_waits_for_a_decision() -> None:
    rows = [HEAD, ["苏州恒瑞精密机械有限公司", "周建明", "13800002317"], ["苏州恒瑞机械", "周工", "13800002317"]]
    found = planned(rows)
    assert actions(found) == ["create", "create"]
    assert found.sheets[0].rows[1].pending
    merged = decided(found, {(0, 3): "merge"})
    assert len(merged.writes.customers) == 1
    assert not merged.sheets[0].rows[1].pending
    assert decided(merged, {(0, 3): ""}).sheets[0].rows[1].pending
    assert actions(decided(found, {(0, 3): "skip"})) == ["create", "skip"]
    assert actions(planned(rows, undecided="skip")) == ["create", "skip"]
    assert len(decided(found, {(0, 3): "keep"}).sheets[0].problems) == 0


def test_a_row_without_name_takes_the_contact_and_says_so() -> None:
    found = planned(
        [HEAD, ["甲公司", "张伟", "13800001001"], [None, "王老板", "15900007120"], [None, None, "15900007121"]]
    )
    assert actions(found) == ["create", "create", "problem"]
    assert found.writes.customers[1]["name"] == "王老板"
    assert found.writes.customers[1]["kind"] == "person"
    assert [problem.row for problem in found.sheets[0].problems] == [3, 4]


def test_every_row_is_counted_once() -> None:
    found = planned([HEAD, ["甲公司"], ["甲公司"], [None, None, "13800001001"], ["乙公司"], ["@@", None, None, "12"]])
    (told,) = result(found, None).sheets
    assert (told.rows, sum(told.counts.values()), told.failed) == (5, 3, 2)


def test_adding_makes_everything_anew() -> None:
    assert actions(planned([HEAD, ["甲公司"], ["甲公司"]], mode="add")) == ["create", "create"]


def test_persons_of_a_sheet_of_contacts_find_their_customer_by_its_number() -> None:
    customers = [
        ["客户代码", "客户名称", "税号"],
        ["C001", "杭州永兴机电有限公司", None],
        ["C002", "瑞安东方汽配厂", None],
    ]
    people = [
        ["客户代码", "姓名", "手机"],
        ["C001", "陈永兴", "13805712345"],
        ["C001", "陈小明", "13805712346"],
        ["C002", "林建国", "13957778899"],
        ["C009", "吴无主", "13900000001"],
    ]
    sources = []
    for name, rows in (("客户", customers), ("联系人", people)):
        one = sheet(rows, name=name)
        proposal = propose(one, WORDS)
        sources.append(SheetDrafts("a.xlsx", proposal, *draft(one, proposal, Context(TYPES))))
    assert [one.proposal.kind for one in sources] == ["customers", "contacts"]
    found = plan(sources, Book(), TYPES)
    assert [one["name"] for one in found.writes.customers] == ["杭州永兴机电有限公司", "瑞安东方汽配厂", "吴无主"]
    assert [(ref, one["name"]) for ref, one in found.writes.contacts] == [
        (0, "陈永兴"), (0, "陈小明"), (1, "林建国"), (2, "吴无主"),
    ]  # fmt: skip
