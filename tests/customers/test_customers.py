"""Customers, their contacts, and the list."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.customers import commands, queries, views
from app.customers.rules import changed_tags, place
from app.records import history
from app.records import queries as records
from app.records.queries import AnyOf, Condition, Where
from app.records.workspace import Workspace
from app.shared.errors import InvalidValue, KebuError, NotFound


@pytest.fixture
def hengrui(ws: Workspace) -> commands.NewCustomer:
    values = {"name": "苏州恒瑞精密机械有限公司", "level": "a", "status": "active", "tags": "重点，老客户"}
    return commands.create(ws, values, {"name": "周建明", "title": "采购经理", "mobile": "138 0000 2317"})


def test_a_customer_and_its_first_contact_are_one_operation(ws: Workspace, hengrui: commands.NewCustomer) -> None:
    card = queries.card(ws, hengrui.id)
    assert card.record["level"] == "A"
    assert card.main is not None
    assert card.main["is_primary"] is True
    assert card.reach.phone is not None
    assert card.reach.phone.normal == "+8613800002317"
    history.undo(ws)
    assert records.count(ws, "customer") == records.count(ws, "contact") == 0


def test_nothing_is_written_when_the_contact_is_wrong(ws: Workspace) -> None:
    with pytest.raises(InvalidValue):
        commands.create(ws, {"name": "甲"}, {"name": "乙", "birthday": "not a day"})
    assert records.count(ws, "customer") == 0


def test_there_is_only_one_main_contact(ws: Workspace, hengrui: commands.NewCustomer) -> None:
    second = commands.add_contact(ws, hengrui.id, {"name": "陈志远"})
    assert [one.title for one in queries.card(ws, hengrui.id).contacts] == ["周建明", "陈志远"]
    changes = commands.set_main_contact(ws, second.id)
    assert set(changes.updated["contact"]) == {hengrui.contact, second.id}
    contacts = queries.card(ws, hengrui.id).contacts
    assert [(one.title, one["is_primary"]) for one in contacts] == [("陈志远", True), ("周建明", False)]


def test_a_contact_of_nobody_is_refused(ws: Workspace) -> None:
    with pytest.raises(NotFound):
        commands.add_contact(ws, 99, {"name": "谁"})


def test_bulk_changes_are_undone_as_one(ws: Workspace, hengrui: commands.NewCustomer) -> None:
    other = commands.create(ws, {"name": "绍兴锦程印染", "level": "B", "owner": "林晓"})
    both = [hengrui.id, other.id]
    commands.set_level(ws, both, "C")
    assert records.count(ws, "customer", (Condition("level", "=", "C"),)) == 2
    history.undo(ws)
    assert queries.view_counts(ws)["level_a"] == 1
    commands.change_tags(ws, both, add=["展会", "重点"], remove=["老客户"])
    assert [one["tags"] for one in records.rows(ws, "customer", both)] == [("重点", "展会"), ("展会", "重点")]
    assert queries.tags(ws) == ["展会", "重点"]
    commands.release(ws, both)
    assert queries.view_counts(ws)["public_pool"] == 2
    history.undo(ws)
    assert records.get(ws, "customer", other.id)["owner"] == "林晓"


def test_bulk_of_nothing_says_what_to_do(ws: Workspace) -> None:
    with pytest.raises(KebuError, match="Tick some"):
        commands.set_status(ws, [], "active")


def test_the_list_has_the_main_contact_and_a_number_to_call(ws: Workspace, hengrui: commands.NewCustomer) -> None:
    own = commands.create(ws, {"name": "有电话", "phone": "0512-88886666"}, {"name": "李雯", "mobile": "13900005521"})
    alone = commands.create(ws, {"name": "没有人"})
    rows = queries.list_rows(ws, [own.id, alone.id, hengrui.id], ["name", "level"])
    assert [one["contact_name"] for one in rows] == ["李雯", "", "周建明"]
    assert [one["reach"] and one["reach"].typed for one in rows] == ["0512-88886666", None, "138 0000 2317"]


def test_the_list_stands_in_the_order_of_follow_ups(ws: Workspace) -> None:
    late = commands.create(ws, {"name": "晚", "next_follow_up_on": date(2026, 9, 1)}).id
    none = commands.create(ws, {"name": "无"}).id
    soon = commands.create(ws, {"name": "早", "next_follow_up_on": date(2026, 7, 1)}).id
    assert list(queries.list_ids(ws)) == [soon, late, none]
    assert list(queries.list_ids(ws, text="zao")) == [soon]


def test_views_are_counted(ws: Workspace, hengrui: commands.NewCustomer) -> None:
    commands.create(ws, {"name": "潜在的", "level": "A"})
    assert queries.view_counts(ws) == {
        "all": 2, "prospect": 1, "public_pool": 0, "active": 1, "untraded": 1, "level_a": 2, "no_next": 2, "birthday": 0,
    }  # fmt: skip
    for view in queries.VIEWS:
        assert records.count(ws, "customer", view.where) == queries.view_counts(ws)[view.code]


def test_views_ask_for_deals_birthdays_and_next_steps(ws: Workspace) -> None:
    def names(code: str) -> list[str]:
        where = next(view.where for view in queries.VIEWS if view.code == code)
        return sorted(row.title for row in records.rows(ws, "customer", records.ids(ws, "customer", where)))

    old = commands.create(ws, {"name": "旧客户", "status": "active", "next_follow_up_on": date(2026, 8, 1)}).id
    new = commands.create(ws, {"name": "新成交", "status": "active"}, {"name": "王强", "birthday": date(1980, 7, 3)}).id
    commands.create(ws, {"name": "寿星", "birthday": date(1990, 7, 31), "status": "lost"})
    commands.create(ws, {"name": "腊月", "birthday": date(1990, 12, 31), "status": "public_pool"})
    for customer, day in ((old, date(2025, 7, 1)), (new, date(2025, 8, 1))):
        with ws.operation("Deal") as op:
            values = {"number": f"Q{customer}", "customer": customer, "status": "won", "date": day, "currency": "CNY"}
            op.insert("quote", values | {"won_on": day})
    assert names("untraded") == ["旧客户"]
    assert names("no_next") == ["新成交"]
    assert names("birthday") == ["寿星", "新成交"]
    assert queries.view_counts(ws)["birthday"] == 2


def test_any_of_several_conditions_holds(ws: Workspace) -> None:
    for name, city, level, day in (
        ("甲", "苏州", "A", date(2026, 7, 20)), ("乙", "无锡", "B", date(2026, 6, 1)), ("丙", "上海", "A", None),
    ):  # fmt: skip
        commands.create(ws, {"name": name, "city": city, "level": level, "last_contact_on": day})

    def found(*where: Where) -> list[str]:
        return sorted(row.title for row in records.rows(ws, "customer", records.ids(ws, "customer", where)))

    either = AnyOf((Condition("city", "=", "苏州"), Condition("city", "=", "无锡")))
    assert found(either) == ["乙", "甲"]
    assert found(either, Condition("level", "=", "A")) == ["甲"]
    assert found(Condition("last_contact_on", ">=", "today-7")) == ["甲"]
    assert found(Condition("last_contact_on", "<", "today-30")) == ["乙"]
    assert found(AnyOf(())) == []
    kept = views.save_view(ws, "两城", (either, Condition("level", "=", "A")), order=(("city", True), ("name", False)))
    [own] = views.own_views(ws)
    assert (own.code, own.where, own.order) == (
        kept.code, (either, Condition("level", "=", "A")), (("city", True), ("name", False)),
    )  # fmt: skip
    assert views.counts(ws) == {kept.code: 1}
    birthday = next(view.where for view in queries.VIEWS if view.code == "birthday")
    untraded = next(view.where for view in queries.VIEWS if view.code == "untraded")
    views.save_view(ws, "生日", (*birthday, *untraded))
    assert views.own_views(ws)[1].where == (*birthday, *untraded)


def test_a_place_in_a_list() -> None:
    found = place([7, 3, 9], 3)
    assert (found.position, found.total, found.previous, found.following) == (2, 3, 7, 9)
    assert place([7], 1).position == 0
    assert place([7], 7).previous is None


@given(
    st.lists(st.text(min_size=1), max_size=5),
    st.lists(st.text(min_size=1), max_size=5),
    st.lists(st.text(), max_size=5),
)
def test_tags_are_changed_without_doubles(tags: list[str], add: list[str], remove: list[str]) -> None:
    found = changed_tags(tags, add, remove)
    assert len(found) == len(set(found))
    assert not set(found) & set(remove)
    assert changed_tags(found, add, remove) == found
