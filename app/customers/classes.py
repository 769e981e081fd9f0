"""What deals tell of customers: which status fits, the classes by sales (80/20), and recency, frequency and money (RFM).

Pure: deals and the day come in as arguments.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from itertools import accumulate, pairwise
from statistics import median

from app.shared.i18n import N_

# Below a month a missed order says nothing.
SHORTEST = 30
# So many gaps make a rhythm.
_GAPS = 2
_A, _B = 0.80, 0.95


@dataclass(frozen=True, slots=True)
class Deals:
    """The deals with a customer: their days, earliest first, and their sum in minor units of the book's currency."""

    days: tuple[date, ...]
    total: int

    @property
    def last(self) -> date:
        """The day of the last one."""
        return self.days[-1]


class Reason(StrEnum):
    """Why another status fits."""

    DEAL = "deal"
    RHYTHM = "rhythm"
    QUIET = "quiet"
    GIVEN_UP = "given_up"


@dataclass(frozen=True, slots=True)
class Fit:
    """The status that fits better, why, and the days that are too many."""

    status: str
    reason: Reason
    days: int = 0


def rhythm(days: Sequence[date]) -> int | None:
    """After how many days a customer usually buys again: the median gap between deals, None for fewer than three."""
    gaps = [(later - earlier).days for earlier, later in pairwise(sorted(set(days)))]
    return round(median(gaps)) if len(gaps) >= _GAPS else None


def limit(days: Sequence[date], usual: int) -> tuple[int, Reason]:
    """After how many days without a deal a customer is dormant: twice the own rhythm, else the usual number."""
    own = rhythm(days)
    return (max(SHORTEST, 2 * own), Reason.RHYTHM) if own is not None else (usual, Reason.QUIET)


def fitting(status: str, days: Sequence[date], last_contact: date | None, today: date, usual: int) -> Fit | None:
    """The status that the rules find for a customer; None when the present one fits or nothing is known.

    A deal makes an active customer. An active one without a deal for longer than ``limit`` is dormant; where no deal is
    known, the last contact counts. A dormant one of whom nothing was heard for twice the usual days belongs to the public
    pool.

    Args:
        days: those of the deals. usual: the setting's number of days.
    """
    longest, why = limit(days, usual)
    since = (today - days[-1]).days if days else None
    if status in ("prospect", "public_pool", "dormant", "lost") and since is not None and since <= longest:
        return Fit("active", Reason.DEAL, since)
    heard = max(filter(None, (days[-1] if days else None, last_contact)), default=None)
    if heard is None:
        return None
    if status == "active":
        silent = since if since is not None else (today - heard).days
        return Fit("dormant", why, silent) if silent > longest else None
    if status == "dormant" and (today - heard).days > 2 * usual:
        return Fit("public_pool", Reason.GIVEN_UP, (today - heard).days)
    return None


def pareto(totals: Mapping[int, int]) -> dict[int, str]:
    """The class of each customer by sales: A are the largest that make 80 % together, B those up to 95 %, C the rest.

    The ABC analysis after H. F. Dickie, "ABC Inventory Analysis Shoots for Dollars, not Pennies" (1951). Customers without
    sales have no class.
    """
    ranked = sorted(
        ((total, number) for number, total in totals.items() if total > 0), key=lambda one: (-one[0], one[1])
    )
    whole = sum(total for total, _number in ranked)
    before = accumulate((total for total, _number in ranked), initial=0)
    return {
        number: "A" if sum_before < _A * whole else "B" if sum_before < _B * whole else "C"
        for (_total, number), sum_before in zip(ranked, before, strict=False)
    }


def rfm(deals: Mapping[int, Deals]) -> dict[int, tuple[int, int, int]]:
    """Recency, frequency and money of each customer from 1 to 5, 5 is best: fifths of all who bought, equals alike.

    After A. M. Hughes, "Strategic Database Marketing" (1994).
    """
    measures = [
        {number: one.last.toordinal() for number, one in deals.items()},
        {number: len(one.days) for number, one in deals.items()},
        {number: one.total for number, one in deals.items()},
    ]
    scores = [_fifths(measure) for measure in measures]
    return {number: (scores[0][number], scores[1][number], scores[2][number]) for number in deals}


def _fifths(values: Mapping[int, int]) -> dict[int, int]:
    ordered = sorted(values.values())
    return {number: 1 + 5 * bisect_left(ordered, value) // len(ordered) for number, value in values.items()}


SEGMENTS = {
    "best": N_("Best customers"),
    "new": N_("New buyers"),
    "steady": N_("Regular customers"),
    "at_risk": N_("About to be lost"),
    "quiet": N_("Gone quiet"),
}


def segment(scores: tuple[int, int, int]) -> str:
    """The group, of ``SEGMENTS``, that a customer's recency and frequency put it into."""
    recency, frequency, money = scores
    if recency >= 4:
        return "best" if frequency >= 4 or money == 5 else "new" if frequency <= 2 else "steady"
    if recency <= 2:
        return "at_risk" if frequency >= 3 or money >= 4 else "quiet"
    return "steady"
