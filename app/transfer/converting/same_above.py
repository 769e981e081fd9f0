"""Cells that mean "the same as above": merged ones, 同上 and 〃, and the company that stands only before its first contact."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from app.transfer.columns.proposals import CONTACTS, CUSTOMERS, NOTES, Column, Proposal
from app.transfer.converting.private import is_person
from app.transfer.grid.cells import at, blank, text
from app.transfer.grid.scale import HALF, MOSTLY, NEARLY
from app.transfer.grid.sheets import Cell, Sheet
from app.transfer.grid.stopping import watched

DITTO = frozenset(("同上", "〃", "″", "“", "”", '"', "''", "do.", "ditto", "Ditto", "同前", "同", "上同"))
Down = dict[tuple[int, int], int]
_FEWEST, _FEWEST_ROWS, _HABIT = 2, 4, 0.2
"""So many rows of a sheet with so many, and such a part of them, tell of a habit."""
_SHARED = frozenset(
    {"country", "province", "city", "industry", "level", "owner", "source", "status", "category", NOTES, "tags"}
    | {f"customer.{name}" for name in ("country", "province", "city", "industry", "level", "owner")}
)
_PERSONAL = frozenset({"phone", "mobile", "email", "fax", "wechat", "qq", "birthday", NOTES})


def carried(sheet: Sheet, proposal: Proposal) -> Down:
    """The cells whose value stands further up: (row, column) → the row that holds it; programs write every value out."""
    found: Down = {}
    if proposal.program:
        return found
    data = sorted(proposal.layout.data)
    first = set(data)
    for r0, c0, r1, c1 in sheet.merged:
        if r1 > r0 and r0 in first:
            # A range may be as large as a sheet can be: what is no row or column of the list is not gone through.
            rows = data[bisect_right(data, r0) : bisect_right(data, r1)]
            inside = [column.index for column in proposal.columns if c0 <= column.index <= c1]
            found.update(((row, column), r0) for row in rows for column in inside)
    return {**_groups(sheet, proposal), **_companies(sheet, proposal, found), **found}


def _groups(sheet: Sheet, proposal: Proposal) -> Down:
    """Columns before the names that say what a group of rows shares, in its first row only: 江苏, and nothing below it."""
    rows, numbers = sheet.rows, proposal.layout.data
    name = proposal.column_of({CONTACTS: "customer"}.get(proposal.kind or "", "name"))
    if name is None or len(numbers) < _FEWEST_ROWS or name.evidence.filled < len(numbers):
        return {}
    found: Down = {}
    for column in proposal.columns:
        if column.index >= name.index:
            break
        own_notes = column.target == NOTES and not column.labelled
        # An amount is that of its own row, however many rows have none.
        if column.part or column.target not in _SHARED or own_notes or column.evidence.share("number", "money") > HALF:
            continue
        held = [number for number in watched(numbers) if not blank(at(rows[number], column.index))]
        values = [text(at(rows[number], column.index)) for number in watched(held)]
        if (
            not (_FEWEST <= len(held) <= MOSTLY * len(numbers))
            or held[0] != numbers[0]
            or len(set(values)) < len(values)
        ):
            continue
        last = held[0]
        for number in watched(numbers):
            if blank(at(rows[number], column.index)):
                found[number, column.index] = last
            else:
                last = number
    return found


def _companies(sheet: Sheet, proposal: Proposal, merged: Down) -> Down:
    """Rows of further contacts under their company, whose name is not written again."""
    company = proposal.column_of({CUSTOMERS: "name", CONTACTS: "customer"}.get(proposal.kind or "", ""))
    person = proposal.column_of({CUSTOMERS: "contact.name", CONTACTS: "name"}.get(proposal.kind or "", ""))
    numbers = proposal.layout.data
    if company is None or person is None or company.part or not numbers or company.evidence.filled == len(numbers):
        return {}
    theirs = [column.index for column in proposal.columns if column.evidence.filled and _of_company(column, proposal)]
    rows = sheet.rows
    open_rows = [
        number for number in watched(numbers)
        if blank(at(rows[number], company.index)) and (number, company.index) not in merged
        and not blank(at(rows[number], person.index))
    ]  # fmt: skip
    if not open_rows or blank(at(rows[numbers[0]], company.index)):
        return {}
    further = [number for number in open_rows if all(blank(at(rows[number], index)) for index in theirs)]
    told = [index for index in theirs if _tells(rows, numbers, set(further), index)]
    if not told and not _many(rows, further, open_rows, len(numbers), person.index):
        return {}
    wanted, found, last = set(further), {}, -1
    for number in watched(numbers):
        if number in wanted:
            found[number, company.index] = last
        elif not blank(at(rows[number], company.index)):
            last = number
    return found


def _of_company(column: Column, proposal: Proposal) -> bool:
    """Whether a column tells something of the company, so that it is empty in the row of a further contact."""
    if not column.targets:
        return column.evidence.rising
    for target in column.targets:
        owner, _dot, name = target.rpartition(".")
        if owner.startswith("contact") or name in ("name", "customer") or name in _PERSONAL:
            return False
        if proposal.kind == CONTACTS and owner != "customer":
            return False
    return True


def _tells(rows: Sequence[list[Cell]], numbers: Sequence[int], further: set[int], index: int) -> bool:
    """Whether a column is filled in nearly all rows but those of further contacts."""
    others = [number for number in watched(numbers) if number not in further]
    return sum(not blank(at(rows[number], index)) for number in others) >= NEARLY * len(others)


def _many(rows: Sequence[list[Cell]], further: list[int], open_rows: list[int], count: int, person: int) -> bool:
    """Whether the open rows are as many as only a habit makes them, and not persons who buy for themselves."""
    called = sum(is_person(text(at(rows[number], person))) for number in further)
    return (
        len(further) >= max(_FEWEST, _HABIT * count) and len(further) == len(open_rows) and called * 2 <= len(further)
    )


def ditto(cells: list[Cell]) -> None:
    """Put the value from above in the place of 同上 and 〃."""
    if DITTO.isdisjoint(cells):
        return
    last: Cell = None
    for place, cell in enumerate(cells):
        if isinstance(cell, str) and cell.strip() in DITTO:
            cells[place] = last
        elif not blank(cell):
            last = cell
