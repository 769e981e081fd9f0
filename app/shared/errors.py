"""Failures that a person can do something about.

Anything that is not a ``KebuError`` is a bug and goes to the crash dialog.
"""

from __future__ import annotations

from collections.abc import Sequence

from app.shared.i18n import translate

WIDE = ("。", "！", "？", "；", "：")


def join_sentences(parts: Sequence[str]) -> str:
    """Sentences one after the other; Chinese ones stand close, as a full-width stop brings its own room."""
    return "".join(part if not at or parts[at - 1].endswith(WIDE) else f" {part}" for at, part in enumerate(parts))


class KebuError(Exception):
    """An expected failure, told as one plain sentence and what to do next.

    Args:
        message: English source sentence (marked with ``N_``), with ``{name}`` placeholders.
        advice: English source sentence saying what to do, or "".
        values: what the placeholders stand for.
    """

    def __init__(self, message: str, advice: str = "", **values: object) -> None:
        super().__init__(message)
        self.message = message
        self.advice = advice
        self.values = values

    def sentence(self) -> str:
        """The message and the advice in the language in use."""
        parts = [translate(part).format(**self.values) for part in (self.message, self.advice) if part]
        return join_sentences(parts)

    def __str__(self) -> str:
        return self.sentence()


class InvalidValue(KebuError):
    """A value that a field cannot hold; ``field`` names it."""

    def __init__(self, field: str, message: str, advice: str = "", **values: object) -> None:
        super().__init__(message, advice, **values)
        self.field = field


class NotFound(KebuError):
    """A record, operation or file that is not there."""


class BookError(KebuError):
    """The book cannot be created, opened, read or written."""


class BookInUse(BookError):
    """Another program has the book; ``owner`` says which, ``address`` where it listens, if it does."""

    def __init__(self, message: str, advice: str = "", *, address: str = "", **values: object) -> None:
        super().__init__(message, advice, **values)
        self.address = address


class NewerBook(BookError):
    """The book was written by a newer program."""


class WrongKey(BookError):
    """The key does not open the book."""


class DamagedBook(BookError):
    """The file is not a book, or is damaged."""


class DiskFull(BookError):
    """There is no room left where the book lies."""


class ReadOnlyBook(BookError):
    """The book's disk or folder cannot be written."""


class SheetError(KebuError):
    """A spreadsheet that cannot be read."""


class PlanOutdated(KebuError):
    """What an import was to write was worked out before the book was changed."""


class Cancelled(KebuError):
    """The user stopped a long task; everything is as before."""
