"""print and sheet: lists and customers as PDF files."""

from __future__ import annotations

import re

from app.cli.arguments import Commands, add_where
from app.cli.context import Context
from app.cli.records import chosen_fields, condition
from app.cli.views import add_view, viewed
from app.records import queries
from app.records.fields import RecordType
from app.safety.files import put
from app.shared import i18n
from app.shared.i18n import _, listed, ngettext


def add(commands: Commands) -> None:
    """Add the commands of this file."""
    parser = commands.add("print", _("print a list to a PDF"), run_print)
    parser.add_argument("kind", metavar=_("KIND"), help=_("customers, contacts, products, quotes …"))
    parser.add_argument("--pdf", metavar=_("FILE"), required=True)
    add_where(parser)
    add_view(parser)
    parser.add_argument("--fields", metavar="a,b", default="", help=_("these fields only, in this order"))
    parser.add_argument(
        "--order", metavar="a,b:desc", default="", help=_("sorted by these fields; b:desc from high to low")
    )
    parser.add_argument("--title", metavar=_("TEXT"), default="", help=_("what stands over the list"))
    group = parser.add_mutually_exclusive_group()
    group.add_argument("--portrait", action="store_true", help=_("portrait, whatever the columns need"))
    group.add_argument("--landscape", action="store_true", help=_("landscape"))
    parser = commands.add("sheet", _("print a customer with all that is known to a PDF"), run_sheet)
    parser.add_argument("customer", metavar=_("CUSTOMER"), help=_("name or id"))
    parser.add_argument("--pdf", metavar=_("FILE"), required=True)


def run_print(context: Context) -> int:
    """Write the PDF of a list."""
    from dataclasses import replace

    from app.records.condition_words import said
    from app.transfer.exporting.printed_list import list_pdf, sorted_words, usual

    args, ws = context.args, context.ws
    record = ws.dictionary.type(args.kind)
    view = viewed(ws, record, args.view)
    further = tuple(condition(ws, record, text) for text in args.where)
    where = (*view.where, *further)
    order = [_sorted_by(record, name) for name in re.split(r"[,，]", args.order) if name.strip()] or list(view.order)
    numbers = queries.ids(ws, record.name, where, order or (("id", False),), view.text)
    with i18n.using(args.lang):
        filtered = listed([said(ws, one, record.name) for one in further])
        about = [_("Filter: {conditions}").format(conditions=filtered)] if further else []
        if ordered := sorted_words(record, order):
            about.append(ordered)
        wanted = replace(
            usual(ws, record.name, numbers, chosen_fields(record, args.fields) or view.fields or ()),
            title=args.title or view.title(record),
            about=tuple(about),
            lying=True if args.landscape else False if args.portrait else None,
        )
        data = list_pdf(ws, wanted)
    target = context.path(args.pdf)
    put(target, data)
    if context.json:
        context.answer({"kind": record.plural, "file": str(target), "rows": len(numbers), "bytes": len(data)})
    else:
        wrote = ngettext("Wrote {count} record to {path}", "Wrote {count} records to {path}", len(numbers))
        context.say(wrote.format(count=len(numbers), path=target))
    return 0


def run_sheet(context: Context) -> int:
    """Write the PDF of a customer."""
    from app.transfer.exporting.printed_card import card_pdf

    found = queries.find(context.ws, "customer", context.args.customer)
    with i18n.using(context.args.lang):
        data = card_pdf(context.ws, found.id)
    target = context.path(context.args.pdf)
    put(target, data)
    if context.json:
        context.answer({"id": found.id, "name": found.title, "file": str(target), "bytes": len(data)})
    else:
        context.say(_("Wrote {path}").format(path=target))
    return 0


def _sorted_by(record: RecordType, text: str) -> tuple[str, bool]:
    name, descending = text.strip().removesuffix(":desc").strip(), text.strip().endswith(":desc")
    if name == "id":
        return name, descending
    return (chosen_fields(record, name) or [])[0].name, descending
