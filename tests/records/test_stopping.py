"""Long operations are stopped at any moment, and let other threads run meanwhile."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from app.records import history, queries
from app.records.workspace import Workspace
from app.shared.errors import Cancelled

MANY = 5_000


class Counter:
    """Says stop at the given call, and counts how often it was asked."""

    def __init__(self, at: int = 1 << 40) -> None:
        self.asked = 0
        self.at = at

    def __call__(self) -> bool:
        self.asked += 1
        return self.asked >= self.at


def fill(ws: Workspace, stop: Callable[[], bool] | None = None) -> None:
    with ws.heeding(stop), ws.operation("Import") as op:
        op.insert_many("customer", [{"name": f"客户{number}", "city": f"城{number % 50}"} for number in range(MANY)])


def test_it_is_asked_often_while_rows_are_written_taken_back_and_put_in_again(ws: Workspace) -> None:
    for work in (
        lambda stop: fill(ws, stop),
        lambda stop: history.undo(ws, cancelled=stop),
        lambda stop: history.redo(ws, cancelled=stop),
    ):
        stop = Counter()
        work(stop)
        assert stop.asked > MANY / 250
    assert queries.count(ws, "customer") == MANY


@pytest.mark.parametrize("at", [1, 5, 20])
def test_what_is_stopped_leaves_everything_as_it_was(ws: Workspace, at: int) -> None:
    with pytest.raises(Cancelled):
        fill(ws, Counter(at))
    assert queries.count(ws, "customer") == 0
    fill(ws)
    with pytest.raises(Cancelled):
        history.undo(ws, cancelled=Counter(at))
    assert queries.count(ws, "customer") == MANY
    history.undo(ws)
    with pytest.raises(Cancelled):
        history.redo(ws, cancelled=Counter(at))
    assert queries.count(ws, "customer") == 0
    history.redo(ws)
    assert len(queries.search(ws, "客户4999")) == 1


def test_the_next_operation_is_not_stopped(ws: Workspace) -> None:
    with pytest.raises(Cancelled):
        fill(ws, lambda: True)
    fill(ws)
    assert queries.count(ws, "customer") == MANY
