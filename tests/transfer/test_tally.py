"""What is counted while pairs are decided about."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from app.transfer.plans.matching import Match
from app.transfer.reviewing.review import Pair
from app.transfer.reviewing.tally import Tally

MATCH = Match(1, 0, "甲公司", "Same phone", certain=False, score=80, ref=0)
OTHER = Match(0, 2, "甲公司", "Similar name", certain=False, score=80, ref=0)
NAMES = ("", "甲", "乙")


@st.composite
def steps(draw: st.DrawFn) -> tuple[list[Pair], list[tuple[int, str, bool]]]:
    """Pairs, and what is decided one after the other: the pair, the decision, and whether it gives something when merged."""
    count = draw(st.integers(1, 6))
    pairs = [
        Pair(
            0, at, str(at), draw(st.sampled_from([MATCH, OTHER])), draw(st.sampled_from(["", "merge"])),
            draw(st.booleans()), draw(st.sampled_from(NAMES)), draw(st.booleans()),
        )
        for at in range(count)
    ]  # fmt: skip
    said = st.tuples(st.integers(0, count - 1), st.sampled_from(["", "merge", "keep", "skip"]), st.booleans())
    return pairs, draw(st.lists(said, max_size=8))


@given(steps(), st.booleans(), st.booleans())
def test_counting_on_gives_what_counting_anew_gives(
    given_: tuple[list[Pair], list[tuple[int, str, bool]]], keeps: bool, as_planned: bool
) -> None:
    pairs, decided = given_
    decisions: dict[tuple[int, int], str] = {one.key: one.decision for one in pairs if one.decision}
    merges: dict[tuple[int, int], bool] = {}
    tally = Tally(pairs, decisions, merges, keeps=keeps, as_planned=as_planned)
    for at, decision, gives in decided:
        decisions[pairs[at].key], merges[pairs[at].key] = decision, gives
        tally.count_again(pairs[at])
        anew = Tally(pairs, decisions, merges, keeps=keeps, as_planned=as_planned)
        assert (tally.undecided, tally.more, +tally.reasons) == (anew.undecided, anew.more, +anew.reasons)
