"""A table from the clipboard: tab-separated text as spreadsheets give it, or the page that they give beside it."""

from __future__ import annotations

import csv
import io
import re
from pathlib import Path

from app.shared.i18n import _
from app.transfer.grid.sheets import Cell, Sheet, Workbook
from app.transfer.readers import html_tables
from app.transfer.readers.assembling import assembled
from app.transfer.readers.container import Refused
from app.transfer.readers.delimited import find_delimiter
from app.transfer.readers.reasons import refusal

_LONGEST = 64 << 20
_CELLS = 2_000_000
# A quoted cell ends where its last quotation mark stands before a tab, a line end or the end.
_CELL = re.compile(r'"((?:[^"]|"")*)"(?=[\t\n]|\Z)|([^\t\n]*)')


def read_text_table(text: str, html: str = "") -> Workbook:
    """The table of a clipboard.

    Args:
        text: its plain text: cells between tabs (or commas, semicolons, bars), those of several lines in quotation marks.
        html: its page, if there is one; it knows merged cells and links, so it is preferred where it holds a table.

    Raises:
        SheetError: there is no text, or far too much.
    """
    file = Path(_("Pasted table"))
    if len(text) > _LONGEST or len(html) > _LONGEST:
        raise refusal("too_big", file)
    if "<t" in html.lower():
        try:
            parts = html_tables.parts(html.encode("utf-8", "replace"), _CELLS)
        except Refused as refused:
            raise refusal(refused.code, file, **refused.values) from refused
        if parts:
            return assembled(file, "html", parts)
    text = text.replace("\0", "").replace("\r\n", "\n").replace("\r", "\n")
    if not text.strip():
        raise refusal("empty", file)
    rows = _tabbed(text) if "\t" in text else _delimited(text)
    if sum(map(len, rows)) > _CELLS:
        raise refusal("too_many_cells", file, sheet=file.name)
    while rows and not any(cell is not None for cell in rows[-1]):
        rows.pop()
    return Workbook(file, "csv", (Sheet(file.name, rows),), delimiter="\t" if "\t" in text else "")


def _tabbed(text: str) -> list[list[Cell]]:
    rows: list[list[Cell]] = []
    row: list[Cell] = []
    at, end = 0, len(text)
    while at <= end:
        match = _CELL.match(text, at)
        if match is None:
            break
        quoted = match[1]
        row.append((quoted.replace('""', '"') if quoted is not None else match[2]) or None)
        at = match.end() + 1
        if match.end() >= end or text[match.end()] == "\n":
            rows.append(row)
            row = []
    return rows


def _delimited(text: str) -> list[list[Cell]]:
    delimiter = find_delimiter(text, "\t")
    try:
        return [
            [cell or None for cell in row] for row in csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
        ]
    except csv.Error:
        return [[line or None] for line in text.split("\n")]
