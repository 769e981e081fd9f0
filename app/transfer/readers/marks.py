"""A second look at the XML of an .xlsx for what calamine does not tell.

It gives error cells, formulas without a stored result, whole numbers shown with leading zeros (00123 by the format
``00000``) and whole numbers of more than 15 digits. The XML is only searched for these, never parsed whole.
"""

from __future__ import annotations

import itertools
import re
import zipfile
from collections.abc import Iterator
from html import unescape

ERROR, UNCACHED, PADDED, DIGITS = "error", "uncached", "padded", "digits"
Mark = tuple[int, int, str, str]
"""Row and column (0-based), one of the four words above, and the text."""

_CHUNK = 1 << 20
_LONGEST_CELL = 1 << 21
_SMALL_PART = 32 << 20
_MOST = 1_000_000
_PLACE = re.compile(rb'\sr=["\']([A-Z]{1,3})(\d{1,7})["\']')
_TYPE = re.compile(rb'\st=["\'](\w+)["\']')
_STYLE = re.compile(rb'\ss=["\'](\d+)["\']')
_FORMAT_PART = re.compile(r'"([^"]*)"|\\(.)|\[[^\]]*\]|_.|\*.|(0)|(.)')


def marks_of(path: str, sheets: list[str]) -> Iterator[tuple[str, list[Mark]]]:
    """The marks of each sheet named, for those that can be found in the file.

    Args:
        path: an .xlsx file whose packing was found safe.
        sheets: names of the sheets wanted.
    """
    with zipfile.ZipFile(path) as archive:
        parts = _sheet_parts(archive)
        formats = _padded_formats(archive)
        for name in sheets:
            if part := parts.get(name):
                yield name, list(_scan(archive, part, formats))


def _small(archive: zipfile.ZipFile, part: str) -> str:
    try:
        with archive.open(part) as file:
            return file.read(_SMALL_PART).decode("utf-8", "replace")
    except KeyError:
        return ""


def _attributes(tag: str) -> dict[str, str]:
    return {name: unescape(a or b) for name, a, b in re.findall(r"""([\w:]+)\s*=\s*(?:"([^"]*)"|'([^']*)')""", tag)}


def _sheet_parts(archive: zipfile.ZipFile) -> dict[str, str]:
    targets = {}
    for tag in re.findall(r"<(?:\w+:)?Relationship\s[^>]*>", _small(archive, "xl/_rels/workbook.xml.rels")):
        found = _attributes(tag)
        target = found.get("Target", "")
        targets[found.get("Id", "")] = target.lstrip("/") if target.startswith("/") else f"xl/{target}"
    parts = {}
    for tag in re.findall(r"<(?:\w+:)?sheet\s[^>]*>", _small(archive, "xl/workbook.xml")):
        found = _attributes(tag)
        link = next((value for name, value in found.items() if name.endswith(":id")), "")
        parts[found.get("name", "")] = targets.get(link, "")
    return parts


def _padded_formats(archive: zipfile.ZipFile) -> dict[bytes, str]:
    """Cell style index to number format, for the formats that pad with zeros."""
    styles = _small(archive, "xl/styles.xml")
    codes = {}
    for tag in re.findall(r"<(?:\w+:)?numFmt\s[^>]*>", styles):
        found = _attributes(tag)
        codes[found.get("numFmtId", "")] = found.get("formatCode", "")
    padded = {number: code for number, code in codes.items() if pad(0, code) is not None}
    block = re.search(r"<(?:\w+:)?cellXfs\b.*?</(?:\w+:)?cellXfs>", styles, re.DOTALL)
    if not padded or block is None:
        return {}
    numbers = [_attributes(tag).get("numFmtId", "") for tag in re.findall(r"<(?:\w+:)?xf\b[^>]*>", block.group())]
    return {str(index).encode(): padded[number] for index, number in enumerate(numbers) if number in padded}


def pad(number: int, code: str) -> str | None:
    """The number as a format of zeros and plain text shows it: 123 by ``00000`` is 00123.

    Returns:
        None when the format holds anything else (dates, decimals, optional digits), has fewer than two zeros, or the
        number is negative.
    """
    parts: list[str | None] = []
    for quoted, escaped, zero, other in _FORMAT_PART.findall(code.split(";")[0]):
        if zero:
            parts.append(None)
        elif quoted or escaped:
            parts.append(quoted or escaped)
        elif other in ("-", " ", "(", ")", "+", ":", "/") and other:
            parts.append(other)
        elif other:
            return None
    zeros = parts.count(None)
    if zeros < 2 or number < 0:
        return None
    digits = str(number).zfill(zeros)
    head, rest = digits[: len(digits) - zeros + 1], iter(digits[len(digits) - zeros + 1 :])
    first = parts.index(None)
    return "".join(head if i == first else next(rest) if part is None else part for i, part in enumerate(parts))


def _scan(archive: zipfile.ZipFile, part: str, formats: dict[bytes, str]) -> Iterator[Mark]:
    try:
        file = archive.open(part)
    except KeyError:
        return
    with file:
        chunk = file.read(_CHUNK)
        prefix = re.search(rb"<(\w+:)?worksheet\b", chunk)
        ns = (prefix.group(1) or b"") if prefix else b""
        close = b"</" + ns + b"c>"
        patterns = _patterns(ns, formats)
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
            for mark in itertools.chain.from_iterable(_marks(block, ns, way, formats) for way in ways):
                yield mark
                count += 1
                if count >= _MOST:
                    return
            chunk = chunk[cut:] + more


def _patterns(ns: bytes, formats: dict[bytes, str]) -> list[tuple[bytes, re.Pattern[bytes]]]:
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
    if formats:
        ways.append((b' s="', rb' s="(?:' + b"|".join(formats) + rb')"'))
    return [(needed, re.compile(way)) for needed, way in ways]


def _marks(block: bytes, ns: bytes, wanted: re.Pattern[bytes], formats: dict[bytes, str]) -> Iterator[Mark]:
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
        elif text.isascii() and text.isdigit() and len(text) <= 20:
            style = _STYLE.search(tag)
            code = formats.get(style.group(1)) if style else None
            padded = pad(int(text), code) if code else None
            if padded is not None:
                yield row, column, PADDED, padded
            elif len(text) > 15:
                yield row, column, DIGITS, text


def column_number(letters: bytes) -> int:
    """0 for A, 25 for Z, 26 for AA."""
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number - 1
