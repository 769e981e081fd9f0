"""Lists of values: added to, renamed, coloured, ordered, retired, merged; every old record still says what it said."""

from __future__ import annotations

from datetime import datetime

import pytest

from app.records import commands, history, queries
from app.records.queries import Condition
from app.records.values import show
from app.records.workspace import Workspace
from app.settings import lists
from app.shared.errors import InvalidValue, NotFound


def codes(ws: Workspace, kind: str, name: str) -> list[str]:
    return [one.code for one in lists.values(ws, kind, name)]


def field(ws: Workspace, kind: str, name: str):  # type: ignore[no-untyped-def]
    return ws.dictionary.type(kind).field(name)


def test_a_level_of_the_users_own(ws: Workspace) -> None:
    code = lists.add_value(ws, "customer", "level", "V级", "acc").code
    one = commands.create(ws, "customer", {"name": "甲", "level": "V级"}).id
    assert queries.get(ws, "customer", one)["level"] == code
    assert codes(ws, "customer", "level") == ["A", "B", "C", code]
    lists.move_value(ws, "customer", "level", code, -3)
    assert codes(ws, "customer", "level") == [code, "A", "B", "C"]
    two = commands.create(ws, "customer", {"name": "乙", "level": "B"}).id
    assert list(queries.ids(ws, "customer", (), (("level", False),))) == [one, two]
    lists.rename_value(ws, "customer", "level", code, "战略")
    assert show(field(ws, "customer", "level"), code) == "战略"
    assert list(queries.ids(ws, "customer", (Condition("level", "=", "战略"),))) == [one]
    lists.retire_value(ws, "customer", "level", code)
    assert [choice.code for choice in field(ws, "customer", "level").offered] == ["A", "B", "C"]
    assert show(field(ws, "customer", "level"), queries.get(ws, "customer", one)["level"]) == "战略"
    for _time in range(6):
        history.undo(ws)
    assert ws.dictionary.type("customer") == ws.built_in.type("customer")


def test_values_of_the_program_are_renamed_and_still_understood(ws: Workspace) -> None:
    lists.rename_value(ws, "customer", "status", "prospect", "线索")
    lists.color_value(ws, "customer", "status", "prospect", "warn")
    status = field(ws, "customer", "status")
    assert (status.choice("prospect").label, status.color("prospect")) == ("线索", "warn")
    one = commands.create(ws, "customer", {"name": "甲", "status": "潜在"}).id
    assert queries.get(ws, "customer", one)["status"] == "prospect"


@pytest.mark.parametrize("change", [lists.add_value, lists.retire_value])
def test_rules_depend_on_the_status(ws: Workspace, change) -> None:  # type: ignore[no-untyped-def]
    with pytest.raises(InvalidValue):
        change(ws, "customer", "status", "active")


def test_two_values_become_one(ws: Workspace) -> None:
    lists.add_value(ws, "activity", "kind", "展会")
    customer = commands.create(ws, "customer", {"name": "甲"}).id
    said = commands.create(
        ws,
        "activity",
        {"customer": customer, "kind": "展会", "text": "见面", "done_at": datetime(2026, 7, 1, 9, 0)},
    ).id
    todo = commands.create(
        ws,
        "reminder",
        {
            "about_kind": "customer",
            "about_id": customer,
            "kind": "展会",
            "text": "再见",
            "due_at": datetime(2026, 8, 1),
        },
    ).id
    assert lists.values(ws, "reminder", "kind")[-1].count == 2
    lists.merge_values(ws, "activity", "kind", "展会", "visit")
    assert queries.get(ws, "activity", said)["kind"] == queries.get(ws, "reminder", todo)["kind"] == "visit"
    assert "展会" not in codes(ws, "activity", "kind")
    history.undo(ws)
    assert queries.get(ws, "activity", said)["kind"] == queries.get(ws, "reminder", todo)["kind"] == "展会"
    lists.merge_values(ws, "activity", "kind", "note", "展会")
    assert not any(one.code == "note" for one in field(ws, "activity", "kind").offered)


def test_tags_are_coloured_renamed_and_merged(ws: Workspace) -> None:
    one = commands.create(ws, "customer", {"name": "甲", "tags": "老客户, 展会"}).id
    two = commands.create(ws, "customer", {"name": "乙", "tags": "展会"}).id
    assert [(value.code, value.count) for value in lists.values(ws, "customer", "tags")] == [("展会", 2), ("老客户", 1)]
    lists.color_value(ws, "customer", "tags", "展会", "ok")
    assert field(ws, "customer", "tags").color("展会") == "ok"
    lists.rename_value(ws, "customer", "tags", "展会", "2026 展会")
    assert field(ws, "customer", "tags").color("2026 展会") == "ok"
    assert queries.get(ws, "customer", one)["tags"] == ("老客户", "2026 展会")
    lists.merge_values(ws, "customer", "tags", "老客户", "2026 展会")
    assert queries.get(ws, "customer", one)["tags"] == queries.get(ws, "customer", two)["tags"] == ("2026 展会",)
    for _time in range(3):
        history.undo(ws)
    assert queries.get(ws, "customer", one)["tags"] == ("老客户", "展会")
    with pytest.raises(InvalidValue):
        lists.rename_value(ws, "customer", "tags", "展会", "a, b")


def test_words_are_offered_as_the_user_ordered_them(ws: Workspace) -> None:
    for outcome in ("没人接", "没人接", "同意"):
        customer = commands.create(ws, "customer", {"name": outcome}).id
        commands.create(
            ws,
            "activity",
            {"customer": customer, "kind": "call", "text": "x", "outcome": outcome, "done_at": datetime(2026, 7, 1)},
        )
    lists.add_value(ws, "activity", "outcome", "改期")
    assert queries.distinct(ws, "activity", "outcome") == ["改期", "没人接", "同意"]
    lists.retire_value(ws, "activity", "outcome", "没人接")
    assert queries.distinct(ws, "activity", "outcome") == ["改期", "同意"]
    lists.rename_value(ws, "activity", "outcome", "没人接", "无人接听")
    assert queries.count(ws, "activity", (Condition("outcome", "=", "无人接听"),)) == 2


def test_a_value_in_use_is_not_deleted(ws: Workspace) -> None:
    code = lists.add_value(ws, "customer", "level", "D").code
    one = commands.create(ws, "customer", {"name": "甲", "level": "D"}).id
    with pytest.raises(InvalidValue):
        lists.remove_value(ws, "customer", "level", code)
    commands.update(ws, "customer", one, {"level": "A"})
    lists.remove_value(ws, "customer", "level", code)
    assert codes(ws, "customer", "level") == ["A", "B", "C"]
    with pytest.raises(InvalidValue):
        lists.remove_value(ws, "customer", "level", "A")


@pytest.mark.parametrize("label", ["", "A", "a", "x" * 61])
def test_no_two_values_have_one_name(ws: Workspace, label: str) -> None:
    with pytest.raises(InvalidValue):
        lists.add_value(ws, "customer", "level", label)


def test_only_lists_are_lists(ws: Workspace) -> None:
    with pytest.raises(InvalidValue):
        lists.values(ws, "customer", "name")
    with pytest.raises(NotFound):
        lists.values(ws, "customer", "planet")
    with pytest.raises(NotFound):
        lists.color_value(ws, "customer", "level", "Z", "ok")
    with pytest.raises(InvalidValue):
        lists.color_value(ws, "customer", "level", "A", "pink")
