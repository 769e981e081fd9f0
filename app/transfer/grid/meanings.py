"""What a header may mean: a field of a record, part of a name, or something that is no field."""

from __future__ import annotations

from dataclasses import dataclass

CUSTOMER, CONTACT, PRODUCT = "customer", "contact", "product"
PERSON, OTHER = "person", "other"
RECORDS = (CUSTOMER, CONTACT, PRODUCT)


@dataclass(frozen=True, slots=True)
class Meaning:
    """One thing that a header may mean.

    Args:
        record: ``customer``, ``contact`` or ``product``; ``person`` for the parts of a name; ``other`` for what is no field.
        field: the field's name; of a person ``given``, ``middle``, ``family``; of
            other ``row``, ``identity``, ``secret``, ``deal``, ``plain``.
        score: how sure, 0 to 1, see ``scale``.
        owned: whether the header itself says whose it is.
        second: whether the header says that it is a spare one ("电话2", "Home Phone").
    """

    record: str
    field: str
    score: float
    owned: bool = False
    second: bool = False
