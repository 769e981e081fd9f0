"""Rows that are lines of one record: found by its number, or by standing under its first row; what they share is its own."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Protocol

from app.customers.joining import lines_added
from app.records.fields import FieldKind
from app.shared.i18n import _, translate
from app.transfer.converting.problems import Problem
from app.transfer.drafting.entries import Entry
from app.transfer.drafting.numbered_rows import Numbers
from app.transfer.grid.list_kinds import TOTAL, ListKind
from app.transfer.grid.stopping import watched


class Row(Protocol):
    """A draft, as lists fill it."""

    number: int
    customer: dict[str, Any]
    contact: dict[str, Any]
    entry: Entry | None
    problems: list[Problem]

    @property
    def fatal(self) -> bool:
        """Whether the row cannot be imported."""


def entry_of(row: Row) -> Entry:
    """The entry of a row of a list."""
    assert row.entry is not None
    return row.entry


def grouped(rows: Sequence[Row], kind: ListKind, own: frozenset[str] = frozenset()) -> list[list[Row]]:
    """The rows of each record, its first row first; the first takes what only later ones tell.

    Args:
        own: the labels of notes that are the record's, not its lines'.
    """
    groups: list[list[Row]] = []
    numbers = Numbers[Row](rows, kind.record.field(kind.record.number) if kind.record.number else None, kind.notes)
    for row in watched(rows):
        held = _place(row, groups, numbers, kind)
        if held is None:
            held = [row]
            groups.append(held)
        else:
            entry_of(row).head = entry_of(held[0])
            held.append(row)
        numbers.add(row, held)
    _amounts(groups, kind)
    shared = _shared(groups) | own
    for group in watched(groups):
        head = entry_of(group[0])
        differing: set[str] = set()
        for row in group:
            _join(group[0], row, kind, differing)
        _apart(group, kind, differing)
        for row in group:
            _note(head, entry_of(row), shared, kind)
            if entry_of(row).line is not None:
                head.lines.append(entry_of(row))
    return groups


def _place(row: Row, groups: list[list[Row]], numbers: Numbers[Row], kind: ListKind) -> list[Row] | None:
    """The rows that a row belongs to, None when it begins a record."""
    if numbers.of(row):
        return numbers.held(row)
    if not groups or entry_of(row).line is None:
        return None
    last, entry = groups[-1], entry_of(row)
    head = entry_of(last[0])
    name = row.customer.get("name")
    if name and name != last[0].customer.get("name"):
        return None
    if kind.moment is not None:
        day = entry.values.get(kind.moment.name)
        if day is not None and day != head.values.get(kind.moment.name):
            return None
    return last


def _amounts(groups: list[list[Row]], kind: ListKind) -> None:
    """A total that stands in each line, and not always the same, is what the line comes to."""
    if not kind.priced or any(entry_of(row).amount is not None for group in groups for row in group):
        return
    told = [[entry_of(row).values.get(TOTAL) for row in group] for group in groups]
    if any(len(held) > 1 and None not in held and len(set(held)) > 1 for held in told):
        for group in groups:
            for row in group:
                entry_of(row).amount = entry_of(row).values.pop(TOTAL, None)


def _shared(groups: list[list[Row]]) -> set[str]:
    """The labels of notes that are alike in all rows of a record: they are the record's, not its lines'."""
    labels: set[str] = set()
    apart: set[str] = set()
    for group in groups:
        told = [dict(line.partition(": ")[::2] for line in entry_of(row).notes) for row in group]
        for label in {label for held in told for label in held}:
            values = [held.get(label) for held in told]
            if len(group) > 1 and len({value for value in values if value}) == 1 and (None not in values or values[0]):
                labels.add(label)
            elif len(group) > 1:
                apart.add(label)
    return labels - apart


def _note(head: Entry, entry: Entry, shared: set[str], kind: ListKind) -> None:
    for line in entry.notes:
        if entry.line is not None and kind.line_notes and line.partition(": ")[0] not in shared:
            entry.line[kind.line_notes] = "; ".join(filter(None, (entry.line.get(kind.line_notes), line)))
        elif kind.notes:
            held = str(head.values.get(kind.notes) or "")
            if line not in held.split("\n"):
                head.values[kind.notes] = "\n".join(filter(None, (held, line)))


def _apart(group: Sequence[Row], kind: ListKind, differing: set[str]) -> None:
    """What the rows say differently is each line's own, where the record can do without it."""
    for name in sorted(differing):
        field = kind.record.field(name) if kind.record.has(name) else None
        label = translate(field.label) if field else name
        free = field is None or not (field.required or field.default)
        for row in group if free else group[1:]:
            if (value := entry_of(row).values.get(name)) not in (None, ""):
                entry_of(row).notes.append(f"{label}: {value}")
        if free:
            entry_of(group[0]).values.pop(name, None)


def _join(first: Row, row: Row, kind: ListKind, differing: set[str]) -> None:
    """Take what a further row says of the whole record into its first row."""
    if row is first:
        return
    head, entry = entry_of(first), entry_of(row)
    said, held = row.customer.get("name"), first.customer.get("name")
    if said and held and said != held:
        reason = _("The rows of one number name different customers; “{name}” is taken.").format(name=held)
        row.problems.append(Problem(row.number, "", str(said), reason))
    for mine, theirs in ((first.customer, row.customer), (first.contact, row.contact)):
        if not (said and held and said != held):
            mine.update({name: value for name, value in theirs.items() if name not in mine})
    for name, value in entry.values.items():
        old = head.values.setdefault(name, value)
        if old == value or value in (None, ""):
            continue
        field = kind.record.field(name) if kind.record.has(name) else None
        if field is not None and field.kind is FieldKind.LONG_TEXT:
            head.values[name] = lines_added(old, value)
        elif name != TOTAL:
            differing.add(name)
    for name, text in entry.links.items():
        head.links.setdefault(name, text)
