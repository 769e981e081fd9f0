"""import and export: spreadsheets in and out."""

from __future__ import annotations

from app.cli.arguments import Commands
from app.cli.context import Context
from app.shared.i18n import _, ngettext


def add(commands: Commands) -> None:
    """Add the commands of this file."""
    parser = commands.add("export", _("write records to .xlsx or .csv"), run_export)
    parser.add_argument("kind", metavar=_("KIND"))
    parser.add_argument("file", metavar="FILE.xlsx|.csv")


def run_export(context: Context) -> int:
    """Write all records of a kind to a spreadsheet."""
    from app.transfer.export import export

    target = context.path(context.args.file)
    record = context.ws.dictionary.type(context.args.kind)
    count = export(context.ws, record.name, target)
    if context.json:
        context.answer({"file": str(target), "kind": record.plural, "rows": count})
    else:
        context.say(
            ngettext("Wrote {count} record to {path}", "Wrote {count} records to {path}", count).format(
                count=count, path=target
            )
        )
    return 0
