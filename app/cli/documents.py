"""attach and document: files that belong to records."""

from __future__ import annotations

from app.cli import encoding
from app.cli.arguments import Commands
from app.cli.context import Context
from app.documents.commands import attach
from app.documents.queries import save
from app.documents.rules import safe_name
from app.records import queries
from app.shared.errors import KebuError
from app.shared.i18n import N_, _, ngettext


def add(commands: Commands) -> None:
    """Add the commands of this file."""
    parser = commands.add("attach", _("keep copies of files with a record"), run_attach)
    parser.add_argument("record", metavar=_("RECORD"), help=_("a customer's name, part of it, or the id"))
    parser.add_argument("files", nargs="+", metavar=_("FILE"))
    parser.add_argument(
        "--kind", default="customer", metavar=_("KIND"), help=_("the kind of the record, else a customer")
    )
    parser = commands.add("document", _("write a document's file to a folder or a file"), run_document)
    parser.add_argument("document", type=int, metavar="ID", help=_("its id, as kebu list documents shows it"))
    parser.add_argument("target", nargs="?", default=".", metavar=_("FILE"))


def run_attach(context: Context) -> int:
    """Attach files."""
    ws = context.ws
    record = queries.find(ws, context.args.kind, context.args.record)
    made = attach(ws, record.kind, record.id, [context.path(text) for text in context.args.files])
    if context.json:
        rows = queries.rows(ws, "document", made.ids)
        context.answer(
            {
                "operation": made.changes.operation,
                "documents": encoding.as_json(ws, ws.dictionary.type("document"), rows),
            }
        )
        return 0
    said = ngettext("Attached {count} file to {title}.", "Attached {count} files to {title}.", len(made.ids))
    context.say(said.format(count=len(made.ids), title=record.title))
    return 0


def run_document(context: Context) -> int:
    """Write a document's file."""
    ws = context.ws
    record = queries.get(ws, "document", context.args.document)
    target = context.path(context.args.target)
    if target.is_dir():
        target /= safe_name(record.title)
    if target.exists():
        raise KebuError(
            N_("There is already a file “{name}” in that folder."), N_("Choose another name."), name=target.name
        )
    save(ws, record.id, target)
    if context.json:
        context.answer({"file": str(target)})
    else:
        context.say(_("Wrote {path}").format(path=target))
    return 0
