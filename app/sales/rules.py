"""What a quote comes to: one pure rule for the screen, the printed page and the book.

Every figure is a ``Decimal`` rounded half up at the currency's decimals before it is added to another, so that the
printed figures add up to the printed total exactly.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_DOWN, ROUND_HALF_UP, Decimal

from app.shared.money import decimals

ZERO = Decimal(0)
HUNDRED = Decimal(100)
TAX_RATES = (Decimal(13), Decimal(9), Decimal(6), Decimal(3), Decimal(1), Decimal(0))


@dataclass(frozen=True, slots=True)
class PricedLine:
    """What a line's amount is made of. ``tax_rate`` is 13 for 13 %, None when no rate is stated."""

    quantity: Decimal | None
    price: Decimal | None
    discount_percent: Decimal | None = None
    tax_rate: Decimal | None = None
    tax_exempt: bool = False
    cost: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Tax:
    """The tax of one rate: ``base`` is what it is worked out from, without the tax.

    A rate of 0 and an exemption are two different things on a Chinese invoice and stay apart. A rate of None that is
    not exempt holds what has no rate stated; nothing is printed for it.
    """

    rate: Decimal | None
    exempt: bool
    base: Decimal
    tax: Decimal


@dataclass(frozen=True, slots=True)
class Totals:
    """All figures of a quote.

    ``subtotal - discount + freight + (taxes unless included) + rounding_difference == total``, exactly, always.
    ``net`` is what is owed before tax and rounding. A line's amount is None when it has no price.
    """

    amounts: tuple[Decimal | None, ...]
    subtotal: Decimal
    discount: Decimal
    freight: Decimal
    net: Decimal
    taxes: tuple[Tax, ...]
    tax_included: bool
    rounding_difference: Decimal
    total: Decimal

    @property
    def tax(self) -> Decimal:
        """The tax of all rates together."""
        return sum((tax.tax for tax in self.taxes), ZERO)


@dataclass(frozen=True, slots=True)
class Margin:
    """What is left of the price after the cost. ``complete`` is false when a priced line has no cost."""

    profit: Decimal
    percent: Decimal
    complete: bool


def rounded(value: Decimal, currency: str) -> Decimal:
    """The value at the currency's decimals, halves up (away from zero)."""
    return value.quantize(Decimal(1).scaleb(-decimals(currency)), ROUND_HALF_UP)


def line_amount(line: PricedLine, currency: str) -> Decimal | None:
    """Quantity × price less the line's discount, rounded; None without a price.

    A price without a quantity counts once: a lump sum must never drop out of the total unseen.
    """
    if line.price is None:
        return None
    quantity = Decimal(1) if line.quantity is None else line.quantity
    kept = (HUNDRED - (line.discount_percent or ZERO)) / HUNDRED
    return rounded(quantity * line.price * kept, currency)


def totals(
    lines: Sequence[PricedLine],
    *,
    tax_included: bool = False,
    whole_discount: Decimal | None = None,
    discount_percent: Decimal | None = None,
    freight: Decimal | None = None,
    freight_tax_rate: Decimal | None = None,
    rounding: str = "none",
    currency: str = "CNY",
) -> Totals:
    """Work out every figure of a quote.

    The whole discount is the percentage of the subtotal plus the fixed amount; it is spread over the tax rates by
    largest remainder, in proportion to what stands under each rate. Tax is rounded once per rate. The freight bears
    the tax of its own rate.

    Args:
        lines: the lines in order.
        tax_included: whether prices and freight hold the tax already.
        whole_discount: a fixed amount off the whole.
        discount_percent: a percentage off the whole.
        freight: what delivery costs.
        freight_tax_rate: the rate that the freight bears; None for none.
        rounding: ``none``, ``unit`` (to whole units), ``unit_down`` or ``ten``, for the total.
        currency: its decimals are those of every amount.
    """
    amounts = tuple(line_amount(line, currency) for line in lines)
    zero = rounded(ZERO, currency)
    subtotal = sum((amount for amount in amounts if amount is not None), zero)
    discount = rounded(whole_discount or ZERO, currency)
    discount += rounded(subtotal * (discount_percent or ZERO) / HUNDRED, currency)
    carriage = rounded(freight or ZERO, currency)

    groups: dict[tuple[Decimal | None, bool], Decimal] = {}
    for line, amount in zip(lines, amounts, strict=True):
        if amount is not None:
            key = _tax_key(line.tax_rate, line.tax_exempt)
            groups[key] = groups.get(key, zero) + amount
    for key, share in zip(groups, spread(discount, list(groups.values()), currency), strict=True):
        groups[key] -= share
    if not groups and discount:
        groups[(None, False)] = -discount
    if carriage:
        key = _tax_key(freight_tax_rate, False)
        groups[key] = groups.get(key, zero) + carriage

    taxes = tuple(_tax(key, groups[key], tax_included, currency) for key in sorted(groups, key=_tax_order))
    exact = subtotal - discount + carriage
    net = exact
    if tax_included:
        net -= sum((tax.tax for tax in taxes), zero)
    else:
        exact += sum((tax.tax for tax in taxes), zero)
    total = rounded(_round_total(exact, rounding), currency)
    return Totals(amounts, subtotal, discount, carriage, net, taxes, tax_included, total - exact, total)


def spread(amount: Decimal, weights: Sequence[Decimal], currency: str) -> list[Decimal]:
    """Split a rounded amount in proportion to the weights' sizes; the parts add up to it exactly (largest remainder).

    When all weights are zero the first part takes the whole. No weights give no parts.
    """
    if not weights:
        return []
    units = decimals(currency)
    sizes = [abs(int(weight.scaleb(units))) for weight in weights]
    whole = sum(sizes)
    if not whole:
        sizes[0] = whole = 1
    shares = [divmod(int(amount.scaleb(units)) * size, whole) for size in sizes]
    parts = [share for share, _ in shares]
    missing = int(amount.scaleb(units)) - sum(parts)
    for index in sorted(range(len(parts)), key=lambda index: (-shares[index][1], index))[:missing]:
        parts[index] += 1
    return [Decimal(part).scaleb(-units) for part in parts]


def margin(lines: Sequence[PricedLine], result: Totals, currency: str) -> Margin | None:
    """The margin of the lines whose cost is known, after their share of the whole discount; never printed.

    Price and cost are taken to be on one footing, both with tax or both without. None when no line has a cost.
    """
    revenue = cost = ZERO
    known, complete = False, True
    for line, amount in zip(lines, result.amounts, strict=True):
        if amount is None:
            continue
        if line.cost is None:
            complete = complete and not amount
            continue
        known = True
        revenue += amount
        cost += line.cost * (Decimal(1) if line.quantity is None else line.quantity)
    if not known:
        return None
    if result.subtotal:
        revenue -= result.discount * revenue / result.subtotal
    profit = rounded(revenue - cost, currency)
    percent = (profit * HUNDRED / revenue).quantize(Decimal("0.1"), ROUND_HALF_UP) if revenue else ZERO
    return Margin(profit, percent, complete)


def owed(total: Decimal | None, received: Decimal | None, due: date | None) -> Decimal | None:
    """What is still to be paid of a sale, at least 0; None when nothing is said of its payment: it may be long settled."""
    if received is None and due is None:
        return None
    return max(ZERO, (total or ZERO) - (received or ZERO))


def _tax_key(rate: Decimal | None, exempt: bool) -> tuple[Decimal | None, bool]:
    return (None, True) if exempt else (rate, False)


def _tax_order(key: tuple[Decimal | None, bool]) -> tuple[int, Decimal]:
    rate, exempt = key
    if rate is None:
        return (1 if exempt else 2, ZERO)
    return (0, -rate)


def _tax(key: tuple[Decimal | None, bool], amount: Decimal, included: bool, currency: str) -> Tax:
    rate, exempt = key
    percent = rate or ZERO
    if included:
        tax = rounded(amount * percent / (HUNDRED + percent), currency)
        return Tax(rate, exempt, amount - tax, tax)
    return Tax(rate, exempt, amount, rounded(amount * percent / HUNDRED, currency))


def _round_total(total: Decimal, rounding: str) -> Decimal:
    match rounding:
        case "unit":
            return total.quantize(Decimal(1), ROUND_HALF_UP)
        case "unit_down":
            return total.quantize(Decimal(1), ROUND_DOWN)
        case "ten":
            return (total / 10).quantize(Decimal(1), ROUND_HALF_UP) * 10
    return total
