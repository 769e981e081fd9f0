"""Conversations with several contacts, a place and files: logged, merged, erased, exported, undone."""

from __future__ import annotations

import csv
from datetime import datetime
from pathlib import Path

import pytest

from app.customers import commands as customers
from app.customers.merging import merge
from app.customers.unmerging import unmerge
from app.documents.commands import attach
from app.erasure.commands import erase
from app.followups import commands as followups
from app.followups.timeline import timeline
from app.records import commands, history, queries
from app.records.jsonable import as_json
from app.records.queries import Condition
from app.records.workspace import Workspace
from app.shared.errors import InvalidValue
from app.transfer.exporting.export import export

NOW = datetime(2026, 7, 15, 10, 5)


@pytest.fixture
def people(ws: Workspace) -> tuple[int, int, int, int]:
    customer = customers.create(ws, {"name": "恒瑞"}).id
    found = [
        commands.create(ws, "contact", {"customer": customer, "name": name}).id for name in ("王强", "李明", "赵六")
    ]
    return customer, found[0], found[1], found[2]


def names(ws: Workspace, activity: int) -> list[str]:
    [told] = as_json(ws, ws.dictionary.type("activity"), queries.rows(ws, "activity", (activity,)))
    return [one["name"] for one in told["contacts"]]


def test_a_line_with_several_names_and_a_place_is_logged(ws: Workspace, people: tuple[int, ...]) -> None:
    customer, wang, li, _zhao = people
    logged = followups.log(ws, customer, "拜访 王经理、李工 在他们厂里看了样机 下周三 回访", now=NOW)
    made = queries.get(ws, "activity", logged.activity)
    assert (made["contact"], made["place"], made["kind"]) == (wang, "他们厂里", "visit")
    assert names(ws, logged.activity) == ["王强", "李明"]
    assert queries.get(ws, "reminder", logged.reminder)["contact"] == wang
    [entry] = timeline(ws, customer).entries
    assert (entry.who, entry.place) == ("王强, 李明", "他们厂里")
    where = (Condition("contact", "has", li),)
    assert list(queries.ids(ws, "activity", where)) == [logged.activity]
    history.undo(ws)
    assert queries.count(ws, "participant") == 0


def test_contacts_are_changed_in_one_operation_and_taken_back(ws: Workspace, people: tuple[int, ...]) -> None:
    customer, wang, li, zhao = people
    activity = followups.log(ws, customer, "开会", now=NOW, contact=[wang, li], place="展会").activity
    followups.edit_activity(ws, activity, {"contact": [li, zhao], "place": ""})
    assert names(ws, activity) == ["李明", "赵六"]
    history.undo(ws)
    assert names(ws, activity) == ["王强", "李明"]
    commands.update(ws, "activity", activity, {"contact": f"{zhao},{li}"})
    assert names(ws, activity) == ["赵六", "李明"]
    followups.edit_activity(ws, activity, {"contact": ()})
    assert names(ws, activity) == []
    with pytest.raises(InvalidValue):
        commands.update(ws, "activity", activity, {"contact": (wang, 4711)})


def test_merging_and_unmerging_keep_who_took_part(ws: Workspace, people: tuple[int, ...]) -> None:
    customer, wang, li, _zhao = people
    activity = followups.log(ws, customer, "开会", now=NOW, contact=[wang, li]).activity
    other = customers.create(ws, {"name": "恒瑞机械"}).id
    for name in ("李明", "王强"):
        commands.create(ws, "contact", {"customer": other, "name": name})
    done = merge(ws, [other, customer], other)
    assert names(ws, activity) == ["王强", "李明"]
    assert {one["customer"] for one in queries.rows(ws, "contact", queries.ids(ws, "contact"))} == {other}
    unmerge(ws, done.changes.operation)
    assert names(ws, activity) == ["王强", "李明"]
    assert queries.get(ws, "activity", activity)["contact"] == wang


def test_a_deleted_contact_comes_back_with_its_part(ws: Workspace, people: tuple[int, ...]) -> None:
    customer, wang, li, _zhao = people
    activity = followups.log(ws, customer, "开会", now=NOW, contact=[wang, li]).activity
    commands.delete(ws, "contact", [li])
    assert names(ws, activity) == ["王强"]
    history.undo(ws)
    assert names(ws, activity) == ["王强", "李明"]
    commands.delete(ws, "customer", [customer])
    assert queries.count(ws, "participant") == 0
    history.undo(ws)
    assert names(ws, activity) == ["王强", "李明"]


def test_an_erased_person_takes_what_was_said_with_them(ws: Workspace, people: tuple[int, ...], tmp_path: Path) -> None:
    customer, _wang, li, _zhao = people
    both = followups.log(ws, customer, "开会 王强、李明", now=NOW).activity
    alone = followups.log(ws, customer, "电话 王强", now=NOW).activity
    file = tmp_path / "纪要.txt"
    file.write_text("李明", "utf-8")
    attach(ws, "activity", both, [file])
    erase(ws, "contact", li, "asked for it")
    assert list(queries.ids(ws, "activity")) == [alone]
    assert queries.count(ws, "participant") == 0
    assert queries.count(ws, "document") == 0


def test_files_of_a_conversation_are_counted_and_go_with_it(
    ws: Workspace, people: tuple[int, ...], tmp_path: Path
) -> None:
    customer, _wang, _li, _zhao = people
    activity = followups.log(ws, customer, "电话 王强", now=NOW).activity
    file = tmp_path / "报价.pdf"
    file.write_bytes(b"%PDF")
    attach(ws, "activity", activity, [file])
    [entry] = timeline(ws, customer).entries
    assert entry.files == 1
    followups.delete_activity(ws, activity)
    assert queries.count(ws, "document") == 0
    history.undo(ws)
    assert timeline(ws, customer).entries[0].files == 1


def test_an_export_names_all_who_took_part(ws: Workspace, people: tuple[int, ...], tmp_path: Path) -> None:
    customer, wang, li, _zhao = people
    followups.log(ws, customer, "开会", now=NOW, contact=[wang, li], place="展会")
    export(ws, "activity", tmp_path / "a.csv")
    with open(tmp_path / "a.csv", encoding="utf-8-sig", newline="") as file:
        [row] = csv.DictReader(file)
    assert "王强, 李明" in row.values()
    assert "展会" in row.values()
