"""Phone numbers as people and spreadsheets write them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.shared import phones
from app.shared.phones import Phone, parse, pretty, problem, split

near_numbers = st.text(alphabet="0123456789-+() ./;,转x#E１３８分机王", max_size=30)


@pytest.mark.parametrize(
    ("text", "normal"),
    [
        ("13800002317", "+8613800002317"),
        ("138-0000-2317", "+8613800002317"),
        ("138 0000 2317", "+8613800002317"),
        ("1 3 8 0 0 0 0 2 3 1 7", "+8613800002317"),
        ("+86 13800002317", "+8613800002317"),
        ("0086-138-0000-2317", "+8613800002317"),
        ("(+86)13800002317", "+8613800002317"),
        ("１３８００００２３１７", "+8613800002317"),
        ("013800002317", "+8613800002317"),
        ("13800002317.0", "+8613800002317"),
        ("1.3800002317E+10", "+8613800002317"),
        ("1.38E+10", "13800000000"),
        ("\u202d13800002317\u202c", "+8613800002317"),
        ("0512-66881234", "+8651266881234"),
        ("(0512)66881234", "+8651266881234"),
        ("(0512) 6688 1234", "+8651266881234"),
        ("0512-6688123", "+865126688123"),
        ("021-52789207", "+862152789207"),
        ("010 6512 3456", "+861065123456"),
        ("0755-88448944-929", "+8675588448944;ext=929"),
        ("0512-66881234转802", "+8651266881234;ext=802"),
        ("0512-66881234 分机 802", "+8651266881234;ext=802"),
        ("0512-66881234*802", "+8651266881234;ext=802"),
        ("0512-66881234#802", "+8651266881234;ext=802"),
        ("0512-66881234x802", "+8651266881234;ext=802"),
        ("0512-66881234 ext. 802", "+8651266881234;ext=802"),
        ("0512-66881234，转802", "+8651266881234;ext=802"),
        ("0512-66881234（分机：802）", "+8651266881234;ext=802"),
        ("0512—66881234转分机802", "+8651266881234;ext=802"),
        ("400-820-1234*3", "+864008201234;ext=3"),
        ("66881234*802", "66881234;ext=802"),
        ("13812345678*802", "+8613812345678;ext=802"),
        ("+1 415-555-0132*12", "+14155550132;ext=12"),
        ("400-820-4556", "+864008204556"),
        ("4008204556", "+864008204556"),
        ("66881234", "66881234"),
        ("+1 415 555 0132", "+14155550132"),
        ("0049 30 901820", "+4930901820"),
        ("王经理 13800002317", "+8613800002317"),
        ("电话：0512-66881234", "+8651266881234"),
        ("12", "12"),
        ("没有", ""),
        ("", ""),
    ],
)
def test_one_number(text: str, normal: str) -> None:
    found = parse(text)
    assert (found.typed, found.normal) == (text.strip(), normal)


def test_another_country_at_home() -> None:
    assert parse("030 901820", "DE").normal == "+4930901820"
    assert parse("(415) 555-0132 x12", "US").normal == "+14155550132;ext=12"


@pytest.mark.parametrize(
    ("cell", "found"),
    [
        ("13800002317", [("+8613800002317", "")]),
        ("13800002317/13900002318", [("+8613800002317", ""), ("+8613900002318", "")]),
        ("13800002317 13900002318", [("+8613800002317", ""), ("+8613900002318", "")]),
        ("王经理 138-0000-2317、李工 13900002318", [("+8613800002317", "王经理"), ("+8613900002318", "李工")]),
        ("12345678 13800002317", [("12345678", ""), ("+8613800002317", "")]),
        ("1380000231 0512-66881234", [("1380000231", ""), ("+8651266881234", "")]),
        ("66881234 0512 66881235", [("66881234", ""), ("+8651266881235", "")]),
        ("13800002317（沈丽）", [("+8613800002317", "沈丽")]),
        ("0512-66881234/35", [("+8651266881234", ""), ("+8651266881235", "")]),
        ("手机：13800002317 传真：0512-66881234", [("+8613800002317", ""), ("+8651266881234", "传真")]),
        ("电话/传真：0512-66881234", [("+8651266881234", "")]),
        ("没有电话", []),
        ("", []),
    ],
)
def test_all_numbers_of_a_cell(cell: str, found: list[tuple[str, str]]) -> None:
    assert [(one.phone.normal, one.label) for one in split(cell)] == found


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("13800002317", "138 0000 2317"),
        ("051266881234-802", "0512 6688 1234-802"),
        ("02152789207", "021 5278 9207"),
        ("4008204556", "400 820 4556"),
        ("+1 415 555 0132", "+1 415-555-0132"),
        ("66881234", "66881234"),
        ("没有", "没有"),
    ],
)
def test_groups_for_reading(text: str, shown: str) -> None:
    assert pretty(parse(text)) == shown


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("1380000231", "only 10 digits"),
        ("138000023", "only 9 digits"),
        ("138000023177", "12 digits"),
        ("1380000231777", "13 digits"),
        ("没有", "no digit"),
        ("12", "too short"),
        ("1234567890123456", "too long"),
        ("1.38E+10", "rounded"),
        ("13800002317", ""),
        ("66881234", ""),
        ("110", ""),
        ("", ""),
    ],
)
def test_what_is_wrong_is_said(text: str, words: str) -> None:
    said = problem(parse(text))
    assert words in said
    assert bool(words) == bool(said)


def test_mobiles_are_known() -> None:
    assert phones.is_mobile("+8613800002317")
    assert not phones.is_mobile("+8651266881234")
    assert not phones.is_mobile("13800002317")
    assert not phones.is_mobile("")


@given(st.text(max_size=40) | near_numbers, st.sampled_from(["CN", "DE", "US"]))
def test_any_text_is_read_without_failing(text: str, region: str) -> None:
    found = parse(text, region)
    assert found.typed == text.strip()
    assert isinstance(problem(found), str)
    assert isinstance(pretty(found, region), str)
    assert all(one.phone.normal for one in split(text, region))


@given(st.text(max_size=40) | near_numbers)
def test_the_normal_form_is_its_own_normal_form(text: str) -> None:
    normal = parse(text).normal
    if normal.startswith("+"):
        assert parse(normal).normal == normal


@given(
    st.from_regex(r"1[3-9][0-9]{9}", fullmatch=True) | st.from_regex(r"0512[2-8][0-9]{7}", fullmatch=True),
    st.sampled_from(["", "-", " "]),
)
def test_signs_between_the_digits_change_nothing(digits: str, sign: str) -> None:
    head, middle, tail = digits[:-8], digits[-8:-4], digits[-4:]
    assert parse(sign.join((head, middle, tail))).normal == "+86" + digits.lstrip("0")


def test_a_number_is_what_was_typed() -> None:
    assert str(Phone("138-0000-2317", "+8613800002317")) == "138-0000-2317"


def test_an_extension_belongs_to_its_number_and_a_further_number_is_none() -> None:
    found = split("021-5888 1234*8012 王经理，021-58881235 转 8013 李工")
    assert [(one.phone.normal, one.label) for one in found] == [
        ("+862158881234;ext=8012", "王经理"),
        ("+862158881235;ext=8013", "李工"),
    ]
    assert [one.phone.normal for one in split("0512-66881234*802/803")] == [
        "+8651266881234;ext=802",
        "+8651266881234;ext=803",
    ]
    assert [one.phone.normal for one in split("0512-66881234 转 13812345678")] == ["+8651266881234", "+8613812345678"]
    assert parse("138****5678").normal == "1385678"
