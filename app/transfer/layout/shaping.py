"""What a file holds made into plain tables before anything is mapped: forms, turned tables, several tables in a sheet."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import replace

from app.transfer.grid.cells import widest
from app.transfer.grid.headers import Vocabulary
from app.transfer.grid.sheets import Sheet, Workbook
from app.transfer.layout import forms, histories, list_forms, tables, titled, turned

_WIDEST = 1000
"""No table that a person lays out has more columns."""


def prepared(book: Workbook, words: Vocabulary, kind: str = "", plain: Collection[str] = ()) -> Workbook:
    """The file with a sheet for each table; sheets that are one table with a header stay as they were read.

    Args:
        kind: what the sheets hold when the user says so.
        plain: the names of sheets that are known to be one table with a header.
    """
    names = frozenset(sheet.name for sheet in book.sheets)
    sheets = tuple(
        one for sheet in book.sheets
        for one in ((sheet,) if sheet.name in plain else _tables(sheet, words, names, kind))
    )  # fmt: skip
    same = len(sheets) == len(book.sheets) and all(one is other for one, other in zip(sheets, book.sheets, strict=True))
    return book if same else replace(book, sheets=sheets)


def _tables(sheet: Sheet, words: Vocabulary, names: frozenset[str], kind: str) -> Iterator[Sheet]:
    if sheet.kind or sheet.origin is not None or widest(sheet.rows) > _WIDEST:
        yield sheet
        return
    if documents := list_forms.tabled(sheet, words, kind, names):
        yield from documents
        return
    if (plain := _straight(sheet, words)) is not None:
        yield plain
        return
    parts = tables.parted(sheet, words, names)
    for part in parts:
        one = part if len(parts) == 1 else _straight(part, words) or part
        if kind:
            yield one
        else:
            yield from histories.apart(one, words, names)


def _straight(sheet: Sheet, words: Vocabulary) -> Sheet | None:
    return turned.straight(sheet, words) or forms.tabled(sheet, words) or titled.joined(sheet, words)
