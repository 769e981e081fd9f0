"""What a sheet of customers, contacts or products holds, and where its columns go."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from app.shared.i18n import _
from app.transfer.columns import (
    crosstabs,
    headless,
    house_numbers,
    more_contacts,
    parcels,
    registers,
    salutations,
    twins,
)
from app.transfer.columns.decision import EMPTY, Decision
from app.transfer.columns.kinds import decide
from app.transfer.columns.placing import Placing
from app.transfer.columns.programs import recognised
from app.transfer.columns.proposals import Proposal
from app.transfer.columns.seen import Seen
from app.transfer.grid.cells import chosen, column_cells
from app.transfer.grid.evidence import MANY_COLUMNS, gather
from app.transfer.grid.headers import Vocabulary
from app.transfer.grid.remarks import is_remark
from app.transfer.grid.sheets import Cell, Sheet
from app.transfer.layout import hidden
from app.transfer.layout.detecting import Layout, detect
from app.transfer.layout.tables import own_name

_TOGETHER: tuple[Callable[[Sequence[Seen]], Sequence[Seen]], ...] = (
    salutations.apart,  # asks how sure the header of a half name or a title is: before twins are less sure
    twins.lowered,
    house_numbers.told,
    registers.told,
    parcels.told,
)
"""What columns mean beside each other."""
_GLUED = 0.93
"""As sure what two rows of a header say together must be to be one word that was broken."""


def propose(
    sheet: Sheet, words: Vocabulary, kind: str | None = None, layout: Layout | None = None, *, leave: bool = False
) -> Proposal:  # fmt: skip
    """Say what a sheet holds and where its columns go.

    Args:
        sheet: the sheet as read.
        words: what headers may mean.
        kind: the kind of its records if the user says so.
        layout: where its table is, if known.
        leave: whether rows and columns that are hidden are left out.
    """
    whole, sheet = sheet, hidden.shown(sheet) if leave else sheet
    layout = layout or detect(sheet, words)
    if leave:
        layout = replace(layout, skipped=hidden.told(layout.skipped, whole))
    kind = kind or sheet.kind or None
    rows = chosen(sheet.rows, layout.data)
    tabled = {} if sheet.kind else crosstabs.find(sheet, layout)
    seen: Sequence[Seen] = [
        _see(column_cells(rows, index), layout, index, words, index in tabled)
        for index in layout.columns if not is_remark(layout.header(index))
    ]  # fmt: skip
    for together in _TOGETHER:
        seen = together(seen)
    # Columns without a header mean nothing until here.
    seen = headless.goods(headless.parts(seen, own_name(sheet)), own_name(sheet))
    program = recognised.recognise([one.header for one in seen]) if rows and not sheet.kind else None
    known = recognised.decision(program, seen, kind)
    settled = bool(sheet.kind or known)
    decision = known or _decided(sheet, layout, seen, kind)
    if kind is None and not settled:
        decision = more_contacts.settled(decision, seen, words)
    told = (
        sheet.targets if sheet.kind and decision.kind == sheet.kind else recognised.told(program, seen, decision.kind)
    )
    columns = recognised.placed(Placing(words, seen, decision, told, settled).columns(), program, decision.kind, seen)
    if tabled and decision.kind:
        columns = crosstabs.placed(columns, tabled)
    return Proposal(
        sheet.name, layout, decision.kind, _(decision.reason), columns, decision.persons, decision.suppliers, sheet.within,
        hidden.of(whole, taken=not leave), sheet.anew, program.name if program else "",
    )  # fmt: skip


def _decided(sheet: Sheet, layout: Layout, seen: Sequence[Seen], kind: str | None) -> Decision:
    return decide(own_name(sheet), layout.form and kind is None, seen, kind) if layout.data else Decision(None, EMPTY)


def _see(cells: list[Cell], layout: Layout, index: int, words: Vocabulary, amounts: bool = False) -> Seen:
    header = layout.headers[index] if index < len(layout.headers) else ""
    evidence = gather(cells, len(layout.columns) > MANY_COLUMNS and not words.lookup(header))
    if amounts:
        return Seen(index, header, (), (), evidence)
    if " / " not in header:
        return Seen(
            index, header, words.lookup(header) if header else (), words.joined(header) if header else (), evidence
        )
    upper, _slash, lower = header.partition(" / ")
    glued = words.lookup(upper + lower)
    sure = glued if glued and glued[0].score >= _GLUED else ()
    found = sure or words.lookup(lower) or words.lookup(upper)
    return Seen(index, header, found, words.joined(lower), evidence)
