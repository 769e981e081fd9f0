"""Numbers whose digits are lost or covered up are no numbers: their text is kept, and it is said."""

from __future__ import annotations

from typing import Any

import pytest

from tests.transfer.mapping_tools import drafts

HEADERS = ["客户名称", "联系电话", "税号", "银行账号", "地址"]


@pytest.mark.parametrize(
    ("column", "cell"),
    [
        (1, "1.38532E+10"),
        (1, 1.38e17),
        (2, "9.13701E+17"),
        (2, 9.137010000000001e17),
        (3, "6.22202E+18"),
        (3, 6222020200001230.0),
        (3, 622202020000123000),
    ],
)
def test_a_rounded_number_goes_to_the_notes_with_a_problem(column: int, cell: Any) -> None:
    row: list[Any] = ["济南泉城调味", None, None, None, "历下区"]
    row[column] = cell
    one = drafts([HEADERS, row, ["青岛崂山", "0532-88881111", "91370100MA3TEST001", "6222020200001234567", None]])[0]
    assert not {"phone", "tax_number", "bank_account"} & one.customer.keys()
    assert one.customer["notes"].startswith(f"{HEADERS[column]}: ")
    assert ["rounded" in problem.reason for problem in one.problems] == [True]


@pytest.mark.parametrize("cell", [622202020000123.0, 6222020200001237.0, "6222020200001234567", 6222020200001234567])
def test_a_number_with_all_its_digits_is_kept(cell: Any) -> None:
    one = drafts([HEADERS, ["济南泉城调味", None, None, cell, None]])[0]
    assert one.customer["bank_account"].isdigit()
    assert not one.problems


def test_a_rounded_number_of_a_column_in_the_notes_is_told() -> None:
    rows: list[list[Any]] = [
        ["姓名", "手机", "身份证号"],
        ["王芳", "13800002317", "3.20586E+17"],
        ["李敏", "13800002318", "320586199001011234"],
    ]
    first, second = drafts(rows)
    assert "身份证号: 3.20586E+17" in first.customer["notes"]
    assert "rounded" in first.problems[0].reason
    assert not second.problems


@pytest.mark.parametrize(
    "cell", ["139****5566", "139＊＊＊＊5566", "138xxxx1234", "****5566", "186 **** 0001", "0512-66**1234"]
)
def test_a_covered_number_stays_text(cell: str) -> None:
    one = drafts([HEADERS, ["张先生", cell, None, None, None], ["李女士", "13812345678", None, None, None]])[0]
    assert "phone" not in one.customer
    assert "mobile" not in one.customer
    assert f"联系电话: {cell}" in one.customer["notes"]
    assert "covered" in one.problems[0].reason


def test_what_stands_beside_a_covered_number_is_read() -> None:
    one = drafts([HEADERS, ["鑫源广告", "139****5566 / 0571-88776655", None, None, None]])[0]
    assert one.customer["phone"].normal == "+8657188776655"
    assert "139****5566" in one.customer["notes"]


def test_an_extension_is_no_cover() -> None:
    one = drafts([HEADERS, ["鑫源广告", "0571-88776655x123", None, None, None]])[0]
    assert one.customer["phone"].normal == "+8657188776655;ext=123"
    assert not one.problems
