"""The search index after very many records came or went at once."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.followups import upkeep
from app.main import create_workspace
from app.records import commands, history, queries
from app.records.workspace import Workspace
from db import search

MANY = 1_200
SOUGHT = ("恒瑞", "hr", "金源", "jinyuan", "李", "last")


@pytest.fixture
def ws(tmp_path: Path) -> Iterator[Workspace]:
    ws = create_workspace(tmp_path / "book.kebu")
    commands.create(ws, "customer", {"name": "金源贸易"})
    yield ws
    ws.close()


def import_many(ws: Workspace, count: int = MANY) -> None:
    with ws.operation("Import") as op:
        ids = op.insert_many("customer", [{"name": f"苏州恒瑞 {number}"} for number in range(count)])
        op.insert_many("contact", [{"customer": number, "name": f"李{number}"} for number in ids])


def hits(ws: Workspace) -> dict[str, list[tuple[str, int]]]:
    return {text: [(hit.kind, hit.id) for hit in queries.search(ws, text, limit=5_000)] for text in SOUGHT}


def settings(ws: Workspace) -> list[dict[str, int]]:
    return [dict(ws.book.writer.execute(f"SELECT k, v FROM {table}_config").fetchall()) for table in search.TABLE_NAMES]


def documents(ws: Workspace) -> int:
    return int(ws.book.writer.execute("SELECT count(*) FROM search_trigram_docsize").get)


def test_what_is_undone_is_found_no_more_and_found_again_after_a_redo(ws: Workspace) -> None:
    before = hits(ws)
    import_many(ws)
    after = hits(ws)
    assert len(after["恒瑞"]) == MANY
    history.undo(ws)
    assert hits(ws) == before
    assert documents(ws) == 1
    history.redo(ws)
    assert hits(ws) == after
    ws.rebuild_search()
    assert hits(ws) == after


def test_few_of_many_are_taken_out_one_by_one(ws: Workspace) -> None:
    import_many(ws, 3 * MANY)
    before = hits(ws)
    import_many(ws)
    history.undo(ws)
    assert hits(ws) == before


def test_small_changes_merge_segments_as_ever(ws: Workspace) -> None:
    import_many(ws)
    for held in settings(ws):
        assert held["automerge"] == 4
    commands.create(ws, "customer", {"name": "last"})
    assert len(hits(ws)["last"]) == 1


def test_what_is_stopped_leaves_the_settings_as_they_were(ws: Workspace) -> None:
    before, found = settings(ws), hits(ws)

    def stop(share: float) -> None:
        raise RuntimeError(share)

    def import_and_stop() -> None:
        with ws.operation("Import") as op:
            op.insert_many("customer", [{"name": f"苏州恒瑞 {number}"} for number in range(3 * MANY)])
            op.watch = stop

    with pytest.raises(RuntimeError):
        import_and_stop()
    assert settings(ws) == before
    assert hits(ws) == found
    import_many(ws)
    assert len(hits(ws)["恒瑞"]) == MANY


def segments(ws: Workspace) -> list[int]:
    return [
        int(ws.book.writer.execute(f"SELECT count(DISTINCT segid) FROM {table}_idx").get)
        for table in search.TABLE_NAMES
    ]


def test_what_was_put_off_is_merged_by_the_upkeep(ws: Workspace) -> None:
    for _round in range(6):
        import_many(ws)
    before, found = segments(ws), hits(ws)
    assert min(before) > 5
    upkeep.refresh(ws)
    assert max(segments(ws)) <= 3
    assert hits(ws) == found
    merged = segments(ws)
    ws.tidy_search()
    assert segments(ws) == merged
    commands.create(ws, "customer", {"name": "last"})
    assert len(hits(ws)["last"]) == 1
