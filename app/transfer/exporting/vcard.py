"""One vCard as text: versions 3.0 (RFC 2426) and 4.0 (RFC 6350), escaped and folded as both ask."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

VERSIONS = ("3.0", "4.0")
_FOLD = 75
_STRUCTURED = str.maketrans({"\\": "\\\\", ",": "\\,", ";": "\\;", "\n": "\\n"})


class Card:
    """A card that is being written, line by line. Empty values are left out.

    Args:
        version: one of ``VERSIONS``.
    """

    def __init__(self, version: str) -> None:
        self.version = version
        self._lines = ["BEGIN:VCARD", f"VERSION:{version}"]

    def text(self, name: str, value: str | None, *, always: bool = False) -> None:
        """A property with one text."""
        if value or always:
            self._lines.append(f"{name}:{_escaped(value or '')}")

    def parts(self, name: str, values: Sequence[str | None], separator: str = ";", *, always: bool = False) -> None:
        """A property with several texts, such as a name or an address; left out when all are empty."""
        if always or any(values):
            self._lines.append(f"{name}:{separator.join(_escaped(value or '') for value in values)}")

    def uri(self, name: str, value: str | None) -> None:
        """A property with an address of the web, in which no sign is escaped."""
        if value:
            self._lines.append(f"{name}:{''.join(value.split())}")

    def phone(self, value: str | None, kind: str) -> None:
        """A telephone number; ``kind`` is "cell", "work" or "fax"."""
        types = {"fax": "work,fax" if self.version == "3.0" else "fax"}.get(kind, kind)
        quoted = f'"{types}"' if "," in types and self.version == "4.0" else types
        self.text(f"TEL;TYPE={quoted}", value)

    def day(self, name: str, value: date | None) -> None:
        """A day; version 4.0 writes it without hyphens."""
        if value is not None:
            self._lines.append(f"{name}:{value:%Y-%m-%d}" if self.version == "3.0" else f"{name}:{value:%Y%m%d}")

    def end(self) -> str:
        """The whole card."""
        return "".join(map(_folded, [*self._lines, "END:VCARD"]))


def _escaped(text: str) -> str:
    plain = text.replace("\r\n", "\n").replace("\r", "\n")
    return "".join(sign for sign in plain if sign >= " " or sign in "\n\t").translate(_STRUCTURED)


def _folded(line: str) -> str:
    """The line with its end, broken so that no part has more than 75 octets and no sign is cut."""
    if len(line) <= _FOLD // 4 or len(line.encode("utf-8", "replace")) <= _FOLD:
        return line + "\r\n"
    out, used = [], 0
    for sign in line:
        size = len(sign.encode("utf-8", "replace"))
        if used + size > _FOLD:
            out.append("\r\n ")
            used = 1
        out.append(sign)
        used += size
    return "".join(out) + "\r\n"
