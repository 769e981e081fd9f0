"""Birthdays by the moon: told of on Today, found by the view and the filter, on the day on which they fall this year."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from app.customers import commands as customers
from app.customers.queries import VIEWS
from app.followups import today
from app.records import commands as records
from app.records import queries
from app.records.queries import Condition
from app.records.workspace import Workspace
from app.shared import lunar
from app.shared.clock import FixedClock

VIEW = next(one for one in VIEWS if one.code == "birthday")
# 农历六月十二 of 1975 was 20 July; in 2026 it falls on 25 July. 农历正月十五 of 1980 was 1 March; in 2026 it is 3 March.
SUMMER, SPRING = "1975-07-20", "1980-03-01"


def person(ws: Workspace, name: str, birthday: str, by_moon: bool) -> int:
    return customers.create(
        ws, {"name": f"{name}的公司"}, {"name": name, "birthday": birthday, "birthday_lunar": by_moon}
    ).id


def test_today_tells_lunar_birthdays_on_their_day(ws: Workspace) -> None:
    person(ws, "王芳", SUMMER, True)
    person(ws, "李强", "1981-07-24", False)
    person(ws, "陈静", "1975-07-24", True)  # 六月十六: 29 July
    person(ws, "周涛", "1980-07-23", True)  # 六月十二 as well
    assert [(one.name, one.day, one.lunar) for one in today.birthdays(ws)] == [
        ("李强", date(2026, 7, 24), False),
        ("周涛", date(2026, 7, 25), True),
        ("王芳", date(2026, 7, 25), True),
        ("陈静", date(2026, 7, 29), True),
    ]


def test_the_view_and_the_filter_count_lunar_birthdays_in_their_month(ws: Workspace) -> None:
    inside = person(ws, "王芳", SUMMER, True)
    plain = person(ws, "李强", "1981-07-02", False)
    # By the sun in July, by the moon in August: 七月十二 of 1976 was 6 August.
    later = person(ws, "陈静", "1976-08-06", True)
    # Born in a leap month, which is kept in the plain one: 六月初七, 20 July.
    values = {"name": "赵敏", "kind": "person", "birthday": "1979-07-30", "birthday_lunar": True}
    leap = customers.create(ws, values).id
    assert set(queries.ids(ws, "customer", VIEW.where)) == {inside, plain, leap}
    found = queries.ids(ws, "contact", (Condition("birthday", "month", "8"),))
    assert [queries.get(ws, "contact", one)["customer"] for one in found] == [later]


def test_the_next_month_of_december_is_in_the_next_year(ws: Workspace) -> None:
    born = date(1975, 1, 20)
    at = lunar.lunar(born)
    assert at is not None
    person(ws, "王芳", born.isoformat(), True)
    ws.clock = FixedClock(datetime(2026, 12, 22, 10, 30, tzinfo=ZoneInfo("Asia/Shanghai")))
    comes = lunar.next_birthday(at[1], at[2], date(2026, 12, 22))
    assert comes is not None
    found = queries.ids(ws, "contact", (Condition("birthday", "month", "next"),))
    assert bool(found) == ((comes.year, comes.month) == (2027, 1))


def test_a_flag_alone_changes_the_day(ws: Workspace) -> None:
    customer = person(ws, "李强", "1981-07-24", False)
    [contact] = queries.ids(ws, "contact", (Condition("customer", "=", customer),))
    assert today.birthdays(ws)
    records.update(ws, "contact", contact, {"birthday_lunar": True})
    assert today.birthdays(ws) == []


@given(st.dates(date(1920, 1, 1), date(2020, 12, 31)), st.dates(date(2021, 1, 1), date(2090, 12, 31)))
def test_days_of_birth_and_birthdays_agree(born: date, day: date) -> None:
    at = lunar.lunar(born)
    assert at is not None
    comes = lunar.next_birthday(at[1], at[2], day)
    assert comes is not None
    assert born in lunar.births(comes)
    between = [day + timedelta(days=number) for number in range((comes - day).days)][-40:]
    assert all(born not in lunar.births(one) for one in between)
