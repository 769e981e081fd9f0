"""Which days people work: Monday to Friday, and in China what the State Council's yearly notice makes of them.

The notices lie as data in ``resources/workdays``; a file of the same form in the folder ``workdays`` beside this machine's
settings adds a year or takes the place of ours, so that next year's notice needs no new program.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from pathlib import Path

from app.shared import paths

SATURDAY = 5
# No holiday is that long: a broken calendar must not make an endless search.
_FAR = 60


@dataclass(frozen=True, slots=True)
class Workdays:
    """A working calendar.

    Args:
        free: days from Monday to Friday that are free. worked: days of weekends that are worked.
        years: the years of which it knows.
    """

    free: frozenset[date] = frozenset()
    worked: frozenset[date] = frozenset()
    years: frozenset[int] = frozenset()

    def is_workday(self, day: date) -> bool:
        """Whether people work on that day."""
        return day in self.worked or (day.weekday() < SATURDAY and day not in self.free)

    def following(self, day: date) -> date:
        """The first workday after a day."""
        found = day + timedelta(days=1)
        while not self.is_workday(found) and (found - day).days < _FAR:
            found += timedelta(days=1)
        return found

    def last_of_month(self, year: int, month: int) -> date:
        """The last workday of a month."""
        found = date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)
        while not self.is_workday(found) and found.day > 1:
            found -= timedelta(days=1)
        return found


def workdays(region: str) -> Workdays:
    """The working calendar of a country (ISO 3166, two letters); outside China Monday to Friday."""
    return _chinese() if region.upper() == "CN" else Workdays()


def read(files: Iterable[Path]) -> Workdays:
    """The calendar that these files tell; a later file takes the place of an earlier one of the same year.

    A file that cannot be read or does not hold a year with its days is left out: the days then count as usual ones.
    """
    years: dict[int, tuple[set[date], set[date]]] = {}
    for file in files:
        try:
            held = json.loads(file.read_text("utf-8"))
            free = {date.fromisoformat(day) for day in held["free"]}
            worked = {date.fromisoformat(day) for day in held["worked"]}
            years[int(held["year"])] = free, worked
        except (OSError, ValueError, KeyError, TypeError):
            continue
    return Workdays(
        frozenset(day for free, _worked in years.values() for day in free),
        frozenset(day for _free, worked in years.values() for day in worked),
        frozenset(years),
    )


@lru_cache(maxsize=1)
def _chinese() -> Workdays:
    own = paths.config_dir() / "workdays"
    return read([*sorted(paths.resource("workdays").glob("*.json")), *sorted(own.glob("*.json"))])
