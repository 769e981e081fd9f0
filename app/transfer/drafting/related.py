"""Rows of lists that name a contact, a deal or a company by the number of another sheet's row: WhoId, WhatId, contact_id."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import NamedTuple, Protocol

from app.shared.i18n import _
from app.transfer.columns.decision import STAFF
from app.transfer.columns.proposals import CONTACTS, CUSTOMERS, Column, Proposal
from app.transfer.converting import persons
from app.transfer.grid.cells import at, text
from app.transfer.grid.folding import fold, folded
from app.transfer.grid.foreign_ids import key, of_company, of_staff, own
from app.transfer.grid.list_kinds import CODE, CUSTOMER
from app.transfer.grid.scale import UNIQUE
from app.transfer.grid.sheets import Cell, Sheet, Workbook

_REFERS = re.compile(
    r"(?:who|what|contact|person|people|lead|opportunity|deal|parent|related(?:to|record|object)?|regarding(?:object)?|target|"
    r"联系人|商机|关联|相关)(?:record)?(?:ids?|idvalue|编号|编码)"
)
_FIELDS = {CUSTOMERS: "owner", "activities": "author"}
"""The fields that name them."""
_PERSON = "contact.name"
_IDS = folded("id|user id|userid|record id|编号|工号|用户编号|员工编号|benutzer id|user_id|external id")
_CALLED = {
    "name": folded("name|full name|fullname|display name|姓名|名称|用户名称|employee name|nachname vorname"),
    "given": folded("first name|firstname|given name|first_name|vorname"),
    "family": folded("last name|lastname|surname|family name|last_name|nachname"),
}


class Related(NamedTuple):
    """Who a row is: its person, if it is one, and the name or number of its company; or one of the user's own people."""

    person: str = ""
    company: str = ""
    code: str = ""
    staff: str = ""


class Rows(Protocol):
    """The rows of a list while they are drafted."""

    @property
    def sheet(self) -> Sheet: ...
    @property
    def numbers(self) -> Collection[int]: ...
    @property
    def values(self) -> list[dict[str, object]]: ...
    @property
    def notes(self) -> list[list[str] | None]: ...


def learned(chosen: Iterable[tuple[Workbook, Proposal]]) -> dict[str, Related]:
    """Who the rows of all sheets of an import are, by their own numbers; nothing where no list names rows by number."""
    held = list(chosen)
    people = _staff(held)
    sheets = [(book, one) for book, one in held if one.kind]
    if not any(_referring(one) for _book, one in sheets):
        return people
    found = dict(people)
    for book, one in sheets:
        sheet = next(sheet for sheet in book.sheets if sheet.name == one.sheet)
        # A list of talks with each contact's number beside them names no talks by it.
        others = {column.index for column in _referring(one)}
        for column in one.columns:
            if column.index not in others and column.evidence.distinct > UNIQUE and own(column.header):
                found |= dict(_rows(sheet, one, column))
    return found


def _staff(chosen: Iterable[tuple[Workbook, Proposal]]) -> dict[str, Related]:
    """Who the user's own people are, by their numbers, where a list of them is in an import whose records name these."""
    held = list(chosen)
    if not any(_owned(one) for _book, one in held):
        return {}
    found: dict[str, Related] = {}
    for book, one in held:
        if one.kind is not None or one.reason != _(STAFF) or not one.layout.headers:
            continue
        sheet = next(sheet for sheet in book.sheets if sheet.name == one.sheet)
        heads = {fold(header): index for index, header in enumerate(one.layout.headers) if header}
        number = next((index for head, index in heads.items() if own(head) or head in _IDS), None)
        for at_row in one.layout.data if number is not None else ():
            row = sheet.rows[at_row]
            said = {
                name: text(at(row, heads[head])) for name, words in _CALLED.items() for head in words if head in heads
            }
            name = said.get("name") or persons.whole(said.get("given", ""), "", said.get("family", ""))
            if name and (code := text(at(row, number or 0))):
                found[key(code)] = Related(staff=name)
    return found


def _looked_after(proposal: Proposal, rows: Rows, known: Mapping[str, Related]) -> None:
    """Name those of the user's own people whose numbers rows tell: in a field for them, else in the notes."""
    field = _FIELDS.get(proposal.kind or "", "")
    for column in _owned(proposal):
        for place, number in enumerate(rows.numbers):
            code = text(at(rows.sheet.rows[number], column.index))
            who = known.get(key(code)) if code else None
            if who is None or not who.staff:
                continue
            named = field and rows.values[place].setdefault(field, who.staff) == who.staff
            if (notes := rows.notes[place]) is not None and (line := f"{column.header}: {code}") in notes:
                notes[notes.index(line)] = "" if named else f"{column.header}: {who.staff}"
                notes[:] = filter(None, notes)


def _owned(proposal: Proposal) -> list[Column]:
    """The columns of a list with the numbers of those of the user's own people who look after its records."""
    if proposal.kind is None:
        return []
    return [one for one in proposal.columns if one.evidence.filled and of_staff(one.header)]


def apply(proposal: Proposal, rows: Rows, known: Mapping[str, Related]) -> None:
    """Give the rows of a list the contact and the customer whose numbers they name, and those who look after them.

    A number that is known is noted no more.
    """
    _looked_after(proposal, rows, known)
    for column in _referring(proposal):
        for place, number in enumerate(rows.numbers):
            code = text(at(rows.sheet.rows[number], column.index))
            if not code or (who := known.get(key(code))) is None:
                continue
            _put(rows.values[place], code, who)
            if (notes := rows.notes[place]) is not None and (line := f"{column.header}: {code}") in notes:
                notes.remove(line)


def _put(held: dict[str, object], code: str, who: Related) -> None:
    if who.person:
        held.setdefault(_PERSON, who.person)
    if held.get(CODE) == code and who.code != code:
        # The number of a deal or a person stood where that of the company was looked for.
        del held[CODE]
    if CUSTOMER not in held and CODE not in held:
        if who.company:
            held[CUSTOMER] = who.company
        elif who.code:
            held[CODE] = who.code


def _referring(proposal: Proposal) -> list[Column]:
    """The columns of a list with numbers of other sheets' rows."""
    if proposal.kind in (CUSTOMERS, CONTACTS):
        return []
    return [one for one in proposal.columns if one.evidence.filled and _REFERS.fullmatch(fold(one.header))]


def _rows(sheet: Sheet, proposal: Proposal, own_number: Column) -> Iterator[tuple[str, Related]]:
    customers = proposal.kind == CUSTOMERS
    name = proposal.column_of("name") if proposal.kind in (CUSTOMERS, CONTACTS) else None
    company = name if customers else proposal.column_of(CUSTOMER)
    theirs = next((one for one in proposal.columns if of_company(one.header) and one.evidence.filled), None)
    parts = [one for one in proposal.columns if one.part]
    for number in proposal.layout.data:
        row = sheet.rows[number]
        if code := _said(row, own_number):
            person = _person(row, name, parts) if proposal.kind == CONTACTS else ""
            yield key(code), Related(person, _said(row, company), code if customers else _said(row, theirs))


def _person(row: list[Cell], name: Column | None, parts: Iterable[Column]) -> str:
    told = {one.part: _said(row, one) for one in parts}
    return persons.whole(told.get("given", ""), told.get("middle", ""), told.get("family", "")) or _said(row, name)


def _said(row: list[Cell], column: Column | None) -> str:
    return "" if column is None else text(at(row, column.index))
