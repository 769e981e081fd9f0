"""Calendar files: our own reminders come back as they were, those of other programs become reminders."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from app.main import dictionary
from app.records import commands, queries
from app.records.workspace import Workspace
from app.shared.errors import SheetError
from app.transfer.commands import plan_import, run_import
from app.transfer.exporting.export import export
from app.transfer.reading import read_workbook
from app.transfer.reviewing.report import result

FIELDS = ("text", "due_at", "all_day", "zone", "done_at", "priority", "kind", "every", "contact")


def held(ws: Workspace) -> list[tuple[Any, ...]]:
    numbers = queries.ids(ws, "reminder", (), (("due_at", False), ("text", False)))
    return [tuple(one[name] for name in FIELDS) for one in queries.rows(ws, "reminder", numbers, FIELDS)]


def calendar(*components: str) -> str:
    return "\r\n".join(("BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Other//EN", *components, "END:VCALENDAR", ""))


def event(*lines: str, kind: str = "VEVENT") -> str:
    return "\r\n".join((f"BEGIN:{kind}", "UID:1", *lines, f"END:{kind}"))


def imported(ws: Workspace, folder: Path, *components: str) -> list[tuple[Any, ...]]:
    (folder / "a.ics").write_text(calendar(*components), "utf-8", newline="")
    plan = plan_import(ws, [folder / "a.ics"])
    assert not [one for sheet in plan.sheets for one in sheet.problems if one.fatal]
    run_import(ws, plan)
    return held(ws)


def test_exported_reminders_come_back_as_they_were(ws: Workspace, tmp_path: Path) -> None:
    customer = commands.create(ws, "customer", {"name": "苏州恒瑞"}).id
    contact = commands.create(ws, "contact", {"customer": customer, "name": "王强"}).id
    about = {"about_kind": "customer", "about_id": customer, "zone": "Asia/Shanghai"}
    rows: list[dict[str, Any]] = [
        {"text": "回电 (下午)", "due_at": datetime(2020, 7, 23, 9, 30), "contact": contact, "kind": "call"},
        {"text": "寄样品\n两份; 加急, 到付", "due_at": datetime(2026, 8, 1), "all_day": True, "priority": "high"},
        {"text": "对账", "due_at": datetime(2026, 8, 3, 9, 0), "every": "FREQ=MONTHLY;BYMONTHDAY=3"},
        {
            "text": "已办",
            "due_at": datetime(2026, 7, 1, 9, 0),
            "done_at": datetime(2026, 7, 2, 10, 15),
            "zone": "Asia/Tokyo",
        },
    ]
    with ws.operation("Fill") as op:
        for row in rows:
            op.insert("reminder", {"all_day": False, **about, **row})
    export(ws, "reminder", tmp_path / "a.ics")
    other = Workspace.create(tmp_path / "other.kebu", dictionary(), clock=ws.clock)
    run_import(other, plan_import(other, [tmp_path / "a.ics"]))
    mine, theirs = held(ws), held(other)
    assert theirs == mine
    assert queries.titles(other, "customer", (1,)) == {1: "苏州恒瑞"}
    again = plan_import(other, [tmp_path / "a.ics"])
    assert dict(result(again, None).counts) == {"duplicates": 4}
    other.close()


def test_events_and_tasks_of_another_calendar(ws: Workspace, tmp_path: Path) -> None:
    found = imported(
        ws, tmp_path,
        event("SUMMARY:拜访恒瑞", "LOCATION:苏州", "DTSTART;TZID=Asia/Tokyo:20990301T093000", "DTEND;TZID=Asia/Tokyo:20990301T103000"),
        event("SUMMARY:over", "DTSTART;VALUE=DATE:20200301"),
        event("SUMMARY:every week", "DTSTART:20990302T080000", "RRULE:FREQ=WEEKLY;BYDAY=MO"),
        event("SUMMARY:called off", "DTSTART:20990301T093000", "STATUS:CANCELLED"),
        event("SUMMARY:task", "DUE;VALUE=DATE:20990401", "PRIORITY:1", kind="VTODO"),
        event("SUMMARY:task done", "DUE:20990402T090000", "STATUS:COMPLETED", kind="VTODO"),
    )  # fmt: skip
    assert [one[:4] for one in found] == [
        ("over", datetime(2020, 3, 1), True, "Asia/Shanghai"),
        ("拜访恒瑞\n苏州", datetime(2099, 3, 1, 9, 30), False, "Asia/Tokyo"),
        ("every week", datetime(2099, 3, 2, 8, 0), False, "Asia/Shanghai"),
        ("task", datetime(2099, 4, 1), True, "Asia/Shanghai"),
        ("task done", datetime(2099, 4, 2, 9, 0), False, "Asia/Shanghai"),
    ]  # fmt: skip
    assert [one[4] for one in found] == [datetime(2020, 3, 2), None, None, None, datetime(2099, 4, 2, 9, 0)]
    assert [one[5] for one in found] == [None, None, None, "high", None]
    assert [one[7] for one in found] == [None, None, "FREQ=WEEKLY;BYDAY=MO", None, None]


def test_what_is_broken_in_a_calendar_takes_nothing_else_with_it(ws: Workspace, tmp_path: Path) -> None:
    found = imported(
        ws, tmp_path,
        event("SUMMARY:whole", "DTSTART:20990301T093000"),
        event("SUMMARY:broken line", "no property at all", "DTSTART:20990302T093000", "BEGIN:VALARM", "TRIGGER:x", "END:VALARM"),
        event("SUMMARY:broken day", "DTSTART:2099o303T093000"),
    )  # fmt: skip
    assert sorted(one[0] for one in found) == ["broken day", "broken line", "whole"]
    assert sum(one[1].year == 2099 for one in found) == 2


@pytest.mark.parametrize("text", [
    "BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n",
    "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nSUMMARY:a\r\n",
    "BEGIN:VCALENDAR\r\n" + "BEGIN:VEVENT\r\n" * 3000,
])  # fmt: skip
def test_what_is_no_calendar_is_refused(tmp_path: Path, text: str) -> None:
    (tmp_path / "a.ics").write_text(text, "utf-8", newline="")
    with pytest.raises(SheetError):
        read_workbook(tmp_path / "a.ics")
