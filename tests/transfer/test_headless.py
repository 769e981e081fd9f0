"""Names that no header tells: lists without headers, names in parts, and totals and explanations that are no customers."""

from __future__ import annotations

from typing import Any

import pytest

from app.transfer.converting.persons import whole
from app.transfer.drafting.rows import Draft
from tests.transfer.mapping_tools import drafts, proposed

CLIENTS = [
    ["Ольга", "Ветрова", "+7 911 000 10 01"],
    ["Пётр", "Лугин", "+7 911 000 10 02"],
    ["Ольга", "Маркова", "+7 911 000 10 03"],
]
READERS = [["001", "le thi mai", "0901000111"], ["002", "Do Van Hung", "0901000222"], ["004", "ngo lan", "0901000333"]]
CABLE = [
    ["1", "NULL", "Budi Santoso", "3", "2014-01-01"],
    ["2", "NULL", "Ninik", "1", "2014-01-01"],
    ["3", "NULL", "H. Umar / Siti", "3", "2014-01-01"],
]


def names(found: list[Draft]) -> list[Any]:
    return [one.customer.get("name") for one in found]


def test_two_single_words_before_a_phone_are_the_parts_of_a_name() -> None:
    assert names(drafts(CLIENTS)) == ["Ольга Ветрова", "Пётр Лугин", "Ольга Маркова"]


def test_parts_of_chinese_names_stand_with_the_family_first() -> None:
    rows = [["佐野", "健太", "090-1000-2001"], ["森川", "みゆき", "090-1000-2002"], ["堀", "奈々", "090-1000-2003"]]
    assert names(drafts(rows)) == ["佐野健太", "森川みゆき", "堀奈々"]


def test_the_texts_beside_phones_are_names_in_whatever_letters() -> None:
    assert names(drafts(READERS)) == ["le thi mai", "Do Van Hung", "ngo lan"]


def test_a_list_called_customers_needs_no_phones() -> None:
    assert names(drafts(CABLE, name="pelanggan_desa")) == ["Budi Santoso", "Ninik", "H. Umar / Siti"]
    assert proposed(CABLE, name="data").kind is None


def test_the_parts_of_japanese_names_are_told_by_single_signs() -> None:
    rows = [
        ["会員番号", "姓", "カナ姓", "名", "カナ名", "電話番号"],
        ["7", "相原", "アイハラ", "さくら", "サクラ", "03-1000-2003"],
    ]
    assert names(drafts(rows)) == ["相原さくら"]


@pytest.mark.parametrize(
    ("given", "family", "said"),
    [
        ("あや", "西", "西あや"),
        ("민수", "박", "박민수"),
        ("ジョン", "スミス", "ジョン スミス"),
        ("Ann", "Lee", "Ann Lee"),
    ],
)
def test_names_are_joined_as_their_letters_ask(given: str, family: str, said: str) -> None:
    assert whole(given, "", family) == said


@pytest.mark.parametrize(
    "said",
    ["總計", "合 計", "小計：", "本頁小計", "합계", "총 계", "Tổng cộng", "Cộng:", "รวมทั้งสิ้น", "ยอดรวม", "Jumlah",
     "الإجمالي", "المجموع الكلي", "Всего", "Разом:", "Ukupno"],
)  # fmt: skip
def test_totals_are_known_in_many_languages(said: str) -> None:
    rows = [["客户编号", "客户名称", "金额"], ["A-1", "松江甲贸易", 100], ["A-2", "松江乙贸易", 250], [None, said, 350]]
    assert names(drafts(rows)) == ["松江甲贸易", "松江乙贸易"]


def test_lines_that_tell_what_may_be_filled_in_make_no_form() -> None:
    rows = [
        ["填写说明："], ["1、日期写作 2025-01-01"], [], ["客户ID对照：1-甲厂，2-乙厂"], ["客户等级选项：A，B，C"],
        ["客户来源选项：展会，网络，介绍"], ["客户名称参考：甲厂，乙厂"], [], ["客户ID", "客户名称*", "联系人", "电话", "客户等级"],
        ["", "嘉定丙五金", "钱芳", "13800010001", "A"],
    ]  # fmt: skip
    found = proposed(rows)
    assert (found.kind, found.layout.header_row, len(found.layout.data)) == ("customers", 9, 1)


def products(rows: list[list[str]], name: str) -> list[tuple[Any, ...]]:
    return [tuple(map(one.product.get, ("code", "name", "price"))) for one in drafts(rows, name=name)]


def test_goods_with_prices_in_cents_behind_their_numbers() -> None:
    rows = [["155046", "1", "某牌 DT100 优盘 U盘", "47.70"], ["137276", "1", "某牌 Q-508 网线", "14.80"]]
    rows += [["409", "1", "超五类网线 蓝色", "16.00"], ["114471", "1", "有线鼠标线", "43.80"]]
    assert [(one[1], float(one[2])) for one in products(rows, "Sheet1")][:2] == [
        ("某牌 DT100 优盘 U盘", 47.7), ("某牌 Q-508 网线", 14.8),
    ]  # fmt: skip


@pytest.mark.parametrize("name", ["ExampleProduct", "商品信息", "Preisliste 2024", "Прайс"])
def test_a_file_called_as_goods_lists_them(name: str) -> None:
    rows = [
        ["PChair", "Patio Chair", "Nice Chair for outdoors", "3000"],
        ["PTable", "Patio Table", "Nice Table for outdoors", "6000"],
    ]
    rows += [["PScreen", "Patio Sun Screen", "Protect from UV", "2000"]]
    assert [(code, said, int(price)) for code, said, price in products(rows, name)] == [
        ("PChair", "Patio Chair", 3000), ("PTable", "Patio Table", 6000), ("PScreen", "Patio Sun Screen", 2000),
    ]  # fmt: skip
    assert proposed(rows, name="Sheet1").kind is None


def test_names_with_numbers_are_those_of_a_list_of_suppliers() -> None:
    rows = [
        [str(number), f"nom_{number}", town] for number, town in enumerate(["Lyon", "Lille", "Lyon", "Paris"] * 5, 1)
    ]
    found = drafts(rows, name="fournisseurs")
    assert ([one.customer["name"] for one in found][:2], len(found)) == (["nom_1", "nom_2"], 20)
    assert found[0].customer["kind"] == "supplier"


def test_the_parts_of_names_in_a_file_called_as_customers() -> None:
    rows = [["1", "Marek", "Małysz", "Zielona 1"], ["5", "Sebastian", "Nowak", "Czerwona 7"]]
    assert names(drafts(rows, name="klienci")) == ["Marek Małysz", "Sebastian Nowak"]


def test_names_differ_more_than_what_they_live_by() -> None:
    rows = [
        ["1", "张三", "商人", "15632699658"],
        ["2", "李四", "农民", "16632699884"],
        ["3", "小薇", "农民", "13362588843"],
    ]
    rows += [
        ["4", "小明", "朋友", "18821455846"],
        ["5", "翠花", "工人", "18888888888"],
        ["6", "小青", "商人", "15532000882"],
    ]
    assert names(drafts(rows))[:4] == ["张三", "李四", "小薇", "小明"]


def test_sizes_that_come_again_are_no_customers_whatever_the_file_is_called() -> None:
    rows = [
        ["507461", "small", "1", "512", "10"],
        ["168554", "small", "1", "512", "10"],
        ["806845", "medium", "4", "4096", "80"],
    ]
    assert proposed(rows, name="kunden").kind is None


def test_persons_with_their_addresses_need_no_header_in_a_book_of_addresses() -> None:
    rows = [
        ["Marta Blum", "Ringstr. 4", "80331 München"],
        ["Otto Wild", "Am Bach 7", "04109 Leipzig"],
        ["Ines Hahn", "Turmgasse 1", "99084 Erfurt"],
    ]
    found = drafts(rows, name="address_book")
    assert names(found) == ["Marta Blum", "Otto Wild", "Ines Hahn"]
    assert "80331 München" in found[0].customer["notes"]


def test_whom_one_speaks_to_is_no_goods_and_a_span_of_years_no_phone() -> None:
    rows = [["ID", "NAME", "PROFIL", "ZEITRAUM"], ["1", "Herr Müller", "Privat", "2019-2021"]]
    rows += [["2", "Frau Schneider", "Geschäft", "2020-2022"], ["3", "Herr Dr. Klein", "Privat", "2021-2023"]]
    found = drafts(rows)
    assert [one.customer.get("phone") for one in found] == [None] * 3
    assert [str(one.customer["name"]).rpartition(" ")[2] for one in found] == ["Müller", "Schneider", "Klein"]


def test_first_and_last_names_stand_before_the_days_of_birth() -> None:
    rows = [
        ["Anna", "Schulz", "1980-03-02", "w", "Köln", "Domstraße", "12"],
        ["Jens", "Berg", "1971-05-06", "m", "Bonn", "Rheinweg", "3a"],
        ["Ute", "Kranz", "1975-11-30", "w", "Linz", "Marktgasse", "8"],
    ]
    assert names(drafts(rows, name="Personen")) == ["Anna Schulz", "Jens Berg", "Ute Kranz"]
    assert proposed(rows, name="Sheet1").kind is None


def test_a_count_behind_the_word_for_a_total_is_no_name() -> None:
    rows = [["No.", "氏名", "電話"], ["1", "山本 一郎", "090-1111-2222"], ["2", "井上 花子", "03-3333-4444"]]
    assert names(drafts([*rows, ["合計", "2名", ""]])) == ["山本 一郎", "井上 花子"]


SUMS = ["100.50", "20.00", "30.10"]


@pytest.mark.parametrize(
    ("name", "rows", "kind"),
    [
        ("Sheet1", zip(["Miller Tools Ltd", "Harbour Supplies Inc", "Brown & Sons"], SUMS, strict=True), "customers"),
        ("Fornitori", zip(["Miller Tools Ltd", "Harbour Supplies Inc", "Brown & Sons"], SUMS, strict=True), "customers"),
        ("Fornitori", zip(["Bulloni di Ferro", "Viti e Dadi", "Tubi per Acqua"], SUMS, strict=True), "customers"),
        ("报价客户", zip(["宁波甲工具有限公司", "绍兴乙轴承厂", "杭州丙公司"], ["宁波", "绍兴", "杭州"], SUMS, strict=True), "customers"),
        ("报价单", zip(["宁波甲工具有限公司", "绍兴乙轴承厂", "杭州丙电气有限公司"], SUMS, strict=True), "customers"),
        (
            "Sheet1",
            zip(["2026-01-05", "2026-01-06", "2026-01-07"], ["Taxi to airport", "Lunch with client", "Hotel in town"], SUMS, strict=True),
            None,
        ),
    ],
)  # fmt: skip
def test_sums_beside_firms_or_days_make_no_goods(name: str, rows: Any, kind: str | None) -> None:
    assert proposed([list(row) for row in rows], name=name).kind == kind


@pytest.mark.parametrize(
    "remark", ["介绍人老周", "传真同电话", "付款方式月结", "老板电话", "contact Tom", "Customer since 2010", "owner"]
)
@pytest.mark.parametrize("number", [str, int])
def test_words_of_headers_in_the_first_remark_make_no_header_of_a_customer(remark: str, number: type) -> None:
    firms = ["宁波海港工具有限公司", "绍兴轴承厂", "杭州德力电气有限公司", "Acme Tools Ltd"]
    rows = [[firm, number(f"1381234000{at}"), "" if at else remark] for at, firm in enumerate(firms)]
    assert names(drafts(rows)) == firms


def test_a_header_with_the_number_of_who_keeps_the_list_is_one() -> None:
    rows = [
        ["客户名称", "电话", "13800001111"],
        ["宁波海港工具有限公司", "13812340001", "13812340009"],
        ["绍兴轴承厂", "13812340002", "13812340008"],
    ]
    assert names(drafts(rows)) == ["宁波海港工具有限公司", "绍兴轴承厂"]
