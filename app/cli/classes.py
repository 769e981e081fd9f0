"""classes: what the deals make of customers, and the statuses that fit better."""

from __future__ import annotations

from app.cli import tables
from app.cli.arguments import Commands
from app.cli.context import Context
from app.customers.classes import SEGMENTS
from app.customers.classing import accept, proposals, said, standings
from app.records.values import show
from app.shared.i18n import _, translate


def add(commands: Commands) -> None:
    """Add the command of this file."""
    parser = commands.add("classes", _("classes of customers by sales, and statuses that fit better"), run_classes)
    parser.add_argument("--apply", action="store_true", help=_("set the statuses that are proposed"))


def run_classes(context: Context) -> int:
    """Print classes and proposals, and set what is proposed if asked."""
    ws = context.ws
    found, wanted = standings(ws), proposals(ws)
    changes = accept(ws, wanted) if context.args.apply and wanted else None
    status = ws.dictionary.type("customer").field("status")
    if context.json:
        context.answer(
            {
                "operation": changes.operation if changes else None,
                "customers": [
                    {
                        "id": one.customer, "name": one.name, "class": one.grade, "rfm": "".join(map(str, one.scores)),
                        "group": one.group, "deals": one.deals, "total": str(one.total), "last": one.last.isoformat(),
                    }
                    for one in found
                ],
                "proposals": [
                    {
                        "id": one.customer, "name": one.name, "status": one.status, "proposed": one.fit.status,
                        "reason": str(one.fit.reason), "days": one.fit.days,
                    }
                    for one in wanted
                ],
            }
        )  # fmt: skip
        return 0
    if found:
        head = ["id", _("Name"), _("Class"), "RFM", _("Group"), _("Deals"), _("Total"), _("Last deal")]
        rows = [
            (
                str(one.customer), one.name, one.grade, "".join(map(str, one.scores)), translate(SEGMENTS[one.group]),
                str(one.deals), f"{one.total:,}", one.last.isoformat(),
            )
            for one in found
        ]  # fmt: skip
        tables.write(context.out, head, rows)
    else:
        context.say(_("No deal is known yet: no quote was won."))
    if wanted:
        context.say(_("Statuses set:") if changes else _("Statuses that fit better:"))
        lines = [
            (str(one.customer), one.name, show(status, one.status), show(status, one.fit.status), said(one.fit))
            for one in wanted
        ]
        tables.write(context.out, ["id", _("Name"), _("Now"), _("Fits better"), _("Why")], lines)
    return 0
