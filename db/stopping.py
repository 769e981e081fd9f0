"""A stop that long work on a book heeds, also where SQLite's own machine does not run."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import TypeVar

from app.shared.errors import Cancelled
from app.shared.i18n import N_

T = TypeVar("T")
Stop = Callable[[], bool]
_ROUND = 5_000
_stop: ContextVar[Stop | None] = ContextVar("stop", default=None)


@contextmanager
def heeding(stop: Stop | None) -> Iterator[None]:
    """Let operations inside the block be stopped: once ``stop`` says so they raise Cancelled and leave nothing."""
    token = _stop.set(stop)
    try:
        yield
    finally:
        _stop.reset(token)


def current() -> Stop | None:
    """Whom long work asks whether to stop."""
    return _stop.get()


def heed() -> None:
    """Raise Cancelled when somebody wants to stop."""
    stop = _stop.get()
    if stop is not None and stop():
        raise Cancelled(N_("The task was stopped; nothing was changed."))


def heeded(items: Iterable[T]) -> Iterator[T]:
    """The items one by one, with a look now and then whether to stop."""
    for number, item in enumerate(items):
        if number % _ROUND == 0:
            heed()
        yield item
