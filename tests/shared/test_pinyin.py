"""Names found by their sound."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.shared import pinyin
from app.shared.paths import resource


@pytest.mark.parametrize(
    ("name", "typed"),
    [
        ("苏州恒瑞精密机械有限公司", ["hengrui", "suzhou", "szhr", "hrjm", "hrjx", "jingmi"]),
        ("重庆长安", ["chongqing", "zhongqing", "cq", "zq", "changan"]),
        ("厦门银行", ["xiamen", "shamen", "xiamenyinhang", "xmyh"]),
        ("张家港恒瑞精密机械", ["hrjx", "zjghrjx", "zhangjiagang"]),
        ("恒瑞达精密机械", ["hrdjx", "hrjx"]),
        ("昆山启衡工业设备", ["qhsb", "qiheng", "ksqhsb"]),
        ("江苏省苏州市工业园区恒瑞精密机械集团公司", ["hrjx", "szsgyyqhrjx"]),
        ("恒瑞（苏州）精密机械有限公司", ["hengruisuzhou", "hrszjmjx"]),
        ("单雄信", ["shan", "dan", "sxx"]),
        ("曾国", ["zeng", "ceng"]),
        ("仇英", ["qiu", "chou"]),
        ("ABC上海店", ["abcshanghai"]),
        (
            "上海重长实业乐朴精密机械有限公司",
            ["zhongchang", "chongzhang", "hczsy", "chongchang", "yuepu", "yuepiao", "sylp"],
        ),
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


def test_names_are_read_as_they_are_said() -> None:
    assert [pinyin.first(name) for name in ("重庆银行", "厦门大厦", "长城", "单雄信", "会计")] == [
        "chongqingyinhang",
        "xiamendasha",
        "changcheng",
        "shanxiongxin",
        "kuaiji",
    ]
    assert pinyin.first("Müller 李") == "müller li"


def test_the_search_text_stays_compact() -> None:
    assert pinyin.search_text("苏州恒瑞精密机械有限公司").split() == [
        "suzhouhengruijingmijixieyouxiangongsi",
        "szhrjmjxyxgs",
        "szhrjx",
    ]
    assert len(pinyin.search_text("重庆长城自动化设备有限公司")) < 130
    assert pinyin.search_text("Alder Tools Ltd.") == "aldertoolsltd"


def test_words_and_places_fit_the_readings() -> None:
    known = pinyin.readings()
    for line in resource("pinyin", "words.txt").read_text("utf-8").splitlines():
        word, *sounds = line.split()
        assert all(sound in known[sign] for sign, sound in zip(word, sounds, strict=True)), line
