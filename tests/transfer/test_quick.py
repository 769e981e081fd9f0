"""The short way of reading cells gives what the long way gives."""

from __future__ import annotations

from hypothesis import example, given
from hypothesis import strategies as st

from app.customers.records import CUSTOMER
from app.transfer.converting import quick
from app.transfer.converting.outcome import Settings
from app.transfer.converting.values import converter
from app.transfer.grid.evidence import traits

_TARGETS = ("phone", "mobile", "email", "level", "status", "tax_number", "bank_account", "province", "city", "address")
_SIGNS = st.text(
    st.sampled_from("0123456789-/.@ aAbBcCxX_+无总省市苏州恒瑞路号张经理Ａ１\u3000\n\t\ufeff()（）"), max_size=24
)
_PHONES = st.from_regex(r"(0\d{2,3}[- ]?|1[3-9]\d[- ]?)\d{3,4}[- ]?\d{4}", fullmatch=True)
_EMAILS = st.from_regex(r"[A-Za-z0-9._%+-]{1,6}@([a-z0-9-]{1,5}\.){1,2}[a-z]{2,4}", fullmatch=True)


@given(st.sampled_from(_TARGETS), st.one_of(_SIGNS, _PHONES, _EMAILS))
@example("level", "低级")
@example("level", "VIP")
@example("tax_number", "无")
@example("address", " 江苏省苏州市工业园区12号 ")
@example("address", " " * 40)
@example("address", "苏州工业园区\u300012号院一幢楼")
@example("phone", "１３８0000２３１７")
def test_the_short_way_agrees_with_the_long_way(target: str, cell: str) -> None:
    field = CUSTOMER.field(target)
    read = quick.reader(target, field, "CN")
    assert read is not None
    value = read(cell)
    if value is not None:
        outcome = converter(target, field, Settings())(cell)
        assert outcome.values == ((target, value),)
        assert (outcome.note, outcome.reason, outcome.spare) == ("", "", ())


@given(st.text(st.sampled_from("张王伟娜总工经理先生 /AnnaLeeBuyer-（）无暂"), max_size=12))
@example("Anna Lee")
@example("暂无")
@example("王总 海波")
def test_persons_agree(cell: str) -> None:
    field = CUSTOMER.field("name")
    read = quick.reader("contact.name", field, "CN")
    assert read is not None
    if (value := read(cell)) is not None:
        assert converter("contact.name", field, Settings())(cell).values == (("contact.name", value),)


def test_levels_in_words() -> None:
    read = quick.reader("level", CUSTOMER.field("level"), "CN")
    assert read is not None
    assert [read(word) for word in ("高级", "中", "低级", "一级", "三级", "重点", "一般")] == list("ABCACAB")


def test_numbers_of_versions_are_no_dates() -> None:
    assert "date" not in traits("10.2.3")
    assert "date" in traits("19.3.05")
