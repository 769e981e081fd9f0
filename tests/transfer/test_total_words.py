"""Totals in the languages of many countries, in lists and under the lines of documents."""

from __future__ import annotations

from pathlib import Path

import pytest
from openpyxl import Workbook

from app.records import queries
from app.records.workspace import Workspace
from app.transfer.commands import plan_import, run_import
from app.transfer.grid import total_words
from app.transfer.grid.total_words import BEGINNING, is_total

LIST = "客户名称,电话,城市,欠款\n恒瑞,0512-66881234,苏州,100\n德力,0574-87654321,宁波,250\n永泰,0510-83214567,无锡,30\n"


def names(ws: Workspace, path: Path, rows: str) -> list[str]:
    path.write_text(rows, "utf-8")
    run_import(ws, plan_import(ws, [path]))
    numbers = queries.ids(ws, "customer", (), (("id", False),))
    return [row["name"] for row in queries.rows(ws, "customer", numbers, ("name",))]


@pytest.mark.parametrize(
    "word",
    ["Razem", "CELKEM:", "Összesen", "toplam", "Totaal", "Σύνολο", "Итого:", "합 계", "小計", "Tổng cộng", "รวมทั้งสิ้น", "סה״כ",
     "الإجمالي", "i alt", "Sub-total", "Gesamtsumme", "合 计"],
)  # fmt: skip
def test_a_total_is_no_customer(ws: Workspace, tmp_path: Path, word: str) -> None:
    assert names(ws, tmp_path / "a.csv", f"{LIST}{word},,,380\n") == ["恒瑞", "德力", "永泰"]
    assert is_total(word)
    assert BEGINNING.match(word)


def test_a_firm_that_is_called_as_a_total_is_a_customer(ws: Workspace, tmp_path: Path) -> None:
    found = names(ws, tmp_path / "a.csv", f"{LIST}Suma,+44 1422 313840,Elland,380\nTotal,sales@total.example,Paris,1\n")
    assert found[3:] == ["Suma", "Total"]


@pytest.mark.parametrize(
    ("words", "total"),
    [
        ("Total: 5 000 EUR", True), ("Total HT", True), ("TOTAL(USD)", True), ("Sous-total", True), ("Razem netto", True),
        ("合计人民币（大写）", True), ("总  金  额：100", True), ("本页小计", True), ("합계금액", True), ("Net total", True),
        ("Sumpfpumpe 230 V", False), ("Summer hat", False), ("Totalisator", False), ("Jumlahkan", False), ("Tổng đài", False),
    ],
)  # fmt: skip
def test_what_begins_with_a_total(words: str, total: bool) -> None:
    assert bool(BEGINNING.match(words)) == total


def test_goods_whose_names_begin_as_a_total_are_lines(ws: Workspace, tmp_path: Path) -> None:
    book = Workbook()
    for row in (
        ["报价单"], ["客户：上海远景动力有限公司", None, None, "单号：Q-17"], [],
        ["序号", "产品名称", "单位", "数量", "单价", "金额"],
        ["Sumpfpumpe 230V", "Sumpfpumpe 230V", "台", 2, 100, 200], ["Summer", "Summer", "台", 1, 50, 50],
        ["合计", None, None, None, None, 250],
    ):  # fmt: skip
        book.active.append(row)
    book.save(tmp_path / "a.xlsx")
    run_import(ws, plan_import(ws, [tmp_path / "a.xlsx"]))
    assert queries.count(ws, "quote_line") == 2


def test_every_word_is_known_both_ways() -> None:
    for word in (*total_words._WHOLE, *total_words._PARTS):
        assert is_total(f"{word}: ")
        assert BEGINNING.match(f"{word.upper()} 5")
        assert word[0] in total_words.BEGINS
