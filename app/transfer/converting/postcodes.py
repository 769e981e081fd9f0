"""Postcodes inside texts: 〒100-0001, (우) 04524, OR 97201-1234, 邮编 215000; by their digits alone some look like phone numbers."""

from __future__ import annotations

import re

_MARKS = (
    r"(?:〒|\(우\)|（우）|우편번호|郵便番号|郵遞區號|邮政编码|邮编|郵編|"
    r"\b(?:zip(?: ?code)?|post ?code|postal code|plz|cep|código postal|code postal)\b)"
)
_CODE = r"(\d{3}[-‐−–ー]?\d{4}|\d{5}(?:-\d{3,4})?|\d{6}|\d{2}-\d{3}|\d{4}-\d{3})"
_MARKED = re.compile(rf"{_MARKS}\s*[:：]?\s*{_CODE}(?![\d-])", re.IGNORECASE)
# Oregon 97201-1234: the four digits behind it are a part of the postcode.
_STATE = re.compile(r"(?<=\b[A-Z]{2} )(\d{5}-\d{4})(?![\d-])")
_LONG = re.compile(r"(?<![\d+(（-])(\d{5}-\d{4})(?![\d-])")
_THREE_FOUR = re.compile(r"(?<![\d+(（-])(?<!\d )(\d{3}[-‐−–]\d{4})(?![\d-])(?! ?\d)")
_JAPANESE = re.compile(
    r"[\u3041-\u30fa]|〒|郵便|東京都|北海道|[\u4e00-\u9fff]{2,3}県|(?:大阪|京都)府|(?:株式|有限|合同)会社|\+81|"
    r"\b(?:Japan|Tokyo|Osaka|Kyoto|Yokohama|Nagoya)\b",
    re.IGNORECASE,
)
_HOME = re.compile(
    r"[\u3041-\u30fa]|〒|郵便|東京都|北海道|[\u4e00-\u9fff]{2,3}県|(?:大阪|京都)府|(?:株式|有限|合同)会社"
)
_CHINESE_MOBILE = re.compile(r"(?<!\d)1[3-9]\d[- ]?\d{4}[- ]?\d{4}(?!\d)")


def japanese(text: str) -> bool:
    """Whether a text tells of an address in Japan, where 100-0001 is a postcode."""
    return _JAPANESE.search(text) is not None


def at_home_in_japan(text: str) -> bool:
    """Whether a text is written as in Japan and has no Chinese mobile number, so that its numbers are Japanese."""
    return _HOME.search(text) is not None and _CHINESE_MOBILE.search(text) is None


def marked(text: str) -> bool:
    """Whether a text holds a postcode that is surely one."""
    return _MARKED.search(text) is not None or _STATE.search(text) is not None


def apart(text: str, *, in_japan: bool = False, in_america: bool = False) -> tuple[str, list[str]]:
    """A text without its postcodes, and these.

    Args:
        text: such as ``〒100-0001 東京都千代田区千代田1-1``.
        in_japan: whether three and four digits are a postcode without a mark as well.
        in_america: whether five and four digits are.
    """
    found: list[str] = []
    for pattern in (_MARKED, _STATE, *([_THREE_FOUR] if in_japan else []), *([_LONG] if in_america else [])):
        for match in pattern.finditer(text):
            found.append(match[1])
        text = pattern.sub(" ", text)
    return text, found
