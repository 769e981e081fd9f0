"""Sheets as firms keep them: rows of units, hints and page titles, headers in two rows or two languages, lists in forms."""

from __future__ import annotations

from typing import Any

import pytest

from app.transfer import shaping
from app.transfer.drafts import Context, Draft, draft
from app.transfer.mapping import propose
from app.transfer.proposals import Proposal
from tests.transfer.mapping_tools import TYPES, WORDS, book, sheet, targets

HEAD = ["客户名称", "联系人", "电话", "地址"]
Merged = list[tuple[int, int, int, int]]


def firm(sign: str) -> str:
    return f"苏州{sign}有限公司"


ROWS = [[firm(sign), "张伟", f"1380000100{number}", "人民路1号"] for number, sign in enumerate("甲乙丙丁戊")]
FIRMS = [row[0] for row in ROWS]


def read(rows: list[list[Any]], merged: Merged | None = None) -> list[tuple[Proposal, list[Draft]]]:
    made = shaping.prepared(book(sheet(rows, merged or ())), WORDS)
    found = [(one, propose(one, WORDS)) for one in made.sheets]
    return [(proposal, draft(one, proposal, Context(TYPES))[0]) for one, proposal in found]


def names(drafts: list[Draft]) -> list[Any]:
    return [(one.customer or one.product).get("name") for one in drafts]


TABLES: dict[str, tuple[list[list[Any]], int]] = {
    "units under the header": (
        [["XX公司"], ["客户资料汇总表"], [], ["制表：小林", "", "日期：2024-01-05"], [], ["说明：请勿外传"], [],
         [*HEAD, "信用额度", "账期"],
         [None, None, None, None, "（万元）", "天"], *[[*row, 10, 30] for row in ROWS], ["合计", None, None, None, 50, None], [],
         ["备注：以上客户均为2023年成交客户"], ["审核：王总", "", "制表：小林"]], 8,
    ),
    "numbers of the columns": ([["序号", *HEAD], ["1", "2", "3", "4", "5"], *[[at, *row] for at, row in enumerate(ROWS, 1)]], 1),
    "甲 乙 1 2": ([["序号", *HEAD], ["甲", "乙", "1", "2", "3"], *[[at, *row] for at, row in enumerate(ROWS, 1)]], 1),
    "hints": ([HEAD, ["必填", "选填", "11位数字", "省市区+街道"], *ROWS], 1),
    "english hints": ([["Company*", "Contact", "Phone", "Address"],
     ["required", "optional", "with country code", "max. 80 characters"], *ROWS], 1),
    "a second language": ([HEAD, ["Customer", "Contact", "Phone", "Address"], *ROWS], 1),
    "names of a program's fields first": ([["customer_name", "contact", "phone", "address"], HEAD, *ROWS], 1),
    "page titles and subtotals": (
        [["客户资料表"], HEAD, *ROWS[:2], ["本页小计", "2"], ["第1页 共2页"], ["客户资料表"], HEAD, *ROWS[2:], ["本页小计", "3"],
         ["第2页 共2页"]], 2,
    ),
    "another title on each page": ([["客户资料表"], HEAD, *ROWS[:2], ["客户资料表（续）"], HEAD, *ROWS[2:]], 2),
    "units on each page": ([HEAD, ["", "", "（手机）", ""], *ROWS[:2], HEAD, ["", "", "（手机）", ""], *ROWS[2:]], 1),
    "rules of dashes": ([["Customer List"], ["==========="], HEAD, ["------"] * 4, *ROWS, ["------"] * 4, ["*** End of report ***"]], 3),
    "headers one sign below the other": ([["客\n户\n名\n称", "联\n系\n人", "电\n话", "地\n址"], *ROWS], 1),
    "headers with blanks and colons": ([["客 户 名 称：", "联  系  人", "电　　话", "*地址"], *ROWS], 1),
    "headers said twice": ([["客户名称\nCustomer Name", "联系人 Contact", "电话 (Tel)", "地址 Address"], *ROWS], 1),
    "columns with a header alone": ([[*HEAD, "传真", "微信", None], *[[*row, None, None, None] for row in ROWS]], 1),
    "an empty column in front": ([[None, "2024年客户名录"], [], [None, *HEAD], *[[None, *row] for row in ROWS]], 3),
}  # fmt: skip


@pytest.mark.parametrize("what", TABLES)
def test_only_customers_come_in(what: str) -> None:
    rows, header = TABLES[what]
    ((proposal, drafts),) = read(rows)
    assert proposal.kind == "customers"
    assert proposal.layout.header_row == header
    assert names(drafts) == FIRMS
    assert [str(one.customer["phone"].typed) for one in drafts] == [row[2] for row in ROWS]
    assert {one.contact["name"] for one in drafts} == {"张伟"}
    assert {one.customer["address"] for one in drafts} == {"人民路1号"}
    assert not any(one.problems for one in drafts)


def test_a_customer_that_looks_like_a_hint_stays() -> None:
    rows = [
        ["客户名称", "等级", "数量"],
        ["请客来酒店", "A", "3"],
        ["数字天空传媒", "B", "2"],
        *[[name, "A", "1"] for name in FIRMS],
    ]
    ((_proposal, drafts),) = read(rows)
    assert names(drafts) == ["请客来酒店", "数字天空传媒", *FIRMS]


def test_a_group_over_names_and_phones() -> None:
    rows = [
        ["客户名称", "联系人", "", "", "财务联系人", "", "地址"], ["", "姓名", "电话", "职务", "姓名", "电话", ""],
        *[[name, "张伟", "13800001001", "采购", "李娜", "13800001002", "人民路"] for name in FIRMS],
    ]  # fmt: skip
    merged = [(0, 0, 1, 0), (0, 1, 0, 3), (0, 4, 0, 5), (0, 6, 1, 6)]
    for spans in (merged, []):
        ((proposal, drafts),) = read(rows, spans)
        assert targets(proposal)["联系人 / 电话"] == "contact.phone"
        assert targets(proposal)["财务联系人 / 姓名"] == "contact2.name"
        assert (drafts[0].contact["name"], drafts[0].others[0]["name"]) == ("张伟", "李娜")


def test_groups_of_a_price_list_whose_first_column_is_no_name() -> None:
    rows = [
        ["2024年产品报价单"], ["型号", "品名", "规格", "单价(元)", "备注"], ["一、轴承类"], ["6204", "深沟球轴承", "20x47", 12.5, None],
        ["6205", "深沟球轴承", "25x52", 14, None], ["二、链条类"], ["08B", "滚子链", "12.7", 33, None], ["小计", None, None, 59.5],
         ["说明：含税"],
    ]  # fmt: skip
    ((proposal, drafts),) = read(rows)
    assert proposal.kind == "products"
    assert [one.product["category"] for one in drafts] == ["轴承类", "轴承类", "链条类"]


def test_a_form_with_a_list_of_contacts() -> None:
    rows = [
        ["客户档案"], ["客户名称", firm("甲"), None, "税号", "91320500MA1ABCDE1X"], ["地址", "苏州市1号", None, "电话", "0512-66001122"],
         [],
        ["联系人", "职务", "手机", "邮箱"], ["张伟", "采购", "13800001001", "a@b.cn"], ["李娜", "财务", "13800001002", None],
    ]  # fmt: skip
    ((proposal, (one,)),) = read(rows)
    assert one.customer["name"] == firm("甲")
    assert (one.contact["name"], one.contact["email"]) == ("张伟", "a@b.cn")
    assert [(other["name"], other["title"]) for other in one.others] == [("李娜", "财务")]
    assert proposal.anew


FORM = [["联系人", "张伟"], ["电话", "0512-66001122"], ["地址", "苏州市1号"]]


@pytest.mark.parametrize(
    "rows",
    [
        [["客户名称", firm("甲")], *FORM, [], ["客户名称", firm("乙")], *FORM, [], ["客户名称", firm("丙")], *FORM],
        [["客户登记表"], ["客户名称", firm("甲")], *FORM, ["客户登记表"], ["客户名称", firm("乙")], *FORM, ["客户登记表"],
         ["客户名称", firm("丙")], *FORM],
        [
            ["客户名称", firm("甲"), None, "客户名称", firm("乙")], *[[*line, None, *line] for line in FORM],
            ["客户名称", firm("丙")], *FORM,
        ],
        [[f"客户名称：{firm(sign)}" if not at else f"{FORM[at - 1][0]}：{FORM[at - 1][1]}"] for sign in "甲乙丙" for at in range(4)],
        [["", "客户1", "客户2", "客户3"], ["公司名称", firm("甲"), firm("乙"), firm("丙")], ["基本信息"], *[[line[0],
         *[line[1]] * 3] for line in FORM]],
    ],
)  # fmt: skip
def test_several_forms_in_one_sheet(rows: list[list[Any]]) -> None:
    ((proposal, drafts),) = read(rows)
    assert proposal.kind == "customers"
    assert names(drafts) == [firm("甲"), firm("乙"), firm("丙")]
    assert {one.contact["name"] for one in drafts} == {"张伟"}
    assert {one.customer["address"] for one in drafts} == {"苏州市1号"}
    assert not any(one.customer.get("notes") for one in drafts)


def test_a_list_of_fields_is_no_form() -> None:
    rows = [
        ["字段", "说明", "类型"],
        ["客户名称", "必填", "文本"],
        ["电话", "选填", "数字"],
        ["地址", "选填", "文本"],
        ["邮箱", "选填", "文本"],
    ]
    assert not any(proposal.anew for proposal, _drafts in read(rows))
