"""Which reminders to tell of now; pure. Each is told of once for each time that it has, whatever the clock does."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta, tzinfo
from functools import lru_cache
from zoneinfo import ZoneInfo

# Older than that it was missed: the machine slept, or the program was closed.
FRESH = timedelta(minutes=10)
# At once; more are told in one line.
SINGLY = 3


@dataclass(frozen=True, slots=True)
class Alarm:
    """What a reminder tells of its time: wall time and zone; ``lead`` is how many minutes before it is told of."""

    id: int
    due: datetime
    all_day: bool = False
    zone: str = ""
    lead: int = 0

    @property
    def mark(self) -> str:
        """What is kept of it once it was told: another time of the same reminder is told again."""
        return self.due.isoformat(timespec="minutes")


@dataclass(frozen=True, slots=True)
class Telling:
    """What is to be told: ``now`` one by one, or together when they are many; ``missed`` on one page, without a pop-up."""

    now: tuple[Alarm, ...] = ()
    missed: tuple[Alarm, ...] = ()

    @property
    def all(self) -> tuple[Alarm, ...]:
        """All of them, to be marked as told."""
        return (*self.now, *self.missed)

    @property
    def together(self) -> bool:
        """Whether those of now are too many to be told one by one."""
        return len(self.now) > SINGLY


def moment(alarm: Alarm, here: tzinfo, morning: time) -> datetime:
    """When a reminder is to be told of, UTC.

    A time stands on the clock of the zone in which it was set, so that a call at 15:00 in Shanghai is made then from
    wherever one travels; a whole day is told of in the morning of where one is. A time that a clock leaves out in spring is
    told of when the hour is over, one that comes twice in autumn at its first coming (PEP 495, fold 0).

    Args:
        here: the zone in which the user is; also that of reminders whose zone this machine does not know.
        morning: when whole days are told of.
    """
    if alarm.all_day:
        wall, zone = datetime.combine(alarm.due.date(), morning), here
    else:
        wall, zone = alarm.due, zone_of(alarm.zone) or here
    return wall.replace(tzinfo=zone).astimezone(UTC) - timedelta(minutes=alarm.lead)


def on_clock(due: datetime, all_day: bool, zone: str, here: tzinfo) -> datetime:
    """The time of a reminder as the clock shows it where the user is; a whole day stays the day that it is."""
    own = None if all_day else zone_of(zone)
    if own is None or own == here:
        return due
    return due.replace(tzinfo=own).astimezone(here).replace(tzinfo=None)


def seen_at(due: str, all_day: bool, zone: str, here: tzinfo | None) -> datetime:
    """``on_clock`` of a time as the book keeps it; as it was set when the machine does not tell where the user is."""
    at = datetime.fromisoformat(due)
    return on_clock(at, all_day, zone, here) if here is not None else at


def tell(alarms: Iterable[Alarm], told: Mapping[int, str], now: datetime, here: tzinfo, morning: time) -> Telling:
    """What is to be told at a moment, in the order of its time.

    Args:
        alarms: open reminders; those that are not due yet are left for later.
        told: the marks of those that were told of.
        now: the moment, UTC. The clock may have been set back since the last time: nothing is told twice for that.
    """
    due = [(moment(one, here, morning), one.id, one) for one in alarms if told.get(one.id) != one.mark]
    ready = sorted(((at, number, one) for at, number, one in due if at <= now), key=lambda found: found[:2])
    return Telling(
        tuple(one for at, _number, one in ready if now - at <= FRESH),
        tuple(one for at, _number, one in ready if now - at > FRESH),
    )


@lru_cache(maxsize=64)
def zone_of(name: str) -> tzinfo | None:
    """A time zone by its IANA name or offset (+08:00, +0800), None when this machine does not know it."""
    if not name:
        return None
    try:
        return ZoneInfo(name)
    except (KeyError, ValueError, OSError):
        pass
    try:
        return datetime.strptime(name.removeprefix("UTC"), "%z").tzinfo
    except ValueError:
        return None
