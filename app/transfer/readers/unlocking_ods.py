"""OpenDocument sheets with a password, in the three ways OpenOffice and LibreOffice have locked them.

1. Blowfish, in ODF 1.0 and 1.1 (ODF 1.3, part 2, section 4.8): each part of the package by itself.
2. AES in chained blocks, since LibreOffice 3.5: each part by itself.
3. AES-GCM with Argon2id, since LibreOffice 24.8 (OFFICE-4153): the whole package as one part, ``encrypted-package``.

The manifest tells the steps of each way by name, so each step is looked up by itself.
"""

from __future__ import annotations

import base64
import binascii
import contextlib
import hashlib
import io
import zipfile
import zlib
from collections.abc import Callable
from typing import TYPE_CHECKING, BinaryIO

from app.transfer.readers import odf_locks
from app.transfer.readers.container import ZIP, Refused

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_CONTENT, _PACKAGE = "content.xml", "encrypted-package"
_SPACE = f"{{{odf_locks.ODF}0}}"
_ARGON2_SPACES = (_SPACE, "{urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0}")
_BLOCK, _NONCE, _TAG, _CHECKED = 16, 12, 16, 1024
_MOST_ROUNDS = 5_000_000
_MOST_MEMORY, _MOST_FILLED = 1 << 19, 4 << 20
"""KiB that Argon2id may take, and fill in all its passes: LibreOffice takes 64 MiB three times; a damaged file may ask
for terabytes, and no file may take a GiB."""


def unlocked(file: BinaryIO, password: str, limit: int) -> bytes:
    """The sheet without its password: a package of its content at least, which is all that is read.

    Args:
        file: the locked package.
        password: "" when none was given.
        limit: how many bytes the content may unpack to.

    Raises:
        Refused: there is no password, it is wrong, the way of locking is unknown, or the content is too long.
    """
    if not password:
        raise Refused("password")
    from xml.etree.ElementTree import ParseError

    from cryptography.exceptions import UnsupportedAlgorithm

    try:
        with zipfile.ZipFile(file) as archive:
            mimetype = archive.read("mimetype")
            name, told = _encryption(archive.read("META-INF/manifest.xml"))
            plain = _decrypted(archive.read(name), told, password)
        if name == _PACKAGE and plain.startswith(ZIP):
            return plain
        content = _inflated(plain, limit)
    except (KeyError, ValueError, zipfile.BadZipFile, zlib.error, binascii.Error, ParseError) as error:
        raise Refused("damaged") from error
    except UnsupportedAlgorithm as error:  # a system's own library may leave old or new ciphers out
        raise Refused("locked_otherwise") from error
    if name == _PACKAGE:
        return content
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as package:
        package.writestr("mimetype", mimetype)
        package.writestr(_CONTENT, content)
    return made.getvalue()


def _inflated(plain: bytes, limit: int) -> bytes:
    unpacker = zlib.decompressobj(-zlib.MAX_WBITS)
    content = unpacker.decompress(plain, limit)
    if unpacker.unconsumed_tail:
        raise Refused("bomb")
    return content


def _encryption(manifest: bytes) -> tuple[str, Element]:
    """The part that holds the content, and how it is locked."""
    from defusedxml.ElementTree import fromstring

    for entry in fromstring(manifest).iter(f"{_SPACE}file-entry"):
        name = entry.get(f"{_SPACE}full-path", "")
        if name in (_CONTENT, _PACKAGE):
            told = entry.find(f"{_SPACE}encryption-data")
            if told is not None:
                return name, told
    raise Refused("locked_otherwise")


def _decrypted(data: bytes, told: Element, password: str) -> bytes:
    """The content as it was packed before it was locked.

    Source: ODF 1.3, part 2: the key is derived from the hash of the password, and the checksum is the hash of the first
    kilobyte of what is packed. AES-GCM needs no checksum, as its tag is one.
    """
    cipher, size = odf_locks.CIPHERS[_told(told, "algorithm", "algorithm-name")]
    start = base64.b64decode(_told(told, "algorithm", "initialisation-vector"))
    derived = _derivation(told, size)
    checked = odf_locks.CHECKSUMS[told.get(f"{_SPACE}checksum-type", "")] if cipher != odf_locks.GCM else ""
    checksum = base64.b64decode(told.get(f"{_SPACE}checksum", ""))
    for begun in _begun(told, password):
        plain = _OPENED[cipher](data, derived(begun), start)
        if plain and (not checked or hashlib.new(checked, plain[:_CHECKED]).digest() == checksum):
            return plain
    raise Refused("wrong_password")


def _told(told: Element, name: str, attribute: str, otherwise: str = "") -> str:
    found = told.find(_SPACE + name)
    return otherwise if found is None else found.get(_SPACE + attribute, otherwise)


def _begun(told: Element, password: str) -> list[bytes]:
    """The hashes of the password that the key may have been derived from.

    OpenOffice 1 hashed a password with umlauts as Windows wrote it, and LibreOffice still tries that.
    """
    way = odf_locks.START_KEYS[_told(told, "start-key-generation", "start-key-generation-name", "SHA1")]
    written = [password.encode()]
    if way == "sha1":
        with contextlib.suppress(UnicodeEncodeError):
            written.append(password.encode("cp1252"))
    return [hashlib.new(way, each).digest() for each in dict.fromkeys(written)]


def _derivation(told: Element, usual: int) -> Callable[[bytes], bytes]:
    """How the key is made of the hash of the password."""
    size = int(_told(told, "key-derivation", "key-size", str(usual)))
    salt = base64.b64decode(_told(told, "key-derivation", "salt"))
    if size != usual:
        raise Refused("damaged")
    if _told(told, "key-derivation", "key-derivation-name") in odf_locks.PBKDF2:
        rounds = int(_told(told, "key-derivation", "iteration-count"))
        if not 0 < rounds <= _MOST_ROUNDS:
            raise Refused("damaged")
        return lambda begun: hashlib.pbkdf2_hmac("sha1", begun, salt, rounds, size)
    passes, memory, lanes = (_argon2(told, name) for name in ("iterations", "memory", "lanes"))
    if not (passes > 0 and 0 < 8 * lanes <= memory <= _MOST_MEMORY and passes * memory <= _MOST_FILLED):
        raise Refused("damaged")
    from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

    return lambda begun: Argon2id(
        salt=salt, length=size, iterations=passes, lanes=lanes, memory_cost=memory
    ).derive(begun)  # fmt: skip


def _argon2(told: Element, name: str) -> int:
    found = told.find(f"{_SPACE}key-derivation")
    given = (found.get(f"{space}argon2-{name}") for space in _ARGON2_SPACES if found is not None)
    return int(next(filter(None, given), ""))


def _blowfish(data: bytes, key: bytes, start: bytes) -> bytes:
    from cryptography.hazmat.decrepit.ciphers.algorithms import Blowfish
    from cryptography.hazmat.decrepit.ciphers.modes import CFB
    from cryptography.hazmat.primitives.ciphers import Cipher

    opening = Cipher(Blowfish(key), CFB(start)).decryptor()
    return opening.update(data) + opening.finalize()


def _chained(data: bytes, key: bytes, start: bytes) -> bytes:
    """The padding is that of XML Encryption 5.2: only its last byte is told."""
    from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

    if not data or len(data) % _BLOCK:
        raise Refused("damaged")
    opening = Cipher(algorithms.AES(key), modes.CBC(start)).decryptor()
    plain = opening.update(data) + opening.finalize()
    return plain[: -plain[-1]] if 0 < plain[-1] <= _BLOCK else b""


def _authenticated(data: bytes, key: bytes, start: bytes) -> bytes:
    """The start stands before the data again, and the tag after it (XML Encryption 1.1, 5.2.4)."""
    from cryptography.exceptions import InvalidTag
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    if len(start) != _NONCE or not data.startswith(start) or len(data) < _NONCE + _TAG:
        raise Refused("damaged")
    try:
        return AESGCM(key).decrypt(start, data[_NONCE:], None)
    except InvalidTag:
        return b""


_OPENED: dict[str, Callable[[bytes, bytes, bytes], bytes]] = {
    odf_locks.BLOWFISH: _blowfish, odf_locks.CBC: _chained, odf_locks.GCM: _authenticated,
}  # fmt: skip
