"""Sheets that Kebu wrote: hidden columns tell which record a row is, and what its cells said."""

from __future__ import annotations

import uuid
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from app.records.workspace import Workspace
from app.shared.i18n import _, language
from app.transfer.grid.sheets import Cell, Origin, Sheet, Workbook
from app.transfer.grid.stopping import watched
from db.changes import ranges

VERSION = "1"
ID_HEADER = "kebu:id"
MARKS_HEADER = "kebu:marks"
EXACT_HEADER = "kebu:exact"
BOOK_HEADER = "kebu:book"
LIST_HEADER = "kebu:list"
_LONGEST, _MOST = 30_000, 1_048_576
_TITLES = 20
"""So many rows from the top the header is looked for."""
_DIGITS = 18
"""A longer number is no id of a book, but of a sheet that somebody changed."""
_OURS = (f"{MARKS_HEADER}:", ID_HEADER, EXACT_HEADER, LIST_HEADER)
VALUE_IN_PARTS = "kebu:parts"
"""Stands where a text is longer than a cell takes; the hidden sheet of the book holds it in parts."""
_FACT = "id"


def book_id(ws: Workspace) -> str:
    """The id of a book, made when it is first asked for; copies of the file share it."""
    found = ws.book.fact(_FACT)
    if not found:
        found = uuid.uuid4().hex
        ws.book.set_fact(_FACT, found)
    return found


def marks_header(book: str, kind: str, fields: Sequence[str]) -> str:
    """The header of the column with the marks; the sheet is in the language in use."""
    return ":".join((MARKS_HEADER, VERSION, book, kind, language(), ",".join(fields)))


def recognised(book: Workbook) -> Workbook:
    """The workbook with the hidden columns of Kebu's own sheets taken out of their rows and put into ``Sheet.origin``.

    The hidden sheet of a whole book becomes ``Workbook.facts``, that of a list ``Origin.listed``.
    """
    raised = tuple(map(_raised, book.sheets))
    if any(one is not sheet for one, sheet in zip(raised, book.sheets, strict=True)):
        book = replace(book, sheets=raised)
    if not any(_columns(sheet) or _begins(sheet, BOOK_HEADER) for sheet in book.sheets):
        return _unmarked(book)
    facts = next((sheet for sheet in book.sheets if _begins(sheet, BOOK_HEADER)), None)
    lists = next((sheet for sheet in book.sheets if _begins(sheet, LIST_HEADER)), None)
    listed = dict(_listed(lists)) if lists else {}
    sheets = tuple(_plain(sheet, listed) for sheet in book.sheets if sheet is not facts and sheet is not lists)
    return replace(book, sheets=sheets, facts=facts)


def _raised(sheet: Sheet) -> Sheet:
    """A sheet of ours with its header in the first row again, where somebody wrote a title above it; rows keep their numbers."""
    for at, row in enumerate(sheet.rows[:_TITLES]):
        if any(isinstance(cell, str) and cell.startswith(_OURS) for cell in row):
            if not at:
                return sheet
            merged = tuple(one for one in sheet.merged if one[0] > at)
            rows: list[list[Cell]] = [list(row), *([] for _above in range(at)), *sheet.rows[at + 1 :]]
            return replace(sheet, rows=rows, merged=merged)
    return sheet


def _unmarked(book: Workbook) -> Workbook:
    """A workbook of Kebu's from which the hidden columns were taken: without what is left of them, and told."""
    sheets = []
    for sheet in book.sheets:
        header = sheet.rows[0] if sheet.rows else []
        away = [at for at, cell in enumerate(header) if isinstance(cell, str) and cell.startswith(_OURS)]
        if not away:
            sheets.append(sheet)
        elif not _begins(sheet, LIST_HEADER):
            hidden = frozenset(
                one - sum(place < one for place in away) for one in sheet.hidden_columns if one not in away
            )
            sheets.append(replace(sheet, rows=_without(sheet.rows, away[::-1]), hidden_columns=hidden))
    if len(sheets) == len(book.sheets) and all(one is other for one, other in zip(sheets, book.sheets, strict=True)):
        return book
    told = _(
        "Kebu wrote “{file}”, but its hidden column with the numbers of the records was taken out: rows are found by name, and "
        "cells that were changed only come in where values are replaced."
    )
    return replace(book, sheets=tuple(sheets), warnings=(*book.warnings, told.format(file=book.path.name)))


def _begins(sheet: Sheet, header: str) -> bool:
    return bool(sheet.rows and sheet.rows[0] and sheet.rows[0][0] == header)


def list_rows(kind: str, numbers: Sequence[int]) -> list[tuple[str, str]]:
    """The rows of the hidden sheet that tells which records a list held: their kind, and ids in runs such as 1-80,82."""
    rows, held = [], ""
    for first, last in ranges(sorted(numbers)):
        run = str(first) if first == last else f"{first}-{last}"
        if len(held) + len(run) > _LONGEST:
            rows.append((kind, held))
            held = ""
        held = f"{held},{run}" if held else run
    return [*rows, (kind, held)] if held else rows


def _listed(sheet: Sheet) -> Iterator[tuple[str, frozenset[int]]]:
    found: dict[str, set[int]] = defaultdict(set)
    for row in watched(sheet.rows[1:]):
        kind, runs = (*row, None, None)[:2]
        for run in str(runs or "").split(","):
            first, _dash, last = run.partition("-")
            begin, end = _number(first), _number(last or first)
            if begin and end and end - begin < _MOST - len(found[str(kind)]):
                found[str(kind)].update(range(begin, end + 1))
    yield from ((kind, frozenset(numbers)) for kind, numbers in found.items())


def _columns(sheet: Sheet) -> dict[str, int]:
    """The places of the hidden columns by what they hold; empty when the sheet is none of ours."""
    header = sheet.rows[0] if sheet.rows else []
    found = {}
    for place, cell in enumerate(header):
        if isinstance(cell, str) and cell.startswith("kebu:"):
            for name in (ID_HEADER, MARKS_HEADER, EXACT_HEADER):
                if cell == name or cell.startswith(name + ":"):
                    found[name] = place
    return found if {ID_HEADER, MARKS_HEADER} <= found.keys() else {}


def _plain(sheet: Sheet, listed: Mapping[str, frozenset[int]]) -> Sheet:
    places = _columns(sheet)
    if not places:
        return sheet
    away = sorted(places.values(), reverse=True)
    hidden = frozenset(one - sum(place < one for place in away) for one in sheet.hidden_columns if one not in away)
    bare = replace(sheet, rows=_without(sheet.rows, away), hidden_columns=hidden)
    parts = str(sheet.rows[0][places[MARKS_HEADER]]).split(":", 6)
    if len(parts) != 7 or parts[2] != VERSION:
        return bare
    fields = tuple(filter(None, parts[6].split(",")))
    known = dict(_known(sheet.rows, places))
    return replace(bare, origin=Origin(parts[3], parts[4], parts[5], fields, known, listed.get(parts[4], frozenset())))


def _without(rows: Sequence[list[Cell]], away: Sequence[int]) -> list[list[Cell]]:
    out = []
    for row in watched(rows):
        kept = list(row)
        for place in away:
            if place < len(kept):
                del kept[place]
        out.append(kept)
    return out


def _known(rows: Sequence[list[Cell]], places: dict[str, int]) -> Iterator[tuple[int, tuple[int, str, str]]]:
    at, marks, exact = places[ID_HEADER], places[MARKS_HEADER], places.get(EXACT_HEADER, -1)
    for index, row in enumerate(watched(rows[1:]), 1):
        if number := _number(row[at] if at < len(row) else None):
            signs = row[marks] if marks < len(row) else None
            more = row[exact] if 0 <= exact < len(row) else None
            yield index, (number, signs if isinstance(signs, str) else "", more if isinstance(more, str) else "")


def _number(cell: Cell) -> int:
    """The id that a cell or a run holds; 0 when it holds none."""
    if isinstance(cell, str) and cell.isdecimal() and len(cell) <= _DIGITS:
        return int(cell)
    return cell if type(cell) is int and 0 < cell < 10**_DIGITS else 0
