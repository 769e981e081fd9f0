"""Quotations laid out as letters: the address without labels, the title in spaced signs, sums in the sender's language."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from typing import Any

from app.main import dictionary
from app.records import queries
from app.records.workspace import Workspace
from app.transfer.commands import plan_import, run_import
from app.transfer.grid.list_kinds import kinds
from app.transfer.layout.addressees import addressee
from app.transfer.plans.options import Options
from tests.transfer.sheets_made import workbook

GERMAN: list[list[Any]] = [
    ["Holzbau Lindner GmbH"],
    ["Am Hang 2 · 99084 Erfurt · Tel. 0361 555019"],
    [],
    ["Frau", None, None, None, "Angebot Nr.:", "2023-0999"],
    ["Ina Krause", None, None, None, "Datum:", "11.04.2023"],
    ["Gartenweg 4", None, None, None, "Gültig bis:", "15.05.2023"],
    ["99096 Erfurt"],
    [],
    ["Pos.", "Bezeichnung", "Menge", "Einheit", "Einzelpreis €", "Gesamt €"],
    [1, "Carport aufstellen", 1, "St.", 1000, 1000],
    [2, "Dachrinne", 10, "m", 20, 200],
    [None, "Zwischensumme netto", None, None, None, 1200],
    [None, "19 % MwSt.", None, None, None, 228],
    [None, "Gesamtbetrag", None, None, None, 1428],
]


def test_a_german_letter(ws: Workspace, tmp_path: Path) -> None:
    run_import(ws, plan_import(ws, (workbook(tmp_path / "Angebot.xlsx", Tabelle1=GERMAN),), Options()))
    (quote,) = queries.rows(ws, "quote", queries.ids(ws, "quote"))
    assert (quote["number"], Decimal(quote["total"])) == ("2023-0999", Decimal(1428))
    assert len(queries.ids(ws, "quote_line")) == 2
    (customer,) = queries.rows(ws, "customer", queries.ids(ws, "customer"))
    assert (customer["name"], customer["city"], customer["address"]) == (
        "Ina Krause",
        "Erfurt",
        "Gartenweg 4, 99096 Erfurt",
    )


def test_a_letterhead_is_nobody() -> None:
    rows: list[list[Any]] = [["Holzbau Lindner"], ["Am Hang 2"], ["99084 Erfurt"], [], ["Pos.", "Menge"]]
    assert addressee(rows, 4) is None
    rows = [["x"], [], ["Acme Inc"], ["12 King Street"], ["Springfield, IL 62701"], ["Pos."]]
    found = addressee(rows, 5)
    assert found is not None
    assert (found.name, found.city) == ("Acme Inc", "Springfield")


def test_spaced_and_wide_signs_name_the_kind() -> None:
    quote = next(one for one in kinds(dictionary().types) if one.record.name == "quote")
    assert quote.named("报 价 单")
    assert quote.named("报　价　单")
    assert not quote.named("送 货 单")
