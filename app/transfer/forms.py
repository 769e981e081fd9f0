"""Forms: one customer per sheet, labels beside their values. They are read as a table of one row."""

from __future__ import annotations

import re
from dataclasses import replace

from app.shared.i18n import _
from app.transfer.cells import blank, text
from app.transfer.headers import CONTACT, CUSTOMER, Vocabulary
from app.transfer.sheets import Cell, Sheet, Workbook

_MOST_ROWS, _MOST_COLUMNS = 80, 16
_FEWEST, _FEWEST_ROWS = 4, 3
_ACCOUNTED, _PAIRED = 0.6, 0.7
_END = re.compile(r"\s*[:：]\s*$")
_INSIDE = re.compile(r"\s*([^\s:：][^:：]{0,18}?)\s*[:：]\s*(\S.*)", re.DOTALL)
_WEB = re.compile(r"https?$|^\d+$", re.IGNORECASE)
Pair = tuple[str, Cell]


def prepared(book: Workbook, words: Vocabulary) -> Workbook:
    """The file with its forms turned into tables of one row; all else stays as it was read."""
    sheets = tuple(
        sheet if sheet.kind or sheet.origin is not None else tabled(sheet, words) or sheet for sheet in book.sheets
    )
    return (
        book
        if all(one is other for one, other in zip(sheets, book.sheets, strict=True))
        else replace(book, sheets=sheets)
    )


def tabled(sheet: Sheet, words: Vocabulary) -> Sheet | None:
    """The form of a sheet as a table: a row of labels and a row of values; None when it is no form."""
    rows = sheet.rows
    if len(rows) > _MOST_ROWS or max(map(len, rows), default=0) > _MOST_COLUMNS:
        return None
    pairs = _pairs(sheet, words)
    if pairs is None:
        return None
    return replace(
        sheet, rows=[[label for label, _value in pairs], [value for _label, value in pairs]], merged=(), comments={}, links={}
    )  # fmt: skip


def _pairs(sheet: Sheet, words: Vocabulary) -> list[Pair] | None:
    filled = [[(column, cell) for column, cell in enumerate(row) if not blank(cell)] for row in sheet.rows]
    labels = {
        (row, column): label
        for row, cells in enumerate(filled)
        for column, cell in cells
        if (label := _label(cell, words))
    }
    inside = {
        (row, column): found
        for row, cells in enumerate(filled)
        for column, cell in cells
        if (found := _inside(cell, words))
    }
    known = {row for row, _column in (*labels, *inside)}
    if len(labels) + len(inside) < _FEWEST or len(known) < _FEWEST_ROWS:
        return None
    columns = [column for _row, column in labels]
    usual = {column for column in columns if columns.count(column) > 1}
    pairs: list[Pair] = []
    rest: list[str] = []
    matched = titles = free = 0
    for row, cells in enumerate(filled):
        at = 0
        while at < len(cells):
            column, cell = cells[at]
            after = cells[at + 1] if at + 1 < len(cells) else None
            if (row, column) in inside:
                pairs.append(inside[row, column])
                matched, free = matched + 1, free + 1
            elif (row, column) in labels or (after and _beside(cell, column in usual)):
                apart = after is None or not {(row, after[0])} & (labels.keys() | inside.keys())
                value = after[1] if after and apart else None
                pairs.append((labels.get((row, column)) or _END.sub("", text(cell)), value))
                matched += 1 if value is None else 2
                free += apart and (row, column) in labels
                at += value is not None
            elif len(cells) == 1 and isinstance(cell, str) and not pairs:
                titles += 1
            else:
                rest.append(text(cell))
            at += 1
    accounted = matched + titles >= _ACCOUNTED * sum(map(len, filled))
    if not accounted or free < _PAIRED * (len(labels) + len(inside)) or not _names(pairs, words):
        return None
    if sum(value is not None for _label, value in pairs) < _FEWEST:
        return None
    rest += sheet.comments.values()
    return [*pairs, (_("Other text"), "\n".join(rest))] if rest else pairs


def _beside(cell: Cell, usual: bool) -> bool:
    """Whether a cell whose words name no field is a label: by its colon, or by the labels above and below it."""
    return isinstance(cell, str) and len(cell) < 20 and (usual or _END.search(cell) is not None)


def _label(cell: Cell, words: Vocabulary) -> str:
    if not isinstance(cell, str):
        return ""
    label = _END.sub("", text(cell)).strip()
    return label if 2 <= len(label) <= 24 and words.known(label) else ""


def _inside(cell: Cell, words: Vocabulary) -> Pair | None:
    """The label and the value of a cell that holds both: ``电话：0512-66001122``."""
    match = _INSIDE.fullmatch(cell) if isinstance(cell, str) else None
    if match is None or _WEB.search(match[1]) or not words.known(match[1]):
        return None
    return match[1], match[2].strip()


def _names(pairs: list[Pair], words: Vocabulary) -> bool:
    """Whether one of the labels names a customer or a contact."""
    return any(
        one.score >= 0.8 and one.record in (CUSTOMER, CONTACT) and one.field == "name"
        for label, value in pairs if value is not None
        for one in words.lookup(label)
    )  # fmt: skip
