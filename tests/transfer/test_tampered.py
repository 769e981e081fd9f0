"""Files of Kebu's own that somebody changed where nobody should: told in a sentence, or what was changed is left."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet

from app.main import create_workspace
from app.records import commands
from app.records.workspace import Workspace
from app.shared.errors import KebuError
from app.transfer.exporting.book_workbook import export_book
from app.transfer.exporting.export import export
from app.transfer.reviewing import profiles, remembering
from tests.transfer.imports import held, imported


@pytest.fixture
def filled(ws: Workspace) -> Workspace:
    for name in ("甲有限公司", "乙有限公司"):
        commands.create(ws, "customer", {"name": name, "city": "苏州", "tags": ("老",), "created_on": "2026-01-02"})
    return ws


@pytest.fixture
def other(tmp_path: Path) -> Iterator[Workspace]:
    made = create_workspace(tmp_path / "other.kebu")
    yield made
    made.close()


def changed(file: Path, change: Callable[[openpyxl.Workbook, Worksheet, dict[str, int]], None]) -> Path:
    book = openpyxl.load_workbook(file)
    sheet = book.worksheets[0]
    change(book, sheet, {str(cell.value).split(":1:")[0]: cell.column for cell in sheet[1]})
    book.save(file)
    return file


@pytest.mark.parametrize("run", ["1-99999999999999999999999999", "9" * 5_000, f"1-{10**18 - 1}", "2-1", "1-"])
def test_a_list_that_names_more_records_than_any_book_has(filled: Workspace, tmp_path: Path, run: str) -> None:
    export(filled, "customer", tmp_path / "a.xlsx")
    file = changed(tmp_path / "a.xlsx", lambda book, _sheet, _at: book["kebu"].__setitem__("B2", run))
    assert imported(filled, file).counts == {"duplicates": 2}


@pytest.mark.parametrize("number", ["9" * 5_000, "9" * 30, "-1", "²"])
def test_a_number_that_is_none_of_a_record(filled: Workspace, tmp_path: Path, number: str) -> None:
    export(filled, "customer", tmp_path / "a.xlsx")

    def change(_book: openpyxl.Workbook, sheet: Worksheet, at: dict[str, int]) -> None:
        sheet.cell(2, at["kebu:id"]).value = number
        sheet.cell(2, 1).value = "丙有限公司"

    imported(filled, changed(tmp_path / "a.xlsx", change))
    assert sorted(one["name"] for one in held(filled, "customer")) == ["丙有限公司", "乙有限公司", "甲有限公司"]


def exported(ws: Workspace, folder: Path, whole: bool) -> Path:
    """The whole book, or its customers alone, as a workbook."""
    file = folder / "a.xlsx"
    if whole:
        export_book(ws, file)
    else:
        export(ws, "customer", file)
    return file


@pytest.mark.parametrize("whole", [False, True])
def test_a_title_above_the_header_leaves_the_rows_what_they_are(
    filled: Workspace, other: Workspace, tmp_path: Path, whole: bool
) -> None:
    file = exported(filled, tmp_path, whole)

    def change(_book: openpyxl.Workbook, sheet: Worksheet, at: dict[str, int]) -> None:
        sheet.cell(2, at["City"]).value = "无锡"
        sheet.insert_rows(1, 2)
        sheet.cell(1, 1).value = "客户一览 2026"
        sheet.merge_cells("A1:D1")

    ws = other if whole else filled
    done = imported(ws, changed(file, change))
    assert done.counts == ({"created": 2} if whole else {"updated": 1, "duplicates": 1})
    assert [(change.row, change.field) for sheet in done.sheets for change in sheet.changes] == (
        [] if whole else [(4, "city")]
    )
    assert [(one["name"], one["city"], one["notes"]) for one in held(ws, "customer")] == [
        ("甲有限公司", "无锡", None), ("乙有限公司", "苏州", None),
    ]  # fmt: skip


def test_rows_that_are_no_records_make_none_and_added_ones_do(filled: Workspace, tmp_path: Path) -> None:
    file = tmp_path / "a.xlsx"
    export(filled, "customer", file)

    def change(_book: openpyxl.Workbook, sheet: Worksheet, at: dict[str, int]) -> None:
        header, first = ([cell.value for cell in sheet[number]] for number in (1, 2))
        sheet.append(header)
        sheet.append(first)
        sheet.append(["丁"])
        sheet.append(["合计"])
        sheet.cell(sheet.max_row, at["Credit limit"]).value = 1234567
        sheet.cell(sheet.max_row + 2, 1).value = "打印日期：2026-11-23"

    done = imported(filled, changed(file, change))
    assert done.counts == {"created": 1, "duplicates": 3}
    assert [one["name"] for one in held(filled, "customer")] == ["甲有限公司", "乙有限公司", "丁"]


def test_a_record_that_is_called_like_a_total_stays_one(filled: Workspace, tmp_path: Path) -> None:
    commands.create(filled, "customer", {"name": "合计"})
    file = tmp_path / "a.xlsx"
    export(filled, "customer", file)
    done = imported(filled, changed(file, lambda _book, sheet, _at: sheet.append(["丁有限公司"])))
    assert done.counts == {"created": 1, "duplicates": 3}


@pytest.mark.parametrize("whole", [False, True])
@pytest.mark.parametrize("cell", ["#N/A", "#REF!", "=1+"])
def test_an_error_of_a_formula_changes_nothing(
    filled: Workspace, other: Workspace, tmp_path: Path, cell: str, whole: bool
) -> None:
    file = exported(filled, tmp_path, whole)

    def change(_book: openpyxl.Workbook, sheet: Worksheet, at: dict[str, int]) -> None:
        sheet.cell(2, at["City"]).value = sheet.cell(3, 1).value = cell

    ws = other if whole else filled
    done = imported(ws, changed(file, change))
    assert [(one["name"], one["city"]) for one in held(ws, "customer")] == [
        ("甲有限公司", "苏州"),
        ("乙有限公司", "苏州"),
    ]
    assert [(one.row, one.column) for sheet in done.sheets for one in sheet.problems] == [(2, "City"), (3, "Name")]


@pytest.mark.parametrize(
    "stored",
    [
        '{"id":1,"name":"甲有限公司","tags":"{"}',
        '{"id":1,"name":"甲有限公司","created_on":"yesterday"}',
        '{"id":1,"name":["甲有限公司"]}',
        '{"id":1,"name":"甲有限公司","custom":"[1]"}',
        f'{{"id":1,"name":"甲有限公司","credit_limit":{10**30}}}',
        f'{{"id":{"9" * 5_000}}}',
        "[" * 20_000,
    ],
)
def test_a_row_of_a_whole_book_with_damaged_values_is_taken_from_its_cells(
    filled: Workspace, other: Workspace, tmp_path: Path, stored: str
) -> None:
    export_book(filled, tmp_path / "a.xlsx")
    file = changed(
        tmp_path / "a.xlsx", lambda _book, sheet, at: sheet.cell(2, at["kebu:exact"]).__setattr__("value", stored)
    )
    imported(other, file)
    assert sorted((one["name"], one["city"], one["tags"]) for one in held(other, "customer")) == [
        ("乙有限公司", "苏州", ("老",)), ("甲有限公司", "苏州", ("老",)),
    ]  # fmt: skip


@pytest.mark.parametrize("text", ["[" * 20_000, '["label"]', '{"label":"x","position":1e400}'])
def test_a_hidden_sheet_that_says_nothing_sensible_is_told(
    filled: Workspace, other: Workspace, tmp_path: Path, text: str
) -> None:
    export_book(filled, tmp_path / "a.xlsx")
    row = ["custom_field", "customer", 0, "x", 0, text]
    file = changed(tmp_path / "a.xlsx", lambda book, _sheet, _at: book["kebu"].append(row))
    with pytest.raises(KebuError, match="hidden sheet"):
        imported(other, file)


def mapping(path: Path, **more: object) -> Path:
    one = {"headers": ["a", "b"], "kind": "customers", "columns": {}} | more
    path.write_text(json.dumps({"format": "kebu-import-mapping", "version": 1, "mappings": [one]}), "utf-8")
    return path


def test_a_mapping_with_a_header_above_the_sheet_is_none(tmp_path: Path) -> None:
    (held_one,) = remembering.load(mapping(tmp_path / "a.json", header_row=profiles.NONE))
    assert held_one.header_row == profiles.NONE
    with pytest.raises(KebuError, match="holds no mapping"):
        remembering.load(mapping(tmp_path / "a.json", header_row=-7))


def test_a_mapping_file_that_is_nested_too_deeply_is_none(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text("[" * 200_000, "utf-8")
    with pytest.raises(KebuError, match="holds no mapping"):
        remembering.load(tmp_path / "a.json")
