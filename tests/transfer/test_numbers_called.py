"""Columns with numbers of something: the same number by other words, and numbers that only look like those of phones or accounts."""

from __future__ import annotations

import pytest

from app.transfer.columns.proposing import propose
from tests.transfer.mapping_tools import WORDS, proposed, sheet, targets


def rows(header: str, *lines: str) -> list[list[str]]:
    """A table written with | between its cells."""
    return [line.split("|") for line in (header, *lines)]


@pytest.mark.parametrize(
    ("header", "like"), [("合同编码", "合同编号"), ("会员编码", "会员编号"), ("物料号码", "物料编号")]
)
def test_a_number_is_the_same_under_another_word_for_numbers(header: str, like: str) -> None:
    said = {(one.record, one.field) for one in WORDS.lookup(like)}
    assert {(one.record, one.field) for one in WORDS.lookup(header)} >= said
    assert WORDS.lookup(header)[0].score < WORDS.lookup(like)[0].score


def test_a_list_of_contracts_is_known_by_their_codes() -> None:
    header = "合同编码|客户名称|合同状态|业务日期|合同金额"
    found = propose(
        sheet(rows(header, "HT01|海通集团|履行中|2023-02-03|56000", "HT02|恒力包装|已结清|2022-07-15|8800")), WORDS
    )
    assert found.kind == "quotes"


@pytest.mark.parametrize("header", ["表身号", "气表号"])
def test_numbers_of_things_are_no_phones_however_long_they_are(header: str) -> None:
    found = proposed(rows(f"客户名称|{header}", "王建国|20190801233", "李月娥|20190801234", "杭州面馆|20200301001"))
    assert targets(found)[header] == "notes"


def test_what_somebody_signs_in_with_is_no_bank_account() -> None:
    found = proposed(rows("账号|昵称|手机号", "lily2018|莉莉|13711110001", "chenlao|老陈|13711110002"))
    assert targets(found)["账号"] == "notes"
    firms = proposed(rows("客户名称|开户行|账号", "甲公司|工行|1211012009000012345", "乙公司|农行|6221880000123456"))
    assert targets(firms)["账号"] == "bank_account"


def test_an_address_that_ends_in_its_number_is_no_header() -> None:
    lines = (
        "李强|13900010002|苏州市姑苏区人民路100号",
        "王静|13900010003|昆山市玉山镇",
        "赵敏|13900010004|常熟市虞山镇",
    )
    found = proposed(rows("张伟|13900010001|苏州工业园区星海街5号", *lines))
    assert (found.kind, found.layout.header_row, len(found.layout.data)) == ("customers", None, 4)


def test_a_number_that_is_called_so_is_a_phone_where_it_can_be_nothing_else() -> None:
    lines = ("Ana Ruiz|ana@sol.example|50763820011|Sol S.A.", "Luis Mora|luis@luna.example|50769650022|Luna")
    found = proposed(rows("Nombre completo|Correo|Numero|Empresa", *lines))
    assert targets(found)["Numero"].rpartition(".")[2] == "phone"
    lines = ("Ana Ruiz|ana@sol.example|20190000017|Sol S.A.", "Luis Mora|luis@luna.example|33190000018|Luna")
    assert targets(proposed(rows("Nombre completo|Correo|Numero|Empresa", *lines)))["Numero"] == "notes"


@pytest.mark.parametrize("amounts", [("9032.50000", "2052.00000"), ("847.0799999999999", "1003.4000000000001")])
def test_numbers_with_many_decimals_are_no_phones(amounts: tuple[str, str]) -> None:
    found = proposed(rows("Id|Ime|Prezime|Budžet", f"1|Petar|Jović|{amounts[0]}", f"2|Ana|Lazić|{amounts[1]}"))
    assert targets(found)["Budžet"] == "notes"


def test_a_phone_with_a_point_stays_one() -> None:
    found = proposed(rows("Name|City|Desk", "Ann Lee|Reno|775.5550142", "Bo Marsh|Reno|775.5550143"))
    assert targets(found)["Desk"] == "phone"
