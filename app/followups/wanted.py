"""What a rule that makes reminders is, and what it wants."""

from __future__ import annotations

import json
from collections.abc import Callable, Generator, Iterable
from contextlib import closing
from dataclasses import dataclass
from datetime import date
from itertools import islice

from app.records.workspace import Workspace
from app.shared.settings import Setting

# One rule makes no more at a time: nobody works through thousands.
MOST = 200


@dataclass(frozen=True, slots=True)
class Wanted:
    """A reminder that a rule wants.

    Args:
        cause: names the reason; a reminder of the same cause is never made again once it was done.
        kind, number: the record it is about. how: call, message ...
        due: its day; one that is made later stands at the day of its making.
        priority: high, low or "".
    """

    cause: str
    kind: str
    number: int
    due: date
    text: str
    how: str = "call"
    priority: str = ""


@dataclass(frozen=True, slots=True)
class Days:
    """A number of days that a rule goes by; 0 switches that part off."""

    setting: Setting[int]
    label: str


@dataclass(frozen=True, slots=True)
class Maker:
    """A rule.

    Args:
        name: what reminders and settings know it by; never reused.
        label, about: English source texts: its name, and what it does.
        watches: the kinds of record whose change it looks at.
        days: what it goes by.
        find: what it wants on a day, the most wanted first.
        most: how many it keeps open at a time.
    """

    name: str
    label: str
    about: str
    watches: tuple[str, ...]
    days: tuple[Days, ...]
    find: Callable[[Workspace, date], list[Wanted]]
    most: int = MOST

    @property
    def switch(self) -> Setting[bool]:
        """Whether it is on, in the book."""
        return Setting(f"rule.{self.name}", True)


def done_causes(ws: Workspace, rule: str, causes: Iterable[str]) -> set[str]:
    """The causes of these whose reminder was ticked off, by a person or as dropped."""
    sql = "SELECT cause FROM reminder WHERE rule = ? AND done_at IS NOT NULL AND cause IN (SELECT value FROM json_each(?))"
    with ws.book.reading() as connection:
        return {row[0] for row in connection.execute(sql, (rule, json.dumps(list(causes))))}


def first_undone(ws: Workspace, rule: str, found: Generator[Wanted, None, None], most: int = MOST) -> list[Wanted]:
    """The first of what a rule finds whose reminder was not ticked off yet; it is asked for no more than is needed."""
    left: list[Wanted] = []
    # Closed at once: what still reads the book would keep it as it was.
    with closing(found):
        while len(left) < most and (part := list(islice(found, most))):
            done = done_causes(ws, rule, (one.cause for one in part))
            left += [one for one in part if one.cause not in done]
    return left[:most]
