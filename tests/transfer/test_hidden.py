"""Hidden rows and columns: taken, or left out when the user says so."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from time import process_time

import openpyxl
import pytest
from openpyxl.utils import get_column_letter

from app.records import queries
from app.records.workspace import Workspace
from app.shared.i18n import using
from app.transfer.columns.mapping import propose
from app.transfer.commands import plan_import, run_import
from app.transfer.drafting.context import Context
from app.transfer.drafting.drafts import draft
from app.transfer.grid.sheets import Sheet
from app.transfer.layout.data_rows import HIDDEN
from app.transfer.layout.hidden import LEAVE, shown
from app.transfer.layout.shaping import prepared
from app.transfer.plans.options import Options
from app.transfer.queries import make_plan, proposals
from app.transfer.readers import assembling
from app.transfer.reading import read_workbook
from app.transfer.reviewing import remembering
from tests.transfer.mapping_tools import TYPES, WORDS, book, sheet

HEAD = ["客户名称", "联系人", "电话", "内部备注"]
ROWS = [[f"苏州{name}有限公司", "张伟", f"1380000100{at}", f"秘密{at}"] for at, name in enumerate("甲乙丙丁")]


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A workbook with a hidden row and a hidden column."""
    made = openpyxl.Workbook()
    page = made.active
    for row in [HEAD, *ROWS]:
        page.append(row)
    page.row_dimensions[3].hidden = True
    page.column_dimensions["D"].hidden = True
    page["D2"].comment = openpyxl.comments.Comment("只给自己看", "我")
    made.save(tmp_path / "客户.xlsx")
    return tmp_path / "客户.xlsx"


def hidden_sheet() -> Sheet:
    return replace(sheet([HEAD, *ROWS]), hidden_rows=frozenset({2}), hidden_columns=frozenset({3}))


def test_they_are_taken_unless_the_user_says_otherwise(ws: Workspace, file: Path) -> None:
    plan = plan_import(ws, [file])
    told = plan.sheets[0].proposal.hidden
    assert (told.rows, told.columns, told.taken) == (1, (3,), True)
    with using("en"):
        assert told.words == "1 hidden row, hidden column D"
    run_import(ws, plan)
    notes = [row["notes"] for row in queries.rows(ws, "customer", queries.ids(ws, "customer"))]
    assert len(notes) == 4
    assert all("秘密" in note for note in notes)


def test_left_out_they_leave_no_trace(ws: Workspace, file: Path) -> None:
    plan = plan_import(ws, [file], Options(hidden=LEAVE))
    proposal = plan.sheets[0].proposal
    assert dict(proposal.layout.skipped) == {2: HIDDEN}
    assert [column.index for column in proposal.columns] == [0, 1, 2]
    done = run_import(ws, plan)
    assert done.sheets[0].to_json()["hidden"] == {"rows": 1, "columns": ["D"], "taken": False}
    rows = queries.rows(ws, "customer", queries.ids(ws, "customer"))
    assert sorted(row["name"] for row in rows) == sorted(row[0] for at, row in enumerate(ROWS) if at != 1)
    assert not any(row["notes"] for row in rows)


def test_a_remembered_mapping_does_not_bring_them_back(ws: Workspace) -> None:
    one = book(hidden_sheet())
    made = remembering.ready(ws, [(one, proposals(ws, one))], Options())
    now = made.recalled[0].now.changed(1, ())
    kept = remembering.profiles.made(made.recalled[0].first, made.recalled[0].found, now, {})
    assert kept is not None
    run_import(ws, make_plan(ws, [(one, [now])]), profiles=[kept])
    left = proposals(ws, one, Options(hidden=LEAVE))
    again = remembering.ready(ws, [(one, left)], Options(hidden=LEAVE))
    assert not again.recalled[0].now.hidden.taken
    assert len(again.recalled[0].now.layout.data) == 3


def test_the_sheet_without_them_keeps_its_places() -> None:
    one = hidden_sheet()
    assert shown(one).rows == [[*HEAD[:3], None], [*ROWS[0][:3], None], [], *([*row[:3], None] for row in ROWS[2:])]
    plain = sheet([HEAD, *ROWS])
    assert shown(plain) is plain


def test_a_hidden_column_of_a_turned_table_is_a_hidden_record() -> None:
    rows = [
        ["客户名称", "甲有限公司", "乙有限公司", "丙有限公司"],
        ["联系人", "张伟", "李娜", "王芳"],
        ["电话", *["13800001001"] * 3],
        ["底价", 1, 2, 3],
    ]
    one = replace(sheet([["对照表"], *rows]), hidden_rows=frozenset({4}), hidden_columns=frozenset({2}))
    (turned,) = prepared(book(one), WORDS).sheets
    proposal = propose(turned, WORDS, leave=True)
    found = draft(turned, proposal, Context(TYPES))[0]
    assert [made.customer["name"] for made in found] == ["甲有限公司", "丙有限公司"]
    assert not any(made.customer.get("notes") for made in found)


@pytest.mark.parametrize("long", [1_000, 100_000])
def test_all_columns_beside_the_list_may_be_hidden(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, long: int) -> None:
    made = openpyxl.Workbook(write_only=True)
    page = made.create_sheet("客户")
    for first, last in ((2, 2), (4, 16_384)):
        column = page.column_dimensions[get_column_letter(first)]
        column.min, column.max, column.hidden = first, last, True
    page.append(HEAD)
    for number in range(10_000):
        page.append(["甲有限公司", None, "13800001001", "底价" if number == 9_999 else None])
    made.save(tmp_path / "客户.xlsx")
    monkeypatch.setattr(assembling, "LONG", long)
    before = process_time()
    (read,) = read_workbook(tmp_path / "客户.xlsx").sheets
    assert process_time() - before < 4
    assert read.hidden_columns == {1, 3}
