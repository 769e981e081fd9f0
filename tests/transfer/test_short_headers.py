"""Short headers told by their values and neighbours, how long quotes hold, and who looks after a customer by number."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from app.records.workspace import Workspace
from app.transfer.commands import plan_import, run_import
from app.transfer.converting import spans
from tests.transfer.imports import held, imported_sheet
from tests.transfer.sheets_made import workbook

Rows = list[list[Any]]


def table(path: Path, *lines: str) -> Path:
    path.write_text("\n".join(line.replace("|", ",") for line in lines) + "\n", "utf-8")
    return path


def one(ws: Workspace, kind: str = "customer") -> dict[str, Any]:
    first = held(ws, kind)[0]
    return {name: getattr(value, "typed", value) for name, value in first.values.items()}


@pytest.mark.parametrize(
    ("head", "row", "wanted"),
    [
        ("Nazwa firmy|Tel. kom.|Tel. stac.|Kod|Miasto", "Młyn Sp. j.|602 234 567|22 555 12 34|05-120|Legionowo",
         {"mobile": "602 234 567", "phone": "22 555 12 34", "postcode": "05-120", "city": "Legionowo"}),
        ("Nombre|Tfno.|Ciudad", "Taller Molino|912 345 678|Madrid", {"phone": "912 345 678"}),
        ("Navn|Adresse|Postnr|By|Tlf", "Havn ApS|Havnegade 1|8000|Aarhus|86 12 34 56", {"city": "Aarhus", "phone": "86 12 34 56"}),
        ("客户名称|电话|归属销售|跟进人", "海港工具有限公司|13805741234|陈敏|王芳", {"owner": "陈敏"}),
    ],
)  # fmt: skip
def test_short_headers(ws: Workspace, tmp_path: Path, head: str, row: str, wanted: dict[str, str]) -> None:
    imported_sheet(ws, table(tmp_path / "a.csv", head, row, row.replace("a", "e", 1).replace("海", "江", 1)))
    assert {name: one(ws)[name] for name in wanted} == wanted


def test_a_code_that_is_no_postcode_stays_one(ws: Workspace, tmp_path: Path) -> None:
    imported_sheet(
        ws, table(tmp_path / "a.csv", "Nazwa firmy|Kod|Miasto", "Młyn Sp. j.|12|Legionowo", "Port Sp. j.|13|Gdynia")
    )
    assert one(ws)["postcode"] is None


@pytest.mark.parametrize(
    ("head", "holds"),
    [
        (["Nº presupuesto", "Fecha", "Cliente", "Concepto", "Cantidad", "Precio", "Validez"], "30 días"),
        (["Angebotsnummer", "Datum", "Kunde", "Artikel", "Menge", "Einzelpreis", "Gültigkeit"], "30 Tage"),
        (["报价单号", "日期", "客户", "产品", "数量", "单价", "有效期"], "一个月"),
        (["Quote No", "Date", "Customer", "Item", "Qty", "Unit Price", "Valid until"], "30"),
    ],
)
def test_how_long_a_quote_holds(ws: Workspace, tmp_path: Path, head: list[str], holds: str) -> None:
    rows: Rows = [head, ["A-1", date(2026, 3, 1), "Taller Molino", "Sierra", 2, 18, holds]]
    imported_sheet(ws, workbook(tmp_path / "a.xlsx", Sheet1=rows))
    assert (one(ws, "quote")["date"], one(ws, "quote")["valid_until"]) == (date(2026, 3, 1), date(2026, 3, 31))


@pytest.mark.parametrize(
    ("said", "days"),
    [
        ("15 días", 15),
        ("2 Wochen", 14),
        ("两周", 14),
        ("十五天", 15),
        ("3 месяца", 90),
        ("1 year", 365),
        ("5月6日", None),
        ("2026", None),
    ],
)
def test_spans_of_time(said: str, days: int | None) -> None:
    assert spans.days(said) == days


def test_who_looks_after_a_customer_is_found_by_number(ws: Workspace, tmp_path: Path) -> None:
    accounts = [
        ["Id", "Name", "Phone", "OwnerId"],
        ["001A", "Harbor Tools Ltd", "+1 555 201 3344", "005A"],
        ["001B", "Mill Garage", "", "005X"],
    ]
    users = [
        ["Id", "Username", "FirstName", "LastName", "IsActive"],
        ["005A", "ann@us.example", "Ann", "Doe", "true"],
        ["005B", "bob@us.example", "Bob", "Roe", "true"],
    ]
    run_import(ws, plan_import(ws, [workbook(tmp_path / "a.xlsx", Account=accounts, User=users)]))
    found = held(ws, "customer")
    assert [(row["name"], row["owner"]) for row in found] == [("Harbor Tools Ltd", "Ann Doe"), ("Mill Garage", None)]
    assert "005A" not in (found[0]["notes"] or "")
    assert "OwnerId: 005X" in found[1]["notes"]


def test_a_shop_names_no_website(ws: Workspace, tmp_path: Path) -> None:
    head = (
        "email|_website|_store|created_at|firstname|lastname|group_id|_address_city|_address_telephone|_address_company"
    )
    file = table(
        tmp_path / "customers.csv",
        head,
        "ann@doe.example|base|default|2026-01-02|Ann|Doe|1|Boston|+1 555 201 3344|Doe Ltd",
    )
    imported_sheet(ws, file)
    assert (one(ws)["name"], one(ws)["website"], one(ws)["city"]) == ("Doe Ltd", None, "Boston")
    assert (one(ws, "contact")["name"], one(ws, "contact")["phone"]) == ("Ann Doe", "+1 555 201 3344")


def test_users_of_a_shop_are_customers(ws: Workspace, tmp_path: Path) -> None:
    done = imported_sheet(
        ws, table(tmp_path / "users.csv", "Username|Name|Email|Phone", "ann|Ann Doe|ann@doe.example|+1 555 201 3344")
    )
    assert (done.kind, done.counts["created"]) in (("customers", 1), ("contacts", 1))
