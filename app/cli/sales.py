"""quote: a quote as a PDF."""

from __future__ import annotations

from app.cli.arguments import Commands
from app.cli.context import Context
from app.records import queries
from app.safety.files import put
from app.shared.i18n import _


def add(commands: Commands) -> None:
    """Add the commands of this file."""
    parser = commands.add("quote", _("print a quote to a PDF"), run_quote)
    parser.add_argument("number", metavar=_("NUMBER"))
    parser.add_argument("--pdf", metavar=_("FILE"), required=True)


def run_quote(context: Context) -> int:
    """Write the PDF; --lang is the language of the page, else the quote's own."""
    from app.sales.queries import document
    from reports.quote import render_quote

    ws, language = context.ws, context.args.lang
    found = queries.find(ws, "quote", context.args.number)
    target = context.path(context.args.pdf)
    page = document(ws, found.id, ("zh" if language.lower().startswith("zh") else "en") if language else "")
    data = render_quote(page)
    put(target, data)
    if context.json:
        context.answer({"number": found.title, "file": str(target), "language": page.language, "bytes": len(data)})
    else:
        context.say(_("Wrote {path}").format(path=target))
    return 0
