"""trash and restore-record: what was deleted, and the way back."""

from __future__ import annotations

from app.cli import tables
from app.cli.arguments import Commands, count
from app.cli.context import Context
from app.records import trash
from app.records.trash import Deleted
from app.shared.errors import KebuError
from app.shared.i18n import N_, _, listed, ngettext


def add(commands: Commands) -> None:
    """Add the commands of this file."""
    parser = commands.add("trash", _("what was deleted and can be restored"), run_trash)
    parser.add_argument("text", nargs="*", metavar=_("TEXT"), help=_("only those with these words in their name"))
    parser.add_argument("--kind", default="", metavar=_("KIND"))
    parser.add_argument("--limit", type=count, default=100, metavar="N", help=_("at most so many"))
    parser = commands.add("restore-record", _("bring deleted records back with all their children"), run_restore)
    parser.add_argument("kind", metavar=_("KIND"))
    parser.add_argument("records", nargs="+", metavar="ID")


def run_trash(context: Context) -> int:
    """Print what is in the trash, the records deleted last first."""
    args, ws = context.args, context.ws
    kind = ws.dictionary.type(args.kind).name if args.kind else ""
    found = trash.matching(trash.listing(ws), " ".join(args.text), kind)
    shown = found[: args.limit]
    if context.json:
        context.answer([_as_json(context, one) for one in shown])
        return 0
    rows = [
        (
            _(ws.dictionary.type(one.kind).label),
            str(one.id),
            one.title,
            with_words(context, one),
            f"{one.at.astimezone():%Y-%m-%d %H:%M}",
            one.what,
        )
        for one in shown
    ]
    if rows:
        heads = [_("Kind"), "id", _("Name"), _("With it"), _("Deleted"), _("What")]
        tables.write(context.out, heads, rows)
    context.say(
        ngettext("{count} record in the trash", "{count} records in the trash", len(found)).format(count=len(found))
    )
    return 0


def with_words(context: Context, one: Deleted) -> str:
    """What was deleted with a record, in numbers."""
    types = context.ws.dictionary
    parts = [f"{_(types.type(kind).label_plural)} {number}" for kind, number in one.children]
    return _(", ").join(parts)


def _as_json(context: Context, one: Deleted) -> dict[str, object]:
    types = context.ws.dictionary
    return {
        "kind": one.kind,
        "id": one.id,
        "title": one.title,
        "operation": one.operation,
        "at": one.at.isoformat(timespec="seconds"),
        "what": one.what,
        "children": {types.type(kind).plural: number for kind, number in one.children},
    }


def run_restore(context: Context) -> int:
    """Bring records back from the trash."""
    args, ws = context.args, context.ws
    kind = ws.dictionary.type(args.kind).name
    for word in args.records:
        if not word.isdecimal():
            raise KebuError(N_("“{text}” is no record's number."), N_("See what is there with: kebu trash"), text=word)
    keys = list(dict.fromkeys((kind, int(word)) for word in args.records))
    done = trash.restore(ws, keys)
    brought = sum(map(len, done.changes.created.values()))
    if context.json:
        context.answer(
            {
                "operation": done.changes.operation,
                "restored": [{"kind": one, "id": number} for one, number in done.records],
                "with_them": [{"kind": one, "id": number} for one, number in done.with_them],
                "rows": brought,
                "renumbered": [
                    {"kind": one.table, "id": one.id, "old": one.old, "new": one.new} for one in done.renumbered
                ],
                "loose_links": done.loose,
            }
        )
        return 0
    context.say(_("Restored: {names}").format(names=listed(trash.titles(ws, done.records))))
    if done.with_them:
        names = listed(trash.titles(ws, done.with_them))
        context.say(_("They belong to {names}, which came back too.").format(names=names))
    for one in done.renumbered:
        context.say(_("{old} is in use again, so it came back as {new}.").format(old=one.old, new=one.new))
    if done.loose:
        context.say(loose_words(done.loose))
    return 0


def loose_words(count: int) -> str:
    """That links stay empty for now."""
    return ngettext(
        "{count} link stays empty until what it points to is restored too.",
        "{count} links stay empty until what they point to is restored too.",
        count,
    ).format(count=count)
