"""call: who it is that rings, and what was said last."""

from __future__ import annotations

from typing import Any

from app.cli import tables
from app.cli.arguments import Commands
from app.cli.context import Context
from app.cli.ringing import number_of
from app.customers.callers import Caller, callers, said
from app.followups.timeline import ACTIVITY_KINDS, Entry, timeline
from app.records.values import show
from app.shared.i18n import _

LAST = 3


def add(commands: Commands) -> None:
    """Add the command of this file."""
    parser = commands.add("call", _("show who calls: the card in the window, ready to log"), run_call)
    parser.add_argument("number", nargs="+", metavar=_("NUMBER"), help=_("the number, or a tel: address"))
    parser.add_argument("--tell", action="store_true", help=_("print it here instead of showing it in the window"))


def run_call(context: Context) -> int:
    """Print who calls and the last conversations with them; the window is shown before this is reached."""
    ws = context.ws
    number = number_of(" ".join(context.args.number))
    found = [(one, timeline(ws, one.customer, limit=LAST, kinds=ACTIVITY_KINDS).entries) for one in callers(ws, number)]
    if context.json:
        context.answer({"number": number, "callers": [_as_json(*one) for one in found]})
        return 0
    if not found:
        context.say(_("{number} is nobody's in the book.").format(number=said(number, ws.region)))
        return 0
    kinds = ws.dictionary.type("activity").field("kind")
    for one, entries in found:
        context.say(_("{person} ({name})").format(person=one.person, name=one.name) if one.person else one.name)
        for entry in entries:
            day = f"{entry.at:%Y-%m-%d}"
            context.say(f"  {day}  {show(kinds, entry.kind)}  {tables.one_line(entry.text)}")
    return 0


def _as_json(one: Caller, entries: tuple[Entry, ...]) -> dict[str, Any]:
    return {
        "customer": {"id": one.customer, "name": one.name},
        "contact": {"id": one.contact, "name": one.person} if one.contact else None,
        "activities": [
            {"id": entry.id, "kind": entry.kind, "done_at": entry.at.isoformat(timespec="minutes"), "text": entry.text}
            for entry in entries
        ],
    }
