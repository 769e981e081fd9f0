"""Reading the key of an encrypted book from a file."""

from __future__ import annotations

from pathlib import Path

from app.shared.errors import NotFound, WrongKey
from app.shared.i18n import N_

_BYTES = 32
_MOST = 1000


def read(path: Path) -> bytes:
    """The key in a file: 32 bytes, or 64 hexadecimal digits. Raises NotFound, WrongKey."""
    try:
        with path.open("rb") as file:
            held = file.read(_MOST)
    except OSError as error:
        raise NotFound(N_("The key file “{name}” cannot be read."), N_("Check the path."), name=str(path)) from error
    if len(held) == _BYTES:
        return held
    try:
        key = bytes.fromhex(held.decode("ascii").strip())
    except ValueError:
        key = b""
    if len(key) != _BYTES:
        raise WrongKey(
            N_("“{name}” holds no key."), N_("A key file has 32 bytes, or 64 hexadecimal digits."), name=path.name
        )
    return key
