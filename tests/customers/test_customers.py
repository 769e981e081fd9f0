"""Customers, their contacts, and the list."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.customers import commands, queries
from app.customers.rules import changed_tags, place
from app.records import history
from app.records import queries as records
from app.records.queries import Condition
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
        "all": 2, "prospect": 1, "public_pool": 0, "active": 1, "dormant": 0, "level_a": 2,
    }  # fmt: skip
    for view in queries.VIEWS:
        assert records.count(ws, "customer", view.where) == queries.view_counts(ws)[view.code]


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
