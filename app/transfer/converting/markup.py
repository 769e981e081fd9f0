"""Texts that a program exported as it shows them on a page: <p>Pays at 45 days</p>."""

from __future__ import annotations

import html
import re

_BLOCKS = "p|div|span|ul|ol|html|body|h[1-6]|b|strong|em|i|u|table|blockquote|pre|section|font"
_WHOLE = re.compile(
    rf"\s*<(?:{_BLOCKS})(?:\s[^<>]*)?>.*</(?:{_BLOCKS})>\s*(?:<br\s*/?>\s*)*", re.IGNORECASE | re.DOTALL
)
_DROPPED = re.compile(r"<(style|script)\b.*?</\1>|<!--.*?-->", re.IGNORECASE | re.DOTALL)
_ITEM = re.compile(r"<li\b[^<>]*>", re.IGNORECASE)
_LINE = re.compile(r"<br\s*/?>|</(?:p|div|li|tr|h[1-6]|blockquote|ul|ol|table)>", re.IGNORECASE)
_TAG = re.compile(r"</?[A-Za-z][^<>]*>")
_BLANKS = re.compile(r"[ \t\xa0]+")


def plain(text: str) -> str:
    """What a person reads of a text that is markup as a whole; any other text as it is."""
    if "</" not in text or _WHOLE.fullmatch(text) is None:
        return text
    text = _LINE.sub("\n", _ITEM.sub("- ", _DROPPED.sub("", " ".join(text.split("\n")))))
    lines = (_BLANKS.sub(" ", html.unescape(_TAG.sub("", line))).strip() for line in text.split("\n"))
    return "\n".join(line for line in lines if line)
