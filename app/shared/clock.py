"""What time it is, given to those who need it, so that tests can set it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime


class Clock:
    """The machine's clock."""

    def now_utc(self) -> datetime:
        """This moment, in UTC."""
        return datetime.now(UTC)

    def now_wall(self) -> datetime:
        """What the user's clock shows, without a zone."""
        return self.now_utc().astimezone().replace(tzinfo=None)

    def today(self) -> date:
        """The user's date."""
        return self.now_utc().astimezone().date()

    def zone_name(self) -> str:
        """The user's time zone: its IANA name where the machine tells it, else its offset."""
        from tzlocal import get_localzone_name

        try:
            name = get_localzone_name()
        except LookupError:
            # The machine's settings contradict each other or name no known zone.
            name = ""
        return name or self.now_utc().astimezone().strftime("%z")


@dataclass(frozen=True)
class FixedClock(Clock):
    """A clock that stands still, for tests and pictures.

    Args:
        moment: what the user's clock shows; without a zone it is taken as UTC, so that no machine's zone matters.
    """

    moment: datetime

    def now_utc(self) -> datetime:
        moment = self.moment
        return moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)

    def now_wall(self) -> datetime:
        return self.moment.replace(tzinfo=None)

    def today(self) -> date:
        return self.moment.date()

    def zone_name(self) -> str:
        return str(self.moment.tzinfo or UTC)
