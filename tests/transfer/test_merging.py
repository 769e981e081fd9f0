"""How a second row goes into a record."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from app.shared import phones
from app.shared.phones import Phone
from app.transfer.drafting import merging
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
