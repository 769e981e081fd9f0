"""The apostrophe that keeps a spreadsheet from calculating a text of a .csv file, put in front and taken away again."""

from __future__ import annotations

import re

_NUMBER = r"-(?:0|[1-9]\d{0,10})(?:\.\d+)?%?"
_PHONE = r"\+\d{1,3} +\d[\d ().-]*(?:(?:ext\.?|x|转) *\d+ *)?"
"""After the code of the country a blank between figures: no spreadsheet can calculate that."""
_RISKY = re.compile(
    rf"'+[0-9]+\Z|'+[=@+\t\r\n＝＠＋－-]|[=@\t\r\n＝＠]|(?=[+＋－-])(?!(?:{_NUMBER}|{_PHONE}|[ －-]+)\Z)",
    re.IGNORECASE | re.ASCII,
)
_CALCULATED = tuple("=+-@＝＋－＠\t\r\n")
"""What a formula begins with, in full width too, which spreadsheets of East Asia take for the same (OWASP, CSV injection)."""


def guarded(text: str) -> str:
    """A text as a .csv file holds it: with an apostrophe in front where a spreadsheet would calculate it.

    +86-138-1234-5678 is among them, which is -6964 to Excel, and +8613812345678, which loses its plus. Negative numbers
    and phones in groups (+86 138 0000 2317) are harmless and stay as they are.
    """
    return f"'{text}" if _RISKY.match(text) else text


def bare(text: str) -> str:
    """A text of a .csv file of any program without its apostrophe."""
    if text[:1] == "'":
        rest = text.lstrip("'")
        if rest.startswith(_CALCULATED) or (rest.isascii() and rest.isdigit()):
            return text[1:]
    return text
