"""Layouts without a header are remembered by what stands in their columns."""

from __future__ import annotations

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from app.records.workspace import Workspace
from app.transfer.columns import nameless
from app.transfer.columns.proposals import Proposal
from app.transfer.commands import run_import
from app.transfer.grid.sheets import Sheet
from app.transfer.plans.options import Options
from app.transfer.queries import make_plan, proposals
from app.transfer.reviewing import preview, profiles, remembering
from app.transfer.reviewing.profiles import Profile
from tests.transfer.mapping_tools import book, sheet


def rows(first: str, count: int = 4) -> list[list[Any]]:
    return [
        [
            f"苏州{first}{number}有限公司",
            f"1380000{ord(first) % 90 + 10}{number:02}",
            f"V{number}",
            f"2024-03-0{number + 1}",
        ]
        for number in range(count)
    ]


def ready(ws: Workspace, one: Sheet) -> remembering.Recalled:
    file = book(one)
    (found,) = remembering.ready(ws, [(file, proposals(ws, file))], Options()).recalled
    return found


def imported(ws: Workspace, one: Sheet, now: Proposal, first: Proposal, known: Profile | None = None) -> None:
    kept = profiles.made(first, first, now, {}, known=known)
    assert kept is not None
    run_import(ws, make_plan(ws, [(book(one), [now])]), profiles=[kept])


def test_a_mapping_that_was_confirmed_comes_back_for_other_rows(ws: Workspace) -> None:
    one = sheet(rows("甲"))
    found = ready(ws, one)
    assert found.first.layout.header_row is None
    now = found.now.changed(2, ("custom:代号",)).changed(3, ("last_contact_on",))
    imported(ws, one, now, found.first)
    (kept,) = remembering.stored(ws)
    assert kept.headers == ("A: company", "B: phone", "C: text", "D: date")
    assert set(kept.columns) == {"a", "b", "c", "d"}
    assert profiles.from_json(profiles.to_json(kept)) == kept
    again = ready(ws, sheet(rows("乙", 7)))
    assert again.profile == kept
    assert [column.targets for column in again.now.columns] == [
        ("name",), found.now.columns[1].targets, ("custom:代号",), ("last_contact_on",),
    ]  # fmt: skip
    imported(ws, sheet(rows("乙", 7)), again.now, again.found, again.profile)
    assert [(one.id, one.columns) for one in remembering.stored(ws)] == [(kept.id, kept.columns)]


def test_nothing_is_remembered_where_nothing_was_changed(ws: Workspace) -> None:
    one = sheet(rows("甲"))
    found = ready(ws, one)
    imported(ws, one, found.now, found.first)
    assert remembering.stored(ws) == []


def test_a_first_row_that_is_no_header_stays_a_record(ws: Workspace) -> None:
    data: list[list[Any]] = [
        ["客户一", "电话局", "VIP"],
        ["甲有限公司", "0512-66001122", "A"],
        ["乙有限公司", "0512-66001123", "B"],
    ]
    one = sheet(data)
    first = preview.read_anew(ws, one, "customers", 1)
    bare = preview.read_anew(ws, one, "customers", None)
    kept = profiles.made(first, bare, bare, {})
    assert kept is not None
    assert (kept.header_row, kept.nameless, kept.empty) == (profiles.NONE, True, False)
    told = remembering.recall(ws, one, first, [kept])
    assert told.profile == kept
    assert told.now.layout.header_row is None
    assert len(told.now.layout.data) == 3


def test_other_shapes_are_other_layouts(ws: Workspace) -> None:
    one = sheet(rows("甲"))
    found = ready(ws, one)
    imported(ws, one, found.now.changed(2, ()), found.first)
    wider = sheet([[*row, "x"] for row in rows("乙")])
    turned = sheet([[row[0], row[3], row[2], row[1]] for row in rows("乙")])
    headed = sheet([["客户名称", "电话", "代号", "日期"], *rows("丙")])
    for other in (wider, turned, headed):
        assert ready(ws, other).profile is None


KINDS = st.sampled_from(["email", "phone", "date", "number", "company", "text", ""])


@given(st.lists(KINDS, min_size=2, max_size=8))
def test_a_layout_is_like_itself_and_never_like_one_with_a_date_for_a_phone(kinds: list[str]) -> None:
    signs = [f"{chr(65 + at)}: {kind}" for at, kind in enumerate(kinds)]
    assert nameless.are_signs(signs)
    assert nameless.alike(signs, signs) == (sum(map(bool, kinds)) >= 2)
    other = ["A: date" if kinds[0] == "phone" else "A: phone", *signs[1:]]
    if kinds[0] in ("phone", "date", "number", "email") and other[0] != signs[0]:
        assert not nameless.alike(signs, other)
