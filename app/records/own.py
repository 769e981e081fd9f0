"""The user's own part of the dictionary: fields that the user made, and what the user made of lists of values."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

import apsw

from app.records.fields import Choice, Field, FieldKind, ListKind, RecordType
from app.shared.i18n import N_, Own

TABLES = ("custom_field", "list_value")


@dataclass(frozen=True, slots=True)
class OwnKind:
    """A kind that a field of the user's own may have.

    Args:
        name: its name in the command line.
        kind: the kind of the field.
        label: English source text of its label.
        choices: whether it has a list of values.
        searched: whether the search can find records by it.
        width: the first width of its column.
    """

    name: str
    kind: FieldKind
    label: str
    choices: bool = False
    searched: bool = False
    width: int = 120


KINDS = (
    OwnKind("text", FieldKind.TEXT, N_("Text"), searched=True),
    OwnKind("long-text", FieldKind.LONG_TEXT, N_("Long text"), searched=True, width=240),
    OwnKind("number", FieldKind.QUANTITY, N_("Decimal number"), searched=True, width=90),
    OwnKind("money", FieldKind.MONEY, N_("Amount of money"), width=110),
    OwnKind("date", FieldKind.DATE, N_("Date"), width=100),
    OwnKind("choice", FieldKind.CHOICE, N_("Choice"), choices=True, searched=True, width=100),
    OwnKind("several", FieldKind.TAGS, N_("Several choices"), choices=True, searched=True, width=140),
    OwnKind("yes-no", FieldKind.BOOLEAN, N_("Yes or no"), width=70),
    OwnKind("phone", FieldKind.PHONE, N_("Phone"), searched=True, width=130),
    OwnKind("e-mail", FieldKind.EMAIL, N_("E-mail"), searched=True, width=180),
    OwnKind("link", FieldKind.URL, N_("Link"), searched=True, width=180),
)
BY_NAME = {one.name: one for one in KINDS}
BY_KIND = {one.kind: one for one in KINDS}


@dataclass(frozen=True, slots=True)
class OwnField:
    """A field that the user made.

    Args:
        record: the record type it belongs to.
        name: its name in the book, "custom_7".
        label: what the user calls it.
        kind: the name of a ``FieldKind``.
        searched: whether the search finds records by it.
        shown: whether new lists show it.
        hidden: whether forms and lists leave it out.
        id: its row.
        position: its place among the user's own fields; those without one come in the order of their making.
    """

    record: str
    name: str
    label: str
    kind: str = "text"
    searched: bool = True
    shown: bool = False
    hidden: bool = False
    id: int = 0
    position: int | None = None

    def field(self) -> Field:
        """The field as the dictionary has it."""
        kind = BY_KIND[FieldKind(self.kind)]
        return Field(
            self.name,
            kind.kind,
            Own(self.label),
            custom=True,
            searched=self.searched and kind.searched,
            shown=self.shown and not self.hidden,
            listed=not self.hidden,
            imported=not self.hidden,
            hidden=self.hidden,
            list=ListKind.OPEN if kind.choices else ListKind.NONE,
            width=kind.width,
            group="custom",
        )


@dataclass(frozen=True, slots=True)
class OwnValue:
    """What the user made of one value of a list.

    Args:
        record, field: the list.
        code: what records hold.
        label: what the user calls it; "" as the program does.
        color: one of ``COLORS``.
        position: its place; None as it comes.
        retired: whether it is offered no more.
        own: whether the user made it.
        id: its row.
    """

    record: str
    field: str
    code: str
    label: str = ""
    color: str = ""
    position: int | None = None
    retired: bool = False
    own: bool = False
    id: int = 0


@dataclass(frozen=True, slots=True)
class Definitions:
    """All that the user made of the dictionary."""

    fields: tuple[OwnField, ...] = ()
    values: tuple[OwnValue, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.fields or self.values)


def read(connection: apsw.Connection) -> Definitions:
    """The user's definitions that a book holds."""
    fields = tuple(
        OwnField(record, name, label, kind, searched != 0, bool(shown), bool(hidden), number, position)
        for number, record, name, label, kind, searched, shown, hidden, position in connection.execute(
            "SELECT id, record, name, label, kind, searched, shown, hidden, position FROM custom_field"
            " ORDER BY record, coalesce(position, id), id"
        )
    )
    values = tuple(
        OwnValue(record, field, code, label or "", color or "", position, bool(retired), bool(own), number)
        for number, record, field, code, label, color, position, retired, own in connection.execute(
            "SELECT id, record, field, code, label, color, position, retired, own FROM list_value ORDER BY id"
        )
    )
    return Definitions(fields, values)


def extended(types: Iterable[RecordType], definitions: Definitions) -> Iterable[RecordType]:
    """The record types with the user's fields and lists; those that the user left alone stay the same objects."""
    added: dict[str, list[Field]] = defaultdict(list)
    for one in definitions.fields:
        added[one.record].append(one.field())
    lists: dict[tuple[str, str], list[OwnValue]] = defaultdict(list)
    for value in definitions.values:
        lists[value.record, value.field].append(value)
    for record in types:
        fields = (*record.fields, *added.get(record.name, ()))
        ready = tuple(_listed(record, field, lists) for field in fields)
        yield record if ready == record.fields else replace(record, fields=ready)


def list_of(record: str, field: Field) -> tuple[str, str]:
    """The record type and the field that a field's list of values is kept under."""
    owner, _dot, name = field.list_of.partition(".")
    return (owner, name) if name else (record, field.name)


def _listed(record: RecordType, field: Field, lists: dict[tuple[str, str], list[OwnValue]]) -> Field:
    held = lists.get(list_of(record.name, field)) if field.list else None
    if not held:
        return field
    if field.list in (ListKind.WORDS, ListKind.PHRASES):
        return replace(field, words=_ordered((), held))
    return replace(field, choices=_ordered(field.choices, held))


def _ordered(choices: Sequence[Choice], held: Sequence[OwnValue]) -> tuple[Choice, ...]:
    said = {one.code: one for one in held}
    found: list[tuple[int, int, Choice]] = []
    for at, choice in enumerate(choices):
        one = said.pop(choice.code, None)
        if one is not None:
            label = Own(one.label) if one.label else choice.label
            words = (*choice.synonyms, choice.label) if one.label else choice.synonyms
            choice = replace(choice, label=label, synonyms=words, color=one.color, retired=one.retired)
        found.append((at if one is None or one.position is None else one.position, at, choice))
    for at, one in enumerate(said.values(), len(choices)):
        made = Choice(one.code, Own(one.label or one.code), (), one.color, one.retired, own=True)
        found.append((at if one.position is None else one.position, at, made))
    return tuple(choice for _position, _at, choice in sorted(found, key=lambda entry: entry[:2]))


def keep_indexes(connection: apsw.Connection, fields: Iterable[OwnField]) -> None:
    """Keep an index on the fields that lists sort and filter by: days, and what the list shows; drop those of gone fields.

    Without one a list of 1,000,000 records is sorted by a field of the user's own in seconds.
    """
    wanted = {f"{_INDEX}{one.record}_{one.name}": one for one in fields if _indexed(one)}
    there = {
        row[0]
        for row in connection.execute(
            "SELECT name FROM sqlite_schema WHERE type='index' AND substr(name, 1, 4) = ?", (_INDEX,)
        )
    }
    for name in there - wanted.keys():
        connection.execute(f'DROP INDEX "{name}"')
    for name in wanted.keys() - there:
        one = wanted[name]
        connection.execute(f'CREATE INDEX "{name}" ON "{one.record}"(json_extract(custom, \'$.{one.name}\'))')


_INDEX = "own_"
_UNORDERED = frozenset({"long_text", "tags", "boolean"})


def _indexed(one: OwnField) -> bool:
    return one.kind == "date" or (one.shown and one.kind not in _UNORDERED)
