"""Blocks on pages."""

from __future__ import annotations

import itertools
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from reports.layout.flow import Block, paginate


def block(height=10.0, **values):
    return Block(height, lambda pen, top: None, **values)


def shape(pages, names):
    return [[names[placed.block] for placed in page] for page in pages]


def test_glued_blocks_move_together():
    blocks = [block(50), block(30, glued=True), block(30)]
    assert shape(paginate(blocks, 0, 0, 100), {one: i for i, one in enumerate(blocks)}) == [[0], [1, 2]]


def test_the_head_is_repeated_on_each_page():
    head = block(10)
    rows = [block(30, head=head) for _ in range(6)]
    names = {head: "h"} | {one: i for i, one in enumerate(rows)}
    assert shape(paginate(rows, 0, 0, 100), names) == [["h", 0, 1, 2], ["h", 3, 4, 5]]


def test_gaps_are_dropped_at_the_top_of_a_page():
    pages = paginate([block(90), block(20, gap=15)], 0, 5, 100)
    assert [placed.top for placed in pages[1]] == [5]


def test_a_low_block_stands_at_the_foot():
    assert paginate([block(10), block(20, low=5)], 0, 0, 100)[0][1].top == 75
    assert paginate([block(78), block(20, low=5)], 0, 0, 100)[0][1].top == 78


def test_a_chunk_too_tall_for_a_page_is_broken():
    blocks = [replace(block(40), glued=True) for _ in range(5)]
    assert [len(page) for page in paginate(blocks, 0, 0, 100)] == [2, 2, 1]


def test_nothing_gives_one_page():
    assert paginate([], 0, 0, 100) == [[]]


@given(
    st.lists(
        st.builds(
            block,
            st.floats(min_value=1, max_value=60),
            gap=st.floats(min_value=0, max_value=20),
            glued=st.booleans(),
        ),
        max_size=30,
    )
)
def test_all_blocks_are_placed_in_order_within_the_page(blocks):
    pages = paginate(blocks, 20, 0, 100)
    assert [placed.block for page in pages for placed in page] == blocks
    for page in pages:
        for placed in page:
            assert placed.top + placed.block.height <= 100.0001
        for above, below in itertools.pairwise(page):
            assert below.top >= above.top + above.block.height - 0.0001
