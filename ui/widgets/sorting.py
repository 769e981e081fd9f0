"""By which columns a list is sorted: one, or several one after the other."""

from __future__ import annotations

from collections.abc import Sequence

Orders = tuple[tuple[str, bool], ...]


def turned(orders: Orders, name: str) -> Orders:
    """Sort by one column alone: upwards, and downwards when it was sorted upwards by it before all others."""
    return ((name, bool(orders) and orders[0] == (name, False)),)


def added(orders: Orders, name: str) -> Orders:
    """Sort by a column after the others; one that is among them is turned over, then taken out."""
    held = dict(orders)
    if name not in held:
        return (*orders, (name, False))
    if not held[name]:
        return tuple((one, True if one == name else down) for one, down in orders)
    return tuple(pair for pair in orders if pair[0] != name) or ((name, False),)


def settled(orders: Orders, by: str = "name") -> Orders:
    """Sort equals by their names."""
    return orders if by in dict(orders) else (*orders, (by, False))


def shown(orders: Sequence[tuple[str, bool]], by: str = "name") -> Orders:
    """What is told at the heads: that equals stand by their names goes without saying."""
    return tuple(orders[:-1] if len(orders) > 1 and orders[-1] == (by, False) else orders)
