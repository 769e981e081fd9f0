"""Plain text repairs that every parser of messy input starts with, and several names in one line."""

from __future__ import annotations

import re
from collections.abc import Sequence

HAN = re.compile(r"[\u3400-\u9fff]")
"""A Chinese character."""
_FULL_WIDTH = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
_WIDTH: dict[int, int | str | None] = {
    **_FULL_WIDTH,
    0x3000: " ",
    0x00A0: " ",
    0x2002: " ",
    0x2003: " ",
    0x2007: " ",
    0x2009: " ",
    0x202F: " ",
    0x2010: "-",
    0x2011: "-",
    0x2012: "-",
    0x2013: "-",
    0x2014: "-",
    0x2015: "-",
    0x2212: "-",
    0x3010: "[",
    0x3011: "]",
    0x200B: None,
    0x200C: None,
    0x200D: None,
    0x200E: None,
    0x200F: None,
    0x202A: None,
    0x202C: None,
    0x202D: None,
    0xFEFF: None,
}


def half_width(text: str) -> str:
    """The text with full-width letters, digits and signs, odd blanks and odd dashes made plain.

    Invisible marks (zero-width blanks, writing-direction marks that copied phone numbers carry) are dropped, so the
    result may be shorter than the text.
    """
    return text if text.isascii() else text.translate(_WIDTH)


def one_line(text: str) -> str:
    """The text in one line, without outer blanks and with single inner blanks."""
    return " ".join(text.split())


def closed_up(text: str) -> str:
    """The text without any blanks, case-folded: ``B 级`` is ``b级``."""
    return "".join(text.split()).casefold()


def several(names: Sequence[str], most: int = 3) -> str:
    """Names beside each other, each once: the first ones, and how many there are when not all are told."""
    each = list(dict.fromkeys(names))
    told = ", ".join(each[:most])
    return told if len(each) <= most else f"{told} … ({len(each)})"
