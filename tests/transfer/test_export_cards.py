"""Cards and calendars, read back by libraries that are not ours."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import icalendar
import pytest
import vobject
from hypothesis import given, settings
from hypothesis import strategies as st

from app.records import commands
from app.records.workspace import Workspace
from app.transfer.exporting.export import export
from app.transfer.exporting.vcard import Card


@pytest.fixture
def filled(ws: Workspace) -> Workspace:
    """A company, a person, and a contact with everything that a card can hold."""
    commands.create(
        ws, "customer",
        {"name": "苏州恒瑞; 精密, 有限公司", "phone": "0512-6688 1234", "address": "人民路1号, 3楼", "city": "苏州",
         "website": "https://example.com/a", "tags": "老客户,机械"},
    )  # fmt: skip
    commands.create(ws, "customer", {"name": "李娜", "kind": "person", "mobile": "13800001002"})
    commands.create(
        ws, "contact",
        {"customer": 1, "name": "John Smith", "title": "采购经理", "department": "采购部", "mobile": "138 0000 2317",
         "email": "a@example.com", "birthday": "1980-02-29", "gender": "male", "notes": "一\n二\\三" + "很长" * 60},
    )  # fmt: skip
    return ws


@pytest.mark.parametrize("version", ["3.0", "4.0"])
def test_a_contact_is_a_card(filled: Workspace, tmp_path: Path, version: str) -> None:
    assert export(filled, "contact", tmp_path / "a.vcf", vcard=version) == 1
    data = (tmp_path / "a.vcf").read_bytes()
    assert all(len(line) <= 75 for line in data.split(b"\r\n"))
    (card,) = vobject.readComponents(data.decode("utf-8"))
    assert (card.version.value, card.fn.value) == (version, "John Smith")
    assert (card.n.value.family, card.n.value.given) == ("Smith", "John")
    assert card.org.value == ["苏州恒瑞; 精密, 有限公司", "采购部"]
    assert (card.title.value, card.email.value, card.tel.value) == ("采购经理", "a@example.com", "138 0000 2317")
    assert card.note.value == "一\n二\\三" + "很长" * 60
    assert card.bday.value == ("1980-02-29" if version == "3.0" else "19800229")


def test_customers_are_cards_of_companies_and_persons(filled: Workspace, tmp_path: Path) -> None:
    assert export(filled, "customer", tmp_path / "a.vcf") == 2
    company, person = vobject.readComponents((tmp_path / "a.vcf").read_text("utf-8"))
    assert (company.org.value, company.x_absshowas.value if hasattr(company, "x_absshowas") else "COMPANY") == (
        ["苏州恒瑞; 精密, 有限公司"], "COMPANY",
    )  # fmt: skip
    assert (company.adr.value.street, company.adr.value.city) == ("人民路1号, 3楼", "苏州")
    assert company.url.value == "https://example.com/a"
    assert (person.fn.value, person.n.value.family, person.tel.value) == ("李娜", "李娜", "13800001002")


@settings(max_examples=60, deadline=None)
@given(
    text=st.text(st.characters(exclude_categories=["Cs", "Cc", "Zl", "Zp"]), min_size=1),
    version=st.sampled_from(["3.0", "4.0"]),
)
def test_any_text_survives_folding_and_escaping(text: str, version: str) -> None:
    card = Card(version)
    card.text("FN", "x")
    card.parts("N", ["x", "", "", "", ""])
    card.text("NOTE", text + "\n" + text)
    raw = card.end()
    assert all(len(line.encode()) <= 75 for line in raw.split("\r\n"))
    assert next(vobject.readComponents(raw)).note.value == f"{text}\n{text}"


def calendar(path: Path) -> list[Any]:
    return icalendar.Calendar.from_ical(path.read_bytes()).walk("VEVENT")


def test_reminders_are_events_with_alarms(filled: Workspace, tmp_path: Path) -> None:
    with filled.operation("Reminders") as op:
        op.insert(
            "reminder",
            {"text": "给王总打电话\n问交期, 价格; 样品", "due_at": datetime(2026, 7, 23, 9, 30), "zone": "Europe/Berlin",
             "about_kind": "customer", "about_id": 1, "all_day": False},
        )  # fmt: skip
        op.insert("reminder", {"text": "展会", "due_at": datetime(2026, 12, 1), "all_day": True})
        op.insert("reminder", {"text": "无时区", "due_at": datetime(2026, 7, 24, 8, 0), "zone": "+08:00"})
        op.insert(
            "reminder", {"text": "做完了", "due_at": datetime(2026, 7, 1, 8, 0), "done_at": datetime(2026, 7, 1, 9, 0)}
        )
    assert export(filled, "reminders", tmp_path / "a.ics") == 4
    timed, day, floating, done = calendar(tmp_path / "a.ics")
    assert (timed["SUMMARY"], timed["DESCRIPTION"]) == (
        "给王总打电话 (苏州恒瑞; 精密, 有限公司)", "给王总打电话\n问交期, 价格; 样品",
    )  # fmt: skip
    start = timed.decoded("DTSTART")
    assert (start.replace(tzinfo=None), start.utcoffset()) == (datetime(2026, 7, 23, 9, 30), timedelta(hours=2))
    assert timed["DTSTART"].params["TZID"] == "Europe/Berlin"
    assert timed.walk("VALARM")[0].decoded("TRIGGER") == timedelta(0)
    assert (day.decoded("DTSTART"), day.decoded("DTEND")) == (date(2026, 12, 1), date(2026, 12, 2))
    assert day.walk("VALARM")[0].decoded("TRIGGER") == timedelta(hours=9)
    assert (floating.decoded("DTSTART"), done.walk("VALARM")) == (datetime(2026, 7, 24, 8, 0), [])
    zones = [zone["TZID"] for zone in icalendar.Calendar.from_ical((tmp_path / "a.ics").read_bytes()).walk("VTIMEZONE")]
    assert zones == ["Europe/Berlin"]
    assert all(len(line) <= 75 for line in (tmp_path / "a.ics").read_bytes().split(b"\r\n"))
    first = {event["UID"] for event in calendar(tmp_path / "a.ics")}
    export(filled, "reminders", tmp_path / "a.ics")
    assert {event["UID"] for event in calendar(tmp_path / "a.ics")} == first
