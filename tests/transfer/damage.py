"""Damaged and hostile files, made from whole ones: the same from the same seed."""

from __future__ import annotations

import io
import json
import random
import struct
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

import openpyxl
from openpyxl.comments import Comment

FILES = Path(__file__).with_name("files")
_MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
_ODF = "urn:oasis:names:tc:opendocument:xmlns"
BOMB = (
    '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaaaaaaaaaaaa">'
    + "".join(f'<!ENTITY {b} "{f"&{a};" * 20}">' for a, b in zip("abcdefgh", "bcdefghi", strict=True))
    + "]>"
)
Parts = dict[str, bytes]


def whole_files() -> dict[str, bytes]:
    """One sound file of each kind, by its suffix."""
    return {
        ".xlsx": _xlsx(),
        ".xls": (FILES / "formats.xls").read_bytes(),
        ".xlsb": (FILES / "formats.xlsb").read_bytes(),
        ".ods": _ods(),
        ".htm": ("<html><meta charset=gbk><table>" + "<tr><td>客户<td colspan=2>1</tr>" * 40 + "</table>").encode(
            "gbk"
        ),
        ".xml": _xml('<Row><Cell ss:StyleID="p"><Data ss:Type="Number">12</Data></Cell></Row>' * 40),
        ".ics": _ics(b"DTSTART;TZID=Asia/Shanghai:20260301T093000\r\nRRULE:FREQ=DAILY\r\nSUMMARY:x"),
        ".json": json.dumps(
            {"data": [{"名称": "苏州恒瑞", "地址": {"城": "苏州"}, "n": n / 7} for n in range(40)]}
        ).encode(),
        ".csv": ('名称,"备注 ""x""",电话\r\n' * 60).encode("gbk"),
        ".vcf": b"BEGIN:VCARD\r\nVERSION:2.1\r\nFN;ENCODING=QUOTED-PRINTABLE:=E5=BC=A0\r\nTEL;CELL:1380\r\nEND:VCARD\r\n"
        * 20,
    }


def _ics(lines: bytes) -> bytes:
    event = b"BEGIN:VEVENT\r\n" + lines + b"\r\nEND:VEVENT\r\n"
    return b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\n" + event * 20 + b"END:VCALENDAR\r\n"


def _xlsx() -> bytes:
    workbook = openpyxl.Workbook()
    sheet = workbook.active
    assert sheet is not None
    for number in range(60):
        sheet.append([f"客户{number}", number / 7, number, "=A1+1", None, "备注 & <x>"])
        sheet.cell(number + 1, 3).number_format = "0000"
    sheet["A2"].comment = Comment("x", "y")
    sheet["A3"].hyperlink = "mailto:a@b.cn"
    sheet.merge_cells("E1:F2")
    workbook.create_sheet("二").append([1])
    stream = io.BytesIO()
    workbook.save(stream)
    return stream.getvalue()


def _xml(rows: str, head: str = "") -> bytes:
    namespace = "urn:schemas-microsoft-com:office:spreadsheet"
    return (
        f'<?xml version="1.0"?>{head}<Workbook xmlns="{namespace}" xmlns:ss="{namespace}"><Styles><Style ss:ID="p">'
        f'<NumberFormat ss:Format="0000"/></Style></Styles><Worksheet ss:Name="a"><Table>{rows}</Table></Worksheet></Workbook>'
    ).encode()


def _ods(rows: str = "", head: str = "") -> bytes:
    cell = '<table:table-cell office:value-type="float" office:value="1"><text:p>0001</text:p></table:table-cell>'
    rows = rows or f"<table:table-row>{cell * 4}</table:table-row>" * 30
    content = (
        f'<?xml version="1.0"?>{head}<office:document-content xmlns:office="{_ODF}:office:1.0" xmlns:table="{_ODF}:table:1.0" '
        f'xmlns:text="{_ODF}:text:1.0"><office:body><office:spreadsheet><table:table table:name="a">{rows}</table:table>'
        "</office:spreadsheet></office:body></office:document-content>"
    )
    return packed({"mimetype": b"application/vnd.oasis.opendocument.spreadsheet", "content.xml": content.encode()})


def unpacked(data: bytes) -> Parts:
    """The parts of a packed file."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def packed(parts: Parts) -> bytes:
    """A packed file of these parts."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return stream.getvalue()


def _sheet(cells: str, before: str = "", **more: bytes) -> bytes:
    """A workbook whose first sheet has this XML."""
    parts = unpacked(_xlsx())
    parts["xl/worksheets/sheet1.xml"] = (
        f"<worksheet {_MAIN}>{before}<sheetData>{cells}</sheetData></worksheet>".encode()
    )
    parts |= {name.replace("__", "/"): content for name, content in more.items()}
    return packed(parts)


def known() -> Iterator[tuple[str, str, bytes]]:
    """The cases that have a name: suffix, name, content."""
    row = '<row r="1"><c r="{}"{}><v>{}</v></c></row>'
    cells = {
        "far": row.format("XFD1048576", "", 1),
        "farther": row.format("ZZZZ99999999", "", 1),
        "row 0": '<row r="0"><c r="A0"><v>1</v></c></row>',
        "no place": "<row><c><v>1</v></c><c><v>2</v></c></row>",
        "negative row": '<row r="-5"><c r="A-5"><v>1</v></c></row>',
        "nan": row.format("A1", "", "NaN") + '<row r="2"><c r="A2"><v>1e999</v></c><c r="B2"><v>-INF</v></c></row>',
        "long text": '<row r="1"><c r="A1" t="inlineStr"><is><t>' + "长" * 40_000 + "</t></is></c></row>",
        "outside string": row.format("A1", ' t="s"', 999_999_999),
        "negative string": row.format("A1", ' t="s"', -1),
        "outside style": row.format("A1", ' s="99999"', 43831),
        "surrogates": '<row r="1"><c r="A1" t="str"><v>&#xD800;&#xDFFF;_xD800_&#0;&#11;</v></c></row>',
        "controls": '<row r="1"><c r="A1" t="inlineStr"><is><t>\x01\x02\x0b_x0000__x001F_</t></is></c></row>',
        "formula outside": '<row r="1"><c r="A1"><f>ZZZ9999999!A1:XFE2+[9]x!A1</f></c><c r="B1" t="e"><v>#REF!</v></c></row>',
        "wide": '<row r="1">' + "<c><v>1</v></c>" * 16_384 + "</row>",
        "too wide": '<row r="1">' + "<c><v>1</v></c>" * 20_000 + "</row>",
        "many rows": '<row r="1"><c r="A1"><v>1</v></c></row>' * 30_000,
        "bad type": row.format("A1", ' t="zzz"', "x") + row.format("B1", ' t="d"', "2020-99-99"),
        "bad bool": row.format("A1", ' t="b"', "7"),
    }
    for name, xml in cells.items():
        yield ".xlsx", name, _sheet(xml)
    dates = "".join(f'<row r="{n}"><c r="A{n}" s="1"><v>{v}</v></c></row>' for n, v in enumerate(
        ("-1", "-99999999", "0", "60", "2958465", "2958466", "1e15", "1e308", "0.99999999"), 1))  # fmt: skip
    styles = (
        f'<styleSheet {_MAIN}><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>'.encode()
    )
    book = unpacked(_xlsx())["xl/workbook.xml"]
    old = book.replace(b"<workbookPr", b'<workbookPr date1904="1"')
    for name, workbook in (("dates 1900", book), ("dates 1904", old)):
        yield ".xlsx", name, _sheet(dates, **{"xl/styles.xml": styles, "xl/workbook.xml": workbook})
    yield ".xlsx", "columns", _sheet("<row r='1'/>", '<cols><col min="1" max="99999" hidden="1"/></cols>')
    parts = unpacked(_xlsx())
    for part in ("xl/worksheets/sheet1.xml", "xl/sharedStrings.xml", "xl/workbook.xml", "xl/styles.xml"):
        if part not in parts:
            continue
        bomb = parts[part].split(b"?>", 1)[-1].replace(b"</", b"&i;</", 1)
        yield ".xlsx", f"bomb in {part}", packed(parts | {part: BOMB.encode() + bomb})
        yield ".xlsx", f"no {part}", packed({name: data for name, data in parts.items() if name != part})
        yield ".xlsx", f"empty {part}", packed(parts | {part: b""})
        yield ".xlsx", f"blown {part}", packed(parts | {part: parts[part].replace(b">", b">" + b" " * 9_000, 1_000)})
    yield ".xlsx", "nested", packed(parts | {"xl/worksheets/sheet1.xml": _xlsx()})
    yield ".xlsx", "only a zip inside", packed({"a.xlsx": _xlsx()})
    yield ".xlsx", "deep", _sheet("<x>" * 50_000)
    yield ".xlsx", "relations in a ring", packed(parts | {"xl/_rels/workbook.xml.rels": parts["_rels/.rels"]})
    yield ".xlsx", "way out", packed({name.replace("xl/", "../../xl/"): data for name, data in parts.items()})
    yield (
        ".ods",
        "ods bomb",
        _ods("<table:table-row><table:table-cell><text:p>&i;</text:p></table:table-cell></table:table-row>", BOMB),
    )
    wide = '<table:table-cell table:number-columns-repeated="99999999" office:value-type="float" office:value="1"/>'
    yield ".ods", "ods repeated cells", _ods(f"<table:table-row>{wide}</table:table-row>")
    full = wide.replace("99999999", "16384")
    yield (
        ".ods",
        "ods repeated rows",
        _ods(f'<table:table-row table:number-rows-repeated="1048576">{full}</table:table-row>'),
    )
    yield ".ods", "ods deep", _ods("<table:table>" * 20_000)
    yield ".xml", "xml bomb", _xml("<Row><Cell><Data>&i;</Data></Cell></Row>", BOMB)
    yield (
        ".xml",
        "xml far",
        _xml('<Row ss:Index="1048576"><Cell ss:Index="16384"><Data ss:Type="Number">1</Data></Cell></Row>'),
    )
    yield (
        ".xml",
        "xml odd",
        _xml(
            '<Row ss:Index="-1"><Cell ss:Index="x" ss:MergeAcross="99999999" ss:MergeDown="99999999"><Data ss:Type="Number">NaN'
            '</Data></Cell><Cell><Data ss:Type="DateTime">9999-12-31T23:59:59.999</Data></Cell><Cell><Data ss:Type="DateTime">x</Data>'
            "</Cell></Row>"
        ),
    )
    yield ".htm", "html spans", b"<table>" + b"<tr><td colspan=99999999 rowspan=99999999>x" * 30 + b"</table>"
    yield ".htm", "html deep", b"<table><tr><td>" * 3_000
    yield ".htm", "html open", b"<table><tr><td " + b"a='" * 20_000
    yield ".htm", "html comments", b"<table><tr><td>x" + b"<!--" * 20_000
    yield ".htm", "html sections", b"<table><tr><td>x" + b"<![" * 20_000 + b"<?" * 20_000
    book97 = bytearray((FILES / "formats.xls").read_bytes())
    (first,) = struct.unpack_from("<i", book97, 60)
    book97[512 * (first + 1) : 512 * (first + 2)] = bytes(512)
    yield ".xls", "short sectors in a ring", bytes(book97)
    yield ".vcf", "cards without end", b"BEGIN:VCARD\nN:a\n" * 20_000
    yield ".vcf", "soft breaks", b"BEGIN:VCARD\nNOTE;QUOTED-PRINTABLE:" + b"=\n" * 50_000
    yield ".json", "deep", b"[" * 300_000 + b"]" * 300_000
    yield ".json", "deep objects", b'{"a":' * 200_000
    yield ".json", "digits", b'[{"a":' + b"9" * 300_000 + b',"b":1e' + b"9" * 5_000 + b"}]"
    yield ".json", "half characters", b'[{"a\\ud800":"\\udfff","b":NaN,"c":-Infinity}]'
    yield ".json", "keys", b"[{" + b",".join(b'"k%d":1' % n for n in range(60_000)) + b'},{"a":1}]'
    yield ".json", "wide and long", b"[" + b",".join(b'{"k%d":1}' % n for n in range(6_000)) + b"]"
    yield ".ics", "deep", b"BEGIN:VCALENDAR\r\n" + b"BEGIN:VEVENT\r\n" * 20_000
    yield ".ics", "no ends", b"BEGIN:VCALENDAR\r\n" + b"BEGIN:VEVENT\r\n" * 40_000 + b"END:VCALENDAR\r\n"
    yield ".ics", "odd lines", _ics(b"SUMMARY:x\r\n" + b"no property\r\n" * 2_000)
    yield ".ics", "rule", _ics(b"DTSTART:99999999T999999Z\r\nRRULE:FREQ=SECONDLY;COUNT=" + b"9" * 999)
    yield ".csv", "quotation marks", b'a,b\n"' * 20_000
    yield ".csv", "columns", b"," * 200_000


def damaged(seed: int, count: int) -> Iterator[tuple[str, str, bytes]]:
    """Files damaged at random: suffix, name, content."""
    chance = random.Random(seed)
    sound = list(whole_files().items())
    for number in range(count):
        suffix, data = sound[number % len(sound)]
        ways: list[Callable[[random.Random, bytes], bytes]] = [_flipped, _cut, _doubled, _blanked]
        if data[:2] == b"PK":
            ways += [_swapped, _inner, _inner]
        way = chance.choice(ways)
        yield suffix, f"{number} {way.__name__.strip('_')}", way(chance, data)


def _flipped(chance: random.Random, data: bytes) -> bytes:
    out = bytearray(data)
    for _time in range(chance.choice((1, 2, 5, 30))):
        out[chance.randrange(len(out))] = chance.randrange(256)
    return bytes(out)


def _cut(chance: random.Random, data: bytes) -> bytes:
    return data[: chance.randrange(1, len(data))]


def _doubled(chance: random.Random, data: bytes) -> bytes:
    at, size = chance.randrange(len(data)), chance.randrange(1, 2000)
    return data[:at] + data[at : at + size] * chance.choice((1, 2, 20)) + data[at:]


def _blanked(chance: random.Random, data: bytes) -> bytes:
    at, size = chance.randrange(len(data)), chance.randrange(1, 600)
    return data[:at] + bytes([chance.choice((0, 255, 32, 60))]) * size + data[at + size :]


def _swapped(chance: random.Random, data: bytes) -> bytes:
    parts = unpacked(data)
    one, other = chance.sample(sorted(parts), 2)
    parts[one], parts[other] = parts[other], parts[one]
    return packed(parts)


def _inner(chance: random.Random, data: bytes) -> bytes:
    """Damage inside a part, so that the packing stays sound."""
    parts = unpacked(data)
    name = chance.choice([name for name, content in parts.items() if len(content) > 20])
    parts[name] = chance.choice((_flipped, _cut, _doubled, _blanked))(chance, parts[name])
    return packed(parts)
