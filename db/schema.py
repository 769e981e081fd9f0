"""What the tables of a book are, told by the dictionary above and built here."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a table.

    Args:
        name: its name.
        type: ``TEXT``, ``INTEGER`` or ``BLOB``.
        references: the table whose ``id`` it holds, or "".
        indexed: whether there is an index on it.
    """

    name: str
    type: str
    references: str = ""
    indexed: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """One table of records; each also has ``id``, never used twice.

    Args:
        name: its name, also the name of the kind of record.
        code: a number below 32, unique in the book, used in the search index and the history.
        columns: its columns without ``id``.
        title: the column that names a record to a person.
        about: whether ``about_kind`` and ``about_id`` name a record that it belongs to.
        derived: the column that is filled in rows which the program made by itself; those hold no record back from an undo.
        follows: the columns that follow from others; a change of theirs holds no record back from an undo.
    """

    name: str
    code: int
    columns: tuple[Column, ...]
    title: str
    about: bool = False
    derived: str = ""
    follows: tuple[str, ...] = ()

    def references(self) -> tuple[tuple[str, str], ...]:
        """Pairs of column and referenced table."""
        return tuple((column.name, column.references) for column in self.columns if column.references)


@dataclass(frozen=True, slots=True)
class Schema:
    """All tables of records, parents before children."""

    tables: tuple[Table, ...]

    def table(self, name: str) -> Table:
        """The table of this name. Raises KeyError when there is none."""
        for table in self.tables:
            if table.name == name:
                return table
        raise KeyError(name)

    def by_code(self, code: int) -> Table:
        """The table with this code. Raises KeyError when there is none."""
        for table in self.tables:
            if table.code == code:
                return table
        raise KeyError(code)
