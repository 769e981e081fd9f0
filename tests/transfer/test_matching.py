"""Which rows are about the same customer."""

from __future__ import annotations

from typing import Any

import pytest

from app.customers.alike import Known, known, likeness
from app.shared.errors import KebuError
from app.shared.phones import parse
from app.transfer.plans.match_rules import parse as parse_rules
from app.transfer.plans.matching import CustomerIndex, Match
from app.transfer.plans.product_keys import product_keys


def one(name: str, phone: str = "", row: int = 0, contact: dict[str, Any] | None = None, **values: Any) -> Known:
    where = {key: values.pop(key) for key in ("identity", "sheet", "book_id") if key in values}
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


def test_a_company_whose_contact_stood_alone_in_the_book_is_for_a_person_to_decide() -> None:
    boss = one("王老板", "13800001001", kind="person", book_id=7)
    match = found([boss], one("甲机械厂", "13800001001", contact={"name": "王老板"}, row=2))
    assert match is not None
    assert (match.book_id, match.certain, match.reason) == (7, False, "Called as its contact")
    assert found([boss], one("甲机械厂", "13800001001", contact={"name": "李四"}, row=2)) is None


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


def by_rules(rules: str, held: list[Known], wanted: Known) -> Match | None:
    index = CustomerIndex(parse_rules(rules))
    for customer in held:
        index.add(customer)
    return index.find(wanted)


def test_each_match_names_its_rule_and_its_score() -> None:
    firm = one(
        "苏州恒瑞精密机械有限公司", "13800002317", tax_number="91320500MA1234567X", city="苏州市", email="a@b.example"
    )
    wanted = {
        "tax_number": one("苏州恒瑞精密机械", tax_number="91320500MA1234567X"),
        "name": one("苏州恒瑞精密机械（有限公司）"),
        "phone": one("苏州恒瑞机械", "13800002317"),
        "email": one("苏州恒瑞机械", email="a@b.example"),
    }
    for rule, row in wanted.items():
        match = found([firm], row)
        assert match is not None
        assert (match.rule, match.score == 100) == (rule, rule in ("tax_number", "name"))


def test_rules_that_are_off_find_nothing() -> None:
    firm = one("苏州恒瑞精密机械有限公司", "13800002317")
    assert by_rules("tax_number,phone", [firm], one("苏州恒瑞精密机械")) is None
    assert by_rules("name", [firm], one("苏州恒瑞机械", "13800002317")) is None
    assert by_rules("", [firm], firm) is None


def test_the_order_of_rules_decides_between_two() -> None:
    by_phone = one("苏州恒瑞精密机械有限公司", "13800002317")
    by_mail = one("苏州恒瑞通用机械有限公司", email="a@b.example")
    row = one("苏州恒瑞机械", "13800002317", email="a@b.example")
    for rules, rule in (("phone,email", "phone"), ("email,phone", "email")):
        match = by_rules(rules, [by_phone, by_mail], row)
        assert match is not None
        assert match.rule == rule


def test_a_name_may_need_its_city() -> None:
    held = [one("大成印染", city="苏州市"), one("大成印染", city="无锡市")]
    match = by_rules("name_city", held, one("大成印染厂有限公司", city="无锡"))
    assert match is None or match.rule == "name_city"
    match = by_rules("name_city", held, one("大成印染", city="无锡"))
    assert match is not None
    assert (match.rule, match.certain, match.ref) == ("name_city", True, 1)
    assert by_rules("name_city", held, one("大成印染")) is None


def test_products_by_code_or_by_name() -> None:
    row = {"code": "Q-1", "barcode": "690", "name": "球阀", "specification": "DN50"}
    assert product_keys(row) == [("variant", "q-1|dn50"), ("code", "q-1")]
    assert product_keys({**row, "specification": ""}) == [("code", "q-1")]
    assert product_keys(row, ("name",)) == [("name", "球阀|dn50|")]
    assert product_keys({"name": "球阀"}, ("code",)) == []


def test_unknown_rules_are_told() -> None:
    with pytest.raises(KebuError, match="moon"):
        parse_rules("phone,moon")
    assert parse_rules("Tax-Number， phone,phone") == ("tax_number", "phone")


def test_several_of_one_name_in_the_book_are_for_a_person_to_decide() -> None:
    held = [one("苏州恒瑞机械有限公司", "13800001001"), one("苏州恒瑞机械有限公司", address="人民路1号")]
    for number, customer in enumerate(held, 1):
        customer.book_id = number
    match = found(held, one("苏州恒瑞机械有限公司", "13800001009"))
    assert match is not None
    assert (match.certain, match.score, match.rule) == (False, 100, "name")
    for row, wanted in (
        (one("苏州恒瑞机械有限公司"), 1),
        (one("苏州恒瑞机械有限公司", "13800001001"), 1),
        (one("苏州恒瑞机械有限公司", address="人民路1号"), 2),
    ):
        match = found(held, row)
        assert match is not None
        assert (match.certain, match.book_id) == (True, wanted)


def test_of_many_namesakes_one_with_the_tax_number_is_found_beside_a_stranger_who_has_it() -> None:
    number = "913200001"
    held = [one("乙商行", tax_number=number)]
    held += [one("甲公司", tax_number=f"9132111{other:02}") for other in range(12)]
    held += [one("甲公司", tax_number=number), one("甲公司", row=2, identity="K1", sheet="a")]
    match = found(held, one("甲公司", row=3, identity="K2", sheet="a", tax_number=number))
    assert match is not None
    assert (match.certain, match.ref) == (True, 13)
    assert found(held, one("甲公司", row=3, identity="K2", sheet="a", tax_number="913299999")) is None
