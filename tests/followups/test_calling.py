"""The calls of the week: dealt on Monday, fairly, ticked off with their result."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from decimal import Decimal
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest

from app.customers import commands as customers
from app.customers.queries import built_in
from app.followups import calling, makers
from app.followups.settings import CALLS_DAYS, CALLS_NUMBER
from app.records import commands as records
from app.records import history
from app.records.queries import get, ids
from app.records.workspace import Workspace
from app.shared.clock import FixedClock


def at(ws: Workspace, day: date) -> None:
    ws.clock = FixedClock(datetime(day.year, day.month, day.day, 9, tzinfo=ZoneInfo("Asia/Shanghai")))


def won(ws: Workspace, customer: int, day: date, total: int = 1) -> None:
    values = {"number": f"Q{customer}-{day}", "customer": customer, "currency": "CNY", "total": Decimal(total)}
    records.create(ws, "quote", {**values, "status": "won", "date": day})


@pytest.fixture
def silent(ws: Workspace) -> list[int]:
    """Thirty customers, not spoken to for more than a year; no deal is known."""
    return [
        customers.create(ws, {"name": f"客户{n:02}", "last_contact_on": date(2025, 1, 1) + timedelta(days=n)}).id
        for n in range(30)
    ]


@pytest.fixture
def dormant(ws: Workspace, silent: list[int]) -> list[int]:
    """Thirty who bought before, all longer than a year ago; the last one bought most."""
    for number in silent[:-1]:
        won(ws, number, date(2025, 2, 1))
    won(ws, silent[-1], date(2025, 3, 17), 36500)
    return silent


def test_ten_are_dealt_on_monday_the_largest_first(ws: Workspace, dormant: list[int]) -> None:
    calling.deal(ws)
    found = calling.calls(ws)
    assert found.week == date(2026, 7, 20)
    assert [one.customer for one in found.items] == [dormant[-1], *dormant[:9]]
    assert (found.items[0].amount, found.items[0].last) == (Decimal("36500.00"), date(2025, 3, 17))
    assert not calling.deal(ws)
    undoable = history.undoable(ws)
    assert undoable is not None
    assert "Calls of the week" not in undoable.name


def test_all_come_round_and_none_twice_within_eight_weeks(ws: Workspace, dormant: list[int]) -> None:
    seen: dict[int, list[date]] = {number: [] for number in dormant}
    for week in range(30):
        at(ws, date(2026, 7, 20) + timedelta(weeks=week))
        calling.deal(ws)
        for one in calling.calls(ws).items:
            seen[one.customer].append(calling.monday(ws.clock.today()))
    turns = [len(days) for days in seen.values()]
    assert max(turns) - min(turns) <= 1
    assert min(turns) >= 3
    gaps = [later - earlier for days in seen.values() for earlier, later in pairwise(days)]
    assert min(gaps) >= timedelta(weeks=8)


def test_who_traded_or_has_a_next_step_is_left_out(ws: Workspace, dormant: list[int]) -> None:
    records.update(ws, "customer", dormant[0], {"last_contact_on": date(2026, 7, 1)})
    records.update(ws, "customer", dormant[1], {"next_follow_up_on": date(2026, 8, 1)})
    records.update(ws, "customer", dormant[2], {"status": "public_pool"})
    won(ws, dormant[3], date(2026, 3, 17))
    found = calling.candidates(ws, 100)
    assert not {*dormant[1:4]} & {*found}
    assert dormant[0] in found, "it goes by the last deal"
    assert len(found) == 27
    ws.set_setting(CALLS_NUMBER, 3)
    calling.deal(ws)
    assert len(calling.calls(ws).items) == 3


def test_without_a_deal_in_the_book_they_go_by_the_last_contact(ws: Workspace, silent: list[int]) -> None:
    records.update(ws, "customer", silent[0], {"last_contact_on": date(2026, 1, 1)})
    new = customers.create(ws, {"name": "新客户"}).id
    assert calling.candidates(ws, 100) == silent[1:]
    calling.deal(ws)
    found = calling.calls(ws)
    assert not found.traded
    assert found.items[0].last == date(2025, 1, 2)
    won(ws, new, date(2026, 7, 1))
    assert not calling.calls(ws).traded, "those of this week were dealt by the last contact"
    assert calling.candidates(ws, 100) == []


@pytest.mark.parametrize("days", [365, 90])
def test_they_are_the_customers_of_the_view(ws: Workspace, dormant: list[int], days: int) -> None:
    """The same customers, whatever the number of days, but those with a next step."""
    ws.set_setting(CALLS_DAYS, days)
    won(ws, dormant[3], date(2026, 3, 17))
    won(ws, dormant[4], ws.clock.today() - timedelta(days=days))
    for number, status in ((5, "dormant"), (6, "lost"), (7, "public_pool")):
        records.update(ws, "customer", dormant[number], {"status": status})
    records.update(ws, "customer", dormant[8], {"kind": "supplier"})
    marked = customers.create(ws, {"name": "旧表里的成交客户", "status": "active"}).id
    customers.create(ws, {"name": "潜在的"})
    view = next(one for one in built_in(ws) if one.code == "untraded")
    listed = {*ids(ws, "customer", view.where)}
    assert listed == {*calling.candidates(ws, 100)}
    assert marked in listed
    assert (dormant[3] in listed) == (days == 90)
    assert len(listed) == 27 + (days == 90)


def test_a_call_is_ticked_off_with_its_result(ws: Workspace, dormant: list[int]) -> None:
    calling.deal(ws)
    one = calling.calls(ws).items[0]
    calling.called(ws, one.id, "暂时没需求，10月8日 再打")
    done = calling.calls(ws)
    assert (done.done, done.items[0].outcome) == (1, "暂时没需求，10月8日 再打")
    customer = get(ws, "customer", one.customer)
    assert (customer["last_contact_on"], customer["next_follow_up_on"]) == (date(2026, 7, 22), date(2026, 10, 8))
    history.undo(ws)
    assert calling.calls(ws).done == 0
    assert get(ws, "customer", one.customer)["last_contact_on"] == date(2025, 1, 30)
    assert done.traded


def test_one_given_up_goes_to_the_public_pool(ws: Workspace, dormant: list[int]) -> None:
    calling.deal(ws)
    one = calling.calls(ws).items[1]
    calling.give_up(ws, one.id)
    assert get(ws, "customer", one.customer)["status"] == "public_pool"
    assert calling.calls(ws).items[1].done is not None
    history.undo(ws)
    assert get(ws, "customer", one.customer)["status"] != "public_pool"
    calling.called(ws, one.id, "没接通")
    calling.reopen(ws, one.id)
    assert calling.calls(ws).done == 0


def test_who_never_bought_stays_with_the_rule_for_silence(ws: Workspace, silent: list[int]) -> None:
    """Nobody falls between the calls and the rule, and nobody who is dealt gets its reminder."""
    for number in silent:
        records.update(ws, "customer", number, {"level": "A"})
    assert makers.silent(ws, ws.clock.today()) == [], "without a deal the calls have them all"
    won(ws, silent[0], date(2025, 2, 1))
    assert calling.candidates(ws, 100) == [silent[0]]
    found = [one.number for one in makers.silent(ws, ws.clock.today())]
    assert len(found) > 20
    assert found == [*reversed(silent[1:])][: len(found)], "the latest first"


def test_calls_hold_no_new_customer_back_from_an_undo(ws: Workspace) -> None:
    with ws.operation("two customers") as op:
        numbers = op.insert_many(
            "customer", [{"name": f"老客户{n}", "last_contact_on": date(2025, 1, 1)} for n in range(2)]
        )
    calling.deal(ws)
    assert [one.customer for one in calling.calls(ws).items] == [*numbers]
    undone = history.undo(ws)
    assert undone.kept == ()
    assert list(ids(ws, "customer")) == []
    assert calling.calls(ws).items == ()
    history.redo(ws)
    assert len(ids(ws, "customer")) == 2
    assert [one.customer for one in calling.calls(ws).items] == [*numbers]
    assert history.undo(ws).kept == ()
    assert list(ids(ws, "customer")) == []


def test_a_customer_who_was_called_stays_with_the_call(ws: Workspace) -> None:
    with ws.operation("two customers") as op:
        one, other = op.insert_many(
            "customer", [{"name": f"老客户{n}", "last_contact_on": date(2025, 1, 1)} for n in range(2)]
        )
    calling.deal(ws)
    made = ws.book.journal.last() - 1
    first = next(call for call in calling.calls(ws).items if call.customer == one)
    calling.called(ws, first.id, "要报价")
    undone = history.undo(ws, made)
    assert [(held.kind, held.id) for held in undone.kept if held.kind == "customer"] == [("customer", one)]
    assert list(ids(ws, "customer")) == [one]
    assert [(call.customer, call.outcome) for call in calling.calls(ws).items] == [(one, "要报价")]
    assert other not in ids(ws, "customer")
