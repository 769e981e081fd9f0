"""Sheets that name the records of others by number: exports of CRM programs, and lists of one's own."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.records.workspace import Workspace
from app.transfer.grid import foreign_ids
from tests.transfer.imports import held, imported
from tests.transfer.sheets_made import workbook

Rows = Sequence[Sequence[object]]
ACCOUNTS: dict[str, Rows] = {
    "Salesforce": [
        ["Id", "IsDeleted", "Name", "ParentId", "BillingCity", "Phone", "OwnerId", "SystemModstamp"],
        ["0015g00000ABCdEAAX", "false", "Acme Corp", "", "Boston", "+1 617 555 0100", "0055g1", "2020-01-01"],
        ["0015g00000ABCdeAAH", "false", "Globex Inc", "0015g00000ABCdEAAX", "Paris", "+1 617 555 0101", "0055g1", "2020-01-01"],
        ["0015g00000ABCdGAAX", "false", "Acme Corp", "", "Austin", "+1 512 555 0102", "0055g1", "2020-01-01"],
    ],
    "HubSpot": [
        ["Record ID", "Company name", "Company Domain Name", "City", "Phone Number", "Company owner"],
        ["7700190011", "Acme Corp", "acme.com", "Boston", "617 555 0100", "Kim"],
        ["7700190012", "Globex Inc", "globex.com", "Paris", "617 555 0101", "Kim"],
        ["7700190013", "Acme Corp", "", "Austin", "512 555 0102", "Kim"],
    ],
    "Zoho": [
        ["Record Id", "Account Owner", "Account Name", "Phone", "Website", "Billing City", "Created Time"],
        ["zcrm_1", "Kim", "Acme Corp", "617 555 0100", "acme.com", "Boston", "2020-01-01"],
        ["zcrm_2", "Kim", "Globex Inc", "617 555 0101", "", "Paris", "2020-01-01"],
        ["zcrm_3", "Kim", "Acme Corp", "512 555 0102", "", "Austin", "2020-01-01"],
    ],
    "Dynamics": [
        ["accountid", "name", "telephone1", "address1_city", "websiteurl", "accountnumber"],
        ["a1b2c3d4-0000-0000-0000-000000000001", "Acme Corp", "617 555 0100", "Boston", "acme.com", "ACC-1"],
        ["a1b2c3d4-0000-0000-0000-000000000002", "Globex Inc", "617 555 0101", "Paris", "", "ACC-2"],
        ["a1b2c3d4-0000-0000-0000-000000000003", "Acme Corp", "512 555 0102", "Austin", "", "ACC-3"],
    ],
}  # fmt: skip
_HEAD: dict[str, list[str]] = {
    "Salesforce": ["Id", "AccountId", "LastName", "FirstName", "Phone", "Email", "OwnerId", "SystemModstamp"],
    "HubSpot": [
        "Record ID",
        "Associated Company ID",
        "Last Name",
        "First Name",
        "Phone Number",
        "Email",
        "Contact owner",
    ],
    "Zoho": [
        "Record Id",
        "Account Name.id",
        "Last Name",
        "First Name",
        "Phone",
        "Email",
        "Contact Owner",
        "Created Time",
    ],
    "Dynamics": ["contactid", "parentcustomerid", "lastname", "firstname", "telephone1", "emailaddress1"],
}
_PEOPLE = [("Lee", "Ann", 0), ("Ray", "Bob", 0), ("Fox", "Cid", 1), ("Roe", "Dan", 2)]


def people(program: str) -> Rows:
    head = _HEAD[program]
    rows: list[list[object]] = [list(head)]
    for number, (family, given_name, company) in enumerate(_PEOPLE):
        values = [f"50{number}", ACCOUNTS[program][company + 1][0], family, given_name, f"617 555 02{number}0"]
        rows.append([*values, f"{given_name.lower()}@example.com", "Kim", "2020-01-01"][: len(head)])
    return rows


def written(path: Path, rows: Rows) -> Path:
    with path.open("w", newline="", encoding="utf-8") as file:
        csv.writer(file).writerows(rows)
    return path


def belonging(ws: Workspace) -> dict[str, int]:
    return {one["name"]: one["customer"] for one in held(ws, "contact")}


@pytest.mark.parametrize("program", ACCOUNTS)
@pytest.mark.parametrize("together", [True, False])
def test_persons_find_their_company_by_its_number(ws: Workspace, tmp_path: Path, program: str, together: bool) -> None:
    first = written(tmp_path / "a.csv", ACCOUNTS[program])
    second = written(tmp_path / "b.csv", people(program))
    if together:
        imported(ws, second, first)
    else:
        imported(ws, first)
        imported(ws, second)
    assert [one["name"] for one in held(ws, "customer")] == ["Acme Corp", "Globex Inc", "Acme Corp"]
    assert belonging(ws) == {"Ann Lee": 1, "Bob Ray": 1, "Cid Fox": 2, "Dan Roe": 3}
    again = imported(ws, second)
    assert dict(again.counts) == {"duplicates": 4}
    assert len(held(ws, "contact")) == 4


def test_a_person_whose_company_is_not_there_is_told(ws: Workspace, tmp_path: Path) -> None:
    (told,) = imported(ws, written(tmp_path / "b.csv", people("Salesforce"))).sheets
    assert told.kind == "contacts"
    assert [(one.row, one.column) for one in told.problems] == [
        (2, "AccountId"),
        (3, "AccountId"),
        (4, "AccountId"),
        (5, "AccountId"),
    ]
    assert {one["kind"] for one in held(ws, "customer")} == {"person"}
    assert len(set(belonging(ws).values())) == 4


def test_a_company_above_is_found_by_its_number(ws: Workspace, tmp_path: Path) -> None:
    rows = [["Id", "Name", "ParentId", "BillingCity", "OwnerId", "SystemModstamp"]]
    rows += [["0015g00000ABCdFAAX", "Globex", "0015g00000ABCdEAAX", "Paris", "x", "y"]]
    rows += [["0015g00000ABCdEAAX", "Acme Corp", "", "Boston", "x", "y"]]
    imported(ws, written(tmp_path / "Account.csv", rows))
    first, second = held(ws, "customer")
    assert (first["name"], first["parent_company"], second["parent_company"]) == ("Globex", second.id, None)


def test_no_company_comes_to_stand_above_itself(ws: Workspace, tmp_path: Path) -> None:
    rows = [
        ["客户名称", "上级客户", "电话"],
        ["甲公司", "乙公司", "0512 6600 0001"],
        ["乙公司", "丙公司", "0512 6600 0002"],
    ]
    rows += [["丙公司", "甲公司", "0512 6600 0003"], ["丁公司", "甲公司", "0512 6600 0004"]]
    imported(ws, written(tmp_path / "a.csv", rows))
    one, two, three, four = held(ws, "customer")
    assert [found["parent_company"] for found in (one, two, three, four)] == [two.id, three.id, None, one.id]
    assert "甲公司" in three["notes"]
    imported(ws, written(tmp_path / "b.csv", [["客户名称", "上级客户"], ["丙公司", "丁公司"], ["丁公司", "丙公司"]]))
    assert [found["parent_company"] for found in held(ws, "customer")][2:] == [None, one.id]


def test_odoo_gives_persons_and_branches_below_their_company(ws: Workspace, tmp_path: Path) -> None:
    rows = [["id", "name", "is_company", "parent_id/id", "email", "city"]]
    rows += [["__export__.res_partner_15", "Ann Lee", "False", "__export__.res_partner_14", "ann@acme.com", "Boston"]]
    rows += [["__export__.res_partner_14", "Acme Corp", "True", "", "info@acme.com", "Boston"]]
    rows += [["__export__.res_partner_16", "Acme Labs", "True", "__export__.res_partner_14", "labs@acme.com", "Boston"]]
    imported(ws, written(tmp_path / "res.partner.csv", rows))
    assert [(one["name"], one["kind"], one["parent_company"]) for one in held(ws, "customer")] == [
        ("Acme Corp", "company", None), ("Acme Labs", "company", 1),
    ]  # fmt: skip
    assert belonging(ws) == {"Ann Lee": 1}


CUSTOMERS = [
    ["客户编号", "客户名称", "电话"],
    ["001", "苏州恒瑞机械有限公司", "0512-66001122"],
    ["002", "无锡永泰电气有限公司", "0510-82001122"],
]
PEOPLE = [
    ["客户编号", "姓名", "手机", "职务"],
    ["001", "周建明", "13812345678", "采购"],
    ["002", "王强", "13912345678", "经理"],
]


def test_another_sheet_of_the_file_tells_whose_numbers_they_are(ws: Workspace, tmp_path: Path) -> None:
    log = [["日期", "客户编号", "跟进内容"], ["2024-03-01", "001", "询问报价"]]
    imported(ws, workbook(tmp_path / "cn.xlsx", Sheet1=CUSTOMERS, Sheet2=PEOPLE, 跟进记录=log))
    assert len(held(ws, "customer")) == 2
    assert belonging(ws) == {"周建明": 1, "王强": 2}
    assert [one["customer"] for one in held(ws, "activity")] == [1]


def test_members_with_numbers_of_their_own_stay_customers(ws: Workspace, tmp_path: Path) -> None:
    (told,) = imported(ws, workbook(tmp_path / "m.xlsx", 会员=PEOPLE)).sheets
    assert told.kind == "customers"
    assert len(held(ws, "customer")) == 2


def test_a_counter_of_another_program_finds_nobody(ws: Workspace, tmp_path: Path) -> None:
    imported(ws, written(tmp_path / "a.csv", [["Id", "Company name", "City"], ["7", "Acme Corp", "Boston"]]))
    imported(
        ws,
        written(
            tmp_path / "b.csv", [["Contact ID", "Company ID", "Name", "Email"], ["1", "7", "Ann Lee", "ann@x.com"]]
        ),
    )
    assert [one["name"] for one in held(ws, "customer")] == ["Acme Corp", "Ann Lee"]


@given(st.text(max_size=24))
def test_any_number_has_one_key(code: str) -> None:
    assert foreign_ids.key(code) == foreign_ids.key(f" {code} ")


def test_both_spellings_of_a_salesforce_number_are_the_same() -> None:
    assert (
        foreign_ids.key("0015g00000ABCdEAAX")
        == foreign_ids.key("0015g00000ABCdE")
        != foreign_ids.key("0015g00000ABCde")
    )


def test_the_same_persons_again_are_known_though_their_numbers_say_nothing(ws: Workspace, tmp_path: Path) -> None:
    companies = [["Id", "Company name", "City"], ["7", "Acme Corp", "Boston"], ["8", "Globex", "Paris"]]
    persons = [
        ["Contact ID", "Company ID", "Name", "Email"],
        ["1", "7", "Ann Lee", "ann@x.com"],
        ["2", "8", "Bob Ray", "bob@y.com"],
    ]
    second = written(tmp_path / "b.csv", persons)
    imported(ws, written(tmp_path / "a.csv", companies), second)
    assert belonging(ws) == {"Ann Lee": 1, "Bob Ray": 2}
    assert dict(imported(ws, second).counts) == {"duplicates": 2}


def test_a_number_in_place_of_the_name_finds_the_customer(ws: Workspace, tmp_path: Path) -> None:
    quotes = [["报价单号", "日期", "客户名称", "品名", "数量", "单价"]]
    quotes += [["B1", "2024-04-01", "苏州恒瑞机械有限公司", "轴承", 10, 12], ["B2", "2024-04-02", "002", "轴承", 2, 12]]
    imported(ws, workbook(tmp_path / "q.xlsx", 客户=CUSTOMERS, 报价=quotes))
    assert [one["customer"] for one in held(ws, "quote")] == [1, 2]
    assert len(held(ws, "customer")) == 2


@pytest.mark.parametrize(("one", "other"), [("1-11", "11-1"), ("A/12", "A1/2"), ("C-2024.1", "C-202.41")])
def test_signs_between_figures_tell_numbers_apart(one: str, other: str) -> None:
    assert foreign_ids.key(one) != foreign_ids.key(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("A 12", "A12"),
        ("K-0017", "k0017"),
        ("Ａ１２", "A12"),
        ("2024-001", "2024/001"),
        ("1,234", "1234"),
        ("{0E9B6E2C-1234-4321-9876-00112233AABB}", "0e9b6e2c12344321987600112233aabb"),
    ],
)
def test_one_number_in_two_spellings_is_one(one: str, other: str) -> None:
    assert foreign_ids.key(one) == foreign_ids.key(other)


def test_rows_of_a_list_go_to_the_customer_of_their_number_not_to_one_with_the_signs_elsewhere(
    ws: Workspace, tmp_path: Path
) -> None:
    imported(
        ws,
        written(tmp_path / "a.csv", [["客户编号", "客户名称"], ["1-11", "甲机械有限公司"], ["7-2", "乙电子有限公司"]]),
    )
    result = imported(
        ws,
        written(
            tmp_path / "b.csv",
            [
                ["客户编号", "跟进日期", "跟进内容"],
                ["1-11", "2026-01-05", "寄样品"],
                ["11-1", "2026-01-06", "打过电话"],
            ],
        ),
    )
    (told,) = held(ws, "activity")
    assert told["customer"] == held(ws, "customer")[0].id
    assert [one.reason for one in result.sheets[0].problems] == ["The book has no customer with this number or phone."]
