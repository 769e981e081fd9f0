"""Sheets of twenty columns in each format that has a reader of its own, made once and kept beside the books."""

from __future__ import annotations

import random
import zipfile
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from xml.sax.saxutils import escape

from tests.bench import books

HEADERS = (
    *books.HEADERS, "客户编号", "成立日期", "注册资本", "折扣", "网址", "行业", "来源", "最近联系", "员工人数", "备注",
)  # fmt: skip
Cell = str | int | float | date
_KEYS = "name level phone email city address tax_number contact mobile title".split()
_DAY = date(2001, 1, 1)
_EXCEL = "urn:schemas-microsoft-com:office:spreadsheet"
_TRADES = ("机械", "电子", "化工", "食品", "物流")
_ODF = "urn:oasis:names:tc:opendocument:xmlns"


def rows(count: int) -> Iterator[list[Cell]]:
    """Texts, numbers and days of customers; the same each time."""
    dice = random.Random(3)
    for number, one in enumerate(books.people(count, seed=13)):
        yield [
            *(one[key] for key in _KEYS), f"K{number:06}", _DAY + timedelta(days=dice.randrange(6000)),
            dice.randrange(10_000_000) / 100, dice.randrange(100) / 100, f"www.example{number}.com", dice.choice(_TRADES),
            dice.choice(("展会", "介绍", "网站", "电话")), _DAY + timedelta(days=6000 + dice.randrange(2000)), dice.randrange(1, 3000),
            "老客户，每年采购两次 & 付款及时" if dice.random() < 0.3 else "",
        ]  # fmt: skip


def sheet(count: int, kind: str) -> Path:
    """A file of that many rows: "xlsx" with shared texts as Excel writes it, "html", "xml" (2003) or "ods"."""
    path = books.FOLDER / f"wide-{count}.{kind}"
    if not path.exists():
        books.FOLDER.mkdir(parents=True, exist_ok=True)
        partial = path.with_name(f"making-{path.name}")
        {"xlsx": _xlsx, "html": _html, "xml": _xml, "ods": _ods}[kind](partial, [list(HEADERS), *rows(count)])
        partial.rename(path)
    return path


def longest(count: int) -> Path:
    """An .xlsx of that many rows by the program's own writer, which is quick enough for a million."""
    from app.transfer.exporting import xlsx_stream

    path = books.FOLDER / f"long-{count}.xlsx"
    if not path.exists():
        books.FOLDER.mkdir(parents=True, exist_ok=True)
        with path.open("wb") as file:
            people = ([one[key] for key in _KEYS] for one in books.people(count, seed=11))
            columns = [xlsx_stream.Column(header) for header in books.HEADERS]
            xlsx_stream.write_tables(file, [xlsx_stream.Table("客户", columns, people)])
    return path


def _xlsx(path: Path, table: list[list[Cell]]) -> None:
    import openpyxl

    book = openpyxl.Workbook(write_only=True)
    page = book.create_sheet("客户")
    for row in table:
        page.append(row)
    book.save(path)


def _html(path: Path, table: list[list[Cell]]) -> None:
    with path.open("w", encoding="utf-8") as file:
        file.write("<html><head><meta charset=utf-8></head><body><table border=1>\n")
        for row in table:
            cells = "".join(
                f" <td class=xl65 style='mso-number-format:\"\\@\"'>{escape(str(cell))}</td>\n" for cell in row
            )
            file.write(f"<tr height=20>\n{cells}</tr>\n")
        file.write("</table></body></html>")


def _xml(path: Path, table: list[list[Cell]]) -> None:
    with path.open("w", encoding="utf-8") as file:
        file.write(
            f'<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook xmlns="{_EXCEL}" xmlns:ss="{_EXCEL}">'
            '<Styles><Style ss:ID="s1"><NumberFormat ss:Format="@"/></Style></Styles><Worksheet ss:Name="客户"><Table>\n'
        )
        for row in table:
            file.write(" <Row>\n")
            for cell in row:
                kind, text = "String", str(cell)
                if isinstance(cell, date):
                    kind, text = "DateTime", f"{cell}T00:00:00.000"
                elif not isinstance(cell, str):
                    kind = "Number"
                file.write(f'  <Cell ss:StyleID="s1"><Data ss:Type="{kind}">{escape(text)}</Data></Cell>\n')
            file.write(" </Row>\n")
        file.write("</Table></Worksheet></Workbook>")


def _ods(path: Path, table: list[list[Cell]]) -> None:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        with archive.open("content.xml", "w", force_zip64=True) as file:
            file.write(
                f'<?xml version="1.0"?><office:document-content xmlns:office="{_ODF}:office:1.0" xmlns:table="{_ODF}:table:1.0" '
                f'xmlns:text="{_ODF}:text:1.0"><office:body><office:spreadsheet><table:table table:name="客户">'.encode()
            )
            for row in table:
                file.write(f"<table:table-row>{''.join(map(_ods_cell, row))}</table:table-row>".encode())
            file.write(b"</table:table></office:spreadsheet></office:body></office:document-content>")


def _ods_cell(cell: Cell) -> str:
    if cell == "":
        return "<table:table-cell/>"
    kind = 'office:value-type="string"'
    if isinstance(cell, date):
        kind = f'office:value-type="date" office:date-value="{cell}"'
    elif not isinstance(cell, str):
        kind = f'office:value-type="float" office:value="{cell}"'
    return f"<table:table-cell {kind}><text:p>{escape(str(cell))}</text:p></table:table-cell>"
