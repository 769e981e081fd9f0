"""duplicates, merge and unmerge: customers that are one."""

from __future__ import annotations

from app.cli import encoding, tables
from app.cli.arguments import Commands, count
from app.cli.context import Context
from app.customers.duplicates import LEAST, REASONS
from app.records import queries
from app.shared.errors import KebuError
from app.shared.i18n import N_, _, listed, ngettext


def add(commands: Commands) -> None:
    """Add the commands of this file."""
    parser = commands.add(
        "duplicates", _("customers that are likely one, with a score and the reasons"), run_duplicates
    )
    parser.add_argument("--least", type=count, default=LEAST, metavar="N", help=_("only from this score, up to 100"))
    parser.add_argument("--limit", type=count, default=100, metavar="N", help=_("at most so many"))
    parser.add_argument(
        "--apart", nargs="+", metavar=_("CUSTOMER"), help=_("remember that these are different customers")
    )
    parser = commands.add("merge", _("make one customer of several, with all that belongs to them"), run_merge)
    parser.add_argument("keep", metavar=_("CUSTOMER"), help=_("the one that stays: name or id"))
    parser.add_argument("others", nargs="+", metavar=_("CUSTOMER"), help=_("those that go into it"))
    parser.add_argument(
        "--take", action="append", default=[], metavar="field=CUSTOMER", help=_("take a field's value from this one")
    )
    parser = commands.add("unmerge", _("take a merge back; without a name the merges are listed"), run_unmerge)
    parser.add_argument(
        "customer", nargs="?", metavar=_("CUSTOMER"), help=_("one that was merged, by its old id or name")
    )


def run_duplicates(context: Context) -> int:
    """Print likely doubles, or remember that customers are none."""
    from app.customers.duplicates import doubles, tell_apart

    args, ws = context.args, context.ws
    if args.apart:
        found = [queries.find(ws, "customer", word) for word in args.apart]
        if len({one.id for one in found}) < 2:
            raise KebuError(N_("Two customers can be told apart, one cannot."), N_("Name two or more."))
        changes = tell_apart(ws, [one.id for one in found])
        if context.json:
            context.answer({"operation": changes.operation})
        else:
            context.say(_("Remembered: {names} are different.").format(names=listed(one.title for one in found)))
        return 0
    groups = doubles(ws, args.least)
    shown = groups[: args.limit]
    if context.json:
        context.answer(
            [
                {
                    "score": one.score,
                    "reasons": list(one.reasons),
                    "customers": [
                        {"id": number, "name": title} for number, title in zip(one.customers, one.titles, strict=True)
                    ],
                }
                for one in shown
            ]
        )
        return 0
    rows = [
        (
            str(one.score),
            listed(_(REASONS[reason]) for reason in one.reasons),
            " | ".join(f"{title} ({number})" for number, title in zip(one.customers, one.titles, strict=True)),
        )
        for one in shown
    ]
    if rows:
        tables.write(context.out, [_("Score"), _("Reasons"), _("Customers")], rows)
    context.say(ngettext("{count} likely double", "{count} likely doubles", len(groups)).format(count=len(groups)))
    return 0


def run_merge(context: Context) -> int:
    """Merge customers into one."""
    from app.customers.merging import merge

    args, ws = context.args, context.ws
    record = ws.dictionary.type("customer")
    keep = queries.find(ws, "customer", args.keep)
    others = [queries.find(ws, "customer", word) for word in args.others]
    choices: dict[str, int] = {}
    for text in args.take:
        name, sign, wanted = text.partition("=")
        field = encoding.find_field(record, name.strip())
        if field is None or not sign:
            raise KebuError(N_("“{text}” names no field."), N_("Write it like --take city=12."), text=text)
        choices[field.name] = queries.find(ws, "customer", wanted.strip()).id
    done = merge(ws, [keep.id, *(one.id for one in others)], keep.id, choices)
    if context.json:
        [answer] = encoding.as_json(ws, record, queries.rows(ws, "customer", [done.id]))
        context.answer({"operation": done.changes.operation, "customer": answer})
        return 0
    names = listed(dict.fromkeys(one.title for one in others if one.id != keep.id))
    title = queries.get(ws, "customer", done.id).title
    context.say(_("Merged into {title}: {names}").format(title=title, names=names))
    return 0


def run_unmerge(context: Context) -> int:
    """Take a merge back, or list those that can be."""
    from app.customers import unmerging

    ws, wanted = context.ws, context.args.customer
    merges = unmerging.merges(ws)
    if wanted is None:
        if context.json:
            context.answer(
                [
                    {
                        "operation": one.operation, "at": one.at.isoformat(timespec="seconds"),
                        "into": {"id": one.id, "name": one.title}, "names": one.others,
                    }
                    for one in merges
                ]
            )  # fmt: skip
            return 0
        rows = [(str(one.operation), f"{one.at.astimezone():%Y-%m-%d %H:%M}", one.title, one.others) for one in merges]
        if rows:
            tables.write(context.out, [_("Operation"), _("When"), _("Into"), _("Customers")], rows)
        else:
            context.say(_("No customers are merged."))
        return 0
    if wanted.isdecimal():
        operation = unmerging.find(ws, int(wanted))
    else:
        lower = wanted.casefold()
        fitting = [one.operation for one in merges if lower in one.others.casefold() or lower in one.title.casefold()]
        if not fitting:
            raise KebuError(
                N_("No merged customer is called “{text}”."), N_("See the merges with: kebu unmerge"), text=wanted
            )
        operation = fitting[0]
    done = unmerging.unmerge(ws, operation)
    if context.json:
        context.answer(
            {
                "operation": done.changes.operation,
                "customers": [
                    {"id": number, "name": title} for number, title in zip(done.customers, done.titles, strict=True)
                ],
                "into": done.into,
                "moved": {ws.dictionary.type(kind).plural: number for kind, number in done.moved.items()},
                "left": [{"kind": one.kind, "id": one.id, "title": one.title, "field": one.label} for one in done.left],
                "added_since": done.added,
            }
        )
        return 0
    context.say(_("Out of the merge again: {names}").format(names=listed(done.titles)))
    for one in done.left:
        context.say(_("Stays as it was changed since: {label} of {title}").format(label=one.label, title=one.title))
    if done.added:
        said = ngettext(
            "{count} record added since stays with {title}",
            "{count} records added since stay with {title}",
            done.added,
        )
        title = queries.titles(ws, "customer", [done.into]).get(done.into, f"#{done.into}")
        context.say(said.format(count=done.added, title=title))
    return 0
