"""Columns with one header: the first means it, and the others are for what it leaves out.

Programs that put two records into one row write such sheets: HubSpot a contact's own company name and phone, and then those
of the company that it belongs to.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from app.shared.i18n import N_, _
from app.transfer.columns.proposals import BY_LOOKS, CONTACTS, NOTES, Column, Proposal
from app.transfer.columns.seen import Seen
from app.transfer.grid.folding import fold

REASON = N_("Another column of this name has more in it; this one fills what that one leaves empty.")
_LESS = 0.07


def lowered(columns: Iterable[Seen]) -> list[Seen]:
    """The columns, those that repeat the header of a filled one a little less sure of what it means."""
    known: set[str] = set()
    out = []
    for one in columns:
        name = fold(one.header)
        if name in known:
            one = replace(one, meanings=tuple(replace(told, score=told.score - _LESS) for told in one.meanings))
        elif name and one.evidence.filled:
            known.add(name)
        out.append(one)
    return out


def placed(proposal: Proposal) -> Proposal:
    """A list of persons in which a second column with their companies tells of those that the fuller one leaves out."""
    company = proposal.column_of("customer") if proposal.kind == CONTACTS else None
    if company is None or company.targets != ("customer",):
        return proposal
    return replace(proposal, columns=tuple(_second(one, company) for one in proposal.columns))


def _second(one: Column, first: Column) -> Column:
    same = fold(one.header) == fold(first.header) and one is not first
    if not same or one.targets != (NOTES,) or not one.evidence.filled:
        return one
    return replace(one, targets=first.targets, spare=True, labelled=False, confidence=BY_LOOKS, reason=_(REASON))
