"""The parts of an .xlsx around its sheets: what it holds, how they hang together, and the styles of cells."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from xml.sax.saxutils import escape, quoteattr

from app.transfer.grid.cells import letter

GENERAL, HEADER, DATE, DATETIME, TEXT, TIME, PRICE = range(7)
MONEY = {0: 7, 2: 8, 3: 9}
"""The style of an amount by the decimals of its currency."""
PERCENT = (10, 11, 11, 12)
"""The style of a percentage by its decimals; the last one for more."""
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_CONTENT = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_FORMATS = {
    GENERAL: 0,
    HEADER: 49,
    DATE: 14,
    DATETIME: 164,
    TEXT: 49,
    TIME: 165,
    PRICE: 166,
    MONEY[0]: 3,
    MONEY[2]: 4,
    MONEY[3]: 167,
    PERCENT[0]: 9,
    PERCENT[2]: 10,
    PERCENT[3]: 168,
}
"""The number format of each style; below 164 those that every program knows (ECMA-376 part 1, 18.8.30)."""


@dataclass(frozen=True, slots=True)
class Part:
    """One sheet as the workbook lists it: its name, how many columns and rows it has, and whether it is hidden."""

    name: str
    columns: int
    rows: int
    hidden: bool = False


def parts(sheets: Sequence[Part]) -> Iterator[tuple[str, str]]:
    """The name and content of every part but the sheets, which are ``xl/worksheets/sheet1.xml`` and so on."""
    numbers = range(1, len(sheets) + 1)
    yield (
        "[Content_Types].xml",
        f'{HEAD}<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{_CONTENT}.sheet.main+xml"/>'
        + "".join(
            f'<Override PartName="/xl/worksheets/sheet{n}.xml" ContentType="{_CONTENT}.worksheet+xml"/>'
            for n in numbers
        )
        + f'<Override PartName="/xl/styles.xml" ContentType="{_CONTENT}.styles+xml"/></Types>',
    )
    yield (
        "_rels/.rels",
        (
            f'{HEAD}<Relationships xmlns="{_PACKAGE}/relationships">'
            f'<Relationship Id="rId1" Type="{_OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>'
        ),
    )
    yield "xl/workbook.xml", _workbook(sheets)
    yield (
        "xl/_rels/workbook.xml.rels",
        f'{HEAD}<Relationships xmlns="{_PACKAGE}/relationships">'
        + "".join(
            f'<Relationship Id="rId{n}" Type="{_OFFICE}/worksheet" Target="worksheets/sheet{n}.xml"/>' for n in numbers
        )
        + f'<Relationship Id="rId{len(sheets) + 1}" Type="{_OFFICE}/styles" Target="styles.xml"/></Relationships>',
    )
    yield "xl/styles.xml", _styles()


def _workbook(sheets: Sequence[Part]) -> str:
    state = {False: "visible", True: "hidden"}
    listed = "".join(
        f'<sheet name={quoteattr(sheet.name)} sheetId="{n}" state="{state[sheet.hidden]}" r:id="rId{n}"/>'
        for n, sheet in enumerate(sheets, 1)
    )
    # Excel wants the range of a filter named too; LibreOffice loses the arrows without it.
    filters = "".join(
        f'<definedName name="_xlnm._FilterDatabase" localSheetId="{place}" hidden="1">'
        f"{escape(_quoted(sheet.name))}!$A$1:${letter(sheet.columns - 1)}${sheet.rows + 1}</definedName>"
        for place, sheet in enumerate(sheets)
        if sheet.columns and sheet.rows
    )
    named = f"<definedNames>{filters}</definedNames>" if filters else ""
    return f'{HEAD}<workbook xmlns="{MAIN}" xmlns:r="{_OFFICE}"><sheets>{listed}</sheets>{named}</workbook>'


def _quoted(name: str) -> str:
    return "'" + name.replace("'", "''") + "'"


def _styles() -> str:
    cells = "".join(
        f'<xf numFmtId="{_FORMATS[style]}" fontId="{int(style == HEADER)}" fillId="{2 * (style == HEADER)}" '
        f'borderId="{int(style == HEADER)}" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1"/>'
        for style in sorted(_FORMATS)
    )
    return (
        f'{HEAD}<styleSheet xmlns="{MAIN}"><numFmts count="5">'
        '<numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd\\ hh:mm"/>'
        '<numFmt numFmtId="165" formatCode="hh:mm"/>'
        '<numFmt numFmtId="166" formatCode="#,##0.00####"/>'
        '<numFmt numFmtId="167" formatCode="#,##0.000"/>'
        '<numFmt numFmtId="168" formatCode="0.00####%"/></numFmts>'
        '<fonts count="2"><font><sz val="11"/><name val="Calibri"/></font>'
        '<font><b/><sz val="11"/><color rgb="FF1F2933"/><name val="Calibri"/></font></fonts>'
        '<fills count="3"><fill><patternFill patternType="none"/></fill>'
        '<fill><patternFill patternType="gray125"/></fill>'
        '<fill><patternFill patternType="solid"><fgColor rgb="FFE8EDF2"/><bgColor indexed="64"/></patternFill></fill></fills>'
        '<borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border>'
        '<border><left/><right/><top/><bottom style="thin"><color rgb="FFB8C2CC"/></bottom><diagonal/></border></borders>'
        '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>'
        f'<cellXfs count="{len(_FORMATS)}">{cells}</cellXfs>'
        '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>'
    )
