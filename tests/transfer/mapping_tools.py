"""Sheets written down in tests, and what is made of them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from app.main import dictionary
from app.transfer.columns.mapping import propose
from app.transfer.columns.proposals import Proposal
from app.transfer.drafting.context import Context
from app.transfer.drafting.drafts import draft
from app.transfer.drafting.rows import Draft
from app.transfer.grid.headers import RECORDS, Vocabulary
from app.transfer.grid.sheets import Sheet, Workbook

DICTIONARY = dictionary()
WORDS = Vocabulary(DICTIONARY.types)
TYPES = {name: DICTIONARY.type(name) for name in RECORDS}


def sheet(
    rows: Iterable[Sequence[Any]], merged: Iterable[tuple[int, int, int, int]] = (), name: str = "Sheet1"
) -> Sheet:
    """A sheet of these rows."""
    return Sheet(name, [list(row) for row in rows], tuple(merged))


def book(*sheets: Sheet) -> Workbook:
    """A file with these sheets."""
    return Workbook(Path("客户.xlsx"), "xlsx", sheets)


def proposed(
    rows: Iterable[Sequence[Any]], merged: Iterable[tuple[int, int, int, int]] = (), name: str = "Sheet1"
) -> Proposal:
    """What is proposed for a sheet of these rows."""
    return propose(sheet(rows, merged, name), WORDS)


def targets(proposal: Proposal) -> dict[str, str]:
    """Each header with the fields it goes to, joined by +."""
    return {column.key: "+".join(column.targets) for column in proposal.columns}


def drafts(
    rows: Iterable[Sequence[Any]], merged: Iterable[tuple[int, int, int, int]] = (), name: str = "Sheet1"
) -> list[Draft]:
    """The rows as values of records."""
    one = sheet(rows, merged, name)
    return draft(one, propose(one, WORDS), Context(TYPES))[0]
