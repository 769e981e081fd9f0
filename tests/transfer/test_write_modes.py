"""One column replaces, fills, or is added to, whatever the whole import does."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.records import commands as records
from app.records import history, queries
from app.records.workspace import Workspace
from app.transfer.columns.proposals import Proposal
from app.transfer.commands import run_import
from app.transfer.drafting import merging
from app.transfer.plans import write_modes
from app.transfer.plans.options import Options
from app.transfer.queries import make_plan, proposals
from app.transfer.reviewing import profiles, review
from tests.transfer.imports import decided
from tests.transfer.mapping_tools import TYPES, book, sheet

HEAD = ["客户名称", "联系人", "手机", "地址", "标签", "备注", "偏好", "级别"]
CUSTOMER = TYPES["customer"]


def written(proposal: Proposal, **writes: str) -> Proposal:
    """The proposal with the say for the columns that go to these fields."""
    by_target = {name.replace("contact_", "contact."): write for name, write in writes.items()}
    columns = tuple(replace(one, write=by_target.get(one.target or "", "")) for one in proposal.columns)
    return replace(proposal, columns=columns)


def imported(ws: Workspace, rows: list[list[Any]], mode: str = "update", **writes: str) -> int | None:
    file = book(sheet([HEAD, *rows]))
    (first,) = proposals(ws, file)
    targets = {one.target for one in first.columns}
    assert {name.replace("contact_", "contact.") for name in writes} <= targets, targets
    plan = make_plan(ws, [(file, [written(first, **writes)])], Options(on_duplicate=mode))
    return run_import(ws, plan).operation


@pytest.fixture
def customer(ws: Workspace) -> int:
    values = {
        "name": "苏州恒瑞机械有限公司",
        "address": "老地址",
        "tags": ("老",),
        "notes": "老备注",
        "preferences": "喝茶",
        "level": "A",
    }
    number = records.create(ws, "customer", values).id
    records.create(ws, "contact", {"customer": number, "name": "张伟", "mobile": "13800001001"})
    return number


FULL = ["苏州恒瑞机械有限公司", "张伟", "13800001009", "新地址", "新", "新备注", "喝咖啡", "B"]
BARE = ["苏州恒瑞机械有限公司", "张伟", None, None, None, None, None, None]


def test_without_a_say_the_import_decides(ws: Workspace, customer: int) -> None:
    imported(ws, [FULL])
    held = queries.get(ws, "customer", customer)
    assert (held["address"], held["level"], held["tags"], held["preferences"]) == ("老地址", "A", ("老", "新"), "喝茶")


def test_replace_where_the_file_has_something(ws: Workspace, customer: int) -> None:
    imported(ws, [FULL], address="given", tags="given", notes="given")
    held = queries.get(ws, "customer", customer)
    assert (held["address"], held["tags"], held["notes"], held["level"]) == ("新地址", ("新",), "新备注", "A")
    imported(ws, [BARE], address="given", tags="given")
    assert queries.get(ws, "customer", customer)["address"] == "新地址"


def test_replace_always_empties_too_and_undo_brings_it_back(ws: Workspace, customer: int) -> None:
    operation = imported(ws, [BARE, FULL], address="always", level="always", tags="always")
    held = queries.get(ws, "customer", customer)
    assert (held["address"], held["level"]) == ("新地址", "B")
    history.undo(ws, operation)
    imported(ws, [BARE], address="always", level="always", tags="always")
    held = queries.get(ws, "customer", customer)
    assert (held["address"], held["level"], held["tags"], held["preferences"]) == (None, None, (), "喝茶")


def test_fill_only_where_the_book_has_nothing_even_if_the_import_replaces(ws: Workspace, customer: int) -> None:
    imported(ws, [FULL], "overwrite", address="empty", tags="empty")
    held = queries.get(ws, "customer", customer)
    assert (held["address"], held["tags"], held["level"]) == ("老地址", ("老",), "B")


def test_add_to_long_texts(ws: Workspace, customer: int) -> None:
    imported(ws, [FULL], "overwrite", preferences="append", notes="append")
    held = queries.get(ws, "customer", customer)
    assert (held["preferences"], held["notes"]) == ("喝茶\n喝咖啡", "老备注\n新备注")
    assert imported(ws, [FULL], "update", preferences="append") is None


def test_contacts_have_their_own_say(ws: Workspace, customer: int) -> None:
    file = book(sheet([HEAD, FULL]))
    (first,) = proposals(ws, file)
    at = next(one.index for one in first.columns if one.header == "手机")
    now = first.changed(at, ("contact.mobile",))
    assert dict(write_modes.policies(written(now, contact_mobile="given"))) == {"contact": {"mobile": "given"}}
    run_import(ws, make_plan(ws, [(file, [written(now, contact_mobile="given")])]))
    (contact,) = queries.linked(ws, "contact", "customer", customer)
    assert contact["mobile"].normal == "+8613800001009"
    assert contact["phone"] is None


def test_the_review_shows_what_a_column_replaces(ws: Workspace) -> None:
    records.create(ws, "customer", {"name": "苏州恒瑞精密机械有限公司", "phone": "13800002317", "address": "老地址"})
    file = book(sheet([["客户名称", "电话", "地址"], ["苏州恒瑞机械", "13800002317", "新地址"]]))
    (first,) = proposals(ws, file)
    for write, merged in (("", "老地址"), ("given", "新地址")):
        plan = make_plan(ws, [(file, [written(first, address=write)])])
        (pair,) = review.digest(plan).pairs
        line = next(one for one in review.compare(ws, plan, pair) if one.name == "address")
        assert (line.merged, line.how) == (merged, review.FILE if write else review.BOOK)


def test_the_books_side_can_be_chosen_for_one_row(ws: Workspace) -> None:
    values = {"name": "苏州恒瑞精密机械有限公司", "phone": "13800002317", "address": "老地址"}
    number = records.create(ws, "customer", values).id
    file = book(sheet([["客户名称", "电话", "地址"], ["苏州恒瑞机械", "13800002317", "新地址"]]))
    plan = make_plan(ws, [(file, proposals(ws, file))], Options(on_duplicate="overwrite"))
    (pair,) = review.digest(plan).pairs
    chosen = write_modes.preferring(write_modes.preferring(frozenset(), "address", True), "address", False)
    line = next(one for one in review.compare(ws, plan, pair, chosen) if one.name == "address")
    assert (line.merged, line.how) == ("老地址", review.BOOK)
    run_import(ws, decided(plan, {pair.key: "merge"}, {pair.key: chosen}))
    held = queries.get(ws, "customer", number)
    assert (held["name"], held["address"]) == ("苏州恒瑞机械", "老地址")


def test_a_profile_remembers_it(ws: Workspace) -> None:
    (first,) = proposals(ws, book(sheet([HEAD, FULL])))
    kept = profiles.made(first, first, written(first, address="empty"), {})
    assert kept is not None
    again = profiles.applied(profiles.from_json(profiles.to_json(kept)), first)
    assert again.column_of("address").write == "empty"  # type: ignore[union-attr]


def test_only_what_a_field_can_do_is_offered() -> None:
    assert [code for code, _label in write_modes.offered(CUSTOMER.field("tags"))] == [
        "",
        "always",
        "given",
        "empty",
        "append",
    ]
    assert "append" not in dict(write_modes.offered(CUSTOMER.field("address")))
    assert "always" not in dict(write_modes.offered(CUSTOMER.field("name")))
    assert write_modes.offered(None) == []


VALUES = st.fixed_dictionaries(
    {},
    optional={
        "address": st.sampled_from(["a", "b"]),
        "tags": st.just(("x",)),
        "preferences": st.sampled_from(["p", "q"]),
    },
)


@given(
    VALUES,
    VALUES,
    st.booleans(),
    st.dictionaries(st.sampled_from(["address", "tags", "preferences"]), st.sampled_from(merging.WRITES)),
)
def test_no_say_is_the_plain_way_and_filling_never_replaces(
    held: dict[str, Any], row: dict[str, Any], overwrite: bool, policy: dict[str, str]
) -> None:
    assert write_modes.merged(CUSTOMER, held, row, overwrite, (), {}) == merging.changes(held, row, overwrite)
    found = write_modes.merged(CUSTOMER, held, row, overwrite, (), policy)
    for name, write in policy.items():
        after = {**held, **found}.get(name)
        if write == "empty" and name in held:
            assert after == held[name]
        if write == "always":
            assert (after or None) == (row.get(name) or None)
        if write == "given" and name in row:
            assert after == row[name]
