"""Python's garbage collector held still while a long task makes millions of values that all stay alive."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager

_MANY = 10_000


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
