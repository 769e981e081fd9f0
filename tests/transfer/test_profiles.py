"""Mappings that are remembered: only what the user changed, by the headers of a sheet."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.records import history
from app.records.workspace import Workspace
from app.shared.errors import KebuError
from app.transfer.commands import run_import
from app.transfer.grid.sheets import Sheet
from app.transfer.plans.options import Options
from app.transfer.queries import make_plan, proposals
from app.transfer.reviewing import profiles, remembering
from app.transfer.reviewing.profiles import Profile, Wish
from tests.transfer.mapping_tools import book, proposed, sheet

HEAD = ["客户名称", "联系人", "手机", "内部代号", "日期"]
ROWS = [["甲有限公司", "张伟", "13800001001", "X1", "03/04/2024"], ["乙有限公司", "李娜", "13800001002", "X2", None]]
CHANGED = [(3, ("custom:内部代号",)), (4, ("created_on",)), (1, ())]


def ready(ws: Workspace, one: Sheet, **more: Any) -> remembering.Ready:
    file = book(one)
    return remembering.ready(ws, [(file, proposals(ws, file))], Options(), **more)


def changed_import(ws: Workspace, rows: list[list[Any]] = ROWS) -> int | None:
    """An import whose user changed three columns and the order of a date."""
    made = ready(ws, sheet([HEAD, *rows]))
    (one,) = made.recalled
    now = one.now
    for index, targets in CHANGED:
        now = now.changed(index, targets)
    kept = profiles.made(one.first, one.found, now, {4: "dmy"}, "overwrite", "客户.xlsx")
    assert kept is not None
    plan = make_plan(ws, [(made.sources[0][0], [now])], Options(orders={0: {4: "dmy"}}))
    return run_import(ws, plan, profiles=[kept]).operation


def test_only_what_was_changed_is_kept_and_comes_back(ws: Workspace) -> None:
    changed_import(ws)
    (kept,) = remembering.stored(ws)
    assert set(kept.columns) == {"内部代号", "日期", "联系人"}
    assert (kept.kind_set, kept.header_row, kept.mode) == (False, profiles.FOUND, "overwrite")
    again = ready(ws, sheet([HEAD, ["丙公司", "王芳", "13800001003", "X3", "05/04/2024"]]))
    (one,) = again.recalled
    assert one.profile == kept
    assert [column.targets for column in one.now.columns] == [
        ("name",), (), ("mobile",) if one.found.columns[2].target == "mobile" else one.found.columns[2].targets,
        ("custom:内部代号",), ("created_on",),
    ]  # fmt: skip
    assert again.options.orders == {0: {4: "dmy"}}
    assert again.options.on_duplicate == "overwrite"


def test_the_order_of_columns_does_not_count_but_other_headers_do(ws: Workspace) -> None:
    changed_import(ws)
    turned = [HEAD[::-1], *(row[::-1] for row in ROWS)]
    (one,) = ready(ws, sheet(turned)).recalled
    assert one.now.columns[1].targets == ("custom:内部代号",)
    (other,) = ready(ws, sheet([[*HEAD, "网址"], *([*row, None] for row in ROWS)])).recalled
    assert other.profile is None


def test_undoing_the_import_forgets_its_mapping_and_redo_knows_it_again(ws: Workspace) -> None:
    operation = changed_import(ws)
    history.undo(ws, operation)
    assert remembering.stored(ws) == []
    history.redo(ws, operation)
    assert len(remembering.stored(ws)) == 1


def test_undoing_an_earlier_import_leaves_the_mapping_of_another_layout(ws: Workspace) -> None:
    first = changed_import(ws)
    head = [*HEAD, "网址"]
    made = ready(ws, sheet([head, ["戊公司", "x", None, "X5", None, None]]))
    (one,) = made.recalled
    kept = profiles.made(one.first, one.found, one.now.changed(3, ()), {})
    assert kept is not None
    run_import(ws, make_plan(ws, made.sources), profiles=[kept])
    history.undo(ws, first)
    assert remembering.stored(ws) == [kept]


def test_what_is_put_back_to_as_proposed_is_forgotten(ws: Workspace) -> None:
    changed_import(ws)
    made = ready(ws, sheet([HEAD, ["丁公司", "赵敏", "13800001004", "X4", None]]), remembered=False)
    assert made.recalled[0].profile is None
    run_import(ws, make_plan(ws, made.sources), profiles=made.profiles())
    assert remembering.stored(ws) == []


def test_a_kind_and_a_header_row_that_the_user_chose(ws: Workspace) -> None:
    rows = [["a", "b"], ["客户名称", "电话"], ["甲公司", "0512-66881234"]]
    file = book(sheet(rows))
    (first,) = proposals(ws, file)
    wanted = Profile(("a", "b"), "", {}, True)
    one = remembering.recall(ws, file.sheets[0], first, [wanted])
    assert one.profile is (wanted if first.layout.header_row == 1 else None)
    chosen = Profile(("客户名称", "电话"), "contacts", {"电话": Wish(("mobile",))}, True, 2)
    told = remembering.recall(ws, file.sheets[0], first, [chosen])
    assert told.now.kind == "contacts"
    assert told.now.layout.header_row == 2
    assert told.now.column_of("mobile") is not None


def test_a_mapping_with_a_name_stays(ws: Workspace) -> None:
    changed_import(ws)
    (kept,) = remembering.stored(ws)
    named = profiles.from_json({**profiles.to_json(kept), "name": "老系统"})
    remembering.keep(ws, [named])
    made = ready(ws, sheet([HEAD, ["丁公司", "赵敏", "13800001004", "X4", None]]), remembered=False)
    run_import(ws, make_plan(ws, made.sources), profiles=made.profiles())
    assert [one.name for one in remembering.stored(ws)] == ["老系统"]
    remembering.forget(ws, named)
    assert remembering.stored(ws) == []


def test_files_of_mappings(ws: Workspace, tmp_path: Path) -> None:
    changed_import(ws)
    held = remembering.stored(ws)
    remembering.save(tmp_path / "m.json", held)
    assert remembering.load(tmp_path / "m.json") == held
    for bad in ("", "[]", "{}", '{"format": "kebu-import-mapping", "mappings": [1]}', '{"format": "x"}'):
        (tmp_path / "bad.json").write_text(bad, "utf-8")
        with pytest.raises(KebuError, match=r"bad\.json"):
            remembering.load(tmp_path / "bad.json")
    with pytest.raises(KebuError):
        ready(ws, sheet([["x", "客户名称"], [1, "甲"]]), given=held)


def test_fields_that_are_not_there_are_left_as_proposed(ws: Workspace) -> None:
    one = sheet([HEAD, *ROWS])
    (first,) = proposals(ws, book(one))
    strange = Profile(tuple(sorted(HEAD)), "customers", {"内部代号": Wish(("sky",)), "手机": Wish(("moon.phone",))})
    assert remembering.recall(ws, one, first, [strange]).now == first


def test_a_sheet_without_a_header_in_which_nothing_was_changed_is_not_remembered() -> None:
    plain = proposed([["甲公司", "13800001001"], ["乙公司", "13800001002"]])
    made = profiles.made(plain, plain, plain, {})
    assert made is not None
    assert (made.nameless, made.empty) == (True, True)


TEXT = st.text(max_size=8)
WISHES = st.builds(
    Wish,
    st.none() | st.lists(TEXT, max_size=2).map(tuple),
    st.sampled_from(("", *profiles.ORDERS)),
    st.dictionaries(TEXT, TEXT, max_size=2).map(lambda held: tuple(held.items())),
    st.sampled_from(("", "always", "append")),
)
PROFILES = st.builds(
    Profile,
    st.lists(TEXT, max_size=4).map(lambda found: tuple(sorted(found))),
    st.sampled_from(("", "customers", "contacts", "products")),
    st.dictionaries(TEXT, WISHES.filter(bool), max_size=3),
    st.booleans(),
    st.integers(-1, 40),
    st.sampled_from(("", "overwrite", "skip")),
    TEXT,
    TEXT,
)


@given(PROFILES)
def test_written_down_and_read_again_it_is_the_same(profile: Profile) -> None:
    assert profiles.from_json(profiles.to_json(profile)) == profile
