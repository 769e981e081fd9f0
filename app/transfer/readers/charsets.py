"""Text by the character set that a file says it is in."""

from __future__ import annotations

import codecs

_WIDER = {"gb2312": "gb18030", "gbk": "gb18030", "x-gbk": "gb18030", "iso-8859-1": "cp1252", "big5": "cp950"}
"""Sets that files name when they mean a wider one, as browsers have it (WHATWG Encoding Standard)."""


def by_name(data: bytes, name: str, errors: str = "replace") -> str | None:
    """The text of some bytes by the name of a character set.

    Args:
        errors: as ``bytes.decode`` has it.

    Returns:
        None where there is no such set, it is none of text, or the bytes do not fit and ``errors`` is "strict".
    """
    name = name.strip().lower()
    try:
        return data.decode(codecs.lookup(_WIDER.get(name, name)).name, errors)
    except (LookupError, UnicodeError, TypeError, AssertionError):
        return None
