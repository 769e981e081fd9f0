"""OpenDocument sheets with a password, as LibreOffice has locked them since 3.5 (ODF 1.3, part 2, section 4.8)."""

from __future__ import annotations

import base64
import binascii
import hashlib
import io
import zipfile
import zlib
from typing import TYPE_CHECKING, BinaryIO

from app.transfer.readers.container import Refused

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_CONTENT = "content.xml"
_SPACE = "{urn:oasis:names:tc:opendocument:xmlns:manifest:1.0}"
_BLOCK, _CHECKED, _MOST_ROUNDS = 16, 1024, 5_000_000


def unlocked(file: BinaryIO, password: str, limit: int) -> bytes:
    """The sheet without its password: a package of its content alone, which is all that is read.

    Args:
        file: the locked package.
        password: "" when none was given.
        limit: how many bytes the content may unpack to.

    Raises:
        Refused: there is no password, it is wrong, the way of locking is unknown, or the content is too long.
    """
    if not password:
        raise Refused("password")
    try:
        with zipfile.ZipFile(file) as archive:
            mimetype = archive.read("mimetype")
            told = _encryption(archive.read("META-INF/manifest.xml"))
            plain = _decrypted(archive.read(_CONTENT), told, password)
        unpacker = zlib.decompressobj(-zlib.MAX_WBITS)
        content = unpacker.decompress(plain, limit)
    except (KeyError, ValueError, zipfile.BadZipFile, zlib.error, binascii.Error) as error:
        raise Refused("damaged") from error
    if unpacker.unconsumed_tail:
        raise Refused("bomb")
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as package:
        package.writestr("mimetype", mimetype)
        package.writestr(_CONTENT, content)
    return made.getvalue()


def _encryption(manifest: bytes) -> Element:
    """How the content is locked."""
    from defusedxml.ElementTree import fromstring

    for entry in fromstring(manifest).iter(f"{_SPACE}file-entry"):
        if entry.get(f"{_SPACE}full-path") == _CONTENT:
            told = entry.find(f"{_SPACE}encryption-data")
            if told is not None:
                return told
    raise Refused("locked_otherwise")


def _decrypted(data: bytes, told: Element, password: str) -> bytes:
    """The content as it was packed before it was locked.

    Source: ODF 1.3, part 2: the key is PBKDF2 with HMAC-SHA-1 of the SHA-256 of the password, the padding that of XML
    Encryption 5.2, and the checksum the SHA-256 of the first kilobyte of what is packed.
    """
    from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

    def part(name: str, attribute: str) -> str:
        found = told.find(_SPACE + name)
        return "" if found is None else found.get(_SPACE + attribute, "")

    rounds, size = int(part("key-derivation", "iteration-count")), int(part("key-derivation", "key-size"))
    salt = base64.b64decode(part("key-derivation", "salt"))
    start = base64.b64decode(part("algorithm", "initialisation-vector"))
    if not (0 < rounds <= _MOST_ROUNDS and size == 32 and len(start) == _BLOCK and data and len(data) % _BLOCK == 0):
        raise Refused("damaged")
    key = hashlib.pbkdf2_hmac("sha1", hashlib.sha256(password.encode()).digest(), salt, rounds, size)
    opening = Cipher(algorithms.AES(key), modes.CBC(start)).decryptor()
    plain = opening.update(data) + opening.finalize()
    plain = plain[: -plain[-1]] if 0 < plain[-1] <= _BLOCK else b""
    if hashlib.sha256(plain[:_CHECKED]).digest() != base64.b64decode(told.get(f"{_SPACE}checksum", "")):
        raise Refused("wrong_password")
    return plain
