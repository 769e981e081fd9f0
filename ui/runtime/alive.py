"""News for widgets that may die before it comes."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any
from weakref import WeakMethod

from PySide6.QtCore import QObject
from shiboken6 import isValid

Slot = Callable[..., object]


def alive(slot: Slot) -> bool:
    """Whether no Qt object that a function belongs to or holds on to was deleted."""
    if isinstance(slot, partial):
        return alive(slot.func)
    held: list[Any] = [getattr(slot, "__self__", None)]
    for cell in getattr(slot, "__closure__", None) or ():
        try:
            held.append(cell.cell_contents)
        except ValueError:
            # Not filled yet: a name of a function that is still being made.
            continue
    return all(isValid(one) for one in held if isinstance(one, QObject))


def while_alive(owner: QObject, run: Slot) -> Slot:
    """The function, doing nothing once its owner was deleted; for listeners that outlive a window."""

    def call(*what: object) -> object:
        return run(*what) if isValid(owner) else None

    return call


class News:
    """A signal without arguments but one text at most, whose listeners are forgotten once their widget is deleted.

    Qt does this for methods only: a function connected by a page would be called after the page is gone.
    """

    def __init__(self) -> None:
        self._slots: list[Slot | WeakMethod[Any]] = []

    def connect(self, slot: Slot) -> None:
        """Call ``slot`` at each ``emit`` for as long as what it belongs to lives."""
        self._slots.append(WeakMethod(slot) if hasattr(slot, "__self__") and hasattr(slot, "__func__") else slot)

    def disconnect(self, slot: Slot) -> None:
        """Do not call it any more."""
        self._slots = [held for held in self._slots if _function(held) != slot]

    def emit(self, *what: object) -> None:
        """Call every listener that still lives, in the order in which they came."""
        self._slots = [held for held in self._slots if (slot := _function(held)) is not None and alive(slot)]
        for held in list(self._slots):
            slot = _function(held)
            if slot is not None and alive(slot):
                slot(*what)


def _function(held: Slot | WeakMethod[Any]) -> Slot | None:
    return held() if isinstance(held, WeakMethod) else held
