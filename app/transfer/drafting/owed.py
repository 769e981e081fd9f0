"""What is owed in a list of customers, which have no field for it: that it stays in the notes is said once."""

from __future__ import annotations

import re
from typing import Any

from app.shared.i18n import N_, _
from app.shared.packed import Packed
from app.transfer.columns.cash_books import keeps_cash
from app.transfer.columns.proposals import CUSTOMERS, NOTES, Proposal
from app.transfer.converting.problems import Problem
from app.transfer.grid.cells import at, text
from app.transfer.grid.list_words import tells_owed
from app.transfer.grid.sheets import Sheet

_AMOUNT = re.compile(r"[1-9一二三四五六七八九壹贰叁肆伍陆柒捌玖]")
WHY = N_("Kept in the notes: to count as owed it needs the day of its sale.")


def tell(sheet: Sheet, proposal: Proposal, drafts: list[Any] | Packed[Any]) -> None:
    """Say at the first row that owes something why the amounts of such a column stay in the notes."""
    if proposal.kind != CUSTOMERS or not drafts or keeps_cash(proposal):
        return
    for column in proposal.columns:
        if column.targets == (NOTES,) and column.labelled and column.evidence.filled and tells_owed(column.header):
            for place, draft in enumerate(drafts):
                said = text(at(sheet.rows[draft.number - 1], column.index))
                if _AMOUNT.search(said):
                    draft.problems = [
                        *draft.problems,
                        Problem(draft.number, column.key, said, _(WHY), index=column.index),
                    ]
                    drafts[place] = draft
                    break
