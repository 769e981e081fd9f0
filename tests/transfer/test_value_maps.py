"""Values of choice fields in a sheet's own words: found once, explained once."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.records import queries
from app.records.workspace import Workspace
from app.settings.lists import add_value
from app.transfer.columns.proposals import Column, Proposal
from app.transfer.commands import run_import
from app.transfer.grid.choices import choice_words
from app.transfer.queries import make_plan, proposals
from app.transfer.reviewing import profiles, remembering, value_maps
from tests.transfer.mapping_tools import TYPES, book, sheet

HEAD = ["客户名称", "电话", "级别"]
ROWS = [
    ["甲公司", "0512-66881231", "V级客户"], ["乙公司", "0512-66881232", "v级客户"], ["丙公司", "0512-66881233", "A"],
    ["丁公司", "0512-66881234", "僵尸"], ["戊公司", "0512-66881235", "V级客户"],
    ["己公司", "0512-66881236", "冷门"],
]  # fmt: skip


def levelled(ws: Workspace) -> tuple[Proposal, Proposal]:
    (first,) = proposals(ws, book(sheet([HEAD, *ROWS])))
    return first, first.changed(2, ("level",))


def put(proposal: Proposal, column: Column) -> Proposal:
    return replace(proposal, columns=tuple(column if one.index == column.index else one for one in proposal.columns))


def explained(ws: Workspace) -> tuple[Proposal, Proposal]:
    first, now = levelled(ws)
    column = value_maps.explained(now.columns[2], "V级客户", "A")
    return first, put(now, value_maps.explained(column, "僵尸", ""))


def test_unknown_words_are_counted_the_most_frequent_first(ws: Workspace) -> None:
    _first, now = levelled(ws)
    found = value_maps.unknown(ws, sheet([HEAD, *ROWS]), now, 2)
    assert [(one.text, one.count, one.code) for one in found] == [
        ("V级客户", 2, None),
        ("v级客户", 1, None),
        ("僵尸", 1, None),
        ("冷门", 1, None),
    ]
    assert value_maps.unknown(ws, sheet([HEAD, *ROWS]), now, 1) == []
    field = value_maps.chosen_field(TYPES, now, now.columns[2])
    assert field is not None
    assert "A" in dict(value_maps.values(field))


def test_a_word_is_a_value_or_nothing_or_stays_in_the_notes(ws: Workspace) -> None:
    first, now = explained(ws)
    plan = make_plan(ws, [(book(sheet([HEAD, *ROWS])), [now])])
    run_import(ws, plan)
    held = {row["name"]: row for row in queries.rows(ws, "customer", queries.ids(ws, "customer"))}
    assert [held[name]["level"] for name in ("甲公司", "乙公司", "戊公司")] == ["A", "A", "A"]
    assert (held["丁公司"]["level"], held["丁公司"]["notes"]) == (None, None)
    assert "冷门" in held["己公司"]["notes"]
    assert [problem.value for problem in plan.sheets[0].problems] == ["冷门"]
    assert first.sheet == now.sheet


def test_what_words_mean_is_remembered_and_can_be_taken_back(ws: Workspace) -> None:
    first, now = explained(ws)
    kept = profiles.made(first, first, now, {})
    assert kept is not None
    run_import(ws, make_plan(ws, [(book(sheet([HEAD, *ROWS])), [now])]), profiles=[kept])
    one = remembering.recall(ws, sheet([HEAD, *ROWS]), first, remembering.stored(ws))
    assert one.now.columns[2].words == (("V级客户", "A"), ("僵尸", ""))
    column = value_maps.explained(one.now.columns[2], "v级客户", None)
    assert column.words == (("僵尸", ""),)


def test_meanings_that_a_field_does_not_have_are_dropped(ws: Workspace) -> None:
    _first, now = levelled(ws)
    strange = put(now, replace(now.columns[2], words=(("V级客户", "moon"), ("僵尸", ""))))
    assert value_maps.sound(TYPES, strange).columns[2].words == (("僵尸", ""),)
    assert value_maps.sound(TYPES, now) is now


@pytest.mark.parametrize("word", ["未婚", "x9"])
def test_yes_and_no_are_choices_too(ws: Workspace, word: str) -> None:
    one = sheet([["姓名", "公司", "手机", "是否主联系人"], ["张伟", "甲公司", "13800001001", word]])
    (first,) = proposals(ws, book(one))
    now = first.changed(3, ("is_primary",))
    assert [found.text for found in value_maps.unknown(ws, one, now, 3)] == [word]
    told = put(now, value_maps.explained(now.columns[3], word, "true"))
    run_import(ws, make_plan(ws, [(book(one), [told])]))
    (contact,) = queries.rows(ws, "contact", queries.ids(ws, "contact"))
    assert contact["is_primary"] is True


def test_a_value_of_the_users_own_comes_before_what_others_are_called(ws: Workspace) -> None:
    rows = [["客户名称", "级别", "电话"], ["甲公司", "低级", "0512-66881231"], ["乙公司", "高级", "0512-66881232"]]
    level = ws.dictionary.type("customer").field("level")
    assert choice_words(level)["低级"] == "C"
    add_value(ws, "customer", "level", "低级")
    code = next(one.code for one in ws.dictionary.type("customer").field("level").choices if one.label == "低级")
    read = [(one, proposals(ws, one)) for one in (book(sheet(rows)),)]
    run_import(ws, make_plan(ws, read))
    assert [one["level"] for one in queries.rows(ws, "customer", queries.ids(ws, "customer", (), (("id", False),)))] == [
        code, "A",
    ]  # fmt: skip
