"""The trash: whatever was deleted comes back with all its children, whatever was done since."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.main import create_workspace
from app.records import commands, history, queries, trash
from app.records.workspace import Workspace
from app.safety.queries import check
from app.shared.errors import KebuError, NotFound

DUE = datetime(2026, 8, 1, 9, 0)
Book = dict[str, dict[int, dict[str, Any]]]


def book(ws: Workspace) -> Book:
    """All records with all their values."""
    return {
        one.name: {row.id: dict(row.values) for row in queries.rows(ws, one.name, queries.ids(ws, one.name))}
        for one in ws.dictionary.types
    }


def customer(ws: Workspace, name: str = "苏州恒瑞") -> tuple[int, int, int, int]:
    """A customer with a contact, a conversation with that contact and a reminder about the contact."""
    number = commands.create(ws, "customer", {"name": name, "city": "苏州"}).id
    contact = commands.create(ws, "contact", {"customer": number, "name": "王强"}).id
    said = {"customer": number, "contact": contact, "kind": "call", "text": "问价", "done_at": DUE}
    activity = commands.create(ws, "activity", said).id
    about = {"about_kind": "contact", "about_id": contact, "contact": contact, "text": "回访", "due_at": DUE}
    return number, contact, activity, commands.create(ws, "reminder", about).id


def test_a_customer_comes_back_with_all_its_children(ws: Workspace) -> None:
    number, *_ = customer(ws)
    other, *_ = customer(ws, "无锡拓嘉")
    before = book(ws)
    commands.delete(ws, "customer", [number])
    commands.update(ws, "customer", other, {"city": "无锡"})
    [found] = trash.listing(ws)
    assert (found.kind, found.id, found.title) == ("customer", number, "苏州恒瑞")
    assert dict(found.children) == {"contact": 1, "activity": 1, "reminder": 1}
    assert found.what == "Delete Customer: 苏州恒瑞"
    done = trash.restore(ws, [found.key])
    before["customer"][other]["city"] = "无锡"
    assert book(ws) == before
    assert (done.with_them, done.loose, trash.listing(ws)) == ((), 0, [])
    assert queries.search(ws, "hengrui")[0].id == number
    assert check(ws) == []
    history.undo(ws)
    assert [one.key for one in trash.listing(ws)] == [found.key]


def test_a_contact_takes_its_links_back_and_its_customer_with_it(ws: Workspace) -> None:
    number, contact, activity, _ = customer(ws)
    before = book(ws)
    commands.delete(ws, "contact", [contact])
    assert queries.get(ws, "activity", activity)["contact"] is None
    commands.delete(ws, "customer", [number])
    assert [one.kind for one in trash.listing(ws)] == ["customer", "contact"]
    done = trash.restore(ws, [("contact", contact)])
    assert done.with_them == (("customer", number),)
    assert book(ws) == before
    assert check(ws) == []


def test_links_are_tied_whichever_end_comes_back_last(ws: Workspace) -> None:
    _, contact, activity, _ = customer(ws)
    before = book(ws)
    commands.delete(ws, "contact", [contact])
    commands.delete(ws, "activity", [activity])
    trash.restore(ws, [("contact", contact)])
    trash.restore(ws, [("activity", activity)])
    assert book(ws) == before
    commands.delete(ws, "activity", [activity])
    commands.delete(ws, "contact", [contact])
    assert trash.restore(ws, [("activity", activity)]).loose == 1
    trash.restore(ws, [("contact", contact)])
    assert book(ws) == before


def test_a_link_that_was_set_anew_is_left(ws: Workspace) -> None:
    number, contact, activity, _ = customer(ws)
    commands.delete(ws, "contact", [contact])
    new = commands.create(ws, "contact", {"customer": number, "name": "李芳"}).id
    commands.update(ws, "activity", activity, {"contact": new})
    trash.restore(ws, [("contact", contact)])
    assert queries.get(ws, "activity", activity)["contact"] == new


def test_several_of_one_deletion_are_restored_each_by_itself(ws: Workspace) -> None:
    numbers = [customer(ws, f"公司{n}")[0] for n in range(4)]
    commands.delete(ws, "customer", numbers)
    assert len(trash.listing(ws)) == 4
    trash.restore(ws, [("customer", numbers[1]), ("customer", numbers[3])])
    assert sorted(queries.ids(ws, "customer")) == [numbers[1], numbers[3]]
    assert sorted(one.id for one in trash.listing(ws)) == [numbers[0], numbers[2]]
    assert history.operations(ws, 1)[0].values["count"] == 2
    with pytest.raises(NotFound):
        trash.restore(ws, [("customer", numbers[1])])


def test_a_quote_whose_number_is_used_again_takes_the_next_one(ws: Workspace) -> None:
    from app.sales import commands as sales

    number = customer(ws)[0]
    quote = sales.new_quote(ws, number).id
    held = queries.get(ws, "quote", quote)["number"]
    commands.delete(ws, "quote", [quote])
    again = sales.new_quote(ws, number).id
    assert queries.get(ws, "quote", again)["number"] == held
    [renumbered] = trash.restore(ws, [("quote", quote)]).renumbered
    assert renumbered.old == held != renumbered.new == queries.get(ws, "quote", quote)["number"]
    assert queries.get(ws, "quote", again)["number"] == held


def test_what_an_undo_took_away_is_not_in_the_trash(ws: Workspace) -> None:
    number = customer(ws)[0]
    for _step in range(4):
        history.undo(ws)
    assert trash.listing(ws) == []
    with pytest.raises(NotFound):
        trash.restore(ws, [("customer", number)])
    with pytest.raises(KebuError):
        trash.restore(ws, [])


def test_the_trash_is_searched_by_words_and_pinyin(ws: Workspace) -> None:
    commands.delete(ws, "customer", [customer(ws)[0], customer(ws, "ABC Ltd")[0]])
    found = trash.listing(ws)
    assert [one.title for one in trash.matching(found, "hengrui")] == ["苏州恒瑞"]
    assert [one.title for one in trash.matching(found, "abc LTD")] == ["ABC Ltd"]
    assert trash.matching(found, kind="quote") == []


STEPS = st.lists(st.tuples(st.sampled_from(("edit", "delete", "restore", "undo", "add")), st.integers(0, 999)))


@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(size=st.integers(1, 4), steps=STEPS)
def test_emptying_the_trash_in_any_order_gives_the_same_book(size: int, steps: list[tuple[str, int]]) -> None:
    """Edits, additions, deletions, restorings and undos at random; then all is restored: nothing is missing or changed."""
    with TemporaryDirectory() as folder:
        ws = create_workspace(Path(folder) / "a.kebu")
        try:
            for at in range(size):
                customer(ws, f"公司{at}")
            wanted = book(ws)
            for step, pick in steps:
                there = [
                    (kind, n) for kind in ("customer", "contact", "activity", "reminder") for n in queries.ids(ws, kind)
                ]
                gone = trash.listing(ws)
                if step == "delete" and there:
                    kind, number = there[pick % len(there)]
                    commands.delete(ws, kind, [number])
                elif step == "edit" and (people := sorted(queries.ids(ws, "contact"))):
                    number = people[pick % len(people)]
                    commands.update(ws, "contact", number, {"title": f"经理{pick}"})
                    wanted["contact"][number]["title"] = f"经理{pick}"
                elif step == "add" and (firms := sorted(queries.ids(ws, "customer"))):
                    number = commands.create(ws, "contact", {"customer": firms[pick % len(firms)], "name": "新人"}).id
                    wanted["contact"][number] = dict(queries.get(ws, "contact", number).values)
                elif step == "restore" and gone:
                    trash.restore(ws, [gone[pick % len(gone)].key])
                elif step == "undo" and (last := history.undoable(ws)) is not None and "Delete" in last.name:
                    history.undo(ws)
            left = trash.listing(ws)
            for at in range(len(left)):
                pick = left[(at * 7 + size) % len(left)].key
                if not queries.rows(ws, *(pick[0], pick[1:])):
                    trash.restore(ws, [pick])
            for one in trash.listing(ws):
                if not queries.rows(ws, one.kind, (one.id,)):
                    trash.restore(ws, [one.key])
            assert book(ws) == wanted
            assert trash.listing(ws) == []
            assert check(ws) == []
        finally:
            ws.close()
