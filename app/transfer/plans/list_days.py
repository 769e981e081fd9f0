"""What conversations and reminders that are imported change in their customers: last contact, next follow-up, next step."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time
from typing import Any, Protocol

from app.followups.rules import last_contact
from app.records.fields import FieldKind
from app.shared.i18n import _
from app.transfer.drafting.entries import Entry, Key, Ref
from app.transfer.grid.list_kinds import ABOUT, CUSTOMER, ListKind, kind_of, next_fields
from app.transfer.plans.list_host import Host

_DAY = 2
"""Where the day stands in the key of an entry without a number."""


class Taker(Protocol):
    """What takes further records."""

    def known(self, kind: ListKind, values: Mapping[str, Any], at: int) -> bool:
        """Whether a record is in the book, or on its way."""

    def write(self, kind: ListKind, entry: Entry, links: dict[str, Ref], at: int | None) -> None:
        """Put a record among what is written."""


@dataclass(slots=True)
class _Touched:
    """What the conversations and reminders of a customer change in it."""

    contacts: list[tuple[str, date]] = field(default_factory=list)
    due: list[date] = field(default_factory=list)


class Days:
    """The days of the customers that lists are about."""

    def __init__(self, host: Host, lists: Taker) -> None:
        self._host, self._lists = host, lists
        self.touched: dict[int, _Touched] = {}
        self._after: ListKind | None = None

    def step(self, kind: ListKind, entry: Entry, at: int | None, links: Mapping[str, Ref]) -> None:
        """The next step in a row becomes a reminder when its day lies ahead; the customer's days follow."""
        if at is None:
            return
        touched = self.touched.setdefault(at, _Touched())
        moment = kind.moment
        when = entry.values.get(moment.name) if moment else None
        day = when.date() if when is not None and moment is not None and moment.kind is FieldKind.WALL else when
        if kind.record.name == "activity" and day is not None and day <= self._host.book.today:
            touched.contacts.append((str(entry.values.get("kind") or ""), day))
        if kind.record.name == "reminder" and day is not None and not entry.values.get("done_at"):
            touched.due.append(day)
        following = entry.also.get(kind.after.name) if kind.after is not None else None
        if not following or kind.after is None:
            return
        after = self._after = self._after or kind_of(self._host.types, kind.after.plural)
        if after is None:
            return
        due, what = next_fields(kind.after)
        moment_next = following.get(due.name)
        if moment_next is None or moment_next.date() < self._host.book.today:
            return
        values = {what.name: _("Follow up"), "all_day": moment_next.hour == moment_next.minute == 0, **following}
        made = Entry({name: value for name, value in values.items() if kind.after.has(name)})
        if self._lists.known(after, made.values, at):
            return
        about: dict[str, Ref] = {ABOUT: (CUSTOMER, at)}
        if after.contact and kind.contact in links:
            about[after.contact] = links[kind.contact]
        self._lists.write(after, made, about, at)
        touched.due.append(moment_next.date())

    def settle(self) -> None:
        """Let the last contact and the next follow-up of customers follow from what is written about them."""
        known_ids = [-at for at in self.touched if at < 0]
        names = ("last_contact_on", "next_follow_up_on")
        book = self._host.book.fetch(CUSTOMER, sorted(known_ids), names) if known_ids else {}
        for at, touched in self.touched.items():
            updates = self._host.writes.updates[CUSTOMER]
            held = {**book.get(-at, {}), **updates.get(-at, {})} if at < 0 else self._host.writes.customers[at]
            fresh: dict[str, Any] = {}
            last = held.get(names[0])
            for said, day in touched.contacts:
                last = last_contact(last, said, day)
            following = min((day for day in (held.get(names[1]), *touched.due) if day is not None), default=None)
            fresh = {
                name: value for name, value in zip(names, (last, following), strict=True) if value != held.get(name)
            }
            if not fresh:
                continue
            if at < 0:
                updates[-at] = {**updates.get(-at, {}), **fresh}
            else:
                if at not in self._host.own:
                    self._host.own.add(at)
                    self._host.writes.customers[at] = dict(self._host.writes.customers[at])
                self._host.writes.customers[at].update(fresh)


def not_ahead(entry: Entry, today: date) -> None:
    """Keep the guessed day of what is done from lying ahead."""
    guess = entry.values.get(entry.undated) if entry.undated else None
    if isinstance(guess, datetime) and guess.date() > today:
        entry.values[entry.undated] = datetime.combine(today, time())
    elif isinstance(guess, date) and not isinstance(guess, datetime) and guess > today:
        entry.values = {name: value for name, value in entry.values.items() if value != guess}


def dated(entry: Entry, kind: ListKind, today: date) -> dict[str, Any]:
    """The values of what is to be done, or was, with the day of the import where no day says when."""
    values, moment = dict(entry.values), kind.moment
    if moment is None or not moment.required or values.get(moment.name) is not None:
        return values
    if kind.owner != ABOUT:
        due = (
            entry.also.get(kind.after.name, {}).get(next_fields(kind.after)[0].name) if kind.after is not None else None
        )
        day = min(due.date(), today) if isinstance(due, datetime) else today
        values[moment.name] = datetime.combine(day, time()) if moment.kind is FieldKind.WALL else today
    else:
        done = next((values[name] for name in values if "done" in name and isinstance(values[name], datetime)), None)
        values[moment.name] = done or datetime.combine(today, time())
        values["all_day"] = done is None
        if entry.undated:
            values[entry.undated] = values[moment.name]
    return values


def held(dated_: Mapping[Key, int], dayless: dict[Key, int], mark: Key | None) -> int | None:
    """The record of the book with a key; with a key that tells no day, one of whatever day.

    Args:
        dated_: the records by their keys.
        dayless: the same by their keys without the day, filled when it is first asked for.
        mark: the key, see ``list_keys.key``.
    """
    if mark is None or mark[0] != "entry" or mark[_DAY]:
        return dated_.get(mark) if mark is not None else None
    if not dayless:
        dayless.update({(*one[:_DAY], "", *one[_DAY + 1 :]): at for one, at in dated_.items() if one[0] == "entry"})
    return dayless.get(mark)
