"""Changing a reminder in its form: when, whom it is about, how often, and everything else, as one operation."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, time
from typing import Any

from app.followups import repeating
from app.followups.commands import step_with
from app.followups.notifying import zone_of
from app.followups.queries import clock_time, customer_of, understood
from app.records import commands, queries
from app.records.record import Record
from app.records.workspace import Workspace
from app.shared import dates
from app.shared.errors import InvalidValue
from app.shared.i18n import N_
from db.changes import ChangeSet

MINUTES_MOST = 60 * 24 * 60


def read_when(ws: Workspace, text: str) -> tuple[datetime, bool]:
    """A time as a person writes it: 2026-07-21 15:00, 7月21日, “next Wed 3pm”; a day alone is the whole day.

    Returns:
        The wall time, and whether it is for the whole day.

    Raises:
        InvalidValue: it names no time.
    """
    said = text.strip()
    day, _blank, hour = said.partition(" ")
    if hour and (found := dates.parse_date(day)) is not None:
        try:
            return datetime.combine(found, time.fromisoformat(hour.strip().replace("：", ":").zfill(5))), False
        except ValueError:
            pass
    read = understood(ws, said, ws.clock.now_wall())
    if said and read.span == (0, len(said)) and not read.every:
        return read.when, read.all_day
    if (found := dates.parse_date(said)) is not None:
        return datetime.combine(found, time()), True
    if not said or read.span == (0, 0) or read.every:
        raise InvalidValue(
            "due_at", N_("“{value}” is no time."), N_("Write it like 2026-07-21 15:00, or “next Wed 3pm”."), value=said
        )
    return read.when, read.all_day


def shown_when(ws: Workspace, reminder: Record) -> str:
    """The time of a reminder as ``read_when`` takes it."""
    due = clock_time(reminder, zone_of(ws.clock.zone_name()))
    return f"{due:%Y-%m-%d}" if reminder["all_day"] else f"{due:%Y-%m-%d %H:%M}"


def edit_whole(ws: Workspace, reminder: int, values: Mapping[str, Any], *, repeats: str | None = None) -> ChangeSet:
    """Set any fields of a reminder, as one operation; the dates of the customers concerned follow.

    Args:
        values: by field; besides these ``customer``, the id of the customer it is about, None for none, and ``when``,
            a time as ``read_when`` takes it.
        repeats: how often it comes again, in words; "" for not any more, None to leave it.

    Raises:
        InvalidValue: a value does not fit, or the contact is another customer's. NotFound.
    """
    record = queries.get(ws, "reminder", reminder)
    given = dict(values)
    kind = ws.dictionary.type("reminder")
    own = customer_of(ws, record["about_kind"], record["about_id"]) if record["about_id"] else None
    customer = own
    ready: dict[str, Any] = {}
    if "customer" in given and (customer := given.pop("customer") or None) != own:
        if customer is not None:
            queries.get(ws, "customer", customer)
        ready |= {"about_kind": "customer" if customer else None, "about_id": customer}
    if "when" in given:
        due, all_day = read_when(ws, str(given.pop("when") or ""))
        ready |= {"due_at": due, "all_day": all_day, "zone": ws.clock.zone_name()}
    if "lead" in given:
        ready["lead"] = max(0, min(MINUTES_MOST, int(given.pop("lead") or 0))) or None
    ready |= commands.checked(ws, kind, given)
    contact = ready.get("contact", record["contact"])
    if contact is not None and queries.get(ws, "contact", contact)["customer"] != customer:
        if "contact" in given:
            raise InvalidValue("contact", N_("This contact belongs to another customer."), N_("Choose one of its own."))
        ready["contact"] = None
    with (
        ws.operation(N_("Edit reminder: {title}"), title=" ".join(record.title.split())[:40]) as op,
        step_with(ws, op, own),
        step_with(ws, op, customer if customer != own else None),
    ):
        if ready:
            op.update("reminder", reminder, ready)
        if repeats is not None:
            repeating.repeat(ws, reminder, repeats)
    return op.changes
