"""history, undo and redo."""

from __future__ import annotations

from datetime import date

from app.cli import encoding, tables
from app.cli.arguments import Commands, count
from app.cli.context import Context
from app.records import history, operations, queries
from app.records.fields import Field
from app.records.history import Undone
from app.records.operations import Search
from app.records.values import show, to_json
from app.shared.dates import parse_date
from app.shared.errors import KebuError
from app.shared.i18n import N_, _, listed, ngettext


def add(commands: Commands) -> None:
    """Add the commands of this file."""
    parser = commands.add("history", _("the operations of the book, or of one record"), run_history)
    parser.add_argument("kind", nargs="?", metavar=_("KIND"))
    parser.add_argument("record", nargs="?", metavar="ID")
    parser.add_argument("--limit", type=count, default=50, metavar="N", help=_("at most so many"))
    parser.add_argument("--search", metavar=_("TEXT"), default="", help=_("only what was done so, or to such a record"))
    parser.add_argument("--since", metavar=_("DAY"), default="", help=_("only from this day on"))
    parser.add_argument("--until", metavar=_("DAY"), default="", help=_("only up to this day"))
    parser = commands.add("undo", _("take back the last operation, or the one named"), run_undo)
    parser.add_argument("operation", nargs="?", type=count, metavar=_("OPERATION"))
    commands.add("redo", _("do again what was undone last"), run_redo)


def run_history(context: Context) -> int:
    """Print the newest operations, or the changes of one record."""
    args, ws = context.args, context.ws
    if args.kind is None:
        return _operations(context)
    record = ws.dictionary.type(args.kind)
    if args.record is None:
        raise KebuError(N_("Which record?"), N_("Write it like: kebu history customer 12"))
    number = int(args.record) if args.record.isdecimal() else queries.find(ws, record.name, args.record).id
    entries = history.of_record(ws, record.name, number)[: args.limit]
    if context.json:
        context.answer(
            [
                {
                    "operation": one.operation,
                    "at": one.at.isoformat(timespec="seconds"),
                    "source": one.source,
                    "name": one.name,
                    "action": one.action,
                    "field": encoding.key(record.field(one.field)) if one.field else None,
                    "old": to_json(one.was, one.old) if one.was else None,
                    "new": to_json(one.became, one.new) if one.became else None,
                }
                for one in entries
            ]
        )
        return 0

    def text(field: Field | None, value: object) -> str:
        return show(field, value, currency=currency) if field else ""

    currency = history.currency_of(ws, record, number)
    words = {"insert": _("(added)"), "delete": _("(deleted)"), "update": ""}
    rows = [
        (
            str(one.operation),
            f"{one.at.astimezone():%Y-%m-%d %H:%M}",
            one.name,
            encoding.label(record.field(one.field)) if one.field else words[one.action],
            text(one.was, one.old),
            text(one.became, one.new),
        )
        for one in entries
    ]
    tables.write(context.out, ["id", _("When"), _("What"), _("Field"), _("Before"), _("After")], rows)
    return 0


def _operations(context: Context) -> int:
    args = context.args
    wanted = Search(args.search, first=_day(args.since), last=_day(args.until))
    found = operations.rows(context.ws, operations.find(context.ws, wanted, args.limit))
    if context.json:
        context.answer(
            [
                {
                    "id": one.id,
                    "at": one.at.isoformat(timespec="seconds"),
                    "name": history.describe(one),
                    "source": one.source,
                    "kind": one.kind,
                    "target": one.target,
                    "undone": one.undone,
                }
                for one in found
            ]
        )
        return 0
    rows = [
        (
            str(one.id),
            f"{one.at.astimezone():%Y-%m-%d %H:%M}",
            history.describe(one),
            _("undone") if one.undone and one.kind == "do" else "",
        )
        for one in found
    ]
    tables.write(context.out, ["id", _("When"), _("What"), ""], rows)
    return 0


def _day(text: str) -> date | None:
    """A day as typed, None for none. Raises KebuError."""
    found = parse_date(text) if text else None
    if text and found is None:
        raise KebuError(N_("“{value}” is no date."), N_("Write it like 2026-07-15."), value=text)
    return found


def run_undo(context: Context) -> int:
    """Take an operation back."""
    return _report(context, history.undo(context.ws, context.args.operation), _("Undone: {name}"))


def run_redo(context: Context) -> int:
    """Do again what was undone last."""
    return _report(context, history.redo(context.ws), _("Done again: {name}"))


def _report(context: Context, done: Undone, sentence: str) -> int:
    if context.json:
        changes = done.changes
        context.answer(
            {
                "operation": done.operation,
                "name": done.name,
                "created": sum(map(len, changes.created.values())),
                "updated": sum(map(len, changes.updated.values())),
                "deleted": sum(map(len, changes.deleted.values())),
                "kept": [{"kind": one.kind, "id": one.id, "title": one.title} for one in done.kept],
                "renumbered": [
                    {"kind": one.table, "id": one.id, "old": one.old, "new": one.new} for one in done.renumbered
                ],
            }
        )
        return 0
    context.say(sentence.format(name=done.name))
    for one in done.renumbered:
        context.say(_("{old} is in use again, so it came back as {new}.").format(old=one.old, new=one.new))
    if done.kept:
        count_kept = len(done.kept)
        context.say(
            ngettext(
                "{count} record was changed since and stays as it is: {names}",
                "{count} records were changed since and stay as they are: {names}",
                count_kept,
            ).format(count=count_kept, names=listed(one.title for one in done.kept[:10]))
        )
    return 0
