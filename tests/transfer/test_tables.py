"""Several tables in one sheet: below each other and side by side."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.transfer.columns.mapping import propose
from app.transfer.columns.proposals import Proposal
from app.transfer.drafting.context import Context
from app.transfer.drafting.drafts import draft
from app.transfer.grid.cells import blank
from app.transfer.grid.sheets import Sheet
from app.transfer.layout import shaping
from tests.transfer.mapping_tools import TYPES, WORDS, book, sheet

HEAD = ["客户名称", "联系人", "电话"]
ROWS = [[f"苏州{name}有限公司", "张伟", f"1380000100{number}"] for number, name in enumerate("甲乙丙丁戊己")]
SUPPLIERS = [
    ["供应商名称", "电话", "地址"],
    ["无锡丁厂", "0510-66001122", "无锡市1号"],
    ["无锡戊厂", "0510-66001123", "无锡市2号"],
]
PRODUCTS = [["品名", "规格", "单价"], ["轴承", "6204", 12.5], ["链条", "08B", 33]]
ENGLISH = [["Company", "Contact", "Phone", "City"], ["Acme Ltd", "Ann Lee", "+1 212 555 0101", "Boston"]]


def tables(rows: list[list[Any]], name: str = "客户") -> list[tuple[Sheet, Proposal]]:
    made = shaping.prepared(book(sheet(rows, name=name)), WORDS)
    return [(one, propose(one, WORDS)) for one in made.sheets]


def found(rows: list[list[Any]]) -> list[tuple[str | None, int | None, int]]:
    return [(one.kind, one.layout.header_row, len(one.layout.data)) for _sheet, one in tables(rows)]


def beside(left: list[list[Any]], right: list[list[Any]], gap: int = 1) -> list[list[Any]]:
    width = max(map(len, left))
    return [
        (left[row] if row < len(left) else []) + [None] * (width - (len(left[row]) if row < len(left) else 0) + gap)
        + (right[row] if row < len(right) else [])
        for row in range(max(len(left), len(right)))
    ]  # fmt: skip


def test_tables_below_each_other_are_read_by_their_own_headers() -> None:
    rows = [HEAD, *ROWS, [], [], ["供应商名录"], *SUPPLIERS, [], *PRODUCTS]
    (first, one), (second, two), (third, three) = tables(rows)
    assert [sheet.name for sheet in (first, second, third)] == ["客户", "客户 · 供应商名录", "客户 · row 15"]
    assert (
        {sheet.title for sheet in (first, second, third)}
        == {proposal.title for proposal in (one, two, three)}
        == {"客户"}
    )
    assert [proposal.layout.header_row for proposal in (one, two, three)] == [1, 11, 15]
    assert two.suppliers
    assert not one.suppliers
    assert [proposal.kind for proposal in (one, two, three)] == ["customers", "customers", "products"]
    assert two.layout.skipped == ((9, "title"),)
    drafts, _orders = draft(second, two, Context(TYPES))
    assert [(made.number, made.customer["name"]) for made in drafts] == [(12, "无锡丁厂"), (13, "无锡戊厂")]


@pytest.mark.parametrize("gap", [0, 1, 3])
def test_a_header_of_three_known_words_begins_a_table_without_a_blank_row_too(gap: int) -> None:
    assert found([HEAD, *ROWS, *[[]] * gap, *SUPPLIERS]) == [("customers", 1, 6), ("customers", 8 + gap, 2)]


def test_the_same_header_again_and_blank_rows_are_one_table() -> None:
    assert found([HEAD, *ROWS[:2], [], HEAD, *ROWS[2:4], [], [], *ROWS[4:]]) == [("customers", 1, 6)]


def test_a_summary_below_is_no_customer() -> None:
    rows = [HEAD, *ROWS, [], ["地区", "客户数"], ["苏州", 6], ["无锡", 0]]
    assert found(rows) == [("customers", 1, 6), (None, 9, 2)]


def test_tables_side_by_side_are_two() -> None:
    right = [PRODUCTS[0], *PRODUCTS[1:]]
    (first, one), (second, two) = tables(beside([["客户表"], HEAD, *ROWS], [["产品表"], *right]))
    assert (first.name, second.name) == ("客户", "客户 · 产品表")
    assert (one.kind, one.layout.header_row, one.layout.columns) == ("customers", 2, (0, 1, 2))
    assert (two.kind, two.layout.header_row, two.layout.columns) == ("products", 2, (4, 5, 6))
    drafts, _orders = draft(second, two, Context(TYPES))
    assert [made.product["name"] for made in drafts] == ["轴承", "链条"]


def test_the_same_table_goes_on_in_further_columns() -> None:
    assert found(beside([HEAD, *ROWS[:3]], [HEAD, *ROWS[3:]])) == [("customers", 1, 3), ("customers", 1, 3)]


@pytest.mark.parametrize(
    "legend",
    [[["等级", "说明"], ["A", "重点"], ["B", "一般"]], [["Key", "Meaning"], ["red", "urgent"], ["green", "done"]]],
)
def test_a_legend_beside_a_table_belongs_to_no_customer(legend: list[list[Any]]) -> None:
    assert found(beside([HEAD, *ROWS], legend))[0] == ("customers", 1, 6)
    lower = beside([HEAD, *ROWS], [[], [], *legend], 2)
    assert found(lower)[0] == ("customers", 1, 6)
    assert all(not one.column_of("notes") for _sheet, one in tables(lower) if one.kind)


@pytest.mark.parametrize(
    "more",
    [
        [["联系人2", "电话2"], ["李娜", "13900001001"], ["王芳", "13900001002"]],
        [["备注"], [], ["老客户"]],
        [["开票名称", "税号"], *[["苏州甲有限公司", "91320500MA1ABCDE1X"]] * 6],
        [["级别", "备注"], *[["A", "x"]] * 6],
    ],
)
def test_a_blank_column_alone_does_not_part_a_record(more: list[list[Any]]) -> None:
    ((_sheet, one),) = tables(beside([HEAD, *ROWS], more))
    assert len(one.layout.data) == 6
    assert {4, 3 + len(more[0])} <= {column.index for column in one.columns}


def test_a_quote_form_stays_whole() -> None:
    rows = [
        ["报价单"], ["客户名称", "苏州甲有限公司", None, "电话", "0512-66001122"], ["地址", "人民路1号", None, "联系人", "张伟"],
        ["序号", "品名", "规格", "数量", "单价"], [1, "轴承", "6204", 2, 12.5], [2, "链条", "08B", 1, 33], [None, "合计", None, None, 58],
    ]  # fmt: skip
    assert len(tables(rows)) == 1


def test_deals_with_a_blank_column_stay_whole() -> None:
    left = [["订单号", "客户名称"], *[[f"D{number}", "甲公司" if number % 2 else "乙公司"] for number in range(6)]]
    right = [["产品名称", "金额"], *[["轴承", number] for number in range(6)]]
    assert len(tables(beside(left, right))) == 1


def test_tables_lie_beside_and_below() -> None:
    top = beside([HEAD, *ROWS[:2]], PRODUCTS)
    assert found([*top, [], [], ["Vendors 2024"], *ENGLISH]) == [
        ("customers", 1, 2),
        ("products", 1, 2),
        ("customers", 7, 1),
    ]


def test_a_table_on_its_side_is_turned() -> None:
    rows: list[list[Any]] = [
        ["客户对照表"], ["客户名称", "甲有限公司", "乙有限公司", "丙有限公司"], ["联系人", "张伟", "李娜", None],
        ["电话：", "13800001001", "13800001002", 13800001003],
        ["税率", "13%", None, "6%"],
    ]  # fmt: skip
    ((turned, one),) = tables(rows)
    assert (turned.anew, one.kind) == (True, "customers")
    drafts, _orders = draft(turned, one, Context(TYPES))
    assert [made.customer["name"] for made in drafts] == ["甲有限公司", "乙有限公司", "丙有限公司"]
    assert [made.contact.get("name") for made in drafts] == ["张伟", "李娜", None]
    assert drafts[2].customer["phone"].normal == "+8613800001003"
    assert "13%" in drafts[0].customer["notes"]


@pytest.mark.parametrize(
    "rows",
    [
        [["字段", "必填", "类型"], ["客户名称", "必填", "文本"], ["电话", "选填", "数字"], ["地址", "选填", "文本"]],
        [HEAD, *ROWS[:3]],
        [["客户名称", "甲有限公司"], ["联系人", "张伟"], ["电话", "13800001001"]],
    ],
)
def test_other_tables_are_not_turned(rows: list[list[Any]]) -> None:
    assert not any(one.anew for one, _proposal in tables(rows) if len(rows[0]) > 2)


def names(rows: list[list[Any]]) -> list[str]:
    """The names of all drafts, in the order of the sheet."""
    out = []
    for one, proposal in tables(rows):
        if proposal.kind:
            out += [
                str((made.customer or made.product).get("name")) for made in draft(one, proposal, Context(TYPES))[0]
            ]
    return out


TITLES = st.lists(st.sampled_from([["客户资料表"], ["2024年整理"], ["单位：元"], []]), max_size=3)
GAPS = st.integers(0, 3)
BLOCKS = st.lists(
    st.sampled_from(["customers", "suppliers", "products", "english"]), min_size=1, max_size=4, unique=True
)


@settings(deadline=None)
@given(TITLES, st.lists(GAPS, min_size=4, max_size=4), BLOCKS, st.booleans(), st.integers(0, 2))
def test_no_row_is_lost_whatever_surrounds_it(
    titles: list[list[Any]], gaps: list[int], blocks: list[str], legend: bool, indent: int
) -> None:
    held = {"customers": [HEAD, *ROWS], "suppliers": SUPPLIERS, "products": PRODUCTS, "english": ENGLISH}
    rows: list[list[Any]] = [list(row) for row in titles]
    for number, (name, gap) in enumerate(zip(blocks, gaps, strict=False)):
        rows += ([[]] * max(1, gap) if number else []) + held[name]
    rows = [[None] * indent + row if row else row for row in rows]
    if legend and len(rows) > 8 and blocks[0] == "customers":
        rows = beside(rows, [*[[]] * len(titles), ["等级", "说明"], ["A", "重点"], ["B", "一般"]], 2)
    wanted = [row[0] for name in blocks for row in held[name][1:]]
    assert names(rows) == wanted


CELLS = st.sampled_from([
    None, None, None, "客户名称", "联系人", "电话", "地址", "品名", "单价", "姓名", "级别", "1月", "2月", "3月", "合计", "小计",
    "江苏省", "备注：无", "苏州甲有限公司", "无锡乙厂", "张伟", "李娜", "13800001001", "0512-66001122", "a@b.cn", "单位：万元",
    "客户名称：丙公司", "同上", "------", "A", "必填", 1, 2, 3, 2023, 12.5, 6222021102012345, True, "", " ", "\n", "x" * 300,
    "☑企业 □个人",
])  # fmt: skip
GRIDS = st.lists(st.lists(CELLS, max_size=9), max_size=14)


@settings(deadline=None, max_examples=80)
@given(GRIDS, st.booleans(), st.sets(st.integers(0, 13)), st.sets(st.integers(0, 8)))
def test_every_row_of_any_sheet_is_accounted_for(
    rows: list[list[Any]], leave: bool, hidden_rows: set[int], hidden_columns: set[int]
) -> None:
    one = replace(sheet(rows), hidden_rows=frozenset(hidden_rows), hidden_columns=frozenset(hidden_columns))
    made = shaping.prepared(book(one), WORDS)
    told: set[int] = set()
    for part in made.sheets:
        proposal = propose(part, WORDS, leave=leave)
        layout = proposal.layout
        assert not set(layout.data) & ({row for row, _reason in layout.skipped} | set(layout.header_rows))
        told |= {*layout.data, *layout.header_rows, *(row for row, _reason in layout.skipped)}
        if proposal.kind:
            drafts, _orders = draft(part, proposal, Context(TYPES))
            assert [made_.number - 1 for made_ in drafts] == list(layout.data)
    if not any(part.anew for part in made.sheets) and not leave:
        assert {number for number, row in enumerate(rows) if any(not blank(cell) for cell in row)} <= told


@pytest.mark.parametrize("title", [[], [["Suppliers"]]])
def test_a_header_of_other_names_begins_a_table_without_a_blank_row(title: list[list[Any]]) -> None:
    vendors = [["Vendor", "Product line", "Lead time", "Phone"], ["Delta GmbH", "Bearings", "3 weeks", "+49 30 123456"]]
    more = [["Beta Inc", "Bob Ray", "+1 212 555 0102", "Reno"]]
    assert found([*ENGLISH, *more, *title, *vendors]) == [("customers", 1, 2), ("customers", 4 + len(title), 1)]


def test_numbers_under_phones_tell_another_table() -> None:
    rows = [
        ["客户", "电话"],
        *[[row[0], row[2]] for row in ROWS[:2]],
        [],
        ["常用件", "参考"],
        ["轴承", 12.5],
        ["链条", 33],
    ]
    assert found(rows) == [("customers", 1, 2), (None, 5, 2)]
