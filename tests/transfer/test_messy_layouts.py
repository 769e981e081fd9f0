"""Sheets as firms keep them: rows of units, hints and page titles, headers in two rows or two languages, lists in forms."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from app.transfer.columns import proposing
from app.transfer.columns.mapping import propose
from app.transfer.columns.proposals import Proposal
from app.transfer.drafting.context import Context
from app.transfer.drafting.drafts import draft
from app.transfer.drafting.rows import Draft
from app.transfer.grid.sheets import CellError
from app.transfer.layout import shaping
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


def test_contacts_under_the_name_of_their_company() -> None:
    head = ["姓名", "职务", "手机"]
    people = [["张伟", "采购", "13800001001"], ["李娜", "财务", "13800001002"], ["王芳", "经理", "13800001003"]]
    once = [head, [firm("甲")], *people[:2], [], [firm("乙")], people[2]]
    each = [[firm("甲")], head, *people[:2], [], [firm("乙")], head, people[2]]
    for rows, header in ((once, 1), (each, 2)):
        ((proposal, drafts),) = read(rows)
        assert (proposal.kind, proposal.layout.header_row) == ("contacts", header)
        assert [one.number for one in drafts] == [3, 4, 7 if header == 1 else 8]
        assert names(drafts) == [firm("甲"), firm("甲"), firm("乙")]
        assert [one.contact["name"] for one in drafts] == ["张伟", "李娜", "王芳"]


def test_a_company_without_contacts_keeps_the_list_as_it_is() -> None:
    rows = [["姓名", "手机"], [firm("甲")], [firm("乙")], ["张伟", "13800001001"], ["李娜", "13800001002"]]
    ((proposal, drafts),) = read(rows)
    assert len(proposal.columns) == 2
    assert {firm("甲"), firm("乙")} <= set(names(drafts))


def test_what_a_group_of_rows_shares_stands_in_its_first_row() -> None:
    rows = [
        ["地区", "级别", "客户名称", "电话"], ["江苏", "A", firm("甲"), "13800001001"], [None, None, firm("乙"), "13800001002"],
        [None, "B", firm("丙"), "13800001003"], ["浙江", None, firm("丁"), "13800001004"], [None, "A", firm("戊"), "13800001005"],
        [None, None, firm("己"), "13800001006"],
    ]  # fmt: skip
    ((_proposal, drafts),) = read(rows)
    assert [one.customer["province"] for one in drafts] == ["江苏"] * 3 + ["浙江"] * 3
    assert [one.customer.get("level") for one in drafts] == ["A", None, "B", None, "A", None]


def test_groups_and_their_subtotals_in_a_narrow_table() -> None:
    rows = [
        ["客户名称", "联系人", "金额"], ["江苏省"], [firm("甲"), "张伟", 100], [firm("乙"), "李娜", 200], ["江苏省小计", None, 300],
         ["重点客户"],
        [firm("丙"), "王芳", 50], ["小计：", None, 50], ["总计", None, 350], [], ["级别", "户数", "金额"], ["A", 2, 300], ["B", 1, 50],
    ]  # fmt: skip
    (proposal, drafts), (summary, _none) = read(rows)
    assert names(drafts) == [firm("甲"), firm("乙"), firm("丙")]
    assert [one.customer.get("province") for one in drafts] == ["江苏省", "江苏省", None]
    assert drafts[2].customer["level"] == "A"
    assert (proposal.layout.header_row, summary.kind, summary.layout.header_row) == (1, None, 11)


@pytest.mark.parametrize(
    "head",
    [
        ["1.客户名称", "2、联系人", "（3）电话"],
        ["A. Company name", "B. Contact", "C. Phone number"],
        ["① Customer", "② Main contact", "③ Phone"],
    ],
)
def test_headers_may_be_numbered(head: list[str]) -> None:
    ((proposal, _drafts),) = read([head, *[row[:3] for row in ROWS]])
    assert list(targets(proposal).values()) == ["name", "contact.name", "phone"]


def test_firms_under_a_header_that_says_nothing() -> None:
    rows = [
        ["项目", "苏州甲厂", "无锡乙厂", "常州丙厂"],
        ["联系人", "张伟", "李娜", "王芳"],
        ["电话", *["13800001001"] * 3],
        ["地址", "苏州1号", "无锡2号", "常州3号"],
    ]
    ((_proposal, drafts),) = read(rows)
    assert names(drafts) == rows[0][1:]
    assert [one.contact["name"] for one in drafts] == rows[1][1:]


def test_a_form_with_labels_over_values_sections_and_boxes() -> None:
    over = [
        ["客户登记表"], ["客户名称", "联系人", "电话", "地址"], [firm("甲"), "张伟", "13800001001", "苏州市1号"],
         ["税号", "开户行", "账号", "备注"],
        ["91320500MA1ABCDE1X", "工商银行", "6222021102012345678", "老客户"],
    ]  # fmt: skip
    beside = [
        ["客户信息登记表"], ["一、基本信息"], ["客户名称", firm("甲"), "客户类型", "☑企业 □个人"],
         ["联系人", "张伟", "电话", "13800001001"],
        ["二、开票信息"], ["税号", "91320500MA1ABCDE1X", "开户行", "工商银行"], ["账号", "6222021102012345678", "地址", "苏州市1号"],
        ["三、备注"], ["老客户"],
    ]  # fmt: skip
    for rows in (over, beside):
        ((_proposal, (one,)),) = read(rows)
        held = one.customer
        assert (held["name"], held["notes"], held["bank_account"]) == (firm("甲"), "老客户", "6222021102012345678")
        assert (held["tax_number"], held["address"], one.contact["name"]) == ("91320500MA1ABCDE1X", "苏州市1号", "张伟")
    assert held["kind"] == "company"


@pytest.mark.parametrize(
    ("note", "header", "amount"),
    [
        ("单位：万元", "信用额度", 100000),
        ("单位：万元", "信用额度(元)", 10),
        ("单位：万达公司", "信用额度", 10),
        ("单位：元", "信用额度", 10),
        ("单位：分", "信用额度", Decimal("0.1")),
    ],
)
def test_the_unit_over_a_table_is_that_of_its_amounts(note: str, header: str, amount: int | Decimal) -> None:
    ((_proposal, drafts),) = read(
        [["客户欠款表"], [note], ["客户名称", "电话", header], [firm("甲"), "13800001001", 10], [firm("乙"), None, 5]]
    )
    assert drafts[0].customer["credit_limit"] == amount


@pytest.mark.parametrize(
    ("unit", "factor"), [("千元", 10**3), ("万元", 10**4), ("百万元", 10**6), ("亿元", 10**8), ("千克", 1)]
)
def test_amounts_in_thousands_and_millions(unit: str, factor: int) -> None:
    ((_proposal, drafts),) = read([["客户名称", f"信用额度({unit})"], [firm("甲"), 2], [firm("乙"), "3"]])
    assert [one.customer["credit_limit"] for one in drafts] == [2 * factor, 3 * factor]


@pytest.mark.parametrize(
    "cell",
    [
        "张伟 13800001001\n李娜 13800001002",
        "张伟13800001001；李娜（财务）13800001002",
        "张伟:13800001001/李娜:13800001002",
    ],
)
def test_several_persons_with_their_numbers_in_one_cell(cell: str) -> None:
    ((_proposal, drafts),) = read([["客户名称", "联系人及电话"], [firm("甲"), cell], [firm("乙"), "孙七(13800001005)"]])
    (other,) = drafts[0].others
    assert (drafts[0].contact["name"], drafts[0].contact["mobile"].typed) == ("张伟", "13800001001")
    assert (other["name"], other["mobile"].typed) == ("李娜", "13800001002")
    assert (drafts[1].contact["name"], drafts[1].contact["mobile"].typed) == ("孙七", "13800001005")
    assert not any(one.customer.get("notes") for one in drafts)


def test_persons_beside_one_with_a_number_may_have_a_short_one_or_none() -> None:
    rows = [[firm("甲"), "张伟 13800001001；李娜 0512-62881234转806"], [firm("乙"), "孙七13800001005、周八"]]
    ((_proposal, drafts),) = read([["客户名称", "联系人/电话"], *rows])
    assert [one.contact["name"] for one in drafts] == ["张伟", "孙七"]
    (li,), (zhou,) = drafts[0].others, drafts[1].others
    assert (li["name"], li["phone"].normal) == ("李娜", "+8651262881234;ext=806")
    assert zhou == {"name": "周八"}
    assert not any(one.customer.get("phone") or one.customer.get("notes") for one in drafts)


def test_errors_are_told_and_make_no_notes() -> None:
    rows = [[*row[:3], CellError("=") if number else "人民路1号"] for number, row in enumerate(ROWS)]
    ((_proposal, drafts),) = read([[*HEAD[:3], "跟进情况"], *rows])
    assert drafts[0].customer["notes"].endswith("人民路1号")
    assert not any(one.customer.get("notes") for one in drafts[1:])
    assert {problem.reason for one in drafts for problem in one.problems} == {
        "The file does not hold the result of this formula: open and save it in a spreadsheet program first."
    }


PRINTED = [" Friday, March 6, 2026 09:12 AM GMT+01:00"]
LEDGER = [
    [None, "Date", "Transaction type", "No.", "Memo", "Amount"],
    ["Birch & Sons"],
    [None, "01/02/2026", "Invoice", "77", "Fence", "900.00"],
    [None, "02/02/2026", "Payment", "78", "", "-900.00"],
    ["Total for Birch & Sons", None, None, None, None, "$0.00"],
    ["Maple Trading"],
    [None, "05/02/2026", "Invoice", "79", "Gate", "450.00"],
    ["Total Maple Trading", None, None, None, None, "$450.00"],
    ["TOTAL", None, None, None, None, "$450.00"],
]


def test_a_report_by_customer_is_no_list_of_names() -> None:
    ((proposal, drafts),) = read([["Oak Ltd"], ["Payments"], [], *LEDGER, [], PRINTED])
    assert (proposal.kind, names(drafts)) == (None, [None] * 3)


def test_when_a_report_was_made_is_no_customer() -> None:
    rows = [
        ["Name", "Phone", "Email"],
        ["Birch & Sons", "020 7946 0001", "a@birch.example"],
        ["March 8 Society"],
        ["Wednesday Club"],
    ]
    ((_, drafts),) = read([["Oak Ltd"], ["Contacts"], [], *rows, [], [], PRINTED])
    assert names(drafts) == ["Birch & Sons", "March 8 Society", "Wednesday Club"]


def test_names_under_no_header_are_those_of_the_rows_they_begin() -> None:
    rows = [[None, "Phone", "Email", "City"], ["Birch Ltd", "020 7946 0001", "a@birch.example", "York"], ["Maple Ltd"]]
    rows += [["Total Wine Ltd", "020 7946 0003", "w@wine.example", "Hull"]]
    ((_, drafts),) = read(rows)
    assert names(drafts) == ["Birch Ltd", "Maple Ltd", "Total Wine Ltd"]


@pytest.mark.parametrize("who", ["Dealer", "Clinic", "Member"])
def test_a_word_for_customers_that_begins_all_headers_says_no_more(who: str) -> None:
    heads = [f"{who} {field}" for field in ("City", "name", "Phone numbers", "Email", "address", "models")]
    rows = [["York", "Birch Ltd", "020 7946 0001", "a@birch.example", "1 Mill Rd", "Fence"]]
    rows += [["Hull", "Maple Ltd", "020 7946 0002", "b@maple.example", "2 Mill Rd", "Gate"]]
    found = proposing.propose(sheet([[f"{who} list"], heads, *rows]), WORDS)
    assert list(targets(found).values()) == ["city", "name", "phone", "email", "address", "notes"]


def test_headers_with_another_word_in_front_are_what_they_were() -> None:
    heads = ["Buyer", "Reseller", "Reseller city", "Item", "Dealer price"]
    rows = [["Birch Ltd", "Oak Parts", "York", "Fence", 10], ["Maple Ltd", "Elm Parts", "Hull", "Gate", 12]]
    assert "customer.city" not in targets(proposing.propose(sheet([heads, *rows]), WORDS)).values()
