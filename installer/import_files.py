"""Sheets for the steps of an import: one with all that needs a decision, one that is locked, one that comes back changed."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

from app.records import commands, queries
from app.records.workspace import Workspace
from app.transfer.exporting.export import export

PASSWORD = "8888"
HEAD = ("客户名称(全)", "联系人/职务", "电 话", "省份/城市", "级别", "上次联系", "状态", "备 注", "内部编号")
TRADES = ("自动化", "贸易行", "机电设备", "工贸", "实业")
ROWS = (
    ("苏州新区恒远机械有限公司", "周工/采购", "138 0000 9917", "江苏/苏州", "A", "03/04/2025", "合作中", "老客户"),
    ("无锡市拓新材料厂", "吴敏", "139-0000-640", "江苏/无锡", "A+", "05/06/2025", "成交", "少一位"),
    ("常州丰润电子厂", "何晴/经理", "153 0000 3355", "江苏/常州", "B", "07/08/2025", "暂停", None),
    ("南通海纳印染", "顾丽", "0513 6600 9912", "江苏/南通", "重点", "2025.2.30", "在谈", "要月结"),
    ("宁波正阳阀门有限公司", None, "174 0000 9985", "浙江/宁波", "C", "09/10/2025", "成交", None),
)


def make(ws: Workspace, folder: Path) -> dict[str, Path]:
    """Make the sheets; their paths by name: mixed, locked, round."""
    mixed, locked, returned = folder / "客户总表 2025.xlsx", folder / "报价客户 加密.xlsx", folder / "客户 改过.xlsx"
    _mixed(ws, mixed)
    _locked(locked)
    _returned(ws, returned)
    return {"mixed": mixed, "locked": locked, "round": returned}


def _mixed(ws: Workspace, path: Path) -> None:
    import openpyxl

    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "客户"
    sheet.append(["2025 客户总表（业务部）"])
    sheet.append([])
    sheet.append(HEAD)
    for row in (*ROWS, *_known(ws)):
        sheet.append([*row, f"N{sheet.max_row:03}"])
    sheet.append(["合计", None, None, None, None, None, None, f"{sheet.max_row - 3} 家"])
    sheet.row_dimensions[6].hidden = True
    sheet.column_dimensions["I"].hidden = True
    book.save(path)


def _known(ws: Workspace) -> list[tuple[Any, ...]]:
    """Rows like customers of the book: the same number under another name, and one with its own name and more in it."""
    numbers = queries.ids(ws, "customer", order=(("id", False),), limit=60)
    rows = queries.rows(ws, "customer", numbers, ["name", "phone", "city"])
    known = [row for row in rows if row["phone"] is not None and "有限公司" in row["name"]][:6]
    names = [row["name"] if not at else f"{row['name'][:4]}{TRADES[at - 1]}" for at, row in enumerate(known)]
    return [
        (name, "顾晓东", str(row["phone"]), row["city"], "A", "2024-11-20", "成交", "见旧表")
        for name, row in zip(names, known, strict=True)
    ]


def _locked(path: Path) -> None:
    import openpyxl
    from msoffcrypto.format.ooxml import OOXMLFile

    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(HEAD[:3])
    sheet.append(ROWS[0][:3])
    plain = io.BytesIO()
    book.save(plain)
    with path.open("wb") as target:
        OOXMLFile(plain).encrypt(PASSWORD, target)


def _returned(ws: Workspace, path: Path) -> None:
    """A list that was written by the program, edited in a spreadsheet while the book changed as well."""
    import openpyxl

    numbers = queries.ids(ws, "customer", order=(("id", False),), limit=8)
    export(ws, "customer", path, numbers=numbers, fields=["name", "city", "level"])
    book = openpyxl.load_workbook(path)
    sheet = book.worksheets[0]
    for row in (2, 3, 4):
        sheet.cell(row, 2).value = "上海"
    sheet.cell(3, 3).value = "C"
    sheet.delete_rows(8)
    sheet.delete_rows(7)
    book.save(path)
    for number in numbers[:2]:
        commands.update(ws, "customer", number, {"city": "南京"})
