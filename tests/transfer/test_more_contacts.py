"""Several contacts in the columns of one row."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.transfer.columns.more_contacts import numbered, plain, target_of
from app.transfer.reviewing.preview import target_name
from tests.transfer.mapping_tools import TYPES, drafts, proposed, targets
from tests.transfer.test_planning import planned


@pytest.mark.parametrize(
    ("header", "number", "rest"),
    [
        ("联系人1", 1, "联系人"),
        ("电话2", 2, "电话"),
        ("联系人二", 2, "联系人"),
        ("联系人2电话", 2, "联系人电话"),
        ("第二联系人手机", 2, "联系人手机"),
        ("Contact 2 Phone", 2, "contactphone"),
        ("2nd contact", 2, "contact"),
        ("备用联系人", 2, "联系人"),
        ("联系人", 0, "联系人"),
        ("电话", 0, "电话"),
    ],
)
def test_numbers_in_headers(header: str, number: int, rest: str) -> None:
    assert numbered(header) == (number, rest)


@given(st.integers(2, 20), st.sampled_from(["name", "mobile", "email"]))
def test_targets_name_their_contact(number: int, field: str) -> None:
    assert plain(target_of(number, field)) == (f"contact.{field}", number)
    assert str(number) in target_name(TYPES, "customers", [target_of(number, field)])


TABLES: list[list[list[Any]]] = [
    [
        ["客户名称", "联系人1", "电话1", "联系人2", "电话2", "地址"],
        ["甲有限公司", "张伟", "13800001001", "李娜", "13800001002", "苏州"],
    ],
    [
        ["单位名称", "联系人", "职务", "手机", "联系人", "职务", "手机", "单位电话"],
        ["甲有限公司", "张伟", "采购", "13800001001", "李娜", "会计", "13800001002", "0512-66001122"],
    ],
    [
        ["公司名称", "姓名1", "手机1", "姓名2", "手机2"],
        ["甲有限公司", "张伟", "13800001001", "李娜", "13800001002"],
    ],
    [
        ["Company", "Contact 1 Name", "Contact 1 Phone", "Contact 2 Name", "Contact 2 Phone"],
        ["甲有限公司", "张伟", "13800001001", "李娜", "13800001002"],
    ],
]


@pytest.mark.parametrize("rows", TABLES)
def test_each_contact_gets_his_own_number(rows: list[list[Any]]) -> None:
    plan = planned(rows)
    assert [customer["name"] for customer in plan.writes.customers] == ["甲有限公司"]
    found = [(ref, one["name"], str(one.get("mobile") or one.get("phone"))) for ref, one in plan.writes.contacts]
    assert found == [(0, "张伟", "13800001001"), (0, "李娜", "13800001002")]


def test_a_header_in_two_rows() -> None:
    rows = [
        ["客户名称", "第一联系人", None, "第二联系人", None],
        [None, "姓名", "电话", "姓名", "电话"],
        ["甲公司", "张伟", "13800001001", "李娜", "13800001002"],
        ["乙公司", "王五", "13800001003", None, None],
    ]
    merged = [(0, 0, 1, 0), (0, 1, 0, 2), (0, 3, 0, 4)]
    assert list(targets(proposed(rows, merged)).values()) == [
        "name", "contact.name", "contact.phone", "contact2.name", "contact2.phone",
    ]  # fmt: skip
    first, second = drafts(rows, merged)
    assert [one["name"] for one in first.others] == ["李娜"]
    assert second.others == ()


def test_nothing_of_a_further_contact_is_lost() -> None:
    rows = [
        ["客户名称", "联系人1", "电话1", "联系人2", "电话2", "微信2"],
        ["甲公司", "张伟", "13800001001", None, "13800001002", "abc123"],
        ["乙公司", None, None, "李娜", "13800001003", None],
        ["丙公司", "王五", "0512-66001122", "赵六", "13800001004 / 0512-66001199", None],
    ]
    first, second, third = drafts(rows)
    assert str(first.contact["mobile"]) == "13800001002"
    assert "abc123" in first.customer["notes"]
    assert (second.contact["name"], str(second.contact["phone"])) == ("李娜", "13800001003")
    assert {str(third.others[0][name]) for name in ("mobile", "phone")} == {"13800001004", "0512-66001199"}


def test_the_same_contact_again_is_not_doubled() -> None:
    rows = [
        ["客户名称", "联系人1", "电话1", "联系人2", "电话2", "职务2"],
        ["甲公司", "张伟", "13800001001", "李娜", "13800001002", None],
        ["甲公司", "张伟", "13800001001", "李娜", "13800001002", "会计"],
    ]
    contacts = [one for _ref, one in planned(rows).writes.contacts]
    assert [one["name"] for one in contacts] == ["张伟", "李娜"]
    assert contacts[1]["title"] == "会计"


def test_a_second_number_alone_is_no_second_contact() -> None:
    rows = [["客户名称", "联系人", "电话", "电话2"], ["甲公司", "张伟", "13800001001", "13800001002"]]
    assert "contact2" not in "".join(targets(proposed(rows)).values())


def test_each_number_of_a_cell_goes_to_the_person_beside_it_and_a_fax_is_a_fax() -> None:
    rows = [
        ["客户", "地区", "电话"],
        ["福州闽侯竹木制品厂", "福建", "13805911111（老板）\n13805922222 财务小林"],
        ["泉州石狮服饰有限公司", "福建", "陈小姐:18959111111, 传真0595-88881111"],
    ]
    boss, miss = drafts(rows)
    assert (boss.contact["name"], boss.contact["mobile"].normal) == ("老板", "+8613805911111")
    assert boss.customer["mobile"].normal == "+8613805922222"
    assert (miss.contact["name"], miss.contact["mobile"].normal) == ("陈小姐", "+8618959111111")
    assert miss.customer["fax"].normal == "+8659588881111"
