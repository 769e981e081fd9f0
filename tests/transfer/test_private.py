"""Customers that are persons."""

from __future__ import annotations

import pytest

from app.transfer.converting.private import is_person, parted
from tests.transfer.mapping_tools import drafts
from tests.transfer.test_planning import HEAD, planned


@pytest.mark.parametrize(
    "name",
    [
        "王老板",
        "李总",
        "欧阳经理",
        "张三丰先生",
        "王工",
        "周师傅",
        "李姐",
        "王大爷",
        "陈伯",
        "Mr. Smith",
        "Mrs Jane Lee",
    ],
)
def test_what_one_calls_a_person(name: str) -> None:
    assert is_person(name)


@pytest.mark.parametrize(
    "name",
    [
        "恒瑞化工",
        "金石化工",
        "职工",
        "医生",
        "大姐",
        "老干妈",
        "王姐烧烤",
        "恒瑞",
        "总",
        "MR Tools Ltd",
        "Mr Price Group",
        "Miss",
        "",
    ],
)
def test_what_is_no_person(name: str) -> None:
    assert not is_person(name)


@pytest.mark.parametrize(
    ("cell", "name", "normal"),
    [
        ("王老板 13800002317", "王老板", "+8613800002317"),
        ("周师傅13500001111", "周师傅", "+8613500001111"),
        ("恒瑞机械（0512-66001122）", "恒瑞机械", "+8651266001122"),
        ("刘总 (138 0000 2317)", "刘总", "+8613800002317"),
    ],
)
def test_a_number_behind_a_name(cell: str, name: str, normal: str) -> None:
    found = parted(cell)
    assert found is not None
    assert (found[0], found[1].normal) == (name, normal)


@pytest.mark.parametrize(
    "cell", ["13800138000工作室", "酒吧88888888", "2019届", "13800138000", "A公司 2019", "恒瑞9138000023171"]
)
def test_other_figures_stay_in_the_name(cell: str) -> None:
    assert parted(cell) is None


def test_a_person_without_company_is_a_person_and_no_contact_of_his_own() -> None:
    rows = [
        HEAD,
        ["苏州恒瑞机械有限公司", "张伟", "13800001001"],
        ["王老板", None, "13900001002"],
        ["陈姐 13800002317"],
        ["李总", "李总", "13700001111"],
        [None, "周师傅", "13600001111"],
        ["赵老板", "钱会计", "13500001111"],
    ]
    found = [(one.customer.get("kind"), one.customer["name"], one.contact.get("name")) for one in drafts(rows)]
    assert found == [
        (None, "苏州恒瑞机械有限公司", "张伟"), ("person", "王老板", None), ("person", "陈姐", None), ("person", "李总", None),
        ("person", "周师傅", None), ("person", "赵老板", "钱会计"),
    ]  # fmt: skip
    plan = planned(rows)
    assert [str(one["mobile"]) for one in plan.writes.customers[1:5]] == [
        "13900001002", "13800002317", "13700001111", "13600001111",
    ]  # fmt: skip
    assert [one["name"] for _ref, one in plan.writes.contacts] == ["张伟", "钱会计"]


def test_a_name_keeps_a_number_that_finds_no_field() -> None:
    rows = [["客户名称", "电话", "手机"], ["王老板 13800002317", "0512-66001122", "13900001002"]]
    (one,) = drafts(rows)
    assert one.customer["name"] == "王老板 13800002317"
