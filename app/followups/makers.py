"""The rules that make reminders by themselves, each a piece of data: what it looks for, and its days.

A later feature adds a rule by adding a ``Maker`` to ``MAKERS``.
"""

from __future__ import annotations

from datetime import date, timedelta

from app.followups import after_sale
from app.followups.birthdays import KINDS, coming
from app.followups.calling import has_deals
from app.followups.ends import ENDS_LEAD, ends
from app.followups.settings import CALLS_DAYS, CALLS_ON
from app.followups.wanted import MOST, Days, Maker, Wanted
from app.records import queries
from app.records.workspace import Workspace
from app.shared.i18n import N_, translate
from app.shared.settings import Setting

MOST_SILENT = 5


BIRTHDAY_LEAD = Setting("rule.birthday.days", 3)
QUOTE_WAIT = Setting("rule.quote.days", 5)
SILENT_A, SILENT_B, SILENT_C = (
    Setting("rule.silent.A", 30),
    Setting("rule.silent.B", 60),
    Setting("rule.silent.C", 180),
)


def birthdays(ws: Workspace, today: date) -> list[Wanted]:
    """Birthdays of contacts and of customers who are persons, from some days before until the day itself."""
    lead = max(0, ws.setting(BIRTHDAY_LEAD))
    found = coming(ws, lead, MOST)
    names = {kind: queries.titles(ws, kind, [one.id for one in found if one.kind == kind]) for kind in KINDS}
    return [
        Wanted(
            f"{one.kind}:{one.id}:{one.day.year}",
            one.kind,
            one.id,
            one.day - timedelta(days=lead),
            translate(N_("Birthday of {name} on {day}")).format(
                name=names[one.kind].get(one.id, ""), day=f"{one.day:%m-%d}"
            ),
        )
        for one in found
    ]


def unanswered(ws: Workspace, today: date) -> list[Wanted]:
    """Quotes that were sent some days ago and have neither been answered nor expired."""
    wait = ws.setting(QUOTE_WAIT)
    if wait <= 0:
        return []
    before = ws.clock.now_utc() - timedelta(days=wait)
    sql = (
        "SELECT id, number, sent_at FROM quote WHERE status = 'sent' AND +sent_at <= ?"
        " AND (valid_until IS NULL OR +valid_until >= ?) ORDER BY date DESC, id DESC LIMIT ?"
    )
    with ws.book.reading() as connection:
        rows = connection.execute(sql, (before.isoformat(timespec="seconds"), today.isoformat(), MOST)).fetchall()
    return [
        Wanted(
            f"quote:{number}:{sent}",
            "quote",
            number,
            date.fromisoformat(sent[:10]) + timedelta(days=wait),
            translate(N_("Ask about quote {number}")).format(number=code),
        )
        for number, code, sent in rows
    ]


def ending(ws: Workspace, today: date) -> list[Wanted]:
    """Warranties, contracts and the like that end within some days, as date fields of the user's own say."""
    lead = ws.setting(ENDS_LEAD)
    return [
        Wanted(
            f"{one.kind}:{one.id}:{one.field}:{one.day}",
            one.kind,
            one.id,
            one.day - timedelta(days=lead),
            translate(N_("{label} on {day}: {name}")).format(label=one.label, day=one.day, name=one.title),
        )
        for one in ends(ws, lead, MOST)
    ]


_NEVER_BOUGHT = " OR coalesce(status, '') NOT IN ('active', 'dormant') AND last_deal_on IS NULL"


def silent(ws: Workspace, today: date) -> list[Wanted]:
    """Customers with whom nobody spoke for long, by level, and with whom nothing is planned.

    The public pool is left out, and so are those whom the calls of the week deal.
    """
    oldest = today - timedelta(days=ws.setting(CALLS_DAYS)) if ws.setting(CALLS_ON) else date.min
    # Calls that go by the last deal pass over those who never bought: they stay with this rule, the latest first.
    deals = has_deals(ws)
    sql = (
        "SELECT id, last_contact_on FROM customer WHERE level = ? AND last_contact_on <= ?"
        f" AND (last_contact_on > ?{_NEVER_BOUGHT if deals else ''})"
        " AND coalesce(status, '') NOT IN ('public_pool', 'lost')"
        f" AND coalesce(next_follow_up_on, '') < ? ORDER BY last_contact_on {'DESC' if deals else ''}, id LIMIT ?"
    )
    out = []
    for level, setting in (("A", SILENT_A), ("B", SILENT_B), ("C", SILENT_C)):
        days = ws.setting(setting)
        if days <= 0:
            continue
        with ws.book.reading() as connection:
            rows = connection.execute(
                sql,
                (
                    level,
                    (today - timedelta(days=days)).isoformat(),
                    oldest.isoformat(),
                    today.isoformat(),
                    5 * MOST_SILENT,
                ),
            ).fetchall()
        out += [
            Wanted(
                f"customer:{number}:{last}",
                "customer",
                number,
                date.fromisoformat(last) + timedelta(days=days),
                translate(N_("Call: nothing heard since {day}")).format(day=last),
            )
            for number, last in rows
        ]
    return out


MAKERS = (
    Maker(
        "birthday",
        N_("Birthdays"),
        N_("Some days before the birthday of a contact, or of a customer who is a person; lunar ones by the moon."),
        ("contact", "customer"),
        (Days(BIRTHDAY_LEAD, N_("days before")),),
        birthdays,
    ),
    Maker(
        "quote",
        N_("Quotes without an answer"),
        N_("When a quote was sent and nobody has answered; it goes when the quote is won, lost or expired."),
        ("quote",),
        (Days(QUOTE_WAIT, N_("days after sending")),),
        unanswered,
    ),
    *after_sale.MAKERS,
    Maker(
        "ends",
        N_("Warranty or contract ends"),
        N_(
            "Some days before a date field of your own whose name says that something ends: expiry, warranty, contract end."
        ),
        ("customer", "contact", "product", "quote", "custom_field"),
        (Days(ENDS_LEAD, N_("days before")),),
        ending,
    ),
    Maker(
        "silent",
        N_("Not spoken to for long"),
        N_("When nobody spoke with a customer for long and nothing is planned, the best level first."),
        ("customer", "activity"),
        (
            Days(SILENT_A, N_("days at level A")),
            Days(SILENT_B, N_("days at level B")),
            Days(SILENT_C, N_("days at level C")),
        ),
        silent,
        MOST_SILENT,
    ),
)


def maker(name: str) -> Maker | None:
    """The rule of this name, if there is one."""
    return next((one for one in MAKERS if one.name == name), None)
