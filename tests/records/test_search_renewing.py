"""A book with an index of an older design opens at once, and search is made right beside the work."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from app.main import create_workspace, open_workspace
from app.records import commands, queries
from app.records.renewing import renew_index
from app.records.workspace import SEARCH, Workspace
from app.settings import fields
from db import search


def found(ws: Workspace, text: str) -> set[str]:
    return {hit.title for hit in queries.search(ws, text, limit=1000)}


def never() -> bool:
    return False


@pytest.fixture
def old(tmp_path: Path) -> Path:
    """A book whose index is empty and of an older design."""
    path = tmp_path / "old.kebu"
    ws = create_workspace(path)
    with ws.operation("Fill") as op:
        ids = op.insert_many("customer", [{"name": f"苏州恒瑞 {number}"} for number in range(450)])
        op.insert_many("contact", [{"customer": number, "name": f"王{number}"} for number in ids])
    with ws.book.journal.alone() as connection, connection:
        search.clear(connection)
    ws.book.set_fact(SEARCH, "1")
    ws.close()
    return path


def test_all_is_found_again_and_changes_meanwhile_are_kept(old: Path) -> None:
    ws = open_workspace(old, renew=False)
    try:
        assert ws.search_stale
        assert found(ws, "恒瑞") == set()
        first, second, third = queries.ids(ws, "customer", limit=3)
        steps: list[Callable[[], object]] = [
            lambda: commands.update(ws, "customer", first, {"name": "金源贸易"}),
            lambda: commands.delete(ws, "customer", [second]),
            lambda: commands.create(ws, "customer", {"name": "苏州恒瑞 new"}),
            lambda: commands.create(ws, "contact", {"customer": third, "name": "Quincy"}),
        ]
        shares = []

        def progress(share: float) -> None:
            shares.append(share)
            if steps:
                steps.pop()()

        assert renew_index(ws, progress, never)
        assert not steps
        assert shares == sorted(shares)
        assert shares[-1] == 1
        assert not ws.search_stale
        names = {one.title for one in queries.rows(ws, "customer", queries.ids(ws, "customer"))}
        assert len(names) == 450
        assert {title for title in found(ws, "恒瑞") if "new" in title or title in names} >= names - {"金源贸易"}
        assert found(ws, "jinyuan") == {"金源贸易"}
        assert found(ws, "quincy")
        held = {text: found(ws, text) for text in ("恒瑞", "王4", "hr", "quincy", "金源")}
        ws.rebuild_search()
        assert held == {text: found(ws, text) for text in held}
    finally:
        ws.close()
    ws = open_workspace(old, renew=False)
    assert not ws.search_stale
    ws.close()


def test_what_is_broken_off_begins_anew(old: Path) -> None:
    ws = open_workspace(old, renew=False)
    asked = iter((False, False, True))
    assert not renew_index(ws, lambda _share: None, lambda: next(asked))
    assert 0 < len(found(ws, "恒瑞")) < 450
    ws.close()
    ws = open_workspace(old)
    try:
        assert not ws.search_stale
        assert len(found(ws, "恒瑞")) == 450
    finally:
        ws.close()


def test_a_field_made_meanwhile_is_searched_in_all(old: Path) -> None:
    ws = open_workspace(old, renew=False)
    try:
        last = queries.ids(ws, "customer", order=(("id", False),))[0]
        steps: list[Callable[[], object]] = [
            lambda: fields.add_field(ws, "customer", "代号", "text", searched=True),
            lambda: commands.update(ws, "customer", last, {own_name(ws): "zebra"}),
        ]

        def progress(_share: float) -> None:
            if steps:
                steps.pop(0)()

        assert renew_index(ws, progress, never)
        assert found(ws, "zebra") == {queries.titles(ws, "customer", [last])[last]}
    finally:
        ws.close()


def own_name(ws: Workspace) -> str:
    return next(field.name for field in ws.dictionary.type("customer").fields if field.custom)
