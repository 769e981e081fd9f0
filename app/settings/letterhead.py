"""The user's own company as it stands over a printed page."""

from __future__ import annotations

from app.records.record import Record
from app.shared import phones
from reports.documents import Letterhead


def letterhead(own: Record | None, chinese: bool) -> Letterhead:
    """What stands over a page; ``own`` is the company profile, None until it is filled in."""
    if own is None:
        return Letterhead()
    name, english = _text(own, "name"), _text(own, "english_name")
    slogan = _text(own, "slogan")
    phone = _phone(own, chinese)
    website = _text(own, "website").removeprefix("https://").removeprefix("http://").rstrip("/")
    contact: tuple[str, ...]
    if chinese:
        contact = (_text(own, "address"), " · ".join(part for part in (phone, website) if part))
        subtitle = slogan or english.upper()
    else:
        contact = (_text(own, "english_address") or _text(own, "address"), phone, website)
        subtitle = slogan if english else ""
    return Letterhead(
        name if chinese else english or name,
        subtitle,
        tuple(line for line in contact if line),
        _text(own, "bank"),
        _text(own, "bank_account"),
        _text(own, "tax_number"),
        own.get("logo") or b"",
        own.get("stamp") or b"",
        own.get("signature") or b"",
    )


def _phone(own: Record, chinese: bool) -> str:
    phone = own.get("phone")
    return phones.pretty(phone, "CN" if chinese else "") if phone else ""


def _text(own: Record, name: str) -> str:
    return str(own.get(name) or "")
