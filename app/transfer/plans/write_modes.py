"""When a column replaces what the book holds: the user's say for one column, over that for the whole import."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any

from app.customers.joining import lines_added, nothing
from app.records.fields import Field, FieldKind, RecordType
from app.shared.i18n import N_
from app.shared.phones import Phone
from app.transfer.columns import cash_books
from app.transfer.columns.more_contacts import plain
from app.transfer.columns.proposals import CUSTOM, RECORD_OF, Proposal
from app.transfer.drafting.merging import ALWAYS, APPEND, EMPTY, GIVEN, changes

LABELS = (
    ("", N_("As the whole import")),
    (ALWAYS, N_("Replace always, an empty cell too")),
    (GIVEN, N_("Replace where the file has something")),
    (EMPTY, N_("Fill only where the book has nothing")),
    (APPEND, N_("Add to what the book has")),
)
_GROWING = (FieldKind.TAGS, FieldKind.LONG_TEXT)
KEPT = "-"
"""Stands before the name of a field in which the user chose the value of the book."""
Policies = Mapping[str, Mapping[str, str]]


def offered(field: Field | None) -> list[tuple[str, str]]:
    """The ways that a field can go: code and label; none where there is no field to replace."""
    if field is None:
        return []
    return [
        (code, label) for code, label in LABELS
        if not (code == APPEND and field.kind not in _GROWING) and not (code == ALWAYS and not clearable(field))
    ]  # fmt: skip


def clearable(field: Field) -> bool:
    """Whether an empty cell may empty the field."""
    return not (field.required or field.default or field.kind is FieldKind.BOOLEAN or field.name in ("name", "kind"))


def policies(proposal: Proposal) -> Policies:
    """What the user said of single columns: by kind of record and name of field."""
    found: dict[str, dict[str, str]] = {}
    for column in proposal.columns:
        if not column.write or len(column.targets) != 1 or column.labelled:
            continue
        owner, name = RECORD_OF.get(proposal.kind or "customers", ""), column.targets[0]
        if "." in name and not name.startswith(CUSTOM):
            owner, name = plain(name)[0].split(".", 1)
        found.setdefault(owner, {})[name] = column.write
    if proposal.column_of("kind") is None and (cash_books.keeps_cash(proposal) or cash_books.pays(proposal)):
        # Which way the money went tells it of who is new alone: a customer may be paid back.
        found.setdefault("customer", {})["kind"] = EMPTY
    return found


def merged(
    record: RecordType, held: Mapping[str, Any], given: Mapping[str, Any], overwrite: bool, wanted: Collection[str],
    policy: Mapping[str, str], fresh: Collection[str] = (),
) -> dict[str, Any]:  # fmt: skip
    """What a row changes in a record, as ``merging.changes`` says, with the say for single columns.

    Args:
        record: the type of the record.
        held, given, overwrite, wanted: see ``merging.changes``; a field whose value the user chose for this row is taken,
            one named with ``KEPT`` in front stays as the book has it.
        policy: by name of field when it is replaced.
        fresh: fields that another row of the file has set; an empty cell leaves them.
    """
    found = changes(held, given, overwrite, wanted)
    for name, write in policy.items():
        old, new = held.get(name), given.get(name)
        if name in wanted or nothing(old):
            continue
        if nothing(new):
            if write == ALWAYS and name not in fresh and (not record.has(name) or clearable(record.field(name))):
                found[name] = () if isinstance(old, tuple) else None
        elif write == EMPTY:
            found.pop(name, None)
        elif write in (ALWAYS, GIVEN):
            if old != new:
                found[name] = new
            _take_back(found, given, name, new)
        elif write == APPEND and isinstance(old, str) and name != "notes":
            found.pop(name, None)
            if (joined := lines_added(old, new)) != old:
                found[name] = joined
    for name in wanted:
        if name.startswith(KEPT):
            found.pop(name.removeprefix(KEPT), None)
    return found


def preferring(chosen: frozenset[str], name: str, from_file: bool) -> frozenset[str]:
    """The fields that the user chose sides in, with one more."""
    taken, left = (name, KEPT + name) if from_file else (KEPT + name, name)
    return chosen - {left} | {taken}


def _take_back(found: dict[str, Any], given: Mapping[str, Any], name: str, new: Any) -> None:
    """A number that replaces another needs no second place."""
    if isinstance(new, Phone):
        for other in ("mobile", "phone"):
            if other != name and found.get(other) is new and given.get(other) is not new:
                del found[other]
