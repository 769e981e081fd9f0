"""Japanese in Shift JIS and in EUC: by the bytes that begin its kana and its everyday characters.

In a list of a few rows, other encodings of two bytes fit such bytes as well, as Korean does Shift JIS and Chinese does EUC.
"""

from __future__ import annotations

import re

_SURE = 0.95
"""So many signs must be everyday ones."""
_SHIFT_JIS = re.compile(rb"([\x81-\x9f\xe0-\xfc])[\x40-\x7e\x80-\xfc]|[\xa1-\xdf]")
_SHIFTED = frozenset((0x81, 0x82, 0x83, 0x87, *range(0x88, 0x99)))
_EUC = re.compile(rb"[\xa1-\xfe]{2}")
_LENGTHENED = b"\xa1\xbc"
"""The sign that makes a vowel of kana long (コード)."""
_KANA, _BOTH, _CHINESE, _RARE, _ENOUGH = 4.8, 0.2, -3.0, -1.0, 6.0
"""How a sign, however often it stands there, moves the odds (their logarithm) that a text is Japanese, not Chinese: kana stand in
Chinese names of shops at most; of everyday Chinese 23 % lie where Japanese has its rare signs, and of everyday Japanese nothing. EUC
is rare: the odds must be good."""
_ODDS = {
    **dict.fromkeys((0xA4, 0xA5), _KANA), **dict.fromkeys((0xA1, 0xA2, 0xA3), 0.0), **dict.fromkeys(range(0xB0, 0xD0), _BOTH),
    **dict.fromkeys(range(0xD0, 0xD8), _CHINESE),
}  # fmt: skip
_KANA_ROWS, _FEWEST_TELLING = (0xA4, 0xA5), 2
_PUNCTUATION = frozenset((b"\xa1\xa6", b"\xa1\xd6", b"\xa1\xd7", _LENGTHENED))
"""・, 「, 」 and ー."""
_OF_SHOPS = b"\xa4\xce"
"""の, which Chinese shops like in their names."""
_FIRMS = tuple(word.encode("euc_jp") for word in ("株式会社", "有限会社", "得意先", "取引先"))
"""Words for firms and customers, whose bytes are no words of Chinese or Korean."""
_CHINESE_WORDS = tuple(
    word.encode("gb18030")
    for word in "公司 客户 名称 姓名 地址 联系 电话 手机 备注 经理 老板 单位 日期 上海 北京 广州 深圳".split()
)
"""The other way round: Chinese lists of customers in Japan hold kana as well."""
_KOREAN = frozenset((0xA1, 0xA2, 0xA3, *range(0xB0, 0xC9)))
"""Signs and syllables of Korean, which has its Chinese signs behind these."""
_EVERYDAY = frozenset((0xA1, 0xA3, 0xA4, 0xA5, *range(0xB0, 0xD0)))


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
    """Whether a text holds nothing beside ASCII but signs of EUC, kana or a word for firms among them, and is far likelier
    Japanese than Chinese by what they are.

    Args:
        sample: the beginning of a file.
    """
    if not _reads(sample, "euc_jp"):
        return False
    signs = [one.group() for one in _EUC.finditer(sample)]
    seen = set(signs)
    told = sum((one[0] in _KANA_ROWS or one in _PUNCTUATION) and one != _OF_SHOPS for one in seen)
    named = any(word in sample for word in _FIRMS)
    if (told < _FEWEST_TELLING and not named) or any(word in sample for word in _CHINESE_WORDS):
        return False
    odds = _ENOUGH * named + sum(_KANA if one == _LENGTHENED else _ODDS.get(one[0], _RARE) for one in seen)
    everyday = sum(one[0] in _EVERYDAY for one in signs)
    unlike_korean = named or any(one[0] not in _KOREAN for one in seen)
    return odds >= _ENOUGH and unlike_korean and everyday >= _SURE * len(signs)


def _reads(sample: bytes, encoding: str) -> bool:
    try:
        sample.decode(encoding)
    except UnicodeDecodeError as error:
        return error.start + 1 >= len(sample)
    return True
