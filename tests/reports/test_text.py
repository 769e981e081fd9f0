"""Breaking text into lines."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reports.fonts import typeface
from reports.layout.text import wrap

MIXED = st.text(alphabet="永磁变频（）《》，。、“” aZ09-./%·", max_size=80)


def test_closing_signs_do_not_begin_a_line_nor_opening_ones_end_it():
    text = "永磁变频（含一级能效电机），排气压力“可调”。价格￥100（含税）" * 3
    for width in range(40, 300, 7):
        lines = wrap(typeface(), text, 12, width)
        assert all(line[0] not in "），。”" for line in lines[1:])
        assert all(line[-1] not in "（“￥" for line in lines)


@settings(deadline=None)
@given(MIXED, st.integers(min_value=30, max_value=300))
def test_nothing_is_lost_and_nothing_sticks_out(text, width):
    lines = wrap(typeface(), text, 12, width)
    assert "".join("".join(lines).split()) == "".join(text.split())
    assert all(typeface().width(line, 12) <= width for line in lines)


def test_words_stay_whole():
    assert wrap(typeface(), "screw compressor PM variable", 12, 90) == ["screw", "compressor PM", "variable"]


def test_own_line_breaks_are_kept():
    assert wrap(typeface(), "a\n\nb\r\nc", 12, 100) == ["a", "", "b", "c"]
    assert wrap(typeface(), "", 12, 100) == []


@pytest.mark.parametrize("bold", [False, True])
def test_runs_join_to_the_text(bold):
    face = typeface(bold)
    text = face.clean("价格 Łódź ₹100 · 䶮 e\u0301\U0001f600")
    runs = face.runs(text)
    assert "".join(part for _, part in runs) == text
    assert {font for font, _ in runs} == {face.main, face.fallback}
    assert "é" in text
    assert text.endswith("□")
