"""Merging customers with all that belongs to them, and taking it back whole at any time later."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.customers import merging, unmerging
from app.main import create_workspace
from app.records import commands, history, queries, trash
from app.records.workspace import Workspace
from app.safety.queries import check
from app.sales import commands as sales
from app.shared.errors import KebuError, NotFound

DUE = datetime(2026, 8, 1, 9, 0)
Book = dict[str, dict[int, dict[str, Any]]]


def book(ws: Workspace) -> Book:
    """All records with all their values."""
    return {
        one.name: {row.id: dict(row.values) for row in queries.rows(ws, one.name, queries.ids(ws, one.name))}
        for one in ws.dictionary.types
    }


def customer(ws: Workspace, name: str, person: str = "王强", reach: str = "", **values: Any) -> int:
    """A customer with a main contact, a conversation, reminders about both and a quote."""
    number = commands.create(ws, "customer", {"name": name, **values}).id
    contact = commands.create(
        ws, "contact", {"customer": number, "name": person, "mobile": reach, "is_primary": True}
    ).id
    said = {"customer": number, "contact": contact, "kind": "call", "text": f"{name}问价", "done_at": DUE}
    commands.create(ws, "activity", said)
    for kind, about in (("customer", number), ("contact", contact)):
        commands.create(ws, "reminder", {"about_kind": kind, "about_id": about, "text": "回访", "due_at": DUE})
    sales.new_quote(ws, number)
    return number


def test_everything_goes_to_the_one_that_stays(ws: Workspace) -> None:
    first = customer(ws, "苏州恒瑞精密机械有限公司", "周建明", phone="0512-62585501", city="苏州", tags="重点")
    second = customer(
        ws, "苏州恒瑞", "李芳", phone="0512-62585502", mobile="13800002317", level="A", tags="老客户", email="a@hr.cn"
    )
    third = customer(ws, "恒瑞机械", "赵敏", phone="0512-62585503", email="b@hr.cn", notes="只收现金")
    done = merging.merge(ws, [first, second, third], first)
    record = queries.get(ws, "customer", first)
    assert (record["level"], record["tags"], record["email"]) == ("A", ("重点", "老客户"), "a@hr.cn")
    assert (record["phone"].typed, record["mobile"].typed) == ("0512-62585501", "13800002317")
    assert record["short_name"] == "苏州恒瑞"
    notes = record["notes"].split("\n")
    assert notes[0] == "只收现金"
    assert "also: 恒瑞机械" in notes
    assert [line for line in notes if line.startswith("Further phone")] == [
        "Further phone: 0512 6258 5502", "Further phone: 0512 6258 5503",
    ]  # fmt: skip
    assert "E-mail: b@hr.cn" in notes
    assert list(queries.ids(ws, "customer")) == [first]
    for kind in ("contact", "activity", "quote"):
        assert {row["customer"] for row in queries.linked(ws, kind, "customer", first)} == {first}
        assert len(queries.ids(ws, kind)) == 3
    reminders = queries.rows(ws, "reminder", queries.ids(ws, "reminder"))
    assert [row["about_id"] for row in reminders if row["about_kind"] == "customer"] == [first] * 3
    assert [row.title for row in queries.linked(ws, "contact", "customer", first) if row["is_primary"]] == ["周建明"]
    assert history.describe(history.operations(ws, 1)[0]) == "Merge 3 customers: 苏州恒瑞精密机械有限公司"
    assert done.id == first
    assert trash.listing(ws) == []
    assert check(ws) == []


def test_each_cell_can_be_chosen(ws: Workspace) -> None:
    first = customer(ws, "甲公司", "张三", city="苏州", level="A")
    second = customer(ws, "甲公司", "李四", city="无锡")
    plan = merging.plan(ws, [first, second], second)
    lines = {line.name: line for line in plan.lines}
    assert (lines["city"].cells, lines["city"].merged, lines["city"].how) == (("苏州", "无锡"), "无锡", "taken")
    assert (lines["level"].merged, lines["level"].how, lines["name"].how) == ("A", "only", "same")
    assert plan.moved == {"contact": 1, "activity": 1, "quote": 1, "reminder": 1}
    merging.merge(ws, [first, second], second, {"city": first, "level": second})
    record = queries.get(ws, "customer", second)
    assert (record["city"], record["level"]) == ("苏州", None)


def test_the_same_contact_becomes_one(ws: Workspace) -> None:
    first = customer(ws, "甲公司", "王强", "13800002317")
    second = customer(ws, "甲有限公司", "王强 先生", "13800002317")
    merging.merge(ws, [first, second], first)
    [contact] = queries.linked(ws, "contact", "customer", first)
    activities = queries.linked(ws, "activity", "customer", first)
    assert {row["contact"] for row in activities} == {contact.id}
    reminders = queries.rows(ws, "reminder", queries.ids(ws, "reminder"))
    assert {row["about_id"] for row in reminders if row["about_kind"] == "contact"} == {contact.id}


def test_what_was_changed_since_stays_changed(ws: Workspace) -> None:
    first, second = (
        customer(ws, "甲公司", "张三", city="苏州"),
        customer(ws, "乙公司", "李四", industry="机械", level="B"),
    )
    done = merging.merge(ws, [first, second], first)
    commands.update(ws, "customer", first, {"level": "A", "phone": "13900004470"})
    added = commands.create(ws, "contact", {"customer": first, "name": "新人"}).id
    back = unmerging.unmerge(ws, done.changes.operation)
    assert (back.titles, back.added) == (("乙公司",), 1)
    assert [(one.title, one.label) for one in back.left] == [("甲公司", "Level")]
    kept, out = queries.get(ws, "customer", first), queries.get(ws, "customer", second)
    assert (kept["level"], kept["industry"], kept["phone"].typed) == ("A", None, "13900004470")
    assert (out["level"], out["industry"]) == ("B", "机械")
    assert [row.title for row in queries.linked(ws, "contact", "customer", second)] == ["李四"]
    assert added in [row.id for row in queries.linked(ws, "contact", "customer", first)]
    assert back.moved == {"contact": 1, "activity": 1, "quote": 1, "reminder": 1}
    assert check(ws) == []
    history.undo(ws)
    assert [one.operation for one in unmerging.merges(ws)] == [done.changes.operation]


def test_a_customer_comes_out_of_two_merges(ws: Workspace) -> None:
    numbers = [customer(ws, f"公司{n}", f"人{n}") for n in range(3)]
    before = book(ws)
    one = merging.merge(ws, numbers[:2], numbers[0])
    two = merging.merge(ws, [numbers[0], numbers[2]], numbers[2])
    back = unmerging.unmerge(ws, one.changes.operation)
    assert back.into == numbers[2]
    for kind in ("contact", "activity", "quote"):
        mine = {number for number, values in before[kind].items() if values["customer"] == numbers[1]}
        assert {row.id for row in queries.linked(ws, kind, "customer", numbers[1])} == mine
    unmerging.unmerge(ws, two.changes.operation)
    assert sorted(queries.ids(ws, "customer")) == numbers
    assert {k: v["customer"] for k, v in book(ws)["contact"].items()} == {
        k: v["customer"] for k, v in before["contact"].items()
    }
    assert check(ws) == []


def test_a_merged_customer_in_the_trash_comes_back_first(ws: Workspace) -> None:
    first, second = customer(ws, "甲公司", "张三"), customer(ws, "乙公司", "李四")
    before = book(ws)
    done = merging.merge(ws, [first, second], first)
    commands.delete(ws, "customer", [first])
    unmerging.unmerge(ws, unmerging.find(ws, second))
    assert book(ws) == before
    with pytest.raises(KebuError):
        unmerging.unmerge(ws, done.changes.operation)
    with pytest.raises(NotFound):
        unmerging.find(ws, second)


def test_what_is_restored_goes_to_the_one_it_was_merged_into(ws: Workspace) -> None:
    first, second = customer(ws, "甲公司", "张三"), customer(ws, "乙公司", "李四")
    [contact] = queries.linked(ws, "contact", "customer", second)
    commands.delete(ws, "contact", [contact.id])
    merging.merge(ws, [first, second], first)
    trash.restore(ws, [("contact", contact.id)])
    assert queries.get(ws, "contact", contact.id)["customer"] == first


def test_one_customer_or_one_that_is_gone_is_refused(ws: Workspace) -> None:
    first = customer(ws, "甲公司")
    with pytest.raises(KebuError):
        merging.merge(ws, [first, first])
    with pytest.raises(NotFound):
        merging.merge(ws, [first, 999])
    with pytest.raises(KebuError):
        unmerging.unmerge(ws, 1)


def test_days_and_tags_of_all_count(ws: Workspace) -> None:
    first = customer(ws, "甲", last_contact_on=date(2024, 1, 1), created_on=date(2020, 5, 1))
    second = customer(ws, "乙", last_contact_on=date(2025, 1, 1), created_on=date(2019, 5, 1))
    merging.merge(ws, [first, second], first)
    record = queries.get(ws, "customer", first)
    assert (record["last_contact_on"], record["created_on"]) == (date(2025, 1, 1), date(2019, 5, 1))


VALUES = st.fixed_dictionaries(
    {"name": st.sampled_from(["恒瑞", "恒瑞公司", "拓嘉"])},
    optional={
        "city": st.sampled_from(["苏州", "无锡"]),
        "phone": st.sampled_from(["0512-62585501", "13800002317", "13900004470"]),
        "mobile": st.sampled_from(["13800002317", "13500007716"]),
        "notes": st.sampled_from(["一", "一\n二", "三"]),
        "tags": st.sampled_from(["a", "b,c"]),
        "level": st.sampled_from(["A", "B"]),
    },
)
EDITS = st.lists(
    st.tuples(st.sampled_from(("edit", "contact", "log", "delete", "other")), st.integers(0, 99)), max_size=5
)


@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(
    given_=st.lists(st.tuples(VALUES, st.sampled_from(["王强", "李芳"])), min_size=2, max_size=4),
    keep=st.integers(0, 3), later=EDITS,
)  # fmt: skip
def test_merging_and_unmerging_gives_the_same_book(given_: list[Any], keep: int, later: list[tuple[str, int]]) -> None:
    """Without edits the book is as it was; with edits since all the rest is, and what was edited stays so."""
    with TemporaryDirectory() as folder:
        ws = create_workspace(Path(folder) / "a.kebu")
        try:
            other = customer(ws, "别家", "外人")
            numbers = [
                customer(ws, values["name"], person, "", **{k: v for k, v in values.items() if k != "name"})
                for values, person in given_
            ]
            before = book(ws)
            kept = numbers[keep % len(numbers)]
            done = merging.merge(ws, numbers, kept)
            touched: set[tuple[str, int, str]] = set()
            new: set[tuple[str, int]] = set()
            for step, pick in later:
                there = queries.linked(ws, "contact", "customer", kept)
                if step == "edit":
                    commands.update(ws, "customer", kept, {"city": f"城{pick}", "notes": f"新{pick}"})
                    touched |= {("customer", kept, "city"), ("customer", kept, "notes")}
                elif step == "contact" and there:
                    one = there[pick % len(there)]
                    commands.update(ws, "contact", one.id, {"title": f"经理{pick}"})
                    touched.add(("contact", one.id, "title"))
                elif step == "log":
                    said = {"customer": kept, "kind": "note", "text": f"记{pick}", "done_at": DUE}
                    new.add(("activity", commands.create(ws, "activity", said).id))
                elif step == "delete":
                    commands.delete(ws, "customer", [kept])
                    trash.restore(ws, [("customer", kept)])
                else:
                    commands.update(ws, "customer", other, {"city": f"城{pick}"})
                    touched.add(("customer", other, "city"))
            merged = book(ws)
            unmerging.unmerge(ws, done.changes.operation)
            after = book(ws)
            for kind, rows in after.items():
                assert {n for n in rows if (kind, n) not in new} == set(before[kind])
                for number, values in rows.items():
                    for name, value in values.items():
                        if (kind, number) in new or (kind, number, name) in touched:
                            assert value == merged[kind][number][name]
                        else:
                            assert value == before[kind][number][name], (kind, number, name)
            assert check(ws) == []
        finally:
            ws.close()
