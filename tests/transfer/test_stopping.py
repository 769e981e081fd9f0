"""An import is stopped at any moment before it writes: each stage asks every few thousand rows."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.records import queries
from app.records.workspace import Workspace
from app.shared.errors import Cancelled
from app.transfer import stopping
from app.transfer.commands import plan_import, run_import
from app.transfer.queries import prepared, proposals
from app.transfer.sheets import Sheet, Workbook

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
