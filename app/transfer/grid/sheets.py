"""What a spreadsheet holds once it is read: plain cells in their places, whatever the file's format was."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from pathlib import Path


class CellError(str):
    """An error that stands in a cell, such as ``#N/A`` or ``#REF!``.

    ``=`` alone is a formula whose result was never stored in the file.
    """

    __slots__ = ()

    def __repr__(self) -> str:
        return f"CellError({str(self)!r})"


Cell = None | str | int | float | bool | date | datetime | time | timedelta | CellError
"""The value of one cell; an empty cell and an empty text are both ``None``."""


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a sheet that Kebu wrote comes from.

    Args:
        book: the id of the book.
        kind: the kind of its records.
        language: the language that its headers and choices are in.
        fields: the names of its fields when it was written, in the order of the marks.
        rows: by the index of a row: the record's id, the marks of its cells, and the exact values that cells cannot hold.
        listed: the ids of all records that were written; empty when the file does not tell.
    """

    book: str
    kind: str
    language: str
    fields: tuple[str, ...]
    rows: dict[int, tuple[int, str, str]]
    listed: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet of a file.

    ``rows[i]`` is row i + 1 as Excel numbers it (for text files: record i + 1 as a CSV parser counts). Rows may
    differ in length; cells past the end of a row are empty. ``merged`` holds (first row, first column, last row, last
    column) of each merged range, 0-based and inclusive. Where the format itself says what its records are (vCards),
    ``kind`` is "customers" or "contacts", the first row is the header, every other row a record, and ``targets`` the
    field of each column as a mapping names it, "" for one to be found by its header. ``origin`` tells of a sheet that
    Kebu wrote. Of several tables in one sheet each is a ``Sheet`` with a name of its own, its cells where they stand in
    the file and all others blank; ``within`` is then the sheet's name in the file and ``top`` the table's first row
    (0-based). ``anew`` says that rows and columns are not those of the file: a form or a turned table made plain.
    """

    name: str
    rows: Sequence[list[Cell]]
    merged: tuple[tuple[int, int, int, int], ...] = ()
    visible: bool = True
    kind: str = ""
    targets: tuple[str, ...] = ()
    comments: Mapping[tuple[int, int], str] = field(default_factory=dict)
    links: Mapping[tuple[int, int], str] = field(default_factory=dict)
    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: frozenset[int] = frozenset()
    origin: Origin | None = None
    within: str = ""
    top: int = 0
    anew: bool = False

    @property
    def title(self) -> str:
        """The sheet's name in the file."""
        return self.within or self.name


@dataclass(frozen=True, slots=True)
class Workbook:
    """A file with all its sheets.

    ``format`` is what the content is ("xlsx", "xls", "xlsb", "ods", "html", "xml", "csv", "vcard"), not what the name
    says. ``encoding`` and ``delimiter`` are those of a text file and "" otherwise. ``warnings`` are sentences for the
    person who imports, in the language in use.
    """

    path: Path
    format: str
    sheets: tuple[Sheet, ...]
    encoding: str = ""
    delimiter: str = ""
    warnings: tuple[str, ...] = ()
    facts: Sheet | None = None
