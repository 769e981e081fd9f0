"""The imported workbook as it came, with what became of each row beside it, to be mended and imported again."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from app.shared import logfile
from app.shared.errors import KebuError
from app.shared.i18n import N_, _
from app.transfer.cells import text
from app.transfer.planning import Action, ImportPlan, SheetPlan
from app.transfer.preview import skip_reason
from app.transfer.remarks import MARK, is_remark
from app.transfer.report_sheet import WORDS
from app.transfer.sheets import CellError

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

_OPENPYXL = (".xlsx", ".xlsm")
_WIDTHS = (16, 60)
_RED, _YELLOW = "FFF6D5D2", "FFFCEFC9"


@dataclass(frozen=True, slots=True)
class Remark:
    """What is said of one row; ``cells`` are the columns (0-based) that need a look."""

    row: int
    status: str
    reason: str
    cells: tuple[int, ...]
    refused: bool


def save_annotated(plan: ImportPlan, source: str | os.PathLike[str], path: str | os.PathLike[str]) -> int:
    """Write a copy of an imported file with two more columns, status and reason; gives the number of remarks.

    A workbook of Excel keeps its own look, formulas and other sheets; any other file becomes a plain workbook.

    Args:
        plan: what the import did.
        source: one of its files.
        path: an .xlsx, or .xlsm when the file holds macros; replaced when it is there.

    Raises:
        KebuError: the copy cannot be written, or the file is not there any more.
        SheetError: the file cannot be read any more.
    """
    from app.transfer.writing import replacing

    book = _opened(Path(source))
    total = 0
    for sheet in plan.sheets:
        if Path(sheet.file) == Path(source) and sheet.proposal.kind and sheet.proposal.sheet in book.sheetnames:
            total += _annotate(book[sheet.proposal.sheet], sheet)
    with replacing(Path(path)) as file:
        book.save(file)
    return total


def remarks(sheet: SheetPlan) -> Iterator[Remark]:
    """What is to be said of the rows of a sheet, those that hold no record included."""
    for number, reason in sheet.proposal.layout.skipped:
        if reason != "blank":
            yield Remark(number + 1, _(WORDS[Action.PROBLEM]), skip_reason(reason), (), False)
    for row in sheet.rows:
        said = [f"{one.column}: {one.reason}" if one.column else one.reason for one in row.problems]
        if row.match and row.match.reason:
            said.append(row.match.reason)
        cells = tuple(one.index for one in row.problems if one.index >= 0)
        yield Remark(row.number, _(WORDS[row.action]), "; ".join(said), cells, row.action is Action.PROBLEM)


def _annotate(target: Worksheet, sheet: SheetPlan) -> int:
    from openpyxl.styles import Alignment, Font, PatternFill
    from openpyxl.utils import get_column_letter

    layout = sheet.proposal.layout
    heads = layout.header_row or 0
    first = _free_column(target, heads)
    if heads:
        for offset, word in enumerate((N_("what became of the row"), N_("why"))):
            cell = target.cell(heads, first + offset, MARK + _(word))
            cell.font = Font(bold=True)
    for offset, width in enumerate(_WIDTHS):
        target.column_dimensions[get_column_letter(first + offset)].width = width
    red, yellow = (PatternFill("solid", fgColor=color) for color in (_RED, _YELLOW))
    top = Alignment(vertical="top", wrap_text=True)
    said = list(remarks(sheet))
    for remark in said:
        for offset, words in enumerate((remark.status, remark.reason)):
            cell = target.cell(remark.row, first + offset, words or None)
            # A reason quotes the file, and may begin as a formula does.
            cell.data_type = "s" if words else "n"
            cell.alignment = top
            if remark.refused:
                cell.fill = red
        for index in remark.cells:
            target.cell(remark.row, index + 1).fill = yellow
    if heads and target.auto_filter.ref is None and not target.tables:
        last = get_column_letter(first + 1)
        target.auto_filter.ref = f"A{heads}:{last}{max(target.max_row, heads)}"
    return len(said)


def _free_column(target: Worksheet, heads: int) -> int:
    """The first free column (1-based); that of earlier remarks when there are some."""
    if heads:
        for column in range(1, target.max_column + 1):
            if is_remark(str(target.cell(heads, column).value or "")):
                return column
    return target.max_column + 1


def _opened(path: Path) -> Workbook:
    from openpyxl import load_workbook

    if not path.exists():
        raise KebuError(
            N_("“{file}” is not where it was any more."), N_("Put it back, or save the report instead."), file=path.name
        )
    if path.suffix.lower() not in _OPENPYXL:
        return _plain(path)
    try:
        return load_workbook(path, keep_vba=path.suffix.lower() == ".xlsm")
    except Exception as error:  # noqa: BLE001 - openpyxl fails in any way on what Excel and our own reader open
        # The remarks matter more than the look: the cells alone are kept, and the log tells why.
        logfile.note(error)
        return _plain(path)


def _plain(path: Path) -> Workbook:
    from openpyxl import Workbook

    from app.transfer.reading import read_workbook

    book = Workbook()
    book.remove(book.worksheets[0])
    for sheet in read_workbook(path).sheets:
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
