"""Whose phone it is: that of the boss, of the accountant, of the user's own people; and who 负责人 is."""

from __future__ import annotations

from typing import Any

import pytest

from app.transfer.drafting.rows import Draft
from tests.transfer.mapping_tools import drafts, proposed, targets

Rows = list[list[Any]]


def _people(one: Draft) -> list[tuple[str, str, str]]:
    """Each contact with its title and number."""
    return [
        (held.get("name", ""), held.get("title", ""), str(held.get("mobile") or held.get("phone") or ""))
        for held in (one.contact, *one.others)
    ]


@pytest.mark.parametrize("role", ["老板", "负责人", "财务", "采购", "法人", "技术"])
def test_a_phone_with_a_role_goes_to_the_person_of_that_role(role: str) -> None:
    rows: Rows = [
        ["客户名称", "联系人", "手机", role, f"{role}电话", "电话"],
        ["台州玉环阀门", "金经理", "13967611111", "蔡明", "13967633333", "0576-82231111"],
        ["台州黄岩模具", "夏工", "13967644444", None, None, None],
    ]
    first, second = drafts(rows)
    assert _people(first) == [("金经理", "", "13967611111"), ("蔡明", role, "13967633333")]
    assert first.customer["phone"].normal == "+8657682231111"
    assert _people(second) == [("夏工", "", "13967644444")]


def test_the_boss_stands_behind_numbered_contacts() -> None:
    rows: Rows = [
        ["客户名称", "联系人1", "手机1", "联系人2", "手机2", "老板", "老板电话"],
        ["台州玉环阀门", "金经理", "13967611111", "小蔡", "13967622222", "蔡总", "13967633333"],
    ]
    assert [name for name, _title, _reach in _people(drafts(rows)[0])] == ["金经理", "小蔡", "蔡总"]


def test_a_phone_of_a_role_without_a_name_makes_a_contact_called_so() -> None:
    rows: Rows = [
        ["客户名称", "联系人", "电话", "财务电话", "采购电话"],
        ["台州玉环阀门", "金经理", "0576-82231111", "13967633333", "13967633334"],
    ]
    one = drafts(rows)[0]
    assert _people(one)[1:] == [("财务", "", "13967633333"), ("采购", "", "13967633334")]
    assert one.customer["phone"].typed == "0576-82231111"


def test_the_receiver_has_a_phone_and_the_customer_the_address() -> None:
    rows: Rows = [
        ["客户名称", "联系人", "电话", "收货人", "收货电话", "收货地址"],
        ["台州玉环阀门", "金经理", "0576-82231111", "王师傅", "13700001111", "玉环县仓库路1号"],
    ]
    one = drafts(rows)[0]
    assert _people(one)[1] == ("王师傅", "收货", "13700001111")
    assert one.customer["address"] == "玉环县仓库路1号"


def test_the_phone_of_our_own_people_is_nobodys_of_the_customer() -> None:
    rows: Rows = [
        ["客户名称", "联系人", "电话", "业务员", "业务员电话", "业务员跟进"],
        ["台州玉环阀门", "金经理", "0576-82231111", "小李", "13967633333", "已发目录"],
    ]
    one = drafts(rows)[0]
    assert one.customer["owner"] == "小李"
    assert one.customer["notes"] == "业务员电话: 13967633333\n业务员跟进: 已发目录"
    assert "mobile" not in one.contact


def test_few_names_for_many_customers_are_our_own_people() -> None:
    rows: Rows = [["客户名称", "电话", "负责人"]]
    rows += [[f"台州{name}厂", f"0576-8223111{at}", ["小赵", "老周"][at % 2]] for at, name in enumerate("甲乙丙丁戊")]
    assert targets(proposed(rows))["负责人"] == "owner"


def test_a_name_for_each_customer_is_its_contact() -> None:
    rows: Rows = [["客户名称", "电话", "负责人"]]
    rows += [[f"台州{name}厂", f"0576-8223111{at}", f"{name}总"] for at, name in enumerate("王李张赵周")]
    assert targets(proposed(rows))["负责人"] == "contact.name"


def test_the_one_in_charge_of_a_deal_is_our_own() -> None:
    rows: Rows = [
        ["商机名称", "客户", "预计金额", "阶段", "负责人"],
        ["净化车间", "合肥京东方", "120万", "方案报价", "小赵"],
        ["备件年框", "马钢", "80万", "谈判", "老周"],
    ]
    one = drafts(rows)[1]
    assert not one.contact
    assert one.customer["owner"] == "老周"


def test_when_people_came_to_work_is_no_list_of_contacts() -> None:
    rows: Rows = [["date", "first_name", "last_name", "position", "hourly_rate", "clock_in_note", "clock_out_note"]]
    rows += [[f"2015-01-0{at}", "Nora", "Emery", "Gardener", 30, "late", None] for at in (5, 6, 7)]
    found = proposed(rows)
    assert (found.kind, found.reason) == (None, "It lists the people of your own company.")


@pytest.mark.parametrize("names", [("January", "February", "March"), ("1月", "2月", "3月"), ("2021", "2022", "2023")])
def test_months_are_nobody(names: tuple[str, ...]) -> None:
    rows: Rows = [["name", "sales"], *([name, 674710.23 + at] for at, name in enumerate(names))]
    assert proposed(rows).kind is None


def test_somebody_may_be_called_as_a_month() -> None:
    rows: Rows = [
        ["name", "email"],
        ["April", "april@x.example"],
        ["June", "june@x.example"],
        ["Rose", "rose@x.example"],
    ]
    assert proposed(rows).kind in ("customers", "contacts")
