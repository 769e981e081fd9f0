"""What the sheets of an import say of each other by numbers: persons of the companies of another sheet, companies above others."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from app.records import queries
from app.records.workspace import Workspace
from app.transfer.columns.proposals import CUSTOMERS, Column, Proposal
from app.transfer.drafting import list_book
from app.transfer.grid.cells import at, text
from app.transfer.grid.folding import fold
from app.transfer.grid.foreign_ids import key, of_company, of_parent, refers, strong
from app.transfer.grid.scale import UNIQUE
from app.transfer.grid.sheets import Sheet, Workbook


def contacts(sheets: Sequence[Sheet], found: Sequence[Proposal]) -> list[int]:
    """The places of the sheets of persons that name the companies of another sheet of the file by number.

    Args:
        sheets: the sheets.
        found: what was proposed for each.
    """
    persons = [
        (place, one) for place, one in enumerate(found)
        if one.kind == CUSTOMERS and one.persons and any(of_company(column.header) for column in one.columns)
    ]  # fmt: skip
    if not persons:
        return []
    known: list[list[str]] = []
    for sheet, one in zip(sheets, found, strict=True):
        if one.kind == CUSTOMERS and not one.persons:
            known += [list(_cells(sheet, one, column)) for column in _numbers(one)]
    return [
        place for place, one in persons
        if any(
            refers(_cells(sheets[place], one, column), known)
            for column in one.columns if of_company(column.header) and column.evidence.filled
        )
    ]  # fmt: skip


def names(ws: Workspace, chosen: Iterable[tuple[Workbook, Proposal]]) -> dict[str, str]:
    """The names of companies by their numbers, when a list names the companies above others by these.

    Args:
        ws: the book, whose customers count where the numbers are no mere counters.
        chosen: the proposals of all sheets of the import, with their files.
    """
    lists = [(book, one) for book, one in chosen if one.kind == CUSTOMERS]
    if not any(of_parent(column.header) and column.evidence.filled for _book, one in lists for column in one.columns):
        return {}
    held = dict(queries.columns(ws, "customer", ("name",)))
    found = {key(code): str(held[number]) for number, _header, code in list_book.numbers(ws) if strong(code)}
    for book, one in lists:
        sheet = next(sheet for sheet in book.sheets if sheet.name == one.sheet)
        called = one.column_of("name")
        if called is None or called.part:
            continue
        said = list(_cells(sheet, one, called))
        for column in _numbers(one):
            found |= {
                key(code): name for code, name in zip(_cells(sheet, one, column), said, strict=True) if code and name
            }
    return found


def _numbers(proposal: Proposal) -> list[Column]:
    """The columns with numbers of the rows themselves."""
    return [
        one for one in proposal.columns
        if one.evidence.distinct > UNIQUE and one.evidence.filled and not of_parent(one.header)
        and (of_company(one.header) or list_book.numbered(one.header) or fold(one.header).endswith("id"))
    ]  # fmt: skip


def _cells(sheet: Sheet, proposal: Proposal, column: Column) -> Iterator[str]:
    return (text(at(sheet.rows[number], column.index)) for number in proposal.layout.data)
