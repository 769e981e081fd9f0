"""Merging customers that are one: field by field, with every record that belongs to them, as one operation."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from app.customers.joining import also_called, nothing, same
from app.records import queries
from app.records.fields import Field, FieldKind, RecordType
from app.records.operation import Operation
from app.records.queries import Condition
from app.records.record import Record
from app.records.restoring import INTO, MERGED, OF
from app.records.values import show
from app.records.workspace import Workspace
from app.shared.errors import KebuError, NotFound
from app.shared.i18n import N_, _, translate
from app.shared.names import person_key
from app.shared.phones import Phone, is_mobile, pretty
from db.changes import ChangeSet

NAMES = "names"
MERGE = N_("Merge {count} customers: {title}")
SAME, ONLY, TAKEN, JOINED = "same", "only", "taken", "joined"
_EARLIEST, _LATEST = ("created_on", "next_follow_up_on"), ("last_contact_on", "last_deal_on")
# Where a number that has no field of its own may go.
_NUMBERS = ("mobile", "phone")
# What is lost of these goes to the notes: with it one reaches the customer.
_REACH = ("email", "website", "wechat", "qq", "address")


@dataclass(frozen=True, slots=True)
class Line:
    """One field of the customers side by side.

    Attributes:
        cells: what each customer has, as people read it, in the order of their ids.
        taken: the customer whose value the result has, by its place; -1 when it is made of several.
        merged: what the result has.
        how: "same", "only" (one has it), "taken" (one of several), or "joined".
    """

    name: str
    label: str
    cells: tuple[str, ...]
    taken: int
    merged: str
    how: str

    @property
    def free(self) -> bool:
        """Whether one may choose between the customers."""
        return self.how == TAKEN or (self.how == ONLY and len(self.cells) > 1)


@dataclass(frozen=True, slots=True)
class Plan:
    """What merging would give.

    Attributes:
        customers: the ids, in the order of ``cells``; ``titles`` their names.
        keep: which of them stays.
        values: the values it will have.
        moved: how many records of each kind will be moved to it.
    """

    customers: tuple[int, ...]
    titles: tuple[str, ...]
    keep: int
    values: Mapping[str, Any]
    lines: tuple[Line, ...]
    moved: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Merged:
    """A merge that was done: the customer that stayed, and what changed."""

    id: int
    changes: ChangeSet


def plan(ws: Workspace, customers: Sequence[int], keep: int = 0, choices: Mapping[str, int] | None = None) -> Plan:
    """What merging these customers would give.

    Args:
        keep: the one that stays; the one with the most records by default, of equals the oldest.
        choices: for a field the customer whose value is taken.

    Raises:
        NotFound: one of them is gone.
        KebuError: they are fewer than two.
    """
    numbers = list(dict.fromkeys(customers))
    if len(numbers) < 2:
        raise KebuError(N_("Merging needs two customers."), N_("Tick two or more."))
    records = {row.id: row for row in queries.rows(ws, "customer", numbers)}
    for number in numbers:
        if number not in records:
            queries.get(ws, "customer", number)
    counts = {number: _children(ws, number) for number in numbers}
    if not keep:
        keep = min(numbers, key=lambda number: (-sum(counts[number].values()), number))
    if keep not in records:
        raise NotFound(N_("The customer that stays is not among those that are merged."))
    ordered = [records[keep], *(records[number] for number in numbers if number != keep)]
    values = _values(ws, ordered, choices or {})
    record = ws.dictionary.type("customer")
    shown = [records[number] for number in numbers]
    lines = tuple(_lines(ws, record, shown, values))
    moved: dict[str, int] = {}
    for number in numbers:
        for kind, count in counts[number].items() if number != keep else ():
            moved[kind] = moved.get(kind, 0) + count
    return Plan(tuple(numbers), tuple(one.title for one in shown), keep, values, lines, moved)


def merge(ws: Workspace, customers: Sequence[int], keep: int = 0, choices: Mapping[str, int] | None = None) -> Merged:
    """Merge customers into one of them, as one operation; see ``plan`` for what it takes and raises.

    Everything that links to the others, or is about them, goes to the one that stays; the others leave the book and can
    be taken out of it again by ``unmerging.unmerge`` at any time.
    """
    made = plan(ws, customers, keep, choices)
    others = [number for number in made.customers if number != made.keep]
    titles = dict(zip(made.customers, made.titles, strict=True))
    values: dict[str, object] = {
        "count": len(made.customers), "title": titles[made.keep], NAMES: ", ".join(titles[one] for one in others),
        OF: "customer", INTO: made.keep, MERGED: others,
    }  # fmt: skip
    with ws.operation(MERGE, **values) as op:
        own = list(queries.ids(ws, "contact", (Condition("customer", "=", made.keep),)))
        _move(ws, op, "customer", made.keep, others)
        op.update("customer", made.keep, _changed(ws, made))
        one_main(ws, op, made.keep, own)
        join_contacts(ws, op, made.keep)
        op.delete("customer", others)
    return Merged(made.keep, op.changes)


def _changed(ws: Workspace, made: Plan) -> dict[str, Any]:
    held, record = queries.get(ws, "customer", made.keep), ws.dictionary.type("customer")
    return {
        name: value
        for name, value in made.values.items()
        if held.get(name) != value and not record.field(name).readonly
    }


def _children(ws: Workspace, number: int) -> dict[str, int]:
    """How many records of each kind belong to a customer or are about it."""
    found: dict[str, int] = {}
    for child, field in ws.dictionary.children("customer"):
        if count := queries.count(ws, child.name, (Condition(field, "=", number),)):
            found[child.name] = found.get(child.name, 0) + count
    for other in ws.dictionary.types:
        if other.soft_parent:
            where = (Condition("about_kind", "=", "customer"), Condition("about_id", "=", number))
            if count := queries.count(ws, other.name, where):
                found[other.name] = found.get(other.name, 0) + count
    return found


def _move(ws: Workspace, op: Operation, kind: str, keep: int, others: Sequence[int]) -> None:
    """Let all that links to some records, or is about them, link to another: told by the dictionary alone."""
    gone = set(others)
    for child, field in ws.dictionary.children(kind):
        numbers = queries.ids(ws, child.name, (Condition(field, "in", others),))
        moved = [number for number in numbers if not (child.name == kind and number in (keep, *gone))]
        if moved:
            op.update_all(child.name, moved, {field: keep})
    for other in ws.dictionary.types:
        if other.soft_parent:
            where = (Condition("about_kind", "=", kind), Condition("about_id", "in", others))
            if moved := list(queries.ids(ws, other.name, where)):
                op.update_all(other.name, moved, {"about_id": keep})


def one_main(ws: Workspace, op: Operation, keep: int, held: Sequence[int]) -> None:
    """One main contact stays: that which the customer had that stays, else the oldest of the others'."""
    where = Condition("customer", "=", keep), Condition("is_primary", "=", True)
    main = list(queries.ids(ws, "contact", where, (("id", False),)))
    first = next((number for number in main if number in held), main[0] if main else 0)
    op.update_many("contact", [(number, {"is_primary": False}) for number in main if number != first])


def join_contacts(ws: Workspace, op: Operation, keep: int) -> None:
    """Make one contact of those that have one name and no number or address that says otherwise."""
    people = queries.linked(ws, "contact", "customer", keep)
    people.sort(key=lambda one: (not one["is_primary"], one.id))
    stay: list[Record] = []
    for one in people:
        held = next((other for other in stay if _one_person(other, one)), None)
        if held is None:
            stay.append(one)
            continue
        record = ws.dictionary.type("contact")
        values = _joined(record, [held, one], {})
        changed = {name: value for name, value in values.items() if held.get(name) != value}
        _move(ws, op, "contact", held.id, [one.id])
        if changed:
            op.update("contact", held.id, changed)
        op.delete("contact", [one.id])
        stay[stay.index(held)] = queries.get(ws, "contact", held.id)


def _one_person(one: Record, other: Record) -> bool:
    if person_key(one.title) != person_key(other.title):
        return False
    ways = [_ways(one), _ways(other)]
    return bool(ways[0] & ways[1]) or not all(ways)


def _ways(one: Record) -> set[str]:
    numbers = {phone.normal or phone.typed for name in _NUMBERS if (phone := one.get(name))}
    return numbers | {str(one[name]).casefold() for name in ("email", "wechat", "qq") if one.get(name)}


def _values(ws: Workspace, ordered: Sequence[Record], choices: Mapping[str, int]) -> dict[str, Any]:
    """The values of the merged customer; the one that stays comes first."""
    record = ws.dictionary.type("customer")
    values = _joined(record, ordered, choices)
    merged = {one.id for one in ordered}
    for field in record.fields:
        # Nobody is his own parent.
        if field.link == record.name and values.get(field.name) in merged:
            free = (one[field.name] for one in ordered if one[field.name] not in (None, *merged))
            values[field.name] = next(free, None)
    for one in ordered:
        if one.title != values["name"]:
            values |= also_called(values, one.title)
    return values


def _joined(record: RecordType, ordered: Sequence[Record], choices: Mapping[str, int]) -> dict[str, Any]:
    """The values of several records as one: the first has the say unless it says nothing or another was chosen."""
    by_id = {one.id: one for one in ordered}
    values: dict[str, Any] = {}
    for field in record.fields:
        name = field.name
        if field.kind is FieldKind.IMAGE or name == record.parent:
            continue
        chosen = by_id.get(choices.get(name, 0))
        held = [one[name] for one in ordered if not nothing(one[name])]
        values[name] = chosen[name] if chosen is not None else _default(field, held)
    lost = _lost_numbers(record, ordered, values)
    notes = [str(values.get("notes") or "")] if record.has("notes") else []
    if notes:
        lines = [*(_("Further phone: {number}").format(number=pretty(one)) for one in lost)]
        lines += [
            f"{translate(field.label)}: {value}"
            for field in record.fields
            if field.name in _REACH
            for value in dict.fromkeys(str(one[field.name]) for one in ordered if not nothing(one[field.name]))
            if not same(value, values[field.name])
        ]
        notes += [line for line in lines if line not in notes[0].split("\n")]
        values["notes"] = "\n".join(part for part in notes if part) or None
    return values


def _default(field: Field, held: Sequence[Any]) -> Any:
    if not held:
        return () if field.kind is FieldKind.TAGS else None
    if field.kind is FieldKind.TAGS:
        return tuple(dict.fromkeys(word for words in held for word in words))
    if field.kind is FieldKind.LONG_TEXT:
        lines = [line for text in held for line in str(text).split("\n")]
        return "\n".join(dict.fromkeys(lines)) if len(held) > 1 else held[0]
    if field.kind is FieldKind.BOOLEAN:
        return any(held)
    if field.name in _EARLIEST:
        return min(held)
    if field.name in _LATEST:
        return max(held)
    return held[0]


def _lost_numbers(record: RecordType, ordered: Sequence[Record], values: dict[str, Any]) -> list[Phone]:
    """Phone numbers that no field of the result has; those that fit into an empty field are put there first."""
    fields = [field.name for field in record.fields if field.kind is FieldKind.PHONE and field.name != "fax"]
    lost: list[Phone] = []
    for one in ordered:
        for name in fields:
            phone = one.get(name)
            if not isinstance(phone, Phone):
                continue
            known = [held for other in fields if isinstance(held := values.get(other), Phone)]
            if any(same(phone, held) for held in (*known, *lost)):
                continue
            fitting = _NUMBERS if is_mobile(phone.normal) else ("phone",)
            free = next((slot for slot in fitting if slot in fields and values.get(slot) is None), "")
            if free:
                values[free] = phone
            else:
                lost.append(phone)
    return lost


def _lines(ws: Workspace, record: RecordType, shown: Sequence[Record], values: Mapping[str, Any]) -> list[Line]:
    """The fields that one of the customers has."""
    out = []
    linked = {
        field.name: queries.titles(ws, field.link, sorted({one[field.name] for one in shown} - {None}))
        for field in record.fields
        if field.link
    }

    def said(field: Field, value: Any) -> str:
        if field.link:
            return linked[field.name].get(value, "") if value is not None else ""
        return show(field, value, currency=ws.currency)

    for field in record.fields:
        if field.name not in values:
            continue
        held = [one[field.name] for one in shown]
        merged = values[field.name]
        if all(map(nothing, held)) and nothing(merged):
            continue
        places = [at for at, value in enumerate(held) if not nothing(value) and same(value, merged)]
        full = [value for value in held if not nothing(value)]
        if not places:
            how = JOINED
        elif len(places) == len(held):
            how = SAME
        elif len(full) == 1:
            how = ONLY
        else:
            how = SAME if all(same(value, merged) for value in full) else TAKEN
        if nothing(merged):
            places = [at for at, value in enumerate(held) if nothing(value)]
            how = TAKEN
        label = field.label if field.custom else translate(field.label)
        cells = tuple(said(field, value) for value in held)
        out.append(Line(field.name, label, cells, places[0] if places else -1, said(field, merged), how))
    return out
