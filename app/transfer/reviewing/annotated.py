"""The imported workbook as it came, with what became of each row beside it, to be mended and imported again."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from app.shared import logfile
from app.shared.errors import KebuError
from app.shared.i18n import N_, _
from app.transfer.grid.cells import text
from app.transfer.grid.sheets import CellError
from app.transfer.plans.planned import Action, SheetPlan
from app.transfer.plans.planning import ImportPlan
from app.transfer.readers import annotating, process
from app.transfer.reviewing.preview import skip_reason
from app.transfer.reviewing.report_sheet import WORDS

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

_OPENPYXL = (".xlsx", ".xlsm")
_LIMITS = (3 << 30, 900)
"""Bytes of memory and seconds: openpyxl takes 2 GB and three minutes for 100,000 rows."""


@dataclass(frozen=True, slots=True)
class Remark:
    """What is said of one row; ``cells`` are the columns (0-based) that need a look."""

    row: int
    status: str
    reason: str
    cells: tuple[int, ...]
    refused: bool


def save_annotated(
    plan: ImportPlan,
    source: str | os.PathLike[str],
    path: str | os.PathLike[str],
    cancelled: Callable[[], bool] | None = None,
) -> int:
    """Write a copy of an imported file with two more columns, status and reason; gives the number of remarks.

    A workbook of Excel keeps its own look, formulas and other sheets; any other file becomes a plain workbook.

    Args:
        plan: what the import did.
        source: one of its files.
        path: an .xlsx, or .xlsm when the file holds macros; replaced when it is there.
        cancelled: asked now and then whether to stop.

    Raises:
        KebuError: the copy cannot be written, or the file is not there any more.
        SheetError: the file cannot be read any more.
        Cancelled: ``cancelled`` said so.
    """
    from app.transfer.exporting.writing import replacing

    file, stop = Path(source), cancelled or (lambda: False)
    if not file.exists():
        raise KebuError(
            N_("“{file}” is not where it was any more."), N_("Put it back, or save the report instead."), file=file.name
        )
    tasks = [_task(sheet) for sheet in plan.sheets if Path(sheet.file) == file and sheet.proposal.kind]
    if file.suffix.lower() in _OPENPYXL:
        try:
            with replacing(Path(path)) as target:
                process.annotated(file, tasks, _LIMITS, target, stop)
            return sum(len(task["rows"]) for task in tasks)
        except process.NotCopied as error:
            # The remarks matter more than the look: the cells alone are kept, and the log tells why.
            logfile.note(error)
    book = _plain(file, stop)
    annotating.annotate(book, tasks)
    with replacing(Path(path)) as target:
        book.save(target)
    return sum(len(task["rows"]) for task in tasks)


def _task(sheet: SheetPlan) -> annotating.Task:
    return {
        "sheet": sheet.proposal.title,
        "header": sheet.proposal.layout.header_row or 0,
        "words": [_("what became of the row"), _("why")],
        "rows": [[one.row, one.status, one.reason, one.cells, one.refused] for one in remarks(sheet)],
        "names": [_("Name"), {row.number: row.title for row in sheet.rows}] if sheet.proposal.anew else None,
    }


def remarks(sheet: SheetPlan) -> Iterator[Remark]:
    """What is to be said of the rows of a sheet, those that hold no record included."""
    for number, reason in sheet.proposal.layout.skipped:
        if reason != "blank":
            yield Remark(number + 1, _(WORDS[Action.PROBLEM]), skip_reason(reason), (), refused=False)
    for row in sheet.rows:
        said = [f"{one.column}: {one.reason}" if one.column else one.reason for one in row.problems]
        if row.match and row.match.reason and not any(row.match.reason in one for one in said):
            said.append(row.match.reason)
        cells = tuple(one.index for one in row.problems if one.index >= 0)
        yield Remark(
            row.number,
            _(WORDS[row.action]),
            _("; ").join(one.rstrip(".。") for one in said),
            cells,
            row.action is Action.PROBLEM,
        )


def _plain(path: Path, cancelled: Callable[[], bool]) -> Workbook:
    from openpyxl import Workbook

    from app.transfer.reading import read_workbook

    book = Workbook()
    book.remove(book.worksheets[0])
    for sheet in read_workbook(path, cancelled=cancelled).sheets:
        made = book.create_sheet(sheet.name)
        for number, row in enumerate(sheet.rows, 1):
            _fill(made, number, row)
    return book


def _fill(target: Worksheet, number: int, row: Sequence[Any]) -> None:
    for column, value in enumerate(row, 1):
        if value is None:
            continue
        kept = value if isinstance(value, (int, float)) or hasattr(value, "isoformat") else text(value)
        cell = target.cell(number, column, kept)
        if isinstance(value, str):
            # Texts stay texts: a phone with its zero, a name that begins as a formula does.
            cell.data_type = "e" if isinstance(value, CellError) else "s"
            cell.number_format = "@"
