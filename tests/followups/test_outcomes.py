"""What came of a conversation is read from the line, where the line says so for certain; and whom a family name means."""

from __future__ import annotations

from datetime import datetime

import pytest

from app.followups import commands
from app.followups.naming import Person, person_in
from app.followups.outcomes import outcome_in
from app.followups.queries import outcomes
from app.followups.rules import parse_log
from app.records import commands as records
from app.records import queries
from app.records.workspace import Workspace
from app.settings import lists

NOW = datetime(2026, 7, 22, 10, 30)
KNOWN = ("未接通", "有意向", "没有意向", "已报价", "no answer", "interested", "Not interested", "单")


@pytest.mark.parametrize(
    ("text", "outcome"),
    [
        ("未接通", "未接通"),
        ("电话 未接通", "未接通"),
        ("电话未接通", "未接通"),
        ("电话未接通，发了微信", "未接通"),
        ("打了三次未接通", "未接通"),
        ("王经理 有意向 要两台", "有意向"),
        ("王经理，有意向，下周三 回访", "有意向"),
        ("他们没有意向", "没有意向"),
        ("上午 未接通，下午 有意向", "有意向"),
        ("called, no answer", "no answer"),
        ("Called twice no answer call back Friday 3pm", "no answer"),
        ("No answer. Sent an e-mail", "no answer"),
        ("spoke with Anna, interested", "interested"),
        ("spoke with Anna, not interested", "Not interested"),
        ("电话未接通 明天再打", "未接通"),
    ],
)
def test_an_outcome_that_the_line_says_is_read(text: str, outcome: str) -> None:
    assert parse_log(text, NOW, outcomes=KNOWN).outcome == outcome


@pytest.mark.parametrize(
    "text",
    [
        "意向书下周签",
        "客户有意向书要我们先签",
        "他说上次有意向这次不要了",
        "问他是否有意向",
        "不知道有没有意向书",
        "如果未接通 明天再打",
        "如果未接通，就发微信",
        "并没有接通过",
        "there was no answer to our mail about prices",
        "no answer yet from finance, they pay on Monday",
        "asked if he is interested",
        "wants an interesting offer",
        "if no answer, send a mail",
        "下了单",
        "",
    ],
)
def test_a_line_that_only_holds_the_word_says_nothing_of_the_outcome(text: str) -> None:
    assert parse_log(text, NOW, outcomes=KNOWN).outcome == ""


def test_what_is_denied_is_not_taken_for_its_opposite() -> None:
    assert outcome_in("对方没有意向", ("有意向",)) is None
    assert outcome_in("he is not interested", ("interested",)) is None
    assert outcome_in("", ("有意向",)) is None


def test_the_place_of_the_word_is_told() -> None:
    text = "电话 王经理 有意向 要两台"
    found = parse_log(text, NOW, outcomes=KNOWN)
    assert found.outcome_span is not None
    assert text[slice(*found.outcome_span)] == "有意向"


PEOPLE = [
    Person(1, "吴磊", "采购"),
    Person(2, "高明"),
    Person(3, "欧阳雪"),
    Person(4, "单文"),
    Person(5, "Anna Weber"),
    Person(6, "宋平"),
]


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("called Wu, wants 2 units", 1),
        ("called wu", 1),
        ("Spoke with Wu about prices", 1),
        ("visited Wu Lei yesterday", 1),
        ("Lei Wu wants a quote", 1),
        ("电话 吴", 1),
        ("电话吴，要两台", 1),
        ("拜访 高 谈交期", 2),
        ("电话 欧阳 报价", 3),
        ("called Ouyang", 3),
        ("met Mr. Shan", 4),
        ("called Song", 6),
    ],
)
def test_a_family_name_behind_a_call_is_the_only_one_who_has_it(text: str, number: int) -> None:
    found = person_in(text, PEOPLE)
    assert found is not None
    assert found[0].id == number
    assert [one.id for one, _span in parse_log(text, NOW, PEOPLE).people] == [number]


@pytest.mark.parametrize(
    "text",
    [
        "价格 高 要降", "called song and dance about it", "he called, gao price", "电话 高价的问题", "吴江的厂要扩建",
        "call the wu building", "message about Wuxi", "called in the evening", "电话单线", "shan road office", "",
    ],
)  # fmt: skip
def test_a_word_that_sounds_like_a_name_is_none(text: str) -> None:
    assert person_in(text, PEOPLE) is None


def test_a_family_name_that_two_have_means_nobody() -> None:
    people = [*PEOPLE, Person(9, "吴强")]
    assert person_in("called Wu", people) is None
    found = person_in("called Wu Qiang", people)
    assert found is not None
    assert found[0].id == 9


def test_the_log_keeps_the_outcome_of_the_list(ws: Workspace) -> None:
    customer = records.create(ws, "customer", {"name": "恒瑞"}).id
    lists.add_value(ws, "activity", "outcome", "有意向")
    assert outcomes(ws)[0] == "有意向"
    first = commands.log(ws, customer, "电话 有意向，要两台", now=NOW).activity
    other = commands.log(ws, customer, "电话 有意向，要两台", now=NOW, outcome="").activity
    chosen = commands.log(ws, customer, "电话 有意向，要两台", now=NOW, outcome="已报价").activity
    rows = queries.rows(ws, "activity", (first, other, chosen), ("outcome", "text"))
    assert [one["outcome"] for one in rows] == ["有意向", None, "已报价"]
    assert {one["text"] for one in rows} == {"电话 有意向，要两台"}


def test_words_of_late_count_and_retired_ones_do_not(ws: Workspace) -> None:
    customer = records.create(ws, "customer", {"name": "恒瑞"}).id
    for _time in range(2):
        commands.log(ws, customer, "谈了交期", now=NOW, outcome="等样品")
    commands.log(ws, customer, "谈了价格", now=NOW, outcome="一次")
    assert "等样品" in outcomes(ws)
    assert "一次" not in outcomes(ws)
    lists.retire_value(ws, "activity", "outcome", "等样品")
    assert "等样品" not in outcomes(ws)
