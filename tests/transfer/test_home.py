"""Numbers and days that could be read in two ways: the language of the headers, countries, places and money decide."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from app.shared.dates import DateOrder
from app.transfer.columns.mapping import propose
from app.transfer.converting.home import Home, home
from app.transfer.drafting.context import Context
from app.transfer.drafting.drafts import draft
from app.transfer.drafting.rows import Draft
from app.transfer.grid.cells import column_cells
from tests.transfer.mapping_tools import TYPES, WORDS, drafts, sheet

Rows = list[list[Any]]


def _home(rows: Rows, region: str = "CN") -> Home:
    one = sheet(rows)
    proposal = propose(one, WORDS)
    found = [one.rows[number] for number in proposal.layout.data]
    return home(proposal, lambda column: column_cells(found, column.index), region)


def _normal(one: Draft, field: str = "phone") -> str:
    return str((one.customer.get(field) or one.contact.get(field)).normal)


@pytest.mark.parametrize(
    ("headers", "row", "normal"),
    [
        (["Firma", "Straße", "PLZ", "Ort", "Telefon"], ["Bäckerei Ott", "Markt 5", "70173", "Stuttgart", "0711/123456"], "+49711123456"),
        (["Firma", "PLZ", "Ort", "Telefon"], ["Bäckerei Gruber", "1010", "Wien", "01 5131234"], "+4315131234"),
        (["Raison sociale", "Ville", "Téléphone"], ["Boulangerie Noël", "Nice", "04.93.12.34.56"], "+33493123456"),
        (["Empresa", "Ciudad", "Teléfono"], ["Talleres Peña", "Madrid", "91 123 45 67"], "+34911234567"),
        (["Empresa", "Ciudad", "Teléfono"], ["Ferretería Peña", "Monterrey", "(81) 8345 1234"], "+528183451234"),
        (["会社名", "電話番号", "ご担当者"], ["株式会社山田", "03-1234-5678", "佐藤"], "+81312345678"),
        (["客戶名稱", "電話", "聯絡人"], ["宏達企業", "02-2345-6789", "林小姐"], "+886223456789"),
        (["客戶名稱", "電話", "聯絡人"], ["大成貿易行", "2345 6789", "陳生"], "+85223456789"),
        (["Tên khách hàng", "Điện thoại", "Địa chỉ"], ["Công ty An Phú", "0912 345 678", "Hà Nội"], "+84912345678"),
    ],
)  # fmt: skip
def test_the_language_of_the_headers_tells_the_country_of_numbers(
    headers: list[str], row: list[str], normal: str
) -> None:
    assert _normal(drafts([headers, row, row])[0]) == normal


def test_what_told_it_is_shown_and_the_user_may_say_otherwise() -> None:
    rows: Rows = [["Firma", "Ort", "Telefon"], ["Bäckerei Ott", "Dresden", "0351/1234567"]]
    one = sheet(rows)
    proposal = propose(one, WORDS)
    made, orders = draft(one, proposal, Context(TYPES))
    assert _normal(made[0]) == "+493511234567"
    assert orders["Telefon"].startswith("DE|")
    assert orders["Telefon"].endswith("|DE,CN")
    made, orders = draft(one, proposal, Context(TYPES, orders={2: "CN"}))
    assert _normal(made[0]) == "+863511234567"
    assert orders["Telefon"].startswith("CN|")


def test_a_number_of_the_books_country_stays_one() -> None:
    rows: Rows = [
        ["Firma", "Ort", "Telefon"],
        ["Ott", "Dresden", "0351/1234567"],
        ["Lao Wang", "Suzhou", "13805712345"],
    ]
    assert _normal(drafts(rows)[1]) == "+8613805712345"


def test_a_sheet_of_chinese_numbers_stays_at_home() -> None:
    rows: Rows = [
        ["Firma", "Ort", "Telefon"],
        ["Lao Wang", "Suzhou", "13805712345"],
        ["Lao Li", "Suzhou", "0512-66881234"],
    ]
    assert _home(rows) == Home("CN")
    rows = [["客户名称", "Telefon", "Ort"], ["苏州恒瑞", "0351/1234567", "苏州"]]
    assert _home(rows) == Home("CN")


def test_the_countries_and_the_ends_of_addresses_tell() -> None:
    rows: Rows = [
        ["Company", "Phone", "Address"],
        ["Lim Trading", "6234 5678", "12 Amoy Street, Singapore 069871"],
        ["Tan Brothers", "9123 4567", "1 Orchard Road, Singapore 238824"],
    ]
    assert [_normal(one) for one in drafts(rows)] == ["+6562345678", "+6591234567"]
    rows = [["Company", "Country", "Phone"], ["Smith Ltd", "UK", "020 7946 0958"], ["Jones Ltd", None, "0113 496 0123"]]
    assert [_normal(one) for one in drafts(rows)] == ["+442079460958", "+441134960123"]


def test_money_tells_where_the_numbers_fit() -> None:
    rows: Rows = [
        ["Company", "Phone", "Credit limit"],
        ["Smith Ltd", "020 7946 0958", "£1,200"],
        ["Jones", "0113 496 0123", "£50"],
    ]
    assert _home(rows).region == "GB"
    rows[1][1], rows[2][1] = "13805712345", "0512-66881234"
    assert _home(rows).region == "CN"


@pytest.mark.parametrize(
    ("headers", "cell", "day"),
    [
        (["Nom", "Téléphone", "Date de naissance"], "03/04/1985", date(1985, 4, 3)),
        (["Name", "Telefon", "Geburtsdatum"], "3.4.1985", date(1985, 4, 3)),
        (["Nombre", "Teléfono", "Fecha de nacimiento"], "03/04/1985", date(1985, 4, 3)),
        (["Full name", "Phone", "Birthday"], "03/04/1985", date(1985, 3, 4)),
    ],
)
def test_the_language_tells_whether_the_day_comes_first(headers: list[str], cell: str, day: date) -> None:
    one, *_rest = drafts([headers, ["Anna Peters", None, cell], ["Maria Lang", None, "05/06/1990"]])
    assert (one.customer.get("birthday") or one.contact.get("birthday")) == day


def test_a_day_that_fits_one_order_only_goes_before_the_language() -> None:
    rows: Rows = [
        ["Name", "Telefon", "Geburtsdatum"],
        ["Anna Peters", None, "03/04/1985"],
        ["Eva Lang", None, "03/25/1985"],
    ]
    assert drafts(rows)[0].customer["birthday"] == date(1985, 3, 4)


def test_the_money_tells_the_order_of_days() -> None:
    rows: Rows = [
        ["Company", "Credit limit", "Last contact"],
        ["Smith Ltd", "£1,200", "03/04/2024"],
        ["Jones", "£50", "05/06/2024"],
    ]
    assert drafts(rows)[0].customer["last_contact_on"] == date(2024, 4, 3)


@pytest.mark.parametrize(
    ("amounts", "order"),
    [
        (["1000,00", "300,50"], DateOrder.DMY), (["1.000,00", "300,50"], DateOrder.DMY), (["1000.00", "300.50"], None),
        (["1,000", "300"], None), (["1,000.00", "300,50"], None),
    ],
)  # fmt: skip
def test_decimals_behind_a_comma_tell_that_the_day_comes_first(amounts: list[str], order: DateOrder | None) -> None:
    rows: Rows = [["Ref", "Client", "Date", "Total"], *[["D1", "Noël", "03/01/2026", amount] for amount in amounts]]
    assert _home(rows).order == order
    chinese: Rows = [
        ["单号", "客户名称", "日期", "金额"],
        *[["D1", "Noël", "03/01/2026", amount] for amount in amounts],
    ]
    assert _home(chinese).order is None


def test_tax_numbers_do_not_hide_that_a_portuguese_list_writes_the_day_first() -> None:
    rows: Rows = [
        ["RAZÃO SOCIAL", "DOCUMENTO/CNPJ", "ENDEREÇO", "CRIADO EM"],
        ["Padaria Sol Ltda", "12.345.678/0001-95", "Rua das Flores, 120 - Curitiba/PR", "12/03/2025"],
        ["Lira Reparos ME", "45.987.321/0001-07", "Av. Brasil, 900 - Londrina/PR", "01/07/2025"],
    ]
    assert drafts(rows)[0].customer["created_on"] == date(2025, 3, 12)
