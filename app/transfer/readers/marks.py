"""A second look at the XML of an .xlsx for what calamine does not tell.

It gives error cells, formulas without a stored result, numbers that their format shows with leading zeros, as percent or
in a foreign currency, whole numbers of more than 15 digits, comments, links, hidden rows and columns. The XML is only
searched for these, never parsed whole.
"""

from __future__ import annotations

import itertools
import re
import zipfile
from collections.abc import Iterator
from html import unescape
from typing import IO

from app.transfer.readers import formats, package
from app.transfer.readers.container import Source, opened

ERROR, UNCACHED, SHOWN, DIGITS = "error", "uncached", "shown", "digits"
COMMENT, LINK, HIDDEN_ROW, HIDDEN_COLUMN = "comment", "link", "row", "column"
Mark = tuple[int, int, str, str]
"""Row and column (0-based), one of the words above, and the text."""

_CHUNK = 1 << 20
_LONGEST_CELL = 1 << 21
_LONGEST_TAIL = 16 << 20
_MOST = 1_000_000
_WIDEST = 16_384
_PLACE = re.compile(rb'\sr=["\']([A-Z]{1,3})(\d{1,7})["\']')
_TYPE = re.compile(rb'\st=["\'](\w+)["\']')
_STYLE = re.compile(rb'\ss=["\'](\d+)["\']')
_CELL = re.compile(r"([A-Z]{1,3})(\d{1,7})")
_COMMENT = re.compile(
    r"(<(?:\w+:)?(?:comment|threadedComment)\s[^>]*>)(.*?)</(?:\w+:)?(?:comment|threadedComment)>", re.DOTALL
)
_COMMENT_TEXT = re.compile(r"<(?:\w+:)?(?:t|text)(?:\s[^>]*)?>([^<]*)</(?:\w+:)?(?:t|text)>")
_HIDDEN = re.compile(rb"<(?:\w+:)?(row|col)\s[^>]*?\bhidden=[\"'](?:1|true)[\"'][^>]*>")
_ROW = re.compile(rb"\sr=[\"'](\d{1,7})[\"']")
_SPAN = re.compile(
    rb"\smin=[\"'](\d{1,5})[\"'].*?\smax=[\"'](\d{1,5})[\"']|\smax=[\"'](\d{1,5})[\"'].*?\smin=[\"'](\d{1,5})[\"']"
)


def marks_of(source: Source, sheets: list[str]) -> Iterator[tuple[str, list[Mark]]]:
    """The marks of each sheet named, for those that can be found in the file.

    Args:
        source: an .xlsx file whose packing was found safe.
        sheets: names of the sheets wanted.
    """
    with opened(source) as file, zipfile.ZipFile(file) as archive:
        parts = _sheet_parts(archive)
        codes = _formats(archive)
        for name in sheets:
            if part := parts.get(name):
                yield name, [*_scan(archive, part, codes), *_beside(archive, part)]


def _sheet_parts(archive: zipfile.ZipFile) -> dict[str, str]:
    links = package.relations(archive, "xl/workbook.xml")
    parts = {}
    for tag in re.findall(r"<(?:\w+:)?sheet\s[^>]*>", package.small(archive, "xl/workbook.xml")):
        found = package.attributes(tag)
        link = next((value for name, value in found.items() if name.endswith(":id")), "")
        parts[found.get("name", "")] = links.get(link, ("", ""))[0]
    return parts


def _formats(archive: zipfile.ZipFile) -> dict[bytes, str]:
    """Cell style index to number format, for the formats that show more than the number."""
    styles = package.small(archive, "xl/styles.xml")
    codes = {"9": formats.built_in(9), "10": formats.built_in(10)}
    for tag in re.findall(r"<(?:\w+:)?numFmt\s[^>]*>", styles):
        found = package.attributes(tag)
        codes[found.get("numFmtId", "")] = found.get("formatCode", "")
    telling = {number: code for number, code in codes.items() if formats.speaking(code) not in ("", "date")}
    block = re.search(r"<(?:\w+:)?cellXfs\b.*?</(?:\w+:)?cellXfs>", styles, re.DOTALL)
    if not telling or block is None:
        return {}
    numbers = [
        package.attributes(tag).get("numFmtId", "") for tag in re.findall(r"<(?:\w+:)?xf\b[^>]*>", block.group())
    ]
    return {str(index).encode(): telling[number] for index, number in enumerate(numbers) if number in telling}


def _beside(archive: zipfile.ZipFile, part: str) -> Iterator[Mark]:
    """Comments and links; they stand behind the cells, or in parts of their own."""
    links = package.relations(archive, part)
    told: dict[tuple[int, int], str] = {}
    for target, type_ in sorted(links.values(), key=lambda link: link[1]):
        if type_.endswith(("/comments", "/threadedComment")):
            told |= _comments(package.small(archive, target), type_.endswith("/threadedComment"))
    yield from ((row, column, COMMENT, text) for (row, column), text in told.items())
    if not any(type_.endswith("/hyperlink") for _target, type_ in links.values()):
        return
    with archive.open(part) as file:
        tail = _tail(file)
    for tag in re.findall(r"<(?:\w+:)?hyperlink\s[^>]*>", tail):
        found = package.attributes(tag)
        place = _CELL.match(found.get("ref", ""))
        link = next((value for name, value in found.items() if name.endswith(":id")), "")
        if place and (target := links.get(link, ("", ""))[0]):
            yield int(place[2]) - 1, column_number(place[1].encode()), LINK, target


def _comments(xml: str, threaded: bool) -> dict[tuple[int, int], str]:
    found: dict[tuple[int, int], str] = {}
    for tag, inner in _COMMENT.findall(xml):
        place = _CELL.match(package.attributes(tag).get("ref", ""))
        texts = _COMMENT_TEXT.findall(inner)
        text = unescape("".join(texts)).strip()
        if place and text:
            key = int(place[2]) - 1, column_number(place[1].encode())
            found[key] = f"{found[key]}\n{text}" if threaded and key in found else text
    return found


def _tail(file: IO[bytes]) -> str:
    """What stands behind the cells of a sheet."""
    held = b""
    while chunk := file.read(_CHUNK):
        held = (held + chunk)[-_LONGEST_TAIL:]
    return held[max(held.rfind(b"</sheetData>"), 0) :].decode("utf-8", "replace")


def _scan(archive: zipfile.ZipFile, part: str, codes: dict[bytes, str]) -> Iterator[Mark]:
    try:
        file = archive.open(part)
    except KeyError:
        return
    with file:
        chunk = file.read(_CHUNK)
        prefix = re.search(rb"<(\w+:)?worksheet\b", chunk)
        ns = (prefix.group(1) or b"") if prefix else b""
        close = b"</" + ns + b"c>"
        patterns = _patterns(ns, codes)
        count = 0
        while chunk:
            more = file.read(_CHUNK)
            cut = chunk.rfind(close) + len(close) if more else len(chunk)
            if more and cut < len(close):
                if len(chunk) > _LONGEST_CELL:
                    return
                chunk += more
                continue
            block = chunk[:cut]
            ways = [pattern for needed, pattern in patterns if needed in block]
            if b" hidden=" in block:
                yield from _hidden(block)
            if b"HYPERLINK(" in block:
                yield from _formula_links(block, ns)
            for mark in itertools.chain.from_iterable(_marks(block, ns, way, codes) for way in ways):
                yield mark
                count += 1
                if count >= _MOST:
                    return
            chunk = chunk[cut:] + more


def _hidden(block: bytes) -> Iterator[Mark]:
    for match in _HIDDEN.finditer(block):
        if match[1] == b"row" and (row := _ROW.search(match[0])):
            yield int(row[1]) - 1, 0, HIDDEN_ROW, ""
        elif match[1] == b"col" and (span := _SPAN.search(match[0])):
            first, last = int(span[1] or span[4]), int(span[2] or span[3])
            yield from ((0, column - 1, HIDDEN_COLUMN, "") for column in range(first, min(last, _WIDEST) + 1))


def _formula_links(block: bytes, ns: bytes) -> Iterator[Mark]:
    """The targets of =HYPERLINK("mailto:…", …), which stand in formulas and not behind the cells."""
    way = rb"<%sc\s([^>]*)>\s*<%sf(?:\s[^>]*)?>[^<]{0,20}?HYPERLINK\((?:&quot;|\")([^<&\"]{1,2000})(?:&quot;|\")" % (
        ns,
        ns,
    )
    for match in re.finditer(way, block):
        if place := _PLACE.search(b" " + match[1]):
            target = unescape(match[2].decode("utf-8", "replace"))
            yield int(place[2]) - 1, column_number(place[1]), LINK, target


def _patterns(ns: bytes, codes: dict[bytes, str]) -> list[tuple[bytes, re.Pattern[bytes]]]:
    """Each with a text that a block must hold; patterns that begin with fixed text are searched many times faster."""
    ways = [
        (b't="e"', rb't="e"'),
        (b"t='e'", rb"t='e'"),
        (
            b"<%sf" % ns,
            rb"<%sf(?:\s[^>]*)?(?:/>|>[^<]*</%sf>)\s*(?:<%sv\s*/>|<%sv></%sv>|</%sc>)" % ((ns,) * 6),
        ),
        (b"<%sv>" % ns, rb"<%sv>\d{16,20}</%sv>" % (ns, ns)),
    ]
    if codes:
        ways.append((b' s="', rb' s="(?:' + b"|".join(codes) + rb')"'))
    return [(needed, re.compile(way)) for needed, way in ways]


def _marks(block: bytes, ns: bytes, wanted: re.Pattern[bytes], codes: dict[bytes, str]) -> Iterator[Mark]:
    """What one pattern finds in a block of whole cells."""
    opening, closing = b"<" + ns + b"c ", b"</" + ns + b"c>"
    value = re.compile(rb"<%sv>([^<]*)</%sv>" % (ns, ns))
    done = -1
    for hit in wanted.finditer(block):
        start = block.rfind(opening, max(done, 0), hit.end())
        if start <= done:
            continue
        end = block.find(closing, start)
        tag_end = block.find(b">", start)
        if end < 0 or block[tag_end - 1 : tag_end] == b"/":
            continue
        done = start
        tag = block[start:tag_end]
        place = _PLACE.search(tag)
        if place is None:
            continue
        row, column = int(place.group(2)) - 1, column_number(place.group(1))
        kind = _TYPE.search(tag)
        stored = value.search(block, tag_end, end)
        text = unescape(stored.group(1).decode("utf-8", "replace")).strip() if stored else ""
        if kind and kind.group(1) == b"e":
            yield row, column, ERROR, text or "#N/A"
        elif kind and kind.group(1) != b"n":
            continue
        elif not text:
            if block.find(b"<" + ns + b"f", tag_end, end) >= 0:
                yield row, column, UNCACHED, "="
        else:
            style = _STYLE.search(tag)
            code = codes.get(style.group(1)) if style else None
            seen = _shown(text, code) if code else None
            if seen is not None:
                yield row, column, SHOWN, seen
            elif len(text) > 15 and text.isascii() and text.isdigit() and len(text) <= 20:
                yield row, column, DIGITS, text


def _shown(text: str, code: str) -> str | None:
    if text.isascii() and text.isdigit() and len(text) <= 20 and formats.speaking(code) == "padded":
        return formats.pad(int(text), code)
    try:
        return formats.shown(float(text), code)
    except (ValueError, OverflowError):
        return None


def column_number(letters: bytes) -> int:
    """0 for A, 25 for Z, 26 for AA."""
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number - 1
