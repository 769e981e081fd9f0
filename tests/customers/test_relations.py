"""Parent companies and branches, and who introduced whom."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.customers import merging, relations, unmerging
from app.customers.relations import INTRODUCER, PARENT
from app.records import commands, history, queries, trash
from app.records.workspace import Workspace
from app.safety.queries import check
from app.shared.errors import InvalidValue
from app.transfer.commands import plan_import, run_import


def make(ws: Workspace, *names: str) -> list[int]:
    return [commands.create(ws, "customer", {"name": name}).id for name in names]


def test_branches_and_introductions_are_told_on_both_sides(ws: Workspace) -> None:
    head, branch, friend = make(ws, "总部", "苏州分部", "朋友")
    relations.relate(ws, branch, PARENT, head)
    relations.relate(ws, branch, INTRODUCER, friend)
    mine = relations.relations(ws, branch)
    assert (mine.parent, mine.introducer) == ((head, "总部"), (friend, "朋友"))
    assert relations.relations(ws, head).branches == ((branch, "苏州分部"),)
    assert relations.relations(ws, friend).introduced == ((branch, "苏州分部"),)
    relations.relate(ws, branch, PARENT, None)
    assert not relations.relations(ws, head)
    history.undo(ws)
    assert relations.relations(ws, head).branch_count == 1
    assert check(ws) == []


def test_nobody_stands_above_himself(ws: Workspace) -> None:
    first, second, third = make(ws, "甲", "乙", "丙")
    relations.relate(ws, second, PARENT, first)
    relations.relate(ws, third, PARENT, second)
    for other in (first, third):
        with pytest.raises(InvalidValue):
            relations.relate(ws, first, PARENT, other)
    with pytest.raises(InvalidValue):
        relations.relate(ws, first, INTRODUCER, 99)


def test_a_deleted_parent_leaves_its_branches_and_takes_them_back(ws: Workspace) -> None:
    head, branch = make(ws, "总部", "分部")
    relations.relate(ws, branch, PARENT, head)
    commands.delete(ws, "customer", [head])
    assert queries.get(ws, "customer", branch)[PARENT] is None
    trash.restore(ws, [("customer", head)])
    assert queries.get(ws, "customer", branch)[PARENT] == head


def test_merging_moves_them_and_unmerging_gives_them_back(ws: Workspace) -> None:
    head, same, branch, top = make(ws, "总部", "总部公司", "分部", "集团")
    relations.relate(ws, branch, PARENT, same)
    relations.relate(ws, same, PARENT, top)
    relations.relate(ws, head, INTRODUCER, same)
    before = {row.id: dict(row.values) for row in queries.rows(ws, "customer", queries.ids(ws, "customer"))}
    done = merging.merge(ws, [head, same], head)
    record = queries.get(ws, "customer", head)
    assert (record[PARENT], record[INTRODUCER]) == (top, None)
    assert queries.get(ws, "customer", branch)[PARENT] == head
    assert check(ws) == []
    unmerging.unmerge(ws, done.changes.operation)
    after = {row.id: dict(row.values) for row in queries.rows(ws, "customer", queries.ids(ws, "customer"))}
    assert after == before


def test_an_import_ties_names_and_notes_what_is_no_customer(ws: Workspace, tmp_path: Path) -> None:
    make(ws, "老客户")
    sheet = tmp_path / "客户.csv"
    sheet.write_text(
        "公司名称,电话,介绍人,上级公司\n"
        "恒瑞集团有限公司,0512-62585501,老客户,\n"
        "恒瑞苏州厂,0512-62585502,张三,恒瑞集团\n"
        "拓嘉新材料,0510-62585503,恒瑞苏州厂,\n",
        "utf-8",
    )
    run_import(ws, plan_import(ws, [sheet]))
    rows = {row.title: row for row in queries.rows(ws, "customer", queries.ids(ws, "customer"))}
    assert rows["恒瑞集团有限公司"][INTRODUCER] == rows["老客户"].id
    assert rows["恒瑞苏州厂"][PARENT] == rows["恒瑞集团有限公司"].id
    assert rows["拓嘉新材料"][INTRODUCER] == rows["恒瑞苏州厂"].id
    assert rows["恒瑞苏州厂"][INTRODUCER] is None
    assert rows["恒瑞苏州厂"]["notes"] == "Introduced by: 张三"
    history.undo(ws)
    assert len(queries.ids(ws, "customer")) == 1
    assert check(ws) == []
