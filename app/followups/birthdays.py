"""Whose birthday comes in the next days: contacts, and customers who are persons; by the moon where it is kept so."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date, timedelta

from app.records.workspace import Workspace
from app.shared import lunar

KINDS = ("contact", "customer")


@dataclass(frozen=True, slots=True)
class Coming:
    """A birthday to come. ``kind`` and ``id`` name whose it is."""

    kind: str
    id: int
    day: date
    lunar: bool = False


def coming(ws: Workspace, days: int, limit: int) -> list[Coming]:
    """The birthdays from today on for so many days, the nearest first, so many of each kind at most.

    One on 29 February is kept on the 28th in other years.
    """
    today = ws.clock.today()
    wanted = [today + timedelta(days=number) for number in range(max(0, days) + 1)]
    marks = {day.strftime("%m-%d"): day for day in wanted}
    if "02-28" in marks and "02-29" not in marks:
        marks["02-29"] = marks["02-28"]
    # Sought by the days of birth that a day may have, by their index: what is kept in the book is a day of our calendar.
    moons = {born.isoformat(): day for day in wanted for born in lunar.births(day)}
    found = []
    with ws.book.reading() as connection:
        for kind in KINDS:
            solar = connection.execute(
                f"SELECT id, substr(birthday, 6) FROM {kind} WHERE birthday IS NOT NULL AND substr(birthday, 6) IN"
                " (SELECT value FROM json_each(?)) AND NOT coalesce(birthday_lunar, 0) LIMIT ?",
                (json.dumps(list(marks)), limit),
            )
            found += [Coming(kind, number, marks[mark]) for number, mark in solar]
            by_moon = connection.execute(
                f"SELECT id, birthday FROM {kind} WHERE birthday_lunar = 1 AND birthday IN"
                " (SELECT value FROM json_each(?)) LIMIT ?",
                (json.dumps(list(moons)), limit),
            )
            found += [Coming(kind, number, moons[born], True) for number, born in by_moon]
    return sorted(found, key=lambda one: (one.day, one.kind, one.id))
