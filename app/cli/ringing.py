"""``kebu call NUMBER`` while the window is open: handed over at once, before the rest of the program is loaded.

A softphone starts the command at every call, and the card is wanted while it still rings. A running window needs 0.02 s
for it; loading all commands first would take ten times that.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from urllib.parse import unquote

_VALUED = ("--book", "--lang", "--key-file")
_SCHEMES = ("tel:", "callto:", "sip:")


def wanted(words: Sequence[str]) -> tuple[str, str] | None:
    """The number and the book ("" for the last one) of a plain call; None for any other command line.

    Plain is ``call NUMBER`` with or without ``--book FILE``, and a ``tel:`` address alone, as a browser gives it.
    """
    rest = list(words)
    book = ""
    if "--book" in rest[:-1]:
        at = rest.index("--book")
        book = rest[at + 1]
        del rest[at : at + 2]
    if len(rest) == 1 and is_address(rest[0]):
        return number_of(rest[0]), book
    if rest[:1] == ["call"] and len(rest) > 1 and not any(word.startswith("--") for word in rest[1:]):
        return number_of(" ".join(rest[1:])), book
    return None


def is_address(word: str) -> bool:
    """Whether a word is the address of a phone, such as ``tel:+86-138-0000-2317``."""
    return word.lower().startswith(_SCHEMES)


def number_of(text: str) -> str:
    """The number that stands in an address (RFC 3966: parameters follow a semicolon) or is given as it is."""
    if is_address(text):
        text = unquote(text.partition(":")[2]).partition(";")[0].partition("@")[0].strip("/")
    return text.strip()


def with_command(words: Sequence[str]) -> list[str]:
    """The command line of an address alone, as a browser gives it: ``call`` is put before it; others stay as they are."""
    alone = [word for at, word in enumerate(words) if not (word.startswith("--") or (at and words[at - 1] in _VALUED))]
    if len(alone) != 1 or not is_address(alone[0]):
        return list(words)
    at = words.index(alone[0])
    return [*words[:at], "call", *words[at:]]


def ring(words: Sequence[str]) -> bool:
    """Hand a call to the window that has the book; False when this is no plain call or no window listens."""
    found = wanted(words)
    if found is None:
        return False
    from app.safety.listening import listening
    from app.safety.settings import LAST_BOOK, machine

    number, book = found
    try:
        path = book or machine().get(LAST_BOOK)
        address = listening(Path(path).expanduser()) if path else ""
    except (OSError, RuntimeError):
        return False
    if not number or not address:
        return False
    from app.cli import remote

    try:
        remote.call(address, number)
    except remote.NobodyThere:
        return False
    return True
