"""A discount that a sheet takes off after the tax, where a quote takes it off before."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

from app.shared.i18n import N_, _
from app.transfer.drafting.entries import Entry

_TOLERANCE = Decimal("0.02")
_NAME = N_("Discount after tax")
TOLD = N_("The discount is taken off after the tax; it stands as a line of its own, so that the total is the sheet's.")


def apart(head: Entry, stated: Decimal, total: Callable[[], Decimal]) -> bool:
    """Make the discount of a quote a line of its own where only so it comes to what the sheet says.

    Args:
        head: the record with its lines; its prices are without tax.
        stated: what the sheet says that the whole comes to.
        total: what the record comes to as it stands.
    """
    values = head.values
    fixed, share = values.get("discount"), values.get("discount_percent")
    if not (fixed or share) or not head.lines or head.whole:
        return False
    names = ["discount", "discount_percent"]
    held = {name: values.pop(name) for name in names if name in values}
    whole = total()
    off = (fixed or Decimal(0)) + whole * (share or Decimal(0)) / 100
    if abs(whole - off - stated) > _TOLERANCE:
        values.update(held)
        return False
    line = {"name": _(_NAME), "quantity": Decimal(1), "price": stated - whole, "tax_exempt": True}
    if share and not fixed:
        line["specification"] = f"{share.normalize():f} %"
    head.lines.append(Entry({}, line=line))
    return True
