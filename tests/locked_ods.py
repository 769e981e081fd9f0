"""OpenDocument sheets that a password opens, locked in each way that OpenOffice and LibreOffice know."""

from __future__ import annotations

import base64
import hashlib
import io
import zipfile
import zlib
from pathlib import Path

from cryptography.hazmat.decrepit.ciphers.algorithms import Blowfish
from cryptography.hazmat.decrepit.ciphers.modes import CFB
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

MIMETYPE = "application/vnd.oasis.opendocument.spreadsheet"
_ROWS = [["客户名称", "电话"], ["恒瑞机械", "0512-66881234"]]
_SALT, _ROUNDS = b"sixteen of salts", 1024
_ODF = "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"
_LO = "urn:org:documentfoundation:names:experimental:office"


def content() -> bytes:
    """A sheet with a single customer."""
    cells = (
        "<table:table-row>"
        + "".join(f'<table:table-cell office:value-type="string"><text:p>{c}</text:p></table:table-cell>' for c in row)
        + "</table:table-row>"
        for row in _ROWS
    )
    office = "urn:oasis:names:tc:opendocument:xmlns"
    return (
        f'<office:document-content xmlns:office="{office}:office:1.0" xmlns:table="{office}:table:1.0"'
        f' xmlns:text="{office}:text:1.0"><office:body><office:spreadsheet><table:table table:name="客户">'
        f"{''.join(cells)}</table:table></office:spreadsheet></office:body></office:document-content>"
    ).encode()


def package(parts: dict[str, bytes]) -> bytes:
    """A package of these parts."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for name, data in {"mimetype": MIMETYPE.encode(), **parts}.items():
            archive.writestr(name, data)
    return made.getvalue()


def blowfish(path: Path, password: bytes, part: bytes | None = None) -> Path:
    """Locked as OpenOffice did: what is not said of the steps is SHA-1 and a key of 16 bytes."""
    packed = _packed(content()) if part is None else part
    key = hashlib.pbkdf2_hmac("sha1", hashlib.sha1(password).digest(), _SALT, _ROUNDS, 16)
    closing = Cipher(Blowfish(key), CFB(b"12345678")).encryptor()
    told = (
        f'<manifest:encryption-data manifest:checksum-type="SHA1/1K" manifest:checksum="'
        f'{_text(hashlib.sha1(packed[:1024]).digest())}">'
        f'<manifest:algorithm manifest:algorithm-name="Blowfish CFB" manifest:initialisation-vector="'
        f'{_text(b"12345678")}"/>{_pbkdf2("")}</manifest:encryption-data>'
    )
    path.write_bytes(package({"content.xml": closing.update(packed), **_manifest("content.xml", told)}))
    return path


def chained(path: Path, password: bytes, start_key: str = "http://www.w3.org/2000/09/xmldsig#sha256") -> Path:
    """Locked as LibreOffice 3.5 did."""
    packed = _packed(content())
    key = hashlib.pbkdf2_hmac("sha1", hashlib.sha256(password).digest(), _SALT, _ROUNDS, 32)
    left = 16 - len(packed) % 16
    closing = Cipher(algorithms.AES(key), modes.CBC(b"x" * 16)).encryptor()
    told = (
        f'<manifest:encryption-data manifest:checksum-type="{_ODF}#sha256-1k" manifest:checksum="'
        f'{_text(hashlib.sha256(packed[:1024]).digest())}">'
        f'<manifest:algorithm manifest:algorithm-name="http://www.w3.org/2001/04/xmlenc#aes256-cbc"'
        f' manifest:initialisation-vector="{_text(b"x" * 16)}"/>'
        f'<manifest:start-key-generation manifest:start-key-generation-name="{start_key}" manifest:key-size="32"/>'
        f"{_pbkdf2(32)}</manifest:encryption-data>"
    )
    data = closing.update(packed + bytes(left - 1) + bytes([left]))
    path.write_bytes(package({"content.xml": data, **_manifest("content.xml", told)}))
    return path


def whole(path: Path, password: bytes, inner: bytes | None = None, **claims: str) -> Path:
    """Locked as LibreOffice 24.8 does: the whole package as one part.

    Args:
        path: where it is made.
        password: what opens it.
        inner: what is locked; by default the package of a sheet.
        claims: what the manifest tells otherwise than is so, of "iterations", "memory", "lanes" and "vector".
    """
    packed = _packed(package({"content.xml": content()}) if inner is None else inner)
    key = Argon2id(salt=_SALT, length=32, iterations=1, lanes=4, memory_cost=64).derive(
        hashlib.sha256(password).digest()
    )
    vector = b"123456789012"
    told = {"iterations": "1", "memory": "64", "lanes": "4", "vector": _text(vector)} | claims
    argon2 = "".join(f' loext:argon2-{each}="{told[each]}"' for each in ("iterations", "memory", "lanes") if told[each])
    told_so = (
        f"<manifest:encryption-data>"
        f'<manifest:algorithm manifest:algorithm-name="http://www.w3.org/2009/xmlenc11#aes256-gcm"'
        f' manifest:initialisation-vector="{told["vector"]}"/>'
        f'<manifest:start-key-generation manifest:start-key-generation-name="http://www.w3.org/2001/04/xmlenc#sha256"'
        f' manifest:key-size="32"/><manifest:key-derivation manifest:key-derivation-name="{_LO}:manifest:argon2id"'
        f' manifest:key-size="32" manifest:salt="{_text(_SALT)}"{argon2}/></manifest:encryption-data>'
    )
    data = vector + AESGCM(key).encrypt(vector, packed, None)
    path.write_bytes(package({"encrypted-package": data, **_manifest("encrypted-package", told_so)}))
    return path


def _packed(data: bytes) -> bytes:
    packer = zlib.compressobj(wbits=-zlib.MAX_WBITS)
    return packer.compress(data) + packer.flush()


def _text(data: bytes) -> str:
    return base64.b64encode(data).decode()


def _pbkdf2(size: object) -> str:
    sized = f' manifest:key-size="{size}"' if size else ""
    return (
        f'<manifest:key-derivation manifest:key-derivation-name="PBKDF2" manifest:iteration-count="{_ROUNDS}"'
        f' manifest:salt="{_text(_SALT)}"{sized}/>'
    )


def _manifest(name: str, told: str) -> dict[str, bytes]:
    manifest = (
        f'<manifest:manifest xmlns:manifest="{_ODF}" xmlns:loext="{_LO}:xmlns:loext:1.0">'
        f'<manifest:file-entry manifest:full-path="{name}" manifest:media-type="text/xml" manifest:size="9">{told}'
        f"</manifest:file-entry></manifest:manifest>"
    )
    return {"META-INF/manifest.xml": manifest.encode()}
