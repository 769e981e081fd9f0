"""Persons who come before their companies are joined when these come; numbers tell apart companies of one name."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from pathlib import Path

import pytest

from app.records import commands, history
from app.records.workspace import Workspace
from app.transfer.commands import plan_import, run_import
from tests.transfer.imports import held, imported
from tests.transfer.sheets_made import workbook
from tests.transfer.test_foreign_ids import ACCOUNTS, people, written

Rows = Sequence[Sequence[object]]
OWN_PEOPLE: Rows = [
    ["联系人编号", "姓名", "客户编号", "手机", "职务"],
    ["L001", "王小明", "K-0001", "13800000001", "采购经理"],
    ["L002", "李大鹏", "K-0001", "13800000002", "总经理"],
    ["L003", "陈静", "K-0002", "13800000003", "工程师"],
    ["L004", "周周", "K-0009", "13800000004", "仓管"],
]
OWN_FIRMS: Rows = [
    ["客户编号", "客户名称", "电话", "上级客户编号"],
    ["K-0001", "苏州金阊阀门有限公司", "0512-66000001", ""],
    ["K-0002", "常州武进泵业有限公司", "0519-66000001", "K-0001"],
]


def belonging(ws: Workspace) -> dict[str, tuple[str, int]]:
    names = {one.id: one["name"] for one in held(ws, "customer")}
    first = min(names)
    return {one["name"]: (names[one["customer"]], one["customer"] - first) for one in held(ws, "contact")}


@pytest.mark.parametrize("program", ACCOUNTS)
def test_accounts_that_come_a_day_later_take_their_persons_in(ws: Workspace, tmp_path: Path, program: str) -> None:
    accounts, contacts = written(tmp_path / "a.csv", ACCOUNTS[program]), written(tmp_path / "b.csv", people(program))
    imported(ws, contacts)
    assert [one["kind"] for one in held(ws, "customer")] == ["person"] * 4
    plan = plan_import(ws, [accounts])
    assert len(plan.writes.joins) == 4
    done = run_import(ws, plan)
    joined = {
        "Ann Lee": ("Acme Corp", 0), "Bob Ray": ("Acme Corp", 0), "Cid Fox": ("Globex Inc", 1), "Dan Roe": ("Acme Corp", 2),
    }  # fmt: skip
    assert belonging(ws) == joined
    assert [one["is_primary"] for one in held(ws, "contact")] == [True, False, True, True]
    assert len(done.sheets[0].problems) == 4
    assert dict(imported(ws, contacts).counts) == {"duplicates": 4}
    assert dict(imported(ws, accounts).counts) == {"duplicates": 3}
    assert belonging(ws) == joined


def test_joining_is_undone_whole_and_done_again(ws: Workspace, tmp_path: Path) -> None:
    imported(ws, workbook(tmp_path / "a.xlsx", 联系人=OWN_PEOPLE))
    before = belonging(ws)
    done = imported(ws, workbook(tmp_path / "b.xlsx", 客户=OWN_FIRMS))
    after = belonging(ws)
    assert {name: firm for name, (firm, _at) in after.items()} == {
        "王小明": "苏州金阊阀门有限公司", "李大鹏": "苏州金阊阀门有限公司", "陈静": "常州武进泵业有限公司", "周周": "周周",
    }  # fmt: skip
    history.undo(ws, done.operation)
    assert belonging(ws) == before
    history.redo(ws)
    assert belonging(ws) == after


@pytest.mark.parametrize("reverse", [True, False])
def test_both_at_once_in_either_order(ws: Workspace, tmp_path: Path, reverse: bool) -> None:
    files = [workbook(tmp_path / "a.xlsx", 联系人=OWN_PEOPLE), workbook(tmp_path / "b.xlsx", 客户=OWN_FIRMS)]
    imported(ws, *(reversed(files) if reverse else files))
    firms = {one.id: one for one in held(ws, "customer")}
    assert {one["name"]: firms[one["customer"]]["name"] for one in held(ws, "contact")} == {
        "王小明": "苏州金阊阀门有限公司", "李大鹏": "苏州金阊阀门有限公司", "陈静": "常州武进泵业有限公司", "周周": "周周",
    }  # fmt: skip


def test_the_persons_come_again_with_their_companies(ws: Workspace, tmp_path: Path) -> None:
    contacts = workbook(tmp_path / "a.xlsx", 联系人=OWN_PEOPLE)
    imported(ws, contacts)
    imported(ws, contacts, workbook(tmp_path / "b.xlsx", 客户=OWN_FIRMS))
    assert len(held(ws, "contact")) == 4
    assert [one["name"] for one in held(ws, "customer")] == ["周周", "苏州金阊阀门有限公司", "常州武进泵业有限公司"]


def test_what_was_done_with_the_person_meanwhile_goes_along(ws: Workspace, tmp_path: Path) -> None:
    imported(ws, workbook(tmp_path / "a.xlsx", 联系人=OWN_PEOPLE))
    person = next(one for one in held(ws, "customer") if one["name"] == "陈静")
    commands.update(ws, "customer", person.id, {"notes": "回电过", "city": "常州"})
    with ws.operation("log") as op:
        op.insert("activity", {"customer": person.id, "done_at": ws.clock.now_wall(), "kind": "call", "text": "报价"})
    imported(ws, workbook(tmp_path / "b.xlsx", 客户=OWN_FIRMS))
    firm = next(one for one in held(ws, "customer") if one["name"] == "常州武进泵业有限公司")
    assert [one["customer"] for one in held(ws, "activity")] == [firm.id]
    (contact,) = [one for one in held(ws, "contact") if one["name"] == "陈静"]
    assert contact["address"] == "常州"
    assert "回电过" in contact["notes"]


def test_a_mere_counter_joins_only_under_its_own_header(ws: Workspace, tmp_path: Path) -> None:
    contacts = [["Id", "AccountId", "LastName", "FirstName"], ["1", "7", "Lee", "Ann"], ["2", "8", "Ray", "Bob"]]
    imported(ws, written(tmp_path / "contacts.csv", contacts))
    imported(ws, written(tmp_path / "other.csv", [["Id", "Company name", "City"], ["7", "Acme Corp", "Boston"]]))
    assert {one["name"] for one in held(ws, "customer")} == {"Ann Lee", "Bob Ray", "Acme Corp"}


def test_a_company_that_has_the_person_already_has_it_once(ws: Workspace, tmp_path: Path) -> None:
    head = ["客户名称", "联系人", "手机"]
    imported(ws, workbook(tmp_path / "0.xlsx", 客户=[head, ["常州武进泵业有限公司", "陈静", "13800000003"]]))
    rows = [[*OWN_PEOPLE[0]], ["L003", "陈静", "K-0002", "13900000009", "工程师"]]
    imported(ws, workbook(tmp_path / "a.xlsx", 联系人=rows))
    imported(ws, workbook(tmp_path / "b.xlsx", 客户=OWN_FIRMS))
    firm = next(one for one in held(ws, "customer") if one["name"] == "常州武进泵业有限公司")
    assert {one["customer"] for one in held(ws, "contact") if one["name"] == "陈静"} == {firm.id}


def test_two_accounts_of_one_name_have_their_own_head_offices(ws: Workspace, tmp_path: Path) -> None:
    rows = [["Id", "Name", "ParentId", "BillingCity", "OwnerId", "SystemModstamp"]]
    rows += [["0015g00000ABCdEAAX", "Acme Corp", "", "Boston", "x", "y"]]
    rows += [["0015g00000ABCdeAAH", "Globex Inc", "0015g00000ABCdEAAX", "Paris", "x", "y"]]
    rows += [["0015g00000ABCdGAAX", "Acme Corp", "0015g00000ABCdeAAH", "Austin", "x", "y"]]
    rows += [["0015g00000ABCdHAAX", "Initech", "0015g00000ABCdGAAX", "Rome", "x", "y"]]
    path = tmp_path / "Account.csv"
    with path.open("w", newline="", encoding="utf-8") as file:
        csv.writer(file).writerows(rows)
    imported(ws, path)
    firms = held(ws, "customer")
    assert [(one["name"], one["parent_company"]) for one in firms] == [
        ("Acme Corp", None), ("Globex Inc", firms[0].id), ("Acme Corp", firms[1].id), ("Initech", firms[2].id),
    ]  # fmt: skip
    assert not any("Head office" in (one["notes"] or "") for one in firms)
    assert dict(imported(ws, path).counts) == {"duplicates": 4}


def test_odoo_persons_of_two_companies_of_one_name(ws: Workspace, tmp_path: Path) -> None:
    rows = [["id", "name", "is_company", "parent_id/id", "email", "city"]]
    rows += [["__export__.res_partner_15", "Ann Lee", "False", "__export__.res_partner_24", "ann@acme.com", "Rome"]]
    rows += [["__export__.res_partner_14", "Acme Corp", "True", "", "info@acme.com", "Boston"]]
    rows += [["__export__.res_partner_24", "Acme Corp", "True", "", "rome@acme.com", "Rome"]]
    rows += [["__export__.res_partner_16", "Bob Ray", "False", "__export__.res_partner_14", "bob@acme.com", "Boston"]]
    imported(ws, written(tmp_path / "res.partner.csv", rows))
    firms = {one.id: one for one in held(ws, "customer")}
    assert {one["name"]: firms[one["customer"]]["city"] for one in held(ws, "contact")} == {
        "Ann Lee": "Rome", "Bob Ray": "Boston",
    }  # fmt: skip


def test_persons_among_partners_come_before_their_companies(ws: Workspace, tmp_path: Path) -> None:
    head = ["id", "name", "is_company", "parent_id/id", "email", "city"]
    persons = [head, ["__export__.res_partner_15", "Ann Lee", "False", "__export__.res_partner_14", "ann@acme.com", ""]]
    persons += [["__export__.res_partner_16", "Bob Ray", "False", "__export__.res_partner_14", "bob@acme.com", "Rome"]]
    firms = [head, ["__export__.res_partner_14", "Acme Corp", "True", "", "info@acme.com", "Boston"]]
    imported(ws, written(tmp_path / "a.csv", persons))
    assert [one["kind"] for one in held(ws, "customer")] == ["person", "person"]
    done = imported(ws, written(tmp_path / "b.csv", firms))
    (firm,) = held(ws, "customer")
    assert (firm["name"], firm["kind"]) == ("Acme Corp", "company")
    assert [(one["name"], one["email"], one["customer"]) for one in held(ws, "contact")] == [
        ("Ann Lee", "ann@acme.com", firm.id), ("Bob Ray", "bob@acme.com", firm.id),
    ]  # fmt: skip
    assert dict(imported(ws, tmp_path / "a.csv", tmp_path / "b.csv").counts) == {"duplicates": 3}
    history.undo(ws, done.operation)
    assert [one["kind"] for one in held(ws, "customer")] == ["person", "person"]
