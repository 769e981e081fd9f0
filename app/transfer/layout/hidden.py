"""Rows and columns that are hidden in a sheet: taken with the others, or left out because the user says so."""

from __future__ import annotations

from dataclasses import dataclass, replace

from app.shared.i18n import _, ngettext
from app.transfer.grid.cells import letter
from app.transfer.grid.sheets import Cell, Sheet
from app.transfer.layout.data_rows import HIDDEN

TAKE, LEAVE = "take", "leave"


@dataclass(frozen=True, slots=True)
class Hidden:
    """What is hidden in a table: how many rows, which columns (0-based), and whether they are taken."""

    rows: int = 0
    columns: tuple[int, ...] = ()
    taken: bool = True

    def __bool__(self) -> bool:
        return bool(self.rows or self.columns)

    @property
    def words(self) -> str:
        """Said to a person: 3 hidden rows, hidden columns C, D."""
        said = []
        if self.rows:
            said.append(ngettext("{count} hidden row", "{count} hidden rows", self.rows).format(count=self.rows))
        if self.columns:
            shown = ngettext("hidden column {columns}", "hidden columns {columns}", len(self.columns))
            said.append(shown.format(columns=", ".join(map(letter, self.columns))))
        return _(", ").join(said)

    def to_json(self) -> dict[str, int | bool | list[str]]:
        """As ``import --json`` gives it."""
        return {"rows": self.rows, "columns": list(map(letter, self.columns)), "taken": self.taken}


def of(sheet: Sheet, *, taken: bool = True) -> Hidden:
    """What is hidden in a sheet."""
    return Hidden(len(sheet.hidden_rows), tuple(sorted(sheet.hidden_columns)), taken)


def shown(sheet: Sheet) -> Sheet:
    """The sheet with blank cells where rows and columns are hidden."""
    if not sheet.hidden_rows and not sheet.hidden_columns:
        return sheet
    rows: list[list[Cell]] = []
    for number, row in enumerate(sheet.rows):
        if number in sheet.hidden_rows:
            rows.append([])
        elif sheet.hidden_columns:
            rows.append([None if column in sheet.hidden_columns else cell for column, cell in enumerate(row)])
        else:
            rows.append(row)
    merged = tuple(
        one for one in sheet.merged if one[0] not in sheet.hidden_rows and one[1] not in sheet.hidden_columns
    )
    return replace(sheet, rows=rows, merged=merged)


def told(skipped: tuple[tuple[int, str], ...], sheet: Sheet) -> tuple[tuple[int, str], ...]:
    """The rows that are no records, the hidden ones with their own reason."""
    return tuple((number, HIDDEN if number in sheet.hidden_rows else reason) for number, reason in skipped)
