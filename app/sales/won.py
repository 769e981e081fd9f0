"""What was won in a month, against the target of that month."""

from __future__ import annotations

import calendar
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from app.records.workspace import Workspace
from app.shared.errors import InvalidValue
from app.shared.i18n import N_, _, language
from app.shared.money import format_amount, format_number, from_minor, parse_amount, to_minor
from app.shared.settings import Setting
from db.changes import ChangeSet

LARGEST = Decimal(10) ** 13


@dataclass(frozen=True, slots=True)
class Won:
    """How much was won in one currency, and with how many quotes."""

    currency: str
    amount: Decimal
    count: int


@dataclass(frozen=True, slots=True)
class MonthWon:
    """What was won in a month until a day of it.

    Args:
        day: the day up to which the month has come.
        days: how many the month has.
        own: in the book's currency; ``others`` in each other currency, the largest number of quotes first. They are
            never added up: no rate of exchange is known.
        target: what was to be won, in the book's currency; None when there is none.
    """

    day: date
    days: int
    own: Won
    others: tuple[Won, ...]
    target: Decimal | None

    @property
    def left(self) -> int:
        """How many days of the month are to come."""
        return self.days - self.day.day

    @property
    def pace(self) -> Decimal:
        """The part of the month that has gone by, the day itself counted; 0 to 1."""
        return Decimal(self.day.day) / self.days

    @property
    def share(self) -> Decimal | None:
        """The part of the target that is reached, None without a target."""
        return self.own.amount / self.target if self.target else None

    @property
    def ahead(self) -> Decimal | None:
        """By which part of the target the month is ahead of its pace; below 0 when it is behind."""
        return None if self.share is None else self.share - self.pace


def month_won(ws: Workspace, day: date | None = None) -> MonthWon:
    """What was won in the month of a day (today) by the day on which each quote was won."""
    day = day or ws.clock.today()
    first = day.replace(day=1)
    days = calendar.monthrange(day.year, day.month)[1]
    # The plus sign keeps the index of the day: of the status there are many more.
    sql = (
        "SELECT coalesce(nullif(currency, ''), ?), sum(total), count(*) FROM quote"
        " WHERE won_on >= ? AND won_on <= ? AND +status = 'won' GROUP BY 1 ORDER BY 3 DESC, 1"
    )
    with ws.book.reading() as connection:
        last = day.replace(day=days).isoformat()
        rows = connection.execute(sql, (ws.currency, first.isoformat(), last)).fetchall()
    found = [Won(currency, from_minor(total or 0, currency), count) for currency, total, count in rows]
    own = next((one for one in found if one.currency == ws.currency), Won(ws.currency, Decimal(0), 0))
    return MonthWon(day, days, own, tuple(one for one in found if one.currency != ws.currency), target(ws, day))


def target(ws: Workspace, day: date | None = None) -> Decimal | None:
    """The target of the month of a day (today): the one that was set last for it or for a month before."""
    month = _month(day or ws.clock.today())
    held = _held(ws)
    last = max((one for one in held if one <= month), default="")
    return from_minor(held[last], ws.currency) if last and held[last] else None


def target_of(text: str) -> Decimal:
    """The target that a text means: an amount, also as ``30万``; 0 for none, as an empty text.

    Raises:
        InvalidValue: it is no amount, below 0 or far too large.
    """
    amount = parse_amount(text) if text.strip() else Decimal(0)
    if amount is None or not amount.is_finite() or not 0 <= amount < LARGEST:
        raise InvalidValue(
            "target", N_("“{value}” is no amount."), N_("Write an amount such as 300,000."), value=text.strip()
        )
    return amount


def set_target(ws: Workspace, text: str, day: date | None = None) -> ChangeSet:
    """Set the target from the month of a day (today) on, in the book's currency; months before keep theirs.

    Raises InvalidValue as ``target_of`` does.
    """
    amount = target_of(text)
    held = {**_held(ws), _month(day or ws.clock.today()): to_minor(amount, ws.currency)}
    if amount:
        name, values = N_("Target of the month: {amount}"), {"amount": format_amount(amount, ws.currency)}
    else:
        name, values = N_("Take the target of the month away"), {}
    with ws.operation(name, **values) as op:
        op.set_setting(_setting(ws).name, held)
    return op.changes


def pace_words(found: MonthWon) -> str:
    """How the month stands to its pace, "" without a target."""
    if found.ahead is None:
        return ""
    part = percent(abs(found.ahead))
    if part == percent(Decimal(0)):
        return _("on the pace")
    words = _("{part} ahead of the pace") if found.ahead > 0 else _("{part} behind the pace")
    return words.format(part=part)


def percent(part: Decimal) -> str:
    """A part as a percentage with one decimal."""
    return f"{format_number(part * 100, 1)}%"


def whole(won: Won) -> str:
    """An amount in a narrow pane, without decimals that are nought."""
    text = format_amount(won.amount, won.currency, language())
    return text.removesuffix(".00")


def _setting(ws: Workspace) -> Setting[dict[str, int]]:
    """Targets in minor units by the month from which they hold; those in another currency are another setting."""
    return Setting(f"sales_targets.{ws.currency}", {})


def _held(ws: Workspace) -> dict[str, int]:
    found = ws.setting(_setting(ws))
    return {month: amount for month, amount in found.items() if isinstance(amount, int)}


def _month(day: date) -> str:
    return f"{day:%Y-%m}"
