"""The rules about what follows a won quote: the first call after delivery, consumables, payments due."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.customers import commands as customers
from app.followups import commands, making, queries
from app.followups.after_sale import months_after
from app.records import commands as records
from app.records import history
from app.records.queries import Condition, get, ids, rows
from app.records.workspace import Workspace
from app.sales import commands as sales
from app.sales.payments import debts, receive, sums
from app.sales.view import Line
from app.shared.clock import FixedClock
from app.shared.errors import InvalidValue, KebuError

D = Decimal
TODAY = date(2026, 7, 22)


def open_items(ws: Workspace, rule: str) -> list[queries.Item]:
    making.refresh(ws)
    items = queries.reminder_items(ws, ids(ws, "reminder", (Condition("done_at", "empty"),)))
    return [item for item in items if item.rule == rule]


def made(ws: Workspace, rule: str) -> list[str]:
    return [item.text for item in open_items(ws, rule)]


def on(ws: Workspace, day: date) -> None:
    ws.clock = FixedClock(datetime(day.year, day.month, day.day, 10, tzinfo=ZoneInfo("Asia/Shanghai")))


@pytest.fixture
def hengrui(ws: Workspace) -> int:
    return customers.create(ws, {"name": "苏州恒瑞"}, {"name": "周建明"}).id


def sale(ws: Workspace, customer: int, number: str, **values: Any) -> int:
    product = values.pop("product", None)
    given = {"number": number, "customer": customer, "currency": "CNY", "total": D(100), "date": date(2026, 1, 5)}
    with ws.operation("Sale") as op:
        quote = op.insert("quote", {"status": "won", **given, **values})
        line = {"quote": quote, "position": 1, "product": product, "name": "滤芯", "quantity": D(1), "price": D(100)}
        op.insert("quote_line", line)
    return quote


def test_the_first_call_after_a_delivery_goes_with_a_talk_and_comes_back_by_undo(ws: Workspace, hengrui: int) -> None:
    quote = sale(ws, hengrui, "S1", delivered_on=date(2026, 7, 10))
    assert made(ws, "delivery") == ["First call after the delivery of S1 on 2026-07-10"]
    assert open_items(ws, "delivery")[0].customer == hengrui
    assert not making.refresh(ws)
    logged = commands.log(ws, hengrui, "电话 都好")
    assert made(ws, "delivery") == []
    commands.delete_activity(ws, logged.activity)
    assert len(made(ws, "delivery")) == 1
    sales.update_quote(ws, quote, {"delivered_on": None})
    assert made(ws, "delivery") == []
    history.undo(ws)
    assert len(made(ws, "delivery")) == 1
    sales.reopen(ws, quote)
    assert made(ws, "delivery") == []
    history.undo(ws)
    assert len(made(ws, "delivery")) == 1


def test_a_call_is_asked_for_after_its_days_and_not_for_ever(ws: Workspace, hengrui: int) -> None:
    sale(ws, hengrui, "S1", delivered_on=TODAY - timedelta(days=6))
    assert made(ws, "delivery") == []
    on(ws, TODAY + timedelta(days=1))
    assert len(made(ws, "delivery")) == 1
    making.set_days(ws, "delivery", 0, 10)
    assert made(ws, "delivery") == []
    making.set_days(ws, "delivery", 0, 3)
    on(ws, TODAY + timedelta(days=55))
    assert made(ws, "delivery") == []


def test_many_deliveries_of_a_customer_ask_for_one_call(ws: Workspace, hengrui: int) -> None:
    for at in range(5):
        sale(ws, hengrui, f"S{at}", delivered_on=date(2026, 7, 5 + at))
    (item,) = open_items(ws, "delivery")
    assert item.text.startswith("First call after the delivery of S0")
    commands.done(ws, item.id)
    assert made(ws, "delivery") == []


def test_consumables_come_each_period_until_they_are_bought_again(ws: Workspace, hengrui: int) -> None:
    product = records.create(ws, "product", {"name": "三滤套装", "replace_months": 3}).id
    sale(ws, hengrui, "S1", product=product, delivered_on=date(2026, 1, 31), won_on=date(2026, 1, 2))
    assert open_items(ws, "consumable")[0].due.date() == TODAY
    on(ws, date(2026, 4, 23))
    assert made(ws, "consumable") == ["Time to replace 三滤套装, last sold on 2026-01-31"]
    assert not making.refresh(ws)
    (item,) = open_items(ws, "consumable")
    commands.done(ws, item.id)
    assert made(ws, "consumable") == []
    on(ws, date(2026, 7, 24))
    assert len(made(ws, "consumable")) == 1
    later = sale(ws, hengrui, "S2", product=product, won_on=date(2026, 7, 20))
    assert made(ws, "consumable") == []
    sales.reopen(ws, later)
    assert len(made(ws, "consumable")) == 1
    on(ws, date(2027, 1, 31))
    assert made(ws, "consumable") == []
    making.set_days(ws, "consumable", 1, 9)
    assert len(made(ws, "consumable")) == 1
    records.update(ws, "product", product, {"replace_months": None})
    assert made(ws, "consumable") == []


@given(st.dates(date(2000, 1, 1), date(2100, 1, 1)), st.integers(1, 200))
def test_a_day_some_months_later_is_in_that_month(day: date, months: int) -> None:
    found = months_after(day, months)
    assert (found.year * 12 + found.month) - (day.year * 12 + day.month) == months
    assert found.day == day.day or (found.day < day.day and (found + timedelta(days=1)).day == 1)


def test_a_payment_is_asked_for_until_all_has_come_in(ws: Workspace, hengrui: int) -> None:
    quote = sale(ws, hengrui, "S1", due_on=date(2026, 7, 25))
    (item,) = open_items(ws, "payment")
    assert (item.text, item.priority, item.due.date()) == ("¥100.00 for S1, due on 2026-07-25", "", TODAY)
    receive(ws, quote, {"amount": "40"})
    assert made(ws, "payment") == ["¥60.00 for S1, due on 2026-07-25"]
    commands.done(ws, open_items(ws, "payment")[0].id)
    assert made(ws, "payment") == []
    on(ws, date(2026, 8, 2))
    (item,) = open_items(ws, "payment")
    assert (item.text, item.priority) == ("¥60.00 for S1 is late: it was due on 2026-07-25", "high")
    receive(ws, quote, {"amount": "60", "day": "2026-08-01"})
    assert made(ws, "payment") == []
    history.undo(ws)
    assert len(made(ws, "payment")) == 1
    sales.update_quote(ws, quote, {"received": "100"})
    assert made(ws, "payment") == []
    sales.update_quote(ws, quote, {"received": "10", "due_on": "2026-08-03"})
    assert made(ws, "payment") == ["¥90.00 for S1, due on 2026-08-03"]
    records.delete(ws, "quote", [quote])
    assert made(ws, "payment") == []


def test_what_was_ticked_off_does_not_keep_others_away(ws: Workspace, hengrui: int) -> None:
    for at in range(230):
        sale(ws, hengrui, f"S{at:03}", due_on=date(2026, 7, 1) + timedelta(days=at // 20))
    making.set_days(ws, "payment", 1, 0)
    first = open_items(ws, "payment")
    assert len(first) == 200
    for item in first:
        commands.done(ws, item.id)
    assert len(made(ws, "payment")) == 30


def test_money_received_is_one_step_with_a_line_in_the_timeline(ws: Workspace, hengrui: int) -> None:
    quote = sale(ws, hengrui, "S1", due_on=date(2026, 7, 10))
    sale(ws, hengrui, "S2")
    (debt,) = debts(ws, hengrui)
    assert (debt.number, debt.owed, debt.late) == ("S1", D(100), 12)
    before = get(ws, "customer", hengrui)["last_contact_on"]
    receive(ws, quote, {"amount": "¥40", "day": "2026-07-20", "remark": "电汇"})
    assert get(ws, "quote", quote)["received"] == D(40)
    assert sums(debts(ws, hengrui)) == [("CNY", D(60))]
    (told,) = rows(ws, "activity", ids(ws, "activity"))
    assert (told["text"], told["done_at"].date()) == ("Received ¥40.00 for S1, ¥60.00 left (电汇)", date(2026, 7, 20))
    assert get(ws, "customer", hengrui)["last_contact_on"] == before
    for wrong in ("", "0", "-5", "60.01", "viel"):
        with pytest.raises(InvalidValue) as caught:
            receive(ws, quote, {"amount": wrong})
        assert caught.value.field == "amount"
    history.undo(ws)
    assert get(ws, "quote", quote)["received"] is None
    assert not ids(ws, "activity").tolist()


def test_what_follows_a_deal_may_be_written_though_the_quote_is_closed(ws: Workspace, hengrui: int) -> None:
    quote = sales.new_quote(ws, hengrui, lines=(Line(name="储气罐", quantity=D(1), price=D(900)),)).id
    with pytest.raises(InvalidValue):
        sales.update_quote(ws, quote, {"won_on": "2026-07-01"})
    sales.mark_sent(ws, quote)
    with pytest.raises(KebuError):
        receive(ws, quote, {"amount": "5"})
    sales.update_quote(ws, quote, {"due_on": "2026-08-01"})
    assert get(ws, "quote", quote)["status"] == "sent"
    sales.mark_won(ws, quote)
    sales.update_quote(ws, quote, {"won_on": "2026-07-01", "delivered_on": "2026-07-03", "received": "1e2"[:1]})
    held = get(ws, "quote", quote)
    assert (held["won_on"], held["delivered_on"], held["received"]) == (date(2026, 7, 1), date(2026, 7, 3), D(1))
    for values in ({"won_on": None}, {"received": "-1"}):
        with pytest.raises(InvalidValue):
            sales.update_quote(ws, quote, values)
    with pytest.raises(KebuError):
        sales.update_quote(ws, quote, {"project": "二期"})
    other = sales.duplicate(ws, quote).id
    copy = get(ws, "quote", other)
    assert [copy[name] for name in ("won_on", "delivered_on", "due_on", "received")] == [None] * 4
