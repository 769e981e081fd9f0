"""The imported workbook as it came, with what became of each row beside it, to be mended and imported again."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from app.shared import logfile
from app.shared.errors import KebuError
from app.shared.i18n import N_, _
from app.transfer.exporting import xlsx_stream
from app.transfer.grid.cells import widest
from app.transfer.grid.sheets import Sheet
from app.transfer.grid.stopping import heeding, watched
from app.transfer.plans.planned import Action, SheetPlan
from app.transfer.plans.planning import ImportPlan
from app.transfer.readers import annotating, process
from app.transfer.reviewing import plain_copy
from app.transfer.reviewing.preview import skip_reason
from app.transfer.reviewing.report_sheet import WORDS

_OPENPYXL = (".xlsx", ".xlsm")
_LIMITS = (3 << 30, 900)
"""Bytes of memory and seconds: openpyxl takes 2 GB and three minutes for 100,000 rows."""
_COLUMNS = 16_384


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
    password: str = "",
) -> int:
    """Write a copy of an imported file with two more columns, status and reason; gives the number of remarks.

    A workbook of Excel keeps its own look, formulas and other sheets; any other file becomes a plain workbook. The copy
    of a locked workbook is not locked.

    Args:
        plan: what the import did.
        source: one of its files.
        path: an .xlsx, or .xlsm when the file holds macros; replaced when it is there.
        cancelled: asked now and then whether to stop.
        password: what opens the file when it is locked.

    Raises:
        KebuError: the copy cannot be written, would take the file's own place, or the file is not there any more.
        SheetError: the file cannot be read any more.
        Cancelled: ``cancelled`` said so.
    """
    from app.transfer.exporting.writing import replacing

    file, target, stop = Path(source), Path(path), cancelled or (lambda: False)
    if not file.exists():
        raise KebuError(
            N_("“{file}” is not where it was any more."), N_("Put it back, or save the report instead."), file=file.name
        )
    refuse_source(file, target)
    with heeding(stop):
        tasks = [_task(sheet) for sheet in plan.sheets if Path(sheet.file) == file and sheet.proposal.kind]
    if file.suffix.lower() in _OPENPYXL:
        try:
            with replacing(target) as made:
                process.annotated(file, tasks, _LIMITS, made, stop, password)
            return sum(len(task["rows"]) for task in tasks)
        except process.NotCopied as error:
            # The remarks matter more than the look: the cells alone are kept, and the log tells why.
            logfile.note(error)
    sheets = _sheets(file, stop, password)
    named = [one.name for one in sheets]
    names = dict(zip(named, xlsx_stream.sheet_names(named), strict=True))
    with heeding(stop), replacing(target) as made:
        plain_copy.write(made, sheets, names, tasks)
    return sum(len(task["rows"]) for task in tasks)


def refuse_source(source: Path, target: Path) -> None:
    """Raise KebuError when a copy would take the place of the file itself, however the path spells it."""
    if os.path.exists(target) and os.path.samefile(source, target):
        raise KebuError(
            N_("“{file}” is the imported file itself."),
            N_("Choose another name, so that it stays as it is."),
            file=target.name,
        )


def _task(sheet: SheetPlan) -> annotating.Task:
    def said(words: str) -> str:
        # A remark quotes the file, which may hold signs that no sheet takes.
        return xlsx_stream.as_written(words)

    return {
        "sheet": sheet.proposal.title,
        "header": sheet.proposal.layout.header_row or 0,
        "words": [_("what became of the row"), _("why")],
        "rows": [[one.row, said(one.status), said(one.reason), one.cells, one.refused] for one in remarks(sheet)],
        "names": [_("Name"), {row.number: said(row.title) for row in sheet.rows}] if sheet.proposal.anew else None,
    }


def remarks(sheet: SheetPlan) -> Iterator[Remark]:
    """What is to be said of the rows of a sheet, those that hold no record included."""
    for number, reason in sheet.proposal.layout.skipped:
        if reason != "blank":
            yield Remark(number + 1, _(WORDS[Action.PROBLEM]), skip_reason(reason), (), refused=False)
    for row in watched(sheet.rows):
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


def _sheets(path: Path, cancelled: Callable[[], bool], password: str) -> tuple[Sheet, ...]:
    """The sheets of a file whose cells alone are copied."""
    from app.transfer.reading import read_workbook

    sheets = read_workbook(path, password=password, cancelled=cancelled).sheets
    for sheet in sheets:
        if len(sheet.rows) > xlsx_stream.MOST_ROWS + 1 or widest(sheet.rows) > _COLUMNS - len(("status", "reason")):
            raise KebuError(
                N_("“{file}” holds more rows or columns than a sheet takes with remarks beside them."),
                N_("Save the report instead."),
                file=path.name,
            )
    return sheets
