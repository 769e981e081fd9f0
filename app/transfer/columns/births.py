"""Birthdays whose year, month and day stand in columns of their own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from app.shared.i18n import N_, _
from app.transfer.columns.proposals import CONTACTS, CUSTOMERS, Column, Proposal
from app.transfer.grid.folding import fold, folded

REASON = N_("Year, month and day of the birthday stand in columns of their own.")
PARTS = ("birth year", "birth month", "birth day")
BIRTHDAY = "birthday"


_WORDS = (
    folded("birth year|year of birth|出生年份|出生年|geburtsjahr|année de naissance|año de nacimiento|anno di nascita"),
    folded(
        "birth month|month of birth|出生月份|出生月|geburtsmonat|mois de naissance|mes de nacimiento|mese di nascita"
    ),
    folded("birth day|day of birth|出生日|出生日期|geburtstag|jour de naissance|día de nacimiento|giorno di nascita"),
)


def placed(proposal: Proposal) -> Proposal:
    """A proposal whose birthday is put together from its columns, where a sheet has one for each of its parts."""
    if proposal.kind not in (CUSTOMERS, CONTACTS):
        return proposal
    found = [next((one for one in proposal.columns if fold(one.header) in words), None) for words in _WORDS]
    if any(one is None or not one.evidence.filled or one.evidence.share("date") > 0 for one in found):
        return proposal
    parts = {one.index: part for one, part in zip(found, PARTS, strict=True) if one is not None}
    people = proposal.kind == CUSTOMERS and any("contact.name" in one.targets for one in proposal.columns)
    target = f"contact.{BIRTHDAY}" if people else BIRTHDAY
    columns = tuple(_part(one, parts[one.index], target) if one.index in parts else one for one in proposal.columns)
    return replace(proposal, columns=columns)


def _part(column: Column, part: str, target: str) -> Column:
    return replace(column, targets=(target,), part=part, labelled=False, spare=False, confidence=0.95, reason=_(REASON))


def join(columns: Sequence[Column], rows: Iterable[dict[str, Any]]) -> Iterator[tuple[int, str]]:
    """Make the birthdays of rows from their parts; gives those that are no day, each as a line for the notes with its row's place.

    Args:
        columns: the columns of a sheet.
        rows: the values of its rows with the parts, which are taken out.
    """
    mine = [one for one in columns if one.part in PARTS]
    for place, held in enumerate(rows if mine else ()):
        said = {one.part: held.pop(f"#{one.part}", "") for one in mine}
        if not any(said.values()):
            continue
        try:
            held.setdefault(mine[0].target or BIRTHDAY, date(*(int(said.get(part, "")) for part in PARTS)))
        except (ValueError, OverflowError):
            for one in mine:
                if said[one.part]:
                    yield place, f"{one.header}: {said[one.part]}"
