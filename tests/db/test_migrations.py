"""Books of every older version open: backed up first, brought to the newest schema, with nothing lost."""

from __future__ import annotations

import zlib
from pathlib import Path

import apsw
import pytest
from playhouse.migrations import Runner

from app.main import create_workspace, open_workspace
from app.records import commands, history, queries
from app.records.workspace import Workspace
from app.safety.queries import check
from app.sales import commands as sales
from app.settings import fields
from app.shared.errors import BookError
from db import backup
from db.connection import APPLICATION_ID, BookDatabase, connect
from db.migrate import folder
from db.search import DESIGN

ROWS = (
    "INSERT INTO customer(id, name, name_key, status) VALUES(1, '苏州恒瑞精密机械', 'suzhou', 'active')",
    "INSERT INTO contact(id, customer, name, birthday) VALUES(1, 1, '周建明', '1980-07-25')",
    "INSERT INTO reminder(id, about_kind, about_id, text, due_at) VALUES(1, 'customer', 1, '回访', '2026-07-22T09:00')",
    (
        "INSERT INTO quote(id, number, revision, customer, status, date, currency, project)"
        " VALUES(1, 'Q2607-001', 1, 1, 'sent', '2026-07-01', 'CNY', '一'),"
        " (2, 'Q2607-001', 0, 1, 'draft', '2026-07-02', 'CNY', '二'),"
        " (3, 'Q2607-002', 0, 1, 'draft', '2026-07-03', 'CNY', '三'),"
        " (4, 'Q2607-001', 0, 1, 'draft', '2026-07-04', 'CNY', '四'),"
        " (5, 'angebot', 0, 1, 'draft', '2026-07-04', 'CNY', '五'), (6, 'angebot', 0, 1, 'draft', '2026-07-04', 'CNY', '六')"
    ),
    "INSERT INTO quote_line(id, quote, position, name) VALUES(1, 4, 1, '主轴')",
)


def version_1(path: Path) -> Path:
    """A book as the first version made it, with quotes that share numbers."""
    connection = connect(path, create=True)
    connection.pragma("application_id", APPLICATION_ID)
    Runner(BookDatabase(connection), str(folder())).up(target="0001_first")
    for sql in ROWS:
        connection.execute(sql)
    connection.close()
    return path


def columns(path: Path, table: str) -> list[str]:
    connection = connect(path, readonly=True)
    try:
        return [row[1] for row in connection.execute(f"PRAGMA table_info({table})")]
    finally:
        connection.close()


def test_a_book_of_the_first_version_opens_after_a_backup(tmp_path: Path) -> None:
    path = version_1(tmp_path / "old.kebu")
    ws = open_workspace(path)
    try:
        [kept] = backup.listed(path)
        assert kept.reason == "upgrade"
        assert "contact" not in columns(kept.path, "reminder")
        assert backup.verify(kept.path, key=None)["quote"] == 6
        assert queries.get(ws, "reminder", 1)["contact"] is None
        commands.update(ws, "reminder", 1, {"contact": 1})
        assert queries.get(ws, "reminder", 1)["contact"] == 1
        assert check(ws) == []
    finally:
        ws.close()
    open_workspace(path).close()
    assert len(backup.listed(path)) == 1


def test_quotes_that_shared_a_number_get_numbers_of_their_own(tmp_path: Path) -> None:
    ws = open_workspace(version_1(tmp_path / "old.kebu"))
    try:
        assert [one["number"] for one in queries.rows(ws, "quote", range(1, 7))] == [
            "Q2607-001",
            "Q2607-003",
            "Q2607-002",
            "Q2607-004",
            "angebot",
            "angebot-2",
        ]
        assert [one["project"] for one in queries.rows(ws, "quote", range(1, 7))] == list("一二三四五六")
        assert queries.get(ws, "quote_line", 1)["quote"] == 4
        assert [hit.id for hit in queries.search(ws, "Q2607-004", ["quote"])] == [4]
        assert ws.book.fact("search") == DESIGN
    finally:
        ws.close()


def test_old_and_new_books_have_the_same_tables(tmp_path: Path) -> None:
    open_workspace(version_1(tmp_path / "old.kebu")).close()
    create_workspace(tmp_path / "new.kebu").close()
    found = []
    for name in ("old.kebu", "new.kebu"):
        connection = connect(tmp_path / name, readonly=True)
        sql = "SELECT type, name, sql FROM sqlite_schema WHERE name NOT LIKE 'sqlite_%' ORDER BY type, name"
        found.append(connection.execute(sql).fetchall())
        connection.close()
    assert found[0] == found[1]


def test_an_old_operation_is_undone_in_the_newer_table(tmp_path: Path) -> None:
    """A changeset of fewer columns than the table has now, and a row that was edited since."""
    path = version_1(tmp_path / "old.kebu")
    connection = connect(path)
    session = apsw.Session(connection, "main")
    session.attach("reminder")
    with connection:
        connection.execute("INSERT INTO reminder(id, text, due_at) VALUES(7, '甲', '2026-07-22T09:00')")
        connection.execute("INSERT INTO reminder(id, text, due_at) VALUES(8, '乙', '2026-07-22T09:00')")
    changeset = session.changeset()
    session.close()
    connection.execute(
        "INSERT INTO operation(id, at, name, params, source, kind, undone, changeset)"
        " VALUES(1, '2026-07-22T01:00:00+00:00', 'Remind', '{}', '', 'do', 0, ?)",
        (zlib.compress(changeset),),
    )
    connection.execute("INSERT INTO operation_row(operation, code, first, last, action) VALUES(1, 4, 7, 8, 'c')")
    connection.close()
    ws = open_workspace(path)
    try:
        commands.update(ws, "reminder", 8, {"contact": 1, "text": "丙"})
        done = history.undo(ws, 1)
        assert sorted(queries.ids(ws, "reminder")) == [1, 8]
        assert [(one.kind, one.id) for one in done.kept] == [("reminder", 8)]
    finally:
        ws.close()


def test_no_two_quotes_share_a_number(ws: Workspace) -> None:
    one = sales.new_quote(ws).id
    number = queries.get(ws, "quote", one)["number"]
    with pytest.raises(BookError), ws.operation("Twice") as op:
        op.insert("quote", {"number": number, "date": ws.clock.today(), "currency": "CNY", "status": "draft"})
    assert queries.count(ws, "quote") == 1
    assert check(ws) == []


def test_an_undone_deletion_takes_the_next_number_when_its_own_is_in_use_again(ws: Workspace) -> None:
    customer = commands.create(ws, "customer", {"name": "甲"}).id
    lost = sales.new_quote(ws, customer, lines=()).id
    number = queries.get(ws, "quote", lost)["number"]
    deleted = commands.delete(ws, "customer", [customer]).operation
    other = sales.new_quote(ws).id
    assert queries.get(ws, "quote", other)["number"] == number
    done = history.undo(ws, deleted)
    [told] = done.renumbered
    assert (told.table, told.id, told.old) == ("quote", lost, number)
    assert queries.get(ws, "quote", other)["number"] == number
    assert queries.get(ws, "quote", lost)["number"] == told.new != number
    assert queries.get(ws, "quote", lost)["customer"] == customer
    assert done.kept == ()
    assert done.changes.updated.get("quote") is None
    assert [hit.id for hit in queries.search(ws, told.new, ["quote"])] == [lost]
    history.redo(ws)
    assert sorted(queries.ids(ws, "quote")) == [other]
    history.undo(ws, deleted)
    assert sorted(queries.ids(ws, "quote")) == [lost, other]
    assert check(ws) == []


def test_text_fields_of_the_users_own_stay_what_they_were(tmp_path: Path) -> None:
    path = version_1(tmp_path / "old.kebu")
    connection = connect(path)
    connection.execute(
        "INSERT INTO custom_field(id, record, name, label, kind) VALUES(3, 'customer', 'custom_3', '代号', 'text')"
    )
    connection.execute('UPDATE customer SET custom = \'{"custom_3": "X1"}\' WHERE id = 1')
    connection.close()
    ws = open_workspace(path)
    try:
        [own] = [field for field in ws.dictionary.type("customer").fields if field.custom]
        assert (own.name, own.label, own.searched, own.hidden) == ("custom_3", "代号", True, False)
        assert queries.get(ws, "customer", 1)["custom_3"] == "X1"
        assert fields.add_field(ws, "customer", "新").name == "custom_4"
        fields.remove_field(ws, "customer", "代号")
        history.undo(ws)
        assert queries.get(ws, "customer", 1)["custom_3"] == "X1"
        assert check(ws) == []
    finally:
        ws.close()
