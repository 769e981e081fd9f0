"""Backups, restoring, moving and checking a book."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.main import create_workspace, open_workspace
from app.records import commands, queries
from app.records.workspace import Workspace
from app.safety import commands as safety
from app.safety import queries as states
from app.safety.queries import Verdict
from app.shared.clock import FixedClock
from app.shared.errors import BookError, BookInUse, DamagedBook, NotFound, WrongKey
from db import backup
from db.connection import connect
from db.retention import keep

KEY = bytes(range(32))


def customers(ws: Workspace) -> int:
    return queries.count(ws, "customer")


def add(ws: Workspace, name: str = "恒瑞") -> int:
    return commands.create(ws, "customer", {"name": name}).id


def later(ws: Workspace, days: float) -> None:
    assert isinstance(ws.clock, FixedClock)
    ws.clock = replace(ws.clock, moment=ws.clock.moment + timedelta(days=days))


def test_closing_backs_up_what_changed(ws: Workspace) -> None:
    assert safety.backup_on_close(ws) is None
    add(ws)
    made = safety.backup_on_close(ws)
    assert made is not None
    assert backup.verify(made.path, key=None)["customer"] == 1
    assert safety.backup_on_close(ws) is None
    assert [one.path for one in backup.listed(ws.path)] == [made.path]


def test_a_backup_is_one_file_that_needs_nothing_beside_it(ws: Workspace, tmp_path: Path) -> None:
    add(ws)
    target = tmp_path / "copy.kebu"
    safety.backup_now(ws, target)
    before = sorted(path.name for path in tmp_path.iterdir())
    assert backup.verify(target, key=None)["customer"] == 1
    assert sorted(path.name for path in tmp_path.iterdir()) == before


def test_a_backup_holds_one_moment_while_writing_goes_on(ws: Workspace, tmp_path: Path) -> None:
    with ws.operation("Import") as op:
        op.insert_many("customer", [{"name": f"{n}", "website": "x" * 3000} for n in range(6_000)])
    steps = 0

    def progress(share: float) -> bool:
        nonlocal steps
        steps += 1
        add(ws, "later")
        return True

    safety.backup_now(ws, tmp_path / "copy.kebu", progress=progress)
    assert steps > 2
    assert backup.verify(tmp_path / "copy.kebu", key=None)["customer"] == 6_000


def test_a_backup_that_is_stopped_leaves_nothing(ws: Workspace) -> None:
    add(ws)
    with pytest.raises(BookError):
        safety.backup_now(ws, progress=lambda share: False)
    assert backup.listed(ws.path) == []
    assert list(backup.folder(ws.path).iterdir()) == []


def test_a_backup_never_replaces_a_file_of_the_user(ws: Workspace, tmp_path: Path) -> None:
    letter = tmp_path / "letter.docx"
    letter.write_text("dear")
    for target in (letter, ws.path, tmp_path):
        with pytest.raises(BookError):
            safety.backup_now(ws, target)
    assert letter.read_text() == "dear"


def test_verdicts(ws: Workspace) -> None:
    assert states.backups(ws).verdict is Verdict.NONE
    add(ws)
    safety.backup_now(ws)
    state = states.backups(ws)
    assert (state.verdict, state.changed, len(state.files)) == (Verdict.FRESH, False, 1)
    later(ws, 30)
    assert states.backups(ws).verdict is Verdict.FRESH
    add(ws)
    assert states.backups(ws).verdict is Verdict.OLD
    folder = backup.folder(ws.path)
    folder.rename(folder.with_name("away"))
    folder.write_text("in the way")
    with pytest.raises(BookError):
        safety.backup_now(ws)
    state = states.backups(ws)
    assert state.verdict is Verdict.FAILED
    assert state.reason
    folder.unlink()
    safety.backup_now(ws)
    assert states.backups(ws).verdict is Verdict.FRESH


def test_restore_keeps_the_present_first(ws: Workspace, tmp_path: Path) -> None:
    add(ws)
    copy = tmp_path / "copy.kebu"
    safety.backup_now(ws, copy)
    add(ws)
    add(ws)
    fresh = safety.restore(ws, copy, open_workspace)
    try:
        assert customers(fresh) == 1
        assert states.check(fresh) == []
        [kept] = backup.listed(fresh.path)
        assert (kept.reason, backup.verify(kept.path, key=None)["customer"]) == ("restore", 3)
        back = safety.restore(fresh, kept.path, open_workspace)
        assert customers(back) == 3
        back.close()
    finally:
        fresh.close()


def test_what_cannot_be_restored_changes_nothing(ws: Workspace, tmp_path: Path) -> None:
    add(ws)
    damaged = tmp_path / "damaged.kebu"
    damaged.write_bytes(b"SQLite format 3\x00" + b"x" * 5000)
    for source, failure in ((tmp_path / "none", NotFound), (tmp_path, BookError), (damaged, DamagedBook)):
        with pytest.raises(failure):
            safety.restore(ws, source, open_workspace)
        assert customers(ws) == 1


def test_restoring_a_closed_book_over_a_stale_log(tmp_path: Path) -> None:
    path, copy = tmp_path / "a.kebu", tmp_path / "copy.kebu"
    ws = create_workspace(path)
    add(ws)
    safety.backup_now(ws, copy)
    add(ws)
    with pytest.raises(BookInUse):
        safety.restore_closed(path, copy, key=None, now=datetime.now(UTC))
    log = path.with_name("a.kebu-wal").read_bytes()
    assert log
    ws.close()
    path.with_name("a.kebu-wal").write_bytes(log)
    safety.restore_closed(path, copy, key=None, now=datetime.now(UTC))
    ws = open_workspace(path)
    assert customers(ws) == 1
    ws.close()
    path.unlink()
    assert safety.restore_closed(path, copy, key=None, now=datetime.now(UTC)) is None
    ws = open_workspace(path)
    assert customers(ws) == 1
    ws.close()


def test_encrypted_books_have_encrypted_backups(tmp_path: Path) -> None:
    ws = create_workspace(tmp_path / "a.kebu", key=KEY)
    add(ws, "苏州恒瑞精密机械")
    copy = tmp_path / "copy.kebu"
    safety.backup_now(ws, copy)
    for path in (ws.path, copy):
        assert "恒瑞".encode() not in path.read_bytes()
    with pytest.raises(DamagedBook):
        backup.verify(copy, key=bytes(32))
    fresh = safety.restore(ws, copy, lambda path: open_workspace(path, key=KEY))
    assert customers(fresh) == 1
    fresh.close()
    with pytest.raises(WrongKey):
        safety.restore_closed(tmp_path / "a.kebu", copy, key=None, now=datetime.now(UTC))


def test_moving_takes_the_backups_along(ws: Workspace, tmp_path: Path) -> None:
    add(ws)
    safety.backup_now(ws)
    folder = tmp_path / "另一个 folder"
    folder.mkdir()
    old = ws.path
    with pytest.raises(NotFound):
        safety.move(ws, tmp_path / "none" / "a.kebu", open_workspace)
    moved = safety.move(ws, folder / "新", open_workspace)
    assert moved.path == folder / "新.kebu"
    assert customers(moved) == 1
    assert len(backup.listed(moved.path)) == 1
    assert not list(tmp_path.glob(old.stem + "*"))
    moved.close()


def test_check_tells_what_is_wrong_and_repairs_the_search(ws: Workspace) -> None:
    number = add(ws)
    add(ws, "other")
    assert states.check(ws) == []
    writer = ws.book.writer
    writer.execute(f"DELETE FROM search_gram WHERE rowid={number * 32 + 1}")
    writer.execute("UPDATE operation SET changeset=x'0102' WHERE id=1")
    writer.pragma("foreign_keys", 0)
    writer.execute("INSERT INTO contact(customer, name) VALUES(999, 'lost')")
    found = states.check(ws)
    assert {one.part for one in found} == {"search", "history", "links"}
    assert all(one.sentence and one.advice for one in found)
    safety.repair_search(ws)
    assert {one.part for one in states.check(ws)} == {"history", "links"}


def test_a_schema_change_backs_up_first(tmp_path: Path) -> None:
    path = tmp_path / "old.kebu"
    ws = create_workspace(path)
    add(ws)
    ws.close()
    connection = connect(path)
    table = connection.execute("SELECT name FROM sqlite_schema WHERE name LIKE '%migration%' AND type='table'").get
    connection.execute(f"DELETE FROM {table}")
    connection.close()
    open_workspace(path).close()
    [kept] = backup.listed(path)
    assert kept.reason == "upgrade"
    assert backup.verify(kept.path, key=None)["customer"] == 1


MOMENTS = st.datetimes(datetime(2024, 1, 1), datetime(2026, 7, 1)).map(lambda moment: moment.replace(tzinfo=UTC))


@given(st.sets(MOMENTS, max_size=200))
def test_keep_rules(moments: set[datetime]) -> None:
    now = datetime(2026, 7, 1, tzinfo=UTC)
    kept = keep(moments, now)
    assert kept <= moments
    newest = sorted(moments, reverse=True)
    assert set(newest[:10]) <= kept
    month = {one.date() for one in moments if now - one <= timedelta(days=30)}
    assert month <= {one.date() for one in kept}
    year = {one.isocalendar()[:2] for one in moments if timedelta(days=30) < now - one <= timedelta(days=365)}
    assert year <= {one.isocalendar()[:2] for one in kept}
    assert len(kept) <= 10 + 31 + 54
