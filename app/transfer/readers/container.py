"""What kind of workbook a file holds, and whether opening it is safe; by its content, whatever its name says."""

from __future__ import annotations

import errno
import io
import re
import zipfile
import zlib
from typing import BinaryIO

from app.transfer.readers import odf_locks

Source = str | bytes
LOCKED = "locked"
ZIP = b"PK\x03\x04"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
OLD_EXCEL = (b"\x09\x00\x04\0", b"\x09\x02\x06\0", b"\x09\x04\x06\0", b"\x09\x08\x08\0", b"\x09\x08\x10\0")
"""How the streams of Excel 2, 3, 4, 5 and 97 begin where no OLE file is around them (BOF records)."""
_HEAD = 1 << 16
_XML_BOOK = re.compile(rb"<(?:\w+:)?workbook\b")
_PAGES = (b"<html", b"<!doctype html", b"<table", b"<meta", b"<style", b"<head", b"<body")
_JSON = re.compile(rb'\{\s*["}]|\[\s*[\[{"\]]')
_BOMB_MEMBER = 64 << 20
_BOMB_RATIO = 400
_MEMBERS = 20_000
_ZIP_ERRORS = (zipfile.BadZipFile, zlib.error, EOFError, ValueError, KeyError, NotImplementedError, RuntimeError)


class Refused(Exception):
    """The file is not read; ``code`` names the reason (a key of ``readers.reasons.REASONS``)."""

    def __init__(self, code: str, **values: object) -> None:
        super().__init__(code)
        self.code = code
        self.values = values


def opened(source: Source) -> BinaryIO:
    """The source as a file."""
    return io.BytesIO(source) if isinstance(source, bytes) else open(source, "rb")


def kind_of(source: Source, unpacked_limit: int) -> str:
    """ "xlsx", "xlsb", "ods", "xls", "old_xls" (Excel 2 to 4), "html", "xml" (XML Spreadsheet 2003), "json", "ics", or ``LOCKED``.

    Args:
        source: the file's path, or its bytes.
        unpacked_limit: how many bytes a packed workbook may unpack to.

    Raises:
        Refused: anything else, or a zip bomb.
        OSError: the file cannot be read.
    """
    with opened(source) as file:
        head = file.read(_HEAD)
        if head.startswith(ZIP):
            return _zip_kind(source, unpacked_limit)
        if head.startswith(OLE):
            return _ole_kind(head + file.read())
    if kind := markup_kind(head):
        return kind
    if head.startswith(OLD_EXCEL):
        return "old_xls"
    if kind := data_kind(head):
        return kind
    raise Refused("not_a_sheet")


def plain_head(head: bytes) -> bytes:
    """The beginning of a text file without byte-order mark, NULs and blanks, in lower case."""
    return head.replace(b"\0", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n").lower()


def data_kind(head: bytes) -> str:
    """ "json" or "ics" (a calendar) for a text file that begins so, in any encoding; else ""."""
    start = plain_head(head)
    if _JSON.match(start):
        return "json"
    return "ics" if start.startswith(b"begin:vcalendar") else ""


def markup_kind(head: bytes) -> str:
    """What a text file is by its beginning: "html", "xml", "web_page" for other markup, or "" for none.

    Args:
        head: the first 64 KB.
    """
    start = plain_head(head)
    if start.startswith((b"mime-version:", b"content-type: multipart")) and b"text/html" in start:
        return "html"
    if not start.startswith(b"<"):
        return ""
    if b"urn:schemas-microsoft-com:office:spreadsheet" in start and _XML_BOOK.search(start):
        return "xml"
    if re.search(rb"<(?:table|tr)\b", start) or start.startswith(_PAGES):
        return "html"
    return "web_page" if start.startswith((b"<?xml", b"<!")) else ""


def _zip_kind(source: Source, unpacked_limit: int) -> str:
    try:
        with opened(source) as file, zipfile.ZipFile(file) as archive:
            members = archive.infolist()
            names = {member.filename.replace("\\", "/").lower() for member in members}
            mimetype = archive.read("mimetype")[:80] if "mimetype" in names and len(names) < _MEMBERS else b""
            manifest = _manifest(archive) if "meta-inf/manifest.xml" in names else b""
    except _ZIP_ERRORS as error:
        raise Refused("damaged") from error
    except OSError as error:
        if error.errno == errno.EINVAL:  # a directory that points outside the file
            raise Refused("damaged") from error
        raise
    unpacked = sum(member.file_size for member in members)
    bombs = (m for m in members if m.file_size > _BOMB_MEMBER and m.file_size > _BOMB_RATIO * max(m.compress_size, 1))
    if len(members) > _MEMBERS or unpacked > unpacked_limit or any(bombs):
        raise Refused("bomb")
    if any(member.flag_bits & 1 for member in members):
        raise Refused("locked_otherwise")
    if b"manifest:encryption-data" in manifest:
        if odf_locks.known(manifest):
            return LOCKED
        raise Refused("locked_otherwise")
    for name, kind in (("xl/workbook.xml", "xlsx"), ("xl/workbook.bin", "xlsb")):
        if name in names:
            return kind
    if b"opendocument.spreadsheet" in mimetype or (not mimetype and "content.xml" in names):
        return "ods"
    if any(name.startswith("word/") for name in names) or b"opendocument.text" in mimetype:
        raise Refused("word")
    raise Refused("not_a_sheet")


def _manifest(archive: zipfile.ZipFile) -> bytes:
    with archive.open("META-INF/manifest.xml") as file:
        return file.read(1 << 20)


def _ole_kind(data: bytes) -> str:
    """Stream names stand in the directory of an OLE file as UTF-16 (MS-CFB 2.6.1)."""

    def has(stream: str) -> bool:
        return stream.encode("utf-16-le") + b"\0\0" in data

    if has("EncryptedPackage"):
        return LOCKED
    if has("Workbook") or has("Book"):
        return "xls"
    if has("WordDocument"):
        raise Refused("word")
    raise Refused("damaged" if len(data) % 512 or len(data) < 4096 else "not_a_sheet")
