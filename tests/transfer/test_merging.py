"""How a second row goes into a record."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.customers.joining import lines_added
from app.records.workspace import Workspace
from app.shared import phones
from app.shared.phones import Phone
from app.transfer.drafting import merging
from app.transfer.plans import write_modes
from tests.transfer.imports import held, imported
from tests.transfer.mapping_tools import TYPES, book, sheet
from tests.transfer.test_planning import HEAD, planned

MOBILE, OTHER_MOBILE = phones.parse("13800001001"), phones.parse("139 0000 1002")
LINE, OTHER_LINE = phones.parse("0512-66001122"), phones.parse("0512-66001199")


def test_a_second_number_goes_into_the_empty_field_that_fits() -> None:
    assert merging.changes({"mobile": MOBILE}, {"mobile": OTHER_MOBILE}, False) == {"phone": OTHER_MOBILE}
    assert merging.changes({"phone": LINE}, {"phone": OTHER_MOBILE}, False) == {"mobile": OTHER_MOBILE}
    assert merging.changes({"mobile": MOBILE}, {"mobile": LINE}, False) == {"phone": LINE}


def test_a_landline_is_no_mobile_and_a_full_record_takes_no_more() -> None:
    assert merging.changes({"phone": LINE}, {"phone": OTHER_LINE}, False) == {}
    assert merging.changes({"phone": LINE, "mobile": MOBILE}, {"phone": OTHER_MOBILE}, False) == {}


def test_the_rows_own_number_for_a_field_comes_first() -> None:
    given_values = {"mobile": OTHER_MOBILE, "phone": LINE}
    assert merging.changes({"mobile": MOBILE}, given_values, False) == {"phone": LINE}


def test_two_rows_of_one_customer_keep_all_numbers() -> None:
    rows = [
        [*HEAD[:1], "手机", "电话"],
        ["甲有限公司", "13800001001", None],
        ["甲公司", "139-0000-1002", None],
        ["甲公司", "137 0000 1003", "0512-66001122"],
    ]
    (customer,) = planned(rows).writes.customers
    assert (customer["mobile"].normal, customer["phone"].normal) == ("+8613800001001", "+8613900001002")
    assert "137 0000 1003" in customer["notes"]
    assert "0512-66001122" in customer["notes"]
    assert "139-0000-1002" not in customer["notes"]


NUMBERS = st.sampled_from([None, MOBILE, OTHER_MOBILE, LINE, OTHER_LINE])
RECORD = st.fixed_dictionaries({"mobile": NUMBERS, "phone": NUMBERS})


@given(RECORD, RECORD)
def test_no_number_is_lost_or_moved(held: dict[str, Phone | None], more: dict[str, Phone | None]) -> None:
    record = {name: value for name, value in held.items() if value}
    merging.join(record, {name: value for name, value in more.items() if value}, str, frozenset())
    for name, value in held.items():
        assert value is None or record[name] == value
    kept = {str(value) for value in record.values() if isinstance(value, Phone)}
    for value in more.values():
        assert value is None or str(value) in kept or str(value) in record["notes"]


def test_of_two_last_contacts_in_a_file_the_later_counts() -> None:
    for first, second in (("2024-03-01", "2025-11-20"), ("2025-11-20", "2024-03-01")):
        rows = [
            [HEAD[0], "电话", "最近联系"],
            ["甲有限公司", "0512-66001122", first],
            ["甲公司", "0512-66001122", second],
        ]
        (customer,) = planned(rows).writes.customers
        assert customer["last_contact_on"].isoformat() == "2025-11-20"
        assert "2024" not in (customer.get("notes") or "")


@pytest.mark.parametrize(
    ("held", "more", "both"),
    [
        ("会员号: 12", "会员号: 1", "会员号: 12\n会员号: 1"),
        ("折扣: 95\n月结", "折扣: 9\n月结", "折扣: 95\n月结\n折扣: 9"),
        ("折扣: 95\n月结", "月结 \n折扣: 95", "折扣: 95\n月结"),
        (None, "月结", "月结"),
    ],
)
def test_a_line_of_notes_is_there_only_as_a_whole_line(held: str | None, more: str, both: str) -> None:
    assert lines_added(held, more) == both
    assert {"notes": held} | merging.changes({"notes": held}, {"notes": more}, False) == {"notes": both}


def test_what_differs_in_a_second_row_is_kept_though_a_longer_line_of_the_notes_holds_it() -> None:
    rows = [
        ["客户名称", "电话", "传真", "备注"],
        ["甲有限公司", "0512-66001122", "0512-66001199", "Fax: 0512-660011223"],
        ["甲有限公司", "0512-66001122", "0512-66001122", None],
    ]
    (customer,) = planned(rows).writes.customers
    assert "Fax: 0512-66001122" in customer["notes"].split("\n")


def test_a_column_that_is_added_to_the_book_adds_whole_lines() -> None:
    record = TYPES["customer"]
    held_values, given_values = {"preferences": "喝茶, 不喝酒"}, {"preferences": "喝茶"}
    found = write_modes.merged(record, held_values, given_values, False, (), {"preferences": merging.APPEND})
    assert found == {"preferences": "喝茶, 不喝酒\n喝茶"}


def test_who_introduced_a_customer_is_noted_though_a_longer_line_holds_the_name(ws: Workspace) -> None:
    rows = [["客户名称", "介绍人", "备注"], ["甲有限公司", "张伟", "Introduced by: 张伟明"]]
    imported(ws, book(sheet(rows)))
    assert held(ws, "customer")[0]["notes"] == "Introduced by: 张伟明\nIntroduced by: 张伟"


def test_long_texts_of_two_lines_of_a_quote_are_both_kept(ws: Workspace) -> None:
    rows = [
        ["报价单号", "客户名称", "日期", "产品名称", "数量", "单价", "条款"],
        ["Q1", "甲有限公司", "2026-01-02", "螺丝", 1, 2, "交货期15天"],
        ["Q1", "甲有限公司", "2026-01-02", "螺母", 3, 4, "交货期1"],
        ["Q1", "甲有限公司", "2026-01-02", "垫片", 3, 4, "交货期"],
    ]
    imported(ws, book(sheet(rows, name="报价单")))
    assert held(ws, "quote")[0]["terms"] == "交货期15天\n交货期1\n交货期"
