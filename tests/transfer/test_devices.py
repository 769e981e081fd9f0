"""Lists of single machines with the customers that have them, and price lists that call their goods by what they are."""

from __future__ import annotations

from typing import Any

import pytest

from tests.transfer.mapping_tools import drafts, proposed, targets


@pytest.mark.parametrize(
    ("serial", "code"),
    [("序列号", "SN2023001"), ("设备编号", "SB001"), ("Serial No.", "A-100-1"), ("Seriennummer", "4711")],
)
def test_machines_belong_to_customers(serial: str, code: str) -> None:
    rows: list[list[Any]] = [
        ["客户", "设备名称", "型号", serial, "安装日期", "保修到期"],
        ["绍兴印染一厂", "定型机", "SD-2000", code, "2023-05-06", "2025-05-06"],
        ["绍兴印染一厂", "空压机", "GA37", f"{code}2", "2023-06-06", "2025-06-06"],
        ["柯桥纺织", "空压机", "GA22", f"{code}3", "2024-01-06", "2026-01-06"],
    ]
    assert proposed(rows).kind == "customers"
    first, *_others = drafts(rows)
    assert first.customer["name"] == "绍兴印染一厂"
    assert f"{serial}: {code}" in first.customer["notes"]
    assert not first.identity


def test_a_price_list_of_wines() -> None:
    rows: list[list[Any]] = [
        ["Cod.", "Vino", "Denominazione", "Annata", "Prezzo listino €"],
        ["CA01", "Rosso del Colle", "Umbria IGT", 2021, "7,20"],
        ["CA02", "Sagrantino", "Montefalco DOCG", 2017, "24,00"],
        ["CA10", "Grechetto", "Umbria IGT", 2022, "6,80"],
    ]
    found = proposed(rows)
    assert found.kind == "products"
    assert {header: targets(found)[header] for header in ("Cod.", "Vino", "Prezzo listino €")} == {
        "Cod.": "code", "Vino": "name", "Prezzo listino €": "price",
    }  # fmt: skip
