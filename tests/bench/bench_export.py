"""Export of a long list to .xlsx, against a bare streaming writer that is given the same cells."""

from __future__ import annotations

import tempfile
import zipfile
from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

from app.records import queries
from app.records.workspace import Workspace
from app.transfer.exporting import xlsx_package
from app.transfer.exporting.cell_values import columns
from app.transfer.exporting.export import export, rows
from tests.bench import books
from tests.bench.harness import Result, spent, spent_by_turns

ROUNDS = 3
FIELDS = 20
LIMIT = 100_000


def run(sizes: tuple[int, ...]) -> list[Result]:
    """The medians of exports of 20 columns, dates, text codes and hidden marks of each row included."""
    results = []
    for size in [size for size in sizes if size <= LIMIT] or sizes[:1]:
        with books.opened(size) as ws, tempfile.TemporaryDirectory() as folder:
            record = ws.dictionary.type("customer")
            fields = sorted(columns(record), key=lambda field: field.name not in books.FILLED)[:FIELDS]
            names = [field.name for field in fields]
            numbers = queries.ids(ws, "customer", (), (("id", False),))
            cells = list(rows(ws, record, fields, numbers))
            target = Path(folder)
            bare, ours, text = spent_by_turns(
                ROUNDS,
                lambda target=target, cells=cells, names=names: spent(
                    lambda: _bare(target / "bare.xlsx", names, cells)
                ),
                lambda ws=ws, target=target, names=names: spent(lambda: _ours(ws, target / "ours.xlsx", names)),
                lambda ws=ws, target=target, names=names: spent(lambda: _ours(ws, target / "ours.csv", names)),
            )
            results.append(ours.against(bare, f"export of {size:,} rows to .xlsx", 2.0, "against a bare writer"))
            results.append(text.against(bare, f"export of {size:,} rows to .csv"))
    return results


def _ours(ws: Workspace, path: Path, names: Sequence[str]) -> None:
    export(ws, "customer", path, fields=names)


def _bare(path: Path, heads: Sequence[str], cells: Sequence[Sequence[Any]]) -> None:
    """Inline strings row by row, nothing looked up and nothing asked."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        for name, content in xlsx_package.parts([xlsx_package.Part("a", len(heads), len(cells))]):
            archive.writestr(name, content)
        with archive.open("xl/worksheets/sheet1.xml", "w", force_zip64=True) as sheet:
            sheet.write(f'{xlsx_package.HEAD}<worksheet xmlns="{xlsx_package.MAIN}"><sheetData>'.encode())
            lines: list[str] = []
            for number, row in enumerate([tuple(heads), *cells], 1):
                lines.append(f'<row r="{number}">{"".join(map(_cell, row))}</row>')
                if len(lines) == 1000:
                    sheet.write("".join(lines).encode())
                    lines.clear()
            sheet.write("".join(lines).encode())
            sheet.write(b"</sheetData></worksheet>")


def _cell(value: Any) -> str:
    if value is None:
        return "<c/>"
    if isinstance(value, (int, float, Decimal)):
        return f"<c><v>{value}</v></c>"
    if isinstance(value, date):
        return f'<c s="{xlsx_package.DATE}"><v>{value.toordinal() - 693594}</v></c>'
    return f'<c t="inlineStr"><is><t>{escape(str(value))}</t></is></c>'
