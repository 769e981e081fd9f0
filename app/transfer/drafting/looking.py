"""How the cells of one column are read, before anything is drafted: for the mapping screen and for words nobody knows."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from app.records.fields import FieldKind
from app.transfer.columns import crosstabs
from app.transfer.columns.column_signs import of_contact
from app.transfer.columns.more_contacts import target_of
from app.transfer.columns.proposals import NOTES, Column, Proposal
from app.transfer.converting import note_dates
from app.transfer.converting.outcome import EMPTY, Outcome
from app.transfer.drafting.column_reader import ColumnReader
from app.transfer.drafting.context import Context
from app.transfer.grid.cells import blank, text
from app.transfer.grid.sheets import Cell, Sheet


def unread(sheet: Sheet, proposal: Proposal, column: Column, context: Context) -> list[tuple[str, int]]:
    """The different words of a column that its field does not take, each with how often it stands there."""
    reader = ColumnReader(sheet, proposal, context)
    cells = [cell for cell in reader.cells(column) if not blank(cell)]
    convert = reader.convert(of_contact(column)[0], cells)
    counted = Counter((cell.__class__, cell) for cell in cells)
    found = reader.field(column.targets[0])
    several_words = found is not None and found.kind is FieldKind.TAGS
    return [
        (word, count)
        for (_kind, cell), count in counted.most_common()
        if (note := convert(cell).note)
        for word in (note.split(", ") if several_words else [text(cell)])
    ]


def outcomes(
    sheet: Sheet, proposal: Proposal, column: Column, context: Context, limit: int
) -> tuple[list[tuple[Cell, Outcome]], str]:
    """How the first filled cells of a column are read, for the mapping screen; nothing is drafted.

    Args:
        limit: how many data rows to look at.

    Returns:
        The cells with what they give, and how they are read where they could be read otherwise: of dates "dmy|28/10/2007", of
        phone numbers "DE|Telefon|DE,CN" with the countries to choose from.
    """
    layout = replace(proposal.layout, data=proposal.layout.data[:limit])
    reader = ColumnReader(sheet, replace(proposal, layout=layout), context)
    cells = [cell for cell in reader.cells(column) if not blank(cell)]
    if not column.targets:
        return [(cell, EMPTY) for cell in cells], ""
    if column.part or (column.targets == (NOTES,) and column.labelled):
        front = "" if column.part else f"{column.header}: "
        if column.block:
            return [
                (cell, Outcome(((NOTES, f"{column.block}: {crosstabs.said(column.item, cell)}"),))) for cell in cells
            ], ""
        read = note_dates.reader(column, cells, reader.home, context.orders.get(column.index, ""), context.today)
        told = ((cell, *((text(cell), "") if column.part else read(cell))) for cell in cells)
        return [
            (cell, Outcome(((column.targets[0], front + value),), reason=reason)) for cell, value, reason in told
        ], ""
    first, number = of_contact(column)
    convert = reader.convert(first, cells)
    read_cells = [(cell, convert(cell)) for cell in cells]
    if number > 1:
        read_cells = [(cell, outcome._replace(values=tuple(
            (target_of(number, target[8:]) if target.startswith("contact.") else target, value) for target, value in outcome.values
        ))) for cell, outcome in read_cells]  # fmt: skip
    return read_cells, reader.orders.get(column.key, "")
