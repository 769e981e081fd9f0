"""Plain numbers are numbers: those like a year, of QQ, of customers, of contracts; and those that do not count the rows."""

from __future__ import annotations

import pytest

from app.records import queries
from app.records.workspace import Workspace
from app.transfer.commands import run_import
from app.transfer.queries import make_plan, proposals
from tests.transfer.mapping_tools import book, proposed, sheet, targets


def test_numbers_that_look_like_days_stay_what_their_header_says(ws: Workspace) -> None:
    file = book(sheet([
        ["客户名称", "联系人", "QQ", "微信", "合同号", "客户编号", "电话"],
        ["苏州恒瑞", "周建明", "20007777", "20181101", "20181101", "20180001", "0512-66881234"],
        ["上海远景", "许峰", "20132209", "20190502", "20190502", "20190502", "021-58881234"],
        ["无锡拓嘉", "吴敏", "20163317", "20210709", "20210709", "20210709", "0510-66881234"],
        ["常州丰泽", "何晴", "20225533", "20220812", "20220812", "20222812", "0519-66881234"],
    ]))  # fmt: skip
    plan = make_plan(ws, [(file, proposals(ws, file))])
    assert [one.reason for one in plan.sheets[0].problems] == []
    run_import(ws, plan)
    contacts = queries.rows(ws, "contact", sorted(queries.ids(ws, "contact")), ("qq", "wechat"))
    assert [one["qq"] for one in contacts] == ["20007777", "20132209", "20163317", "20225533"]
    assert [one["wechat"] for one in contacts] == ["20181101", "20190502", "20210709", "20220812"]
    first = queries.get(ws, "customer", 1)
    assert first["notes"] == "合同号: 20181101\n客户编号: 20180001"


def test_a_column_of_days_in_eight_digits_is_still_told_as_days(ws: Workspace) -> None:
    file = book(sheet([
        ["客户名称", "电话", "验厂日期"],
        ["苏州恒瑞", "0512-66881234", "20181101"],
        ["上海远景", "021-58881234", "20190502"],
        ["无锡拓嘉", "0510-66881234", "20210709"],
    ]))  # fmt: skip
    run_import(ws, make_plan(ws, [(file, proposals(ws, file))]))
    assert queries.get(ws, "customer", 1)["notes"] == "验厂日期: 2018-11-01"


@pytest.mark.parametrize("header", ["No.", "Nr.", "#", "num", "序号"])
@pytest.mark.parametrize(
    ("numbers", "kept"),
    [
        ([1, 2, 3, 4, 5], False),
        (["1、", "2、", "3、", "4、", "5、"], False),
        # Sorted by another column, of two lists, and with rows taken out.
        ([4, 1, 5, 2, 3], False),
        ([1, 2, 3, 1, 2], False),
        ([1, 2, 5, 6, 9], False),
        ([1, 1, 2, 2, 3], False),
        # Those of the customers, of what they have, or of a longer list.
        ([10001, 10002, 10003, 10004, 10005], True),
        ([188, 100, 13, 2, 7], True),
        ([1, 1, 2, 1, 1], True),
        ([501, 502, 503, 504, 505], True),
        (["①", "②", "③", "④", "⑤"], True),
    ],
)
def test_only_numbers_that_can_be_those_of_the_rows_are_left_out(
    header: str, numbers: list[int | str], kept: bool
) -> None:
    rows = [
        [number, f"{name}五金有限公司", f"1381234567{at}"]
        for at, (number, name) in enumerate(zip(numbers, "甲乙丙丁戊", strict=True))
    ]
    assert targets(proposed([[header, "客户名称", "手机"], *rows]))[header] == ("notes" if kept else "")


@pytest.mark.parametrize("header", ["分机", "分机号", "Ext.", "Extension"])
def test_an_extension_alone_is_no_phone(header: str) -> None:
    rows = [
        ["客户名称", "联系人", "手机", header],
        ["苏州恒瑞", "周建明", "13812345678", "801"],
        ["上海远景", "许峰", "13912345678", "802"],
    ]
    assert targets(proposed(rows))[header] == "notes"
