"""What may become of a quote, and until when it holds."""

from __future__ import annotations

from datetime import date, timedelta

TRANSITIONS: dict[str, tuple[str, ...]] = {
    "draft": ("sent",),
    "sent": ("won", "lost", "draft"),
    "won": ("sent", "lost"),
    "lost": ("sent", "won"),
}
CLOSED = frozenset({"won", "lost"})


def may_become(status: str, new: str) -> bool:
    """Whether a quote of this status may take the new one."""
    return new in TRANSITIONS.get(status, ())


def valid_until(day: date, days: int) -> date:
    """The last day on which a quote of this day holds, itself included: 30 days from 14 July is 13 August."""
    return day + timedelta(days=days)


def is_expired(last_day: date | None, today: date) -> bool:
    """Whether the quote holds no more; on its last day it still does."""
    return last_day is not None and today > last_day


def revision_label(revision: int) -> str:
    """R1 for the first version sent, R2 for the second."""
    return f"R{revision}"
