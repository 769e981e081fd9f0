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
        findings += [
            Finding("file", str(row[0])) for row in connection.execute("PRAGMA integrity_check(20)") if row[0] != "ok"
        ]
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
            for _ in apsw.Changeset.iter(zlib.decompress(data)) if data else ():
                pass
        except (zlib.error, apsw.Error) as error:
            bad.append(Finding("history", f"{number}: {error}"))
    lone = connection.execute(
        "SELECT DISTINCT operation FROM operation_row WHERE operation NOT IN (SELECT id FROM operation) LIMIT 20"
    )
    bad += [Finding("history", str(row[0])) for row in lone]
    return bad[:20]


def _search(connection: apsw.Connection, table: str, code: int) -> list[Finding]:
    """Both indexes hold a document of each row, and none of a row that is gone."""
    for index in ("search_trigram_docsize", "search_gram_docsize"):
        held = f"SELECT id / {CODES} FROM {index} WHERE id % {CODES} = {code}"
        rows = f'SELECT id FROM "{table}"'
        missing = int(connection.execute(f"SELECT count(*) FROM ({rows} EXCEPT {held})").get)
        extra = int(connection.execute(f"SELECT count(*) FROM ({held} EXCEPT {rows})").get)
        if missing or extra:
            return [Finding("search", f"{table} -{missing} +{extra}")]
    return []
