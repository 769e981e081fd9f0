"""Suppliers among the companies of a sheet."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from app.records import queries
from app.records.workspace import Workspace
from app.transfer.commands import plan_import, run_import
from tests.transfer.sheets_made import workbook

A, B, S = "苏州恒瑞机械有限公司", "无锡永泰电气有限公司", "上海轴承厂"


def kinds(ws: Workspace, path: Path) -> dict[str, str]:
    run_import(ws, plan_import(ws, [path]))
    return {one["name"]: one["kind"] for one in queries.rows(ws, "customer", queries.ids(ws, "customer"))}


def test_a_side_table_of_suppliers(ws: Workspace, tmp_path: Path) -> None:
    rows: list[list[Any]] = [["客户名称", "电话", "城市", None, None, "供应商", "联系人", "电话"]]
    rows += [[A, "0512-66001122", "苏州", None, None, S, "王厂长", "021-55667788"]]
    rows += [[B, "0510-82001122", "无锡", None, None, "宁波密封件有限公司", "陈工", "0574-88776655"]]
    rows += [["常州力达有限公司", "0519-82001122", "常州", None, None, "杭州化工厂", "林", "0571-88776655"]]
    found = kinds(ws, workbook(tmp_path / "a.xlsx", Sheet1=rows))
    assert {name for name, kind in found.items() if kind == "supplier"} == {S, "宁波密封件有限公司", "杭州化工厂"}
    assert found[A] == "company"


@pytest.mark.parametrize("header", ["类别", "往来类型", "Type"])
def test_a_column_tells_suppliers_from_customers(ws: Workspace, tmp_path: Path, header: str) -> None:
    rows = [
        ["单位名称", header, "联系人", "电话"],
        [A, "客户", "周建明", "13812345678"],
        [S, "供应商(主)", "王厂长", "021-55667788"],
    ]
    rows += [[B, "客户/供应商", "李红", "13912345678"]]
    found = kinds(ws, workbook(tmp_path / "a.xlsx", 往来单位=rows))
    assert found == {A: "company", S: "supplier", B: "company"}
    assert f"{header}: 客户/供应商" in queries.find(ws, "customer", B)["notes"]


@pytest.mark.parametrize("title", ["2024年供应商名录", "合格供应商清单"])
def test_the_title_tells_of_suppliers(ws: Workspace, tmp_path: Path, title: str) -> None:
    rows = [
        [title],
        [],
        ["名称", "联系人", "电话"],
        [S, "王厂长", "021-55667788"],
        ["宁波密封件有限公司", "陈工", "0574-88776655"],
    ]
    assert set(kinds(ws, workbook(tmp_path / "a.xlsx", Sheet1=rows)).values()) == {"supplier"}


def test_classes_of_customers_are_no_kinds(ws: Workspace, tmp_path: Path) -> None:
    rows = [["客户名称", "类型", "电话"], [A, "终端", "0512-66001122"], [B, "贸易", "0510-82001122"]]
    path = workbook(tmp_path / "供应商和客户.xlsx", 客户=rows)
    assert set(kinds(ws, path).values()) == {"company"}
    assert "类型: 终端" in queries.find(ws, "customer", A)["notes"]


@pytest.mark.parametrize("name", ["proveedores 2023", "lista_fornecedores", "fournisseurs", "поставщики"])
def test_the_name_of_a_file_of_another_language_tells_of_suppliers(ws: Workspace, tmp_path: Path, name: str) -> None:
    path = tmp_path / f"{name}.csv"
    path.write_text(
        "nome;telefone;pessoa de contato\nAlfa;11999900001;felipe\nborba;1133330002;ana\n", encoding="utf-8"
    )
    assert kinds(ws, path) == {"Alfa": "supplier", "borba": "supplier"}
    assert {one["name"] for one in queries.rows(ws, "contact", queries.ids(ws, "contact"))} == {"felipe", "ana"}


@pytest.mark.parametrize("header", ["Proveedor", "Fornecedor", "Fornitore", "Leverancier", "Поставщик"])
def test_the_header_of_names_tells_of_suppliers(ws: Workspace, tmp_path: Path, header: str) -> None:
    path = tmp_path / "lista.csv"
    path.write_text(f"{header};Email\nDeltavia;a@deltavia.example\nMontex;b@montex.example\n", encoding="utf-8")
    assert set(kinds(ws, path).values()) == {"supplier"}
