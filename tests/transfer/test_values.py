"""Cells into values."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.records.fields import Field, FieldKind
from app.shared.dates import DateOrder
from app.transfer.converting import persons, places, values
from app.transfer.converting.outcome import EMPTY, Outcome, Settings
from app.transfer.grid.sheets import CellError
from tests.transfer.mapping_tools import TYPES, drafts


def outcome(record: str, name: str, cell: Any, settings: Settings | None = None) -> Outcome:
    return values.converter(name, TYPES[record].field(name), settings or Settings())(cell)


def value(record: str, name: str, cell: Any, settings: Settings | None = None) -> Any:
    return dict(outcome(record, name, cell, settings).values).get(name)


@pytest.mark.parametrize(
    ("cell", "normal"),
    [
        (13800002317.0, "+8613800002317"),
        ("138 0000 2317", "+8613800002317"),
        ("'+86-138-0000-2317", "+8613800002317"),
        ("１３８００００２３１７", "+8613800002317"),
        ("0512-66001122", "+8651266001122"),
        ("0512-66001122 转 802", "+8651266001122;ext=802"),
    ],
)
def test_phones(cell: Any, normal: str) -> None:
    assert value("customer", "phone", cell).normal == normal


def test_the_apostrophe_of_a_csv_is_no_part_of_a_phone() -> None:
    assert value("customer", "phone", "'+86-138-0000-2317").typed == "+86-138-0000-2317"
    assert value("customer", "phone", "'13800002317").typed == "13800002317"


def test_a_short_mobile_is_told_and_kept() -> None:
    found = outcome("customer", "phone", "151 0000 337")
    assert "10 digits" in found.reason
    assert dict(found.values)["phone"].typed == "151 0000 337"


@pytest.mark.parametrize(
    ("cell", "order", "day"),
    [
        ("2025.11.3", DateOrder.YMD, date(2025, 11, 3)),
        ("25/11/20", DateOrder.YMD, date(2025, 11, 20)),
        ("25/10/7", DateOrder.YMD, date(2025, 10, 7)),
        ("2019年3月5日", DateOrder.YMD, date(2019, 3, 5)),
        ("12/04/2007", DateOrder.DMY, date(2007, 4, 12)),
        (43529, DateOrder.YMD, date(2019, 3, 5)),
    ],
)
def test_dates(cell: Any, order: DateOrder, day: date) -> None:
    assert value("customer", "birthday", cell, Settings(order=order)) == day


def test_a_day_that_the_month_does_not_have_suggests_its_last() -> None:
    found = outcome("customer", "birthday", "2025.2.30")
    assert (found.values, found.note, found.suggestion) == ((), "2025.2.30", "2025-02-28")


@pytest.mark.parametrize("cell", [10**30, "9" * 40, 1e20])
def test_a_whole_number_that_no_field_holds_is_kept_as_text(cell: Any) -> None:
    minutes = Field("minutes", FieldKind.INTEGER, "Minutes")
    assert values.converter("minutes", minutes, Settings())(cell).values == ()


@pytest.mark.parametrize("cell", ["9999-12-31", "9999/12/30", "0000-12-31"])
def test_a_day_of_a_year_that_no_calendar_goes_beyond_is_kept_as_text(cell: str) -> None:
    found = outcome("customer", "created_on", cell)
    assert (found.values, found.note, found.suggestion) == ((), cell, "")


@pytest.mark.parametrize(
    "cell", ["0.0.00", "-", "无", "N/A", "0000-00-00", " ", "Keine Angabe", " Not specified", "未填写"]
)
def test_words_for_nothing_are_nothing(cell: str) -> None:
    assert outcome("customer", "birthday", cell) == EMPTY


@pytest.mark.parametrize(
    ("cell", "amount"),
    [
        ("￥1,280.50", "1280.5"),
        ("1,280.-", "1280"),
        ("12,--", "12"),
        ("1280-", "-1280"),
        ("1.2万", "12000"),
        ("120元/台", "120"),
        (3.7765, "3.7765"),
        ("(5)", "-5"),
        ("￥15.99 ", "15.99"),
    ],
)
def test_prices(cell: Any, amount: str) -> None:
    assert value("product", "price", cell) == Decimal(amount)


def tax_rates(*cells: Any) -> tuple[list[Any], list[str]]:
    made = drafts(
        [
            ["产品编号", "产品名称", "单价", "税率"],
            *([f"P{row}", f"轴承{row}", 10, cell] for row, cell in enumerate(cells)),
        ]
    )
    return [one.product.get("tax_rate") for one in made], [problem.reason for one in made for problem in one.problems]


@pytest.mark.parametrize(
    ("cells", "rates"),
    [
        ((0.13, 0.09, 0), [13, 9, 0]),
        (("0.13", "0.06", "0.01"), [13, 6, 1]),
        (("13%", "9%", "0%"), [13, 9, 0]),
        ((13, 9, 1), [13, 9, 1]),
        ((1, 0, 1), [1, 0, 1]),
        (("0.5%", "13%"), [Decimal("0.5"), 13]),
    ],
)
def test_tax_rates(cells: tuple[Any, ...], rates: list[Any]) -> None:
    assert tax_rates(*cells) == (rates, [])


def test_a_fraction_among_percentages_is_taken_as_percent_and_told() -> None:
    rates, reasons = tax_rates("13%", 0.09, 6)
    assert rates == [13, 9, 6]
    assert len(reasons) == 1
    assert "9%" in reasons[0]


def test_exempt_is_no_tax_and_stays_in_the_notes() -> None:
    found = outcome("product", "tax_rate", "免税")
    assert (dict(found.values), found.note, found.reason) == ({"tax_rate": 0}, "免税", "")


@pytest.mark.parametrize(("cell", "amount"), [("3.14159265", "3.141593"), (1.23456789, "1.234568")])
def test_a_price_with_more_than_six_decimals_is_told_and_kept(cell: Any, amount: str) -> None:
    found = outcome("product", "price", cell)
    assert dict(found.values)["price"] == Decimal(amount)
    assert found.note == str(cell)
    assert amount in found.reason


def test_noise_of_a_spreadsheets_arithmetic_is_no_decimal() -> None:
    assert outcome("product", "price", 0.1 + 0.2) == Outcome((("price", Decimal("0.3")),))


def test_a_price_below_zero_is_kept_and_told() -> None:
    found = outcome("product", "price", "-5")
    assert dict(found.values)["price"] == -5
    assert found.reason


@pytest.mark.parametrize(
    ("cell", "months"),
    [
        ("12个月", 12),
        ("1年", 12),
        ("两年", 24),
        (18, 18),
        ("半年", 6),
        ("十二个月", 12),
        ("二十四个月", 24),
        ("十二", 12),
        ("1.5年", 18),
        ("90天", 3),
        ("365天", 12),
        ("2 yrs", 24),
        ("６个月", 6),
        (0, 0),
        ("一年半", 18),
        ("1年零6个月", 18),
        ("质保24个月", 24),
        ("保修期：六个月", 6),
        ("1年质保", 12),
        ("2-year warranty", 24),
        ("two years", 24),
        ("1 yr 6 mos.", 18),
        ("Garantie 2 ans", 24),
        ("24 Monate Garantie", 24),
        ("1,5 Jahre", 18),
    ],
)
def test_warranties(cell: Any, months: int) -> None:
    assert value("product", "warranty_months", cell) == months


@pytest.mark.parametrize(
    "cell", ["整机保修三年", "三包一年", "1 year limited", "18 months parts and labor", "2年（含人工）"]
)
def test_what_a_warranty_covers_is_kept_beside_its_months(cell: str) -> None:
    found = outcome("product", "warranty_months", cell)
    assert (bool(found.values), found.note, found.reason) == (True, cell, "")


@pytest.mark.parametrize(
    "cell", ["15天", "1.5个月", "两周", 1.5, "半个月", "终身", "1-2年", "整机1年，压缩机3年", "5000 km or 1 year"]
)
def test_a_warranty_of_no_whole_months_is_told_and_kept(cell: Any) -> None:
    found = outcome("product", "warranty_months", cell)
    assert (found.values, found.note, found.reason) == ((), str(cell), "This is no number of months.")


def test_an_unknown_level_is_kept_and_told() -> None:
    found = outcome("customer", "level", "钻石")
    assert found.note == "钻石"
    assert found.reason


def test_error_cells_are_problems() -> None:
    assert outcome("customer", "city", CellError("#N/A")).reason


def test_a_rounded_long_number_is_told() -> None:
    assert outcome("customer", "bank_account", 6.222021102e18).reason
    assert value("customer", "bank_account", "6222021102000000001") == "6222021102000000001"


@pytest.mark.parametrize(
    ("cell", "name", "title"),
    [
        ("周建明/采购", "周建明", "采购"),
        ("顾晓红（设备）", "顾晓红", "设备"),
        ("方磊-设备部", "方磊", "设备部"),
        ("郑总 海波", "郑海波", ""),
        ("Anna Lee (Buyer)", "Anna Lee", "Buyer"),
        ("Jean-Paul Sartre", "Jean-Paul Sartre", ""),
        ("吴敏", "吴敏", ""),
    ],
)
def test_persons_with_titles(cell: str, name: str, title: str) -> None:
    found = persons.read(cell)
    assert (found.name, found.title) == (name, title)


def test_a_person_with_title_and_gender() -> None:
    assert persons.read("王总(老板) 女") == persons.Person("王总", "老板", "", "female")
    assert persons.read("张伟（男）") == persons.Person("张伟", gender="male")


@pytest.mark.parametrize(
    ("cell", "names"),
    [
        ("陈生、刘生", ["陈生", "刘生"]),
        ("李先生/陈小姐", ["李先生", "陈小姐"]),
        ("周建明/李娜", ["周建明", "李娜"]),
        ("周建明/采购", ["周建明"]),
        ("张伟/文员", ["张伟"]),
        ("Anna Lee / Buyer", ["Anna Lee"]),
    ],
)
def test_several_persons_in_a_cell(cell: str, names: list[str]) -> None:
    assert [one.name for one in persons.read_all(cell)] == names


def test_names_in_parts() -> None:
    assert persons.whole("伟", "", "张") == "张伟"
    assert persons.whole("James", "T.", "Butt") == "James T. Butt"


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("江苏省徐州市鼓楼区", ("江苏省", "徐州市", "鼓楼区")),
        ("江苏苏州", ("江苏", "苏州", "")),
        ("上海市浦东新区", ("上海市", "上海市", "浦东新区")),
        ("江苏省", None),
        ("Berlin", None),
    ],
)
def test_places(text: str, parts: tuple[str, str, str] | None) -> None:
    assert places.split_place(text) == parts


def test_two_numbers_and_a_name_in_one_cell() -> None:
    head = ["客户名称", "联系人", "电话"]
    first, second = drafts(
        [head, ["甲公司", "周工", "13800002317 0512-66000127"], ["乙公司", None, "王经理 138-0000-0001"]]
    )
    assert first.customer["phone"].normal == "+8651266000127"
    assert first.contact["mobile"].normal == "+8613800002317"
    assert second.contact["name"] == "王经理"


@pytest.mark.parametrize(
    ("cell", "mobile", "qq", "wechat"),
    [
        ("微信:abc123 QQ 12345678 13800138000", "+8613800138000", "12345678", "abc123"),
        ("13800138000，ＱＱ：１２３４５６７８", "+8613800138000", "12345678", None),
        ("13800138000 / 12345678(QQ)", "+8613800138000", "12345678", None),
        ("WeChat: zhang_san 13800138000", "+8613800138000", None, "zhang_san"),
        ("QQ13800138000", "+8613800138000", None, None),
        ("13800138000（微信同号）", "+8613800138000", None, None),
        ("QQ 12345678", None, "12345678", None),
    ],
)
def test_qq_and_wechat_beside_a_phone(cell: str, mobile: str | None, qq: str | None, wechat: str | None) -> None:
    found = outcome("customer", "mobile", cell)
    held = dict(found.values)
    assert (getattr(held.get("mobile"), "normal", None), held.get("qq"), held.get("wechat")) == (mobile, qq, wechat)
    assert not found.reason


def test_a_second_qq_goes_to_the_notes() -> None:
    (one,) = drafts([["客户名称", "QQ", "手机"], ["甲公司", "1234567", "QQ 7654321 13800138000"]])
    assert one.customer["qq"] == "1234567"
    assert one.customer["notes"] == "手机: QQ 7654321"


def test_nothing_of_a_row_is_lost() -> None:
    (one,) = drafts(
        [["客户名称", "电话", "拜访情况记录表", "上次联系"], ["甲公司", "13800001001", "很热情", "去年11月"]]
    )
    assert one.customer["notes"] == "拜访情况记录表: 很热情\n上次联系: 去年11月"
    assert [problem.column for problem in one.problems] == ["上次联系"]


def noted_dates(header: str, *cells: Any) -> tuple[list[str], list[tuple[int, str]]]:
    made = drafts(
        [["客户名称", "手机", header], *([f"甲{row}公司", f"1380000100{row}", cell] for row, cell in enumerate(cells))]
    )
    notes = [str(one.customer.get("notes", "")).removeprefix(f"{header}: ") for one in made]
    return notes, [(problem.row, problem.value) for one in made for problem in one.problems]


@pytest.mark.parametrize(
    ("cells", "notes"),
    [
        (("03/04/2019", "28/10/2019", "2019.3.5"), ["2019-04-03", "2019-10-28", "2019-03-05"]),
        (("03/04/2019", "05/06/2019"), ["03/04/2019", "05/06/2019"]),
        (("2019年3月5日", "20190306", date(2019, 3, 7)), ["2019-03-05", "2019-03-06", "2019-03-07"]),
        (("2019/3/5 14:30", "2019年3月", "面谈时定"), ["2019-03-05 14:30", "2019年3月", "面谈时定"]),
    ],
)
def test_dates_in_the_notes_can_be_read_in_one_way_only(cells: tuple[Any, ...], notes: list[str]) -> None:
    assert noted_dates("成交日期", *cells) == (notes, [])


def test_an_impossible_date_in_the_notes_stays_and_is_told() -> None:
    assert noted_dates("下单日期", "2019.02.29", "2019.3.5") == (["2019.02.29", "2019-03-05"], [(2, "2019.02.29")])


@given(st.one_of(st.text(max_size=60), st.floats(), st.integers(), st.booleans(), st.dates()))
def test_any_cell_gives_a_value_a_note_or_a_reason(cell: Any) -> None:
    for record in TYPES.values():
        for field in record.fields:
            if field.imported and not field.link:
                found = values.converter(field.name, field, Settings())(cell)
                assert isinstance(found, Outcome)


@pytest.mark.parametrize("cell", ["2019年3月", "2019-03", "Mar 2019"])
def test_a_month_alone_is_its_first_day_and_says_so(cell: str) -> None:
    found = outcome("customer", "created_on", cell)
    assert dict(found.values) == {"created_on": date(2019, 3, 1)}
    assert found.note == cell
    assert "month" in found.reason
    (draft,) = drafts([["客户名称", "电话", "建档日期"], ["甲公司", "0512-66001122", cell]])
    assert draft.customer["notes"] == f"建档日期: {cell}"


def test_a_choice_in_full_width_letters_and_ticks_are_read() -> None:
    assert value("customer", "level", "Ａ") == "A"
    assert value("contact", "is_primary", "☑") is True


@pytest.mark.parametrize(
    ("codes", "kept"),
    [
        (("2", "2.0"), ["2", "2.0"]), (("1.0", "1.1"), ["1.0", "1.1"]), (("7.0", "12.0"), ["7", "12"]),
        (("7.0", "nan", "12.0"), ["7", None, "12"]), ((2.0, 3.0), ["2", "3"]), (("A-1", 2.0), ["A-1", "2"]),
    ],
)  # fmt: skip
def test_a_point_in_a_code_is_dropped_only_where_a_program_wrote_all_of_them_so(
    codes: tuple[Any, ...], kept: list[str]
) -> None:
    rows = [["编码", "名称", "价格"], *([code, f"水泵{at}", 10 + at] for at, code in enumerate(codes))]
    assert [one.product.get("code") for one in drafts(rows)] == kept
