"""The whole book as one workbook, and back into an empty book."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime
from decimal import Decimal
from io import BytesIO
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.main import dictionary
from app.records import commands, history, queries
from app.records.paging import settings as settings_of
from app.records.workspace import CURRENCY, Workspace
from app.shared.clock import FixedClock
from app.shared.errors import Cancelled, KebuError
from app.shared.phones import Phone
from app.transfer.commands import plan_import, run_import
from app.transfer.exporting.book_workbook import export_book


@contextmanager
def empty() -> Iterator[Workspace]:
    """A new book of its own."""
    with tempfile.TemporaryDirectory() as folder:
        clock = FixedClock(datetime(2026, 7, 22, 10, 30, tzinfo=ZoneInfo("Asia/Shanghai")))
        ws = Workspace.create(Path(folder) / "other.kebu", dictionary(), clock=clock)
        try:
            yield ws
        finally:
            ws.close()


def held(ws: Workspace) -> dict[str, Any]:
    """All that a book holds; records by their place, so that ids do not matter."""
    place = {
        record.name: {number: at for at, number in enumerate(queries.ids(ws, record.name, (), (("id", False),)))}
        for record in ws.dictionary.types
    }
    found: dict[str, Any] = {"settings": settings_of(ws)}
    for record in ws.dictionary.types:
        rows = queries.rows(ws, record.name, list(place[record.name]), [field.name for field in record.fields])
        found[record.name] = []
        for row in rows:
            values = {field.label if field.custom else field.name: row[field.name] for field in record.fields}
            for field in record.fields:
                if field.link and row[field.name] is not None:
                    values[field.name] = ("at", place[field.link][row[field.name]])
            if record.soft_parent and row["about_id"] is not None:
                values["about_id"] = ("at", place[row["about_kind"]].get(row["about_id"]))
            found[record.name].append(values)
    return found


def picture() -> bytes:
    from PIL import Image

    out = BytesIO()
    Image.effect_noise((200, 200), 90).save(out, "PNG")
    return out.getvalue()


def fill(ws: Workspace) -> None:
    """Something of everything, gaps between the ids included."""
    ws.set_setting(CURRENCY, "JPY")
    with ws.operation("Fill") as op:
        own = op.add_custom_field("customer", "年采购额")
        op.add_custom_field("product", "Shelf: 1")
        op.insert_many("customer", [{"name": f"前 {number}"} for number in range(3)])
        op.delete("customer", [2])
        first = op.insert(
            "customer",
            {"name": "=1+1 恒瑞", "phone": Phone("0512-6688 1234 转 8", "+8651266881234;ext=8"), "tags": ("a,b", "旧"),
             "credit_limit": Decimal(-120000), "created_on": date(1850, 1, 1), own: "300万", "notes": "x\r\ny\x07_x000D_ ",
             "address": "  blanks  ", "city": "", "status": None},
        )  # fmt: skip
        op.insert("customer", {"name": "长" * 5, "notes": "很长的话。" * 20_000})
        contact = op.insert(
            "contact", {"customer": first, "name": "王强", "is_primary": True, "birthday": date(1980, 2, 29)}
        )
        op.insert(
            "activity",
            {
                "customer": first,
                "contact": contact,
                "kind": "call",
                "done_at": datetime(2026, 7, 1, 9, 30),
                "text": "问价",
            },
        )
        product = op.insert(
            "product",
            {"code": "00123", "name": "泵", "price": Decimal("3.776512"), "tax_rate": Decimal("0.5"), "picture": picture()},
        )  # fmt: skip
        quotes = op.insert_many(
            "quote",
            [
                {"number": "Q1", "customer": first, "contact": contact, "currency": "CNY", "total": Decimal("1.50"),
                 "date": date(2026, 7, 1), "status": "sent", "sent_at": datetime(2026, 7, 1, 1, 2, 3, tzinfo=UTC)},
                {"number": "Q2", "customer": 3, "currency": "JPY", "total": Decimal(1500), "date": date(2026, 7, 1)},
            ],
        )  # fmt: skip
        op.insert(
            "quote_line",
            {"quote": quotes[0], "position": 1, "product": product, "quantity": Decimal("1.5"), "price": Decimal(2)},
        )
        op.insert("quote_line", {"quote": quotes[0], "position": 2, "name": "免费"})
        op.insert(
            "quote_revision",
            {"quote": quotes[0], "label": "A", "sent_at": datetime(2026, 7, 1, 1, 2, 3, tzinfo=UTC), "document": "{" * 70_000},
        )  # fmt: skip
        op.insert(
            "reminder",
            {
                "text": "回电",
                "due_at": datetime(2026, 7, 23, 9, 30),
                "zone": "Asia/Shanghai",
                "about_kind": "quote",
                "about_id": quotes[1],
            },
        )
        op.insert("company", {"name": "我公司", "logo": picture()})


def test_a_whole_book_comes_back_whole_and_can_be_undone(ws: Workspace, tmp_path: Path) -> None:
    fill(ws)
    counts = export_book(ws, tmp_path / "book.xlsx")
    assert (counts["customers"], counts["quotes"], counts["quote_lines"]) == (4, 2, 2)
    with empty() as other:
        done = run_import(other, plan_import(other, [tmp_path / "book.xlsx"]))
        assert held(other) == held(ws)
        assert done.counts["created"] == sum(counts.values())
        assert other.currency == "JPY"
        history.undo(other)
        assert all(queries.count(other, record.name) == 0 for record in other.dictionary.types)


def test_a_person_sees_a_sheet_for_each_kind(ws: Workspace, tmp_path: Path) -> None:
    fill(ws)
    export_book(ws, tmp_path / "book.xlsx")
    book = openpyxl.load_workbook(tmp_path / "book.xlsx")
    assert {"Customers", "Contacts", "Products", "Quotes", "Quote lines", "Reminders", "kebu"} <= set(book.sheetnames)
    assert book["kebu"].sheet_state == "hidden"
    assert [cell.value for cell in book["Contacts"][1]][:2] == ["Customer", "Name"]
    assert [cell.value for cell in book["Contacts"][2]][:2] == ["=1+1 恒瑞", "王强"]


def test_what_was_edited_in_it_is_taken(ws: Workspace, tmp_path: Path) -> None:
    fill(ws)
    target = tmp_path / "book.xlsx"
    export_book(ws, target)
    book = openpyxl.load_workbook(target)
    sheet = book["Customers"]
    head = {cell.value: cell.column for cell in sheet[1]}
    sheet.cell(3, head["City"]).value = "苏州"
    sheet.cell(4, head["E-mail"]).value = "no address"
    sheet.delete_rows(2)
    sheet.append({head["Name"]: "新客户"})
    book.save(target)
    with empty() as other:
        plan = plan_import(other, [target])
        run_import(other, plan)
        found = {row["name"]: row for row in queries.rows(other, "customer", queries.ids(other, "customer"))}
        assert set(found) == {"前 2", "=1+1 恒瑞", "长" * 5, "新客户"}
        assert found["前 2"]["city"] == "苏州"
        assert [problem.value for sheet_ in plan.sheets for problem in sheet_.problems] == ["no address"]
        assert queries.count(other, "quote_line") == 2


def test_a_book_that_has_records_takes_it_as_any_workbook(ws: Workspace, tmp_path: Path) -> None:
    fill(ws)
    export_book(ws, tmp_path / "book.xlsx")
    with empty() as other:
        commands.create(other, "customer", {"name": "前 0"})
        plan = plan_import(other, [tmp_path / "book.xlsx"])
        assert plan.writes.restore is None
        run_import(other, plan)
        assert queries.count(other, "customer") == 4


def test_a_workbook_whose_hidden_sheet_was_changed_is_refused(ws: Workspace, tmp_path: Path) -> None:
    fill(ws)
    target = tmp_path / "book.xlsx"
    export_book(ws, target)
    book = openpyxl.load_workbook(target)
    book["kebu"]["F2"].value = "nothing"
    book.save(target)
    with empty() as other, pytest.raises(KebuError, match="hidden sheet"):
        plan_import(other, [target])


def test_stopping_leaves_the_file_and_the_book(ws: Workspace, tmp_path: Path) -> None:
    fill(ws)
    target = tmp_path / "book.xlsx"
    target.write_text("old")
    with pytest.raises(Cancelled):
        export_book(ws, target, cancelled=lambda: True)
    assert target.read_text() == "old"
    with pytest.raises(KebuError, match=r"\.xlsx"):
        export_book(ws, tmp_path / "book.csv")
    export_book(ws, target)
    with empty() as other:
        plan = plan_import(other, [target])
        with pytest.raises(Cancelled):
            run_import(other, plan, cancelled=lambda: True)
        assert (queries.count(other, "customer"), other.currency) == (0, "CNY")


texts = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=30)
names = texts.filter(lambda text: bool(text.strip()))
days = st.dates(date(1000, 1, 1), date(9999, 12, 31))
walls = st.datetimes(datetime(1000, 1, 1), datetime(9999, 12, 31)).map(lambda one: one.replace(second=0, microsecond=0))
amounts = st.integers(-(10**14), 10**14)
customers = st.fixed_dictionaries(
    {"name": names},
    optional={
        "notes": texts, "city": texts, "level": st.sampled_from(["A", "B", "C"]), "birthday": days,
        "tags": st.lists(names, max_size=3, unique=True).map(tuple), "credit_limit": amounts.map(lambda one: Decimal(one).scaleb(-2)),
        "phone": st.builds(Phone, names, texts), "own": texts.filter(bool),
    },
)  # fmt: skip
products = st.fixed_dictionaries(
    {"name": names},
    optional={"price": amounts.map(lambda one: Decimal(one).scaleb(-6)),
        "tax_rate": st.integers(0, 10**8).map(lambda one: Decimal(one).scaleb(-6)), "code": texts},
)  # fmt: skip
reminders = st.fixed_dictionaries(
    {"text": names, "due_at": walls}, optional={"all_day": st.booleans(), "done_at": walls}
)


@settings(max_examples=8, suppress_health_check=list(HealthCheck), deadline=None)
@given(
    people=st.lists(customers, min_size=1, max_size=12), goods=st.lists(products, max_size=8),
    todo=st.lists(reminders, max_size=6), pick=st.randoms(use_true_random=False), label=names,
)  # fmt: skip
def test_any_book_comes_back_equal(
    tmp_path: Path,
    people: list[dict[str, Any]],
    goods: list[dict[str, Any]],
    todo: list[dict[str, Any]],
    pick: Any,
    label: str,
) -> None:
    with empty() as ws, empty() as other:
        with ws.operation("Fill") as op:
            own = op.add_custom_field("customer", label)
            ready = [{own if name == "own" else name: value for name, value in one.items()} for one in people]
            ids = list(op.insert_many("customer", ready))
            contacts = op.insert_many(
                "contact", [{"customer": pick.choice(ids), "name": one["name"]} for one in people]
            )
            items = list(op.insert_many("product", goods)) or [None]
            quotes = op.insert_many(
                "quote",
                [
                    {"number": f"Q{n}", "customer": pick.choice(ids), "contact": pick.choice(contacts), "date": date(2026, 1, 1),
                     "currency": pick.choice(["CNY", "JPY", "KWD"]), "total": Decimal(n)}
                    for n in range(len(people))
                ][:1],
            )  # fmt: skip
            op.insert_many(
                "quote_line",
                [
                    {"quote": quotes[0], "position": n, "product": pick.choice(items), "quantity": Decimal(n)}
                    for n in range(3)
                ],
            )
            op.insert_many(
                "reminder", [{**one, "about_kind": "customer", "about_id": pick.choice(ids)} for one in todo]
            )
            op.delete("customer", ids[1:2])
        export_book(ws, tmp_path / "book.xlsx")
        run_import(other, plan_import(other, [tmp_path / "book.xlsx"]))
        assert held(other) == held(ws)
