"""What kind of workbook a file holds, and whether opening it is safe; by its content, whatever its name says."""

from __future__ import annotations

import zipfile
import zlib

ZIP = b"PK\x03\x04"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_BOMB_MEMBER = 64 << 20
_BOMB_RATIO = 400
_MEMBERS = 20_000
_ZIP_ERRORS = (zipfile.BadZipFile, zlib.error, EOFError, ValueError, KeyError, NotImplementedError, RuntimeError)


class Refused(Exception):
    """The file is not read; ``code`` names the reason (a key of ``reading.REASONS``)."""

    def __init__(self, code: str, **values: object) -> None:
        super().__init__(code)
        self.code = code
        self.values = values


def kind_of(path: str, unpacked_limit: int) -> str:
    """ "xlsx", "xlsb", "ods" or "xls".

    Args:
        path: the file.
        unpacked_limit: how many bytes a packed workbook may unpack to.

    Raises:
        Refused: anything else, a password, or a zip bomb.
        OSError: the file cannot be read.
    """
    with open(path, "rb") as file:
        head = file.read(8)
        if head.startswith(ZIP):
            return _zip_kind(path, unpacked_limit)
        if head == OLE:
            return _ole_kind(head + file.read())
    raise Refused("not_a_sheet")


def _zip_kind(path: str, unpacked_limit: int) -> str:
    try:
        with zipfile.ZipFile(path) as archive:
            members = archive.infolist()
            names = {member.filename.replace("\\", "/").lower() for member in members}
            mimetype = archive.read("mimetype")[:80] if "mimetype" in names and len(names) < _MEMBERS else b""
            manifest = _manifest(archive) if "meta-inf/manifest.xml" in names else b""
    except _ZIP_ERRORS as error:
        raise Refused("damaged") from error
    unpacked = sum(member.file_size for member in members)
    bombs = (m for m in members if m.file_size > _BOMB_MEMBER and m.file_size > _BOMB_RATIO * max(m.compress_size, 1))
    if len(members) > _MEMBERS or unpacked > unpacked_limit or any(bombs):
        raise Refused("bomb")
    if any(member.flag_bits & 1 for member in members) or b"manifest:encryption-data" in manifest:
        raise Refused("password")
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
        raise Refused("password")
    if has("Workbook") or has("Book"):
        return "xls"
    if has("WordDocument"):
        raise Refused("word")
    raise Refused("damaged" if len(data) % 512 or len(data) < 4096 else "not_a_sheet")
