"""log and today: what was said, and what is to be done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.cli import encoding, tables
from app.cli.arguments import Commands
from app.cli.context import Context
from app.records import queries
from app.records.values import show
from app.shared.date_words import show_day, show_month
from app.shared.errors import KebuError
from app.shared.i18n import N_, _, language, ngettext, translate

if TYPE_CHECKING:
    from app.sales.won import MonthWon


def add(commands: Commands) -> None:
    """Add the commands of this file."""
    parser = commands.add(
        "log", _("note what was said with a customer; a time in the sentence sets a reminder"), run_log
    )
    parser.add_argument("customer", metavar=_("CUSTOMER"), help=_("the name, part of it, or the id"))
    parser.add_argument("text", nargs="+", metavar=_("TEXT"))
    commands.add("today", _("what is due, and what the month has won"), run_today)
    parser = commands.add("target", _("what a month is to win, from this month on"), run_target)
    parser.add_argument("amount", nargs="?", metavar=_("AMOUNT"), help=_("such as 300000 or 30万; 0 for none"))
    parser = commands.add(
        "remind", _("set a reminder about a customer; the sentence says when, and how often"), run_remind
    )
    parser.add_argument("customer", metavar=_("CUSTOMER"), help=_("the name, part of it, or the id"))
    parser.add_argument("text", nargs="+", metavar=_("TEXT"))
    parser.add_argument("--every", metavar=_("WORDS"), default="", help=_("how often, such as “monthly on the 31st”"))
    parser = commands.add("rules", _("the rules that make reminders by themselves"), run_rules)
    parser.add_argument("rule", nargs="?", metavar=_("RULE"), default="", help=_("the rule to switch"))
    parser.add_argument("switch", nargs="?", choices=("on", "off"))


def run_log(context: Context) -> int:
    """Log a conversation with a customer."""
    from app.followups.commands import log

    ws = context.ws
    customer = queries.find(ws, "customer", context.args.customer)
    logged = log(ws, customer.id, " ".join(context.args.text))
    activity, reminder = ws.dictionary.type("activity"), ws.dictionary.type("reminder")
    made = queries.get(ws, "activity", logged.activity)
    due = queries.get(ws, "reminder", logged.reminder) if logged.reminder else None
    if context.json:
        context.answer(
            {
                "operation": logged.changes.operation,
                "activity": encoding.as_json(ws, activity, [made])[0],
                "reminder": encoding.as_json(ws, reminder, [due])[0] if due else None,
            }
        )
        return 0
    kind = show(activity.field("kind"), made["kind"])
    context.say(_("Logged with {customer} ({kind}).").format(customer=customer.title, kind=kind))
    if due:
        when = show(reminder.field("due_at"), due["due_at"], today=ws.clock.today())
        context.say(_("Reminder: {when} {text}").format(when=when, text=tables.one_line(due["text"])))
    return 0


def run_remind(context: Context) -> int:
    """Set a reminder about a customer."""
    from app.followups.commands import add_reminder
    from app.followups.repeat_words import say
    from app.followups.repeating import repeat

    ws = context.ws
    customer = queries.find(ws, "customer", context.args.customer)
    text = " ".join(context.args.text)
    if context.args.every:
        with ws.operation(N_("New reminder: {title}"), title=text):
            number = add_reminder(ws, text, about=("customer", customer.id)).reminder
            repeat(ws, number, context.args.every)
    else:
        number = add_reminder(ws, text, about=("customer", customer.id)).reminder
    reminder = ws.dictionary.type("reminder")
    made = queries.get(ws, "reminder", number)
    if context.json:
        context.answer({"reminder": encoding.as_json(ws, reminder, [made])[0]})
        return 0
    when = show(reminder.field("due_at"), made["due_at"], today=ws.clock.today())
    context.say(_("Reminder: {when} {text}").format(when=when, text=tables.one_line(made["text"])))
    if made["every"]:
        context.say(_("Repeats: {words}").format(words=say(made["every"], ws.clock.today())))
    return 0


def run_rules(context: Context) -> int:
    """Print the rules with what they would make now, or switch one."""
    from app.followups import making

    ws = context.ws
    if context.args.rule:
        if not context.args.switch:
            raise KebuError(N_("Say whether the rule is to be on or off."), N_("Such as: kebu rules birthday off"))
        making.switch(ws, context.args.rule, context.args.switch == "on")
    found = making.previews(ws)
    if context.json:
        context.answer(
            [
                {
                    "rule": one.maker.name,
                    "on": one.on,
                    "open": one.open,
                    "days": [ws.setting(days.setting) for days in one.maker.days],
                    "would_make": [{"due": want.due.isoformat(), "text": want.text} for want in one.wanted],
                }
                for one in found
            ]
        )
        return 0
    rows = [
        (
            one.maker.name,
            translate(one.maker.label),
            _("on") if one.on else _("off"),
            str(one.open),
            str(len(one.wanted)),
        )
        for one in found
    ]
    tables.write(context.out, [_("Rule"), _("Name"), _("State"), _("Open"), _("Would make now")], rows)
    return 0


def run_today(context: Context) -> int:
    """Print the open reminders up to the end of today and the customers whose follow-up date has come."""
    from app.followups.ends import ENDS_LEAD, ends
    from app.followups.today import EVERYTHING, agenda, birthdays
    from app.sales.won import month_won

    ws = context.ws
    today = ws.clock.today()
    reminder, customer = ws.dictionary.type("reminder"), ws.dictionary.type("customer")
    found = agenda(ws, overdue=EVERYTHING, today=EVERYTHING, following=0)
    due = [item for item in (*found.overdue.items, *found.today.items) if item.done is None]
    reminders = queries.rows(ws, "reminder", [item.id for item in due if item.source == "reminder"])
    numbers = [item.id for item in due if item.source == "customer"]
    customers = queries.rows(ws, "customer", numbers)
    told = encoding.as_json(ws, reminder, reminders)
    month, ending = month_won(ws), ends(ws, ws.setting(ENDS_LEAD), 20)
    people = birthdays(ws)
    if context.json:
        context.answer(
            {
                "date": today.isoformat(),
                "reminders": told,
                "customers": encoding.as_json(ws, customer, customers),
                "won": _month_json(month),
                "birthdays": [
                    {"kind": one.kind, "id": one.id, "name": one.name, "day": one.day.isoformat(), "lunar": one.lunar}
                    for one in people
                ],
                "ends": [
                    {"kind": one.kind, "id": one.id, "name": one.title, "what": one.label, "day": one.day.isoformat()}
                    for one in ending
                ],
            }
        )
        return 0
    if reminders:
        context.say(_("Reminders"))
        rows = [
            (
                str(one.id),
                show(reminder.field("due_at"), one["due_at"], today=today),
                one["text"],
                about["about_name"] or "",
                about["contact_name"] or "",
            )
            for one, about in zip(reminders, told, strict=True)
        ]
        tables.write(context.out, ["id", _("Due"), _("What to do"), _("About"), _("Contact")], rows)
    if customers:
        context.say(_("Customers to follow up"))
        fields = [customer.field(name) for name in ("name", "next_follow_up_on", "phone", "mobile")]
        texts = encoding.as_text(ws, customer, customers, fields)
        tables.write(context.out, ["id", *map(encoding.label, fields)], texts)
    if not reminders and not customers:
        context.say(_("Nothing is due today."))
    for person in people:
        day = show_day(person.day, today, language())
        names = " · ".join(part for part in (person.name, person.company, _("lunar") if person.lunar else "") if part)
        context.say(_("Birthday: {day} {name}").format(day=day, name=names))
    for one in ending:
        names = " · ".join(part for part in (one.title, one.name) if part)
        context.say(f"{one.label}: {show_day(one.day, today, language())} {names}")
    _say_month(context, month)
    return 0


def run_target(context: Context) -> int:
    """Print the month against its target, or set the target."""
    from app.sales.won import month_won, set_target

    if context.args.amount is not None:
        set_target(context.ws, context.args.amount)
    found = month_won(context.ws)
    if context.json:
        context.answer(_month_json(found))
    else:
        _say_month(context, found)
    return 0


def _month_json(found: MonthWon) -> dict[str, object]:
    return {
        "month": f"{found.day:%Y-%m}",
        "currency": found.own.currency,
        "amount": str(found.own.amount),
        "count": found.own.count,
        "target": None if found.target is None else str(found.target),
        "others": [{"currency": one.currency, "amount": str(one.amount), "count": one.count} for one in found.others],
        "days_left": found.left,
    }


def _say_month(context: Context, found: MonthWon) -> None:
    from app.sales.won import pace_words, percent, whole
    from app.shared.money import format_number

    month = _("Won in {month}").format(month=show_month(found.day, language()))
    quotes = ngettext("{count} won", "{count} won", found.own.count).format(count=found.own.count)
    figure = whole(found.own) + (f" / {format_number(found.target, 0)}" if found.target else "")
    parts = [figure, quotes]
    if found.share is not None:
        parts += [percent(found.share), pace_words(found)]
    context.say(f"{month}: {' · '.join(parts)}")
    if found.others:
        amounts = " · ".join(f"{whole(one)} ({one.count})" for one in found.others)
        context.say(_("Besides, not added: {amounts}").format(amounts=amounts))
