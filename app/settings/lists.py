"""Lists of values that the user may change; each change of them is one operation that can be undone."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from app.records import queries
from app.records.conditions import Condition
from app.records.fields import COLORS, Choice, Field, FieldKind, ListKind, RecordType
from app.records.operation import Operation
from app.records.own import list_of
from app.records.values import meant
from app.records.workspace import Workspace
from app.shared.errors import InvalidValue, NotFound
from app.shared.i18n import LANGUAGES, N_, catalogue, listed, translate
from db.changes import ChangeSet

LONGEST, LONGEST_PHRASE = 60, 200
_WRITTEN = (ListKind.WORDS, ListKind.PHRASES)
"""Lists whose values are the words themselves."""
MOST = 500


@dataclass(frozen=True, slots=True)
class Value:
    """One value of a list.

    Args:
        code: what records hold.
        label: what it is called, in the language in use.
        color: one of ``COLORS``.
        retired: whether it is offered no more.
        own: whether the user made it.
        count: how many records have it.
    """

    code: str
    label: str
    color: str
    retired: bool
    own: bool
    count: int


@dataclass(frozen=True, slots=True)
class Added:
    """A value that was made: its code, and what changed."""

    code: str
    changes: ChangeSet


def lists(ws: Workspace, kind: str) -> tuple[Field, ...]:
    """The fields of a kind of record whose values are the user's, those that share the list of another left out."""
    return tuple(one for one in ws.dictionary.type(kind).fields if one.list and not one.list_of)


def list_field(ws: Workspace, kind: str, name: str) -> tuple[RecordType, Field]:
    """The record type and the field that own a list. Raises NotFound, InvalidValue for a field whose values are fixed."""
    record = ws.dictionary.type(kind)
    wanted = name.casefold()
    field = next((one for one in record.fields if one.name == name), None) or next(
        (one for one in record.fields if wanted in (translate(one.label).casefold(), f"custom:{one.label}".casefold())),
        None,
    )
    if field is None:
        raise NotFound(
            N_("{kind} have no field “{name}”."),
            N_("Fields are: {fields}."),
            kind=record.plural,
            name=name,
            fields=", ".join(one.name for one in lists(ws, kind)),
        )
    if not field.list:
        raise InvalidValue(
            "field",
            N_("“{name}” has no list of values."),
            N_("Lists are: {fields}."),
            name=translate(field.label),
            fields=listed(translate(one.label) for one in lists(ws, kind)),
        )
    owner, held = list_of(record.name, field)
    found = ws.dictionary.type(owner)
    return found, found.field(held)


def values(ws: Workspace, kind: str, name: str) -> list[Value]:
    """The values of a list in their order; of words those that records hold follow, most used first."""
    record, field = list_field(ws, kind, name)
    counts = _counts(ws, record, field)
    known = field.words if field.list in _WRITTEN else field.choices
    out = [_value(one, counts) for one in known]
    if field.list is ListKind.WORDS:
        held = {one.code for one in known}
        more = sorted((code for code in counts if code not in held), key=lambda code: (-counts[code], code))
        out += [Value(code, code, "", False, False, counts[code]) for code in more[:MOST]]
    return out


def phrases(ws: Workspace, kind: str = "activity", name: str = "text") -> list[str]:
    """The phrases that are offered while one writes into a field, in their order."""
    record, field = list_field(ws, kind, name)
    return [one.code for one in record.field(field.name).words if not one.retired]


def add_value(ws: Workspace, kind: str, name: str, label: str, color: str = "") -> Added:
    """Add a value to a list. Raises InvalidValue when its name is empty, too long or taken, or the list is fixed."""
    record, field = list_field(ws, kind, name)
    _open(field)
    said = checked_label(field, label)
    with ws.operation(N_("New value of “{list}”: {title}"), list=field.label, title=said) as op:
        put_new(ws, op, record.name, field, said, color=_color(color) or None)
    return Added(said, op.changes)


def put_new(ws: Workspace, op: Operation, record: str, field: Field, label: str, **more: object) -> str:
    """Add a value within a running operation, behind those that there are; returns its code."""
    held = [one for one in ws.definitions.values if (one.record, one.field) == (record, field.name)]
    places = [one.position for one in held if one.position is not None]
    place = max([len(field.choices), len(field.words), *(one + 1 for one in places)])
    op.put_value(record, field.name, label, label=label, own=1, position=place, **more)
    return label


def rename_value(ws: Workspace, kind: str, name: str, code: str, label: str) -> ChangeSet:
    """Call a value otherwise; where records hold words, in all of them. Raises InvalidValue, NotFound."""
    record, field = list_field(ws, kind, name)
    one = _find(ws, record, field, code)
    said = checked_label(field, label, one.code)
    if said == one.label:
        return ChangeSet()
    with ws.operation(N_("Rename “{old}” to “{title}”"), old=one.label, title=said) as op:
        if field.list not in _WRITTEN:
            op.put_value(record.name, field.name, one.code, label=said)
        else:
            if field.list is ListKind.WORDS:
                _replace(ws, op, record, field, one.code, said)
            kept = next((word for word in field.words if word.code == one.code), None)
            if kept is not None:
                place = field.words.index(kept)
                op.drop_value(record.name, field.name, one.code)
                op.put_value(
                    record.name, field.name, said, label=said, color=kept.color or None, position=place,
                    retired=int(kept.retired), own=int(kept.own),
                )  # fmt: skip
    return op.changes


def color_value(ws: Workspace, kind: str, name: str, code: str, color: str) -> ChangeSet:
    """Give a value a colour, "" for none. Raises InvalidValue, NotFound."""
    record, field = list_field(ws, kind, name)
    one = _find(ws, record, field, code)
    with ws.operation(N_("Colour of “{title}”"), title=one.label) as op:
        _keep(ws, op, record, field, one, color=_color(color) or None)
    return op.changes


def retire_value(ws: Workspace, kind: str, name: str, code: str, retired: bool = True) -> ChangeSet:
    """Offer a value no more, or again; records that have it keep it. Raises InvalidValue, NotFound."""
    record, field = list_field(ws, kind, name)
    _open(field)
    one = _find(ws, record, field, code)
    text = N_("Retire “{title}”") if retired else N_("Take “{title}” back into the list")
    with ws.operation(text, title=one.label) as op:
        _keep(ws, op, record, field, one, retired=int(retired))
    return op.changes


def move_value(ws: Workspace, kind: str, name: str, code: str, by: int) -> ChangeSet:
    """Move a value up (negative) or down in its list. Raises NotFound."""
    record, field = list_field(ws, kind, name)
    one = _find(ws, record, field, code)
    held = values(ws, kind, name)
    at = next(place for place, value in enumerate(held) if value.code == one.code)
    to = max(0, min(len(held) - 1, at + by))
    if to == at:
        return ChangeSet()
    held.insert(to, held.pop(at))
    if field.list is ListKind.WORDS:
        # Words below those that the user put in order stand by their use.
        known = {word.code for word in field.words} | {one.code}
        held = [value for place, value in enumerate(held) if value.code in known or place < to]
    with ws.operation(N_("Move “{title}” in its list"), title=one.label) as op:
        for place, value in enumerate(held):
            _keep(ws, op, record, field, value, position=place)
    return op.changes


def merge_values(ws: Workspace, kind: str, name: str, code: str, into: str) -> ChangeSet:
    """Give all records that have a value another one, and take the first out of the list.

    A value of the program is retired. Raises InvalidValue when both are the same, NotFound.
    """
    record, field = list_field(ws, kind, name)
    _open(field)
    if field.list is ListKind.PHRASES:
        raise InvalidValue("field", N_("No record depends on a phrase."), N_("Delete the one that is not needed."))
    one, other = _find(ws, record, field, code), _find(ws, record, field, into)
    if one.code == other.code:
        raise InvalidValue("into", N_("This is the same value."), N_("Choose another one."))
    with ws.operation(N_("Merge “{old}” into “{title}”"), old=one.label, title=other.label) as op:
        for user, use in _users(ws, record, field):
            _replace(ws, op, user, use, one.code, other.code)
        if one.own or field.list is ListKind.WORDS:
            op.drop_value(record.name, field.name, one.code)
        else:
            _keep(ws, op, record, field, one, retired=1)
    return op.changes


def remove_value(ws: Workspace, kind: str, name: str, code: str) -> ChangeSet:
    """Delete a value of the user's own that no record has. Raises InvalidValue when one has it, NotFound."""
    record, field = list_field(ws, kind, name)
    one = _find(ws, record, field, code)
    if not one.own and field.list is not ListKind.WORDS:
        raise InvalidValue("code", N_("“{title}” is a value of the program."), N_("Retire it."), title=one.label)
    if one.count:
        raise InvalidValue(
            "code",
            N_("{count} records have “{title}”."),
            N_("Merge it into another value, or retire it."),
            count=one.count,
            title=one.label,
        )
    with ws.operation(N_("Delete the value “{title}” of “{list}”"), title=one.label, list=field.label) as op:
        op.drop_value(record.name, field.name, one.code)
    return op.changes


def checked_label(field: Field, label: str, code: str = "") -> str:
    """The name of a value, fit to stand in a list. Raises InvalidValue when it is empty, too long or another one's."""
    said = " ".join(label.split())
    if not said:
        raise InvalidValue("label", N_("A value needs a name."), N_("Write one."))
    if len(said) > (LONGEST_PHRASE if field.list is ListKind.PHRASES else LONGEST):
        raise InvalidValue("label", N_("“{name}” is too long for a value."), N_("Use a shorter name."), name=said)
    if field.kind is FieldKind.TAGS and any(sign in said for sign in ",，;；、|"):
        raise InvalidValue(
            "label", N_("“{name}” has a comma or a semicolon, which part values."), N_("Leave it out."), name=said
        )
    wanted = said.casefold()
    for one in (*field.choices, *field.words):
        words = (one.code, one.label, *(catalogue(language).gettext(one.label) for language in LANGUAGES))
        if one.code != code and wanted in {word.casefold() for word in words}:
            raise InvalidValue("label", N_("There is a value “{name}” already."), N_("Choose another name."), name=said)
    return said


def _value(one: Choice, counts: dict[str, int]) -> Value:
    return Value(one.code, translate(one.label), one.color, one.retired, one.own, counts.get(one.code, 0))


def _find(ws: Workspace, record: RecordType, field: Field, code: str) -> Value:
    """The value of a code, or of what it is called."""
    held = values(ws, record.name, field.name)
    wanted = code if any(one.code == code for one in held) else meant(field, code) or code
    for one in held:
        if one.code == wanted or one.label.casefold() == wanted.casefold():
            return one
    raise NotFound(
        N_("“{title}” is not in the list “{list}”."),
        N_("Values are: {values}."),
        title=code,
        list=translate(field.label),
        values=listed(one.label for one in held[:20]),
    )


def _open(field: Field) -> None:
    if field.list is ListKind.FIXED:
        raise InvalidValue(
            "field",
            N_("The rules of the program depend on the values of “{list}”."),
            N_("They can be renamed, coloured and moved."),
            list=translate(field.label),
        )


def _color(color: str) -> str:
    if color not in COLORS:
        raise InvalidValue(
            "color",
            N_("“{name}” is no colour."),
            N_("Colours are: {colors}."),
            name=color,
            colors=", ".join(COLORS[1:]),
        )
    return color


def _keep(ws: Workspace, op: Operation, record: RecordType, field: Field, one: Value, **changes: object) -> None:
    """Note something of a value; a word gets its label, so that it stays in the list."""
    if field.list is ListKind.WORDS:
        changes.setdefault("label", one.label)
        held = [value for value in ws.definitions.values if (value.record, value.field) == (record.name, field.name)]
        if not any(value.code == one.code for value in held):
            changes.setdefault("position", max((value.position or 0 for value in held), default=-1) + 1)
    op.put_value(record.name, field.name, one.code, **changes)


def _users(ws: Workspace, record: RecordType, field: Field) -> Iterable[tuple[RecordType, Field]]:
    """The fields that share a list, with their record types."""
    for other in ws.dictionary.types:
        for one in other.fields:
            if one.list and list_of(other.name, one) == (record.name, field.name):
                yield other, one


def _replace(ws: Workspace, op: Operation, record: RecordType, field: Field, code: str, into: str) -> None:
    """Give records another value instead of one."""
    numbers = list(queries.ids(ws, record.name, (Condition(field.name, "=", code),)))
    if field.kind is not FieldKind.TAGS:
        op.update_all(record.name, numbers, {field.name: into})
        return
    rows = queries.rows(ws, record.name, numbers, (field.name,))
    op.update_many(
        record.name,
        [
            (row.id, {field.name: tuple(dict.fromkeys(into if one == code else one for one in row[field.name]))})
            for row in rows
        ],
    )


def _counts(ws: Workspace, record: RecordType, field: Field) -> dict[str, int]:
    out: dict[str, int] = {}
    if field.list is ListKind.PHRASES:
        return out
    for user, one in _users(ws, record, field):
        for held, count in queries.groups(ws, user.name, one.name).items():
            codes: Iterable[Any] = _unpacked(held) if one.kind is FieldKind.TAGS else (held,)
            for code in codes:
                if code not in (None, ""):
                    out[str(code)] = out.get(str(code), 0) + count
    return out


def _unpacked(held: Any) -> list[Any]:
    return list(json.loads(held)) if held else []
