"""Names found by their sound."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.shared import pinyin


@pytest.mark.parametrize(
    ("name", "typed"),
    [
        ("苏州恒瑞精密机械有限公司", ["hengrui", "suzhou", "szhr", "hrjm", "hrjx", "jingmi"]),
        ("重庆长安", ["chongqing", "zhongqing", "cq", "zq", "changan"]),
        ("厦门银行", ["xiamen", "shamen", "xiamenyinhang", "xmyh"]),
        ("单雄信", ["shan", "dan", "sxx"]),
        ("曾国", ["zeng", "ceng"]),
        ("仇英", ["qiu", "chou"]),
        ("ABC上海店", ["abcshanghai"]),
    ],
)
def test_every_way_of_typing_a_name(name: str, typed: list[str]) -> None:
    words = pinyin.search_text(name)
    assert [text for text in typed if text not in words] == []


@given(st.text(max_size=60))
def test_any_text_has_a_bounded_search_text(text: str) -> None:
    words = pinyin.search_text(text)
    assert len(words) <= 40 * (len(text) + 10)
    assert len(pinyin.full(text)) <= pinyin.MOST


def test_names_sort_as_in_a_phone_book() -> None:
    assert sorted(["张三", "阿里", "李四"], key=pinyin.first) == ["阿里", "李四", "张三"]
