"""Columns that become fields of the user's own, and words that become values of a list: made with the import itself."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

from app.records.fields import Choice, Field, FieldKind, ListKind, RecordType
from app.records.operation import Operation
from app.records.own import BY_NAME, list_of
from app.records.values import plain
from app.records.workspace import Workspace
from app.settings.lists import put_new
from app.shared.i18n import N_, Own, translate
from app.shared.packed import Mapped, batches
from app.shared.phones import Phone
from app.shared.text import one_line
from app.transfer.columns.proposals import CUSTOM, Column, Proposal
from app.transfer.grid.stopping import watched

NEW = "+"
"""The code of a word that is to become a new value."""
_PART = 2000
LONGEST = 60
Sorts = Mapping[tuple[str, str], str]


def resolved(proposal: Proposal, record: RecordType) -> Proposal:
    """A proposal whose new fields that the book has already are these."""
    known = {f"{CUSTOM}{field.label}": field.name for field in record.fields if field.custom}
    if not any(target in known for column in proposal.columns for target in column.targets):
        return proposal
    return replace(proposal, columns=tuple(renamed(column, known) for column in proposal.columns))


def renamed(column: Column, known: Mapping[str, str]) -> Column:
    """A column with other names of its targets."""
    targets = tuple(known.get(target, target) for target in column.targets)
    return column if targets == column.targets else replace(column, targets=targets)


def sorts(sheets: Iterable[tuple[str, Proposal]]) -> dict[tuple[str, str], str]:
    """The kinds of new fields by record type and label; text where two sheets disagree.

    Args:
        sheets: for each sheet the name of its record type, and its proposal.
    """
    found: dict[tuple[str, str], str] = {}
    for record, proposal in sheets:
        for column in proposal.columns:
            for target in column.targets:
                if target.startswith(CUSTOM):
                    key = (record, target.removeprefix(CUSTOM))
                    wanted = column.new_kind or "text"
                    found[key] = wanted if found.get(key, wanted) == wanted else "text"
    return found


def made(
    op: Operation, ws: Workspace, kind: str, rows: Collection[dict[str, Any]], known: Sorts
) -> Collection[dict[str, Any]]:
    """The rows of a record type with the new fields made, and named as the book names them."""
    named = set[str]()
    for part in batches(watched(rows), _PART):
        named.update(*part)
    labels = sorted(name for name in named if name.startswith(CUSTOM))
    if not labels:
        return rows
    names: dict[str, str] = {}
    ways: dict[str, Any] = {}
    for target in labels:
        label = target.removeprefix(CUSTOM)
        sort = BY_NAME[known.get((kind, label), "text")]
        name = names[target] = op.add_custom_field(kind, label, sort.kind.value, searched=sort.searched)
        if sort.choices:
            ways[target] = _valued(op, ws, kind, name, (row[target] for row in watched(rows) if row.get(target)))
        elif sort.name == "text":
            ways[target] = as_text
    return Mapped(
        rows,
        lambda row: {
            names.get(name, name): ways[name](value) if name in ways else value for name, value in row.items()
        },
    )


def _valued(op: Operation, ws: Workspace, kind: str, name: str, held: Iterable[Any]) -> Any:
    """Make the values of a new list of what rows hold; gives how to get a row's value."""
    field = ws.dictionary.type(kind).field(name)
    codes = {word.casefold(): choice.code for choice in field.choices for word in (choice.code, choice.label)}
    for value in held:
        for word in value if isinstance(value, tuple) else (as_text(value),):
            if word.casefold() not in codes:
                codes[word.casefold()] = put_new(ws, op, kind, ws.dictionary.type(kind).field(name), word)

    def code(value: Any) -> Any:
        if field.kind is FieldKind.TAGS:
            words = value if isinstance(value, tuple) else (as_text(value),)
            return tuple(dict.fromkeys(codes[word.casefold()] for word in words))
        return codes[as_text(value).casefold()] if value else None

    return code


def as_text(value: Any) -> Any:
    """A value of any kind as the text of a field."""
    match value:
        case bool():
            return translate(N_("Yes")) if value else translate(N_("No"))
        case Decimal():
            return plain(value)
        case Phone():
            return value.typed
        case date():
            return value.isoformat()
        case tuple():
            return ", ".join(map(str, value))
    return value


def extendable(field: Field) -> bool:
    """Whether a word of a sheet may become a new value of a field."""
    return field.kind in (FieldKind.CHOICE, FieldKind.TAGS) and field.list is ListKind.OPEN


def with_words(field: Field | None, column: Column) -> Field | None:
    """A field of values as a column's own words are understood: those that become new values are among them."""
    if field is None or not field.choices or not column.words:
        return field
    choices = list(field.choices)
    for word, code in column.words:
        if code == NEW:
            choices.append(Choice(said(word), Own(said(word)), own=True))
        elif code:
            choices = [replace(one, synonyms=(*one.synonyms, word)) if one.code == code else one for one in choices]
    return replace(field, choices=tuple(choices))


def put_values(op: Operation, ws: Workspace, wanted: Iterable[tuple[str, str, str]]) -> None:
    """Make new values of lists within a running operation: record type, field and label of each."""
    for kind, name, label in wanted:
        record, owner = list_of(kind, ws.dictionary.type(kind).field(name))
        field = ws.dictionary.type(record).field(owner)
        words = {word.casefold() for one in field.choices for word in (one.code, one.label)}
        if label.casefold() not in words:
            put_new(ws, op, record, field, label)


def said(word: str) -> str:
    """The name of the value that a word becomes."""
    return one_line(word)[:LONGEST]
