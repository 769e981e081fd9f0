"""Conditions typed as words."""

from __future__ import annotations

import json

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.customers import commands
from app.customers.queries import VIEWS, untraded
from app.customers.typed import MOST, ConditionReader
from app.customers.views import proposed, save_view
from app.records import queries
from app.records.queries import Condition
from app.records.workspace import Workspace
from app.shared import i18n


@pytest.fixture
def filled(ws: Workspace) -> Workspace:
    for name, city in (("苏州恒瑞", "苏州"), ("杭州瑞锦", "杭州"), ("Acme", "New York")):
        commands.create(ws, {"name": name, "city": city})
    return ws


LEVEL, SILENT = Condition("level", "=", "A"), Condition("last_contact_on", "<", "today-90")


@pytest.mark.parametrize(
    ("typed", "where", "rest"),
    [
        ("a", (LEVEL,), ""),
        ("A级", (LEVEL,), ""),
        ("level A", (LEVEL,), ""),
        ("Level is A", (LEVEL,), ""),
        ("等级=A", (LEVEL,), ""),
        ("A级杭州", (LEVEL, Condition("city", "=", "杭州")), ""),
        ("A级 杭州 90天没联系", (LEVEL, Condition("city", "=", "杭州"), SILENT), ""),
        ("city New York level A", (Condition("city", "=", "New York"), LEVEL), ""),
        ("level a not contacted for 90 days", (LEVEL, SILENT), ""),
        ("三个月没联系", (SILENT,), ""),
        ("没联系超过90天", (SILENT,), ""),
        ("90 days silent", (SILENT,), ""),
        ("最近30天联系过", (Condition("last_contact_on", ">=", "today-30"),), ""),
        ("一年没成交", untraded(365).where, ""),
        ("A级 没买过180天", (LEVEL, *untraded(180).where), ""),
        ("no order for 90 days", untraded(90).where, ""),
        ("没有电话", (Condition("phone", "empty"),), ""),
        ("no phone", (Condition("phone", "empty"),), ""),
        ("有邮件", (Condition("email", "not_empty"),), ""),
        ("信用额度大于10万", (Condition("credit_limit", ">", "10万"),), ""),
        ("credit limit over 5000", (Condition("credit_limit", ">", "5000"),), ""),
        ("生日本月", (Condition("birthday", "month", "this"),), ""),
        ("下次跟进 7天内", (Condition("next_follow_up_on", "<=", "today+7"),), ""),
        ("不是A级", (Condition("level", "!=", "A"),), ""),
        ("恒瑞 A级", (LEVEL,), "恒瑞"),
        ("杭州恒瑞", (), "杭州恒瑞"),
        ("hrjx", (), "hrjx"),
        ("13800000000", (), "13800000000"),
        ("信用额度大于很多", (), "信用额度大于很多"),
    ],
)
def test_words_become_conditions(filled: Workspace, typed: str, where: tuple[Condition, ...], rest: str) -> None:
    with i18n.using("zh_CN"):
        found = ConditionReader(filled).read(typed)
    assert (found.where, found.rest) == (where, rest)


def test_the_built_in_views_are_understood_by_their_names(filled: Workspace) -> None:
    for language in ("en", "zh_CN"):
        with i18n.using(language):
            reader = ConditionReader(filled)
            for view in VIEWS[1:]:
                assert reader.read(i18n.translate(view.label)).where


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(
    st.lists(
        st.one_of(
            st.text(max_size=8),
            st.sampled_from(
                [
                    "A级",
                    "level",
                    "城市",
                    "90天",
                    "没联系",
                    "=",
                    ">",
                    "不",
                    "no",
                    "电话",
                    "not",
                    "2026-13-40",
                    "杭州",
                    "10万",
                ]
            ),
        ),
        max_size=7,
    ).map(" ".join)
)
def test_whatever_is_typed_gives_conditions_that_can_be_asked_and_kept(filled: Workspace, typed: str) -> None:
    found = ConditionReader(filled).read(typed)
    assert len(found.where) <= MOST
    queries.count(filled, "customer", found.where)
    json.dumps(proposed(filled, VIEWS[0], found.where, found.rest))


def test_a_name_is_proposed_that_no_view_has(filled: Workspace) -> None:
    both = (LEVEL, Condition("city", "=", "杭州"))
    with i18n.using("zh_CN"):
        assert proposed(filled, VIEWS[0], both) == "等级 A · 杭州"
        assert proposed(filled, VIEWS[0], (SILENT,), "瑞") == "上次联系：90 天以前 · 瑞"
        level = next(view for view in VIEWS if view.code == "level_a")
        assert proposed(filled, level, (*level.where, both[1])).endswith(" · 杭州")
        save_view(filled, "等级 A · 杭州", both)
        assert proposed(filled, VIEWS[0], both) == "等级 A · 杭州 2"
        assert proposed(filled, VIEWS[0], ()) == ""
        assert len(proposed(filled, VIEWS[0], (), "很长" * 40)) <= 32
