"""What an import changes in a record that the book has, cell by cell."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from app.records import queries
from app.records.workspace import Workspace
from app.shared.i18n import _, translate
from app.transfer.columns.proposals import CUSTOM, PRODUCTS
from app.transfer.grid.list_kinds import kind_of
from app.transfer.plans.planned import PlannedRow
from app.transfer.plans.planning import ImportPlan

CUSTOMER, CONTACT = "customer", "contact"
_NOTHING = (None, "", ())
People = Mapping[int, Sequence[int]]


@dataclass(frozen=True, slots=True)
class CellChange:
    """One cell: the field as people read it, what the book has and what it will have; ``new`` where it had nothing."""

    label: str
    old: str
    new: str

    @property
    def added(self) -> bool:
        """Whether the book had nothing there."""
        return not self.old


def newcomers(plan: ImportPlan) -> People:
    """The places of the new contacts of customers that the book has, by the customer's id."""
    found: dict[int, list[int]] = defaultdict(list)
    for place, (at, _values) in enumerate(plan.writes.contacts):
        if at < 0:
            found[-at].append(place)
    return found


def cell_changes(ws: Workspace, plan: ImportPlan, place: int, row: PlannedRow, people: People) -> list[CellChange]:
    """What the record that a row is about will have other than now.

    Args:
        place: the sheet's place in the plan.
        people: what ``newcomers`` found.
    """
    match, sheet = row.match, plan.sheets[place]
    edited = [one for one in sheet.changes if one.row == row.number and one.taken]
    if edited or match is None or not match.book_id:
        record = ws.dictionary.type(sheet.proposal.kind or "customers")
        return [CellChange(_label(record, one.field), *one.said) for one in edited]
    listed = kind_of(plan.types, sheet.proposal.kind)
    if listed is not None and not match.rule:
        return list(_fields(ws, plan, listed.record.name, match.book_id))
    if sheet.proposal.kind == PRODUCTS:
        return list(_fields(ws, plan, "product", match.book_id))
    found = list(_fields(ws, plan, CUSTOMER, match.book_id))
    for number, name, _reach in plan.book.contacts.get(match.book_id, ()):
        found += _fields(ws, plan, CONTACT, number, name)
    for at in people.get(match.book_id, ()):
        values = plan.writes.contacts[at][1]
        said = (values.get(name) for name in ("name", "title", "mobile", "phone", "email"))
        found.append(CellChange(_("New contact"), "", " ".join(str(one) for one in said if one not in _NOTHING)))
    return found


def _fields(ws: Workspace, plan: ImportPlan, kind: str, number: int, owner: str = "") -> Iterator[CellChange]:
    """The cells of one record, under the name of its owner when it is another's."""
    given = plan.writes.updates.get(kind, {}).get(number)
    held = queries.rows(ws, kind, (number,)) if given else []
    record, today = ws.dictionary.type(kind), ws.clock.today()

    def said(values: Mapping[str, Any], name: str) -> str:
        value = values.get(name)
        if value in _NOTHING:
            return ""
        return show_value(record, name, value, ws.currency, today)

    for name in given if held and given else ():
        label = _label(record, name)
        old, new = said(held[0].values, name), said(given or {}, name)
        if old != new:
            yield CellChange(f"{owner} {label}" if owner else label, old, new)


def show_value(record: Any, name: str, value: Any, currency: str, today: Any) -> str:
    """A value as lists show it; one of a field that is yet to be made as it stands."""
    from app.records.values import show

    return show(record.field(name), value, currency=currency, today=today) if record.has(name) else str(value)


def _label(record: Any, name: str) -> str:
    return translate(record.field(name).label) if record.has(name) else name.removeprefix(CUSTOM)
