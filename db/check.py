"""Reading a book through to find damage."""

from __future__ import annotations

import zlib
from dataclasses import dataclass

import apsw

from db.schema import Schema
from db.search import CODES


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is wrong: what was looked at, and SQLite's or our own words for it."""

    part: str
    detail: str


def check(connection: apsw.Connection, schema: Schema, indexed: tuple[str, ...]) -> list[Finding]:
    """Everything that is wrong with a book; an empty list when nothing is.

    Args:
        indexed: the tables whose every row has a document in the search index.
    """
    findings: list[Finding] = []
    try:
        findings += [Finding("file", str(row[0])) for row in connection.execute("PRAGMA integrity_check(20)") if row[0] != "ok"]
        findings += [
            Finding("links", f"{table} {rowid} -> {parent}")
            for table, rowid, parent, _ in connection.execute("PRAGMA foreign_key_check").fetchall()[:20]
        ]
        findings += _journal(connection)
        for name in indexed:
            findings += _search(connection, name, schema.table(name).code)
    except apsw.Error as error:
        findings.append(Finding("file", str(error)))
    return findings


def _journal(connection: apsw.Connection) -> list[Finding]:
    bad = []
    for number, data in connection.execute("SELECT id, changeset FROM operation"):
        try:
            if data:
                zlib.decompress(data)
        except zlib.error as error:
            bad.append(Finding("history", f"{number}: {error}"))
    return bad[:20]


def _search(connection: apsw.Connection, table: str, code: int) -> list[Finding]:
    sql = f"SELECT count(*) FROM {{}} WHERE rowid % {CODES} = {code}"
    rows = int(connection.execute(f'SELECT count(*) FROM "{table}"').get)
    for index in ("search_trigram_docsize", "search_gram_docsize"):
        try:
            held = int(connection.execute(sql.format(index).replace("rowid", "id")).get)
        except apsw.SQLError:
            continue
        if held != rows:
            return [Finding("search", f"{table}: {held} / {rows}")]
    return []
