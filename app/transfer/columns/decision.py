"""What is decided of a sheet: its kind and the columns with its names."""

from __future__ import annotations

from dataclasses import dataclass

from app.shared.i18n import N_


@dataclass(frozen=True, slots=True)
class Decision:
    """The kind of a sheet.

    Args:
        kind: see ``Proposal``; ``reason`` is its message id.
        name: the column with the customer's or product's name; ``person`` with the contact's, ``company`` with a contact's company.
        parts: whether persons' names stand in several columns.
        persons: whether the customers are persons.
    """

    kind: str | None
    reason: str
    name: int | None = None
    person: int | None = None
    parts: bool = False
    persons: bool = False
    suppliers: bool = False


NOTHING = N_("There is no column with names.")
DEALS = N_(
    "It lists invoices, purchases or tickets, or orders that do not say who bought, which the book does not keep. Choose quotes "
    "to take them in as sales that were won, or activities to keep them as conversations."
)
HELPER = N_("It explains the other sheets.")
STAFF = N_("It lists the people of your own company.")
FORM = N_("It is a form, not a table.")
EMPTY = N_("It holds no rows.")
