"""Where the table of a sheet is."""

from __future__ import annotations

from datetime import date

import pytest

from app.transfer.layout.data_rows import data_rows
from app.transfer.layout.detecting import Layout, detect
from tests.transfer.mapping_tools import WORDS, sheet

HEAD = ["客户名称", "联系人", "电话", "地址"]
ROWS = [
    [f"苏州{name}有限公司", "张伟", f"1380000100{number}", "人民路1号"] for number, name in enumerate("甲乙丙丁戊己")
]


def layout(rows: list[list[object]], merged: list[tuple[int, int, int, int]] | None = None) -> Layout:
    return detect(sheet(rows, merged or ()), WORDS)


def test_header_is_found_under_titles_notes_and_blank_rows() -> None:
    found = layout([["2019-2025 客户总表（勿删！！）"], ["红字=重点"], [], HEAD, *ROWS])
    assert found.header_row == 4
    assert found.data == tuple(range(4, 10))
    assert found.skipped == ((0, "title"), (1, "note"), (2, "blank"))


def test_group_total_repeated_and_footer_rows_are_left_out_with_the_reason() -> None:
    rows = [HEAD, *ROWS[:3], ["—— 6 月新增 ——"], ROWS[3], HEAD, *ROWS[4:], ["合计", None, "6 家"], ["制表人：小林"]]
    found = layout(rows)
    assert [reason for _row, reason in found.skipped] == ["group", "repeated header", "total", "footer"]
    assert len(found.data) == 6


def test_province_rows_are_groups_and_a_customer_of_whom_only_the_name_is_known_stays() -> None:
    found = layout([HEAD, ["江苏省"], *ROWS, ["苏州庚有限公司"]])
    assert dict(found.skipped) == {1: "group"}
    assert 8 in found.data


def test_two_header_rows_with_merged_cells_are_joined() -> None:
    rows = [
        ["客户名称", "联系方式", None, "备注"],
        [None, "手机", "座机", None],
        ["甲公司", "13800001001", "66001122", "x"],
    ]
    found = layout(rows, [(0, 0, 1, 0), (0, 1, 0, 2), (0, 3, 1, 3)])
    assert found.header_row == 2
    assert found.headers == ("客户名称", "联系方式 / 手机", "联系方式 / 座机", "备注")
    assert found.data == (2,)


def test_two_header_rows_without_merges_are_joined() -> None:
    rows = [
        ["货号", "品名", "价格", None],
        [None, None, "进价", "售价"],
        ["A1", "轴承", 10, 12],
        ["A2", "链条", 20, 24],
    ]
    found = layout(rows)
    assert found.headers[2:] == ("价格 / 进价", "价格 / 售价")
    assert found.data == (2, 3)


def test_a_sheet_without_header_has_none() -> None:
    found = layout(
        [
            ["1101", "臺灣水泥股份有限公司", "11913502", date(1962, 2, 9)],
            ["1102", "亞洲水泥股份有限公司", "03244509", date(1962, 6, 8)],
        ]
    )
    assert found.header_row is None
    assert len(found.data) == 2


def test_an_unlabelled_row_of_sums_is_a_total() -> None:
    found = layout([["品名", "单价", "数量"], ["轴承", 10, 3], ["链条", 20.5, 4], ["皮带", 5, 1], [None, 35.5, 8]])
    assert dict(found.skipped) == {4: "total"}


def test_remarks_under_the_table_are_no_records() -> None:
    rows = [["Name", "Profession", "Age", "Date of birth"]]
    rows += [
        [f"David {name}", "singer", 60, date(1950, 1, 8)]
        for name in ("Bowie", "Byrne", "Cassidy", "Crosby", "Essex", "Gilmour")
    ]
    rows += [["Some"], [None, "also like to write stuff"], [None, None, "at the", "bottom"]]
    assert len(layout(rows).data) == 6


def test_a_form_is_no_table() -> None:
    rows = [
        ["订货单"], ["客户姓名", None, "刘支援", "客户电话", "13800001001"], ["客户地址", "人民路1号", None, "联系人", "小王"],
        ["序号", "名称", "规格", "数量", "备注"], [1, "侧板", "800", 2, None], [2, "门板", "600", 1, None],
    ]  # fmt: skip
    assert layout(rows).form


@pytest.mark.parametrize("rows", [[], [[]], [[None, None]], [["只有一句话"]]])
def test_sheets_without_a_table_give_no_error(rows: list[list[object]]) -> None:
    assert layout(rows).header_row is None


def test_a_list_of_very_many_pages_is_gone_through_but_once() -> None:
    looks = 0

    class Counted(int):
        __hash__ = int.__hash__

        def __eq__(self, other: object) -> bool:
            nonlocal looks
            looks += 1
            return int(self) == other

    head = ["客户名称", "电话", "城市"]
    rows: list[list[str | None]] = [head]
    for page in range(300):
        rows += [[f"第{page}组", None, None], head, [f"公司{page}", f"138{page:08d}", "上海"]]
    body = [Counted(number) for number in range(1, len(rows))]
    data, _skipped = data_rows(list(map(list, rows)), body, head, WORDS, len(head), (0,))
    assert data == list(range(3, len(rows), 3))
    assert looks < 3 * len(rows)
