"""Tables for a terminal: Chinese characters take two columns."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from typing import TextIO

_WIDEST = 40


def width(text: str) -> int:
    """How many columns of a terminal a text takes."""
    if text.isascii():
        return len(text)
    return sum(
        0 if unicodedata.combining(char) else 2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in text
    )


def fitted(text: str, columns: int) -> str:
    """The text cut to so many columns, with … where something is missing."""
    if width(text) <= columns:
        return text
    taken, used = [], 1
    for char in text:
        used += width(char)
        if used > columns:
            break
        taken.append(char)
    return "".join(taken) + "…"


def padded(text: str, columns: int) -> str:
    """The text filled with blanks to so many columns."""
    return text + " " * max(0, columns - width(text))


def one_line(text: str) -> str:
    """A text without line breaks and control characters, which could drive the terminal."""
    return "".join(char if char.isprintable() else " " for char in " ".join(text.split()))


def write(
    out: TextIO, heads: Sequence[str], rows: Sequence[Sequence[str]], widths: Sequence[int] | None = None
) -> list[int]:
    """Print rows under their heads; columns as wide as their contents, up to a limit. Returns the widths used.

    Args:
        widths: of an earlier part of the same table, which then gets no head again.
    """
    plain = [[one_line(cell) for cell in row] for row in rows]
    if widths is None:
        taken = [min(_WIDEST, max(map(width, column))) for column in zip(heads, *plain, strict=True)]
        out.write(_line(heads, taken) + "\n")
        out.write("  ".join("─" * columns for columns in taken) + "\n")
    else:
        taken = list(widths)
    for row in plain:
        out.write(_line(row, taken) + "\n")
    return taken


def pairs(out: TextIO, rows: Sequence[tuple[str, str]]) -> None:
    """Print labels and values, the values in one column; long texts keep their lines."""
    if not rows:
        return
    columns = max(width(label) for label, _ in rows)
    for label, value in rows:
        lines = [one_line(line) for line in value.splitlines()] or [""]
        out.write(f"{padded(label, columns)}  {lines[0]}\n")
        for line in lines[1:]:
            out.write(f"{' ' * columns}  {line}\n")


def _line(cells: Sequence[str], widths: Sequence[int]) -> str:
    return "  ".join(
        padded(fitted(cell, columns), columns) for cell, columns in zip(cells, widths, strict=True)
    ).rstrip()
