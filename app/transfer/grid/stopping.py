"""A stop that is heeded deep inside an import, without each function between handing it on."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from itertools import chain, islice
from typing import TypeVar

from app.shared.errors import Cancelled
from app.shared.i18n import N_

T = TypeVar("T")
Stop = Callable[[], bool]
ROUND = 2000
"""Rows between two looks; the slowest of them take a tenth of a second."""
_stop: ContextVar[Stop | None] = ContextVar("stop", default=None)


@contextmanager
def heeding(stop: Stop | None) -> Iterator[None]:
    """Let ``pause`` inside the block ask whether to stop; None keeps whom it asks so far."""
    token = _stop.set(stop or _stop.get())
    try:
        yield
    finally:
        _stop.reset(token)


def pause() -> None:
    """Raise Cancelled when somebody wants to stop."""
    stop = _stop.get()
    if stop is not None and stop():
        raise Cancelled(N_("The import was stopped; nothing was changed."))


def watched(items: Iterable[T]) -> Iterator[T]:
    """The items, with a ``pause`` now and then."""
    return chain.from_iterable(_rounds(iter(items)))


def _rounds(source: Iterator[T]) -> Iterator[list[T]]:
    while part := list(islice(source, ROUND)):
        pause()
        yield part
