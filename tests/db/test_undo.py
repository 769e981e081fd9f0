"""Undo of an operation that others have followed: records edited since stay whole, with their families."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.main import create_workspace
from app.records import commands, history, queries
from app.records.restoring import columns
from app.records.workspace import Workspace
from app.safety.queries import check
from app.shared.errors import KebuError, NotFound
from db.changes import all_changes


def family(ws: Workspace, count: int, people: int = 2) -> tuple[int, list[int], list[int]]:
    """Import customers with contacts; returns the operation and the ids."""
    with ws.operation("Import") as op:
        customers = list(op.insert_many("customer", [{"name": f"公司{n}"} for n in range(count)]))
        contacts = list(
            op.insert_many("contact", [{"customer": n, "name": f"人{n}"} for n in customers for _ in range(people)])
        )
    return op.changes.operation, customers, contacts


def numbers(ws: Workspace, kind: str) -> list[int]:
    return sorted(queries.ids(ws, kind))


def test_an_edited_customer_keeps_its_contacts(ws: Workspace) -> None:
    operation, customers, contacts = family(ws, 3)
    commands.update(ws, "customer", customers[1], {"city": "苏州"})
    done = history.undo(ws, operation)
    assert numbers(ws, "customer") == [customers[1]]
    assert numbers(ws, "contact") == contacts[2:4]
    assert ("customer", customers[1]) in {(one.kind, one.id) for one in done.kept}
    assert check(ws) == []


def test_an_edited_contact_keeps_its_customer(ws: Workspace) -> None:
    operation, customers, contacts = family(ws, 3)
    commands.update(ws, "contact", contacts[0], {"mobile": "13800002317"})
    history.undo(ws, operation)
    assert numbers(ws, "customer") == [customers[0]]
    assert contacts[0] in numbers(ws, "contact")
    assert check(ws) == []


def test_a_customer_with_new_company_stays(ws: Workspace) -> None:
    operation, customers, _ = family(ws, 3)
    added = commands.create(ws, "contact", {"customer": customers[2], "name": "新人"}).id
    with ws.operation("Remind") as op:
        op.insert(
            "reminder",
            {"about_kind": "customer", "about_id": customers[0], "text": "call", "due_at": ws.clock.now_wall()},
        )
    history.undo(ws, operation)
    assert numbers(ws, "customer") == [customers[0], customers[2]]
    assert added in numbers(ws, "contact")
    assert check(ws) == []


def test_what_was_deleted_meanwhile_stays_away_when_the_undo_is_undone(ws: Workspace) -> None:
    operation, customers, _ = family(ws, 3)
    with ws.beside("Tidy") as op:
        op.delete("customer", [customers[1]])
    history.undo(ws, operation)
    assert numbers(ws, "customer") == []
    history.redo(ws)
    assert numbers(ws, "customer") == [customers[0], customers[2]]
    assert check(ws) == []


def test_undo_and_redo_are_recorded_as_what_they_did(ws: Workspace) -> None:
    operation, customers, contacts = family(ws, 3)
    undone = history.undo(ws, operation)
    assert undone.changes.deleted == {"customer": tuple(customers), "contact": tuple(contacts)}
    assert len(list(all_changes(ws.book.journal.changeset(undone.changes.operation), columns(ws)))) == 9
    again = history.redo(ws)
    assert again.changes.created == undone.changes.deleted
    assert ws.book.journal.changeset(again.changes.operation) == ws.book.journal.changeset(operation)
    history.undo(ws, operation)
    assert numbers(ws, "customer") == []


def test_undo_of_one_field_leaves_a_later_edit_of_another(ws: Workspace) -> None:
    number = commands.create(ws, "customer", {"name": "one"}).id
    first = commands.update(ws, "customer", number, {"city": "苏州"}).operation
    commands.update(ws, "customer", number, {"industry": "机械"})
    assert history.undo(ws, first).kept == ()
    record = queries.get(ws, "customer", number)
    assert (record["city"], record["industry"]) == (None, "机械")


def test_a_field_edited_since_is_kept_and_told(ws: Workspace) -> None:
    number = commands.create(ws, "customer", {"name": "one"}).id
    first = commands.update(ws, "customer", number, {"city": "苏州"}).operation
    commands.update(ws, "customer", number, {"city": "重庆"})
    done = history.undo(ws, first)
    assert [(one.kind, one.id, one.title) for one in done.kept] == [("customer", number, "one")]
    assert queries.get(ws, "customer", number)["city"] == "重庆"


def test_a_deleted_family_comes_back_whole(ws: Workspace) -> None:
    _, customers, contacts = family(ws, 3)
    operation = commands.delete(ws, "customer", customers[:2]).operation
    assert numbers(ws, "contact") == contacts[4:]
    history.undo(ws, operation)
    assert numbers(ws, "customer") == customers
    assert numbers(ws, "contact") == contacts
    assert queries.search(ws, f"公司{0}")[0].id == customers[0]


def test_what_cannot_be_undone_says_so(ws: Workspace) -> None:
    with pytest.raises(NotFound):
        history.undo(ws)
    with pytest.raises(NotFound):
        history.undo(ws, 99)
    with pytest.raises(NotFound):
        history.redo(ws)
    operation = commands.create(ws, "customer", {"name": "one"}).changes.operation
    history.undo(ws)
    with pytest.raises(KebuError):
        history.undo(ws, operation)


def test_new_work_ends_redo(ws: Workspace) -> None:
    commands.create(ws, "customer", {"name": "one"})
    history.undo(ws)
    commands.create(ws, "customer", {"name": "two"})
    with pytest.raises(NotFound):
        history.redo(ws)


@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(
    size=st.integers(1, 8),
    edits=st.sets(st.integers(0, 40), max_size=6),
    additions=st.sets(st.integers(0, 40), max_size=3),
    deletions=st.sets(st.integers(0, 40), max_size=3),
)
def test_families_stay_whole(size: int, edits: set[int], additions: set[int], deletions: set[int]) -> None:
    """After the undo of an import each customer that was touched since is there with all it had; no other is."""
    with TemporaryDirectory() as folder:
        ws = create_workspace(Path(folder) / "a.kebu")
        try:
            operation, customers, contacts = family(ws, size)
            rows = [("customer", n) for n in customers] + [("contact", n) for n in contacts]
            touched: set[int] = set()
            for pick in sorted(edits):
                kind, number = rows[pick % len(rows)]
                commands.update(ws, kind, number, {"name": f"新名{pick}"})
                touched.add(number if kind == "customer" else queries.get(ws, kind, number)["customer"])
            for pick in sorted(additions):
                commands.create(ws, "contact", {"customer": customers[pick % size], "name": "add"})
                touched.add(customers[pick % size])
            gone = {customers[pick % size] for pick in deletions}
            if gone:
                commands.delete(ws, "customer", sorted(gone))
            before = {n: len(queries.linked(ws, "contact", "customer", n)) for n in customers}
            history.undo(ws, operation)
            assert numbers(ws, "customer") == sorted(touched - gone)
            for number in touched - gone:
                assert len(queries.linked(ws, "contact", "customer", number)) == before[number]
            assert len(numbers(ws, "contact")) == sum(before[n] for n in touched - gone)
            assert check(ws) == []
        finally:
            ws.close()
