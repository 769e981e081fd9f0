"""Texts of a sheet that a program saved in a character set without all their letters: 苏州 comes back as ??."""

from __future__ import annotations

_LOST = "?"
_ASCII = 128
_PAIRS = 0x10000
"""From here on a letter is two units for many programs, which write two signs for it."""


def lost_letters(cell: str, held: str) -> bool:
    """Whether a cell says what the book holds but for letters that were lost, so that nobody edited it.

    Args:
        cell: what the sheet says.
        held: what the book holds, as the sheet would say it.
    """
    cell, held = cell.strip(), held.strip()
    if _LOST not in cell or cell == held or held.isascii():
        return False
    at, lost = 0, False
    for letter in held.replace("\r\n", "\n") if "\r" not in cell else held:
        said = cell[at : at + 1]
        if said == letter:
            at += 1
        elif ord(letter) < _ASCII or (said != _LOST and (letter.isalnum() or not said or not said.isascii())):
            return False
        else:
            # Signs may be written as the nearest one: a full comma as a plain one.
            lost = lost or said == _LOST
            at += 1 + (ord(letter) >= _PAIRS and cell[at : at + 2] == _LOST * 2)
    return lost and at == len(cell)
