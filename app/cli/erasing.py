"""erase and erasures: taking a person out of the book for good, and what was taken out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.cli import tables
from app.cli.arguments import Commands
from app.cli.context import Context
from app.shared.errors import KebuError
from app.shared.i18n import N_, _, ngettext

if TYPE_CHECKING:
    from app.erasure.queries import Erasure, Extent


def add(commands: Commands) -> None:
    """Add the commands of this file."""
    parser = commands.add(
        "erase", _("erase a customer or a contact for good, out of the history as well; it cannot be undone"), run_erase
    )
    parser.add_argument(
        "who", metavar=_("CUSTOMER"), help=_("id or name; the id also of one that was deleted, to clear the history")
    )
    parser.add_argument("--contact", action="store_true", help=_("it is a contact, not a customer"))
    parser.add_argument(
        "--reason", default="", metavar=_("TEXT"), help=_("who asked and why, without the person's name; it is kept")
    )
    parser.add_argument(
        "--documents", action="store_true", help=_("also quotes that were sent; else they stay as they were sent")
    )
    parser.add_argument(
        "--elsewhere",
        action="store_true",
        help=_("also take the names, numbers and addresses out of the notes and conversations of others"),
    )
    parser.add_argument(
        "--new-backup",
        action="store_true",
        help=_("make a new backup afterwards and delete those in which the person is"),
    )
    parser.add_argument("--yes", action="store_true", help=_("do it; without this it only says what would be erased"))
    commands.add("erasures", _("what was erased, when and why"), run_erasures)


def run_erase(context: Context) -> int:
    """Erase a person, or say what that would erase."""
    from app.erasure import commands, queries

    args, ws = context.args, context.ws
    kind, number, title = queries.find(ws, args.who, contact=args.contact)
    if not args.yes:
        return _ask(context, queries.extent(ws, kind, number, documents=args.documents), title)
    done = commands.erase(ws, kind, number, args.reason, documents=args.documents, elsewhere=args.elsewhere)
    renewed = args.new_backup
    if renewed:
        done = commands.renew_backups(ws, done)
    if context.json:
        context.answer(
            {
                **as_json(done.erasure),
                "mentions": [{"kind": one.kind, "id": one.id, "title": one.title} for one in done.mentions],
                "backups": [str(one.path) for one in done.backups],
                "new_backup": renewed,
            }
        )
        return 0
    context.say(_("Erased for good: {what}.").format(what=queries.counted(ws, done.erasure.counts) or _("the history")))
    cleared = done.erasure.operations
    context.say(
        ngettext(
            "{count} operation of the history was cleared of it.",
            "{count} operations of the history were cleared of it.",
            cleared,
        ).format(count=cleared)
    )
    if done.erasure.documents:
        context.say(_kept(done.erasure.documents))
    if done.mentions:
        context.say(_("These records of others still name it; look at them yourself:"))
        for one in done.mentions:
            context.say(f"  {_(ws.dictionary.type(one.kind).label)} {one.id}: {one.title}")
    if renewed:
        context.say(_("A new backup was made; the older ones with it are deleted."))
    elif done.backups:
        context.say(_("These backups still hold it (--new-backup makes a new one and deletes them):"))
        for backup in done.backups:
            context.say(f"  {backup.path}")
    if not done.scrubbed:
        context.say(_("Another task was reading the book; its file is cleared the next time the book is opened."))
    context.say(_("Copies elsewhere, exports and sent e-mails are not touched."))
    return 0


def _ask(context: Context, what: Extent, title: str) -> int:
    from app.erasure import queries

    ws = context.ws
    counts, backups = what.counts(ws), queries.backups_with(ws, what.kind, what.id)
    found = queries.elsewhere(ws, what)
    if context.json:
        context.answer(
            {
                "kind": what.kind,
                "id": what.id,
                "title": title or None,
                "erased": False,
                "records": counts,
                "documents": list(what.documents.values()),
                "elsewhere": [{"kind": one.kind, "id": one.id, "title": one.title} for one in found],
                "backups": [str(one.path) for one in backups],
            }
        )
    else:
        name = title or f"#{what.id}"
        context.say(
            _("With “{name}” go for good: {what}.").format(
                name=name, what=queries.counted(ws, counts) or _("the history")
            )
        )
        if what.documents:
            context.say(_kept(len(what.documents)) + " " + ", ".join(what.documents.values()))
        for hit in found:
            context.say(
                _("Also named in: {title}").format(title=f"{_(ws.dictionary.type(hit.kind).label)} {hit.title}")
            )
        if backups:
            context.say(
                ngettext("{count} backup holds it.", "{count} backups hold it.", len(backups)).format(
                    count=len(backups)
                )
            )
    raise KebuError(N_("Nothing was erased yet; it cannot be undone."), N_("To do it, add: --yes --reason TEXT"))


def _kept(count: int) -> str:
    return ngettext(
        "{count} quote that was sent stays as it was sent.",
        "{count} quotes that were sent stay as they were sent.",
        count,
    ).format(count=count)


def as_json(erasure: Erasure) -> dict[str, object]:
    """An erasure as JSON."""
    return {
        "operation": erasure.operation,
        "at": erasure.at.isoformat(timespec="seconds"),
        "source": erasure.source,
        "kind": erasure.kind,
        "id": erasure.id,
        "reason": erasure.reason,
        "records": dict(erasure.counts),
        "documents_kept": erasure.documents,
        "operations_cleared": erasure.operations,
    }


def run_erasures(context: Context) -> int:
    """Print what was erased, newest first."""
    from app.erasure.queries import counted, erasures

    ws = context.ws
    found = erasures(ws)
    if context.json:
        context.answer([as_json(one) for one in found])
        return 0
    rows = [
        (
            f"{one.at.astimezone():%Y-%m-%d %H:%M}",
            f"{_(ws.dictionary.type(one.kind).label)} {one.id}",
            counted(ws, one.counts),
            one.reason,
        )
        for one in found
    ]
    tables.write(context.out, [_("When"), _("What"), _("Erased"), _("Reason")], rows)
    return 0
