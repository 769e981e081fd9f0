"""Days of calls back in lists of customers: those to come are the next contact, those that lie behind the last one."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

from app.shared import dates
from app.shared.i18n import N_, _
from app.transfer.columns.proposals import CONTACTS, CUSTOMERS, Proposal
from app.transfer.grid.cells import at, text
from app.transfer.grid.folding import fold, folded
from app.transfer.grid.scale import ALL_BUT
from app.transfer.grid.sheets import Cell, Sheet

REASON = N_("All its days lie behind, so it tells of the last contact.")
_EITHER = folded(
    "回访日期|回访时间|回访|回訪日期|回訪時間|拜访时间|follow up date|follow-up date|follow up|followup|callback|callback date|"
    "call back|call back date|recall date|relance|date de relance|date relance|rappel|date de rappel|seguimiento|fecha seguimiento|"
    "fecha de seguimiento|seguimento|data seguimento|richiamo|data richiamo|rückruf|rückrufdatum|wiedervorlage|terugbellen|takip tarihi|"
    "takip|tindak lanjut|дата звонка|перезвон|obvolat|oddzwonić|visszahívás"
)
"""What calls back are called, whether they were or are to be."""


def placed(proposal: Proposal, sheet: Sheet, today: date | None) -> Proposal:
    """A list of customers in which the days of calls back are those of the last contact, where none is to come.

    Nothing is changed where another column tells the last contact: the two stand for both then.

    Args:
        sheet: its sheet.
        today: the day of the import; None when it is not known.
    """
    front = {CUSTOMERS: "", CONTACTS: "customer."}.get(proposal.kind or "")
    if front is None or today is None:
        return proposal
    ahead, last = f"{front}next_follow_up_on", f"{front}last_contact_on"
    column = proposal.column_of(ahead)
    if column is None or column.targets != (ahead,) or proposal.column_of(last) or fold(column.header) not in _EITHER:
        return proposal
    days = [_day(at(sheet.rows[number], column.index)) for number in proposal.layout.data]
    known = [day for day in days if day is not None]
    if not known or len(known) < ALL_BUT * column.evidence.filled or any(day > today for day in known):
        return proposal
    made = replace(column, targets=(last,), confidence=0.8, reason=_(REASON))
    return replace(proposal, columns=tuple(made if one is column else one for one in proposal.columns))


def _day(cell: Cell) -> date | None:
    if isinstance(cell, datetime):
        return cell.date()
    return cell if isinstance(cell, date) else dates.parse_date(text(cell)) if isinstance(cell, str) else None
