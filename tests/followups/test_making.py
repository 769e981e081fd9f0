"""The rules that make reminders: made with their cause, gone with it, beside the undo."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from decimal import Decimal
from zoneinfo import ZoneInfo

import pytest

from app.customers import commands as customers
from app.followups import commands, making, queries, today
from app.records import commands as records
from app.records import history
from app.records.queries import Condition, get, ids
from app.records.workspace import Workspace
from app.shared.clock import FixedClock
from app.shared.errors import NotFound


def made(ws: Workspace, rule: str = "") -> list[str]:
    items = queries.reminder_items(ws, ids(ws, "reminder", (Condition("done_at", "empty"),)))
    return [item.text for item in items if item.rule and rule in ("", item.rule)]


@pytest.fixture
def hengrui(ws: Workspace) -> int:
    return customers.create(ws, {"name": "苏州恒瑞", "level": "A"}, {"name": "周建明", "birthday": "1980-07-24"}).id


def test_a_birthday_is_told_of_before_and_goes_after_it(ws: Workspace, hengrui: int) -> None:
    making.refresh(ws)
    assert made(ws) == ["Birthday of 周建明 on 07-24"]
    assert not making.refresh(ws)
    assert get(ws, "customer", hengrui)["next_follow_up_on"] is None
    ws.clock = FixedClock(datetime(2026, 7, 25, 9, tzinfo=ZoneInfo("Asia/Shanghai")))
    making.refresh(ws)
    assert made(ws) == []


def test_a_lunar_birthday_is_found_by_the_moon(ws: Workspace, hengrui: int) -> None:
    # 24 September 1980 was the 16th of the eighth month, which is 26 September in 2026.
    customers.add_contact(ws, hengrui, {"name": "顾丽", "birthday": "1980-09-24", "birthday_lunar": True})
    ws.clock = FixedClock(datetime(2026, 9, 24, 9, tzinfo=ZoneInfo("Asia/Shanghai")))
    making.refresh(ws)
    assert made(ws) == ["Birthday of 顾丽 on 09-26"]


def test_what_was_done_or_dropped_is_not_made_again(ws: Workspace, hengrui: int) -> None:
    making.refresh(ws)
    (number,) = ids(ws, "reminder")
    commands.delete_reminder(ws, number)
    making.refresh(ws)
    assert made(ws) == []
    history.undo(ws)
    assert made(ws) == ["Birthday of 周建明 on 07-24"]


def test_undo_passes_by_what_the_rules_did(ws: Workspace, hengrui: int) -> None:
    (contact,) = ids(ws, "contact")
    records.update(ws, "contact", contact, {"birthday": "1980-07-23"})
    making.refresh(ws)
    assert made(ws) == ["Birthday of 周建明 on 07-23"]
    undone = history.undo(ws)
    assert "周建明" in undone.name
    making.refresh(ws)
    assert history.redoable(ws) is not None
    history.redo(ws)
    history.undo(ws)
    history.undo(ws)
    assert ids(ws, "customer").tolist() == []
    making.refresh(ws)
    assert made(ws) == []


def test_a_quote_without_an_answer(ws: Workspace, hengrui: int) -> None:
    sent = ws.clock.now_utc() - timedelta(days=6)
    values = {"number": "Q1", "customer": hengrui, "currency": "CNY", "total": Decimal(1), "date": date(2026, 7, 1)}
    quote = records.create(ws, "quote", {**values, "status": "sent", "sent_at": sent}).id
    making.refresh(ws)
    assert made(ws, "quote") == ["Ask about quote Q1"]
    records.update(ws, "quote", quote, {"status": "won"})
    making.refresh(ws)
    assert made(ws, "quote") == []


def test_silence_counts_by_level_and_ends_with_a_talk(ws: Workspace, hengrui: int) -> None:
    records.update(ws, "customer", hengrui, {"last_contact_on": date(2026, 6, 1)})
    other = customers.create(ws, {"name": "乙", "level": "C", "last_contact_on": "2026-06-01"}, {"name": "丙"}).id
    pool = {"name": "丁", "level": "A", "status": "public_pool", "last_contact_on": "2025-06-01"}
    customers.create(ws, pool, {"name": "戊"})
    making.refresh(ws)
    assert made(ws, "silent") == ["Call: nothing heard since 2026-06-01"]
    making.set_days(ws, "silent", 2, 30)
    assert len(made(ws, "silent")) == 2
    commands.log(ws, hengrui, "电话 都好")
    making.refresh(ws)
    assert made(ws, "silent") == ["Call: nothing heard since 2026-06-01"]
    assert other


def test_a_rule_is_switched_off_with_its_reminders(ws: Workspace, hengrui: int) -> None:
    making.refresh(ws)
    making.switch(ws, "birthday", False)
    assert made(ws) == []
    first = making.previews(ws)[0]
    assert (first.on, [one.text for one in first.wanted], first.open) == (False, ["Birthday of 周建明 on 07-24"], 0)
    with pytest.raises(NotFound):
        making.switch(ws, "weather", True)


def test_what_a_rule_made_does_not_hide_a_date_of_the_customer(ws: Workspace, hengrui: int) -> None:
    records.update(
        ws, "customer", hengrui, {"next_follow_up_on": date(2026, 7, 20), "last_contact_on": date(2026, 1, 1)}
    )
    making.refresh(ws)
    assert made(ws, "silent")
    assert ("customer", hengrui) in [item.key for item in today.agenda(ws).overdue.items]


def test_what_is_read_often_is_read_by_an_index(ws: Workspace) -> None:
    """With 200,000 reminders nothing may read them all: not the calendar, the notes, or the rules."""
    from app.followups import month, notices

    seen: list[str] = []
    with ws.book.reading() as connection:
        connection.exec_trace = lambda _cursor, sql, _values: seen.append(sql) or True
        try:
            month.days(ws, date(2026, 7, 20), 7, 5)
            notices.due_now(ws, ws.clock.now_wall())
            notices.missed_ids(ws, 10)
            making.refresh(ws)
        finally:
            connection.exec_trace = None
        for sql in [one for one in seen if one.startswith("SELECT") and "reminder" in one]:
            blanks = [None] * max(sql.count("?"), 5)
            names = {str(place): "" for place in range(1, 9)}
            try:
                plan = connection.execute(
                    f"EXPLAIN QUERY PLAN {sql}", names if "?1" in sql else blanks[: sql.count("?")]
                )
            except Exception as error:  # noqa: BLE001 - the number of marks is not known here
                pytest.fail(f"{error}: {sql}")
            told = " / ".join(row[3] for row in plan)
            assert "SCAN reminder" not in told, sql
            assert "SCAN r " not in told + " ", sql
    assert seen
