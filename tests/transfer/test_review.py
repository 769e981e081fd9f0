"""What the screens of the import ask: looks at columns, pairs side by side, chosen values."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.main import dictionary
from app.records import commands, queries
from app.records.workspace import Workspace
from app.transfer.commands import run_import
from app.transfer.grid.sheets import Sheet, Workbook
from app.transfer.queries import make_plan, proposals
from app.transfer.reviewing import preview, review
from tests.transfer.imports import decided

ROWS = [
    ["客户总表", None, None, None],
    ["客户名称", "联系人/职务", "手机", "地址"],
    ["苏州恒瑞机械", "周工", "13800002317", "吴中区"],
    ["合肥远景塑胶", "许峰/采购", "1510000337", None],
    ["合计", None, None, None],
]


@pytest.fixture
def ws(tmp_path: Path):
    made = Workspace.create(tmp_path / "a.kebu", dictionary())
    yield made
    made.close()


def book() -> Workbook:
    return Workbook(Path("old.xlsx"), "xlsx", (Sheet("总表", [list(row) for row in ROWS]),))


def test_look_and_relayout(ws: Workspace) -> None:
    (found,) = proposals(ws, book())
    sheet = book().sheets[0]
    look = preview.look(ws, sheet, found, 1)
    assert [(one.before, one.after) for one in look.samples] == [
        ("周工", ("周工", "")),
        ("许峰/采购", ("许峰", "采购")),
    ]
    assert preview.read_anew(ws, sheet, None, 2).layout.header_row == 2
    assert preview.read_anew(ws, sheet, "products", 2).kind in ("products", None)
    assert preview.left_out(found).kind is None


def test_pair_is_merged_with_chosen_values(ws: Workspace) -> None:
    number = commands.create(
        ws, "customer", {"name": "苏州恒瑞精密机械有限公司", "phone": "138 0000 2317", "address": "尧峰西路 88 号"}
    ).id
    source = [(book(), proposals(ws, book()))]
    plan = make_plan(ws, source)
    (pair,) = review.digest(plan).pairs
    assert (pair.title, pair.match.book_id, pair.decision) == ("苏州恒瑞机械", number, "")
    lines = {line.name: line for line in review.compare(ws, plan, pair)}
    assert lines["name"].free
    assert lines["name"].merged == "苏州恒瑞精密机械有限公司"
    assert lines["address"].free
    assert lines["contact"].merged == "周工"
    assert review.compare(ws, plan, pair, {"address"})[-1].how == review.FILE
    merged = decided(plan, {pair.key: "merge"}, {pair.key: frozenset({"address"})})
    assert [one.problem.column for one in review.digest(merged).doubts] == ["手机"]
    run_import(ws, merged)
    held = queries.get(ws, "customer", number)
    assert (held["name"], held["address"]) == ("苏州恒瑞精密机械有限公司", "吴中区")


def test_changed_cells_are_read_again(ws: Workspace) -> None:
    changed = preview.changed_cells(book(), {("总表", 4, 2): "15100003370"})
    plan = make_plan(ws, [(changed, proposals(ws, book()))])
    assert not review.digest(plan).doubts
    assert book().sheets[0].rows[3][2] == "1510000337"
