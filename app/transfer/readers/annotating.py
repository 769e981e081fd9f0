"""The process that puts remarks into a copy of a workbook; openpyxl opens a file of somebody else here and nowhere else.

``main`` is its whole life: limits on itself, the tasks and the password (JSON) from its standard input, then messages (see ``wire``) to its
standard output: ("tick",), ("data", bytes) for the copy piece by piece, ("fail", what happened), and at last ("end",).
"""

from __future__ import annotations

import io
import json
import os
import sys
import traceback
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from app.transfer.grid.remarks import MARK, is_remark
from app.transfer.grid.stopping import watched
from app.transfer.readers import child, unlocking
from app.transfer.readers.container import OLE

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

Task = dict[str, Any]
"""Of one sheet: "sheet", "header" (row or 0), "words" (the two headings), and "rows": [row, status, reason, columns
(0-based) that need a look, whether the row was refused]. Where the rows are not those of the sheet, "names" has a heading
and the name of each row, for a list of their own."""

WIDTHS = (16, 60)
RED, YELLOW = "FFF6D5D2", "FFFCEFC9"
_PIECE = 1 << 20


def main(arguments: Sequence[str] | None = None) -> int:
    """Copy one workbook with its remarks.

    Args:
        arguments: path, bytes of memory, seconds; by default the last three of the command line.
    """
    path, memory, seconds = (sys.argv if arguments is None else arguments)[-3:]
    send = child.Sender()
    child.limit(int(memory), int(seconds))
    child.start(child.tick, send)
    try:
        told = json.load(sys.stdin.buffer)
        copy = io.BytesIO()
        annotated(path, told["tasks"], told["password"]).save(copy)
    except Exception as error:  # noqa: BLE001 - openpyxl fails in any way on what Excel and our own reader open
        send(("fail", "".join(traceback.format_exception(error))))
        return 0
    whole = copy.getbuffer()
    for start in range(0, len(whole), _PIECE):
        send(("data", bytes(whole[start : start + _PIECE])))
    send(("end",))
    return 0


def annotated(path: str, tasks: Sequence[Task], password: str) -> Workbook:
    """A workbook of Excel with its own look, formulas and other sheets, without its lock, and the remarks in it."""
    from openpyxl import load_workbook

    source: str | io.BytesIO = path
    with open(path, "rb") as file:
        if file.read(len(OLE)) == OLE:
            source = io.BytesIO(unlocking.unlocked(file, password))
    book = load_workbook(source, keep_vba=path.lower().endswith(".xlsm"))
    annotate(book, tasks)
    return book


def annotate(book: Workbook, tasks: Sequence[Task]) -> None:
    """Put remarks into the sheets of a workbook that they name."""
    used: dict[str, dict[int, set[int]]] = {}
    for task in tasks:
        if task["sheet"] not in book.sheetnames:
            continue
        if task["names"]:
            _list(book, task)
        else:
            _annotate(book[task["sheet"]], task, used.setdefault(task["sheet"], {}))


def _list(book: Workbook, task: Task) -> None:
    """Remarks on a form or a turned table, in a sheet behind the others."""
    heading, names = task["names"]
    page = book.create_sheet(f"{task['sheet'][:24]} Kebu")
    page.append([MARK + heading, *(MARK + word for word in task["words"])])
    for at, (row, status, reason, _cells, _refused) in enumerate(task["rows"], 2):
        # JSON knows no keys but texts.
        for column, words in enumerate((names.get(row) or names.get(str(row)), status, reason), 1):
            cell = page.cell(at, column, words or None)
            cell.data_type = "s" if words else "n"


def _annotate(target: Worksheet, task: Task, used: dict[int, set[int]]) -> None:
    from openpyxl.styles import Alignment, Font, PatternFill
    from openpyxl.utils import get_column_letter

    heads = task["header"]
    rows = {heads, *(row for row, *_more in task["rows"])}
    wide = min([target.max_column, *(column - 1 for column in used)])
    first = _free_column(target, heads, rows, used)
    used.setdefault(first, set()).update(rows)
    if heads:
        for offset, word in enumerate(task["words"]):
            cell = target.cell(heads, first + offset, MARK + word)
            cell.font = Font(bold=True)
    for offset, width in enumerate(WIDTHS):
        target.column_dimensions[get_column_letter(first + offset)].width = width
    red, yellow = (PatternFill("solid", fgColor=color) for color in (RED, YELLOW))
    top = Alignment(vertical="top", wrap_text=True)
    for row, status, reason, cells, refused in watched(task["rows"]):
        for offset, words in enumerate((status, reason)):
            cell = target.cell(row, first + offset, words or None)
            # A reason quotes the file, and may begin as a formula does.
            cell.data_type = "s" if words else "n"
            cell.alignment = top
            if refused:
                cell.fill = red
        for index in cells:
            # What a table was given while it was shaped has no cell in the file.
            if index < wide:
                target.cell(row, index + 1).fill = yellow
    if heads and target.auto_filter.ref is None and not target.tables:
        last = get_column_letter(first + 1)
        target.auto_filter.ref = f"A{heads}:{last}{max(target.max_row, heads)}"


def _free_column(target: Worksheet, heads: int, rows: set[int], used: Mapping[int, set[int]]) -> int:
    """The first free column (1-based); that of earlier remarks, or of a table above or below, when there are some."""
    if heads:
        for column in range(1, target.max_column):
            if is_remark(str(target.cell(heads, column).value or "")) and not {column, column - 1} & used.keys():
                return column
    beside = next((column for column, taken in used.items() if not taken & rows), 0)
    return beside or target.max_column + 1


if __name__ == "__main__":
    code = main()
    os._exit(code)
