"""A contact or customer as a QR code, to be taken over with a phone's camera."""

from __future__ import annotations

from dataclasses import replace

from app.records import queries
from app.records.workspace import Workspace
from app.shared.errors import KebuError, NotFound
from app.shared.i18n import N_
from app.transfer.exporting.cards import card

# What a phone's address book is wanted for; a code with notes and addresses would be too dense for cameras.
_TAKEN = ("name", "kind", "title", "department", "phone", "mobile", "email", "website", "wechat", "customer")
_MOST_BYTES = 1000

Matrix = tuple[tuple[bool, ...], ...]


def qr_code(ws: Workspace, kind: str, number: int) -> Matrix:
    """The dark (True) and light modules of the code of a contact's or customer's vCard 3.0, without the quiet zone.

    Raises:
        NotFound: there is no such record. KebuError: it says more than a code can hold.
    """
    import segno

    row = queries.get(ws, kind, number)
    if row.kind not in ("contact", "customer"):
        raise NotFound(N_("Only customers and contacts have cards."), N_("Choose one of them."))
    short = replace(row, values={name: value if name in _TAKEN else None for name, value in row.values.items()})
    customer = row["customer"] if row.kind == "contact" else 0
    company = queries.titles(ws, "customer", (customer,)).get(customer, "") if customer else ""
    data = card(short, company, "3.0").encode("utf-8")
    if len(data) > _MOST_BYTES:
        raise KebuError(
            N_("This card is too long for a code that a phone can read."), N_("Shorten its name or titles.")
        )
    code = segno.make(data, micro=False, error="m")
    return tuple(tuple(bool(module) for module in line) for line in code.matrix)
