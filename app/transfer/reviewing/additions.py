"""What a new row of a file will make, field by field, beside what its cells say."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from operator import attrgetter
from typing import Any

from app.records.fields import RecordType
from app.records.workspace import Workspace
from app.transfer.columns.proposals import CONTACTS, CUSTOM, CUSTOMERS, NOTES, PRODUCTS, Proposal
from app.transfer.drafting.rows import Draft
from app.transfer.grid.cells import at, text
from app.transfer.grid.list_kinds import CONTACT, CUSTOMER, ListKind, kind_of
from app.transfer.grid.sheets import Cell
from app.transfer.plans.planned import PlannedRow
from app.transfer.plans.planning import ImportPlan
from app.transfer.reviewing.preview import target_name
from app.transfer.reviewing.updates import show_value

_NOTHING = (None, "", ())


@dataclass(frozen=True, slots=True)
class NewCell:
    """One field of a record that a row makes: what it is called, what the file says, and what the book will have."""

    label: str
    file: str
    value: str


def new_cells(
    ws: Workspace, plan: ImportPlan, place: int, row: PlannedRow, cells: list[Cell] | None = None
) -> list[NewCell]:
    """What the records that a row makes will have.

    Args:
        place: the sheet's place in the plan.
        cells: the cells of the row in the file; None where the rows of the sheet are not those of the file.

    Returns:
        Each field that gets a value, those of the row's own record first.
    """
    source = plan.sources[place] if place < len(plan.sources) else None
    draft = _of_row(source.drafts, row.number) if source is not None else None
    if source is None or draft is None:
        return []
    proposal, today = source.proposal, ws.clock.today()
    said = _said(proposal, cells or [])
    found = []
    for record, target, name, value in _values(draft, plan.types, proposal.kind):
        if value in _NOTHING or name.startswith("#") or not (record.has(name) or name.startswith(CUSTOM)):
            continue
        label = target_name(plan.types, proposal.kind, (target or name,))
        found.append(NewCell(label, said.get(target, ""), show_value(record, name, value, ws.currency, today)))
    return found


def _of_row(drafts: Sequence[Draft], number: int) -> Draft | None:
    place = bisect_left(drafts, number, key=attrgetter("number"))
    return drafts[place] if place < len(drafts) and drafts[place].number == number else None


def _said(proposal: Proposal, cells: list[Cell]) -> Mapping[str, str]:
    """By target the texts of the cells that go there; notes gather what has its own header, and are told by themselves."""
    found: dict[str, list[str]] = {}
    for column in proposal.columns:
        if shown := text(at(cells, column.index)):
            for target in column.targets:
                if target != NOTES:
                    found.setdefault(target, []).append(shown)
    return {target: " ".join(texts) for target, texts in found.items()}


def _values(
    draft: Draft, types: Mapping[str, RecordType], kind: str | None
) -> Iterator[tuple[RecordType, str, str, Any]]:
    """Each value with its record, its target and its field."""
    listed = kind_of(types, kind)
    if listed is not None:
        yield from _listed(draft, types, listed)
        return
    mains = {CONTACTS: (CONTACT, draft.contact), PRODUCTS: ("product", draft.product)}
    main, values = mains.get(kind or CUSTOMERS, (CUSTOMER, draft.customer))
    yield from ((types[main], name, name, value) for name, value in values.items())
    if main == CONTACT:
        yield from _prefixed(types[CUSTOMER], "customer.", draft.customer)
    if main == CUSTOMER:
        yield from _prefixed(types[CONTACT], "contact.", draft.contact)
    for number, other in enumerate(draft.others, 2):
        yield from _prefixed(types[CONTACT], f"contact{number}.", other)


def _prefixed(record: RecordType, prefix: str, values: Mapping[str, Any]) -> Iterator[tuple[RecordType, str, str, Any]]:
    for name, value in values.items():
        yield record, name if name == NOTES else f"{prefix}{name}", name, value


def _listed(
    draft: Draft, types: Mapping[str, RecordType], listed: ListKind
) -> Iterator[tuple[RecordType, str, str, Any]]:
    entry = draft.entry
    if entry is None:
        return
    parts: list[tuple[RecordType, Iterable[tuple[str, Any]]]] = [
        (types[CUSTOMER], draft.customer.items()),
        (types[CONTACT], draft.contact.items()),
        (listed.record, [*entry.values.items(), *entry.links.items()]),
    ]
    if listed.line is not None and entry.line:
        parts.append((listed.line, [*entry.line.items(), *entry.line_links.items()]))
    parts += [(types[kind], values.items()) for kind, values in entry.also.items() if kind in types]
    for record, values in parts:
        for name, value in values:
            yield record, listed.target(record.name, name) or "", name, value
