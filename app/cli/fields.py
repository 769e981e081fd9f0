"""fields, field, values, value: the user's own fields and lists of values."""

from __future__ import annotations

from typing import Any

from app.cli import encoding, tables
from app.cli.arguments import Commands
from app.cli.context import Context
from app.records.fields import COLORS, Field, RecordType
from app.records.own import KINDS
from app.settings import fields, lists
from app.shared.errors import KebuError
from app.shared.i18n import N_, _, listed, ngettext, translate
from db.changes import ChangeSet

_FIELD = ("add", "rename", "convert", "hide", "show", "up", "down", "remove")
_VALUE = ("add", "rename", "color", "retire", "restore", "merge", "up", "down", "remove")


def add(commands: Commands) -> None:
    """Add the commands of this file."""
    parser = commands.add("fields", _("list the fields of records, your own included"), run_fields)
    parser.add_argument("kind", metavar=_("KIND"), nargs="?", help=_("customers, contacts, products, quotes …"))
    parser = commands.add("field", _("make, change or delete a field of your own"), run_field)
    parser.add_argument("action", choices=_FIELD, help=_("what to do"))
    parser.add_argument("kind", metavar=_("KIND"))
    parser.add_argument("label", metavar=_("LABEL"), help=_("what the field is called"))
    parser.add_argument("new", metavar=_("NEW NAME"), nargs="?", help=_("for rename"))
    parser.add_argument(
        "--kind", dest="sort", choices=[one.name for one in KINDS], default="text", help=_("what it holds; else text")
    )
    parser.add_argument("--values", metavar="a,b", default="", help=_("the values of a choice"))
    parser.add_argument("--column", action="store_true", help=_("show it as a column of the list"))
    parser.add_argument("--not-searched", action="store_true", help=_("keep it out of the search"))
    parser = commands.add("values", _("list the values that a field offers"), run_values)
    parser.add_argument("kind", metavar=_("KIND"))
    parser.add_argument("field", metavar=_("FIELD"))
    parser = commands.add("value", _("add or change a value that a field offers"), run_value)
    parser.add_argument("action", choices=_VALUE, help=_("what to do"))
    parser.add_argument("kind", metavar=_("KIND"))
    parser.add_argument("field", metavar=_("FIELD"))
    parser.add_argument("value", metavar=_("VALUE"))
    parser.add_argument("new", metavar=_("NEW"), nargs="?", help=_("for rename, merge and color"))
    parser.add_argument("--color", choices=[one for one in COLORS if one], default="", help=_("its colour"))


def run_fields(context: Context) -> int:
    """Print the fields of one kind of record, or of all."""
    ws = context.ws
    wanted = [ws.dictionary.type(context.args.kind)] if context.args.kind else fields.record_types(ws)
    if context.json:
        context.answer([_told(record, field) for record in wanted for field in record.fields])
        return 0
    for at, record in enumerate(wanted):
        if at:
            context.say("")
        context.say(translate(record.label_plural))
        heads = [_("Field"), _("Name"), _("Kind"), _("Values")]
        tables.write(context.out, heads, [_row(field) for field in record.fields])
    return 0


def _row(field: Field) -> list[str]:
    kind = fields.kind_of(field)
    values = [translate(one.label) for one in (field.choices or field.words) if not one.retired]
    marks = [_("hidden")] if field.hidden else []
    return [
        encoding.label(field),
        encoding.key(field),
        " · ".join([translate(kind.label) if kind else field.kind.value, *marks]),
        listed(values),
    ]


def _told(record: RecordType, field: Field) -> dict[str, Any]:
    kind = fields.kind_of(field)
    return {
        "record": record.plural,
        "name": encoding.key(field),
        "label": encoding.label(field),
        "kind": kind.name if kind else field.kind.value,
        "own": field.custom,
        "required": field.required,
        "searched": field.searched,
        "shown": field.shown,
        "hidden": field.hidden,
        "list": field.list.value,
        "values": [
            {"code": one.code, "label": translate(one.label), "color": one.color, "retired": one.retired}
            for one in (field.choices or field.words)
        ],
    }


def run_field(context: Context) -> int:
    """Make, change or delete a field of the user's own."""
    args, ws = context.args, context.ws
    name = ""
    match args.action:
        case "add":
            made = fields.add_field(
                ws,
                args.kind,
                args.label,
                args.sort,
                choices=_parted(args.values),
                searched=False if args.not_searched else None,
                shown=args.column,
            )
            name, changes = made.name, made.changes
        case "rename":
            changes = fields.change_field(ws, args.kind, args.label, label=_needed(args.new))
        case "convert":
            changes = fields.convert_field(ws, args.kind, args.label, args.sort)
        case "hide" | "show":
            changes = fields.change_field(ws, args.kind, args.label, hidden=args.action == "hide")
        case "up" | "down":
            changes = fields.move_field(ws, args.kind, args.label, -1 if args.action == "up" else 1)
        case _:
            count = fields.filled(ws, args.kind, args.label)
            changes = fields.remove_field(ws, args.kind, args.label)
            if not context.json:
                said = ngettext("{count} record had a value in it.", "{count} records had a value in it.", count)
                context.say(said.format(count=f"{count:,}"))
    _tell(context, changes, name)
    return 0


def run_values(context: Context) -> int:
    """Print the values of a list."""
    args, ws = context.args, context.ws
    held = lists.values(ws, args.kind, args.field)
    if context.json:
        context.answer(
            [
                {
                    "code": one.code,
                    "label": one.label,
                    "color": one.color,
                    "retired": one.retired,
                    "own": one.own,
                    "count": one.count,
                }
                for one in held
            ]
        )
        return 0
    rows = [[one.label, one.code, one.color, _("retired") if one.retired else "", f"{one.count:,}"] for one in held]
    tables.write(context.out, [_("Value"), _("Code"), _("Colour"), "", _("Records")], rows)
    return 0


def run_value(context: Context) -> int:
    """Add or change a value of a list."""
    args, ws = context.args, context.ws
    where = (ws, args.kind, args.field)
    code = ""
    match args.action:
        case "add":
            made = lists.add_value(*where, args.value, args.color)
            code, changes = made.code, made.changes
        case "rename":
            changes = lists.rename_value(*where, args.value, _needed(args.new))
        case "color":
            changes = lists.color_value(*where, args.value, args.color or args.new or "")
        case "retire" | "restore":
            changes = lists.retire_value(*where, args.value, args.action == "retire")
        case "merge":
            changes = lists.merge_values(*where, args.value, _needed(args.new))
        case "up" | "down":
            changes = lists.move_value(*where, args.value, -1 if args.action == "up" else 1)
        case _:
            changes = lists.remove_value(*where, args.value)
    _tell(context, changes, code)
    return 0


def _parted(text: str) -> list[str]:
    return [part.strip() for part in text.replace("，", ",").split(",") if part.strip()]


def _needed(new: str | None) -> str:
    if not new:
        raise KebuError(N_("The new name is missing."), N_("Write it behind the old one."))
    return new


def _tell(context: Context, changes: ChangeSet, name: str) -> None:
    if context.json:
        context.answer({"operation": changes.operation or None, "name": name or None})
    elif changes.operation:
        context.say(_("Done. To take it back: kebu undo {operation}").format(operation=changes.operation))
    else:
        context.say(_("Nothing changed."))
