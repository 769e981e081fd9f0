"""Python's garbage collector held still while a long task makes millions of values that all stay alive."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

_MANY = 10_000
_PART = 1_000


@contextmanager
def resting() -> Iterator[None]:
    """Let the collector rest inside the block; nothing made there refers to itself.

    Where very much was made it is set aside for good: a look at all of it would hold the window still.
    """
    working = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if working:
            if gc.get_count()[0] > _MANY:
                gc.freeze()
            gc.enable()


def let_go(owner: object) -> None:
    """Empty the lists and tables of an object that is needed no more, as ``emptied`` does."""
    for held in vars(owner).values():
        if isinstance(held, list | dict):
            emptied(held)


def emptied(held: list[Any] | dict[Any, Any]) -> None:
    """Empty a list or table that is needed no more, little by little.

    Freed at once, what a plan of a hundred thousand rows gathers holds Python's lock, and with it the window, for too long.
    """
    if isinstance(held, list):
        while held:
            del held[-_PART:]
    else:
        while held:
            held.popitem()
