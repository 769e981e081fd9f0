"""An import is stopped at any moment before it writes: each stage asks every few thousand rows."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.records import history, queries
from app.records.workspace import Workspace
from app.shared.errors import Cancelled
from app.transfer.commands import plan_import, run_import
from app.transfer.grid import stopping
from app.transfer.grid.sheets import Sheet, Workbook
from app.transfer.queries import prepared, proposals

ROWS = 4_100
HEADERS = ["公司名称", "电话", "城市", "备注", "采购员", "来源"]


class Counter:
    """Says stop at the given call, and counts how often it was asked."""

    def __init__(self, at: int = 1 << 40) -> None:
        self.asked = 0
        self.at = at

    def __call__(self) -> bool:
        self.asked += 1
        return self.asked >= self.at


def rounds() -> int:
    return ROWS // stopping.ROUND


def workbook(tmp_path: Path) -> Workbook:
    rows = [
        [f"恒瑞机械{number}厂", f"0512-{66_000_000 + number}", "苏州", f"第{number}号", "王伟", "展会"]
        for number in range(ROWS)
    ]
    return Workbook(tmp_path / "客户.xlsx", "xlsx", (Sheet("客户", [[*HEADERS], *map(list, rows)]),))


def test_each_stage_asks_every_few_thousand_rows(ws: Workspace, tmp_path: Path) -> None:
    rounds = ROWS // stopping.ROUND
    looking = Counter()
    with stopping.heeding(looking):
        proposals(ws, prepared(ws, workbook(tmp_path)))
    assert looking.asked >= rounds + len(HEADERS)
    planning = Counter()
    plan = plan_import(ws, [workbook(tmp_path)], cancelled=planning)
    # Each column, the rows that are finished, surveyed and matched.
    assert planning.asked >= looking.asked + len(HEADERS) + 3 * rounds
    run_import(ws, plan)
    again = Counter()
    plan_import(ws, [workbook(tmp_path)], cancelled=again)
    assert again.asked >= planning.asked + 2 * rounds  # the customers that the book holds by now


@pytest.mark.parametrize("share", [0.0, 0.5, 0.99])
def test_a_plan_is_stopped_wherever_it_is(ws: Workspace, tmp_path: Path, share: float) -> None:
    whole = Counter()
    plan_import(ws, [workbook(tmp_path)], cancelled=whole)
    stop = Counter(max(1, round(whole.asked * share)))
    with pytest.raises(Cancelled):
        plan_import(ws, [workbook(tmp_path)], cancelled=stop)
    assert stop.asked == stop.at
    assert queries.count(ws, "customer") == 0


def test_nobody_is_asked_outside_the_block() -> None:
    stop = Counter(1)
    with pytest.raises(Cancelled), stopping.heeding(stop):
        list(stopping.watched(range(3)))
    assert list(stopping.watched(range(5000))) == list(range(5000))


def test_writing_recording_and_undo_are_asked_as_well(ws: Workspace, tmp_path: Path) -> None:
    """What is written is counted by rows, what SQLite records and takes back by its steps."""
    plan = plan_import(ws, [workbook(tmp_path)])
    writing = Counter()
    run_import(ws, plan, cancelled=writing)
    # Both tables' rows in the search index, and what stands between: recorded, packed, gathered.
    assert writing.asked >= 2 * rounds() + 10
    undoing = Counter()
    history.undo(ws, cancelled=undoing)
    assert undoing.asked >= 10
    redoing = Counter()
    history.redo(ws, cancelled=redoing)
    assert redoing.asked >= 10


@pytest.mark.parametrize("share", [0.0, 0.3, 0.6, 0.9, 1.0])
def test_an_undo_is_stopped_wherever_it_is(ws: Workspace, tmp_path: Path, share: float) -> None:
    run_import(ws, plan_import(ws, [workbook(tmp_path)]))
    before = queries.count(ws, "customer"), queries.count(ws, "contact"), ws.book.journal.last()
    whole = Counter()
    history.undo(ws, cancelled=whole)
    history.redo(ws)
    last = ws.book.journal.last()
    stop = Counter(max(1, round(whole.asked * share * 0.9)))
    with pytest.raises(Cancelled):
        history.undo(ws, cancelled=stop)
    assert (queries.count(ws, "customer"), queries.count(ws, "contact"), ws.book.journal.last()) == (*before[:2], last)
    assert stop.asked - stop.at < 3


def test_lists_are_asked_too(ws: Workspace, tmp_path: Path) -> None:
    rows = [
        [f"恒瑞机械{number % 50}厂", f"2024-03-{1 + number % 28:02}", f"电话问了交期{number}"] for number in range(ROWS)
    ]
    book = Workbook(tmp_path / "跟进.xlsx", "xlsx", (Sheet("跟进记录", [["客户名称", "跟进日期", "跟进内容"], *rows]),))
    asked = Counter()
    plan = plan_import(ws, [book], cancelled=asked)
    assert plan.sheets[0].proposal.kind == "activities"
    # Layout, each column, the rows that are finished, surveyed, planned and told.
    assert asked.asked >= 8 * rounds()
