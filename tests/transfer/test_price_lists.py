"""Price lists that call their goods and prices in few words, in whatever language."""

from __future__ import annotations

import pytest

from app.transfer.columns.proposing import propose
from tests.transfer.mapping_tools import WORDS, proposed, sheet, targets


def rows(header: str, *lines: str) -> list[list[str]]:
    """A table written with | between its cells."""
    return [line.split("|") for line in (header, *lines)]


@pytest.mark.parametrize("header", [
    "Nombre|Precio|Stock", "Nom|Prix|Quantité", "Nome|Prezzo|Giacenza", "Naam|Prijs|Voorraad", "Название|Цена|Остаток",
    "Nazwa|Cena|Ilość", "Name|Price|Stock", "名称|价格|库存",
])  # fmt: skip
def test_what_has_a_name_and_a_price_and_nobody_to_be_reached_is_goods(header: str) -> None:
    found = proposed(rows(header, "Silla roja|25.50|10", "Mesa redonda|120|3", "Banco|60|2"))
    assert found.kind == "products"
    assert list(targets(found).values())[:2] == ["name", "price"]


@pytest.mark.parametrize("header", ["Nombre|Precio|Teléfono", "Nom|Prix|Date", "Nome|Cognome|Prezzo"])
def test_persons_with_what_they_pay_are_no_goods(header: str) -> None:
    lines = {"Nombre|Precio|Teléfono": "{0}|20|60011122{1}", "Nom|Prix|Date": "{0}|20|2024-05-0{1}"}
    line = lines.get(header, "{0}|Rossi{1}|20")
    names = ("Juan Pérez", "Ana López", "Luis Gil")
    assert proposed(rows(header, *(line.format(name, at) for at, name in enumerate(names, 1)))).kind != "products"


@pytest.mark.parametrize("header", ["分類|品番|単価", "분류|품번|단가"])
def test_goods_without_a_name_are_called_by_their_numbers(header: str) -> None:
    found = proposed(rows(header, "A|XB-100|120", "B|XB-200|50", "B|XC-300|10"))
    assert (found.kind, list(targets(found).values())) == ("products", ["category", "name", "price"])


def test_what_things_cost_and_bring_in_a_currency() -> None:
    found = proposed(rows("nombre|sku|precio_bs|costo_usd", "Camisa|S1|50|4", "Harina|S2|30|2"))
    assert targets(found) == {"nombre": "name", "sku": "code", "precio_bs": "price", "costo_usd": "cost"}


@pytest.mark.parametrize(("header", "price"), [
    ("Наименование|РРЦ|Наша цена", "Наша цена"), ("Bezeichnung|Preis|VK-Preis", "VK-Preis"), ("品名|单价|零售价", "单价"),
    ("Description|RRP|Trade Price", "Trade Price"), ("品名|建议零售价|批发价", "批发价"),
])  # fmt: skip
def test_of_two_prices_the_one_that_is_asked_for(header: str, price: str) -> None:
    found = targets(proposed(rows(header, "Kabel 3x2|110|80", "Dose rund|180|120")))
    assert [name for name, target in found.items() if target == "price"] == [price]


def test_model_and_specification_both_tell_what_the_goods_are_like() -> None:
    table = rows("产品名称|型号|规格参数|单价", "平板灯|PB-6060|48W 4000K|68", "筒灯|TD-04|9W|12.5")
    found = targets(propose(sheet(table), WORDS))
    assert (found["型号"], found["规格参数"]) == ("specification", "specification")


def test_a_column_of_numbers_is_no_name_of_goods() -> None:
    found = proposed(rows("需求数(pcs)|编带料|单价", "500|STM32F103|7.5", "3000|LM358DR|0.5", "1000|TPS54331|2.3"))
    assert (found.kind, targets(found)["编带料"]) == ("products", "name")


def test_short_words_of_french_price_lists() -> None:
    found = targets(
        proposed(rows("Référence|Désignation|PA|PV TTC", "R1|Levier|12,5|29,90", "R2|Plaquette|41,00|89,90"))
    )
    assert list(found.values()) == ["code", "name", "cost", "price"]


def test_the_name_of_a_category_is_the_category() -> None:
    found = targets(proposed(rows("服务名称|分类名称|价格", "深层清洁|面部护理|198", "肩颈放松|身体护理|268")))
    assert found["分类名称"] == "category"


@pytest.mark.parametrize("price", ["代理价", "目录价", "折后价", "FOB价(USD)", "团购价格"])
def test_whatever_ends_in_a_word_for_prices_is_one(price: str) -> None:
    found = proposed(rows(f"产品型号|产品描述|{price}", "6ES7-214|控制模块|2800", "6ES7-221|输入模块|900"))
    assert (found.kind, targets(found)[price]) == ("products", "price")


@pytest.mark.parametrize("header", ["总价", "差价", "评价"])
def test_sums_and_opinions_are_no_prices(header: str) -> None:
    assert not any(one.field == "price" for one in WORDS.lookup(header))


def test_the_size_of_a_carton_is_no_specification() -> None:
    found = targets(proposed(rows("货号|描述|FOB价|外箱尺寸", "T1|Mug|0.85|45*35*30", "T2|Jar|1.2|50*40*30")))
    assert (found["描述"], found["外箱尺寸"]) == ("name", "notes")


def test_a_type_that_comes_again_is_a_sort_of_goods() -> None:
    table = ("Pipe|fitting|5", "Joint|fitting|3", "Labour|service|52", "Valve|fitting|7")
    assert targets(proposed(rows("Product|Type|Price", *table)))["Type"] == "category"
    assert (
        targets(proposed(rows("Product|Type|Price", "Pump|QY-25|5", "Pump|QY-32|7", "Valve|DN50|3")))["Type"]
        == "specification"
    )


def test_the_internal_reference_of_goods_is_their_code() -> None:
    table = ("a6|Stool|ALS|49.00|25.00", "a7|Chair|CHR|89.00|40.00")
    found = targets(proposed(rows("External ID|Name|Internal Reference|Sale Price|Cost", *table)))
    assert (found["Internal Reference"], found["External ID"]) == ("code", "notes")


@pytest.mark.parametrize("header", ["销售单价", "销售价格", "批发单价"])
def test_what_goods_are_sold_for_says_nothing_of_who_sells_them(header: str) -> None:
    found = proposed(rows(f"商品编码|商品名称|进货单价|{header}", "1002|调和油|52.8|69.9", "1003|鸡精|13.5|18.5"))
    assert (targets(found)["进货单价"], targets(found)[header]) == ("cost", "price")


@pytest.mark.parametrize(("before", "now"), [("调前价", "调后价"), ("旧价格", "新价格"), ("Old price", "New price")])
def test_the_price_from_now_on_is_the_price(before: str, now: str) -> None:
    found = targets(
        proposed(rows(f"编码|名称|单位|{before}|{now}", "A081|车用尿素|桶|32|35", "A090|防冻液|桶|48|45.5"))
    )
    assert (found[now], found[before]) == ("price", "notes")


def test_a_word_that_means_a_department_as_well_is_the_unit_of_goods() -> None:
    lines = ("Meze|Acılı Ezme|kg|700|2111", "Tatlı|Ayva Tatlısı|kg|800|26", "Peynir|Sürk Peyniri|adet|180|")
    found = propose(sheet(rows("kategori|ad|birim|fiyat|plu", *lines)), WORDS)
    assert (found.kind, targets(found)["ad"], targets(found)["birim"]) == ("products", "name", "unit")
    # People with their departments stay people.
    staffed = propose(
        sheet(rows("ad|birim|telefon", "Ali Kaya|Satış|0532 111 22 33", "Ece Ak|Depo|0532 111 22 34")), WORDS
    )
    assert staffed.kind != "products"


@pytest.mark.parametrize(
    ("brand", "seller"), [("Marka", "Tedarikçi"), ("Marca", "Proveedor"), ("Brand", "Supplier"), ("品牌", "供应商")]
)
def test_who_sells_goods_comes_before_their_brand(brand: str, seller: str) -> None:
    found = targets(proposed(rows(f"SKU|Name|{brand}|Price|{seller}", "A1|Oil|Berg|12.5|Deniz", "A2|Salt|Tal|3|Deniz")))
    assert (found[brand], found[seller]) == ("notes", "supplier")
