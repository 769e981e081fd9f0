"""The lines of a vCard file as properties, read leniently: phones and web mail write the three versions all alike.

Rules: vCard 2.1 (versit, 1996), RFC 2426 (3.0), RFC 6350 (4.0), RFC 6868 (``^n`` in parameters).
"""

from __future__ import annotations

import codecs
import quopri
import re
from collections.abc import Iterator
from dataclasses import dataclass

from app.transfer.readers.charsets import by_name
from app.transfer.readers.encoding import decode

_PROPERTY = re.compile(
    rb'(?:(?P<group>[\w-]+)\.)?(?P<name>[A-Za-z][\w-]*)(?P<params>(?:;(?:"[^"]*"|[^":;])*)*):(?P<value>.*)', re.DOTALL
)
_NEXT = re.compile(
    rb"(?:[\w-]+\.)?(?:BEGIN|END|VERSION|N|FN|TEL|EMAIL|ORG|ADR|LABEL|NOTE|TITLE|ROLE|URL|BDAY|CATEGORIES|PHOTO|UID|REV"
    rb"|IMPP|X-[\w-]+)[;:]"
)
_PARAMETER = re.compile(r';((?:"[^"]*"|[^";])*)')
_BINARY = frozenset({"PHOTO", "LOGO", "SOUND", "KEY", "X-PHOTO"})
_ENCODINGS = frozenset({"QUOTED-PRINTABLE", "BASE64", "B", "8BIT", "7BIT"})
_ESCAPE = re.compile(r"\\(.)", re.DOTALL)
_LONGEST = 1 << 20


@dataclass(frozen=True, slots=True)
class Property:
    """One property of a card.

    Args:
        name: in upper case, without its group.
        value: the text, still with backslashes; "" for pictures and other binary values.
        types: what TYPE and parameters without a name say, in lower case.
        params: the other parameters, names in upper case.
        group: what stands before the point ("item1").
    """

    name: str
    value: str
    types: frozenset[str] = frozenset()
    params: tuple[tuple[str, str], ...] = ()
    group: str = ""

    def param(self, name: str) -> str:
        """The value of a parameter, or ""."""
        return next((value for key, value in self.params if key == name), "")

    @property
    def text(self) -> str:
        """The value as one text."""
        return unescape(self.value).strip()

    @property
    def parts(self) -> list[str]:
        """The values between semicolons."""
        return [unescape(part).strip() for part in split(self.value, ";")]


@dataclass(slots=True)
class _Raw:
    name: str
    group: str
    types: set[str]
    params: list[tuple[str, str]]
    value: bytes


def split(value: str, sign: str) -> list[str]:
    """The parts of a text between signs that no backslash stands before."""
    parts, start, at = [], 0, 0
    while at < len(value):
        if value[at] == "\\":
            at += 2
            continue
        if value[at] == sign:
            parts.append(value[start:at])
            start = at + 1
        at += 1
    return [*parts, value[start:]]


def unescape(value: str) -> str:
    """The text without backslashes; ``\\n`` is a line break."""
    if "\\" in value:
        value = _ESCAPE.sub(lambda match: "\n" if match[1] in "nN" else match[1], value)
    return value.replace("\r\n", "\n").replace("\r", "\n")


def cards(data: bytes) -> Iterator[list[Property]]:
    """The cards of a file, each as its properties; a card that is never ended counts too.

    Args:
        data: the whole file, in any encoding.
    """
    if data[:3] == codecs.BOM_UTF8 or b"\0" in data[:400]:
        data = decode(data).text.encode("utf-8", "replace")
    raw = [[one for line in lines if (one := _raw(line))] for lines in _cards(data)]
    unnamed = b"\n".join(
        one.value for card in raw for one in card if not one.value.isascii() and not _param(one, "CHARSET")
    )
    usual = decode(unnamed).encoding if unnamed else "utf-8"
    for card in raw:
        yield [_property(one, usual) for one in card]


def _cards(data: bytes) -> Iterator[list[bytes]]:
    card: list[bytes] | None = None
    nested = 0
    for line in _unfolded(data):
        start = line[:14].strip().upper()
        if start.replace(b" ", b"") == b"BEGIN:VCARD":
            if card and card[-1].upper().startswith(b"AGENT"):
                nested += 1
                continue
            if card:
                yield card
            card, nested = [], 0
        elif start == b"END:VCARD":
            if nested:
                nested -= 1
            elif card is not None:
                yield card
                card = None
        elif card is not None and not nested:
            card.append(line)
    if card:
        yield card


def _unfolded(data: bytes) -> Iterator[bytes]:
    """Whole properties: folded lines, soft line breaks and stray lines put behind what they belong to."""
    current: list[bytes] = []
    size, soft, old = 0, False, False
    for line in data.replace(b"\r\n", b"\n").replace(b"\r", b"\n").split(b"\n"):
        if soft and not _NEXT.match(line):
            current[-1] = current[-1][:-1]
            current.append(line)
            size += len(line)
            soft = line.endswith(b"=") and size < _LONGEST
            continue
        soft = False
        stray = current and line.strip() and not _PROPERTY.match(line) and _PROPERTY.match(current[0])
        if current and (line[:1] in (b" ", b"\t") or stray):
            size += len(line)
            if size < _LONGEST:
                current.append((b"\\n" + line) if stray and line[:1] not in (b" ", b"\t") else line[not old :])
            continue
        if current:
            yield b"".join(current)
        current, size = [line], len(line)
        if line[:8].upper() == b"VERSION:":
            old = line[8:].strip() == b"2.1"
        soft = line.endswith(b"=") and b"QUOTED-PRINTABLE" in line.split(b":", 1)[0].upper()
    yield b"".join(current)


def _raw(line: bytes) -> _Raw | None:
    match = _PROPERTY.fullmatch(line)
    if match is None:
        return None
    name = match["name"].decode("ascii", "replace").upper()
    types: set[str] = set()
    params: list[tuple[str, str]] = []
    for text in _PARAMETER.findall(match["params"].decode("utf-8", "replace")):
        key, equals, value = text.partition("=")
        key, value = key.strip().upper(), value.strip().strip('"')
        if not equals and key in _ENCODINGS:
            params.append(("ENCODING", key))
        elif not equals or key == "TYPE":
            types.update(one.strip().strip('"').lower() for one in (value if equals else key).split(","))
        else:
            params.append((key, value.replace("^n", "\n").replace("^'", '"').replace("^^", "^")))
    one = _Raw(name, (match["group"] or b"").decode("ascii", "replace").lower(), types - {""}, params, match["value"])
    encoding = _param(one, "ENCODING").upper()
    if name in _BINARY or encoding in ("B", "BASE64"):
        one.value = b""
    elif encoding == "QUOTED-PRINTABLE":
        one.value = quopri.decodestring(one.value)
    return one


def _param(one: _Raw, name: str) -> str:
    return next((value for key, value in one.params if key == name), "")


def _property(one: _Raw, usual: str) -> Property:
    text = by_name(one.value, _param(one, "CHARSET") or usual)
    if text is None:
        text = one.value.decode("utf-8", "replace")
    return Property(one.name, text.replace("\0", ""), frozenset(one.types), tuple(one.params), one.group)
