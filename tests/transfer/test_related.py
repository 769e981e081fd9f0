"""Exports in which rows name contacts, deals and companies by number; moments in UTC; tasks without a day."""

from __future__ import annotations

import csv
import time
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from app.records import queries
from app.records.workspace import Workspace
from app.transfer.commands import plan_import, run_import
from app.transfer.converting import instants
from app.transfer.reviewing.report import result
from tests.transfer import sheets_made
from tests.transfer.imports import held, imported

ACCOUNT, OTHER = "0015g00000AbCdEAAV", "0015g00000AbCdFAAV"
PERSON, DEAL, USER = "0035g00000XyZaBAAV", "0065g00000QwErTAAV", "0055g00000UsErAAAV"
SHEETS: dict[str, list[list[Any]]] = {
    "Account": [
        ["Id", "Name", "Phone", "BillingCity", "OwnerId"],
        [ACCOUNT, "Hengrui Machinery", "0512-66881234", "Suzhou", USER],
        [OTHER, "Yuanjing Trade", "021-58881234", "Shanghai", USER],
    ],
    "Contact": [
        ["Id", "AccountId", "FirstName", "LastName", "Email", "OwnerId"],
        [PERSON, ACCOUNT, "Qiang", "Wang", "wang@example.cn", USER],
    ],
    "Opportunity": [
        ["Id", "AccountId", "Name", "StageName", "Amount", "CloseDate", "OwnerId"],
        [DEAL, OTHER, "Pumps 2026", "Closed Won", 1200, "2026-06-30", USER],
    ],
    "Task": [
        ["Id", "WhoId", "WhatId", "Subject", "ActivityDate", "Status", "Priority", "Description", "OwnerId"],
        ["00T5g000001AAAAEA4", PERSON, "", "Call about pumps", "2026-08-03", "Not Started", "High", "", USER],
        ["00T5g000001AAABEA4", "", DEAL, "Send contract", "2026-08-04T00:00:00.000Z", "Not Started", "Normal", "", USER],
        ["00T5g000001AAACEA4", PERSON, ACCOUNT, "Some day", "", "Not Started", "Normal", "", USER],
        ["00T5g000001AAADEA4", "", OTHER, "Was done", "", "Completed", "Normal", "", USER],
    ],
}  # fmt: skip


@pytest.fixture
def shanghai(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    if not hasattr(time, "tzset"):
        pytest.skip("the zone of this process cannot be set")
    monkeypatch.setenv("TZ", "Asia/Shanghai")
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


def workbook(folder: Path) -> list[Path]:
    book = openpyxl.Workbook()
    book.remove(book.active)
    for name, rows in SHEETS.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
    book.save(folder / "export.xlsx")
    return [folder / "export.xlsx"]


def files(folder: Path) -> list[Path]:
    for name, rows in SHEETS.items():
        with (folder / f"{name}.csv").open("w", encoding="utf-8", newline="") as file:
            csv.writer(file).writerows(rows)
    return [folder / f"{name}.csv" for name in SHEETS]


def reminders(ws: Workspace) -> dict[str, tuple[Any, ...]]:
    names = ("text", "about_kind", "about_id", "contact", "due_at", "all_day", "done_at")
    rows = queries.rows(ws, "reminder", queries.ids(ws, "reminder"), names)
    customers = queries.titles(ws, "customer", queries.ids(ws, "customer"))
    people = queries.titles(ws, "contact", queries.ids(ws, "contact"))
    return {
        str(one["text"]).split("\n", 1)[0]: (
            customers.get(one["about_id"]), people.get(one["contact"]), one["due_at"], one["all_day"], one["done_at"],
            str(one["text"]).split("\n")[1:],
        )
        for one in rows
    }  # fmt: skip


@pytest.mark.parametrize("made", [workbook, files])
def test_tasks_find_contacts_deals_and_companies_by_their_numbers(ws: Workspace, tmp_path: Path, made: Any) -> None:
    paths = made(tmp_path)
    plan = plan_import(ws, paths)
    assert not [one for sheet in plan.sheets for one in sheet.problems if one.fatal]
    run_import(ws, plan)
    assert queries.count(ws, "customer") == 2
    today = datetime(2026, 7, 22)
    assert reminders(ws) == {
        "Call about pumps": ("Hengrui Machinery", "Qiang Wang", datetime(2026, 8, 3), True, None, []),
        "Send contract": ("Yuanjing Trade", None, datetime(2026, 8, 4), True, None, []),
        "Some day": ("Hengrui Machinery", "Qiang Wang", today, True, None, []),
        "Was done": ("Yuanjing Trade", None, today, True, today, []),
    }
    told = [one.reason for sheet in plan.sheets for one in sheet.problems if "no day" in one.reason]
    assert told == ["There is no day; that of the import is taken."] * 2
    again = plan_import(ws, paths)
    assert (result(again, None).counts["created"], bool(again.writes)) == (0, False)


def test_a_dayless_task_is_known_again_on_another_day(ws: Workspace, tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("WhoId,WhatId,Subject,ActivityDate,Status\n,,Call them,,Not Started\n", "utf-8")
    run_import(ws, plan_import(ws, [tmp_path / "a.csv"]))
    (number,) = queries.ids(ws, "reminder")
    with ws.operation("Put off") as op:
        op.update("reminder", number, {"due_at": datetime(2026, 9, 1)})
    assert result(plan_import(ws, [tmp_path / "a.csv"]), None).counts["duplicates"] == 1


@pytest.mark.parametrize(("said", "shown"), [
    ("2026-07-01T16:30:00.000Z", datetime(2026, 7, 2, 0, 30)),
    ("2026-07-01T16:30:00.000+0000", datetime(2026, 7, 2, 0, 30)),
    ("2026-07-01T16:30:15+00:00", datetime(2026, 7, 2, 0, 30)),
    ("2026-07-01 09:30:00 UTC", datetime(2026, 7, 1, 17, 30)),
    ("2026-07-01T09:30-05:00", datetime(2026, 7, 1, 22, 30)),
    ("2026-07-01T09:30:00+08:00", datetime(2026, 7, 1, 9, 30)),
    ("2026-07-01T00:00:00.000Z", datetime(2026, 7, 1)),
    ("2026-07-01T00:00:00+08:00", datetime(2026, 7, 1)),
    ("2026-07-01T09:30:00", None),
    ("2026-07-01", None),
    ("2026-07-41T09:30:00Z", None),
    ("0001-01-01T01:00:00+14:00", None),
])  # fmt: skip
def test_moments_with_a_zone_are_shown_on_the_users_clock(shanghai: None, said: str, shown: datetime | None) -> None:
    assert instants.local(said) == shown


def test_events_and_days_of_customers_follow_the_users_clock(shanghai: None, ws: Workspace, tmp_path: Path) -> None:
    (tmp_path / "Event.csv").write_text(
        "Id,WhoId,WhatId,Subject,StartDateTime,EndDateTime,DurationInMinutes\n"
        f"00U1,,{ACCOUNT},Visit,2026-07-01T17:30:00.000Z,2026-07-01T18:30:00.000Z,60\n", "utf-8",
    )  # fmt: skip
    (tmp_path / "Account.csv").write_text(
        f"Id,Name,Phone,CreatedDate\n{ACCOUNT},Hengrui,0512-66881234,2026-06-30T16:30:00.000Z\n", "utf-8"
    )
    run_import(ws, plan_import(ws, [tmp_path / "Account.csv", tmp_path / "Event.csv"]))
    (event,) = queries.rows(ws, "activity", queries.ids(ws, "activity"), ("done_at",))
    assert event["done_at"] == datetime(2026, 7, 2, 1, 30)
    (customer,) = queries.rows(ws, "customer", queries.ids(ws, "customer"), ("created_on",))
    assert customer["created_on"] == date(2026, 7, 1)


def test_those_who_look_after_records_are_named(ws: Workspace, tmp_path: Path) -> None:
    sheets: dict[str, list[list[Any]]] = {
        "Users": [
            ["Id", "Name", "Username", "Profile"],
            ["005A", "Joe Smith", "joe", "Admin"],
            ["005B", "Ann Lee", "ann", "User"],
        ],
        "Contacts": [
            ["Name", "Company", "OwnerId", "Email"],
            ["Max Ray", "Acme Ltd", "005A", "m@acme.example"],
            ["Eve Ray", "Acme Ltd", "009", "e@acme.example"],
        ],
        "Log": [
            ["客户名称", "跟进时间", "跟进内容", "负责人ID"],
            ["Acme Ltd", "2026-01-03", "打电话", "005A"],
            ["Borg Inc", "2026-01-05", "发样品", "005B"],
        ],
        "Products": [["Code", "Product Name", "Unit Price", "owner_id"], ["A1", "Pump", 12, "005B"]],
        "Quotes": [["Quote No", "Customer", "Total", "Assigned To ID"], ["Q1", "Acme Ltd", 12, "005A"]],
    }
    imported(ws, sheets_made.workbook(tmp_path / "export.xlsx", **sheets))
    assert next((one["name"], one["owner"]) for one in held(ws, "customer")) == ("Acme Ltd", "Joe Smith")
    assert [one["name"] for one in held(ws, "contact")] == ["Max Ray", "Eve Ray"]
    assert [one["author"] for one in held(ws, "activity")] == ["Joe Smith", "Ann Lee"]
    assert [one["notes"] for one in held(ws, "product")] == ["owner_id: Ann Lee"]
    assert [one["remarks"] for one in held(ws, "quote")] == ["Assigned To ID: Joe Smith"]
