"""The names by which the manifest of a locked OpenDocument package tells how it is locked."""

from __future__ import annotations

import re

ODF = "urn:oasis:names:tc:opendocument:xmlns:manifest:1."
_XMLENC, _XMLDSIG = "http://www.w3.org/2001/04/xmlenc#", "http://www.w3.org/2000/09/xmldsig#"
_XMLENC11 = "http://www.w3.org/2009/xmlenc11#"
BLOWFISH, CBC, GCM = "blowfish", "cbc", "gcm"
CIPHERS = {
    "Blowfish CFB": (BLOWFISH, 16),
    f"{ODF}0#blowfish": (BLOWFISH, 16),
    **{f"{_XMLENC}aes{8 * size}-cbc": (CBC, size) for size in (16, 24, 32)},
    **{f"{_XMLENC11}aes{8 * size}-gcm": (GCM, size) for size in (16, 24, 32)},
}
"""The ciphers with the bytes of their keys."""
START_KEYS = {
    "SHA1": "sha1", f"{_XMLDSIG}sha1": "sha1", f"{_XMLDSIG}sha256": "sha256", f"{_XMLENC}sha256": "sha256",
}  # fmt: skip
CHECKSUMS = {"SHA1/1K": "sha1", f"{ODF}0#sha1-1k": "sha1", f"{ODF}0#sha256-1k": "sha256"}
PBKDF2 = ("PBKDF2", f"{ODF}0#pbkdf2")
ARGON2 = ("urn:org:documentfoundation:names:experimental:office:manifest:argon2id", f"{ODF}5#argon2id")
_KNOWN = {*CIPHERS, *START_KEYS, *PBKDF2, *ARGON2}
_NAMED = re.compile(rb"(?:algorithm|start-key-generation|key-derivation)-name\s*=\s*[\"']([^\"']*)")


def known(manifest: bytes) -> bool:
    """Whether all steps of locking that a manifest names are known."""
    named = {name.decode("utf-8", "replace") for name in _NAMED.findall(manifest)}
    return bool(named) and named <= _KNOWN
