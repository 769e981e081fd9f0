"""Places of rows: rising, and as few changed as can be."""

from __future__ import annotations

import itertools

from hypothesis import given
from hypothesis import strategies as st

from app.sales.positions import arranged


@given(st.lists(st.none() | st.integers(min_value=1, max_value=10_000), max_size=40))
def test_places_rise(current):
    places = arranged(current)
    assert len(places) == len(current)
    assert all(a < b for a, b in itertools.pairwise(places))
    assert all(place > 0 for place in places)


@given(st.lists(st.integers(min_value=1, max_value=10_000), unique=True).map(sorted))
def test_rows_in_order_keep_their_places(current):
    assert arranged(current) == current


def test_one_moved_row_changes_alone():
    assert arranged([3000, 1000, 2000]) == [500, 1000, 2000]


def test_one_inserted_row_changes_no_other():
    assert arranged([1000, None, 2000]) == [1000, 1500, 2000]


def test_without_room_all_are_laid_out_anew():
    assert arranged([1, None, 2]) == [1000, 2000, 3000]
