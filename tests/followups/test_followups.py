"""Logging, reminders, the agenda and the timeline, on a real book at 22 July 2026, 10:30."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from decimal import Decimal

import pytest

from app.customers import commands as customers
from app.followups import commands, queries, today, triage
from app.followups.rules import Snooze
from app.followups.timeline import timeline
from app.records import commands as records
from app.records import history
from app.records.queries import get
from app.records.workspace import Workspace
from app.sales import commands as sales
from app.shared.errors import InvalidValue

TODAY = date(2026, 7, 22)


@pytest.fixture
def hengrui(ws: Workspace) -> int:
    return customers.create(ws, {"name": "苏州恒瑞精密机械"}, {"name": "周建明", "mobile": "13800002317"}).id


@pytest.fixture
def shaoxing(ws: Workspace) -> int:
    values = {"name": "绍兴锦程印染", "next_follow_up_on": date(2026, 7, 1)}
    return customers.create(ws, values, {"name": "沈丽", "mobile": "13500007716"}).id


def dates(ws: Workspace, customer: int) -> tuple[date | None, date | None]:
    record = get(ws, "customer", customer)
    return record["last_contact_on"], record["next_follow_up_on"]


def test_one_line_logs_the_call_and_sets_the_follow_up(ws: Workspace, hengrui: int) -> None:
    logged = commands.log(ws, hengrui, "周工来电，预算已批，下周三下午 回访")
    activity, reminder = get(ws, "activity", logged.activity), get(ws, "reminder", logged.reminder)
    assert (activity["kind"], activity["done_at"]) == ("call", datetime(2026, 7, 22, 10, 30))
    assert get(ws, "contact", activity["contact"]).title == "周建明"
    assert (reminder["text"], reminder["due_at"], reminder["zone"]) == (
        "回访",
        datetime(2026, 7, 29, 14),
        ws.clock.zone_name(),
    )
    assert dates(ws, hengrui) == (TODAY, date(2026, 7, 29))
    history.undo(ws)
    assert dates(ws, hengrui) == (None, None)
    assert not queries.open_reminders(ws, hengrui)


def test_what_the_person_chose_wins_over_what_was_read(ws: Workspace, hengrui: int) -> None:
    logged = commands.log(ws, hengrui, "周工来电，明天 回访", kind="visit", contact=0, follow_up=False)
    activity = get(ws, "activity", logged.activity)
    assert (activity["kind"], activity["contact"], logged.reminder) == ("visit", None, 0)


def test_an_empty_line_is_refused(ws: Workspace, hengrui: int) -> None:
    with pytest.raises(InvalidValue):
        commands.log(ws, hengrui, "  ")


def test_an_old_conversation_does_not_turn_the_clock_back(ws: Workspace, shaoxing: int) -> None:
    commands.log(ws, shaoxing, "电话，没接通")
    commands.log(ws, shaoxing, "去年的拜访", now=datetime(2025, 7, 1, 9), kind="visit")
    assert dates(ws, shaoxing) == (TODAY, None)


def test_an_imported_date_is_settled_by_a_talk_not_by_a_note(ws: Workspace, shaoxing: int) -> None:
    commands.log(ws, shaoxing, "备注：换了仓库")
    assert dates(ws, shaoxing) == (None, date(2026, 7, 1))
    commands.log(ws, shaoxing, "电话 都好")
    assert dates(ws, shaoxing) == (TODAY, None)


def test_a_reminder_finds_the_customer_by_its_contact(ws: Workspace, shaoxing: int, hengrui: int) -> None:
    added = commands.add_reminder(ws, "明天上午 打电话给沈丽")
    assert (added.customer, added.when) == (shaoxing, datetime(2026, 7, 23, 9))
    assert dates(ws, shaoxing)[1] == date(2026, 7, 23)
    assert commands.add_reminder(ws, "买打印纸").customer is None
    customers.add_contact(ws, hengrui, {"name": "沈丽"})
    assert commands.add_reminder(ws, "打电话给沈丽").customer is None


def test_done_snooze_and_reopen_keep_the_customer_in_step(ws: Workspace, hengrui: int) -> None:
    number = commands.add_reminder(ws, "7月24日 发报价", about=("customer", hengrui)).reminder
    commands.add_reminder(ws, "8月3日 回访", about=("customer", hengrui))
    assert dates(ws, hengrui)[1] == date(2026, 7, 24)
    commands.done(ws, number)
    assert dates(ws, hengrui)[1] == date(2026, 8, 3)
    commands.reopen(ws, number)
    commands.snooze(ws, number, Snooze.WEEK)
    assert dates(ws, hengrui)[1] == date(2026, 7, 31)
    commands.snooze(ws, number, datetime(2026, 7, 23, 15))
    assert queries.open_reminders(ws, hengrui)[0].due == datetime(2026, 7, 23, 15)
    commands.delete_reminder(ws, number)
    assert dates(ws, hengrui)[1] == date(2026, 8, 3)


def test_reminders_about_a_contact_count_for_its_customer(ws: Workspace) -> None:
    made = customers.create(ws, {"name": "甲"}, {"name": "乙"})
    commands.add_reminder(ws, "明天 寄样品", about=("contact", made.contact))
    assert dates(ws, made.id)[1] == date(2026, 7, 23)
    assert queries.open_reminders(ws, made.id)[0].customer == made.id


def test_the_agenda_of_the_day(ws: Workspace, hengrui: int, shaoxing: int) -> None:
    late = commands.add_reminder(ws, "催收尾款", about=("customer", hengrui), when=datetime(2026, 7, 20, 9)).reminder
    commands.add_reminder(ws, "今天下午3点 电话确认", about=("customer", hengrui))
    ticked = commands.add_reminder(ws, "今天 寄合同").reminder
    commands.add_reminder(ws, "7月24日 上门", about=("customer", hengrui))
    commands.done(ws, ticked)
    found = today.agenda(ws)
    assert [item.key for item in found.overdue.items] == [("customer", shaoxing), ("reminder", late)]
    assert [(item.text, item.done is not None) for item in found.today.items] == [("电话确认", False), ("寄合同", True)]
    assert (found.today.count, found.today.done, found.due, today.due_count(ws)) == (1, 1, 3, 3)
    assert [item.text for item in found.next.items] == ["上门"]
    item = found.overdue.items[0]
    assert (item.name, item.contact, item.phone.typed if item.phone else "") == ("绍兴锦程印染", "沈丽", "13500007716")


def test_many_overdue_show_the_oldest(ws: Workspace) -> None:
    with ws.operation("many") as op:
        op.insert_many(
            "customer", [{"name": f"客户{n}", "next_follow_up_on": TODAY - timedelta(days=n)} for n in range(1, 301)]
        )
    found = today.agenda(ws)
    assert (len(found.overdue.items), found.overdue.count, found.overdue.more) == (20, 300, 280)
    assert found.overdue.items[0].due.date() == TODAY - timedelta(days=300)


def test_a_date_on_a_customer_is_ticked_off_or_put_off(ws: Workspace, shaoxing: int) -> None:
    commands.date_done(ws, shaoxing)
    (item,) = today.agenda(ws).overdue.items
    assert (item.source, item.done, dates(ws, shaoxing)[1]) == ("reminder", datetime(2026, 7, 22, 10, 30), None)
    history.undo(ws)
    commands.date_snooze(ws, shaoxing, Snooze.TOMORROW)
    assert dates(ws, shaoxing)[1] == date(2026, 7, 23)
    assert not today.agenda(ws).overdue.items


def test_everything_overdue_is_put_off_as_one(ws: Workspace, hengrui: int) -> None:
    numbers = [
        commands.add_reminder(ws, f"第{n}件", about=("customer", hengrui), when=datetime(2026, 7, n, 9)).reminder
        for n in (1, 2)
    ]
    triage.to_day(ws, numbers, date(2026, 7, 23))
    assert {item.due for item in today.agenda(ws).next.items} == {datetime(2026, 7, 23, 9)}
    assert dates(ws, hengrui)[1] == date(2026, 7, 23)
    history.undo(ws)
    assert today.due_count(ws) == 2


def test_quotes_to_watch(ws: Workspace, hengrui: int) -> None:
    def quote(number: str, **values: object) -> None:
        given = {
            "number": number,
            "customer": hengrui,
            "currency": "CNY",
            "total": Decimal(100),
            "date": TODAY,
            **values,
        }
        records.create(ws, "quote", given)

    long_ago = ws.clock.now_utc() - timedelta(days=6)
    quote("Q1")
    quote("Q2", status="sent", sent_at=ws.clock.now_utc(), valid_until=TODAY + timedelta(days=2))
    quote("Q3", status="sent", sent_at=long_ago, valid_until=TODAY + timedelta(days=20))
    quote("Q4", status="sent", sent_at=ws.clock.now_utc(), valid_until=TODAY + timedelta(days=20))
    quote("Q5", status="won", sent_at=long_ago, valid_until=TODAY)
    quote("Q6", status="sent", sent_at=long_ago, valid_until=TODAY - timedelta(days=1))
    found = {one.number: (one.reason, one.days) for one in today.quotes_to_watch(ws)}
    assert found == {"Q1": ("draft", 0), "Q2": ("expiring", 2), "Q3": ("unanswered", 6), "Q6": ("expired", 1)}


def test_birthdays_of_the_week(ws: Workspace, hengrui: int) -> None:
    customers.add_contact(ws, hengrui, {"name": "吴敏", "birthday": "1980-07-24"})
    customers.add_contact(ws, hengrui, {"name": "后来", "birthday": "1980-08-24"})
    customers.create(ws, {"name": "散客张", "kind": "person", "birthday": "1990-07-22"})
    assert [(one.name, one.company, one.day) for one in today.birthdays(ws)] == [
        ("散客张", "", TODAY),
        ("吴敏", "苏州恒瑞精密机械", date(2026, 7, 24)),
    ]


def test_the_timeline_merges_what_happened(ws: Workspace, hengrui: int) -> None:
    commands.log(ws, hengrui, "电话，问交期", now=datetime(2026, 7, 10, 9))
    commands.log(ws, hengrui, "拜访 周建明", now=datetime(2026, 7, 12, 9))
    quote = {"number": "Q9", "customer": hengrui, "currency": "CNY", "total": "118650", "date": "2026-07-11"}
    records.create(ws, "quote", quote)
    commands.done(ws, commands.add_reminder(ws, "寄样品", about=("customer", hengrui)).reminder)
    found = timeline(ws, hengrui)
    assert [entry.kind for entry in found.entries] == ["reminder", "visit", "quote", "call"]
    assert found.entries[1].who == "周建明"
    assert found.entries[2].amount == Decimal("118650.00")
    assert (found.counts, found.total, found.more) == ({"call": 1, "visit": 1, "quote": 1, "reminder": 1}, 4, False)
    assert [entry.kind for entry in timeline(ws, hengrui, kinds=["visit", "quote"]).entries] == ["visit", "quote"]


def test_a_long_timeline_comes_in_parts_without_gaps_or_doubles(ws: Workspace, hengrui: int) -> None:
    with ws.operation("many") as op:
        op.insert_many(
            "activity",
            [
                {"customer": hengrui, "kind": "call", "done_at": datetime(2026, 7, 1 + n // 40, 9), "text": f"第{n}次"}
                for n in range(120)
            ],
        )
    seen: list[int] = []
    before = None
    while True:
        part = timeline(ws, hengrui, before)
        seen += [entry.id for entry in part.entries]
        if not part.more:
            break
        before = part.entries[-1].cursor
    assert len(seen) == len(set(seen)) == 120
    assert part.total == 120


def test_the_import_stands_in_the_timeline(ws: Workspace) -> None:
    with ws.operation("Import {file}", file="客户2019.xls") as op:
        number = op.insert("customer", {"name": "老客户"})
    (entry,) = timeline(ws, number).entries
    assert (entry.kind, entry.title) == ("import", "Import 客户2019.xls")
    history.undo(ws)
    history.redo(ws)
    assert timeline(ws, number).counts == {"import": 1}


def test_deleting_a_conversation_makes_the_last_contact_right(ws: Workspace, hengrui: int) -> None:
    commands.log(ws, hengrui, "电话", now=datetime(2026, 7, 10, 9))
    last = commands.log(ws, hengrui, "拜访").activity
    commands.delete_activity(ws, last)
    assert dates(ws, hengrui)[0] == date(2026, 7, 10)
    history.undo(ws)
    commands.edit_activity(ws, last, {"done_at": "2026-07-15 09:00"})
    assert dates(ws, hengrui)[0] == date(2026, 7, 15)


def test_a_reminder_knows_the_contact_whom_the_line_names(ws: Workspace, hengrui: int) -> None:
    wang = customers.add_contact(ws, hengrui, {"name": "王强", "title": "经理", "mobile": "13900001111"}).id
    logged = commands.log(ws, hengrui, "电话 王经理 同意降价 下周三回访")
    assert get(ws, "activity", logged.activity)["contact"] == wang
    assert get(ws, "reminder", logged.reminder)["contact"] == wang
    [item] = queries.open_reminders(ws, hengrui)
    assert (item.contact, item.phone and item.phone.typed) == ("王强", "13900001111")
    plain = commands.add_reminder(ws, "今天 寄样品", about=("customer", hengrui)).reminder
    assert get(ws, "reminder", plain)["contact"] is None
    named = commands.add_reminder(ws, "今天 打电话给王强", about=("customer", hengrui)).reminder
    assert get(ws, "reminder", named)["contact"] == wang
    assert {item.text: item.contact for item in today.agenda(ws).today.items} == {
        "寄样品": "周建明",
        "打电话给王强": "王强",
    }
    [entry] = [one for one in history.of_record(ws, "reminder", named) if one.action == "insert"]
    assert entry.name.endswith("打电话给王强")


def test_a_reminder_about_a_contact_shows_that_contact(ws: Workspace, hengrui: int) -> None:
    wang = customers.add_contact(ws, hengrui, {"name": "王强"}).id
    commands.add_reminder(ws, "今天 寄样品", about=("contact", wang))
    assert [item.contact for item in today.agenda(ws).today.items] == ["王强"]


def test_the_contact_of_a_reminder_is_one_of_its_customer(ws: Workspace, hengrui: int, shaoxing: int) -> None:
    number = commands.add_reminder(ws, "明天 回访", about=("customer", hengrui)).reminder
    other = customers.add_contact(ws, shaoxing, {"name": "别人"}).id
    with pytest.raises(InvalidValue):
        commands.edit_reminder(ws, number, {"contact": other})
    own = customers.add_contact(ws, hengrui, {"name": "王强"}).id
    commands.edit_reminder(ws, number, {"contact": own})
    assert history.of_record(ws, "reminder", number)[0].new == own
    records.delete(ws, "contact", [own])
    assert get(ws, "reminder", number)["contact"] is None
    history.undo(ws)
    assert get(ws, "reminder", number)["contact"] == own


def test_a_customer_stands_in_the_agenda_once(ws: Workspace) -> None:
    """The reminder about a contact or a quote is also the customer's next date: it is no date on its own."""
    made = customers.create(ws, {"name": "甲"}, {"name": "乙"})
    commands.add_reminder(ws, "今天 寄样品", about=("contact", made.contact))
    other = customers.create(ws, {"name": "丙"}).id
    number = sales.new_quote(ws, other).id
    commands.add_reminder(ws, "今天 问报价", about=("quote", number))
    found = today.agenda(ws)
    assert [item.text for item in found.today.items] == ["寄样品", "问报价"]
    assert (found.due, today.due_count(ws)) == (2, 2)


@pytest.mark.parametrize("table", ["reminder", "customer", "quote", "contact"])
def test_the_day_is_read_by_indexes(ws: Workspace, hengrui: int, table: str) -> None:
    """No query of the first page reads a table from end to end."""
    commands.add_reminder(ws, "今天 回访", about=("customer", hengrui))
    seen: list[str] = []
    ws.book.reader.exec_trace = lambda _cursor, sql, _values: seen.append(sql) or True
    today.agenda(ws)
    today.quotes_to_watch(ws)
    today.birthdays(ws)
    ws.book.reader.exec_trace = None
    assert len(seen) > 10
    for sql in {one for one in seen if one.startswith("SELECT")}:
        blanks = (None,) * sql.count("?") if "?1" not in sql else (None,)
        plan = " / ".join(row[3] for row in ws.book.reader.execute(f"EXPLAIN QUERY PLAN {sql}", blanks))
        assert f"SCAN {table}" not in plan.replace(f"SCAN {table} USING COVERING", ""), sql
