"""What writes and indexes records needs of an open book, so that a workspace can be made of these parts."""

from __future__ import annotations

from typing import Protocol

from app.records.dictionary import Dictionary
from app.shared.clock import Clock
from db.book import Book


class Opened(Protocol):
    """An open book with what the program knows about it; ``Workspace`` is one."""

    @property
    def book(self) -> Book:
        """The book."""

    @property
    def dictionary(self) -> Dictionary:
        """The record types, the user's own fields included."""

    @property
    def clock(self) -> Clock:
        """The clock."""

    @property
    def currency(self) -> str:
        """The currency of amounts that name none."""

    def forget_settings(self) -> None:
        """Read the settings anew when they are asked for again."""

    def reload_dictionary(self) -> None:
        """Take the user's own fields into the dictionary."""
