"""Many rows that look like others: a decision about one costs no more than among few."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt

from app.records.workspace import Workspace
from app.shared.phones import parse
from app.transfer.reviewing import tally
from tests.ui.transfer.tools import Window, decide_all

COUNT = 40


@pytest.fixture
def review(window: Window, ws: Workspace, tmp_path: Path) -> Any:
    firms = [(f"苏州恒瑞精密机械{at:05d}有限公司", parse(f"138{at:08d}")) for at in range(COUNT)]
    with ws.operation("x") as op:
        op.insert_many("customer", [{"name": name, "phone": phone} for name, phone in firms])
    rows = [f"苏州恒瑞机械{at:05d},138{at:08d},尧峰西路 {at} 号" for at in range(COUNT)]
    (tmp_path / "a.csv").write_text("\n".join(["客户名称,电话,地址", *rows]), "utf-8")
    window.drop(tmp_path / "a.csv")
    made = decide_all(window).review
    assert made.undecided == COUNT
    return made


def rows_of(review: Any) -> list[int]:
    return [pair.number for pair in review.list.pairs.pairs]


def test_a_decision_moves_its_row_and_nothing_is_gone_through(review: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    review.decide("merge")
    gone: list[Any] = []
    review.list.pairs.modelReset.connect(lambda: gone.append("list"))
    monkeypatch.setattr(tally, "written", lambda *_what: bool(gone.append("written")))
    review.decide("skip")
    assert gone == ["written"]
    assert rows_of(review) == [*range(4, COUNT + 2), 2, 3]
    assert review.list.currentIndex().row() == 0


def test_decided_rows_stand_below_in_the_order_of_the_file(review: Any) -> None:
    for at, decision in ((5, "merge"), (0, "keep"), (20, "skip")):
        review._go(at)
        review.decide(decision)
        assert review.list.currentIndex().row() == at
    assert rows_of(review)[-3:] == [2, 7, 24]
    assert review.undecided == COUNT - 3
    review._go(COUNT - 2)
    review.decide("merge")
    assert rows_of(review)[4] == 7
    assert review.list.currentIndex().row() == 0
    assert (review.undecided, review.count) == (COUNT - 2, COUNT - 1)


def test_after_the_last_one_comes_the_first_and_in_the_end_it_stays(review: Any) -> None:
    review._go(COUNT - 1)
    review.decide("keep")
    assert review.list.currentIndex().row() == 0
    while review.undecided:
        review.decide("keep")
    assert rows_of(review) == list(range(2, COUNT + 2))
    assert review.compare.lines


def test_the_list_is_walked_by_keys(review: Any, qtbot) -> None:
    seen = []
    for key in (Qt.Key.Key_End, Qt.Key.Key_Up, Qt.Key.Key_Home, Qt.Key.Key_Down):
        qtbot.keyClick(review.list, key)
        seen.append(review.list.currentIndex().row())
    assert seen == [COUNT - 1, COUNT - 2, 0, 1]


def test_a_narrow_window_has_the_pairs_in_its_box(review: Any) -> None:
    review.narrow(True)
    assert (review.drop.count(), review.drop.currentIndex()) == (COUNT, 0)
    review.decide("merge")
    assert "Merged" in review.drop.itemText(COUNT - 1)
