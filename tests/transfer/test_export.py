"""Lists of a book written to files, and read back by other programs' readers and by ours."""

from __future__ import annotations

import csv
import html
import json
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.records import commands, queries
from app.records.conditions import Condition
from app.records.workspace import Workspace
from app.shared.errors import Cancelled, KebuError
from app.transfer.exporting.export import export
from app.transfer.exporting.writing import write_csv, write_xlsx
from app.transfer.reading import read_workbook


@pytest.fixture
def filled(ws: Workspace) -> Workspace:
    """Three customers, a contact, and quotes in two currencies."""
    commands.create(
        ws, "customer",
        {"name": "苏州恒瑞", "phone": "0512-6688 1234", "credit_limit": "-120000.5", "created_on": "2019-03-05",
         "level": "A", "tags": "老客户,机械", "notes": "=1+1"},
    )  # fmt: skip
    commands.create(ws, "customer", {"name": "Müller & Söhne", "city": "Köln", "postcode": "00123"})
    commands.create(ws, "customer", {"name": "重庆长安", "city": "重庆"})
    commands.create(ws, "contact", {"customer": 1, "name": "王强", "mobile": "138 0000 2317"})
    with ws.operation("Quotes") as op:
        op.insert(
            "quote",
            {"number": "Q1", "customer": 1, "currency": "CNY", "total": Decimal("1.50"), "date": date(2026, 7, 1)},
        )
        op.insert(
            "quote",
            {"number": "Q2", "customer": 2, "currency": "JPY", "total": Decimal(1500), "date": date(2026, 7, 1)},
        )
    return ws


def grid(path: Path) -> list[list[Any]]:
    return read_workbook(path).sheets[0].rows


def test_a_workbook_has_real_dates_and_numbers_and_text_for_phones(filled: Workspace, tmp_path: Path) -> None:
    assert export(filled, "customer", tmp_path / "a.xlsx") == 3
    sheet = openpyxl.load_workbook(tmp_path / "a.xlsx")["Customers"]
    head = {cell.value: cell.column for cell in sheet[1]}
    one = {name: sheet.cell(2, column) for name, column in head.items()}
    assert (one["Name"].value, one["Phone"].value, one["Notes"].value) == ("苏州恒瑞", "0512-6688 1234", "=1+1")
    assert one["Notes"].data_type == "inlineStr" or one["Notes"].data_type == "s"
    assert (one["Credit limit"].value, one["Credit limit"].number_format) == (-120000.5, "#,##0.00")
    assert (one["Created"].value, one["Created"].is_date) == (datetime(2019, 3, 5), True)
    assert (one["Phone"].number_format, sheet.cell(3, head["Postcode"]).value) == ("@", "00123")
    assert (sheet.freeze_panes, sheet["A1"].font.b, sheet["A1"].fill.fgColor.rgb) == ("A2", True, "FFE8EDF2")
    hidden = {
        name
        for name, column in head.items()
        if sheet.column_dimensions[openpyxl.utils.get_column_letter(column)].hidden
    }
    assert {name.split(":")[0] for name in hidden} == {"kebu"}


def test_amounts_show_the_decimals_of_their_currency(filled: Workspace, tmp_path: Path) -> None:
    export(filled, "quote", tmp_path / "a.xlsx", fields=["number", "total", "currency"])
    sheet = openpyxl.load_workbook(tmp_path / "a.xlsx").active
    assert [cell.value for cell in sheet[1]][:3] == ["Number", "Total", "Currency"]
    assert [(row[1].value, row[1].number_format) for row in sheet.iter_rows(min_row=2)] == [
        (1.5, "#,##0.00"),
        (1500, "#,##0"),
    ]


def test_a_sheet_that_is_read_back_has_no_hidden_columns(filled: Workspace, tmp_path: Path) -> None:
    export(filled, "customer", tmp_path / "a.xlsx", fields=["name", "city"])
    (sheet,) = read_workbook(tmp_path / "a.xlsx").sheets
    assert sheet.rows[:2] == [["Name", "City"], ["苏州恒瑞", None]]
    assert sheet.origin is not None
    assert (sheet.origin.kind, sheet.origin.fields, [row[0] for row in sheet.origin.rows.values()]) == (
        "customer", ("name", "city"), [1, 2, 3],
    )  # fmt: skip


@pytest.mark.parametrize("ending", [".xlsx", ".csv"])
def test_filter_columns_and_order_are_as_asked(filled: Workspace, tmp_path: Path, ending: str) -> None:
    where = (Condition("city", "not_empty"),)
    target = tmp_path / f"a{ending}"
    assert export(filled, "customer", target, where=where, fields=["city", "name"], order=[("name", True)]) == 2
    assert [row[0] for row in grid(target)] == ["City", "Köln", "重庆"] or [row[0] for row in grid(target)] == [
        "City", "重庆", "Köln",
    ]  # fmt: skip
    assert export(filled, "customer", target, numbers=[3, 1, 99]) == 2
    assert [row[0] for row in grid(target)][1:] == ["重庆长安", "苏州恒瑞"]


def test_json_is_what_the_command_line_lists(filled: Workspace, tmp_path: Path) -> None:
    assert export(filled, "contacts", tmp_path / "a.json") == 1
    (one,) = json.loads((tmp_path / "a.json").read_text("utf-8"))
    assert (one["id"], one["name"], one["customer"], one["customer_name"]) == (1, "王强", 1, "苏州恒瑞")
    assert one["mobile"] == {"typed": "138 0000 2317", "normal": "+8613800002317"}
    export(filled, "customers", tmp_path / "b.json", where=(Condition("id", "=", "99"),))
    assert json.loads((tmp_path / "b.json").read_text("utf-8")) == []


def test_gb18030_has_every_sign_and_no_mark_in_front(filled: Workspace, tmp_path: Path) -> None:
    commands.update(filled, "customer", 3, {"name": "𠮷野家 €"})
    export(filled, "customer", tmp_path / "a.csv", fields=["name"], encoding="gb18030")
    data = (tmp_path / "a.csv").read_bytes()
    assert data.decode("gb18030").split("\r\n") == ["Name", "苏州恒瑞", "Müller & Söhne", "𠮷野家 €", ""]
    write_csv(tmp_path / "b.csv", ["a"], [["x\ud800y"]], "gb18030")
    assert (tmp_path / "b.csv").read_bytes() == b"a\r\nx?y\r\n"


def test_what_cannot_be_exported_is_told_and_writes_nothing(filled: Workspace, tmp_path: Path) -> None:
    for kind, name, more in (
        ("customer", "a.pdf", {}),
        ("product", "a.vcf", {}),
        ("customer", "a.ics", {}),
        ("customer", "a.csv", {"encoding": "latin-1"}),
        ("customer", "a.csv", {"fields": ["nothing"]}),
        ("customer", "a.vcf", {"vcard": "2.1"}),
        ("customer", "a.csv", {"fields": []}),
    ):
        with pytest.raises(KebuError):
            export(filled, kind, tmp_path / name, **more)
        assert not (tmp_path / name).exists()


def test_a_stopped_export_leaves_the_old_file(filled: Workspace, tmp_path: Path) -> None:
    for name in ("a.xlsx", "a.csv", "a.json", "a.vcf"):
        (tmp_path / name).write_text("old")
        with pytest.raises(Cancelled):
            export(filled, "customer", tmp_path / name, cancelled=lambda: True)
        assert (tmp_path / name).read_text() == "old"


dangerous = st.builds(
    str.__add__,
    st.sampled_from(["=", "+", "-", "@", "\t", "\r", "'", "'=", "''-", '="', "-2+", "=HYPERLINK("]),
    st.text(st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\ufeff\ufffe\uffff"), max_size=20),
)


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(texts=st.lists(dangerous, min_size=1, max_size=30))
def test_no_text_becomes_a_formula_and_each_comes_back(tmp_path: Path, texts: list[str]) -> None:
    write_csv(tmp_path / "a.csv", ["h", "end"], [[text, "end"] for text in texts])
    rows = grid(tmp_path / "a.csv")[1:]
    # Every line break is read as the one that a sheet has.
    assert [row[0] for row in rows] == [text.replace("\r\n", "\n").replace("\r", "\n") for text in texts]
    raw = (tmp_path / "a.csv").read_bytes().decode("utf-8-sig")
    assert not any(line.lstrip('"').startswith(("=", "@", "\t")) for line in raw.split("\r\n")[1:])


@settings(max_examples=4, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(texts=st.lists(dangerous, min_size=1, max_size=30), numbers=st.lists(st.integers(-(10**9), -1), min_size=1))
def test_in_a_workbook_formulas_are_text_and_negative_numbers_numbers(
    tmp_path: Path, texts: list[str], numbers: list[int]
) -> None:
    write_xlsx(tmp_path / "a.xlsx", "a", ["h", "end"], [[one, "end"] for one in [*texts, *numbers]], ["", ""])
    sheet = openpyxl.load_workbook(tmp_path / "a.xlsx").active
    assert {row[0].data_type for row in sheet.iter_rows(min_row=2)} <= {"s", "inlineStr", "n"}
    found = [row[0] for row in grid(tmp_path / "a.xlsx")[1:]]
    assert found == [*(text.replace("\r", "\n") for text in texts), *numbers]


def test_dangerous_names_survive_the_way_out_and_in(filled: Workspace, tmp_path: Path) -> None:
    from app.transfer.commands import plan_import, run_import

    names = ["=cmd|' /C calc'!A0", "@SUM(1)", "-2+3 GmbH", "+1 Trading", "'=x", "＝SUM(A1)", "＠好", "－2 店"]
    with filled.operation("Names") as op:
        op.insert_many("customer", [{"name": name} for name in names])
    for ending in (".csv", ".xlsx"):
        export(filled, "customer", tmp_path / f"a{ending}", fields=["name", "city"])
        from app.main import dictionary

        other = Workspace.create(tmp_path / f"other{ending}.kebu", dictionary())
        run_import(other, plan_import(other, [tmp_path / f"a{ending}"]))
        found = {row["name"] for row in queries.rows(other, "customer", queries.ids(other, "customer"))}
        other.close()
        assert set(names) <= found


GUARDED = ["=1+1", "＝1+1", "+8613800002317", "'=x", "'t Hooft", "-5 %", "plain"]


@pytest.mark.parametrize("fields", [None, ["name", "notes", "city"]])
@pytest.mark.parametrize("ending", [".xlsx", ".html"])
def test_a_csv_that_a_spreadsheet_saved_as_its_own_comes_back_as_it_was(
    filled: Workspace, tmp_path: Path, fields: list[str] | None, ending: str
) -> None:
    with filled.operation("Notes") as op:
        op.insert_many("customer", [{"name": f"客户 {at}", "notes": text} for at, text in enumerate(GUARDED)])
    export(filled, "customer", tmp_path / "a.csv", fields=fields)
    with (tmp_path / "a.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.reader(file))
    found = _notes_of(tmp_path, rows, ending)
    assert [found[f"客户 {at}"] for at in range(len(GUARDED))] == GUARDED


def test_an_apostrophe_in_a_sheet_of_anybody_else_stays(tmp_path: Path) -> None:
    rows = [["客户名称", "所属业务员", "备注说明"], ["甲公司", "小王", "'=1+1"], ["乙公司", "小李", "'t Hooft"]]
    assert list(_notes_of(tmp_path, rows, ".xlsx").values()) == ["'=1+1", "'t Hooft"]


def _notes_of(folder: Path, rows: list[list[str]], ending: str) -> dict[str, str]:
    """The notes by name of the customers that an empty book has after the import of a file with these rows."""
    from app.main import dictionary
    from app.transfer.commands import plan_import, run_import

    file = folder / f"saved{ending}"
    if ending == ".xlsx":
        workbook = openpyxl.Workbook()
        for number, row in enumerate(rows, 1):
            for place, cell in enumerate(row, 1):
                workbook.active.cell(number, place).value = cell or None
                workbook.active.cell(number, place).data_type = "s"
        workbook.save(file)
    else:
        cells = ("".join(f"<td>{html.escape(cell)}</td>" for cell in row) for row in rows)
        file.write_text(f"<table>{''.join(f'<tr>{line}</tr>' for line in cells)}</table>", "utf-8")
    other = Workspace.create(folder / f"other{ending}.kebu", dictionary())
    run_import(other, plan_import(other, [file]))
    found = {
        str(row["name"]): str(row["notes"])
        for row in queries.rows(other, "customer", queries.ids(other, "customer", (), (("id", False),)))
    }
    other.close()
    return found
