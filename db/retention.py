"""Which backups stay: the last ten, then one a day for thirty days, then one a week for a year."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta

LAST = 10
DAILY = timedelta(days=30)
WEEKLY = timedelta(days=365)


def keep(moments: Iterable[datetime], now: datetime) -> set[datetime]:
    """The moments whose backups stay; of each day and week the newest."""
    newest_first = sorted(moments, reverse=True)
    kept = set(newest_first[:LAST])
    days: set[object] = set()
    weeks: set[object] = set()
    for moment in newest_first:
        day, week = moment.date(), moment.isocalendar()[:2]
        if now - moment <= DAILY and day not in days:
            days.add(day)
            kept.add(moment)
        elif DAILY < now - moment <= WEEKLY and week not in weeks:
            weeks.add(week)
            kept.add(moment)
    return kept
