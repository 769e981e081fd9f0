"""Lists that Kebu exported, imported into another book and exported again: every kind of record that the dictionary has."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime
from decimal import Decimal
from functools import partial
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from app.main import dictionary
from app.records import commands, queries
from app.records.fields import Field, RecordType
from app.records.fields import FieldKind as K
from app.records.operation import Operation
from app.records.workspace import Workspace
from app.shared import i18n
from app.shared.clock import FixedClock
from app.shared.phones import Phone
from app.transfer.commands import plan_import, run_import
from app.transfer.exporting.cell_values import heading
from app.transfer.exporting.export import export
from app.transfer.grid.own_headers import JSON, idle, label
from app.transfer.plans.planning import ImportPlan
from app.transfer.reading import read_workbook

KINDS = [one.name for one in dictionary().types if one.standalone and one.imported]
WORDS = {"currency": "CNY", "zone": "Asia/Tokyo", "language": "zh", "unit": "台", "every": "FREQ=WEEKLY;BYDAY=MO"}


@contextmanager
def book(folder: Path, name: str) -> Iterator[Workspace]:
    clock = FixedClock(datetime(2026, 7, 22, 10, 30, tzinfo=ZoneInfo("Asia/Shanghai")))
    ws = Workspace.create(folder / f"{name}.kebu", dictionary(), clock=clock)
    try:
        yield ws
    finally:
        ws.close()


def value(field: Field, n: int) -> Any:
    """Something for a field of the n-th record."""
    made: dict[K, Any] = {
        K.TEXT: WORDS.get(field.name, f"{field.name} {n}"),
        K.LONG_TEXT: f"=long {field.name} {n}\n+2",
        K.PHONE: Phone(f"1380000{n}{len(field.name):03}", f"+861380000{n}{len(field.name):03}"),
        K.EMAIL: f"a{n}@example.cn",
        K.URL: f"https://www.example{n}.cn",
        K.MONEY: Decimal(f"12{n}.5{n}"),
        K.PRICE: Decimal(f"3.77{n}12"),
        K.QUANTITY: Decimal(f"{n}.5"),
        K.PERCENT: Decimal(f"{n}.5"),
        K.INTEGER: n,
        K.BOOLEAN: n % 2 == 1,
        K.DATE: date(2026, 3, n),
        K.WALL: datetime(2026, 3, n, 9, 30),
        K.INSTANT: datetime(2026, 3, n, 1, 30, tzinfo=UTC),
        K.CHOICE: field.choices[n % len(field.choices)].code if field.choices else None,
        K.TAGS: (f"t{n}", "u"),
    }
    return made.get(field.kind)


class Filler:
    """Makes records with all their fields filled, and the records that they need."""

    def __init__(self, ws: Workspace, op: Operation) -> None:
        self.ws, self.op = ws, op
        self.made: dict[tuple[str, int], int] = {}

    def make(self, kind: str, n: int, whole: bool = True) -> int:
        if (kind, n) not in self.made:
            self.made[kind, n] = self.op.insert(kind, dict(self.values(self.ws.dictionary.type(kind), n, whole)))
        return self.made[kind, n]

    def values(self, record: RecordType, n: int, whole: bool) -> Iterator[tuple[str, Any]]:
        follows = {one.field for one in record.follows} | {one.field for one in record.stamps}
        for field in record.fields:
            if field.name in follows or field.kind is K.IMAGE or not (whole or field.required):
                continue
            if not field.link:
                yield field.name, value(field, n)
            elif field.link != record.name:
                yield field.name, self.make(field.link, n, False)
            elif n > 1:
                yield field.name, self.make(field.link, n - 1)
        if record.soft_parent:
            yield "about_kind", "customer"
            yield "about_id", self.make("customer", n, False)


def fill(ws: Workspace, kind: str) -> None:
    with ws.operation("Fill") as op:
        filler = Filler(ws, op)
        for n in (1, 2, 3):
            filler.make(kind, n)


def table(path: Path) -> list[list[Any]]:
    return [list(row) for row in read_workbook(path).sheets[0].rows]


def left_out(plan: ImportPlan) -> dict[str, str]:
    return {
        one.header: one.reason for one in plan.sheets[0].proposal.columns if not one.targets and one.evidence.filled
    }


@pytest.mark.parametrize(("language", "ending"), [
    ("en", ".xlsx"), ("zh_CN", ".xlsx"), ("en", ".csv"), ("zh_CN", ".csv"), ("zh_CN", ".json"),
])  # fmt: skip
@pytest.mark.parametrize("kind", KINDS)
def test_a_list_comes_back_equal_from_an_empty_book(tmp_path: Path, kind: str, ending: str, language: str) -> None:
    i18n.use(language)
    first, again = tmp_path / f"导出{ending}", tmp_path / f"再次{ending}"
    with book(tmp_path, "one") as ws, book(tmp_path, "other") as other:
        fill(ws, kind)
        export(ws, kind, first)
        plan = plan_import(other, [first])
        assert plan.sheets[0].proposal.kind == ws.dictionary.type(kind).plural
        assert not [one for one in plan.sheets[0].problems if one.fatal]
        run_import(other, plan)
        export(other, kind, again)
    before, after = table(first), table(again)
    free = set(left_out(plan))
    record = dictionary().type(kind)
    names = heading if ending != ".json" else partial(label, language=JSON)
    assert free <= {names(one) for one in record.fields if one.readonly} | (
        idle(record) if ending == ".json" else set()
    )
    assert before[0] == after[0]
    assert len(before) == len(after) == 4
    for row, other_row in zip(before[1:], after[1:], strict=True):
        wide = [*other_row, *[None] * (len(row) - len(other_row))]
        differ = {
            head: (one, two)
            for head, one, two in zip(before[0], row, wide, strict=False)
            if one != two and head not in free
        }
        assert differ == {}


def with_a_deal(ws: Workspace) -> None:
    customer = commands.create(ws, "customer", {"name": "苏州恒瑞", "phone": "0512-66881234"}).id
    with ws.operation("Fill") as op:
        own = op.add_custom_field("customer", "年采购额")
        op.update("customer", customer, {own: "300万"})
        quote = {"number": "Q1", "customer": customer, "status": "won", "date": date(2026, 7, 1), "currency": "CNY"}
        op.insert("quote", {**quote, "won_on": date(2026, 7, 3), "total": Decimal(100)})


@pytest.mark.parametrize("ending", [".xlsx", ".csv", ".json"])
def test_what_the_book_works_out_is_left_out_and_own_fields_come_along(tmp_path: Path, ending: str) -> None:
    with book(tmp_path, "one") as ws, book(tmp_path, "other") as other:
        with_a_deal(ws)
        export(ws, "customer", tmp_path / f"a{ending}")
        plan = plan_import(other, [tmp_path / f"a{ending}"])
        head = "last_deal_on" if ending == ".json" else "Last deal"
        assert left_out(plan)[head] == "The book works this out by itself; it is left out."
        run_import(other, plan)
        (row,) = queries.rows(other, "customer", [1])
        assert row["notes"] is None
        own = next(one for one in other.dictionary.type("customer").fields if one.custom)
        assert (own.label, row[own.name]) == ("年采购额", "300万")


@pytest.mark.parametrize("ending", [".xlsx", ".csv"])
def test_a_list_with_chosen_columns_leaves_it_out_as_well(tmp_path: Path, ending: str) -> None:
    with book(tmp_path, "one") as ws, book(tmp_path, "other") as other:
        with_a_deal(ws)
        names = ["name", "phone", "status", "last_deal_on", "notes"]
        export(ws, "customer", tmp_path / f"a{ending}", fields=names)
        plan = plan_import(other, [tmp_path / f"a{ending}"])
        assert list(left_out(plan)) == ["Last deal"]
        run_import(other, plan)
        assert queries.get(other, "customer", 1)["notes"] is None


def test_a_foreign_sheet_with_such_a_column_loses_nothing(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text(
        "客户名称,电话,地区经理,最近成交\n苏州恒瑞,0512-66881234,王强,2026-07-03\n", "utf-8"
    )
    with book(tmp_path, "other") as other:
        run_import(other, plan_import(other, [tmp_path / "a.csv"]))
        assert "2026-07-03" in str(queries.get(other, "customer", 1)["notes"])


def test_a_reminder_tells_of_its_customer_by_name(tmp_path: Path) -> None:
    with book(tmp_path, "one") as ws, book(tmp_path, "other") as other:
        with_a_deal(ws)
        contact = commands.create(ws, "contact", {"customer": 1, "name": "王强"}).id
        with ws.operation("Fill") as op:
            for kind, number in (("customer", 1), ("contact", contact), ("quote", 1)):
                due = datetime(2026, 7, 23, 9, 30)
                about = {"about_kind": kind, "about_id": number, "zone": "Asia/Shanghai"}
                op.insert("reminder", {"text": f"回电 {kind}", "due_at": due, **about})
        export(ws, "reminder", tmp_path / "a.csv", fields=["about_id", "about_kind", "text", "due_at"])
        rows = table(tmp_path / "a.csv")
        assert [row[:2] for row in rows] == [
            ["Customer", "About"], ["苏州恒瑞", None], ["苏州恒瑞", "Contact 王强"], ["苏州恒瑞", "Quote Q1"],
        ]  # fmt: skip
        run_import(other, plan_import(other, [tmp_path / "a.csv"]))
        held = queries.rows(other, "reminder", queries.ids(other, "reminder"))
        assert {(one["about_kind"], one["about_id"]) for one in held} == {("customer", 1)}
        assert {one["text"] for one in held} == {
            "回电 customer", "回电 contact\nAbout: Contact 王强", "回电 quote\nAbout: Quote Q1",
        }  # fmt: skip


def test_a_rule_that_is_none_is_kept_in_the_text(tmp_path: Path) -> None:
    with book(tmp_path, "one") as ws, book(tmp_path, "other") as other:
        fill(ws, "reminder")
        export(ws, "reminder", tmp_path / "a.csv")
        text = (tmp_path / "a.csv").read_text("utf-8-sig").replace("FREQ=WEEKLY;BYDAY=MO", "whenever", 1)
        (tmp_path / "a.csv").write_text(text, "utf-8")
        run_import(other, plan_import(other, [tmp_path / "a.csv"]))
        rules = [one["every"] for one in queries.rows(other, "reminder", queries.ids(other, "reminder"))]
        assert sorted(map(str, rules)) == ["FREQ=WEEKLY;BYDAY=MO", "FREQ=WEEKLY;BYDAY=MO", "None"]
