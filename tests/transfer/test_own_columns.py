"""Columns that become fields of the user's own with the kind that their cells tell, and words that become values."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from app.records import commands, history, queries
from app.records.workspace import Workspace
from app.settings import fields
from app.shared.phones import Phone
from app.transfer.columns.own_columns import NEW
from app.transfer.columns.own_kinds import proposed
from app.transfer.commands import run_import
from app.transfer.grid.evidence import gather
from app.transfer.queries import make_plan, proposals
from app.transfer.reviewing import profiles, remembering, value_maps
from app.transfer.reviewing.report import ImportResult
from tests.transfer.mapping_tools import book, sheet

HEAD = ["客户名称", "电话", "特别"]


def rows(values: list[Any]) -> list[list[Any]]:
    return [HEAD, *([f"第{at}公司", f"0512-6688123{at}", value] for at, value in enumerate(values))]


def imported(ws: Workspace, values: list[Any], kind: str | None = None) -> ImportResult:
    file = book(sheet(rows(values)))
    (first,) = proposals(ws, file)
    now = first.changed(2, ("custom:特别",))
    if kind is not None:
        now = replace(now, columns=tuple(replace(one, new_kind=kind) if one.index == 2 else one for one in now.columns))
    return run_import(ws, make_plan(ws, [(file, [now])]))


def held(ws: Workspace) -> tuple[str, list[Any]]:
    [field] = [one for one in ws.dictionary.type("customer").fields if one.custom]
    numbers = queries.ids(ws, "customer", (), (("id", False),))
    return fields.kind_of(field).name, [row[field.name] for row in queries.rows(ws, "customer", numbers)]  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("cells", "kind"),
    [
        (["1", "2", "3.5"], "number"),
        ([1, 0, 1], "number"),
        (["2024-01-01", "2025/3/4"], "date"),
        ([date(2024, 1, 1)], "date"),
        (["是", "否", "是"], "yes-no"),
        (["￥300", "￥1,200"], "money"),
        (["3万", "5万元"], "money"),
        (["13800001001", "0512-66668888"], "phone"),
        (["a@b.cn"], "e-mail"),
        (["www.x.com"], "link"),
        (["001", "002"], "text"),
        (["6222020200112230000"], "text"),
        (["214000", "215000"], "text"),
        (["甲", "1"], "text"),
        (["甲\n乙"], "long-text"),
        ([], "text"),
        ([None, ""], "text"),
    ],
)
def test_the_kind_is_text_wherever_there_is_a_doubt(cells: list[Any], kind: str) -> None:
    assert proposed(gather(cells)) == kind


@pytest.mark.parametrize(
    ("cells", "kind", "values"),
    [
        (["1", "2.5", "1,200"], "number", [Decimal(1), Decimal("2.5"), Decimal(1200)]),
        (["2024-01-01", "2025/3/4", "2025.12.1"], "date", [date(2024, 1, 1), date(2025, 3, 4), date(2025, 12, 1)]),
        (["￥300", "￥1,200", "￥5"], "money", [Decimal(300), Decimal(1200), Decimal(5)]),
        (["是", "否", None], "yes-no", [True, False, None]),
        (["13800001001", "13800001002"], "phone", [Phone("13800001001", "+8613800001001"), Phone("13800001002", "+8613800001002")]),
        (["X1", "Y2", "Z3"], "text", ["X1", "Y2", "Z3"]),
    ],
)  # fmt: skip
def test_a_new_field_takes_the_kind_of_its_cells(ws: Workspace, cells: list[Any], kind: str, values: list[Any]) -> None:
    imported(ws, cells)
    assert held(ws) == (kind, values)
    history.undo(ws)
    assert ws.dictionary.type("customer") == ws.built_in.type("customer")
    history.redo(ws)
    assert held(ws) == (kind, values)


@pytest.mark.parametrize(
    ("kind", "values"),
    [("choice", ["德国", "德国", "德国/法国"]), ("several", [("德国",), ("德国",), ("德国/法国",)])],
)
def test_the_words_of_a_new_list_become_its_values(ws: Workspace, kind: str, values: list[Any]) -> None:
    imported(ws, ["德国", "德国", "德国/法国"], kind)
    assert held(ws) == (kind, values)
    [field] = [one for one in ws.dictionary.type("customer").fields if one.custom]
    assert [one.label for one in field.choices] == ["德国", "德国/法国"]


def test_the_user_may_say_text(ws: Workspace) -> None:
    imported(ws, ["1", "2.5", "03"], "")
    assert held(ws) == ("text", ["1", "2.5", "03"])


def test_a_field_that_is_there_keeps_its_kind(ws: Workspace) -> None:
    name = fields.add_field(ws, "customer", "特别", "date").name
    imported(ws, ["2024-01-01", "bald", "2025-12-31"])
    kind, values = held(ws)
    assert (kind, values) == ("date", [date(2024, 1, 1), None, date(2025, 12, 31)])
    assert "bald" in queries.find(ws, "customer", "第1公司")["notes"]
    (column,) = [one for one in proposals(ws, book(sheet(rows(["2024-01-01"]))))[0].columns if one.index == 2]
    assert column.targets == (name,)


def test_two_sheets_that_disagree_give_a_text(ws: Workspace) -> None:
    one, two = sheet(rows(["1", "2"]), name="一"), sheet([HEAD, ["别家公司", "0512-77", "x"]], name="二")
    file = book(one, two)
    chosen = [found.changed(2, ("custom:特别",)) for found in proposals(ws, file)]
    assert [found.columns[2].new_kind for found in chosen] == ["number", "text"]
    run_import(ws, make_plan(ws, [(file, chosen)]))
    assert held(ws) == ("text", ["1", "2", "x"])


def levelled(ws: Workspace, cells: list[Any], *words: tuple[str, str]) -> Any:
    file = book(sheet(rows(cells)))
    (first,) = proposals(ws, file)
    now = first.changed(2, ("level",))
    column = now.columns[2]
    for word, code in words:
        column = value_maps.explained(column, word, code)
    return file, first, replace(now, columns=(*now.columns[:2], column))


def test_unknown_words_become_new_values_with_the_import(ws: Workspace) -> None:
    file, _first, now = levelled(ws, ["V级", "v级", "A", "僵尸"], ("V级", NEW), ("僵尸", "C"))
    run_import(ws, make_plan(ws, [(file, [now])]))
    level = ws.dictionary.type("customer").field("level")
    assert [one.code for one in level.choices] == ["A", "B", "C", "V级"]
    numbers = queries.ids(ws, "customer", (), (("id", False),))
    assert [one["level"] for one in queries.rows(ws, "customer", numbers)] == ["V级", "V级", "A", "C"]
    history.undo(ws)
    assert ws.dictionary.type("customer") == ws.built_in.type("customer")
    assert queries.count(ws, "customer") == 0


def test_new_values_are_remembered_and_not_made_twice(ws: Workspace) -> None:
    file, first, now = levelled(ws, ["V级", "A"], ("V级", NEW))
    made = profiles.made(first, first, now, {})
    run_import(ws, make_plan(ws, [(file, [now])]), profiles=[made] if made else [])
    (again,) = proposals(ws, file)
    recalled = remembering.recall(ws, file.sheets[0], again, remembering.stored(ws)).now
    assert recalled.columns[2].words == (("V级", NEW),)
    run_import(ws, make_plan(ws, [(file, [recalled])]))
    assert [one.code for one in ws.dictionary.type("customer").field("level").choices] == ["A", "B", "C", "V级"]


def test_the_status_takes_no_new_values(ws: Workspace) -> None:
    file = book(sheet(rows(["火星"])))
    (first,) = proposals(ws, file)
    now = first.changed(2, ("status",))
    column = value_maps.explained(now.columns[2], "火星", NEW)
    now = replace(now, columns=(*now.columns[:2], column))
    assert value_maps.sound({one.name: one for one in ws.dictionary.types}, now).columns[2].words == ()
    run_import(ws, make_plan(ws, [(file, [now])]))
    assert ws.dictionary.type("customer") == ws.built_in.type("customer")


def test_several_values_each_become_one(ws: Workspace) -> None:
    name = fields.add_field(ws, "customer", "特别", "several", choices=("德国",)).name
    file = book(sheet(rows(["德国、法国", "日本"])))
    (now,) = proposals(ws, file)
    found = value_maps.unknown(ws, file.sheets[0], now, 2)
    assert [one.text for one in found] == ["法国", "日本"]
    run_import(ws, make_plan(ws, [(file, [value_maps.all_new(ws, file.sheets[0], now)])]))
    numbers = queries.ids(ws, "customer", (), (("id", False),))
    assert [one[name] for one in queries.rows(ws, "customer", numbers)] == [("德国", "法国"), ("日本",)]


def test_an_import_fills_what_is_empty_in_a_field_of_the_users_own(ws: Workspace, tmp_path: Path) -> None:
    name = fields.add_field(ws, "customer", "特别", "number").name
    one = commands.create(ws, "customer", {"name": "第0公司", "phone": "0512-66881230"}).id
    imported(ws, ["7"])
    assert queries.get(ws, "customer", one)[name] == 7
    imported(ws, ["8"])
    assert queries.get(ws, "customer", one)[name] == 7
