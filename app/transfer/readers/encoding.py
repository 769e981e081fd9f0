"""Which encoding a text file is in: byte-order mark, UTF-8, UTF-16 by its NULs, then one of the scripts
between Greece and Thailand, GB18030, Big5, Japanese or a European one.

charset-normalizer takes short GBK files for Korean, so between the Chinese encodings the share of everyday characters
decides: GB2312 and Big5 both keep them in a block of their own (the "level 1" characters).
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from app.transfer.readers.alphabets import european, surely
from app.transfer.readers.cyrillic import cyrillic
from app.transfer.readers.japanese import euc, shift_jis
from app.transfer.readers.korean import hangul
from app.transfer.readers.scripts import script

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
    (b"\x84\x31\x95\x33", "gb18030"),
)
_SAMPLE = 1 << 18
_EVERYDAY = 0.6
_LATIN_RUN = 1.6
_UTF8_SEQUENCE = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
_HIGH_RUN = re.compile(rb"[\x80-\xff]+")


@dataclass(frozen=True, slots=True)
class Decoded:
    """The text, the encoding it was in, and how many places could not be read."""

    text: str
    encoding: str
    lost: int = 0


def decode(data: bytes) -> Decoded:
    """The text of a file.

    Args:
        data: the whole file.
    """
    for mark, name in _BOMS:
        if data.startswith(mark):
            text = data.decode(name, "replace").lstrip("\ufeff")
            return Decoded(text, name, text.count("\ufffd"))
    if name := _utf16(data):
        text = data.decode(name, "replace")
        return Decoded(text, name, text.count("\ufffd"))
    try:
        return Decoded(data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError:
        pass
    name = _legacy(data[:_SAMPLE])
    text = data.decode(name, "replace")
    return Decoded(text, name, text.count("\ufffd"))


def _utf16(data: bytes) -> str:
    """UTF-16 without a mark: every ASCII sign in it, a comma or line end at least, has a NUL on one side."""
    sample = data[:_SAMPLE]
    nuls = sample.count(0)
    if nuls * 50 < len(sample) or nuls < 2:
        return ""
    high, low = sample[1::2].count(0), sample[0::2].count(0)
    if max(high, low) < 10 * min(high, low):
        return ""
    return "utf-16-le" if high > low else "utf-16-be"


def _legacy(sample: bytes) -> str:
    sample = _whole_lines(sample)
    sequences = len(_UTF8_SEQUENCE.findall(sample))
    if sequences and len(re.findall(rb"[\x80-\xff]", _UTF8_SEQUENCE.sub(b"", sample))) * 20 < sequences:
        return "utf-8"
    name = script(sample)
    if name := (cyrillic(sample) or name) if name in ("", "cp1253") else name:
        return name
    if euc(sample):
        return "euc_jp"
    chinese = {"gb18030": _share(sample, 0xB0, 0xD7, True), "cp950": _share(sample, 0xA4, 0xC6, False)}
    best = max(chinese, key=lambda name: chinese[name])
    if best == "gb18030" and hangul(sample):
        return "cp949"
    runs = _HIGH_RUN.findall(sample)
    single = bool(runs) and sum(map(len, runs)) / len(runs) <= _LATIN_RUN
    if chinese[best] >= _EVERYDAY and not (single and surely(sample)):
        return best
    if single:
        return european(sample)
    if shift_jis(sample):
        return "cp932"
    return _guessed(sample) or (best if chinese[best] > 0.3 else "cp1252")


def _whole_lines(sample: bytes) -> bytes:
    end = sample.rfind(b"\n")
    return sample[: end + 1] if len(sample) == _SAMPLE and end > 0 else sample


def _share(sample: bytes, first: int, last: int, high_trail: bool) -> float:
    """The share of two-byte characters that are everyday ones or punctuation, under one Chinese encoding."""
    good = bad = 0
    at, end = 0, len(sample)
    while at < end:
        lead = sample[at]
        if lead < 0x80:
            at += 1
            continue
        trail = sample[at + 1] if at + 1 < end else 0
        if not (trail >= 0xA1 or (0x40 <= trail < 0x7F and not high_trail)):
            bad += 1
            at += 2 if trail >= 0x40 else 1
            continue
        if first <= lead <= last or 0xA1 <= lead <= 0xA3:
            good += 1
        else:
            bad += 1
        at += 2
    return good / (good + bad) if good else 0.0


def _guessed(sample: bytes) -> str:
    """charset-normalizer's opinion, for Cyrillic, Japanese, Korean and other files."""
    from charset_normalizer import from_bytes

    found = from_bytes(
        sample,
        cp_isolation=["gb18030", "big5", "cp1252", "cp1251", "cp1250", "cp932", "cp949", "koi8_r"],
    ).best()
    return found.encoding if found else ""
