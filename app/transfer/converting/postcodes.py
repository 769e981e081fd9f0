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
_POSTCODE = r"(?:[A-Z]{1,2}[- ])?(\d{4} ?[A-Z]{2}(?![a-zà-ÿ])|\d{3} \d{2}|\d{2}-\d{3}|\d{5}-\d{3,4}|\d{4,6})"
_WHOLE = re.compile(r"(?:NL[- ]?)?\d{4} ?[A-Za-z]{2}|[A-Z]{2} \d{5}(?:-\d{4})?")
"""The two letters belong to the postcode: 3511 AA, TX 75218."""
_CITY = r"([^\W\d][^\d]{1,40}?(?: \d{1,2}|(?<=Cedex) ?\d{0,2})?)"
_BEFORE = re.compile(rf"{_POSTCODE}[ ,/-]*\s+{_CITY}(?:\s*\(([A-Z]{{2}})\))?")
_AFTER = re.compile(rf"(?![A-Z]{{2}}[ ,])([^\W\d][^\d,]{{1,40}}?)[ ,/-]*\s+{_POSTCODE}")
_STATE_BEHIND = re.compile(r"([^\W\d][^\d,]{1,40}?),?\s+([A-Z]{2}),?\s+(\d{5}(?:-\d{4})?)")
_CHINESE_FIRST = re.compile(r"(?:邮编|邮政编码|郵編)?\s*[:：]?\s*(\d{6})[\s,，;；]*(?=[\u4e00-\u9fff])(.+)")
"""One cell for both: 70173 Stuttgart, D-80331 München, 1012 AB Amsterdam, Portland 97201, Springfield, IL 62701."""
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


def with_city(text: str) -> dict[str, str]:
    """The postcode of a text with the city, and the state or province, that stand beside it; {} where it is no such text."""
    if _WHOLE.fullmatch(text):
        return {}
    if match := _STATE_BEHIND.fullmatch(text):
        return {"postcode": match[3], "city": match[1], "province": match[2]}
    if match := _BEFORE.fullmatch(text):
        return {"postcode": match[1], "city": match[2]} | ({"province": match[3]} if match[3] else {})
    match = _AFTER.fullmatch(text)
    return {"postcode": match[2], "city": match[1]} if match else {}


def with_state(text: str) -> dict[str, str]:
    """City, state and postcode of a text such as ``Springfield, IL 62701``; {} where it is no such text."""
    return with_city(text) if _STATE_BEHIND.fullmatch(text) else {}


def before_address(text: str) -> tuple[str, str]:
    """The Chinese postcode at the beginning of an address, and the rest; "" and the text where there is none."""
    match = _CHINESE_FIRST.fullmatch(text)
    return (match[1], match[2]) if match else ("", text)
