"""A reminder changed in its form, all at once."""

from __future__ import annotations

from datetime import datetime

import pytest

from app.customers import commands as customers
from app.followups import commands as followups
from app.followups.editing import edit_whole, read_when, shown_when
from app.records import commands, history, queries
from app.records.workspace import Workspace
from app.settings import fields
from app.shared.errors import InvalidValue


@pytest.fixture
def reminder(ws: Workspace) -> tuple[int, int, int]:
    customer = customers.create(ws, {"name": "恒瑞"}).id
    contact = commands.create(ws, "contact", {"customer": customer, "name": "王强"}).id
    made = followups.add_reminder(ws, "2030年7月22日 回访", about=("customer", customer)).reminder
    return made, customer, contact


def test_everything_is_one_operation(ws: Workspace, reminder: tuple[int, int, int]) -> None:
    number, customer, contact = reminder
    own = fields.add_field(ws, "reminder", "费用", "money").name
    before = queries.get(ws, "reminder", number).values
    edit_whole(
        ws,
        number,
        {
            "text": "带样品回访",
            "when": "2030-08-05 14:30",
            "lead": 60,
            "priority": "high",
            "contact": contact,
            own: "120",
        },
        repeats="每周一",
    )
    held = queries.get(ws, "reminder", number)
    assert (held["text"], held["due_at"], held["all_day"]) == ("带样品回访", datetime(2030, 8, 5, 14, 30), False)
    assert (held["lead"], held["priority"], held["contact"], float(held[own])) == (60, "high", contact, 120)
    assert held["every"]
    assert queries.get(ws, "customer", customer)["next_follow_up_on"].isoformat() == "2030-08-05"
    history.undo(ws)
    assert queries.get(ws, "reminder", number).values == before
    assert queries.get(ws, "customer", customer)["next_follow_up_on"].isoformat() == "2030-07-22"


def test_it_moves_to_another_customer(ws: Workspace, reminder: tuple[int, int, int]) -> None:
    number, customer, contact = reminder
    edit_whole(ws, number, {"contact": contact})
    other = customers.create(ws, {"name": "东方"}).id
    with pytest.raises(InvalidValue):
        edit_whole(ws, number, {"customer": other, "contact": contact})
    edit_whole(ws, number, {"customer": other})
    held = queries.get(ws, "reminder", number)
    assert (held["about_kind"], held["about_id"], held["contact"]) == ("customer", other, None)
    assert queries.get(ws, "customer", customer)["next_follow_up_on"] is None
    assert queries.get(ws, "customer", other)["next_follow_up_on"].isoformat() == "2030-07-22"
    edit_whole(ws, number, {"customer": None})
    assert queries.get(ws, "reminder", number)["about_id"] is None
    assert queries.get(ws, "customer", other)["next_follow_up_on"] is None


@pytest.mark.parametrize(
    ("text", "when", "all_day"),
    [
        ("2030-07-21 15:00", datetime(2030, 7, 21, 15), False),
        ("2030-07-21 9:05", datetime(2030, 7, 21, 9, 5), False),
        ("2030-07-21", datetime(2030, 7, 21), True),
        ("2019/3/5", datetime(2019, 3, 5), True),
        ("2030年7月21日下午3点", datetime(2030, 7, 21, 15), False),
    ],
)
def test_a_time_is_read_as_it_is_written(ws: Workspace, text: str, when: datetime, all_day: bool) -> None:
    found, whole = read_when(ws, text)
    assert (found.date() if whole else found, whole) == (when.date() if all_day else when, all_day)


def test_what_is_no_time_is_refused(ws: Workspace, reminder: tuple[int, int, int]) -> None:
    for text in ("", "sometime", "每周一"):
        with pytest.raises(InvalidValue):
            read_when(ws, text)
    number = reminder[0]
    held = queries.get(ws, "reminder", number)
    assert read_when(ws, shown_when(ws, held))[0].date() == held["due_at"].date()
    with pytest.raises(InvalidValue):
        edit_whole(ws, number, {"when": "sometime", "text": "anders"})
    assert queries.get(ws, "reminder", number)["text"] == held["text"]
    with pytest.raises(InvalidValue):
        edit_whole(ws, number, {"text": "anders"}, repeats="irgendwann")
    assert queries.get(ws, "reminder", number)["text"] == held["text"]
