"""Standard phrases that fit what is typed."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from app.followups.phrasing import called, fitting, spaced, typed

PHRASES = ["已发目录", "要求下周再打", "wants a call next week", "已报价，等回复"]


def test_a_slash_calls_for_phrases_but_not_in_dates_and_words() -> None:
    assert called("电话 王经理 /") == (7, "")
    assert called("电话王经理/yfml") == (5, "yfml")
    assert called("/want") == (0, "want")
    assert called("7/") is None
    assert called("call on 7/15") is None
    assert called("km/h") is None
    assert called("https://") is None
    assert called("看了/ 再说") is None


def test_phrases_are_found_by_beginning_initials_pinyin_and_part() -> None:
    assert fitting(PHRASES, "") == PHRASES
    assert fitting(PHRASES, "已") == ["已发目录", "已报价，等回复"]
    assert fitting(PHRASES, "yfml") == ["已发目录"]
    assert fitting(PHRASES, "yibao") == ["已报价，等回复"]
    assert fitting(PHRASES, "ybj") == ["已报价，等回复"]
    assert fitting(PHRASES, "w") == ["wants a call next week"]
    assert fitting(PHRASES, "call") == ["wants a call next week"]
    assert fitting(PHRASES, "zzz") == []


def test_the_word_before_the_cursor_narrows_them() -> None:
    assert typed("电话 王经理 已", PHRASES) == (7, "已")
    assert typed("call Anna wan", PHRASES) == (10, "wan")
    assert typed("电话 王经理 yf", PHRASES) == (7, "yf")
    assert typed("电话 王经理", PHRASES) == (6, "")


def test_latin_words_are_parted_by_blanks() -> None:
    assert spaced("Anna", "wants a call next week", "") == " wants a call next week"
    assert spaced("王经理", "已发目录", "") == "已发目录"
    assert spaced("Anna ", "wants a call", "soon") == "wants a call "


@given(st.text(max_size=40))
def test_no_line_breaks_them(line: str) -> None:
    start, words = typed(line, PHRASES)
    assert line[start:] == words
    found = called(line)
    assert found is None or line[found[0] + 1 :] == found[1]
