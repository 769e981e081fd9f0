"""What the review counts without planning anew."""

from __future__ import annotations

from app.transfer.plans.matching import Match
from app.transfer.plans.planned import KEEP, MERGE
from app.transfer.reviewing.recheck import said, written
from app.transfer.reviewing.review import Pair

LIKE = Match(0, 0, "甲有限公司", "", False, 90, 0)


def test_rows_of_a_name_follow_the_first_that_was_decided() -> None:
    names = ("甲", "甲", "乙", "甲", "")
    pairs = [Pair(0, number, name, LIKE, "", name=name, waits=True) for number, name in enumerate(names)]
    for decision in (MERGE, KEEP):
        first = said(reversed(pairs), {(0, 1): decision, (0, 3): decision, (0, 2): "skip", (0, 4): decision})
        assert first == {"甲": (0, 1)}
    told = [written(pair, first, {(0, 1): KEEP, (0, 2): "skip"}, keeps=True, merges=False) for pair in pairs]
    assert told == [False, True, False, True, True]


def test_a_row_that_waits_for_nothing_is_written_when_undecided_ones_are_added() -> None:
    pair = Pair(0, 1, "甲", LIKE, "", name="甲")
    assert [written(pair, {}, {}, keeps=keeps, merges=False) for keeps in (True, False)] == [True, False]
    assert written(pair, {}, {(0, 1): MERGE}, keeps=False, merges=True)
