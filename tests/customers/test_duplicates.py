"""Likely doubles: what makes two customers one, what parts them, and how many stand together."""

from __future__ import annotations

from typing import Any

import pytest

from app.customers import duplicates
from app.customers.duplicates import spelt_alike
from app.records import commands, history
from app.records.workspace import Workspace
from app.shared.errors import Cancelled

Pair = tuple[dict[str, Any], dict[str, Any]]
ZHANG = {"name": "张伟", "kind": "person"}
CASES: list[tuple[Pair, int, tuple[str, ...]]] = [
    (({"name": "苏州恒瑞机械有限公司"}, {"name": "苏州恒瑞机械"}), 95, ("name",)),
    (({"name": "恒瑞机械", "city": "苏州"}, {"name": "恒瑞机械", "city": "无锡"}), 70, ("name",)),
    (({"name": "苏州恒瑞机械", "phone": "0512-62585501"}, {"name": "苏州恒瑞机械", "phone": "051262585501"}), 100, ("name", "phone")),
    (({"name": "苏州恒瑞机械", "city": "苏州"}, {"name": "苏州恒锐机械", "city": "苏州市"}), 92, ("similar",)),
    (({"name": "恒瑞精密机械", "city": "苏州"}, {"name": "苏州恒锐精密机械", "city": "苏州"}), 92, ("similar",)),
    (({"name": "甲公司", "tax_number": "91320594MA1234567X"}, {"name": "乙厂", "tax_number": "91320594ma1234567x"}), 75, ("tax",)),
    (({"name": "苏州恒瑞机械", "email": "wang@hr.cn"}, {"name": "恒瑞机械", "email": "Wang@hr.cn"}), 89, ("email",)),
    ((ZHANG | {"mobile": "13800002317"}, ZHANG | {"mobile": "138 0000 2317"}), 100, ("name", "phone")),
]  # fmt: skip
APART: list[Pair] = [
    ({"name": "苏州恒瑞机械", "tax_number": "91320594MA1234567X"}, {"name": "苏州恒瑞机械", "tax_number": "91320594MA7654321X"}),
    ({"name": "苏州恒瑞机械", "city": "苏州"}, {"name": "苏州恒达机械", "city": "苏州"}),
    ({"name": "苏州第一机床厂", "city": "苏州"}, {"name": "苏州第二机床厂", "city": "苏州"}),
    ({"name": "拓嘉1号店", "city": "苏州"}, {"name": "拓嘉2号店", "city": "苏州"}),
    ({"name": "天马", "phone": "400-800-1234"}, {"name": "腾龙", "phone": "400-800-1234"}),
    ({"name": "张伟", "kind": "person", "city": "苏州"}, {"name": "张伟", "kind": "person", "city": "无锡"}),
]  # fmt: skip


def found(ws: Workspace, *rows: dict[str, Any], least: int = 60) -> list[duplicates.Group]:
    for values in rows:
        commands.create(ws, "customer", values)
    return duplicates.doubles(ws, least)


@pytest.mark.parametrize(("pair", "score", "reasons"), CASES)
def test_what_makes_two_customers_one(ws: Workspace, pair: Pair, score: int, reasons: tuple[str, ...]) -> None:
    [group] = found(ws, *pair)
    assert (group.customers, group.reasons) == ((1, 2), reasons)
    assert abs(group.score - score) <= 2


@pytest.mark.parametrize("pair", APART)
def test_what_parts_two_customers(ws: Workspace, pair: Pair) -> None:
    assert found(ws, *pair) == []


def test_a_contact_at_both_is_a_reason(ws: Workspace) -> None:
    for name in ("苏州恒瑞机械", "恒瑞精密"):
        number = commands.create(ws, "customer", {"name": name}).id
        commands.create(ws, "contact", {"customer": number, "name": "王强", "mobile": "13800002317"})
    [group] = duplicates.doubles(ws)
    assert "contact" in group.reasons


def test_a_switchboard_makes_no_doubles(ws: Workspace) -> None:
    rows = [{"name": f"{sign}记商行", "phone": "0512-62585501"} for sign in "甲乙丙丁"]
    assert found(ws, *rows) == []


def test_sure_ones_stand_together_and_the_likeliest_first(ws: Workspace) -> None:
    rows = [
        {"name": "无锡拓嘉新材料", "city": "无锡"}, {"name": "无锡拓佳新材料", "city": "无锡"},
        *({"name": name, "phone": "0512-62585501"} for name in ("苏州恒瑞机械", "苏州恒瑞机械有限公司", "苏州恒瑞机械（有限公司）")),
    ]  # fmt: skip
    first, second = found(ws, *rows)
    assert (first.customers, first.score) == ((3, 4, 5), 100)
    assert second.customers == (1, 2)
    assert [one.customers for one in duplicates.doubles(ws, 99)] == [(3, 4, 5)]
    duplicates.tell_apart(ws, [1, 2])
    assert [one.customers for one in duplicates.doubles(ws)] == [(3, 4, 5)]
    assert history.describe(history.operations(ws, 1)[0]) == "No doubles: 无锡拓嘉新材料, 无锡拓佳新材料"
    history.undo(ws)
    assert len(duplicates.doubles(ws)) == 2


def test_looking_can_be_stopped(ws: Workspace) -> None:
    with pytest.raises(Cancelled):
        duplicates.doubles(ws, cancelled=lambda: True)


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        ("恒瑞精密机械", "恒锐精密机械", True), ("恒瑞精密机械", "恒达精密机械", False), ("立瑞凯阀门", "立瑞阀门", True),
        ("brightwell", "brightwel", True), ("brightwell", "lightwall", False), ("拓嘉一厂", "拓嘉一厂", False),
    ],
)  # fmt: skip
def test_slips_of_the_pen_are_told_from_other_names(one: str, other: str, alike: bool) -> None:
    assert bool(spelt_alike(one, other)) == alike
