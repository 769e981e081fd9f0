"""export: records out of the book, into files for other programs."""

from __future__ import annotations

import re
from pathlib import Path
from typing import NoReturn

from app.cli.arguments import Commands, Stop, add_where
from app.cli.context import Context
from app.cli.encoding import field_named
from app.cli.records import condition
from app.cli.views import add_view, viewed
from app.records import queries
from app.records.fields import Field, RecordType
from app.shared.i18n import _, ngettext, translate

BOOK = "book"
PERSON = "person"
_ENCODINGS = ("utf-8", "gb18030")
_VCARDS = ("3.0", "4.0")


def add(commands: Commands) -> None:
    """Add the commands of this file."""
    parser = commands.add("export", _("write records to a file for other programs"), run_export)
    parser.add_argument(
        "kind",
        metavar=_("KIND"),
        help=_(
            "customers, contacts, products, quotes …; book for everything; person CUSTOMER FOLDER for all about one"
        ),
    )
    parser.add_argument(
        "file",
        metavar=_("FILE"),
        nargs="+",
        help=_("ends in .xlsx, .csv or .json; in .vcf for contacts and customers, in .ics for reminders"),
    )
    add_where(parser)
    add_view(parser)
    parser.add_argument("--fields", metavar="a,b", default="", help=_("these fields only, in this order"))
    parser.add_argument(
        "--order", metavar="a,b:desc", default="", help=_("sorted by these fields; b:desc from high to low")
    )
    parser.add_argument("--encoding", choices=_ENCODINGS, help=_("of a .csv file"))
    parser.add_argument("--vcard", choices=_VCARDS, help=_("the version of a .vcf file"))


def _listed(record: RecordType, name: str) -> Field:
    """A field, or what lists show beside the fields, by the name that was given."""
    from app.transfer.grid.own_headers import beside

    shown = next((one for one in beside(record) if name in (one.name, translate(one.label))), None)
    return shown or field_named(record, name)


def run_export(context: Context) -> int:
    """Write records of a kind, the whole book, or all about one person."""
    args = context.args
    if args.kind == PERSON:
        return _person(context)
    if len(args.file) != 1:
        _misused(_("give one file"))
    target = context.path(args.file[0])
    _check_options(context, target)
    if args.kind == BOOK:
        return _whole_book(context, target)
    from app.transfer.exporting.export import export

    ws = context.ws
    record = ws.dictionary.type(args.kind)
    view = viewed(ws, record, args.view)
    fields = [_listed(record, name) for name in _names(args.fields)] or view.fields
    where = tuple(condition(ws, record, text) for text in args.where)
    order = [_sorted_by(record, name) for name in _names(args.order)] or view.order
    both = (*view.where, *where)
    count = export(
        ws,
        record.name,
        target,
        where=where,
        numbers=queries.ids(ws, record.name, both, order or (("id", False),), view.text) if view.label else None,
        fields=[field.name for field in fields] if fields else None,
        order=order,
        encoding=args.encoding or _ENCODINGS[0],
        vcard=args.vcard or _VCARDS[0],
    )
    if context.json:
        context.answer({"file": str(target), "kind": record.plural, "rows": count})
    else:
        context.say(
            ngettext("Wrote {count} record to {path}", "Wrote {count} records to {path}", count).format(
                count=count, path=target
            )
        )
    return 0


def _whole_book(context: Context, target: Path) -> int:
    from app.transfer.exporting.book_workbook import export_book

    counts = export_book(context.ws, target)
    if context.json:
        context.answer({"file": str(target), "kind": BOOK, "rows": sum(counts.values()), "sheets": counts})
    else:
        for kind, count in counts.items():
            context.say(f"{_(context.ws.dictionary.type(kind).label_plural)}: {count}")
        context.say(_("Wrote {path}").format(path=target))
    return 0


def _person(context: Context) -> int:
    from app.transfer.exporting.personal import export_person, find_person

    args = context.args
    if len(args.file) != 2:
        _misused(_("give the customer or contact, and a new folder"))
    if args.where or args.view or args.fields or args.order or args.encoding or args.vcard:
        _misused(_("a person is written whole, without options"))
    wanted, folder = args.file[0], context.path(args.file[1])
    one = find_person(context.ws, wanted)
    counts = export_person(context.ws, one.kind, one.id, folder)
    if context.json:
        context.answer({"folder": str(folder), "kind": one.kind, "id": one.id, "records": counts})
    else:
        context.say(_("Wrote all about “{name}” to {path}").format(name=one.title, path=folder))
    return 0


def _check_options(context: Context, target: Path) -> None:
    """Options that the file has no use for are a mistake, not a wish to be passed over."""
    args, ending = context.args, target.suffix.lower()
    if args.encoding and ending != ".csv":
        _misused(_("--encoding is for .csv files"))
    if args.vcard and ending != ".vcf":
        _misused(_("--vcard is for .vcf files"))
    if args.fields and ending in (".vcf", ".ics"):
        _misused(_("--fields is for .xlsx, .csv and .json files"))
    if args.kind == BOOK and (args.where or args.fields or args.order or args.view):
        _misused(_("the whole book takes no --where, --view, --fields and --order"))


def _misused(message: str) -> NoReturn:
    raise Stop(2, _("{program}: {message}").format(program="kebu export", message=message) + "\n")


def _names(text: str) -> list[str]:
    return [name.strip() for name in re.split(r"[,，]", text) if name.strip()]


def _sorted_by(record: RecordType, text: str) -> tuple[str, bool]:
    name, descending = text.removesuffix(":desc").strip(), text.endswith(":desc")
    return (name if name == "id" else field_named(record, name).name), descending
