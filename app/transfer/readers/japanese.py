"""Japanese in Shift JIS and in EUC: by the bytes that begin its kana and its everyday characters.

In a list of a few rows, other encodings of two bytes fit such bytes as well, as Korean does Shift JIS and Chinese does EUC.
"""

from __future__ import annotations

import re

_SURE, _KANA, _FEWEST = 0.95, 0.1, 8
"""So many signs must be everyday ones; so many kana, which Chinese has in the names of shops at most; in fewer signs than these
Big5 may look like EUC by chance."""
_SHIFT_JIS = re.compile(rb"([\x81-\x9f\xe0-\xfc])[\x40-\x7e\x80-\xfc]|[\xa1-\xdf]")
_SHIFTED = frozenset((0x81, 0x82, 0x83, 0x87, *range(0x88, 0x99)))
_EUC = re.compile(rb"[\xa1-\xfe]{2}")
_LENGTHENED = b"\xa1\xbc"
"""The sign that makes a vowel of kana long (コード)."""
_EUC_SYLLABLES, _EUC_SIGNS = frozenset((0xA4, 0xA5)), frozenset((0xA1, 0xA3, *range(0xB0, 0xD0)))


def shift_jis(sample: bytes) -> bool:
    """Whether a text holds nothing beside ASCII but everyday signs of Shift JIS.

    Args:
        sample: the beginning of a file.
    """
    if not _reads(sample, "cp932"):
        return False
    seen = [one.group(1) for one in _SHIFT_JIS.finditer(sample)]
    return bool(seen) and sum(one is not None and one[0] in _SHIFTED for one in seen) >= _SURE * len(seen)


def euc(sample: bytes) -> bool:
    """Whether a text holds nothing beside ASCII but everyday signs of EUC, kana among them.

    Args:
        sample: the beginning of a file.
    """
    if not _reads(sample, "euc_jp"):
        return False
    seen = [one.group() for one in _EUC.finditer(sample)]
    kana = sum(one == _LENGTHENED or one[0] in _EUC_SYLLABLES for one in seen)
    everyday = sum(one[0] in _EUC_SYLLABLES or one[0] in _EUC_SIGNS for one in seen)
    total = len(seen)
    return total >= _FEWEST and kana >= _KANA * total and everyday >= _SURE * total


def _reads(sample: bytes, encoding: str) -> bool:
    try:
        sample.decode(encoding)
    except UnicodeDecodeError as error:
        return error.start + 1 >= len(sample)
    return True
