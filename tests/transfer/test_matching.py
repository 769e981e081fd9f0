"""Which rows are about the same customer."""

from __future__ import annotations

from typing import Any

import pytest

from app.shared.phones import parse
from app.transfer.matching import CustomerIndex, Known, Match, known, likeness


def one(name: str, phone: str = "", row: int = 0, contact: dict[str, Any] | None = None, **values: Any) -> Known:
    where = {key: values.pop(key) for key in ("identity", "sheet") if key in values}
    reach = {"phone": parse(phone)} if phone else {}
    return known({"name": name, **reach, **values}, contact or {}, row=row, **where)


def found(held: list[Known], wanted: Known) -> Match | None:
    index = CustomerIndex()
    index.survey([*held, wanted])
    for customer in held:
        index.add(customer)
    return index.find(wanted)


def test_legal_forms_brackets_and_width_do_not_count() -> None:
    match = found([one("苏州恒瑞机械有限公司")], one("苏州恒瑞机械（有限公司）"))
    assert match is not None
    assert match.certain


def test_the_tax_number_decides_whatever_the_name_is() -> None:
    match = found(
        [one("甲贸易", tax_number="9132000MA1234567X")], one("甲贸易（原乙商行）", tax_number="9132 000 MA1234567x")
    )
    assert match is not None
    assert match.certain


def test_different_tax_numbers_are_different_firms() -> None:
    assert found([one("甲贸易有限公司", tax_number="913200001")], one("甲贸易有限公司", tax_number="913200002")) is None


def test_the_same_phone_and_a_similar_name_is_for_a_person_to_decide() -> None:
    match = found([one("苏州恒瑞精密机械有限公司", "13800002317")], one("苏州恒瑞机械", "138-0000-2317"))
    assert match is not None
    assert not match.certain
    assert match.score >= 60


def test_the_same_phone_and_another_name_is_nobody() -> None:
    assert found([one("苏州恒瑞精密机械有限公司", "13800002317")], one("宁波大成印染厂", "13800002317")) is None


def test_a_switchboard_or_an_address_that_many_share_means_nothing() -> None:
    held = [one(name, email="boss@firm.example") for name in ("甲机械厂", "乙机械厂", "丙机械厂")]
    assert found(held, one("丁机械厂", email="boss@firm.example")) is None


def test_persons_of_one_name_need_the_same_phone_or_mail() -> None:
    held = [one("张伟", "13800001001", kind="person")]
    assert found(held, one("张伟", "13800001002", kind="person")) is None
    match = found(held, one("张伟", "13800001001", kind="person"))
    assert match is not None
    assert match.certain


def test_other_numbers_of_the_old_program_keep_rows_apart() -> None:
    held = [one("甲公司", row=2, identity="K1", sheet="a")]
    assert found(held, one("甲公司", row=3, identity="K2", sheet="a")) is None
    assert found(held, one("甲公司", row=3, identity="", sheet="a")) is not None


def test_the_same_name_in_another_city_is_another_firm() -> None:
    assert found([one("中医院", city="苏州市")], one("中医院", city="无锡")) is None
    assert found([one("大成印染", city="苏州市")], one("大成印染", city="苏州")) is not None


def test_the_same_name_and_phone_under_two_numbers_is_for_a_person_to_decide() -> None:
    held = [one("甲贸易有限公司", "13800001001", row=2, identity="K1", sheet="a")]
    match = found(held, one("甲贸易公司", "13800001001", row=3, identity="K2", sheet="a"))
    assert match is not None
    assert not match.certain


def test_the_same_tax_number_with_an_unlike_name_is_for_a_person_to_decide() -> None:
    held = [one("苏州恒瑞精密机械有限公司", tax_number="91320500MA1234567X")]
    match = found(held, one("宁波大成印染厂", tax_number="91320500MA1234567X"))
    assert match is not None
    assert not match.certain
    assert match.score < 60


def test_a_customer_of_the_book_that_moved_is_found_by_its_phone() -> None:
    held = one("大成印染", "13800001001", city="苏州市")
    held.book_id = 7
    moved = one("大成印染", "13800001001", city="无锡市")
    match = found([held], moved)
    assert match is not None
    assert match.certain
    there = one("大成印染", "13800001001", city="无锡")
    there.book_id = 8
    match = found([held, there], moved)
    assert match is not None
    assert match.book_id == 8


def test_of_two_spellings_the_same_one_is_found() -> None:
    match = found([one("甲贸易有限公司", row=2), one("甲贸易公司", row=3)], one("甲贸易公司"))
    assert match is not None
    assert match.row == 3


def test_branches_with_one_service_number_stay_apart() -> None:
    held = one("大成印染", "400-820-8820", city="苏州市")
    held.book_id = 7
    match = found([held], one("大成印染", "400-820-8820", city="无锡市"))
    assert match is not None
    assert not match.certain


@pytest.mark.parametrize(
    ("first", "second", "alike"),
    [("恒瑞机械", "恒瑞精密机械", True), ("恒瑞机械", "大成印染", False), ("", "甲", False)],
)
def test_likeness(first: str, second: str, alike: bool) -> None:
    assert (likeness(first, second) >= 60) is alike
