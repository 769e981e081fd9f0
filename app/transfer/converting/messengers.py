"""QQ and WeChat names that stand, with their labels, in a cell of phone numbers."""

from __future__ import annotations

import re

from app.shared.text import half_width

_MOBILE = r"1[3-9]\d{9}(?!\d)"
_QQ = re.compile(
    rf"(?<![a-z])QQ\s*号?码?\s*[:：]?\s*(?!{_MOBILE})([1-9]\d{{4,10}})(?![\d@-])"
    rf"|(?<!\d)(?!{_MOBILE})([1-9]\d{{4,10}})\s*[(\[]\s*QQ\s*号?\s*[)\]]",
    re.IGNORECASE,
)
_WECHAT = re.compile(
    r"(?:微信号?|(?<![a-z])(?:we\s?chat|weixin|wx)(?![a-z]))\s*(?:id)?\s*[:：]?\s*(?!qq\b)([a-z][a-z0-9_-]{4,19})(?![\w@-])",
    re.IGNORECASE | re.ASCII,
)


def take(text: str) -> tuple[str, tuple[tuple[str, str], ...]]:
    """Take the labelled QQ and WeChat names out of a text.

    A mobile number behind such a label stays a phone number, since it is one.

    Returns:
        The rest of the text, and pairs of a field ("qq", "wechat") and its value.
    """
    plain = half_width(text)
    found: list[tuple[str, str]] = []
    for field, pattern in (("wechat", _WECHAT), ("qq", _QQ)):
        for match in pattern.finditer(plain):
            found.append((field, next(group for group in match.groups() if group)))
        plain = pattern.sub(" ", plain)
    return (plain.strip(" ,;/|、，；\n"), tuple(found)) if found else (text, ())
