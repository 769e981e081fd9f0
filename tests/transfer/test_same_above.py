"""Cells that mean the same as above, and headings of groups."""

from __future__ import annotations

from typing import Any

import pytest

from app.transfer.columns.mapping import propose
from app.transfer.converting import same_above
from app.transfer.drafting.groups import heading
from tests.transfer.mapping_tools import WORDS, drafts, sheet
from tests.transfer.test_planning import planned

HEAD = ["序号", "客户名称", "联系人", "电话", "地址"]
BELOW: list[list[Any]] = [
    HEAD,
    [1, "甲有限公司", "张伟", "13800001001", "苏州市吴中区1号"],
    [None, None, "李娜", "13800001002", None],
    [2, "乙有限公司", "王五", "13800001003", "无锡"],
    [None, None, "王老板", "13800001005", None],
]


def people(rows: list[list[Any]]) -> list[tuple[str, str, str]]:
    plan = planned(rows)
    names = [one["name"] for one in plan.writes.customers]
    return [
        (names[ref], one["name"], str(one.get("mobile") or one.get("phone") or "")) for ref, one in plan.writes.contacts
    ]


def test_further_contacts_stand_under_their_company() -> None:
    assert people(BELOW) == [
        ("甲有限公司", "张伟", ""), ("甲有限公司", "李娜", "13800001002"), ("乙有限公司", "王五", ""),
        ("乙有限公司", "王老板", "13800001005"),
    ]  # fmt: skip
    assert not [problem for sheet_plan in planned(BELOW).sheets for problem in sheet_plan.problems]


def test_a_company_over_merged_cells() -> None:
    rows = [
        ["公司", "联系人", "手机"],
        ["甲公司", "张伟", "13800001001"],
        [None, "李娜", "13800001002"],
        ["乙公司", "王五", "13800001003"],
    ]
    found = drafts(rows, [(1, 0, 2, 0)])
    assert [(one.customer["name"], one.contact["name"]) for one in found] == [
        ("甲公司", "张伟"),
        ("甲公司", "李娜"),
        ("乙公司", "王五"),
    ]


def test_of_a_merged_range_only_what_is_in_the_list_counts() -> None:
    rows = [["公司", "联系人", "手机"], *(["甲公司", name, "13800001001"] for name in ("张伟", "李娜", "王五"))]
    one = sheet(rows, [(1, 1, 1_048_575, 16_383)])
    proposal = propose(one, WORDS)
    assert set(same_above.carried(one, proposal)) == {(row, column) for row in (2, 3) for column in (1, 2)}


def test_a_header_over_a_merged_range_to_the_end_of_the_sheet() -> None:
    rows = [["公司", "联系", None], [None, "姓名", "手机"], ["甲公司", "张伟", "13800001001"]]
    one = sheet(rows, [(0, 0, 1, 0), (0, 1, 0, 16_383)])
    assert [column.header for column in propose(one, WORDS).columns] == ["公司", "联系 / 姓名", "联系 / 手机"]


def test_a_person_with_his_own_address_is_no_contact_of_the_row_above() -> None:
    rows = [*BELOW[:3], [3, None, "王老板", "15900007120", "宁波"]]
    assert [one.customer["name"] for one in drafts(rows)] == ["甲有限公司", "甲有限公司", "王老板"]


def test_persons_between_companies_stay_customers() -> None:
    rows = [
        ["公司", "联系人", "电话"],
        ["甲公司", "张伟", "13800001001"],
        [None, "李老板", "13800001002"],
        [None, "赵老板", "13800001004"],
    ]
    assert [one.customer["name"] for one in drafts(rows)] == ["甲公司", "李老板", "赵老板"]


@pytest.mark.parametrize("sign", ["同上", "〃", '"'])
def test_signs_for_the_same_as_above(sign: str) -> None:
    rows = [
        HEAD,
        [1, "甲公司", "张伟", "13800001001", "苏州市吴中区1号"],
        [2, "乙公司", "李娜", "13800001002", sign],
        [3, "丙公司", "王五", "13800001003", sign],
    ]
    assert {one.customer["address"] for one in drafts(rows)} == {"苏州市吴中区1号"}


def test_headings_of_groups_go_to_the_rows_below() -> None:
    rows = [
        HEAD,
        ["江苏省"],
        [1, "甲公司", "张伟", "13800001001", None],
        ["【二、A类客户】"],
        [2, "乙公司", "李娜", "13800001002", "宁波市鄞州区"],
        ["老客户（2家）"],
        [3, "丙公司", "王五", "13800001003", None],
        ["—— 展会认识的 ——"],
        [4, "丁公司", "赵六", "13800001004", None],
    ]
    first, second, third, fourth = (one.customer for one in drafts(rows))
    assert first["province"] == "江苏省"
    assert (second["level"], second["province"]) == ("A", "浙江省")
    assert third["status"] == "active"
    assert fourth["tags"] == ("展会认识的",)
    assert "tags" not in first


def test_headings_of_products_are_their_category() -> None:
    rows = [
        ["品名", "规格", "单价"],
        ["一、轴承类", None, None],
        ["深沟球轴承", "6204", 12],
        ["轴承座", "P204", 22],
        ["【密封件】"],
        ["油封", "20*30", 3],
    ]
    assert [one.product["category"] for one in drafts(rows)] == ["轴承类", "轴承类", "密封件"]


@pytest.mark.parametrize(
    ("words", "plain"),
    [
        ("一、江苏省", "江苏省"),
        ("【老客户】", "老客户"),
        ("以下为停产", "停产"),
        ("—— 华东区 ——", "华东区"),
        ("(三) 经销商（共12家）", "经销商"),
        ("2020年新增：", "2020年新增"),
    ],
)
def test_words_of_a_heading(words: str, plain: str) -> None:
    assert heading(words) == plain


def test_the_sheet_itself_stays_as_it_was() -> None:
    before = sheet(BELOW)
    drafts(BELOW)
    assert before.rows == sheet(BELOW).rows
