"""Fields that the user makes; each change of them is one operation that can be undone."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from app.records import queries
from app.records.fields import Field, FieldKind, RecordType
from app.records.own import BY_KIND, BY_NAME, KINDS, OwnField, OwnKind
from app.records.queries import Condition
from app.records.values import coerce, show
from app.records.workspace import Workspace
from app.shared.errors import InvalidValue, NotFound
from app.shared.i18n import LANGUAGES, N_, catalogue, translate
from db.changes import ChangeSet

LONGEST = 60
_TAGS = Field("words", FieldKind.TAGS, "words")


@dataclass(frozen=True, slots=True)
class Made:
    """A field that was made: its name in the book, and what changed."""

    name: str
    changes: ChangeSet


def record_types(ws: Workspace) -> tuple[RecordType, ...]:
    """The kinds of record that may have fields of the user's own."""
    return tuple(one for one in ws.dictionary.types if one.standalone)


def own_fields(ws: Workspace, kind: str) -> tuple[OwnField, ...]:
    """The user's own fields of a kind of record, in their order."""
    name = ws.dictionary.type(kind).name
    return tuple(one for one in ws.definitions.fields if one.record == name)


def find(ws: Workspace, kind: str, wanted: str) -> OwnField:
    """The user's own field of this label or name. Raises NotFound, naming those there are."""
    held = own_fields(ws, kind)
    said = wanted.removeprefix("custom:")
    for one in held:
        if wanted == one.name or said == one.label:
            return one
    for one in held:
        if said.casefold() == one.label.casefold():
            return one
    record = ws.dictionary.type(kind)
    if record.has(wanted) or any(said.casefold() == translate(one.label).casefold() for one in record.fields):
        raise InvalidValue("name", N_("“{name}” is a field of the program."), N_("It stays as it is."), name=wanted)
    raise NotFound(
        N_("There is no field of your own called “{name}”."),
        N_("See what there is with: kebu fields {kind}"),
        name=wanted,
        kind=record.plural,
    )


def kind_of(field: Field) -> OwnKind | None:
    """What a person calls the kind of a field; None for kinds that the user's own fields do not have."""
    return BY_KIND.get(field.kind)


def add_field(
    ws: Workspace,
    kind: str,
    label: str,
    sort: str = "text",
    *,
    choices: Iterable[str] = (),
    searched: bool | None = None,
    shown: bool = False,
) -> Made:
    """Make a field.

    Args:
        kind: the kind of record.
        label: what it is called.
        sort: the name of one of ``own.KINDS``.
        choices: the first values of its list.
        searched: whether search finds records by it; None where its kind allows that.
        shown: whether the list shows it as a column.

    Raises:
        InvalidValue: the label is empty, too long or another field's; there is no such kind; or a value does not fit.
    """
    from app.settings.lists import checked_label

    record = _record(ws, kind)
    said = _label(record, label)
    if sort not in BY_NAME:
        raise InvalidValue(
            "kind",
            N_("“{name}” is no kind of field."),
            N_("Kinds are: {kinds}."),
            name=sort,
            kinds=", ".join(one.name for one in KINDS),
        )
    found = BY_NAME[sort]
    words = [word for word in choices if word.strip()]
    if words and not found.choices:
        raise InvalidValue("choices", N_("Only fields of the kinds choice and several have values to choose from."))
    with ws.operation(N_("New field of {kind}: {title}"), kind=record.label_plural, title=said) as op:
        name = op.add_custom_field(
            record.name,
            said,
            found.kind.value,
            searched=found.searched if searched is None else searched,
            shown=shown,
        )
        op.change_custom_field(_number(name), position=len(own_fields(ws, kind)) - 1)
        for at, word in enumerate(words):
            value = checked_label(ws.dictionary.type(kind).field(name), word)
            op.put_value(record.name, name, value, label=value, own=1, position=at)
    return Made(name, op.changes)


def change_field(
    ws: Workspace,
    kind: str,
    name: str,
    *,
    label: str | None = None,
    searched: bool | None = None,
    shown: bool | None = None,
    hidden: bool | None = None,
) -> ChangeSet:
    """Rename a field, or set how it is used; None leaves as it is. Raises InvalidValue, NotFound."""
    record, one = _record(ws, kind), find(ws, kind, name)
    changes: dict[str, object] = {}
    if label is not None and label.strip() != one.label:
        changes["label"] = _label(record, label, one.name)
    for key, before, wanted in (
        ("searched", one.searched, searched),
        ("shown", one.shown, shown),
        ("hidden", one.hidden, hidden),
    ):
        if wanted is not None and wanted != before:
            changes[key] = int(wanted)
    if not changes:
        return ChangeSet()
    if "label" in changes:
        text, values = N_("Rename the field “{old}” to “{title}”"), {"old": one.label, "title": changes["label"]}
    else:
        text, values = N_("Change the field “{title}”"), {"title": one.label}
    with ws.operation(text, **values) as op:
        op.change_custom_field(one.id, **changes)
    return op.changes


def convert_field(ws: Workspace, kind: str, name: str, sort: str) -> ChangeSet:
    """Give a field another kind, and read its values as values of that; those of a text become the values of a choice.

    Raises:
        InvalidValue: there is no such kind, or a value does not fit it: nothing is changed then. NotFound.
    """
    record, one = _record(ws, kind), find(ws, kind, name)
    if sort not in BY_NAME:
        raise InvalidValue("kind", N_("“{name}” is no kind of field."), name=sort)
    found, old = BY_NAME[sort], ws.dictionary.type(kind).field(one.name)
    if found.kind is old.kind:
        return ChangeSet()
    numbers = list(queries.ids(ws, kind, (Condition(one.name, "not_empty"),), (("id", False),)))
    held = queries.rows(ws, kind, numbers, (one.name,))
    texts = {row.id: show(old, row[one.name], currency=ws.currency) for row in held}
    words = dict.fromkeys(
        word
        for text in texts.values()
        for word in (coerce(_TAGS, text) if sort == "several" else (" ".join(text.split()),))
    )
    with ws.operation(N_("Change the field “{title}”"), title=one.label) as op:
        op.update_all(record.name, numbers, {one.name: None})
        op.change_custom_field(one.id, kind=found.kind.value)
        if found.choices:
            field = ws.dictionary.type(kind).field(one.name)
            known = {choice.code for choice in field.choices}
            for at, word in enumerate(word for word in words if word not in known):
                op.put_value(record.name, one.name, word, label=word, own=1, position=len(known) + at)
        field = ws.dictionary.type(kind).field(one.name)
        ready = {}
        for row in held:
            try:
                ready[row.id] = coerce(field, texts[row.id], currency=ws.currency, region=ws.region)
            except InvalidValue as error:
                raise InvalidValue(
                    "kind",
                    N_("“{value}” of {title} does not fit the new kind."),
                    N_("Change it first; nothing was changed."),
                    value=texts[row.id],
                    title=row.title,
                ) from error
        op.update_many(record.name, [(number, {one.name: value}) for number, value in ready.items()])
    return op.changes


def move_field(ws: Workspace, kind: str, name: str, by: int) -> ChangeSet:
    """Move a field up (negative) or down among the user's own. Raises NotFound."""
    one = find(ws, kind, name)
    held = list(own_fields(ws, kind))
    at = held.index(one)
    to = max(0, min(len(held) - 1, at + by))
    if to == at:
        return ChangeSet()
    held.insert(to, held.pop(at))
    with ws.operation(N_("Move the field “{title}”"), title=one.label) as op:
        for place, field in enumerate(held):
            if field.position != place:
                op.change_custom_field(field.id, position=place)
    return op.changes


def remove_field(ws: Workspace, kind: str, name: str) -> ChangeSet:
    """Delete a field with its values in all records; undo brings all of them back. Raises NotFound, InvalidValue."""
    record, one = _record(ws, kind), find(ws, kind, name)
    with ws.operation(N_("Delete the field “{title}” of {kind}"), title=one.label, kind=record.label_plural) as op:
        op.delete_custom_field(record.name, one.name)
    return op.changes


def filled(ws: Workspace, kind: str, name: str) -> int:
    """How many records hold a value in a field of the user's own."""
    return queries.count(ws, kind, (Condition(find(ws, kind, name).name, "not_empty"),))


def _number(name: str) -> int:
    return int(name.rpartition("_")[2])


def _record(ws: Workspace, kind: str) -> RecordType:
    record = ws.dictionary.type(kind)
    if not record.standalone:
        raise InvalidValue(
            "kind",
            N_("{kind} have no fields of your own."),
            N_("Kinds are: {kinds}."),
            kind=translate(record.label_plural),
            kinds=", ".join(one.plural for one in record_types(ws)),
        )
    return record


def _label(record: RecordType, label: str, name: str = "") -> str:
    said = " ".join(label.split())
    if not said:
        raise InvalidValue("label", N_("A field needs a name."), N_("Write one."))
    if len(said) > LONGEST:
        raise InvalidValue("label", N_("“{name}” is too long for a field."), N_("Use a shorter name."), name=said)
    for field in record.fields:
        words = {field.label, *(catalogue(one).gettext(field.label) for one in LANGUAGES)}
        if field.name != name and said.casefold() in {word.casefold() for word in words}:
            raise InvalidValue("label", N_("There is a field “{name}” already."), N_("Choose another name."), name=said)
    return said
