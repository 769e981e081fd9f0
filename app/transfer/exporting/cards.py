"""Contacts and customers as a file of vCards."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

from app.records import queries
from app.records.fields import RecordType
from app.records.paging import PAGE
from app.records.record import Record
from app.records.workspace import Workspace
from app.shared.errors import KebuError
from app.shared.i18n import N_
from app.transfer.exporting.vcard import VERSIONS, Card
from app.transfer.exporting.writing import replacing
from app.transfer.readers.vcard import PRIVATE

_LATIN = re.compile(r"[^\u2e80-\U0003ffff]+")
_GENDERS = {"male": "M", "female": "F"}


def write_cards(ws: Workspace, path: Path, record: RecordType, numbers: Sequence[int], version: str = "3.0") -> int:
    """Write contacts or customers as cards; gives how many.

    Args:
        numbers: their ids, in the order wanted.
        version: "3.0", which every address book reads, or "4.0".

    Raises:
        KebuError: there is no such version, or the file cannot be written.
    """
    if version not in VERSIONS:
        raise KebuError(N_("“{name}” is no version of vCard."), N_("Use 3.0 or 4.0."), name=version)
    count = 0
    with replacing(path) as file:
        for start in range(0, len(numbers), PAGE):
            page = queries.rows(ws, record.name, numbers[start : start + PAGE])
            companies = (
                queries.titles(ws, "customer", sorted({row["customer"] for row in page if row["customer"]}))
                if record.has("customer")
                else {}
            )
            for row in page:
                company = companies.get(row["customer"], "") if record.has("customer") else ""
                file.write(card(row, company, version).encode("utf-8", "replace"))
                count += 1
    return count


def card(row: Record, company: str, version: str) -> str:
    """The card of a contact, or of a customer.

    Args:
        row: the record.
        company: the name of the contact's customer, "" for a customer.
    """
    out = Card(version)
    name = str(row["name"] or "")
    organisation = row.kind == "customer" and row.get("kind") != "person"
    if version == "4.0":
        out.text("KIND", "org" if organisation else "individual")
    out.text("FN", name, always=True)
    if organisation:
        if version == "3.0":
            # RFC 2426 wants a name; Apple's address books show the company by the other line.
            out.parts("N", _name(""), always=True)
            out.text("X-ABSHOWAS", "COMPANY")
        out.parts("ORG", [name])
    else:
        out.parts("N", _name(name))
        out.parts("ORG", [company, *([row.get("department")] if row.get("department") else [])])
    _reach(out, row)
    out.text("GENDER" if version == "4.0" else "X-GENDER", _GENDERS.get(str(row.get("gender") or "")))
    if row.kind == "customer" and not organisation:
        out.text(PRIVATE, "person")
    out.text("TITLE", row.get("title"))
    out.day("BDAY", row.get("birthday"))
    out.parts("CATEGORIES", list(row.get("tags") or ()), ",")
    out.text("NOTE", row.get("notes"))
    return out.end()


def _reach(out: Card, row: Record) -> None:
    for field, kind in (("mobile", "cell"), ("phone", "work"), ("fax", "fax")):
        if value := row.get(field):
            out.phone(value.typed, kind)
    for address in re.split(r"[,;\s]+", str(row.get("email") or "")):
        out.text("EMAIL" if out.version == "4.0" else "EMAIL;TYPE=INTERNET", address)
    place = ["", "", row.get("address"), row.get("city"), row.get("province"), row.get("postcode"), row.get("country")]
    # The address of a contact is its own; that of its company stands in the company's card.
    out.parts(f"ADR;TYPE={'home' if row.kind == 'contact' else 'work'}", place)
    out.uri("URL", row.get("website"))
    out.text("X-WECHAT", row.get("wechat"))
    out.text("X-QQ", row.get("qq"))


def _name(name: str) -> list[str]:
    """Family and given name; a Chinese name stays whole, as address books show it in its own order."""
    words = name.split()
    if len(words) > 1 and _LATIN.fullmatch(name):
        return [words[-1], " ".join(words[:-1]), "", "", ""]
    return [name, "", "", "", ""]
