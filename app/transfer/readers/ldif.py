"""LDIF address books, as Thunderbird and directories write them (RFC 2849), as a table with Thunderbird's own headers.

The parser is our own: the libraries for it were last released in 2016, and take a whole file or nothing of it.
"""

from __future__ import annotations

import base64
import binascii
import re
from collections.abc import Callable, Iterator
from pathlib import Path

from app.shared.errors import Cancelled
from app.shared.i18n import N_, ngettext
from app.transfer.grid.sheets import Cell, Sheet, Workbook
from app.transfer.readers.encoding import decode
from app.transfer.readers.reasons import refusal

_START = re.compile(rb"(?:\xef\xbb\xbf)?(?:\s*(?:#[^\n]*|version\s*:\s*\d+\s*)\n)*\s*dn\s*::?\s*\S", re.IGNORECASE)
_LINE = re.compile(r"([A-Za-z][\w.-]*)((?:;[\w-]+)*)\s*:(:|<)?[ \t]*(.*)", re.DOTALL)
_STEP = 500


def _names(text: str) -> tuple[str, ...]:
    return tuple(text.split())


# Header, and the attributes that it takes, the surest first.
_COLUMNS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("First Name", _names("givenname gn")),
    ("Last Name", _names("sn surname")),
    ("Display Name", _names("displayname cn commonname")),
    ("Nickname", _names("mozillanickname xmozillanickname nickname")),
    ("Primary Email", _names("mail email rfc822mailbox")),
    ("Secondary Email", _names("mozillasecondemail xmozillasecondemail mailalternateaddress")),
    ("Work Phone", _names("telephonenumber")),
    ("Home Phone", _names("homephone")),
    ("Fax Number", _names("facsimiletelephonenumber fax")),
    ("Pager Number", _names("pager pagerphone")),
    ("Mobile Number", _names("mobile cellphone carphone")),
    ("Home Address", _names("mozillahomestreet homestreet homepostaladdress")),
    ("Home Address 2", _names("mozillahomestreet2")),
    ("Home City", _names("mozillahomelocalityname")),
    ("Home State", _names("mozillahomestate")),
    ("Home ZipCode", _names("mozillahomepostalcode")),
    ("Home Country", _names("mozillahomecountryname")),
    ("Work Address", _names("street streetaddress postaladdress postofficebox")),
    ("Work Address 2", _names("mozillaworkstreet2")),
    ("Work City", _names("l locality localityname")),
    ("Work State", _names("st region stateorprovincename")),
    ("Work ZipCode", _names("postalcode zip")),
    ("Work Country", _names("c co countryname friendlycountryname")),
    ("Job Title", _names("title")),
    ("Department", _names("ou department orgunit organizationalunitname departmentnumber")),
    ("Organization", _names("o company organizationname")),
    ("Web Page 1", _names("mozillaworkurl workurl labeleduri url")),
    ("Web Page 2", _names("mozillahomeurl homeurl")),
    ("Birth Year", _names("birthyear")),
    ("Birth Month", _names("birthmonth")),
    ("Birth Day", _names("birthday")),
    *((f"Custom {number}", _names(f"mozillacustom{number} custom{number}")) for number in range(1, 5)),
    ("Notes", _names("description notes info comment")),
)
_HEADER = {attribute: header for header, attributes in _COLUMNS for attribute in attributes}
_ALWAYS = ("Display Name", "Primary Email", "Secondary Email")
"""By these the table is known as Thunderbird's."""
_SILENT = frozenset(
    "dn objectclass modifytimestamp mozillausehtmlmail xmozillausehtmlmail userpassword jpegphoto photo thumbnailphoto "
    "usercertificate usersmimecertificate changetype entryuuid entrycsn createtimestamp creatorsname modifiersname "
    "structuralobjectclass version control popularityindex preferdisplayname preferredcardtype "
    "lastmodifieddate recordkey dbrowid photouri photoname phototype".split()
)
_SEVERAL = ("groupofnames", "groupofuniquenames", "mailgroup", "rfc822mailgroup")
_FRAMES = ("organizationalunit", "dcobject", "domain")


def begins(head: bytes) -> bool:
    """Whether a file that begins so is LDIF: its first entry tells a name in a directory."""
    return _START.match(head) is not None


def read(
    file: Path, byte_limit: int, cell_limit: int, progress: Callable[[float], None], cancelled: Callable[[], bool]
) -> Workbook:
    """Read an LDIF file; its one sheet has a row per person or company.

    Raises:
        SheetError: no entry, or too many.
        Cancelled: ``cancelled`` said so.
    """
    if file.stat().st_size > byte_limit:
        raise refusal("too_big", file)
    text = decode(file.read_bytes()).text.replace("\r\n", "\n").replace("\r", "\n")
    total = max(text.count("\ndn:"), 1)
    rows: list[dict[str, str]] = []
    headers = dict.fromkeys(_ALWAYS)
    lists = 0
    for number, entry in enumerate(_entries(text)):
        if number % _STEP == 0:
            if cancelled():
                raise Cancelled(N_("Reading was stopped."))
            progress(min(number / total, 1.0))
        classes = {value.casefold() for name, value in entry if name == "objectclass"}
        told = {name for name, _value in entry}
        if "member" in told or "uniquemember" in told or classes & set(_SEVERAL):
            lists += 1
            continue
        if any(name == "changetype" and value.casefold() != "add" for name, value in entry):
            continue
        if classes & set(_FRAMES) and not told & {"mail", "telephonenumber", "sn"}:
            continue
        row = _row(entry)
        if row:
            rows.append(row)
            headers.update(dict.fromkeys(row))
        if len(rows) * len(headers) > cell_limit:
            raise refusal("too_many_cells", file, sheet=file.stem)
    if not rows:
        raise refusal("empty", file)
    order = [header for header, _attributes in _COLUMNS if header in headers]
    order += [header for header in headers if header not in order]
    table: list[list[Cell]] = [list(order)]
    table += [[row.get(header) for header in order] for row in rows]
    warnings = [
        ngettext(
            "{count} card is a list of other cards and was left out.",
            "{count} cards are lists of other cards and were left out.",
            lists,
        ).format(count=lists)
    ]
    return Workbook(file, "ldif", (Sheet(file.stem, table, anew=True),), warnings=tuple(warnings if lists else ()))


def _entries(text: str) -> Iterator[list[tuple[str, str]]]:
    """The entries, each with its attributes in lower case and their texts; a line that is none is left out."""
    entry: list[tuple[str, str]] = []
    for line in _lines(text):
        if not line.strip():
            if entry:
                yield entry
                entry = []
            continue
        match = _LINE.fullmatch(line)
        if match is None or match[3] == "<":
            continue
        name, value = match[1].casefold(), match[4].strip()
        if name == "dn" and any(held == "dn" for held, _value in entry):
            yield entry
            entry = []
        if match[3] == ":":
            value = _plain(value)
        if value and ";binary" not in match[2].casefold():
            entry.append((name, value))
    if entry:
        yield entry


def _lines(text: str) -> Iterator[str]:
    """The lines with those that go on in the next one joined, without comments."""
    held: str | None = None
    for line in text.split("\n"):
        if line.startswith(" ") and held is not None:
            held += line[1:]
            continue
        if held is not None and not held.startswith("#"):
            yield held
        held = line
    if held is not None and not held.startswith("#"):
        yield held
    yield ""


def _plain(value: str) -> str:
    try:
        return decode(base64.b64decode(value, validate=False)).text.strip()
    except (binascii.Error, ValueError):
        return value


def _row(entry: list[tuple[str, str]]) -> dict[str, str]:
    """What an entry fills: the surest attribute its column, other texts columns of their own."""
    ranks = {name: rank for _header, names in _COLUMNS for rank, name in enumerate(names)}
    row: dict[str, str] = {}
    for name, said in sorted(entry, key=lambda one: ranks.get(one[0], 0)):
        if name in _SILENT:
            continue
        value = said.replace("$", "\n") if name.endswith("postaladdress") else said
        header = _HEADER.get(name, name)
        if header not in row:
            row[header] = value
        elif header == "Primary Email" and "Secondary Email" not in row:
            row["Secondary Email"] = value
        elif value not in row[header].split("\n"):
            row[header] = (
                f"{row[header]}\n{value}" if header in ("Notes", "Work Address") else f"{row[header]}; {value}"
            )
    return row
