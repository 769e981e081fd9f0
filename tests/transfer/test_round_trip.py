"""A list exported, edited in a spreadsheet, and imported: just the edits arrive."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl.worksheet.worksheet import Worksheet

from app.main import create_workspace
from app.records import commands, history, queries
from app.records.workspace import Workspace
from app.shared.i18n import using
from app.transfer.commands import plan_import, run_import
from app.transfer.exporting import fingerprints, origins
from app.transfer.exporting.export import export
from app.transfer.grid.sheets import Sheet
from app.transfer.plans.options import Options
from app.transfer.plans.planned import Action
from app.transfer.plans.planning import ImportPlan
from app.transfer.queries import make_plan, proposals
from app.transfer.reading import read_workbook
from app.transfer.reviewing.preview import changed_cells
from app.transfer.reviewing.report import result
from tests.transfer.imports import decided

FIELDS = ["name", "city", "phone", "level", "credit_limit", "created_on", "tags", "notes"]


@pytest.fixture
def filled(ws: Workspace) -> Workspace:
    """Five customers."""
    for number in range(1, 6):
        commands.create(
            ws, "customer",
            {"name": f"公司{number}", "city": "苏州", "phone": f"0512-6688 123{number}", "level": "A",
             "credit_limit": f"{number}000.50", "created_on": "2019-03-05", "tags": "老客户,机械", "notes": "一\n二"},
        )  # fmt: skip
    return ws


@pytest.fixture
def edited(filled: Workspace, tmp_path: Path) -> Callable[[Callable[[Worksheet, dict[str, int]], None]], Path]:
    """Exports the customers, lets a function edit the sheet, and gives the file."""

    def edit(change: Callable[[Worksheet, dict[str, int]], None]) -> Path:
        target = tmp_path / "客户.xlsx"
        export(filled, "customer", target, fields=FIELDS)
        book = openpyxl.load_workbook(target)
        change(book.active, {cell.value: cell.column for cell in book.active[1]})
        book.save(target)
        return target

    return edit


def told(plan: ImportPlan) -> list[tuple[int, int, str, Any, Any]]:
    return [(one.row, one.id, one.field, one.old, one.new) for sheet in plan.sheets for one in sheet.changes]


def test_nothing_edited_changes_nothing(filled: Workspace, edited: Any) -> None:
    plan = plan_import(filled, [edited(lambda sheet, head: None)])
    assert (told(plan), bool(plan.writes)) == ([], False)
    assert result(plan, None).counts["duplicates"] == 5


def test_a_copy_saved_by_another_program_is_the_same(filled: Workspace, tmp_path: Path) -> None:
    export(filled, "customer", tmp_path / "a.xlsx")
    book = openpyxl.load_workbook(tmp_path / "a.xlsx")
    book.save(tmp_path / "b.xlsx")
    plan = plan_import(filled, [tmp_path / "b.xlsx"])
    assert (told(plan), plan.sheets[0].problems) == ([], ())


def test_edited_cells_are_shown_and_applied_alone(filled: Workspace, edited: Any) -> None:
    def change(sheet: Worksheet, head: dict[str, int]) -> None:
        sheet.cell(2, head["City"]).value = "无锡"
        sheet.cell(3, head["Credit limit"]).value = -12.5
        sheet.cell(3, head["Created"]).value = datetime(2020, 1, 2)
        sheet.cell(4, head["Level"]).value = "B"
        sheet.cell(4, head["Tags"]).value = "新客户"
        sheet.cell(5, head["Notes"]).value = None

    target = edited(change)
    commands.update(filled, "customer", 5, {"city": "南京"})
    plan = plan_import(filled, [target])
    assert told(plan) == [
        (2, 1, "city", "苏州", "无锡"),
        (3, 2, "credit_limit", "2000.50", "-12.50"),
        (3, 2, "created_on", "2019-03-05", "2020-01-02"),
        (4, 3, "level", "A", "B"),
        (4, 3, "tags", ["老客户", "机械"], ["新客户"]),
        (5, 4, "notes", "一\n二", None),
    ]
    assert json.loads(json.dumps(result(plan, None).to_json()))["files"][0]["sheets"][0]["changes"][0] == {
        "row": 2, "id": 1, "field": "city", "old": "苏州", "new": "无锡",
    }  # fmt: skip
    run_import(filled, plan)
    rows = {row.id: row for row in queries.rows(filled, "customer", [1, 2, 3, 4, 5])}
    assert (rows[1]["city"], rows[2]["credit_limit"], rows[2]["created_on"]) == (
        "无锡",
        Decimal("-12.50"),
        date(2020, 1, 2),
    )
    assert (rows[3]["tags"], rows[4]["notes"], rows[5]["city"]) == (("新客户",), None, "南京")
    history.undo(filled)
    assert queries.get(filled, "customer", 1)["city"] == "苏州"
    assert queries.get(filled, "customer", 5)["city"] == "南京"


def test_sorted_removed_added_and_moved_rows_and_columns(filled: Workspace, edited: Any) -> None:
    def change(sheet: Worksheet, head: dict[str, int]) -> None:
        rows = [[cell.value for cell in row] for row in sheet.iter_rows()]
        header, body = rows[0], rows[1:][::-1]
        body[0][head["City"] - 1] = "上海"
        del body[2]
        body.append(["新公司", "常州", *[None] * (len(header) - 2)])
        order = [1, 0, *range(3, len(header))]
        sheet.delete_rows(1, sheet.max_row)
        for row in [header, *body]:
            sheet.append([row[place] for place in order])

    plan = plan_import(filled, [edited(change)])
    assert told(plan) == [(2, 5, "city", "苏州", "上海")]
    assert result(plan, None).counts["created"] == 1
    run_import(filled, plan)
    assert queries.count(filled, "customer") == 6
    assert queries.get(filled, "customer", 3)["phone"].typed == "0512-6688 1233"
    assert queries.find(filled, "customer", "新公司")["city"] == "常州"


def clashing(filled: Workspace, edited: Any) -> Path:
    """City and level of the first row edited in the sheet, city changed in the book as well; the city of the second."""

    def change(sheet: Worksheet, head: dict[str, int]) -> None:
        sheet.cell(2, head["City"]).value = "无锡"
        sheet.cell(2, head["Level"]).value = "B"
        sheet.cell(3, head["City"]).value = "无锡"

    target = edited(change)
    commands.update(filled, "customer", 1, {"city": "南京", "notes": "三"})
    return target


def held(ws: Workspace) -> list[tuple[Any, ...]]:
    return [(one["city"], one["level"], one["notes"]) for one in queries.rows(ws, "customer", [1, 2])]


def test_a_cell_changed_on_both_sides_keeps_the_books_and_the_other_cells_are_taken(
    filled: Workspace, edited: Any
) -> None:
    plan = plan_import(filled, [clashing(filled, edited)])
    clashes = [(one.row, one.field, one.said, one.taken) for one in plan.sheets[0].changes if one.conflict]
    assert clashes == [(2, "city", ("南京", "无锡"), False)]
    (problem,) = plan.sheets[0].problems
    assert (problem.row, problem.column, problem.value, problem.fatal) == (2, "City", "无锡", False)
    assert "keeps “南京”" in problem.reason
    told_json = result(plan, None).to_json()["files"][0]["sheets"][0]["changes"][0]
    assert told_json == {
        "row": 2, "id": 1, "field": "city", "old": "南京", "new": "无锡", "conflict": True, "taken": "book",
    }  # fmt: skip
    run_import(filled, plan)
    assert held(filled) == [("南京", "B", "三"), ("无锡", "A", "一\n二")]


def test_conflicts_are_decided_cell_by_cell_row_by_row_or_all_alike(filled: Workspace, edited: Any) -> None:
    target = clashing(filled, edited)
    every = plan_import(filled, [target], Options(conflicts="file"))
    row = plan_import(filled, [target], Options(decisions={(0, 2): "merge"}))
    cell = decided(plan_import(filled, [target]), {}, {(0, 2): frozenset({"city"})})
    for plan in (every, row, cell):
        assert plan.sheets[0].problems == ()
        assert plan.writes.updates["customer"][1] == {"city": "无锡", "level": "B"}
    back = decided(every, {}, {(0, 2): frozenset({"-city"})})
    assert back.writes.updates["customer"][1] == {"level": "B"}
    kept = decided(every, {(0, 2): "keep"})
    assert (kept.sheets[0].problems, kept.writes.updates["customer"][1]) == ((), {"level": "B"})
    out = decided(every, {(0, 2): "skip"})
    assert 1 not in out.writes.updates["customer"]
    run_import(filled, every)
    assert held(filled)[0] == ("无锡", "B", "三")
    assert told(plan_import(filled, [target])) == []


def test_a_row_with_conflicts_alone_is_told_as_skipped(filled: Workspace, edited: Any) -> None:
    target = edited(lambda sheet, head: setattr(sheet.cell(2, head["City"]), "value", "无锡"))
    commands.update(filled, "customer", 1, {"city": "南京"})
    plan = plan_import(filled, [target])
    row = next(one for one in plan.sheets[0].rows if one.number == 2)
    assert (row.action, [one.fatal for one in row.problems], bool(plan.writes)) == (Action.SKIP, [True], False)


def test_the_same_edit_on_both_sides_is_no_conflict(filled: Workspace, edited: Any) -> None:
    target = edited(lambda sheet, head: setattr(sheet.cell(2, head["City"]), "value", "无锡"))
    commands.update(filled, "customer", 1, {"city": "无锡"})
    assert told(plan_import(filled, [target])) == []


def test_removed_rows_are_told_and_deleted_only_when_wanted(filled: Workspace, edited: Any) -> None:
    target = edited(lambda sheet, head: sheet.delete_rows(3, 2))
    commands.delete(filled, "customer", [3])
    plan = plan_import(filled, [target])
    assert [(one.id, one.title, one.deleted) for one in plan.sheets[0].removed] == [(2, "公司2", False)]
    assert not plan.writes
    assert result(plan, None).to_json()["files"][0]["sheets"][0]["removed"] == [
        {"id": 2, "name": "公司2", "deleted": False}
    ]
    ticked = decided(plan, {(0, -2): "delete"})
    every = plan_import(filled, [target], Options(removed="delete"))
    assert ticked.writes.deletes == every.writes.deletes == {"customer": [2]}
    assert not decided(every, {(0, -2): "keep"}).writes
    run_import(filled, ticked)
    assert list(queries.ids(filled, "customer", order=(("id", False),))) == [1, 4, 5]
    history.undo(filled)
    assert queries.get(filled, "customer", 2).title == "公司2"


def test_a_file_that_lost_its_hidden_sheet_tells_of_no_removed_rows(filled: Workspace, edited: Any) -> None:
    def change(sheet: Worksheet, head: dict[str, int]) -> None:
        sheet.delete_rows(3)
        sheet.parent.remove(sheet.parent["kebu"])

    plan = plan_import(filled, [edited(change)])
    assert (plan.sheets[0].removed, told(plan)) == ((), [])


@given(st.sets(st.integers(1, 400)))
def test_the_hidden_list_tells_the_ids_again(numbers: set[int]) -> None:
    rows = [["kebu:list", "ids"], *map(list, origins.list_rows("customer", list(numbers)))]
    found = dict(origins._listed(Sheet("kebu", rows)))
    assert found.get("customer", frozenset()) == numbers


def test_overwriting_takes_the_sheets_side_of_all_conflicts(filled: Workspace, edited: Any) -> None:
    target = edited(lambda sheet, head: setattr(sheet.cell(2, head["City"]), "value", "无锡"))
    commands.update(filled, "customer", 1, {"city": "南京", "level": "C"})
    run_import(filled, plan_import(filled, [target], Options(on_duplicate="overwrite")))
    one = queries.get(filled, "customer", 1)
    assert (one["city"], one["level"]) == ("无锡", "C")


def test_rows_of_deleted_records_and_cells_that_do_not_fit(filled: Workspace, edited: Any) -> None:
    def change(sheet: Worksheet, head: dict[str, int]) -> None:
        sheet.cell(2, head["City"]).value = "无锡"
        sheet.cell(3, head["Level"]).value = "VIP??"
        sheet.cell(3, head["City"]).value = "无锡"
        sheet.cell(4, head["Name"]).value = None
        sheet.cell(1, sheet.max_column + 1).value = "备忘"

    target = edited(change)
    commands.delete(filled, "customer", [1])
    plan = plan_import(filled, [target])
    problems = {(one.row, one.column, one.fatal) for sheet in plan.sheets for one in sheet.problems}
    assert problems == {(2, "", True), (3, "Level", False), (4, "Name", False), (1, "备忘", False)}
    assert told(plan) == [(3, 2, "city", "苏州", "无锡")]


def test_a_cell_mended_in_the_preview_is_taken(filled: Workspace, edited: Any) -> None:
    target = edited(lambda sheet, head: setattr(sheet.cell(3, head["Level"]), "value", "VIP??"))
    book = read_workbook(target)
    found = proposals(filled, book)
    book = changed_cells(book, {(book.sheets[0].name, 3, FIELDS.index("level")): "B"})
    plan = make_plan(filled, [(book, found)])
    assert told(plan) == [(3, 2, "level", "A", "B")]


def test_the_language_of_the_import_may_be_another(filled: Workspace, tmp_path: Path) -> None:
    target = tmp_path / "a.xlsx"
    with using("zh"):
        export(filled, "customer", target, fields=["name", "status", "kind", "city"])
    book = openpyxl.load_workbook(target)
    assert book.active["A1"].value == "名称" or book.active["A1"].value != "Name"
    book.active["D2"].value = "无锡"
    book.save(target)
    plan = plan_import(filled, [target])
    assert told(plan) == [(2, 1, "city", "苏州", "无锡")]
    assert plan.sheets[0].problems == ()


def test_kinds_that_no_foreign_sheet_holds_come_back_too(filled: Workspace, tmp_path: Path) -> None:
    commands.create(filled, "activity", {"customer": 1, "kind": "call", "done_at": "2026-07-01 09:30", "text": "问价"})
    target = tmp_path / "a.xlsx"
    export(filled, "activities", target)
    book = openpyxl.load_workbook(target)
    head = {cell.value: cell.column for cell in book.active[1]}
    book.active.cell(2, head["What was said"]).value = "问交期"
    book.active.cell(2, head["Customer"]).value = "公司2"
    book.save(target)
    plan = plan_import(filled, [target])
    assert {(one[2], one[4]) for one in told(plan)} == {("text", "问交期"), ("customer", 2)}
    run_import(filled, plan)
    (row,) = queries.rows(filled, "activity", [1])
    assert (row["text"], row["customer"]) == ("问交期", 2)


def test_another_book_takes_the_sheet_as_any(filled: Workspace, edited: Any, tmp_path: Path) -> None:
    from app.main import dictionary

    target = edited(lambda sheet, head: None)
    other = Workspace.create(tmp_path / "other.kebu", dictionary())
    plan = plan_import(other, [target])
    assert (told(plan), result(plan, None).counts["created"]) == ([], 5)
    run_import(other, plan)
    assert queries.get(other, "customer", 1)["notes"] == "一\n二"
    other.close()


@given(
    number=st.one_of(st.integers(-(10**14), 10**14), st.decimals(-(10**8), 10**8, places=4)),
    text=st.text(max_size=40),
    day=st.dates(date(1900, 3, 1)),
)
def test_marks_are_the_same_for_what_a_spreadsheet_gives_back(number: Any, text: str, day: date) -> None:
    assert fingerprints.mark(number) == fingerprints.mark(float(number))
    assert fingerprints.mark(day) == fingerprints.mark(datetime(day.year, day.month, day.day))
    assert fingerprints.mark(text) == fingerprints.mark(text.replace("\r\n", "\n").replace("\r", "\n"))
    assert fingerprints.marks([[number, None], [text, text]]) == [
        fingerprints.mark(number) + fingerprints.mark(text),
        "0000" + fingerprints.mark(text),
    ]


CELLS = st.dictionaries(
    st.tuples(st.integers(1, 4), st.sampled_from(["city", "short_name", "source"])), st.sampled_from("ABC")
)


@settings(max_examples=12, deadline=None)
@given(
    in_file=CELLS,
    in_book=CELLS,
    side=st.sampled_from(["book", "file"]),
    order=st.permutations([1, 2, 3, 4]),
    out=st.sets(st.integers(1, 4)),
    sweep=st.booleans(),
)
def test_whatever_is_edited_on_either_side_arrives_as_decided(
    in_file: Any, in_book: Any, side: str, order: list[int], out: set[int], sweep: bool
) -> None:
    names = ["name", "city", "short_name", "source"]
    with TemporaryDirectory() as place:
        ws = create_workspace(Path(place) / "a.kebu")
        for number in range(1, 5):
            commands.create(
                ws, "customer", {"name": f"公司{number}", "city": "苏州", "short_name": "短", "source": "展会"}
            )
        export(ws, "customer", Path(place) / "a.xlsx", fields=names)
        book = openpyxl.load_workbook(Path(place) / "a.xlsx")
        sheet = book.worksheets[0]
        rows = {number: [cell.value for cell in sheet[number + 1]] for number in range(1, 5)}
        for (number, name), value in in_file.items():
            rows[number][names.index(name)] = value
        sheet.delete_rows(2, 4)
        for number in order:
            if number not in out:
                sheet.append(rows[number])
        book.save(Path(place) / "a.xlsx")
        for (number, name), value in in_book.items():
            commands.update(ws, "customer", number, {name: value})
        wanted = {one.id: dict(one.values) for one in queries.rows(ws, "customer", range(1, 5), names)}
        plan = plan_import(ws, [Path(place) / "a.xlsx"], Options(conflicts=side, removed="delete" if sweep else "keep"))
        run_import(ws, plan)
        for (number, name), value in in_file.items():
            if number not in out and ((number, name) not in in_book or side == "file"):
                wanted[number][name] = value
        left = [number for number in range(1, 5) if not (sweep and number in out)]
        assert {one.id: dict(one.values) for one in queries.rows(ws, "customer", range(1, 5), names)} == {
            number: wanted[number] for number in left
        }
        assert {one.id for one in plan.sheets[0].removed} == out
        ws.close()
