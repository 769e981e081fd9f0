"""Numbers by pattern: no gaps, no repeats, plain errors."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.sales.numbering import DEFAULT_PATTERN, parse_pattern
from app.shared.errors import InvalidValue

DAY = date(2026, 7, 22)


def test_the_number_of_the_picture():
    assert parse_pattern(DEFAULT_PATTERN).number(DAY, 18) == "Q2607-018"


@pytest.mark.parametrize(
    ("pattern", "number"),
    [
        ("{seq}", "7"),
        ("BJ{yyyy}{mm}{dd}{seq:02}", "BJ2026072207"),
        ("报价%{yy}-{seq:04}号", "报价%26-0007号"),
        ("{seq:3}/{yyyy}", "007/2026"),
    ],
)
def test_patterns(pattern, number):
    parsed = parse_pattern(pattern)
    assert parsed.number(DAY, 7) == number
    assert parsed.sequence(number, DAY) == 7


@pytest.mark.parametrize(
    "pattern", ["", "  ", "Q{yy}", "{seq}{seq}", "{week}-{seq}", "Q{seq", "Q}{seq}", "a\n{seq}", "x" * 50]
)
def test_bad_patterns_are_refused_in_plain_words(pattern):
    with pytest.raises(InvalidValue) as caught:
        parse_pattern(pattern)
    assert caught.value.sentence()


def test_the_sequence_begins_again_with_the_period():
    pattern = parse_pattern(DEFAULT_PATTERN)
    assert pattern.next_number(date(2026, 8, 1), ["Q2607-018"]) == "Q2608-001"


def test_other_patterns_and_periods_do_not_count():
    pattern = parse_pattern(DEFAULT_PATTERN)
    assert (
        pattern.next_number(DAY, ["Q2606-099", "X", "Q2607-", "Q2607-abc", "q2607-004", "Q2607-002-A"]) == "Q2607-005"
    )


def test_more_than_the_digits_go_on():
    pattern = parse_pattern(DEFAULT_PATTERN)
    assert pattern.next_number(DAY, ["Q2607-999", "Q2607-1000"]) == "Q2607-1001"


@given(st.sets(st.integers(min_value=1, max_value=5000)))
def test_the_next_number_is_one_after_the_highest(taken):
    pattern = parse_pattern(DEFAULT_PATTERN)
    existing = [pattern.number(DAY, sequence) for sequence in taken]
    number = pattern.next_number(DAY, existing)
    assert number not in existing
    assert pattern.sequence(number, DAY) == max(taken, default=0) + 1
