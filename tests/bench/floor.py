"""What an import costs at least: read, one executemany with the same indexes and search tables, session included."""

from __future__ import annotations

import zlib
from pathlib import Path

import apsw
from python_calamine import CalamineWorkbook

from app.records.workspace import Workspace
from app.shared.pinyin import search_text
from db import search
from db.search import Document, grams
from tests.bench.tables import HEADERS

CUSTOMER = "id name name_key kind level status phone phone_normal email city address tax_number created_on".split()
WIDE = "website industry source last_contact_on notes".split()
"""What a sheet of twenty columns fills besides; the columns that are no field go to the notes, with their headers."""
_NOTED = (10, 11, 12, 13, 18)
CONTACT = "id customer name name_key mobile mobile_normal title".split()
Row = list[str]


def read(path: Path) -> list[Row]:
    """The rows under the header."""
    return CalamineWorkbook.from_path(str(path)).get_sheet_by_index(0).to_python()[1:]  # type: ignore[return-value]


def insert(ws: Workspace, rows: list[Row]) -> None:
    """Put rows as ``read`` gives them into the tables of a book, with their recorded changes, and into its search tables."""
    connection = ws.book.writer
    customer, contact = (
        int(connection.execute(f"SELECT 1 + coalesce(max(id), 0) FROM {table}").get)
        for table in ("customer", "contact")
    )
    connection.execute("BEGIN IMMEDIATE")
    session = apsw.Session(connection, "main")
    for table in ("customer", "contact"):
        session.attach(table)
    wide = len(rows[0]) == len(HEADERS)
    connection.executemany(
        _insert("customer", [*CUSTOMER, *WIDE] if wide else CUSTOMER),
        (
            (
                number,
                row[0],
                row[0],
                "company",
                row[1],
                "prospect",
                row[2],
                row[2],
                *row[3:7],
                "2026-07-22",
                *_more(row),
            )
            for number, row in enumerate(rows, customer)
        ),
    )
    connection.executemany(
        _insert("contact", CONTACT),
        (
            (number, parent, row[7], row[7], row[8], row[8], row[9])
            for parent, (number, row) in enumerate(enumerate(rows, contact), customer)
        ),
    )
    changeset = zlib.compress(session.changeset(), 1)
    session.close()
    connection.execute(
        "INSERT INTO operation(at, name, params, source, kind, undone, changeset) VALUES('','','{}','','do',0,?)",
        (changeset,),
    )
    search.renew(connection, 1, (), _documents(rows, customer, customers=True), replaced=False)
    search.renew(connection, 2, (), _documents(rows, contact, customers=False), replaced=False)
    connection.execute("COMMIT")


def _more(row: Row) -> tuple[str, ...]:
    """The values of a row of twenty columns that stand behind the first ten."""
    if len(row) < len(HEADERS):
        return ()
    noted = (f"{HEADERS[at]}: {row[at]}" for at in _NOTED)
    return (*map(str, row[14:18]), "\n".join((*filter(None, row[19:]), *noted)))


def _insert(table: str, columns: list[str]) -> str:
    return f"INSERT INTO {table}({','.join(columns)}) VALUES({','.join('?' * len(columns))})"


def _documents(rows: list[Row], first: int, *, customers: bool) -> list[Document]:
    """The same texts as the program indexes, joined without looking at any description of them."""
    out = []
    for number, row in enumerate(rows, first):
        contact = [row[7], row[8]]
        texts = [row[0], row[2], row[3], row[4], row[5], row[6], *contact, *_more(row)[-1:]] if customers else contact
        text = " ".join(texts).lower()
        out.append(Document(number, f"{text} {search_text(row[0] if customers else row[7])}", grams(text)))
    return out
