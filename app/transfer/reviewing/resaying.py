"""The reasons of proposals in another language: they are worked out anew, and nothing else is taken from that."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from app.records.workspace import Workspace
from app.transfer.columns.proposals import Proposal
from app.transfer.grid.sheets import Workbook
from app.transfer.queries import proposals
from app.transfer.reviewing.preview import left_out, read_anew

Fresh = dict[str, tuple[Proposal, ...]]


def fresh(ws: Workspace, book: Workbook, held: Sequence[Proposal]) -> Fresh:
    """The proposals for each sheet of a file in the language in use, by the sheet's name: as first found, and as the user
    said that it is to be read.
    """
    found = {one.sheet: one for one in proposals(ws, book)}
    sheets = {sheet.name: sheet for sheet in book.sheets}
    out: Fresh = {}
    for one in held:
        first = found.get(one.sheet)
        ways = [] if first is None else [first]
        if first is not None and one.kind is None and first.kind is not None:
            ways.insert(0, left_out(first))
        other = first is None or (one.kind, one.layout.header_row) != (first.kind, first.layout.header_row)
        if other and one.kind is not None and one.sheet in sheets:
            leave = not one.hidden.taken
            ways.insert(0, read_anew(ws, sheets[one.sheet], one.kind, one.layout.header_row, leave=leave))
        out[one.sheet] = tuple(ways)
    return out


def resaid(held: Proposal, anew: Sequence[Proposal]) -> Proposal:
    """A proposal with the reasons of those that were worked out anew; a reason that none of them has stays as it is."""
    told = {(one.index, one.targets): one.reason for way in reversed(anew) for one in way.columns}
    columns = tuple(replace(one, reason=told.get((one.index, one.targets), one.reason)) for one in held.columns)
    reason = next((one.reason for one in anew if one.kind == held.kind), held.reason)
    return replace(held, reason=reason, columns=columns)
