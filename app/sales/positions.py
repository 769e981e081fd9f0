"""Places of rows in an order, so that moving or inserting one changes as few of the others as can be."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

STEP = 1000


def arranged(current: Sequence[int | None]) -> list[int]:
    """Strictly rising places for rows in their new order.

    Args:
        current: the place that each row has now, None for a new row.

    Returns:
        A place for each; the longest rising run of places is kept, unless the room between two has run out.
    """
    kept = _longest_rising(current)
    places: list[int | None] = [place if index in kept else None for index, place in enumerate(current)]
    filled: list[int] = []
    index = 0
    while index < len(places):
        place = places[index]
        if place is not None:
            filled.append(place)
            index += 1
            continue
        end = next((after for after in range(index, len(places)) if places[after] is not None), len(places))
        count = end - index
        low = filled[-1] if filled else 0
        high = places[end] if end < len(places) else None
        if high is None:
            filled += [low + STEP * (step + 1) for step in range(count)]
        elif high - low > count:
            filled += [low + (high - low) * (step + 1) // (count + 1) for step in range(count)]
        else:
            return [STEP * (step + 1) for step in range(len(places))]
        index = end
    return filled


def _longest_rising(values: Sequence[int | None]) -> set[int]:
    """The indexes of the longest strictly rising subsequence of the given places (patience sorting)."""
    tails: list[int] = []
    ends: list[int] = []
    before: dict[int, int | None] = {}
    for index, value in enumerate(values):
        if value is None or value < 1:
            continue
        spot = bisect_left(tails, value)
        before[index] = ends[spot - 1] if spot else None
        tails[spot : spot + 1] = [value]
        ends[spot : spot + 1] = [index]
    chain: set[int] = set()
    last = ends[-1] if ends else None
    while last is not None:
        chain.add(last)
        last = before[last]
    return chain
