"""Rows without a name: the short name, a nickname or the name in WeChat calls the customer."""

from __future__ import annotations

from typing import Any

import pytest

from tests.transfer.mapping_tools import drafts


def named(*rows: list[Any]) -> list[tuple[Any, Any]]:
    return [(one.customer.get("name"), one.customer.get("kind")) for one in drafts(rows)]


@pytest.mark.parametrize("header", ["微信昵称", "旺旺", "网名", "Nickname", "暱稱"])
def test_a_row_with_only_a_nickname_is_called_so(header: str) -> None:
    rows = [
        ["姓名", header, "手机", "地址"], ["王芳", "阳光女孩", "13800001111", "上海市徐汇区"], [None, "小胖子", "13800002222", None],
        [None, "大海", None, "苏州"], [None, None, "13800002229", None],
    ]  # fmt: skip
    assert [name for name, _kind in named(*rows)][1:] == ["小胖子", "大海", None]
    first, second, *_others, last = drafts(rows)
    assert f"{header}: 阳光女孩" in first.customer["notes"]
    assert [problem.fatal for problem in second.problems] == [False]
    assert [problem.fatal for problem in last.problems] == [True]


def test_a_list_of_nicknames_is_one_of_customers() -> None:
    assert named(["微信昵称", "备注"], ["阳光女孩", "要红色2件"], ["小胖子", "老客户"], ["大海", None]) == [
        ("阳光女孩", "person"), ("小胖子", "person"), ("大海", "person"),
    ]  # fmt: skip


def test_the_short_name_and_wechat_call_too() -> None:
    rows = [
        ["客户全称", "简称", "电话", "微信"], ["常州天合机械有限公司", "天合", "0519-85123456", None], [None, "立丰", "", None],
        [None, None, None, "lifeng2008"],
    ]  # fmt: skip
    assert [name for name, _kind in named(*rows)] == ["常州天合机械有限公司", "立丰", "lifeng2008"]


@pytest.mark.parametrize("person", ["pessoa de contato", "Persona di contatto", "Contactpersoon", "Osoba kontaktowa"])
@pytest.mark.parametrize("name", ["nome", "naam", "nazwa"])
def test_a_plain_name_beside_a_contact_is_that_of_the_customer(name: str, person: str) -> None:
    one, *_others = drafts(
        [[name, "telefone", person], ["Alfa", "1133330001", "felipe"], ["borba", "1133330002", "ana"]]
    )
    assert (one.customer["name"], one.contact["name"]) == ("Alfa", "felipe")


def test_a_row_with_only_a_supplier_is_that_suppliers() -> None:
    rows = [["address", "city", "customer", "phone", "supplier"], ["Str. 1", "Larnaka", "Adapta", "23566775757", None]]
    rows += [["Str. 2", "Raschau", "Fusion", "23566775758", None], ["Str. 3", "Brno", None, "23566775759", "Helios"]]
    last = drafts(rows)[-1]
    assert (last.customer["name"], last.customer["kind"], last.customer.get("notes")) == ("Helios", "supplier", None)
    assert [problem.fatal for problem in last.problems] == [False]
