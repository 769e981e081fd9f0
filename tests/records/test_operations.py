"""The history of the book: finding operations, what each changed in people's words, and taking one field back."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from app.records import commands, history, operations, queries, trash
from app.records.operations import Search
from app.records.workspace import Workspace
from app.safety.queries import check
from app.shared.clock import FixedClock
from app.shared.errors import NotFound
from app.shared.i18n import use


def names(ws: Workspace, wanted: Search) -> list[str]:
    return [history.describe(one) for one in operations.rows(ws, operations.find(ws, wanted))]


def test_operations_are_found_by_words_record_kind_and_day(ws: Workspace) -> None:
    first = commands.create(ws, "customer", {"name": "苏州恒瑞", "city": "苏州"}).id
    second = commands.create(ws, "customer", {"name": "无锡拓嘉"}).id
    commands.update_all(ws, "customer", [first, second], {"level": "A"})
    commands.create(ws, "product", {"name": "导轨"})
    assert len(operations.find(ws)) == 4
    assert names(ws, Search("拓嘉")) == ["Edit 2 records: Customers", "New Customer: 无锡拓嘉"]
    assert names(ws, Search("hengrui new")) == []
    assert names(ws, Search("恒瑞 new")) == ["New Customer: 苏州恒瑞"]
    assert names(ws, Search(kind="product")) == ["New Product: 导轨"]
    assert names(ws, Search(kind="customer", record=second)) == ["Edit 2 records: Customers", "New Customer: 无锡拓嘉"]
    today = ws.clock.today()
    assert len(operations.find(ws, Search(first=today, last=today))) == 4
    assert not operations.find(ws, Search(last=date(2026, 7, 21)))
    use("zh_CN")
    assert len(operations.find(ws, Search("产品"))) == 1


def test_changes_are_told_field_by_field(ws: Workspace) -> None:
    number = commands.create(ws, "customer", {"name": "one", "phone": "138 0000 2317"}).id
    contact = commands.create(ws, "contact", {"customer": number, "name": "王强"}).id
    edit = commands.update(ws, "customer", number, {"city": "苏州", "phone": "0512-62585501"}).operation
    changed = operations.changed(ws, edit)
    [one] = changed.records
    assert (one.title, one.action, dict(changed.counts)) == ("one", "updated", {"customer": 1})
    assert [(field.label, field.old, field.new, field.back) for field in one.fields] == [
        ("Phone", "138 0000 2317", "0512 6258 5501", True),
        ("City", "", "苏州", True),
    ]
    commands.update(ws, "customer", number, {"city": "无锡"})
    assert [field.back for field in operations.changed(ws, edit).records[0].fields] == [True, False]
    moved = commands.delete(ws, "contact", [contact]).operation
    [gone] = operations.changed(ws, moved).records
    assert (gone.action, gone.title, gone.fields[0].old) == ("deleted", "王强", "one")
    assert [info.id for info, _change in operations.of_record(ws, "customer", number)][1] == edit


def test_one_field_is_taken_back_and_the_others_stay(ws: Workspace) -> None:
    number = commands.create(ws, "customer", {"name": "one", "city": "苏州"}).id
    edit = commands.update(ws, "customer", number, {"city": "无锡", "level": "A"}).operation
    changes = operations.take_back(ws, edit, "customer", number, "city")
    record = queries.get(ws, "customer", number)
    assert (record["city"], record["level"]) == ("苏州", "A")
    assert history.describe(changes) == "Take back a change: City of one"
    history.undo(ws)
    assert queries.get(ws, "customer", number)["city"] == "无锡"
    with pytest.raises(NotFound):
        operations.take_back(ws, edit, "customer", number, "name")


def test_a_long_operation_is_told_in_part(ws: Workspace) -> None:
    with ws.operation("Import") as op:
        op.insert_many("customer", [{"name": f"公司{n}"} for n in range(300)])
    changed = operations.changed(ws, op.changes.operation, limit=5)
    assert (len(changed.records), changed.total) == (5, 300)
    assert operations.sizes(ws, [op.changes.operation]) == {op.changes.operation: 300}


def test_what_is_deleted_for_good_leaves_no_trace(ws: Workspace) -> None:
    number = commands.create(ws, "customer", {"name": "geheim", "city": "苏州"}).id
    commands.create(ws, "contact", {"customer": number, "name": "vertraulich"})
    other = commands.create(ws, "customer", {"name": "other"}).id
    edit = commands.update_all(ws, "customer", [number, other], {"city": "无锡"}).operation
    gone = commands.delete(ws, "customer", [number]).operation
    [entry] = trash.listing(ws)
    assert trash.older(ws, [entry], 30) == []
    assert trash.forget(ws, [entry]) == 1
    assert trash.listing(ws) == []
    for info in operations.rows(ws, operations.find(ws)):
        assert b"vertraulich" not in ws.book.journal.changeset(info.id)
        assert b"geheim" not in ws.book.journal.changeset(info.id)
    with pytest.raises(NotFound):
        trash.restore(ws, [("customer", number)])
    assert operations.changed(ws, gone).records == ()
    assert [one.id for one in operations.changed(ws, edit).records] == [other]
    history.undo(ws, edit)
    assert queries.get(ws, "customer", other)["city"] is None
    assert check(ws) == []


def test_a_setting_lets_the_trash_forget(ws: Workspace) -> None:
    commands.delete(ws, "customer", [commands.create(ws, "customer", {"name": "one"}).id])
    assert trash.expire(ws) == 0
    ws.set_setting(trash.KEEP_DAYS, 30)
    assert trash.expire(ws) == 0
    ws.clock = FixedClock(datetime(2027, 7, 22))
    assert trash.expire(ws) == 1
    assert trash.listing(ws) == []
