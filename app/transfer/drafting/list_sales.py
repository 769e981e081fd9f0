"""What lists tell of a sale besides its lines: that it was won, its days, and what was received of it."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from typing import Any

from app.shared.dates import parse_date
from app.shared.i18n import N_, _, translate
from app.transfer.columns.proposals import Proposal
from app.transfer.converting.problems import Problem
from app.transfer.drafting.entries import Entry
from app.transfer.drafting.list_lines import Row, entry_of
from app.transfer.grid.done_words import PLANNED
from app.transfer.grid.list_kinds import OWED, RECEIVED, TOTAL, WON_ON, ListKind
from app.transfer.grid.list_sorts import DEALS, OFFERS, SALES

WON, DELIVERED_ON = "won", "delivered_on"
_DELIVERY = re.compile(r"送货|发货|出货|出库|交货|交付|到货|deliver|shipped|shipping|ship date|shipment", re.IGNORECASE)
_CLOSE = re.compile(r"成交|结单|签单|签约|结束|clos|deadline|expected date", re.IGNORECASE)
_OTHERS = ("customer.", "contact.", "reminder.")
_TOLERANCE = Decimal("0.02")
_NO_TOTAL = N_("What is owed stands here without a total, so what was received is not known; it is kept in the notes.")
_MORE = N_("More is owed here than the total of {total}; it is kept in the notes.")
_APART = N_("{received} received and {owed} owed do not make the total of {total}; what was received holds.")


def days(own: dict[str, Any], kind: ListKind) -> None:
    """Let a sale whose own day the row does not tell have that on which it was won or delivered."""
    moment = kind.moment
    if moment is None or own.get(moment.name) is not None or not kind.record.has(DELIVERED_ON):
        return
    if own.get("status") not in (None, WON):
        return
    day = next((own[name] for name in (WON_ON, DELIVERED_ON) if isinstance(own.get(name), date)), None)
    if day is not None:
        own[moment.name] = day


def won(head: Entry, proposal: Proposal) -> None:
    """Tell that what a list of sales holds was won, or what has a day on which it was; and when it was delivered."""
    values = head.values
    told = _header(proposal, WON_ON) if WON_ON in values else ""
    if proposal.sort == SALES or (proposal.sort not in (DEALS, OFFERS) and isinstance(values.get(WON_ON), date)):
        values.setdefault("status", WON)
    if proposal.sort == SALES:
        _left(values, proposal)
    if proposal.sort == DEALS and values.get("status") == WON and WON_ON not in values:
        _closed(head, proposal)
    planned = PLANNED.search(told)
    if (planned or values.get("status") != WON) and (day := values.get(WON_ON)) is not None:
        values["remarks"] = "\n".join(filter(None, (values.get("remarks"), f"{told}: {day}")))
    if values.get("status") != WON:
        values.pop(WON_ON, None)
        return
    if planned:
        head.undated = WON_ON
    if proposal.sort == SALES and DELIVERED_ON not in values and values.get("date") and _delivers(proposal):
        values[DELIVERED_ON] = values["date"]


def _closed(head: Entry, proposal: Proposal) -> None:
    """Let a deal that is won, and of which no day says when, have been won on the day on which it was to close, as remarked."""
    values = head.values
    heads = [one.header for one in proposal.columns if one.labelled and PLANNED.search(one.header)]
    close = tuple(f"{header}: " for header in heads if _CLOSE.search(header))
    lines = str(values.get("remarks") or "").split("\n") if close else ()
    said = next((line.partition(": ")[2] for line in lines if line.startswith(close)), "")
    if said and (day := parse_date(said)) is not None:
        values[WON_ON], head.undated = day, WON_ON
        values.setdefault("date", day)


def _left(values: dict[str, Any], proposal: Proposal) -> None:
    """Let what is owed be a sale of its own where a list tells neither what it was for nor how much that was."""
    owed = values.get(OWED)
    if not isinstance(owed, Decimal) or owed <= 0 or TOTAL in values or RECEIVED in values:
        return
    if not any("." in target and not target.startswith(_OTHERS) for one in proposal.columns for target in one.targets):
        values[TOTAL] = owed
        values.setdefault("project", _("Still owed from before"))


def paid(row: Row, proposal: Proposal, kind: ListKind, total: Decimal) -> None:
    """Work out what was received from what is still owed; what cannot be known goes to the notes."""
    head = entry_of(row)
    values = head.values
    owed: Decimal | None = values.pop(OWED, None)
    if owed is None:
        return
    received: Decimal | None = values.get(RECEIVED)
    known = bool(head.lines) and total > 0
    if received is None and known and owed <= total:
        values[RECEIVED] = total - owed
        return
    if received is None:
        reason = _(_MORE).format(total=f"{total:,.2f}") if known else _(_NO_TOTAL)
        if kind.notes:
            line = f"{_header(proposal, OWED)}: {owed}"
            values[kind.notes] = "\n".join(filter(None, (values.get(kind.notes), line)))
    elif known and abs(received + owed - total) > _TOLERANCE:
        reason = _(_APART).format(received=f"{received:,.2f}", owed=f"{owed:,.2f}", total=f"{total:,.2f}")
    else:
        return
    column = proposal.column_of(OWED)
    key, index = (column.key, column.index) if column else ("", -1)
    row.problems.append(Problem(row.number, key, f"{owed}", reason, index=index))


def _header(proposal: Proposal, target: str) -> str:
    column = proposal.column_of(target)
    return column.header if column else translate(N_("Still owed") if target == OWED else N_("Won on"))


def _delivers(proposal: Proposal) -> bool:
    """Whether the day of a list's records is that of a delivery: its header says so, or the number's, or the sheet's name."""
    day, number = proposal.column_of("date"), proposal.column_of("number")
    said = [column.header for column in (day, number) if column is not None]
    return any(map(_DELIVERY.search, (*said, proposal.sheet)))
