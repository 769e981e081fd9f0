"""Who took part in a conversation, and where it was, as one line says it."""

from __future__ import annotations

from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.followups.naming import Person, persons_in, place_in
from app.followups.rules import parse_log

PEOPLE = [
    Person(1, "王强", "采购经理"),
    Person(2, "李明", "工程师"),
    Person(3, "Anna Berg"),
    Person(4, "Bob Smith"),
    Person(5, "陈志远"),
]
NOW = datetime(2026, 7, 15, 10, 5)


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("电话 王经理、李工 同意降价", [1, 2]),
        ("电话 王经理和李工 同意降价", [1, 2]),
        ("拜访 李工 王经理 看了样机", [2, 1]),
        ("开会 王强、李明、陈志远 谈了框架合同", [1, 2, 5]),
        ("visit with Anna and Bob at their plant, wants 2 units", [3, 4]),
        ("met Anna, Bob and discussed prices", [3, 4]),
        ("Anna & Bob called", [3, 4]),
        ("call Anna, wants 2 units", [3]),
        ("王经理同意，李明不同意", [1]),
        ("微信王经理 说李工下周出差", [1]),
        ("电话没人接", []),
    ],
)
def test_several_names_that_stand_together_took_part(text: str, who: list[int]) -> None:
    assert [person.id for person, _span in persons_in(text, PEOPLE)] == who


def test_who_holds_the_office_that_is_named_is_meant() -> None:
    people = [Person(1, "王强", "采购经理"), Person(2, "王芳", "会计"), Person(3, "李明", "")]
    assert [one.id for one, _ in persons_in("电话 王会计、李工 对账", people)] == [2, 3]
    assert persons_in("电话 王总 对账", people) == ()


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("拜访王经理，在他们厂里谈了两小时", "他们厂里"),
        ("在公司会议室开会，定了三台", "公司会议室"),
        ("在上海见面，王总要样品", "上海"),
        ("于苏州国际博览中心见面", "苏州国际博览中心"),
        ("在广交会展位碰到李工", "广交会展位"),
        ("visit with Anna and Bob at their plant, wants 2 units", "their plant"),
        ("met Bob at the Hannover fair", "the Hannover fair"),
        ("lunch in their canteen with Anna", "their canteen"),
        ("正在考虑换供应商", ""),
        ("现在公司资金紧", ""),
        ("对方在考虑，等于公司要先付款", ""),
        ("由于工厂停电，下周再谈", ""),
        ("在电话里谈了价格", ""),
        ("在微信群里开会", ""),
        ("关于工厂验货的事", ""),
        ("call at 3pm, price at cost", ""),
        ("at the moment no budget, at least 2 months", ""),
        ("他还在公司采购部上班", ""),
    ],
)
def test_a_place_is_taken_only_when_it_is_certain(text: str, place: str) -> None:
    found = place_in(text)
    assert (found[0] if found else "") == place
    if found:
        assert text[slice(*found[1])] == place


def test_the_place_of_what_is_next_is_not_that_of_the_conversation() -> None:
    found = parse_log("电话 王经理 下周三 在他们厂里见面", NOW, PEOPLE)
    assert found.contacts == (1,)
    assert found.next is not None or found.place == "他们厂里"


@given(st.text(alphabet="王李经理工、和在于厂公司里 ab,nd", max_size=40))
def test_spans_hold_what_they_say(text: str) -> None:
    for person, (start, end) in persons_in(text, PEOPLE):
        assert text[start:end]
        assert person in PEOPLE
    if (found := place_in(text)) is not None:
        assert text[slice(*found[1])] == found[0]
