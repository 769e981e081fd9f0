"""Lists of any record type: made-up ones, Kebu's own with new rows, and what holds for all of them."""

from __future__ import annotations

import sqlite3
import tempfile
from collections.abc import Iterator
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import openpyxl
import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from app.main import dictionary
from app.records import commands, history, queries
from app.records.dictionary import Dictionary
from app.records.fields import Choice, Field, FieldKind, RecordType
from app.records.storage import columns
from app.records.workspace import Workspace
from app.sales.commands import new_quote
from app.sales.view import Line
from app.shared.clock import FixedClock
from app.transfer.commands import plan_import, run_import
from app.transfer.exporting.export import export
from app.transfer.plans.options import Options
from app.transfer.queries import make_plan, proposals
from app.transfer.reviewing import preview
from app.transfer.reviewing.report import result
from tests.transfer.imports import held, imported
from tests.transfer.mapping_tools import book, sheet
from tests.transfer.sheets_made import workbook

K = FieldKind
STATES = (Choice("open", "Open", ("待修",)), Choice("done", "Done", ("已修好",)))
REPAIR = RecordType(
    name="repair", plural="repairs", code=28, label="Repair", label_plural="Repairs", title="subject", number="number",
    parent="customer", synonyms=("维修登记", "报修单"),
    fields=(
        Field("number", K.TEXT, "Repair number", synonyms=("维修单号", "报修单号"), required=True, searched=True, indexed=True),
        Field("customer", K.LINK, "Customer", synonyms=("报修单位",), link="customer", required=True, indexed=True),
        Field("contact", K.LINK, "Contact", synonyms=("报修人",), link="contact"),
        Field("product", K.LINK, "Product", synonyms=("设备", "机型"), link="product"),
        Field("quote", K.LINK, "Quote", synonyms=("对应报价单",), link="quote"),
        Field("reported_on", K.DATE, "Reported on", synonyms=("报修日期",), required=True),
        Field("subject", K.TEXT, "Fault", synonyms=("故障现象", "故障描述"), required=True, searched=True),
        Field("state", K.CHOICE, "State", synonyms=("处理状态",), choices=STATES, default="open"),
        Field("fee", K.MONEY, "Fee", synonyms=("维修费",)),
        Field("notes", K.LONG_TEXT, "Notes", synonyms=("备注",)),
    ),
)  # fmt: skip
PART = RecordType(
    name="repair_part", plural="repair_parts", code=29, label="Part", label_plural="Parts", parent="repair", standalone=False,
    fields=(
        Field("repair", K.LINK, "Repair", link="repair", required=True),
        Field("position", K.INTEGER, "Position", required=True),
        Field("name", K.TEXT, "Part", synonyms=("更换配件", "配件名称"), required=True),
        Field("quantity", K.QUANTITY, "Quantity", synonyms=("数量",)),
    ),
)  # fmt: skip
VISIT = RecordType(
    name="inspection", plural="inspections", code=30, label="Inspection", label_plural="Inspections", title="finding",
    parent="customer", synonyms=("巡检记录",),
    fields=(
        Field("customer", K.LINK, "Customer", link="customer", required=True),
        Field("seen_on", K.DATE, "Seen on", synonyms=("巡检日期",), required=True),
        Field("finding", K.TEXT, "Finding", synonyms=("巡检结果",), required=True),
        Field("passed", K.BOOLEAN, "Passed", synonyms=("是否合格",)),
        Field("score", K.INTEGER, "Score", synonyms=("得分",)),
    ),
)  # fmt: skip
REPAIRS = [
    ["维修登记表"],
    [
        "维修单号",
        "报修日期",
        "报修单位",
        "报修人",
        "设备",
        "故障现象",
        "更换配件",
        "数量",
        "处理状态",
        "维修费",
        "对应报价单",
        "下次回访日期",
        "工程师",
    ],
    [
        "W-1",
        "2026-5-1",
        "甲机械有限公司",
        "张伟",
        "P1",
        "漏水",
        "密封圈",
        2,
        "已修好",
        "120元",
        "Q1",
        "2026-9-1",
        "老周",
    ],
    [
        "merged",
        "merged",
        "merged",
        "merged",
        "merged",
        "merged",
        "轴承",
        1,
        "merged",
        "merged",
        "merged",
        "merged",
        "老周",
    ],
    ["W-2", "2026-5-3", "乙电子有限公司", None, "没有的机型", "不转", "电机", 1, "待修", None, None, None, "老周"],
]


@pytest.fixture
def wide(tmp_path: Path) -> Iterator[Workspace]:
    """A book of a dictionary with made-up record types."""
    clock = FixedClock(datetime(2026, 7, 22, 10, 30, tzinfo=ZoneInfo("Asia/Shanghai")))
    Workspace.create(tmp_path / "wide.kebu", dictionary(), clock=clock).close()
    with sqlite3.connect(tmp_path / "wide.kebu") as book_file:
        for record in (REPAIR, PART, VISIT):
            held_as = ", ".join(f'"{column.name}" {column.type}' for column in columns(record))
            book_file.execute(f'CREATE TABLE "{record.name}" (id INTEGER PRIMARY KEY AUTOINCREMENT, {held_as})')
    book_file.close()
    ws = Workspace.open(tmp_path / "wide.kebu", Dictionary((*dictionary().types, REPAIR, PART, VISIT)), clock=clock)
    yield ws
    ws.close()


def test_a_made_up_record_comes_in_with_its_lines_and_links(wide: Workspace, tmp_path: Path) -> None:
    product = commands.create(wide, "product", {"code": "P1", "name": "循环泵"}).id
    customer = commands.create(wide, "customer", {"name": "甲机械有限公司"}).id
    quote = new_quote(wide, customer, lines=[Line(name="泵")]).id
    REPAIRS[2][10] = queries.get(wide, "quote", quote)["number"]
    file = workbook(tmp_path / "维修.xlsx", Sheet1=REPAIRS)
    done = imported(wide, file)
    (told,) = done.sheets
    assert (told.kind, told.header_row, told.rows, dict(told.counts)) == ("repairs", 2, 3, {"created": 3})
    assert told.mapping["更换配件"] == "repair_part.name"
    first, second = held(wide, "repair")
    assert (first["number"], first["customer"], first["product"], first["quote"]) == ("W-1", customer, product, quote)
    assert (first["reported_on"], first["state"], first["fee"]) == (date(2026, 5, 1), "done", Decimal("120.00"))
    assert first["notes"] == "工程师: 老周\n下次回访日期: 2026-09-01"
    assert (second["product"], second["state"]) == (None, "open")
    assert "Product: 没有的机型" in second["notes"]
    assert [(one["repair"], one["position"], one["name"]) for one in held(wide, "repair_part")] == [
        (1, 1, "密封圈"), (1, 2, "轴承"), (2, 1, "电机"),
    ]  # fmt: skip
    (reminder,) = held(wide, "reminder")
    assert (reminder["about_id"], reminder["due_at"]) == (customer, datetime(2026, 9, 1))
    assert dict(imported(wide, file).counts) == {"duplicates": 3}
    history.undo(wide)
    assert [queries.count(wide, kind) for kind in ("repair", "repair_part", "reminder", "customer")] == [0, 0, 0, 1]


def test_a_made_up_record_without_number_and_notes(wide: Workspace) -> None:
    rows = [
        ["客户", "巡检日期", "巡检结果", "是否合格", "得分", "巡检员"],
        ["甲机械有限公司", "2026-5-1", "皮带松", "否", 70, "老周"],
        ["乙电子有限公司", "2026-5-2", "正常", "是", "很高", "老周"],
        ["乙电子有限公司", None, "正常", "是", 90, "老周"],
    ]
    done = imported(wide, book(sheet(rows, name="巡检记录")))
    (told,) = done.sheets
    assert (told.kind, told.mapping["巡检员"], dict(told.counts)) == ("inspections", "custom:巡检员", {"created": 3})
    assert [(one.row, one.fatal) for one in told.problems if one.index >= 0] == [(3, False), (4, False)]
    first, second, undated = held(wide, "inspection")
    assert (first["passed"], first["score"], second["passed"], second["score"]) == (False, 70, True, None)
    assert (undated["score"], undated["seen_on"]) == (90, date(2026, 7, 22))
    own = next(field for field in wide.dictionary.type("inspection").fields if field.custom)
    assert (own.label, first[own.name]) == ("巡检员", "老周")
    assert dict(imported(wide, book(sheet(rows, name="巡检记录"))).counts) == {"duplicates": 3}


def test_the_mapping_page_knows_every_kind_and_its_fields(wide: Workspace) -> None:
    kinds = dict(preview.kinds_of(wide))
    assert list(kinds) == [
        "customers",
        "contacts",
        "products",
        "activities",
        "reminders",
        "quotes",
        "repairs",
        "inspections",
    ]
    types = preview.types_of(wide)
    groups = dict(preview.targets(types, "repairs"))
    assert {"number", "customer", "contact.name", "product", "reported_on", "subject", "fee"} <= set(groups["Repair"])
    assert {"repair_part.name", "repair_part.quantity"} <= set(groups["Part"])
    assert {"customer.phone", "customer.code"} <= set(groups["Customer"])
    for kind in kinds:
        for _label, names in preview.targets(types, kind):
            for name in names:
                assert preview.field_of(types, kind, name) is not None, (kind, name)
                assert preview.target_name(types, kind, (name,)) not in ("", name)


def test_a_kind_that_the_user_names_is_taken(ws: Workspace) -> None:
    rows = [["客户", "日期", "备注"], ["甲公司", "2026-7-1", "问价"], ["乙公司", "2026-7-2", "报价"]]
    file = book(sheet(rows))
    assert proposals(ws, file)[0].kind != "reminders"
    (found,) = proposals(ws, file, Options(kind="reminders"))
    assert found.mapping() == {"客户": "customer", "日期": "due_at", "备注": "text"}
    again = preview.read_anew(ws, file.sheets[0], "activities", 1)
    assert (again.kind, again.mapping()["日期"]) == ("activities", "done_at")
    run_import(ws, make_plan(ws, [(file, [again])]))
    assert [one["text"] for one in held(ws, "activity")] == ["问价", "报价"]


def exported(ws: Workspace, kind: str, target: Path, *rows: dict[str, Any]) -> Path:
    """A list that Kebu exported, with rows that someone added in the spreadsheet."""
    export(ws, kind, target)
    file = openpyxl.load_workbook(target)
    head = {cell.value: cell.column for cell in file.active[1]}
    for number, row in enumerate(rows, file.active.max_row + 1):
        for name, value in row.items():
            column = head.setdefault(name, max(head.values()) + 1)
            file.active.cell(1, column).value = name
            file.active.cell(number, column).value = value
    file.save(target)
    return target


def test_new_rows_of_exported_lists_are_created(ws: Workspace, tmp_path: Path) -> None:
    customer = commands.create(ws, "customer", {"name": "甲公司"}).id
    commands.create(
        ws, "activity", {"customer": customer, "kind": "call", "done_at": "2026-07-01 09:30", "text": "问价"}
    )
    commands.create(ws, "reminder", {"text": "回电", "due_at": "2026-07-30 09:00"})
    new_quote(ws, customer, lines=[Line(name="泵", quantity=Decimal(1), price=Decimal(5))])
    activities = exported(
        ws, "activities", tmp_path / "a.xlsx",
        {"Customer": "甲公司", "Kind": "Visit", "Done at": datetime(2026, 7, 3, 14), "What was said": "看厂", "By": "Tom"},
        {"Customer": "丙公司", "Kind": "Call", "Done at": "2026-07-04", "What was said": "新客户"},
        {"Customer": "甲公司", "Kind": "Call", "What was said": "没有日期"},
    )  # fmt: skip
    done = imported(ws, activities)
    assert dict(done.sheets[0].counts) == {"created": 3, "duplicates": 1}
    assert [one.fatal for one in done.sheets[0].problems if one.row == 5] == [False]
    assert [(one["customer"], one["kind"], one["text"]) for one in held(ws, "activity")][1:] == [
        (1, "visit", "看厂"), (2, "call", "新客户"), (1, "call", "没有日期"),
    ]  # fmt: skip
    assert dict(imported(ws, activities).sheets[0].counts) == {"duplicates": 4}
    reminders = exported(
        ws, "reminders", tmp_path / "r.xlsx", {"Customer": "甲公司", "What to do": "收款", "Due": "2026-08-01"}
    )
    assert dict(imported(ws, reminders).sheets[0].counts) == {"created": 1, "duplicates": 1}
    assert (held(ws, "reminder")[1]["about_id"], held(ws, "reminder")[1]["all_day"]) == (customer, True)
    quotes = exported(
        ws,
        "quotes",
        tmp_path / "q.xlsx",
        {"Customer": "甲公司", "Date": date(2026, 7, 5), "Project": "改造", "Total": 900},
    )
    assert dict(imported(ws, quotes).sheets[0].counts) == {"created": 1, "duplicates": 1}
    assert (held(ws, "quote")[1]["number"], held(ws, "quote")[1]["total"]) == ("Q2607-002", Decimal("900.00"))


def test_a_list_of_another_book_comes_in_as_any(ws: Workspace, tmp_path: Path) -> None:
    clock = FixedClock(datetime(2026, 7, 22, 10, 30, tzinfo=ZoneInfo("Asia/Shanghai")))
    other = Workspace.create(tmp_path / "other.kebu", dictionary(), clock=clock)
    customer = commands.create(other, "customer", {"name": "甲公司"}).id
    contact = commands.create(other, "contact", {"customer": customer, "name": "张伟"}).id
    commands.create(
        other,
        "activity",
        {"customer": customer, "contact": contact, "kind": "call", "done_at": "2026-07-01 09:30", "text": "问价\n再打"},
    )
    target = tmp_path / "a.xlsx"
    export(other, "activities", target)
    other.close()
    imported(ws, target)
    (found,) = held(ws, "activity")
    assert (found["done_at"], found["text"], found["contact"]) == (datetime(2026, 7, 1, 9, 30), "问价\n再打", 1)
    assert dict(imported(ws, target).counts) == {"duplicates": 1}


NAMES = st.sampled_from(
    ["甲机械有限公司", "甲机械", "乙电子有限公司", "ACME Pumps Ltd", "acme pumps", "丙", "李四", ""]
)
DAYS = st.sampled_from(
    ["2019-3-5", "2019.3.5 14:30", "2019年3月5日", datetime(2020, 1, 2), date(2026, 9, 1), "某天", None, 43529]
)
TEXTS = st.sampled_from(["问价", "报价 偏高", "问价\n再打", "Called", "", None, "没人接", 12])
KINDS = st.sampled_from(["电话", "上门拜访", "不知道", None])
ROWS = st.lists(st.tuples(DAYS, NAMES, KINDS, TEXTS, DAYS), min_size=1, max_size=14)
GOODS = st.lists(
    st.tuples(
        st.sampled_from(["B1", "B2", "b1", None]), DAYS, NAMES, st.sampled_from(["泵", "阀", None]),
        st.sampled_from([1, 2.5, "3台", None, "若干"]), st.sampled_from([10, "12.5元", None]), st.sampled_from([10, 25, None, "x"]),
    ), min_size=1, max_size=12,
)  # fmt: skip
CASES = settings(max_examples=12, phases=(Phase.explicit, Phase.reuse, Phase.generate))
"""A failure is told as it was found: each case makes a book of its own, and making it smaller would take minutes."""


def twice(rows: list[list[Any]], name: str) -> None:
    """Every row is counted once or told as a problem; the same file again makes nothing; undo gives the book back."""
    clock = FixedClock(datetime(2026, 7, 22, 10, 30, tzinfo=ZoneInfo("Asia/Shanghai")))
    with tempfile.TemporaryDirectory() as folder:
        ws = Workspace.create(Path(folder) / "a.kebu", dictionary(), clock=clock)
        try:
            commands.create(ws, "customer", {"name": "乙电子有限公司"})
            kinds = ("customer", "contact", "activity", "reminder", "quote", "quote_line")
            before = [queries.count(ws, kind) for kind in kinds]
            for again in (False, True):
                plan = plan_import(ws, [book(sheet(rows, name=name))])
                for one in result(plan, None).sheets:
                    told = {problem.row for problem in one.problems if problem.fatal}
                    assert one.rows == sum(one.counts.values()) + len(told)
                    assert not again or not one.counts["created"]
                done = run_import(ws, plan)
                if not again:
                    after = [queries.count(ws, kind) for kind in kinds]
                else:
                    assert [queries.count(ws, kind) for kind in kinds] == after
                    assert done.operation is None
            if after != before:
                history.undo(ws)
            assert [queries.count(ws, kind) for kind in kinds] == before
        finally:
            ws.close()


@CASES
@given(ROWS)
def test_a_history_twice_makes_nothing_new(rows: list[tuple[Any, ...]]) -> None:
    twice([["日期", "客户名称", "方式", "沟通内容", "下次跟进"], *map(list, rows)], "联系记录")


@CASES
@given(GOODS)
def test_quotes_twice_make_nothing_new(rows: list[tuple[Any, ...]]) -> None:
    twice([["报价单号", "报价日期", "客户", "产品名称", "数量", "单价", "金额"], *map(list, rows)], "报价明细")
